/**
 * A client of gRPC over node:http2 alone, for calls with one request.
 *
 * For a program that starts, asks once and ends, loading and warming grpc-js is a third of its life; such a call needs little of
 * it: one request, messages, a status in the trailers (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
 * What streams requests, and every long-lived process, uses client.ts.
 */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
  constants,
  type IncomingHttpHeaders,
} from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { parseAddress } from './address.ts';
import type { ChannelConfig } from './channel.ts';
import { type ClientTls, identityCheck, MIN_TLS, sniName } from './client-tls.ts';
import { REASON_TRAILER, RpcError, type StatusName, statusName, toRpcError } from './error.ts';
import { frame, Unframer } from './frames.ts';
import { UNARY_TIMEOUT_MS } from './limits.ts';
import type { CallOptions } from './service.ts';

/**
 * `path` is /package.Service/Method. Guarantees: a call is never repeated by itself; aborting `signal` cancels it on the server.
 * Errors: RpcError, the same as those of createClient.
 */
export interface LeanChannel {
  unary(path: string, message: Uint8Array, options: CallOptions): Promise<Uint8Array>;
  /** Messages, no faster than they are taken; leaving the iteration early cancels the call. */
  stream(path: string, message: Uint8Array, options: CallOptions): AsyncGenerator<Uint8Array, void, undefined>;
  /** For good: a call that somebody still wanted to make fails with CANCELLED, and dials nothing. */
  close(): void;
}

/** A connection, and whether it has ever stood: before, nobody can have seen a call. */
interface Connection {
  readonly session: ClientHttp2Session;
  stands: boolean;
  error: Error | undefined;
}

/** What a server may send before it hears that it was taken; per stream, and of all streams together. */
const STREAM_WINDOW = 1 << 20;
const CONNECTION_WINDOW = 4 << 20;
/** Messages that wait for their reader; more, and the stream is stopped. */
const WAITING_BYTES = 512 * 1024;
/** A node that vanished without a word would hold a stream for ever. */
const PING = { everyMs: 15_000, timeoutMs: 10_000 };

/** Guarantees: TLS 1.3 only; nothing is dialled before the first call; a connection that ended is made anew by the next call. */
export function openLeanChannel(config: ChannelConfig & { readonly tls: ClientTls }): LeanChannel {
  let current: Connection | undefined;
  let closed = false;
  const connection = (): Connection => {
    if (closed) throw new RpcError('CANCELLED', 'the channel is closed', { unsent: true });
    if (current === undefined || current.session.closed || current.session.destroyed) current = dial(config);
    return current;
  };
  return {
    unary: (path, message, options) => unary(connection, path, message, options),
    stream: (path, message, options) => stream(connection, path, message, options),
    close() {
      closed = true;
      current?.session.destroy();
    },
  };
}

function dial({ address: text, tls }: ChannelConfig & { readonly tls: ClientTls }): Connection {
  const address = parseAddress(text);
  const socket = connectTls({
    ...(address.kind === 'tcp' ? { host: address.host, port: address.port } : { path: address.path }),
    ca: tls.ca,
    cert: tls.cert,
    key: tls.key,
    minVersion: MIN_TLS,
    ALPNProtocols: ['h2'],
    servername: sniName(tls, address),
    checkServerIdentity: identityCheck(tls, address),
  });
  socket.setNoDelay(true);
  const session = connectHttp2('https://node', {
    createConnection: () => socket,
    settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
  });
  const connection: Connection = { session, stands: false, error: undefined };
  socket.once('secureConnect', () => {
    connection.stands = true;
  });
  session.once('connect', () => session.setLocalWindowSize(CONNECTION_WINDOW));
  // Each call under way is told by its own stream; why is said here.
  const failed = (error: Error): void => {
    connection.error ??= error;
  };
  socket.on('error', failed);
  session.on('error', failed);
  keepAlive(session);
  return connection;
}

function keepAlive(session: ClientHttp2Session): void {
  const timer = setInterval(() => {
    if (session.closed) return; // the server takes no more calls, and ends when those under way have
    const late = setTimeout(() => {
      const what = session.connecting ? 'no connection' : 'no sign of life';
      session.destroy(new Error(`${what} within ${(PING.everyMs + PING.timeoutMs) / 1000} s`));
    }, PING.timeoutMs).unref();
    session.ping((error) => {
      if (error === null) clearTimeout(late);
    });
  }, PING.everyMs).unref();
  session.once('close', () => clearInterval(timer));
}

async function unary(
  connect: () => Connection,
  path: string,
  message: Uint8Array,
  options: CallOptions,
): Promise<Uint8Array> {
  const messages: Uint8Array[] = [];
  const call = begin(connect, path, message, { ...options, timeoutMs: options.timeoutMs ?? UNARY_TIMEOUT_MS }, (one) =>
    messages.push(one),
  );
  await call.ended;
  const [answer] = messages;
  if (answer === undefined || messages.length > 1) {
    throw new RpcError('INTERNAL', 'the answer is not one whole message', { method: path });
  }
  return answer;
}

