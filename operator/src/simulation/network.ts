/**
 * Everything between one operator and the rest of the world: its requests to the Kubernetes API, its watches, its calls to
 * agents. Here they get lost, come late or twice, and here the operator is killed.
 */
import { isDeepStrictEqual } from 'node:util';
import { abortable } from '@talos/lib/control/abort.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { ApiError, ConnectionError, type StatusBody } from '@talos/lib/kube/errors.ts';
import type { ApiRequest, Transport } from '@talos/lib/kube/transport.ts';
import type { AgentView, EtcdView } from '@talos/lib/plan/index.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Agents } from '../cluster/agents.ts';
import { agentCalls } from '../testing/simulated-agents.testing.ts';
import type { Death } from './scenario.ts';
import type { World } from './world.ts';

/** The same as those of nodes/agents.ts. */
const BUSY_POLL_MS = 2_000;
const IDLE_POLL_MS = 15_000;

/** Ends the name of who has sent what arrives so late. */
export const LATE = ' (late)';

export class Killed extends Error {
  override readonly name = 'Killed';
}

/** One life of an operator, as far as others notice it. */
export class Wire {
  readonly name: string;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly #world: World;
  readonly #death: Death | undefined;
  readonly #killed = new AbortController();
  readonly #feeds = new Set<Feed>();
  #onKill: () => void = () => {};
  /** Stands still until then: nothing that it waits for is over, and no answer is read. */
  #pausedUntil = 0;
  /** Watches tell nothing until then. */
  #blindUntil = 0;
  #writes = 0;

  constructor(name: string, world: World, death: Death | undefined) {
    this.name = name;
    this.#world = world;
    this.#death = death;
    const { clock } = world;
    this.clock = {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        if (clock.monotonic() < this.#pausedUntil) await this.#awake(signal);
      },
    };
    this.transport = {
      request: (request) => this.#request(request) as Promise<never>,
      lines: (request) => this.#lines(request),
      close: () => {},
    };
  }

  get isDead(): boolean {
    return this.#killed.signal.aborted;
  }

  /** Aborts when it is killed. */
  get signal(): AbortSignal {
    return this.#killed.signal;
  }

