import { TerminalError } from './reconciler.ts';

/** metav1.Condition. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  /** The generation that this was said about. */
  readonly observedGeneration?: number;
  /** RFC 3339; when `status` last changed. */
  readonly lastTransitionTime: string;
  /** One CamelCase word for programs. */
  readonly reason: string;
  /** A sentence for people. */
  readonly message: string;
}

/** kstatus: Ready is always there; the other two only while true. */
export const READY = 'Ready';
export const RECONCILING = 'Reconciling';
export const STALLED = 'Stalled';

export type NewCondition = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

/** metav1.Condition's own limit. */
const MAX_MESSAGE = 32_768;

export interface Stamp {
  /** metadata.generation of the object as it was reconciled. */
  readonly generation: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Sets one condition and returns the new list (Ready first, then Reconciling, Stalled, then by name).
 *
 * Guarantee: lastTransitionTime changes only when `status` does, and the same list comes back, by identity, when
 * nothing changed, so callers can skip the write.
 */
export function setCondition(conditions: readonly Condition[], next: NewCondition, stamp: Stamp): readonly Condition[] {
  const previous = conditions.find(({ type }) => type === next.type);
  const message = next.message.length > MAX_MESSAGE ? `${next.message.slice(0, MAX_MESSAGE - 1)}…` : next.message;
  if (
    previous?.status === next.status &&
    previous.reason === next.reason &&
    previous.message === message &&
    previous.observedGeneration === stamp.generation
  ) {
    return conditions;
  }
  const condition: Condition = {
    type: next.type,
    status: next.status,
    observedGeneration: stamp.generation,
    lastTransitionTime:
      previous?.status === next.status
        ? previous.lastTransitionTime
        : // metav1.Time has whole seconds; more would differ from what the apiserver gives back
          new Date(stamp.now).toISOString().replace(/\.\d+Z$/, 'Z'),
    reason: next.reason,
    message,
  };
  return [...conditions.filter(({ type }) => type !== next.type), condition].sort(byImportance);
}

export function removeCondition(conditions: readonly Condition[], type: string): readonly Condition[] {
  return conditions.some((condition) => condition.type === type)
    ? conditions.filter((condition) => condition.type !== type)
    : conditions;
}

export function getCondition(conditions: readonly Condition[], type: string): Condition | undefined {
  return conditions.find((condition) => condition.type === type);
}

/** How a reconcile left the object. */
export type Verdict =
  /** The world is as the spec asks. */
  | { readonly kind: 'ready'; readonly reason: string; readonly message: string }
  /** On the way; nobody has to do anything. */
  | { readonly kind: 'reconciling'; readonly reason: string; readonly message: string }
  /** Failing, and being retried. */
  | { readonly kind: 'failing'; readonly reason: string; readonly message: string }
  /** Will not move until a person changes something. */
  | { readonly kind: 'stalled'; readonly reason: string; readonly message: string };

/** The verdict on a reconcile that threw. */
export function verdictOf(error: unknown): Verdict {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof TerminalError
    ? { kind: 'stalled', reason: 'TerminalError', message }
    : { kind: 'failing', reason: 'ReconcileFailed', message };
}

/** The only place that turns a verdict into Ready, Reconciling and Stalled. Other conditions are left as they are. */
export function concludeConditions(
  conditions: readonly Condition[],
  verdict: Verdict,
  stamp: Stamp,
): readonly Condition[] {
  const { reason, message } = verdict;
  const ready = setCondition(
    conditions,
    { type: READY, status: verdict.kind === 'ready' ? 'True' : 'False', reason, message },
    stamp,
  );
  switch (verdict.kind) {
    case 'ready':
      return removeCondition(removeCondition(ready, RECONCILING), STALLED);
    case 'reconciling':
    case 'failing':
      return setCondition(
        removeCondition(ready, STALLED),
        { type: RECONCILING, status: 'True', reason, message },
        stamp,
      );
    case 'stalled':
      return setCondition(
        removeCondition(ready, RECONCILING),
        { type: STALLED, status: 'True', reason, message },
        stamp,
      );
  }
}

const ORDER = [READY, RECONCILING, STALLED];

function byImportance(a: Condition, b: Condition): number {
  const rank = ({ type }: Condition) => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length);
  return rank(a) - rank(b) || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0);
}
