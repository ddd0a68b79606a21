/** A node that answers whatever is looked at, always the same: what runs on it, and what it has said. */
import { Containers, Files, Services, State, System, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Served, serve } from '../fake-cluster.testing.ts';

/** When everything here happens. */
export const NOW = Date.parse('2026-01-02T15:04:05Z');
export const ago = (minutes: number): number => NOW - minutes * 60_000;
export const DIGEST = `sha256:${'ab'.repeat(32)}`;
const BOOT = '5a0e8d6c-0000-4000-8000-000000000001';
const MiB = 1024 ** 2;

export const kubelet = {
  id: 'kubelet',
  state: 'ACTIVE',
  health: 'HEALTHY',
  restarts: 1,
  sinceMs: ago(90),
  pid: 412,
  dependsOn: ['containerd'],
  container: false,
} as const;
const etcd = {
  id: 'etcd',
  state: 'FAILED',
  health: 'UNHEALTHY',
  restarts: 4,
  sinceMs: ago(2),
  message: 'ended with exit code 2; started again in 8s',
  container: true,
} as const;
export const failedBoot = {
  slot: 'b',
  digest: DIGEST,
  version: '1.1.0',
  operationId: 'to-1-1-0',
  cause: 'crashed',
  message: 'the agent ended 3 times',
  condemnsImage: true,
  timeMs: ago(600),
  lastLines: ['machined: boom', 'a line with \u001b[2J in it'],
  attempts: 3,
};

