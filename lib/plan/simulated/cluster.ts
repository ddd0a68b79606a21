/**
 * A cluster that exists only as a value: it does what the plan says, with agents, reboots, trial boots and faults, in
 * simulated time. The planner's properties are tested on it, and a rollout can be rehearsed on it.
 */
import { maskedHash, type PublicDocuments, secretDigest } from '@talos/crds/config/index.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { SecretKeyView, SecretsView } from '../config/secrets.ts';
import { RenderMemo } from '../config/wanted.ts';
import { plan } from '../plan.ts';
import { rolloutStatuses } from '../status/rollout.ts';
import { type GateReading, gateHash } from '../turns/gate.ts';
import type { NodeView, Plan, Resolution, Role, Snapshot, Step } from '../types.ts';
import { gatesAsked } from '../wished/pool.ts';
import { ask } from './agent.ts';
import { cutPower, tick } from './boots.ts';
import { isReady, isUp, newNode, type SimulatedNode, type World } from './node.ts';
import { type Faults, faultsOf, type Scenario, type SimulatedImage, type SimulatedImages } from './scenario.ts';
import { viewOf } from './view.ts';
import type { SimulatedPods } from './workload.ts';
import { edit, type Objects, write } from './writes.ts';

/** The nodes' own. */
const DIGEST_KEY = Buffer.alloc(32, 1);

export class SimulatedCluster implements World, Objects {
  now: number;
  epoch = 1;
  machine: Machine;
  readonly rollouts: Rollout[] = [];
  readonly nodeConfigs: NodeConfig[] = [];
  readonly nodePools: NodePool[] = [];
  readonly nodeStates = new Map<string, NodeState>();
  readonly nodes: SimulatedNode[] = [];
  resolution: Resolution | undefined;
  /** Name → key → value. */
  readonly secrets = new Map<string, Readonly<Record<string, string>>>();
  /** In place of these, where only digests are known. */
  knownSecrets: SecretsView | undefined;
  /** Values of which the operator that leads has the digest. */
  readonly #digested = new Set<string>();
  etcdLeader: string | undefined;
  operatorNode: string;
  /** What gates say, by name; open where nothing is said. */
  readonly gates = new Map<string, GateReading['state']>();
  readonly images: SimulatedImages;
  readonly faults: Faults;
  readonly bootMs: World['bootMs'];
  readonly #workload: SimulatedPods | undefined;
  readonly #memo = new RenderMemo();
  readonly #hashes = new WeakMap<PublicDocuments, string>();
  #uids = 0;

  constructor(scenario: Scenario) {
    this.now = scenario.start;
    this.images = scenario.images;
    this.faults = faultsOf(scenario);
    this.bootMs = scenario.bootMs ?? (() => 0);
    this.#workload = scenario.workload;
    const image = scenario.images[scenario.first];
    if (image === undefined) throw new RangeError(`there is no image ${scenario.first}`);
    for (let index = 1; index <= scenario.controlPlanes; index++) this.join(`cp-${index}`, 'control-plane', image);
    for (let index = 1; index <= scenario.workers; index++) this.join(`worker-${index}`, 'worker', image);
    this.etcdLeader = 'cp-1';
    this.operatorNode = 'cp-1';
    this.machine = {
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'Machine',
      metadata: { name: 'cluster', generation: 1 },
      spec: {
        os: { image: scenario.first },
        ...(scenario.rollout === undefined ? {} : { rollout: scenario.rollout }),
      },
    };
  }

  join(name: string, role: Role, image: SimulatedImage): void {
    this.#uids += 1;
    this.nodes.push(newNode(name, `uid-${this.#uids}`, role, image, this.now));
  }

  wish(image: string): void {
    const generation = (this.machine.metadata.generation ?? 1) + 1;
    this.machine = {
      ...this.machine,
      metadata: { ...this.machine.metadata, generation },
      spec: { ...this.machine.spec, os: { image } },
    };
  }

  /** Machine.spec.config; undefined takes it away. */
  wishConfig(config: LayerConfig | undefined): void {
    const generation = (this.machine.metadata.generation ?? 1) + 1;
    const { config: _, ...spec } = this.machine.spec;
    this.machine = {
      ...this.machine,
      metadata: { ...this.machine.metadata, generation },
      spec: config === undefined ? spec : { ...spec, config },
    };
  }

