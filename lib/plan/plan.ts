/** The decision: what is to be done next, and why what waits does. Pure: the same snapshot and time, the same plan. */
import type { Rollout, RolloutPhase } from '@talos/crds/rollout.ts';
import { block, type Context, clip, iso, nodeClass, on, record, type Subject } from './context.ts';
import { advance } from './inflight/advance.ts';
import { rolloutOf } from './inflight/operation.ts';
import { quorumWithout } from './inflight/quorum.ts';
import { isBad, settle } from './inflight/releasing.ts';
import { inOrder, isAvailable } from './order.ts';
import { limits, policyOf, rolloutName, targetHash, wishedDigest } from './policy.ts';
import { isPrepared, isUpdated, prepare, type Target } from './prepare.ts';
import type { Plan, Snapshot } from './types.ts';
import { wayOf } from './way.ts';

type Halted = Plan['halted'];

export function plan(snapshot: Snapshot, now: number): Plan {
  const machine = snapshot.machine;
  if (machine === undefined) {
    const blockedBy = {
      code: 'NO_MACHINE',
      message: "there is no Machine named 'cluster': apply one to say what the nodes shall run",
      since: iso(now),
      owner: 'user' as const,
      nextCheckTime: iso(now + 60_000),
    };
    const none = { rollout: undefined, phase: undefined, halted: undefined, order: [] };
    // Who had a slot went with the Machine, and with it whoever would take these off.
    const steps = snapshot.nodes
      .filter(({ tainted }) => tainted)
      .map(({ name, uid }) => ({ type: 'untaint' as const, node: name, uid }));
    return { steps, blockedBy: [blockedBy], ...none, nextCheckTime: now + 60_000 };
  }
  const hash = targetHash(machine.spec.os);
  const latest = latestRollout(snapshot.rollouts);
  const current = latest?.spec.targetHash === hash ? latest : undefined;
  const context: Context = {
    snapshot,
    now,
    machine,
    policy: policyOf(machine),
    inFlight: machine.status?.inFlight ?? [],
    current,
    steps: [],
    blocked: [],
  };
  const subjects = subjectsOf(context);
  const done = (phase: RolloutPhase | undefined, halted: Halted, order: readonly Subject[]): Plan => ({
    steps: context.steps,
    blockedBy: context.blocked.slice(0, 32),
    rollout: current?.metadata.name,
    phase,
    halted,
    order: order.map(({ node }) => node.name),
    nextCheckTime: Math.min(
      now + (phase === 'Completed' ? 60_000 : limits.recheckMs),
      ...context.blocked.map((entry) => Date.parse(entry.nextCheckTime)),
    ),
  });

  underWay(context, subjects);
  if ((machine.status?.quarantine ?? []).some((entry) => entry.targetHash !== hash)) {
    context.steps.push({ type: 'drop-quarantine', keepTargetHash: hash });
  }
  if (current === undefined) {
    begin(context, hash, latest);
    return done('Pending', undefined, []);
  }

  const halted = findHalt(context, current, subjects);
  const resolved = current.spec.targets[0];
  if (resolved?.digest === undefined) {
    if (halted === undefined) resolve(context, hash);
    return done(halted === undefined ? 'Pending' : 'Halted', halted, []);
  }
  const target: Target = { image: resolved.image, digest: resolved.digest };
  const skipped = new Set(current.spec.skipNodes ?? []);
  const flying = new Set(context.inFlight.map((entry) => entry.uid));
  const free = subjects.filter(({ node }) => !flying.has(node.uid) && !skipped.has(node.name));
  for (const subject of free) {
    const { way } = subject;
    const settled = way.phase === 'Done' && way.rolloutName === current.metadata.name;
    if (isUpdated(subject, target) && !settled && !isMoving(subject)) {
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
  const outdated = free.filter((subject) => !isUpdated(subject, target) && !isMoving(subject));
  const order = sorted(context, outdated);
  if (halted !== undefined) return done('Halted', halted, order);
  if (outdated.length === 0 && flying.size === 0 && !subjects.some(isMoving)) return done('Completed', undefined, []);
  if (current.spec.cancelled === true) {
    const message = `${current.metadata.name} was cancelled: ${outdated.length} nodes stay as they are`;
    block(context, { code: 'CANCELLED', message, owner: 'user' });
    return done('Cancelled', undefined, order);
  }
  if (context.policy.paused || current.spec.paused === true) {
    const where = context.policy.paused
      ? 'Machine.spec.rollout.paused'
      : `Rollout ${current.metadata.name}, spec.paused`;
    block(context, { code: 'PAUSED', message: `paused by ${where}`, owner: 'user' });
    return done('Paused', undefined, order);
  }
  prepare(context, current.metadata.name, target, order);
  const preparing = order.some(({ way }) => way.phase !== 'Queued' || way.rolloutName !== current.metadata.name);
  const held = order.find(({ way }) => way.phase === 'Held' && way.rolloutName === current.metadata.name);
  if (held !== undefined)
    return done(
      'Halted',
      { node: held.node.name, reason: held.way.reason ?? 'Held', message: held.way.message ?? '' },
      order,
    );
  admit(context, current, target, order, subjects);
  return done(preparing && flying.size === 0 ? 'Preparing' : 'Progressing', undefined, order);
}

/** The one with the highest generation; names decide between equals, so that every operator picks the same. */
export function latestRollout(rollouts: readonly Rollout[]): Rollout | undefined {
  return rollouts
    .toSorted((a, b) => a.spec.generation - b.spec.generation || (a.metadata.name < b.metadata.name ? -1 : 1))
    .at(-1);
}

/** Nodes with what is stored about them; a NodeState of a former node of the same name is not theirs. */
export function subjectsOf(context: Pick<Context, 'snapshot' | 'steps'>): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const node of context.snapshot.nodes) {
    const state = context.snapshot.nodeStates.find(({ metadata }) => metadata.name === node.name);
    if (state?.metadata.ownerReferences?.some((owner) => owner.uid === node.uid) === true) {
      subjects.push({ node, state, way: wayOf(state.status ?? {}) });
    } else {
      context.steps.push({ type: 'create-nodestate', node: node.name, uid: node.uid });
    }
  }
  return subjects;
}

