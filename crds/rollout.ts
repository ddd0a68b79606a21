/** Rollout: one change on its way through the cluster. Its targets never change. */
import { type Static, Type } from 'typebox';
import type { LayerConfig } from './layer.ts';
import { MAX_LAYERS, MAX_TARGETS } from './limits.ts';
import { MachineOs } from './machine.ts';
import {
  blockedBy,
  conditions,
  digest,
  Evidence,
  image,
  integer,
  type Kind,
  listOf,
  name,
  type ObjectMeta,
  oneOf,
  text,
  time,
} from './schema.ts';
import { NodeSelector } from './selector.ts';

export const rolloutPhases = [
  'Pending',
  'Preparing',
  'Progressing',
  'Paused',
  'Halted',
  'Completed',
  'Superseded',
  'Cancelled',
] as const;
export type RolloutPhase = (typeof rolloutPhases)[number];

export const obstacleCodes = ['BUDGET', 'TWO_BUDGETS', 'WAITS', 'NO_ROOM', 'NOT_REPLACED', 'SCRATCH_LOST'] as const;
export type ObstacleCode = (typeof obstacleCodes)[number];

export const RolloutTarget = Type.Object({
  pool: Type.String({
    description: 'The NodePool whose workers it is for; default: all other nodes.',
    minLength: 1,
    maxLength: 63,
    default: 'default',
  }),
  nodeSelector: Type.Optional(NodeSelector),
  image: image('The image as it was asked for.'),
  digest: Type.Optional(digest('What it was resolved to, once; absent when that failed.')),
  configHash: Type.Optional(digest('Hash over the layers of configuration; absent without any.')),
});
export type RolloutTarget = Static<typeof RolloutTarget>;

export const RolloutLayer = Type.Object({
  name: text('machine, or nodepool/ or nodeconfig/ and a name.', 270),
  priority: integer('Higher wins; the machine lies below all, then pools.', -2, 1000),
  nodeSelector: Type.Optional(NodeSelector),
  // Its fields were judged where people wrote them.
  config: Type.Optional(
    Type.Unsafe<LayerConfig>({
      type: 'object',
      description: 'What it said when the rollout was made.',
      'x-kubernetes-preserve-unknown-fields': true,
    }),
  ),
  remove: Type.Optional(listOf(text('JSON pointer.', 512), 64, 'What it takes away.')),
});
export type RolloutLayer = Static<typeof RolloutLayer>;

export const RolloutSpec = Type.Object(
  {
    generation: integer('Generation of the Machine that asked for it.', 0, Number.MAX_SAFE_INTEGER),
    os: MachineOs,
    targets: Type.Array(RolloutTarget, {
      description: 'What the nodes shall run.',
      minItems: 1,
      maxItems: MAX_TARGETS,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['pool'],
    }),
    layers: Type.Optional(
      listOf(
        RolloutLayer,
        MAX_LAYERS,
        'The layers of configuration, the lowest first. What each node gets is made of them and of what is its own.',
      ),
    ),
    targetHash: Type.String({
      description: 'Hash over what was asked for.',
      pattern: '^sha256:[0-9a-f]{64}$',
      maxLength: 71,
    }),
    rollbackOf: Type.Optional(
      Type.Object(
        {
          rollout: name('The rollout that halted.'),
          to: name('The rollout whose target this one has: the last before that was completed.'),
          retry: Type.Optional(text('The last retry of that rollout; it ends with another.', 16)),
          reason: text('Why it halted.', 1024),
        },
        { description: 'Of a rollback: what it brings back, and why. It ends when something else is wished.' },
      ),
    ),
    requestedBy: Type.Optional(text('Who asked for it.', 253)),
    paused: Type.Optional(Type.Boolean({ description: 'No node is begun while true.', default: false })),
    cancelled: Type.Optional(Type.Boolean({ description: 'No further node is begun, for good.', default: false })),
    approval: Type.Optional(
      Type.Object(
        {
          hash: digest('Hash of the preview that was approved. It holds for that preview only.'),
          by: text('Who approved it; the apiserver sees to it that this is the one who asks.', 253),
        },
        { description: 'The approval of a person, where the Machine asks for one.' },
      ),
    ),
    stageApprovals: Type.Optional(
      listOf(
        Type.Object({
          stage: integer('The stage, the first is 1.', 1, 8),
          nodes: text('How far it goes, as the Machine said when it was approved. It holds for that only.', 128),
          by: text('Who approved it; the apiserver sees to it that this is the one who asks.', 253),
        }),
        8,
        'Approvals of stages that the Machine wants approved.',
        ['stage'],
      ),
    ),
    retry: Type.Optional(
      Type.Object(
        {
          id: Type.String({ description: 'Another one for each time.', pattern: '^[0-9a-f]{1,16}$', maxLength: 16 }),
          nodes: Type.Optional(listOf(name('A node.'), 1000, 'The nodes that it is about; without them all.')),
          by: text('Who asks for it; the apiserver sees to it that this is the one who asks.', 253),
        },
        {
          description:
            'The word of a person that what has failed is tried again (`osctl rollout retry`): turns that failed or are held begin anew, and the quarantine is lifted.',
        },
      ),
    ),
    skipNodes: Type.Optional(listOf(name('A node.'), 1000, 'Nodes that stay as they are.')),
    forceNodes: Type.Optional(
      listOf(
        name('A node.'),
        1000,
        'Nodes whose pods are deleted, not evicted, where budgets do not let them go. The operator needs the right to delete pods for it (deploy/force-drain.yaml).',
      ),
    ),
  },
  { description: 'The change.' },
);

