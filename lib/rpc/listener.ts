/**
 * Accepts connections for a server above it: limits, TLS, who the peer is, and the end of its certificate.
 *
 * grpc-js limits neither connections nor handshakes and reloads certificates by an experimental interface, so sockets are
 * accepted, secured and watched here and only then handed over.
 */
import { createHash, type X509Certificate } from 'node:crypto';
import { chmod, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer, type TLSSocket, type Server as TlsServer } from 'node:tls';
import { type Clock, systemClock } from '../control/clock.ts';
import { authorityOf, fingerprintOf, parseAuthorities } from '../trust/authorities.ts';
import { formatAddress, parseAddress } from './address.ts';
import { RpcError } from './error.ts';
import { anonymousPeer, type Peer, peerOf } from './peer.ts';

export interface ServerTls {
  /** PEM bundle of the authorities whose clients are let in, and no others. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export interface ListenerLimits {
  /** Open at once, handshakes included. */
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /**
   * TLS handshakes under way: they cost the most processor time that a stranger can ask for. One more ends the oldest of the address
   * that has the most: a client needs a moment for its own, so that whoever keeps many open makes room for the others.
   */
  readonly handshakes: number;
  readonly handshakeTimeoutMs: number;
}

export const DEFAULT_LIMITS: ListenerLimits = {
  connections: 512,
  connectionsPerAddress: 128,
  handshakes: 64,
  handshakeTimeoutMs: 10_000,
};

export interface Connection {
  readonly socket: Duplex;
  readonly peer: Peer;
  /** address:port, as grpc-js names the peer of a call. */
  readonly key: string;
  /** Aborts with an RpcError when the connection must end: certificate expired or denied, shutdown. */
  readonly signal: AbortSignal;
}

export interface ListenerOptions {
  /** Without it connections are plain: unix sockets only. */
  readonly tls?: ServerTls | undefined;
  /** What is spoken above TLS; default h2. */
  readonly protocol?: 'h2' | 'http/1.1';
  readonly limits?: Partial<ListenerLimits> | undefined;
  readonly clock?: Clock | undefined;
  /** A reason to turn the peer away, or undefined. */
  readonly admit?: ((peer: Peer) => string | undefined) | undefined;
  readonly onConnection: (connection: Connection) => void;
  /** Why a connection did not come about; for logs. */
  readonly onRefused?: ((address: string, why: string) => void) | undefined;
}

/** Changes with whom a door lets in and with what it shows itself: who waits for a change of the two compares it. */
export function doorState({ ca, cert }: Pick<ServerTls, 'ca' | 'cert'>): string {
  return createHash('sha256').update(`${ca}\0${cert}`).digest('hex').slice(0, 32);
}

/** What a call whose connection ends has left to send its status. */
const FAREWELL_MS = 1_000;
/** The wall clock may jump, so the end of a certificate is looked at again this often. */
const EXPIRY_CHECK_MS = 60_000;

interface Live {
  /** undefined: a plain connection. */
  readonly certificate: X509Certificate | undefined;
  readonly connection: Connection;
  readonly end: AbortController;
}

