/**
 * What is true: the objects of the cluster, its nodes, and what Kubernetes' own parts make of them. Operators see it only
 * through the network; the invariants judge by it.
 */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { ApiserverModel, type ModelAnswer, type Stored } from '@talos/lib/kube/apiserver-model.testing.ts';
import { type ResourceType, resourcePath } from '@talos/lib/kube/objects.ts';
import { NODES, type Node, POD_DISRUPTION_BUDGETS, PODS, type Pod } from '@talos/lib/kube/resources.ts';
import { SimulatedCluster } from '@talos/lib/plan/simulated/cluster.ts';
import type { SimulatedNode } from '@talos/lib/plan/simulated/node.ts';
import { MACHINE_NAME, MACHINES, NAMESPACE, NODE_STATES, ROLLOUTS } from '../resources.ts';
import { SimulatedAgents } from '../testing/simulated-agents.testing.ts';
import type { Dice } from './dice.ts';
import { breaks, CONFIGS, IMAGES, type Scenario, type Workload } from './scenario.ts';
import type { Story } from './story.ts';

export const FIRST_IMAGE = 'osctl.dev/talos:1';
const START = '2026-01-01T00:00:00Z';
/** A kubelet that has nothing new says so no more often. */
const REPORT_MS = 300_000;
/** After which the node controller takes a node for lost. */
const GRACE_MS = 40_000;
/** From its binding until a pod is ready. */
const POD_START_MS = 3_000;
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

interface Told {
  readonly ready: string;
  readonly at: number;
  readonly boots: number;
}

export class World {
  readonly clock = new FakeClock(START, { turns: 1 });
  readonly api: ApiserverModel;
  readonly cluster: SimulatedCluster;
  readonly agents: SimulatedAgents;
  readonly scenario: Scenario;
  readonly dice: Dice;
  /** Who is about to write; for the story and the invariants. */
  actor = 'world';
  /** Until then the Kubernetes API is away, whatever the control planes do. */
  apiAwayUntil = 0;
  /** Pods that do not end before then, by uid. */
  readonly stuck = new Map<string, number>();
  /** Budgets that let nobody go, by the name of the workload, until then. */
  readonly tight = new Map<string, number>();
  /** Nodes whose kubelets do not register anew: their Nodes were deleted, or will not come back. */
  readonly gone = new Set<string>();
  readonly #told = new Map<string, Told>();
  readonly #seen = new Map<string, number>();
  readonly #terminating = new Map<string, number>();
  readonly #story: () => Story;
  #names = 0;
  #uids = 0;
  #ticks = 0;

  constructor(scenario: Scenario, dice: Dice, story: () => Story) {
    this.scenario = scenario;
    this.dice = dice;
    this.#story = story;
    this.api = new ApiserverModel({
      now: () => this.clock.now(),
      uid: () => `00000000-0000-4000-8000-${String(++this.#uids).padStart(12, '0')}`,
    });
    const { controlPlanes, workers } = scenario;
    this.cluster = new SimulatedCluster({
      controlPlanes,
      workers,
      images: IMAGES,
      first: FIRST_IMAGE,
      start: this.clock.now(),
      breaks,
    });
    this.agents = new SimulatedAgents(this.cluster, IMAGES);
    for (const node of this.cluster.nodes) this.#register(node);
    const spec = { os: { image: FIRST_IMAGE }, rollout: scenario.rollout };
    this.write('POST', MACHINES, {}, { metadata: { name: MACHINE_NAME }, spec });
    for (const { name, minAvailable } of scenario.workloads) {
      if (minAvailable === undefined) continue;
      const budget = {
        metadata: { namespace: 'default', name },
        spec: { minAvailable, selector: { matchLabels: { app: name } } },
      };
      this.write('POST', POD_DISRUPTION_BUDGETS, { namespace: 'default' }, budget);
    }
    for (let second = 0; second < 5; second++) this.tick();
  }

  // What everybody asks of the world.

  get machine(): Machine | undefined {
    return this.all(MACHINES).find(({ metadata }) => metadata.name === MACHINE_NAME);
  }

