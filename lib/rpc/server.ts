/** A gRPC server of ours: typed handlers, peer identity, limits, deadlines, orderly end. */
import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import {
  type ConnectionInjector,
  Server as GrpcServer,
  type Metadata,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import type { Clock } from '../control/clock.ts';
import { RpcError, type StatusName, toRpcError } from './error.ts';
import { callerFromForwarded, callerOf, NOBODY } from './forwarded.ts';
import { FramedMessage } from './framed.ts';
import { definitionOf, requestStreams, responseStreams, statusOf } from './grpc.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import { type CallEvents, type CallHead, Link, type LinkCall, PREFACE } from './link.ts';
import {
  type Answering,
  type AnyHandler,
  answer,
  goneError,
  type Incoming,
  type StreamHandler,
  tooLate,
  type UnaryHandler,
} from './link-calls.ts';
import { type Connection, Listener, type ListenerLimits, type ServerTls } from './listener.ts';
import { Malformed } from './malformed.ts';
import type { Peer } from './peer.ts';
import { RequestMemory } from './request-memory.ts';
import {
  type AnyMethod,
  type CallContext,
  type Caller,
  type Handlers,
  type Methods,
  methodPath,
  type ServiceDescriptor,
} from './service.ts';
import { abortable, objectsOf, pump, unlessAborted } from './streams.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Why the signal of a call is aborted that has ended. Nobody reads it. */
const OVER = 'the call is over';

export interface CallEnd {
  readonly ctx: CallContext;
  /** The request of a unary or server-streaming call. */
  readonly request: unknown;
  readonly code: StatusName;
  /** Set unless the call succeeded; `error.cause` is what the caller was not told. */
  readonly error?: RpcError | undefined;
}

export interface RpcServerOptions {
  /** Mutual TLS; required for addresses on a network. */
  readonly tls?: ServerTls | undefined;
  /** Believe the talos-* request headers. Only where nobody but apid can connect: machined's unix socket. */
  readonly trustForwardedIdentity?: boolean;
  readonly limits?: Partial<ListenerLimits> | undefined;
  /** Default 128; 1024 where apid's one connection carries the calls of all clients. */
  readonly maxStreamsPerConnection?: number;
  readonly clock?: Clock | undefined;
  /** Runs before each handler; throwing an RpcError refuses the call. */
  readonly authorize?: ((ctx: CallContext) => void) | undefined;
  /** Each call once, when it has ended; for logs, metrics, audit. Must not throw. */
  readonly observe?: ((end: CallEnd) => void) | undefined;
  readonly admit?: ((peer: Peer) => string | undefined) | undefined;
  readonly onRefused?: ((address: string, why: string) => void) | undefined;
}

type SurfaceCall =
  | ServerUnaryCall<object, object>
  | ServerWritableStream<object, object>
  | ServerDuplexStream<object, object>;

export class RpcServer {
  readonly #options: RpcServerOptions;
  readonly #server: GrpcServer;
  readonly #injector: ConnectionInjector;
  readonly #listeners: Listener[] = [];
  readonly #answering = new Map<string, Answering>();
  /** One for each call under way: aborting it ends the call. */
  readonly #active = new Set<AbortController>();
  readonly #requests = new RequestMemory();
  #closing = false;
  #onIdle: () => void = () => {};
  readonly services: ServiceDescriptor[] = [];

  constructor(options: RpcServerOptions = {}) {
    this.#options = options;
    this.#server = new GrpcServer({
      'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
      'grpc.max_concurrent_streams': options.maxStreamsPerConnection ?? (options.trustForwardedIdentity ? 1024 : 128),
      'grpc.enable_channelz': 0,
      'grpc.keepalive_time_ms': 30_000,
      'grpc.keepalive_timeout_ms': 15_000,
      'grpc-node.max_session_memory': 16,
    });
    // The listener has done TLS by the time a connection gets here.
    this.#injector = this.#server.createConnectionInjector(ServerCredentials.createInsecure());
  }

  /** Methods without a handler answer UNIMPLEMENTED. */
  add<M extends Methods>(service: ServiceDescriptor<M>, handlers: Partial<Handlers<M>>): this {
    const implementation: Record<string, UntypedHandleCall> = {};
    const definition = { ...definitionOf(service) };
    for (const [key, method] of Object.entries(service.methods)) {
      definition[key] = { ...definition[key]!, requestDeserialize: Malformed.or(method.request) };
      const handler = (handlers as Readonly<Record<string, AnyHandler | undefined>>)[key];
      if (handler !== undefined) {
        const path = methodPath(service, method);
        implementation[key] = this.#handle(path, method, handler);
        this.#answering.set(path, { method, handler });
      }
    }
    this.#server.addService(definition, implementation);
    this.services.push(service);
    return this;
  }

  /** May be called for several addresses. Returns the address in use (port 0 replaced by the real one). */
  async listen(address: string): Promise<string> {
    const listener = new Listener({
      tls: this.#options.tls,
      limits: this.#options.limits,
      clock: this.#options.clock,
      admit: this.#options.admit,
      onRefused: this.#options.onRefused,
      onConnection: (connection) => this.#connected(connection),
    });
    const bound = await listener.listen(address);
    this.#listeners.push(listener);
    return bound;
  }

  replaceTls(tls: ServerTls): void {
    for (const listener of this.#listeners) listener.replaceTls(tls);
  }

  disconnect(matches: (peer: Peer) => boolean, error: RpcError): void {
    for (const listener of this.#listeners) listener.disconnect(matches, error);
  }

  /**
   * Takes no new calls, gives those under way `graceMs` to end by themselves, then ends them with UNAVAILABLE.
   *
   * Guarantees: resolves soon after `graceMs` at the latest, also when a handler ignores its signal. grpc-js' own orderly
   * shutdown either waits for ever or, without channelz, not at all.
   */
  async close(options: { readonly graceMs?: number } = {}): Promise<void> {
    this.#closing = true;
    for (const listener of this.#listeners) listener.stopAccepting();
    if (!(await this.#idleWithin(options.graceMs ?? 0))) {
      for (const gone of this.#active) gone.abort(shuttingDown());
      await this.#idleWithin(200);
    }
    await turn(); // what the calls ended with leaves before the connections do
    this.#server.forceShutdown();
    await Promise.all(this.#listeners.map((listener) => listener.close()));
  }

  /** Whether all calls have ended within that time. */
  async #idleWithin(ms: number): Promise<boolean> {
    if (this.#active.size === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const idle = await new Promise<boolean>((resolve) => {
      this.#onIdle = () => resolve(true);
      timer = setTimeout(() => resolve(false), ms);
    });
    clearTimeout(timer);
    return idle;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** apid says what it speaks; whoever else opens the socket, such as a test, speaks gRPC. */
  #connected({ socket }: Connection): void {
    if (!this.#options.trustForwardedIdentity) {
      this.#injector.injectConnection(socket);
      return;
    }
    let first = Buffer.alloc(0);
    const onReadable = (): void => {
      const more: Buffer | null = socket.read();
      if (more === null) return;
      first = Buffer.concat([first, more]);
      const isLink = first.subarray(0, PREFACE.length).equals(PREFACE.subarray(0, first.length));
      if (isLink && first.length < PREFACE.length) return;
      socket.off('readable', onReadable);
      if (isLink) new Link(socket, { onCall: (head, call) => this.#linked(head, call) });
      const rest = isLink ? first.subarray(PREFACE.length) : first;
      if (rest.length > 0) socket.unshift(rest);
      if (!isLink) this.#injector.injectConnection(socket);
    };
    socket.on('readable', onReadable);
  }

  #linked(head: CallHead, call: LinkCall): CallEvents {
    return answer(this.#answering.get(head.path), head, call, this.#requests, (...what) => this.#run(...what));
  }

  #handle(path: string, method: AnyMethod, handler: AnyHandler): UntypedHandleCall {
    if (responseStreams(method)) {
      return (call: ServerWritableStream<object, object> | ServerDuplexStream<object, object>) => {
        const { call: inner = {} } = call as { readonly call?: InnerCall };
        sendFramedAsTheyAre(inner);
        sendNothingBehindTheEnd(inner);
        this.#runSurface(call, path, async (ctx) => {
          const input = requestStreams(method)
            ? abortable(requestsOf(call as ServerDuplexStream<object, object>), ctx.signal)
            : wholeRequestOf(call);
          await pump((handler as StreamHandler)(input, ctx), call, ctx.signal);
        }).then((error) => {
          if (error === undefined) call.end();
          else call.emit('error', statusOf(error));
        });
      };
    }
    return (call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>) => {
      let response: object | undefined;
      this.#runSurface(call, path, async (ctx) => {
        const input = requestStreams(method) ? abortable(requestsOf(call as never), ctx.signal) : wholeRequestOf(call);
        response = await unlessAborted((handler as UnaryHandler)(input, ctx), ctx.signal);
      }).then((error) => {
        if (error === undefined) callback(null, response);
        else callback(statusOf(error));
      });
    };
  }

  /** A call of grpc-js. */
  async #runSurface(
    call: SurfaceCall,
    path: string,
    work: (ctx: CallContext) => Promise<void>,
  ): Promise<RpcError | undefined> {
    const gone = new AbortController();
    const onCancelled = (): void => gone.abort(goneError(Number(call.getDeadline())));
    const onConnectionEnd = (): void => gone.abort(connection?.signal.reason);
    const connection = this.#connectionOf(call);
    (call as EventEmitter).once('cancelled', onCancelled);
    connection?.signal.addEventListener('abort', onConnectionEnd, { once: true });
    if (call.cancelled || (this.#options.tls !== undefined && connection === undefined)) onCancelled();
    if (connection?.signal.aborted) onConnectionEnd();
    // grpc-js tells of a deadline only when all that was written before has left, for which a reader that does not read takes for ever.
    const deadlineMs = Number(call.getDeadline());
    const caller = this.#callerOf(call.metadata, connection);
    const error = await this.#run({ path, caller, deadlineMs, request: requestOf(call) }, gone, work);
    // grpc-js calls every call cancelled once its stream has closed, also one that has been answered.
    (call as EventEmitter).off('cancelled', onCancelled);
    connection?.signal.removeEventListener('abort', onConnectionEnd);
    return error;
  }

  /** Never rejects: the error that the caller gets, or undefined. */
  async #run(
    { path, caller, deadlineMs, request }: Incoming,
    gone: AbortController,
    work: (ctx: CallContext) => Promise<void>,
  ): Promise<RpcError | undefined> {
    this.#active.add(gone);
    const ctx: CallContext = { signal: gone.signal, method: path, caller };
    const leftMs = deadlineMs - Date.now();
    const deadline =
      leftMs > LONGEST_TIMER_MS ? undefined : setTimeout(() => gone.abort(tooLate()), Math.max(0, leftMs));
    let error: RpcError | undefined;
    try {
      if (this.#closing) throw shuttingDown();
      ctx.signal.throwIfAborted();
      this.#options.authorize?.(ctx);
      await work(ctx);
    } catch (thrown) {
      error = toRpcError(thrown, ctx.signal);
    } finally {
      clearTimeout(deadline);
      this.#active.delete(gone);
      gone.abort(OVER); // whoever waits for the call's end by it
    }
    this.#options.observe?.({ ctx, request, code: error?.code ?? 'OK', error });
    if (this.#active.size === 0) setImmediate(() => this.#onIdle());
    return error;
  }

  #connectionOf(call: SurfaceCall): Connection | undefined {
    if (this.#options.tls === undefined) return undefined;
    const key = call.getPeer();
    for (const listener of this.#listeners) {
      const connection = listener.connectionOf(key);
      if (connection !== undefined) return connection;
    }
    return undefined; // it closed just now
  }

  #callerOf(metadata: Metadata, connection: Connection | undefined): Caller {
    if (this.#options.trustForwardedIdentity) return callerFromForwarded((name) => metadata.get(name)[0]?.toString());
    if (connection === undefined) return NOBODY;
    return callerOf(connection.peer);
  }
}

/** Not a part of its interface: where it is no longer so, nothing here changes anything. */
interface InnerCall {
  serializeMessage?: (value: unknown) => Buffer;
  sendMessage?: (message: unknown, done: () => void) => void;
  /** The stream's end has been asked for. */
  readonly wantTrailers?: boolean;
}

/**
 * grpc-js frames a message by copying it into new memory; what is framed already goes out as it is. Where that is no longer possible
 * the serializer takes the frame off, grpc-js puts its own on, and only time is lost.
 */
function sendFramedAsTheyAre(inner: InnerCall): void {
  const frame = inner.serializeMessage;
  if (frame === undefined) return;
  inner.serializeMessage = (value) => (value instanceof FramedMessage ? value.bytes : frame.call(inner, value));
}

/**
 * At a deadline grpc-js ends the HTTP/2 stream, and writes on what is queued: Node gives up a stream that is written to behind its
 * end without a word to the other side, whose call would never be over.
 */
function sendNothingBehindTheEnd(inner: InnerCall): void {
  const send = inner.sendMessage;
  if (send === undefined) return;
  inner.sendMessage = (message, done) => {
    if (inner.wantTrailers !== true) send.call(inner, message, done);
  };
}

/** undefined where there is none that could be read. */
function requestOf(call: SurfaceCall): unknown {
  return 'request' in call && !(call.request instanceof Malformed) ? call.request : undefined;
}

function wholeRequestOf(call: SurfaceCall): unknown {
  if ('request' in call && call.request instanceof Malformed) throw call.request.error;
  return requestOf(call);
}

async function* requestsOf(call: Readable): AsyncGenerator<object, void, undefined> {
  for await (const request of objectsOf<object>(call)) {
    if (request instanceof Malformed) throw request.error;
    yield request;
  }
}

function shuttingDown(): RpcError {
  return new RpcError('UNAVAILABLE', 'the server is shutting down', { reason: 'SHUTTING_DOWN' });
}
