/** Machine: the whole cluster as one machine. The one object that people write. */
import { type Static, Type } from 'typebox';
import { Gate } from './gate.ts';
import { LayerConfigSchema } from './layer.ts';
import { LAYER_RULES } from './layer-rules.ts';
import { MAX_IN_FLIGHT } from './limits.ts';
import {
  blockedBy,
  conditions,
  countOrPercent,
  digest,
  duration,
  Evidence,
  image,
  integer,
  type Kind,
  listOf,
  name,
  type ObjectMeta,
  oneOf,
  operationId,
  type Rule,
  text,
  time,
  uid,
} from './schema.ts';
import { labelSelector, VALUES_MESSAGE, valuesCel, valuesHold } from './selector.ts';
import { bounded, day, goDuration, OS_DIGEST_RULE, TURN_RULES } from './turn-rules.ts';

export const MachineOs = Type.Object(
  {
    image: image('The OS image, e.g. osctl.dev/talos:1.2.0. A tag is resolved once, when the change is made.'),
    digest: Type.Optional(digest('The digest that the image must have; without it the tag says.')),
  },
  { description: 'The operating system of every node. It fixes the Kubernetes version too.' },
);

export const Window = Type.Object(
  {
    schedule: Type.String({
      description: 'When it opens, as cron writes it: minute, hour, day of month, month, day of week.',
      pattern: '^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$',
      maxLength: 128,
    }),
    duration: Type.String({
      description: 'How long it is open.',
      pattern: '^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$',
      maxLength: 24,
    }),
    timeZone: Type.Optional(
      Type.String({
        description: 'IANA name of the time zone of the schedule, e.g. Europe/Berlin.',
        pattern: '^[A-Za-z0-9_+/-]+$',
        minLength: 1,
        maxLength: 64,
        default: 'UTC',
      }),
    ),
  },
  { description: 'A time in which nodes may be begun.' },
);
export type Window = Static<typeof Window>;

export const Freeze = Type.Object(
  {
    from: time('Its beginning.'),
    to: time('Its end.'),
    reason: Type.Optional(text('Why, for who asks.', 253)),
  },
  { description: 'A time in which no node is begun, whatever the windows say.' },
);
export type Freeze = Static<typeof Freeze>;

export const Stage = Type.Object(
  {
    pool: Type.Optional(
      Type.String({
        description:
          'The NodePool whose nodes it is about: canaries of a pool. No worker outside of it is begun before the stage is done; control planes go first all the same.',
        pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$',
        maxLength: 63,
      }),
    ),
    nodes: countOrPercent(
      'How many nodes are done when the stage is, as a number or a percentage of all, or of the pool (rounded down, at least one).',
      100_000,
    ),
    soak: duration('How long the nodes that are done shall run before further ones are begun.', '10m'),
    gates: Type.Optional(
      listOf(
        text('The name of one of the gates.', 63),
        16,
        'Gates of its own: they must be open while its nodes soak, and the soak counts from when the last of them opened. A gate that a stage names holds back nothing else.',
      ),
    ),
    approval: Type.Optional(
      Type.Unsafe<'Automatic' | 'Manual'>({
        ...oneOf(
          ['Automatic', 'Manual'],
          'Whether its nodes are begun by themselves, or wait until a person approves this stage (`osctl rollout approve`).',
        ),
        default: 'Automatic',
      }),
    ),
  },
  { description: 'A part of a rollout after which it pauses for a look.' },
);
export type Stage = Static<typeof Stage>;

export const DrainRule = Type.Object(
  {
    podSelector: Type.Optional(labelSelector('Which pods; without it all.')),
    namespaces: Type.Optional(listOf(name('A namespace.'), 64, 'Only pods in these.')),
    action: oneOf(
      ['Evict', 'WaitForCompletion', 'Skip'],
      'Evict, with respect for its PodDisruptionBudget; WaitForCompletion: it is left alone until it ends by itself; Skip: it stays, and ends with the node.',
    ),
    order: Type.Optional(
      Type.Integer({
        description: 'Pods of a higher order are asked to leave when those of the lower ones are gone.',
        minimum: -1000,
        maximum: 1000,
        default: 0,
      }),
    ),
  },
  { description: 'What a drain does with some pods.' },
);
export type DrainRule = Static<typeof DrainRule>;

