/** The door of the OS API: who calls, may they, and on to machined. Sees no message. */
import { constants, type ServerHttp2Session } from 'node:http2';
import { type Clock, systemClock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { callerOf } from '@talos/lib/rpc/forwarded.ts';
import { type Connection, doorState, Listener, type ListenerLimits, type ServerTls } from '@talos/lib/rpc/listener.ts';
import type { Peer } from '@talos/lib/rpc/peer.ts';
import { acceptCalls, forward, type RawCall, refuse } from '@talos/lib/rpc/raw.ts';
import { Upstream } from '@talos/lib/rpc/upstream.ts';
import { type ApidConfig, isDenied } from './config.ts';
import { DoorLog, type RefusalReason } from './door-log.ts';
import { mostOpenFiles } from './open-files.ts';
import { bringProfiles } from './profiles.ts';
import { mayCall, rolesFor } from './roles.ts';
import { type Log, StrangerLog } from './stranger-log.ts';
import { serveTunnel } from './tunnel.ts';

export interface DoorOptions {
  readonly tls: ServerTls;
  readonly config: ApidConfig;
  /** Path of machined's socket. */
  readonly machined: string;
  /** Where members listen; default 50000. */
  readonly memberPort?: number;
  readonly limits?: Partial<ListenerLimits> | undefined;
  /** Open calls of one certificate over all its connections; default 64. */
  readonly streamsPerClient?: number;
  /** Open calls of all; default 512. */
  readonly streams?: number;
  readonly clock?: Clock | undefined;
  readonly log?: Log | undefined;
}

const TUNNEL = '/osctl.v1alpha1.Tunnel/Connect';
const PING_EVERY_MS = 30_000;
/** Some 3 KB each: nobody else is kept waiting for strangers to be let in and out again. Half of the files that apid may open, at most. */
const SILENT = 10_240;
const CERTIFICATE_DENIED = 'certificate is denied';

export class Door {
  readonly #options: DoorOptions;
  readonly #clock: Clock;
  readonly #listener: Listener;
  readonly #upstream: Upstream;
  readonly #entries: DoorLog;
  readonly #sessions = new Set<ServerHttp2Session>();
  readonly #open = new Map<string, number>();
  readonly #closed = new AbortController();
  #total = 0;
  #onIdle: (() => void) | undefined;
  #config: ApidConfig;
  #ca: string;
  #state: string;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#config = options.config;
    this.#ca = options.tls.ca;
    this.#state = doorState(options.tls);
    this.#upstream = new Upstream(options.machined);
    this.#entries = new DoorLog(this.#upstream, this.#clock);
    const strangers = new StrangerLog(options.log ?? (() => {}), this.#clock);
    this.#listener = new Listener({
      tls: options.tls,
      limits: { silent: Math.min(SILENT, Math.floor(mostOpenFiles() / 2)), ...options.limits },
      clock: this.#clock,
      admit: (peer) => this.#admit(peer),
      onConnection: (connection) => this.#connected(connection),
      onRefused: (address, why) => strangers.add(address, why),
    });
  }

  async listen(address: string): Promise<string> {
    const bound = await this.#listener.listen(address);
    this.#entries.run(this.#closed.signal).catch(() => {});
    void bringProfiles(this.#upstream, this.#clock, this.#closed.signal);
    return bound;
  }

  replaceTls(tls: ServerTls): void {
    this.#listener.replaceTls(tls);
    this.#ca = tls.ca;
    this.#state = doorState(tls);
  }

  /** Certificates denied from now on lose their connections too. */
  replaceConfig(config: ApidConfig): void {
    this.#config = config;
    const error = new RpcError('UNAUTHENTICATED', 'this certificate is denied', { reason: 'CERTIFICATE_DENIED' });
    this.#listener.disconnect((peer) => isDenied(config, peer.serial), error);
  }

  /** Lets open calls end for at most `graceMs`, then ends them. */
  async close(graceMs = 0): Promise<void> {
    this.#listener.stopAccepting();
    for (const session of this.#sessions) session.close();
    if (this.#total > 0 && graceMs > 0) {
      const over = new AbortController();
      this.#onIdle = () => over.abort();
      await this.#clock.sleep(graceMs, over.signal).catch(() => {});
    }
    await this.#entries.flush();
    this.#closed.abort();
    await this.#listener.close();
    this.#upstream.close();
  }

  #admit(peer: Peer): string | undefined {
    if (!isDenied(this.#config, peer.serial)) return undefined;
    this.#entries.add(peer, '', 'CERTIFICATE_DENIED');
    return CERTIFICATE_DENIED;
  }

  #connected(connection: Connection): void {
    const maxStreams = this.#options.streamsPerClient ?? 64;
    const session = acceptCalls(connection, {
      maxStreams: maxStreams * 2,
      onCall: (call) => this.#called(call, connection),
    });
    this.#sessions.add(session);
    const gone = new AbortController();
    session.once('close', () => {
      this.#sessions.delete(session);
      gone.abort();
    });
    this.#keepAlive(session, gone.signal).catch(() => {});
  }

  /** A client that vanished without a word would keep its streams for ever. */
  async #keepAlive(session: ServerHttp2Session, gone: AbortSignal): Promise<void> {
    for (;;) {
      await this.#clock.sleep(PING_EVERY_MS, gone);
      let answered = false;
      session.ping(() => {
        answered = true;
      });
      await this.#clock.sleep(PING_EVERY_MS / 2, gone);
      if (!answered) session.destroy(undefined, constants.NGHTTP2_CANCEL);
    }
  }

  #called(call: RawCall, connection: Connection): void {
    const { peer, signal } = connection;
    const verdict = mayCall(peer.role, call.path);
    if (verdict !== 'allowed') {
      const message =
        verdict === 'METHOD_UNKNOWN'
          ? 'there is no such method here'
          : `${call.path} needs role ${rolesFor(call.path)}; this certificate (${peer.subject}) has ${peer.role === '' ? 'none' : peer.role}`;
      this.#refuse(call, peer, new RpcError('PERMISSION_DENIED', message, { reason: verdict }), verdict);
      return;
    }
    if (signal.aborted) {
      refuse(call.stream, signal.reason as RpcError);
      return;
    }
    const open = this.#open.get(peer.serial) ?? 0;
    if (open >= (this.#options.streamsPerClient ?? 64) || this.#total >= (this.#options.streams ?? 512)) {
      const error = new RpcError('RESOURCE_EXHAUSTED', 'too many calls are open; end some of them', {
        reason: 'TOO_MANY_STREAMS',
      });
      this.#refuse(call, peer, error, 'TOO_MANY_STREAMS');
      return;
    }
    this.#open.set(peer.serial, open + 1);
    this.#total++;
    this.#entries.seen(peer);
    call.stream.once('close', () => {
      this.#total--;
      this.#entries.seen(peer);
      if (this.#total === 0) this.#onIdle?.();
      const left = this.#open.get(peer.serial)! - 1;
      if (left === 0) this.#open.delete(peer.serial);
      else this.#open.set(peer.serial, left);
    });
    if (call.path === TUNNEL) {
      const ended = new AbortController();
      call.stream.once('close', () => ended.abort());
      const port = this.#options.memberPort ?? 50_000;
      void serveTunnel(call, {
        members: this.#config.members,
        ca: this.#ca,
        port,
        signal: AbortSignal.any([signal, ended.signal]),
        onTarget: (target, isMember) => this.#entries.add(peer, call.path, isMember ? '' : 'TARGET_NOT_MEMBER', target),
      });
      return;
    }
    forward(call, this.#upstream, callerOf(peer, this.#state), signal);
  }

  #refuse(call: RawCall, peer: Peer, error: RpcError, reason: RefusalReason): void {
    this.#entries.add(peer, call.path, reason);
    this.#options.log?.('call refused', {
      subject: peer.subject,
      role: peer.role,
      address: peer.address,
      method: call.path,
      reason,
    });
    refuse(call.stream, error);
  }
}
