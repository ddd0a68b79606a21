export interface BackoffPolicy {
  /** Delay after the first failure, in milliseconds. */
  readonly baseMs: number;
  /** No delay is longer than this. */
  readonly maxMs: number;
  /** By how much each further failure multiplies the delay. */
  readonly factor: number;
  /** Share of the delay that is random, 0 to 1: the delay lies in [d × (1 − jitter), d]. */
  readonly jitter: number;
}

/** The controllers' default: quick for a conflict, 5 min at most for what stays broken. */
export const CONTROLLER_BACKOFF: BackoffPolicy = { baseMs: 100, maxMs: 300_000, factor: 2, jitter: 0.2 };

/** For reconnecting to a server that others reconnect to as well: wide jitter spreads the herd. */
export const RECONNECT_BACKOFF: BackoffPolicy = { baseMs: 500, maxMs: 30_000, factor: 2, jitter: 0.5 };

/** The delay after the `failures`-th failure in a row (1 is the first). `random` yields [0, 1). */
export function backoffDelay(policy: BackoffPolicy, failures: number, random: () => number = Math.random): number {
  if (failures < 1) return 0;
  const full = Math.min(policy.maxMs, policy.baseMs * policy.factor ** (failures - 1));
  return full * (1 - policy.jitter * random());
}
