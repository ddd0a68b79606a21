/** What the Machine tells of the whole cluster. */
import type { Machine, MachineStatus } from '@talos/crds/machine.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { Verdict } from '../../control/conditions.ts';
import { clip, iso } from '../context.ts';
import { gateStatuses } from '../turns/gate.ts';
import { compareVersions, isAvailable } from '../turns/order.ts';
import { openingAt } from '../turns/window.ts';
import type { NodeView, Plan, Snapshot } from '../types.ts';
import { conclude, verdictOf } from './conclude.ts';
import { fulfils } from './fulfils.ts';

/** Everything of Machine.status but inFlight and quarantine, which only steps of the plan write, and notifications (notices.ts). */
export type MachineSummary = Omit<MachineStatus, 'inFlight' | 'quarantine' | 'notifications'>;

export function machineStatus(snapshot: Snapshot, plan: Plan, now: number): MachineSummary {
  const { machine, nodes } = snapshot;
  const generation = machine?.metadata.generation ?? 0;
  const rollout = snapshot.rollouts.find(({ metadata }) => metadata.name === plan.rollout);
  const back = rollout?.spec.rollbackOf;
  const updated = nodes.filter(fulfils(snapshot, plan)).length;
  const versions = versionsOf(nodes);
  const window = windowOf(snapshot, plan, now);
  const gates =
    machine === undefined ? [] : gateStatuses(machine.spec.rollout?.gates ?? [], machine.status?.gates, snapshot.gates);
  return {
    observedGeneration: generation,
    conditions: conclude(
      machine?.status?.conditions,
      unfulfilled(plan, back) ?? verdictOf(plan, updated, nodes.length),
      generation,
      now,
    ),
    version: clip([...new Set(versions.map(({ version }) => version))].join(', '), 256),
    ...(plan.rollout === undefined ? {} : { rollout: plan.rollout }),
    progress: `${updated}/${nodes.length}`,
    nodes: { total: nodes.length, updated, unavailable: nodes.filter((node) => !isAvailable(node)).length },
    versions,
    ...(window === undefined ? {} : { window }),
    ...(gates.length === 0 ? {} : { gates: [...gates] }),
    blockedBy: [...plan.blockedBy],
  };
}

/** A plan that could not be made is looked for again by then, at the latest. */
const PLAN_AGAIN_MS = 60_000;

/**
 * What is told when no plan could be made, which is a fault of the operator: nothing begins and nothing under way goes on, and what was
 * told before would only grow old.
 */
export function planFailure(
  machine: Machine,
  error: unknown,
  now: number,
): Pick<MachineStatus, 'conditions' | 'blockedBy'> {
  const why = error instanceof Error ? error.message : String(error);
  const message = clip(
    `the operator fails to plan, so that nothing begins or goes on: ${why}. Undo the last change of the Machine, a NodePool or a NodeConfig if there was one, and report this with the archive of osctl support`,
    1024,
  );
  const before = machine.status?.blockedBy?.find(({ code }) => code === PLAN_FAILED);
  return {
    conditions: conclude(
      machine.status?.conditions,
      { kind: 'failing', reason: 'PlanFailed', message },
      machine.metadata.generation ?? 0,
      now,
    ),
    blockedBy: [
      {
        code: PLAN_FAILED,
        message,
        since: before?.since ?? iso(now),
        owner: 'operator',
        nextCheckTime: iso(now + PLAN_AGAIN_MS),
      },
    ],
  };
}
const PLAN_FAILED = 'PLAN_FAILED';

/** The window that is open, with what it has brought so far; outside of windows the last one as it ended. */
function windowOf({ machine, nodeStates }: Snapshot, plan: Plan, now: number): MachineStatus['window'] {
  const before = machine?.status?.window;
  const opening = openingAt(machine?.spec.rollout ?? {}, now);
  if (opening.state !== 'open') return machine?.spec.rollout?.windows === undefined ? undefined : before;
  const [first] = plan.blockedBy;
  const begun = nodeStates.filter(({ status }) => Date.parse(status?.startTime ?? '') >= opening.start).length;
  return {
    startTime: iso(opening.start),
    endTime: iso(opening.end),
    begun,
    ...(first === undefined || plan.order.length === 0 ? {} : { waitedFor: first.message }),
  };
}

function versionsOf(nodes: readonly NodeView[]): NonNullable<MachineStatus['versions']> {
  const byDigest = new Map<string, NonNullable<MachineStatus['versions']>[number]>();
  for (const { agent } of nodes) {
    if (agent === undefined) continue;
    const { version, kubernetesVersion, digest } = agent;
    const known = /^sha256:[0-9a-f]{64}$/.test(digest) ? { digest } : {};
    byDigest.set(digest, { version, kubernetesVersion, ...known, nodes: (byDigest.get(digest)?.nodes ?? 0) + 1 });
  }
  return [...byDigest.values()]
    .toSorted((a, b) => compareVersions(a.version, b.version) || ((a.digest ?? '') < (b.digest ?? '') ? -1 : 1))
    .slice(0, 32);
}

/** All nodes have what is in force, and that is not what people have written by now. */
function unfulfilled(
  { phase, config, blockedBy }: Plan,
  back: Rollout['spec']['rollbackOf'] | undefined,
): Verdict | undefined {
  if (back !== undefined && phase !== 'Halted' && phase !== 'Paused' && phase !== 'Cancelled') {
    const over = phase === 'Completed';
    const told = blockedBy.find(({ code }) => code === 'ROLLED_BACK' || code === 'ROLLING_BACK');
    const message = told?.message ?? `${back.rollout} was rolled back: ${back.reason}`;
    return { kind: over ? 'stalled' : 'reconciling', reason: over ? 'RolledBack' : 'RollingBack', message };
  }
  if (phase !== 'Completed') return undefined;
  const [fault] = config.faults.values();
  const told = blockedBy.find(({ code }) => code.startsWith('CONFIG_'));
  if (fault !== undefined && told !== undefined) {
    return { kind: 'stalled', reason: fault.reason, message: told.message };
  }
  const shared = blockedBy.find(({ code }) => code === 'POOL_CONFLICT');
  if (shared !== undefined) return { kind: 'stalled', reason: 'PoolConflict', message: shared.message };
  const waits = blockedBy.find(({ code }) => code === 'DIGESTING_SECRETS');
  return waits === undefined ? undefined : { kind: 'reconciling', reason: 'DigestingSecrets', message: waits.message };
}
