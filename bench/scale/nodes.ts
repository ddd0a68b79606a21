/** Nodes and pods as objects alone, and whatever else writes to them in a cluster: kubelets, a scheduler, a ReplicaSet's controller. */
import { systemClock } from '@talos/lib/control/clock.ts';
import { create, patchStatus, remove } from '@talos/lib/kube/apply.ts';
import { isConflict, isNotFound } from '@talos/lib/kube/errors.ts';
import { NODES, type Node, PODS, type Pod } from '@talos/lib/kube/resources.ts';
import { Store } from '@talos/lib/kube/store.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { pino } from 'pino';

/** From an eviction until the kubelet has ended the pod. */
const TERMINATION_MS = 1_000;
/** As a kubelet's own, while nothing changes. */
const HEARTBEAT_MS = 5 * 60_000;
const AT_ONCE = 16;

export interface NodesOptions {
  /** As system:masters: none of these requests is the operator's. */
  readonly transport: Transport;
  readonly nodes: readonly { readonly name: string; readonly address: string }[];
  readonly podsPerNode: number;
  readonly signal: AbortSignal;
}

export class SimulatedNodes {
  readonly #options: NodesOptions;
  readonly #nodes = new Store<Node>({ type: NODES });
  readonly #pods = new Store<Pod>({ type: PODS, namespace: 'default' });
  /** Pods of each node that are there to stay. */
  readonly #load = new Map<string, number>();
  /** Those whose end is under way. */
  readonly #ending = new Set<string>();
  #made = 0;

  constructor(options: NodesOptions) {
    this.#options = options;
  }

  /** Makes them all, and lives with them until the signal aborts. */
  async start(): Promise<void> {
    const { transport, nodes, podsPerNode, signal } = this.#options;
    await each(nodes, async ({ name, address }) => {
      await create(transport, NODES, { metadata: { name, labels: { 'kubernetes.io/hostname': name } } }, { signal });
      const status = { addresses: [{ type: 'InternalIP', address }], nodeInfo: { architecture: 'amd64' } };
      await patchStatus(transport, NODES, { name }, { ...status, ...conditions() }, { signal });
    });
    await each(
      nodes.flatMap(({ name }) => Array.from({ length: podsPerNode }, () => name)),
      (name) => this.#makePod(name),
    );
    const run = { clock: systemClock, logger: pino({ level: 'silent' }), signal };
    this.#pods.onChange((key) => {
      const pod = this.#pods.get(key);
      const uid = pod?.metadata.uid ?? '';
      if (pod?.metadata.deletionTimestamp === undefined || this.#ending.has(uid)) return;
      this.#ending.add(uid);
      this.#endPod(pod).catch((error) => this.#failed(error));
    });
    for (const store of [this.#nodes, this.#pods]) store.run(transport, run).catch((error) => this.#failed(error));
    await Promise.all([this.#nodes.synced(signal), this.#pods.synced(signal)]);
    for (const [index, { name }] of nodes.entries()) {
      const offset = (HEARTBEAT_MS * index) / nodes.length;
      this.#beat(name, offset).catch((error) => this.#failed(error));
    }
  }

  /** Its kubelet has started. */
  report(name: string): void {
    const { transport, signal } = this.#options;
    patchStatus(transport, NODES, { name }, conditions(), { signal }).catch((error) => this.#failed(error));
  }

  async #beat(name: string, offsetMs: number): Promise<void> {
    const { signal } = this.#options;
    await systemClock.sleep(offsetMs, signal);
    while (!signal.aborted) {
      this.report(name);
      await systemClock.sleep(HEARTBEAT_MS, signal);
    }
  }

  async #endPod(pod: Pod): Promise<void> {
    const { transport, signal } = this.#options;
    const { name, uid } = pod.metadata;
    await systemClock.sleep(TERMINATION_MS, signal);
    try {
      await remove(transport, PODS, { name, namespace: 'default' }, { signal, gracePeriodSeconds: 0, uid: uid ?? '' });
    } catch (error) {
      if (!isNotFound(error) && !isConflict(error)) throw error;
    }
    const node = pod.spec?.nodeName ?? '';
    this.#load.set(node, (this.#load.get(node) ?? 1) - 1);
    const next = this.#leastLoaded();
    if (next !== undefined) await this.#makePod(next);
  }

  /** Nothing tolerates a taint here. */
  #leastLoaded(): string | undefined {
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const { metadata, spec } of this.#nodes.values()) {
      const load = this.#load.get(metadata.name) ?? 0;
      if (load < least && (spec?.taints ?? []).length === 0) [best, least] = [metadata.name, load];
    }
    return best;
  }

  async #makePod(node: string): Promise<void> {
    const { transport, signal } = this.#options;
    this.#made += 1;
    this.#load.set(node, (this.#load.get(node) ?? 0) + 1);
    const metadata = {
      name: `pod-${String(this.#made).padStart(6, '0')}`,
      namespace: 'default',
      labels: { app: 'web' },
    };
    const containers = [{ name: 'web', image: 'osctl.dev/pause' }];
    await create(transport, PODS, { metadata, spec: { nodeName: node, containers } }, { signal });
  }

  #failed(error: unknown): void {
    if (!this.#options.signal.aborted) console.error('bench: the simulated cluster:', error);
  }
}

function conditions() {
  const time = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const told = { reason: 'KubeletReady', message: 'told by a simulated kubelet' };
  return {
    conditions: [{ type: 'Ready', status: 'True', ...told, lastHeartbeatTime: time, lastTransitionTime: time }],
  };
}

export async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
