/** Giving up the membership in etcd before a reset: asked for now, or in the boot that finds that this was cut. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { OperationLog } from './operations.ts';
import { pullError } from './pull.ts';
import type { ResetMark, Resets } from './reset.ts';

export interface EtcdMembership {
  /** Gives up the membership, where there is one. Idempotent. */
  leave(signal: AbortSignal): Promise<void>;
  /** Whether the other members say that this node is none. Errors: none of them answers. */
  left(signal: AbortSignal): Promise<boolean>;
}

const LEAVE_MS = 30_000;
const LOOK_MS = 10_000;

/**
 * Guarantees: an answer that is late or lost does not count as a refusal: what counts is what the others say of the membership then.
 * Errors: why it could not leave; the signal's reason.
 */
export async function leaveEtcd(etcd: EtcdMembership, clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    await withLimit(clock, LEAVE_MS, signal, (limited) => etcd.leave(limited));
  } catch (cause) {
    const left = await withLimit(clock, LOOK_MS, signal, (limited) => etcd.left(limited)).catch(() => false);
    signal.throwIfAborted();
    if (!left) throw cause;
  }
}

/** How a reset ends that was not forced, and could not leave. */
export function notReset(cause: unknown): Error {
  return new Error(
    `Nothing was wiped: the node could not leave etcd (${(cause as Error).message}). With force it is reset all the same, and its member has to be removed by another`,
    { cause },
  );
}

/**
 * For the boot that finds a mark from before the wipe. Resolves with whether the wipe is next; if not, nothing was wiped, the operation
 * has failed, and the node boots as ever: a cut makes no reset a forced one.
 */
export async function leaveAfterCut(
  mark: ResetMark,
  deps: {
    readonly etcd: EtcdMembership;
    readonly clock: Clock;
    readonly resets: Pick<Resets, 'unmark'>;
    readonly operations: Pick<OperationLog, 'get' | 'end'>;
    readonly onError: (error: unknown, doing: string) => void;
  },
  signal: AbortSignal,
): Promise<boolean> {
  const { etcd, clock, resets, operations, onError } = deps;
  try {
    await leaveEtcd(etcd, clock, signal);
  } catch (error) {
    signal.throwIfAborted();
    onError(error, 'leaving etcd before a reset');
    if (mark.force) return true;
    // In this order: an operation that says "Nothing was wiped" must not be gone on with by the next boot.
    resets.unmark();
    // On a full disk it was begun without a record.
    if (operations.get(mark.operationId) !== undefined)
      operations.end(mark.operationId, { error: pullError(notReset(error)) });
    return false;
  }
  return true;
}

async function withLimit<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const late = new AbortController();
  clock.sleep(ms, done.signal).then(
    () => late.abort(new Error(`no end within ${ms / 1000} s`)),
    () => {},
  );
  const limited = AbortSignal.any([signal, late.signal]);
  const aborted = Promise.withResolvers<never>();
  limited.addEventListener('abort', () => aborted.reject(limited.reason), { once: true });
  try {
    return await Promise.race([work(limited), aborted.promise]);
  } finally {
    done.abort();
    aborted.promise.catch(() => {});
  }
}