  /** As by SIGKILL: whatever it has not sent is never sent, whatever it has is. */
  kill(why: string): void {
    if (this.isDead) return;
    this.#world.tell(this.name, () => `is killed: ${why}`);
    this.#killed.abort(new Killed(why));
    for (const feed of this.#feeds) feed.fail(new Killed(why));
    this.#onKill();
  }

  onKill(listener: () => void): void {
    this.#onKill = listener;
  }

  pause(ms: number): void {
    this.#world.tell(this.name, () => `stands still for ${ms} ms`);
    this.#pausedUntil = this.#world.clock.monotonic() + ms;
    this.blind(ms);
  }

  /** Its watches fall behind for so long. */
  blind(ms: number): void {
    this.#world.tell(this.name, () => `sees nothing new for ${ms} ms`);
    this.#blindUntil = Math.max(this.#blindUntil, this.#world.clock.monotonic() + ms);
    for (const feed of this.#feeds) feed.hold();
  }

  breakWatches(): void {
    this.#world.tell(this.name, () => 'loses its watches');
    for (const feed of this.#feeds) feed.fail(new ConnectionError('the connection was reset'));
  }

  /** Once a second: what was held back is shown, and watches end as servers end them. */
  tick(): void {
    const now = this.#world.clock.monotonic();
    const isApiUp = this.#world.isApiUp;
    for (const feed of this.#feeds) {
      if (!isApiUp) feed.fail(new ConnectionError('the apiserver went away'));
      else if (now >= this.#blindUntil) feed.release(now);
    }
  }

  async #awake(signal?: AbortSignal): Promise<void> {
    const { clock } = this.#world;
    const until = signal === undefined ? this.signal : AbortSignal.any([signal, this.signal]);
    while (clock.monotonic() < this.#pausedUntil) await clock.sleep(this.#pausedUntil - clock.monotonic(), until);
  }

  /**
   * Sends something that has an effect, and waits for the answer.
   *
   * `lose` says what a caller that hears nothing is told.
   */
  async #send<T>(what: string, isWrite: boolean, signal: AbortSignal, act: () => T, lose: (why: string) => Error) {
    const { clock, dice } = this.#world;
    if (this.isDead) throw this.signal.reason;
    signal.throwIfAborted();
    const done = (by = this.name): T => {
      const before = this.#world.actor;
      this.#world.actor = by;
      try {
        return act();
      } finally {
        this.#world.actor = before;
      }
    };
    if (isWrite) this.#writes += 1;
    if (isWrite && this.#death !== undefined && this.#writes === this.#death.writes) {
      const { when } = this.#death;
      if (when === 'way') this.#later(what, dice.between(50, 20_000), done);
      if (when === 'after') attempt(done);
      this.kill(
        `${when === 'way' ? 'with' : when} its write ${this.#writes}${when === 'way' ? ' on its way' : ''}: ${what}`,
      );
      throw this.signal.reason;
    }
    const fate = isWrite ? this.#fate() : 'good';
    if (fate !== 'good') this.#world.tell(this.name, () => `${what}: ${fate}`);
    switch (fate) {
      case 'lost':
        await this.#wait(dice.between(10, 8_000), signal);
        throw lose('the request was lost');
      case 'late':
        this.#later(what, dice.between(1_000, 25_000), done);
        await this.#wait(dice.between(10, 8_000), signal);
        throw lose('no answer came');
      case 'unanswered':
        attempt(done);
        await this.#wait(dice.between(10, 8_000), signal);
        throw lose('the answer was lost');
      case 'doubled':
        this.#later(what, dice.between(1, 5_000), done);
        break;
      case 'refused':
        throw new ApiError(what, 429, { message: 'the server is busy', details: { retryAfterSeconds: 1 } });
      case 'slow':
        await this.#wait(dice.between(50, 3_000), signal);
        break;
      case 'good':
        break;
      default:
        fate satisfies never;
    }
    const result = done();
    if (clock.monotonic() < this.#pausedUntil) await this.#awake(signal);
    return result;
  }

  #fate(): 'good' | 'lost' | 'late' | 'unanswered' | 'doubled' | 'refused' | 'slow' {
    const { dice, scenario } = this.#world;
    let rest = dice.next() * 100;
    for (const fate of ['lost', 'late', 'unanswered', 'doubled', 'refused', 'slow'] as const) {
      rest -= scenario.weather[fate];
      if (rest < 0) return fate;
    }
    return 'good';
  }

  /** It arrives whatever has become of who sent it. */
  #later(what: string, ms: number, act: (by: string) => unknown): void {
    const { clock } = this.#world;
    clock.sleep(ms, new AbortController().signal).then(() => {
      this.#world.tell(this.name, () => `${what}: arrives now`);
      attempt(() => act(`${this.name}${LATE}`));
    });
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return this.clock.sleep(ms, AbortSignal.any([signal, this.signal]));
  }

  #request(request: ApiRequest): Promise<unknown> {
    const method = request.method ?? 'GET';
    const isLease = request.path.includes('/leases');
    const isEvent = request.path.includes('/events');
    const what = `${method} ${request.path}`;
    // what JSON leaves out is not sent
    const body = request.body === undefined ? {} : JSON.parse(JSON.stringify(request.body));
    const act = () => {
      if (!this.#world.isApiUp) throw new ConnectionError(`${what}: connection refused`);
      const query = { get: (name: string) => stringOf(request.query?.[name]) };
      const answer = this.#world.api.serve({
        method,
        path: request.path,
        query,
        body,
        contentType: request.contentType,
      });
      const isNews = method !== 'GET' && !isLease && !isEvent;
      if (isNews) this.#world.tell(this.name, () => `${what}${brief(body)}: ${answer.status}`);
      if (answer.status >= 300) throw new ApiError(what, answer.status, answer.body as StatusBody);
      return answer.body;
    };
    const isWrite = method !== 'GET' && !isLease && !isEvent;
    return this.#send(what, isWrite, request.signal, act, (why) => new ConnectionError(`${what}: ${why}`));
  }

