/**
 * A cluster that exists only as a value: it does what the plan says, with agents, reboots, trial boots and faults, in
 * simulated time. The planner's properties are tested on it, and a rollout can be rehearsed on it.
 */
import { canonicalJson, impactOf, maskedHash, type PublicDocuments, secretDigest } from '@talos/crds/config/index.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import type { InFlight, Machine, Quarantine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutStatus } from '@talos/crds/rollout.ts';
import type { SecretKeyView, SecretsView } from './config/secrets.ts';
import { RenderMemo } from './config/wanted.ts';
import { iso } from './context.ts';
import { type GateReading, gateHash } from './gate.ts';
import { plan } from './plan.ts';
import { gatesAsked } from './pool.ts';
import { isLifted, withRetried } from './retry.ts';
import { rolloutStatuses, toldOf } from './status/rollout.ts';
import type {
  AgentView,
  FailedBootView,
  NodeView,
  OperationView,
  Plan,
  PodRef,
  Resolution,
  Role,
  Snapshot,
  Step,
} from './types.ts';

export type Behaviour = 'good' | 'crash' | 'no-kubelet' | 'missing' | 'mismatch';

export interface SimulatedImage {
  readonly digest: string;
  readonly version: string;
  readonly behaviour: Behaviour;
}

export interface Scenario {
  readonly controlPlanes: number;
  readonly workers: number;
  /** By reference, e.g. osctl.dev/talos:1. */
  readonly images: Readonly<Record<string, SimulatedImage>>;
  /** What every node runs at first. */
  readonly first: string;
  readonly start: number;
  /** What people wish of its rollouts. */
  readonly rollout?: NonNullable<Machine['spec']['rollout']>;
  /** Whether a node crashes with an image that others work with. */
  readonly crashesOn?: (node: string, image: SimulatedImage) => boolean;
  /** Whether a node stays away once it has left for an upgrade. */
  readonly staysAway?: (node: string) => boolean;
  /** From the reboot of an upgrade until the node is up again (ms). */
  readonly bootMs?: (role: Role) => number;
  /** Without it every node has two pods, that leave when they are asked and are back when the node is open. */
  readonly workload?: SimulatedPods;
  /** Whether a node can't work with such documents: services of it are not healthy then. */
  readonly breaks?: (documents: PublicDocuments) => boolean;
}

/** The pods of a cluster, where they are told apart. */
export interface SimulatedPods {
  on(node: string): readonly PodRef[];
  evict(pods: readonly PodRef[], force: boolean): void;
  /** `isOpen`: whether pods are put on a node. */
  tick(now: number, isOpen: (node: string) => boolean): void;
}

interface Job {
  readonly operationID: string;
  readonly image: SimulatedImage;
  readonly requireConfirm: boolean;
  readonly confirmWithinMs: number;
  /** It boots what it runs anyway: a change of its configuration asked for that. */
  readonly plain: boolean;
  stage: 'stopping' | 'down';
  at: number;
}

export interface SimulatedNode {
  name: string;
  uid: string;
  role: Role;
  boots: number;
  bootTime: number;
  running: SimulatedImage;
  other: SimulatedImage | undefined;
  operations: OperationView[];
  trial:
    | { operationID: string; awaitsCaller: boolean; until: number; back: SimulatedImage; image: SimulatedImage }
    | undefined;
  failedBoot: FailedBootView | undefined;
  job: Job | undefined;
  pulls: { operationID: string; image: SimulatedImage; at: number }[];
  downUntil: number;
  unreachableUntil: number;
  kubeletAt: number;
  heartbeat: number;
  tainted: boolean;
  taintSeen: boolean;
  unschedulable: boolean;
  labels: Record<string, string>;
  pods: number;
  stuckUntil: number;
  documents: PublicDocuments;
  /** In force before these documents. */
  former: PublicDocuments;
  staged: PublicDocuments | undefined;
  /** What it goes back to; without an end it stays and goes with the trial boot. */
  tried: { readonly before: PublicDocuments; readonly until: number } | undefined;
  /** `service`: kubelet fails until it is restarted; `kernel`: until the node boots anew; `hardware`: whatever is done. */
  ailment: 'service' | 'kernel' | 'hardware' | undefined;
  /** Until then a volume is attached, whatever pods there are. */
  attachedUntil: number;
}

/** The nodes' own. */
const DIGEST_KEY = Buffer.alloc(32, 1);

