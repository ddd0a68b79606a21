import type { Logger } from 'pino';
import { abortable } from '../control/abort.ts';
import type { Clock } from '../control/clock.ts';
import type { Selection } from './list.ts';
import { compareResourceVersions, type KubeObject, keyOf, type ResourceType } from './objects.ts';
import type { Transport } from './transport.ts';
import { type WatchEvent, watch } from './watch.ts';

/** Maps an object to the values under which an index finds it. */
export type IndexFunction<T> = (object: T) => readonly string[];

export interface StoreOptions<T extends KubeObject> extends Selection {
  readonly type: ResourceType<T>;
  readonly indexes?: Readonly<Record<string, IndexFunction<T>>>;
  /** As WatchOptions.streamed. */
  readonly streamed?: boolean;
  /** Drops what nobody reads, to save memory; managedFields are always dropped. */
  readonly strip?: (object: T) => T;
}

/**
 * A live picture of one kind: the newest known state of every object, kept up to date by a watch.
 *
 * Guarantees
 * - Empty and not synced until the first list is complete; from then on never emptied by a lost connection.
 * - Per object, states never go back in time, also not across `written` (unless etcd itself was taken back).
 * - Objects are frozen deeply and shared; take them apart with spread, never by change.
 *
 * Listeners get keys only: a reconcile reads the state itself, when its turn comes.
 */
export class Store<T extends KubeObject> {
  readonly type: ResourceType<T>;
  readonly #options: StoreOptions<T>;
  readonly #objects = new Map<string, T>();
  readonly #indexes = new Map<string, Map<string, Set<string>>>();
  readonly #listeners = new Set<(key: string) => void>();
  readonly #synced = Promise.withResolvers<void>();
  #hasSynced = false;
  /** How far the watch has come. */
  #seen = '';

  constructor(options: StoreOptions<T>) {
    this.type = options.type;
    this.#options = options;
    for (const name of Object.keys(options.indexes ?? {})) this.#indexes.set(name, new Map());
  }

  /** Whether the first list is in. Before that, absence means nothing. */
  get hasSynced(): boolean {
    return this.#hasSynced;
  }

