import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Access } from './access.ts';

/** What a test lets happen to a request: nothing (undefined), an answer, a broken connection, or silence. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'hang' };

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

type Json = Record<string, unknown>;
interface Stored {
  metadata: Json & { name: string; namespace?: string; resourceVersion: string; uid: string; generation: number };
  [field: string]: unknown;
}
interface Change {
  readonly version: number;
  readonly collection: string;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Stored;
}
interface Place {
  /** `/api/v1/…` without namespace and name: one per kind. */
  readonly collection: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
}

/**
 * A small in-memory apiserver for faults that a real one does not have on demand. Knows no schema. What it does know
 * is held to the real one's behaviour by the contract suite.
 */
export class FakeApiserver {
  /** Decides about each request before it is served. */
  fault: (request: FakeRequest) => Fault | undefined = () => undefined;
  /** Every request that came in. */
  readonly requests: FakeRequest[] = [];
  connections = 0;
  #version = 1;
  #compacted = 0;
  #history: Change[] = [];
  readonly #objects = new Map<string, Map<string, Stored>>();
  readonly #owners = new Map<string, Map<string, string>>();
  readonly #watches = new Set<{
    readonly collection: string;
    readonly place: Place;
    readonly response: ServerResponse;
  }>();
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch((error: unknown) => fail(response, 500, 'InternalError', String(error)));
  });

  static async start(): Promise<FakeApiserver> {
    const fake = new FakeApiserver();
    fake.#server.on('connection', () => fake.connections++);
    fake.#server.listen(0, '127.0.0.1');
    await once(fake.#server, 'listening');
    return fake;
  }

  get access(): Access {
    const { port } = this.#server.address() as AddressInfo;
    return {
      server: new URL(`http://127.0.0.1:${port}`),
      namespace: undefined,
      credentials: async () => ({ headers: {}, tls: {} }),
    };
  }

  get watching(): number {
    return this.#watches.size;
  }

  get version(): string {
    return String(this.#version);
  }

  /** Forgets all history up to now. */
  compact(): void {
    this.#compacted = this.#version;
    this.#history = [];
  }

  /** Ends all watches, as the server does in its own time. */
  endWatches(): void {
    for (const { response } of this.#watches) response.end();
  }

  /** Sends a line on all watches. */
  sendToWatches(line: string): void {
    for (const { response } of this.#watches) response.write(`${line}\n`);
  }

  /** Sends a bookmark with the current version on all watches. */
  bookmark(): void {
    this.#version++;
    for (const { response } of this.#watches) response.write(this.#bookmarkLine());
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #bookmarkLine(): string {
    return `${JSON.stringify({ type: 'BOOKMARK', object: { metadata: { resourceVersion: this.version } } })}\n`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const seen: FakeRequest = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams };
    this.requests.push(seen);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const fault = this.fault(seen);
    switch (fault?.kind) {
      case 'break':
        request.socket.destroy();
        return;
      case 'hang':
        return;
      case 'answer':
        send(response, fault.status, fault.body ?? {}, fault.headers);
        return;
      case undefined:
        break;
    }
    const body = (text === '' ? {} : JSON.parse(text)) as Json;
    const place = parsePath(url.pathname);
    if (!place) return fail(response, 404, 'NotFound', `no such path: ${url.pathname}`);
    const { query } = seen;
    if (place.subresource === 'eviction') return this.#evict(place, body, response);
    switch (seen.method) {
      case 'GET':
        if (place.name !== undefined) return this.#get(place, response);
        return query.get('watch') === 'true' ? this.#watch(place, query, response) : this.#list(place, query, response);
      case 'POST':
        return this.#create({ ...place, name: (body['metadata'] as Stored['metadata']).name }, body, response);
      case 'PUT':
        return this.#update(place, body, response, () => body);
      case 'PATCH':
        return request.headers['content-type'] === 'application/apply-patch+yaml'
          ? this.#apply(place, body, query, response)
          : this.#update(place, body, response, (current) => merge(current, body) as Json);
      case 'DELETE':
        return this.#delete(place, body, response);
      default:
        return fail(response, 405, 'MethodNotAllowed', seen.method);
    }
  }

  #find(place: Place): Stored | undefined {
    return this.#objects.get(place.collection)?.get(keyOf(place));
  }

  #get(place: Place, response: ServerResponse) {
    const object = this.#find(place);
    if (!object) return fail(response, 404, 'NotFound', `${place.name} not found`);
    send(response, 200, object);
  }

  #matching(place: Place, query: URLSearchParams): Stored[] {
    const name = /^metadata\.name=(.*)$/.exec(query.get('fieldSelector') ?? '')?.[1];
    return [...(this.#objects.get(place.collection)?.values() ?? [])]
      .filter((object) => place.namespace === undefined || object.metadata.namespace === place.namespace)
      .filter((object) => name === undefined || object.metadata.name === name)
      .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  }

  #list(place: Place, query: URLSearchParams, response: ServerResponse) {
    const token = query.get('continue');
    const [version, after] = token ? (JSON.parse(token) as [number, string]) : [this.#version, ''];
    if (version < this.#compacted) return fail(response, 410, 'Expired', 'the provided continue parameter is too old');
    const limit = Number(query.get('limit') ?? 0) || Number.POSITIVE_INFINITY;
    const rest = this.#matching(place, query).filter(({ metadata }) => metadata.name > after);
    const items = rest.slice(0, limit);
    const next = rest.length > items.length ? JSON.stringify([version, items.at(-1)?.metadata.name]) : undefined;
    send(response, 200, { metadata: { resourceVersion: String(version), continue: next }, items });
  }

  #watch(place: Place, query: URLSearchParams, response: ServerResponse): void {
    const from = Number(query.get('resourceVersion') ?? this.#version);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (from < this.#compacted) {
      const status = { kind: 'Status', code: 410, reason: 'Expired', message: `too old resource version: ${from}` };
      response.end(`${JSON.stringify({ type: 'ERROR', object: status })}\n`);
      return;
    }
    const watch = { collection: place.collection, place, response };
    for (const change of this.#history) if (change.version > from) deliver(watch, change);
    this.#watches.add(watch);
    const seconds = Number(query.get('timeoutSeconds') ?? 0);
    if (seconds > 0 && seconds < 10) {
      // the real one sends a bookmark shortly before it ends a watch; tests of that ask for a few seconds
      response.write(this.#bookmarkLine());
      response.end();
    }
    response.on('close', () => this.#watches.delete(watch));
  }

  #create(place: Place, body: Json, response: ServerResponse) {
    if (this.#find(place)) return fail(response, 409, 'AlreadyExists', `${place.name} already exists`);
    send(response, 201, this.#store(place, 'ADDED', body));
  }

  #update(place: Place, body: Json, response: ServerResponse, change: (current: Stored) => Json) {
    const current = this.#find(place);
    if (!current) return fail(response, 404, 'NotFound', `${place.name} not found`);
    const expected = (body['metadata'] as Partial<Stored['metadata']> | undefined)?.resourceVersion;
    if (expected !== undefined && expected !== current.metadata.resourceVersion) {
      return fail(response, 409, 'Conflict', `${place.name}: the object has been modified`);
    }
    send(response, 200, this.#store(place, 'MODIFIED', change(current)));
  }

  #apply(place: Place, body: Json, query: URLSearchParams, response: ServerResponse) {
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
        return fail(response, 409, 'Conflict', `Apply failed with 1 conflict: conflict with "${owner}": ${path}`);
      }
    }
    for (const path of wanted.keys()) owners.set(path, manager);
    this.#owners.set(id, owners);
    send(
      response,
      current ? 200 : 201,
      this.#store(place, current ? 'MODIFIED' : 'ADDED', merge(current ?? {}, body) as Json),
    );
  }

  #delete(place: Place, body: Json, response: ServerResponse) {
    const current = this.#find(place);
    if (!current) return fail(response, 404, 'NotFound', `${place.name} not found`);
    const uid = (body['preconditions'] as { uid?: string } | undefined)?.uid;
    if (uid !== undefined && uid !== current.metadata.uid) {
      return fail(response, 409, 'Conflict', `the UID in the precondition (${uid}) does not match the UID in record`);
    }
    this.#objects.get(place.collection)?.delete(keyOf(place));
    this.#store(place, 'DELETED', current);
    send(response, 200, { kind: 'Status', status: 'Success' });
  }

  #evict(place: Place, body: Json, response: ServerResponse) {
    const options = (body['deleteOptions'] ?? {}) as Json;
    const pod = { ...place, subresource: undefined };
    const budgets = this.#objects.get('/apis/policy/v1/poddisruptionbudgets')?.values() ?? [];
    for (const budget of budgets) {
      const status = budget['status'] as { disruptionsAllowed?: number } | undefined;
      if (budget.metadata.namespace !== place.namespace || (status?.disruptionsAllowed ?? 0) > 0 || !this.#find(pod))
        continue;
      const message = `The disruption budget ${budget.metadata.name} needs more healthy pods`;
      return fail(
        response,
        429,
        'TooManyRequests',
        "Cannot evict pod as it would violate the pod's disruption budget.",
        {
          causes: [{ reason: 'DisruptionBudget', message }],
        },
      );
    }
    this.#delete(pod, options, response);
  }

  #store(place: Place, type: Change['type'], body: Json): Stored {
    const version = ++this.#version;
    const current = this.#find(place);
    const metadata = body['metadata'] as Partial<Stored['metadata']>;
    const object: Stored = {
      ...structuredClone(body),
      metadata: {
        ...metadata,
        name: place.name ?? '',
        ...(place.namespace !== undefined && { namespace: place.namespace }),
        uid: current?.metadata.uid ?? metadata.uid ?? randomUUID(),
        generation: (current?.metadata.generation ?? 0) + 1,
        resourceVersion: String(version),
        managedFields: [{ manager: 'fake' }],
      },
    };
    const collection = this.#objects.get(place.collection) ?? new Map<string, Stored>();
    this.#objects.set(place.collection, collection);
    if (type !== 'DELETED') collection.set(keyOf(place), object);
    const change: Change = { version, collection: place.collection, type, object };
    this.#history.push(change);
    for (const watch of this.#watches) deliver(watch, change);
    return object;
  }
}

function deliver(
  watch: { readonly collection: string; readonly place: Place; readonly response: ServerResponse },
  change: Change,
): void {
  if (watch.collection !== change.collection) return;
  const { namespace } = watch.place;
  if (namespace !== undefined && namespace !== change.object.metadata.namespace) return;
  watch.response.write(`${JSON.stringify({ type: change.type, object: change.object })}\n`);
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

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, code: number, reason: string, message: string, details: Json = {}): void {
  send(response, code, { kind: 'Status', code, reason, message, details });
}
