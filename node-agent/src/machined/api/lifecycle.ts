/** osctl.v1alpha1.Lifecycle: requests become operations of the machine; their streams end with an explicit result. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { OperationRecord } from '../machine/types.ts';
import { operationMessage } from './convert.ts';
import type { ApiDeps } from './deps.ts';
import { guardOf, imageReference, invalid, operationId } from './input.ts';
import { operationStreams } from './operation-streams.ts';

type Methods = typeof api.Lifecycle.methods;
type Deps = Pick<ApiDeps, 'machine' | 'audit'>;

export const DEFAULT_CONFIRM_WITHIN_MS = 10 * 60_000;
const MIN_CONFIRM_WITHIN_MS = 30_000;
const MAX_CONFIRM_WITHIN_MS = 24 * 3_600_000;

export function lifecycleHandlers({ machine, audit }: Deps): Handlers<Methods> {
  const { run, progress } = operationStreams({ machine, audit });
  const known = (id: string): OperationRecord => {
    const record = machine.operations.get(operationId(id, 'id'));
    if (record === undefined) {
      throw new RpcError('NOT_FOUND', `no operation ${id} on this node`, { reason: 'OPERATION_NOT_FOUND' });
    }
    return record;
  };

  return {
    prepare: (request, ctx) =>
      run(ctx, request, async () =>
        machine.prepare({ ...guardOf(request, ctx), image: imageReference(request.image) }),
      ),
    upgrade: (request, ctx) =>
      run(ctx, request, async () =>
        machine.upgrade({
          ...guardOf(request, ctx),
          image: imageReference(request.image),
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
