/** Streams of calls as async iterables, with back-pressure and without leaked listeners. */
import type { Readable, Writable } from 'node:stream';
import { FramedMessage } from './framed.ts';

/**
 * Writes all of `source` to `target`, no faster than `target` takes it. Does not end `target`.
 *
 * Guarantees: when `signal` aborts, it returns at once (rejecting with the signal's reason) and asks the source to finish;
 * one listener of each kind for the whole stream, whatever its length.
 * Errors: what the source throws.
 */
export async function pump<T>(source: AsyncIterable<T>, target: Writable, signal: AbortSignal): Promise<void> {
  let wake: () => void = () => {};
  const onDrain = () => wake();
  target.on('drain', onDrain);
  target.on('close', onDrain);
  try {
    for await (const item of abortable(source, signal)) {
      if (target.destroyed || target.writableEnded) return;
      const taken = item instanceof FramedMessage ? target.write(item, () => item.release()) : target.write(item);
      if (taken || target.destroyed) continue;
      await unlessAborted(
        new Promise<void>((resolve) => {
          wake = resolve;
        }),
        signal,
      );
    }
  } finally {
    target.off('drain', onDrain);
    target.off('close', onDrain);
  }
}

/**
 * The items of `source` until it ends or `signal` aborts.
 *
 * Guarantees: rejects with the signal's reason as soon as it aborts, also while the source is waiting. The source's
 * return() is called on every early end but not waited for: a source that ignores the signal cannot hold its consumer.
 */
export async function* abortable<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let rejectAborted: (reason: unknown) => void = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    rejectAborted = reject;
  });
  aborted.catch(() => {});
  const onAbort = () => rejectAborted(signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  let finished = false;
  try {
    while (true) {
      const next = iterator.next();
      next.catch(() => {}); // when the signal wins the race, nobody else looks at it
      const result = await Promise.race([next, aborted]);
      if (result.done) {
        finished = true;
        return;
      }
      yield result.value;
    }
  } catch (error) {
    if (!signal.aborted) finished = true; // the source itself threw: it has ended
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (!finished) iterator.return?.().catch(() => {});
  }
}

/** Errors: the signal's reason when it aborts first. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let onAbort: () => void = () => {};
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_resolve, reject) => {
        onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
      }),
    ]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The objects of a Readable, which stays usable (for writing, for its trailers) when the consumer stops early. */
export function objectsOf<T>(readable: Readable): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => readable.iterator({ destroyOnReturn: false }) as AsyncIterator<T> };
}
