/** What the Kubernetes API of a young cluster says: that it is there, that its nodes are Ready, that its add-ons run. */
import { mergePatch } from '@talos/lib/kube/apply.ts';
import { ApiError, ConnectionError } from '@talos/lib/kube/errors.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { FIELD_MANAGER } from './apply.ts';
import type { PlannedNode } from './plan.ts';
import { NotYet, poll } from './wait.ts';

const KUBERNETES_MS = 180_000;

export async function clusterTransport(kubeconfig: string): Promise<Transport> {
  return createTransport({ access: await kubeconfigAccess({ text: kubeconfig }), userAgent: 'osctl' });
}

export async function kubernetesAnswers(
  kubeconfig: string,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<Transport> {
  const transport = await clusterTransport(kubeconfig);
  await poll(
    'the Kubernetes API',
    KUBERNETES_MS,
    signal,
    async () => {
      try {
        // Not readyz: the namespaces and roles that the add-ons need are made after it says yes for the first time.
        await transport.request({ path: '/api/v1/namespaces/kube-system', signal, timeoutMs: 3000 });
        return true;
      } catch (error) {
        if (error instanceof ApiError || error instanceof ConnectionError) throw new NotYet(error.message);
        throw error;
      }
    },
    note,
  );
  return transport;
}

const CONTROL_PLANE_LABEL = 'node-role.kubernetes.io/control-plane';

/** Labels the first control plane (a kubelet must not do so itself); the operator labels the others by their certificates. */
export async function nodesReady(
  transport: Transport,
  expected: readonly PlannedNode[],
  first: PlannedNode,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  await poll(
    'every node to be Ready',
    KUBERNETES_MS,
    signal,
    async () => {
      const items = await list<Node>(transport, NODES, { signal });
      const own = items.find((node) => node.metadata.name === first.name);
      if (own !== undefined && own.metadata.labels?.[CONTROL_PLANE_LABEL] === undefined) {
        await mergePatch(
          transport,
          NODES,
          { name: first.name },
          { metadata: { labels: { [CONTROL_PLANE_LABEL]: '' } } } as never,
          {
            signal,
            fieldManager: FIELD_MANAGER,
          },
        );
      }
      const missing = expected.filter((node) => !items.some((one) => one.metadata.name === node.name && isReady(one)));
      if (missing.length > 0) throw new NotYet(`not Ready: ${missing.map((node) => node.name).join(', ')}`);
      return true;
    },
    note,
  );
}

function isReady(node: Node): boolean {
  return (
    node.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false
  );
}

interface Workload {
  readonly metadata: { readonly name: string; readonly generation?: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly numberReady?: number;
    readonly desiredNumberScheduled?: number;
    readonly readyReplicas?: number;
    readonly replicas?: number;
  };
}

export async function workloadsReady(
  transport: Transport,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  const places = [
    '/apis/apps/v1/namespaces/kube-system/daemonsets',
    '/apis/apps/v1/namespaces/kube-system/deployments',
    '/apis/apps/v1/namespaces/talos-system/daemonsets',
  ];
  await poll(
    'the add-ons to run',
    KUBERNETES_MS,
    signal,
    async () => {
      const lists = await Promise.all(
        places.map((path) => transport.request<{ readonly items: readonly Workload[] }>({ path, signal })),
      );
      const waiting = lists.flatMap((one) => one.items).filter((workload) => !workloadReady(workload));
      if (waiting.length > 0)
        throw new NotYet(`not ready: ${waiting.map((workload) => workload.metadata.name).join(', ')}`);
      return true;
    },
    note,
  );
}

function workloadReady({ metadata, status = {} }: Workload): boolean {
  if (status.observedGeneration !== metadata.generation) return false;
  const wanted = status.desiredNumberScheduled ?? status.replicas ?? 0;
  return wanted > 0 && (status.numberReady ?? status.readyReplicas ?? 0) >= wanted;
}
