/** Waiting for something of a young cluster, with the last reason why it is not there yet. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from './types.ts';

const INTERVAL_MS = 250;

/** Says why it is not there yet, without being a failure. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/**
 * Asks until `probe` gives a value. undefined and NotYet mean: not yet.
 *
 * Errors: ClusterError after `limitMs`, with the last reason; what else `probe` throws, at once.
 */
export async function poll<T>(
  what: string,
  limitMs: number,
  signal: AbortSignal,
  probe: () => Promise<T | undefined>,
  onReason: (reason: string) => void = () => {},
): Promise<T> {
  const end = performance.now() + limitMs;
  let reason = '';
  for (;;) {
    signal.throwIfAborted();
    try {
      const value = await probe();
      if (value !== undefined) return value;
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      if (error.message !== reason) onReason(error.message);
      reason = error.message;
    }
    if (performance.now() > end) {
      throw new ClusterError(`waited ${Math.round(limitMs / 1000)} s for ${what}${reason === '' ? '' : `: ${reason}`}`);
    }
    await sleep(INTERVAL_MS, undefined, { signal });
  }
}
