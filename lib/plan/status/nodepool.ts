/** What each NodePool tells of its nodes. */
import type { NodePool, NodePoolStatus } from '@talos/crds/nodepool.ts';
import type { Verdict } from '../../control/conditions.ts';
import { gateStatuses } from '../turns/gate.ts';
import { isAvailable } from '../turns/order.ts';
import { describeOpening, openingAt } from '../turns/window.ts';
import type { Plan, Snapshot } from '../types.ts';
import { policyOf } from '../wished/policy.ts';
import { overlapping, type Pool, poolBudget, poolLayerName, poolsOf } from '../wished/pool.ts';
import { conclude } from './conclude.ts';
import { fulfils } from './fulfils.ts';

/** The status of every NodePool, by name. */
export function nodePoolStatuses(snapshot: Snapshot, plan: Plan, now: number): ReadonlyMap<string, NodePoolStatus> {
  const { machine, nodePools, nodes } = snapshot;
  if (machine === undefined || nodePools.length === 0) return new Map();
  const pools = poolsOf(nodePools, nodes, policyOf(machine));
  const overlaps = overlapping(pools);
  const isUpdated = fulfils(snapshot, plan);
  return new Map(
    pools.all.map((pool) => {
      const { name, gates, knownGates } = pool;
      const of = nodePools.find(({ metadata }) => metadata.name === name);
      const { generation = 1 } = of?.metadata ?? {};
      const updated = pool.nodes.filter(isUpdated).length;
      const total = pool.nodes.length;
      const unavailable = pool.nodes.filter((node) => !isAvailable(node)).length;
      const verdict = overlapVerdict(overlaps.get(name)) ?? poolVerdict(pool, of?.spec, { plan, updated, now });
      const told = gateStatuses(gates, knownGates, snapshot.gates).map((gate) => ({
        ...gate,
        name: gate.name.slice(name.length + 1),
      }));
      const status: NodePoolStatus = {
        observedGeneration: generation,
        conditions: conclude(of?.status?.conditions, verdict, generation, now),
        nodes: { total, updated, unavailable },
        progress: `${updated}/${total}`,
        maxUnavailable: poolBudget(pool, nodes.length),
        ...(told.length === 0 ? {} : { gates: told }),
      };
      return [name, status];
    }),
  );
}

const overlapVerdict = (message: string | undefined): Verdict | undefined =>
  message === undefined ? undefined : { kind: 'stalled', reason: 'Conflict', message };

function poolVerdict(
  pool: Pool,
  spec: NodePool['spec'] | undefined,
  { plan, updated, now }: { readonly plan: Plan; readonly updated: number; readonly now: number },
): Verdict {
  const { name, rollout, nodes } = pool;
  const counts = `${updated} of ${nodes.length} nodes run what is wanted`;
  const layer = poolLayerName({ metadata: { name } });
  const fault = plan.config.faults.get(layer);
  if (fault !== undefined) {
    const message = `${fault.message}; what it said before stays in force`;
    return { kind: 'stalled', reason: fault.reason, message };
  }
  const opening = openingAt(rollout, now);
  if (opening.state === 'invalid')
    return { kind: 'stalled', reason: 'WindowInvalid', message: describeOpening(opening) };
  const lead = spec?.os === undefined ? undefined : nodes.find(({ role }) => role === 'control-plane')?.name;
  if (lead !== undefined) {
    const message = `spec.os is for workers: ${lead} runs what the Machine says, since no kubelet may be newer than a control plane`;
    return { kind: 'stalled', reason: 'ControlPlane', message };
  }
  const refused = nodes.find((node) => plan.config.refused.has(node.name))?.name;
  if (refused !== undefined && spec?.config !== undefined) {
    return {
      kind: 'stalled',
      reason: 'Refused',
      message: `${refused}: ${plan.config.refused.get(refused)}; ${counts}`,
    };
  }
  if (updated === nodes.length) {
    return { kind: 'ready', reason: nodes.length === 0 ? 'NoNodes' : 'UpToDate', message: counts };
  }
  if (plan.halted !== undefined) {
    return { kind: 'stalled', reason: 'RolloutHalted', message: `${counts}; ${plan.halted.message}` };
  }
  const names = new Set(nodes.map((node) => node.name));
  const why =
    plan.blockedBy.find((entry) => entry.pool === name || (entry.node !== undefined && names.has(entry.node))) ??
    plan.blockedBy.find((entry) => entry.pool === undefined && entry.node === undefined);
  return {
    kind: 'reconciling',
    reason: 'RollingOut',
    message: why === undefined ? counts : `${counts}; ${why.message}`,
  };
}
