/**
 * A dump as the planner would see it. What agents alone know is put in its place: every node has the documents that its layers make of
 * a node with nothing of its own, so that what another wish changes is what its layers change.
 */
import { secretDigest } from '@talos/crds/config/canonical.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { type Layer, layersOf, MACHINE_LAYER, mergeLayers } from '../config/layers.ts';
import { valueAt } from '../config/path.ts';
import { type Rendered, render } from '../config/render.ts';
import { type SecretKeyView, type SecretsView, secretRefsOf } from '../config/secrets.ts';
import { layerNameOf, neutralDocuments } from '../config/wish.ts';
import { nodeView } from '../objects/node.ts';
import type { AgentView, NodeView, Snapshot } from '../types.ts';
import { poolLayerName } from '../wished/pool.ts';
import { latestRollout } from '../wished/wish.ts';
import type { ClusterDump } from './dump.ts';

/** `before`: the cluster without the change; it says what the nodes have. */
export function snapshotOf(dump: ClusterDump, before: ClusterDump): Snapshot {
  const nodes: NodeView[] = [];
  const nodeStates: NodeState[] = [];
  for (const node of dump.nodes) {
    const bare = nodeView(node, undefined, undefined);
    const state = dump.nodeStates.find(({ metadata }) => metadata.name === node.metadata.name);
    const rendered = documentsOf(bare, layersIn(before.rollouts, state));
    const agent = agentOf(state, bare, rendered);
    nodes.push({ ...bare, ...(agent === undefined ? {} : { agent }) });
    if (state !== undefined) nodeStates.push(managing(state, rendered, bare.uid));
  }
  const [first] = nodes.filter(({ role }) => role === 'control-plane');
  const members = nodes.flatMap(({ name, role, ready }) =>
    role === 'control-plane' ? [{ node: name, voter: true, healthy: ready }] : [],
  );
  return {
    machine: dump.machine,
    rollouts: dump.rollouts,
    nodeConfigs: dump.nodeConfigs,
    nodePools: dump.nodePools,
    nodeStates,
    nodes,
    resolution: undefined,
    secrets: secretsOf(dump, before),
    gates: [],
    etcd: { members, ...(first === undefined ? {} : { leader: first.name }) },
    leader: { epoch: 1, node: first?.name ?? '', standbyReady: members.length > 1 },
  };
}

/** Without the node's name, so that nodes that change alike show the same. */
function documentsOf({ role, labels }: NodeView, layers: readonly Layer[]): Rendered {
  return render(neutralDocuments('node', role), [], mergeLayers(layersOf(layers, labels)));
}

/** Of the rollout that has brought the node to where it is; of the last completed one where that is not known. */
function layersIn(rollouts: readonly Rollout[], state: NodeState | undefined): readonly Layer[] {
  const { phase, rolloutName } = state?.status ?? {};
  const own = phase === 'Done' ? rollouts.find(({ metadata }) => metadata.name === rolloutName) : undefined;
  return (own ?? latestRollout(rollouts.filter(({ status }) => status?.phase === 'Completed')))?.spec.layers ?? [];
}

function managing(state: NodeState, { managed, hash }: Rendered, uid: string): NodeState {
  const { operation: _, ...spec } = state.spec ?? {};
  const { target } = spec;
  const owner = { apiVersion: 'v1', kind: 'Node', name: state.metadata.name, uid };
  return {
    ...state,
    metadata: { ...state.metadata, ownerReferences: state.metadata.ownerReferences ?? [owner] },
    spec: {
      ...spec,
      ...(target?.configHash === undefined ? {} : { target: { ...target, configHash: hash } }),
      managed: [...managed],
    },
  };
}

function agentOf(
  state: NodeState | undefined,
  { ready, heartbeatTime }: NodeView,
  { documents, hash }: Rendered,
): AgentView | undefined {
  const observed = state?.status?.observed;
  if (observed === undefined) return undefined;
  const { bootID = '', slot = 'a', version = '', kubernetesVersion = '', digest = '', reachable } = observed;
  return {
    reachable,
    bootID,
    bootTime: 0,
    slot,
    slots: [{ name: slot, digest, bootable: true }],
    digest,
    configHash: hash,
    config: { hash, documents, stagedHash: '', onTry: false },
    version,
    kubernetesVersion,
    ready,
    failing: [],
    kubeletStartTime: heartbeatTime - 1,
    operations: [],
  };
}

/** Nobody has to read Secrets for a forecast: where a reference stays what it was its value does, and any other counts as a new one. */
function secretsOf(dump: ClusterDump, before: ClusterDump): SecretsView {
  const secrets = new Map<string, Map<string, SecretKeyView>>();
  const put = (name: string, key: string, digest: string): void => {
    const keys = secrets.get(name) ?? new Map<string, SecretKeyView>();
    if (!keys.has(key)) secrets.set(name, keys.set(key, { kind: 'known', digest }));
  };
  const layers = latestRollout(before.rollouts)?.spec.layers ?? [];
  for (const [layer, config] of configsOf(before)) {
    const stored = layers.find(({ name }) => name === layer)?.config;
    for (const { name, key, path } of secretRefsOf(config)) {
      const digest = stored === undefined ? undefined : valueAt(stored as Record<string, unknown>, path);
      if (typeof digest === 'string') put(name, key, digest);
    }
  }
  for (const [, config] of configsOf(dump)) {
    for (const { name, key } of secretRefsOf(config)) put(name, key, secretDigest(NO_KEY, `${name}/${key}`));
  }
  return { namespace: 'talos-system', secrets };
}

const NO_KEY = Buffer.alloc(32);

const configsOf = ({
  machine,
  nodeConfigs,
  nodePools,
}: ClusterDump): readonly (readonly [string, LayerConfig | undefined])[] => [
  [MACHINE_LAYER, machine?.spec.config],
  ...nodePools.map((one) => [poolLayerName(one), one.spec.config] as const),
  ...nodeConfigs.map((one) => [layerNameOf(one), one.spec.config] as const),
];
