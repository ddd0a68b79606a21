/** NodeState: what one node shall run, what it runs, and where it is on the way. Owned by its Node. */
import { type Static, Type } from 'typebox';
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
  operationId,
  text,
  time,
  uid,
} from './schema.ts';

export const nodePhases = [
  'Idle',
  'Preparing',
  'Queued',
  'Draining',
  'Applying',
  'Rebooting',
  'Verifying',
  'Releasing',
  'Done',
  'RolledBack',
  'Held',
  'Failed',
] as const;
export type NodePhase = (typeof nodePhases)[number];

/** How a node's turn ended; kept while its slot is being given back. */
export const outcomes = ['Done', 'RolledBack', 'Failed', 'Held', 'Retry', 'Superseded'] as const;
export type Outcome = (typeof outcomes)[number];

export const stepNames = [
  'prepare',
  'wait',
  'snapshot',
  'hand-over',
  'drain',
  'detach',
  'apply',
  'reboot',
  'verify',
  'release',
] as const;
export type StepName = (typeof stepNames)[number];

const hash = (description: string) => Type.String({ description, pattern: '^sha256:[0-9a-f]{64}$', maxLength: 71 });

export const NodeOperation = Type.Object(
  {
    id: operationId("The operation's id on the node's agent."),
    type: oneOf(
      ['upgrade', 'configure', 'configure-reboot'],
      'What it does; an upgrade brings the configuration along.',
    ),
    rolloutName: name('The rollout that it belongs to.'),
    fromBootID: uid("The node's boot id before it; the agent refuses it after another boot."),
  },
  { description: 'The operation under way, stored before it is sent to the node.' },
);
export type NodeOperation = Static<typeof NodeOperation>;

export const ManagedField = Type.Object({
  path: text('JSON pointer.', 512),
  was: Type.Optional(text('What the node itself had there, as JSON; absent: nothing.', 65_536)),
  created: Type.Optional(Type.Boolean({ description: 'A map that only holds what layers say.' })),
});
export type ManagedField = Static<typeof ManagedField>;

export const NodeStateSpec = Type.Object(
  {
    target: Type.Optional(
      Type.Object(
        {
          image: image('The image.'),
          digest: digest('Its digest.'),
          configHash: Type.Optional(hash('Hash of the configuration.')),
        },
        { description: 'What the node shall run.' },
      ),
    ),
    managed: Type.Optional(
      listOf(
        ManagedField,
        2048,
        "The fields of the node's configuration that layers say, and what goes back in their place when they no longer do.",
      ),
    ),
    operation: Type.Optional(NodeOperation),
  },
  { description: 'What the node shall run.' },
);

export const NodeStep = Type.Object(
  {
    name: oneOf(stepNames, 'The step.'),
    startTime: time('When it began.'),
    deadline: time('When it counts as failed. Absolute, so that it survives any restart.'),
    attempts: integer('Which attempt this is; the first is 1.', 1, 1000),
  },
  { description: 'The step under way, stored before its first effect.' },
);
export type NodeStep = Static<typeof NodeStep>;

export const NodeHealing = Type.Object(
  {
    sickSince: Type.Optional(time('Since when the node has been sick; absent while it is well.')),
    wellSince: Type.Optional(time('Since when it has been well again.')),
    causes: Type.Optional(
      listOf(text('A cause.', 512), 8, 'What was seen, through the OS API where the node answers.'),
    ),
    restarts: Type.Optional(integer('Services that were restarted.', 0, 1000)),
    reboots: Type.Optional(integer('Reboots.', 0, 1000)),
    action: Type.Optional(
      Type.Object(
        {
          name: oneOf(['RestartService', 'Reboot'], 'The action.'),
          service: Type.Optional(text('The service that is restarted.', 64)),
          from: text(
            'What it changes, as it was before: the boot id, or the time of the last change of the service.',
            64,
          ),
          operationID: Type.Optional(operationId("The reboot's id on the node's agent.")),
          startTime: time('When it was decided.'),
          deadline: time('When it counts as failed.'),
        },
        { description: 'What is being done, stored before it is.' },
      ),
    ),
  },
  { description: 'How the node is healed (Machine.spec.remediation).' },
);
export type NodeHealing = Static<typeof NodeHealing>;

