/** gRPC by hand: whatever bytes a test wants in whatever frames, and what came back. */
import { type ClientHttp2Session, connect, constants, type IncomingHttpHeaders } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import { type StatusName, statusName } from '@talos/lib/rpc/error.ts';

export interface Outcome {
  /** HTTP's; undefined: there was no answer at all. */
  readonly http: number | undefined;
  /** undefined: the call ended without a status of gRPC. */
  readonly code: StatusName | undefined;
  readonly message: string;
  readonly reason: string;
  /** What HTTP/2 reset the stream with; 0: it was not. */
  readonly reset: number;
  readonly bytes: number;
}

export function dial(
  port: number,
  tls: { readonly ca: string; readonly cert?: string; readonly key?: string },
): ClientHttp2Session {
  const session = connect(`https://127.0.0.1:${port}`, {
    createConnection: () =>
      connectTls({ host: '127.0.0.1', port, ...tls, ALPNProtocols: ['h2'] }).on('error', () => {}),
    settings: { enablePush: false },
  });
  session.on('error', () => {});
  return session;
}

/** Never rejects. What is sent is `body` in its pieces, then the end. */
export function send(
  session: ClientHttp2Session,
  path: string,
  body: readonly Uint8Array[],
  headers: Readonly<Record<string, string | string[]>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    let head: IncomingHttpHeaders = {};
    let trailers: IncomingHttpHeaders = {};
    let bytes = 0;
    const ended = (reset: number) => {
      const all: IncomingHttpHeaders = { ...head, ...trailers };
      const number = all['grpc-status'];
      resolve({
        http:
          head[constants.HTTP2_HEADER_STATUS] === undefined ? undefined : Number(head[constants.HTTP2_HEADER_STATUS]),
        code: number === undefined || !/^\d+$/.test(String(number)) ? undefined : statusName(Number(number)),
        message: decodeURIComponent(String(all['grpc-message'] ?? '')),
        reason: String(all['talos-reason'] ?? ''),
        reset,
        bytes,
      });
    };
    if (session.closed || session.destroyed) {
      ended(constants.NGHTTP2_REFUSED_STREAM);
      return;
    }
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...headers,
    });
    stream.on('error', () => {});
    stream.on('response', (received) => {
      head = received;
    });
    stream.on('trailers', (received) => {
      trailers = received;
    });
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    stream.on('close', () => ended(stream.rstCode ?? 0));
    for (const piece of body) stream.write(piece);
    stream.end();
  });
}
