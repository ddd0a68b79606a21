/** /healthz, /readyz and /metrics, for the kubelet and Prometheus. */
import { createServer } from 'node:http';
import { formatAddress, parseAddress } from '@talos/lib/rpc/address.ts';
import type { Registry } from 'prom-client';

export interface ProbeServerOptions {
  /** host:port, from TALOS_PROBE_ADDRESS; port 0 takes a free one. */
  readonly address: string;
  readonly registry: Registry;
  /** Why the process should be started anew, or undefined while its loops move. */
  readonly stuck: () => string | undefined;
  /** Why it cannot serve yet (caches that have not synced), or undefined. */
  readonly notReady: () => string | undefined;
  /** Closes it. */
  readonly signal: AbortSignal;
}

export interface ProbeServer {
  /** With the real port. */
  readonly address: string;
  /** Resolves when the signal has aborted and the port is free. */
  readonly closed: Promise<void>;
}

/** Errors: TypeError for an address that is none; what listening fails with. */
export async function startProbeServer(options: ProbeServerOptions): Promise<ProbeServer> {
  const { registry, stuck, notReady, signal } = options;
  const address = parseAddress(options.address);
  if (address.kind !== 'tcp') throw new TypeError(`TALOS_PROBE_ADDRESS ${options.address}: expected host:port`);
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8') => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const judge = (why: string | undefined) => answer(why === undefined ? 200 : 503, `${why ?? 'ok'}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'only GET\n');
    switch (request.url?.split('?', 1)[0]) {
      case '/healthz':
        return judge(stuck());
      case '/readyz':
        return judge(notReady() ?? stuck());
      case '/metrics':
        registry.metrics().then(
          (text) => answer(200, text, registry.contentType),
          (error: unknown) => answer(500, `${error instanceof Error ? error.message : 'failed'}\n`),
        );
        return;
      default:
        return answer(404, 'there are /healthz, /readyz and /metrics\n');
    }
  });
  // of one node's kubelet and one Prometheus
  server.maxConnections = 16;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address.host, port: address.port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  if (signal.aborted) close();
  else signal.addEventListener('abort', close, { once: true });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
  return { address: formatAddress(address.host, port), closed };
}