export const RolloutPolicy = Type.Object(
  {
    paused: Type.Optional(
      Type.Boolean({ description: 'No node is begun while true; the node under way is finished.', default: false }),
    ),
    approval: Type.Optional(
      Type.Unsafe<'Automatic' | 'Manual'>({
        ...oneOf(
          ['Automatic', 'Manual'],
          'Whether a rollout begins by itself, or waits until a person approves its preview (`osctl rollout approve`).',
        ),
        default: 'Automatic',
      }),
    ),
    maxUnavailable: Type.Optional(
      countOrPercent(
        'How many nodes may be unavailable at once, for whatever reason, as a number or a percentage (rounded down, at least one). Control planes are updated one at a time, and workers only after them.',
        64,
        1,
      ),
    ),
    maxUnavailablePerZone: Type.Optional(
      countOrPercent(
        'How many workers of one zone may be unavailable at once, as a number or a percentage of the zone (rounded down, at least one); as many as maxUnavailable allows where it is not said.',
        64,
      ),
    ),
    zoneLabel: Type.Optional(
      Type.String({
        description: 'The label that says which zone a node is in. Turns go round the zones.',
        pattern: '^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
        maxLength: 317,
        default: 'topology.kubernetes.io/zone',
      }),
    ),
    canaries: Type.Optional(
      labelSelector('Workers that take their turn before all others, e.g. for a first stage of as many nodes.'),
    ),
    stages: Type.Optional(
      listOf(
        Stage,
        8,
        'Parts after which the nodes that are done soak, e.g. one node, then 25%; the rest follows after the last. Numbers grow, and so do percentages, those of a pool apart. Nodes take their turns in the usual order.',
      ),
    ),
    windows: Type.Optional(
      listOf(
        Window,
        16,
        'When nodes may be begun; any time where there are none. A node is begun only if it will be done inside, by what former ones took. One under way is always finished.',
      ),
    ),
    freezes: Type.Optional(listOf(Freeze, 32, 'When no node is begun.')),
    gates: Type.Optional(
      listOf(
        Gate,
        16,
        'What must hold before each node, and while nodes soak: a soak counts from when the last gate opened. Those that a stage names are of that soak alone.',
        ['name'],
      ),
    ),
    failurePolicy: Type.Optional(
      Type.Object(
        {
          maxFailures: Type.Optional(
            countOrPercent(
              'How many nodes may fail before the rollout halts, as a number or a percentage of all (rounded down, at least one). A node that failed stays as it is and is not tried again with that image; while it is unavailable it takes its part of maxUnavailable. A control plane that fails always halts the rollout.',
              100_000,
              0,
              0,
            ),
          ),
          onHalt: Type.Optional(
            Type.Unsafe<'Hold' | 'RollBack'>({
              ...oneOf(
                ['Hold', 'RollBack'],
                'What follows when a rollout halts for good: the nodes that are done stay so, or are brought back to what the last completed rollout wanted (image and layers). A rollback keeps the budget, drains and quorum, and waits for no window, gate, stage or approval; it ends when something else is wished.',
              ),
              default: 'Hold',
            }),
          ),
        },
        { description: 'What follows when nodes fail.', default: {} },
      ),
    ),
    historyLimit: Type.Optional(
      Type.Integer({
        description:
          'How many Rollouts are kept, the present one among them; older ones are deleted once nothing is under way.',
        minimum: 1,
        maximum: 1000,
        default: 20,
      }),
    ),
    confirmWithin: duration(
      'How long a trial boot may take to be confirmed, counted from that boot, before the node turns back.',
      '10m',
    ),
    prepare: Type.Optional(
      Type.Object(
        { timeout: duration('How long one attempt to pull and verify the image may take.', '15m') },
        { description: 'Pulling ahead of any disruption.', default: {} },
      ),
    ),
    drain: Type.Optional(
      Type.Object(
        {
          timeout: duration('How long the eviction of the pods may take before the node is opened again.', '10m'),
          onTimeout: Type.Optional(
            Type.Unsafe<'Hold' | 'SkipNode'>({
              ...oneOf(
                ['Hold', 'SkipNode'],
                'What follows when a node could not be drained in three turns: the rollout waits for it, or goes on with the others. Either way it is tried again after a while; `osctl rollout force` deletes what is in the way.',
              ),
              default: 'Hold',
            }),
          ),
          detachTimeout: duration(
            'How long to wait, once the pods are gone, until the volumes of the node are detached. It is rebooted then all the same: a volume of a DaemonSet stays attached.',
            '30s',
          ),
          loadBalancerGrace: duration(
            'How long a node still serves after load balancers outside of the cluster were told, by its label, to leave it out; the eviction of its pods counts in. As long as yours takes to do so, where it sends connections to all nodes.',
            '0s',
          ),
          rules: Type.Optional(
            listOf(
              DrainRule,
              32,
              'What is done with which pods; the first that selects a pod decides, all others are evicted.',
            ),
          ),
        },
        { description: 'Moving pods away.', default: {} },
      ),
    ),
    verify: Type.Optional(
      Type.Object(
        {
          steadyFor: duration('How long a node must be Ready on its new image before it counts as done.', '10s'),
          timeout: duration('How long that may take to come about.', '10m'),
        },
        { description: 'Proof that an upgrade worked.', default: {} },
      ),
    ),
  },
  { description: 'How changes reach the nodes.', default: {} },
);

