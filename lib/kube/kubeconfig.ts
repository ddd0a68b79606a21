import type { Agent } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { Clock } from '../control/clock.ts';
import { type Access, inClusterAccess } from './access.ts';

export type KubeconfigSource =
  | { readonly text: string; readonly context?: string }
  | { readonly path: string; readonly context?: string }
  /** $KUBECONFIG, else ~/.kube/config. */
  | { readonly context?: string };

/** Access by a kubeconfig, with all the ways of authentication that client-node knows (exec, OIDC, certificates …). */
export async function kubeconfigAccess(source: KubeconfigSource): Promise<Access> {
  // lazily: most commands of a program that can use a kubeconfig do not
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
      const options: RequestOptions = {};
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

/**
 * In a pod the service account's access, elsewhere the kubeconfig's. For programs that are used in both; one that only
 * ever runs in a pod calls inClusterAccess and never imports this file.
 */
export function defaultAccess(options: { readonly clock: Clock; readonly context?: string }): Promise<Access> {
  return process.env['KUBERNETES_SERVICE_HOST'] && !process.env['KUBECONFIG'] && options.context === undefined
    ? inClusterAccess({ clock: options.clock })
    : kubeconfigAccess(options.context === undefined ? {} : { context: options.context });
}
