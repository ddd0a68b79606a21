/**
 * Before the agent acts: whether the node needs a snapshot of etcd or a hand-over first, whether it is free of pods, and
 * when it is given up or handed to the agent. Nothing here has harmed the node: it can still turn back.
 */
import type { InFlight } from '@talos/crds/machine.ts';
import { block, type Context, deadlineOf, iso, on, policyFor, record, type Subject, step } from '../context.ts';
import { hasTarget, unreachable } from '../prepare.ts';
import { limits } from '../wished/policy.ts';
import { storeConfig, turnOf } from './configuring.ts';
import { describePod, drainOf } from './drain.ts';
import { end } from './ending.ts';
import { operationOf, resume, setOperation, targetOfTurn } from './operation.ts';
import { quorumWithout } from './quorum.ts';

export function draining(context: Context, subject: Subject, entry: InFlight): void {
  const { node, way } = subject;
  const deadline = deadlineOf(subject);
  const sent = operationOf(subject, entry.operationID);
  if (sent !== undefined) {
    resume(context, subject, entry, sent);
    return;
  }
  const { current } = context;
  if (current?.metadata.name !== way.rolloutName || current?.spec.cancelled === true) {
    end(context, subject, 'Superseded', 'Superseded', 'what was asked for has changed before the node was touched');
    return;
  }
  const target = targetOfTurn(context, subject);
  if (target !== undefined && hasTarget(subject, target)) {
    end(context, subject, 'Superseded', 'Superseded', `somebody has brought ${node.name} to what is wanted meanwhile`);
    return;
  }
  // Whether pods are left is not known yet to an operator that has just taken over.
  const isListing = way.step?.name === 'detach' && node.pods === undefined;
  const { evict, left } = drainOf(node.pods ?? [], policyFor(context, subject).drainRules);
  const graceMs = policyFor(context, subject).loadBalancerGraceMs;
  const toldBy = way.step?.name === 'drain' ? Date.parse(way.step.startTime) + graceMs : 0;
  // The time of load balancers begins with the taint, which may be late by more than a short drain has.
  const isEmpty = node.tainted && node.pods !== undefined && left.length === 0;
  const isTelling = isEmpty && graceMs > 0 && context.now < toldBy + limits.recheckMs;
  if (context.now >= deadline && !isListing && !isTelling) {
    const [waits] = left;
    if (way.step?.name === 'detach' && waits === undefined) {
      apply(context, subject, entry);
      return;
    }
    const detail = waits === undefined ? `step ${way.step?.name} was not done` : describePod(waits);
    end(context, subject, 'Retry', 'DrainTimeout', `${node.name} was not free by ${way.step?.deadline}: ${detail}`);
    return;
  }
  if (way.step?.name === 'snapshot') {
    if (way.snapshotFor === entry.operationID) {
      stage(context, subject, ['hand-over', 'drain']);
      return;
    }
    context.steps.push({ type: 'snapshot-etcd', ...on(subject), operationID: entry.operationID, deadline });
    const message = `etcd has no other voting member: a snapshot is taken before ${node.name} goes`;
    block(context, { code: 'ETCD_SNAPSHOT', message, owner: 'operator', node: node.name });
    return;
  }
  if (way.step?.name === 'hand-over') {
    if (!isNeeded(context, subject, 'hand-over')) {
      stage(context, subject, ['drain']);
      return;
    }
    const leads = context.snapshot.etcd?.leader === node.name && (context.snapshot.etcd?.members.length ?? 0) > 1;
    context.steps.push({ type: leads ? 'move-etcd-leader' : 'hand-over-lease', ...on(subject), deadline });
    const message = `${node.name} hands over the lead of ${leads ? 'etcd' : 'the operator'} before it goes`;
    block(context, { code: 'HAND_OVER', message, owner: 'operator', node: node.name });
    return;
  }
  if (!node.tainted) {
    // Load balancers are told with the taint: their time counts from there, whoever led when the drain was begun.
    if (graceMs > 0 && way.step !== undefined)
      record(context, subject, { step: { ...way.step, startTime: iso(context.now) } });
    context.steps.push({ type: 'taint', ...on(subject), deadline });
    return;
  }
  if (node.pods === undefined || left.length > 0) {
    const force = current?.spec.forceNodes?.includes(node.name) === true;
    context.steps.push({ type: 'drain', ...on(subject), pods: evict, force, deadline });
    const [first] = left;
    const message =
      first === undefined
        ? `the pods of ${node.name} are being listed`
        : `${left.length} ${left.length === 1 ? 'pod leaves' : 'pods leave'} ${node.name}: ${describePod(first)}`;
    block(context, {
      code: 'DRAINING',
      message,
      owner: first?.reason === undefined ? 'operator' : 'workload',
      node: node.name,
    });
    return;
  }
  if (context.now < toldBy) {
    const message = `${node.name} is empty; load balancers have until ${iso(toldBy)} to send it no more connections`;
    block(context, { code: 'LOAD_BALANCERS_TOLD', message, owner: 'operator', node: node.name, nextCheck: toldBy });
    return;
  }
  if (node.volumes.length > 0 && policyFor(context, subject).detachTimeoutMs > 0) {
    if (way.step?.name !== 'detach') {
      record(context, subject, {
        phase: 'Draining',
        step: step(context, 'detach', policyFor(context, subject).detachTimeoutMs),
      });
      return;
    }
    const message = `${node.name} is empty; ${node.volumes.length} of its volumes are still attached: ${node.volumes[0]}`;
    block(context, { code: 'VOLUMES_ATTACHED', message, owner: 'cluster', node: node.name, nextCheck: deadline });
    return;
  }
  apply(context, subject, entry);
}