  all<T>(type: ResourceType & { readonly _object?: T }): readonly T[] {
    return this.api.all(resourcePath(type)) as unknown as readonly T[];
  }

  nodeState(name: string): NodeState | undefined {
    return this.all(NODE_STATES).find(({ metadata }) => metadata.name === name);
  }

  nodeObject(name: string): Node | undefined {
    return this.all(NODES).find(({ metadata }) => metadata.name === name);
  }

  podsOn(node: string): readonly Pod[] {
    return this.all(PODS).filter(({ spec }) => spec?.nodeName === node);
  }

  node(name: string): SimulatedNode | undefined {
    return this.cluster.nodes.find((node) => node.name === name);
  }

  /** Whether its machine runs and can be reached. */
  isUp(node: SimulatedNode): boolean {
    return this.cluster.isUp(node);
  }

  /** Whether anybody can reach a kube-apiserver that has its etcd. */
  get isApiUp(): boolean {
    const members = this.cluster.nodes.filter(({ role }) => role === 'control-plane');
    const up = members.filter((node) => this.isUp(node) && node.running.behaviour !== 'no-kubelet').length;
    return this.clock.now() >= this.apiAwayUntil && up > members.length / 2;
  }

  /** A write of the world's own: of a person, a kubelet, a controller of Kubernetes. Always gets through. */
  write(
    method: 'POST' | 'PATCH' | 'DELETE',
    type: ResourceType,
    at: { readonly namespace?: string; readonly name?: string; readonly subresource?: 'status' },
    body: object = {},
  ): ModelAnswer {
    const before = this.actor;
    this.actor = 'world';
    try {
      const contentType = 'application/merge-patch+json';
      const path = resourcePath(type, at);
      const sent = method === 'POST' ? { kind: type.kind, apiVersion: apiVersionOf(type), ...body } : body;
      return this.api.serve({
        method,
        path,
        query: new Map<string, string>() as never,
        body: sent as never,
        contentType,
      });
    } finally {
      this.actor = before;
    }
  }

  // What people do.

  wish(change: Record<string, unknown>): void {
    this.write('PATCH', MACHINES, { name: MACHINE_NAME }, { spec: change });
  }

  wishConfig(name: string | undefined): void {
    this.wish({ config: name === undefined ? null : CONFIGS[name] });
  }

  /** Its kubelet makes it anew, with another uid, unless the machine is gone. */
  deleteNode(name: string): void {
    this.write('DELETE', NODES, { name });
    this.#told.delete(name);
  }

  /** The machine, and all that was on it, is there no longer. */
  removeMachine(name: string): void {
    this.deleteNode(name);
    this.cluster.removeNode(name);
  }

  // What happens by itself.

  /** Once a second. */
  tick(): void {
    this.#ticks += 1;
    this.cluster.advance(this.clock.now() - this.cluster.now);
    if (!this.isApiUp) return;
    for (const node of this.cluster.nodes) this.#kubelet(node);
    this.#collectGarbage();
    this.#pods();
    for (const workload of this.scenario.workloads) this.#replicas(workload);
    for (const workload of this.scenario.workloads) this.#budget(workload);
    if (this.#ticks % 60 === 0) this.api.bookmark();
  }

  #register(node: SimulatedNode): void {
    const index = Number(node.name.split('-').at(-1));
    const labels = {
      'kubernetes.io/hostname': node.name,
      'topology.kubernetes.io/zone': index % 2 === 0 ? 'even' : 'odd',
      ...(node.role === 'control-plane' ? { [CONTROL_PLANE]: '' } : {}),
    };
    const { body } = this.write('POST', NODES, {}, { metadata: { name: node.name, labels }, spec: {} });
    node.uid = (body as Stored).metadata.uid;
    const address = `10.5.${node.role === 'worker' ? 1 : 0}.${index + 1}`;
    const status = {
      addresses: [{ type: 'InternalIP', address }],
      nodeInfo: { architecture: 'amd64' },
    };
    this.write('PATCH', NODES, { name: node.name, subresource: 'status' }, { status });
    const owner = (kind: string) => [
      { apiVersion: 'apps/v1', kind, name: kind.toLowerCase(), uid: 'x', controller: true },
    ];
    this.#pod(`proxy-${node.name}`, 'kube-system', node.name, {}, { ownerReferences: owner('DaemonSet') });
    if (node.role === 'worker') return;
    const mirror = { annotations: { 'kubernetes.io/config.mirror': 'x' }, ownerReferences: owner('Node') };
    this.#pod(`kube-apiserver-${node.name}`, 'kube-system', node.name, {}, mirror);
    const labelled = { ownerReferences: owner('DaemonSet') };
    this.#pod(`operator-${node.name}`, NAMESPACE, node.name, { 'app.kubernetes.io/name': 'talos-operator' }, labelled);
  }

