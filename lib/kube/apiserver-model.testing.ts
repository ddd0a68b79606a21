/** What a kube-apiserver does with requests, as a value: no sockets, no clock of its own, no schema. */
import { randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;

/** An object as it is stored. Shared with whoever reads it, and never changed in place. */
export interface Stored {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion: string;
    readonly uid: string;
    readonly generation: number;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

export interface ModelRequest {
  readonly method: string;
  readonly path: string;
  readonly query: { get(name: string): string | null };
  /** As it was parsed from the wire. */
  readonly body: Json;
  readonly contentType?: string | undefined;
}

export interface ModelAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Where the lines of one watch go. */
export interface Watcher {
  write(line: string): void;
  end(): void;
}

export interface Change {
  readonly version: number;
  readonly collection: string;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Stored;
  /** What it was before; undefined for a new one. */
  readonly before: Stored | undefined;
}

interface Place {
  /** `/api/v1/…` without namespace and name: one per kind. */
  readonly collection: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
}

interface Watch {
  readonly place: Place;
  readonly selects: (object: Stored) => boolean;
  readonly watcher: Watcher;
}

const PODS = '/api/v1/pods';
const BUDGETS = '/apis/policy/v1/poddisruptionbudgets';

/**
 * Guarantees, which the contract suite holds to the real one's behaviour: compare-and-swap by resourceVersion, preconditions by
 * uid, one order of versions, watches from any version that is not compacted away, nothing stored by a write that changes nothing.
 * A pod that is on a node ends in two steps: it is marked, and its kubelet deletes it. Evictions respect and use up budgets.
 */
export class ApiserverModel {
  /** Called after each change, before anybody is told of it. */
  onChange: (change: Change) => void = () => {};
  #version = 1;
  #compacted = 0;
  #history: Change[] = [];
  readonly #objects = new Map<string, Map<string, Stored>>();
  readonly #owners = new Map<string, Map<string, string>>();
  readonly #watches = new Set<Watch>();
  readonly #now: () => number;
  readonly #uid: () => string;

  constructor(options: { readonly now?: () => number; readonly uid?: () => string } = {}) {
    this.#now = options.now ?? Date.now;
    this.#uid = options.uid ?? randomUUID;
  }

  get version(): string {
    return String(this.#version);
  }

  get watching(): number {
    return this.#watches.size;
  }

  /** Everything of one kind, by `/api/v1/…` or `/apis/…/plural`. */
  all(collection: string): readonly Stored[] {
    return [...(this.#objects.get(collection)?.values() ?? [])];
  }

  /** Forgets all history up to now. */
  compact(): void {
    this.#compacted = this.#version;
    this.#history = [];
  }

  /** Ends all watches, as the server does in its own time. */
  endWatches(): void {
    for (const { watcher } of [...this.#watches]) watcher.end();
  }

  /** Sends a line on all watches. */
  sendToWatches(line: string): void {
    for (const { watcher } of this.#watches) watcher.write(line);
  }

  /** Sends a bookmark with the current version on all watches. */
  bookmark(): void {
    this.#version++;
    this.sendToWatches(this.#bookmarkLine());
  }

  /** Anything but a watch. */
  serve(request: ModelRequest): ModelAnswer {
    const { body, query } = request;
    const place = parsePath(request.path);
    if (!place) return fail(404, 'NotFound', `no such path: ${request.path}`);
    if (place.subresource === 'eviction') return this.#evict(place, body);
    switch (request.method) {
      case 'GET':
        return place.name === undefined ? this.#list(place, query) : this.#get(place);
      case 'POST':
        return this.#create({ ...place, name: (body['metadata'] as Stored['metadata']).name }, body);
      case 'PUT':
        return this.#update(place, body, () => body);
      case 'PATCH':
        return request.contentType === 'application/apply-patch+yaml'
          ? this.#apply(place, body, query)
          : this.#update(place, body, (current) => merge(current, body) as Json);
      case 'DELETE':
        return this.#delete(place, body);
      default:
        return fail(405, 'MethodNotAllowed', request.method);
    }
  }

  /** Tells of changes from now on, those since the version that was asked for first. Returns the way to stop. */
  watch({ path, query }: Pick<ModelRequest, 'path' | 'query'>, watcher: Watcher): () => void {
    const place = parsePath(path);
    const from = Number(query.get('resourceVersion') ?? this.#version);
    if (place === undefined || from < this.#compacted) {
      const status = { kind: 'Status', code: 410, reason: 'Expired', message: `too old resource version: ${from}` };
      watcher.write(JSON.stringify({ type: 'ERROR', object: status }));
      watcher.end();
      return () => {};
    }
    const watch: Watch = { place, selects: selectorOf(place, query), watcher };
    if (query.get('sendInitialEvents') === 'true') {
      for (const object of this.all(place.collection)) {
        if (watch.selects(object)) watcher.write(JSON.stringify({ type: 'ADDED', object }));
      }
      watcher.write(this.#bookmarkLine({ annotations: { 'k8s.io/initial-events-end': 'true' } }));
    }
    for (const change of this.#history) if (change.version > from) deliver(watch, change, lineOf(change));
    this.#watches.add(watch);
    const seconds = Number(query.get('timeoutSeconds') ?? 0);
    if (seconds > 0 && seconds < 10) {
      // the real one sends a bookmark shortly before it ends a watch; tests of that ask for a few seconds
      watcher.write(this.#bookmarkLine());
      watcher.end();
    }
    return () => this.#watches.delete(watch);
  }

  #bookmarkLine(metadata: object = {}): string {
    return JSON.stringify({ type: 'BOOKMARK', object: { metadata: { resourceVersion: this.version, ...metadata } } });
  }

  #find(place: Place): Stored | undefined {
    return this.#objects.get(place.collection)?.get(keyOf(place));
  }

  #get(place: Place): ModelAnswer {
    const object = this.#find(place);
    return object ? { status: 200, body: object } : fail(404, 'NotFound', `${place.name} not found`);
  }

  #list(place: Place, query: ModelRequest['query']): ModelAnswer {
    const token = query.get('continue');
    const [version, after] = token ? (JSON.parse(token) as [number, string]) : [this.#version, ''];
    if (version < this.#compacted) return fail(410, 'Expired', 'the provided continue parameter is too old');
    const limit = Number(query.get('limit') ?? 0) || Number.POSITIVE_INFINITY;
    const selects = selectorOf(place, query);
    const rest = this.all(place.collection)
      .filter((object) => selects(object) && object.metadata.name > after)
      .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    const items = rest.slice(0, limit);
    const next = rest.length > items.length ? JSON.stringify([version, items.at(-1)?.metadata.name]) : undefined;
    return { status: 200, body: { metadata: { resourceVersion: String(version), continue: next }, items } };
  }

  #create(place: Place, body: Json): ModelAnswer {
    if (this.#find(place)) return fail(409, 'AlreadyExists', `${place.name} already exists`);
    return { status: 201, body: this.#store(place, 'ADDED', body) };
  }

  #update(place: Place, body: Json, change: (current: Stored) => Json): ModelAnswer {
    const current = this.#find(place);
    if (!current) return fail(404, 'NotFound', `${place.name} not found`);
    const sent = body['metadata'] as Partial<Stored['metadata']> | undefined;
    if (sent?.resourceVersion !== undefined && sent.resourceVersion !== current.metadata.resourceVersion) {
      return fail(409, 'Conflict', `${place.name}: the object has been modified`);
    }
    const changed = change(current);
    // a subresource is written alone, whatever else was sent with it
    const next = place.subresource === 'status' ? { ...current, status: changed['status'] } : changed;
    return { status: 200, body: this.#store(place, 'MODIFIED', next) };
  }

  #apply(place: Place, body: Json, query: ModelRequest['query']): ModelAnswer {
    const manager = query.get('fieldManager') ?? '';
    const id = `${place.collection}/${keyOf(place)}`;
    const owners = this.#owners.get(id) ?? new Map<string, string>();
    const current = this.#find(place);
    const { metadata: _m, apiVersion: _a, kind: _k, ...fields } = body;
    const wanted = leaves(fields);
    const had = leaves(current ?? {});
    for (const [path, value] of wanted) {
      const owner = owners.get(path);
      if (owner !== undefined && owner !== manager && had.get(path) !== value && query.get('force') !== 'true') {
        return fail(409, 'Conflict', `Apply failed with 1 conflict: conflict with "${owner}": ${path}`);
      }
    }
    for (const path of wanted.keys()) owners.set(path, manager);
    this.#owners.set(id, owners);
    const object = this.#store(place, current ? 'MODIFIED' : 'ADDED', merge(current ?? {}, body) as Json);
    return { status: current ? 200 : 201, body: object };
  }

  #delete(place: Place, body: Json): ModelAnswer {
    const current = this.#find(place);
    if (!current) return fail(404, 'NotFound', `${place.name} not found`);
    const options = body as { gracePeriodSeconds?: number; preconditions?: { uid?: string; resourceVersion?: string } };
    const { uid, resourceVersion } = options.preconditions ?? {};
    if (uid !== undefined && uid !== current.metadata.uid) {
      return fail(409, 'Conflict', `the UID in the precondition (${uid}) does not match the UID in record`);
    }
    if (resourceVersion !== undefined && resourceVersion !== current.metadata.resourceVersion) {
      return fail(409, 'Conflict', 'the ResourceVersion in the precondition does not match the one in record');
    }
    const spec = current['spec'] as { nodeName?: string; terminationGracePeriodSeconds?: number } | undefined;
    const seconds = options.gracePeriodSeconds ?? spec?.terminationGracePeriodSeconds ?? 30;
    if (place.collection === PODS && spec?.nodeName !== undefined && seconds > 0) {
      if (current.metadata.deletionTimestamp === undefined) {
        const deletionTimestamp = new Date(this.#now() + seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
        this.#store(place, 'MODIFIED', { ...current, metadata: { ...current.metadata, deletionTimestamp } });
      }
    } else {
      this.#objects.get(place.collection)?.delete(keyOf(place));
      this.#store(place, 'DELETED', current, current);
    }
    return { status: 200, body: { kind: 'Status', status: 'Success' } };
  }

  #evict(place: Place, body: Json): ModelAnswer {
    const pod = { ...place, subresource: undefined };
    const found = this.#find(pod);
    const options = (body['deleteOptions'] ?? {}) as Json;
    if (found === undefined) return this.#delete(pod, options);
    const budget = this.all(BUDGETS).find(
      ({ metadata, ...rest }) =>
        metadata.namespace === place.namespace &&
        matches((rest['spec'] as { selector?: LabelSelector } | undefined)?.selector, found.metadata.labels),
    );
    // one that is on its way out already costs its budget nothing more
    if (budget === undefined || found.metadata.deletionTimestamp !== undefined) return this.#delete(pod, options);
    const status = budget['status'] as { disruptionsAllowed?: number } | undefined;
    const allowed = status?.disruptionsAllowed ?? 0;
    if (allowed <= 0) {
      const message = `The disruption budget ${budget.metadata.name} needs more healthy pods`;
      const causes = [{ reason: 'DisruptionBudget', message }];
      const text = "Cannot evict pod as it would violate the pod's disruption budget.";
      return fail(429, 'TooManyRequests', text, { causes });
    }
    const answer = this.#delete(pod, options);
    if (answer.status === 200) {
      const at = { ...place, collection: BUDGETS, name: budget.metadata.name, subresource: undefined };
      this.#store(at, 'MODIFIED', { ...budget, status: { ...status, disruptionsAllowed: allowed - 1 } });
    }
    return answer;
  }

  #store(place: Place, type: Change['type'], body: Json, before = this.#find(place)): Stored {
    const sent = (body['metadata'] ?? {}) as Partial<Stored['metadata']>;
    const version = this.#version + 1;
    const object: Stored = {
      ...body,
      metadata: {
        ...sent,
        name: place.name ?? '',
        ...(place.namespace !== undefined && { namespace: place.namespace }),
        uid: before?.metadata.uid ?? sent.uid ?? this.#uid(),
        generation:
          (before?.metadata.generation ?? 0) + (type === 'DELETED' || isSame(wishOf(before), wishOf(body)) ? 0 : 1),
        resourceVersion: String(version),
        managedFields: [{ manager: 'fake' }],
      },
    };
    if (type === 'MODIFIED' && before !== undefined && isSame(before, unversioned(object, before))) return before;
    this.#version = version;
    const collection = this.#objects.get(place.collection) ?? new Map<string, Stored>();
    this.#objects.set(place.collection, collection);
    if (type !== 'DELETED') collection.set(keyOf(place), object);
    const change: Change = { version, collection: place.collection, type, object, before };
    this.#history.push(change);
    this.onChange(change);
    const line = lineOf(change);
    for (const watch of [...this.#watches]) deliver(watch, change, line);
    return object;
  }
}

const unversioned = (object: Stored, before: Stored): Stored => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: before.metadata.resourceVersion },
});

/** What a person, or a controller, asks for: a change of it is a new generation. */
function wishOf(object: Json | undefined): unknown {
  if (object === undefined) return undefined;
  const { metadata: _, status: __, ...rest } = object;
  return rest;
}

/** As JSON, whatever the order of its fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Json, b as Json];
  for (const key of Object.keys(left)) if (left[key] !== undefined && !isSame(left[key], right[key])) return false;
  for (const key of Object.keys(right)) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

const lineOf = ({ type, object }: Change): string => JSON.stringify({ type, object });

function deliver(watch: Watch, change: Change, line: string): void {
  if (watch.place.collection !== change.collection || !watch.selects(change.object)) return;
  watch.watcher.write(line);
}

interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** Only by labels that must be equal. */
function matches(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>> = {}): boolean {
  return (
    selector !== undefined && Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
  );
}

/** Equality of fields and labels, which is all that an apiserver knows of fields. */
function selectorOf({ namespace }: Place, query: ModelRequest['query']): (object: Stored) => boolean {
  const fields = termsOf(query.get('fieldSelector'));
  const labels = termsOf(query.get('labelSelector'));
  return (object) =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    fields.every(([path, value]) => at(object, path.split('.')) === value) &&
    labels.every(([key, value]) => object.metadata.labels?.[key] === value);
}

const termsOf = (selector: string | null): readonly (readonly [string, string])[] =>
  (selector ?? '')
    .split(',')
    .filter((term) => term !== '')
    .map((term) => {
      const [key = '', value = ''] = term.split(/==?(.*)/s);
      return [key, value] as const;
    });

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? (part as Json)[key] : undefined),
    value,
  );
}

function parsePath(path: string): Place | undefined {
  const match =
    /^(?<root>\/api\/v1|\/apis\/[^/]+\/[^/]+)(?:\/namespaces\/(?<namespace>[^/]+)(?=\/))?\/(?<plural>[^/]+)(?:\/(?<name>[^/]+))?(?:\/(?<sub>[^/]+))?$/.exec(
      path,
    );
  const groups = match?.groups;
  if (!groups) return undefined;
  return {
    collection: `${groups['root']}/${groups['plural']}`,
    namespace: groups['namespace'],
    name: groups['name'],
    subresource: groups['sub'],
  };
}

function keyOf(place: Place): string {
  return `${place.namespace ?? ''}/${place.name}`;
}

/** RFC 7386. */
function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Json = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) leaves(part, `${path}.${key}`, found);
  } else found.set(path, JSON.stringify(value));
  return found;
}

function fail(code: number, reason: string, message: string, details: Json = {}): ModelAnswer {
  return { status: code, body: { kind: 'Status', code, reason, message, details } };
}
