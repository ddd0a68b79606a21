/** Processors, memory, disks and networks: what people and programs are shown of what a node tells. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Host, Network, Storage } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { golden } from '../golden.testing.ts';

const GiB = 1024 ** 3;
const asked: Record<string, unknown>[] = [];
let cluster: FakeCluster;

before(async () => {
  cluster = await FakeCluster.start();
  let samples = 0;
  await cluster.node(
    'cp-1',
    serve(Host, {
      async cpu() {
        const at = (user: number, idle: number) => ({ userMs: samples * user, idleMs: samples * idle, ioWaitMs: 100 });
        samples += 1;
        const model = 'AMD EPYC';
        return {
          belongsTo: 'host',
          total: at(500, 1500),
          limitMillicores: 1500,
          processors: [
            { number: 0, model, frequencyHz: 2_596_122_000, times: at(400, 600) },
            { number: 1, model, times: at(100, 900) },
          ],
        };
      },
      memory: async () => ({
        belongsTo: 'host',
        totalBytes: 24 * GiB,
        availableBytes: 20 * GiB,
        freeBytes: 14.5 * GiB,
        buffersBytes: GiB,
        cachedBytes: 4 * GiB,
        sharedBytes: 8 * 1024 ** 2,
        chargedBytes: 1_500_000_000,
        limitBytes: 2 * GiB,
      }),
      load: async () => ({
        belongsTo: 'node',
        load1m: 3.68,
        load5m: 2.6,
        load15m: 2,
        processors: 2,
        runnable: 4,
        tasks: 773,
        cpu: { some: { percent10s: 80.67 } },
        io: { some: { percent10s: 0.5 } },
      }),
      time: async () => ({ belongsTo: 'host', timeMs: Date.now() - 90_000, synchronized: false, uptimeMs: 3_600_000 }),
    }),
    serve(Storage, {
      disks: async () => ({
        belongsTo: 'node',
        disks: [
          {
            name: 'nvme0n1',
            sizeBytes: 500 * GiB,
            type: 'disk',
            transport: 'nvme',
            model: 'Fast One',
            system: true,
            counters: { readBytes: 3 * GiB, writeBytes: 10 * GiB },
            partitions: [
              { name: 'nvme0n1p1', number: 1, sizeBytes: GiB, label: 'EFI' },
              { name: 'nvme0n1p2', number: 2, sizeBytes: 499 * GiB, label: 'VAR', mountPoints: ['/var'] },
            ],
          },
          { name: 'sda', sizeBytes: 4000 * GiB, type: 'disk', transport: 'usb', removable: true, rotational: true },
        ],
      }),
      mounts: async () => ({
        mounts: [
          { source: '/dev/nvme0n1p2', mountPoint: '/var', type: 'ext4', options: ['rw', 'relatime'], root: '/' },
          { source: 'tmpfs', mountPoint: '/etc/hosts', type: 'tmpfs', options: ['rw'], root: '/talos/etc/hosts' },
        ],
      }),
      fileSystems: async (request) => {
        asked.push({ ...request });
        return {
          fileSystems: [
            {
              source: '/dev/nvme0n1p2',
              type: 'ext4',
              mountPoints: ['/var', '/'],
              sizeBytes: 499 * GiB,
              usedBytes: 300 * GiB,
              availableBytes: 174 * GiB,
              inodes: 1000,
              inodesUsed: 25,
            },
            { source: 'server:/x', type: 'nfs4', mountPoints: ['/var/mnt'], readOnly: true, error: 'not asked: …' },
          ],
        };
      },
      async *usage({ path, depth }) {
        if (path !== '/var/log') throw new RpcError('PERMISSION_DENIED', `${path} is below none of the roots`);
        asked.push({ path, depth });
        yield { path: '/var/log/small', allocatedBytes: 4096, sizeBytes: 10, entries: 1 };
        yield { path: '/var/log/pods', allocatedBytes: 2 * GiB, sizeBytes: 3 * GiB, entries: 20 };
        const error = '/var/log/x: EACCES';
        yield {
          path: '/var/log',
          allocatedBytes: 2 * GiB + 8192,
          sizeBytes: 3 * GiB,
          entries: 22,
          unreadable: 1,
          error,
        };
      },
    }),
    serve(Network, {
      interfaces: async ({ network }) => {
        asked.push({ ...network });
        const counters = { bytes: 327_811_396, packets: 8270, errors: 1, dropped: 2 };
        return {
          interfaces: [
            {
              name: 'eth0',
              state: 'up',
              kind: 'physical',
              mtu: 1500,
              hardwareAddress: '02:42:0a:05:00:02',
              received: counters,
              sent: counters,
              addresses: ['10.5.0.2/24', 'fe80::42:aff:fe05:2/64'],
            },
            { name: 'veth1', state: 'up', kind: 'virtual', controller: 'cni0', mtu: 1500 },
            { pod: 'kube-system/coredns-abc', name: 'eth0', received: counters, addresses: ['10.244.0.3/24'] },
          ],
        };
      },
      routes: async () => ({
        routes: [
          { family: 'ipv4', destination: '0.0.0.0/0', gateway: '10.5.0.1', interface: 'eth0', type: 'unicast' },
          { family: 'ipv4', destination: '10.244.1.0/24', gateway: '10.5.0.3', interface: 'eth0', type: 'unicast' },
          { family: 'ipv6', destination: 'fe80::/64', interface: 'eth0', metric: 256, type: 'unicast' },
        ],
      }),
      async *sockets(request) {
        asked.push({ states: request.states, protocols: request.protocols, ...request.network });
        const pod = request.network?.pod ?? '';
        yield {
          pod,
          protocol: 'tcp',
          state: 'listen',
          localAddress: '127.0.0.1',
          localPort: 7445,
          pid: 40,
          process: 'node',
        };
        yield { pod, protocol: 'tcp6', state: 'listen', localAddress: '::', localPort: 6443, receiveQueueBytes: 3 };
        yield {
          pod,
          protocol: 'tcp6',
          state: 'established',
          localAddress: '::ffff:10.5.0.2',
          localPort: 6443,
          remoteAddress: '::ffff:10.5.0.3',
          remotePort: 50_312,
          sendQueueBytes: 120,
          userId: 65_534,
          pid: 77,
          process: 'kube-apiserver',
        };
        yield {
          pod,
          protocol: 'unix',
          state: 'listen',
          path: '/run/\u001b[2Jx.sock',
          type: 'stream',
          pid: 9,
          process: 'x',
        };
      },
    }),
  );
});
after(() => cluster.close());

const run = async (...argv: string[]): Promise<string> => {
  const { code, stdout, stderr } = await cluster.run(['-n', 'cp-1', ...argv]);
  assert.deepEqual([code, stderr], [0, ''], argv.join(' '));
  return stdout;
};
const json = async (...argv: string[]): Promise<Record<string, unknown>> =>
  (JSON.parse(await run('-o', 'json', ...argv)) as [{ result: Record<string, unknown> }])[0].result;

for (const [name, argv] of [
  ['cpu', ['cpu', '--interval', '1ms']],
  ['memory', ['memory']],
  ['load', ['load']],
  ['disks', ['disks']],
  ['mounts', ['mounts']],
  ['df', ['df']],
  ['du', ['du', '/var/log', '--depth', '3']],
  ['interfaces', ['interfaces', '--pods']],
  ['routes', ['routes']],
  ['netstat', ['netstat', '-a']],
] as const) {
  test(`${name}, as people read it`, async () => golden(import.meta.url, name, await run(...argv)));
}

test('the clock of a node against this one', async () => {
  assert.match(await run('time'), /^\S+Z +-1m(29|30)s +±\S+ +no +1h +the host \(nothing on the node may set it\)$/m);
  const { offsetMs, roundTripMs } = await json('time');
  assert.ok(Math.abs(Number(offsetMs) + 90_000) <= Number(roundTripMs) / 2 + 1, `${offsetMs} ±${roundTripMs}`);
});

test('programs are given exact numbers', async () => {
  const cpu = await json('cpu', '--interval', '1ms');
  assert.deepEqual(cpu['shares'], { user: 0.25, system: 0, ioWait: 0, steal: 0, idle: 0.75 });
  assert.equal((await json('memory'))['chargedBytes'], 1_500_000_000);
  assert.deepEqual(Object.keys((await json('load'))['cpu'] as object), ['some']);
});

test('what is asked of the node', async () => {
  const lastOf = async (...argv: string[]) => {
    await run(...argv);
    return asked.at(-1);
  };
  assert.deepEqual(await lastOf('df', '-a'), { all: true });
  assert.deepEqual(await lastOf('du', '/var/log'), { path: '/var/log', depth: 1 });
  assert.deepEqual(await lastOf('interfaces'), { pod: '', all: false });
  assert.deepEqual(await lastOf('interfaces', '--pods'), { pod: '', all: true });
  const none = { pod: '', all: false };
  assert.deepEqual(await lastOf('netstat'), { states: 'connected', protocols: [], ...none });
  assert.deepEqual(await lastOf('netstat', '-lxt'), { states: 'listening', protocols: ['tcp', 'unix'], ...none });
  assert.deepEqual(await lastOf('netstat', '-au', '--pod', 'a/b'), {
    states: 'all',
    protocols: ['udp'],
    pod: 'a/b',
    all: false,
  });
});

test('what is wrong is told before a node is asked, or with the node and what it said', async () => {
  for (const [argv, told] of [
    [['netstat', '--pod', 'x'], /"x" is not namespace\/name/],
    [['netstat', '-l', '-a'], /cannot be used with option/],
    [['routes', '--pods', '--pod', 'a/b'], /cannot be used with option/],
    [['cpu', '--interval', 'soon'], /not a duration/],
  ] as const) {
    const { code, stderr } = await cluster.run(['-n', 'cp-1', ...argv]);
    assert.equal(code, 2, argv.join(' '));
    assert.match(stderr, told);
  }
  const { code, stderr } = await cluster.run(['-n', 'cp-1', 'du', '/root']);
  assert.equal(code, 1);
  assert.match(stderr, /node cp-1 .*\/root is below none of the roots/);
});
