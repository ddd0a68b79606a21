/** How far a rollout may go for now: its stages, each with a time in which the nodes that are done must prove themselves. */
import type { Stage } from '@talos/crds/machine.ts';
import type { RolloutSpec, RolloutStatus } from '@talos/crds/rollout.ts';
import type { Block } from './context.ts';
import { parseDuration } from './duration.ts';
import type { Passage } from './gate.ts';
import { countOf } from './policy.ts';

export type Progress =
  /** Nodes may be begun while no more than `limit` are done or under way. */
  | { readonly state: 'open'; readonly stage: number; readonly limit: number }
  | { readonly state: 'soaking'; readonly stage: number; readonly until: number }
  | { readonly state: 'awaiting'; readonly stage: number }
  /** A gate of the soak is closed, and says why. */
  | { readonly state: 'closed'; readonly stage: number; readonly block: Block };

export interface Advance {
  /** When each node that runs the target came to do so (Unix ms), in any order. */
  readonly doneTimes: readonly number[];
  /** Nodes that are done or under way. */
  readonly begun: number;
  readonly total: number;
  /** Since when all gates have been open (Unix ms); 0 where there are none. */
  readonly openSince: number;
  /** What the gates say that a stage has for its own. */
  readonly passageOf?: (stage: Stage) => Passage;
  readonly approvals?: RolloutSpec['stageApprovals'];
}

/**
 * A stage's soak counts from the moment at which enough nodes were done and every gate was open, and starts anew when a gate
 * closes meanwhile. It is over for good once a node beyond the stage was begun.
 */
export function progressOf(
  stages: readonly Stage[],
  { doneTimes, begun, total, openSince, passageOf, approvals = [] }: Advance,
  now: number,
): Progress {
  const times = doneTimes.toSorted((a, b) => a - b);
  for (const [index, one] of stages.entries()) {
    const { nodes, soak = '10m', approval } = one;
    const stage = index + 1;
    const limit = Math.min(total, countOf(nodes, total));
    const reached = times[limit - 1];
    if (reached === undefined) {
      const isApproved = approvals.some((given) => given.stage === stage && given.nodes === String(nodes));
      return approval === 'Manual' && !isApproved ? { state: 'awaiting', stage } : { state: 'open', stage, limit };
    }
    if (begun > limit) continue;
    const own = passageOf?.(one) ?? { state: 'open', since: 0 };
    if (own.state === 'closed') return { state: 'closed', stage, block: own.block };
    const until = Math.max(reached, openSince, own.since) + parseDuration(soak);
    if (now < until) return { state: 'soaking', stage, until };
  }
  return { state: 'open', stage: stages.length + 1, limit: Number.POSITIVE_INFINITY };
}

const STATES = { open: 'Open', soaking: 'Soaking', awaiting: 'AwaitingApproval', closed: 'Soaking' } as const;

/** As a Rollout tells of it. */
export function stageStatus(stages: readonly Stage[], { state, stage }: Progress): NonNullable<RolloutStatus['stage']> {
  const nodes = stages[stage - 1]?.nodes;
  return {
    number: stage,
    of: stages.length,
    state: STATES[state],
    ...(nodes === undefined ? {} : { nodes: String(nodes) }),
  };
}
