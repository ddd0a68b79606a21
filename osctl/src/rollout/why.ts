/** Why a node is where it is, and what it waits for. Pure. */
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { BlockedBy, Evidence } from '@talos/crds/schema.ts';
import { type ClusterObjects, currentRollout, type NodeLine, nodeLine } from './view.ts';

export interface NodeReason extends NodeLine {
  /** What it is to run, as the rollout says. */
  readonly wanted: string;
  /** One sentence. */
  readonly answer: string;
  /** Its place among the nodes that are still to do; absent when it is not among those that the preview names. */
  readonly turn?: number;
  /** What is in the way of this node first, then of its pool, then of all. */
  readonly blockedBy: readonly BlockedBy[];
  readonly evidence?: Evidence;
  readonly healing?: NonNullable<NonNullable<NodeState['status']>['healing']>;
}

/** Undefined when the operator knows no such node. */
export function reasonOf(objects: ClusterObjects, name: string): NodeReason | undefined {
  const state = objects.nodeStates.find(({ metadata }) => metadata.name === name);
  if (state === undefined) return undefined;
  const line = nodeLine(state);
  const rollout = currentRollout(objects);
  const all = objects.machine?.status?.blockedBy ?? [];
  const own = [...(state.status?.blockedBy ?? []), ...all.filter(({ node }) => node === name)];
  const known = new Set<string>();
  const mine = own.filter(({ code }) => !known.has(code) && known.add(code));
  const at = rollout?.status?.preview?.order.indexOf(name) ?? -1;
  const { pool } = state.status ?? {};
  const [first, ...pinned] = rollout?.spec.targets ?? [];
  // Of a pool that is pinned only the workers are: what the operator has stored for the node tells which it is.
  const pin = pinned.find((one) => one.pool === pool);
  const target = pin === undefined || state.spec.target?.digest === first?.digest ? first : pin;
  const digest = target?.digest;
  const runsIt = digest !== undefined && state.status?.observed?.digest === digest;
  const waits = at >= 0 || !runsIt || !['Done', 'Idle'].includes(line.phase);
  const ofPool = all.filter((entry) => entry.node === undefined && entry.pool !== undefined && entry.pool === pool);
  const ofAll = all.filter((entry) => entry.node === undefined && entry.pool === undefined);
  const blockedBy = waits ? [...mine, ...ofPool, ...ofAll] : mine;
  const { evidence, healing } = state.status ?? {};
  return {
    ...line,
    wanted: target?.image ?? rollout?.spec.os.image ?? objects.machine?.spec.os.image ?? '',
    answer: answerOf(line, { at, runsIt, skipped: rollout?.spec.skipNodes?.includes(name) === true }, blockedBy),
    ...(at >= 0 && { turn: at + 1 }),
    blockedBy,
    ...(evidence !== undefined && { evidence }),
    ...(healing !== undefined && { healing }),
  };
}

function answerOf(
  { node, phase, step, message }: NodeLine,
  { at, runsIt, skipped }: { readonly at: number; readonly runsIt: boolean; readonly skipped: boolean },
  [first]: readonly BlockedBy[],
): string {
  if (skipped) return `${node} stays as it is: a person has skipped it`;
  switch (phase) {
    case 'RolledBack':
    case 'Failed':
    case 'Held':
      return message === '' ? `${node} is ${phase}` : message;
    case 'Draining':
    case 'Applying':
    case 'Rebooting':
    case 'Verifying':
    case 'Releasing':
      return `${node} is under way: ${phase}${step === '' ? '' : `, step ${step}`}${first === undefined ? '' : `; ${first.message}`}`;
    default: {
      const turn = at < 0 ? `${node} waits for its turn` : `${node} is number ${at + 1} of those that are left`;
      if (at < 0 && runsIt) return first?.message ?? `${node} runs what is wanted`;
      return first === undefined ? turn : `${turn}; ${first.message}`;
    }
  }
}
