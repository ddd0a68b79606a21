/**
 * Which layers are in force: those that people wrote, as far as they can be; in place of one that can't, what it said in the last
 * rollout. Pure, and judged without any node's own documents, so that a layer is judged before it has a node.
 */
import { canonicalJson, type PublicDocuments } from '@talos/crds/config/index.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { Role } from '../types.ts';
import { poolLayerName, poolLayers } from '../wished/pool.ts';
import {
  assignmentsOf,
  conflictsOf,
  inLayerOrder,
  type Layer,
  layersOf,
  MACHINE_LAYER,
  MACHINE_PRIORITY,
  mergeLayers,
} from './layers.ts';
import { fieldOf } from './path.ts';
import { render } from './render.ts';
import { resolveSecrets, type SecretsView } from './secrets.ts';

export interface LayerFault {
  readonly reason: 'Invalid' | 'Conflict' | 'SecretMissing';
  readonly message: string;
}

export interface LayerWish {
  /** In their order; none when nobody asks for configuration. */
  readonly layers: readonly Layer[];
  /** By the layer's name: why it is not in force as it is written. */
  readonly faults: ReadonlyMap<string, LayerFault>;
  /** Whether a layer counts as what it said before only because the digest of a Secret's value is not known yet. */
  readonly undigested: boolean;
}

const NO_POOLS = { nodePools: [], overlapping: new Set<string>() };
const NO_SECRETS: SecretsView = { namespace: '', secrets: new Map() };

export const layerNameOf = ({ metadata }: Pick<NodeConfig, 'metadata'>): string => `nodeconfig/${metadata.name}`;

export function wishedLayers(
  machine: Machine,
  nodeConfigs: readonly NodeConfig[],
  nodes: readonly { readonly labels: Readonly<Record<string, string>> }[],
  lastGood: readonly Layer[],
  secrets: SecretsView = NO_SECRETS,
  pools: { readonly nodePools: readonly NodePool[]; readonly overlapping: ReadonlySet<string> } = NO_POOLS,
): LayerWish {
  const written = inLayerOrder([
    ...(machine.spec.config === undefined
      ? []
      : [{ name: MACHINE_LAYER, priority: MACHINE_PRIORITY, config: machine.spec.config }]),
    ...poolLayers(pools.nodePools),
    ...nodeConfigs.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(layerOf),
  ]);
  const faults = new Map<string, LayerFault>();
  let undigested = false;
  const formerly = ({ name }: Layer): readonly Layer[] => lastGood.filter((former) => former.name === name);
  const shared = new Set([...pools.overlapping].map((name) => poolLayerName({ metadata: { name } })));
  const resolved = written.flatMap((layer) => {
    if (shared.has(layer.name)) return formerly(layer);
    const found = resolveSecrets(layer, secrets);
    if (found.kind === 'resolved') return [found.layer];
    if (found.kind === 'missing') faults.set(layer.name, { reason: 'SecretMissing', message: found.message });
    else undigested = true;
    return formerly(layer);
  });
  for (const set of distinctSets(inLayerOrder(resolved), nodes)) judge(set, lastGood, faults);
  const layers = resolved.flatMap((layer) => (faults.has(layer.name) ? formerly(layer) : [layer]));
  return { layers: inLayerOrder(layers), faults, undigested };
}

function layerOf(nodeConfig: NodeConfig): Layer {
  const { nodeSelector, priority = 0, config, remove } = nodeConfig.spec;
  return {
    name: layerNameOf(nodeConfig),
    priority,
    ...(nodeSelector === undefined ? {} : { nodeSelector }),
    ...(config === undefined ? {} : { config }),
    ...(remove === undefined ? {} : { remove }),
  };
}

/** The sets of layers that nodes have, each once, and each layer alone. */
function distinctSets(
  layers: readonly Layer[],
  nodes: readonly { readonly labels: Readonly<Record<string, string>> }[],
): readonly (readonly Layer[])[] {
  const sets = new Map<string, readonly Layer[]>();
  const add = (set: readonly Layer[]) => sets.set(set.map(({ name }) => name).join(' '), set);
  for (const layer of layers) add([layer]);
  for (const { labels } of nodes) add(layersOf(layers, labels));
  return [...sets.values()];
}

function judge(set: readonly Layer[], lastGood: readonly Layer[], faults: Map<string, LayerFault>): void {
  const blame = (name: string, fault: LayerFault) => {
    if (!faults.has(name)) faults.set(name, fault);
  };
  for (const { path, layers } of conflictsOf(set)) {
    const priority = set.find(({ name }) => name === layers[0])?.priority;
    const message = `${layers.join(' and ')} have priority ${priority} and say different things about ${fieldOf(path)}: give one of them a higher one`;
    for (const name of layers) blame(name, { reason: 'Conflict', message });
  }
  const { issues } = render(neutralDocuments('node', 'worker'), [], mergeLayers(set));
  for (const { path, message } of issues) {
    const named = set.filter((layer) =>
      [...assignmentsOf(layer).values()].some((assignment) => {
        const field = fieldOf(assignment.path);
        return field === path || path.startsWith(`${field}.`) || path.startsWith(`${field}[`) || field.startsWith(path);
      }),
    );
    const changed = (named.length > 0 ? named : set).filter(
      (layer) => !lastGood.some((former) => canonicalJson(former) === canonicalJson(layer)),
    );
    const guilty = changed.at(-1) ?? named.at(-1) ?? set.at(-1);
    if (guilty !== undefined) blame(guilty.name, { reason: 'Invalid', message: `${path}: ${message}` });
  }
}

/** Of a node with nothing of its own. */
export const neutralDocuments = (nodeName: string, role: Role): PublicDocuments => ({
  system: { nodeName, role },
  network: { nameservers: [] },
  cluster: {
    name: 'cluster',
    endpoint: 'https://192.0.2.1:6443',
    controlPlanes: ['192.0.2.1'],
    podCIDR: '198.18.0.0/16',
    serviceCIDR: '198.19.0.0/16',
    dnsDomain: 'cluster.local',
  },
  kubelet: {},
  registry: {},
});
