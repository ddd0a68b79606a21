/**
 * Who gets a slot: the next nodes in order, while the budget lasts and nothing speaks against it. The budget counts every
 * node that is unavailable, for whatever reason, so that a rollout never adds its own disruption to someone else's.
 */
import type { Gate } from '@talos/crds/gate.ts';
import type { Stage } from '@talos/crds/machine.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { readConfig } from './config/wanted.ts';
import { type Block, block, type Context, iso, type Subject } from './context.ts';
import { gatesOfAll, gatesOfStage, passage } from './gate.ts';
import { isQuiet, refusedBlock, turnOf, unread } from './inflight/configuring.ts';
import { quorumWithout } from './inflight/quorum.ts';
import { settle } from './inflight/releasing.ts';
import { isAvailable, zoneOf } from './order.ts';
import { budgetOf, countOf, limits } from './policy.ts';
import { hasTarget, isPrepared, isUpdated, type Target } from './prepare.ts';
import { isRollback } from './rollback.ts';
import { progressOf, stageStatus } from './stage.ts';
import type { NodeView, Plan } from './types.ts';
import { isMoving } from './way.ts';
import { describeOpening, expectedTurnMs, formatSpan, openingAt } from './window.ts';

export type Admission = Partial<Pick<Plan, 'gatesAfter' | 'stage'>>;

/**
 * Plans an `acquire` for each node that may begin now; says why the first that may not has to wait.
 *
 * `gatesAfter`: from when on (Unix ms) answers of the gates are wanted; undefined while nothing rests on them. `stage`: the stage that
 * it is in, as far as it was looked at.
 */
export function admit(
  context: Context,
  current: Rollout,
  target: Target,
  order: readonly Subject[],
  all: readonly Subject[],
): Admission {
  const back = isRollback(current);
  // Who goes back waits for no window, gate or stage: they are there for what is new.
  const closed = back ? undefined : closedBy(context, order, all);
  if (closed !== undefined) {
    block(context, closed);
    return {};
  }
  const unready = order.find((subject) => subject.node.agent?.reachable === true && !isReady(subject, current, target));
  if (unready !== undefined) {
    const { ours, others } = disturbedOf(context, all);
    if (ours.size + others.size > 0) return {};
    const message = `no node is disturbed before every node has the image: ${unready.node.name} has not`;
    block(context, { code: 'WAITING_FOR_PREPARE', message, owner: 'operator', node: unready.node.name });
    return {};
  }
  if (order.length === 0) return {};
  if (back) {
    beginBack(context, current, target, order, all);
    return {};
  }
  // What a gate said before the last node was done says nothing about that node.
  const done = doneTimes(target, all);
  const after = Math.max(0, ...done);
  const { spec, status } = context.machine;
  const passes = (gates: readonly Gate[]) => passage(gates, status?.gates, context.snapshot.gates, after, context.now);
  const gates = passes(gatesOfAll(spec));
  if (gates.state === 'closed') {
    block(context, gates.block);
    return { gatesAfter: after };
  }
  const begun = all.filter((subject) => isUpdated(subject, target) || isMoving(subject.way)).length;
  const stages = spec.rollout?.stages ?? [];
  const advance = {
    passageOf: (stage: Stage) => passes(gatesOfStage(spec, stage)),
    doneTimes: done,
    begun,
    total: all.length,
    openSince: gates.since,
    approvals: current.spec.stageApprovals,
  };
  const progress = progressOf(stages, advance, context.now);
  const admission = { gatesAfter: after, ...(stages.length === 0 ? {} : { stage: stageStatus(stages, progress) }) };
  if (progress.state === 'awaiting') {
    const { name } = current.metadata;
    const far = stages[progress.stage - 1]?.nodes;
    const message = `stage ${progress.stage} of ${stages.length} (up to ${far} of the nodes) waits until a person approves it: osctl rollout approve ${name}`;
    block(context, { code: 'STAGE_AWAITING_APPROVAL', message, owner: 'user' });
    return admission;
  }
  if (progress.state === 'closed') {
    const message = `stage ${progress.stage} of ${stages.length} is done, and its soak has not begun: ${progress.block.message}`;
    block(context, { ...progress.block, message });
    return admission;
  }
  if (progress.state === 'soaking') {
    const message = `stage ${progress.stage} of ${stages.length} is done and shall hold until ${iso(progress.until)}; ${order.length} nodes are left`;
    block(context, { code: 'SOAKING', message, owner: 'operator', nextCheck: progress.until });
    return admission;
  }
  let room = progress.limit - begun;
  const disturbed = disturbedOf(context, all);
  for (const subject of order) {
    if (room <= 0) return admission;
    const answer = mayBegin(context, subject, target, disturbed);
    if (answer === 'yes') {
      acquire(context, current, subject, disturbed);
      room -= 1;
    } else if (answer !== 'pass') {
      if (answer !== 'full') block(context, answer);
      return admission;
    }
  }
  return admission;
}

