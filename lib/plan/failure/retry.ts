/** A person's word that what has failed is to be tried again: which turns and which quarantine that clears. */
import type { Machine, Quarantine } from '@talos/crds/machine.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutStatus } from '@talos/crds/rollout.ts';
import { block, type Context, clip, iso, record, type Subject } from '../context.ts';

export interface Cleared {
  readonly entries: readonly Quarantine[];
  /** Whose turn has failed, is held, or waits to be tried again. */
  readonly nodes: readonly string[];
}

/** What is in quarantine and concerns the rollout: the same wish, or the same image where only that is to blame. */
export function entriesFor(quarantine: readonly Quarantine[], { spec }: Rollout): readonly Quarantine[] {
  const digests = spec.targets.flatMap(({ digest }) => digest ?? []);
  return quarantine.filter(
    (entry) =>
      entry.targetHash === spec.targetHash ||
      (entry.configHash === undefined && entry.digest !== undefined && digests.includes(entry.digest)),
  );
}

/** For these nodes of the rollout, or for all where none is named. */
export function clearedBy(
  rollout: Rollout,
  machine: Machine | undefined,
  nodeStates: readonly NodeState[],
  named: readonly string[] = [],
): Cleared {
  const isMeant = (node: string): boolean => named.length === 0 || named.includes(node);
  // What was not found can't be: the rollout knows no image, only another one will.
  const entries =
    rollout.spec.targets[0]?.digest === undefined || rollout.spec.rollbackOf !== undefined
      ? []
      : entriesFor(machine?.status?.quarantine ?? [], rollout);
  const nodes = nodeStates.filter(({ metadata, status }) => {
    if (status?.rolloutName !== rollout.metadata.name || !isMeant(metadata.name)) return false;
    const waits = status.phase === 'Queued' && status.retryTime !== undefined;
    return waits || status.phase === 'RolledBack' || status.phase === 'Failed' || status.phase === 'Held';
  });
  return { entries: entries.filter(({ node }) => isMeant(node)), nodes: nodes.map(({ metadata }) => metadata.name) };
}

/** As a person reads it, each a line. */
export const clearedText = ({ entries, nodes }: Cleared): readonly string[] => [
  ...entries.map(({ image, node, reason }) => `the quarantine of ${image} on ${node} (${reason})`),
  ...nodes.map((node) => `the turn of ${node}`),
];

/**
 * Plans what a person has asked for, once: what is cleared is stored before it is, and that it was afterwards. True until then: nothing
 * else is decided meanwhile.
 */
export function retry(context: Context, current: Rollout, subjects: readonly Subject[]): boolean {
  const { retry: asked } = current.spec;
  const before = current.status?.retried;
  if (asked === undefined || (before?.id === asked.id && before.done)) return false;
  const { name } = current.metadata;
  // What ends just now is stored first.
  if (subjects.some(({ way }) => way.rolloutName === name && way.phase === 'Releasing')) return false;
  const cleared = clearedBy(current, context.machine, context.snapshot.nodeStates, asked.nodes);
  const { id, by } = asked;
  if (before?.id !== id) {
    const lines = clearedText(cleared).map((line) => clip(line, 1024));
    const retried = { id, by, time: iso(context.now), cleared: lines.slice(0, 64), done: false };
    context.steps.push({ type: 'retry', rollout: name, retried });
  } else {
    const entries = cleared.entries.map(({ targetHash, node }) => ({ targetHash, node }));
    if (entries.length > 0) context.steps.push({ type: 'lift-quarantine', entries });
    for (const subject of subjects) {
      if (cleared.nodes.includes(subject.node.name)) record(context, subject, ANEW);
    }
    context.steps.push({ type: 'retry', rollout: name, retried: { ...before, done: true } });
  }
  block(context, { code: 'RETRYING', message: `${by} has ${name} tried again`, owner: 'operator' });
  return true;
}

/** As if the node had had no turn in this rollout. */
const ANEW = {
  phase: 'Idle',
  rolloutName: undefined,
  step: undefined,
  outcome: undefined,
  reason: undefined,
  message: undefined,
  evidence: undefined,
  retryTime: undefined,
  steadySince: undefined,
  attempts: undefined,
} as const;

/** Whether an entry is among those that are lifted. */
export const isLifted = (
  { targetHash, node }: Quarantine,
  lifted: readonly { readonly targetHash: string; readonly node: string }[],
): boolean => lifted.some((entry) => entry.targetHash === targetHash && entry.node === node);

/** The status of a rollout with what is told of its retry; once all is cleared it is not halted any more. */
export function withRetried(status: RolloutStatus, retried: NonNullable<RolloutStatus['retried']>): RolloutStatus {
  if (!retried.done) return { ...status, retried };
  const { node: _, reason: __, message: ___, evidence: ____, failures: _____, ...rest } = status;
  return { ...rest, phase: 'Pending', retried };
}
