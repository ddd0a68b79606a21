/** What must never happen, judged by what is true, not by what an operator has seen. */

import { impactOf } from '@talos/crds/config/index.ts';
import type { Machine } from '@talos/crds/machine.ts';
import { validateObject } from '@talos/crds/validate.ts';
import type { Change, Stored } from '@talos/lib/kube/apiserver-model.testing.ts';
import { resourcePath } from '@talos/lib/kube/objects.ts';
import { NODES, type Node, PODS } from '@talos/lib/kube/resources.ts';
import type { Step } from '@talos/lib/plan/index.ts';
import { isLabelled, isTainted, TAINT } from '@talos/lib/plan/objects/node.ts';
import { mustGo } from '@talos/lib/plan/objects/pod.ts';
import type { SimulatedNode } from '@talos/lib/plan/simulated/node.ts';
import { budgetOf, policyOf } from '@talos/lib/plan/wished/policy.ts';
import { MACHINES, NODE_STATES, ROLLOUTS } from '../resources.ts';
import type { Deeds } from './mischief.ts';
import { LATE } from './network.ts';
import type { World } from './world.ts';

/** What an operator can't know yet: a poll, a time-out, an answer that is late, a process that stood still. */
const UNSEEN_MS = 60_000;
/** A step that is overdue is spoken of within this time of somebody leading again. */
const EXPLAIN_MS = 60_000;

export class Invariants {
  readonly violations: string[] = [];
  /** The operator's last write that says something new, monotonic. */
  lastNews = 0;
  readonly #world: World;
  readonly #deeds: Deeds;
  /** When a node came to be away, by name; by the world's clock. */
  readonly #awaySince = new Map<string, number>();
  /** What the budget was when nodes got their slots, by uid. */
  readonly #allowed = new Map<string, number>();
  /** Images that failed on a node, by digest, with the wish that they were tried for. */
  readonly #condemned = new Map<string, { readonly at: number; readonly wish: string }>();
  /** What was wished when each upgrade was begun, by node and operation. */
  readonly #upgrades = new Map<string, string>();
  #unexplainedSince: number | undefined;

  constructor(world: World, deeds: Deeds) {
    this.#world = world;
    this.#deeds = deeds;
    world.api.onChange = (change) => this.#changed(change);
    world.agents.onCall = (step, node) => this.#called(step, node);
  }

  /** Once a second. */
  tick(leads: boolean): void {
    const now = this.#world.clock.now();
    for (const node of this.#world.cluster.nodes) {
      const { cluster } = this.#world;
      if (cluster.isReady(node) && cluster.isUp(node) && node.trial === undefined) this.#awaySince.delete(node.name);
      else if (!this.#awaySince.has(node.name)) this.#awaySince.set(node.name, now);
      const { failedBoot } = node;
      if (failedBoot?.condemnsImage === true && !this.#condemned.has(failedBoot.digest)) {
        const wish = this.#upgrades.get(`${node.name} ${failedBoot.operationID}`) ?? '';
        this.#condemned.set(failedBoot.digest, { at: now, wish });
      }
    }
    this.#explained(leads, now);
  }

  /** What must be true once all is over. */
  settled(): void {
    const world = this.#world;
    const { lost } = this.#deeds;
    for (const node of world.cluster.nodes) {
      if (lost.has(node.name)) continue;
      const object = world.nodeObject(node.name);
      if (object !== undefined && isTainted(object)) this.violated(`${node.name} keeps our taint`);
      if (object !== undefined && isLabelled(object)) this.violated(`${node.name} keeps our label`);
      if (node.trial !== undefined) this.violated(`${node.name} is left on trial`);
    }
    const flying = (world.machine?.status?.inFlight ?? []).filter(({ node }) => !lost.has(node));
    if (flying.length > 0) this.violated(`${flying.map(({ node }) => node)} keep their slots`);
  }

  /** Away for so long that every operator could know it. */
  #isAway(node: SimulatedNode): boolean {
    const { cluster, clock } = this.#world;
    if (cluster.isReady(node) && cluster.isUp(node) && node.trial === undefined) return false;
    return clock.now() - (this.#awaySince.get(node.name) ?? clock.now()) >= UNSEEN_MS;
  }

  violated(what: string): void {
    if (this.violations.includes(what)) return;
    this.violations.push(what);
    this.#world.tell('VIOLATION', () => what);
  }

  #wish(): string {
    const { os, config } = this.#world.machine?.spec ?? {};
    return JSON.stringify([os, config]);
  }

  /** Nodes that are disturbed by us, by what is true: closed by our taint, or with something of ours running on them. */
  #disturbed(): readonly SimulatedNode[] {
    const { cluster } = this.#world;
    return cluster.nodes.filter((node) => {
      // its Node was deleted under way, which gives its slot to another
      if (this.#deeds.deleted.has(node.name)) return false;
      const object = this.#world.nodeObject(node.name);
      return (object !== undefined && isTainted(object)) || node.job !== undefined || node.trial !== undefined;
    });
  }

