/**
 * The one budget over everything that disturbs nodes: turns of rollouts and reboots that heal. A rollout counts every node that is
 * unavailable, for whatever reason. A reboot that heals counts only what is disturbed by our doing: sick nodes would else wait for each
 * other for ever.
 */
import type { Context, Subject } from '../context.ts';
import type { NodeView } from '../types.ts';
import { isMoving } from '../way.ts';
import { budgetOf, countOf } from '../wished/policy.ts';
import { type Pool, poolBudget } from '../wished/pool.ts';
import { isAvailable, zoneOf } from './order.ts';

/** The nodes that the budget counts, by uid. */
export interface Disturbed {
  /** By our doing, or about to be. */
  readonly ours: Map<string, NodeView>;
  /** On trial, or unavailable for whatever reason. */
  readonly others: Map<string, NodeView>;
}

export function disturbedOf({ snapshot, inFlight, steps }: Context, all: readonly Subject[]): Disturbed {
  const taken = new Set(inFlight.map(({ uid }) => uid));
  for (const step of steps) {
    if (step.type === 'acquire') taken.add(step.entry.uid);
    else if (step.type === 'record-healing' && step.healing?.action?.name === 'Reboot') taken.add(step.uid);
  }
  for (const { node, way, state } of all) {
    if (isMoving(way) || state.status?.healing?.action?.name === 'Reboot') taken.add(node.uid);
  }
  const ours = new Map<string, NodeView>();
  const others = new Map<string, NodeView>();
  for (const node of snapshot.nodes) {
    if (taken.has(node.uid)) ours.set(node.uid, node);
    else if (node.agent?.trial !== undefined || !isAvailable(node)) others.set(node.uid, node);
  }
  return { ours, others };
}

export interface Full {
  /** The nodes that use it up. */
  readonly by: readonly NodeView[];
  readonly budget: number;
  readonly of: 'cluster' | 'pool' | 'zone';
  readonly pool?: Pool;
}

/** The budget that keeps a node from being disturbed beside others that are; undefined where each has room. */
export function fullFor(context: Context, node: NodeView, disturbed: readonly NodeView[]): Full | undefined {
  const { policy, pools, snapshot } = context;
  const total = snapshot.nodes.length;
  const others = disturbed.filter(({ uid }) => uid !== node.uid);
  const budget = budgetOf(policy, total);
  if (others.length >= budget) return { of: 'cluster', by: others, budget };
  // Also of a node that several select, which has no turns but may be healed.
  for (const pool of pools.all) {
    if (pool.rollout.maxUnavailable === undefined || !pool.members.has(node.uid)) continue;
    const by = others.filter(({ uid }) => pool.members.has(uid));
    const most = poolBudget(pool, total);
    if (by.length >= most) return { of: 'pool', by, budget: most, pool };
  }
  const { maxUnavailablePerZone, zoneLabel } = policy;
  if (maxUnavailablePerZone === undefined || node.role !== 'worker') return undefined;
  const isNear = (other: NodeView): boolean =>
    other.role === 'worker' && zoneOf(other, zoneLabel) === zoneOf(node, zoneLabel);
  const by = others.filter(isNear);
  const most = countOf(maxUnavailablePerZone, snapshot.nodes.filter(isNear).length);
  return by.length >= most ? { of: 'zone', by, budget: most } : undefined;
}
