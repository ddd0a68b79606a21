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
  /** It is of a pool that has no node, or none of whose `nodes` nodes gets a turn. */
  | { readonly state: 'empty'; readonly stage: number; readonly pool: string; readonly nodes: number }
  /** A gate of the soak is closed, and says why. */
  | { readonly state: 'closed'; readonly stage: number; readonly block: Block };

export interface StagedNode {
  readonly role: Role;
  readonly pool?: string | undefined;
  /** When its turn in this rollout was done (Unix ms). */
  readonly doneAt?: number | undefined;
  /** It runs the target without a turn in this rollout: it has nothing to do, and proves nothing. */
  readonly isSettled?: boolean;
  /** It gets no turn as things are: skipped, failed or held. */
  readonly isOut?: boolean;
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
  /** The last stage that was left, as it was then. */
  readonly passed?: RolloutStatus['passedStage'];
}

/**
 * A stage's soak counts from the moment at which enough nodes were done and every gate was open, and starts anew when a gate
 * closes meanwhile. It is over for good once the stage was left: that is stored, as nodes that come and go say nothing of it.
 */
export function progressOf(
  stages: readonly Stage[],
  { nodes, openSince, passageOf, approvals = [], passed }: Advance,
  now: number,
): Progress {
  const left = stagesLeft(stages, passed);
  for (const [index, one] of stages.entries()) {
    if (index < left) continue;
    const { soak = '10m', approval, pool } = one;
    const stage = index + 1;
    const members = nodes.filter((node) => pool === undefined || node.pool === pool);
    const part = members.filter((node) => node.isOut !== true);
    if (pool !== undefined && part.length === 0) return { state: 'empty', stage, pool, nodes: members.length };
    const isIn = membership(one, part);
    const isApproved = approvals.some((given) => given.stage === stage && given.nodes === stageText(one));
    if (approval === 'Manual' && !isApproved && nodes.some((node) => isIn(node) && isToDo(node))) {
      return { state: 'awaiting', stage };
    }
    const limit = Math.min(countOf(one.nodes, part.length), part.filter((node) => node.isSettled !== true).length);
    const begun = part.filter(isBegun).length;
    const times = part.flatMap(({ doneAt }) => doneAt ?? []).toSorted((a, b) => a - b);
    const reached = limit === 0 ? 0 : times[limit - 1];
    if (reached === undefined) {
      return {
        state: 'open',
        stage,
        room: limit - begun,
        isIn,
        counts: (node) => pool === undefined || node.pool === pool,
      };
    }
    const own = passageOf?.(one) ?? { state: 'open', since: 0 };
    if (own.state === 'closed') return { state: 'closed', stage, block: own.block };
    const until = Math.max(reached, openSince, own.since) + parseDuration(soak);
    if (now < until) return { state: 'soaking', stage, until };
  }
  const all = () => true;
  return { state: 'open', stage: stages.length + 1, room: Number.POSITIVE_INFINITY, isIn: all, counts: all };
}

/** How many of the stages are over for good; none once the last of them was changed. */
export function stagesLeft(stages: readonly Stage[], passed: Advance['passed']): number {
  const last = stages[(passed?.number ?? 0) - 1];
  return passed !== undefined && last !== undefined && stageText(last) === passed.nodes ? passed.number : 0;
}

const isToDo = (node: StagedNode): boolean =>
  node.isSettled !== true && node.isOut !== true && node.doneAt === undefined;

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
