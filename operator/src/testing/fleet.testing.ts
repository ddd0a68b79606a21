/**
 * The nodes of a cluster on a real apiserver, without nodes: the planner's own simulation plays agents, reboots and trial
 * boots, and this plays their kubelets.
 */
import {
  isSecretDigest,
  mapSecrets,
  maskedHash,
  type PublicDocuments,
  secretDigest,
} from '@talos/crds/config/index.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { create, patchStatus, remove } from '@talos/lib/kube/apply.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, PODS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { AgentView, Step } from '@talos/lib/plan/index.ts';
import { type Scenario, SimulatedCluster } from '@talos/lib/plan/simulate.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Agents } from '../cluster/agents.ts';

export interface FleetOptions {
  /** As system:masters. */
  readonly transport: Transport;
  readonly clock: Clock;
  readonly scenario: Omit<Scenario, 'start'>;
}

type Call =
  | 'prepare'
  | 'upgrade'
  | 'confirm'
  | 'configure'
  | 'keepConfig'
  | 'revertConfig'
  | 'restartService'
  | 'reboot'
  | 'snapshotEtcd'
  | 'moveEtcdLeader';

/** Real time between two looks of the kubelets. */
const TICK_MS = 25;
const HEARTBEAT_MS = 10_000;
/** The nodes' own. */
const DIGEST_KEY = Buffer.alloc(32, 7);

export class Fleet {
  readonly cluster: SimulatedCluster;
  /** Calls that were taken on, in their order. */
  readonly calls: { readonly call: Call; readonly node: string; readonly epoch?: number }[] = [];
  /** Secret values that a node was sent, by its name. */
  readonly sent = new Map<string, Set<string>>();
  /** Nodes whose agents take nothing on, as when their disk is full. */
  readonly refusing = new Set<string>();
  readonly #options: FleetOptions;
  readonly #listeners = new Set<(node: string) => void>();
  readonly #views = new Map<string, string>();
  readonly #told = new Map<string, { ready: boolean; at: number }>();
  readonly #stop = new AbortController();
  #highestEpoch = 0;
  #ticking: Promise<void> = Promise.resolve();