const moving = new Set<unknown>(['Draining', 'Applying', 'Rebooting', 'Verifying', 'Releasing']);
const isMoving = ({ way }: Subject): boolean => moving.has(way.phase);

function sorted(context: Context, subjects: readonly Subject[]): readonly Subject[] {
  const nodes = inOrder(
    subjects.map(({ node }) => node),
    context.snapshot,
  );
  return nodes.flatMap((node) => subjects.find((subject) => subject.node.uid === node.uid) ?? []);
}

/** What was begun goes on, whatever is wished by now. */
function underWay(context: Context, subjects: readonly Subject[]): void {
  for (const entry of context.inFlight) {
    const subject = subjects.find(({ node }) => node.uid === entry.uid);
    if (subject !== undefined) advance(context, subject, entry);
    else if (!context.snapshot.nodes.some(({ uid }) => uid === entry.uid)) {
      context.steps.push({ type: 'release', node: entry.node, uid: entry.uid });
    }
  }
  for (const subject of subjects) {
    if (context.inFlight.some(({ uid }) => uid === subject.node.uid)) continue;
    const orphan = orphanOf(context, subject);
    if (orphan !== undefined) readmit(context, subject, orphan);
    else if (subject.way.phase === 'Releasing' || subject.way.phase === 'Draining') settle(context, subject);
    else if (isMoving(subject)) readmit(context, subject, subject.state.spec.operation?.id);
    else if (subject.node.tainted) context.steps.push({ type: 'untaint', ...on(subject) });
  }
}

/**
 * An upgrade of ours that runs on a node whose NodeState knows nothing of it: its Node was deleted under way and has
 * registered anew. Nobody else would confirm its trial.
 */
function orphanOf({ snapshot }: Context, { node, state, way }: Subject): string | undefined {
  if (node.agent?.reachable !== true || moving.has(way.phase)) return undefined;
  return node.agent.operations.find(
    ({ id, type, state: now }) =>
      now === 'running' &&
      type === 'upgrade' &&
      state.spec.operation?.id !== id &&
      snapshot.rollouts.some(({ metadata }) => metadata.name === rolloutOf(id)),
  )?.id;
}

