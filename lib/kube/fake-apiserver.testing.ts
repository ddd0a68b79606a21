import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Access } from './access.ts';
import { ApiserverModel } from './apiserver-model.testing.ts';

/** What a test lets happen to a request: nothing (undefined), an answer, a broken connection, or silence. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'hang' };

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The model of an apiserver behind real HTTP, for faults that a real one does not have on demand. */
export class FakeApiserver {
  /** Decides about each request before it is served. */
  fault: (request: FakeRequest) => Fault | undefined = () => undefined;
  /** Every request that came in. */
  readonly requests: FakeRequest[] = [];
  connections = 0;
  readonly #model = new ApiserverModel();
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch((error: unknown) =>
      send(response, 500, { kind: 'Status', code: 500, reason: 'InternalError', message: String(error) }),
    );
  });

  static async start(): Promise<FakeApiserver> {
    const fake = new FakeApiserver();
    fake.#server.on('connection', () => fake.connections++);
    fake.#server.listen(0, '127.0.0.1');
    await once(fake.#server, 'listening');
    return fake;
  }

  get access(): Access {
    const { port } = this.#server.address() as AddressInfo;
    return {
      server: new URL(`http://127.0.0.1:${port}`),
      namespace: undefined,
      credentials: async () => ({ headers: {}, tls: {} }),
    };
  }

  get watching(): number {
    return this.#model.watching;
  }

  get version(): string {
    return this.#model.version;
  }

  /** Forgets all history up to now. */
  compact(): void {
    this.#model.compact();
  }

  /** Ends all watches, as the server does in its own time. */
  endWatches(): void {
    this.#model.endWatches();
  }

  /** Sends a line on all watches. */
  sendToWatches(line: string): void {
    this.#model.sendToWatches(line);
  }

  /** Sends a bookmark with the current version on all watches. */
  bookmark(): void {
    this.#model.bookmark();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const seen: FakeRequest = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams };
    this.requests.push(seen);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const fault = this.fault(seen);
    switch (fault?.kind) {
      case 'break':
        request.socket.destroy();
        return;
      case 'hang':
        return;
      case 'answer':
        send(response, fault.status, fault.body ?? {}, fault.headers);
        return;
      case undefined:
        break;
    }
    if (seen.method === 'GET' && seen.query.get('watch') === 'true') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.flushHeaders();
      const stop = this.#model.watch(seen, {
        write: (line) => response.write(`${line}\n`),
        end: () => response.end(),
      });
      response.on('close', stop);
      return;
    }
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const answer = this.#model.serve({ ...seen, body, contentType: request.headers['content-type'] });
    send(response, answer.status, answer.body);
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