export const remediationActions = ['RestartService', 'Reboot'] as const;
export type RemediationAction = (typeof remediationActions)[number];

export const Remediation = Type.Object(
  {
    actions: Type.Optional(
      listOf(
        oneOf(remediationActions, 'An action.'),
        2,
        'What the operator may do by itself, the least that helps first: restart a service that fails, reboot a node that stays NotReady. What is not named, or does not help, is left to a person, who is told.',
      ),
    ),
    after: duration(
      'How long a node must be sick before something is done, and again after that before the next.',
      '5m',
    ),
    maxUnhealthy: Type.Optional(
      countOrPercent(
        'When more nodes than this are sick at once, nothing is done: the cause is not theirs. A number or a percentage.',
        1000,
        '40%',
      ),
    ),
    maxAttempts: Type.Optional(
      Type.Integer({
        description:
          'How often each action is tried on a node before it is left to a person; counted until it has been well for an hour.',
        minimum: 1,
        maximum: 10,
        default: 2,
      }),
    ),
  },
  {
    description:
      'How nodes that are NotReady, or have a service that fails, are healed. Without it they are only counted.',
  },
);
export type Remediation = Static<typeof Remediation>;

export const driftPolicies = ['Report', 'Repair', 'RepairInWindow'] as const;
export type DriftPolicy = (typeof driftPolicies)[number];

export const Notifications = Type.Object(
  {
    url: Type.String({
      description: 'Where they are sent, by POST.',
      pattern: '^https?://[A-Za-z0-9.:_\\[\\]-]+(/[!-~]*)?$',
      maxLength: 1024,
    }),
    tokenSecret: Type.Optional(
      Type.String({
        description:
          "A Secret of type osctl.dev/notification-token in the operator's namespace whose key `token` is sent as bearer token.",
        pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$',
        maxLength: 253,
      }),
    ),
    blockedFor: duration('How long something must have been in the way before that is sent.', '1h'),
  },
  { description: 'What happens to the cluster, and what should have and did not, as CloudEvents to a webhook.' },
);
export type Notifications = Static<typeof Notifications>;

export const MachineSpec = Type.Object(
  {
    os: MachineOs,
    config: Type.Optional(LayerConfigSchema),
    driftPolicy: Type.Optional(
      Type.Unsafe<DriftPolicy>({
        ...oneOf(
          driftPolicies,
          'What is done when somebody changes on a node what layers say: Report tells of it, Repair also undoes what can be undone without disruption, RepairInWindow also what needs a restart or a reboot. Always within budget and windows, and at most three times until the wish changes.',
        ),
        default: 'Report',
      }),
    ),
    rollout: Type.Optional(RolloutPolicy),
    remediation: Type.Optional(Remediation),
    notifications: Type.Optional(Notifications),
  },
  { description: 'What the cluster shall be.' },
);

export const InFlight = Type.Object({
  node: name('The node.'),
  uid: uid('Its uid: a node made anew under the same name is another node.'),
  operationID: operationId('The operation that disrupts it.'),
});
export type InFlight = Static<typeof InFlight>;

export const Quarantine = Type.Object({
  image: text('The image as it was asked for.', 512),
  digest: Type.Optional(digest('Its digest, when there is one.')),
  configHash: Type.Optional(
    digest('The layers of configuration, where they may be to blame: then the entry is about the two together.'),
  ),
  targetHash: text('The wish that it stood in; the entry is dropped when the wish changes.', 71),
  nodeClass: text('The class of nodes that it failed on.', 64),
  node: name('The node that it failed on.'),
  reason: text('Why, in a word.', 64),
  since: time('Since when.'),
  evidence: Type.Optional(Evidence),
});
export type Quarantine = Static<typeof Quarantine>;

export const GateStatus = Type.Object({
  name: text('The gate.', 63),
  state: oneOf(['Open', 'Closed', 'Unknown'], 'Unknown: it could not be evaluated, and counts as closed.'),
  since: time('Since when.'),
  message: Type.Optional(text('Why it is not open.', 1024)),
});
export type GateStatus = Static<typeof GateStatus>;

