/**
 * Bringing back what a halted rollout has changed, where the Machine asks for that: a Rollout of its own, whose target is what the
 * last completed one wanted. It belongs to the halted one and ends with it, as soon as something else is wished; there is one at most
 * until a person has it tried again, and none of a rollback, so that nothing goes to and fro.
 */
import { canonicalJson } from '@talos/crds/config/canonical.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { type Context, clip, type Subject } from '../context.ts';
import { isUpdated, targetOf } from '../prepare.ts';
import type { Halted } from '../types.ts';
import { isMoving } from '../way.ts';

export const isRollback = ({ spec }: Rollout): boolean => spec.rollbackOf !== undefined;

/** The rollout that is acted on: the one of the wish, or the one that brings its nodes back. */
export function effective(wished: Rollout | undefined, rollouts: readonly Rollout[]): Rollout | undefined {
  // What was completed since has nothing to bring back.
  if (wished?.status?.phase === 'Completed') return wished;
  const isOf = ({ spec: { rollbackOf } }: Rollout): boolean =>
    rollbackOf !== undefined &&
    rollbackOf.rollout === wished?.metadata.name &&
    rollbackOf.retry === wished.spec.retry?.id;
  return rollouts.find(isOf) ?? wished;
}

/** Plans the rollback, where it is asked for and there is something to bring back. */
export function rollBack(context: Context, current: Rollout, subjects: readonly Subject[], halted: Halted): void {
  // Who cancels wants what is done to stay.
  if (context.policy.onHalt !== 'RollBack' || isRollback(current) || current.spec.cancelled === true) return;
  const former = formerOf(context.snapshot.rollouts, current);
  const target = former === undefined ? undefined : targetOf(context, former);
  if (former === undefined || target === undefined) return;
  const skipped = new Set(current.spec.skipNodes ?? []);
  const isOnTheWay = ({ way }: Subject): boolean => isMoving(way) && way.phase !== 'Releasing';
  const isBack = (subject: Subject): boolean => !isOnTheWay(subject) && isUpdated(subject, target);
  if (subjects.every((subject) => skipped.has(subject.node.name) || isBack(subject))) return;
  const { os, targets, layers, targetHash } = former.spec;
  const retry = current.spec.retry?.id;
  const name = `${current.metadata.name}-back${retry === undefined ? '' : `-${retry}`}`;
  // It takes over once the status of the halted one says that it is.
  if (context.snapshot.rollouts.some(({ metadata }) => metadata.name === name)) return;
  context.steps.push({
    type: 'create-rollout',
    name,
    spec: {
      generation: current.spec.generation,
      os,
      targets,
      ...(layers === undefined ? {} : { layers }),
      targetHash,
      rollbackOf: {
        rollout: current.metadata.name,
        to: former.metadata.name,
        ...(retry === undefined ? {} : { retry }),
        reason: clip(halted.message, 1024),
      },
      ...(current.spec.skipNodes === undefined ? {} : { skipNodes: current.spec.skipNodes }),
    },
  });
}

/** The last one before that reached every node; undefined when it wanted the same. */
function formerOf(rollouts: readonly Rollout[], { spec }: Rollout): Rollout | undefined {
  const former = rollouts
    .filter((one) => !isRollback(one) && one.spec.generation < spec.generation && one.status?.phase === 'Completed')
    .toSorted((a, b) => a.spec.generation - b.spec.generation)
    .at(-1);
  const wanted = ({ targets }: Rollout['spec']): string =>
    canonicalJson(
      targets.map(({ pool, digest, configHash, nodeSelector }) => [
        pool,
        digest ?? null,
        configHash ?? null,
        nodeSelector ?? null,
      ]),
    );
  return former === undefined || wanted(former.spec) === wanted(spec) ? undefined : former;
}

/** What it does, as a sentence. */
export const rollbackText = (
  rollbackOf: NonNullable<Rollout['spec']['rollbackOf']>,
  image: string,
  over: boolean,
): string =>
  `${rollbackOf.rollout} halted, its nodes ${over ? 'were' : 'are'} brought back to what ${rollbackOf.to} wanted (${image}): ${rollbackOf.reason}`;
