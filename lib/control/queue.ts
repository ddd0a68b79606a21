import { type BackoffPolicy, backoffDelay, CONTROLLER_BACKOFF } from './backoff.ts';
import type { Clock } from './clock.ts';

/** What a queue tells about itself. Every hook must return at once and not throw. */
export interface QueueMetrics {
  /** Keys that are ready and wait for a worker. */
  depth?(size: number): void;
  /** How long a key waited from being ready to being taken. */
  waited?(ms: number): void;
  /** A key was put back with back-off, for the n-th time in a row. */
  retried?(failures: number): void;
}

export interface QueueOptions {
  readonly clock: Clock;
  readonly backoff?: BackoffPolicy;
  readonly metrics?: QueueMetrics;
  readonly random?: () => number;
}

/**
 * A queue of keys for level-based controllers.
 *
 * Guarantees
 * - A key that is added several times before it is taken is handed out once.
 * - A key is never handed out while it is being worked on; if it was added meanwhile it comes again after `done`.
 * - Of several pending times for one key the earliest wins; being ready beats any delay, because the run that follows
 *   decides anew when to look again.
 * - First come, first served among ready keys.
 */
export class KeyQueue {
  readonly #clock: Clock;
  readonly #backoff: BackoffPolicy;
  readonly #metrics: QueueMetrics;
  readonly #random: () => number;
  /** Ready keys, with the monotonic time since which they are; a Map keeps the order of insertion. */
  readonly #ready = new Map<string, number>();
  readonly #working = new Set<string>();
  /** Keys added while they were being worked on. */
  readonly #dirty = new Set<string>();
  readonly #delayed = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #takers: ((key: string | undefined) => void)[] = [];
  #timer: { readonly due: number; readonly cancel: AbortController } | undefined;
  #closed = false;

  constructor(options: QueueOptions) {
    this.#clock = options.clock;
    this.#backoff = options.backoff ?? CONTROLLER_BACKOFF;
    this.#metrics = options.metrics ?? {};
    this.#random = options.random ?? Math.random;
  }

  /** Number of keys that are ready now. */
  get size(): number {
    return this.#ready.size;
  }

  /** Makes the key ready now. */
  add(key: string): void {
    if (this.#closed) return;
    this.#delayed.delete(key);
    if (this.#working.has(key)) {
      this.#dirty.add(key);
      return;
    }
    if (this.#ready.has(key)) return;
    this.#ready.set(key, this.#clock.monotonic());
    this.#metrics.depth?.(this.#ready.size);
    this.#handOut();
  }

  /** Makes the key ready after `ms`, unless it is, or will be, ready sooner. */
  addAfter(key: string, ms: number): void {
    if (ms <= 0) {
      this.add(key);
      return;
    }
    if (this.#closed || this.#ready.has(key) || this.#dirty.has(key)) return;
    const due = this.#clock.monotonic() + ms;
    if (due >= (this.#delayed.get(key) ?? Number.POSITIVE_INFINITY)) return;
    this.#delayed.set(key, due);
    this.#arm();
  }

  /** Puts the key back after a failure, later each time; `atLeastMs` is what the other side asked for (Retry-After). */
  addRateLimited(key: string, atLeastMs = 0): void {
    const failures = (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, failures);
    this.#metrics.retried?.(failures);
    this.addAfter(key, Math.max(atLeastMs, backoffDelay(this.#backoff, failures, this.#random)));
  }

  /** Forgets the key's failures; its next one starts the back-off anew. */
  forget(key: string): void {
    this.#failures.delete(key);
  }

  /** Failures in a row of this key. */
  failures(key: string): number {
    return this.#failures.get(key) ?? 0;
  }

  /** Takes the next key, waiting for one; undefined once the queue is shut down. Each taken key needs its `done`. */
  take(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#takers.push(resolve);
      this.#handOut();
    });
  }

  /** Says that the work on a taken key has ended, however it ended. */
  done(key: string): void {
    this.#working.delete(key);
    if (this.#dirty.delete(key)) this.add(key);
  }

  /** Hands out nothing more and wakes all takers. Keys being worked on are their workers' to finish. */
  shutdown(): void {
    this.#closed = true;
    this.#ready.clear();
    this.#dirty.clear();
    this.#delayed.clear();
    this.#timer?.cancel.abort();
    this.#timer = undefined;
    this.#metrics.depth?.(0);
    this.#handOut();
  }

  #handOut(): void {
    while (this.#takers.length > 0) {
      if (this.#closed) {
        this.#takers.shift()?.(undefined);
        continue;
      }
      const next = this.#ready.entries().next();
      if (next.done) return;
      const [key, since] = next.value;
      this.#ready.delete(key);
      this.#working.add(key);
      this.#metrics.depth?.(this.#ready.size);
      this.#metrics.waited?.(this.#clock.monotonic() - since);
      this.#takers.shift()?.(key);
    }
  }

  /** One timer for all delayed keys, set to the earliest. */
  #arm(): void {
    let due = Number.POSITIVE_INFINITY;
    for (const time of this.#delayed.values()) due = Math.min(due, time);
    if (due === Number.POSITIVE_INFINITY || (this.#timer && this.#timer.due <= due)) return;
    this.#timer?.cancel.abort();
    const timer = { due, cancel: new AbortController() };
    this.#timer = timer;
    this.#clock.sleep(due - this.#clock.monotonic(), timer.cancel.signal).then(
      () => {
        if (this.#timer !== timer) return;
        this.#timer = undefined;
        const now = this.#clock.monotonic();
        // timers may fire a fraction early
        for (const [key, time] of this.#delayed) if (time <= now + 1) this.add(key);
        this.#arm();
      },
      () => {},
    );
  }
}