/** A node that is under way but not in the list, which someone must have edited: it takes its slot again. */
function readmit(context: Context, subject: Subject, operationID: string | undefined): void {
  if (operationID === undefined) {
    settle(context, subject);
    return;
  }
  if (context.inFlight.length === 0 && !context.steps.some(({ type }) => type === 'acquire')) {
    context.steps.push({
      type: 'acquire',
      entry: { node: subject.node.name, uid: subject.node.uid, operationID },
    });
  } else {
    const message = `${subject.node.name} is under way but its slot is taken by ${context.inFlight[0]?.node}`;
    block(context, { code: 'SLOT_TAKEN', message, owner: 'operator', node: subject.node.name });
  }
}

/** The wish has no rollout yet. */
function begin(context: Context, hash: string, latest: Rollout | undefined): void {
  const os = context.machine.spec.os;
  const generation = Math.max(context.machine.metadata.generation ?? 1, (latest?.spec.generation ?? 0) + 1);
  const resolution = context.snapshot.resolution?.targetHash === hash ? context.snapshot.resolution : undefined;
  const digest = wishedDigest(os) ?? resolution?.digest;
  if (digest === undefined && resolution?.error?.retryable !== false) {
    resolve(context, hash);
    return;
  }
  context.steps.push({
    type: 'create-rollout',
    name: rolloutName(generation, hash),
    spec: {
      generation,
      os,
      targets: [{ pool: 'default', image: os.image, ...(digest === undefined ? {} : { digest }) }],
      targetHash: hash,
    },
  });
}

/** A node that can pull asks the registry once what the tag stands for: only nodes know mirrors and passwords. */
function resolve(context: Context, hash: string): void {
  const os = context.machine.spec.os;
  const resolution = context.snapshot.resolution?.targetHash === hash ? context.snapshot.resolution : undefined;
  const via = inOrder(context.snapshot.nodes.filter(isAvailable), context.snapshot)[0];
  if (via === undefined) {
    const message = `no node is available to look up ${os.image}`;
    block(context, { code: 'NO_NODE', message, owner: 'cluster' });
    return;
  }
  const operationID = `resolve-${hash.slice(7, 15)}-${context.machine.metadata.generation ?? 1}`;
  const retryAt = (resolution?.time ?? 0) + limits.retryBackoffMs;
  if (resolution?.error === undefined || context.now >= retryAt) {
    context.steps.push({
      type: 'resolve-image',
      node: via.name,
      image: os.image,
      operationID,
      targetHash: hash,
      epoch: context.snapshot.leader.epoch,
    });
  }
  const why = resolution?.error === undefined ? '' : `: ${resolution.error.message}`;
  block(context, {
    code: 'RESOLVING_IMAGE',
    message: `${resolution?.node ?? via.name} looks up ${os.image}${why}`,
    owner: resolution?.error === undefined ? 'operator' : 'cluster',
    ...(resolution?.error === undefined ? {} : { nextCheck: retryAt }),
  });
}

/** Whether the rollout must not go on, for good; plans to store that. */
function findHalt(context: Context, current: Rollout, subjects: readonly Subject[]): Halted {
  const digest = current.spec.targets[0]?.digest;
  const hash = current.spec.targetHash;
  const stored = (context.machine.status?.quarantine ?? []).find((entry) => entry.targetHash === hash);
  const bad = subjects.find(
    ({ way }) =>
      way.rolloutName === current.metadata.name &&
      (isBad(way.outcome) || way.phase === 'RolledBack' || way.phase === 'Failed'),
  );
  const resolution = context.snapshot.resolution?.targetHash === hash ? context.snapshot.resolution : undefined;
  let halted: Halted;
  if (bad !== undefined) {
    const { way, node } = bad;
    halted = {
      node: node.name,
      reason: way.reason ?? 'Failed',
      message: way.message ?? '',
      ...(way.evidence === undefined ? {} : { evidence: way.evidence }),
    };
  } else if (stored !== undefined) {
    const { evidence } = stored;
    halted = {
      node: stored.node,
      reason: stored.reason,
      message: clip(`${current.spec.os.image} failed on ${stored.node}: ${evidence?.message ?? stored.reason}`, 2048),
      ...(evidence === undefined ? {} : { evidence }),
    };
  } else if (digest === undefined && resolution?.error?.retryable === false) {
    const { code, message } = resolution.error;
    const evidence = { cause: clip(code, 64), message: clip(message, 2048), time: iso(resolution.time), lastLines: [] };
    halted = {
      node: resolution.node,
      reason: clip(code, 64),
      message: clip(`${resolution.node} can't find ${current.spec.os.image}: ${message}`, 2048),
      evidence,
    };
  } else return undefined;

  if (stored === undefined) {
    const node = context.snapshot.nodes.find(({ name }) => name === halted?.node);
    context.steps.push({
      type: 'quarantine',
      entry: {
        image: current.spec.os.image,
        ...(digest === undefined ? {} : { digest }),
        targetHash: hash,
        nodeClass: node === undefined ? 'any' : nodeClass(node),
        node: halted.node,
        reason: halted.reason,
        since: iso(context.now),
        ...(halted.evidence === undefined ? {} : { evidence: halted.evidence }),
      },
    });
  }
  if (current.status?.phase !== 'Halted') {
    context.steps.push({ type: 'halt', rollout: current.metadata.name, ...halted });
  }
  block(context, {
    code: 'IMAGE_QUARANTINED',
    message: clip(`${halted.message}; it is not tried again until spec.os of the Machine changes`, 2048),
    owner: 'user',
    node: halted.node,
    nextCheck: context.now + 60_000,
  });
  return halted;
}

