/** The configuration of nodes that are not under way: what is stored about it, and whether somebody changed it since. */
import { type Context, on, type Subject } from '../context.ts';
import type { Target } from '../prepare.ts';
import { limits } from '../wished/policy.ts';
import { settledManaged } from './render.ts';

/**
 * Its configuration was put in force for this rollout, and is another one now: somebody changed it on the node itself. That is
 * drift, which is told; it is no part of the rollout, which would undo it unasked.
 */
export function isDrifted({ node, state, way }: Subject, rollout: string | undefined): boolean {
  const stored = state.spec.target?.configHash;
  return (
    way.phase === 'Done' &&
    way.rolloutName === rollout &&
    stored !== undefined &&
    node.agent?.reachable === true &&
    node.agent.configHash !== stored
  );
}

export type Repair =
  | 'undone'
  /** In fields that no layer is about. */
  | 'foreign'
  /** The policy leaves it to people. */
  | 'left'
  /** Whoever makes it makes it again. */
  | 'again';

/** What becomes of a node that has drifted. */
export function repairOf(subject: Subject, { wanted, drift }: Target): Repair {
  const found = wanted(subject);
  if (found.kind !== 'known') return 'left';
  const { disruption, changes } = found.rendered.impact;
  if (changes.length === 0) return 'foreign';
  if (drift === 'Report' || (drift === 'Repair' && disruption !== 'NONE')) return 'left';
  return (subject.way.attempts ?? 0) > limits.repairs ? 'again' : 'undone';
}

/** Stores what an updated node has, so that a change of it is seen, and forgets the places that only former layers knew. */
export function settleConfig(context: Context, subject: Subject, target: Target): void {
  const { node, state } = subject;
  const { image, digest } = target.pin(subject);
  const wanted = target.wanted(subject);
  const stored = state.spec.target;
  if (isDrifted(subject, context.current?.metadata.name)) return;
  if (wanted.kind === 'none') {
    if (stored?.configHash !== undefined) {
      context.steps.push({ type: 'set-target', ...on(subject), target: { image, digest } });
    }
    return;
  }
  if (wanted.kind !== 'known' || node.agent === undefined) return;
  const { configHash } = node.agent;
  const before = state.spec.managed ?? [];
  const managed = settledManaged(stored?.configHash === configHash ? before : wanted.rendered.managed, wanted.merged);
  if (stored?.configHash === configHash && managed === before) return;
  const none = wanted.merged.size === 0;
  const next = none ? { image, digest } : { image, digest, configHash };
  context.steps.push({ type: 'set-target', ...on(subject), target: next, managed });
}
