/** What is worth having of a node: a table of files, each with the call that gives it. */
import type { Methods, ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import {
  Config,
  Containers,
  Etcd,
  Files,
  Host,
  Images,
  Lifecycle,
  type LogLine,
  Network,
  Services,
  Storage,
  System,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { NodeConnection } from '../client/nodes.ts';
import { isRead } from '../client/reads.ts';
import { readResources } from '../client/resources.ts';

/** One file of the archive, below the node's directory. */
export interface Item {
  readonly path: string;
  read(node: NodeConnection, signal: AbortSignal): Promise<Content> | AsyncIterable<Uint8Array>;
}
export type Content = string | object;

const LOG_LINES = 5_000;
const EVENTS = 2_000;
/** Containers whose logs are taken: those of the system's own pods. */
const NAMESPACES = ['kube-system', 'talos-system'];
const MAX_CONTAINERS = 64;

/** The same of every node. */
const GENERAL: readonly Item[] = [
  ...[System, Host, Network, Storage, Containers, Images].flatMap((service) => readsOf(service as ServiceDescriptor)),
  {
    // Of pods too: one that cannot reach its service is what many archives are made for.
    path: 'network/sockets.jsonl',
    read: (node, signal) => {
      const request = { network: { all: true }, states: 'all', protocols: ['tcp', 'udp', 'unix'] };
      return jsonLines(node.client(Network).sockets(request, { signal }));
    },
  },
  { path: 'operations.json', read: (node) => node.client(Lifecycle).listOperations({}, node.unary) },
  { path: 'config.yaml', read: async (node) => (await node.client(Config).get({}, node.unary)).documents },
  {
    path: 'dmesg.log',
    read: (node, signal) => lines(node.client(System).kernelLog({ tailLines: LOG_LINES }, { signal })),
  },
  {
    path: 'events.jsonl',
    read: (node, signal) => jsonLines(node.client(System).events({ tail: EVENTS }, { signal })),
  },
];

const ETCD: readonly Item[] = [
  { path: 'etcd/status.json', read: (node) => node.client(Etcd).status({}, node.unary) },
  { path: 'etcd/members.json', read: (node) => node.client(Etcd).members({}, node.unary) },
];

/** Every call of a service that only looks, made without arguments: what a node learns to tell is in the archive by itself. */
function readsOf<M extends Methods>(service: ServiceDescriptor<M>): readonly Item[] {
  const directory = service.name.slice(service.name.lastIndexOf('.') + 1).toLowerCase();
  return Object.entries(service.methods)
    .filter(([, method]) => isRead(service, method))
    .map(([name]) => ({
      path: `${directory}/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`,
      read: (node: NodeConnection) => {
        const client = node.client(service) as unknown as Readonly<
          Record<string, (...args: object[]) => Promise<object>>
        >;
        return client[name]?.({}, node.unary) ?? Promise.resolve({});
      },
    }));
}

/** What there is on this node. Errors: RpcError when it does not answer. */
export async function itemsOf(node: NodeConnection): Promise<readonly Item[]> {
  const { role } = await node.client(System).status({}, node.unary);
  const { services } = await node.client(Services).list({}, node.unary);
  const ids = [...new Set(['machined', ...services.map(({ id }) => id), ...(await containers(node))])];
  const log = (id: string): Item => ({
    path: `logs/${id.replaceAll('/', '_')}.log`,
    read: (one, signal) => lines(one.client(Services).logs({ id, tailLines: LOG_LINES }, { signal })),
  });
  return [
    ...GENERAL,
    { path: 'services.json', read: async () => ({ services }) },
    ...(role === 'control-plane' ? ETCD : []),
    ...(await kinds(node)).map(stateOf),
    ...ids.map(log),
  ];
}

/** The kinds of the state store that hold no secrets. */
async function kinds(node: NodeConnection): Promise<readonly string[]> {
  try {
    const { resources } = await readResources(node, 'kind');
    return resources.filter(({ spec }) => spec['sensitive'] === false).map(({ id }) => id);
  } catch {
    // A node of an earlier version has no store.
    return [];
  }
}

const stateOf = (kind: string): Item => ({
  path: `state/${kind}.json`,
  read: async (node) => (await readResources(node, kind)).resources,
});

/** "namespace/pod/container" of the system's pods, by the directories of their logs: no kubelet is asked. */
async function containers(node: NodeConnection): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    for await (const { path, type } of node.client(Files).list({ path: '/var/log/pods', depth: 2 }, node.stream)) {
      const [, namespace = '', pod = '', container] =
        /^\/var\/log\/pods\/([^_/]+)_([^_/]+)_[^/]+\/([^/]+)$/.exec(path) ?? [];
      if (type !== 'directory' || container === undefined || !NAMESPACES.includes(namespace)) continue;
      found.push(`${namespace}/${pod}/${container}`);
      if (found.length === MAX_CONTAINERS) break;
    }
  } catch {
    // No pod ever ran, or the directory cannot be read: the services' logs say more of that.
  }
  return found;
}

async function* jsonLines(items: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  for await (const item of items) yield Buffer.from(`${JSON.stringify(item)}\n`);
}

async function* lines(stream: AsyncIterable<LogLine>): AsyncGenerator<Uint8Array> {
  for await (const { timeMs, line } of stream) {
    const time = timeMs === 0 ? '' : `${new Date(timeMs).toISOString()} `;
    yield Buffer.concat([Buffer.from(time), line, Buffer.from('\n')]);
  }
}
