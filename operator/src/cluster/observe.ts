/** Everything that a decision rests on, as one value. */
import type { Node } from '@talos/lib/kube/resources.ts';
import type { Forecast, GateReading, NodeView, Resolution, Snapshot } from '@talos/lib/plan/index.ts';
import { formerView, isTainted, nodeView } from '@talos/lib/plan/objects/node.ts';
import { isPodReady, podRef } from '@talos/lib/plan/objects/pod.ts';
import { MACHINE_NAME } from '../resources.ts';
import type { Agents } from './agents.ts';
import type { Caches } from './caches.ts';
import type { DrainedPods } from './drained-pods.ts';
import type { SecretValues } from './secrets.ts';

export interface Sources {
  readonly caches: Caches;
  readonly pods: DrainedPods;
  readonly agents: Agents;
  /** Why a pod's eviction was refused last, by its uid. */
  readonly refusal: (podUid: string) => string | undefined;
  readonly resolution: Resolution | undefined;
  readonly secrets: SecretValues;
  readonly gates: readonly GateReading[];
  readonly forecast: Forecast | undefined;
  readonly leader: { readonly epoch: number; readonly node: string };
}

export function observe(sources: Sources, now: number): Snapshot {
  const { caches, agents, pods, leader } = sources;
  pods.follow(drainedNodes(caches).map(({ metadata }) => ({ name: metadata.name, uid: metadata.uid ?? '' })));
  const nodes = caches.nodes.list().map((node): NodeView => {
    const name = node.metadata.name;
    const left = isTainted(node) ? pods.podsOf(name)?.map((pod) => podRef(pod, sources.refusal, now)) : undefined;
    const state = caches.nodeStates.get(name);
    const agent = agents.view(name) ?? (state === undefined ? undefined : formerView(state, node.metadata.uid));
    return nodeView(node, agent, left);
  });
  return {
    machine: caches.machines.get(MACHINE_NAME),
    rollouts: caches.rollouts.list(),
    nodeConfigs: caches.nodeConfigs.list(),
    nodePools: caches.nodePools.list(),
    nodeStates: caches.nodeStates.list(),
    nodes,
    resolution: sources.resolution,
    secrets: sources.secrets.view(),
    gates: sources.gates,
    ...(sources.forecast === undefined ? {} : { forecast: sources.forecast }),
    etcd: agents.etcd(),
    leader: { ...leader, standbyReady: isStandbyReady(caches, leader.node) },
  };
}

/** Our taint is on them and they are to be emptied. */
function drainedNodes(caches: Caches): readonly Node[] {
  const flying = caches.machines.get(MACHINE_NAME)?.status?.inFlight ?? [];
  return flying.flatMap(({ node: name, uid }) => {
    const node = caches.nodes.get(name);
    const draining = caches.nodeStates.get(name)?.status?.phase === 'Draining';
    return node !== undefined && draining && node.metadata.uid === uid && isTainted(node) ? [node] : [];
  });
}

function isStandbyReady(caches: Caches, own: string): boolean {
  return caches.operators
    .list()
    .some((pod) => pod.spec?.nodeName !== own && pod.metadata.deletionTimestamp === undefined && isPodReady(pod));
}
