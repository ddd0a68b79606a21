/** What Kubernetes says of the cluster, through each control plane apart: no load balancer hides one that is down. */
import { find } from '@talos/lib/kube/apply.ts';
import { ApiError, ConnectionError } from '@talos/lib/kube/errors.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { CommandContext } from '../context.ts';
import { NoAccess, openControlPlanes } from '../kubernetes/control-planes.ts';
import { MACHINES } from '../rollout/kubernetes.ts';
import type { HealthFacts, KubernetesFacts, KubernetesNode, NodeFacts, Seen } from './facts.ts';

/** An apiserver that takes longer is no use to its clients either. */
const ANSWER_MS = 10_000;

export interface KubernetesOptions {
  readonly nodes: readonly NodeFacts[];
  readonly role: string;
  readonly kubeconfig: string | undefined;
}

export async function observeKubernetes(
  ctx: CommandContext,
  { nodes, role, kubeconfig }: KubernetesOptions,
): Promise<HealthFacts['kubernetes']> {
  const controlPlanes = nodes.flatMap(({ node, address, answer }) =>
    answer.seen && answer.value.status.role === 'control-plane' ? [{ name: node, address }] : [],
  );
  try {
    using planes = await openControlPlanes(ctx, { nodes: controlPlanes, role, kubeconfig });
    const apiServers = await Promise.all(
      planes.apis.map(async ({ node, transport }) => ({ node, error: await readyz(transport, ctx.signal) })),
    );
    if (apiServers.every(({ error }) => error !== undefined && /certificate|unable to verify/i.test(error))) {
      return { seen: false, why: `the kubeconfig is of another cluster: ${apiServers[0]?.error}` };
    }
    const ready = planes.apis.find((_, index) => apiServers[index]?.error === undefined);
    if (ready === undefined) {
      const none = { seen: false, why: 'no kube-apiserver is ready' } as const;
      return { seen: true, value: { apiServers, nodes: none, machine: none } };
    }
    return { seen: true, value: { apiServers, ...(await observe(ready.transport, ctx.signal)) } };
  } catch (error) {
    if (!(error instanceof NoAccess)) throw error;
    return { seen: false, why: error.message };
  }
}

async function readyz(transport: Transport, signal: AbortSignal): Promise<string | undefined> {
  const answer = await seen(async () => {
    for await (const _line of await transport.lines({ path: '/readyz', signal, timeoutMs: ANSWER_MS })) break;
  });
  return answer.seen ? undefined : failedChecks(answer.why);
}

/** Of everything that /readyz lists, what failed. */
export function failedChecks(told: string): string {
  const failed = [...told.matchAll(/\[-\](\S+) failed/g)].map((match) => match[1]);
  return failed.length === 0 ? told : `its own checks fail: ${failed.join(', ')}`;
}

async function observe(transport: Transport, signal: AbortSignal): Promise<Pick<KubernetesFacts, 'nodes' | 'machine'>> {
  const [nodes, machine] = await Promise.all([
    seen(async () => (await list(transport, NODES, { signal })).map(kubernetesNode)),
    seen(() => find(transport, MACHINES, { name: 'cluster' }, { signal })),
  ]);
  return { nodes, machine };
}

function kubernetesNode({ metadata, status }: Node): KubernetesNode {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return {
    name: metadata.name,
    ready: ready?.status === 'True',
    message: ready === undefined ? 'it has never said that it is Ready' : `${ready.reason}: ${ready.message}`,
  };
}

async function seen<T>(call: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { seen: true, value: await call() };
  } catch (error) {
    if (error instanceof ApiError || error instanceof ConnectionError) return { seen: false, why: error.message };
    throw error;
  }
}
