import { withChildSignal } from '../control/abort.ts';
import { type BackoffPolicy, backoffDelay, RECONNECT_BACKOFF } from '../control/backoff.ts';
import type { Clock } from '../control/clock.ts';
import { ApiError, ConnectionError, isGone, type StatusBody } from './errors.ts';
import { listPages, type Selection } from './list.ts';
import { type KubeObject, type ResourceType, resourcePath } from './objects.ts';
import type { Transport } from './transport.ts';

export type WatchEvent<T> =
  /** Everything there is now; what was known before and is not in here is gone. */
  | { readonly kind: 'init'; readonly objects: readonly T[]; readonly resourceVersion: string }
  /** The object is new or has changed. */
  | { readonly kind: 'apply'; readonly object: T }
  /** The object is gone; its last state. */
  | { readonly kind: 'delete'; readonly object: T };

export type WatchState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'listing' }
  | { readonly kind: 'watching'; readonly resourceVersion: string };

export interface WatchOptions<T> extends Selection {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Has the watch itself tell first what there is: one request instead of two, for what is few. An apiserver that can't is asked for a list. */
  readonly streamed?: boolean | undefined;
  /** Applied to each object as it arrives, e.g. to drop fields that would only take memory. */
  readonly transform?: (object: T) => T;
  /** Told of every failure, all of which are retried after `delayMs`. */
  readonly onError?: (error: unknown, delayMs: number) => void;
  readonly onState?: (state: WatchState) => void;
  readonly backoff?: BackoffPolicy;
  /** A watch on which nothing arrives for so long is taken for dead. Bookmarks come about once a minute. */
  readonly silenceMs?: number;
  readonly random?: () => number;
}

interface RawEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: unknown;
}

const SILENCE_MS = 150_000;
/** A connection that lives as long was a good one; the next failure starts the back-off anew. */
const GOOD_WATCH_MS = 30_000;

/**
 * Lists a kind and then follows its changes for ever.
 *
 * Guarantees
 * - The first event is `init`. It comes again whenever history was lost (410); the receiver swaps its picture then.
 * - Never ends by itself: whatever fails is reported to `onError` and retried with back-off, until the signal aborts.
 * - A watch goes on from the last version seen (bookmarks included), so a reconnect loses and repeats nothing.
 * - A server that accepts and closes at once is backed off from, too: only time alive makes a connection count as good.
 *
 * Errors: throws `signal.reason` on abort, nothing else.
 */
export async function* watch<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  options: WatchOptions<T>,
): AsyncGenerator<WatchEvent<T>, never> {
  const { clock, signal, random = Math.random, backoff = RECONNECT_BACKOFF } = options;
  let state = { kind: 'empty' } as WatchState;
  let failures = 0;
  let streamed = options.streamed ?? false;
  const enter = (next: WatchState) => {
    if (next.kind !== state.kind) options.onState?.(next);
    state = next;
  };
  for (;;) {
    signal.throwIfAborted();
    const start = clock.monotonic();
    let problem: unknown;
    try {
      let from: string | undefined;
      if (state.kind === 'watching') {
        from = state.resourceVersion;
      } else if (streamed) {
        enter({ kind: 'listing' });
      } else {
        enter({ kind: 'listing' });
        const { objects, resourceVersion } = await listAll(transport, type, options);
        yield { kind: 'init', objects, resourceVersion };
        from = resourceVersion;
        enter({ kind: 'watching', resourceVersion: from });
      }
      for await (const { event, resourceVersion } of watchOnce(transport, type, from, options)) {
        // before the yield: a receiver that throws must not make us repeat the event
        enter({ kind: 'watching', resourceVersion });
        if (event) yield event;
      }
    } catch (error) {
      signal.throwIfAborted();
      problem = error;
      if (state.kind === 'listing' && streamed && isRefusal(error)) streamed = false;
      // anything else leaves history as it is: go on from where we were
      if (losesHistory(error)) enter({ kind: 'empty' });
    }
    failures = clock.monotonic() - start >= GOOD_WATCH_MS ? 0 : failures + 1;
    // the server ends each watch in time; that is no failure, and is followed up at once
    const delayMs = problem === undefined && failures === 0 ? 0 : backoffDelay(backoff, Math.max(1, failures), random);
    if (problem !== undefined) options.onError?.(problem, delayMs);
    await clock.sleep(delayMs, signal);
  }
}

/** The apiserver does not know of streamed lists, or has them switched off. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 400 || error.status === 422);

/**
 * Whether going on from the version in hand is hopeless: it is compacted away, or the server does not know it (yet),
 * which is how an etcd restored from a snapshot shows.
 */
function losesHistory(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const tooLarge = error.details.causes?.some(({ reason }) => reason === 'ResourceVersionTooLarge') ?? false;
  return tooLarge || error.status === 400 || isGone(error);
}