const operation = (id: string, type: string, fromBootID: string, digest?: string): OperationView => ({
  id,
  type,
  state: 'running',
  phase: type === 'prepare' ? 'pull' : 'stop-services',
  message: '',
  fromBootID,
  ...(digest === undefined ? {} : { digest }),
});

export class SimulatedCluster {
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
  readonly #images: Readonly<Record<string, SimulatedImage>>;
  readonly #breaks: (documents: PublicDocuments) => boolean;
  readonly #crashesOn: NonNullable<Scenario['crashesOn']>;
  readonly #staysAway: NonNullable<Scenario['staysAway']>;
  readonly #bootMs: NonNullable<Scenario['bootMs']>;
  readonly #workload: SimulatedPods | undefined;
  readonly #memo = new RenderMemo();
  readonly #hashes = new WeakMap<PublicDocuments, string>();
  #uids = 0;

  constructor(scenario: Scenario) {
    this.now = scenario.start;
    this.#images = scenario.images;
    this.#breaks = scenario.breaks ?? (() => false);
    this.#crashesOn = scenario.crashesOn ?? (() => false);
    this.#staysAway = scenario.staysAway ?? (() => false);
    this.#bootMs = scenario.bootMs ?? (() => 0);
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
    const early = this.now - 60_000;
    this.nodes.push({
      name,
      uid: `uid-${this.#uids}`,
      role,
      boots: 1,
      bootTime: early,
      running: image,
      other: undefined,
      operations: [],
      trial: undefined,
      failedBoot: undefined,
      job: undefined,
      pulls: [],
      downUntil: 0,
      unreachableUntil: 0,
      kubeletAt: early,
      heartbeat: this.now,
      tainted: false,
      taintSeen: false,
      unschedulable: false,
      labels: { 'kubernetes.io/hostname': name },
      pods: 2,
      stuckUntil: 0,
      documents: documentsOf(name, role),
      former: documentsOf(name, role),
      staged: undefined,
      tried: undefined,
      attachedUntil: 0,
      ailment: undefined,
    });
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

  /** The node loses power: what its agent did is broken off, the slot that is not on trial boots. */
  cutPower(name: string): void {
    const node = this.nodes.find((one) => one.name === name);
    if (node === undefined) return;
    const interrupted = { code: 'INTERRUPTED', message: 'the node lost power', retryable: true, condemnsImage: false };
    for (const { id, state } of node.operations)
      if (state === 'running' && node.trial?.operationID !== id) this.#finish(node, id, interrupted);
    node.job = undefined;
    node.pulls = [];
    node.staged = undefined;
    this.#boot(node, 5_000);
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
        members: controlPlanes.map((node) => ({ node: node.name, voter: true, healthy: this.#isUp(node) })),
        ...(this.etcdLeader === undefined ? {} : { leader: this.etcdLeader }),
      },
      leader: {
        epoch: this.epoch,
        node: this.operatorNode,
        standbyReady: controlPlanes.some((node) => node.name !== this.operatorNode && this.#isReady(node)),
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
      case 'create-nodestate': {
        if (node === undefined) return;
        const owner = { apiVersion: 'v1', kind: 'Node', name: node.name, uid: node.uid };
        this.nodeStates.set(node.name, {
          apiVersion: 'osctl.dev/v1alpha1',
          kind: 'NodeState',
          metadata: { name: node.name, ownerReferences: [owner] },
          spec: {},
        });
        return;
      }
      case 'create-rollout':
        if (this.rollouts.some(({ metadata }) => metadata.name === step.name)) return;
        this.rollouts.push({
          apiVersion: 'osctl.dev/v1alpha1',
          kind: 'Rollout',
          metadata: { name: step.name },
          spec: step.spec,
        });
        return;
      case 'set-target':
        this.#edit(step.node, (state) => {
          // An apiserver gives fields back in an order of its own.
          const stored = step.managed?.map((field) => JSON.parse(canonicalJson(field)) as typeof field);
          const managed = stored === undefined ? {} : { managed: stored };
          return { ...state, spec: { ...state.spec, target: step.target, ...managed } };
        });
        return;
      case 'set-operation':
        this.#edit(step.node, (state) => ({ ...state, spec: { ...state.spec, operation: step.operation } }));
        return;
      case 'record':
        this.#edit(step.node, (state) => {
          const { healing } = state.status ?? {};
          return { ...state, status: healing === undefined ? { ...step.way } : { ...step.way, healing } };
        });
        return;
      case 'record-healing':
        this.#edit(step.node, (state) => {
          const { healing: _, ...status } = state.status ?? {};
          return { ...state, status: step.healing === undefined ? status : { ...status, healing: step.healing } };
        });
        return;
      case 'restart-service':
        if (node === undefined || !this.#isUp(node)) return;
        node.kubeletAt = this.now;
        if (node.ailment === 'service') node.ailment = undefined;
        return;
      case 'reboot':
        if (node === undefined || !this.#isUp(node) || this.#bootID(node) !== step.expectedBootID) return;
        if (node.operations.some(({ id }) => id === step.operationID)) return;
        node.operations.push(operation(step.operationID, 'reboot', step.expectedBootID, node.running.digest));
        this.#finish(node, step.operationID);
        this.#boot(node, 20_000);
        if (node.ailment !== 'hardware') node.ailment = undefined;
        return;
      case 'acquire':
        this.#editInFlight((list) => (list.some(({ uid }) => uid === step.entry.uid) ? list : [...list, step.entry]));
        return;
      case 'release':
        this.#editInFlight((list) => list.filter(({ uid }) => uid !== step.uid));
        return;
      case 'quarantine':
        this.#editQuarantine((list) =>
          list.some(({ node, targetHash }) => node === step.entry.node && targetHash === step.entry.targetHash)
            ? list
            : [...list, step.entry],
        );
        return;
      case 'drop-quarantine':
        this.#editQuarantine((list) =>
          list.filter(
            ({ targetHash, digest, configHash }) =>
              targetHash === step.keepTargetHash ||
              (configHash === undefined && digest !== undefined && step.keepDigests.includes(digest)),
          ),
        );
        return;
      case 'lift-quarantine':
        this.#editQuarantine((list) => list.filter((entry) => !isLifted(entry, step.entries)));
        return;
      case 'retry':
        this.#editRollout(step.rollout, (status) => withRetried(status, step.retried));
        return;
      case 'forget-rollout': {
        const index = this.rollouts.findIndex(({ metadata }) => metadata.name === step.name);
        if (index >= 0) this.rollouts.splice(index, 1);
        return;
      }
      case 'halt': {
        const { node, reason, failures } = step;
        this.#editRollout(step.rollout, (status) => ({
          ...status,
          phase: 'Halted',
          node,
          reason,
          failures: toldOf(failures),
        }));
        return;
      }
      case 'resolve-image': {
        const image = this.#images[step.image];
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
      case 'prepare': {
        if (node === undefined || !this.#isUp(node) || node.operations.some(({ id }) => id === step.operationID))
          return;
        const image = this.#byDigest(step.image);
        node.operations.push(operation(step.operationID, 'prepare', this.#bootID(node), image.digest));
        node.pulls.push({ operationID: step.operationID, image, at: this.now + 8_000 });
        return;
      }
      case 'snapshot-etcd':
        if (node === undefined) return;
        this.#edit(node.name, (state) => ({ ...state, status: { ...state.status, snapshotFor: step.operationID } }));
        return;
      case 'move-etcd-leader':
        this.etcdLeader =
          this.nodes.find((other) => other.role === 'control-plane' && other.uid !== step.uid && this.#isUp(other))
            ?.name ?? this.etcdLeader;
        return;
      case 'hand-over-lease': {
        const next = this.nodes.find(
          (other) => other.role === 'control-plane' && other.uid !== step.uid && this.#isReady(other),
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
      case 'upgrade': {
        if (node === undefined || !this.#isUp(node) || this.#bootID(node) !== step.expectedBootID) return;
        if (node.operations.some(({ id }) => id === step.operationID)) return;
        const image = this.#byDigest(step.image);
        node.operations.push(operation(step.operationID, 'upgrade', step.expectedBootID, image.digest));
        const { operationID, requireConfirm, confirmWithinMs } = step;
        if (node.running === image && node.trial === undefined) {
          this.#finish(node, operationID);
          return;
        }
        const at = this.now + 5_000;
        node.job = { operationID, image, requireConfirm, confirmWithinMs, plain: false, stage: 'stopping', at };
        return;
      }
      case 'configure': {
        if (node === undefined || !this.#isUp(node)) return;
        if (maskedHash(step.documents) === maskedHash(node.documents)) return;
        if (step.expectedHash !== maskedHash(node.documents) || node.tried !== undefined || node.job !== undefined)
          return;
        if (step.mode === 'with-upgrade') {
          node.staged = step.documents;
          return;
        }
        const reboots = impactOf(node.documents, step.documents).disruption === 'REBOOT';
        node.tried = { before: node.documents, until: this.now + step.tryMs };
        node.staged = undefined;
        this.#configure(node, step.documents, reboots ? step.operationID : '');
        return;
      }
      case 'keep-config':
        if (node !== undefined && this.#isUp(node) && maskedHash(node.documents) === step.configHash)
          node.tried = undefined;
        return;
      case 'revert-config':
        if (node === undefined || !this.#isUp(node) || maskedHash(node.documents) !== step.configHash) return;
        // As Config.Rollback: back from the try, else to what was in force before.
        if (node.tried === undefined) this.#configure(node, node.former, `config-back-${this.now}`);
        else this.#goBack(node);
        return;
      case 'unstage-config':
        if (node !== undefined && this.#isUp(node)) node.staged = undefined;
        return;
      case 'confirm':
        if (node?.trial?.operationID === step.operationID && this.#isUp(node)) this.#confirm(node);
        return;
      default:
        step satisfies never;
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
    for (const node of this.nodes) this.#tick(node);
    const open = new Set(
      this.nodes.filter((node) => !node.tainted && !node.unschedulable && this.#isReady(node)).map(({ name }) => name),
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

  #tick(node: SimulatedNode): void {
    for (const pull of node.pulls.filter(({ at }) => at <= this.now)) {
      node.pulls = node.pulls.filter((other) => other !== pull);
      if (pull.image.behaviour === 'mismatch') {
        const message = 'what the registry sent has another digest';
        this.#finish(node, pull.operationID, {
          code: 'DIGEST_MISMATCH',
          message,
          retryable: false,
          condemnsImage: true,
        });
      } else {
        node.other = pull.image;
        this.#finish(node, pull.operationID);
      }
    }
    const { job } = node;
    if (job === undefined && node.downUntil === Number.POSITIVE_INFINITY) return;
    if (job !== undefined && job.at <= this.now) {
      if (job.stage === 'stopping') {
        job.stage = 'down';
        job.at = this.now + 5_000;
        node.downUntil = Number.POSITIVE_INFINITY;
      } else {
        node.job = undefined;
        if (job.plain) {
          this.#finish(node, job.operationID);
          this.#boot(node, 0);
          return;
        }
        const { operationID, image, requireConfirm } = job;
        const bootMs = this.#staysAway(node.name) ? Number.POSITIVE_INFINITY : this.#bootMs(node.role);
        if (node.staged !== undefined) {
          node.tried = { before: node.documents, until: Number.POSITIVE_INFINITY };
          node.former = node.documents;
          node.documents = node.staged;
          node.staged = undefined;
        }
        node.trial = {
          operationID,
          awaitsCaller: requireConfirm,
          until: this.now + bootMs + job.confirmWithinMs,
          back: node.running,
          image,
        };
        node.other = node.running;
        node.running = image;
        this.#boot(node, bootMs);
        if (image.behaviour === 'crash' || this.#crashesOn(node.name, image)) this.#turnBack(node, 'crashed', true);
      }
    }
    if (node.tried !== undefined && this.now >= node.tried.until && node.job === undefined) this.#goBack(node);
    if (node.trial !== undefined && this.now >= node.trial.until) {
      const sick = node.running.behaviour === 'no-kubelet' || this.#breaks(node.documents);
      this.#turnBack(node, sick ? 'unhealthy' : 'unconfirmed', sick);
    }
    if (node.trial !== undefined && !node.trial.awaitsCaller && this.#isReady(node)) this.#confirm(node);
    if (this.#isReady(node)) node.heartbeat = this.now;
    // Pods come back to a node that is open to them.
    if (!node.tainted && !node.unschedulable && this.#isReady(node)) node.pods = 2;
  }

  #turnBack(node: SimulatedNode, cause: string, condemnsImage: boolean): void {
    const { trial } = node;
    if (trial === undefined) return;
    const message = `the trial boot ended: ${cause}`;
    node.failedBoot = {
      operationID: trial.operationID,
      digest: trial.image.digest,
      cause,
      message,
      condemnsImage,
      time: this.now,
      lastLines: ['the end'],
    };
    node.other = trial.image;
    node.running = trial.back;
    node.trial = undefined;
    // What the trial boot brought along goes with it.
    if (node.tried?.until === Number.POSITIVE_INFINITY) {
      node.former = node.documents;
      node.documents = node.tried.before;
      node.tried = undefined;
    }
    this.#finish(node, trial.operationID, { code: 'TRIAL_FAILED', message, retryable: !condemnsImage, condemnsImage });
    this.#boot(node, 5_000);
  }

  #confirm(node: SimulatedNode): void {
    if (node.trial !== undefined) this.#finish(node, node.trial.operationID);
    node.trial = undefined;
    if (node.tried?.until === Number.POSITIVE_INFINITY) node.tried = undefined;
  }

  /** Puts documents in force, with the reboot under that id if they need one, and the kubelet's restart otherwise. */
  #configure(node: SimulatedNode, documents: PublicDocuments, rebootID: string): void {
    const { disruption } = impactOf(node.documents, documents);
    node.former = node.documents;
    node.documents = documents;
    if (disruption === 'SERVICE_RESTART') node.kubeletAt = this.now + 2_000;
    if (disruption !== 'REBOOT') return;
    if (!node.operations.some(({ id }) => id === rebootID)) {
      node.operations.push(operation(rebootID, 'reboot', this.#bootID(node)));
    }
    const rest = { image: node.running, requireConfirm: false, confirmWithinMs: 0, plain: true } as const;
    node.job = { operationID: rebootID, ...rest, stage: 'stopping', at: this.now + 5_000 };
  }

  #goBack(node: SimulatedNode): void {
    const { tried } = node;
    if (tried === undefined || tried.until === Number.POSITIVE_INFINITY) return;
    node.tried = undefined;
    this.#configure(node, tried.before, `config-back-${this.now}`);
  }

  #boot(node: SimulatedNode, afterMs: number): void {
    node.boots += 1;
    node.downUntil = this.now + afterMs;
    node.bootTime = this.now + afterMs;
    node.kubeletAt = this.now + afterMs + 3_000;
    node.pods = node.tainted ? 0 : node.pods;
  }

  #finish(node: SimulatedNode, id: string, error?: OperationView['error']): void {
    node.operations = node.operations.map((one) =>
      one.id === id && one.state === 'running'
        ? { ...one, state: error === undefined ? 'succeeded' : 'failed', ...(error === undefined ? {} : { error }) }
        : one,
    );
  }

  #hash(documents: PublicDocuments): string {
    const hash = this.#hashes.get(documents) ?? maskedHash(documents);
    this.#hashes.set(documents, hash);
    return hash;
  }

  #isUp = (node: SimulatedNode): boolean => this.now >= node.downUntil && this.now >= node.unreachableUntil;
  #isReady = (node: SimulatedNode): boolean =>
    this.now >= node.downUntil &&
    node.ailment === undefined &&
    node.running.behaviour !== 'no-kubelet' &&
    this.now >= node.kubeletAt + 2_000 &&
    !this.#breaks(node.documents);
  #bootID = (node: SimulatedNode): string => `${node.name}-boot-${node.boots}`;

  /** Whether its machine runs and can be reached. */
  isUp(node: SimulatedNode): boolean {
    return this.#isUp(node);
  }

  /** Whether it does its work, whoever has seen that. */
  isReady(node: SimulatedNode): boolean {
    return this.#isReady(node);
  }

  /** What is true of a node, as one who sees everything would see it. */
  view(node: SimulatedNode): NodeView {
    const slots = [node.running, ...(node.other === undefined ? [] : [node.other])];
    const agent: AgentView = {
      reachable: this.#isUp(node),
      bootID: this.#bootID(node),
      bootTime: node.bootTime,
      slot: 'a',
      slots: slots.map(({ digest }, index) => ({ name: index === 0 ? 'a' : 'b', digest, bootable: true })),
      digest: node.running.digest,
      configHash: this.#hash(node.documents),
      config: {
        hash: this.#hash(node.documents),
        documents: node.documents,
        stagedHash: node.staged === undefined ? '' : this.#hash(node.staged),
        onTry: node.tried !== undefined && node.tried.until !== Number.POSITIVE_INFINITY,
      },
      version: node.running.version,
      kubernetesVersion: 'v1.37.2',
      ready: this.#isReady(node),
      failing:
        node.ailment === 'service' ? [{ id: 'kubelet', message: 'exited with code 1', since: node.kubeletAt }] : [],
      kubeletStartTime: node.kubeletAt,
      ...(node.job === undefined ? {} : { runningOperation: node.job.operationID }),
      operations: [...node.operations],
      ...(node.failedBoot === undefined ? {} : { failedBoot: node.failedBoot }),
      ...(node.trial === undefined
        ? {}
        : {
            trial: {
              operationID: node.trial.operationID,
              awaitsCaller: node.trial.awaitsCaller,
              healthy: this.#isReady(node),
            },
          }),
    };
    const two = Array.from(
      { length: node.pods },
      (_, index): PodRef => ({
        namespace: 'default',
        name: `pod-${index}`,
        uid: `${node.uid}-pod-${index}`,
        labels: { app: `app-${index}` },
        terminating: false,
      }),
    );
    return {
      name: node.name,
      uid: node.uid,
      role: node.role,
      labels: node.labels,
      architecture: 'amd64',
      address: '10.5.0.2',
      ready: this.#isReady(node),
      heartbeatTime: node.heartbeat,
      unschedulable: node.unschedulable,
      tainted: node.tainted,
      ...(node.tainted ? { pods: this.#workload?.on(node.name) ?? two } : {}),
      volumes: this.now < node.attachedUntil ? ['csi-volume'] : [],
      agent,
    };
  }

  #byDigest(reference: string): SimulatedImage {
    const digest = reference.split('@')[1];
    const image = Object.values(this.#images).find((one) => one.digest === digest);
    if (image === undefined) throw new RangeError(`there is no image ${reference}`);
    return image;
  }

  #edit(name: string, change: (state: NodeState) => NodeState): void {
    const state = this.nodeStates.get(name);
    if (state !== undefined) this.nodeStates.set(name, change(state));
  }

  #editRollout(name: string, change: (status: RolloutStatus) => RolloutStatus): void {
    const index = this.rollouts.findIndex(({ metadata }) => metadata.name === name);
    const rollout = this.rollouts[index];
    if (rollout !== undefined) this.rollouts[index] = { ...rollout, status: change(rollout.status ?? {}) };
  }

  #editInFlight(change: (list: readonly InFlight[]) => readonly InFlight[]): void {
    const status = this.machine.status ?? {};
    this.machine = { ...this.machine, status: { ...status, inFlight: [...change(status.inFlight ?? [])] } };
  }

  #editQuarantine(change: (list: readonly Quarantine[]) => readonly Quarantine[]): void {
    const status = this.machine.status ?? {};
    this.machine = { ...this.machine, status: { ...status, quarantine: [...change(status.quarantine ?? [])] } };
  }
}

/** What a node of a new cluster has of its own. */
function documentsOf(nodeName: string, role: Role): PublicDocuments {
  return {
    system: { nodeName, role },
    network: { nameservers: ['10.5.0.1'] },
    cluster: {
      name: 'simulated',
      endpoint: 'https://10.5.0.2:6443',
      controlPlanes: ['10.5.0.2'],
      podCIDR: '10.244.0.0/16',
      serviceCIDR: '10.96.0.0/12',
      dnsDomain: 'cluster.local',
    },
    kubelet: {},
    registry: {},
  };
}

export interface Rehearsal {
  readonly phase: Plan['phase'];
  readonly durationMs: number;
  readonly log: readonly { readonly time: string; readonly step: Step }[];
  readonly plan: Plan;
}

/** Runs a cluster until nothing is to be done any more, or for at most `limitMs` of its time. */
export function rehearse(cluster: SimulatedCluster, limitMs = 6 * 3_600_000): Rehearsal {
  const start = cluster.now;
  const log: { time: string; step: Step }[] = [];
  for (;;) {
    const next = cluster.plan();
    for (const step of next.steps) {
      log.push({ time: iso(cluster.now), step });
      cluster.apply(step);
    }
    if (next.steps.length === 0) cluster.tell(next);
    const still =
      next.steps.length === 0 &&
      (next.phase === 'Completed' || next.phase === 'Halted') &&
      (cluster.machine.status?.inFlight ?? []).length === 0;
    if (still || cluster.now - start >= limitMs)
      return { phase: next.phase, durationMs: cluster.now - start, log, plan: next };
    cluster.advance(1_000);
  }
}
