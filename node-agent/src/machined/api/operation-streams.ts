/** An operation as the stream of its progress, for every method that begins or follows one. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallContext } from '@talos/lib/rpc/service.ts';
import type { OperationRecord } from '../machine/types.ts';
import { operationMessage } from './convert.ts';
import type { ApiDeps } from './deps.ts';

/** Guarantees: a stream ends with an explicit result, or with UNAVAILABLE while the operation goes on. */
export function operationStreams({ machine, audit }: Pick<ApiDeps, 'machine' | 'audit'>) {
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
  return {
    progress,
    /** The record is written when the machine has accepted: the stream of a reboot never sees its end. */
    async *run(ctx: CallContext, request: object, start: () => Promise<OperationRecord>) {
      const record = await start();
      audit.accepted(ctx, request);
      yield* progress(record, ctx.signal);
    },
  };
}