export const RolloutStatus = Type.Object(
  {
    observedGeneration: Type.Optional(integer('Generation that the status was made from.', 0, Number.MAX_SAFE_INTEGER)),
    conditions,
    phase: Type.Optional(oneOf(rolloutPhases, 'Where it is.')),
    progress: Type.Optional(text('Nodes done of all, e.g. 2/3.', 32)),
    node: Type.Optional(text('The node under way, or the node that halted it.', 253)),
    reason: Type.Optional(text('Why it is in that phase, as one word.', 64)),
    message: Type.Optional(text('Why, as a sentence.', 2048)),
    counts: Type.Optional(
      Type.Object(
        {
          total: integer('Nodes.'),
          done: integer('On the target.'),
          prepared: integer('With the image in their other slot.'),
          failed: integer('Failed, rolled back or held.'),
        },
        { description: 'Counts.' },
      ),
    ),
    preview: Type.Optional(
      Type.Object(
        {
          hash: digest(
            'Over what an approval is about: targets, the nodes and the configuration of each, and the policy. Not over forecasts, which change by the minute.',
          ),
          nodes: integer('Nodes that are still to be changed.'),
          disruption: Type.Optional(
            Type.Object(
              {
                none: integer('Nodes that nothing happens to but the change.'),
                serviceRestart: integer('Nodes on which services restart; their pods run on.'),
                reboot: integer('Nodes that are drained and rebooted.'),
              },
              { description: 'What it costs them.' },
            ),
          ),
          order: listOf(name('A node.'), 64, 'The first of them, in the order of their turns.'),
          seconds: integer('How long all of them are expected to take, by what former turns took.', 0, 1_000_000_000),
          opens: Type.Optional(text('Whether nodes may be begun now, or when.', 512)),
          forecast: Type.Optional(
            Type.Object(
              {
                time: time('When it was made.'),
                nodes: integer('Nodes that it is about: the first of those that are to be drained.'),
                pods: integer('Pods that would be evicted from them.', 0, 10_000_000),
                obstacles: listOf(
                  Type.Object({
                    node: name('The node.'),
                    code: oneOf(
                      obstacleCodes,
                      'BUDGET: a PodDisruptionBudget lets none of these pods go. TWO_BUDGETS: pods that more than one protects are not evicted. WAITS: a rule has the drain wait until they end by themselves. NO_ROOM: no other node has place for them. NOT_REPLACED: nobody makes them anew. SCRATCH_LOST: what is in their emptyDir ends with them.',
                    ),
                    message: text('Which pods, whose, and why.', 512),
                  }),
                  64,
                  'What stands in the way of their drains, or is lost with them.',
                ),
                more: Type.Optional(integer('Obstacles that are not listed.')),
              },
              {
                description:
                  'What drains would meet, each by itself, with the pods and budgets of that time. Only until the first node is begun.',
              },
            ),
          ),
        },
        { description: 'What is going to happen, before it does.' },
      ),
    ),
    stage: Type.Optional(
      Type.Object(
        {
          number: integer('Which; one more than there are: the rest.', 1, 9),
          of: integer('How many there are.', 0, 8),
          state: oneOf(
            ['Open', 'Soaking', 'AwaitingApproval'],
            'Open: its nodes are begun. Soaking: they are done, and must prove themselves. AwaitingApproval: a person must approve it.',
          ),
          nodes: Type.Optional(
            text('How far it goes: nodes, or a percentage of all; of a pool, where it is of one.', 128),
          ),
        },
        { description: 'The stage that it is in, where the Machine has stages.' },
      ),
    ),
    passedStage: Type.Optional(
      Type.Object(
        {
          number: integer('Which.', 1, 8),
          nodes: text(
            'How far it went. Once the Machine says otherwise, that stage and those after it are gone through anew.',
            128,
          ),
        },
        { description: 'The last stage that was left: its soak is over for good.' },
      ),
    ),
    startTime: Type.Optional(time('When it began.')),
    completionTime: Type.Optional(time('When the last node was done.')),
    estimatedCompletionTime: Type.Optional(time('When it will be, as things go.')),
    evidence: Type.Optional(Evidence),
    failures: Type.Optional(
      listOf(
        Type.Object({
          node: name('The node.'),
          reason: text('Why, as one word.', 64),
          message: text('Why, as a sentence.', 2048),
        }),
        32,
        'The nodes that failed; what each printed at its end is in its NodeState.',
      ),
    ),
    retried: Type.Optional(
      Type.Object(
        {
          id: text('The retry.', 16),
          by: text('Who asked for it.', 253),
          time: time('When it was seen.'),
          cleared: listOf(text('A turn, or what was in quarantine.', 1024), 64, 'What it cleared.'),
          done: Type.Boolean({ description: 'False while it is being cleared.' }),
        },
        { description: 'The last retry that a person asked for.' },
      ),
    ),
    blockedBy,
  },
  { description: "How far it is. The operator's alone." },
);

