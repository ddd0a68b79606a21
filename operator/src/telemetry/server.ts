/** /healthz and /readyz, for the kubelet. */
import { createServer } from 'node:http';
import { formatAddress, parseAddress } from '@talos/lib/rpc/address.ts';
import { listenUntil } from './listen.ts';

export interface ProbeServerOptions {
  /** host:port, from TALOS_PROBE_ADDRESS; port 0 takes a free one. */
  readonly address: string;
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
  const { stuck, notReady, signal } = options;
  const address = parseAddress(options.address);
  if (address.kind !== 'tcp') throw new TypeError(`TALOS_PROBE_ADDRESS ${options.address}: expected host:port`);
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const answer = (status: number, body: string) => {
      response
        .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
        .end(body);
    };
    const judge = (why: string | undefined) => answer(why === undefined ? 200 : 503, `${why ?? 'ok'}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'only GET\n');
    switch (request.url?.split('?', 1)[0]) {
      case '/healthz':
        return judge(stuck());
      case '/readyz':
        return judge(notReady() ?? stuck());
      default:
        return answer(404, 'there are /healthz and /readyz\n');
    }
  });
  const { port, closed } = await listenUntil(server, { host: address.host, port: address.port }, signal);
  return { address: formatAddress(address.host, port), closed };
}
