/**
 * The store of resources: a thin view over what the rooms of machined hold. It is read at the moment of asking; what changed is
 * found by comparing the versions of two readings, so that a watcher costs a few bytes for each resource and nothing besides.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, suggest } from '@talos/crds/config/index.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { EventBus } from '../machine/types.ts';
import { columns, type Resource, type ResourceEvent, type ResourceItem, type ResourceKind } from './types.ts';

export interface ReadOptions {
  /** Empty: all of the kind. */
  readonly id: string;
  readonly follow: boolean;
  readonly signal: AbortSignal;
}

export interface ResourceStore {
  /** By its name, singular or plural. Errors: NOT_FOUND with the nearest. */
  kind(name: string): ResourceKind;
  /**
   * What there is, a bookmark, and with `follow` each change from then on.
   *
   * Guarantees: no change is missed, but several of the same resource may be told as one; a reader who is slow holds up nobody.
   * Errors: NOT_FOUND when the one that is asked for is not there and not waited for; what reading the kind throws.
   */
  read(kind: ResourceKind, options: ReadOptions): AsyncIterable<ResourceEvent>;
}

/** A change is often several events: they are taken together. */
const SETTLE_MS = 50;

export function createResourceStore(options: {
  readonly kinds: readonly ResourceKind[];
  readonly events: Pick<EventBus, 'follow' | 'tail'>;
  readonly clock: Pick<Clock, 'sleep'>;
}): ResourceStore {
  const kinds: readonly ResourceKind[] = [kindOfKinds(() => kinds), ...options.kinds];
  const byName = new Map(kinds.flatMap((kind) => [kind.name, plural(kind.name)].map((name) => [name, kind] as const)));

  const read = async (kind: ResourceKind, { id, signal }: ReadOptions): Promise<readonly Resource[]> =>
    (await kind.list(signal))
      .filter((item) => id === '' || item.id === id)
      .map((item) => ({ ...item, kind: kind.name, version: versionOf(item) }));

  return {
    kind(name) {
      const kind = byName.get(name.toLowerCase());
      if (kind !== undefined) return kind;
      const nearest = suggest(name, [...byName.keys()]) || '; osctl get kinds lists them';
      throw new RpcError('NOT_FOUND', `no kind of resource ${JSON.stringify(name.slice(0, 64))}${nearest}`, {
        reason: 'KIND_NOT_FOUND',
      });
    },
    async *read(kind, request) {
      const ended = new AbortController();
      const signal = AbortSignal.any([request.signal, ended.signal]);
      // Before the first reading, so that nothing falls between the two.
      const changed = request.follow ? changesOf(kind, { ...options, signal }) : undefined;
      try {
        const versions = new Map<string, string>();
        for (const resource of await read(kind, request)) {
          versions.set(resource.id, resource.version);
          yield { type: 'CREATED', resource };
        }
        if (changed === undefined && request.id !== '' && versions.size === 0) {
          throw new RpcError(
            'NOT_FOUND',
            `no ${kind.name} ${request.id} on this node; osctl get ${plural(kind.name)}`,
            {
              reason: 'RESOURCE_NOT_FOUND',
            },
          );
        }
        yield { type: 'BOOKMARK' };
        while (changed !== undefined && (await changed())) {
          await options.clock.sleep(SETTLE_MS, signal);
          yield* differences(kind, versions, await read(kind, request));
        }
      } finally {
        ended.abort();
      }
    },
  };
}

/** Brings `versions` up to date. */
function* differences(
  kind: ResourceKind,
  versions: Map<string, string>,
  now: readonly Resource[],
): Generator<ResourceEvent> {
  const gone = new Map(versions);
  for (const resource of now) {
    const before = versions.get(resource.id);
    gone.delete(resource.id);
    if (before === resource.version) continue;
    versions.set(resource.id, resource.version);
    yield { type: before === undefined ? 'CREATED' : 'UPDATED', resource };
  }
  for (const [id, version] of gone) {
    versions.delete(id);
    yield { type: 'DELETED', resource: { kind: kind.name, id, version, spec: {} } };
  }
}

/** Returns what resolves once the kind may have changed since it was last asked: true; or false when the signal has fired. */
function changesOf(
  kind: ResourceKind,
  {
    events,
    clock,
    signal,
  }: Pick<Parameters<typeof createResourceStore>[0], 'events' | 'clock'> & { readonly signal: AbortSignal },
): () => Promise<boolean> {
  let changed = false;
  let wake: () => void = () => {};
  const mark = () => {
    changed = true;
    wake();
  };
  const newest = events.tail(1).at(-1)?.id ?? 0;
  const follow = async () => {
    for await (const { type, action } of events.follow(newest, signal)) {
      if (action === 'lost' || kind.changesWith.includes(type)) mark();
    }
  };
  const poll = async (everyMs: number) => {
    for (;;) {
      await clock.sleep(everyMs, signal);
      mark();
    }
  };
  if (kind.changesWith.length > 0) follow().catch(() => {});
  if (kind.pollMs !== undefined) poll(kind.pollMs).catch(() => {});
  signal.addEventListener('abort', () => wake(), { once: true });
  return async () => {
    if (!changed && !signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    changed = false;
    return !signal.aborted;
  };
}

const versionOf = ({ spec }: ResourceItem): string =>
  createHash('sha256').update(canonicalJson(spec)).digest('hex').slice(0, 12);

/** service → services, address → addresses */
const plural = (name: string): string => (name.endsWith('s') ? `${name}es` : `${name}s`);

function kindOfKinds(kinds: () => readonly ResourceKind[]): ResourceKind {
  return {
    name: 'kind',
    description: 'what can be asked for',
    columns: columns('SENSITIVE /sensitive', 'DESCRIPTION /description'),
    changesWith: [],
    list: () =>
      kinds().map(({ name, description, sensitive, columns }) => ({
        id: name,
        spec: { description, sensitive: sensitive === true, columns: columns.map((column) => ({ ...column })) },
      })),
  };
}
