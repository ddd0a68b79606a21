import * as http from 'node:http';
import * as https from 'node:https';
import type { Access } from './access.ts';
import { AgentPool } from './agents.ts';
import { ApiError, ConnectionError, type StatusBody } from './errors.ts';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export type PatchType =
  | 'application/merge-patch+json'
  | 'application/json-patch+json'
  | 'application/strategic-merge-patch+json'
  /** YAML by name, but JSON is YAML. */
  | 'application/apply-patch+yaml';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path, without the query. */
  readonly path: string;
  readonly query?: Query;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly contentType?: 'application/json' | PatchType;
  readonly signal: AbortSignal;
  /** Time for the whole answer (for a stream: for its headers), in milliseconds. Default 30 s. */
  readonly timeoutMs?: number;
  /** A longer answer is an error. Default 64 MiB. */
  readonly maxBytes?: number;
}

/** The only way from our programs to a kube-apiserver: raw JSON out, raw JSON in. */
export interface Transport {
  /**
   * One request and its whole answer.
   *
   * Errors: ApiError when the apiserver refused; ConnectionError when no whole answer came; `signal.reason` when
   * aborted. Nothing is retried but a GET on a kept-alive connection that the server had already closed.
   */
  request<T>(request: ApiRequest): Promise<T>;
  /**
   * A request whose answer is lines (a watch, a log). Returns once the headers say success. Leaving the iteration, or
   * aborting, closes the connection.
   */
  lines(request: ApiRequest): Promise<AsyncIterable<string>>;
  /** Closes all connections. */
  close(): void;
}

export interface TransportOptions {
  readonly access: Access;
  /** Name and version of the program, e.g. `talos-operator/0.1.0`. */
  readonly userAgent: string;
}

const DEFAULT_TIMEOUT_MS = 30_000;
/** etcd takes 1.5 MiB an object; a page of 500 of our largest is far below this. */
const MAX_ANSWER = 64 * 1024 * 1024;
const MAX_LINE = 8 * 1024 * 1024;

