/** Does the steps of one plan. */
import { ConnectionError, isConflict } from '@talos/lib/kube/errors.ts';
import type { Plan, Step } from '@talos/lib/plan/index.ts';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { effects } from './effects.ts';
import type { Executor, Executors, Tools } from './executor.ts';
import { GoneError, type Round } from './round.ts';
import { writes } from './writes.ts';

const executors: Executors = { ...writes, ...effects };

export interface Failure {
  readonly step: Step['type'];
  /** Absent when it concerns the whole cluster. */
  readonly node: string | undefined;
  readonly error: Error;
}

export interface RoundResult {
  readonly failures: readonly Failure[];
  /** The cluster has changed under the plan: plan again, nothing is wrong. */
  readonly outdated: boolean;
}

/** A step ended. `result`: done, failed or outdated. */
export type StepMetrics = (kind: Step['type'], result: 'done' | 'failed' | 'outdated', ms: number) => void;

/** Planned anew in every round while they last: no news. */
const REPEATED = new Set<Step['type']>(['resolve-image', 'digest-secrets', 'prepare', 'drain']);

/** Called around every step. For tests that stop the operator there. */
export type OnStep = (step: Step, when: 'before' | 'after') => void | Promise<void>;

/** Steps that are done at once. The others wait, so that a rollout over hundreds of nodes is no storm. */
const AT_ONCE = 16;
/** Asked for by many nodes in one round, and written once for all of them. */
const TOGETHER = new Set<Step['type']>(['acquire', 'release']);

/**
 * Nodes side by side, the steps of each in their order; a step that is about the whole cluster after all before it and ahead of all
 * after it. A failure ends the round, but for a step on one node, which ends only that node's: a node whose agent refuses must not
 * keep the others waiting.
 *
 * Errors: only `round.signal.reason`.
 */
export async function runSteps(
  plan: Plan,
  round: Round,
  tools: Tools,
  {
    logger,
    onStep,
    metrics,
  }: {
    readonly logger: Logger;
    readonly onStep?: OnStep | undefined;
    readonly metrics?: StepMetrics | undefined;
  },
): Promise<RoundResult> {
  const failures: Failure[] = [];
  let outdated = false;
  let over = false;
  const slots = new PQueue({ concurrency: AT_ONCE });

  /** Whether the steps after it may follow. */
  async function run(step: Step): Promise<boolean> {
    const node = nodeOf(step);
    round.signal.throwIfAborted();
    const log = logger.child({ step: step.type, ...about(step) });
    const began = tools.clock.monotonic();
    const ended = (result: Parameters<StepMetrics>[1]) => metrics?.(step.type, result, tools.clock.monotonic() - began);
    try {
      await onStep?.(step, 'before');
      log.debug('step begins');
      await (executors[step.type] as Executor<Step['type']>)(step, round, tools);
      ended('done');
      log[REPEATED.has(step.type) ? 'debug' : 'info']('step done');
      await onStep?.(step, 'after');
      return true;
    } catch (thrown) {
      round.signal.throwIfAborted();
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (isConflict(error) || error instanceof GoneError) {
        ended('outdated');
        log.debug({ err: error }, 'the cluster has changed under the plan');
        outdated = true;
        over = true;
        return false;
      }
      ended('failed');
      log.warn({ err: error }, 'step failed');
      failures.push({ step: step.type, node, error });
      // without an apiserver nothing can be stored
      if (node === undefined || error instanceof ConnectionError) over = true;
      return false;
    }
  }

  async function inTurn(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if (over) return;
      const goesOn = TOGETHER.has(step.type) ? await run(step) : await slots.add(() => over || run(step));
      if (!goesOn) return;
    }
  }

  for (const stretch of stretchesOf(plan.steps)) {
    // all of them have ended when the round does, also when it is broken off
    const ends = await Promise.allSettled([...stretch.values()].map(inTurn));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    if (over) break;
  }
  return { failures, outdated };
}

/** What may be done side by side, one after the other; by node, or one step about the whole cluster. */
function stretchesOf(steps: readonly Step[]): readonly ReadonlyMap<string, readonly Step[]>[] {
  const stretches: Map<string, Step[]>[] = [];
  let open: Map<string, Step[]> | undefined;
  for (const step of steps) {
    const node = step.type === 'acquire' ? step.entry.node : nodeOf(step);
    if (node === undefined) {
      stretches.push(new Map([['', [step]]]));
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = new Map();
      stretches.push(open);
    }
    open.set(node, [...(open.get(node) ?? []), step]);
  }
  return stretches;
}

function nodeOf(step: Step): string | undefined {
  switch (step.type) {
    case 'create-rollout':
    case 'quarantine':
    case 'drop-quarantine':
    case 'lift-quarantine':
    case 'forget-rollout':
    case 'halt':
    case 'retry':
    case 'pass-stage':
    case 'acquire':
      return undefined;
    default:
      return step.node;
  }
}

/** Structured keys of the log. */
function about(step: Step): Readonly<Record<string, unknown>> {
  switch (step.type) {
    case 'create-rollout':
    case 'forget-rollout':
      return { rollout: step.name };
    case 'acquire':
      return { node: step.entry.node, operation: step.entry.operationID };
    case 'record':
      return { node: step.node, phase: step.way.phase, nodeStep: step.way.step?.name, rollout: step.way.rolloutName };
    case 'set-operation':
      return { node: step.node, operation: step.operation.id };
    case 'quarantine':
      return { node: step.entry.node, image: step.entry.image, reason: step.entry.reason };
    case 'drop-quarantine':
      return { targetHash: step.keepTargetHash };
    case 'lift-quarantine':
      return { nodes: step.entries.map(({ node }) => node) };
    case 'retry':
      return { rollout: step.rollout, by: step.retried.by, done: step.retried.done };
    case 'pass-stage':
      return { rollout: step.rollout, stage: step.stage.number };
    case 'halt':
      return { node: step.node, rollout: step.rollout, reason: step.reason };
    default:
      return {
        node: step.node,
        ...('operationID' in step ? { operation: step.operationID } : {}),
        ...('image' in step ? { image: step.image } : {}),
      };
  }
}
