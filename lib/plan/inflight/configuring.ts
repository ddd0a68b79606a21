/**
 * A turn that changes the configuration alone: told to the agent as a try, so that a node that it breaks goes back by itself,
 * and kept once the node has proven itself.
 */
import { canonicalJson } from '@talos/crds/config/canonical.ts';
import type { InFlight } from '@talos/crds/machine.ts';
import type { NodeOperation } from '@talos/crds/nodestate.ts';
import { readConfig } from '../config/wanted.ts';
import { block, type Context, clip, deadlineOf, iso, on, policyFor, record, type Subject, step } from '../context.ts';
import { hasTarget, type Target, unreachable } from '../prepare.ts';
import { limits, type Policy } from '../wished/policy.ts';
import { announced } from './announce.ts';
import { end, failed } from './ending.ts';
import { operationOf, silent } from './operation.ts';

export type Turn = NodeOperation['type'];

/** What a turn of the node would be. An upgrade brings a change of configuration along, so that there is one reboot. */
export function turnOf(subject: Subject, target: Target): Turn {
  if (subject.node.agent?.digest !== target.pin(subject).digest) return 'upgrade';
  const wanted = target.wanted(subject);
  return wanted.kind === 'known' && wanted.rendered.impact.disruption === 'REBOOT' ? 'configure-reboot' : 'configure';
}

/** Whether the turn disturbs nothing that runs on the node. */
export function isQuiet(subject: Subject, target: Target): boolean {
  const wanted = target.wanted(subject);
  const none = wanted.kind === 'known' && wanted.rendered.impact.disruption === 'NONE';
  return none && turnOf(subject, target) === 'configure';
}

/**
 * What the node is to get is stored before it gets it. True when it is, and is still what its own documents and the layers make.
 * `target` is of the rollout that the turn belongs to.
 */
export function storeConfig(context: Context, subject: Subject, target: Target): boolean {
  const { state } = subject;
  const { image, digest } = target.pin(subject);
  const stored = state.spec.target;
  const wanted = target.wanted(subject);
  switch (wanted.kind) {
    case 'none':
      if (stored?.configHash === undefined) return true;
      context.steps.push({ type: 'set-target', ...on(subject), target: { image, digest } });
      return false;
    case 'unread':
      block(context, unread(subject));
      return false;
    case 'refused':
      block(context, refusedBlock(subject, wanted.message));
      return false;
    case 'known': {
      const { hash: configHash, managed } = wanted.rendered;
      const same = canonicalJson(managed) === canonicalJson(state.spec.managed ?? []);
      if (stored?.configHash === configHash && same) return true;
      context.steps.push({ type: 'set-target', ...on(subject), target: { image, digest, configHash }, managed });
      return false;
    }
    default:
      return wanted satisfies never;
  }
}

export const unread = ({ node }: Subject) =>
  ({
    code: 'CONFIG_UNREAD',
    message:
      node.agent?.configProblem === undefined
        ? `the configuration of ${node.name} has not been read yet`
        : clip(`the configuration of ${node.name} is not understood here: ${node.agent.configProblem}`, 2048),
    owner: node.agent?.configProblem === undefined ? 'operator' : 'user',
    node: node.name,
  }) as const;

export const refusedBlock = ({ node }: Subject, message: string) =>
  ({
    code: 'CONFIG_REFUSED',
    message: clip(`what the layers make of the configuration of ${node.name} can't be: ${message}`, 2048),
    owner: 'user',
    node: node.name,
  }) as const;

/** Before an upgrade: its configuration waits for the boot that brings it. True when it does, or there is none to bring. */
export function staged(context: Context, subject: Subject, target: Target, deadline: number): boolean {
  const { node, state } = subject;
  const wanted = state.spec.target?.configHash;
  if (wanted === undefined || node.agent?.configHash === wanted) return true;
  if (!storeConfig(context, subject, target)) return false;
  if (readConfig(node.agent)?.stagedHash === wanted) return true;
  send(context, subject, target, 'with-upgrade', deadline);
  return false;
}

function send(
  context: Context,
  subject: Subject,
  target: Target,
  mode: 'try' | 'with-upgrade',
  deadline: number,
): void {
  const wanted = target.wanted(subject);
  const { operation } = subject.state.spec;
  if (wanted.kind !== 'known' || operation === undefined) return;
  context.steps.push({
    type: 'configure',
    ...on(subject),
    operationID: operation.id,
    mode,
    documents: wanted.rendered.documents,
    configHash: wanted.rendered.hash,
    expectedHash: subject.node.agent?.configHash ?? '',
    tryMs: tryMs(policyFor(context, subject), operation.type),
    epoch: context.snapshot.leader.epoch,
    deadline,
  });
}

/** Long enough for us to see that it does not work before the node goes back by itself; agents allow an hour at most. */
function tryMs(policy: Policy, type: Turn): number {
  const reboot = type === 'configure-reboot' ? policy.confirmWithinMs : 0;
  return Math.min(3_600_000, reboot + policy.verifyTimeoutMs + policy.steadyForMs + limits.tryMarginMs);
}

