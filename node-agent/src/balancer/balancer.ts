/**
 * A TCP balancer for the Kubernetes API. It passes bytes: TLS is between kubelet and apiserver, so there is nothing in it
 * to steal. A home-made one because the node has no other program for this, and it must work before any pod does.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Member, Standing } from './members.ts';
import { candidates, splitAddress } from './members.ts';
import type { ReadinessCheck } from './readiness.ts';

export interface BalancerOptions {
  readonly listen: string;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
  /** The member to take while it lives: a control plane's own apiserver, so that no newer kubelet meets an older one. */
  readonly prefer?: string;
  /** Connections over this number are closed at once. */
  readonly maxConnections?: number;
  readonly connectTimeoutMs?: number;
  readonly probeIntervalMs?: number;
  /** Asked of members that take connections, while there is more than one; without it, taking connections is being ready. */
  readonly readiness?: ReadinessCheck;
}

export interface Balancer {
  /** The port listened on. */
  readonly port: number;
  setMembers(addresses: readonly string[]): void;
  members(): readonly Member[];
  close(): Promise<void>;
}

interface MemberState {
  readonly address: string;
  standing: Standing;
  failedProbes: number;
  readonly sockets: Set<Socket>;
}

const changes = {
  ready: 'member is back',
  unready: 'member is not ready',
  dead: 'member does not answer',
} as const satisfies Record<Standing, string>;

/**
 * Starts listening.
 *
 * Guarantees: bytes arrive in order and a half-close is passed on (an ended side may still receive); no more is read from
 * one side than the other takes; a member that fails two probes loses its connections, so that clients go elsewhere
 * instead of waiting out TCP's minutes; one that only is not ready keeps them, but gets no new ones while another is; when no
 * member answers, a connection is told so at once rather than left hanging.
 * Errors: the listen address cannot be used.
 */
