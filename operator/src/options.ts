/** What the pod's environment says. deploy/base sets it. */

export interface Options {
  /** The node that it runs on. */
  readonly node: string;
  /** host:port of /healthz, /readyz and /metrics. */
  readonly probeAddress: string;
  readonly logLevel: string;
  /** Directories of the client certificate and the service account, where they are not at their usual places. */
  readonly clientDirectory: string | undefined;
  readonly serviceAccountDirectory: string | undefined;
}

/** Errors: names every variable that is missing. */
export function optionsFrom(env: Readonly<Record<string, string | undefined>>): Options {
  const node = env['NODE_NAME'] ?? '';
  if (node === '') {
    throw new Error('NODE_NAME is not set: the pod must get it from its field spec.nodeName, as in deploy/base');
  }
  return {
    node,
    probeAddress: env['TALOS_PROBE_ADDRESS'] || '127.0.0.1:8085',
    logLevel: env['TALOS_LOG_LEVEL'] || 'info',
    clientDirectory: env['TALOS_CLIENT_DIRECTORY'] || undefined,
    serviceAccountDirectory: env['TALOS_SERVICE_ACCOUNT_DIRECTORY'] || undefined,
  };
}