  /** Applies a NodeConfig; without a spec it is deleted. */
  layer(name: string, spec: NodeConfig['spec'] | undefined): void {
    const index = this.nodeConfigs.findIndex(({ metadata }) => metadata.name === name);
    const generation = (this.nodeConfigs[index]?.metadata.generation ?? 0) + 1;
    if (index >= 0) this.nodeConfigs.splice(index, 1);
    if (spec === undefined) return;
    this.nodeConfigs.push({
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'NodeConfig',
      metadata: { name, generation },
      spec,
    });
  }

  /** Applies a NodePool; without a spec it is deleted. */
  pool(name: string, spec: NodePool['spec'] | undefined): void {
    const index = this.nodePools.findIndex(({ metadata }) => metadata.name === name);
    const generation = (this.nodePools[index]?.metadata.generation ?? 0) + 1;
    if (index >= 0) this.nodePools.splice(index, 1);
    if (spec === undefined) return;
    this.nodePools.push({ apiVersion: 'osctl.dev/v1alpha1', kind: 'NodePool', metadata: { name, generation }, spec });
  }

  removeNode(name: string): void {
    const index = this.nodes.findIndex((node) => node.name === name);
    if (index < 0) return;
    this.nodes.splice(index, 1);
    this.nodeStates.delete(name);
    if (this.etcdLeader === name) this.etcdLeader = this.nodes.find(({ role }) => role === 'control-plane')?.name;
    if (this.operatorNode === name)
      this.operatorNode = this.nodes.find(({ role }) => role === 'control-plane')?.name ?? '';
  }

  /** Its Node is deleted and made anew by its kubelet: another uid, nothing of ours on it; what its agent does goes on. */
  renewNode(name: string): void {
    const node = this.nodes.find((one) => one.name === name);
    if (node === undefined) return;
    this.#uids += 1;
    node.uid = `uid-${this.#uids}`;
    node.tainted = false;
    node.taintSeen = false;
    node.unschedulable = false;
    this.nodeStates.delete(name);
  }

  /** Another operator leads now; it knows only what is stored. */
  killLeader(): void {
    this.epoch += 1;
    this.resolution = undefined;
    this.#digested.clear();
  }

  /** The node loses power. */
  cutPower(name: string): void {
    const node = this.nodes.find((one) => one.name === name);
    if (node !== undefined) cutPower(this, node);
  }

  snapshot(): Snapshot {
    const controlPlanes = this.nodes.filter(({ role }) => role === 'control-plane');
    return {
      machine: this.machine,
      rollouts: [...this.rollouts],
      nodeConfigs: [...this.nodeConfigs],
      nodePools: [...this.nodePools],
      nodeStates: [...this.nodeStates.values()],
      nodes: this.nodes.map((node) => this.view(node)),
      resolution: this.resolution,
      secrets: this.#secrets(),
      gates: gatesAsked({ machine: this.machine, nodePools: this.nodePools }).map((gate): GateReading => {
        const state = this.gates.get(gate.name) ?? 'Open';
        const message = state === 'Open' ? '' : 'as the simulation says';
        return { name: gate.name, hash: gateHash(gate), state, message, owner: 'workload', time: this.now };
      }),
      etcd: {
        members: controlPlanes.map((node) => ({ node: node.name, voter: true, healthy: isUp(this, node) })),
        ...(this.etcdLeader === undefined ? {} : { leader: this.etcdLeader }),
      },
      leader: {
        epoch: this.epoch,
        node: this.operatorNode,
        standbyReady: controlPlanes.some((node) => node.name !== this.operatorNode && isReady(this, node)),
      },
    };
  }

