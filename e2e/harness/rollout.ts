/** Watching a rollout from outside, as a careful administrator would: what is under way, and that it is one node at a time. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { condition, eventually, isReady, type Machine, type TestCluster } from './cluster.ts';
import { VERSION } from './images.ts';

export interface Rollout {
  readonly metadata: { readonly name: string; readonly creationTimestamp: string };
  readonly status?: {
    readonly phase?: string;
    readonly node?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly evidence?: { readonly lastLines?: readonly string[] };
    readonly blockedBy?: readonly { readonly code: string; readonly message: string }[];
  };
}

/** Every few hundred ms: the nodes with our taint or not Ready, and what the Machine says is in flight. */
export class Witness {
  readonly #controller = new AbortController();
  readonly #done: Promise<void>;
  readonly tainted = new Set<string>();
  /** The most nodes that were seen tainted at one time. */
  mostTainted = 0;
  mostInFlight = 0;
  /** Moments at which the rollout was waiting without a reason. */
  readonly silent: string[] = [];

  constructor(cluster: TestCluster) {
    this.#done = this.#watch(cluster);
  }

  async #watch(cluster: TestCluster): Promise<void> {
    while (!this.#controller.signal.aborted) {
      // The API of a single control plane is away while its node reboots: nothing can be seen then.
      const result = await cluster.tryKubectl(['get', 'nodes,machine', '-o', 'json', '--request-timeout=5s']);
      if (result.status === 0) this.#look(JSON.parse(result.stdout) as { readonly items: readonly Item[] });
      await sleep(300);
    }
  }

  #look(list: { readonly items: readonly Item[] }): void {
    const tainted = list.items.filter(
      (item) => item.kind === 'Node' && item.spec?.taints?.some((taint) => taint.key === 'osctl.dev/updating'),
    );
    for (const node of tainted) this.tainted.add(node.metadata.name);
    this.mostTainted = Math.max(this.mostTainted, tainted.length);
    const machine = list.items.find((item) => item.kind === 'Machine') as (Item & Machine) | undefined;
    this.mostInFlight = Math.max(this.mostInFlight, machine?.status?.inFlight?.length ?? 0);
    const reconciling = machine && condition(machine, 'Reconciling');
    if (
      reconciling?.status === 'True' &&
      reconciling.message === '' &&
      (machine?.status?.blockedBy ?? []).length === 0
    ) {
      this.silent.push(new Date().toISOString());
    }
  }

  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#done;
  }
}

interface Item {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly taints?: readonly { readonly key: string }[] };
}

/** The Machine as soon as its status is about its current spec and everything runs it. */
export function converged(cluster: TestCluster, limitMs: number): Promise<Machine> {
  return eventually('the machine to be Ready on what is wanted', limitMs, async () => {
    const machine = await cluster.machine();
    const ready = condition(machine, 'Ready');
    const current = machine.status?.observedGeneration === machine.metadata.generation;
    if (current && ready?.status === 'True' && machine.status?.nodes?.updated === machine.status?.nodes?.total)
      return machine;
    throw new Error(
      `${ready?.reason}: ${ready?.message}; blocked by ${JSON.stringify(machine.status?.blockedBy ?? [])}`,
    );
  });
}

/** Waits until a node's way through a rollout is in one of these phases. */
export function reached(
  cluster: TestCluster,
  node: string,
  phases: readonly string[],
  limitMs: number,
): Promise<string> {
  return eventually(`${node} to be ${phases.join(' or ')}`, limitMs, async () => {
    const state = await cluster.get<{ readonly status?: { readonly phase?: string } }>('nodestate', node);
    const phase = state.status?.phase ?? 'Idle';
    if (phases.includes(phase)) return phase;
    throw new Error(`it is ${phase}`);
  });
}

export function halted(cluster: TestCluster, limitMs: number): Promise<Rollout> {
  return eventually('the rollout to halt', limitMs, async () => {
    const machine = await cluster.machine();
    if (machine.status?.observedGeneration !== machine.metadata.generation || machine.status.rollout === undefined)
      return undefined;
    const rollout = await cluster.get<Rollout>('rollout', machine.status.rollout);
    if (rollout.status?.phase === 'Halted') return rollout;
    throw new Error(`phase ${rollout.status?.phase}: ${JSON.stringify(rollout.status?.blockedBy ?? [])}`);
  });
}

/** Every node runs that version, confirmed, Ready and open to pods; nothing is under way. */
export async function assertAllRun(cluster: TestCluster, version: string, machine: Machine): Promise<void> {
  const names = await cluster.nodes();
  assert.deepEqual(machine.status?.nodes, { total: names.length, updated: names.length, unavailable: 0 });
  assert.deepEqual(machine.status?.inFlight ?? [], []);
  for (const name of names) {
    const node = await cluster.node(name);
    const status = await cluster.status(name);
    assert.equal(status.version, version, name);
    assert.equal(status.slots?.trial, undefined, `${name} is confirmed`);
    assert.ok(isReady(node), `${name} is Ready`);
    const ours = (node.spec.taints ?? []).filter((taint) => taint.key.startsWith('osctl.dev/'));
    assert.deepEqual(ours, [], `${name} is open to pods`);
  }
}

export function assertOrderly(witness: Witness): void {
  assert.ok(witness.mostTainted <= 1, 'never two nodes at once');
  assert.ok(witness.mostInFlight <= 1, 'never two nodes in flight');
  assert.deepEqual(witness.silent, [], 'never waiting without a reason');
}

/** The one of the two good versions that a cluster does not run. */
export function otherThan(version: string): string {
  return version === VERSION.first ? VERSION.second : VERSION.first;
}

/**
 * Waits until a node's agent has taken on its upgrade of the current rollout: from then on it acts whoever is away.
 * The phase Applying alone does not say so; it is stored before the agent is told.
 */
export function underWay(cluster: TestCluster, node: string, limitMs: number): Promise<string> {
  return eventually(`${node} to take on its upgrade`, limitMs, async () => {
    const { metadata, status } = await cluster.machine();
    if (status?.rollout === undefined || status.observedGeneration !== metadata.generation) return undefined;
    return (await upgradesOf(cluster, node, status.rollout))[0];
  });
}

/** The upgrades that a node has taken on for a rollout. */
export async function upgradesOf(cluster: TestCluster, node: string, rollout: string): Promise<readonly string[]> {
  const [answer] = JSON.parse(await cluster.osctl(['-n', node, '-o', 'json', 'operation', 'list'])) as readonly {
    readonly result: { readonly operations: readonly { readonly id: string; readonly type: string }[] };
  }[];
  return (answer?.result.operations ?? [])
    .filter(({ id, type }) => type === 'upgrade' && id.startsWith(`${rollout}-`))
    .map(({ id }) => id);
}
