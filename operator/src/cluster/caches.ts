/** The live picture of everything that a decision rests on but pods and agents. Warm before leadership. */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { NODES, type Node, PODS, type Pod, SECRETS, type Secret } from '@talos/lib/kube/resources.ts';
import { Store } from '@talos/lib/kube/store.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { SECRET_TYPE } from '@talos/lib/plan/index.ts';
import { slimNode } from '@talos/lib/plan/objects/node.ts';
import { slimPod } from '@talos/lib/plan/objects/pod.ts';
import type { Logger } from 'pino';
import { MACHINES, NAMESPACE, NODE_CONFIGS, NODE_POOLS, NODE_STATES, OPERATOR_PODS, ROLLOUTS } from '../resources.ts';
import { faceOf } from './face.ts';
import { slimSecret } from './secrets.ts';

export interface Caches {
  readonly machines: Store<Machine>;
  readonly nodeConfigs: Store<NodeConfig>;
  readonly nodePools: Store<NodePool>;
  readonly nodeStates: Store<NodeState>;
  readonly rollouts: Store<Rollout>;
  readonly nodes: Store<Node>;
  /** The operator's own pods: those on other nodes can take over. */
  readonly operators: Store<Pod>;
  /** Those that layers may refer to. */
  readonly secrets: Store<Secret>;
  /** Whether every first list is in. */
  readonly hasSynced: boolean;
  synced(signal: AbortSignal): Promise<void>;
  /** Keeps them up to date until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
  /** Calls back on any change of any of them that a decision may rest on. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

export interface CachesOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createCaches({ transport, clock, logger }: CachesOptions): Caches {
  const machines = new Store<Machine>({ type: MACHINES });
  const nodeConfigs = new Store<NodeConfig>({ type: NODE_CONFIGS });
  const nodePools = new Store<NodePool>({ type: NODE_POOLS });
  const nodeStates = new Store<NodeState>({ type: NODE_STATES });
  const rollouts = new Store<Rollout>({ type: ROLLOUTS });
  const nodes = new Store<Node>({ type: NODES, strip: slimNode });
  const operators = new Store<Pod>({
    type: PODS,
    namespace: NAMESPACE,
    labelSelector: OPERATOR_PODS,
    strip: slimPod,
  });
  const secrets = new Store<Secret>({
    type: SECRETS,
    namespace: NAMESPACE,
    fieldSelector: `type=${SECRET_TYPE}`,
    strip: slimSecret,
  });
  const all = [machines, nodeConfigs, nodePools, nodeStates, rollouts, nodes, operators, secrets] as const;
  return {
    machines,
    nodeConfigs,
    nodePools,
    nodeStates,
    rollouts,
    nodes,
    operators,
    secrets,
    get hasSynced() {
      return all.every((store) => store.hasSynced);
    },
    async synced(signal) {
      await Promise.all(all.map((store) => store.synced(signal)));
    },
    async run(signal) {
      await Promise.all(all.map((store) => store.run(transport, { clock, logger, signal })));
    },
    onChange(listener) {
      const faces = new Map([...nodes.values()].map((node) => [node.metadata.name, faceOf(node)]));
      const onNode = (name: string) => {
        const node = nodes.get(name);
        const face = node && faceOf(node);
        if (face !== undefined && faces.get(name) === face) return;
        if (face === undefined) faces.delete(name);
        else faces.set(name, face);
        listener();
      };
      const stops = all.map((store) => store.onChange(store === nodes ? onNode : listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