/** The agent is told, until the configuration is in force there. */
export function configuring(context: Context, subject: Subject, entry: InFlight, target: Target): void {
  const { node, state } = subject;
  const { operation } = state.spec;
  const deadline = deadlineOf(subject);
  const { agent } = node;
  const reboots = operation?.type === 'configure-reboot';
  if (agent?.reachable !== true) {
    if (context.now >= deadline && reboots) toReboot(context, subject);
    else if (reboots) silent(context, subject, entry.operationID, deadline);
    else unreachable(context, subject, deadline);
    return;
  }
  if (reboots && agent.bootID !== operation.fromBootID) {
    toReboot(context, subject);
    return;
  }
  const sent = operationOf(subject, entry.operationID);
  if (sent?.state === 'failed') {
    failed(context, subject, sent, false);
    return;
  }
  if (agent.configHash === state.spec.target?.configHash) {
    if (!reboots || sent?.state === 'succeeded') {
      record(context, subject, {
        phase: 'Verifying',
        step: step(context, 'verify', policyFor(context, subject).verifyTimeoutMs),
        steadySince: undefined,
        reason: undefined,
        message: undefined,
      });
      return;
    }
    if (sent === undefined && context.now >= deadline) {
      end(context, subject, 'Retry', 'NoReboot', `${node.name} has not rebooted by ${subject.way.step?.deadline}`);
      return;
    }
  } else if (hasTarget(subject, target)) {
    end(context, subject, 'Superseded', 'Superseded', `no other configuration is wanted of ${node.name} any more`);
    return;
  } else if (context.now >= deadline) {
    const message = `${node.name} did not take the configuration by ${subject.way.step?.deadline}`;
    end(context, subject, 'Retry', 'NotAccepted', message);
    return;
  } else if (agent.runningOperation !== undefined) {
    const message = `${node.name} is busy with operation ${agent.runningOperation}`;
    block(context, { code: 'NODE_BUSY', message, owner: 'user', node: node.name, nextCheck: deadline });
    return;
  } else if (storeConfig(context, subject, target)) {
    if (reboots) announced(context, subject, operation.rolloutName);
    send(context, subject, target, 'try', deadline);
  }
  block(context, {
    code: 'APPLYING',
    message: `${node.name} gets its configuration${reboots ? ' and reboots' : ''}`,
    owner: 'agent',
    node: node.name,
  });
}

/** Its configuration is the former one again. Only what was seen not to work is to blame; an absent operator is not. */
export function wentBack(context: Context, subject: Subject): void {
  const { node, way, state } = subject;
  if (way.reason !== NOT_STEADY) {
    end(context, subject, 'Retry', 'WentBack', `${node.name} went back to its former configuration before it was kept`);
    return;
  }
  const message = way.message ?? 'it was not healthy';
  end(
    context,
    subject,
    'RolledBack',
    'ConfigFailed',
    `${node.name} went back to its former configuration: ${message}`,
    {
      cause: 'unhealthy',
      message: clip(message, 2048),
      ...(state.spec.operation === undefined ? {} : { operationID: state.spec.operation.id }),
      time: iso(context.now),
      lastLines: [],
    },
  );
}

const NOT_STEADY = 'NotSteady';

/** The time to prove itself is over: that is stored first, then the node is told to go back. */
export function overdue(context: Context, subject: Subject, missing: string): void {
  const { node, way, state } = subject;
  if (way.reason !== NOT_STEADY) {
    record(context, subject, { reason: NOT_STEADY, message: clip(missing, 2048) });
    return;
  }
  const config = readConfig(node.agent);
  const { configHash } = state.spec.target ?? {};
  if (node.agent?.reachable === true && config?.onTry === true && configHash !== undefined) {
    const epoch = context.snapshot.leader.epoch;
    context.steps.push({ type: 'revert-config', ...on(subject), configHash, epoch, deadline: deadlineOf(subject) });
  } else if (node.agent?.reachable === true && config?.onTry === false) {
    end(context, subject, 'Held', NOT_STEADY, `${node.name} keeps its configuration, but is not steady: ${missing}`);
    return;
  }
  const message = `${missing}; it goes back to its former configuration`;
  block(context, { code: 'CONFIG_REVERTING', message, owner: 'agent', node: node.name });
}

/** Steady: what is on try is kept. True when it is. */
export function kept(context: Context, subject: Subject): boolean {
  const { node, state } = subject;
  const config = readConfig(node.agent);
  const { configHash } = state.spec.target ?? {};
  if (config?.onTry === false || configHash === undefined) return true;
  context.steps.push({ type: 'keep-config', ...on(subject), configHash, deadline: deadlineOf(subject) });
  const message = `the configuration of ${node.name} is being kept`;
  block(context, { code: 'CONFIRMING', message, owner: 'agent', node: node.name });
  return false;
}

function toReboot(context: Context, subject: Subject): void {
  const timeout = policyFor(context, subject).confirmWithinMs + limits.rebootMarginMs;
  record(context, subject, { phase: 'Rebooting', step: step(context, 'reboot', timeout) });
}
