/**
 * The load balancer that a cloud puts before a Service of type LoadBalancer, as far as a rollout meets it: layer 4, backends are
 * nodes, connections go to the Service's node port on any of them.
 *
 * Like a cloud's it leaves out a node that is not Ready or has the label node.kubernetes.io/exclude-from-external-load-balancers,
 * asks each for its health, and takes its time to do what it was told. It never tries a second backend: what it sends to a node
 * that is on its way out is lost.
 */
import * as http from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '@talos/lib/kube/transport.ts';

const EXCLUDED = 'node.kubernetes.io/exclude-from-external-load-balancers';
/** kube-proxy's: what clouds ask where externalTrafficPolicy is Cluster. */
const HEALTH_PORT = 10_256;
const LOOK_MS = 500;
const HEALTH_MS = 1_000;
/** Answers of one kind after which a backend is healthy, or no longer is. */
const THRESHOLD = 2;
/** From a change of a Node until new connections follow it. */
const TOLD_AFTER_MS = 2_000;

interface NodeItem {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly status: {
    readonly addresses: readonly { readonly type: string; readonly address: string }[];
    readonly conditions: readonly { readonly type: string; readonly status: string }[];
  };
}

interface Backend {
  readonly name: string;
  readonly address: string;
  wanted: boolean;
  /** Since when `wanted` is so. */
  wantedSince: number;
  /** What new connections go by. */
  told: boolean;
  healthy: boolean;
  /** Answers in a row that contradict `healthy`. */
  contrary: number;
}

export class CloudBalancer {
  readonly #backends = new Map<string, Backend>();
  readonly #stop = new AbortController();
  readonly #transport: Transport;
  readonly #nodePort: number;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** The client's port of a connection → where it went. */
  readonly #routes = new Map<number, string>();
  #work: Promise<unknown> = Promise.resolve();
  #turn = 0;
  /** Who was let in and out, with times. */
  readonly story: string[] = [];

  private constructor(transport: Transport, nodePort: number) {
    this.#transport = transport;
    this.#nodePort = nodePort;
    this.#server = createServer({ pauseOnConnect: true }, (client) => this.#pass(client));
  }

  /** Assumptions: the nodes' addresses are reached from here. `transport` is the caller's. */
  static async start(transport: Transport, nodePort: number): Promise<CloudBalancer> {
    const balancer = new CloudBalancer(transport, nodePort);
    await new Promise<void>((resolve, reject) => {
      balancer.#server.once('error', reject);
      balancer.#server.listen(0, '127.0.0.1', resolve);
    });
    balancer.#work = Promise.all([balancer.#follow(), balancer.#askHealth()]);
    return balancer;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get inUse(): readonly string[] {
    return this.#usable().map(({ name }) => name);
  }

  /** Where the connection of the client with that port went. */
  routeOf(clientPort: number): string {
    return this.#routes.get(clientPort) ?? 'nowhere';
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await this.#work;
  }

  #usable(): readonly Backend[] {
    return [...this.#backends.values()].filter(({ told, healthy }) => told && healthy);
  }

  #pass(client: Socket): void {
    const usable = this.#usable();
    const backend = usable[this.#turn++ % Math.max(1, usable.length)];
    const clientPort = client.remotePort ?? 0;
    client.on('error', () => {});
    if (backend === undefined) {
      this.#routes.set(clientPort, 'no backend');
      client.destroy();
      return;
    }
    this.#routes.set(clientPort, backend.name);
    const upstream = connect({ host: backend.address, port: this.#nodePort, allowHalfOpen: true });
    this.#open.add(client);
    upstream.on('error', () => client.resetAndDestroy());
    client.once('close', () => {
      this.#open.delete(client);
      upstream.destroy();
    });
    upstream.once('close', () => client.end());
    client.pipe(upstream);
    upstream.pipe(client);
  }

  /** What a cloud's controller of nodes does. */
  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const list = await this.#transport
        .request<{ readonly items: readonly NodeItem[] }>({ path: '/api/v1/nodes', signal, timeoutMs: 5_000 })
        .catch(() => undefined);
      for (const node of list?.items ?? []) this.#see(node);
      const now = performance.now();
      for (const backend of this.#backends.values()) {
        if (backend.told === backend.wanted || now < backend.wantedSince + TOLD_AFTER_MS) continue;
        backend.told = backend.wanted;
        this.#tell(`${backend.name} is ${backend.told ? 'in' : 'out'}`);
      }
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  #see({ metadata: { name, labels }, status }: NodeItem): void {
    const address = status.addresses.find(({ type }) => type === 'InternalIP')?.address ?? '';
    const isReady = status.conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True');
    const wanted = isReady && labels?.[EXCLUDED] === undefined;
    const known = this.#backends.get(name);
    if (known === undefined) {
      const state = { told: false, healthy: false, contrary: 0, wantedSince: performance.now() };
      this.#backends.set(name, { name, address, wanted, ...state });
    } else if (known.wanted !== wanted) {
      known.wanted = wanted;
      known.wantedSince = performance.now();
      this.#tell(`${name} is to be ${wanted ? 'in' : 'out'}`);
    }
  }

  async #askHealth(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await Promise.all(
        [...this.#backends.values()].map(async (backend) => {
          if ((await isHealthy(backend.address)) === backend.healthy) {
            backend.contrary = 0;
          } else if (++backend.contrary >= THRESHOLD) {
            backend.healthy = !backend.healthy;
            backend.contrary = 0;
            this.#tell(`${backend.name} is ${backend.healthy ? 'healthy' : 'not healthy'}`);
          }
        }),
      );
      await sleep(HEALTH_MS, undefined, { signal }).catch(() => {});
    }
  }

  #tell(what: string): void {
    this.story.push(`${new Date().toISOString().slice(11, 23)} ${what}`);
  }
}

function isHealthy(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = http.get({ host: address, port: HEALTH_PORT, path: '/healthz', agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.setTimeout(1_000, () => asked.destroy());
    asked.on('error', () => resolve(false));
    asked.on('close', () => resolve(false));
  });
}
