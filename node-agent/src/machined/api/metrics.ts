/** osctl.internal.v1.Metrics: read when apid asks, which is when somebody scrapes. In no role table, so no client's call gets here. */
import { readFile, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as internal from '@talos/proto/gen/osctl/internal.ts';
import type { CallCounts } from '../metrics/calls.ts';
import type { Facts } from '../metrics/families.ts';
import type { ApiDeps } from './deps.ts';

type Methods = typeof internal.Metrics.methods;

export function metricsHandlers(
  deps: Pick<ApiDeps, 'machine' | 'supervisor' | 'config' | 'nodeFiles' | 'release'>,
  counts: CallCounts,
): Handlers<Methods> {
  return {
    async collect() {
      const [{ exposition }, { familiesOf }] = await Promise.all([
        import('../metrics/exposition.ts'),
        import('../metrics/families.ts'),
      ]);
      return { text: Buffer.from(exposition(familiesOf(await facts(deps, counts)))) };
    },
  };
}

async function facts(deps: Parameters<typeof metricsHandlers>[0], counts: CallCounts): Promise<Facts> {
  const [{ readCpu, readLoad }, { readMeminfo }, { parseDiskStats }, { nodeCertificates }] = await Promise.all([
    import('../host/cpu.ts'),
    import('../host/proc.ts'),
    import('../host/disks.ts'),
    import('../trust/inventory.ts'),
  ]);
  // The state directory's file system is /var's, the one that fills up.
  const mountPoints = { '/var': dirname(deps.nodeFiles.pkiDir), '/run': dirname(deps.nodeFiles.bootInfo) };
  const [{ stat }, load, memory, diskStats, certificates, fileSystems] = await Promise.all([
    readCpu(),
    readLoad(),
    readMeminfo(),
    readFile('/proc/diskstats', 'utf8').catch(() => ''),
    nodeCertificates({
      pkiDir: deps.nodeFiles.pkiDir,
      kubeletDir: KUBELET_PKI,
      documents: deps.config.current(),
    }),
    Promise.all(
      Object.entries(mountPoints).map(async ([mountPoint, path]) => {
        const { bsize, blocks, bavail, files, ffree } = await statfs(path);
        return {
          mountPoint,
          sizeBytes: blocks * bsize,
          availableBytes: bavail * bsize,
          inodes: files,
          inodesFree: ffree,
        };
      }),
    ),
  ]);
  return {
    version: deps.release.version,
    kubernetesVersion: deps.release.kubernetesVersion,
    machine: deps.machine.status(),
    services: deps.supervisor.list(),
    operations: deps.machine.operations.list(),
    certificates,
    cpu: stat.total,
    load,
    memory,
    fileSystems,
    disks: new Map([...parseDiskStats(diskStats)].filter(([device]) => WHOLE_DISK.test(device))),
    calls: counts.calls(),
    refusals: counts.refusals,
    residentBytes: process.memoryUsage.rss(),
  };
}

const KUBELET_PKI = join('/', 'var', 'lib', 'kubelet', 'pki');
/** Partitions, loops and RAM disks are parts of others or nobody's. */
const WHOLE_DISK = /^(sd[a-z]+|vd[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+)$/;
