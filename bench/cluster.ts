/** The cluster that is measured: made and removed by osctl, spoken to over both of its APIs. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemClock } from '@talos/lib/control/clock.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { type Channel, openChannel } from '@talos/lib/rpc/channel.ts';
import type { CertAndKey } from '@talos/lib/trust/x509.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { parse } from 'yaml';
import { type ChildResult, mustRun } from './child.ts';
import type { Role } from './rows.ts';

export const CLUSTER = 'bench';
export const OS_API_PORT = 50_000;
const OSCTL = join(projectRoot, 'osctl', 'bin', 'osctl.js');

export interface BenchNode {
  readonly name: string;
  readonly role: Role;
  readonly address: string;
  /** Of the container that it is. */
  readonly container: string;
}

export interface ClusterFiles {
  readonly config: string;
  readonly kubeconfig: string;
  readonly env: Readonly<Record<string, string>>;
}

/** In a directory of the run's own: the user's osctl configuration is not touched. */
export function clusterFiles(directory: string): ClusterFiles {
  const config = join(directory, 'osctl.yaml');
  const kubeconfig = join(directory, 'kubeconfig');
  return { config, kubeconfig, env: { OSCTL_CONFIG: config, KUBECONFIG: kubeconfig } };
}

export interface BenchCluster extends ClusterFiles {
  readonly nodes: readonly BenchNode[];
  readonly kubernetes: Transport;
  /** A new connection to a node's OS API; the caller closes it. */
  osApi(node: BenchNode): Channel;
  osctl(args: readonly string[], signal: AbortSignal): Promise<ChildResult>;
  /** The same as a command line, for what runs beside other things. */
  readonly osctlCommand: readonly string[];
  /** The authority of the OS API: what it signs is let in. */
  authority(): Promise<CertAndKey>;
  close(): void;
}

/** Where a node's OS API listens. */
export function osApiAddress({ address }: BenchNode): string {
  return `${address}:${OS_API_PORT}`;
}

/** A worker of the cluster. */
export function workerOf(cluster: BenchCluster): BenchNode {
  const node = cluster.nodes.find(({ role }) => role === 'worker');
  if (node === undefined) throw new Error('the cluster has no worker');
  return node;
}

export function createCluster(
  files: ClusterFiles,
  images: string,
  image: string,
  signal: AbortSignal,
): Promise<ChildResult> {
  const flags = ['--control-planes', '1', '--workers', '2', '--images', images, '--image', image];
  return mustRun(process.execPath, [OSCTL, 'cluster', 'create', CLUSTER, ...flags, '--kubeconfig', files.kubeconfig], {
    signal,
    env: files.env,
    show: true,
  });
}

/** Also of what a run that was killed has left. */
export async function destroyCluster(files: ClusterFiles, signal: AbortSignal): Promise<void> {
  await mustRun(process.execPath, [OSCTL, 'cluster', 'destroy', CLUSTER], { signal, env: files.env, show: true });
}

interface OsctlContext {
  readonly members: Readonly<Record<string, string>>;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** Reads from osctl's configuration who is in the cluster and how to prove who we are. */
export async function openCluster(files: ClusterFiles): Promise<BenchCluster> {
  const data = parse(await readFile(files.config, 'utf8')) as { readonly contexts: Record<string, OsctlContext> };
  const context = data.contexts[CLUSTER];
  if (context === undefined) throw new Error(`${files.config} has no context ${CLUSTER}`);
  const access = await kubeconfigAccess({ path: files.kubeconfig });
  const kubernetes = createTransport({ access, userAgent: 'talos-bench' });
  return {
    ...files,
    kubernetes,
    nodes: Object.entries(context.members).map(([name, address]) => ({
      name,
      address,
      role: name.startsWith(`${CLUSTER}-cp-`) ? 'control-plane' : 'worker',
      container: `talos-${CLUSTER}-${name}`,
    })),
    osApi: (node) =>
      openChannel({
        address: osApiAddress(node),
        tls: { ca: context.ca, cert: context.certificate, key: context.key, serverName: node.name },
      }),
    osctlCommand: [process.execPath, OSCTL],
    async authority() {
      const path = join(dirname(files.config), 'clusters', CLUSTER, 'secrets.yaml');
      return (parse(await readFile(path, 'utf8')) as { readonly osCA: CertAndKey }).osCA;
    },
    osctl: (args, signal) => mustRun(process.execPath, [OSCTL, ...args], { signal, env: files.env }),
    close: () => kubernetes.close(),
  };
}

/** Asks again and again until there is an answer. Errors: the last one, when the time is over. */
export async function until<T>(
  what: string,
  limitMs: number,
  signal: AbortSignal,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const limit = systemClock.monotonic() + limitMs;
  let last: unknown;
  while (systemClock.monotonic() < limit) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      signal.throwIfAborted();
      last = error;
    }
    await systemClock.sleep(500, signal);
  }
  throw new Error(`waited ${limitMs / 1000} s for ${what}`, { cause: last });
}
