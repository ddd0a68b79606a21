/** What requests have to be like before anything is done. */
import { RpcError } from '@talos/lib/rpc/error.ts';

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
