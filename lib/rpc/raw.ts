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
import { MAX_MESSAGE_BYTES } from './limits.ts';
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

/** What waits here of an answer that its client does not take; a round to machined and back for each 64 KiB was half of a copy's time. */
const STREAM_WINDOW = 256 * 1024;
/** Each frame is a turn of this program: few and large ones. */
const FRAME_SIZE = 128 * 1024;

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
      settings: { enablePush: false, initialWindowSize: STREAM_WINDOW, maxFrameSize: FRAME_SIZE },
    });
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
    request.pipe(stream);
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
  let parts: Buffer[] = [];
  let have = 0;
  let need = 5;
  for await (const chunk of readable) {
    parts.push(chunk);
    have += chunk.length;
    while (have >= need) {
      const bytes: Buffer = parts.length === 1 ? parts[0]! : Buffer.concat(parts, have);
      const length = bytes.readUInt32BE(1);
      if (bytes[0] !== 0) throw new RpcError('UNIMPLEMENTED', 'compressed messages are not supported here');
      if (length > MAX_MESSAGE_BYTES)
        throw new RpcError('RESOURCE_EXHAUSTED', `a message of ${length} bytes is too large`);
      parts = [bytes];
      need = 5 + length;
      if (have < need) break;
      yield bytes.subarray(5, need);
      parts = [bytes.subarray(need)];
      have -= need;
      need = 5;
    }
  }
}

export function frame(message: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(5 + message.length);
  out[0] = 0;
  out.writeUInt32BE(message.length, 1);
  out.set(message, 5);
  return out;
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
