/** A rollout from outside, looked at several times a second: whose turn it is, which step it is at, and what must never be. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { condition, isReady, type KubernetesNode, type Machine, type TestCluster } from './cluster.ts';
import { processesOf } from './faults.ts';

const LOOK_MS = 150;
const OURS = '/apis/osctl.dev/v1alpha1';

interface NodeStateItem {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly phase?: string;
    readonly steadySince?: string;
    readonly step?: { readonly name: string; readonly startTime: string };
  };
}

export interface Moment {
  readonly node: string;
  /** Of NodeState; `steady` for the second half of verifying. */
  readonly step: string;
}

export interface Turn {
  readonly node: string;
  readonly began: number;
  /** Steps as they were seen, each with its time since the turn's beginning. */
  readonly steps: { readonly name: string; readonly afterMs: number }[];
  endedAfterMs?: number;
}

export class TurnWatch {
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  readonly #transport: Transport;
  readonly #onMoment: (moment: Moment) => unknown;
  /** In their order; a node that gets another turn is there twice. */
  readonly turns: Turn[] = [];
  mostInFlight = 0;
  mostTainted = 0;
  mostNotReady = 0;
  /** Moments at which the rollout was waiting without a reason. */
  readonly silent: string[] = [];
  /** Every code that was seen in blockedBy. */
  readonly codes = new Set<string>();

  /** `onMoment` is told each step of each turn once, as it is seen, and not waited for. `transport` is the caller's. */
  constructor(transport: Transport, onMoment: (moment: Moment) => unknown = () => {}) {
    this.#transport = transport;
    this.#onMoment = onMoment;
    this.#done = this.#watch();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  /** One line a turn. */
  describe(): string {
    return this.turns
      .map(
        ({ node, steps, endedAfterMs }) =>
          `${node}: ${steps.map(({ name, afterMs }) => `${name} ${(afterMs / 1_000).toFixed(1)}`).join(', ')}, end ${((endedAfterMs ?? 0) / 1_000).toFixed(1)} s`,
      )
      .join('\n  ');
  }

  async #get<T>(path: string): Promise<T> {
    return this.#transport.request<T>({ path, signal: this.#stop.signal, timeoutMs: 4_000 });
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      // What cannot be seen for a moment is seen with the next look.
      await this.#look().catch(() => {});
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  async #look(): Promise<void> {
    const [machine, states, nodes] = await Promise.all([
      this.#get<Machine>(`${OURS}/machines/cluster`),
      this.#get<{ readonly items: readonly NodeStateItem[] }>(`${OURS}/nodestates`),
      this.#get<{ readonly items: readonly KubernetesNode[] }>('/api/v1/nodes'),
    ]);
    const inFlight = machine.status?.inFlight ?? [];
    const tainted = nodes.items.filter(({ spec }) => spec.taints?.some(({ key }) => key === 'osctl.dev/updating'));
    this.mostInFlight = Math.max(this.mostInFlight, inFlight.length);
    this.mostTainted = Math.max(this.mostTainted, tainted.length);
    this.mostNotReady = Math.max(this.mostNotReady, nodes.items.filter((node) => !isReady(node)).length);
    for (const { code } of machine.status?.blockedBy ?? []) this.codes.add(code);
    const reconciling = condition(machine, 'Reconciling');
    if (reconciling?.status === 'True' && reconciling.message === '' && (machine.status?.blockedBy ?? []).length === 0)
      this.silent.push(new Date().toISOString());

    const now = performance.now();
    const last = this.turns.at(-1);
    if (last !== undefined && last.endedAfterMs === undefined && !inFlight.some(({ node }) => node === last.node))
      last.endedAfterMs = now - last.began;
    for (const { node } of inFlight) {
      let turn = this.turns.find((one) => one.node === node && one.endedAfterMs === undefined);
      if (turn === undefined) {
        turn = { node, began: now, steps: [] };
        this.turns.push(turn);
      }
      const { step, steadySince } = states.items.find(({ metadata }) => metadata.name === node)?.status ?? {};
      if (step === undefined) continue;
      const name = step.name === 'verify' && steadySince !== undefined ? 'steady' : step.name;
      if (turn.steps.at(-1)?.name === name) continue;
      turn.steps.push({ name, afterMs: now - turn.began });
      this.#onMoment({ node, step: name });
    }
  }
}

/** Of the operator's processes the one that leads; it dies by SIGKILL. Returns the node that it was on. */
export async function killLeader(cluster: TestCluster, transport: Transport): Promise<string> {
  const lease = await transport.request<{ readonly spec: { readonly holderIdentity?: string } }>({
    path: '/apis/coordination.k8s.io/v1/namespaces/talos-system/leases/talos-operator',
    signal: AbortSignal.timeout(5_000),
  });
  const leader = lease.spec.holderIdentity ?? '';
  if (leader === '') throw new Error('nobody leads');
  const pids = await processesOf(cluster, leader, /node \/usr\/lib\/talos\/operator\.mjs/);
  if (pids.length === 0) throw new Error(`${leader} leads, and runs no operator`);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return leader;
}