/** Gives the slot to the first in order, if nothing speaks against it. */
function admit(
  context: Context,
  current: Rollout,
  target: Target,
  order: readonly Subject[],
  all: readonly Subject[],
): void {
  const head = order[0];
  const taken = context.steps.find((step) => step.type === 'acquire')?.entry.node;
  const busy = taken ?? context.inFlight[0]?.node ?? all.find(isMoving)?.node.name;
  if (head === undefined || busy !== undefined) return;
  const { node, way } = head;
  const unready = order.find(
    (subject) =>
      subject.way.phase !== 'Queued' ||
      subject.way.rolloutName !== current.metadata.name ||
      !isPrepared(subject, target),
  );
  if (unready !== undefined) {
    const message = `no node is disturbed before every node has the image: ${unready.node.name} has not`;
    block(context, { code: 'WAITING_FOR_PREPARE', message, owner: 'operator', node: unready.node.name });
    return;
  }
  const retryAt = way.retryTime === undefined ? 0 : Date.parse(way.retryTime);
  if (context.now < retryAt) {
    const message = `${node.name} is tried again at ${way.retryTime}: ${way.message ?? way.reason ?? ''}`;
    block(context, { code: 'RETRY_BACKOFF', message, owner: 'operator', node: node.name, nextCheck: retryAt });
    return;
  }
  const trying = context.snapshot.nodes.find((other) => other.uid !== node.uid && other.agent?.trial !== undefined);
  if (trying !== undefined) {
    const message = `${trying.name} is on trial: no further node is disturbed until that is over`;
    block(context, { code: 'NODE_BUSY', message, owner: 'agent', node: trying.name });
    return;
  }
  const away = context.snapshot.nodes.filter((other) => other.uid !== node.uid && !isAvailable(other));
  if (away.length > 0) {
    const names = away
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', ');
    const message = `${names} ${away.length === 1 ? 'is' : 'are'} unavailable: no further node is disturbed until that is over`;
    block(context, {
      code: 'NODE_UNAVAILABLE',
      message,
      owner: 'cluster',
      ...(away[0] === undefined ? {} : { node: away[0].name }),
    });
    return;
  }
  if (node.agent?.reachable !== true) {
    block(context, {
      code: 'AGENT_UNREACHABLE',
      message: `the agent of ${node.name} does not answer`,
      owner: 'cluster',
      node: node.name,
    });
    return;
  }
  if (node.agent.runningOperation !== undefined) {
    const message = `${node.name} is busy with operation ${node.agent.runningOperation}`;
    block(context, { code: 'NODE_BUSY', message, owner: 'user', node: node.name });
    return;
  }
  const quorum = quorumWithout(context, head);
  if (quorum !== undefined) {
    block(context, { code: 'ETCD_QUORUM', message: quorum, owner: 'cluster', node: node.name });
    return;
  }
  const used = node.agent.operations.flatMap(({ id }) =>
    Number(new RegExp(`^${current.metadata.name}-u(\\d+)$`).exec(id)?.[1] ?? 0),
  );
  const turn = Math.max(way.attempts ?? 0, ...used) + 1;
  context.steps.push({
    type: 'acquire',
    entry: { node: node.name, uid: node.uid, operationID: `${current.metadata.name}-u${turn}` },
  });
}
