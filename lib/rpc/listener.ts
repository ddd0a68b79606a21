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
import { Anteroom, originOf, type TurnedAway } from './anteroom.ts';
import { RpcError } from './error.ts';
import { anonymousPeer, type Peer, peerOf } from './peer.ts';

export interface ServerTls {
  /** PEM bundle of the authorities whose clients are let in, and no others. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export interface ListenerLimits {
  /** Open at once, handshakes included; not those that wait for theirs. */
  readonly connections: number;
  /** Of them, from one address, or one network of 64 bits of IPv6. */
  readonly connectionsPerAddress: number;
  /** Of those that are not known yet (anteroom.ts). */
  readonly silent: number;
  readonly waiting: number;
  readonly handshakes: number;
  /** Of each step on the way there. */
  readonly handshakeTimeoutMs: number;
}

export const DEFAULT_LIMITS: ListenerLimits = {
  connections: 512,
  connectionsPerAddress: 128,
  silent: 1_024,
  waiting: 256,
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
/** Handshakes begun in one turn of the event loop. Each takes a millisecond or so: who is in already waits no longer for their turn. */
const HANDSHAKES_A_TURN = 2;
const SWEEP_MS = 100;
/** Connections that the kernel holds until they are accepted, if it may (net.core.somaxconn): beyond, a client comes again after 1 s. */
const BACKLOG = 4_096;
/** Read of a connection before its handshake, at most; a client's first message is smaller than 2 KiB. */
const FIRST_BYTES = 4_096;

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
  readonly #sockets = new Map<string, Socket>();
  readonly #anteroom: Anteroom;
  /** Those whose handshake has begun, by origin. */
  readonly #begun = new Map<string, number>();
  readonly #live = new Map<string, Live>();
  #turning = false;
  #sweep: NodeJS.Timeout | undefined;
  #authorities: readonly X509Certificate[] = [];
  #plainConnections = 0;
  #socketPath: string | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#clock = options.clock ?? systemClock;
    const { silent, waiting, handshakes, handshakeTimeoutMs: timeoutMs } = this.#limits;
    this.#anteroom = new Anteroom({ silent, waiting, handshakes, timeoutMs });
    this.#tls = options.tls === undefined ? undefined : this.#createTls(options.tls);
    const own = this.#tls === undefined ? {} : { highWaterMark: FIRST_BYTES };
    this.#acceptor = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000, ...own }, (socket) =>
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
        address.kind === 'unix' ? { path: address.path } : { host: address.host, port: address.port, backlog: BACKLOG },
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
    for (const socket of this.#sockets.values()) socket.destroy();
    clearInterval(this.#sweep);
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
    const key = this.#tls === undefined ? `unix:${++this.#plainConnections}` : keyOf(socket);
    socket.on('error', ignore); // 'close' follows; whoever uses the socket sees its own error
    socket.once('close', () => this.#closed(key, socket));
    this.#sockets.set(key, socket);
    if (this.#tls === undefined) {
      if (this.#live.size < this.#limits.connections) this.#handOver(socket, undefined, anonymousPeer(address), key);
      else this.#turnAway({ key, origin: address, why: 'too many connections' });
      return;
    }
    this.#turnAway(this.#anteroom.enter(key, originOf(address), this.#clock.monotonic()));
    this.#sweep ??= setInterval(() => this.#sweepAnteroom(), SWEEP_MS).unref();
    socket.once('readable', () => {
      // Readable, too, is the end of one that hangs up.
      if (socket.readableLength === 0) socket.destroy();
      else this.#spoke(key);
    });
  }

  #closed(key: string, socket: Socket): void {
    // Somebody may have come from the same port meanwhile.
    if (this.#sockets.get(key) !== socket) return;
    this.#sockets.delete(key);
    this.#anteroom.left(key, this.#clock.monotonic());
    this.#takeTurn();
  }

  #spoke(key: string): void {
    this.#turnAway(this.#anteroom.spoke(key, this.#clock.monotonic()));
    this.#takeTurn();
  }

  #sweepAnteroom(): void {
    for (const late of this.#anteroom.overdue(this.#clock.monotonic())) this.#turnAway(late);
    this.#takeTurn();
    if (this.#anteroom.size > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }

  /** Begins some handshakes, in a turn of their own of the event loop. */
  #takeTurn(): void {
    if (this.#turning || this.#anteroom.waiting === 0) return;
    this.#turning = true;
    setImmediate(() => {
      this.#turning = false;
      for (let begun = 0; begun < HANDSHAKES_A_TURN; begun++) {
        const next = this.#anteroom.next(this.#clock.monotonic());
        if (next === undefined) return; // one that leaves, or the sweep, goes on
        this.#turnAway(next.instead);
        this.#begin(next.key);
      }
      this.#takeTurn();
    });
  }

  #begin(key: string): void {
    const socket = this.#sockets.get(key);
    if (socket === undefined || socket.destroyed) return;
    const origin = originOf(socket.remoteAddress ?? '');
    const ofOrigin = this.#begun.get(origin) ?? 0;
    const all = [...this.#begun.values()].reduce((sum, count) => sum + count, 0);
    const why =
      all >= this.#limits.connections
        ? 'too many connections'
        : ofOrigin >= this.#limits.connectionsPerAddress
          ? 'too many connections from one address'
          : undefined;
    if (why !== undefined) {
      this.#turnAway({ key, origin, why });
      return;
    }
    this.#begun.set(origin, ofOrigin + 1);
    socket.once('close', () => {
      const left = this.#begun.get(origin)! - 1;
      if (left === 0) this.#begun.delete(origin);
      else this.#begun.set(origin, left);
    });
    this.#tls?.emit('connection', socket);
  }

  #turnAway(who: TurnedAway | undefined): void {
    if (who === undefined) return;
    this.#options.onRefused?.(who.origin, who.why);
    this.#sockets.get(who.key)?.destroy();
  }

  #secured(socket: TLSSocket): void {
    socket.on('error', () => {});
    const key = keyOf(socket);
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
    this.#anteroom.known(key, this.#clock.monotonic());
    this.#takeTurn();
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

function ignore(): void {}

function keyOf(socket: Socket): string {
  return `${socket.remoteAddress}:${socket.remotePort}`;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