/** On the way back no apiserver is older than a kubelet: control planes wait for the last worker. */
function beginBack(
  context: Context,
  current: Rollout,
  target: Target,
  order: readonly Subject[],
  all: readonly Subject[],
): void {
  const workers = order.filter(({ node }) => node.role === 'worker');
  // Of a worker whose Node was made anew nothing is stored yet.
  const known = new Set(all.map(({ node }) => node.uid));
  if (workers.length === 0 && context.snapshot.nodes.some(({ uid }) => !known.has(uid))) return;
  const disturbed = disturbedOf(context, all);
  for (const subject of workers.length > 0 ? workers : order) {
    const answer = mayBegin(context, subject, target, disturbed);
    if (answer === 'yes') acquire(context, current, subject, disturbed);
    else if (answer !== 'pass') {
      if (answer !== 'full') block(context, answer);
      return;
    }
  }
}

/** When each node that runs the target came to do so; 0 for one that always did. */
const doneTimes = (target: Target, all: readonly Subject[]): readonly number[] =>
  all
    .filter((subject) => isUpdated(subject, target) && !isMoving(subject.way))
    .map(({ way }) => (way.startTime === undefined ? 0 : Date.parse(way.startTime) + (way.tookSeconds ?? 0) * 1_000));

/** Why no node may be begun at this time of day; undefined while one may. */
function closedBy(context: Context, order: readonly Subject[], all: readonly Subject[]): Block | undefined {
  const [head] = order;
  if (head === undefined) return undefined;
  const opening = openingAt(context.machine.spec.rollout ?? {}, context.now);
  if (opening.state === 'invalid') {
    return { code: 'WINDOW_INVALID', message: describeOpening(opening), owner: 'user' };
  }
  const left = `${order.length} ${order.length === 1 ? 'node waits' : 'nodes wait'}`;
  if (opening.state === 'closed') {
    const message = `${left}: ${describeOpening(opening)}`;
    return { code: 'WINDOW_CLOSED', message, owner: 'operator', nextCheck: soon(context, opening.opens) };
  }
  const measured = all
    .filter(({ node }) => node.role === head.node.role)
    .flatMap(({ way }) => (way.tookSeconds === undefined ? [] : [way.tookSeconds]));
  const takes = expectedTurnMs(measured, limits.turnGuessMs);
  if (context.now + takes <= opening.end) return undefined;
  const basis = measured.length === 0 ? 'is taken to need' : `needs by the last ${measured.length}`;
  const message = `${left}: ${head.node.name} ${basis} ${formatSpan(takes)}, and must be done by ${new Date(opening.end).toISOString()}`;
  return { code: 'WINDOW_TOO_SHORT', message, owner: 'user', nextCheck: soon(context, opening.end) };
}

/** A day ahead at most: the object is looked at again on every change anyway. */
const soon = ({ now }: Context, time: number): number => Math.min(time, now + 86_400_000);

const isReady = (subject: Subject, current: Rollout, target: Target): boolean =>
  subject.way.phase === 'Queued' && subject.way.rolloutName === current.metadata.name && isPrepared(subject, target);

