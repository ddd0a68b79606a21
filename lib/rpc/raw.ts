/**
 * gRPC without looking into it: calls passed on as HTTP/2 streams, byte for byte, and the little framing that a program
 * needs to refuse a call or to answer one itself. What apid is made of; it does not load grpc-js.
 */
import {
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { REASON_TRAILER, RpcError, statusNumber, toRpcError, travelling } from './error.ts';
import { Unframer } from './frames.ts';
import type { CallStatus } from './link.ts';
import type { Connection } from './listener.ts';
import type { Caller } from './service.ts';
import type { Upstream } from './upstream.ts';

const CONTENT_TYPE = 'application/grpc+proto';
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
    } catch (error) {
      // What a client sends must never be the end of the program.
      refuse(stream, toRpcError(error));
    }
  });
  return session;
}

/** Ends a call that has not been answered yet. */
export function refuse(stream: ServerHttp2Stream, error: RpcError | undefined): void {
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
 * Passes a call on and its answer back: bytes, half-closes, status, cancellation in both directions, with the back-pressure of either
 * side. Of its headers only the deadline goes on.
 *
 * Guarantees: a call always ends with a status: UNAVAILABLE when the upstream breaks off.
 * Errors: RpcError, and nothing has been answered then.
 */
export function forward(call: RawCall, upstream: Upstream, caller: Caller, signal: AbortSignal): void {
  const { stream, path, headers } = call;
  let error: RpcError | undefined;
  let over = false;
  const finish = (why: RpcError | undefined): void => {
    if (over) return;
    over = true;
    signal.removeEventListener('abort', onAbort);
    error = why;
    if (stream.destroyed) return;
    if (stream.headersSent) stream.end();
    else refuse(stream, why);
    stream.resume(); // what the client still sends is thrown away
  };
  const request = upstream.open(
    { path, encoding: headers['grpc-encoding']?.toString(), timeoutMs: timeoutOf(headers['grpc-timeout']), caller },
    {
      data(bytes) {
        if (over || stream.destroyed) return;
        if (!stream.headersSent) stream.respond(RESPONSE, { waitForTrailers: true });
        stream.write(bytes, () => request.taken(bytes.length));
      },
      end() {},
      drain: () => void stream.resume(),
      over: (status) => finish(status === undefined ? brokenOff() : errorFrom(status)),
    },
  );
  const onAbort = (): void => {
    request.cancel();
    finish(reasonOf(signal));
  };
  signal.addEventListener('abort', onAbort, { once: true });
  stream.on('data', (bytes: Buffer) => {
    if (over) return;
    request.send(bytes);
    if (request.full) stream.pause();
  });
  stream.on('end', () => request.end());
  stream.on('wantTrailers', () => stream.sendTrailers(trailersOf(error)));
  stream.on('close', () => {
    over = true;
    signal.removeEventListener('abort', onAbort);
    request.cancel();
  });
}

/** What machined understands (compression.ts, which would bring zlib). */
const RESPONSE: OutgoingHttpHeaders = {
  ':status': 200,
  'content-type': CONTENT_TYPE,
  'grpc-accept-encoding': 'identity,deflate,gzip',
};

function errorFrom({ code, message, reason }: CallStatus): RpcError | undefined {
  return code === 'OK' ? undefined : new RpcError(code, message, { reason });
}

const UNITS_MS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1_000, m: 1, u: 1e-3, n: 1e-6 };

/** https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md. Errors: INVALID_ARGUMENT for one that is none. */
function timeoutOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  const [, digits, unit = ''] = /^(\d{1,8})([HMSmun])$/.exec(String(header)) ?? [];
  if (digits === undefined) throw new RpcError('INVALID_ARGUMENT', 'grpc-timeout is none', { reason: 'INVALID_CALL' });
  return Number(digits) * (UNITS_MS[unit] ?? 0);
}

function brokenOff(): RpcError {
  const message =
    'the node cannot answer: its agent is not running or ended the call; it is restarted by itself, so try again';
  return new RpcError('UNAVAILABLE', message, { reason: 'AGENT_UNAVAILABLE' });
}

function reasonOf(signal: AbortSignal): RpcError {
  return signal.reason instanceof RpcError ? signal.reason : new RpcError('CANCELLED', 'the call was cancelled');
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