async function listAll<T extends KubeObject>(transport: Transport, type: ResourceType<T>, options: WatchOptions<T>) {
  const { transform = (object: T) => object } = options;
  const objects: T[] = [];
  let resourceVersion = '';
  for await (const page of listPages(transport, type, options)) {
    for (const object of page.items) objects.push(transform(object));
    resourceVersion = page.resourceVersion;
  }
  return { objects, resourceVersion };
}

interface Progress<T> {
  readonly resourceVersion: string;
  /** Absent for a bookmark. */
  readonly event?: WatchEvent<T>;
}

/** On the bookmark that ends what there was when a streamed list began. */
const INITIAL_END = 'k8s.io/initial-events-end';

/**
 * One connection's worth of events, from a version on; without one everything that there is comes first, as `init`. Returns when the
 * server ends it, throws when it breaks.
 */
async function* watchOnce<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  resourceVersion: string | undefined,
  options: WatchOptions<T>,
): AsyncGenerator<Progress<T>> {
  const { clock, random = Math.random, silenceMs = SILENCE_MS, transform = (object: T) => object } = options;
  const path = resourcePath(type, { namespace: options.namespace });
  const connection = new AbortController();
  const follow = () => connection.abort(options.signal.reason);
  options.signal.addEventListener('abort', follow, { once: true });
  const watchdog = new SilenceWatchdog(clock, silenceMs, () =>
    connection.abort(new ConnectionError(`watch of ${path}: nothing arrived for ${silenceMs} ms`)),
  );
  try {
    options.signal.throwIfAborted();
    const lines = await transport.lines({
      path,
      query: {
        watch: true,
        resourceVersion,
        ...(resourceVersion === undefined ? { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' } : {}),
        allowWatchBookmarks: true,
        // spread, so that not all watches of all clients come back at once
        timeoutSeconds: 240 + Math.floor(random() * 50),
        labelSelector: options.labelSelector,
        fieldSelector: options.fieldSelector,
      },
      signal: connection.signal,
    });
    let present: T[] | undefined = resourceVersion === undefined ? [] : undefined;
    for await (const line of lines) {
      watchdog.heard();
      const raw = parseEvent(line, path);
      if (raw.type === 'ERROR') {
        const status = raw.object as StatusBody;
        throw new ApiError(`watch of ${path}`, status.code ?? 500, status);
      }
      const object = raw.object as T;
      const next = object.metadata.resourceVersion ?? resourceVersion ?? '';
      if (present !== undefined) {
        if (raw.type !== 'BOOKMARK') present.push(transform(object));
        else if (object.metadata.annotations?.[INITIAL_END] === 'true') {
          yield { resourceVersion: next, event: { kind: 'init', objects: present, resourceVersion: next } };
          present = undefined;
        }
      } else if (raw.type === 'BOOKMARK') yield { resourceVersion: next };
      else {
        const kind = raw.type === 'DELETED' ? 'delete' : 'apply';
        yield { resourceVersion: next, event: { kind, object: transform(object) } };
      }
    }
  } finally {
    options.signal.removeEventListener('abort', follow);
    watchdog.stop();
    connection.abort();
  }
}

function parseEvent(line: string, path: string): RawEvent {
  try {
    return JSON.parse(line) as RawEvent;
  } catch (error) {
    throw new ConnectionError(`watch of ${path}: a line that is no JSON`, { cause: error });
  }
}

/** Calls `onSilence` once nothing was heard for `limitMs`. */
class SilenceWatchdog {
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  #last: number;

  constructor(clock: Clock, limitMs: number, onSilence: () => void) {
    this.#clock = clock;
    this.#last = clock.monotonic();
    this.#run(limitMs).then(onSilence, () => {});
  }

  heard(): void {
    this.#last = this.#clock.monotonic();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #run(limitMs: number): Promise<void> {
    for (let left = limitMs; left > 0; left = this.#last + limitMs - this.#clock.monotonic()) {
      await this.#clock.sleep(left, this.#stop.signal);
    }
  }
}

/**
 * Watches until an object satisfies the predicate, and returns it; `undefined` objects stand for deletion.
 *
 * Errors: `signal.reason` on abort. Give the signal a deadline.
 */
export function waitFor<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  at: { readonly namespace?: string; readonly name: string },
  options: { readonly clock: Clock; readonly signal: AbortSignal },
  predicate: (object: T | undefined) => boolean,
): Promise<T | undefined> {
  return withChildSignal(options.signal, async (signal) => {
    const selection = { namespace: at.namespace, fieldSelector: `metadata.name=${at.name}` };
    for await (const event of watch(transport, type, { ...selection, clock: options.clock, signal })) {
      const object = event.kind === 'init' ? event.objects[0] : event.kind === 'apply' ? event.object : undefined;
      if (predicate(object)) return object;
    }
    return undefined;
  });
}