export type RolloutSpec = Static<typeof RolloutSpec>;
export type RolloutStatus = Static<typeof RolloutStatus>;
export interface Rollout {
  readonly apiVersion: string;
  readonly kind: 'Rollout';
  readonly metadata: ObjectMeta;
  readonly spec: RolloutSpec;
  readonly status?: RolloutStatus;
}

const immutable = (field: string) => ({
  at: '/spec',
  field,
  transition: true,
  cel: `self.${field} == oldSelf.${field}`,
  message: `${field} is immutable: another change is another Rollout`,
  holds: (self: Record<string, unknown>, old: Record<string, unknown>) =>
    JSON.stringify(self[field]) === JSON.stringify(old[field]),
});

export const rollout: Kind = {
  kind: 'Rollout',
  plural: 'rollouts',
  singular: 'rollout',
  shortNames: ['ro'],
  summary:
    'One change on its way through the cluster. The operator makes one for each change of the Machine; people may pause or cancel it.',
  writtenBy: 'the operator; people set `paused`, `cancelled`, `skipNodes` and `retry`, and approve it and its stages',
  spec: RolloutSpec,
  specRequired: true,
  status: RolloutStatus,
  rules: [
    immutable('targets'),
    immutable('targetHash'),
    immutable('generation'),
    immutable('os'),
    {
      at: '/spec',
      field: 'layers',
      transition: true,
      cel: 'has(self.layers) == has(oldSelf.layers) && (!has(self.layers) || self.layers == oldSelf.layers)',
      message: 'layers is immutable: another change is another Rollout',
      holds: (self, old) => JSON.stringify(self.layers) === JSON.stringify(old.layers),
    },
    {
      at: '/spec',
      field: 'rollbackOf',
      transition: true,
      cel: 'has(self.rollbackOf) == has(oldSelf.rollbackOf) && (!has(self.rollbackOf) || self.rollbackOf == oldSelf.rollbackOf)',
      message: 'rollbackOf is immutable: another change is another Rollout',
      holds: (self, old) => JSON.stringify(self.rollbackOf) === JSON.stringify(old.rollbackOf),
    },
    {
      at: '/spec',
      field: 'cancelled',
      transition: true,
      cel: '!(has(oldSelf.cancelled) && oldSelf.cancelled) || (has(self.cancelled) && self.cancelled)',
      message: 'cancelled can not be taken back: change the Machine to begin anew',
      holds: (self, old) => old.cancelled !== true || self.cancelled === true,
    },
    {
      at: '/spec',
      field: 'retry',
      transition: true,
      cel: '!has(oldSelf.retry) || has(self.retry)',
      message: 'retry can not be taken off: a rollback from before it would be the last word again',
      holds: (self, old) => old.retry === undefined || self.retry !== undefined,
    },
  ],
  columns: [
    { name: 'Image', type: 'string', jsonPath: '.spec.os.image', description: 'What was asked for' },
    { name: 'Phase', type: 'string', jsonPath: '.status.phase', description: 'Where it is' },
    { name: 'Done', type: 'string', jsonPath: '.status.progress', description: 'Nodes done of all' },
    { name: 'Node', type: 'string', jsonPath: '.status.node', description: 'The node under way, or that halted it' },
    { name: 'Reason', type: 'string', jsonPath: '.status.reason', description: 'Why' },
    { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp', description: 'Age' },
    { name: 'Message', type: 'string', jsonPath: '.status.message', description: 'Why, as a sentence', priority: 1 },
    {
      name: 'Digest',
      type: 'string',
      jsonPath: '.spec.targets[0].digest',
      description: 'The resolved image',
      priority: 1,
    },
  ],
  example: `apiVersion: osctl.dev/v1alpha1
kind: Rollout
metadata:
  name: 2-0a1b2c3d
spec:
  generation: 2
  os:
    image: osctl.dev/talos:0.2.0
  targets:
    - pool: default
      image: osctl.dev/talos:0.2.0
      digest: sha256:${'0a1b2c3d'.repeat(8)}
  targetHash: sha256:${'0a1b2c3d'.repeat(8)}
`,
};