  #budget(machine = this.#world.machine): number {
    return machine === undefined ? 1 : budgetOf(policyOf(machine), this.#world.cluster.nodes.length);
  }

  #changed({ collection, type, object, before }: Change): void {
    const { actor } = this.#world;
    if (actor === 'world') return;
    switch (collection) {
      case resourcePath(NODES):
        this.#nodeWritten(object as unknown as Node, before as unknown as Node | undefined);
        break;
      case resourcePath(MACHINES):
        this.#machineWritten(object as unknown as Machine, before as unknown as Machine | undefined);
        break;
      case resourcePath(NODE_STATES):
      case resourcePath(ROLLOUTS):
        break;
      case resourcePath(PODS):
        this.#podWritten(before);
        break;
      default:
        return;
    }
    if (type !== 'DELETED' && !isNews(object, before, this.#deeds.lost.size > 0)) return;
    this.lastNews = this.#world.clock.monotonic();
    if (type !== 'DELETED' && OURS.has(collection)) this.#valid(object);
  }

  /** What the apiserver would refuse. */
  #valid(object: Stored): void {
    const { managedFields: _, ...metadata } = object.metadata;
    const [error] = validateObject({ ...object, metadata });
    if (error === undefined) return;
    this.violated(`${object['kind']} ${metadata.name} is not valid: ${error.path} ${error.message}`);
  }

