/**
 * A cluster from nothing: network, registry, nodes, etcd, Kubernetes, add-ons, operator.
 *
 * Guarantees: each step is idempotent, so that a create that was cut goes on where it stopped; the secrets are stored before
 * anything is made with them.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergePatch } from '@talos/lib/kube/apply.ts';
import { ApiError, ConnectionError } from '@talos/lib/kube/errors.ts';
import { kubeconfigAccess } from '@talos/lib/kube/kubeconfig.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { OciLayout } from '@talos/lib/oci/layout.ts';
import { RegistryClient } from '@talos/lib/oci/registry.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Etcd, Kubernetes, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Context } from '../config/file.ts';
import { clientContext, nodeTrust, operatorClient } from '../gen/trust.ts';
import type { Steps } from '../output/steps.ts';
import { addonObjects } from './addons/index.ts';
import { operatorObjects, operatorSecret } from './addons/operator.ts';
import { applyObjects, FIELD_MANAGER } from './apply.ts';
import { nodeAddress } from './docker/subnet.ts';
import { type ClusterPlan, DEFAULT_NETWORK, nodeDocuments } from './documents.ts';
import { componentImages, findImages, pickImage } from './images.ts';
import { createMachine } from './machine.ts';
import type { ClusterStore } from './store.ts';
import type { ClusterNetwork, ImageSource, NodeRole, Provisioner } from './types.ts';
import { NotYet, poll } from './wait.ts';

export interface CreateOptions {
  readonly name: string;
  readonly controlPlanes: 1 | 3;
  readonly workers: number;
  /** Directory of OCI layouts. */
  readonly images: string;
  /** Repository, or repository:tag, of the OS image among them. */
  readonly image: string;
}

export interface CreatedCluster {
  readonly name: string;
  readonly context: Context;
  readonly kubeconfig: string;
  readonly endpoint: string;
  readonly image: ImageSource;
  readonly nodes: readonly PlannedNode[];
}

export interface PlannedNode {
  readonly name: string;
  readonly role: NodeRole;
  readonly address: string;
}

export interface CreateDependencies {
  readonly provisioner: Provisioner;
  readonly store: ClusterStore;
  readonly steps: Steps;
  readonly signal: AbortSignal;
}

const REACHABLE_MS = 60_000;
const KUBERNETES_MS = 180_000;

export async function createCluster(options: CreateOptions, deps: CreateDependencies): Promise<CreatedCluster> {
  const { provisioner, store, steps, signal } = deps;
  const images = await findImages(options.images);
  const osImage = pickImage(images, options.image);
  const registryImage = pickImage(images, 'osctl.dev/registry');

  const { network, registryUrl } = await steps.step('network and registry', async () => {
    const created = await provisioner.createNetwork(options.name, signal);
    return {
      network: created,
      registryUrl: await provisioner.createRegistry(options.name, created, registryImage, signal),
    };
  });
  await steps.step('images into the registry', async (note) => {
    for (const image of images.filter((one) => one !== registryImage)) {
      note(`${image.repository}:${image.tag}`);
      await pushImage(registryUrl, image, signal);
    }
  });
  await steps.step('OS image', () => provisioner.loadImage(options.name, registryUrl, osImage, signal));

  const nodes = planNodes(options, network);
  const plan = clusterPlan(options, network, nodes, await hostNameservers());
  const secrets = await store.secrets(options.name);
  const context = await clientContext(secrets, nodes);
  await store.saveContext(options.name, context);
  await steps.step(`${nodes.length} nodes`, async (note) => {
    for (const node of nodes) {
      note(node.name);
      await provisioner.createNode(
        options.name,
        network,
        osImage,
        { ...node, documents: nodeDocuments(plan, await nodeTrust(secrets, node), node) },
        signal,
      );
    }
    if (options.controlPlanes > 1)
      await provisioner.createLoadBalancer(options.name, network, osImage, plan.controlPlanes, signal);
  });
  await steps.step('OS API of every node', (note) => nodesAnswer(context, nodes, signal, note));

  const [first] = nodes;
  if (first === undefined) throw new Error('a cluster has at least one control plane');
  await steps.step('etcd', (note) => bootstrap(context, nodes, first, signal, note));
  const { kubeconfig, transport } = await steps.step('Kubernetes API', async (note) => {
    const text = await fetchKubeconfig(context, first, signal);
    return { kubeconfig: text, transport: await kubernetesAnswers(text, signal, note) };
  });
  try {
    const components = componentImages(images);
    await steps.step('add-ons', () =>
      applyObjects(
        transport,
        addonObjects({
          bootstrapToken: secrets.bootstrapToken,
          images: components,
          podCIDR: plan.podCIDR,
          serviceCIDR: plan.serviceCIDR,
          dnsDomain: plan.dnsDomain,
          nodes: nodes.length,
          nameservers: plan.nameservers,
        }),
        signal,
      ),
    );
    if (components['operator'] !== undefined) {
      await steps.step('operator', async () => {
        await applyObjects(transport, await operatorObjects(components), signal);
        await applyObjects(transport, [operatorSecret(await operatorClient(secrets))], signal);
        await createMachine(transport, `${osImage.repository}:${osImage.tag}`, signal);
      });
    }
    await steps.step('every node Ready', (note) => nodesReady(transport, nodes, first, signal, note));
    await steps.step('add-ons running', (note) => workloadsReady(transport, signal, note));
  } finally {
    transport.close();
  }
  return { name: options.name, context, kubeconfig, endpoint: plan.endpoint, image: osImage, nodes };
}

