/** Pulling and verifying the image on every node, ahead of any disruption. */

import type { DriftPolicy } from '@talos/crds/machine.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { isDrifted, repairOf } from './config/settle.ts';
import type { Wanted } from './config/wanted.ts';
import { block, type Context, clip, deadlineOf, iso, on, record, type Subject, step } from './context.ts';
import { ownerOfPull, retryAfter } from './failure/backoff.ts';
import type { AgentView } from './types.ts';
import { budgetOf, limits, pinned } from './wished/policy.ts';
import { targetOfNode } from './wished/pool.ts';

export interface Target {
  /** The rollout that it is of. */
  readonly rollout: string;
  /** The image that is wanted of a node. */
  readonly pin: (subject: Subject) => Pinned;
  /** The configuration that is wanted of a node. */
  readonly wanted: (subject: Subject) => Wanted;
  readonly drift: DriftPolicy;
}

export interface Pinned {
  readonly image: string;
  readonly digest: string;
}

/** Undefined until its image is resolved. */
export function targetOf({ memo, policy }: Pick<Context, 'memo' | 'policy'>, rollout: Rollout): Target | undefined {
  const [all] = rollout.spec.targets;
  if (all?.digest === undefined) return undefined;
  const { image, digest } = all;
  const pin = ({ node }: Subject): Pinned => {
    const own = targetOfNode(rollout.spec, node);
    return own?.digest === undefined ? { image, digest } : { image: own.image, digest: own.digest };
  };
  const wanted = (subject: Subject): Wanted => memo.wanted(subject, rollout);
  return {
    rollout: rollout.metadata.name,
    pin,
    wanted,
    drift: policy.drift,
  };
}

/** Whether the node runs the target, has its configuration, and nothing is on trial. */
export function isUpdated(subject: Subject, target: Target): boolean {
  const { agent } = subject.node;
  return agent !== undefined && agent.trial === undefined && !isLeaving(agent) && hasTarget(subject, target);
}

/** Whether the node runs the target and has its configuration, be it on trial: a turn would have nothing to do. */
export function hasTarget(subject: Subject, target: Target): boolean {
  return subject.node.agent?.digest === target.pin(subject).digest && isConfigured(subject, target);
}

/** Drift counts as configured where it is told of and not undone. */
export function isConfigured(subject: Subject, target: Target): boolean {
  const { node, state, way } = subject;
  if (isDrifted(subject, target.rollout) && repairOf(subject, target) !== 'undone') return true;
  const wanted = target.wanted(subject);
  switch (wanted.kind) {
    case 'none':
      return true;
    case 'known':
      // On try it is not there to stay: whoever keeps it sees to that it works.
      return node.agent?.configHash === wanted.rendered.hash && node.agent.config?.onTry !== true;
    case 'unread':
      // As it was when it was last looked at.
      return (
        way.phase === 'Done' &&
        way.rolloutName === target.rollout &&
        node.agent?.configHash === state.spec.target?.configHash
      );
    case 'refused':
      return false;
    default:
      return wanted satisfies never;
  }
}

/** Its trial has ended without being confirmed: what runs for some seconds more is not what will run. */
export function isLeaving(agent: AgentView): boolean {
  return agent.trial === undefined && agent.activeSlot !== undefined && agent.activeSlot !== agent.slot;
}

export function isPrepared(subject: Subject, target: Target): boolean {
  const { digest } = target.pin(subject);
  return subject.node.agent?.slots.some((slot) => slot.digest === digest && slot.bootable) ?? false;
}

/** Brings the outdated nodes, which are in order, to Queued; a few at a time, or as many as may be away at once. */
export function prepare(context: Context, rollout: string, target: Target, outdated: readonly Subject[]): void {
  const most = Math.max(limits.preparing, budgetOf(context.policy, context.snapshot.nodes.length));
  let busy = outdated.filter(({ way }) => way.phase === 'Preparing' && way.rolloutName === rollout).length;
  for (const subject of outdated) {
    const { node, state, way } = subject;
    const fresh = way.rolloutName !== rollout;
    if (fresh || way.phase === undefined || way.phase === 'Idle' || way.phase === 'Done') {
      if (node.agent?.reachable !== true) {
        unreachable(context, subject);
      } else if (busy < most) {
        busy += 1;
        begin(context, subject, rollout, target, 1);
      } else {
        const message = `${node.name} pulls the image when one of the ${most} that pull now is done`;
        block(context, { code: 'PREPARE_LIMIT', message, owner: 'operator', node: node.name });
      }
    } else if (way.phase === 'Preparing') {
      if (state.spec.target?.digest !== target.pin(subject).digest) setTarget(context, subject, target);
      else preparing(context, subject, rollout, target);
    } else if (way.phase === 'Queued' && !isPrepared(subject, target) && node.agent?.reachable === true) {
      begin(context, subject, rollout, target, 1);
    } else if (way.phase === 'Held') {
      held(context, subject, rollout, target);
    }
  }
}

function setTarget(context: Context, subject: Subject, target: Target): void {
  const { image, digest } = target.pin(subject);
  context.steps.push({ type: 'set-target', ...on(subject), target: { image, digest } });
}

