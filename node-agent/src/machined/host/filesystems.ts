/** What is mounted, and how full it is. */
import { statfs } from 'node:fs/promises';
import type { MountInfo } from './mounts.ts';

export interface FileSystemInfo {
  readonly source: string;
  readonly type: string;
  readonly device: string;
  /** The writable and shortest first. */
  readonly mountPoints: readonly string[];
  readonly readOnly: boolean;
  readonly sizeBytes: number;
  readonly usedBytes: number;
  readonly availableBytes: number;
  readonly inodes: number;
  readonly inodesUsed: number;
  readonly error: string;
}

/** The roots, /dev/shm and small volumes of pods and containers: dozens on any node, and never what somebody looks for first. */
export function isOfWorkload({ mountPoint, fsType }: MountInfo): boolean {
  return (
    mountPoint.startsWith('/run/containerd/') ||
    mountPoint.startsWith('/run/netns/') ||
    (mountPoint.startsWith('/var/lib/kubelet/') && (fsType === 'tmpfs' || fsType === 'overlay'))
  );
}

/** Of these a dead server would hold the thread that asks, for as long as it is dead; there are four of those. */
const REMOTE = /^(nfs4?|cifs|smb3|smbfs|9p|ceph|glusterfs|lustre|afs|ncpfs|fuse|fuse\..*)$/;
/** They hold no data of anybody's: their size is 0 or that of something else. */
export const PSEUDO_FILE_SYSTEMS =
  /^(proc|sysfs|cgroup2?|devpts|mqueue|nsfs|securityfs|debugfs|tracefs|pstore|bpf|configfs|fusectl|binfmt_misc|autofs|hugetlbfs|efivarfs|rpc_pipefs|selinuxfs)$/;

export interface FileSystemMounts {
  readonly source: string;
  readonly type: string;
  readonly device: string;
  readonly mountPoints: readonly string[];
  readonly readOnly: boolean;
}

/** Each file system once, in the order in which they were first mounted. Pure. */
export function fileSystemsOf(mounts: readonly MountInfo[]): readonly FileSystemMounts[] {
  const byDevice = Map.groupBy(
    mounts.filter(({ fsType }) => !PSEUDO_FILE_SYSTEMS.test(fsType)),
    ({ device }) => device,
  );
  return [...byDevice].map(([device, all]) => {
    const rank = (mount: MountInfo) => (mount.options.includes('ro') ? 10_000 : 0) + mount.mountPoint.length;
    const ordered = [...all].sort((a, b) => rank(a) - rank(b));
    return {
      source: ordered[0]?.source ?? '',
      type: ordered[0]?.fsType ?? '',
      device,
      mountPoints: [...new Set(ordered.map(({ mountPoint }) => mountPoint))],
      readOnly: all.every(({ options, superOptions }) => options.includes('ro') || superOptions.includes('ro')),
    };
  });
}

/** Guarantees: one that cannot be asked says why, the others go on; a remote one is not asked at all. */
export async function readFileSystems(
  mounts: readonly MountInfo[],
  signal: AbortSignal,
): Promise<readonly FileSystemInfo[]> {
  const found: FileSystemInfo[] = [];
  for (const mounted of fileSystemsOf(mounts)) {
    signal.throwIfAborted();
    const size = await sizeOf(mounted);
    if (size !== undefined) found.push({ ...mounted, ...size });
  }
  return found;
}

const UNKNOWN = { sizeBytes: 0, usedBytes: 0, availableBytes: 0, inodes: 0, inodesUsed: 0 };

/** undefined: it holds nothing. */
async function sizeOf({ type, mountPoints: [mountPoint = '/'] }: FileSystemMounts) {
  if (REMOTE.test(type)) return { ...UNKNOWN, error: `not asked: ${type} may not answer while its server is away` };
  try {
    const { bsize, blocks, bfree, bavail, files, ffree } = await statfs(mountPoint);
    if (blocks === 0) return undefined;
    return {
      sizeBytes: blocks * bsize,
      usedBytes: (blocks - bfree) * bsize,
      availableBytes: bavail * bsize,
      inodes: files,
      inodesUsed: files - ffree,
      error: '',
    };
  } catch (error) {
    return { ...UNKNOWN, error: (error as NodeJS.ErrnoException).code ?? 'cannot be asked' };
  }
}
