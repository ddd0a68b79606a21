/** What requests have to be like before anything is done. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallContext } from '@talos/lib/rpc/service.ts';
import type { Guard } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { MutationGuard } from '../machine/types.ts';

export function invalid(message: string, reason = 'INVALID_REQUEST'): RpcError {
  return new RpcError('INVALID_ARGUMENT', message, { reason });
}

/** Whole and not negative. */
export function count(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw invalid(`${name} must be a whole number, 0 or more`);
  return value;
}

export function operationId(id: string, name = 'guard.operation_id'): string {
  if (!/^[a-z0-9-]{1,63}$/.test(id)) {
    throw invalid(`${name} must be 1 to 63 lower-case letters, digits and hyphens`, 'INVALID_OPERATION_ID');
  }
  return id;
}

export function guardOf(
  request: { readonly guard: Guard | undefined },
  ctx: Pick<CallContext, 'caller'>,
): MutationGuard {
  const { guard } = request;
  if (guard === undefined) throw invalid('guard is required: it carries the operation id', 'INVALID_OPERATION_ID');
  if (guard.expectedBootId.length > 64) throw invalid('guard.expected_boot_id is not a boot id');
  return {
    operationId: operationId(guard.operationId),
    expectedBootId: guard.expectedBootId,
    fencingEpoch: count(guard.fencingEpoch, 'guard.fencing_epoch'),
    requestedBy: ctx.caller.subject,
  };
}

/** What the reference means is for those who know images; this keeps out what is none. */
export function imageReference(reference: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,511}$/.test(reference)) {
    throw invalid('image must be a reference such as osctl.dev/talos@sha256:…', 'INVALID_IMAGE');
  }
  return reference;
}