type Stage = 'snapshot' | 'hand-over' | 'drain';

/** Stores the first of the stages that the node needs. */
export function stage(
  context: Context,
  subject: Subject,
  stages: readonly Stage[],
  change: { rolloutName?: string; attempts?: number; startTime?: string } = {},
): void {
  const next = stages.find((name) => name === 'drain' || isNeeded(context, subject, name)) ?? 'drain';
  const timeout = {
    snapshot: limits.snapshotTimeoutMs,
    'hand-over': limits.handOverTimeoutMs,
    drain: policyFor(context, subject).drainTimeoutMs + policyFor(context, subject).loadBalancerGraceMs,
  }[next];
  record(context, subject, {
    phase: 'Draining',
    ...change,
    step: step(context, next, timeout),
    retryTime: undefined,
    outcome: undefined,
  });
}

function isNeeded({ snapshot }: Context, { node }: Subject, name: Exclude<Stage, 'drain'>): boolean {
  if (node.role !== 'control-plane') return false;
  const voters = snapshot.etcd?.members.filter((member) => member.voter) ?? [];
  if (name === 'snapshot') return voters.length <= 1;
  const leads = voters.length > 1 && snapshot.etcd?.leader === node.name;
  return leads || (snapshot.leader.node === node.name && snapshot.leader.standbyReady);
}

/** Drained, where that is needed: from here on the agent acts. What it gets and its operation are stored first, then the step. */
export function apply(
  context: Context,
  subject: Subject,
  entry: InFlight,
  change: Parameters<typeof record>[2] = {},
): void {
  const { node } = subject;
  if (node.agent?.reachable !== true) {
    unreachable(context, subject, deadlineOf(subject));
    return;
  }
  const quorum = quorumWithout(context, subject);
  if (quorum !== undefined) {
    block(context, { code: 'ETCD_QUORUM', message: quorum, owner: 'cluster', node: node.name });
    return;
  }
  const target = targetOfTurn(context, subject);
  if (target !== undefined && !storeConfig(context, subject, target)) return;
  const turn = target === undefined ? 'upgrade' : turnOf(subject, target);
  const stored = subject.state.spec.operation;
  if (stored?.id !== entry.operationID) {
    setOperation(context, subject, entry, node.agent.bootID, turn);
    return;
  }
  record(context, subject, {
    phase: 'Applying',
    ...change,
    step: step(context, 'apply', limits.applyTimeoutMs),
    retryTime: undefined,
    outcome: undefined,
  });
}
