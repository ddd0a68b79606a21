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
 * This is ours and not client-node's because loading client-node's configuration pulls in every generated API class,
 * which alone is most of the operator's memory bar.
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

export type KubeconfigSource =
  | { readonly text: string; readonly context?: string }
  | { readonly path: string; readonly context?: string }
  /** $KUBECONFIG, else ~/.kube/config. */
  | { readonly context?: string };

/** Access by a kubeconfig, with all the ways of authentication that client-node knows (exec, OIDC, certificates …). */
export async function kubeconfigAccess(source: KubeconfigSource): Promise<Access> {
  // lazily: a program that only ever runs in a pod must not pay for it
  const { KubeConfig } = await import('@kubernetes/client-node/dist/config.js');
  const config = new KubeConfig();
  if ('text' in source) config.loadFromString(source.text);
  else if ('path' in source) config.loadFromFile(source.path);
  else config.loadFromDefault();
  if (source.context !== undefined) {
    if (!config.getContextObject(source.context)) {
      const known = config.getContexts().map(({ name }) => name);
      throw new Error(`kubeconfig: no context "${source.context}"; there are: ${known.join(', ') || 'none'}`);
    }
    config.setCurrentContext(source.context);
  }
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new Error(`kubeconfig: context "${config.getCurrentContext()}" names no cluster; choose a context`);
  }
  return {
    server: new URL(cluster.server),
    namespace: config.getContextObject(config.getCurrentContext())?.namespace,
    async credentials() {
      const options: import('node:https').RequestOptions = {};
      await config.applyToHTTPSOptions(options);
      const headers = Object.fromEntries(
        Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      if (options.auth) headers['authorization'] = `Basic ${Buffer.from(options.auth).toString('base64')}`;
      return {
        headers,
        tls: {
          ...(options.ca && { ca: options.ca as Buffer }),
          ...(options.cert && { cert: options.cert as Buffer }),
          ...(options.key && { key: options.key as Buffer }),
          ...(options.servername && { servername: options.servername }),
          ...(options.rejectUnauthorized !== undefined && { rejectUnauthorized: options.rejectUnauthorized }),
        },
        ...(cluster.proxyUrl && options.agent && { agent: options.agent as Agent }),
      };
    },
  };
}

/** In a pod the service account's access, elsewhere the kubeconfig's. */
export function defaultAccess(options: { readonly clock: Clock; readonly context?: string }): Promise<Access> {
  return process.env['KUBERNETES_SERVICE_HOST'] && !process.env['KUBECONFIG'] && options.context === undefined
    ? inClusterAccess({ clock: options.clock })
    : kubeconfigAccess(options.context === undefined ? {} : { context: options.context });
}
