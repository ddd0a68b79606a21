/**
 * The way of the node under disruption, from the taint to its release. Every function plans either a write that stores
 * the next step with its deadline, or effects of the step that is stored; never an effect of what is not.
 */
import type { InFlight } from '@talos/crds/machine.ts';
import type { Outcome } from '@talos/crds/nodestate.ts';
import type { Evidence } from '@talos/crds/schema.ts';
import { block, bootEvidence, type Context, clip, deadlineOf, iso, on, record, type Subject, step } from './context.ts';
import { limits, pinned } from './policy.ts';
import { isLeaving, unreachable } from './prepare.ts';
import type { OperationView } from './types.ts';

export function advance(context: Context, subject: Subject, entry: InFlight): void {
  switch (subject.way.phase) {
    case 'Draining':
      draining(context, subject, entry);
      return;
    case 'Applying':
      applying(context, subject, entry);
      return;
    case 'Rebooting':
      rebooting(context, subject, entry);
      return;
    case 'Verifying':
      verifying(context, subject);
      return;
    case 'Releasing':
      releasing(context, subject);
      return;
    default:
      enter(context, subject, entry);
      return;
  }
}

/** The slot is ours and nothing is stored yet: the first step, or the release of a slot that nobody wants any more. */
function enter(context: Context, subject: Subject, entry: InFlight): void {
  const rollout = context.current?.metadata.name;
  if (subject.node.agent?.reachable !== true) {
    // Only the agent knows whether the operation was begun: the slot stays taken until it answers.
    unreachable(context, subject);
    return;
  }
  const sent = operationOf(subject, entry.operationID);
  if (sent !== undefined) {
    // The NodeState was lost and made anew in the middle: the agent's record is the truth.
    const known = subject.state.spec.target?.digest;
    if (known !== undefined && (sent.digest === undefined || sent.digest === known)) {
      resume(context, subject, entry, sent);
      return;
    }
    const name = rolloutOf(entry.operationID);
    const lost = context.snapshot.rollouts.find(({ metadata }) => metadata.name === name)?.spec.targets[0];
    const image = lost?.image ?? context.machine.spec.os.image;
    const digest = sent.digest ?? lost?.digest ?? subject.node.agent.digest;
    context.steps.push({ type: 'set-target', ...on(subject), target: { image, digest } });
    return;
  }
  const wanted = rollout !== undefined && entry.operationID.startsWith(`${rollout}-u`);
  if (!wanted || subject.state.spec.target === undefined || subject.way.phase !== 'Queued') {
    if (subject.node.tainted) {
      context.steps.push({ type: 'untaint', ...on(subject) });
      return;
    }
    context.steps.push({ type: 'release', ...on(subject) });
    return;
  }
  stage(context, subject, ['snapshot', 'hand-over', 'drain'], {
    rolloutName: rollout,
    attempts: (subject.way.attempts ?? 0) + 1,
  });
}

function resume(context: Context, subject: Subject, entry: InFlight, sent: OperationView): void {
  setOperation(context, subject, entry, sent.fromBootID);
  record(context, subject, {
    phase: 'Applying',
    rolloutName: rolloutOf(entry.operationID),
    step: step(context, 'apply', limits.applyTimeoutMs),
  });
}

/** Operation ids are <rollout>-u<turn>. */
export const rolloutOf = (operationID: string): string => operationID.replace(/-u\d+$/, '');

type Stage = 'snapshot' | 'hand-over' | 'drain';

