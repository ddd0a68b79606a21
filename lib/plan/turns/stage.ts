/** How far a rollout may go for now: its stages, each with a time in which the nodes that are done must prove themselves. */
import type { Stage } from '@talos/crds/machine.ts';
import type { RolloutSpec, RolloutStatus } from '@talos/crds/rollout.ts';
import type { Block } from '../context.ts';
import { parseDuration } from '../duration.ts';
import type { Role } from '../types.ts';
import { countOf } from '../wished/policy.ts';
import type { Passage } from './gate.ts';

export type Progress =
  /** `room`: how many more of the nodes that `isIn` may be begun. */
  | {
      readonly state: 'open';
      readonly stage: number;
      readonly room: number;
      readonly isIn: (node: StagedNode) => boolean;
      /** Whether it takes of the room. */
      readonly counts: (node: StagedNode) => boolean;
    }
  | { readonly state: 'soaking'; readonly stage: number; readonly until: number }
  | { readonly state: 'awaiting'; readonly stage: number }
  /** It is of a pool that has no node. */
  | { readonly state: 'empty'; readonly stage: number; readonly pool: string }
  /** A gate of the soak is closed, and says why. */
  | { readonly state: 'closed'; readonly stage: number; readonly block: Block };

export interface StagedNode {
  readonly role: Role;
  readonly pool?: string | undefined;
  /** When it came to run the target (Unix ms), 0 for one that always did; absent while it does not. */
  readonly doneAt?: number | undefined;
  /** Under way. */
  readonly moving?: boolean;
}

export interface Advance {
  /** All of them, in any order. */
  readonly nodes: readonly StagedNode[];
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
  { nodes, openSince, passageOf, approvals = [] }: Advance,
  now: number,
): Progress {
  for (const [index, one] of stages.entries()) {
    const { soak = '10m', approval, pool } = one;
    const stage = index + 1;
    const part = nodes.filter((node) => pool === undefined || node.pool === pool);
    if (pool !== undefined && part.length === 0) return { state: 'empty', stage, pool };
    const limit = Math.min(part.length, countOf(one.nodes, part.length));
    const begun = part.filter(isBegun).length;
    const times = part.flatMap(({ doneAt }) => doneAt ?? []).toSorted((a, b) => a - b);
    const reached = times[limit - 1];
    const isIn = membership(one, part);
    if (reached === undefined) {
      const isApproved = approvals.some((given) => given.stage === stage && given.nodes === stageText(one));
      if (approval === 'Manual' && !isApproved) return { state: 'awaiting', stage };
      return {
        state: 'open',
        stage,
        room: limit - begun,
        isIn,
        counts: (node) => pool === undefined || node.pool === pool,
      };
    }
    if (begun > limit || nodes.some((node) => !isIn(node) && isBegun(node) && (node.doneAt ?? now) > reached)) continue;
    const own = passageOf?.(one) ?? { state: 'open', since: 0 };
    if (own.state === 'closed') return { state: 'closed', stage, block: own.block };
    const until = Math.max(reached, openSince, own.since) + parseDuration(soak);
    if (now < until) return { state: 'soaking', stage, until };
  }
  const all = () => true;
  return { state: 'open', stage: stages.length + 1, room: Number.POSITIVE_INFINITY, isIn: all, counts: all };
}

const isBegun = ({ doneAt, moving }: StagedNode): boolean => doneAt !== undefined || moving === true;

/** Which nodes may be begun in a stage. Before workers of a pool go the control planes, whatever pool they are in. */
function membership({ pool }: Stage, part: readonly StagedNode[]): (node: StagedNode) => boolean {
  if (pool === undefined) return () => true;
  const hasWorkers = part.some(({ role }) => role === 'worker');
  return (node) => node.pool === pool || (hasWorkers && node.role === 'control-plane');
}

/** How far a stage goes, as it is told and approved. */
export const stageText = ({ nodes, pool }: Stage): string =>
  pool === undefined ? String(nodes) : `${nodes} of ${pool}`;

const STATES = {
  open: 'Open',
  soaking: 'Soaking',
  awaiting: 'AwaitingApproval',
  empty: 'Open',
  closed: 'Soaking',
} as const;

/** As a Rollout tells of it. */
export function stageStatus(stages: readonly Stage[], { state, stage }: Progress): NonNullable<RolloutStatus['stage']> {
  const one = stages[stage - 1];
  return {
    number: stage,
    of: stages.length,
    state: STATES[state],
    ...(one === undefined ? {} : { nodes: stageText(one) }),
  };
}