export class Listener {
  readonly #options: ListenerOptions;
  readonly #limits: ListenerLimits;
  readonly #clock: Clock;
  readonly #acceptor: Server;
  readonly #tls: TlsServer | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #perAddress = new Map<string, number>();
  readonly #live = new Map<string, Live>();
  /** By connection, the oldest first. */
  readonly #handshaking = new Map<string, Socket>();
  #authorities: readonly X509Certificate[] = [];
  #plainConnections = 0;
  #socketPath: string | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#clock = options.clock ?? systemClock;
    this.#tls = options.tls === undefined ? undefined : this.#createTls(options.tls);
    this.#acceptor = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 }, (socket) =>
      this.#accept(socket),
    );
  }

  /**
   * Returns the address in use (port 0 replaced by the real one).
   *
   * Guarantees: a socket file left by a dead process is replaced; the file's mode is 0660.
   */
  async listen(text: string): Promise<string> {
    const address = parseAddress(text);
    if (address.kind === 'tcp' && this.#tls === undefined) {
      throw new TypeError(`${text}: listening on a network needs TLS`);
    }
    if (address.kind === 'unix') await unlink(address.path).catch(ignoreMissing);
    await new Promise<void>((resolve, reject) => {
      this.#acceptor.once('error', reject);
      this.#acceptor.listen(
        address.kind === 'unix' ? { path: address.path } : { host: address.host, port: address.port },
        () => {
          this.#acceptor.off('error', reject);
          this.#acceptor.on('error', (error) => this.#options.onRefused?.('', error.message));
          resolve();
        },
      );
    });
    if (address.kind === 'unix') {
      await chmod(address.path, 0o660);
      this.#socketPath = address.path;
      return text;
    }
    const bound = this.#acceptor.address();
    return typeof bound === 'object' && bound !== null ? formatAddress(address.host, bound.port) : text;
  }

  /**
   * New handshakes use these. Connections that exist go on, but for those of clients whose authority is no longer among the accepted
   * ones. Errors: PEM that does not parse; nothing has changed then.
   */
  replaceTls(tls: ServerTls): void {
    if (this.#tls === undefined) throw new TypeError('this listener has no TLS');
    const authorities = parseAuthorities(tls.ca);
    this.#tls.setSecureContext({ ...tls, minVersion: 'TLSv1.3' });
    this.#authorities = authorities;
    const message = 'the authority that signed the client certificate is no longer accepted; get a new certificate';
    const error = new RpcError('UNAUTHENTICATED', message, { reason: 'AUTHORITY_WITHDRAWN' });
    for (const live of this.#live.values()) {
      const { certificate } = live;
      if (certificate !== undefined && authorityOf(certificate, authorities) === undefined) this.#end(live, error);
    }
  }

  connectionOf(key: string): Connection | undefined {
    return this.#live.get(key)?.connection;
  }

  /** Ends the connections that `matches` names: their calls see `error`. */
  disconnect(matches: (peer: Peer) => boolean, error: RpcError): void {
    for (const live of this.#live.values()) if (matches(live.connection.peer)) this.#end(live, error);
  }

  /** No more connections; those that exist stay. */
  stopAccepting(): void {
    this.#acceptor.close();
  }

  /** Ends everything at once. */
  async close(): Promise<void> {
    this.#acceptor.close();
    for (const live of this.#live.values()) {
      live.end.abort(new RpcError('UNAVAILABLE', 'the server is shutting down', { reason: 'SHUTTING_DOWN' }));
    }
    for (const socket of this.#sockets) socket.destroy();
    if (this.#socketPath !== undefined) await unlink(this.#socketPath).catch(ignoreMissing);
  }

  #createTls(tls: ServerTls): TlsServer {
    this.#authorities = parseAuthorities(tls.ca);
    const server = createTlsServer({
      ...tls,
      minVersion: 'TLSv1.3',
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: [this.#options.protocol ?? 'h2'],
      handshakeTimeout: this.#limits.handshakeTimeoutMs,
    });
    server.on('secureConnection', (socket) => this.#secured(socket));
    server.on('tlsClientError', (error, socket) => {
      // Whoever hangs up before only looked whether somebody listens, as machined does every few seconds.
      const hungUp = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (!hungUp) this.#options.onRefused?.(socket.remoteAddress ?? '', error.message);
      socket.destroy();
    });
    return server;
  }

  #accept(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const ofAddress = this.#perAddress.get(address) ?? 0;
    const why =
      this.#sockets.size >= this.#limits.connections
        ? 'too many connections'
        : this.#tls !== undefined && ofAddress >= this.#limits.connectionsPerAddress
          ? 'too many connections from one address'
          : undefined;
    if (why !== undefined) {
      this.#options.onRefused?.(address, why);
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    this.#perAddress.set(address, ofAddress + 1);
    socket.on('error', () => {}); // 'close' follows; whoever uses the socket sees its own error
    socket.once('close', () => {
      this.#sockets.delete(socket);
      const left = this.#perAddress.get(address)! - 1;
      if (left === 0) this.#perAddress.delete(address);
      else this.#perAddress.set(address, left);
    });
    if (this.#tls === undefined) {
      this.#handOver(socket, undefined, anonymousPeer(address), `unix:${++this.#plainConnections}`);
      return;
    }
    if (this.#handshaking.size >= this.#limits.handshakes) this.#makeRoom();
    const key = keyOf(socket);
    this.#handshaking.set(key, socket);
    socket.once('close', () => this.#handshaking.delete(key));
    this.#tls.emit('connection', socket);
  }

  #makeRoom(): void {
    const byAddress = Map.groupBy(this.#handshaking, ([, socket]) => socket.remoteAddress ?? '');
    const [address, most] = [...byAddress].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    const [key, oldest] = most[0]!;
    this.#handshaking.delete(key);
    this.#options.onRefused?.(address, 'too many handshakes');
    oldest.destroy();
  }

  #secured(socket: TLSSocket): void {
    socket.on('error', () => {});
    const key = keyOf(socket);
    this.#handshaking.delete(key);
    const certificate = socket.getPeerX509Certificate();
    const address = socket.remoteAddress;
    if (certificate === undefined || address === undefined || !socket.authorized) {
      socket.destroy();
      return;
    }
    const authority = authorityOf(certificate, this.#authorities);
    const peer = peerOf(certificate, authority === undefined ? '' : fingerprintOf(authority), address);
    // A resumed session skips the verification that would have seen the end of the certificate, or of its authority.
    const why =
      authority === undefined
        ? 'certificate is of no accepted authority'
        : peer.notAfterMs <= this.#clock.now()
          ? 'certificate has expired'
          : this.#options.admit?.(peer);
    if (why !== undefined) {
      this.#options.onRefused?.(peer.address, why);
      socket.destroy();
      return;
    }
    this.#handOver(socket, certificate, peer, key);
  }

  #handOver(socket: Duplex, certificate: X509Certificate | undefined, peer: Peer, key: string): void {
    const end = new AbortController();
    const connection: Connection = { socket, peer, key, signal: end.signal };
    const live: Live = { certificate, connection, end };
    this.#live.set(key, live);
    const closed = new AbortController();
    socket.once('close', () => {
      this.#live.delete(key);
      closed.abort();
    });
    if (Number.isFinite(peer.notAfterMs)) this.#watchExpiry(live, closed.signal).catch(() => {});
    this.#options.onConnection(connection);
  }

  async #watchExpiry(live: Live, closed: AbortSignal): Promise<void> {
    const { notAfterMs } = live.connection.peer;
    for (let left = notAfterMs - this.#clock.now(); left > 0; left = notAfterMs - this.#clock.now()) {
      await this.#clock.sleep(Math.min(left, EXPIRY_CHECK_MS), closed);
    }
    const message = 'the client certificate has expired; renew it';
    this.#end(live, new RpcError('UNAUTHENTICATED', message, { reason: 'CERTIFICATE_EXPIRED' }));
  }

  #end(live: Live, error: RpcError): void {
    if (live.end.signal.aborted) return;
    live.end.abort(error);
    const { socket } = live.connection;
    const timer = setTimeout(() => socket.destroy(), FAREWELL_MS);
    timer.unref();
    socket.once('close', () => clearTimeout(timer));
  }
}

function keyOf(socket: Socket): string {
  return `${socket.remoteAddress}:${socket.remotePort}`;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