export const Notice = Type.Object({
  id: text('The same each time that it is sent.', 253),
  type: text("The CloudEvent's type, without the prefix dev.osctl.", 64),
  subject: text('What it is about: rollouts/NAME, nodes/NAME or machines/cluster.', 253),
  time: time('When that happened.'),
  message: text('What happened, as a sentence.', 1024),
});
export type Notice = Static<typeof Notice>;

export const NotificationsStatus = Type.Object(
  {
    pending: listOf(Notice, 32, 'What is still to be sent, oldest first.'),
    delivered: listOf(text('An id.', 253), 128, 'What was, and is not sent again.'),
    dropped: Type.Optional(
      integer(
        'How many were never taken: the webhook was away for too long, or refused them.',
        0,
        Number.MAX_SAFE_INTEGER,
      ),
    ),
    failure: Type.Optional(
      Type.Object(
        { since: time('Since when.'), message: text('Why.', 512) },
        { description: 'Why the webhook takes nothing; absent while it does.' },
      ),
    ),
  },
  { description: 'What is told to the webhook of spec.notifications.' },
);
export type NotificationsStatus = Static<typeof NotificationsStatus>;

export const MachineStatus = Type.Object(
  {
    observedGeneration: Type.Optional(integer('Generation that the status was made from.', 0, Number.MAX_SAFE_INTEGER)),
    conditions,
    version: Type.Optional(text('The OS version; several, oldest first, while nodes differ.', 256)),
    rollout: Type.Optional(text('The rollout under way, or the last one.', 253)),
    progress: Type.Optional(text('Nodes on the wanted image of all nodes, e.g. 2/3.', 32)),
    nodes: Type.Optional(
      Type.Object(
        {
          total: integer('Nodes of the cluster.'),
          updated: integer('Nodes that run what is wanted.'),
          unavailable: integer('Nodes that are not Ready or whose agent does not answer.'),
        },
        { description: 'Counts.' },
      ),
    ),
    versions: Type.Optional(
      listOf(
        Type.Object({
          version: text('OS version.', 64),
          kubernetesVersion: Type.Optional(text('Kubernetes version of that image.', 64)),
          digest: Type.Optional(digest('Digest of that image.')),
          nodes: integer('How many nodes run it.'),
        }),
        32,
        'What runs, and on how many nodes.',
      ),
    ),
    window: Type.Optional(
      Type.Object(
        {
          startTime: time('When it opened.'),
          endTime: time('When it closes or closed.'),
          begun: integer('Nodes that were begun in it.'),
          waitedFor: Type.Optional(text('What kept further nodes from being begun, when it was last looked at.', 2048)),
        },
        { description: 'The maintenance window that is open, or the last one that was.' },
      ),
    ),
    gates: Type.Optional(
      listOf(GateStatus, 16, 'What the gates said last; they are asked while nodes are left to do.', ['name']),
    ),
    inFlight: Type.Optional(
      listOf(InFlight, MAX_IN_FLIGHT, 'The nodes under disruption. Only a compare-and-swap adds one.', ['uid']),
    ),
    quarantine: Type.Optional(
      listOf(Quarantine, 32, 'Images and configurations that are not tried again until the wish changes.'),
    ),
    notifications: Type.Optional(NotificationsStatus),
    blockedBy,
  },
  { description: "What the cluster is. The operator's alone." },
);

export type MachineSpec = Static<typeof MachineSpec>;
export type MachineStatus = Static<typeof MachineStatus>;
export interface Machine {
  readonly apiVersion: string;
  readonly kind: 'Machine';
  readonly metadata: ObjectMeta;
  readonly spec: MachineSpec;
  readonly status?: MachineStatus;
}

/** A string that may be a number has no known length to the apiserver, which lets no rule cut it: it is looked up. */
const PERCENTAGES = Array.from({ length: 100 }, (_, index) => `'${index + 1}%':${index + 1}`).join(',');