  #nodeWritten(node: Node, before: Node | undefined): void {
    const { name } = node.metadata;
    const others = ({ spec }: Node) => (spec?.taints ?? []).filter(({ key }) => key !== TAINT.key);
    if (before === undefined) return;
    if (node.spec?.unschedulable !== before.spec?.unschedulable) this.violated(`the cordon of ${name} was touched`);
    if (JSON.stringify(others(node)) !== JSON.stringify(others(before)))
      this.violated(`taints of others on ${name} were touched`);
    if (isTainted(node) && !isTainted(before)) this.#disturbing(name, node.metadata.uid ?? '', 'is closed to pods');
  }

  #machineWritten(machine: Machine, before: Machine | undefined): void {
    const had = new Set((before?.status?.inFlight ?? []).map(({ uid }) => uid));
    const inFlight = machine.status?.inFlight ?? [];
    if (new Set(inFlight.map(({ uid }) => uid)).size !== inFlight.length) this.violated('a node has two slots');
    for (const { uid, node: name, operationID } of inFlight) {
      if (had.has(uid)) continue;
      const budget = this.#budget(machine);
      this.#allowed.set(uid, budget);
      const node = this.#world.node(name);
      // it takes a slot again that it had lost, or its configuration alone changes
      if (node === undefined || node.operations.some(({ id }) => id === operationID)) continue;
      const moving = this.#world.nodeState(name)?.status?.phase ?? 'Idle';
      if (moving !== 'Queued' || this.#isConfigTurn(node)) continue;
      // what changes configuration without disturbing anything adds to nobody's outage
      const away = this.#world.cluster.nodes.filter(
        (other) =>
          (inFlight.some((entry) => entry.uid === other.uid) && !this.#isConfigTurn(other)) || this.#isAway(other),
      );
      if (away.length > budget && !away.every((other) => other.uid === uid)) {
        const names = away.map((other) => other.name).join(', ');
        this.violated(`${name} got a slot while ${names} are away or under way, and the budget is ${budget}`);
      }
    }
  }

  #isConfigTurn(node: SimulatedNode): boolean {
    const name = this.#world.machine?.status?.rollout;
    const rollouts = this.#world.all(ROLLOUTS);
    const rollout = rollouts.find(({ metadata }) => metadata.name === name) ?? rollouts.at(-1);
    return rollout?.spec.targets[0]?.digest === node.running.digest;
  }

  #podWritten(pod: Stored | undefined): void {
    if (pod === undefined) return;
    const name = pod.metadata.name;
    const nodeName = (pod['spec'] as { nodeName?: string }).nodeName ?? '';
    if (!mustGo(pod as never)) this.violated(`pod ${name} was evicted, which comes back at once`);
    const uid = this.#world.nodeObject(nodeName)?.metadata.uid;
    const slot = this.#world.machine?.status?.inFlight?.some((entry) => entry.uid === uid) === true;
    // one that was under way for long can't be called back; it respects the budget of its pod all the same
    const isLate = this.#world.actor.endsWith(LATE);
    if (!slot && !isLate && !this.#deeds.forgotten)
      this.violated(`pod ${name} was evicted from ${nodeName}, which has no slot`);
  }

  /** An agent has taken a call on. */
  #called(step: Step, node: SimulatedNode): void {
    this.lastNews = this.#world.clock.monotonic();
    switch (step.type) {
      case 'upgrade':
        this.#upgrading(step, node);
        break;
      case 'reboot':
        this.#disturbing(node.name, node.uid, 'is rebooted');
        this.#quorum(node);
        break;
      case 'configure': {
        const { disruption } = impactOf(node.documents, step.documents);
        if (step.mode === 'with-upgrade' || disruption !== 'REBOOT') return;
        if (step.expectedHash !== this.#world.cluster.view(node).agent?.configHash) return;
        this.#disturbing(node.name, node.uid, 'is rebooted for its configuration');
        this.#quorum(node);
        break;
      }
      default:
    }
  }

  #upgrading(step: Extract<Step, { readonly type: 'upgrade' }>, node: SimulatedNode): void {
    const digest = step.image.split('@')[1] ?? '';
    const { name, uid } = node;
    if (node.running.digest === digest && node.trial === undefined) return;
    this.#disturbing(name, uid, 'is upgraded');
    this.#quorum(node);
    const object = this.#world.nodeObject(name);
    const left = this.#world.podsOn(name).filter((pod) => mustGo(pod as never));
    // an agent is asked by name: a Node that was deleted meanwhile is not there to be judged
    if (object !== undefined && !this.#deeds.forgotten && !this.#deeds.opened.has(name)) {
      if (!isTainted(object)) this.violated(`${name} is upgraded while it is open to pods`);
      if (left.length > 0) this.violated(`${name} is upgraded with ${left[0]?.metadata.name} on it`);
    }
    const condemned = this.#condemned.get(digest);
    const now = this.#world.clock.now();
    if (
      condemned !== undefined &&
      condemned.wish === this.#wish() &&
      now - condemned.at > UNSEEN_MS &&
      !this.#deeds.forgotten
    ) {
      this.violated(`${name} is upgraded to an image that failed before`);
    }
    const key = `${name} ${step.operationID}`;
    if (this.#upgrades.has(key)) this.violated(`${key} was begun twice`);
    this.#upgrades.set(key, this.#wish());
  }

  #disturbing(name: string, uid: string, how: string): void {
    const disturbed = this.#disturbed();
    const all = disturbed.some((node) => node.name === name)
      ? disturbed
      : [...disturbed, ...this.#world.cluster.nodes.filter((node) => node.name === name)];
    const flying = this.#world.machine?.status?.inFlight ?? [];
    const allowed = Math.max(
      this.#budget(),
      ...flying.map((entry) => this.#allowed.get(entry.uid) ?? 0),
      this.#allowed.get(uid) ?? 0,
    );
    const names = all.map((node) => node.name).join(', ');
    if (all.length > allowed) this.violated(`${name} ${how}: that makes ${names}, and the budget is ${allowed}`);
    const controlPlanes = all.filter(({ role }) => role === 'control-plane');
    if (controlPlanes.length > 1) this.violated(`${name} ${how}: two control planes at once, ${names}`);
  }

  #quorum(node: SimulatedNode): void {
    if (node.role !== 'control-plane') return;
    const now = this.#world.clock.now();
    const members = this.#world.cluster.nodes.filter(({ role }) => role === 'control-plane');
    const others = members.filter(
      (other) =>
        other !== node && (this.#world.isUp(other) || now - (this.#awaySince.get(other.name) ?? now) < UNSEEN_MS),
    );
    if (members.length > 1 && others.length <= members.length / 2) {
      this.violated(`${node.name} goes, and etcd is left with ${others.length} of ${members.length} members`);
    }
  }

  /** Nothing waits silently: what is overdue, and what does not go on, is spoken of. */
  #explained(leads: boolean, now: number): void {
    const blocked = this.#world.machine?.status?.blockedBy ?? [];
    const silent = this.#world.all(NODE_STATES).filter(({ metadata, status }) => {
      const due = Date.parse(status?.step?.deadline ?? '');
      return now > due && !blocked.some(({ node }) => node === metadata.name);
    });
    if (!leads || silent.length === 0 || this.#world.machine === undefined) this.#unexplainedSince = undefined;
    else this.#unexplainedSince ??= now;
    if (this.#unexplainedSince !== undefined && now - this.#unexplainedSince > EXPLAIN_MS) {
      const [first] = silent;
      this.violated(`${first?.metadata.name}: step ${first?.status?.step?.name} is overdue, and nobody says why`);
    }
  }
}

const OURS = new Set([MACHINES, NODE_STATES, ROLLOUTS].map((type) => resourcePath(type)));

/** When something was looked at or will be again, and what is foreseen: no news. */
const CALENDAR = new Set(['resourceVersion', 'time', 'nextCheckTime', 'estimatedCompletionTime', 'preview']);

/** What only a node knows that can't be asked any more. */
const LOST = new Set(['counts', ...CALENDAR]);

function isNews(object: Stored, before: Stored | undefined, isSomeLost: boolean): boolean {
  const left = isSomeLost ? LOST : CALENDAR;
  const strip = (one: Stored) => JSON.stringify(one, (key, value) => (left.has(key) ? undefined : value));
  return before === undefined || strip(object) !== strip(before);
}
