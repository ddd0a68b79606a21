/** One round: the objects that the plan was made of, overlaid with what the round itself has written. */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig, NodeConfigStatus } from '@talos/crds/nodeconfig.ts';
import type { NodeState, NodeStateSpec, NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { mergePatch, patchStatus } from '@talos/lib/kube/apply.ts';
import type { KubeObject } from '@talos/lib/kube/objects.ts';
import type { Store } from '@talos/lib/kube/store.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Snapshot } from '@talos/lib/plan/index.ts';
import type { Caches } from '../cluster/caches.ts';
import { FIELD_MANAGER } from '../resources.ts';
import { mergeDiff } from './merge-diff.ts';

/** What the plan spoke of is not there any more; the next plan will not speak of it. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/**
 * Guarantee: every write is a compare-and-swap against the state that the plan was made of, so that a plan is never
 * carried out on a cluster that has changed under it, and an operator that lost its leadership can't overwrite.
 * Errors: isConflict.
 */
export class Round {
  readonly snapshot: Snapshot;
  readonly signal: AbortSignal;
  /** How many objects this round has changed. */
  writes = 0;
  /** Milliseconds after which an executor wants another round. */
  againMs = Number.POSITIVE_INFINITY;
  readonly #transport: Transport;
  readonly #caches: Caches;
  readonly #written = new Map<string, KubeObject>();

  constructor(options: {
    readonly snapshot: Snapshot;
    readonly transport: Transport;
    readonly caches: Caches;
    readonly signal: AbortSignal;
  }) {
    this.snapshot = options.snapshot;
    this.signal = options.signal;
    this.#transport = options.transport;
    this.#caches = options.caches;
  }

  lookAgain(ms: number): void {
    this.againMs = Math.min(this.againMs, ms);
  }

  machine(): Machine {
    return this.#latest('Machine', this.snapshot.machine, 'the Machine');
  }

  nodeState(name: string): NodeState {
    const found = this.snapshot.nodeStates.find(({ metadata }) => metadata.name === name);
    return this.#latest('NodeState', found, `NodeState ${name}`);
  }

  nodeConfig(name: string): NodeConfig {
    const found = this.snapshot.nodeConfigs.find(({ metadata }) => metadata.name === name);
    return this.#latest('NodeConfig', found, `NodeConfig ${name}`);
  }

  writeNodeConfigStatus(name: string, status: NodeConfigStatus): Promise<void> {
    return this.#writeStatus(this.#caches.nodeConfigs, this.nodeConfig(name), status);
  }

  rollout(name: string): Rollout {
    const found = this.snapshot.rollouts.find(({ metadata }) => metadata.name === name);
    return this.#latest('Rollout', found, `Rollout ${name}`);
  }

  writeMachineStatus(status: NonNullable<Machine['status']>): Promise<void> {
    return this.#writeStatus(this.#caches.machines, this.machine(), status);
  }

  writeRolloutStatus(name: string, status: NonNullable<Rollout['status']>): Promise<void> {
    return this.#writeStatus(this.#caches.rollouts, this.rollout(name), status);
  }

  writeNodeStatus(name: string, status: NodeStateStatus): Promise<void> {
    return this.#writeStatus(this.#caches.nodeStates, this.nodeState(name), status);
  }

  async writeNodeSpec(name: string, spec: NodeStateSpec): Promise<void> {
    const current = this.nodeState(name);
    const patch = mergeDiff(current.spec ?? {}, spec);
    if (patch === undefined) return;
    const store = this.#caches.nodeStates;
    this.noteWritten(
      store,
      await mergePatch(this.#transport, store.type, { name }, { spec: patch }, this.#swap(current)),
    );
  }

  /** Makes the rest of the round, and everything that reads the cache, see an object that was just written. */
  noteWritten<T extends KubeObject>(store: Store<T>, object: T): void {
    this.writes += 1;
    this.#written.set(`${store.type.kind}/${object.metadata.name}`, object);
    store.written(object);
  }

  async #writeStatus<T extends KubeObject & { readonly status?: object }>(
    store: Store<T>,
    current: T,
    status: object,
  ): Promise<void> {
    const patch = mergeDiff(current.status ?? {}, status);
    if (patch === undefined) return;
    const { name } = current.metadata;
    this.noteWritten(store, await patchStatus<T>(this.#transport, store.type, { name }, patch, this.#swap(current)));
  }

  #swap(current: KubeObject) {
    return { signal: this.signal, fieldManager: FIELD_MANAGER, resourceVersion: current.metadata.resourceVersion };
  }

  #latest<T extends KubeObject>(kind: string, planned: T | undefined, what: string): T {
    const name = planned?.metadata.name;
    const latest = name === undefined ? undefined : (this.#written.get(`${kind}/${name}`) as T | undefined);
    const found = latest ?? planned;
    if (found === undefined) throw new GoneError(`${what} is not there any more`);
    return found;
  }
}
