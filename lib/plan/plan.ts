/** The decision: what is to be done next, and why what waits does. Pure: the same snapshot and time, the same plan. */
import type { InFlight, Quarantine } from '@talos/crds/machine.ts';
import type { Rollout, RolloutPhase } from '@talos/crds/rollout.ts';
import { configHashes, configPlan, faultBlocks, NO_CONFIG } from './config/plan.ts';
import { settleConfig } from './config/settle.ts';
import { RenderMemo } from './config/wanted.ts';
import { block, type Context, iso, on, policyFor, record, type Subject } from './context.ts';
import { failureOf, isPassed, judge, together } from './failure/halt.ts';
import { retry } from './failure/retry.ts';
import { effective, isRollback, rollBack, rollbackText } from './failure/rollback.ts';
import { heal } from './heal.ts';
import { advance } from './inflight/advance.ts';
import { rolloutOf } from './inflight/operation.ts';
import { isMarked, settle } from './inflight/releasing.ts';
import { isUpdated, prepare, targetOf } from './prepare.ts';
import { previewHash } from './preview.ts';
import { onThisClock } from './rebase.ts';
import { admit, readmit } from './turns/admit.ts';
import { inOrder } from './turns/order.ts';
import type { Failure, Plan, Snapshot } from './types.ts';
import { isMoving, wayOf } from './way.ts';
import { begin, digestSecrets, resolve } from './wished/begin.ts';
import { limits, policyOf } from './wished/policy.ts';
import { latestRollout, wishOf } from './wished/wish.ts';

