/** One round of evictions, and what the apiserver said to them. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { evict } from '@talos/lib/kube/eviction.ts';
import type { Pod } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';

interface Refusal {
  readonly message: string;
  /** Not asked again before, by the monotonic clock. */
  readonly notBefore: number;
}

/** A pod that could not be evicted for another reason than a budget is asked about again after this. */
const ERROR_RETRY_MS = 5_000;

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
   * Asks for the eviction of each of the pods that is not on its way out already, without waiting for any to end.
   * Returns after how many milliseconds a refused one may be asked about again; undefined when there is none.
   */
  async round(pods: readonly Pod[], signal: AbortSignal): Promise<number | undefined> {
    const present = new Set(pods.map(({ metadata }) => metadata.uid));
    for (const uid of this.#refusals.keys()) if (!present.has(uid)) this.#refusals.delete(uid);
    const now = this.#clock.monotonic();
    for (const { metadata } of pods) {
      const { name, namespace = '', uid = '' } = metadata;
      if (metadata.deletionTimestamp !== undefined || (this.#refusals.get(uid)?.notBefore ?? now) > now) continue;
      const result = await evict(this.#transport, { namespace, name, uid }, { signal });
      switch (result.kind) {
        case 'ok':
        case 'gone':
          this.#refusals.delete(uid);
          break;
        case 'blocked':
          this.#refusals.set(uid, { message: result.message, notBefore: now + result.retryAfterMs });
          break;
        case 'error':
          this.#refusals.set(uid, { message: result.error.message, notBefore: now + ERROR_RETRY_MS });
          break;
      }
    }
    const times = [...this.#refusals.values()].map(({ notBefore }) => notBefore - now);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
