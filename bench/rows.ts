/** Every figure that is measured: its unit, its bar, what it means and how it is taken. Results and docs are both made of this. */
import { PHASES, type Phase } from './phases.ts';

export type Unit = 's' | 'ms' | 'MB' | 'MB/s' | 'calls/s' | 'files' | 'requests' | '%' | '×';
export type Better = 'lower' | 'higher';

export interface Definition {
  readonly group: Group;
  readonly unit: Unit;
  /** What it must not be worse than; null: only tracked. */
  readonly bar: number | null;
  readonly better: Better;
  readonly meaning: string;
}

/** What is measured together; the names that --only takes. */
export const GROUPS = [
  'image',
  'ready',
  'idle',
  'osctl',
  'calls',
  'follow',
  'watchers',
  'flood',
  'copy',
  'reboot',
  'upgrade',
  'memory',
] as const;
export type Group = (typeof GROUPS)[number];

export const ROLES = ['worker', 'control-plane'] as const;
export type Role = (typeof ROLES)[number];
const UPGRADE_BAR_S: Readonly<Record<Role, number>> = { worker: 45, 'control-plane': 75 };

const PHASE_MEANING: Readonly<Record<Phase, string>> = {
  drain: 'from the taint until the agent takes the operation: pods are evicted',
  stop: 'until the agent has stopped what ran: pods by priority, then services in reverse order',
  reboot: "until the launcher has handed over to the new slot: the container's end and its new start",
  boot: 'until the OS API answers from the new slot',
  ready: 'until the operator has the proof: every service healthy, a Node that is Ready by a fresh heartbeat',
  steady: 'it has to stay so for 10 s; the trial boot is confirmed',
  release: 'until the taint is gone',
};

function upgradeRows(role: Role): readonly (readonly [string, Definition])[] {
  const [which, subject] = role === 'worker' ? ['the slower worker', 'worker'] : ['the control plane', 'control plane'];
  const common = { group: 'upgrade', unit: 's', better: 'lower' } as const;
  return [
    [
      `upgrade ${role}`,
      {
        ...common,
        bar: UPGRADE_BAR_S[role],
        meaning: `a ${subject}'s upgrade, from its taint to the taint's release (${which}), no workload but the cluster's own`,
      },
    ],
    ...PHASES.map(
      (phase) =>
        [
          `upgrade ${role}: ${phase}`,
          { ...common, bar: null, meaning: `of that: ${PHASE_MEANING[phase]}` } satisfies Definition,
        ] as const,
    ),
    [
      `upgrade ${role}: prepare`,
      {
        ...common,
        bar: null,
        meaning: 'before that, while the node serves as ever: the image is pulled, verified and unpacked',
      },
    ],
  ];
}