  private constructor(options: FleetOptions) {
    this.#options = options;
    this.cluster = new SimulatedCluster({ ...options.scenario, start: options.clock.now() });
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
    const reach = (name: string) => {
      signal.throwIfAborted();
      const node = cluster.nodes.find((one) => one.name === name);
      const view = this.#view(name);
      if (node === undefined || view?.reachable !== true) {
        throw new RpcError('UNAVAILABLE', `the agent of ${name} does not answer`);
      }
      if (this.refusing.has(name)) throw new RpcError('RESOURCE_EXHAUSTED', `${name} has no space left`);
      return { node, view };
    };
    const fence = (epoch: number) => {
      if (epoch < this.#highestEpoch) throw new RpcError('FAILED_PRECONDITION', `epoch ${epoch} is over`);
      this.#highestEpoch = epoch;
    };
    const apply = (call: Call, name: string, step: Step, epoch?: number) => {
      cluster.apply(step);
      this.calls.push({ call, node: name, ...(epoch === undefined ? {} : { epoch }) });
      this.#compare();
    };
    return {
      sync: () => {},
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
      prepare: async ({ node: name, operationID, image, epoch }) => {
        const { node, view } = reach(name);
        fence(epoch);
        if (node.operations.some(({ id }) => id === operationID)) return;
        const found = this.#options.scenario.images[image];
        if (!image.includes('@') && (found === undefined || found.behaviour === 'missing')) {
          const message = `${image} is not in the registry`;
          const error = { code: 'IMAGE_NOT_FOUND', message, retryable: false, condemnsImage: false };
          const { bootID: fromBootID } = view;
          const failed = { id: operationID, type: 'prepare', state: 'failed', phase: 'pull', message, error } as const;
          node.operations.push({ ...failed, fromBootID });
          this.calls.push({ call: 'prepare', node: name, epoch });
          this.#compare();
          return;
        }
        const pinned = image.includes('@') ? image : `${image}@${found?.digest}`;
        const step = {
          type: 'prepare',
          node: name,
          uid: node.uid,
          operationID,
          image: pinned,
          epoch,
          deadline: 0,
        } as const;
        apply('prepare', name, step, epoch);
      },
      upgrade: async ({ signal: _, ...call }) => {
        const { node, view } = reach(call.node);
        fence(call.epoch);
        if (node.operations.some(({ id }) => id === call.operationID)) return;
        if (view.bootID !== call.expectedBootID) throw new RpcError('FAILED_PRECONDITION', 'it has booted since');
        apply('upgrade', call.node, { type: 'upgrade', uid: node.uid, deadline: 0, ...call }, call.epoch);
      },
      confirm: async ({ node: name, operationID }) => {
        const { node } = reach(name);
        apply('confirm', name, { type: 'confirm', node: name, uid: node.uid, operationID, deadline: 0 });
      },
      configure: async ({ node: name, mode, documents, epoch, signal: _, ...call }) => {
        const { node } = reach(name);
        fence(epoch);
        const masked = this.#mask(node, documents);
        const hash = maskedHash(masked);
        const common = { node: name, uid: node.uid, deadline: 0, epoch, documents: masked };
        if (mode === 'now') apply('configure', name, { type: 'unstage-config', ...common, configHash: hash }, epoch);
        else apply('configure', name, { type: 'configure', ...common, ...call, mode, configHash: hash }, epoch);
        return { hash };
      },
      keepConfig: async ({ node: name, configHash }) => {
        const { node } = reach(name);
        apply('keepConfig', name, { type: 'keep-config', node: name, uid: node.uid, configHash, deadline: 0 });
      },
      revertConfig: async ({ node: name, configHash, epoch }) => {
        const { node } = reach(name);
        fence(epoch);
        const step = { type: 'revert-config', node: name, uid: node.uid, configHash, epoch, deadline: 0 } as const;
        apply('revertConfig', name, step, epoch);
      },
      digestSecrets: async ({ node: name, values }) => {
        reach(name);
        return { digests: values.map((value) => secretDigest(DIGEST_KEY, value)) };
      },
      restartService: async ({ node: name, service }) => {
        const { node } = reach(name);
        const step = { type: 'restart-service', node: name, uid: node.uid, service, cause: '', deadline: 0 } as const;
        apply('restartService', name, step);
      },
      reboot: async ({ signal: _, ...call }) => {
        const { node, view } = reach(call.node);
        fence(call.epoch);
        if (node.operations.some(({ id }) => id === call.operationID)) return;
        if (view.bootID !== call.expectedBootID) throw new RpcError('FAILED_PRECONDITION', 'it has booted since');
        apply('reboot', call.node, { type: 'reboot', uid: node.uid, cause: '', deadline: 0, ...call }, call.epoch);
      },
      snapshotEtcd: async ({ node: name }) => {
        reach(name);
        this.calls.push({ call: 'snapshotEtcd', node: name });
      },
      moveEtcdLeader: async ({ node: name }) => {
        const { node } = reach(name);
        apply('moveEtcdLeader', name, { type: 'move-etcd-leader', node: name, uid: node.uid, deadline: 0 });
      },
    };
  }

  /** As the agent does: values become digests, and a digest must be of what the node had in that place. */
  #mask(node: SimulatedCluster['nodes'][number], documents: PublicDocuments): PublicDocuments {
    const known = new Set<string>();
    for (const had of [node.documents, node.former]) {
      mapSecrets(had, (digest, path) => {
        known.add(`${path.join('/')} ${digest}`);
        return digest;
      });
    }
    return mapSecrets(documents, (value, path) => {
      if (isSecretDigest(value)) {
        if (known.has(`${path.join('/')} ${value}`)) return value;
        throw new RpcError(
          'INVALID_ARGUMENT',
          `${path.join('.')}: is the digest of a secret that ${node.name} never had`,
        );
      }
      this.sent.set(node.name, (this.sent.get(node.name) ?? new Set()).add(value));
      return secretDigest(DIGEST_KEY, value);
    });
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