  async #lines(request: ApiRequest): Promise<AsyncIterable<string>> {
    if (this.isDead) throw this.signal.reason;
    request.signal.throwIfAborted();
    if (!this.#world.isApiUp) throw new ConnectionError(`GET ${request.path}: connection refused`);
    const { clock } = this.#world;
    const seconds = Number(request.query?.['timeoutSeconds'] ?? 270);
    const feed = new Feed(clock.monotonic() + seconds * 1_000, clock.monotonic() < this.#blindUntil);
    const query = { get: (name: string) => stringOf(request.query?.[name]) };
    const stop = this.#world.api.watch({ path: request.path, query }, feed);
    this.#feeds.add(feed);
    const forget = () => {
      stop();
      this.#feeds.delete(feed);
      feed.fail(request.signal.reason);
    };
    feed.onEnd = () => {
      stop();
      this.#feeds.delete(feed);
      request.signal.removeEventListener('abort', forget);
    };
    request.signal.addEventListener('abort', forget, { once: true });
    return feed;
  }

  /** The agents as this operator sees them during one term: polled, so what is seen is never of now. */
  agents(term: AbortSignal): Agents {
    const world = this.#world;
    const signal = AbortSignal.any([term, this.signal]);
    const listeners = new Set<(node: string) => void>();
    const views = new Map<string, AgentView>();
    const nextPoll = new Map<string, number>();
    let attended: ReadonlySet<string> = new Set();
    let names: readonly string[] = [];
    let etcd: EtcdView | undefined;
    const wake = { now: Promise.withResolvers<void>() };
    const refresh = (name: string) => {
      nextPoll.set(name, 0);
      wake.now.resolve();
    };

    const poll = (name: string) => {
      const before = views.get(name);
      const node = world.node(name);
      const fresh = node === undefined ? undefined : world.cluster.view(node);
      const agent = fresh?.agent?.reachable === true ? fresh.agent : before && { ...before, reachable: false };
      const busy = agent?.reachable === false || agent?.trial !== undefined || agent?.runningOperation !== undefined;
      const now = world.clock.monotonic();
      nextPoll.set(name, now + (busy || attended.has(name) ? BUSY_POLL_MS : IDLE_POLL_MS));
      let changed = false;
      if (fresh?.role === 'control-plane' && agent?.reachable === true) {
        const told = etcdOf(world);
        changed = !isDeepStrictEqual(told, etcd);
        etcd = told;
      }
      if (agent !== undefined && !isDeepStrictEqual(agent, before)) {
        views.set(name, agent);
        changed = true;
      }
      if (changed) for (const listener of listeners) listener(name);
    };

    const run = async () => {
      for (;;) {
        const now = world.clock.monotonic();
        for (const name of names) if ((nextPoll.get(name) ?? 0) <= now) poll(name);
        const next = Math.min(now + IDLE_POLL_MS, ...names.map((name) => nextPoll.get(name) ?? 0));
        wake.now = Promise.withResolvers();
        const over = new AbortController();
        const slept = this.clock.sleep(Math.max(20, next - now), AbortSignal.any([signal, over.signal]));
        await abortable(Promise.race([slept, wake.now.promise]), signal).finally(() => over.abort());
        // an answer takes its time
        await this.clock.sleep(20, signal);
      }
    };
    const stopped = run().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });

