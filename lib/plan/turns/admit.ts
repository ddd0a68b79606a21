/**
 * Who gets a slot: the next nodes in order, while the budget lasts and nothing speaks against it. The budget counts every
 * node that is unavailable, for whatever reason, so that a rollout never adds its own disruption to someone else's.
 */
import type { Gate } from '@talos/crds/gate.ts';
import type { Stage } from '@talos/crds/machine.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { readConfig } from '../config/wanted.ts';
import { type Block, block, type Context, iso, type Subject } from '../context.ts';
import { isRollback } from '../failure/rollback.ts';
import { isQuiet, refusedBlock, turnOf, unread } from '../inflight/configuring.ts';
import { quorumWithout } from '../inflight/quorum.ts';
import { settle } from '../inflight/releasing.ts';
import { hasTarget, isPrepared, isUpdated, type Target } from '../prepare.ts';
import type { NodeView, Plan } from '../types.ts';
import { isMoving } from '../way.ts';
import { budgetOf, limits } from '../wished/policy.ts';
import type { Pool } from '../wished/pool.ts';
import { type Disturbed, disturbedOf, fullFor } from './budget.ts';
import { gatesOfAll, gatesOfStage, type Passage, passage } from './gate.ts';
import { progressOf, type StagedNode, stageStatus, stagesLeft, stageText } from './stage.ts';
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
  // A slot whose Node is gone is not told from the others below: it is given back first, or kept for a reason.
  const isThere = (uid: string): boolean => context.snapshot.nodes.some((node) => node.uid === uid);
  if (!context.inFlight.every(({ uid }) => isThere(uid))) return {};
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
  const after = Math.max(0, ...doneTimes(target, all));
  const { spec, status } = context.machine;
  const passes = (gates: readonly Gate[]) => passage(gates, status?.gates, context.snapshot.gates, after, context.now);
  const gates = passes(gatesOfAll(spec));
  if (gates.state === 'closed') {
    block(context, gates.block);
    return { gatesAfter: after };
  }
  const stages = spec.rollout?.stages ?? [];
  const { pools } = context;
  const waiting = new Set(order.map(({ node }) => node.uid));
  const staged =
    stages.length === 0
      ? undefined
      : new Map(all.map((subject) => [subject.node.uid, stagedNode(context, current, subject, target, waiting)]));
  const advance = {
    passageOf: (stage: Stage) => {
      const own = passes(gatesOfStage(spec, stage));
      const pool = pools.all.find(({ name }) => name === stage.pool);
      return own.state === 'closed' || pool === undefined ? own : later(own, gatesOfPool(context, pool, after));
    },
    nodes: [...(staged?.values() ?? [])],
    openSince: gates.since,
    approvals: current.spec.stageApprovals,
    passed: current.status?.passedStage,
  };
  const progress = progressOf(stages, advance, context.now);
  const admission = { gatesAfter: after, ...(stages.length === 0 ? {} : { stage: stageStatus(stages, progress) }) };
  const passed = stages[progress.stage - 2];
  if (passed !== undefined && progress.stage - 1 > stagesLeft(stages, advance.passed)) {
    // Stored before anything beyond it is begun.
    const stage = { number: progress.stage - 1, nodes: stageText(passed) };
    context.steps.push({ type: 'pass-stage', rollout: current.metadata.name, stage });
    return admission;
  }
  if (progress.state === 'awaiting') {
    const { name } = current.metadata;
    const { nodes, pool } = stages[progress.stage - 1] ?? {};
    const far = `${nodes} of ${pool === undefined ? 'the nodes' : `NodePool ${pool}`}`;
    const message = `stage ${progress.stage} of ${stages.length} (up to ${far}) waits until a person approves it: osctl rollout approve ${name}`;
    block(context, { code: 'STAGE_AWAITING_APPROVAL', message, owner: 'user' });
    return admission;
  }
  if (progress.state === 'empty') {
    const { nodes, pool } = progress;
    const none =
      nodes === 0
        ? 'which has no node: give it one'
        : `none of whose ${nodes} nodes gets a turn (skipped, failed or held): have one tried again (osctl rollout retry), give the pool another`;
    const message = `stage ${progress.stage} of ${stages.length} is about NodePool ${pool}, ${none}, or take the stage out of the Machine`;
    block(context, { code: 'STAGE_EMPTY', message, owner: 'user', pool: progress.pool });
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
  const disturbed = disturbedOf(context, all);
  const holdOf = poolHolds(context, order, all, after);
  const fullPools = new Set<string>();
  let { room } = progress;
  for (const subject of order) {
    if (room <= 0) return admission;
    const one = staged?.get(subject.node.uid);
    if (one !== undefined && !progress.isIn(one)) continue;
    const held = holdOf(subject);
    if (held !== undefined) {
      block(context, held);
      // No worker goes before a control plane.
      if (subject.node.role === 'control-plane') return admission;
      continue;
    }
    const pool = pools.ofNode.get(subject.node.uid)?.name ?? '';
    if (fullPools.has(pool) && !isQuiet(subject, target)) continue;
    const answer = mayBegin(context, subject, target, disturbed);
    if (answer === 'yes') {
      acquire(context, current, subject, disturbed);
      if (one === undefined || progress.counts(one)) room -= 1;
    } else if (answer === 'pool-full') {
      fullPools.add(pool);
    } else if (answer !== 'pass') {
      if (answer !== 'full') block(context, answer);
      return admission;
    }
  }
  return admission;
}

