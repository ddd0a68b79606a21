/** One round of evictions, and what the apiserver said to them. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { remove } from '@talos/lib/kube/apply.ts';
import { type EvictionResult, evict } from '@talos/lib/kube/eviction.ts';
import { PODS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { PodRef } from '@talos/lib/plan/index.ts';

interface Refusal {
  readonly message: string;
  /** Not asked again before, by the monotonic clock. */
  readonly notBefore: number;
}

/** A pod that could not be evicted for another reason than a budget is asked about again after this. */
const ERROR_RETRY_MS = 5_000;
/** Of one node: its pods are asked for side by side, and no drain takes the apiserver for itself. */
const AT_ONCE = 4;
/** What was refused so long ago is about no pod any more. */
const FORGET_MS = 600_000;

export class Evictions {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #refusals = new Map<string, Refusal>();

  constructor(transport: Transport, clock: Clock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /** Why the pod is still there, as far as the apiserver said. */
  refusal(podUid: string): string | undefined {
    return this.#refusals.get(podUid)?.message;
  }

  /**
   * Asks for the eviction of each of the pods, without waiting for any to end. With `force` one that its budget does not let go is
   * deleted, with its grace period.
   * Returns after how many milliseconds a refused one may be asked about again; undefined when there is none.
   */
  async round(pods: readonly PodRef[], force: boolean, signal: AbortSignal): Promise<number | undefined> {
    const now = this.#clock.monotonic();
    for (const [uid, { notBefore }] of this.#refusals) if (notBefore < now - FORGET_MS) this.#refusals.delete(uid);
    const times: number[] = [];
    const rest = pods.values();
    const ask = async (): Promise<void> => {
      for (const { namespace, name, uid } of rest) {
        const before = this.#refusals.get(uid);
        const due = before === undefined || before.notBefore <= now;
        const refusal = due ? this.#refusalOf(await this.#ask({ namespace, name, uid }, force, signal), now) : before;
        if (refusal === undefined) this.#refusals.delete(uid);
        else {
          this.#refusals.set(uid, refusal);
          times.push(refusal.notBefore - now);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async #ask(
    pod: { readonly namespace: string; readonly name: string; readonly uid: string },
    force: boolean,
    signal: AbortSignal,
  ): Promise<EvictionResult> {
    const result = await evict(this.#transport, pod, { signal });
    if (!force || result.kind !== 'blocked' || result.by !== 'budget') return result;
    try {
      await remove(this.#transport, PODS, pod, { signal, uid: pod.uid });
      return { kind: 'ok' };
    } catch (thrown) {
      signal.throwIfAborted();
      const { message } = thrown as Error;
      return { kind: 'error', error: new Error(`it is to be deleted by force, which failed: ${message}`) };
    }
  }

  #refusalOf(result: EvictionResult, now: number): Refusal | undefined {
    switch (result.kind) {
      case 'ok':
      case 'gone':
        return undefined;
      case 'blocked':
        return { message: result.message, notBefore: now + result.retryAfterMs };
      case 'error':
        return { message: result.error.message, notBefore: now + ERROR_RETRY_MS };
    }
  }
}
