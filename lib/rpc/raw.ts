/**
 * gRPC without looking into it: calls passed on as HTTP/2 streams, byte for byte, and the little framing that a program
 * needs to refuse a call or to answer one itself. What apid is made of; it does not load grpc-js.
 */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { REASON_TRAILER, RpcError, statusName, statusNumber, travelling } from './error.ts';
import { FORWARDED_PREFIX } from './forwarded.ts';
import { frame, Unframer } from './frames.ts';
import type { Connection } from './listener.ts';
import { type AnyMethod, methodPath, type ServiceDescriptor } from './service.ts';

const CONTENT_TYPE = 'application/grpc+proto';
/** nghttp2's flag of a HEADERS frame behind which nothing comes. */
const END_STREAM = 0x1;
/** Of one connection, RFC 9113 §8.2.2; they must not be passed on. nghttp2 lets the last of them in, Node refuses to send it. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'host',
  'expect',
  'http2-settings',
]);

export interface RawCall {
  readonly stream: ServerHttp2Stream;
  readonly headers: IncomingHttpHeaders;
  /** /package.Service/Method */
  readonly path: string;
}

/** Speaks HTTP/2 on a connection of the listener and hands over its calls. */
export function acceptCalls(
  connection: Connection,
  options: { readonly maxStreams: number; readonly onCall: (call: RawCall) => void },
): ServerHttp2Session {
  const session = performServerHandshake(connection.socket, {
    maxSessionMemory: 16,
    settings: { maxConcurrentStreams: options.maxStreams, maxHeaderListSize: 16 * 1024, enablePush: false },
  });
  session.on('error', () => {}); // 'close' follows, and closes every stream
  session.on('stream', (stream, headers) => {
    stream.on('error', () => {}); // the same: what a stream ends with is seen in its 'close'
    const path = headers[':path'] ?? '';
    const type = headers['content-type'];
    if (headers[':method'] !== 'POST' || typeof type !== 'string' || !type.startsWith('application/grpc')) {
      stream.respond({ ':status': 415 }, { endStream: true });
      return;
    }
    try {
      options.onCall({ stream, headers, path });
    } catch {
      // What a client sends must never be the end of the program: Node throws for headers that it would not send itself.
      refuse(stream, new RpcError('INVALID_ARGUMENT', 'the call cannot be passed on', { reason: 'INVALID_CALL' }));
    }
  });
  return session;
}

/** Ends a call that has not been answered yet. */
export function refuse(stream: ServerHttp2Stream, error: RpcError): void {
  if (stream.destroyed || stream.headersSent) return;
  stream.respond({ ':status': 200, 'content-type': CONTENT_TYPE, ...trailersOf(error) }, { endStream: true });
  stream.resume(); // what the client still sends is thrown away
}

function trailersOf(error: RpcError | undefined): OutgoingHttpHeaders {
  if (error === undefined) return { 'grpc-status': '0' };
  return {
    'grpc-status': String(statusNumber(error.code)),
    'grpc-message': encodeURI(travelling(error.message)),
    ...(error.reason !== undefined && { [REASON_TRAILER]: error.reason }),
  };
}

/**
 * What machined may send before it hears that it was taken: of one answer, which is what waits here when its client does not read, and
 * of all together. HTTP/2's own 64 KiB for the whole connection would be a round to machined and back for each 32 KiB.
 */
const STREAM_WINDOW = 256 * 1024;
const CONNECTION_WINDOW = 4 << 20;
/** What waits here to be sent to a client, and the rest at which more is fetched. */
const AHEAD = { most: 256 * 1024, least: 128 * 1024 };

/** A connection to one server on a unix socket, made when it is needed and remade when it is gone. */
export class Upstream {
  readonly #path: string;
  #session: ClientHttp2Session | undefined;

  constructor(socketPath: string) {
    this.#path = socketPath;
  }

  request(headers: OutgoingHttpHeaders): ClientHttp2Stream {
    const request = this.#live().request(headers);
    request.on('error', () => {}); // seen in 'close'
    return request;
  }

  close(): void {
    this.#session?.destroy();
    this.#session = undefined;
  }

