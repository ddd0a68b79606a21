/** NodePool: what differs for some nodes. It narrows the Machine's policy for them, and never widens it. */
import { type Static, type TSchema, Type } from 'typebox';
import { LayerConfigSchema, LayerRemove } from './layer.ts';
import { LAYER_RULES } from './layer-rules.ts';
import { MAX_IN_FLIGHT } from './limits.ts';
import { GateStatus, MachineOs, RolloutPolicy } from './machine.ts';
import { conditions, countOrPercent, integer, type Kind, listOf, type ObjectMeta, text } from './schema.ts';
import { type LabelSelector, labelSelector, VALUES_MESSAGE, valuesCel, valuesHold } from './selector.ts';
import { OS_DIGEST_RULE, TURN_RULES } from './turn-rules.ts';

/** What is left out is the Machine's to say: an apiserver must fill nothing in. */
function undefaulted<T extends TSchema>(schema: T, description?: string): T {
  const copy = Object.create(null, Object.getOwnPropertyDescriptors(schema)) as T & { properties?: object };
  Reflect.deleteProperty(copy, 'default');
  if (description !== undefined) Object.assign(copy, { description });
  if (copy.properties !== undefined) {
    const fields = Object.entries(copy.properties).map(([name, field]) => [name, undefaulted(field as TSchema)]);
    Object.assign(copy, { properties: Object.fromEntries(fields) });
  }
  return copy;
}

const machine = RolloutPolicy.properties;

export const PoolRollout = Type.Object(
  {
    paused: undefaulted(machine.paused, 'No node of the pool is begun while true; one under way is finished.'),
    maxUnavailable: Type.Optional(
      countOrPercent(
        'How many nodes of the pool may be unavailable at once, for whatever reason, as a number or a percentage of them (rounded down, at least one). The maxUnavailable of the Machine holds as well.',
        MAX_IN_FLIGHT,
      ),
    ),
    windows: undefaulted(
      machine.windows,
      'When nodes of the pool may be begun, as far as the windows of the Machine are open too.',
    ),
    freezes: undefaulted(machine.freezes, 'When no node of the pool is begun, beside the freezes of the Machine.'),
    gates: undefaulted(
      machine.gates,
      'What must hold before each node of the pool, and while nodes of a stage of this pool soak; beside the gates of the Machine.',
    ),
    confirmWithin: undefaulted(machine.confirmWithin),
    drain: undefaulted(
      machine.drain,
      'Moving pods away. What is said here is said in place of what the Machine says; rules come before those of the Machine.',
    ),
    verify: undefaulted(
      machine.verify,
      'Proof that an upgrade worked. What is said here is said in place of what the Machine says.',
    ),
  },
  { description: 'How changes reach its nodes, within what the Machine says.' },
);
export type PoolRollout = Static<typeof PoolRollout>;

export const NodePoolSpec = Type.Object(
  {
    nodeSelector: labelSelector(
      'Its nodes, by labels. A node is in one pool at most; one that is in two gets no turn.',
    ),
    os: Type.Optional(
      undefaulted(
        MachineOs,
        'What its workers run in place of the image of the Machine: a pin, by digest. Control planes always run what the Machine says, and no kubelet may be newer than they are.',
      ),
    ),
    config: Type.Optional(LayerConfigSchema),
    remove: Type.Optional(LayerRemove),
    rollout: Type.Optional(PoolRollout),
  },
  { description: 'What differs.' },
);

export const NodePoolStatus = Type.Object(
  {
    observedGeneration: Type.Optional(integer('Generation that the status was made from.', 0, Number.MAX_SAFE_INTEGER)),
    conditions,
    nodes: Type.Optional(
      Type.Object(
        {
          total: integer('Nodes that it selects.'),
          updated: integer('Those of them that run what is wanted.'),
          unavailable: integer('Those of them that are not Ready or whose agent does not answer.'),
        },
        { description: 'Counts.' },
      ),
    ),
    progress: Type.Optional(text('Nodes on what is wanted of all of the pool, e.g. 2/3.', 32)),
    maxUnavailable: Type.Optional(
      integer('How many of its nodes may be unavailable at once, by the Machine and the pool.'),
    ),
    gates: Type.Optional(listOf(GateStatus, 16, 'What its gates said last.', ['name'])),
  },
  { description: "What has become of it. The operator's alone." },
);

