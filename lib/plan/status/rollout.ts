/** What each Rollout tells: the present one as planned, the others as they ended. */
import type { Rollout, RolloutStatus } from '@talos/crds/rollout.ts';
import { clip, iso } from '../context.ts';
import { previewOf } from '../preview.ts';
import type { Failure, NodeView, Plan, Snapshot } from '../types.ts';
import { limits } from '../wished/policy.ts';
import { targetOfNode } from '../wished/pool.ts';
import { conclude, verdictOf, wordOf } from './conclude.ts';
import { runs } from './fulfils.ts';

/** The status of every rollout: the present one as planned, the others as they ended. */
export function rolloutStatuses(snapshot: Snapshot, plan: Plan, now: number): ReadonlyMap<string, RolloutStatus> {
  const back = snapshot.rollouts.find(({ metadata }) => metadata.name === plan.rollout)?.spec.rollbackOf;
  const statusOf = (rollout: Rollout): RolloutStatus => {
    const { name } = rollout.metadata;
    if (name === plan.rollout) return present(snapshot, plan, rollout, now);
    return name === back?.rollout ? rolledBack(rollout, back, now) : past(rollout, now);
  };
  return new Map(snapshot.rollouts.map((rollout) => [rollout.metadata.name, statusOf(rollout)]));
}

/** Halted still, while its nodes are brought back. */
function rolledBack(rollout: Rollout, { reason }: { readonly reason: string }, now: number): RolloutStatus {
  const { estimatedCompletionTime: _, preview: __, ...before } = rollout.status ?? {};
  const verdict = { kind: 'stalled', reason: wordOf(before.reason ?? 'Halted'), message: reason } as const;
  const { generation = 1 } = rollout.metadata;
  return {
    ...before,
    phase: 'Halted',
    conditions: conclude(before.conditions, verdict, generation, now),
    blockedBy: [],
  };
}

function present(snapshot: Snapshot, plan: Plan, rollout: Rollout, now: number): RolloutStatus {
  const { name, generation = 1 } = rollout.metadata;
  const digestOf = (node: NodeView) => targetOfNode(rollout.spec, node)?.digest;
  const skipped = rollout.spec.skipNodes ?? [];
  const nodes = snapshot.nodes.filter((node) => !skipped.includes(node.name));
  const done = nodes.filter((node) => {
    const digest = digestOf(node);
    return digest !== undefined && runs(node, digest) && !plan.config.behind.has(node.name);
  }).length;
  const states = snapshot.nodeStates.filter(({ status }) => status?.rolloutName === name);
  const prepared = nodes.filter((node) =>
    node.agent?.slots.some((slot) => slot.digest === digestOf(node) && slot.bootable),
  ).length;
  const failed = states.filter(({ status }) => ['Failed', 'RolledBack', 'Held'].includes(status?.phase ?? '')).length;
  const phase = plan.phase ?? 'Pending';
  const under = snapshot.machine?.status?.inFlight?.[0]?.node;
  const node = plan.halted?.node ?? under;
  const before = rollout.status;
  const { reason, message: words } = verdictOf(plan, done, nodes.length);
  const { rollbackOf } = rollout.spec;
  const message = rollbackOf === undefined ? words : `rollback of ${rollbackOf.rollout}: ${words}`;
  const preview = previewOf(snapshot, rollout, plan, now);
  const startTime = before?.startTime ?? iso(now);
  // As things go: the nodes that are left take as long as those that are done took.
  const each = done === 0 ? undefined : Math.max(0, now - Date.parse(startTime)) / done;
  const estimated = phase === 'Progressing' && each !== undefined ? iso(now + each * (nodes.length - done)) : undefined;
  return {
    observedGeneration: generation,
    conditions: conclude(before?.conditions, verdictOf(plan, done, nodes.length), generation, now),
    phase,
    progress: `${done}/${nodes.length}`,
    ...(node === undefined ? {} : { node }),
    reason,
    message: clip(message, 2048),
    counts: { total: nodes.length, done, prepared, failed },
    ...(preview === undefined ? {} : { preview }),
    ...(plan.stage === undefined ? {} : { stage: plan.stage }),
    ...(before?.passedStage === undefined ? {} : { passedStage: before.passedStage }),
    startTime,
    ...(phase === 'Completed' ? { completionTime: before?.completionTime ?? iso(now) } : {}),
    ...(estimated === undefined ? {} : { estimatedCompletionTime: estimated }),
    ...(before?.retried === undefined ? {} : { retried: before.retried }),
    ...(plan.failures.length === 0 ? {} : { failures: toldOf(plan.failures) }),
    ...(plan.halted?.evidence === undefined ? {} : { evidence: plan.halted.evidence }),
    blockedBy: [...plan.blockedBy],
  };
}

/** Failures as a Rollout tells of them; what a node printed at its end is in its NodeState. */
export const toldOf = (failures: readonly Failure[]): NonNullable<RolloutStatus['failures']> =>
  failures
    .slice(0, limits.quarantined)
    .map(({ node, reason, message }) => ({ node, reason, message: clip(message, 2048) }));

function past(rollout: Rollout, now: number): RolloutStatus {
  const before = rollout.status ?? {};
  if (before.phase === 'Completed' || before.phase === 'Cancelled' || before.phase === 'Superseded') return before;
  const message = 'another change was asked for';
  const generation = rollout.metadata.generation ?? 1;
  const { estimatedCompletionTime: _, ...kept } = before;
  return {
    ...kept,
    phase: 'Superseded',
    reason: 'Superseded',
    message,
    completionTime: iso(now),
    conditions: conclude(before.conditions, { kind: 'ready', reason: 'Superseded', message }, generation, now),
    blockedBy: [],
  };
}