/** `memo` makes it faster and nothing else; it is the caller's to keep from one plan to the next. */
export function plan(snapshot: Snapshot, now: number, memo = new RenderMemo()): Plan {
  const machine = snapshot.machine;
  if (machine === undefined) {
    const blockedBy = {
      code: 'NO_MACHINE',
      message: "there is no Machine named 'cluster': apply one to say what the nodes shall run",
      since: iso(now),
      owner: 'user' as const,
      nextCheckTime: iso(now + 60_000),
    };
    const none = {
      rollout: undefined,
      phase: undefined,
      halted: undefined,
      failures: [],
      order: [],
      config: NO_CONFIG,
      poolOf: new Map(),
      gatesAfter: undefined,
    };
    // Who had a slot went with the Machine, and with it whoever would take these off.
    const steps = snapshot.nodes
      .filter(isMarked)
      .map(({ name, uid }) => ({ type: 'untaint' as const, node: name, uid }));
    return { steps, blockedBy: [blockedBy], ...none, nextCheckTime: now + 60_000 };
  }
  const latest = latestRollout(snapshot.rollouts);
  const { layers, faults, undigested, pools, overlaps, pins, hash } = wishOf(machine, snapshot);
  const current = effective(latest?.spec.targetHash === hash ? latest : undefined, snapshot.rollouts);
  const back = current !== undefined && isRollback(current);
  const context: Context = {
    snapshot,
    now,
    machine,
    policy: policyOf(machine),
    pools,
    inFlight: machine.status?.inFlight ?? [],
    current,
    memo,
    steps: [],
    blocked: [],
    told: new Set(),
  };
  const subjects = subjectsOf(context).map((subject) => onThisClock(context, subject));
  let failures: readonly Failure[] = [];
  const done = (phase: RolloutPhase | undefined, halted: Plan['halted'], order: readonly Subject[]): Plan => {
    heal(context, subjects);
    return conclude(phase, halted, order);
  };
  const conclude = (phase: RolloutPhase | undefined, halted: Plan['halted'], order: readonly Subject[]): Plan => ({
    steps: context.steps,
    blockedBy: context.blocked.slice(0, 32),
    rollout: current?.metadata.name,
    phase,
    halted,
    failures,
    order: order.map(({ node }) => node.name),
    config: configPlan(context, subjects, order, faults),
    poolOf: new Map([...pools.ofNode].map(([uid, { name }]) => [uid, name])),
    gatesAfter: undefined,
    nextCheckTime: Math.min(
      now + (phase === 'Completed' ? 60_000 : limits.recheckMs),
      ...context.blocked.map((entry) => Date.parse(entry.nextCheckTime)),
    ),
  });

  for (const fault of faultBlocks(faults)) block(context, fault);
  for (const [pool, message] of overlaps) block(context, { code: 'POOL_CONFLICT', message, owner: 'user', pool });
  if (undigested) digestSecrets(context);
  underWay(context, subjects);
  const digests = (current?.spec.targets ?? []).flatMap(({ digest }) => digest ?? []);
  const stays = ({ targetHash, digest: condemned, configHash }: Quarantine): boolean =>
    targetHash === hash || (condemned !== undefined && configHash === undefined && digests.includes(condemned));
  if (current !== undefined && !back && (machine.status?.quarantine ?? []).some((entry) => !stays(entry))) {
    context.steps.push({ type: 'drop-quarantine', keepTargetHash: hash, keepDigests: digests });
  }
  if (current === undefined) {
    // A rollout of half of what is wished would be superseded at once.
    if (!undigested) begin(context, hash, latest, layers, pins);
    return done('Pending', undefined, []);
  }

  if (retry(context, current, subjects)) return done('Pending', undefined, []);
  if (current.spec.rollbackOf !== undefined) {
    const over = current.status?.phase === 'Completed';
    const text = rollbackText(current.spec.rollbackOf, current.spec.os.image, over);
    const message = over
      ? `${text}; it is not tried again until the Machine asks for something else, or a person says so: osctl rollout retry`
      : text;
    const code = over ? 'ROLLED_BACK' : 'ROLLING_BACK';
    block(context, { code, message, owner: over ? 'user' : 'operator', nextCheck: now + 60_000 });
  }
  const judgement = judge(context, current, subjects);
  const { halted } = judgement;
  failures = judgement.failures;
  if (halted !== undefined) standDown(context, subjects, ['Preparing']);
  const target = targetOf(context, current);
  if (target === undefined) {
    if (halted === undefined) resolve(context, hash);
    return done(halted === undefined ? 'Pending' : 'Halted', halted, []);
  }
  const skipped = new Set(current.spec.skipNodes ?? []);
  const flying = new Set(context.inFlight.map((entry) => entry.uid));
  const free = subjects.filter(({ node }) => !flying.has(node.uid) && !skipped.has(node.name));
  for (const subject of free) {
    const { way } = subject;
    const settled = way.phase === 'Done' && way.rolloutName === current.metadata.name;
    if (!isUpdated(subject, target) || isMoving(subject.way)) continue;
    settleConfig(context, subject, target);
    if (!settled) {
      record(context, subject, {
        phase: 'Done',
        rolloutName: current.metadata.name,
        step: undefined,
        evidence: undefined,
        reason: 'Updated',
        message: undefined,
        retryTime: undefined,
        outcome: undefined,
      });
    }
  }
  const outdated = free.filter((subject) => !isUpdated(subject, target) && !isMoving(subject.way));
  if (halted !== undefined) {
    rollBack(context, current, subjects, halted);
    return done('Halted', halted, sorted(context, outdated));
  }
  const failed = new Set(failures.map(({ node }) => node));
  const order = sorted(
    context,
    outdated.filter(({ node }) => !failed.has(node.name)),
  );
  if (outdated.length === 0 && flying.size === 0 && !subjects.some(isUnderWay)) {
    // What was gone back to may be gone back to again.
    if (!back) forget(context, current);
    return done('Completed', undefined, []);
  }
  if (current.spec.cancelled === true) {
    const message = `${current.metadata.name} was cancelled: ${outdated.length} nodes stay as they are`;
    block(context, { code: 'CANCELLED', message, owner: 'user' });
    standDown(context, outdated, ['Preparing', 'Queued']);
    return done('Cancelled', undefined, order);
  }
  if (context.policy.paused || current.spec.paused === true) {
    const where = context.policy.paused
      ? 'Machine.spec.rollout.paused'
      : `Rollout ${current.metadata.name}, spec.paused`;
    block(context, { code: 'PAUSED', message: `paused by ${where}`, owner: 'user' });
    return done('Paused', undefined, order);
  }
  if (context.policy.approval === 'Manual' && !back) {
    const hash = previewHash(machine, current, snapshot.nodes, configHashes(subjects, target), pools);
    if (current.spec.approval?.hash !== hash) {
      const { name } = current.metadata;
      const before = current.spec.approval === undefined ? '' : ', which has changed since it was approved';
      const message = `${order.length} nodes wait until ${name} is approved${before}: osctl rollout approve ${name}`;
      block(context, { code: 'AWAITING_APPROVAL', message, owner: 'user' });
      return done('Pending', undefined, order);
    }
  }
  prepare(context, current.metadata.name, target, order);
  const preparing = order.some(({ way }) => way.phase !== 'Queued' || way.rolloutName !== current.metadata.name);
  const held = order.filter(({ way }) => way.phase === 'Held' && way.rolloutName === current.metadata.name);
  const stuck = held.filter((subject) => !isLeftOut(context, subject));
  failures = [...failures, ...stuck.map(failureOf)];
  const isControlPlane = stuck.some(({ node }) => node.role === 'control-plane');
  if (stuck.length > 0 && (back || isControlPlane || isPassed(context, failures.length))) {
    const halting = together(failures, '');
    // What held a node before it was touched goes away by itself.
    if (stuck.every(({ way }) => way.retryTime === undefined)) rollBack(context, current, subjects, halting);
    return done('Halted', halting, order);
  }
  const isHeld = new Set(held);
  const next = order.filter((subject) => !isHeld.has(subject));
  const isOver = held.every(({ way }) => way.retryTime === undefined);
  if (failures.length > 0 && next.length === 0 && isOver && flying.size === 0 && !subjects.some(isUnderWay)) {
    return done('Halted', together(failures, ', the others are done'), order);
  }
  const admission = admit(context, current, target, next, subjects);
  return { ...done(preparing && flying.size === 0 ? 'Preparing' : 'Progressing', undefined, order), ...admission };
}

