/**
 * The nodes of a cluster on a real apiserver, without nodes: the planner's own simulation plays agents, reboots and trial
 * boots, and this plays their kubelets.
 */
import type { Clock } from '@talos/lib/control/clock.ts';
import { create, patchStatus, remove } from '@talos/lib/kube/apply.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, PODS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { AgentView } from '@talos/lib/plan/index.ts';
import { SimulatedCluster } from '@talos/lib/plan/simulated/cluster.ts';
import type { Scenario } from '@talos/lib/plan/simulated/scenario.ts';
import type { Agents } from '../cluster/agents.ts';
import { agentCalls, SimulatedAgents } from './simulated-agents.testing.ts';

export interface FleetOptions {
  /** As system:masters. */
  readonly transport: Transport;
  readonly clock: Clock;
  readonly scenario: Omit<Scenario, 'start'>;
}

/** Real time between two looks of the kubelets. */
const TICK_MS = 25;
const HEARTBEAT_MS = 10_000;

export class Fleet {
  readonly cluster: SimulatedCluster;
  readonly #answering: SimulatedAgents;
  readonly #options: FleetOptions;
  readonly #listeners = new Set<(node: string) => void>();
  readonly #views = new Map<string, string>();
  readonly #told = new Map<string, { ready: boolean; at: number }>();
  readonly #stop = new AbortController();
  #ticking: Promise<void> = Promise.resolve();

  private constructor(options: FleetOptions) {
    this.#options = options;
    this.cluster = new SimulatedCluster({ ...options.scenario, start: options.clock.now() });
    this.#answering = new SimulatedAgents(this.cluster, options.scenario.images);
  }

  static async start(options: FleetOptions): Promise<Fleet> {
    const fleet = new Fleet(options);
    const signal = fleet.#stop.signal;
    for (const [index, node] of fleet.cluster.nodes.entries()) {
      const labels = node.role === 'control-plane' ? { 'node-role.kubernetes.io/control-plane': '' } : {};
      const made = await create(
        options.transport,
        NODES,
        { metadata: { name: node.name, labels: { ...labels, 'kubernetes.io/hostname': node.name } }, spec: {} },
        { signal },
      );
      node.uid = made.metadata.uid ?? '';
      await patchStatus(
        options.transport,
        NODES,
        { name: node.name },
        {
          addresses: [{ type: 'InternalIP', address: `10.5.0.${index + 2}` }],
          nodeInfo: { architecture: 'amd64' },
        },
        { signal },
      );
    }
    await fleet.#tick();
    fleet.#ticking = fleet.#run();
    return fleet;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ticking;
  }

  get calls(): SimulatedAgents['calls'] {
    return this.#answering.calls;
  }

  get sent(): SimulatedAgents['sent'] {
    return this.#answering.sent;
  }

  get refusing(): SimulatedAgents['refusing'] {
    return this.#answering.refusing;
  }

  /** Upgrades that each node has taken on. */
  upgradesOf(node: string): number {
    return this.calls.filter((one) => one.call === 'upgrade' && one.node === node).length;
  }

  /** The agents as one operator sees them. Once the signal has aborted, it reaches none of them any more. */
  agents(signal: AbortSignal): Agents {
    const cluster = this.cluster;
    const mine = new Set<(node: string) => void>();
    signal.addEventListener('abort', () => {
      for (const listener of mine) this.#listeners.delete(listener);
    });
    return {
      sync: () => {},
      asked: async () => {},
      attend: () => {},
      refresh: () => {},
      readConfig: () => {},
      stopped: Promise.resolve(),
      view: (name) => this.#view(name),
      etcd: () => cluster.snapshot().etcd,
      onChange: (listener) => {
        mine.add(listener);
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      ...agentCalls(async (method, call) => {
        signal.throwIfAborted();
        try {
          return this.#answering.answer(method, call);
        } finally {
          this.#compare();
        }
      }),
    };
  }

  #view(name: string): AgentView | undefined {
    return this.cluster.snapshot().nodes.find((node) => node.name === name)?.agent;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      // the apiserver may be away: a kubelet tries again
      await this.#tick().catch(() => {});
    }
  }

  async #tick(): Promise<void> {
    const { clock, transport } = this.#options;
    const { signal } = this.#stop;
    this.cluster.advance(clock.now() - this.cluster.now);
    this.#compare();
    for (const node of this.cluster.snapshot().nodes) {
      const told = this.#told.get(node.name);
      const now = clock.now();
      if (told !== undefined && told.ready === node.ready && now - told.at < HEARTBEAT_MS) continue;
      const time = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
      const condition = {
        type: 'Ready',
        status: node.ready ? 'True' : 'False',
        reason: 'Kubelet',
        message: 'told by the kubelet',
        lastHeartbeatTime: time,
        lastTransitionTime: time,
      };
      await patchStatus(transport, NODES, { name: node.name }, { conditions: [condition] }, { signal });
      this.#told.set(node.name, { ready: node.ready, at: now });
    }
    for (const { metadata } of await list(transport, PODS, { signal })) {
      const { name, namespace, deletionTimestamp } = metadata;
      if (deletionTimestamp === undefined) continue;
      await remove(transport, PODS, { name, namespace }, { signal, gracePeriodSeconds: 0 });
    }
  }

  #compare(): void {
    for (const { name, agent } of this.cluster.snapshot().nodes) {
      const text = JSON.stringify(agent);
      if (this.#views.get(name) === text) continue;
      this.#views.set(name, text);
      for (const listener of this.#listeners) listener(name);
    }
  }
}