export type NodePoolSpec = Static<typeof NodePoolSpec>;
export type NodePoolStatus = Static<typeof NodePoolStatus>;
export interface NodePool {
  readonly apiVersion: string;
  readonly kind: 'NodePool';
  readonly metadata: ObjectMeta;
  readonly spec: NodePoolSpec;
  readonly status?: NodePoolStatus;
}

export const nodePool: Kind = {
  kind: 'NodePool',
  plural: 'nodepools',
  singular: 'nodepool',
  shortNames: ['np'],
  summary:
    'What differs for some nodes: a narrower policy, a layer of configuration, an image that they stay on. Its configuration lies above that of the Machine and below all NodeConfigs.',
  writtenBy: 'people (spec), the operator (status)',
  spec: NodePoolSpec,
  specRequired: true,
  status: NodePoolStatus,
  rules: [
    ...LAYER_RULES,
    {
      at: '',
      field: 'metadata.name',
      cel: "size(self.metadata.name) <= 63 && self.metadata.name != 'default'",
      message: "metadata.name must be of at most 63 characters, and not 'default', which means the nodes of no pool",
      holds: ({ metadata }) => metadata.name.length <= 63 && metadata.name !== 'default',
    },
    {
      at: '/spec',
      field: 'nodeSelector',
      cel: '(has(self.nodeSelector.matchLabels) && size(self.nodeSelector.matchLabels) > 0) || (has(self.nodeSelector.matchExpressions) && size(self.nodeSelector.matchExpressions) > 0)',
      message: 'nodeSelector must name a label: what is for all nodes is for the Machine to say',
      holds: ({ nodeSelector }: { readonly nodeSelector: LabelSelector }) =>
        Object.keys(nodeSelector.matchLabels ?? {}).length > 0 || (nodeSelector.matchExpressions ?? []).length > 0,
    },
    {
      at: '/spec/nodeSelector',
      field: 'matchExpressions',
      cel: valuesCel('self'),
      message: VALUES_MESSAGE,
      holds: valuesHold,
    },
    OS_DIGEST_RULE,
    {
      at: '/spec/os',
      field: 'image',
      cel: "has(self.digest) || self.image.contains('@sha256:')",
      message: 'image of a pool needs a digest: what it pins must stay what it is, whatever becomes of a tag',
      holds: ({ image, digest }) => digest !== undefined || image.includes('@sha256:'),
    },
    ...TURN_RULES,
  ],
  columns: [
    { name: 'Nodes', type: 'integer', jsonPath: '.status.nodes.total', description: 'Nodes that it selects' },
    { name: 'Updated', type: 'string', jsonPath: '.status.progress', description: 'Nodes on what is wanted' },
    {
      name: 'Unavailable',
      type: 'integer',
      jsonPath: '.status.nodes.unavailable',
      description: 'Nodes that are not Ready or do not answer',
    },
    {
      name: 'Max',
      type: 'integer',
      jsonPath: '.status.maxUnavailable',
      description: 'How many of its nodes may be unavailable at once',
    },
    {
      name: 'Ready',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="Ready")].status',
      description: 'Whether every node runs what is wanted',
    },
    {
      name: 'Reason',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="Ready")].reason',
      description: 'Why, or why not',
    },
    { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp', description: 'Age' },
    { name: 'Image', type: 'string', jsonPath: '.spec.os.image', description: 'What it is pinned to', priority: 1 },
    {
      name: 'Message',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="Ready")].message',
      description: 'Why, as a sentence',
      priority: 1,
    },
  ],
  example: `apiVersion: osctl.dev/v1alpha1
kind: NodePool
metadata:
  name: databases
spec:
  nodeSelector:
    matchLabels:
      node.kubernetes.io/purpose: database
  config:
    system:
      sysctls:
        vm.overcommit_memory: "1"
  rollout:
    maxUnavailable: 1
    windows:
      - schedule: 0 2 * * 6
        duration: 4h
    drain:
      timeout: 1h
`,
};