export async function pushImage(registryUrl: string, image: ImageSource, signal: AbortSignal): Promise<void> {
  const host = image.repository.split('/')[0] ?? '';
  const client = new RegistryClient({ mirrors: { [host]: { endpoints: [registryUrl] } } });
  await client.push(await OciLayout.open(image.layout), `${image.repository}:${image.tag}`, {
    signal,
    image: image.digest,
  });
}

function planNodes(options: CreateOptions, network: ClusterNetwork): readonly PlannedNode[] {
  const names = [
    ...Array.from({ length: options.controlPlanes }, (_, index) => ({
      name: `${options.name}-cp-${index + 1}`,
      role: 'control-plane' as const,
    })),
    ...Array.from({ length: options.workers }, (_, index) => ({
      name: `${options.name}-worker-${index + 1}`,
      role: 'worker' as const,
    })),
  ];
  return names.map((node, index) => ({ ...node, address: nodeAddress(network, index) }));
}

function clusterPlan(
  options: CreateOptions,
  network: ClusterNetwork,
  nodes: readonly PlannedNode[],
  nameservers: readonly string[],
): ClusterPlan {
  const controlPlanes = nodes.filter((node) => node.role === 'control-plane').map((node) => node.address);
  const host = options.controlPlanes > 1 ? network.loadBalancer : controlPlanes[0];
  return {
    name: options.name,
    endpoint: `https://${host}:6443`,
    controlPlanes,
    ...DEFAULT_NETWORK,
    nameservers,
    mirrors: { 'osctl.dev': [`http://${network.registry}:5000`] },
  };
}

/** The name servers of this computer that a node can reach too: not those on a loopback address. */
async function hostNameservers(): Promise<readonly string[]> {
  const text = await readFile(join('/', 'etc', 'resolv.conf'), 'utf8').catch(() => '');
  const found = [...text.matchAll(/^nameserver\s+(\d+\.\d+\.\d+\.\d+)\s*$/gm)].map((match) => match[1] ?? '');
  return found.filter((address) => !address.startsWith('127.')).slice(0, 3);
}

function withNode<T>(
  context: Context,
  node: PlannedNode,
  use: (channel: ReturnType<typeof openChannel>) => Promise<T>,
): Promise<T> {
  const channel = openChannel({
    address: `${node.address}:50000`,
    tls: { ca: context.ca, cert: context.certificate, key: context.key, serverName: node.name },
  });
  return use(channel).finally(() => channel.close());
}

async function nodesAnswer(
  context: Context,
  nodes: readonly PlannedNode[],
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  for (const node of nodes) {
    await poll(
      `the OS API of ${node.name} (${node.address}:50000)`,
      REACHABLE_MS,
      signal,
      () =>
        withNode(context, node, async (channel) => {
          try {
            await createClient(System, channel).version({}, { signal, timeoutMs: 3000 });
            return true;
          } catch (error) {
            if (error instanceof RpcError) throw new NotYet(`${node.name}: ${error.message}`);
            throw error;
          }
        }),
      note,
    );
  }
}

