import { setTimeout as delay } from 'node:timers/promises';

/**
 * Time, as everything that waits sees it. Production code takes one and never calls `Date.now`, `setTimeout` or
 * `performance.now` itself, so that tests can own time.
 */
export interface Clock {
  /** Wall clock, in milliseconds since the epoch. May jump; for stored deadlines and what people read. */
  now(): number;
  /** Milliseconds from an arbitrary start that never jump; for durations within this process. */
  monotonic(): number;
  /**
   * Resolves after `ms` (at once when it is not positive).
   *
   * Errors: rejects with `signal.reason` as soon as the signal aborts; no timer is left behind.
   */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** A jump is noticed within this time; a smaller one is none. */
const JUMP_MS = 60_000;

/**
 * Resolves after `ms`, or within a minute of a jump of the wall clock by more than a minute: for whoever sleeps until a wall time
 * that must be computed anew then. True when it jumped.
 *
 * Errors: as `Clock.sleep`.
 */
export async function sleepOrJump(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  const drift = () => clock.now() - clock.monotonic();
  const before = drift();
  const end = clock.monotonic() + ms;
  for (let left = ms; left > 0; left = end - clock.monotonic()) {
    await clock.sleep(Math.min(left, JUMP_MS), signal);
    if (Math.abs(drift() - before) > JUMP_MS) return true;
  }
  return false;
}

/** setTimeout silently turns longer delays into 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    signal.throwIfAborted();
    try {
      for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
        await delay(Math.min(left, LONGEST_TIMER_MS), undefined, { signal });
      }
    } catch (error) {
      // node's own AbortError hides the reason that callers discriminate on
      throw signal.aborted ? signal.reason : error;
    }
  },
};