/** Stores the first of the stages that the node needs. */
function stage(
  context: Context,
  subject: Subject,
  stages: readonly Stage[],
  change: { rolloutName?: string; attempts?: number } = {},
): void {
  const next = stages.find((name) => name === 'drain' || isNeeded(context, subject, name)) ?? 'drain';
  const timeout = {
    snapshot: limits.snapshotTimeoutMs,
    'hand-over': limits.handOverTimeoutMs,
    drain: context.policy.drainTimeoutMs,
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

function draining(context: Context, subject: Subject, entry: InFlight): void {
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
  if (context.now >= deadline) {
    const waits = node.pods?.[0];
    const detail =
      way.step?.name === 'drain' && waits !== undefined
        ? `pod ${waits.namespace}/${waits.name} is still there${waits.reason === undefined ? '' : `: ${waits.reason}`}`
        : `step ${way.step?.name} was not done`;
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
    context.steps.push({ type: 'taint', ...on(subject), deadline });
    return;
  }
  if (node.pods === undefined || node.pods.length > 0) {
    context.steps.push({ type: 'drain', ...on(subject), deadline });
    const first = node.pods?.[0];
    const message =
      first === undefined
        ? `the pods of ${node.name} are being listed`
        : `${node.pods?.length} pods leave ${node.name}, among them ${first.namespace}/${first.name}${first.reason === undefined ? '' : `: ${first.reason}`}`;
    block(context, {
      code: 'DRAINING',
      message,
      owner: first?.reason === undefined ? 'operator' : 'workload',
      node: node.name,
    });
    return;
  }
  apply(context, subject, entry);
}

/** Drained: from here on the agent acts. Its operation is stored first, then the step. */
function apply(context: Context, subject: Subject, entry: InFlight): void {
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
  const stored = subject.state.spec.operation;
  if (stored?.id !== entry.operationID) {
    setOperation(context, subject, entry, node.agent.bootID);
    return;
  }
  record(context, subject, { phase: 'Applying', step: step(context, 'apply', limits.applyTimeoutMs) });
}

function setOperation(context: Context, subject: Subject, entry: InFlight, fromBootID: string): void {
  const rolloutName = rolloutOf(entry.operationID);
  const operation = { id: entry.operationID, type: 'upgrade', rolloutName, fromBootID } as const;
  context.steps.push({ type: 'set-operation', ...on(subject), operation });
}

/** Why etcd would not keep its quorum without the node; undefined when it would, or when it is the only member anyway. */
export function quorumWithout({ snapshot }: Context, { node }: Subject): string | undefined {
  if (node.role !== 'control-plane') return undefined;
  const voters = snapshot.etcd?.members.filter((member) => member.voter);
  if (voters === undefined) return 'the members of etcd are not known';
  if (voters.length <= 1) return undefined;
  const healthy = voters.filter((member) => member.healthy && member.node !== node.name).length;
  const needed = Math.floor(voters.length / 2) + 1;
  return healthy >= needed
    ? undefined
    : `without ${node.name} etcd would have ${healthy} of ${voters.length} members, it needs ${needed}`;
}

function applying(context: Context, subject: Subject, entry: InFlight): void {
  const { node, state } = subject;
  const operation = state.spec.operation;
  const target = state.spec.target;
  if (operation?.id !== entry.operationID || target === undefined) {
    const sent = operationOf(subject, entry.operationID);
    if (sent !== undefined) setOperation(context, subject, entry, sent.fromBootID);
    else end(context, subject, 'Retry', 'OperationLost', `what was stored about the operation on ${node.name} is gone`);
    return;
  }
  const deadline = deadlineOf(subject);
  const agent = node.agent;
  if (agent?.reachable !== true) {
    if (context.now >= deadline) toReboot(context, subject);
    else unreachable(context, subject, deadline);
    return;
  }
  if (agent.bootID !== operation.fromBootID) {
    toReboot(context, subject);
    return;
  }
  const sent = operationOf(subject, operation.id);
  if (sent?.state === 'failed') {
    failed(context, subject, sent, false);
    return;
  }
  if (sent === undefined && context.now >= deadline) {
    end(
      context,
      subject,
      'Retry',
      'NotAccepted',
      `${node.name} did not take the operation by ${subject.way.step?.deadline}`,
    );
    return;
  }
  if (sent === undefined) {
    if (agent.runningOperation !== undefined) {
      const message = `${node.name} is busy with operation ${agent.runningOperation}`;
      block(context, { code: 'NODE_BUSY', message, owner: 'user', node: node.name, nextCheck: deadline });
      return;
    }
    const sole = isSoleControlPlane(context, subject);
    if (sole) {
      const message = `the Kubernetes API goes away while ${node.name}, the only control plane, restarts`;
      context.steps.push({ type: 'announce', ...on(subject), rollout: operation.rolloutName, message, deadline });
    }
    context.steps.push({
      type: 'upgrade',
      ...on(subject),
      operationID: operation.id,
      image: pinned(target.image, target.digest),
      expectedBootID: operation.fromBootID,
      epoch: context.snapshot.leader.epoch,
      requireConfirm: !sole,
      confirmWithinMs: context.policy.confirmWithinMs,
      deadline,
    });
  }
  const overdue = context.now >= deadline;
  block(context, {
    code: overdue ? 'OPERATION_OVERDUE' : 'APPLYING',
    message: `${node.name} ${sent === undefined ? 'is told to upgrade' : `upgrades: ${sent.phase} ${sent.message}`.trim()}`,
    owner: overdue ? 'user' : 'agent',
    node: node.name,
  });
}

/** The operator on it, and the API that it would confirm by, are away while such a node is on trial. */
function isSoleControlPlane({ snapshot }: Context, { node }: Subject): boolean {
  return node.role === 'control-plane' && snapshot.nodes.filter(({ role }) => role === 'control-plane').length === 1;
}

function toReboot(context: Context, subject: Subject): void {
  const timeout = context.policy.confirmWithinMs + limits.rebootMarginMs;
  record(context, subject, { phase: 'Rebooting', step: step(context, 'reboot', timeout) });
}

function rebooting(context: Context, subject: Subject, entry: InFlight): void {
  const { node, state } = subject;
  const { operation, target } = state.spec;
  if (operation === undefined || target === undefined) {
    end(context, subject, 'Retry', 'OperationLost', `what was stored about the operation on ${node.name} is gone`);
    return;
  }
  const overdue = context.now >= deadlineOf(subject);
  const agent = node.agent;
  if (agent?.reachable === true) {
    if (agent.bootID !== operation.fromBootID) {
      if (agent.digest === target.digest) {
        record(context, subject, {
          phase: 'Verifying',
          step: step(context, 'verify', context.policy.verifyTimeoutMs),
          steadySince: undefined,
        });
        return;
      }
      turnedBack(context, subject);
      return;
    }
    const sent = operationOf(subject, entry.operationID);
    if (sent?.state === 'failed') {
      failed(context, subject, sent, false);
      return;
    }
    if (overdue && sent?.state !== 'running') {
      end(context, subject, 'Retry', 'NoReboot', `${node.name} has not rebooted by ${subject.way.step?.deadline}`);
      return;
    }
  }
  block(context, {
    code: overdue ? 'NODE_OVERDUE' : 'REBOOTING',
    message: overdue
      ? `${node.name} has not come back by ${subject.way.step?.deadline}: look at its console; the rollout goes on when it does`
      : `${node.name} reboots into the new image`,
    owner: overdue ? 'user' : 'agent',
    node: node.name,
  });
}

function verifying(context: Context, subject: Subject): void {
  const { node, state, way } = subject;
  const { operation, target } = state.spec;
  const agent = node.agent;
  if (operation === undefined || target === undefined) {
    end(context, subject, 'Retry', 'OperationLost', `what was stored about the operation on ${node.name} is gone`);
    return;
  }
  const since = way.steadySince === undefined ? undefined : Date.parse(way.steadySince);
  if (agent?.reachable === true && agent.digest !== target.digest) {
    turnedBack(context, subject);
    return;
  }
  const sent = operationOf(subject, operation.id);
  if (agent?.reachable === true && sent?.state === 'failed') {
    failed(context, subject, sent, true);
    return;
  }
  const missing = missingProof(subject);
  const overdue = context.now >= deadlineOf(subject);
  if (missing !== undefined || (since !== undefined && agent !== undefined && agent.bootTime > since)) {
    if (since !== undefined) {
      record(context, subject, { steadySince: undefined });
    } else if (overdue && agent?.reachable === true && agent.trial === undefined) {
      const message = `${node.name} runs the new image, which is confirmed, but was not steady by ${way.step?.deadline}: ${missing}`;
      end(context, subject, 'Held', 'NotSteady', message);
    } else {
      const turning = agent?.trial === undefined ? '' : '; unconfirmed, it turns back by itself';
      block(context, {
        code: overdue ? 'VERIFY_OVERDUE' : 'VERIFYING',
        message: `${missing}${overdue ? turning : ''}`,
        owner: overdue ? 'user' : 'agent',
        node: node.name,
      });
    }
    return;
  }
  if (since === undefined) {
    record(context, subject, { steadySince: iso(context.now) });
    return;
  }
  const steadyAt = since + context.policy.steadyForMs;
  if (context.now < steadyAt) {
    const message = `${node.name} is Ready on the new image and shall stay so until ${iso(steadyAt)}`;
    block(context, { code: 'STEADYING', message, owner: 'operator', node: node.name, nextCheck: steadyAt });
    return;
  }
  if (agent?.trial === undefined) {
    end(context, subject, 'Done', 'Updated', `${node.name} runs ${target.image}`);
    return;
  }
  if (agent.trial.awaitsCaller) {
    context.steps.push({ type: 'confirm', ...on(subject), operationID: operation.id, deadline: deadlineOf(subject) });
  }
  const message = `the trial boot of ${node.name} is being confirmed`;
  block(context, { code: 'CONFIRMING', message, owner: 'agent', node: node.name });
}

/** What of the proof of completion is not there, as a sentence. */
function missingProof({ node, state }: Subject): string | undefined {
  const { agent, name } = node;
  const { operation, target } = state.spec;
  if (agent?.reachable !== true) return `the agent of ${name} does not answer`;
  if (agent.bootID === operation?.fromBootID) return `${name} has not booted since`;
  if (agent.digest !== target?.digest) return `${name} runs another image`;
  if (isLeaving(agent)) return `${name} turns back`;
  if (target.configHash !== undefined && agent.configHash !== target.configHash)
    return `${name} has another configuration`;
  if (!agent.ready) return `services of ${name} are not healthy yet`;
  if (!node.ready) return `node ${name} is not Ready`;
  if (node.heartbeatTime <= agent.kubeletStartTime) return `the kubelet of ${name} has not reported since its start`;
  return undefined;
}

function turnedBack(context: Context, subject: Subject): void {
  const { node, state } = subject;
  const id = state.spec.operation?.id ?? '';
  const boot = node.agent?.failedBoot?.operationID === id ? node.agent.failedBoot : undefined;
  const sent = operationOf(subject, id);
  if (boot !== undefined) {
    const message = `${node.name} turned back from ${state.spec.target?.image}: ${boot.message}`;
    end(
      context,
      subject,
      boot.condemnsImage ? 'RolledBack' : 'Retry',
      reasonOf(boot.cause),
      message,
      bootEvidence(boot),
    );
  } else if (sent?.state === 'failed') {
    failed(context, subject, sent, true);
  } else {
    end(context, subject, 'Retry', 'TurnedBack', `${node.name} is on its former image and does not say why`);
  }
}

function failed(context: Context, subject: Subject, sent: OperationView, rebooted: boolean): void {
  const { node, state } = subject;
  const boot = node.agent?.failedBoot?.operationID === sent.id ? node.agent.failedBoot : undefined;
  const code = sent.error?.code ?? 'OPERATION_FAILED';
  const text = sent.error?.message ?? sent.message;
  const evidence: Evidence =
    boot === undefined
      ? {
          cause: clip(code, 64),
          message: clip(text, 2048),
          operationID: sent.id,
          time: iso(context.now),
          lastLines: [],
        }
      : bootEvidence(boot);
  const condemned = sent.error?.condemnsImage === true || boot?.condemnsImage === true;
  const outcome: Outcome =
    condemned && (rebooted || boot !== undefined)
      ? 'RolledBack'
      : condemned || sent.error?.retryable === false
        ? 'Failed'
        : 'Retry';
  end(
    context,
    subject,
    outcome,
    clip(code, 64),
    `${node.name} could not upgrade to ${state.spec.target?.image}: ${text}`,
    evidence,
  );
}

const reasonOf = (cause: string): string =>
  cause === '' ? 'TurnedBack' : clip(cause.charAt(0).toUpperCase() + cause.slice(1), 64);

function end(
  context: Context,
  subject: Subject,
  outcome: Outcome,
  reason: string,
  message: string,
  evidence?: Evidence,
): void {
  record(context, subject, {
    phase: 'Releasing',
    step: step(context, 'release', limits.releaseTimeoutMs),
    outcome,
    reason,
    message: clip(message, 2048),
    evidence,
    steadySince: undefined,
  });
}

/** Opens the node to pods and gives the slot back; what condemned an image is stored first. */
function releasing(context: Context, subject: Subject): void {
  if (isBad(subject.way.outcome) && !isStoredAsBad(context, subject)) return;
  if (subject.node.tainted) context.steps.push({ type: 'untaint', ...on(subject) });
  else context.steps.push({ type: 'release', ...on(subject) });
}

export const isBad = (outcome: Outcome | undefined): boolean => outcome === 'RolledBack' || outcome === 'Failed';

/** The quarantine is planned beside this, by the pass over all nodes. */
function isStoredAsBad(context: Context, subject: Subject): boolean {
  const digest = subject.state.spec.target?.digest;
  const rollout = context.current;
  // The wish has changed meanwhile: the failure concerns nobody any more.
  if (rollout?.metadata.name !== subject.way.rolloutName) return true;
  return (context.machine.status?.quarantine ?? []).some(
    (entry) => entry.digest === digest && entry.targetHash === rollout?.spec.targetHash,
  );
}

/** After the slot was given back: how the node's turn ended becomes its phase. */
export function settle(context: Context, subject: Subject): void {
  const { node, way } = subject;
  if (node.tainted) {
    context.steps.push({ type: 'untaint', ...on(subject) });
    return;
  }
  const clear = { step: undefined, steadySince: undefined, outcome: undefined };
  switch (way.outcome) {
    case 'Done':
    case 'RolledBack':
    case 'Failed':
    case 'Held':
      record(context, subject, { ...clear, phase: way.outcome });
      return;
    case 'Retry': {
      const attempts = way.attempts ?? 1;
      const retryAt = context.now + limits.retryBackoffMs * 2 ** Math.min(attempts - 1, 6);
      if (attempts < limits.attempts) {
        record(context, subject, {
          ...clear,
          phase: 'Queued',
          step: step(context, 'wait', 365 * 86_400_000),
          retryTime: iso(retryAt),
        });
        return;
      }
      // A node that never rebooted was not harmed: it is tried again. One that did would reboot for ever.
      const gentle = way.reason === 'DrainTimeout' || way.reason === 'NotAccepted';
      record(context, subject, {
        ...clear,
        phase: 'Held',
        retryTime: gentle ? iso(context.now + 60 * limits.retryBackoffMs) : undefined,
        attempts: gentle ? limits.attempts - 1 : attempts,
      });
      return;
    }
    default:
      record(context, subject, { ...clear, phase: 'Idle', rolloutName: undefined });
  }
}

export function operationOf({ node }: Subject, id: string): OperationView | undefined {
  return node.agent?.operations.find((operation) => operation.id === id);
}
