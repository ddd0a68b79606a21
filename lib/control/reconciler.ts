import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { withChildSignal, withDeadline } from './abort.ts';
import type { BackoffPolicy } from './backoff.ts';
import type { Clock } from './clock.ts';
import { KeyQueue, type QueueMetrics } from './queue.ts';

/** What a reconcile that did not fail asks for: nothing more, or another look after a while. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'again-after'; readonly ms: number };

export const done: Outcome = { kind: 'done' };

/** Look at this key again after `ms` even if nothing changes. Not a failure: no back-off builds up. */
export function againAfter(ms: number): Outcome {
  return { kind: 'again-after', ms: Math.max(0, ms) };
}

/**
 * Thrown when trying again cannot help until the object (or another input) changes. The key is not retried; a change
 * of what is watched brings it back.
 */
export class TerminalError extends Error {
  override readonly name = 'TerminalError';
}

export interface ReconcileContext {
  /** Aborts when the controller stops or the reconcile's deadline passes. */
  readonly signal: AbortSignal;
  /** Carries `controller`, `object` and `reconcileID`. */
  readonly logger: Logger;
  readonly reconcileID: string;
}

/**
 * Brings the world closer to what the object named by `key` asks for.
 *
 * It gets a key, never an event or an object: it reads the current state and acts on that, so that missed, doubled and
 * reordered events do no harm. Four outcomes: `done`, `againAfter(ms)`, any throw (retried with back-off; an error's
 * numeric `retryAfterMs` is respected as a minimum), and `TerminalError`.
 */
export type Reconcile = (key: string, context: ReconcileContext) => Promise<Outcome>;

export type ReconcileResult = 'done' | 'again-after' | 'retry' | 'terminal';

export interface ControllerMetrics extends QueueMetrics {
  reconciled?(result: ReconcileResult, ms: number): void;
}

export interface ControllerOptions {
  /** Stable name, used in logs and metrics. */
  readonly name: string;
  readonly reconcile: Reconcile;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How many keys are worked on at once. The same key never is. Default 1. */
  readonly concurrency?: number;
  /** A reconcile that takes longer is aborted and retried. Default 2 min. */
  readonly timeoutMs?: number;
  readonly backoff?: BackoffPolicy;
  readonly metrics?: ControllerMetrics;
  readonly random?: () => number;
}

/**
 * A queue and the loop that empties it.
 *
 * Keys may be enqueued before `run`; work starts with it. Wait for the caches (`Store.synced`) before calling it.
 */
export class Controller {
  readonly name: string;
  readonly #options: ControllerOptions;
  readonly #queue: KeyQueue;

  constructor(options: ControllerOptions) {
    this.name = options.name;
    this.#options = options;
    this.#queue = new KeyQueue({
      clock: options.clock,
      ...(options.backoff && { backoff: options.backoff }),
      ...(options.metrics && { metrics: options.metrics }),
      ...(options.random && { random: options.random }),
    });
  }

  /** Asks for a reconcile of this key as soon as a worker is free. */
  enqueue(key: string): void {
    this.#queue.add(key);
  }

  /** Asks for a reconcile of this key after `ms`, or earlier if one is due earlier. */
  enqueueAfter(key: string, ms: number): void {
    this.#queue.addAfter(key, ms);
  }

  /**
   * Works until the signal aborts, then waits for the reconciles under way (their signals abort too) and returns.
   * A controller runs once.
   */
  async run(signal: AbortSignal): Promise<void> {
    const stop = () => this.#queue.shutdown();
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    await Promise.all(Array.from({ length: this.#options.concurrency ?? 1 }, () => this.#work(signal)));
  }

  async #work(signal: AbortSignal): Promise<void> {
    for (let key = await this.#queue.take(); key !== undefined; key = await this.#queue.take()) {
      try {
        await this.#once(key, signal);
      } finally {
        this.#queue.done(key);
      }
    }
  }

  async #once(key: string, parent: AbortSignal): Promise<void> {
    const { clock, metrics, name, reconcile, timeoutMs = 120_000 } = this.#options;
    const reconcileID = randomUUID();
    const logger = this.#options.logger.child({ controller: name, object: key, reconcileID });
    const start = clock.monotonic();
    const finish = (result: ReconcileResult) => metrics?.reconciled?.(result, clock.monotonic() - start);
    try {
      const outcome = await withDeadline(
        { clock, ms: timeoutMs, what: `reconcile of ${key}`, signal: parent },
        // a child of its own, so that what a reconcile leaves running stops with it
        (limited) =>
          withChildSignal(limited, async (signal, abort) => {
            try {
              return await reconcile(key, { signal, logger, reconcileID });
            } finally {
              abort(new Error('the reconcile has ended'));
            }
          }),
      );
      this.#queue.forget(key);
      if (outcome.kind === 'again-after') this.#queue.addAfter(key, outcome.ms);
      finish(outcome.kind);
    } catch (error) {
      if (parent.aborted) return;
      if (error instanceof TerminalError) {
        this.#queue.forget(key);
        finish('terminal');
        logger.error({ err: error }, 'reconcile failed for good');
        return;
      }
      this.#queue.addRateLimited(key, retryAfterMs(error));
      finish('retry');
      logger.warn({ err: error, failures: this.#queue.failures(key) }, 'reconcile failed, will be retried');
    }
  }
}

function retryAfterMs(error: unknown): number {
  const value = typeof error === 'object' && error !== null && 'retryAfterMs' in error ? error.retryAfterMs : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
