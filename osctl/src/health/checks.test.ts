/** What is seen decides what is said: each row is a cluster with one thing wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '@talos/crds/machine.ts';
import {
  DirectoryUsage,
  EtcdMember,
  EtcdStatusResponse,
  FileSystem,
  NameServerAnswer,
  ServiceStatus,
  StatusResponse,
  VersionResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { plain } from '../output/style.ts';
import { checkCommandLine } from '../parse.ts';
import { assess } from './checks.ts';
import { consumersOf } from './disks.ts';
import type { HealthFacts, HeldCertificate, KubernetesFacts, NodeAnswer, NodeFacts } from './facts.ts';
import { isTroubled } from './services.ts';
import { healthText } from './text.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const year = { notBeforeMs: NOW - 100 * DAY, notAfterMs: NOW + 265 * DAY };

const service = (over: object = {}): ServiceStatus =>
  ({
    ...ServiceStatus.decode(new Uint8Array()),
    id: 'kubelet',
    state: 'ACTIVE',
    health: 'HEALTHY',
    sinceMs: NOW - DAY,
    ...over,
  }) as ServiceStatus;
const disk = (over: object): FileSystem =>
  ({
    ...FileSystem.decode(new Uint8Array()),
    mountPoints: ['/var'],
    sizeBytes: 100e9,
    availableBytes: 60e9,
    ...over,
  }) as FileSystem;
const nameServer = (server: string, result: string): NameServerAnswer =>
  ({ ...NameServerAnswer.decode(new Uint8Array()), server, result }) as NameServerAnswer;
const member = (name: string, over: object = {}): EtcdMember =>
  ({ ...EtcdMember.decode(new Uint8Array()), id: name, name, healthy: true, ...over }) as EtcdMember;
const etcdStatus = (over: object = {}): EtcdStatusResponse =>
  ({
    ...EtcdStatusResponse.decode(new Uint8Array()),
    leaderId: 'a1',
    dbSizeBytes: 30e6,
    dbInUseBytes: 20e6,
    ...over,
  }) as EtcdStatusResponse;

interface NodeOver {
  readonly role?: string;
  readonly status?: object;
  readonly version?: object;
  readonly answer?: Partial<NodeAnswer>;
}

function node(name: string, { role = 'worker', status = {}, version = {}, answer = {} }: NodeOver = {}): NodeFacts {
  const value: NodeAnswer = {
    version: {
      ...VersionResponse.decode(new Uint8Array()),
      version: '1.0.0',
      kubernetesVersion: 'v1.37.2',
      digest: `sha256:${'ab'.repeat(32)}`,
      ...version,
    } as VersionResponse,
    status: {
      ...StatusResponse.decode(new Uint8Array()),
      node: name,
      role,
      stage: 'RUNNING',
      ready: true,
      services: [service()],
      etcdBootstrapped: true,
      ...status,
    } as StatusResponse,
    certificate: year,
    clock: { offsetMs: 3, errorMs: 2, synchronized: true },
    etcd: role === 'worker' ? undefined : { seen: true, value: { status: etcdStatus(), members: [member(name)] } },
    certificates: [],
    lastWords: new Map(),
    disks: { seen: true, value: [disk({})] },
    diskUse: undefined,
    nameServers: { seen: true, value: [nameServer('10.5.0.1', 'answered')] },
    ...answer,
  };
  return { node: name, address: '10.5.0.9', answer: { seen: true, value } };
}

const cp = (over: NodeOver = {}) => node('cp-1', { role: 'control-plane', ...over });
const etcd = (status: object, members: readonly EtcdMember[] = [member('cp-1')]): NodeOver => ({
  answer: { etcd: { seen: true, value: { status: etcdStatus(status), members } } },
});
const machine = (status: object): Machine =>
  ({
    metadata: { name: 'cluster', generation: 2 },
    status: { observedGeneration: 2, version: '1.0.0', progress: '2/2', ...status },
  }) as unknown as Machine;
const kubernetes = (over: Partial<KubernetesFacts> = {}): HealthFacts['kubernetes'] => ({
  seen: true,
  value: {
    apiServers: [{ node: 'cp-1', error: undefined }],
    nodes: { seen: true, value: ['cp-1', 'w-1'].map((name) => ({ name, ready: true, message: '' })) },
    machine: {
      seen: true,
      value: machine({ conditions: [{ type: 'Ready', status: 'True', reason: 'Done', message: '' }] }),
    },
    ...over,
  },
});
const facts = (over: Partial<HealthFacts> = {}): HealthFacts => ({
  context: 'demo',
  nowMs: NOW,
  client: { ...year, subject: 'ada', role: 'os:admin' },
  nodes: [cp(), node('w-1')],
  kubernetes: kubernetes(),
  ...over,
});

test('a healthy cluster has nothing to say but what was looked at', () => {
  const report = assess(facts());
  assert.equal(report.state, 'ok');
  assert.equal(
    healthText(report, plain),
    `✓ nodes answer                 2 of 2
✓ nodes are up                 running
✓ services are healthy         2 services on 2 nodes
✓ boots are confirmed          no trial under way, none turned back lately
✓ nodes run one version        1.0.0, Kubernetes v1.37.2
✓ clocks agree                 within 0ms
✓ names are resolved           1 name server
✓ certificates last            the first ends in 265d
✓ disks have space             the fullest is 40 % full
✓ etcd has quorum              1 of 1 voting members healthy
✓ etcd is well                 no alarm, 28.6 MiB of 8.0 GiB
✓ the Kubernetes API is ready  1 of 1 control planes
✓ Kubernetes nodes are Ready   2 of 2
✓ the Machine is as wanted     1.0.0 on 2/2 nodes
✓ no image is quarantined      none

cluster demo is healthy
`,
  );
});

const w1 = (over: NodeOver): Partial<HealthFacts> => ({ nodes: [cp(), node('w-1', over)] });
const c1 = (over: NodeOver): Partial<HealthFacts> => ({ nodes: [cp(over), node('w-1')] });
const serviceIs = (over: object) => w1({ status: { services: [service(over)] } });
const three = (...healthy: boolean[]) => healthy.map((one, index) => member(`cp-${index + 1}`, { healthy: one }));

const held = (id: string, over: Partial<HeldCertificate>): HeldCertificate => ({
  ...year,
  id,
  subject: 'demo',
  serial: '01',
  isCA: false,
  ...over,
});

const CASES: readonly (readonly [
  what: string,
  over: Partial<HealthFacts>,
  check: string,
  state: string,
  evidence: RegExp,
  action: RegExp,
])[] = [
  [
    'a node that is away',
    { nodes: [cp(), { ...node('w-1'), answer: { seen: false, why: 'connect ECONNREFUSED' } }] },
    'nodes-answer',
    'failed',
    /w-1.*ECONNREFUSED/,
    /power and network/,
  ],
  [
    'an upgrade under way',
    w1({ status: { stage: 'UPGRADING', runningOperation: { id: 'to-2', type: 'upgrade' } } }),
    'node-stage',
    'warning',
    /upgrading by upgrade to-2/,
    /operation watch to-2/,
  ],
  [
    'a failed service',
    serviceIs({ state: 'FAILED', restarts: 1, message: 'exit 1' }),
    'services',
    'failed',
    /kubelet is failed for 1d, restarted 1 times: exit 1/,
    /logs kubelet --tail 50; then .*service restart kubelet/,
  ],
  [
    'a service that ends again and again',
    w1({
      status: { services: [service({ state: 'FAILED', health: 'UNHEALTHY', restarts: 4, message: 'exit 1' })] },
      answer: { lastWords: new Map([['kubelet', 'no CPU is reserved']]) },
    }),
    'services',
    'failed',
    /kubelet ends again and again, restarted 4 times: exit 1; it said last: no CPU is reserved/,
    /config history, and back with osctl -n w-1 config rollback/,
  ],
  [
    'one of those on its way up once more',
    serviceIs({ state: 'STARTING', health: 'UNKNOWN', restarts: 4 }),
    'services',
    'failed',
    /kubelet ends again and again/,
    /logs kubelet/,
  ],
  [
    'one that failed once, on its way up again',
    w1({
      status: { services: [service({ state: 'STARTING', health: 'UNKNOWN', restarts: 1 })] },
      answer: { lastWords: new Map([['kubelet', 'no CPU is reserved']]) },
    }),
    'services',
    'warning',
    /kubelet is starting for 1d; it said last: no CPU is reserved/,
    /logs kubelet/,
  ],
  [
    'an unhealthy service',
    serviceIs({ health: 'UNHEALTHY' }),
    'services',
    'failed',
    /kubelet is unhealthy/,
    /logs kubelet/,
  ],
  [
    'a service that was stopped',
    serviceIs({ state: 'STOPPED', health: 'UNKNOWN', message: 'stopped on demand' }),
    'services',
    'failed',
    /kubelet is stopped: stopped on demand/,
    /service start kubelet/,
  ],
  [
    'a service that waits',
    serviceIs({ state: 'WAITING', message: 'for containerd' }),
    'services',
    'warning',
    /waiting.*for containerd/,
    /logs kubelet/,
  ],
  [
    'a service that was restarted just now',
    serviceIs({ restarts: 3, sinceMs: NOW - MINUTE }),
    'services',
    'warning',
    /restarted 3 times, the last 1m ago/,
    /logs kubelet/,
  ],
  [
    'a trial boot',
    w1({ status: { slots: { trial: { slot: 'b', operationId: 'to-2', remainingMs: MINUTE, awaitsCaller: true } } } }),
    'boots',
    'warning',
    /slot b is on trial by to-2, 1m left, and awaits/,
    /operation watch to-2/,
  ],
  [
    'a boot that was turned back',
    w1({
      status: {
        lastFailedBoot: {
          version: '1.2.0',
          timeMs: NOW - DAY,
          cause: 'crashed',
          message: 'exit 7',
          lastLines: ['boom'],
        },
      },
    }),
    'boots',
    'warning',
    /1\.2\.0 was turned back 1d ago: crashed: exit 7 \(last line: boom\)/,
    /failed-boot/,
  ],
  [
    'versions that differ',
    w1({ version: { version: '1.1.0', digest: 'sha256:cd' } }),
    'versions',
    'warning',
    /w-1.*1\.1\.0/,
    /rollout status/,
  ],
  [
    'a clock that is off',
    w1({ answer: { clock: { offsetMs: -9_000, errorMs: 2, synchronized: true } } }),
    'clocks',
    'failed',
    /9s behind this computer's/,
    /time servers/,
  ],
  [
    'a client certificate about to end',
    { client: { subject: 'ada', role: 'os:admin', notBeforeMs: NOW - 9 * DAY, notAfterMs: NOW + DAY } },
    'certificates',
    'warning',
    /of ada \(os:admin\).*ends in 1d/,
    /osctl context renew/,
  ],
  [
    'a serving certificate that is over',
    w1({ answer: { certificate: { notBeforeMs: NOW - DAY, notAfterMs: NOW - MINUTE } } }),
    'certificates',
    'failed',
    /w-1: its serving certificate ended 1m ago/,
    /service restart apid; .*logs machined/,
  ],
  [
    'a disk nearly full',
    w1({ answer: { disks: { seen: true, value: [disk({ availableBytes: 3e9 })] } } }),
    'disks',
    'failed',
    /\/var is 97 % full, 2\.8 GiB of 93\.1 GiB left →/,
    /du \/var\/log --depth 3/,
  ],
  [
    'a disk nearly full of images that nobody needs',
    w1({
      answer: {
        disks: { seen: true, value: [disk({ availableBytes: 3e9 })] },
        diskUse: {
          consumers: [
            { path: '/var/lib/containerd', allocatedBytes: 70e9 },
            { path: '/var/log/pods', allocatedBytes: 10e9 },
          ],
          unusedImages: 2,
          unusedImageBytes: 20e9,
        },
      },
    }),
    'disks',
    'failed',
    /97 % full.*most is in \/var\/lib\/containerd \(65\.2 GiB\), \/var\/log\/pods \(9\.3 GiB\)/,
    /remove 2 images that nothing runs from \(18\.6 GiB packed\): osctl -n w-1 image gc; .* du \/var --depth 3/,
  ],
  [
    'name servers of which none answers',
    w1({ answer: { nameServers: { seen: true, value: [nameServer('192.0.2.53', 'silent')] } } }),
    'name-servers',
    'failed',
    /w-1: name server 192\.0\.2\.53 does not answer; it resolves no names/,
    /osctl -n w-1 resolve; .* osctl -n w-1 config edit/,
  ],
  [
    'one name server of two gone',
    w1({
      answer: {
        nameServers: {
          seen: true,
          value: [nameServer('192.0.2.53', 'refused'), nameServer('10.5.0.1', 'no-such-name')],
        },
      },
    }),
    'name-servers',
    'warning',
    /192\.0\.2\.53 refuses to answer this node; 1 other does/,
    /resolve/,
  ],
  [
    'a name server that finds nothing out',
    w1({ answer: { nameServers: { seen: true, value: [nameServer('10.5.0.1', 'server-failed')] } } }),
    'name-servers',
    'warning',
    /10\.5\.0\.1 answers, but cannot find out/,
    /resolve/,
  ],
  [
    "a kubelet's certificate about to end",
    w1({
      answer: {
        certificates: [
          held('kubelet/kubelet-client-current.pem', { notAfterMs: NOW + 20 * DAY }),
          // What it had before is of no use to anybody.
          held('kubelet/kubelet-client-2026-01-01-00-00-00.pem', { notAfterMs: NOW - DAY }),
        ],
      },
    }),
    'certificates',
    'warning',
    /w-1: kubelet\/kubelet-client-current ends in 20d/,
    /service restart kubelet; .* logs kubelet/,
  ],
  [
    'an authority about to end, of which each node has copies',
    w1({
      answer: {
        certificates: ['pki/kubernetes/kube-apiserver/ca.crt', 'apid/ca.crt'].map((id) =>
          held(id, { isCA: true, notAfterMs: NOW + 20 * DAY }),
        ),
      },
    }),
    'certificates',
    'warning',
    /^: the authority demo ends in 20d/,
    /plan its replacement/,
  ],
  [
    'a disk without room for files',
    w1({ answer: { disks: { seen: true, value: [disk({ inodes: 1000, inodesUsed: 900 })] } } }),
    'disks',
    'warning',
    /\/var is 90 % full, 100 of 1000 files left/,
    /du \/var/,
  ],
  [
    'a clock that nobody sets',
    w1({ answer: { clock: { offsetMs: 3, errorMs: 2, synchronized: false } } }),
    'clocks',
    'warning',
    /w-1: nobody tells it the time/,
    /time servers/,
  ],
  [
    'a disk that is not told',
    w1({ answer: { disks: { seen: false, why: 'unknown method' } } }),
    'disks',
    'unknown',
    /w-1: unknown method/,
    /upgrade the node/,
  ],
  [
    'etcd that does not answer',
    c1({ answer: { etcd: { seen: false, why: 'connection refused' } } }),
    'etcd-quorum',
    'failed',
    /cp-1: connection refused/,
    /logs etcd/,
  ],
  [
    'etcd never begun',
    c1({ status: { etcdBootstrapped: false }, answer: { etcd: { seen: false, why: 'no member' } } }),
    'etcd-quorum',
    'failed',
    /no member/,
    /osctl -n cp-1 bootstrap/,
  ],
  [
    'one of three members lost',
    c1(etcd({}, three(true, true, false))),
    'etcd-quorum',
    'warning',
    /cp-3: its member does not answer; 0 more may be lost/,
    /service restart etcd/,
  ],
  [
    'quorum lost',
    c1(etcd({}, three(true, false, false))),
    'etcd-quorum',
    'failed',
    /1 of 3 voting members are healthy, 2 are needed/,
    /bring back one of cp-2, cp-3/,
  ],
  ['no leader', c1(etcd({ leaderId: '0' })), 'etcd-quorum', 'failed', /no leader/, /logs etcd/],
  ['an alarm', c1(etcd({ errors: ['memberID:1 alarm:NOSPACE'] })), 'etcd-store', 'failed', /NOSPACE/, /defragment/],
  [
    'a large store',
    c1(etcd({ dbSizeBytes: 7.5 * 1024 ** 3 })),
    'etcd-store',
    'warning',
    /7\.5 GiB of 8\.0 GiB/,
    /find what fills it/,
  ],
  [
    'a Kubernetes API that is not ready',
    { kubernetes: kubernetes({ apiServers: [{ node: 'cp-1', error: '500: etcd failed' }] }) },
    'kubernetes-api',
    'failed',
    /cp-1: 500: etcd failed/,
    /kube-apiserver-cp-1/,
  ],
  [
    'Kubernetes out of reach',
    { kubernetes: { seen: false, why: 'no kubeconfig' } },
    'kubernetes-api',
    'unknown',
    /no kubeconfig/,
    /--kubeconfig/,
  ],
  [
    'a node NotReady',
    {
      kubernetes: kubernetes({
        nodes: {
          seen: true,
          value: [
            { name: 'cp-1', ready: true, message: '' },
            { name: 'w-1', ready: false, message: 'NodeStatusUnknown: silent' },
          ],
        },
      }),
    },
    'kubernetes-nodes',
    'failed',
    /w-1: NodeStatusUnknown/,
    /describe node w-1/,
  ],
  [
    'a node that has not registered',
    { kubernetes: kubernetes({ nodes: { seen: true, value: [{ name: 'cp-1', ready: true, message: '' }] } }) },
    'kubernetes-nodes',
    'failed',
    /w-1: it is no node of Kubernetes/,
    /logs kubelet/,
  ],
  [
    'a Machine that is stalled',
    {
      kubernetes: kubernetes({
        machine: {
          seen: true,
          value: machine({
            conditions: [{ type: 'Stalled', status: 'True', reason: 'Halted', message: 'trial failed' }],
          }),
        },
      }),
    },
    'machine',
    'failed',
    /Stalled: Halted: trial failed/,
    /rollout status/,
  ],
  [
    'an operator that does not look',
    { kubernetes: kubernetes({ machine: { seen: true, value: machine({ observedGeneration: 1 }) } }) },
    'machine',
    'warning',
    /not looked at generation 2/,
    /talos-system get pods/,
  ],
  [
    'an image in quarantine',
    {
      kubernetes: kubernetes({
        machine: {
          seen: true,
          value: machine({
            quarantine: [{ image: 'osctl.dev/talos:1.2.0', node: 'w-1', reason: 'crashed', since: 'x' }],
          }),
        },
      }),
    },
    'quarantine',
    'warning',
    /osctl\.dev\/talos:1\.2\.0 failed on it: crashed/,
    /failed-boot/,
  ],
];

for (const [what, over, id, state, evidence, action] of CASES) {
  test(`${what} is ${state}`, async () => {
    const report = assess(facts(over));
    const found = report.checks.find((one) => one.id === id);
    assert.equal(found?.state, state);
    const told = found.findings.map((one) => `${one.node ?? ''}: ${one.evidence} → ${one.action}`).join('\n');
    assert.match(told, evidence);
    assert.match(told, action);
    const actions = found.findings.map((one) => one.action).join('\n');
    for (const [line] of actions.matchAll(/osctl (?:(?!; |, | after |$).)+/gm)) {
      assert.equal(await checkCommandLine(line.split(' ')), undefined, line);
    }
    // One cause, one check: what is well is not drawn in.
    assert.deepEqual(
      report.checks.filter((one) => one.state !== 'ok').map((one) => one.id),
      [id],
    );
    assert.equal(report.state, state);
  });
}

test('a finding stands below its check with what to do; a node cannot steer the terminal', () => {
  const report = assess(facts(serviceIs({ state: 'FAILED', message: '\u001b[2Jgone' })));
  const text = healthText(report, plain);
  assert.match(
    text,
    /^✗ services are healthy .*\n {4}✗ w-1: kubelet is failed for 1d, restarted 0 times: \?\[2Jgone\n {6}→ osctl -n w-1 logs kubelet/m,
  );
  assert.match(text, /\ncluster demo is not healthy: 1 failed\n$/);
});

test('what a disk is full of is told by the largest of the deepest, and by loose files', () => {
  const used = (path: string, allocatedBytes: number): DirectoryUsage =>
    ({ ...DirectoryUsage.decode(new Uint8Array()), path, allocatedBytes }) as DirectoryUsage;
  const told = [
    used('/var/log/pods', 30),
    used('/var/log', 50),
    used('/var/lib/containerd', 500),
    used('/var/lib/talos', 300),
    used('/var/lib/kubelet', 10),
    used('/var/lib', 811),
    used('/var', 1261),
  ];
  assert.deepEqual(consumersOf(told), [
    { path: '/var/lib/containerd', allocatedBytes: 500 },
    { path: '/var/*', allocatedBytes: 400 },
    { path: '/var/lib/talos', allocatedBytes: 300 },
  ]);
  assert.deepEqual(consumersOf([]), []);
});

test('a service that comes up again after a failure is asked for its last words, one that comes up first is not', () => {
  assert.equal(isTroubled(service({ state: 'STARTING', restarts: 1 }), NOW), true);
  assert.equal(isTroubled(service({ state: 'STARTING' }), NOW), false);
});
