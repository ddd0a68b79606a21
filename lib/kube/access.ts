import { readFile } from 'node:fs/promises';
import type { Agent } from 'node:http';
import type { Clock } from '../control/clock.ts';

/** How one request reaches and convinces the apiserver. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsMaterial;
  /** Set only when requests must go through a proxy. */
  readonly agent?: Agent;
}

export interface TlsMaterial {
  readonly ca?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
}

/** A way to a cluster: where it is, and credentials that are fresh whenever they are asked for. */
export interface Access {
  readonly server: URL;
  /** The namespace that the context or the service account names. */
  readonly namespace: string | undefined;
  credentials(): Promise<Credentials>;
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
/** Bound tokens are rotated by the kubelet at 80 % of their life; client-go re-reads once a minute too. */
const REREAD_MS = 60_000;

export interface InClusterOptions {
  readonly clock: Clock;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The service account's directory. */
  readonly directory?: string;
}

/**
 * Access by the pod's service account, at KUBERNETES_SERVICE_HOST:KUBERNETES_SERVICE_PORT (on our nodes the balancer
 * at 127.0.0.1:7445). Token and CA are read anew every minute.
 *
 * This is ours and not client-node's, and apart from kubeconfig.ts, because client-node's configuration brings every
 * generated API class with it: 15 MB for merely being in a bundle, 22 MB when loaded.
 */
export async function inClusterAccess(options: InClusterOptions): Promise<Access> {
  const { clock, env = process.env, directory = SERVICE_ACCOUNT } = options;
  const host = env['KUBERNETES_SERVICE_HOST'];
  const port = env['KUBERNETES_SERVICE_PORT'];
  if (!host || !port) {
    throw new Error(
      'in-cluster access: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set; not in a pod?',
    );
  }
  const read = async (): Promise<Credentials> => {
    const [token, ca] = await Promise.all([
      readFile(`${directory}/token`, 'utf8'),
      readFile(`${directory}/ca.crt`, 'utf8'),
    ]);
    return { headers: { authorization: `Bearer ${token.trim()}` }, tls: { ca } };
  };
  let current = await read();
  let readAt = clock.monotonic();
  return {
    server: new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`),
    namespace: (await readFile(`${directory}/namespace`, 'utf8').catch(() => '')).trim() || undefined,
    async credentials() {
      if (clock.monotonic() - readAt >= REREAD_MS) {
        readAt = clock.monotonic();
        // a volume being swapped may be unreadable for a moment; the token in hand is good for a while yet
        current = await read().catch(() => current);
      }
      return current;
    },
  };
}
