/** The pods of the nodes that are being drained, and of no others: a cluster's pods are too many to keep. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { PODS, type Pod } from '@talos/lib/kube/resources.ts';
import { Store } from '@talos/lib/kube/store.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { mustGo, slimPod } from '@talos/lib/plan/objects/pod.ts';
import type { Logger } from 'pino';

export interface DrainedPodsOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly onChange: () => void;
}

interface Followed {
  readonly uid: string;
  readonly store: Store<Pod>;
  readonly stop: AbortController;
}

/**
 * Guarantee: what `podsOf` gives comes from a list that was begun after `follow` first named the node. Callers name a
 * node once they have seen our taint on it, so that no pod that was scheduled before is missed.
 */
export class DrainedPods {
  readonly #options: DrainedPodsOptions;
  readonly #followed = new Map<string, Followed>();

  constructor(options: DrainedPodsOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.follow([]), { once: true });
  }

  /** Watches the pods of exactly these nodes. */
  follow(nodes: readonly { readonly name: string; readonly uid: string }[]): void {
    for (const [name, followed] of this.#followed) {
      if (nodes.some((node) => node.name === name && node.uid === followed.uid)) continue;
      followed.stop.abort();
      this.#followed.delete(name);
    }
    for (const node of nodes) if (!this.#followed.has(node.name)) this.#begin(node);
  }

  /** The pods that must go; undefined until they have been listed. */
  podsOf(node: string): readonly Pod[] | undefined {
    const followed = this.#followed.get(node);
    return followed?.store.hasSynced ? followed.store.list().filter(mustGo) : undefined;
  }

  #begin({ name, uid }: { readonly name: string; readonly uid: string }): void {
    const { transport, clock, logger, signal, onChange } = this.#options;
    if (signal.aborted) return;
    const stop = new AbortController();
    const store = new Store<Pod>({
      type: PODS,
      fieldSelector: `spec.nodeName=${name}`,
      strip: slimPod,
      streamed: true,
    });
    this.#followed.set(name, { uid, store, stop });
    store.onChange(onChange);
    // an empty node changes nothing when its list comes in
    store.synced(stop.signal).then(onChange, () => {});
    store
      .run(transport, { clock, logger: logger.child({ node: name }), signal: stop.signal })
      .catch((err) => logger.error({ err, node: name }, 'watching the pods of a node ended'));
  }
}
