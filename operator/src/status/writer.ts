/** The status that people read, from the same snapshot and plan as the steps. Written only where it differs. */
import type { NodeState, NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { isConflict } from '@talos/lib/kube/errors.ts';
import type { EventRecorder } from '@talos/lib/kube/events.ts';
import { NODES } from '@talos/lib/kube/resources.ts';
import {
  type Delivery,
  DRIFTED,
  machineStatus,
  nodeConfigStatuses,
  nodePoolStatuses,
  nodeStatus,
  notificationsStatus,
  observedOf,
  type Plan,
  planFailure,
  rolloutStatuses,
  type Snapshot,
} from '@talos/lib/plan/index.ts';
import { MACHINES, ROLLOUTS } from '../resources.ts';
import { mergeDiff } from '../rollout/merge-diff.ts';
import { GoneError, type Round } from '../rollout/round.ts';
import type { Failure } from '../rollout/run-steps.ts';
import type { Pace } from './pace.ts';
import { calmBlockedBy, calmEstimate, calmObserved } from './steady.ts';

const MAX_BLOCKED = 32;

/**
 * Errors: the first write's that failed, after the others were tried; a conflict is none, the next round writes anew.
 */
export async function writeStatus(
  round: Round,
  planned: Plan,
  {
    failures,
    now,
    events,
    delivery,
    pace,
    clock,
    tell,
  }: {
    readonly failures: readonly Failure[];
    readonly now: number;
    readonly events: EventRecorder;
    readonly delivery: Delivery;
    readonly pace: Pace;
    readonly clock: Clock;
    readonly tell: (state: NodeState) => NodeStateStatus;
  },
): Promise<void> {
  const errors: unknown[] = [];
  const attempt = async (write: () => Promise<void>) => {
    round.signal.throwIfAborted();
    try {
      await write();
    } catch (error) {
      round.signal.throwIfAborted();
      if (!isConflict(error) && !(error instanceof GoneError)) errors.push(error);
    }
  };
  const { snapshot } = round;
  const plan = withFailures(planned, failures, snapshot.machine?.status?.blockedBy ?? [], now);
  if (snapshot.machine !== undefined) await attempt(() => writeMachine(round, plan, delivery, now));
  for (const [name, status] of rolloutStatuses(snapshot, plan, now)) {
    await attempt(async () => {
      const before = round.rollout(name);
      const { estimatedCompletionTime, ...rest } = status;
      const estimate = calmEstimate(before.status?.estimatedCompletionTime, estimatedCompletionTime, now);
      const blockedBy = calmBlockedBy(before.status?.blockedBy ?? [], status.blockedBy ?? [], now);
      await round.writeRolloutStatus(name, {
        ...rest,
        ...(estimate === undefined ? {} : { estimatedCompletionTime: estimate }),
        blockedBy,
      });
      if (before.status?.phase === status.phase) return;
      const note = status.message === undefined || status.message === '' ? `phase ${status.phase}` : status.message;
      const event = { type: 'Normal', reason: `Rollout${status.phase}`, action: 'Rollout', note } as const;
      events.record(ROLLOUTS, before, event);
      if (name === plan.rollout && snapshot.machine !== undefined) events.record(MACHINES, snapshot.machine, event);
    });
  }
  for (const [name, status] of nodeConfigStatuses(snapshot, plan, now)) {
    await attempt(() => round.writeNodeConfigStatus(name, status));
  }
  for (const [name, status] of nodePoolStatuses(snapshot, plan, now)) {
    await attempt(() => round.writeNodePoolStatus(name, status));
  }
  const underWay = snapshot.machine?.status?.inFlight?.length ?? 0;
  const changed = snapshot.nodeStates.flatMap(({ metadata: { name } }) => {
    const state = round.nodeState(name);
    return mergeDiff(state.status ?? {}, tell(state)) === undefined ? [] : [name];
  });
  pace.keepOnly(new Set(snapshot.nodes.map(({ name }) => name)));
  const { due, againMs } = pace.due(changed, underWay, clock.monotonic());
  round.lookAgain(againMs);
  for (const name of due) await attempt(() => round.writeNodeStatus(name, round.nodeState(name).status ?? {}));
  if (errors.length > 0) throw errors[0];
}

/** There is no plan to tell of: that is told. Errors: isConflict, and those of a write. */
export async function writePlanFailure(round: Round, error: unknown, now: number): Promise<void> {
  const { machine } = round.snapshot;
  if (machine === undefined) return;
  const { conditions, blockedBy } = planFailure(machine, error, now);
  await round.changeMachineStatus((status) => ({
    ...status,
    ...(conditions === undefined ? {} : { conditions }),
    blockedBy: calmBlockedBy(status.blockedBy ?? [], blockedBy ?? [], now),
  }));
}

/** What is told of each node by this plan. Goes with every write of a NodeState's status. */
export function teller(snapshot: Snapshot, plan: Plan, now: number): (state: NodeState) => NodeStateStatus {
  const nodes = new Map(snapshot.nodes.map((node) => [node.name, node]));
  return (state) => {
    const before = state.status ?? {};
    const node = nodes.get(state.metadata.name);
    // a namesake's is deleted by the plan
    if (node === undefined || state.metadata.ownerReferences?.some(({ uid }) => uid === node.uid) !== true)
      return before;
    const status = nodeStatus(state, node, plan, now);
    const observed =
      node.agent === undefined
        ? before.observed
        : calmObserved(before.observed, observedOf(node.agent, now), now, nodes.size);
    const { preview: _, pool: __, ...kept } = before;
    return {
      ...kept,
      ...status,
      blockedBy: calmBlockedBy(before.blockedBy ?? [], status.blockedBy ?? [], now),
      ...(observed === undefined ? {} : { observed }),
    };
  };
}

async function writeMachine(round: Round, plan: Plan, delivery: Delivery, now: number): Promise<void> {
  const status = machineStatus(round.snapshot, plan, now);
  const notifications = notificationsStatus(round.snapshot, delivery, now);
  await round.changeMachineStatus(({ inFlight, quarantine, blockedBy }) => ({
    ...status,
    ...(inFlight === undefined ? {} : { inFlight }),
    ...(quarantine === undefined ? {} : { quarantine }),
    ...(notifications === undefined ? {} : { notifications }),
    blockedBy: calmBlockedBy(blockedBy ?? [], status.blockedBy ?? [], now),
  }));
}

/** An Event on a node of which drift is told that was not there before. */
export function tellDrift(state: NodeState, after: NodeStateStatus, { config }: Plan, events: EventRecorder): void {
  const isDrifted = ({ type }: { readonly type: string }): boolean => type === DRIFTED;
  if (after.conditions?.some(isDrifted) !== true || state.status?.conditions?.some(isDrifted) === true) return;
  const { name, ownerReferences } = state.metadata;
  const uid = ownerReferences?.[0]?.uid;
  const event = {
    type: 'Warning',
    reason: 'ConfigDrifted',
    action: 'Observe',
    note: config.drifted.get(name) ?? '',
  } as const;
  events.record(NODES, { metadata: { name, ...(uid === undefined ? {} : { uid }) } }, event);
}

/** A step that can't be done is something that the planner can't know; people shall. */
export function withFailures(
  plan: Plan,
  failures: readonly Failure[],
  before: readonly BlockedBy[],
  now: number,
): Plan {
  if (failures.length === 0) return plan;
  const added = failures.map(({ step, node, error }): BlockedBy => {
    const code = `STEP_FAILED_${step.toUpperCase().replaceAll('-', '_')}`;
    const since = before.find((entry) => entry.code === code && entry.node === node)?.since;
    const message = `step ${step}${node === undefined ? '' : ` on ${node}`} failed and is tried again: ${error.message}`;
    return {
      code,
      message: message.slice(0, 1024),
      ...(node === undefined ? {} : { node }),
      since: since ?? new Date(now).toISOString(),
      owner: 'cluster',
      nextCheckTime: new Date(now + 10_000).toISOString(),
    };
  });
  return { ...plan, blockedBy: [...added, ...plan.blockedBy].slice(0, MAX_BLOCKED) };
}
