/** A node that takes on whatever it is told to do, and has done it at once. */
import { createHash } from 'node:crypto';
import {
  Config,
  Etcd,
  type Guard,
  Images,
  Kubernetes,
  Lifecycle,
  type OperationProgress,
  Trace,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Init } from '@talos/proto/runtime/message.ts';
import { type Served, serve } from '../fake-cluster.testing.ts';
import { ago, DIGEST, failedBoot } from './node-looks.testing.ts';

const MiB = 1024 ** 2;
const coredns = {
  id: DIGEST,
  names: ['osctl.dev/coredns:1.14.7', `osctl.dev/coredns@${DIGEST}`],
  sizeBytes: 23 * MiB,
  usedBy: ['kube-system/coredns-1/coredns', 'kube-system/coredns-2/coredns', 'shop/dns/coredns'],
};
const DOCUMENTS = `apiVersion: osctl.dev/v1alpha1
kind: SystemConfig
spec:
  nodeName: cp-1
  role: control-plane
`;
const change = ({ dryRun }: { readonly dryRun: boolean }) => ({
  diff: '-  maxPods: 100\n+  maxPods: 110\n',
  disruption: 'SERVICE_RESTART' as const,
  restarts: ['kubelet'],
  hash: DIGEST,
  applied: !dryRun,
  revision: dryRun ? 0 : 4,
});

export function changes(node: string): readonly Served[] {
  const controlPlane = node === 'cp-1';
  return [
    serve(Lifecycle, {
      prepare: ({ guard, image }) => operation('prepare', guard, { image }),
      upgrade: ({ guard, image }) => operation('upgrade', guard, { image, result: TWO }),
      rollback: ({ guard }) => operation('rollback', guard, { result: TWO }),
      reboot: ({ guard }) => operation('reboot', guard, { result: { ...TWO, version: '1.0.0', slot: 'a' } }),
      shutdown: ({ guard }) => operation('shutdown', guard),
      reset: ({ guard }) => operation('reset', guard),
      wipeDisk: ({ guard }) => operation('wipe-disk', guard),
      confirm: async () => ({ alreadyConfirmed: true }),
      planReset: async () => ({
        afterwards: 'it boots as from its first start',
        items: [
          { name: "etcd's data", path: '/var/lib/talos/etcd', wiped: true },
          { name: 'OS', path: '/var/lib/talos/slots', wiped: false },
        ],
        blockers: ['etcd would lose its quorum'],
      }),
      getOperation: async ({ id }) => ({ ...running, id }),
      listOperations: async () => ({ operations: [failed, running] }),
      watchOperation: ({ id }) => operation('upgrade', { operationId: id }, { result: TWO }),
    }),
    serve(Images, {
      list: async () => ({
        images: [coredns, { ...coredns, names: [`osctl.dev/pause@${DIGEST}`], pinned: true, usedBy: [] }],
      }),
      pull: ({ guard, image }) => operation('pull-image', guard, { image, parts: [LAYER] }),
      remove: async () => ({ removed: coredns }),
      collect: async () => ({ removed: [coredns] }),
    }),
    serve(Config, {
      get: async () => ({ documents: DOCUMENTS, hash: DIGEST, revision: 3 }),
      apply: async (request) => change(request),
      rollback: async (request) => change(request),
      keep: async () => ({ alreadyKept: false, hash: DIGEST }),
      history: async () => ({
        revisions: [
          {
            revision: 2,
            timeMs: ago(90),
            action: 'apply',
            subject: 'ada',
            role: 'os:admin',
            hash: DIGEST,
            inForce: true,
          },
          { revision: 1, timeMs: ago(3000), action: 'initial', paths: ['SystemConfig.spec.nodeName'], hash: DIGEST },
        ],
      }),
    }),
    ...(controlPlane ? [serve(Etcd, ETCD)] : []),
    serve(Kubernetes, { kubeconfig: async () => ({ kubeconfig: 'apiVersion: v1\nkind: Config\n' }) }),
    serve(Trace, {
      async *capture() {
        yield { data: Buffer.from('packets') };
        yield { summary: { packets: 1, bytes: 7, dropped: 2, end: 'BYTE_LIMIT' } };
      },
      async *profile() {
        yield { data: Buffer.from('{"nodes":[]}') };
      },
      async *debug() {
        yield { started: { digest: DIGEST, command: ['sh'] } };
        yield { stdout: Buffer.from('found it\n') };
        yield { stderr: Buffer.from('but not all\n') };
        yield { end: { reason: 'EXITED', exitCode: 3 } };
      },
    }),
  ];
}

const TWO = { bootId: 'boot-2', slot: 'b', digest: DIGEST, version: '1.1.0' };
const LAYER = { name: DIGEST, done: 23 * MiB, total: 23 * MiB, state: 'done' };

const running = {
  id: 'to-1-2-0',
  type: 'upgrade',
  state: 'RUNNING_OPERATION',
  phase: 'pull',
  message: 'from http://10.5.0.250:5000',
  done: 3 * MiB,
  total: 10 * MiB,
  unit: 'bytes',
  startMs: ago(2),
  fromBootId: 'boot-1',
  image: 'osctl.dev/talos:1.2.0',
} as const;
const failed = {
  ...running,
  id: 'to-1-1-0',
  state: 'FAILED_OPERATION',
  phase: 'trial',
  startMs: ago(605),
  endMs: ago(600),
  error: { code: 'TRIAL_FAILED', message: 'the trial boot crashed', condemnsImage: true, failedBoot },
} as const;

/** Begins, goes on, ends. */
async function* operation(
  type: string,
  guard: Pick<Guard, 'operationId'> | undefined,
  more: NonNullable<Init<OperationProgress>['operation']> = {},
): AsyncGenerator<Init<OperationProgress>> {
  const { operationId: id = '' } = guard ?? {};
  const begun = { id, type, startMs: ago(5), fromBootId: 'boot-1' };
  yield { operation: { ...begun, state: 'RUNNING_OPERATION', phase: 'pull', done: 1, total: 2, unit: 'steps' } };
  const phases = [{ name: 'pull', durationMs: 5_000 }];
  yield { operation: { ...begun, state: 'SUCCEEDED', phase: 'reboot', endMs: ago(4), phases, ...more } };
}

const SNAPSHOT = Buffer.from('etcd');
const ETCD: Parameters<typeof serve<typeof Etcd.methods>>[1] = {
  bootstrap: async () => ({}),
  status: async () => ({
    memberId: 'a1',
    leaderId: 'a1',
    leader: true,
    version: '3.6.16',
    dbSizeBytes: 5 * MiB,
    dbInUseBytes: 3 * MiB,
    raftIndex: 4711,
    raftAppliedIndex: 4711,
    raftTerm: 3,
  }),
  members: async () => ({
    members: [
      { id: 'a1', name: 'cp-1', peerUrls: ['https://10.5.0.2:2380'], leader: true, healthy: true },
      {
        id: 'a2',
        name: 'cp-2',
        peerUrls: ['https://10.5.0.3:2380'],
        clientUrls: ['https://10.5.0.3:2379'],
        learner: true,
      },
    ],
  }),
  async *snapshot() {
    yield { data: SNAPSHOT };
    yield { sha256: createHash('sha256').update(SNAPSHOT).digest('hex') };
  },
  moveLeader: async () => ({ leaderId: 'a2', moved: true }),
};
