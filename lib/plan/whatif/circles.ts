/** Whether a rehearsal goes in circles: nodes are tried again for ever where nobody takes away what holds them. */
import type { SimulatedCluster } from '../simulated/cluster.ts';
import type { Plan, Step } from '../types.ts';
import { limits } from '../wished/policy.ts';

export class Circles {
  /** How often each node was held. */
  readonly #held = new Map<string, number>();
  /** How the cluster was when it rested, and how often nodes had been held by then. */
  readonly #rests = new Map<string, ReadonlyMap<string, number>>();

  step(step: Step): void {
    if (step.type === 'record' && step.way.phase === 'Held')
      this.#held.set(step.node, (this.#held.get(step.node) ?? 0) + 1);
  }

  /**
   * The nodes that are held as they were before, each of them tried in between, while nothing else is to come; none as long as anything
   * may. To ask when nothing is under way.
   */
  closed({ nodes, nodeStates, now }: SimulatedCluster, { blockedBy }: Plan): readonly string[] {
    const held = [...nodeStates.values()].filter(({ status }) => status?.phase === 'Held');
    const tried = held.filter(({ status }) => status?.retryTime !== undefined).map(({ metadata }) => metadata.name);
    const others = blockedBy.filter(({ code }) => code !== 'NODE_HELD');
    const comes = others.some(({ nextCheckTime }) => Date.parse(nextCheckTime) - now > limits.recheckMs);
    if (tried.length === 0 || comes) return [];
    const rest = JSON.stringify([
      nodes.map(({ name, running }) => [name, running.digest]),
      held.map(({ metadata, status }) => [metadata.name, status?.reason]),
      others.map(({ code, node, pool }) => [code, node, pool]),
    ]);
    const before = this.#rests.get(rest);
    if (before === undefined) this.#rests.set(rest, new Map(this.#held));
    return tried.every((name) => (this.#held.get(name) ?? 0) > (before?.get(name) ?? Number.POSITIVE_INFINITY))
      ? tried
      : [];
  }
}
