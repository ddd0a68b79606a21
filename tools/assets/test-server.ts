import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  readonly url: string;
  /** `GET /path` and its Range, in the order of arrival. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A file server on a free port that can be made to misbehave, for tests. */
export async function startTestServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push([request.method, request.url, request.headers.range].filter(Boolean).join(' '));
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves `content`; of each whole answer at most `cutAfter` bytes get through before the connection breaks. */
export function serve(
  content: Buffer,
  options: { readonly cutAfter?: number; readonly ranges?: boolean } = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const start = options.ranges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    if (start >= content.length && start > 0) {
      response.writeHead(416).end();
      return;
    }
    const body = content.subarray(start);
    response.writeHead(start > 0 ? 206 : 200, { 'content-length': body.length });
    if (options.cutAfter !== undefined && options.cutAfter < body.length) {
      response.write(body.subarray(0, options.cutAfter), () => response.destroy());
    } else {
      response.end(body);
    }
  };
}