export const DEFINITIONS: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  [
    'cluster ready',
    {
      group: 'ready',
      unit: 's',
      bar: 120,
      better: 'lower',
      meaning:
        '`osctl cluster create` with 1 control plane and 2 workers, to its end: every node Ready, add-ons and operator running. Warm: images are built',
    },
  ],
  ...upgradeRows('worker'),
  ...upgradeRows('control-plane'),
  [
    'upgrade control-plane: Kubernetes API away',
    {
      group: 'upgrade',
      unit: 's',
      bar: null,
      better: 'lower',
      meaning:
        'how long a client that reads an object every 200 ms is not answered while the only control plane is upgraded',
    },
  ],
  [
    'upgrade worker: OS API away',
    {
      group: 'upgrade',
      unit: 's',
      bar: null,
      better: 'lower',
      meaning: "how long a client that asks for a worker's status every 200 ms is not answered while it is upgraded",
    },
  ],
  [
    'reboot worker: OS API away',
    {
      group: 'reboot',
      unit: 's',
      bar: null,
      better: 'lower',
      meaning: 'the same during `osctl reboot`; the median of several reboots',
    },
  ],
  [
    'agent PSS',
    {
      group: 'memory',
      unit: 'MB',
      bar: 100,
      better: 'lower',
      meaning: 'apid and machined together, what they add to a node of an idle cluster; the largest of the nodes',
    },
  ],
  [
    'agent RSS',
    {
      group: 'memory',
      unit: 'MB',
      bar: null,
      better: 'lower',
      meaning: 'the same with the pages that they share counted for each of them',
    },
  ],
  [
    'agent, balancer and guard PSS',
    {
      group: 'memory',
      unit: 'MB',
      bar: 125,
      better: 'lower',
      meaning:
        'with the API balancer, and the guard that a trial boot has: taken 10 s before a trial boot is confirmed; the largest of the nodes',
    },
  ],
  [
    'agent, balancer and guard RSS',
    { group: 'memory', unit: 'MB', bar: null, better: 'lower', meaning: 'the same, shared pages counted for each' },
  ],
  [
    'runc of apid and balancer PSS',
    {
      group: 'memory',
      unit: 'MB',
      bar: null,
      better: 'lower',
      meaning: 'beside that: the two runc processes that wait for the containers of apid and of the balancer',
    },
  ],
  [
    'runc of apid and balancer RSS',
    { group: 'memory', unit: 'MB', bar: null, better: 'lower', meaning: 'the same, shared pages counted for each' },
  ],
  [
    'operator RSS',
    { group: 'memory', unit: 'MB', bar: 100, better: 'lower', meaning: 'the operator, shared pages included' },
  ],
  [
    'operator PSS',
    { group: 'memory', unit: 'MB', bar: null, better: 'lower', meaning: 'the operator, its share of shared pages' },
  ],
  [
    'osctl version',
    {
      group: 'osctl',
      unit: 'ms',
      bar: null,
      better: 'lower',
      meaning:
        'wall time of `osctl -n NODE version` from start to end of the process, as installed from its package; a new mutual TLS connection each',
    },
  ],
  [
    'ssh uname',
    {
      group: 'osctl',
      unit: 'ms',
      bar: null,
      better: 'lower',
      meaning:
        "wall time of `ssh 127.0.0.1 uname` by turns with it: Debian's sshd and its usual settings, an Ed25519 key, a new connection each",
    },
  ],
  [
    'osctl version : ssh uname',
    { group: 'osctl', unit: '×', bar: 0.35, better: 'lower', meaning: 'the first divided by the second' },
  ],
  [
    'osctl cp',
    {
      group: 'copy',
      unit: 'MB/s',
      bar: null,
      better: 'higher',
      meaning:
        'a file of 1 GiB by `osctl cp NODE:FILE -`, the whole process, its output thrown away; through apid and machined',
    },
  ],
  [
    'ssh cat',
    {
      group: 'copy',
      unit: 'MB/s',
      bar: null,
      better: 'higher',
      meaning: 'the same file by `ssh 127.0.0.1 cat FILE`, by turns with it',
    },
  ],
  [
    'osctl cp : ssh cat',
    { group: 'copy', unit: '×', bar: 0.9, better: 'higher', meaning: 'the first divided by the second' },
  ],
  [
    'agent PSS growth, copying',
    {
      group: 'copy',
      unit: 'MB',
      bar: 50.3,
      better: 'lower',
      meaning: 'what apid and machined take more than before, at most, while that copy runs at full speed (48 MiB)',
    },
  ],
  [
    'agent PSS growth, paused reader',
    {
      group: 'copy',
      unit: 'MB',
      bar: 16.8,
      better: 'lower',
      meaning: 'the same with a client that has begun to copy that file and does not read on (16 MiB)',
    },
  ],
  [
    'agent PSS growth, watchers',
    {
      group: 'watchers',
      unit: 'MB',
      bar: 16.8,
      better: 'lower',
      meaning:
        'the same, at most, with 200 watchers of `osctl get services --watch` on 10 connections, each of a client of its own (16 MiB)',
    },
  ],
  [
    'slowest answer, 10,000 silent connections',
    {
      group: 'flood',
      unit: 'ms',
      bar: 1_000,
      better: 'lower',
      meaning:
        'the slowest of 50 calls of clients that come anew, none of which may be turned away, while strangers of 250 addresses have 10,000 connections open and say nothing',
    },
  ],
  [
    'slowest answer, flood of handshakes',
    {
      group: 'flood',
      unit: 'ms',
      bar: 1_000,
      better: 'lower',
      meaning: 'the same while they make TLS handshakes without a certificate as fast as they can, 1,000 at once',
    },
  ],
  [
    'agent PSS growth, floods',
    {
      group: 'flood',
      unit: 'MB',
      bar: 50.3,
      better: 'lower',
      meaning: 'what apid and machined take more than before, at most, during the two (48 MiB)',
    },
  ],
  [
    'unary calls',
    {
      group: 'calls',
      unit: 'calls/s',
      bar: null,
      better: 'higher',
      meaning:
        '`System.Version` of a node under ghz, 50 at once on 10 connections of mutual TLS; through apid and machined',
    },
  ],
  [
    'unary calls, bare',
    {
      group: 'calls',
      unit: 'calls/s',
      bar: null,
      better: 'higher',
      meaning:
        'the same call, answered with the same bytes by a bare grpc-js server with the same TLS, by turns with it',
    },
  ],
  [
    'unary calls : bare',
    { group: 'calls', unit: '×', bar: 0.5, better: 'higher', meaning: 'the first divided by the second' },
  ],
  [
    'agent PSS growth, unary calls',
    {
      group: 'calls',
      unit: 'MB',
      bar: 50.3,
      better: 'lower',
      meaning: 'what apid and machined take more than before, at most, while those calls run at full speed (48 MiB)',
    },
  ],
  [
    'log follow p99',
    {
      group: 'follow',
      unit: 'ms',
      bar: null,
      better: 'lower',
      meaning:
        'from the moment at which a container prints a line until `osctl logs --follow` prints it; 99 of 100 lines are faster',
    },
  ],
  [
    'ssh tail -f p99',
    {
      group: 'follow',
      unit: 'ms',
      bar: null,
      better: 'lower',
      meaning: "the same lines by `ssh 127.0.0.1 tail -f` of the container's log",
    },
  ],
  [
    'agent CPU, idle',
    {
      group: 'idle',
      unit: '%',
      bar: 0.5,
      better: 'lower',
      meaning:
        'processor time of apid and machined together on a node of an idle cluster, of one core; the largest of the nodes',
    },
  ],
  [
    'balancer CPU, idle',
    { group: 'idle', unit: '%', bar: null, better: 'lower', meaning: 'the same of the API balancer' },
  ],
  [
    'image size',
    { group: 'image', unit: 'MB', bar: null, better: 'lower', meaning: 'the OS image as it is sent over the network' },
  ],
  [
    'image size unpacked',
    { group: 'image', unit: 'MB', bar: null, better: 'lower', meaning: 'the same in a slot, on disk' },
  ],
  ['image files', { group: 'image', unit: 'files', bar: null, better: 'lower', meaning: 'files of the OS image' }],
]);

export function rowsOf(groups: readonly Group[]): readonly string[] {
  return [...DEFINITIONS].filter(([, { group }]) => groups.includes(group)).map(([name]) => name);
}
