/** /metrics over HTTPS, on the node's addresses, to whom the apiserver lets read it. */
import { createServer } from 'node:https';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Registry } from 'prom-client';
import { type Listening, listenUntil } from './listen.ts';
import { createScrapers, type Verdict } from './scrapers.ts';

export interface MetricsServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly registry: Registry;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Closes it. */
  readonly signal: AbortSignal;
}

const LIFETIME_MS = 10 * 365 * 86_400_000;
const STATUS = { unknown: 401, forbidden: 403, busy: 429 } as const satisfies Record<
  Exclude<Verdict, 'allowed'>,
  number
>;
const SAID = {
  unknown: 'show a bearer token that the cluster knows\n',
  forbidden: 'the ClusterRole talos-operator-metrics-reader allows to read this\n',
  busy: 'others are being looked at: try again\n',
} as const;

/**
 * The certificate is made at each start and signed by itself: it keeps tokens from those who listen, who asks cannot tell by it whom he
 * asks. Errors: what listening fails with.
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<Listening> {
  const { registry, signal } = options;
  const scrapers = createScrapers(options);
  const { createCA, issue } = await import('@talos/lib/trust/x509.ts'); // needed once
  const ca = await createCA({ commonName: 'talos-operator metrics', algorithm: 'ecdsa-p256', lifetimeMs: LIFETIME_MS });
  const subject = { CN: 'talos-operator' };
  const leaf = { subject, dnsNames: ['talos-operator'], usages: ['server'], lifetimeMs: LIFETIME_MS } as const;
  const { certPem: cert, keyPem: key } = await issue({ ca, ...leaf });
  const tls = { cert, key, minVersion: 'TLSv1.3', handshakeTimeout: 5_000 } as const;
  const server = createServer({ ...tls, requestTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8') => {
      const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...challenge }).end(body);
    };
    const serve = async () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'only GET\n');
      const verdict = await scrapers.admit(request.headers.authorization);
      if (verdict !== 'allowed') return answer(STATUS[verdict], SAID[verdict]);
      if (request.url?.split('?', 1)[0] !== '/metrics') return answer(404, 'there is /metrics\n');
      answer(200, await registry.metrics(), registry.contentType);
    };
    serve().catch(() => answer(503, 'the apiserver does not say who may read this; try again\n'));
  });
  const { port, host } = options;
  return listenUntil(server, { port, ...(host === undefined ? {} : { host }) }, signal);
}
