/** What people wish of all nodes, by the Machine, NodePools and NodeConfigs together; judged, and as one hash. */
import type { Machine } from '@talos/crds/machine.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { type LayerWish, wishedLayers } from '../config/wish.ts';
import { isRollback } from '../failure/rollback.ts';
import type { Snapshot } from '../types.ts';
import { policyOf, targetHash } from './policy.ts';
import { overlapping, type Pin, type Pools, poolsOf, wishedPins } from './pool.ts';

export interface Wish extends LayerWish {
  readonly pools: Pools;
  /** Pools that share a node with another, with a sentence each. */
  readonly overlaps: ReadonlyMap<string, string>;
  readonly pins: readonly Pin[];
  /** The same wish is the same rollout. */
  readonly hash: string;
}

type Asked = Pick<Snapshot, 'nodeConfigs' | 'nodePools' | 'nodes' | 'rollouts' | 'secrets'>;

export function wishOf(machine: Machine, { nodeConfigs, nodePools, nodes, rollouts, secrets }: Asked): Wish {
  const former = latestRollout(rollouts)?.spec;
  const pools = poolsOf(nodePools, nodes, policyOf(machine));
  const overlaps = overlapping(pools);
  const shared = new Set(overlaps.keys());
  const asked = { nodePools, overlapping: shared };
  const layers = wishedLayers(machine, nodeConfigs, nodes, former?.layers ?? [], secrets, asked);
  const pins = wishedPins(nodePools, shared, former?.targets ?? []);
  return { ...layers, pools, overlaps, pins, hash: targetHash(machine.spec.os, layers.layers, pins) };
}

/** The one with the highest generation, rollbacks apart; names decide between equals, so that every operator picks the same. */
export function latestRollout(rollouts: readonly Rollout[]): Rollout | undefined {
  return rollouts
    .filter((rollout) => !isRollback(rollout))
    .toSorted((a, b) => a.spec.generation - b.spec.generation || (a.metadata.name < b.metadata.name ? -1 : 1))
    .at(-1);
}
