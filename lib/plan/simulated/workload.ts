/**
 * The pods of a dump in simulated time: what is evicted is made anew by its owner, put where it finds place, and ready a little later;
 * budgets count what is away meanwhile.
 */
import { describeBudget, passportOf } from '../forecast/budgets.ts';
import { place } from '../forecast/place.ts';
import { sum } from '../objects/quantity.ts';
import type { BudgetView, PodView, Room } from '../objects/workload.ts';
import type { PodRef } from '../types.ts';

/** The pods of a cluster, where they are told apart. */
export interface SimulatedPods {
  on(node: string): readonly PodRef[];
  evict(pods: readonly PodRef[], force: boolean): void;
  /** `isOpen`: whether pods are put on a node. */
  tick(now: number, isOpen: (node: string) => boolean): void;
}

/** From a pod's place to its being ready. */
const READY_MS = 15_000;

interface Replacement {
  readonly pod: PodView;
  /** Counts as away for it until it is ready. */
  readonly budget: string | undefined;
  readyAt: number | undefined;
}

const keyOf = ({ namespace, name }: Pick<BudgetView, 'namespace' | 'name'>): string => `${namespace}/${name}`;

export class SimulatedWorkload implements SimulatedPods {
  #pods: readonly PodView[];
  #rooms: readonly Room[];
  readonly #budgets: readonly BudgetView[];
  readonly #away = new Map<string, number>();
  readonly #refusals = new Map<string, string>();
  #coming: readonly Replacement[] = [];

  constructor(pods: readonly PodView[], budgets: readonly BudgetView[], rooms: readonly Room[]) {
    this.#pods = pods;
    this.#budgets = budgets;
    this.#rooms = rooms;
  }

  /** Pods that have no place. */
  get homeless(): readonly PodView[] {
    return this.#coming.filter(({ readyAt }) => readyAt === undefined).map(({ pod }) => pod);
  }

  on(node: string): readonly PodRef[] {
    return this.#pods
      .filter((pod) => pod.node === node)
      .map((pod) => {
        const reason = this.#refusals.get(pod.uid);
        return reason === undefined ? pod : { ...pod, reason };
      });
  }

  evict(pods: readonly PodRef[], force: boolean): void {
    const uids = new Set(pods.map(({ uid }) => uid));
    for (const pod of this.#pods.filter(({ uid }) => uids.has(uid))) this.#evict(pod, force);
  }

  tick(now: number, isOpen: (node: string) => boolean): void {
    if (this.#coming.length === 0) return;
    const open = this.#rooms.map((room) => ({ ...room, open: isOpen(room.name) }));
    let rooms: readonly Room[] = open;
    this.#coming = this.#coming.filter((one) => {
      if (one.readyAt === undefined) {
        const next = place(one.pod.needs, rooms);
        if (next === undefined) return true;
        const node = next.find((room, index) => room !== rooms[index])?.name ?? '';
        rooms = next;
        one.readyAt = now + READY_MS;
        this.#pods = [...this.#pods, { ...one.pod, uid: `${one.pod.uid}'`, node, ready: false }];
        return true;
      }
      if (now < one.readyAt) return true;
      this.#pods = this.#pods.map((pod) => (pod.uid === `${one.pod.uid}'` ? { ...pod, ready: true } : pod));
      this.#count(one.budget, -1);
      return false;
    });
    this.#rooms = rooms;
  }

  #evict(pod: PodView, force: boolean): void {
    const passport = passportOf(
      pod,
      this.#budgets.map((budget) => this.#now(budget)),
    );
    const refusal =
      passport.kind === 'contested'
        ? `${passport.budgets.map(({ name }) => name).join(' and ')} both protect it: it is never evicted`
        : passport.kind === 'counted' && passport.budget.allowed <= 0
          ? describeBudget(passport.budget)
          : undefined;
    if (refusal !== undefined && !force) {
      this.#refusals.set(pod.uid, refusal);
      return;
    }
    this.#refusals.delete(pod.uid);
    this.#pods = this.#pods.filter(({ uid }) => uid !== pod.uid);
    this.#rooms = this.#rooms.map((room) =>
      room.name === pod.node ? { ...room, free: sum(room.free, pod.needs.requests) } : room,
    );
    const budget = passport.kind === 'counted' ? keyOf(passport.budget) : undefined;
    this.#count(budget, 1);
    if (pod.owner !== undefined) this.#coming = [...this.#coming, { pod, budget, readyAt: undefined }];
  }

  /** As its controller would tell of it. */
  #now(budget: BudgetView): BudgetView {
    const away = this.#away.get(keyOf(budget)) ?? 0;
    return { ...budget, allowed: budget.allowed - away, healthy: budget.healthy - away };
  }

  #count(budget: string | undefined, more: number): void {
    if (budget !== undefined) this.#away.set(budget, (this.#away.get(budget) ?? 0) + more);
  }
}
