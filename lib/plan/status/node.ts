/** What a NodeState tells, beside the way of its node. */
import type { NodeState, NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { Condition } from '@talos/crds/schema.ts';
import { removeCondition, setCondition } from '../../control/conditions.ts';
import { iso } from '../context.ts';
import { isAvailable } from '../turns/order.ts';
import type { AgentView, ConfigChangePlan, NodeView, Plan } from '../types.ts';
import { conclude } from './conclude.ts';

/** The part of NodeState.status that no `record` step writes. */
export function nodeStatus(
  state: NodeState,
  node: NodeView,
  plan: Plan,
  now: number,
): Pick<NodeStateStatus, 'observedGeneration' | 'conditions' | 'blockedBy' | 'pool' | 'preview'> {
  const generation = state.metadata.generation ?? 1;
  const blockedBy = plan.blockedBy.filter((entry) => entry.node === node.name);
  const phase = state.status?.phase ?? 'Idle';
  const message = state.status?.message ?? blockedBy[0]?.message ?? `phase ${phase}`;
  const reason = state.status?.reason ?? phase;
  const kind = ['RolledBack', 'Held', 'Failed'].includes(phase)
    ? 'stalled'
    : phase === 'Idle' || phase === 'Done'
      ? isAvailable(node)
        ? 'ready'
        : 'failing'
      : 'reconciling';
  const concluded = conclude(state.status?.conditions, { kind, reason, message }, generation, now);
  const change = plan.config.changes.get(node.name);
  const pool = plan.poolOf.get(node.uid);
  return {
    observedGeneration: generation,
    conditions: driftCondition(concluded, plan.config.drifted.get(node.name), { generation, now }),
    blockedBy,
    ...(pool === undefined ? {} : { pool }),
    ...(change === undefined ? {} : { preview: nodePreview(change) }),
  };
}

/** Only while it is true. */
export const DRIFTED = 'ConfigDrifted';

function driftCondition(
  conditions: readonly Condition[],
  message: string | undefined,
  stamp: { readonly generation: number; readonly now: number },
): Condition[] {
  const next =
    message === undefined
      ? removeCondition(conditions, DRIFTED)
      : setCondition(conditions, { type: DRIFTED, status: 'True', reason: 'ChangedOnNode', message }, stamp);
  return [...next] as Condition[];
}

const MAX_DIFF = 16_000;

function nodePreview({ configHash, impact, diff }: ConfigChangePlan): NonNullable<NodeStateStatus['preview']> {
  const text = diff();
  return {
    disruption: impact.disruption,
    ...(impact.restarts.length === 0 ? {} : { restarts: impact.restarts.slice(0, 16) }),
    configHash,
    diff: text.length > MAX_DIFF ? `${text.slice(0, MAX_DIFF)}\n…` : text,
  };
}

/** What an agent said, as it is stored. */
export function observedOf(agent: AgentView, now: number): NonNullable<NodeStateStatus['observed']> {
  return {
    time: iso(now),
    reachable: agent.reachable,
    bootID: agent.bootID,
    slot: agent.slot,
    version: agent.version,
    kubernetesVersion: agent.kubernetesVersion,
    digest: agent.digest,
    configHash: agent.configHash,
  };
}
