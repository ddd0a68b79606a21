/**
 * NodePools: which nodes are in which, and what holds for a node by the Machine and its pool. A pool narrows: of budgets, windows and
 * gates those of the Machine hold as well; how a turn goes (drain, proof, trial) is the pool's to say where it says something.
 */
import type { Gate } from '@talos/crds/gate.ts';
import type { GateStatus } from '@talos/crds/machine.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { RolloutSpec, RolloutTarget } from '@talos/crds/rollout.ts';
import type { Layer } from '../config/layers.ts';
import { parseDuration } from '../duration.ts';
import type { NodeView, Snapshot } from '../types.ts';
import { budgetOf, countOf, type Policy, wishedDigest } from './policy.ts';
import { selects } from './selector.ts';

export interface Pool {
  readonly name: string;
  readonly rollout: NonNullable<NodePool['spec']['rollout']>;
  /** What holds for a turn of its nodes. */
  readonly policy: Policy;
  /** Named POOL/GATE: names of the Machine's gates have no slash. */
  readonly gates: readonly Gate[];
  readonly knownGates: readonly GateStatus[];
  /** Every node that it selects. */
  readonly nodes: readonly NodeView[];
  /** Their uids. */
  readonly members: ReadonlySet<string>;
}

export interface Pools {
  /** By name. */
  readonly all: readonly Pool[];
  /** By the node's uid; none of a node that is in several. */
  readonly ofNode: ReadonlyMap<string, Pool>;
  /** Nodes that are in several, by uid: their names, in order. */
  readonly overlaps: ReadonlyMap<string, readonly string[]>;
}

const isThere = ({ metadata }: NodePool): boolean => metadata.deletionTimestamp === undefined;
const byName = (a: NodePool, b: NodePool): number => (a.metadata.name < b.metadata.name ? -1 : 1);
const inOrder = (nodePools: readonly NodePool[]): readonly NodePool[] => nodePools.filter(isThere).toSorted(byName);

export function poolsOf(nodePools: readonly NodePool[], nodes: readonly NodeView[], policy: Policy): Pools {
  const all = inOrder(nodePools).map((nodePool): Pool => {
    const { metadata, spec, status } = nodePool;
    const { name } = metadata;
    const { rollout = {} } = spec;
    const selected = nodes.filter(({ labels }) => selects(spec.nodeSelector, labels));
    return {
      name,
      rollout,
      policy: narrowed(policy, rollout),
      gates: gatesOf(nodePool),
      knownGates: (status?.gates ?? []).map((gate) => ({ ...gate, name: `${name}/${gate.name}` })),
      nodes: selected,
      members: new Set(selected.map(({ uid }) => uid)),
    };
  });
  const ofNode = new Map<string, Pool>();
  const overlaps = new Map<string, readonly string[]>();
  for (const pool of all) {
    for (const { uid } of pool.nodes) {
      const other = ofNode.get(uid);
      const names = overlaps.get(uid) ?? (other === undefined ? undefined : [other.name]);
      if (names === undefined) ofNode.set(uid, pool);
      else overlaps.set(uid, [...names, pool.name]);
    }
  }
  for (const uid of overlaps.keys()) ofNode.delete(uid);
  return { all, ofNode, overlaps };
}

/** The Machine's policy with what a pool says in its place. */
function narrowed(policy: Policy, { confirmWithin, drain = {}, verify = {} }: Pool['rollout']): Policy {
  const ms = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : parseDuration(text);
  return {
    ...policy,
    confirmWithinMs: ms(confirmWithin, policy.confirmWithinMs),
    drainTimeoutMs: ms(drain.timeout, policy.drainTimeoutMs),
    detachTimeoutMs: ms(drain.detachTimeout, policy.detachTimeoutMs),
    loadBalancerGraceMs: ms(drain.loadBalancerGrace, policy.loadBalancerGraceMs),
    onDrainTimeout: drain.onTimeout ?? policy.onDrainTimeout,
    drainRules: [...(drain.rules ?? []), ...policy.drainRules],
    steadyForMs: ms(verify.steadyFor, policy.steadyForMs),
    verifyTimeoutMs: ms(verify.timeout, policy.verifyTimeoutMs),
  };
}

