/**
 * Unary calls of gRPC over node:http2 alone.
 *
 * For a program that starts, asks once and ends, loading and warming grpc-js is a third of its life; a unary call needs little of
 * it: one request, one message, a status in the trailers (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
 * Everything that streams, and every long-lived process, uses client.ts.
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
import { REASON_TRAILER, RpcError, type StatusName, statusName } from './error.ts';
import { MAX_MESSAGE_BYTES, UNARY_TIMEOUT_MS } from './limits.ts';
import type { CallOptions } from './service.ts';

export interface UnaryChannel {
  /**
   * `path` is /package.Service/Method. Guarantees: a call is never repeated by itself; aborting `signal` cancels it on the server.
   * Errors: RpcError, the same as those of createClient.
   */
  call(path: string, message: Uint8Array, options: CallOptions): Promise<Uint8Array>;
  close(): void;
}

/** A connection, and whether it has ever stood: before, nobody can have seen a call. */
interface Connection {
  readonly session: ClientHttp2Session;
  stands: boolean;
  error: Error | undefined;
}

const FRAME_HEADER_BYTES = 5;

/** Guarantees: TLS 1.3 only; nothing is dialled before the first call; a connection that ended is made anew by the next call. */
export function openUnaryChannel(config: ChannelConfig & { readonly tls: ClientTls }): UnaryChannel {
  let current: Connection | undefined;
  const connection = (): Connection => {
    if (current === undefined || current.session.closed || current.session.destroyed) current = dial(config);
    return current;
  };
  return {
    call: (path, message, options) => call(connection, path, message, options),
    close: () => current?.session.destroy(),
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
  const session = connectHttp2('https://node', { createConnection: () => socket });
  const connection: Connection = { session, stands: false, error: undefined };
  socket.once('secureConnect', () => {
    connection.stands = true;
  });
  // Each call under way is told by its own stream; why is said here.
  const failed = (error: Error): void => {
    connection.error ??= error;
  };
  socket.on('error', failed);
  session.on('error', failed);
  return connection;
}

function call(connect: () => Connection, path: string, message: Uint8Array, options: CallOptions): Promise<Uint8Array> {
  const { signal, timeoutMs = UNARY_TIMEOUT_MS, metadata } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      const text = `${path} was cancelled before it began`;
      reject(new RpcError('CANCELLED', text, { cause: signal.reason, method: path, unsent: true }));
      return;
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
    } catch (error) {
      // The server has said that it takes no more calls on this connection.
      connection.session.destroy();
      reject(new RpcError('UNAVAILABLE', textOf(error as Error), { cause: error, method: path, unsent: true }));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    let head: IncomingHttpHeaders = {};
    let trailers: IncomingHttpHeaders | undefined;
    let timer: NodeJS.Timeout | undefined;
    const end = (result: Uint8Array | RpcError): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL);
      if (result instanceof RpcError) reject(result);
      else resolve(result);
    };
    const fail = (code: StatusName, text: string, more: { cause?: unknown; unsent?: boolean; reason?: string } = {}) =>
      end(new RpcError(code, text, { ...more, method: path }));
    const onAbort = (): void => fail('CANCELLED', `${path} was cancelled`, { cause: signal?.reason });
    signal?.addEventListener('abort', onAbort, { once: true });
    if (timeoutMs > 0)
      timer = setTimeout(() => fail('DEADLINE_EXCEEDED', `no answer within ${timeoutMs} ms`), timeoutMs);
    stream.on('response', (headers) => {
      head = headers;
    });
    stream.on('trailers', (headers) => {
      trailers = headers;
    });
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_MESSAGE_BYTES + FRAME_HEADER_BYTES) {
        fail('RESOURCE_EXHAUSTED', `the answer is larger than ${MAX_MESSAGE_BYTES} bytes`);
      }
    });
    stream.on('error', () => {});
    stream.on('close', () => {
      const status = statusOf(head, trailers);
      if (status === undefined) {
        const why =
          connection.error === undefined ? 'the connection ended before the answer' : textOf(connection.error);
        fail('UNAVAILABLE', why, { cause: connection.error, unsent: !connection.stands });
      } else if (status.code !== 'OK') {
        fail(status.code, status.message, { ...(status.reason !== undefined && { reason: status.reason }) });
      } else {
        const body = messageOf(Buffer.concat(chunks, size));
        if (body === undefined) fail('INTERNAL', 'the answer is not one whole message');
        else end(body);
      }
    });
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + message.length);
    frame.writeUInt32BE(message.length, 1);
    frame.set(message, FRAME_HEADER_BYTES);
    stream.end(frame);
  });
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

/** The one message of an answer: not compressed, for we offer no compression. */
function messageOf(body: Buffer): Buffer | undefined {
  if (body.length < FRAME_HEADER_BYTES || body[0] !== 0) return undefined;
  return body.readUInt32BE(1) === body.length - FRAME_HEADER_BYTES ? body.subarray(FRAME_HEADER_BYTES) : undefined;
}

/** Of several addresses tried, the first's. */
function textOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  return error.message;
}
