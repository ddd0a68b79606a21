/**
 * A cluster from nothing: network, registry, nodes, etcd, Kubernetes, add-ons, operator.
 *
 * Guarantees: each step is idempotent, so that a create that was cut goes on where it stopped; the secrets are stored before
 * anything is made with them.
 */
import { OciLayout } from '@talos/lib/oci/layout.ts';
import { RegistryClient } from '@talos/lib/oci/registry.ts';
import { bootstrapTokenOf } from '@talos/lib/trust/bootstrap.ts';
import type { Context } from '../config/file.ts';
import { clientContext, nodeTrust, operatorClient } from '../gen/trust.ts';
import type { Steps } from '../output/steps.ts';
import { addonObjects } from './addons/index.ts';
import { operatorObjects, operatorSecret } from './addons/operator.ts';
import { applyObjects } from './apply.ts';
import { nodeDocuments } from './documents.ts';
import { componentImages, findImages, pickImage } from './images.ts';
import { kubernetesAnswers, nodesReady, workloadsReady } from './kubernetes-ready.ts';
import { createMachine } from './machine.ts';
import { bootstrap, fetchKubeconfig, nodesAnswer } from './nodes-answer.ts';
import { type ClusterSize, clusterPlan, hostNameservers, type PlannedNode, planNodes } from './plan.ts';
import type { ClusterStore } from './store.ts';
import type { ImageSource, Provisioner } from './types.ts';

export interface CreateOptions extends ClusterSize {
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

export interface CreateDependencies {
  readonly provisioner: Provisioner;
  readonly store: ClusterStore;
  readonly steps: Steps;
  readonly signal: AbortSignal;
}

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
          bootstrapTokens: Object.fromEntries(
            nodes
              .filter(({ role }) => role === 'worker')
              .map(({ name }) => [name, bootstrapTokenOf(name, secrets.bootstrapToken)]),
          ),
          nowMs: Date.now(),
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
