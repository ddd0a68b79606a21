/** A Node as the planner sees it. */
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Node } from '../../kube/resources.ts';
import type { AgentView, NodeView, PodRef } from '../types.ts';

/** Holds pods off a node that is being updated. */
export const TAINT = { key: 'osctl.dev/updating', effect: 'NoSchedule' } as const;
/** Beside the taint: load balancers outside of the cluster send no new connections to the node. */
export const NO_LOAD_BALANCER = {
  key: 'node.kubernetes.io/exclude-from-external-load-balancers',
  value: 'osctl.dev-updating',
} as const;

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

/** Taints by which others say that a node is in their hands. */
const CLAIMS: Readonly<Record<string, string>> = {
  ToBeDeletedByClusterAutoscaler: 'the cluster autoscaler, which removes it',
  'karpenter.sh/disrupted': 'Karpenter, which replaces it',
  'medik8s.io/remediation': 'Medik8s, which heals it',
  'node.kubernetes.io/out-of-service': 'whoever has taken it out of service',
};

export function nodeView(node: Node, agent: AgentView | undefined, pods: readonly PodRef[] | undefined): NodeView {
  const ready = node.status?.conditions?.find(({ type }) => type === 'Ready');
  const claim = node.spec?.taints?.map(({ key }) => CLAIMS[key]).find((who) => who !== undefined);
  const heartbeat = Date.parse(ready?.lastHeartbeatTime ?? '');
  return {
    name: node.metadata.name,
    uid: node.metadata.uid ?? '',
    role: CONTROL_PLANE in (node.metadata.labels ?? {}) ? 'control-plane' : 'worker',
    labels: node.metadata.labels ?? {},
    architecture: node.status?.nodeInfo?.architecture ?? '',
    address: internalAddress(node) ?? '',
    ready: ready?.status === 'True',
    // whole seconds: it was sent somewhen within the one that it names. No node reboots within one.
    heartbeatTime: Number.isNaN(heartbeat) ? 0 : heartbeat + 999,
    unschedulable: node.spec?.unschedulable ?? false,
    ...(claim === undefined ? {} : { claimedBy: claim }),
    tainted: isTainted(node),
    ...(isLabelled(node) ? { labelled: true } : {}),
    ...(pods === undefined ? {} : { pods }),
    volumes: (node.status?.volumesAttached ?? []).map(({ name }) => name),
    ...(agent === undefined ? {} : { agent }),
  };
}

/**
 * The agent of a node that has not answered this operator yet, by what an operator before it has stored: a node that is away runs
 * what it ran, and a rollout that it was done for is not begun anew.
 */
export function formerView({ metadata, status }: NodeState, uid: string | undefined): AgentView | undefined {
  const { observed } = status ?? {};
  if (observed === undefined || !metadata.ownerReferences?.some((owner) => owner.uid === uid)) return undefined;
  const { bootID = '', slot = 'a', version = '', kubernetesVersion = '', digest = '', configHash = '' } = observed;
  return {
    reachable: false,
    bootID,
    bootTime: 0,
    slot,
    // what it has booted it can boot
    slots: [{ name: slot, digest, bootable: true }],
    digest,
    configHash,
    version,
    kubernetesVersion,
    ready: false,
    failing: [],
    kubeletStartTime: 0,
    operations: [],
  };
}

export function internalAddress(node: Node): string | undefined {
  return node.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address;
}

export function isTainted(node: Node): boolean {
  return node.spec?.taints?.some(({ key, effect }) => key === TAINT.key && effect === TAINT.effect) ?? false;
}

export function isLabelled(node: Node): boolean {
  return node.metadata.labels?.[NO_LOAD_BALANCER.key] === NO_LOAD_BALANCER.value;
}

/** A Node carries the names of all its images; of 5,000 nodes that is most of the memory. */
export function slimNode(node: Node): Node {
  const { name, uid, resourceVersion, generation, labels, deletionTimestamp } = node.metadata;
  const { unschedulable, taints } = node.spec ?? {};
  const { conditions, addresses, allocatable, nodeInfo, volumesAttached } = node.status ?? {};
  return {
    metadata: {
      name,
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(generation === undefined ? {} : { generation }),
      ...(labels === undefined ? {} : { labels }),
      ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }),
    },
    spec: {
      ...(unschedulable === undefined ? {} : { unschedulable }),
      ...(taints === undefined ? {} : { taints }),
    },
    status: {
      conditions: (conditions ?? []).filter(({ type }) => type === 'Ready'),
      addresses: addresses ?? [],
      ...(allocatable === undefined ? {} : { allocatable }),
      ...(nodeInfo === undefined ? {} : { nodeInfo }),
      ...(volumesAttached === undefined ? {} : { volumesAttached }),
    },
  };
}
