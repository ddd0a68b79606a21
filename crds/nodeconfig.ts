/** NodeConfig: a layer of configuration for the nodes that it selects. */
import { type Static, Type } from 'typebox';
import { LayerConfigSchema, LayerRemove } from './layer.ts';
import { LAYER_RULES } from './layer-rules.ts';
import { conditions, integer, type Kind, type ObjectMeta } from './schema.ts';
import { NodeSelector, VALUES_MESSAGE, valuesCel, valuesHold } from './selector.ts';

export const NodeConfigSpec = Type.Object(
  {
    nodeSelector: Type.Optional(NodeSelector),
    priority: Type.Optional(
      Type.Integer({
        description:
          'A layer of higher priority wins over lower ones. Two of the same that say different things about one field are refused, both by name.',
        minimum: 0,
        maximum: 1000,
        default: 0,
      }),
    ),
    config: Type.Optional(LayerConfigSchema),
    remove: Type.Optional(LayerRemove),
  },
  { description: 'The layer.' },
);

export const NodeConfigStatus = Type.Object(
  {
    observedGeneration: Type.Optional(integer('Generation that the status was made from.', 0, Number.MAX_SAFE_INTEGER)),
    conditions,
    nodes: Type.Optional(integer('Nodes that it selects.')),
    updated: Type.Optional(integer('Those of them whose configuration is the wanted one.')),
  },
  { description: "What has become of it. The operator's alone." },
);

export type NodeConfigSpec = Static<typeof NodeConfigSpec>;
export type NodeConfigStatus = Static<typeof NodeConfigStatus>;
export interface NodeConfig {
  readonly apiVersion: string;
  readonly kind: 'NodeConfig';
  readonly metadata: ObjectMeta;
  readonly spec: NodeConfigSpec;
  readonly status?: NodeConfigStatus;
}

export const nodeConfig: Kind = {
  kind: 'NodeConfig',
  plural: 'nodeconfigs',
  singular: 'nodeconfig',
  shortNames: ['nc'],
  summary:
    'A layer of configuration for the nodes that it selects. Machine.spec.config lies below all layers; they are merged by priority, then by name, over what is the node’s own.',
  writtenBy: 'people (spec), the operator (status)',
  spec: NodeConfigSpec,
  specRequired: true,
  status: NodeConfigStatus,
  rules: [
    ...LAYER_RULES,
    {
      at: '/spec/nodeSelector',
      field: 'matchExpressions',
      cel: valuesCel('self'),
      message: VALUES_MESSAGE,
      holds: valuesHold,
    },
  ],
  columns: [
    { name: 'Priority', type: 'integer', jsonPath: '.spec.priority', description: 'Higher wins' },
    { name: 'Nodes', type: 'integer', jsonPath: '.status.nodes', description: 'Nodes that it selects' },
    { name: 'Updated', type: 'integer', jsonPath: '.status.updated', description: 'Nodes that have it' },
    {
      name: 'Ready',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="Ready")].status',
      description: 'Whether all of them have it',
    },
    {
      name: 'Reason',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="Ready")].reason',
      description: 'Why, or why not',
    },
    { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp', description: 'Age' },
    {
      name: 'Message',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="Ready")].message',
      description: 'Why, as a sentence',
      priority: 1,
    },
  ],
  example: `apiVersion: osctl.dev/v1alpha1
kind: NodeConfig
metadata:
  name: databases
spec:
  nodeSelector:
    matchLabels:
      node.kubernetes.io/purpose: database
  priority: 10
  config:
    system:
      sysctls:
        vm.overcommit_memory: "1"
    kubelet:
      extraConfig:
        maxPods: 50
  remove:
    - /kubelet/extraConfig/evictionSoft
`,
};
