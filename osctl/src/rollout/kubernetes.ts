/** The custom resources of a cluster, by its kubeconfig. Loaded only by the commands that use it. */
import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { find, mergePatch } from '@talos/lib/kube/apply.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { list, listPages } from '@talos/lib/kube/list.ts';
import { defineResource, type KubeObject } from '@talos/lib/kube/objects.ts';
import { NODES, POD_DISRUPTION_BUDGETS, PODS, type Pod } from '@talos/lib/kube/resources.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { slimNode } from '@talos/lib/plan/objects/node.ts';
import { slimWorkload } from '@talos/lib/plan/objects/workload.ts';
import type { ClusterDump } from '@talos/lib/plan/whatif/dump.ts';
import { UsageError } from '../context.ts';
import type { ClusterObjects } from './view.ts';

const group = { group: 'osctl.dev', version: 'v1alpha1', namespaced: false } as const;
export const MACHINES = defineResource<Machine & KubeObject>({ ...group, kind: 'Machine', plural: 'machines' });
export const ROLLOUTS = defineResource<Rollout & KubeObject>({ ...group, kind: 'Rollout', plural: 'rollouts' });
export const NODE_CONFIGS = defineResource<NodeConfig & KubeObject>({
  ...group,
  kind: 'NodeConfig',
  plural: 'nodeconfigs',
});
export const NODE_POOLS = defineResource<NodePool & KubeObject>({ ...group, kind: 'NodePool', plural: 'nodepools' });
export const NODE_STATES = defineResource<NodeState & KubeObject>({
  ...group,
  kind: 'NodeState',
  plural: 'nodestates',
});

/** `path`, else $KUBECONFIG, else ~/.kube/config. Errors: UsageError when there is none. */
export async function openCluster(
  path: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Transport> {
  const named = path ?? (env['KUBECONFIG'] === '' ? undefined : env['KUBECONFIG']);
  const several = path === undefined && named?.includes(delimiter) === true;
  const file = named ?? join(env['HOME'] ?? homedir(), '.kube', 'config');
  if (!several) {
    await access(file).catch((error: Error) => {
      throw new UsageError(
        `cannot read the kubeconfig: ${error.message}; \`osctl kubeconfig ${file}\` writes one, --kubeconfig names another`,
      );
    });
  }
  return createTransport({ access: await kubeconfigAccess(several ? {} : { path: file }), userAgent: 'osctl' });
}

export async function observe(transport: Transport, signal: AbortSignal): Promise<ClusterObjects> {
  const [machine, rollouts, nodeStates, nodeConfigs, nodePools] = await Promise.all([
    find(transport, MACHINES, { name: 'cluster' }, { signal }),
    list(transport, ROLLOUTS, { signal }),
    list(transport, NODE_STATES, { signal }),
    list(transport, NODE_CONFIGS, { signal }),
    list(transport, NODE_POOLS, { signal }),
  ]);
  return { machine, rollouts, nodeStates, nodeConfigs, nodePools };
}

/** All that a forecast is made from, and no more of Nodes and pods than it looks at. */
export async function dump(transport: Transport, signal: AbortSignal): Promise<ClusterDump> {
  const pods: Pod[] = [];
  const count = async (): Promise<void> => {
    for await (const { items } of listPages(transport, PODS, { signal })) pods.push(...items.map(slimWorkload));
  };
  const [objects, nodes, budgets] = await Promise.all([
    observe(transport, signal),
    list(transport, NODES, { signal }),
    list(transport, POD_DISRUPTION_BUDGETS, { signal }),
    count(),
  ]);
  return { ...objects, nodes: nodes.map(slimNode), pods, budgets };
}

export async function changeRollout(
  transport: Transport,
  name: string,
  spec: Partial<Rollout['spec']>,
  signal: AbortSignal,
): Promise<Rollout> {
  return mergePatch(transport, ROLLOUTS, { name }, { spec }, { fieldManager: 'osctl', signal });
}

/** The apiserver takes an approval, or a retry, only in the name of who sends it. */
async function whoAsks(transport: Transport, signal: AbortSignal): Promise<string> {
  const review = await transport.request<{ readonly status?: { readonly userInfo?: { readonly username?: string } } }>({
    method: 'POST',
    path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
    signal,
  });
  const by = review.status?.userInfo?.username;
  if (by === undefined) throw new Error('the apiserver does not say who asks; what a person decides needs a name');
  return by;
}

export async function approve(transport: Transport, name: string, hash: string, signal: AbortSignal): Promise<string> {
  const by = await whoAsks(transport, signal);
  await changeRollout(transport, name, { approval: { hash, by } }, signal);
  return by;
}

/** A stage of the rollout as it was read, beside what others have approved of it. */
export async function approveStage(transport: Transport, rollout: Rollout, signal: AbortSignal): Promise<string> {
  const by = await whoAsks(transport, signal);
  const { number: stage = 1, nodes = '' } = rollout.status?.stage ?? {};
  const others = (rollout.spec.stageApprovals ?? []).filter((one) => one.stage !== stage);
  await changeRollout(transport, rollout.metadata.name, { stageApprovals: [...others, { stage, nodes, by }] }, signal);
  return by;
}

export async function retry(
  transport: Transport,
  name: string,
  nodes: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const by = await whoAsks(transport, signal);
  // A merge patch keeps what it does not name: the nodes of the retry before must go.
  const retry = { id: randomBytes(4).toString('hex'), by, nodes: nodes.length === 0 ? null : nodes };
  await mergePatch(transport, ROLLOUTS, { name }, { spec: { retry } }, { fieldManager: 'osctl', signal });
  return by;
}