const isUnderWay = ({ way }: Subject): boolean => isMoving(way);

/** The others go on without it. A control plane is never left out: no kubelet may be newer than an apiserver. */
const isLeftOut = (context: Context, subject: Subject): boolean =>
  policyFor(context, subject).onDrainTimeout === 'SkipNode' &&
  subject.way.reason === 'DrainTimeout' &&
  subject.node.role === 'worker';

/** Deletes the oldest of what has ended, so that the list stays one that people read. */
function forget({ snapshot, policy, steps }: Context, current: Rollout): void {
  const ended = snapshot.rollouts
    .filter(({ metadata, status }) => metadata.name !== current.metadata.name && hasEnded(status?.phase))
    .toSorted((a, b) => b.spec.generation - a.spec.generation);
  for (const { metadata } of ended.slice(policy.historyLimit - 1)) {
    steps.push({ type: 'forget-rollout', name: metadata.name, uid: metadata.uid ?? '' });
  }
}

const hasEnded = (phase: RolloutPhase | undefined): boolean =>
  phase === 'Completed' || phase === 'Superseded' || phase === 'Cancelled';

/** Nodes with what is stored about them; a NodeState of a former node of the same name is not theirs. */
export function subjectsOf(context: Pick<Context, 'snapshot' | 'steps'>): readonly Subject[] {
  const subjects: Subject[] = [];
  const states = new Map(context.snapshot.nodeStates.map((state) => [state.metadata.name, state]));
  for (const node of context.snapshot.nodes) {
    const state = states.get(node.name);
    if (state?.metadata.ownerReferences?.some((owner) => owner.uid === node.uid) === true) {
      subjects.push({ node, state, way: wayOf(state.status ?? {}) });
    } else {
      context.steps.push({ type: 'create-nodestate', node: node.name, uid: node.uid });
    }
  }
  return subjects;
}

