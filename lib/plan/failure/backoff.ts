/** When a turn that came to nothing is tried again, by what was in its way. */
import type { Owner } from '@talos/crds/schema.ts';
import { limits } from '../wished/policy.ts';

export interface Backoff {
  /** Before the second attempt; twice as long before each further one. */
  readonly firstMs: number;
  /** Once the attempts are used up: how long until the next; absent: a person must look, since the node was rebooted each time. */
  readonly laterMs?: number;
}

const minute = 60_000;

export const backoffs = {
  /** The image could not be pulled ahead of the turn: nobody was disturbed. */
  prepare: { firstMs: minute / 2, laterMs: 5 * minute },
  /** The same within the turn: the node was drained for it. */
  pull: { firstMs: minute, laterMs: 30 * minute },
  drain: { firstMs: minute, laterMs: 30 * minute },
  /** The agent did not answer when it was told. */
  unreachable: { firstMs: minute / 2, laterMs: 30 * minute },
  /** Another operation came first. */
  busy: { firstMs: minute / 4, laterMs: 5 * minute },
  /** The node has left its former boot, and turned back. */
  trial: { firstMs: minute },
} as const satisfies Readonly<Record<string, Backoff>>;
export type Cause = keyof typeof backoffs;

/** By the reason with which a turn ended. */
const CAUSES: Readonly<Record<string, Cause>> = {
  DISK_FULL: 'pull',
  REGISTRY_UNREACHABLE: 'pull',
  REGISTRY_UNAUTHORIZED: 'pull',
  DrainTimeout: 'drain',
  NotAccepted: 'unreachable',
  SUPERSEDED: 'busy',
};

export const causeOf = (reason: string | undefined): Cause => CAUSES[reason ?? ''] ?? 'trial';

/** Who can remove what a failed pull met. */
export const ownerOfPull = (code: string | undefined): Owner => (code === 'REGISTRY_UNAUTHORIZED' ? 'user' : 'cluster');

/**
 * Milliseconds until the attempt after `attempt`, the first of which is 1; undefined when a person must look. Held says that the
 * attempts are used up: what is left is the long way.
 */
export function retryAfter(cause: Cause, attempt: number): { readonly held: boolean; readonly ms: number | undefined } {
  const { firstMs, laterMs }: Backoff = backoffs[cause];
  if (attempt < limits.attempts) return { held: false, ms: firstMs * 2 ** (attempt - 1) };
  return { held: true, ms: laterMs };
}