    return {
      sync(nodes) {
        names = nodes.map(({ name }) => name);
        for (const name of views.keys()) if (!names.includes(name)) views.delete(name);
        for (const name of names) if (!views.has(name)) refresh(name);
      },
      asked: async (until) => {
        while (names.some((name) => (nextPoll.get(name) ?? 0) === 0)) await this.clock.sleep(20, until);
      },
      view: (name) => views.get(name),
      refresh,
      attend(nodes) {
        const next = new Set(nodes);
        for (const name of next) if (!attended.has(name)) refresh(name);
        attended = next;
      },
      readConfig: () => {},
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      etcd: () => etcd,
      stopped,
      ...agentCalls((method, call, until) => {
        const what = `${method} on ${call.node}`;
        const act = () => {
          world.cluster.advance(world.clock.now() - world.cluster.now);
          try {
            const answer = world.agents.answer(method, call);
            world.tell(this.name, () => `${what} ${describe(call)}: taken on`);
            return answer;
          } catch (error) {
            world.tell(this.name, () => `${what} ${describe(call)}: ${(error as Error).message}`);
            throw error;
          }
        };
        const lose = (why: string) => new RpcError('UNAVAILABLE', `${what}: ${why}`);
        return this.#send(what, true, AbortSignal.any([until, signal]), act, lose);
      }),
    };
  }
}

function etcdOf({ cluster }: World): EtcdView {
  const members = cluster.nodes.filter(({ role }) => role === 'control-plane');
  return {
    members: members.map((node) => ({
      node: node.name,
      voter: true,
      healthy: cluster.isUp(node),
    })),
    ...(cluster.etcdLeader === undefined ? {} : { leader: cluster.etcdLeader }),
  };
}

function describe(call: object): string {
  return JSON.stringify(call, (key, value) => (key === 'documents' || key === 'node' ? undefined : value));
}

/** What people need not read of a write to follow the story. */
const QUIET = new Set([
  'apiVersion',
  'kind',
  'conditions',
  'observed',
  'observedGeneration',
  'preview',
  'versions',
  'counts',
  'ownerReferences',
  'resourceVersion',
  'managed',
  'layers',
  'nodes',
  'since',
  'nextCheckTime',
  'estimatedCompletionTime',
  'progress',
  'version',
  'targetHash',
]);

function brief(body: unknown): string {
  const text = JSON.stringify(body, (key, value) => {
    if (QUIET.has(key)) return undefined;
    if (key === 'blockedBy' && Array.isArray(value))
      return value.map(({ code, node }) => `${code} ${node ?? ''}`.trim());
    if (typeof value === 'string' && value.startsWith('sha256:')) return value.slice(0, 15);
    return typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      key !== '' &&
      Object.keys(value).every((name) => QUIET.has(name))
      ? undefined
      : value;
  });
  return text === '{}' || text === undefined ? '' : ` ${text}`;
}

const stringOf = (value: string | number | boolean | undefined): string | null =>
  value === undefined ? null : String(value);

function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // nobody is there to hear of it
  }
}

/** The lines of one watch, which can be held back, end, and break. */
class Feed implements AsyncIterable<string>, AsyncIterator<string> {
  onEnd: () => void = () => {};
  readonly #endsAt: number;
  readonly #lines: string[] = [];
  #held: string[] | undefined;
  #waiting: PromiseWithResolvers<IteratorResult<string>> | undefined;
  #end: { readonly error: unknown } | 'ended' | undefined;

  constructor(endsAt: number, held: boolean) {
    this.#endsAt = endsAt;
    if (held) this.#held = [];
  }

  write(line: string): void {
    if (this.#held !== undefined) this.#held.push(line);
    else this.#show(line);
  }

  hold(): void {
    this.#held ??= [];
  }

  release(now: number): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const line of held) this.#show(line);
    if (now >= this.#endsAt) this.end();
  }

  end(): void {
    this.#close('ended');
  }

  fail(error: unknown): void {
    this.#close({ error });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<string>> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve({ done: false, value: line });
    if (this.#end === 'ended') return Promise.resolve({ done: true, value: undefined });
    if (this.#end !== undefined) return Promise.reject(this.#end.error);
    this.#waiting = Promise.withResolvers();
    return this.#waiting.promise;
  }

  return(): Promise<IteratorResult<string>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  #show(line: string): void {
    if (this.#end !== undefined) return;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) this.#lines.push(line);
    else waiting.resolve({ done: false, value: line });
  }

  #close(end: { readonly error: unknown } | 'ended'): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (end === 'ended') waiting?.resolve({ done: true, value: undefined });
    else waiting?.reject(end.error);
    this.onEnd();
  }
}