/** On the way back no apiserver is older than a kubelet: control planes wait for the last worker, also for one that is left out. */
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
  const skipped = new Set(current.spec.skipNodes ?? []);
  const isBehind = (subject: Subject): boolean =>
    subject.node.role === 'worker' && !skipped.has(subject.node.name) && !isUpdated(subject, target);
  const last = workers.length > 0 ? undefined : all.find(isBehind);
  if (last !== undefined) {
    const { name } = last.node;
    const message = `control planes go back after the last worker, and ${name} is not back yet: its kubelet would be newer than an apiserver`;
    block(context, { code: 'WORKERS_FIRST', message, owner: 'operator', node: name });
    return;
  }
  const disturbed = disturbedOf(context, all);
  for (const subject of workers.length > 0 ? workers : order) {
    const pool = context.pools.ofNode.get(subject.node.uid);
    const held = inSeveral(context, subject) ?? (pool?.rollout.paused === true ? pausedBy(pool) : undefined);
    if (held !== undefined) {
      block(context, held);
      if (subject.node.role === 'control-plane') return;
      continue;
    }
    const answer = mayBegin(context, subject, target, disturbed);
    if (answer === 'yes') acquire(context, current, subject, disturbed);
    else if (answer !== 'pass' && answer !== 'pool-full') {
      if (answer !== 'full') block(context, answer);
      return;
    }
  }
}

/** When each node that runs the target came to do so; 0 for one that always did. */
const doneTimes = (target: Target, all: readonly Subject[]): readonly number[] =>
  all
    .filter((subject) => isUpdated(subject, target) && !isMoving(subject.way))
    .map(({ way }) => Date.parse(way.endTime ?? way.startTime ?? iso(0)));

/** `waiting`: who gets a turn still. */
function stagedNode(
  context: Context,
  current: Rollout,
  subject: Subject,
  target: Target,
  waiting: ReadonlySet<string>,
): StagedNode {
  const { node, state, way } = subject;
  const at = { role: node.role, pool: context.pools.ofNode.get(node.uid)?.name };
  // A slot is taken before anything else of the turn is stored.
  if (isMoving(way) || context.inFlight.some(({ uid }) => uid === node.uid)) return { ...at, moving: true };
  const [doneAt] = doneTimes(target, [subject]);
  if (doneAt === undefined) return waiting.has(node.uid) ? at : { ...at, isOut: true };
  return state.spec.operation?.rolloutName === current.metadata.name ? { ...at, doneAt } : { ...at, isSettled: true };
}

/** Both open: since the later of them. */
const later = (a: Passage, b: Passage): Passage =>
  a.state === 'open' && b.state === 'open' ? { state: 'open', since: Math.max(a.since, b.since) } : b;

function gatesOfPool({ snapshot, now }: Context, { name, gates, knownGates }: Pool, after: number): Passage {
  const passed = passage(gates, knownGates, snapshot.gates, after, now);
  return passed.state === 'open' ? passed : { ...passed, block: { ...passed.block, pool: name } };
}