/** All gates that there are to ask, those of pools by the names that the planner knows them by. */
export function gatesAsked({ machine, nodePools }: Pick<Snapshot, 'machine' | 'nodePools'>): readonly Gate[] {
  return [...(machine?.spec.rollout?.gates ?? []), ...inOrder(nodePools).flatMap(gatesOf)];
}

const gatesOf = ({ metadata: { name: pool }, spec }: NodePool): readonly Gate[] =>
  (spec.rollout?.gates ?? []).map((gate) => ({ ...gate, name: `${pool}/${gate.name}` }));

/** How many of its nodes may be unavailable at once, by itself and by the Machine. */
export function poolBudget({ rollout: { maxUnavailable }, nodes, policy }: Pool, total: number): number {
  const all = budgetOf(policy, total);
  return maxUnavailable === undefined ? all : Math.min(all, countOf(maxUnavailable, nodes.length));
}

export const poolLayerName = ({ metadata }: Pick<NodePool, 'metadata'>): string => `nodepool/${metadata.name}`;
/** Above the Machine, below every NodeConfig. */
const POOL_PRIORITY = -1;

/** What pools say of configuration. */
export const poolLayers = (nodePools: readonly NodePool[]): readonly Layer[] =>
  inOrder(nodePools).flatMap((pool) => {
    const { nodeSelector, config, remove } = pool.spec;
    if (config === undefined && remove === undefined) return [];
    return {
      name: poolLayerName(pool),
      priority: POOL_PRIORITY,
      nodeSelector,
      ...(config === undefined ? {} : { config }),
      ...(remove === undefined ? {} : { remove }),
    };
  });

export type Pin = Pick<RolloutTarget, 'pool' | 'image' | 'digest' | 'nodeSelector'>;

/** Which pools have an image of their own; of one that overlaps another, what it had in the rollout before. */
export function wishedPins(
  nodePools: readonly NodePool[],
  overlapping: ReadonlySet<string>,
  former: readonly RolloutTarget[],
): readonly Pin[] {
  return inOrder(nodePools).flatMap(({ metadata: { name: pool }, spec: { os, nodeSelector } }): readonly Pin[] => {
    if (overlapping.has(pool)) {
      const was = former.find((target) => target.pool === pool);
      return was === undefined ? [] : [pinOf(was)];
    }
    const digest = os === undefined ? undefined : wishedDigest(os);
    return os === undefined || digest === undefined ? [] : [{ pool, image: os.image, digest, nodeSelector }];
  });
}

const pinOf = ({ pool, image, digest, nodeSelector }: RolloutTarget): Pin => ({
  pool,
  image,
  ...(digest === undefined ? {} : { digest }),
  ...(nodeSelector === undefined ? {} : { nodeSelector }),
});

/**
 * What a rollout wants a node to run. Control planes are never pinned: no kubelet may be newer than they are, so they move with the
 * Machine.
 */
export function targetOfNode(
  { targets }: Pick<RolloutSpec, 'targets'>,
  { role, labels }: Pick<NodeView, 'role' | 'labels'>,
): RolloutTarget | undefined {
  const [all, ...pinned] = targets;
  if (role === 'control-plane') return all;
  return pinned.find(({ nodeSelector }) => selects(nodeSelector, labels)) ?? all;
}

/** Pools that share a node with another, with a sentence each. */
export function overlapping({ overlaps, all }: Pools): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [uid, names] of overlaps) {
    for (const name of names) {
      if (found.has(name)) continue;
      const node = all.find((pool) => pool.name === name)?.nodes.find((one) => one.uid === uid)?.name;
      found.set(
        name,
        `${node} is in the NodePools ${names.join(' and ')}: it gets no turn until it is in one of them, and neither changes what it says of images and configuration till then`,
      );
    }
  }
  return found;
}
