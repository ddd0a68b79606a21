/** What the pod's environment says. deploy/base sets it. */

export interface Options {
  /** The node that it runs on. */
  readonly node: string;
  /** host:port of /healthz and /readyz. */
  readonly probeAddress: string;
  /** Of /metrics; undefined: they are not served. */
  readonly metricsPort: number | undefined;
  readonly logLevel: string;
  /** Directories of the client certificate and the service account, where they are not at their usual places. */
  readonly clientDirectory: string | undefined;
  readonly serviceAccountDirectory: string | undefined;
}

/** Errors: names the variable that is missing or wrong. */
export function optionsFrom(env: Readonly<Record<string, string | undefined>>): Options {
  const node = env['NODE_NAME'] ?? '';
  if (node === '') {
    throw new Error('NODE_NAME is not set: the pod must get it from its field spec.nodeName, as in deploy/base');
  }
  const port = env['TALOS_METRICS_PORT'] ?? '';
  if (!/^\d{0,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`TALOS_METRICS_PORT is ${JSON.stringify(port)}: a port is a number up to 65535, or nothing`);
  }
  return {
    node,
    metricsPort: port === '' ? undefined : Number(port),
    probeAddress: env['TALOS_PROBE_ADDRESS'] || '127.0.0.1:8085',
    logLevel: env['TALOS_LOG_LEVEL'] || 'info',
    clientDirectory: env['TALOS_CLIENT_DIRECTORY'] || undefined,
    serviceAccountDirectory: env['TALOS_SERVICE_ACCOUNT_DIRECTORY'] || undefined,
  };
}