/** Why no node of a pool may be begun, asked once a pool. */
function poolHolds(
  context: Context,
  order: readonly Subject[],
  all: readonly Subject[],
  after: number,
): (subject: Subject) => Block | undefined {
  const { ofNode } = context.pools;
  const isIn = ({ name }: Pool, { node }: Subject): boolean => ofNode.get(node.uid)?.name === name;
  const known = new Map<string, Block | undefined>();
  const hold = (pool: Pool): Block | undefined => {
    const { name } = pool;
    const members = order.filter((subject) => isIn(pool, subject));
    if (pool.rollout.paused === true) return pausedBy(pool);
    const closed = closedBy(context, members, all, pool);
    if (closed !== undefined) return { ...closed, pool: name };
    const gates = gatesOfPool(context, pool, after);
    return gates.state === 'open' ? undefined : gates.block;
  };
  return (subject) => {
    const conflict = inSeveral(context, subject);
    if (conflict !== undefined) return conflict;
    const pool = ofNode.get(subject.node.uid);
    if (pool === undefined) return undefined;
    if (!known.has(pool.name)) known.set(pool.name, hold(pool));
    return known.get(pool.name);
  };
}

/** Why a node in several pools waits; undefined for any other. */
function inSeveral({ pools }: Context, { node }: Subject): Block | undefined {
  const several = pools.overlaps.get(node.uid);
  if (several === undefined) return undefined;
  const message = `${node.name} gets no turn while it is in the NodePools ${several.join(' and ')}`;
  return { code: 'POOL_CONFLICT', message, owner: 'user', node: node.name };
}

const pausedBy = ({ name }: Pool): Block => {
  const message = `the nodes of NodePool ${name} wait: its spec.rollout.paused says so`;
  return { code: 'PAUSED', message, owner: 'user', pool: name };
};

/** Why no node may be begun at this time of day, of a pool where one is given; undefined while one may. */
function closedBy(
  context: Context,
  order: readonly Subject[],
  all: readonly Subject[],
  pool?: Pool,
): Block | undefined {
  const [head] = order;
  if (head === undefined) return undefined;
  const opening = openingAt(pool?.rollout ?? context.machine.spec.rollout ?? {}, context.now);
  if (opening.state === 'invalid') {
    const where = pool === undefined ? '' : `NodePool ${pool.name}, `;
    return { code: 'WINDOW_INVALID', message: `${where}${describeOpening(opening)}`, owner: 'user' };
  }
  const of = pool === undefined ? '' : ` of NodePool ${pool.name}`;
  const left = `${order.length} ${order.length === 1 ? 'node' : 'nodes'}${of} ${order.length === 1 ? 'waits' : 'wait'}`;
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
 * not keep the others from it. `pool-full`: nor can any other of its pool that is disturbed.
 */
type Answer = 'yes' | 'full' | 'pool-full' | 'pass' | Block;

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
  if (quiet) {
    // What disturbs nothing adds to nobody's outage: a few go side by side, so that a mistake meets few.
    const budget = budgetOf(context.policy, context.snapshot.nodes.length);
    if (busy.length >= Math.max(budget, limits.configuring)) return 'full';
  }
  const full = quiet ? undefined : fullFor(context, node, [...busy, ...foreign]);
  if (full !== undefined) {
    const strangers = full.by.filter(({ uid }) => disturbed.others.has(uid));
    const why = strangers.length === 0 ? undefined : unavailable(strangers, full.pool?.name);
    // Others may have room still; but no worker goes before a control plane.
    if (full.of === 'cluster' || isControlPlane) return why ?? 'full';
    if (why !== undefined) block(context, why);
    return full.of === 'pool' ? 'pool-full' : 'pass';
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

function unavailable(nodes: readonly NodeView[], pool?: string): Block {
  const [first] = nodes;
  const next = `no further node${pool === undefined ? '' : ` of NodePool ${pool}`} is disturbed until that is over`;
  const about = pool === undefined ? {} : { pool };
  const trying = nodes.find(({ agent }) => agent?.trial !== undefined);
  if (trying !== undefined) {
    const message = `${trying.name} is on trial: ${next}`;
    return { code: 'NODE_BUSY', message, owner: 'agent', node: trying.name, ...about };
  }
  const names = nodes
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  const more = nodes.length > 5 ? ` and ${nodes.length - 5} more` : '';
  const message = `${names}${more} ${nodes.length === 1 ? 'is' : 'are'} unavailable: ${next}`;
  const node = first === undefined ? {} : { node: first.name };
  return { code: 'NODE_UNAVAILABLE', message, owner: 'cluster', ...node, ...about };
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
