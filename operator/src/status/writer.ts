/** The status that people read, from the same snapshot and plan as the steps. Written only where it differs. */
import type { NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';
import { isConflict } from '@talos/lib/kube/errors.ts';
import type { EventRecorder } from '@talos/lib/kube/events.ts';
import { NODES } from '@talos/lib/kube/resources.ts';
import {
  type Delivery,
  DRIFTED,
  machineStatus,
  nodeConfigStatuses,
  nodeStatus,
  notificationsStatus,
  observedOf,
  type Plan,
  rolloutStatuses,
} from '@talos/lib/plan/index.ts';
import { MACHINES, ROLLOUTS } from '../resources.ts';
import { GoneError, type Round } from '../rollout/round.ts';
import type { Failure } from '../rollout/run-steps.ts';
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
  }: {
    readonly failures: readonly Failure[];
    readonly now: number;
    readonly events: EventRecorder;
    readonly delivery: Delivery;
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
  for (const node of snapshot.nodes) {
    const planned = snapshot.nodeStates.find(({ metadata }) => metadata.name === node.name);
    // a namesake's is deleted by the plan
    if (planned?.metadata.ownerReferences?.some(({ uid }) => uid === node.uid) !== true) continue;
    await attempt(async () => {
      const state = round.nodeState(node.name);
      const before = state.status ?? {};
      const status = nodeStatus(state, node, plan, now);
      const observed =
        node.agent === undefined ? before.observed : calmObserved(before.observed, observedOf(node.agent, now), now);
      const { preview: _, ...kept } = before;
      if (isNews(before.conditions, status.conditions)) {
        const note = plan.config.drifted.get(node.name) ?? '';
        const event = { type: 'Warning', reason: 'ConfigDrifted', action: 'Observe', note } as const;
        events.record(NODES, { metadata: { name: node.name, uid: node.uid } }, event);
      }
      await round.writeNodeStatus(node.name, {
        ...kept,
        ...status,
        blockedBy: calmBlockedBy(before.blockedBy ?? [], status.blockedBy ?? [], now),
        ...(observed === undefined ? {} : { observed }),
      });
    });
  }
  if (errors.length > 0) throw errors[0];
}

async function writeMachine(round: Round, plan: Plan, delivery: Delivery, now: number): Promise<void> {
  const before = round.machine().status ?? {};
  const { inFlight, quarantine } = before;
  const status = machineStatus(round.snapshot, plan, now);
  const notifications = notificationsStatus(round.snapshot, delivery, now);
  await round.writeMachineStatus({
    ...status,
    ...(inFlight === undefined ? {} : { inFlight }),
    ...(quarantine === undefined ? {} : { quarantine }),
    ...(notifications === undefined ? {} : { notifications }),
    blockedBy: calmBlockedBy(before.blockedBy ?? [], status.blockedBy ?? [], now),
  });
}

/** Whether drift is told of that was not there before. */
function isNews(before: NodeStateStatus['conditions'], after: NodeStateStatus['conditions']): boolean {
  const isDrifted = ({ type }: { readonly type: string }): boolean => type === DRIFTED;
  return after?.some(isDrifted) === true && before?.some(isDrifted) !== true;
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
