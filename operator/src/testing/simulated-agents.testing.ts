/** The agents' end of each call, on the planner's simulated nodes. How calls get there, and whether they do, is the caller's. */
import {
  isSecretDigest,
  mapSecrets,
  maskedHash,
  type PublicDocuments,
  secretDigest,
} from '@talos/crds/config/index.ts';
import type { AgentView, Step } from '@talos/lib/plan/index.ts';
import type { SimulatedCluster } from '@talos/lib/plan/simulated/cluster.ts';
import type { SimulatedNode } from '@talos/lib/plan/simulated/node.ts';
import type { SimulatedImage } from '@talos/lib/plan/simulated/scenario.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Agents } from '../cluster/agents.ts';

const METHODS = [
  'prepare',
  'upgrade',
  'confirm',
  'configure',
  'keepConfig',
  'revertConfig',
  'digestSecrets',
  'restartService',
  'reboot',
  'snapshotEtcd',
  'moveEtcdLeader',
] as const satisfies readonly (keyof Agents)[];

export type Method = (typeof METHODS)[number];
export type Call<M extends Method = Method> = Omit<Parameters<Agents[M]>[0], 'signal'>;
type Answer<M extends Method> = Awaited<ReturnType<Agents[M]>>;

/** All of an agent's methods, each of which sends its call by `send`. */
export function agentCalls(
  send: <M extends Method>(method: M, call: Call<M>, signal: AbortSignal) => Promise<unknown>,
): Pick<Agents, Method> {
  const make =
    <M extends Method>(method: M) =>
    ({ signal, ...call }: Parameters<Agents[M]>[0]) =>
      send(method, call as unknown as Call<M>, signal);
  return Object.fromEntries(METHODS.map((method) => [method, make(method)])) as unknown as Pick<Agents, Method>;
}

/** The nodes' own. */
const DIGEST_KEY = Buffer.alloc(32, 7);

export class SimulatedAgents {
  /** Calls that were taken on, in their order. */
  readonly calls: { readonly call: Method; readonly node: string; readonly epoch?: number }[] = [];
  /** Secret values that a node was sent, by its name. */
  readonly sent = new Map<string, Set<string>>();
  /** Nodes whose agents take nothing on, as when their disk is full. */
  readonly refusing = new Set<string>();
  /** Called before a call is carried out, when the agent has taken it on. */
  onCall: (step: Step, node: SimulatedNode) => void = () => {};
  readonly #cluster: SimulatedCluster;
  readonly #images: Readonly<Record<string, SimulatedImage>>;
  readonly #epochs = new Map<string, number>();

  constructor(cluster: SimulatedCluster, images: Readonly<Record<string, SimulatedImage>>) {
    this.#cluster = cluster;
    this.#images = images;
  }

  /** Errors: RpcError. */
  answer<M extends Method>(method: M, call: Call<M>): Answer<M> {
    const { node, view } = this.#reach(call.node);
    if ('epoch' in call) this.#fence(node, call.epoch as number);
    return this.#handlers[method](call as never, node, view) as Answer<M>;
  }

  readonly #handlers: { readonly [M in Method]: (call: Call<M>, node: SimulatedNode, view: AgentView) => Answer<M> } = {
    prepare: ({ operationID, image, epoch }, node, { bootID: fromBootID }) => {
      if (node.operations.some(({ id }) => id === operationID)) return;
      const found = this.#images[image];
      if (!image.includes('@') && (found === undefined || found.behaviour === 'missing')) {
        const message = `${image} is not in the registry`;
        const error = { code: 'IMAGE_NOT_FOUND', message, retryable: false, condemnsImage: false };
        const failed = { id: operationID, type: 'prepare', state: 'failed', phase: 'pull', message, error } as const;
        node.operations.push({ ...failed, fromBootID });
        this.calls.push({ call: 'prepare', node: node.name, epoch });
        return;
      }
      const pinned = image.includes('@') ? image : `${image}@${found?.digest}`;
      this.#apply('prepare', node, { type: 'prepare', ...on(node), operationID, image: pinned, epoch });
    },
    upgrade: (call, node, { bootID }) => {
      if (node.operations.some(({ id }) => id === call.operationID)) return;
      if (bootID !== call.expectedBootID) throw new RpcError('FAILED_PRECONDITION', 'it has booted since');
      this.#apply('upgrade', node, { type: 'upgrade', ...on(node), ...call });
    },
    confirm: ({ operationID }, node) => this.#apply('confirm', node, { type: 'confirm', ...on(node), operationID }),
    configure: ({ mode, documents, epoch, ...call }, node) => {
      const masked = this.#mask(node, documents);
      const configHash = maskedHash(masked);
      const common = { ...on(node), epoch, documents: masked, configHash };
      if (mode === 'now') this.#apply('configure', node, { type: 'unstage-config', ...common });
      else this.#apply('configure', node, { type: 'configure', ...common, ...call, mode });
      return { hash: configHash };
    },
    keepConfig: ({ configHash }, node) =>
      this.#apply('keepConfig', node, { type: 'keep-config', ...on(node), configHash }),
    revertConfig: ({ configHash, epoch }, node) =>
      this.#apply('revertConfig', node, { type: 'revert-config', ...on(node), configHash, epoch }),
    digestSecrets: ({ values }) => ({ digests: values.map((value) => secretDigest(DIGEST_KEY, value)) }),
    restartService: ({ service }, node) =>
      this.#apply('restartService', node, { type: 'restart-service', ...on(node), service, cause: '' }),
    reboot: (call, node, { bootID }) => {
      if (node.operations.some(({ id }) => id === call.operationID)) return;
      if (bootID !== call.expectedBootID) throw new RpcError('FAILED_PRECONDITION', 'it has booted since');
      this.#apply('reboot', node, { type: 'reboot', ...on(node), cause: '', ...call });
    },
    snapshotEtcd: (_, node) => {
      this.calls.push({ call: 'snapshotEtcd', node: node.name });
    },
    moveEtcdLeader: (_, node) => this.#apply('moveEtcdLeader', node, { type: 'move-etcd-leader', ...on(node) }),
  };

  #reach(name: string): { readonly node: SimulatedNode; readonly view: AgentView } {
    const node = this.#cluster.nodes.find((one) => one.name === name);
    const view = node === undefined ? undefined : this.#cluster.view(node).agent;
    if (node === undefined || view?.reachable !== true) {
      throw new RpcError('UNAVAILABLE', `the agent of ${name} does not answer`);
    }
    if (this.refusing.has(name)) throw new RpcError('RESOURCE_EXHAUSTED', `${name} has no space left`);
    return { node, view };
  }

  #fence({ name }: SimulatedNode, epoch: number): void {
    const highest = this.#epochs.get(name) ?? 0;
    if (epoch < highest) throw new RpcError('FAILED_PRECONDITION', `epoch ${epoch} is over, the latest is ${highest}`);
    this.#epochs.set(name, epoch);
  }

  #apply(call: Method, node: SimulatedNode, step: Step): void {
    this.onCall(step, node);
    this.#cluster.apply(step);
    this.calls.push({ call, node: node.name, ...('epoch' in step ? { epoch: step.epoch } : {}) });
  }

  /** As the agent does: values become digests, and a digest must be of what the node had in that place. */
  #mask(node: SimulatedNode, documents: PublicDocuments): PublicDocuments {
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
}

/** What a step says of its node; its deadline is the operator's affair. */
const on = ({ name, uid }: SimulatedNode) => ({ node: name, uid, deadline: 0 });