export function looks(node: string): readonly Served[] {
  let samples = 0;
  return [
    serve(System, {
      version: async () => ({
        version: '1.0.0',
        kubernetesVersion: 'v1.37.2',
        image: 'osctl.dev/talos',
        digest: DIGEST,
        platform: 'container',
        architecture: 'amd64',
        kernel: '6.1.0',
        agent: '1.0.0',
        components: { containerd: '2.4.2', etcd: '3.6.16' },
      }),
      status: async () => ({
        node,
        bootId: BOOT,
        role: node === 'cp-1' ? 'control-plane' : 'worker',
        stage: 'RUNNING',
        ready: false,
        unmet: ['etcd: ended with exit code 2'],
        slots: {
          active: 'a',
          previous: 'b',
          booted: 'a',
          slots: [{ name: 'a', digest: DIGEST, version: '1.0.0', image: 'osctl.dev/talos', bootable: true }],
        },
        configHash: DIGEST,
        services: [kubelet, etcd],
        bootTimeMs: ago(95),
        uptimeMs: 95 * 60_000,
        version: '1.0.0',
        digest: DIGEST,
        kubernetesVersion: 'v1.37.2',
        lastFailedBoot: failedBoot,
        fencingEpoch: 3,
        etcdBootstrapped: true,
        bootPhases: [{ name: 'services', durationMs: 1200 }],
        lastReboot: { reason: 'REQUESTED', message: 'a reboot was asked for', timeMs: ago(95), requestedBy: 'ada' },
      }),
      processes: async () => ({
        takenUs: 1_000_000,
        processes: [
          { pid: 1, state: 'S', threads: 1, executable: '/sbin/tini', residentBytes: MiB, proportionalBytes: MiB / 2 },
          {
            pid: 412,
            parentPid: 1,
            state: 'S',
            threads: 14,
            cpuTimeMs: 93_000,
            residentBytes: 84 * MiB,
            commandLine: 'kubelet --config=/run/talos/kubelet.yaml',
            startTimeMs: 4_000,
          },
        ],
      }),
      async *kernelLog() {
        yield { timeMs: ago(95), line: Buffer.from('Linux version 6.1.0'), source: 'kern' };
        yield { timeMs: ago(94), line: Buffer.from('eth0: \u001b[31mlink is up'), source: 'kern' };
      },
      async *events() {
        const fields = { version: '1.0.0' };
        yield { id: 1, timeMs: ago(95), bootId: BOOT, type: 'boot', subject: 'a', action: 'started', fields };
        const message = 'ended with exit code 2';
        yield { id: 2, timeMs: ago(2), bootId: BOOT, type: 'service', subject: 'etcd', action: 'failed', message };
      },
      boots: async () => ({
        boots: [
          { bootId: BOOT, startMs: ago(95), slot: 'a', version: '1.0.0', digest: DIGEST, logsKept: true },
          {
            bootId: '11111111-0000-4000-8000-000000000000',
            startMs: ago(3000),
            slot: 'b',
            version: '1.1.0',
            digest: DIGEST,
            trial: true,
            end: { reason: 'POWER_LOST', message: 'it ended without a word', timeMs: ago(96), lastLines: ['last'] },
          },
        ],
      }),
    }),
    serve(Services, {
      list: async () => ({ services: [kubelet, etcd] }),
      get: async ({ id }) => ({
        service: { ...kubelet, id },
        events: [
          { timeMs: ago(91), state: 'STARTING', health: 'UNKNOWN', message: 'waits for containerd' },
          { timeMs: ago(90), state: 'ACTIVE', health: 'HEALTHY', restarts: 1, pid: 412 },
        ],
        droppedEvents: 7,
      }),
      start: async () => ({ service: kubelet }),
      stop: async () => ({
        service: { ...kubelet, state: 'STOPPED', health: 'UNKNOWN', message: 'stopped on demand' },
      }),
      restart: async () => ({ service: kubelet }),
      async *logs({ id }) {
        yield { timeMs: ago(node === 'cp-1' ? 90 : 91), line: Buffer.from(`"${id} began"`), source: id };
        yield { timeMs: ago(node === 'cp-1' ? 70 : 80), line: Buffer.from('it goes on \u001b[2J'), source: id };
      },
    }),
    serve(Containers, {
      list: async () => ({
        containers: [
          { id: 'apid', image: 'osctl.dev/talos:1.0.0', state: 'CONTAINER_RUNNING', pid: 40, createdMs: ago(61) },
          {
            id: 'shop/web-1/nginx',
            image: `osctl.dev/nginx@${DIGEST}`,
            state: 'CONTAINER_EXITED',
            restarts: 3,
            createdMs: ago(60),
            finishedMs: ago(5),
            exitCode: 137,
            reason: 'OOMKilled',
            runtimeId: 'f00d',
          },
        ],
      }),
      async stats() {
        samples += 1;
        const used = { cpuTimeUs: samples * 1_500_000, memoryBytes: 1024, processes: 3 };
        return {
          sampledMs: samples * 1_000,
          cpus: 2,
          usages: [
            { kind: 'SERVICE_USAGE', id: 'etcd', cpuTimeUs: samples * 20_000, memoryBytes: 3 * MiB, processes: 1 },
            { kind: 'POD_USAGE', id: 'shop/web-1', ...used, memoryLimitBytes: 2048 },
          ],
        };
      },
      restart: async ({ id }) => ({
        stopped: { id, state: 'CONTAINER_EXITED', reason: 'Completed', finishedMs: NOW, restarts: 1 },
        started: { id, state: 'CONTAINER_RUNNING', restarts: 2, pid: 99 },
      }),
    }),
    serve(State, {
      async *get({ kind }) {
        const columns = [
          { title: 'SUBJECT', path: '/subject', format: 'TEXT' },
          { title: 'ENDS', path: '/notAfterMs', format: 'TIME' },
        ] as const;
        yield { type: 'KIND', kind: { name: 'certificate', columns } };
        const spec = JSON.stringify({ subject: node, notAfterMs: NOW + 7 * 86_400_000 });
        yield { type: 'CREATED', resource: { kind, id: 'pki/tls.crt', version: '1', spec } };
        yield { type: 'BOOKMARK' };
      },
    }),
    serve(Files, {
      async *list({ path }) {
        const own = { userId: 0, groupId: 0, modifiedMs: ago(30) };
        yield { ...own, path: `${path}/pods`, type: 'directory', mode: 0o755, version: 'v1' };
        yield { ...own, path: `${path}/now`, type: 'symlink', mode: 0o777, linkTarget: 'pods' };
        yield { ...own, path: `${path}/secret`, type: 'file', mode: 0o600, error: 'EACCES' };
      },
      async *read({ path, offsetBytes }) {
        const data = Buffer.from(`what ${path} holds\n`);
        const file = { path, type: 'file', sizeBytes: data.length, mode: 0o644, version: '0123456789abcdef' };
        yield { file, offsetBytes, data: data.subarray(offsetBytes) };
      },
    }),
    serve(Trust, {
      authorities: async () => ({ denied: ['5F3A91C20B7744E1D8A6C0FFEE12345678ABCDEF'] }),
      deny: async ({ serials, accept }) => ({ denied: accept ? [] : serials }),
      async *audit() {
        const method = '/osctl.v1alpha1.Lifecycle/Reboot';
        const who = { subject: 'ada', role: 'os:admin', address: '10.5.0.1' };
        yield { timeMs: ago(95), ...who, method, target: 'to-1', result: 'OK', count: 1 };
        const reason = 'it needs os:operator';
        yield { timeMs: ago(9), ...who, role: 'os:reader', method, result: 'PERMISSION_DENIED', reason, count: 12 };
      },
    }),
  ];
}
