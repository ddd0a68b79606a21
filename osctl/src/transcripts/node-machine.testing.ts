/** A machine that tells what it is made of, always the same: processors, memory, disks, networks. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Host, Network, Storage } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Served, serve } from '../fake-cluster.testing.ts';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

export interface MachineOptions {
  /** Told what is asked, where a request has more to say than that it was made. */
  readonly asked?: (request: object) => void;
  /** How much its clock is behind this computer's. */
  readonly behindMs?: number;
}

export function machine({ asked = () => {}, behindMs = 0 }: MachineOptions = {}): readonly Served[] {
  let samples = 0;
  return [
    serve(Host, {
      async cpu() {
        const at = (user: number, idle: number) => ({ userMs: samples * user, idleMs: samples * idle, ioWaitMs: 100 });
        samples += 1;
        const model = 'AMD EPYC';
        return {
          belongsTo: 'host',
          total: at(500, 1500),
          bootTimeMs: 1_767_360_000_000,
          limitMillicores: 1500,
          processors: [
            { number: 0, model, frequencyHz: 2_596_122_000, times: at(400, 600) },
            { number: 1, model, core: 1, times: at(100, 900) },
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
        sharedBytes: 8 * MiB,
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
        io: { some: { percent10s: 0.5 }, full: { totalUs: 12 } },
      }),
      time: async () => ({ belongsTo: 'host', timeMs: Date.now() - behindMs, uptimeMs: 3_600_000 }),
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
        asked(request);
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
      async *usage(request) {
        asked(request);
        const { path } = request;
        if (path === '/root') throw new RpcError('PERMISSION_DENIED', `${path} is below none of the roots`);
        yield { path: `${path}/small`, allocatedBytes: 4096, sizeBytes: 10, entries: 1 };
        yield { path: `${path}/pods`, allocatedBytes: 2 * GiB, sizeBytes: 3 * GiB, entries: 20 };
        const whole = { allocatedBytes: 2 * GiB + 8192, sizeBytes: 3 * GiB, entries: 22 };
        yield { path, ...whole, unreadable: 1, error: `${path}/x: EACCES` };
      },
    }),
    serve(Network, {
      interfaces: async (request) => {
        asked(request);
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
          { family: 'ipv6', destination: 'fe80::/64', interface: 'eth0', metric: 256, type: 'unicast' },
        ],
      }),
      resolve: async () => ({
        servers: [
          { server: '10.5.0.1', result: 'answered', addresses: ['192.0.2.7'], tookUs: 1_200 },
          { server: '192.0.2.53', result: 'silent', tookUs: 2_000_400 },
        ],
      }),
      async *sockets(request) {
        asked(request);
        const api = { protocol: 'tcp6', localPort: 6443, userId: 65_534, pid: 77, process: 'kube-apiserver' };
        yield { ...api, state: 'listen', localAddress: '::', receiveQueueBytes: 3 };
        const [localAddress, remoteAddress] = ['::ffff:10.5.0.2', '::ffff:10.5.0.3'];
        yield { ...api, state: 'established', localAddress, remoteAddress, remotePort: 50_312, sendQueueBytes: 120 };
        yield { protocol: 'unix', state: 'listen', path: '/run/\u001b[2Jx.sock', type: 'stream', pid: 9, process: 'x' };
      },
    }),
  ];
}
