/** The slot is ours and nothing is stored yet: the first step, or the release of a slot that nobody wants any more. */
import type { InFlight } from '@talos/crds/machine.ts';
import { type Context, iso, on, type Subject } from '../context.ts';
import { hasTarget, unreachable } from '../prepare.ts';
import { targetOfNode } from '../wished/pool.ts';
import { turnOf } from './configuring.ts';
import { apply, stage } from './draining.ts';
import { operationOf, resume, rolloutOf, targetOfTurn } from './operation.ts';
import { isMarked } from './releasing.ts';

export function enter(context: Context, subject: Subject, entry: InFlight): void {
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
    const of = context.snapshot.rollouts.find(({ metadata }) => metadata.name === name);
    const lost = of === undefined ? undefined : targetOfNode(of.spec, subject.node);
    const image = lost?.image ?? context.machine.spec.os.image;
    const digest = sent.digest ?? lost?.digest ?? subject.node.agent.digest;
    context.steps.push({ type: 'set-target', ...on(subject), target: { image, digest } });
    return;
  }
  const target = targetOfTurn(context, subject);
  // What it was given the slot for may have been done by hand meanwhile.
  const needed = target === undefined || !hasTarget(subject, target);
  const wanted = rollout !== undefined && entry.operationID.startsWith(`${rollout}-u`);
  if (!wanted || !needed || subject.state.spec.target === undefined || subject.way.phase !== 'Queued') {
    if (isMarked(subject.node)) {
      context.steps.push({ type: 'untaint', ...on(subject) });
      return;
    }
    context.steps.push({ type: 'release', ...on(subject) });
    return;
  }
  const turn = {
    rolloutName: rollout,
    attempts: (subject.way.attempts ?? 0) + 1,
    startTime: iso(context.now),
    endTime: undefined,
  };
  // Nothing that runs on the node is disturbed: it stays open to pods.
  if (target !== undefined && turnOf(subject, target) === 'configure') apply(context, subject, entry, turn);
  else stage(context, subject, ['snapshot', 'hand-over', 'drain'], turn);
}
