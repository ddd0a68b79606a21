import { isConflict, isNotFound, isTooManyRequests } from './errors.ts';
import { resourcePath } from './objects.ts';
import { PODS } from './resources.ts';
import type { Transport } from './transport.ts';

export type EvictionResult =
  /** The pod is being deleted, with its grace period. Wait for it to go. */
  | { readonly kind: 'ok' }
  /** Not now. `budget`: a PodDisruptionBudget has no disruption left; else the apiserver is busy. Ask again later. */
  | {
      readonly kind: 'blocked';
      readonly by: 'budget' | 'server';
      readonly message: string;
      readonly retryAfterMs: number;
    }
  /** There is no such pod any more (or only a namesake with another uid). */
  | { readonly kind: 'gone' }
  /** Will not get better by waiting alone: forbidden, two budgets on one pod, no connection … */
  | { readonly kind: 'error'; readonly error: Error };

export interface EvictedPod {
  readonly namespace: string;
  readonly name: string;
  /** Of the pod that is meant; StatefulSets make new ones of the same name. */
  readonly uid: string;
}

/** client-go's kubectl drain waits this long between two tries. */
const DEFAULT_RETRY_MS = 5_000;

/**
 * Asks for one pod's eviction (policy/v1), which respects PodDisruptionBudgets, as a deletion would not.
 *
 * Errors: only `signal.reason`; all else is a result, because a drain goes on with the other pods.
 */
export async function evict(
  transport: Transport,
  pod: EvictedPod,
  options: { readonly signal: AbortSignal; readonly gracePeriodSeconds?: number },
): Promise<EvictionResult> {
  try {
    await transport.request({
      method: 'POST',
      path: resourcePath(PODS, { namespace: pod.namespace, name: pod.name, subresource: 'eviction' }),
      body: {
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { namespace: pod.namespace, name: pod.name },
        deleteOptions: {
          preconditions: { uid: pod.uid },
          gracePeriodSeconds: options.gracePeriodSeconds,
        },
      },
      signal: options.signal,
    });
    return { kind: 'ok' };
  } catch (error) {
    options.signal.throwIfAborted();
    if (isTooManyRequests(error)) {
      const budget = error.details.causes?.find(({ reason }) => reason === 'DisruptionBudget');
      return {
        kind: 'blocked',
        by: budget ? 'budget' : 'server',
        message: budget?.message ?? error.message,
        retryAfterMs: error.retryAfterMs ?? DEFAULT_RETRY_MS,
      };
    }
    // the only precondition is the uid: a conflict about it means another pod has the name now
    if (isNotFound(error) || (isConflict(error) && /\buid\b/i.test(error.message))) return { kind: 'gone' };
    return { kind: 'error', error: error instanceof Error ? error : new Error(String(error)) };
  }
}