/**
 * `full`: the nodes under way use the budget up, and say themselves what they wait for. `pass`: it can't begin, and does
 * not keep the others from it.
 */
type Answer = 'yes' | 'full' | 'pass' | Block;

function mayBegin(context: Context, subject: Subject, target: Target, disturbed: Disturbed): Answer {
  const { node, way } = subject;
  const wanted = target.wanted(subject);
  if (wanted.kind === 'refused' || (wanted.kind === 'unread' && node.agent?.reachable === true)) {
    // Nothing is begun by halves: an upgrade waits for its configuration, too.
    block(context, wanted.kind === 'refused' ? refusedBlock(subject, wanted.message) : unread(subject));
    return 'pass';
  }
  const isOther = ({ uid }: NodeView): boolean => uid !== node.uid;
  const busy = [...disturbed.ours.values()].filter(isOther);
  const foreign = [...disturbed.others.values()].filter(isOther);
  const isControlPlane = node.role === 'control-plane';
  // No kubelet may be newer than an apiserver, and etcd loses one member at a time.
  if (busy.some(({ role }) => isControlPlane || role === 'control-plane')) return 'full';
  const quiet = isQuiet(subject, target);
  const others = isControlPlane && !quiet ? foreign.filter(({ role }) => role === 'control-plane') : [];
  if (others.length > 0) return unavailable(others);
  const budget = budgetOf(context.policy, context.snapshot.nodes.length);
  if (quiet) {
    // What disturbs nothing adds to nobody's outage: a few go side by side, so that a mistake meets few.
    if (busy.length >= Math.max(budget, limits.configuring)) return 'full';
  } else if (busy.length + foreign.length >= budget) {
    return foreign.length === 0 ? 'full' : unavailable(foreign);
  }
  const inZone = quiet ? undefined : zoneIsFull(context, node, [...busy, ...foreign]);
  if (inZone !== undefined) {
    const others = inZone.filter((other) => foreign.includes(other));
    if (others.length > 0) block(context, unavailable(others));
    return 'pass';
  }
  if (node.agent?.reachable !== true) {
    const message = `the agent of ${node.name} does not answer`;
    const why = { code: 'AGENT_UNREACHABLE', message, owner: 'cluster', node: node.name } as const;
    if (isControlPlane) return why;
    block(context, why);
    return 'pass';
  }
  const config = readConfig(node.agent);
  if (config?.onTry === true && wanted.kind === 'known' && config.hash !== wanted.rendered.hash) {
    const message = `another configuration is on try on ${node.name}: it waits until that is kept or has gone back`;
    block(context, { code: 'NODE_BUSY', message, owner: 'user', node: node.name });
    return 'pass';
  }
  const retryAt = way.retryTime === undefined ? 0 : Date.parse(way.retryTime);
  if (context.now < retryAt) {
    const message = `${node.name} is tried again at ${way.retryTime}: ${way.message ?? way.reason ?? ''}`;
    return { code: 'RETRY_BACKOFF', message, owner: 'operator', node: node.name, nextCheck: retryAt };
  }
  if (node.agent.runningOperation !== undefined) {
    const message = `${node.name} is busy with operation ${node.agent.runningOperation}`;
    return { code: 'NODE_BUSY', message, owner: 'user', node: node.name };
  }
  const healing = subject.state.status?.healing?.action;
  if (healing !== undefined) {
    const message = `${node.name} is being healed (${healing.name})`;
    return { code: 'NODE_HEALING', message, owner: 'operator', node: node.name };
  }
  if (hasTarget(subject, target)) {
    const message = `${node.name} runs what is wanted, but on trial: it waits until that is over`;
    return { code: 'NODE_BUSY', message, owner: 'user', node: node.name };
  }
  if (turnOf(subject, target) === 'configure') return 'yes';
  const quorum = quorumWithout(context, subject);
  if (quorum !== undefined) return { code: 'ETCD_QUORUM', message: quorum, owner: 'cluster', node: node.name };
  return 'yes';
}