export const startBalancer = async (options: BalancerOptions): Promise<Balancer> => {
  const { clock, log, prefer } = options;
  const connectTimeoutMs = options.connectTimeoutMs ?? 2_000;
  const probeIntervalMs = options.probeIntervalMs ?? 2_000;
  const stop = new AbortController();
  const states = new Map<string, MemberState>();
  let refusing = false;

  const view = (): readonly Member[] =>
    [...states.values()].map(({ address, standing, sockets }) => ({ address, standing, connections: sockets.size }));

  const mark = (state: MemberState, standing: Standing, reason: string): void => {
    if (state.standing === standing) return;
    state.standing = standing;
    log(changes[standing], { member: state.address, reason });
  };

  /** A connected upstream, or the reason why there is none. */
  const dial = (address: string): Promise<Socket | string> =>
    new Promise((resolve) => {
      const { host, port } = splitAddress(address);
      const upstream = connect({
        host,
        port,
        allowHalfOpen: true,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: 15_000,
      });
      const fail = (reason: string): void => {
        upstream.destroy();
        resolve(reason);
      };
      upstream.setTimeout(connectTimeoutMs, () => fail(`no answer within ${connectTimeoutMs} ms`));
      upstream.once('error', (error) => fail(error.message));
      upstream.once('connect', () => {
        upstream.setTimeout(0);
        upstream.removeAllListeners('timeout');
        upstream.removeAllListeners('error');
        // Between this turn and the next owner's listener an error would be thrown at the process.
        upstream.on('error', () => undefined);
        resolve(upstream);
      });
    });

  const whyUnready = async (state: MemberState): Promise<string | undefined> => {
    if (options.readiness === undefined || states.size < 2) return undefined;
    return await options.readiness(state.address).then(
      () => undefined,
      (error: Error) => error.message,
    );
  };

  const probe = async (state: MemberState): Promise<void> => {
    const answer = await dial(state.address);
    if (typeof answer !== 'string') {
      answer.destroy();
      state.failedProbes = 0;
      const unready = await whyUnready(state);
      mark(state, unready === undefined ? 'ready' : 'unready', unready ?? 'connected');
      return;
    }
    state.failedProbes++;
    mark(state, 'dead', answer);
    if (state.failedProbes >= 2) for (const socket of state.sockets) socket.destroy();
  };

  const serve = async (client: Socket): Promise<void> => {
    client.on('error', () => undefined);
    for (const address of candidates(view(), prefer)) {
      const upstream = await dial(address);
      const state = states.get(address);
      if (typeof upstream === 'string') {
        if (state !== undefined) mark(state, 'dead', upstream);
        if (client.destroyed) return;
        continue;
      }
      if (client.destroyed || state === undefined) {
        upstream.destroy();
        if (client.destroyed) return;
        continue;
      }
      state.failedProbes = 0;
      refusing = false;
      // The dead that rise are ready once they say so.
      if (state.standing === 'dead') mark(state, options.readiness === undefined ? 'ready' : 'unready', 'connected');
      join(client, upstream);
      state.sockets.add(upstream);
      upstream.once('close', () => state.sockets.delete(upstream));
      return;
    }
    // Once, not for each of a kubelet's tries: while a cluster starts there are thousands.
    if (!refusing) log('no member takes connections', { members: states.size });
    refusing = true;
    sayNo(client);
  };

  const server = createServer(
    { allowHalfOpen: true, noDelay: true, pauseOnConnect: true, keepAlive: true },
    (client) => {
      void serve(client);
    },
  );
  server.maxConnections = options.maxConnections ?? 4_096;
  server.on('drop', () => log('connection refused: too many', { limit: server.maxConnections }));
  await listening(server, options.listen);

  const probing = (async () => {
    while (!stop.signal.aborted) {
      await Promise.all([...states.values()].map(probe));
      await clock.sleep(probeIntervalMs, stop.signal).catch(() => undefined);
    }
  })();

  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    setMembers(addresses) {
      for (const [known, state] of states) {
        if (addresses.includes(known)) continue;
        states.delete(known);
        for (const socket of state.sockets) socket.destroy();
      }
      for (const added of addresses) {
        if (!states.has(added))
          states.set(added, { address: added, standing: 'ready', failedProbes: 0, sockets: new Set() });
      }
      log('members set', { members: addresses });
    },
    members: view,
    async close() {
      stop.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      for (const state of states.values()) for (const socket of state.sockets) socket.destroy();
      await Promise.all([closed, probing]);
    },
  };
};

/** A TLS record: alert, fatal, internal_error (RFC 8446 §6). It may be sent in answer to a ClientHello, by whoever cannot go on. */
const alert = Buffer.from([21, 3, 3, 0, 2, 2, 80]);
const goodbyeMs = 2_000;

/**
 * In TLS's words, and neither by a reset nor by a bare end: client-go takes those for an accident and tries a GET ten times, a
 * second each, before it says so. A kubelet that is to start the only apiserver asked twice before it did: 20 s of each reboot.
 */
const sayNo = (client: Socket): void => {
  // What the client says is read and dropped: to close over unread bytes is a reset.
  client.resume();
  client.setTimeout(goodbyeMs, () => client.destroy());
  client.end(alert);
};

/** Two sockets become one stream each way; the death of one is the death of both. */
const join = (client: Socket, upstream: Socket): void => {
  client.pipe(upstream);
  upstream.pipe(client);
  client.on('error', () => upstream.destroy());
  upstream.on('error', () => client.resetAndDestroy());
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => client.destroy());
  client.resume();
};

const listening = (server: Server, listen: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(listen);
    if (match === null) {
      reject(new Error(`--listen ${listen}: not host:port`));
      return;
    }
    server.once('error', (error) =>
      reject(new Error(`cannot listen on ${listen}: ${error.message}`, { cause: error })),
    );
    server.listen({ host: (match[1] ?? match[2]) as string, port: Number(match[3]), backlog: 1024 }, () => resolve());
  });