  /** Resolves when the first list is in. Errors: `signal.reason`. */
  synced(signal: AbortSignal): Promise<void> {
    return abortable(this.#synced.promise, signal);
  }

  get size(): number {
    return this.#objects.size;
  }

  /** By `name` or `namespace/name`. */
  get(key: string): T | undefined {
    return this.#objects.get(key);
  }

  keys(): IterableIterator<string> {
    return this.#objects.keys();
  }

  /** Iterates without copying; do not await in between. */
  values(): IterableIterator<T> {
    return this.#objects.values();
  }

  list(): readonly T[] {
    return [...this.#objects.values()];
  }

  /** All objects that the named index has under this value. */
  byIndex(index: string, value: string): readonly T[] {
    const entries = this.#indexes.get(index);
    if (!entries) throw new TypeError(`store of ${this.type.kind}: no index "${index}"`);
    return [...(entries.get(value) ?? [])].map((key) => this.#objects.get(key)!);
  }

  /**
   * Calls back with the key of every object that appears, changes or goes, after the store shows it. Returns the way
   * to stop. A listener only notes the key (enqueues it) and does not throw.
   */
  onChange(listener: (key: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Shows the result of our own write at once, ahead of the watch, so that the next reconcile does not act on a state
   * from before it. Ignored when the watch is further already.
   */
  written(object: T): void {
    const version = object.metadata.resourceVersion;
    // at or before what the watch has told: it knows better, maybe even that the object is gone since
    if (compareResourceVersions(version, this.#seen) <= 0) return;
    if (this.#put(this.#prepare(object))) this.#notify(keyOf(object));
  }

  /** Takes in one event of a watch. */
  receive(event: WatchEvent<T>): void {
    switch (event.kind) {
      case 'init': {
        const changed = new Set<string>();
        // etcd was restored from a snapshot: versions from before mean nothing now
        const rewound = compareResourceVersions(event.resourceVersion, this.#seen) < 0;
        if (rewound) for (const key of [...this.#objects.keys()]) if (this.#drop(key)) changed.add(key);
        this.#seen = event.resourceVersion;
        const present = new Set<string>();
        for (const object of event.objects) {
          const key = keyOf(object);
          present.add(key);
          if (this.#put(this.#prepare(object))) changed.add(key);
        }
        for (const [key, object] of this.#objects) {
          // what we wrote after the list's point in history is not in it
          const newer = compareResourceVersions(object.metadata.resourceVersion, event.resourceVersion) > 0;
          if (!present.has(key) && !newer && this.#drop(key)) changed.add(key);
        }
        if (!this.#hasSynced) {
          this.#hasSynced = true;
          this.#synced.resolve();
        }
        for (const key of changed) this.#notify(key);
        return;
      }
      case 'apply':
        this.#advance(event.object);
        if (this.#put(this.#prepare(event.object))) this.#notify(keyOf(event.object));
        return;
      case 'delete': {
        this.#advance(event.object);
        const key = keyOf(event.object);
        const known = this.#objects.get(key);
        // a namesake made since, which we know from our own write
        if (
          known &&
          compareResourceVersions(known.metadata.resourceVersion, event.object.metadata.resourceVersion) > 0
        ) {
          return;
        }
        if (this.#drop(key)) this.#notify(key);
        return;
      }
    }
  }

  /** Keeps the store up to date until the signal aborts, then returns. Failures are logged and retried for ever. */
  async run(
    transport: Transport,
    options: { readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal },
  ): Promise<void> {
    const { type, namespace, labelSelector, fieldSelector, streamed } = this.#options;
    const { clock, signal } = options;
    const logger = options.logger.child({ kind: type.kind });
    try {
      const events = watch(transport, type, {
        namespace,
        labelSelector,
        fieldSelector,
        streamed,
        clock,
        signal,
        // page by page, before the whole list is in memory
        transform: (object) => this.#prepare(object),
        onError: (err, delayMs) => logger.warn({ err, delayMs }, 'watch failed, will be retried'),
      });
      for await (const event of events) this.receive(event);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #prepare(object: T): T {
    if (Object.isFrozen(object)) return object;
    const { managedFields: _, ...metadata } = object.metadata;
    const slim = { ...object, metadata };
    return deepFreeze(this.#options.strip?.(slim) ?? slim);
  }

  #advance(object: T): void {
    const version = object.metadata.resourceVersion;
    if (version !== undefined && compareResourceVersions(version, this.#seen) > 0) this.#seen = version;
  }

  /** Whether anything changed. */
  #put(object: T): boolean {
    const key = keyOf(object);
    const known = this.#objects.get(key);
    if (known && compareResourceVersions(object.metadata.resourceVersion, known.metadata.resourceVersion) <= 0) {
      return false;
    }
    if (known) this.#unindex(key, known);
    this.#objects.set(key, object);
    for (const [name, entries] of this.#indexes) {
      for (const value of this.#options.indexes?.[name]?.(object) ?? []) {
        const keys = entries.get(value) ?? new Set();
        entries.set(value, keys.add(key));
      }
    }
    return true;
  }

  #drop(key: string): boolean {
    const known = this.#objects.get(key);
    if (!known) return false;
    this.#unindex(key, known);
    return this.#objects.delete(key);
  }

  #unindex(key: string, object: T): void {
    for (const [name, entries] of this.#indexes) {
      for (const value of this.#options.indexes?.[name]?.(object) ?? []) {
        const keys = entries.get(value);
        keys?.delete(key);
        if (keys?.size === 0) entries.delete(value);
      }
    }
  }

  #notify(key: string): void {
    for (const listener of this.#listeners) listener(key);
  }
}

function deepFreeze<V>(value: V): V {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