function sorted(context: Context, subjects: readonly Subject[]): readonly Subject[] {
  const nodes = inOrder(
    subjects.map(({ node }) => node),
    context.snapshot,
    context.policy,
  );
  const byNode = new Map(subjects.map((subject) => [subject.node, subject]));
  // On the way back workers go first, for the same reason that lets them go last on the way there.
  const roles = ['worker', 'control-plane'] as const;
  if (context.current !== undefined && isRollback(context.current)) {
    const back = roles.flatMap((role) => nodes.filter((node) => node.role === role));
    return back.flatMap((node) => byNode.get(node) ?? []);
  }
  return nodes.flatMap((node) => byNode.get(node) ?? []);
}

/** What was begun goes on, whatever is wished by now. */
function underWay(context: Context, subjects: readonly Subject[]): void {
  const byUid = new Map(subjects.map((subject) => [subject.node.uid, subject]));
  for (const entry of context.inFlight) {
    const subject = byUid.get(entry.uid);
    if (subject !== undefined) advance(context, subject, entry);
    else if (!context.snapshot.nodes.some(({ uid }) => uid === entry.uid)) vanished(context, entry);
  }
  const flying = new Set(context.inFlight.map(({ uid }) => uid));
  for (const subject of subjects) {
    if (flying.has(subject.node.uid)) continue;
    const orphan = orphanOf(context, subject);
    if (orphan !== undefined) readmit(context, subject, orphan);
    else if (subject.way.phase === 'Releasing' || subject.way.phase === 'Draining') settle(context, subject);
    else if (isMoving(subject.way)) readmit(context, subject, subject.state.spec.operation?.id);
    else if (isMarked(subject.node)) context.steps.push({ type: 'untaint', ...on(subject) });
  }
}

/**
 * The Node of a node under way was deleted: its slot is free. But etcd still counts on a control plane that may be on trial: no other
 * is touched before it has registered anew, or is no member any more.
 */
function vanished(context: Context, { node, uid }: InFlight): void {
  const isBack = context.snapshot.nodes.some(({ name }) => name === node);
  const isMember = context.snapshot.etcd?.members.some((member) => member.voter && member.node === node) === true;
  if (isBack || !isMember) {
    context.steps.push({ type: 'release', node, uid });
    return;
  }
  const message = `the Node ${node} was deleted under way, and ${node} is still a member of etcd: nothing else is begun before its kubelet has registered it anew, or the member is removed`;
  block(context, { code: 'NODE_DELETED', message, owner: 'user', node });
}

/** What was being pulled for a rollout that does not go on is awaited no longer. */
function standDown(context: Context, subjects: readonly Subject[], phases: readonly unknown[]): void {
  for (const subject of subjects) {
    if (!phases.includes(subject.way.phase)) continue;
    const none = { step: undefined, retryTime: undefined, reason: undefined, message: undefined };
    record(context, subject, { ...none, phase: 'Idle', rolloutName: undefined });
  }
}

/**
 * An upgrade of ours that runs on a node whose NodeState knows nothing of it: its Node was deleted under way and has
 * registered anew. Nobody else would confirm its trial.
 */
function orphanOf({ snapshot }: Context, { node, state, way }: Subject): string | undefined {
  if (node.agent?.reachable !== true || isMoving(way)) return undefined;
  return node.agent.operations.find(
    ({ id, type, state: now }) =>
      now === 'running' &&
      type === 'upgrade' &&
      state.spec.operation?.id !== id &&
      snapshot.rollouts.some(({ metadata }) => metadata.name === rolloutOf(id)),
  )?.id;
}