  #pod(name: string, namespace: string, nodeName: string, labels: Record<string, string>, metadata: object = {}): void {
    const spec = { nodeName, terminationGracePeriodSeconds: 30, containers: [] };
    const pod = { metadata: { namespace, name, labels, ...metadata }, spec, status: { phase: 'Running' } };
    this.write('POST', PODS, { namespace }, pod);
  }

  #kubelet(node: SimulatedNode): void {
    const { name, boots } = node;
    const now = this.clock.now();
    const ready = this.cluster.isReady(node);
    const runs = this.isUp(node) && now >= node.kubeletAt && node.running.behaviour !== 'no-kubelet';
    if (runs) {
      if (this.gone.has(name)) return;
      if (this.nodeObject(name) === undefined) this.#register(node);
      this.#seen.set(name, now);
    }
    const lost = !runs && now - (this.#seen.get(name) ?? now) > GRACE_MS;
    if (!runs && !lost) return;
    const status = lost ? 'Unknown' : ready ? 'True' : 'False';
    const told = this.#told.get(name);
    if (told !== undefined && told.ready === status && told.boots === boots && (lost || now - told.at < REPORT_MS))
      return;
    const time = wholeSeconds(now);
    const condition = { type: 'Ready', status, ...(lost ? {} : { lastHeartbeatTime: time }), lastTransitionTime: time };
    this.write('PATCH', NODES, { name, subresource: 'status' }, { status: { conditions: [condition] } });
    this.#told.set(name, { ready: status, at: now, boots });
  }

  /** NodeStates go with their Nodes, and so do pods. */
  #collectGarbage(): void {
    const uids = new Set(this.all(NODES).map(({ metadata }) => metadata.uid));
    for (const { metadata } of this.all(NODE_STATES)) {
      if (metadata.ownerReferences?.some(({ uid }) => uids.has(uid)) === true) continue;
      if (this.dice.chance(0.3)) this.write('DELETE', NODE_STATES, { name: metadata.name });
    }
    for (const { metadata, spec } of this.all(PODS)) {
      if (spec?.nodeName === undefined || this.nodeObject(spec.nodeName) !== undefined) continue;
      this.#deletePod(metadata.namespace ?? '', metadata.name);
    }
  }

  #deletePod(namespace: string, name: string): void {
    this.write('DELETE', PODS, { namespace, name }, { gracePeriodSeconds: 0 });
  }

  /** Pods become ready, and end where they were told to. */
  #pods(): void {
    const now = this.clock.now();
    for (const { metadata, spec, status } of this.all(PODS)) {
      const { name, namespace = '', uid = '' } = metadata;
      const node = this.node(spec?.nodeName ?? '');
      if (node === undefined) continue;
      const isUp = this.isUp(node) && node.running.behaviour !== 'no-kubelet';
      if (metadata.deletionTimestamp !== undefined) {
        const since = this.#terminating.get(uid) ?? now;
        this.#terminating.set(uid, since);
        if (isUp && now - since >= 2_000 && now >= (this.stuck.get(uid) ?? 0)) this.#deletePod(namespace, name);
        continue;
      }
      const began = Date.parse(metadata.labels?.['began'] ?? '') || 0;
      const ready =
        isUp && now - began >= POD_START_MS && (!name.startsWith('operator-') || this.runsOperator(node.name));
      const isReady = status?.conditions?.some(({ status }) => status === 'True') ?? false;
      if (ready === isReady) continue;
      const conditions = [{ type: 'Ready', status: ready ? 'True' : 'False' }];
      this.write('PATCH', PODS, { namespace, name, subresource: 'status' }, { status: { conditions } });
    }
  }

  /** Set by who starts them. */
  runsOperator: (node: string) => boolean = () => true;

  #replicas({ name, replicas }: Workload): void {
    const pods = this.all(PODS).filter(
      ({ metadata }) => metadata.labels?.['app'] === name && metadata.deletionTimestamp === undefined,
    );
    for (let missing = replicas - pods.length; missing > 0; missing--) {
      const open = this.all(NODES).filter(
        ({ metadata, spec, status }) =>
          spec?.unschedulable !== true &&
          !spec?.taints?.some(({ effect }) => effect === 'NoSchedule') &&
          status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true &&
          (this.scenario.workers < 2 || !(CONTROL_PLANE in (metadata.labels ?? {}))),
      );
      if (open.length === 0) return;
      const node = this.dice.pick(open).metadata.name;
      this.#names += 1;
      const labels = { app: name, began: new Date(this.clock.now()).toISOString() };
      const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid: 'x', controller: true }];
      this.#pod(`${name}-${this.#names}`, 'default', node, labels, { ownerReferences });
    }
  }

  #budget({ name, minAvailable }: Workload): void {
    if (minAvailable === undefined) return;
    const healthy = this.all(PODS).filter(
      ({ metadata, status }) =>
        metadata.labels?.['app'] === name &&
        metadata.deletionTimestamp === undefined &&
        status?.conditions?.some(({ status }) => status === 'True') === true,
    ).length;
    const tight = this.clock.now() < (this.tight.get(name) ?? 0);
    const disruptionsAllowed = tight ? 0 : Math.max(0, healthy - minAvailable);
    const at = { namespace: 'default', name, subresource: 'status' } as const;
    const status = { disruptionsAllowed, currentHealthy: healthy, desiredHealthy: minAvailable, expectedPods: healthy };
    this.write('PATCH', POD_DISRUPTION_BUDGETS, at, { status });
  }

  /** How things stand, for the end of a story. */
  describe(): readonly string[] {
    const { machine } = this;
    const nodes = this.cluster.nodes.map((node) => {
      const { agent, ready } = this.cluster.view(node);
      const state = this.nodeState(node.name)?.status;
      const spec = this.nodeObject(node.name)?.spec;
      const marks = [...(spec?.taints ?? []).map(({ key }) => key), ...(spec?.unschedulable ? ['cordoned'] : [])];
      return `${node.name}: runs ${agent?.version}${agent?.trial ? ' on trial' : ''}${ready ? '' : ', not ready'}${agent?.reachable ? '' : ', away'}; stored: ${state?.phase ?? 'nothing'} ${state?.step?.name ?? ''} ${state?.reason ?? ''} ${state?.message ?? ''} [${marks.join(' ')}] pods: ${this.podsOn(node.name).map(({ metadata }) => metadata.name)}`;
    });
    const rollouts = this.all(ROLLOUTS).map(
      ({ metadata, status }) => `${metadata.name}: ${status?.phase} ${status?.message ?? ''}`,
    );
    const blocked = (machine?.status?.blockedBy ?? []).map(
      ({ code, node = '', owner, message }) => `${code} ${node} (${owner}): ${message}`,
    );
    const flying = (machine?.status?.inFlight ?? []).map(({ node, operationID }) => `${node} ${operationID}`);
    return [
      `Machine: ${JSON.stringify(machine?.spec.os)} in flight: ${flying.join(', ') || 'nobody'}`,
      ...nodes,
      ...rollouts,
      ...blocked,
    ];
  }

  tell(who: string, what: () => string): void {
    this.#story().tell(who, what);
  }
}

const apiVersionOf = ({ group, version }: ResourceType): string => (group === '' ? version : `${group}/${version}`);
const wholeSeconds = (now: number): string => new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