function begin(context: Context, subject: Subject, rollout: string, target: Target, wanted: number): void {
  setTarget(context, subject, target);
  // An operation that has failed says the same for ever: the next attempt is another one.
  const failed = (subject.node.agent?.operations ?? []).flatMap(({ id, state }) =>
    state === 'failed' ? Number(new RegExp(`^${rollout}-p(\\d+)$`).exec(id)?.[1] ?? 0) : [],
  );
  const attempt = Math.max(wanted, ...failed.map((number) => number + 1));
  const same = subject.way.rolloutName === rollout;
  record(context, subject, {
    phase: 'Preparing',
    rolloutName: rollout,
    step: step(context, 'prepare', context.policy.prepareTimeoutMs, attempt),
    outcome: undefined,
    reason: undefined,
    message: undefined,
    evidence: undefined,
    steadySince: undefined,
    snapshotFor: undefined,
    retryTime: undefined,
    attempts: same ? subject.way.attempts : 0,
  });
}

function preparing(context: Context, subject: Subject, rollout: string, target: Target): void {
  const { node, way } = subject;
  const { image, digest } = target.pin(subject);
  if (isPrepared(subject, target)) {
    record(context, subject, {
      phase: 'Queued',
      step: step(context, 'wait', 365 * 86_400_000),
      retryTime: undefined,
      reason: undefined,
      message: undefined,
    });
    return;
  }
  const attempt = way.step?.attempts ?? 1;
  const operationID = `${rollout}-p${attempt}`;
  const operation = node.agent?.operations.find(({ id }) => id === operationID);
  const deadline = deadlineOf(subject);
  if (operation?.state === 'failed' && operation.error?.retryable === false) {
    const { code, message } = operation.error;
    record(context, subject, {
      phase: 'Failed',
      step: undefined,
      reason: clip(code, 64),
      message: clip(`${node.name} can't prepare ${image}: ${message}`, 2048),
      evidence: {
        cause: clip(code, 64),
        message: clip(message, 2048),
        operationID,
        time: iso(context.now),
        lastLines: [],
      },
    });
    return;
  }
  const why = operation?.state === 'failed' ? (operation.error?.message ?? operation.message) : undefined;
  if (why !== undefined || context.now >= deadline) {
    const cause = why ?? `it was not done by ${way.step?.deadline}`;
    const retryAt = way.retryTime === undefined ? undefined : Date.parse(way.retryTime);
    const { held, ms = 0 } = retryAfter('prepare', ((attempt - 1) % limits.attempts) + 1);
    if (held) {
      record(context, subject, {
        phase: 'Held',
        step: undefined,
        reason: 'PrepareFailed',
        message: clip(`${node.name} could not prepare ${image} in ${limits.attempts} attempts: ${cause}`, 2048),
        retryTime: iso(context.now + ms),
      });
    } else if (retryAt === undefined) {
      record(context, subject, {
        retryTime: iso(context.now + ms),
        message: clip(cause, 2048),
      });
    } else if (context.now >= retryAt) {
      begin(context, subject, rollout, target, attempt + 1);
    } else {
      const message = `${node.name} tries again to pull ${image} at ${way.retryTime}: ${cause}`;
      const owner = ownerOfPull(operation?.error?.code);
      block(context, { code: 'PREPARE_RETRY', message, owner, node: node.name, nextCheck: retryAt });
    }
    return;
  }
  if (node.agent?.reachable !== true) {
    unreachable(context, subject, deadline);
    return;
  }
  context.steps.push({
    type: 'prepare',
    ...on(subject),
    operationID,
    image: pinned(image, digest),
    epoch: context.snapshot.leader.epoch,
    deadline,
  });
  const progress = operation === undefined ? '' : ` (${operation.phase})`;
  block(context, {
    code: 'PREPARING',
    message: `${node.name} pulls and verifies ${image}${progress}`,
    owner: 'operator',
    node: node.name,
  });
}

/** What held a node before anything was disturbed goes away by itself; what held it afterwards needs a person. */
function held(context: Context, subject: Subject, rollout: string, target: Target): void {
  const { node, way } = subject;
  const retryAt = way.retryTime === undefined ? undefined : Date.parse(way.retryTime);
  const forced = way.reason === 'DrainTimeout' && context.current?.spec.forceNodes?.includes(node.name) === true;
  if (retryAt !== undefined && (forced || context.now >= retryAt) && node.agent?.reachable === true) {
    begin(context, subject, rollout, target, 1);
    return;
  }
  const message =
    retryAt === undefined
      ? `${way.message ?? node.name}; osctl rollout retry ${node.name} tries it again`
      : `${way.message ?? node.name}; it is tried again at ${way.retryTime}`;
  block(context, {
    code: 'NODE_HELD',
    message,
    owner: 'user',
    node: node.name,
    ...(retryAt === undefined ? {} : { nextCheck: retryAt }),
  });
}

export function unreachable(context: Context, subject: Subject, nextCheck?: number): void {
  const message = `the agent of ${subject.node.name} at ${subject.node.address} does not answer`;
  block(context, {
    code: 'AGENT_UNREACHABLE',
    message,
    owner: 'cluster',
    node: subject.node.name,
    nextCheck: Math.min(nextCheck ?? Number.POSITIVE_INFINITY, context.now + limits.recheckMs),
  });
}