async function* stream(
  connect: () => Connection,
  path: string,
  message: Uint8Array,
  options: CallOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let over = false;
  let wake: () => void = () => {};
  const call = begin(connect, path, message, options, (one) => {
    waiting.push(one);
    bytes += one.length;
    if (bytes > WAITING_BYTES) call.pause();
    wake();
  });
  const end = (): void => {
    over = true;
    wake();
  };
  call.ended.then(end, end);
  try {
    for (;;) {
      const next = options.signal?.aborted === true ? undefined : waiting.shift();
      if (next !== undefined) {
        bytes -= next.length;
        if (bytes === 0) call.resume();
        yield next;
      } else if (over) {
        await call.ended;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    call.leave();
  }
}

interface Call {
  /** When the status has come. Errors: RpcError. */
  readonly ended: Promise<void>;
  pause(): void;
  resume(): void;
  /** Nobody wants the rest. */
  leave(): void;
}

/** Errors: RpcError, when the call could not even begin. */
function begin(
  connect: () => Connection,
  path: string,
  message: Uint8Array,
  { signal, timeoutMs = 0, metadata }: CallOptions,
  onMessage: (message: Uint8Array) => void,
): Call {
  const failure = (code: StatusName, text: string, more: { cause?: unknown; unsent?: boolean; reason?: string } = {}) =>
    new RpcError(code, text, { ...more, method: path });
  if (signal?.aborted) {
    throw failure('CANCELLED', `${path} was cancelled before it began`, { cause: signal.reason, unsent: true });
  }
  const connection = connect();
  let stream: ClientHttp2Stream;
  try {
    stream = connection.session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: path,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...(timeoutMs > 0 && { 'grpc-timeout': `${Math.min(Math.ceil(timeoutMs), 99_999_999)}m` }),
      ...metadata,
    });
  } catch (cause) {
    // The server has said that it takes no more calls on this connection.
    connection.session.destroy();
    throw failure('UNAVAILABLE', textOf(cause as Error), { cause, unsent: true });
  }
  const frames = new Unframer();
  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => {});
  let head: IncomingHttpHeaders = {};
  let trailers: IncomingHttpHeaders | undefined;
  let timer: NodeJS.Timeout | undefined;
  const end = (error?: RpcError): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL);
    if (error === undefined) ended.resolve();
    else ended.reject(error);
  };
  const onAbort = (): void => end(failure('CANCELLED', `${path} was cancelled`, { cause: signal?.reason }));
  signal?.addEventListener('abort', onAbort, { once: true });
  if (timeoutMs > 0) {
    timer = setTimeout(() => end(failure('DEADLINE_EXCEEDED', `no answer within ${timeoutMs} ms`)), timeoutMs);
  }
  stream.on('response', (headers) => {
    head = headers;
  });
  stream.on('trailers', (headers) => {
    trailers = headers;
  });
  stream.on('data', (piece: Buffer) => {
    try {
      for (const one of frames.add(piece)) onMessage(one);
    } catch (error) {
      const { code, message: text } = toRpcError(error);
      end(failure(code, text));
    }
  });
  stream.on('error', () => {});
  stream.on('close', () => {
    const status = statusOf(head, trailers);
    if (status === undefined) {
      const why = connection.error === undefined ? 'the connection ended before the answer' : textOf(connection.error);
      end(failure('UNAVAILABLE', why, { cause: connection.error, unsent: !connection.stands }));
    } else if (status.code !== 'OK') {
      end(failure(status.code, status.message, { ...(status.reason !== undefined && { reason: status.reason }) }));
    } else if (!frames.whole) end(failure('INTERNAL', 'the answer ended in the middle of a message'));
    else end();
  });
  stream.end(frame(message));
  return {
    ended: ended.promise,
    pause: () => void stream.pause(),
    resume: () => void stream.resume(),
    leave: end,
  };
}

interface Status {
  readonly code: StatusName;
  readonly message: string;
  readonly reason?: string;
}

/** An answer without a message has its status in the headers. undefined: no answer came to its end. */
function statusOf(head: IncomingHttpHeaders, trailers: IncomingHttpHeaders | undefined): Status | undefined {
  const from = trailers?.['grpc-status'] === undefined ? head : trailers;
  const number = from['grpc-status'];
  if (number !== undefined) {
    const reason = from[REASON_TRAILER]?.toString();
    const message = decode(from['grpc-message']?.toString() ?? '');
    return { code: statusName(Number(number)), message, ...(reason !== undefined && { reason }) };
  }
  const http = head[constants.HTTP2_HEADER_STATUS];
  if (http === undefined || Number(http) === 200) return undefined;
  return { code: HTTP_CODES[Number(http)] ?? 'UNKNOWN', message: `whoever listens there answered HTTP ${http}` };
}

/** https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md */
const HTTP_CODES: Readonly<Record<number, StatusName>> = {
  400: 'INTERNAL',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'UNIMPLEMENTED',
  429: 'UNAVAILABLE',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of several addresses tried, the first's. */
function textOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  return error.message;
}
