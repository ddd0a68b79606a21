/** Where our own kinds are served. */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { group, version } from '@talos/crds/schema.ts';
import { defineResource } from '@talos/lib/kube/objects.ts';

const ours = { group, version, namespaced: false } as const;

export const MACHINES = defineResource<Machine>({ ...ours, kind: 'Machine', plural: 'machines' });
export const NODE_CONFIGS = defineResource<NodeConfig>({ ...ours, kind: 'NodeConfig', plural: 'nodeconfigs' });
export const NODE_POOLS = defineResource<NodePool>({ ...ours, kind: 'NodePool', plural: 'nodepools' });
export const NODE_STATES = defineResource<NodeState>({ ...ours, kind: 'NodeState', plural: 'nodestates' });
export const ROLLOUTS = defineResource<Rollout>({ ...ours, kind: 'Rollout', plural: 'rollouts' });

/** Of every field that the operator writes. */
export const FIELD_MANAGER = 'talos-operator';
export const NAMESPACE = 'talos-system';
/** Label selector of the operator's own pods. */
export const OPERATOR_PODS = 'app.kubernetes.io/name=talos-operator';
export const LEASE = 'talos-operator';
/** The one Machine. */
export const MACHINE_NAME = 'cluster';
