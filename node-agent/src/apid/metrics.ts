/** GET /metrics over HTTPS with the same certificates as the OS API: for os:reader and above. What is told is machined's. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { type Connection, Listener, type ServerTls } from '@talos/lib/rpc/listener.ts';
import type { Peer } from '@talos/lib/rpc/peer.ts';
import { roleIncludes } from '@talos/lib/rpc/roles.ts';
import { Upstream, unary } from '@talos/lib/rpc/upstream.ts';
import { CollectRequest, CollectResponse, Metrics } from '@talos/proto/gen/osctl/internal.ts';
import { type ApidConfig, isDenied } from './config.ts';
import { DoorLog } from './door-log.ts';

export interface MetricsDoorOptions {
  readonly tls: ServerTls;
  readonly config: ApidConfig;
  /** Path of machined's socket. */
  readonly machined: string;
  readonly clock: Clock;
  /** A connection on which nothing moves ends after this long, unless it waits for the request after an answer. */
  readonly silenceMs?: number;
}

/** Few scrape a node, and none has to wait for another's handshake. */
const LIMITS = { connections: 32, connectionsPerAddress: 16, silent: 256, waiting: 32, handshakes: 8 };
const COLLECT_TIMEOUT_MS = 10_000;
/** Longer than an answer may take to begin. */
const SILENCE_MS = COLLECT_TIMEOUT_MS + 5_000;
const METHOD = '/metrics';

export class MetricsDoor {
  readonly #listener: Listener;
  readonly #http: Server;
  readonly #upstream: Upstream;
  readonly #entries: DoorLog;
  readonly #closed = new AbortController();
  readonly #peers = new WeakMap<object, Peer>();
  #config: ApidConfig;
  /** One answer for all who ask while it is being made. */
  #collecting: Promise<Buffer> | undefined;

  constructor(options: MetricsDoorOptions) {
    this.#config = options.config;
    this.#upstream = new Upstream(options.machined);
    this.#entries = new DoorLog(this.#upstream, options.clock);
    this.#http = createServer({ maxHeaderSize: 8 * 1024 }, (request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    // Of each socket: node looks after requestTimeout and headersTimeout only in a server that listens itself.
    this.#http.timeout = options.silenceMs ?? SILENCE_MS;
    this.#http.keepAliveTimeout = 120_000;
    this.#listener = new Listener({
      tls: options.tls,
      protocol: 'http/1.1',
      limits: LIMITS,
      clock: options.clock,
      admit: (peer) => (isDenied(this.#config, peer.serial) ? 'certificate is denied' : undefined),
      onConnection: (connection) => this.#connected(connection),
    });
  }

  async listen(address: string): Promise<string> {
    const bound = await this.#listener.listen(address);
    this.#entries.run(this.#closed.signal).catch(() => {});
    return bound;
  }

  replaceTls(tls: ServerTls): void {
    this.#listener.replaceTls(tls);
  }

  replaceConfig(config: ApidConfig): void {
    this.#config = config;
    const error = new RpcError('UNAUTHENTICATED', 'this certificate is denied', { reason: 'CERTIFICATE_DENIED' });
    this.#listener.disconnect((peer) => isDenied(config, peer.serial), error);
  }

  async close(): Promise<void> {
    await this.#entries.flush();
    this.#closed.abort();
    await this.#listener.close();
    this.#upstream.close();
  }

  #connected({ socket, peer, signal }: Connection): void {
    this.#peers.set(socket, peer);
    // Nothing here lasts: a connection that must end can end at once.
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
    this.#http.emit('connection', socket);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
    };
    const peer = this.#peers.get(request.socket);
    if (peer === undefined || !roleIncludes(peer.role, 'os:reader')) {
      if (peer !== undefined) this.#entries.add(peer, METHOD, 'ROLE_TOO_SMALL');
      return end(403, 'metrics need a certificate of role os:reader\n');
    }
    if (new URL(request.url ?? '', 'https://node').pathname !== METHOD) return end(404, 'there is only /metrics\n');
    this.#entries.seen(peer);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'GET only\n', { allow: 'GET, HEAD' });
    try {
      const text = await this.#collect();
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : text);
    } catch {
      end(503, 'the agent did not answer\n');
    }
  }

  #collect(): Promise<Buffer> {
    this.#collecting ??= unary(
      this.#upstream,
      Metrics,
      Metrics.methods.collect,
      CollectRequest.encode({}),
      AbortSignal.timeout(COLLECT_TIMEOUT_MS),
    )
      .then((message) => Buffer.from(CollectResponse.decode(message).text))
      .finally(() => {
        this.#collecting = undefined;
      });
    return this.#collecting;
  }
}