/** The unavailable workers of the node's zone, where there may be no more of them. */
function zoneIsFull(
  { policy, snapshot }: Context,
  node: NodeView,
  disturbed: readonly NodeView[],
): readonly NodeView[] | undefined {
  const { maxUnavailablePerZone, zoneLabel } = policy;
  if (maxUnavailablePerZone === undefined || node.role !== 'worker') return undefined;
  const isNear = (other: NodeView): boolean =>
    other.role === 'worker' && zoneOf(other, zoneLabel) === zoneOf(node, zoneLabel);
  const near = disturbed.filter(isNear);
  return near.length >= countOf(maxUnavailablePerZone, snapshot.nodes.filter(isNear).length) ? near : undefined;
}

/** The nodes that the budget counts, by uid. */
interface Disturbed {
  /** Under way, or about to be. */
  readonly ours: Map<string, NodeView>;
  /** On trial, or unavailable for whatever reason. */
  readonly others: Map<string, NodeView>;
}

function disturbedOf({ snapshot, inFlight, steps }: Context, all: readonly Subject[]): Disturbed {
  const taken = new Set([
    ...inFlight.map(({ uid }) => uid),
    ...steps.flatMap((step) => (step.type === 'acquire' ? [step.entry.uid] : [])),
    ...all.flatMap(({ node, way }) => (isMoving(way) ? [node.uid] : [])),
  ]);
  const ours = new Map<string, NodeView>();
  const others = new Map<string, NodeView>();
  for (const node of snapshot.nodes) {
    if (taken.has(node.uid)) ours.set(node.uid, node);
    else if (node.agent?.trial !== undefined || !isAvailable(node)) others.set(node.uid, node);
  }
  return { ours, others };
}

function unavailable(nodes: readonly NodeView[]): Block {
  const [first] = nodes;
  const trying = nodes.find(({ agent }) => agent?.trial !== undefined);
  if (trying !== undefined) {
    const message = `${trying.name} is on trial: no further node is disturbed until that is over`;
    return { code: 'NODE_BUSY', message, owner: 'agent', node: trying.name };
  }
  const names = nodes
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  const more = nodes.length > 5 ? ` and ${nodes.length - 5} more` : '';
  const message = `${names}${more} ${nodes.length === 1 ? 'is' : 'are'} unavailable: no further node is disturbed until that is over`;
  return { code: 'NODE_UNAVAILABLE', message, owner: 'cluster', ...(first === undefined ? {} : { node: first.name }) };
}

/** It is one of ours from now on. */
function acquire(context: Context, current: Rollout, { node, way }: Subject, disturbed: Disturbed): void {
  disturbed.ours.set(node.uid, node);
  disturbed.others.delete(node.uid);
  const used = (node.agent?.operations ?? []).flatMap(({ id }) =>
    Number(new RegExp(`^${current.metadata.name}-u(\\d+)$`).exec(id)?.[1] ?? 0),
  );
  const turn = Math.max(way.attempts ?? 0, ...used) + 1;
  context.steps.push({
    type: 'acquire',
    entry: { node: node.name, uid: node.uid, operationID: `${current.metadata.name}-u${turn}` },
  });
}

/** A node that is under way but not in the list, which someone must have edited: it takes its slot again. */
export function readmit(context: Context, subject: Subject, operationID: string | undefined): void {
  if (operationID === undefined) {
    settle(context, subject);
    return;
  }
  const taken = context.inFlight.length + context.steps.filter(({ type }) => type === 'acquire').length;
  if (taken < budgetOf(context.policy, context.snapshot.nodes.length)) {
    context.steps.push({
      type: 'acquire',
      entry: { node: subject.node.name, uid: subject.node.uid, operationID },
    });
  } else {
    const message = `${subject.node.name} is under way but its slot is taken by ${context.inFlight[0]?.node}`;
    block(context, { code: 'SLOT_TAKEN', message, owner: 'operator', node: subject.node.name });
  }
}