export function createTransport(options: TransportOptions): Transport {
  const { access, userAgent } = options;
  const pool = new AgentPool(access.server);
  const { request: send } = access.server.protocol === 'https:' ? https : http;
  const base = access.server.pathname.replace(/\/$/, '');

  async function open(request: ApiRequest, signal: AbortSignal): Promise<http.IncomingMessage> {
    signal.throwIfAborted();
    const { headers, tls, agent } = await access.credentials();
    const body = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
    const attempt = () =>
      new Promise<http.IncomingMessage>((resolve, reject) => {
        const outgoing = send(
          {
            agent: agent ?? pool.get(tls),
            hostname: access.server.hostname.replace(/^\[|\]$/g, ''),
            port: access.server.port || (access.server.protocol === 'https:' ? 443 : 80),
            method: request.method ?? 'GET',
            path: base + request.path + queryString(request.query),
            signal,
            headers: {
              ...headers,
              accept: 'application/json',
              'user-agent': userAgent,
              ...(body && {
                'content-type': request.contentType ?? 'application/json',
                'content-length': body.length,
              }),
            },
          },
          resolve,
        );
        outgoing.on('error', (error: NodeJS.ErrnoException) => {
          reject(Object.assign(error, { staleSocket: outgoing.reusedSocket && error.code === 'ECONNRESET' }));
        });
        outgoing.end(body);
      });
    try {
      return await attempt();
    } catch (error) {
      // the server closed an idle connection just as we took it: nothing was processed, and a GET does no harm twice
      const stale = error instanceof Error && 'staleSocket' in error && error.staleSocket === true;
      if (!stale || signal.aborted || (request.method ?? 'GET') !== 'GET') throw error;
      return attempt();
    }
  }

  /** Runs `work` with a signal that ends with the caller's or the timeout, and translates what goes wrong. */
  async function guarded<T>(
    request: ApiRequest,
    work: (signal: AbortSignal, disarm: () => void) => Promise<T>,
  ): Promise<T> {
    request.signal.throwIfAborted();
    const what = `${request.method ?? 'GET'} ${access.server.origin}${base}${request.path}`;
    const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const controller = new AbortController();
    const follow = () => controller.abort(request.signal.reason);
    request.signal.addEventListener('abort', follow, { once: true });
    // not a Clock's: this is I/O, whose other side does not live in a test's time
    const timer = setTimeout(
      () => controller.abort(new ConnectionError(`${what}: no answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    const disarm = () => clearTimeout(timer);
    try {
      return await work(controller.signal, disarm);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      if (error instanceof ApiError || error instanceof ConnectionError) throw error;
      if (controller.signal.aborted) throw controller.signal.reason;
      throw new ConnectionError(`${what}: ${describe(error)}`, { cause: error });
    } finally {
      disarm();
      request.signal.removeEventListener('abort', follow);
    }
  }

  async function succeed(request: ApiRequest, response: http.IncomingMessage): Promise<http.IncomingMessage> {
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return response;
    throw toApiError(request, status, response.headers['retry-after'], await readAll(response, MAX_ANSWER));
  }

  return {
    request<T>(request: ApiRequest) {
      return guarded(request, async (signal) => {
        const follow = () => response?.destroy();
        let response: http.IncomingMessage | undefined;
        signal.addEventListener('abort', follow, { once: true });
        try {
          response = await succeed(request, await open(request, signal));
          const text = await readAll(response, request.maxBytes ?? MAX_ANSWER);
          return (text === '' ? undefined : JSON.parse(text)) as T;
        } finally {
          signal.removeEventListener('abort', follow);
        }
      });
    },
    lines(request) {
      return guarded(request, async (signal, disarm) => {
        const response = await succeed(request, await open(request, signal));
        disarm();
        return splitLines(response, request, `${request.method ?? 'GET'} ${request.path}`);
      });
    },
    close: () => pool.close(),
  };
}

/** Follows the signal from now on, not only once the lines are being read. */
function splitLines(response: http.IncomingMessage, request: ApiRequest, what: string): AsyncIterable<string> {
  const onAbort = () => response.destroy();
  request.signal.addEventListener('abort', onAbort, { once: true });
  response.once('close', () => request.signal.removeEventListener('abort', onAbort));
  // destroyed before anyone reads: an error that nobody listens for would end the process
  response.on('error', () => {});
  return readLines(response, request.signal, what);
}

async function* readLines(response: http.IncomingMessage, signal: AbortSignal, what: string): AsyncIterable<string> {
  try {
    signal.throwIfAborted();
    response.setEncoding('utf8');
    let rest = '';
    for await (const chunk of response as AsyncIterable<string>) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > MAX_LINE) throw new ConnectionError(`${what}: a line of over ${MAX_LINE} bytes`);
      for (const line of parts) if (line !== '') yield line;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof ConnectionError) throw error;
    throw new ConnectionError(`${what}: the stream broke: ${describe(error)}`, { cause: error });
  } finally {
    response.destroy();
  }
}

async function readAll(response: http.IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toApiError(request: ApiRequest, status: number, retryAfter: string | undefined, text: string): ApiError {
  let body: StatusBody;
  try {
    body = JSON.parse(text) as StatusBody;
  } catch {
    // a proxy in between, or the apiserver's plain-text 429 and 503
    body = { message: text.trim().slice(0, 500) };
  }
  const seconds = retryAfter !== undefined ? Number(retryAfter) : Number.NaN;
  return new ApiError(
    `${request.method ?? 'GET'} ${request.path}`,
    status,
    body,
    Number.isFinite(seconds) ? seconds * 1000 : undefined,
  );
}

function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Connections to localhost try several addresses and fail with an AggregateError that has no message. */
function describe(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}
