/** What is told to people: the status of the Machine and its rollouts, from the same snapshot as the plan. */
import type { Machine, MachineStatus } from '@talos/crds/machine.ts';
import type { NodeConfigStatus } from '@talos/crds/nodeconfig.ts';
import type { NodePool, NodePoolStatus } from '@talos/crds/nodepool.ts';
import type { NodeState, NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutStatus } from '@talos/crds/rollout.ts';
import type { Condition } from '@talos/crds/schema.ts';
import { concludeConditions, removeCondition, setCondition, type Verdict } from '../control/conditions.ts';
import { layerNameOf } from './config/wish.ts';
import { clip, iso } from './context.ts';
import { gateStatuses } from './gate.ts';
import { compareVersions, isAvailable } from './order.ts';
import { limits, policyOf, wishedDigest } from './policy.ts';
import { overlapping, type Pool, poolBudget, poolLayerName, poolsOf, targetOfNode } from './pool.ts';
import { previewOf } from './preview.ts';
import { selects } from './selector.ts';
import type { AgentView, ConfigChangePlan, Failure, NodeView, Plan, Snapshot } from './types.ts';
import { describeOpening, openingAt } from './window.ts';

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

/** Whether a node runs what is wished. */
function fulfils({ machine, rollouts }: Snapshot, plan: Plan): (node: NodeView) => boolean {
  const named = (name: string | undefined) => rollouts.find(({ metadata }) => metadata.name === name);
  const rollout = named(plan.rollout);
  const back = rollout?.spec.rollbackOf;
  const halted = named(back?.rollout);
  const asked = machine === undefined ? undefined : wishedDigest(machine.spec.os);
  const digestOf = (of: Rollout | undefined, node: NodeView): string | undefined =>
    of === undefined ? undefined : targetOfNode(of.spec, node)?.digest;
  return (node) => {
    const target = digestOf(rollout, node) ?? asked;
    const wished = digestOf(halted, node) ?? target;
    if (wished === undefined || !runs(node, wished)) return false;
    const isBehind = plan.config.behind.has(node.name);
    // On the way back it is told by what a node goes back to: with the same image what is wished is to have another configuration.
    return back === undefined ? !isBehind : wished !== target || isBehind;
  };
}

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

/** The status of every NodeConfig, by name. */
export function nodeConfigStatuses(snapshot: Snapshot, plan: Plan, now: number): ReadonlyMap<string, NodeConfigStatus> {
  return new Map(
    snapshot.nodeConfigs.map((nodeConfig) => {
      const { name, generation = 1 } = nodeConfig.metadata;
      const nodes = snapshot.nodes.filter(({ labels }) => selects(nodeConfig.spec.nodeSelector, labels));
      const pending = nodes.filter((node) => plan.config.behind.has(node.name));
      const updated = nodes.length - pending.length;
      const fault = plan.config.faults.get(layerNameOf(nodeConfig));
      const isIn = snapshot.rollouts.some(
        ({ metadata, spec }) =>
          metadata.name === plan.rollout && spec.layers?.some((layer) => layer.name === layerNameOf(nodeConfig)),
      );
      const counts = `${updated} of ${nodes.length} nodes have it`;
      const refused = isIn ? nodes.find((node) => plan.config.refused.has(node.name))?.name : undefined;
      const verdict: Verdict =
        fault !== undefined
          ? { kind: 'stalled', reason: fault.reason, message: `${fault.message}; what it said before stays in force` }
          : refused !== undefined
            ? {
                kind: 'stalled',
                reason: 'Refused',
                message: `${refused}: ${plan.config.refused.get(refused)}; ${counts}`,
              }
            : isIn && pending.length === 0
              ? { kind: 'ready', reason: 'UpToDate', message: counts }
              : plan.halted === undefined
                ? { kind: 'reconciling', reason: 'RollingOut', message: counts }
                : { kind: 'stalled', reason: 'RolloutHalted', message: plan.halted.message };
      const conditions = conclude(nodeConfig.status?.conditions, verdict, generation, now);
      return [name, { observedGeneration: generation, conditions, nodes: nodes.length, updated: isIn ? updated : 0 }];
    }),
  );
}

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

const runs = ({ agent }: NodeView, digest: string): boolean => agent?.digest === digest && agent.trial === undefined;

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

function verdictOf(plan: Plan, updated: number, total: number): Verdict {
  const counts = `${updated} of ${total} nodes run what is wanted`;
  const first = plan.blockedBy[0]?.message;
  const message = first === undefined ? counts : `${counts}; ${first}`;
  switch (plan.phase) {
    case 'Completed':
      return { kind: 'ready', reason: 'UpToDate', message: counts };
    case 'Halted':
      return {
        kind: 'stalled',
        reason: wordOf(plan.halted?.reason ?? 'Halted'),
        message: plan.halted?.message ?? message,
      };
    case 'Paused':
    case 'Cancelled':
      return { kind: 'stalled', reason: plan.phase, message };
    case undefined:
      return { kind: 'stalled', reason: 'NoMachine', message };
    default:
      return { kind: 'reconciling', reason: plan.phase, message };
  }
}

/** Codes of agents are upper case with underscores, reasons of conditions are one word. */
const wordOf = (code: string): string =>
  code === '' || !/^[A-Z0-9_]+$/.test(code)
    ? code.replace(/[^A-Za-z0-9_]/g, '') || 'Halted'
    : code
        .toLowerCase()
        .split('_')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('');

function conclude(
  before: readonly Condition[] | undefined,
  verdict: Verdict,
  generation: number,
  now: number,
): Condition[] {
  // Our schema bounds a condition's message.
  const short = { ...verdict, message: clip(verdict.message, 4096) };
  return concludeConditions(before ?? [], short, { generation, now }) as Condition[];
}