  plan(): Plan {
    return plan(this.snapshot(), this.now, this.#memo);
  }

  /** Writes what the plan says of the rollouts, as the operator does when it has nothing else to do. */
  tell(said: Plan): void {
    const known = this.rollouts.find(({ metadata }) => metadata.name === said.rollout)?.status?.phase;
    if (said.rollout === undefined || known === said.phase) return;
    const statuses = rolloutStatuses(this.snapshot(), said, this.now);
    for (const [index, rollout] of this.rollouts.entries()) {
      const status = statuses.get(rollout.metadata.name);
      if (status !== undefined) this.rollouts[index] = { ...rollout, status };
    }
  }

  /** Does one step, as an executor would: again is the same as once. */
  apply(step: Step): void {
    const node = 'uid' in step ? this.nodes.find(({ uid }) => uid === step.uid) : undefined;
    switch (step.type) {
      case 'resolve-image': {
        const image = this.images[step.image];
        const found = image !== undefined && image.behaviour !== 'missing';
        const error = { code: 'IMAGE_NOT_FOUND', message: `${step.image} is not in the registry`, retryable: false };
        this.resolution = {
          targetHash: step.targetHash,
          node: step.node,
          time: this.now,
          ...(found ? { digest: image.digest } : { error }),
        };
        return;
      }
      case 'digest-secrets':
        for (const values of this.secrets.values()) {
          for (const value of Object.values(values)) this.#digested.add(value);
        }
        return;
      case 'snapshot-etcd':
        if (node === undefined) return;
        edit(this, node.name, (state) => ({ ...state, status: { ...state.status, snapshotFor: step.operationID } }));
        return;
      case 'move-etcd-leader':
        this.etcdLeader =
          this.nodes.find((other) => other.role === 'control-plane' && other.uid !== step.uid && isUp(this, other))
            ?.name ?? this.etcdLeader;
        return;
      case 'hand-over-lease': {
        const next = this.nodes.find(
          (other) => other.role === 'control-plane' && other.uid !== step.uid && isReady(this, other),
        );
        if (next !== undefined) {
          this.operatorNode = next.name;
          this.killLeader();
        }
        return;
      }
      case 'taint':
        if (node !== undefined) node.tainted = true;
        return;
      case 'untaint':
        if (node !== undefined) node.tainted = false;
        return;
      case 'drain':
        if (node === undefined || step.pods.length === 0) return;
        if (!step.force && this.now < node.stuckUntil) return;
        if (this.#workload === undefined) node.pods = Math.max(0, node.pods - 1);
        else this.#workload.evict(step.pods, step.force);
        return;
      case 'announce':
        return;
      case 'restart-service':
      case 'reboot':
      case 'prepare':
      case 'upgrade':
      case 'configure':
      case 'keep-config':
      case 'revert-config':
      case 'unstage-config':
      case 'confirm':
        if (node !== undefined) ask(this, node, step);
        return;
      case 'create-nodestate':
        if (node !== undefined) write(this, step);
        return;
      default:
        write(this, step);
    }
  }

  /** Lets time pass. */
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    while (this.now < end) {
      this.now = Math.min(end, this.now + 1_000);
      this.#tickAll();
    }
  }

  /** Lets time pass in which nothing happens on any node. */
  skip(milliseconds: number): void {
    this.now += milliseconds;
    this.#tickAll();
  }

  #tickAll(): void {
    for (const node of this.nodes) tick(this, node);
    const open = new Set(
      this.nodes.filter((node) => !node.tainted && !node.unschedulable && isReady(this, node)).map(({ name }) => name),
    );
    this.#workload?.tick(this.now, (name) => open.has(name));
  }

  #secrets(): SecretsView {
    if (this.knownSecrets !== undefined) return this.knownSecrets;
    const view = (value: string): SecretKeyView =>
      this.#digested.has(value) ? { kind: 'known', digest: secretDigest(DIGEST_KEY, value) } : { kind: 'undigested' };
    const secrets = [...this.secrets].map(
      ([name, values]) => [name, new Map(Object.entries(values).map(([key, value]) => [key, view(value)]))] as const,
    );
    return { namespace: 'talos-system', secrets: new Map(secrets) };
  }

  #hashOf = (documents: PublicDocuments): string => {
    const hash = this.#hashes.get(documents) ?? maskedHash(documents);
    this.#hashes.set(documents, hash);
    return hash;
  };

  /** Whether its machine runs and can be reached. */
  isUp(node: SimulatedNode): boolean {
    return isUp(this, node);
  }

  /** Whether it does its work, whoever has seen that. */
  isReady(node: SimulatedNode): boolean {
    return isReady(this, node);
  }

  /** What is true of a node, as one who sees everything would see it. */
  view(node: SimulatedNode): NodeView {
    return viewOf(this, node, this.#hashOf, this.#workload);
  }
}
