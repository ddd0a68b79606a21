/** One round: the objects that the plan was made of, overlaid with what the round itself has written. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig, NodeConfigStatus } from '@talos/crds/nodeconfig.ts';
import type { NodePool, NodePoolStatus } from '@talos/crds/nodepool.ts';
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

type MachineStatus = NonNullable<Machine['status']>;

export interface RoundOptions {
  readonly snapshot: Snapshot;
  readonly transport: Transport;
  readonly caches: Caches;
  readonly signal: AbortSignal;
  /** The status of such a NodeState with all that is told of the node. */
  readonly tell: (state: NodeState) => NodeStateStatus;
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
  readonly #states: ReadonlyMap<string, NodeState>;
  readonly #tell: (state: NodeState) => NodeStateStatus;
  /** Of the Machine's status: what goes with the next write, that write, and the one before it. */
  #changes: ((status: MachineStatus) => MachineStatus)[] = [];
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(options: RoundOptions) {
    this.snapshot = options.snapshot;
    this.signal = options.signal;
    this.#transport = options.transport;
    this.#caches = options.caches;
    this.#tell = options.tell;
    this.#states = new Map(options.snapshot.nodeStates.map((state) => [state.metadata.name, state]));
  }

  lookAgain(ms: number): void {
    this.againMs = Math.min(this.againMs, ms);
  }

  machine(): Machine {
    return this.#latest('Machine', this.snapshot.machine, 'the Machine');
  }

  nodeState(name: string): NodeState {
    return this.#latest('NodeState', this.#states.get(name), `NodeState ${name}`);
  }

  nodeConfig(name: string): NodeConfig {
    const found = this.snapshot.nodeConfigs.find(({ metadata }) => metadata.name === name);
    return this.#latest('NodeConfig', found, `NodeConfig ${name}`);
  }

  writeNodeConfigStatus(name: string, status: NodeConfigStatus): Promise<void> {
    return this.#writeStatus(this.#caches.nodeConfigs, this.nodeConfig(name), status);
  }

  nodePool(name: string): NodePool {
    const found = this.snapshot.nodePools.find(({ metadata }) => metadata.name === name);
    return this.#latest('NodePool', found, `NodePool ${name}`);
  }

  writeNodePoolStatus(name: string, status: NodePoolStatus): Promise<void> {
    return this.#writeStatus(this.#caches.nodePools, this.nodePool(name), status);
  }

  rollout(name: string): Rollout {
    const found = this.snapshot.rollouts.find(({ metadata }) => metadata.name === name);
    return this.#latest('Rollout', found, `Rollout ${name}`);
  }

  /** Many nodes take and give back their slots in one round: what is asked for at the same time is one write. */
  changeMachineStatus(change: (status: MachineStatus) => MachineStatus): Promise<void> {
    this.#changes.push(change);
    this.#next ??= this.#writeMachineStatus(this.#last);
    return this.#next;
  }

  async #writeMachineStatus(before: Promise<void>): Promise<void> {
    // who asked for that one is told if it failed
    await before.catch(() => {});
    await turn();
    const changes = this.#changes;
    this.#changes = [];
    this.#last = this.#next ?? this.#last;
    this.#next = undefined;
    const machine = this.machine();
    const status = changes.reduce((after, change) => change(after), machine.status ?? {});
    await this.#writeStatus(this.#caches.machines, machine, status);
  }

  writeRolloutStatus(name: string, status: NonNullable<Rollout['status']>): Promise<void> {
    return this.#writeStatus(this.#caches.rollouts, this.rollout(name), status);
  }

  /** With it goes what people read of the node: that needs no write of its own then. */
  writeNodeStatus(name: string, status: NodeStateStatus): Promise<void> {
    const state = this.nodeState(name);
    return this.#writeStatus(this.#caches.nodeStates, state, this.#tell({ ...state, status }));
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