export const NodeStateStatus = Type.Object(
  {
    observedGeneration: Type.Optional(integer('Generation that the status was made from.', 0, Number.MAX_SAFE_INTEGER)),
    conditions,
    phase: Type.Optional(oneOf(nodePhases, 'Where the node is on its way through a rollout.')),
    rolloutName: Type.Optional(name('The rollout that the phase belongs to.')),
    step: Type.Optional(NodeStep),
    outcome: Type.Optional(oneOf(outcomes, "How the node's turn ended.")),
    reason: Type.Optional(text('Why it is in that phase, as one word.', 64)),
    message: Type.Optional(text('Why, as a sentence.', 2048)),
    attempts: Type.Optional(integer('Turns begun in this rollout.', 0, 1000)),
    startTime: Type.Optional(time('When its last turn began.')),
    endTime: Type.Optional(time('When its last turn ended, where it ended well.')),
    tookSeconds: Type.Optional(
      integer(
        'How long its last turn took that ended well, from its first step to its release. Seconds.',
        0,
        10_000_000,
      ),
    ),
    retryTime: Type.Optional(time('When a node that failed in passing is tried again.')),
    steadySince: Type.Optional(time('Since when the proof of completion has held without a break.')),
    snapshotFor: Type.Optional(operationId('The operation for which an etcd snapshot has been taken.')),
    evidence: Type.Optional(Evidence),
    pool: Type.Optional(text('The NodePool that it is in.', 63)),
    preview: Type.Optional(
      Type.Object(
        {
          disruption: oneOf(['NONE', 'SERVICE_RESTART', 'REBOOT'], 'What the change costs the node.'),
          restarts: Type.Optional(listOf(text('A service.', 64), 16, 'Services that restart.')),
          configHash: Type.Optional(hash('Of the configuration that the node gets.')),
          diff: Type.Optional(
            text(
              'How its configuration changes, as a unified diff; secrets are digests. Cut at 16,000 characters.',
              16_384,
            ),
          ),
        },
        { description: 'What its turn in the present rollout is going to change.' },
      ),
    ),
    healing: Type.Optional(NodeHealing),
    observed: Type.Optional(
      Type.Object(
        {
          time: time('When the agent last answered.'),
          reachable: Type.Boolean({ description: 'Whether it answers now.' }),
          bootID: Type.Optional(uid('Boot id.')),
          slot: Type.Optional(oneOf(['a', 'b'], 'The slot that is booted.')),
          version: Type.Optional(text('OS version.', 64)),
          kubernetesVersion: Type.Optional(text('Kubernetes version.', 64)),
          digest: Type.Optional(text('Digest of the booted image.', 71)),
          configHash: Type.Optional(text('Hash of the configuration in force.', 71)),
          services: Type.Optional(
            listOf(
              Type.Object({
                id: text('Service.', 64),
                state: text('State.', 32),
                health: text('Health.', 32),
                restarts: Type.Optional(integer('Restarts since boot.')),
              }),
              64,
              'The services of the node.',
              ['id'],
            ),
          ),
        },
        { description: 'What the agent said last.' },
      ),
    ),
    blockedBy,
  },
  { description: 'What the node is.' },
);

export type NodeStateSpec = Static<typeof NodeStateSpec>;
export type NodeStateStatus = Static<typeof NodeStateStatus>;
export interface NodeState {
  readonly apiVersion: string;
  readonly kind: 'NodeState';
  readonly metadata: ObjectMeta;
  readonly spec: NodeStateSpec;
  readonly status?: NodeStateStatus;
}

export const nodeState: Kind = {
  kind: 'NodeState',
  plural: 'nodestates',
  singular: 'nodestate',
  shortNames: ['nst'],
  summary: 'One node: what it shall run, what its agent says it runs, and where it is on its way through a rollout.',
  writtenBy: 'the operator; it can be rebuilt from the agents at any time',
  spec: NodeStateSpec,
  specRequired: false,
  status: NodeStateStatus,
  rules: [
    {
      at: '/spec',
      field: 'operation',
      transition: true,
      cel: '!has(self.operation) || !has(oldSelf.operation) || self.operation.id != oldSelf.operation.id || self.operation == oldSelf.operation',
      message: 'operation is immutable while its id is the same: an id stands for one operation',
      holds: (self, old) => {
        const [now, before] = [self?.operation, old?.operation];
        if (now === undefined || before === undefined || now.id !== before.id) return true;
        return (
          now.type === before.type && now.rolloutName === before.rolloutName && now.fromBootID === before.fromBootID
        );
      },
    },
  ],
  columns: [
    { name: 'Version', type: 'string', jsonPath: '.status.observed.version', description: 'OS version' },
    {
      name: 'Kubernetes',
      type: 'string',
      jsonPath: '.status.observed.kubernetesVersion',
      description: 'Kubernetes version',
    },
    { name: 'Phase', type: 'string', jsonPath: '.status.phase', description: 'Where it is on its way' },
    { name: 'Step', type: 'string', jsonPath: '.status.step.name', description: 'The step under way' },
    { name: 'Slot', type: 'string', jsonPath: '.status.observed.slot', description: 'The booted slot' },
    { name: 'Reason', type: 'string', jsonPath: '.status.reason', description: 'Why' },
    {
      name: 'Drifted',
      type: 'string',
      jsonPath: '.status.conditions[?(@.type=="ConfigDrifted")].status',
      description: 'Whether somebody changed its configuration behind the operator',
    },
    { name: 'Pool', type: 'string', jsonPath: '.status.pool', description: 'Its NodePool', priority: 1 },
    { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp', description: 'Age' },
    { name: 'Rollout', type: 'string', jsonPath: '.status.rolloutName', description: 'The rollout', priority: 1 },
    {
      name: 'Deadline',
      type: 'string',
      jsonPath: '.status.step.deadline',
      description: 'When the step counts as failed',
      priority: 1,
    },
    { name: 'Message', type: 'string', jsonPath: '.status.message', description: 'Why, as a sentence', priority: 1 },
  ],
  example: `apiVersion: osctl.dev/v1alpha1
kind: NodeState
metadata:
  name: demo-worker-1
spec: {}
`,
};
