/** A reset on the running node; what reset.ts tells of it, step by step. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { type EtcdMembership, leaveEtcd, notReset } from './leave-etcd.ts';
import type { OperationLog } from './operations.ts';
import type { ResetMark, Resets } from './reset.ts';
import type { Stop } from './way-down.ts';

export interface ResetNodeDeps {
  readonly reset: Resets & { readonly etcd: EtcdMembership };
  readonly operations: Pick<OperationLog, 'enterPhase'>;
  readonly clock: Clock;
  readonly stop: Stop;
  readonly onError: (error: unknown, doing: string) => void;
}

export async function resetNode(
  { reset, operations, clock, stop, onError }: ResetNodeDeps,
  operationId: string,
  asked: Pick<ResetMark, 'keepSystem' | 'powerOff' | 'force'>,
  signal: AbortSignal,
): Promise<never> {
  const mark = { version: 1, operationId, ...asked } as const;
  reset.mark({ ...mark, step: 'leave-etcd' });
  operations.enterPhase(operationId, 'leave-etcd', 'Leaving etcd');
  try {
    await leaveEtcd(reset.etcd, clock, signal);
  } catch (error) {
    // Turned off meanwhile, which is a cut: nobody knows whether it has left, and the next boot goes on from the mark.
    if (signal.aborted) return new Promise<never>(() => {});
    if (!asked.force) {
      reset.unmark();
      throw notReset(error);
    }
    onError(error, 'leaving etcd before a reset');
  }
  reset.mark({ ...mark, step: 'wipe' });
  return await stop(asked.powerOff ? 'power-off' : 'reboot', operationId, {
    afterwards: async () => {
      operations.enterPhase(operationId, 'wipe', 'Wiping');
      try {
        await reset.wipe({ ...mark, step: 'wipe' });
        reset.unmark();
      } catch (error) {
        // The mark is there: the next boot, in which nothing is in use, goes on with it.
        onError(error, 'wiping');
      }
    },
  });
}
