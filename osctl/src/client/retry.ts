/**
 * Which failed calls are made again, and when.
 *
 * A call that never left this computer can be made again whatever it does; one that may have arrived only when it changes
 * nothing. Everything else is for the caller to decide: twice is not once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { RpcError } from '@talos/lib/rpc/error.ts';

/** Waits between the attempts, ms. Short, as a node that is down must be told soon, but past the channel's own first back-off. */
const WAITS_MS = [250, 600] as const;
/** Attempts that take longer are not made again: whoever waits has waited enough. */
const PATIENCE_MS = 2_000;

/** How long to wait before the next attempt; undefined: the error stands. `attempt` counts from 0. */
export function nextAttempt(error: unknown, read: boolean, attempt: number, elapsedMs: number): number | undefined {
  if (!(error instanceof RpcError) || error.code !== 'UNAVAILABLE') return undefined;
  if (!read && !error.unsent) return undefined;
  return elapsedMs > PATIENCE_MS ? undefined : WAITS_MS[attempt];
}

/** Guarantees: no attempt begins after `signal` aborted; the error is that of the last attempt. */
export async function retrying<T>(call: () => Promise<T>, read: boolean, signal: AbortSignal): Promise<T> {
  const start = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const waitMs = nextAttempt(error, read, attempt, performance.now() - start);
      if (waitMs === undefined || signal.aborted) throw error;
      await sleep(waitMs, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