export const machine: Kind = {
  kind: 'Machine',
  plural: 'machines',
  singular: 'machine',
  shortNames: [],
  summary:
    'The cluster as one machine: what every node shall run, and how changes reach them. There is one, named `cluster`.',
  writtenBy: 'people (spec), the operator (status)',
  spec: MachineSpec,
  specRequired: true,
  status: MachineStatus,
  rules: [
    ...LAYER_RULES,
    {
      at: '',
      field: 'metadata.name',
      cel: "self.metadata.name == 'cluster'",
      message: "metadata.name must be 'cluster': there is one Machine, it is the whole cluster",
      holds: (self) => self.metadata?.name === 'cluster',
    },
    OS_DIGEST_RULE,
    {
      at: '/spec/os',
      field: 'image',
      cel: "has(self.digest) || self.image.matches('(:[A-Za-z0-9_][A-Za-z0-9_.-]*|@sha256:[0-9a-f]+)$')",
      message: 'image needs a tag or a digest: without one it says no version',
      holds: (self) =>
        self.digest !== undefined || /(:[A-Za-z0-9_][A-Za-z0-9_.-]*|@sha256:[0-9a-f]+)$/.test(self.image),
    },
    {
      at: '/spec/rollout',
      field: 'stages',
      cel: "!has(self.stages) || self.stages.all(s, !has(s.soak) || duration(s.soak) <= duration('168h'))",
      message: 'the soak of a stage must be at most 168h',
      holds: (self) =>
        (self.stages ?? []).every((stage: Stage) => stage.soak === undefined || goDuration(stage.soak) <= 7 * day),
    },
    ...(['int', 'string'] as const).map((type): Rule => {
      const numbers = `self.stages.filter(s, !has(s.pool) && type(s.nodes) == ${type}).map(s, ${type === 'int' ? 'int(s.nodes)' : `{${PERCENTAGES}}[s.nodes]`})`;
      return {
        at: '/spec/rollout',
        field: 'stages',
        cel: `!has(self.stages) || [${numbers}].all(l, l.isSorted() && l.all(n, l.exists_one(m, m == n)))`,
        message: `the ${type === 'int' ? 'numbers' : 'percentages'} of the stages must grow: one that is no further than the former is none`,
        holds: (self) => {
          const parts = (self.stages ?? []).filter(
            ({ nodes, pool }: Stage) => pool === undefined && (typeof nodes === 'number') === (type === 'int'),
          );
          const grown = parts.map(({ nodes }: Stage) => Number.parseInt(String(nodes), 10));
          return grown.every((part: number, index: number) => index === 0 || part > (grown[index - 1] ?? 0));
        },
      };
    }),
    ...TURN_RULES,
    {
      at: '/spec/rollout',
      field: 'stages',
      cel: '!has(self.stages) || self.stages.all(s, !has(s.gates) || (has(self.gates) && s.gates.all(n, self.gates.exists(g, g.name == n))))',
      message: 'a stage names only gates that there are',
      holds: ({ stages = [], gates = [] }: { stages?: readonly Stage[]; gates?: readonly Gate[] }) =>
        stages.every((stage) => (stage.gates ?? []).every((named) => gates.some((gate) => gate.name === named))),
    },
    {
      at: '/spec/rollout/canaries',
      field: 'matchExpressions',
      cel: valuesCel('self'),
      message: VALUES_MESSAGE,
      holds: valuesHold,
    },
    {
      at: '/spec/notifications',
      field: 'tokenSecret',
      cel: "!has(self.tokenSecret) || self.url.startsWith('https://')",
      message: 'a token is only sent to an https url',
      holds: (self) => self.tokenSecret === undefined || self.url.startsWith('https://'),
    },
    bounded('blockedFor', '/spec/notifications', '1m', '168h', 60_000, 7 * day),
    bounded('after', '/spec/remediation', '10s', '24h', 10_000, day),
    bounded('timeout', '/spec/rollout/prepare', '10s', '24h', 10_000, day),
  ],
  columns: [
    { name: 'Version', type: 'string', jsonPath: '.status.version', description: 'OS version that the nodes run' },
    { name: 'Nodes', type: 'integer', jsonPath: '.status.nodes.total', description: 'Nodes of the cluster' },
    { name: 'Updated', type: 'string', jsonPath: '.status.progress', description: 'Nodes on the wanted image' },
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
    { name: 'Image', type: 'string', jsonPath: '.spec.os.image', description: 'The wanted image', priority: 1 },
    {
      name: 'Blocked',
      type: 'string',
      jsonPath: '.status.blockedBy[0].message',
      description: 'Why it waits',
      priority: 1,
    },
  ],
  example: `apiVersion: osctl.dev/v1alpha1
kind: Machine
metadata:
  name: cluster
spec:
  os:
    image: osctl.dev/talos:0.2.0
  config:
    kubelet:
      extraConfig:
        maxPods: 200
  rollout:
    maxUnavailable: 10%
    windows:
      - schedule: 0 2 * * 6,0
        duration: 4h
        timeZone: Europe/Berlin
    confirmWithin: 10m
    drain:
      timeout: 10m
    verify:
      steadyFor: 10s
`,
};
