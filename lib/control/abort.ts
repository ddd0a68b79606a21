import type { Clock } from './clock.ts';

/** Runs work under a signal of its own that also aborts with the parent, and leaves nothing behind on the parent. */
export async function withChildSignal<T>(
  parent: AbortSignal,
  work: (signal: AbortSignal, abort: (reason: unknown) => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const follow = () => controller.abort(parent.reason);
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  try {
    return await work(controller.signal, (reason) => controller.abort(reason));
  } finally {
    parent.removeEventListener('abort', follow);
  }
}

/**
 * Waits for a promise, but no longer than the signal allows.
 *
 * Errors: rejects with `signal.reason` when the signal aborts first; the promise itself goes on unwatched.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {});
    return Promise.reject(signal.reason);
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    const forget = () => signal.removeEventListener('abort', onAbort);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => {
        forget();
        resolve(value);
      },
      (error: unknown) => {
        forget();
        reject(error);
      },
    );
  });
}

/** Resolves when the signal aborts; never rejects. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** A deadline passed. `what` says what was being waited for. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly afterMs: number;

  constructor(what: string, afterMs: number) {
    super(`${what}: no result after ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/** Without a reason of its own every abort makes a DOMException with its stack, which costs more than most of what is waited for. */
const OVER = new Error('it is over');

/**
 * Runs work whose signal aborts with a DeadlineError after `ms`.
 *
 * Assumes that the work heeds its signal; the call returns only when the work has settled, so nothing runs on unseen.
 */
export function withDeadline<T>(
  options: { readonly clock: Clock; readonly ms: number; readonly what: string; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return withChildSignal(options.signal, async (signal, abort) => {
    const timer = new AbortController();
    options.clock.sleep(options.ms, timer.signal).then(
      () => abort(new DeadlineError(options.what, options.ms)),
      () => {},
    );
    try {
      return await work(signal);
    } finally {
      timer.abort(OVER);
    }
  });
}
