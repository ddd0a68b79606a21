/** The turn has ended: when the node opens to pods, its slot is given back, and what the outcome makes of it. */
import type { Outcome } from '@talos/crds/nodestate.ts';
import { readConfig } from '../config/wanted.ts';
import { type Context, iso, on, record, type Subject, step } from '../context.ts';
import { causeOf, retryAfter } from '../failure/backoff.ts';
import { isRollback } from '../failure/rollback.ts';
import type { NodeView } from '../types.ts';
import { limits } from '../wished/policy.ts';

/** Whether there is something of ours to take off: somebody else may have taken off a part of it. */
export const isMarked = ({ tainted, labelled = false }: NodeView): boolean => tainted || labelled;

/** Opens the node to pods and gives the slot back; what condemned an image is stored first. */
export function releasing(context: Context, subject: Subject): void {
  if (isBad(subject.way.outcome) && !isStoredAsBad(context, subject)) return;
  if (!isUnstaged(context, subject)) return;
  if (isMarked(subject.node)) context.steps.push({ type: 'untaint', ...on(subject) });
  else context.steps.push({ type: 'release', ...on(subject) });
}

/** What was put ready for a boot that did not come must not take effect with another one. */
function isUnstaged(context: Context, subject: Subject): boolean {
  const { agent } = subject.node;
  const config = readConfig(agent);
  const wanted = subject.state.spec.target?.configHash;
  if (subject.way.outcome === 'Done' || agent?.reachable !== true) return true;
  // What a person has staged is theirs.
  if (config === undefined || config.stagedHash === '' || config.stagedHash !== wanted) return true;
  const { documents, hash: configHash } = config;
  const epoch = context.snapshot.leader.epoch;
  context.steps.push({ type: 'unstage-config', ...on(subject), documents, configHash, epoch });
  return false;
}

export const isBad = (outcome: Outcome | undefined): boolean => outcome === 'RolledBack' || outcome === 'Failed';

/** The quarantine is planned beside this, by the pass over all nodes. */
function isStoredAsBad(context: Context, subject: Subject): boolean {
  const rollout = context.current;
  // The wish has changed meanwhile: the failure concerns nobody any more.
  if (rollout?.metadata.name !== subject.way.rolloutName) return true;
  // What ran before is condemned by nothing that happens on the way back.
  if (rollout === undefined || isRollback(rollout)) return true;
  const quarantine = context.machine.status?.quarantine ?? [];
  if (quarantine.length >= limits.quarantined) return true;
  return quarantine.some((entry) => entry.targetHash === rollout.spec.targetHash && entry.node === subject.node.name);
}

/** After the slot was given back: how the node's turn ended becomes its phase. */
export function settle(context: Context, subject: Subject): void {
  const { node, way, state } = subject;
  if (isMarked(node)) {
    context.steps.push({ type: 'untaint', ...on(subject) });
    return;
  }
  const clear = { step: undefined, steadySince: undefined, outcome: undefined };
  switch (way.outcome) {
    case 'Done': {
      const began = way.startTime === undefined ? Number.NaN : Date.parse(way.startTime);
      const took = Math.round((context.now - began) / 1_000);
      // A turn without a reboot says nothing of how long one with a reboot takes.
      const tells = took >= 0 && state.spec.operation?.type !== 'configure';
      record(context, subject, {
        ...clear,
        phase: 'Done',
        endTime: iso(context.now),
        ...(tells ? { tookSeconds: took } : {}),
      });
      return;
    }
    case 'RolledBack':
    case 'Failed':
    case 'Held':
      record(context, subject, { ...clear, phase: way.outcome });
      return;
    case 'Retry': {
      const attempts = way.attempts ?? 1;
      // A node that never rebooted was not harmed: it is tried again. One that did would reboot for ever.
      const { held, ms } = retryAfter(causeOf(way.reason), attempts);
      const retryTime = ms === undefined ? undefined : iso(context.now + ms);
      if (!held) {
        record(context, subject, {
          ...clear,
          phase: 'Queued',
          step: step(context, 'wait', 365 * 86_400_000),
          retryTime,
        });
        return;
      }
      record(context, subject, {
        ...clear,
        phase: 'Held',
        retryTime,
        attempts: retryTime === undefined ? attempts : limits.attempts - 1,
      });
      return;
    }
    default:
      record(context, subject, { ...clear, phase: 'Idle', rolloutName: undefined });
  }
}