  #live(): ClientHttp2Session {
    const existing = this.#session;
    if (existing !== undefined && !existing.closed && !existing.destroyed) return existing;
    const session = connect('http://localhost', {
      createConnection: () => connectSocket({ path: this.#path }),
      maxSessionMemory: 64,
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
    });
    session.once('connect', () => session.setLocalWindowSize(CONNECTION_WINDOW));
    session.on('error', () => {});
    const forget = () => {
      if (this.#session === session) this.#session = undefined;
    };
    session.on('goaway', forget); // its streams go on; new ones need another connection
    session.on('close', forget);
    this.#session = session;
    return session;
  }
}

/**
 * Passes a call on and its answer back: bytes, half-closes, trailers, cancellation in both directions, with the
 * back-pressure of either side.
 *
 * Guarantees: no header that begins with talos- passes but those in `identity`. A call always ends with a status:
 * UNAVAILABLE when the upstream breaks off.
 */
export function forward(
  call: RawCall,
  upstream: Upstream,
  identity: Readonly<Record<string, string>>,
  signal: AbortSignal,
): void {
  const { stream } = call;
  const request = upstream.request({ ...passedOn(call.headers), ...identity });
  let trailers: OutgoingHttpHeaders | undefined;
  const onAbort = () => request.close(constants.NGHTTP2_CANCEL);
  signal.addEventListener('abort', onAbort, { once: true });

  request.on('response', (headers, flags) => {
    if (stream.destroyed) return;
    const { ':status': status, ...rest } = headers;
    const response = { ':status': status, ...rest };
    if ((flags & END_STREAM) !== 0) {
      stream.respond(response, { endStream: true });
      return;
    }
    stream.respond(response, { waitForTrailers: true });
    carry(request, stream);
  });
  request.on('trailers', (headers) => {
    trailers = { ...headers };
  });
  stream.on('wantTrailers', () => {
    stream.sendTrailers(trailers ?? trailersOf(signal.aborted ? reasonOf(signal) : brokenOff()));
  });
  stream.pipe(request);

  request.on('close', () => {
    signal.removeEventListener('abort', onAbort);
    stream.unpipe(request);
    stream.resume();
    if (stream.headersSent) stream.end();
    else refuse(stream, signal.aborted ? reasonOf(signal) : brokenOff());
  });
  stream.on('close', () => {
    if (!request.closed) request.close(constants.NGHTTP2_CANCEL);
  });
}

/**
 * Writes what comes from `source` to `target` and ends it, no faster than it is taken. `pipe` does so too, but stops and starts the
 * source for each 16 KiB, which for a large answer is tens of thousands of times.
 */
function carry(source: ClientHttp2Stream, target: ServerHttp2Stream): void {
  let stopped = false;
  const onWritten = (): void => {
    if (!stopped || target.writableLength > AHEAD.least) return;
    stopped = false;
    source.resume();
  };
  source.on('data', (chunk: Buffer) => {
    if (target.destroyed) return;
    target.write(chunk, onWritten);
    if (stopped || target.writableLength < AHEAD.most) return;
    stopped = true;
    source.pause();
  });
  source.on('end', () => target.end());
}

function brokenOff(): RpcError {
  const message =
    'the node cannot answer: its agent is not running or ended the call; it is restarted by itself, so try again';
  return new RpcError('UNAVAILABLE', message, { reason: 'AGENT_UNAVAILABLE' });
}

function reasonOf(signal: AbortSignal): RpcError {
  return signal.reason instanceof RpcError ? signal.reason : new RpcError('CANCELLED', 'the call was cancelled');
}

function passedOn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const out: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(FORWARDED_PREFIX) || HOP_BY_HOP.has(name) || value === undefined) continue;
    out[name] = value;
  }
  return out;
}

/** The messages that a client sends. Errors: RpcError for one that is too large or compressed. */
export async function* messagesOf(readable: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const frames = new Unframer();
  for await (const piece of readable) yield* frames.add(piece);
}

/** Begins an answer of our own; `end` finishes it with a status. */
export function respond(stream: ServerHttp2Stream): { readonly end: (error?: RpcError) => void } {
  let result: RpcError | undefined;
  stream.on('wantTrailers', () => stream.sendTrailers(trailersOf(result)));
  stream.respond({ ':status': 200, 'content-type': CONTENT_TYPE }, { waitForTrailers: true });
  return {
    end: (error) => {
      result = error;
      if (!stream.destroyed) stream.end();
    },
  };
}

/** A unary call over an upstream. Errors: RpcError. */
export async function rawUnary(
  upstream: Upstream,
  service: ServiceDescriptor,
  method: AnyMethod,
  message: Uint8Array,
  signal: AbortSignal,
): Promise<Buffer> {
  const request = upstream.request({
    ':method': 'POST',
    ':path': methodPath(service, method),
    'content-type': CONTENT_TYPE,
    te: 'trailers',
  });
  const onAbort = () => request.close(constants.NGHTTP2_CANCEL);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    let status: IncomingHttpHeaders | undefined;
    request.on('response', (headers) => {
      if (headers['grpc-status'] !== undefined) status = headers;
    });
    request.on('trailers', (headers) => {
      status = headers;
    });
    const closed = new Promise<void>((resolve) => request.once('close', resolve));
    request.end(frame(message));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    await closed;
    const code = statusName(Number(status?.['grpc-status'] ?? statusNumber('UNAVAILABLE')));
    if (code !== 'OK')
      throw new RpcError(code, decodeURI(String(status?.['grpc-message'] ?? 'the agent did not answer')));
    return Buffer.concat(chunks).subarray(5);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