/** Once in the life of a cluster: a first control plane that lost its disk joins the etcd that the others have, be it up or not yet. */
async function bootstrap(
  context: Context,
  nodes: readonly PlannedNode[],
  first: PlannedNode,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  const statuses = await Promise.all(
    nodes
      .filter((node) => node.role === 'control-plane')
      .map((node) => withNode(context, node, (channel) => createClient(System, channel).status({}, { signal }))),
  );
  await withNode(context, first, async (channel) => {
    const etcd = createClient(Etcd, channel);
    if (!statuses.some((status) => status.etcdBootstrapped)) await etcd.bootstrap({}, { signal });
    await poll(
      `etcd on ${first.name}`,
      REACHABLE_MS,
      signal,
      async () => {
        try {
          await etcd.status({}, { signal, timeoutMs: 3000 });
          return true;
        } catch (error) {
          if (error instanceof RpcError) throw new NotYet(error.message);
          throw error;
        }
      },
      note,
    );
  });
}

async function fetchKubeconfig(context: Context, first: PlannedNode, signal: AbortSignal): Promise<string> {
  return withNode(
    context,
    first,
    async (channel) => (await createClient(Kubernetes, channel).kubeconfig({ lifetimeMs: 0 }, { signal })).kubeconfig,
  );
}

export async function clusterTransport(kubeconfig: string): Promise<Transport> {
  return createTransport({ access: await kubeconfigAccess({ text: kubeconfig }), userAgent: 'osctl' });
}

async function kubernetesAnswers(
  kubeconfig: string,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<Transport> {
  const transport = await clusterTransport(kubeconfig);
  await poll(
    'the Kubernetes API',
    KUBERNETES_MS,
    signal,
    async () => {
      try {
        // Not readyz: the namespaces and roles that the add-ons need are made after it says yes for the first time.
        await transport.request({ path: '/api/v1/namespaces/kube-system', signal, timeoutMs: 3000 });
        return true;
      } catch (error) {
        if (error instanceof ApiError || error instanceof ConnectionError) throw new NotYet(error.message);
        throw error;
      }
    },
    note,
  );
  return transport;
}

const CONTROL_PLANE_LABEL = 'node-role.kubernetes.io/control-plane';

/** Labels the first control plane (a kubelet must not do so itself); the operator labels the others by their certificates. */
async function nodesReady(
  transport: Transport,
  expected: readonly PlannedNode[],
  first: PlannedNode,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  await poll(
    'every node to be Ready',
    KUBERNETES_MS,
    signal,
    async () => {
      const items = await list<Node>(transport, NODES, { signal });
      const own = items.find((node) => node.metadata.name === first.name);
      if (own !== undefined && own.metadata.labels?.[CONTROL_PLANE_LABEL] === undefined) {
        await mergePatch(
          transport,
          NODES,
          { name: first.name },
          { metadata: { labels: { [CONTROL_PLANE_LABEL]: '' } } } as never,
          {
            signal,
            fieldManager: FIELD_MANAGER,
          },
        );
      }
      const missing = expected.filter((node) => !items.some((one) => one.metadata.name === node.name && isReady(one)));
      if (missing.length > 0) throw new NotYet(`not Ready: ${missing.map((node) => node.name).join(', ')}`);
      return true;
    },
    note,
  );
}

function isReady(node: Node): boolean {
  return (
    node.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false
  );
}

interface Workload {
  readonly metadata: { readonly name: string; readonly generation?: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly numberReady?: number;
    readonly desiredNumberScheduled?: number;
    readonly readyReplicas?: number;
    readonly replicas?: number;
  };
}

async function workloadsReady(transport: Transport, signal: AbortSignal, note: (text: string) => void): Promise<void> {
  const places = [
    '/apis/apps/v1/namespaces/kube-system/daemonsets',
    '/apis/apps/v1/namespaces/kube-system/deployments',
    '/apis/apps/v1/namespaces/talos-system/daemonsets',
  ];
  await poll(
    'the add-ons to run',
    KUBERNETES_MS,
    signal,
    async () => {
      const lists = await Promise.all(
        places.map((path) => transport.request<{ readonly items: readonly Workload[] }>({ path, signal })),
      );
      const waiting = lists.flatMap((one) => one.items).filter((workload) => !workloadReady(workload));
      if (waiting.length > 0)
        throw new NotYet(`not ready: ${waiting.map((workload) => workload.metadata.name).join(', ')}`);
      return true;
    },
    note,
  );
}

function workloadReady({ metadata, status = {} }: Workload): boolean {
  if (status.observedGeneration !== metadata.generation) return false;
  const wanted = status.desiredNumberScheduled ?? status.replicas ?? 0;
  return wanted > 0 && (status.numberReady ?? status.readyReplicas ?? 0) >= wanted;
}
