/** osctl.v1alpha1.Lifecycle: requests become operations of the machine; their streams end with an explicit result. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallContext, Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { MutationGuard, OperationRecord } from '../machine/types.ts';
import { operationMessage } from './convert.ts';
import type { ApiDeps } from './deps.ts';
import { count, invalid, operationId } from './input.ts';

type Methods = typeof api.Lifecycle.methods;
type Deps = Pick<ApiDeps, 'machine' | 'audit'>;

export const DEFAULT_CONFIRM_WITHIN_MS = 10 * 60_000;
const MIN_CONFIRM_WITHIN_MS = 30_000;
const MAX_CONFIRM_WITHIN_MS = 24 * 3_600_000;

export function lifecycleHandlers({ machine, audit }: Deps): Handlers<Methods> {
  /** The record is written when the machine has accepted: the stream of a reboot never sees its end. */
  async function* run(ctx: CallContext, request: object, start: () => Promise<OperationRecord>) {
    const record = await start();
    audit.accepted(ctx, request);
    yield* progress(record, ctx.signal);
  }
  async function* progress(first: OperationRecord, signal: AbortSignal) {
    let last = first;
    yield { operation: operationMessage(first) };
    if (first.state === 'RUNNING') {
      for await (const record of machine.operations.watch(first.id, signal)) {
        if (record === last) continue;
        last = record;
        yield { operation: operationMessage(record) };
        if (record.state !== 'RUNNING') break;
      }
    }
    if (last.state === 'RUNNING') {
      const message = `operation ${last.id} goes on (${last.phase}), but its progress cannot be followed here any longer; watch it again with the same id`;
      throw new RpcError('UNAVAILABLE', message, { reason: 'OPERATION_UNFINISHED' });
    }
  }
  const known = (id: string): OperationRecord => {
    const record = machine.operations.get(operationId(id, 'id'));
    if (record === undefined) {
      throw new RpcError('NOT_FOUND', `no operation ${id} on this node`, { reason: 'OPERATION_NOT_FOUND' });
    }
    return record;
  };

  return {
    prepare: (request, ctx) =>
      run(ctx, request, async () => machine.prepare({ ...guardOf(request, ctx), image: image(request.image) })),
    upgrade: (request, ctx) =>
      run(ctx, request, async () =>
        machine.upgrade({
          ...guardOf(request, ctx),
          image: image(request.image),
          requireConfirm: request.requireConfirm,
          confirmWithinMs: confirmWithin(request.confirmWithinMs),
          stage: request.stage,
        }),
      ),
    rollback: (request, ctx) => run(ctx, request, async () => machine.rollback(guardOf(request, ctx))),
    reboot: (request, ctx) =>
      run(ctx, request, async () =>
        machine.reboot({ ...guardOf(request, ctx), mode: request.mode === 'FORCE' ? 'force' : 'graceful' }),
      ),
    shutdown: (request, ctx) => run(ctx, request, async () => machine.shutdown(guardOf(request, ctx))),
    planReset: ({ keepSystem, powerOff }, ctx) => machine.planReset({ keepSystem, powerOff }, ctx.signal),
    reset: (request, ctx) =>
      run(ctx, request, async () => {
        const { keepSystem, powerOff, force } = request;
        return machine.reset({ ...guardOf(request, ctx), keepSystem, powerOff, force });
      }),
    wipeDisk: (request, ctx) =>
      run(ctx, request, async () =>
        machine.wipeDisk({ ...guardOf(request, ctx), disk: disk(request.disk), zeroes: request.zeroes }),
      ),
    confirm: (request) =>
      Promise.resolve().then(() => machine.confirm(operationId(request.operationId, 'operation_id'))),
    async getOperation(request) {
      return operationMessage(known(request.id));
    },
    async listOperations() {
      return { operations: machine.operations.list().map(operationMessage) };
    },
    async *watchOperation(request, ctx) {
      yield* progress(known(request.id), ctx.signal);
    },
  };
}

function guardOf(request: { readonly guard: api.Guard | undefined }, ctx: CallContext): MutationGuard {
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

/** What the reference means is the machine's to say; this keeps out what is none. */
function image(reference: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,511}$/.test(reference)) {
    throw invalid('image must be a reference such as osctl.dev/talos@sha256:…', 'INVALID_IMAGE');
  }
  return reference;
}

function disk(path: string): string {
  if (!/^\/dev\/[a-z0-9]{1,32}$/.test(path))
    throw invalid('disk must be a whole disk such as /dev/sdb', 'INVALID_DISK');
  return path;
}

function confirmWithin(ms: number): number {
  if (ms === 0) return DEFAULT_CONFIRM_WITHIN_MS;
  if (!Number.isSafeInteger(ms) || ms < MIN_CONFIRM_WITHIN_MS || ms > MAX_CONFIRM_WITHIN_MS) {
    throw invalid(
      `confirm_within_ms must be from ${MIN_CONFIRM_WITHIN_MS} (30 s) to ${MAX_CONFIRM_WITHIN_MS} (24 h), or 0 for 10 min`,
      'INVALID_CONFIRM_WITHIN',
    );
  }
  return ms;
}
