/** The check of how full nodes' disks are, and of what they are full. Pure. */
import type { DirectoryUsage, FileSystem, Image } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { bytes } from '../output/units.ts';
import { type Answered, type DiskUse, unseen } from './facts.ts';
import { type Check, check, type Finding } from './report.ts';

const DISK_WARNING = 0.85;
const DISK_FAILED = 0.95;
/** Consumers that are named. */
const NAMED = 3;
/** Images that nothing runs from are worth a word from this share of the disk on. */
const WORTH = 0.05;

/** The directory of nodes' data, whose use is looked into. */
export const DATA = '/var';

export function disks(answered: readonly Answered[]): Check {
  const told = answered.flatMap(({ node, disks, diskUse }) =>
    disks.seen ? disks.value.map((disk) => ({ node, disk, use: diskUse })) : [],
  );
  const findings = told.flatMap(({ node, disk, use }): readonly Finding[] => {
    if (!isNearlyFull(disk)) return [];
    const used = fullness(disk);
    const path = placeOf(disk);
    const what =
      used > usedBytes(disk)
        ? `${disk.inodes - disk.inodesUsed} of ${disk.inodes} files left`
        : `${bytes(disk.availableBytes)} of ${bytes(disk.sizeBytes)} left`;
    const by = path !== DATA || use === undefined || use.consumers.length === 0 ? '' : `; ${consumersText(use)}`;
    return [
      {
        state: used < DISK_FAILED ? 'warning' : 'failed',
        node,
        evidence: `${path} is ${Math.floor(used * 100)} % full, ${what}${by}`,
        action: action(node, disk, path, use),
      },
    ];
  });
  const blind = answered.flatMap(({ node, disks }): readonly Finding[] => (disks.seen ? [] : [unseen(node, disks)]));
  const fullest = Math.max(0, ...told.map(({ disk }) => fullness(disk)));
  const summary = told.length === 0 ? '' : `the fullest is ${Math.floor(fullest * 100)} % full`;
  return check('disks', 'disks have space', summary, [...findings, ...blind]);
}

export function isNearlyFull(disk: FileSystem): boolean {
  return fullness(disk) >= DISK_WARNING;
}

export const placeOf = (disk: FileSystem): string => disk.mountPoints[0] ?? disk.source;

function action(node: string, disk: FileSystem, path: string, use: DiskUse | undefined): string {
  if (path !== DATA) return `see what it is: osctl -n ${node} mounts`;
  // Who may not look into all of it can look where most often it is.
  const look = `find what fills it: osctl -n ${node} du ${use === undefined || use.consumers.length === 0 ? '/var/log' : DATA} --depth 3`;
  if (use === undefined || use.unusedImageBytes < disk.sizeBytes * WORTH) return look;
  const count = `${use.unusedImages} image${use.unusedImages === 1 ? '' : 's'} that nothing runs from`;
  return `remove ${count} (${bytes(use.unusedImageBytes)} packed): osctl -n ${node} image gc; ${look}`;
}

const consumersText = ({ consumers }: DiskUse): string =>
  `most is in ${consumers.map(({ path, allocatedBytes }) => `${path} (${bytes(allocatedBytes)})`).join(', ')}`;

/** What a walk tells of, the largest first: the deepest directories, and of those above them the files in themselves, as PATH/*. */
export function consumersOf(told: readonly DirectoryUsage[]): DiskUse['consumers'] {
  const children = Map.groupBy(told, ({ path }) => path.slice(0, path.lastIndexOf('/')));
  const each = told.map(({ path, allocatedBytes }) => {
    const below = children.get(path) ?? [];
    const held = below.reduce((sum, one) => sum + one.allocatedBytes, 0);
    return { path: below.length === 0 ? path : `${path}/*`, allocatedBytes: allocatedBytes - held };
  });
  return each.toSorted((a, b) => b.allocatedBytes - a.allocatedBytes).slice(0, NAMED);
}

/** Layers may be shared, and sizes are of what was pulled: what comes free is of this order. */
export function unusedImages(images: readonly Image[]): Pick<DiskUse, 'unusedImages' | 'unusedImageBytes'> {
  const unused = images.filter(({ pinned, usedBy }) => !pinned && usedBy.length === 0);
  return {
    unusedImages: unused.length,
    unusedImageBytes: unused.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}

/** Of space or of files, whichever is nearer to its end; 0 to 1. */
function fullness(disk: FileSystem): number {
  return Math.max(usedBytes(disk), disk.inodes === 0 ? 0 : disk.inodesUsed / disk.inodes);
}
function usedBytes(disk: FileSystem): number {
  return disk.sizeBytes === 0 ? 0 : 1 - disk.availableBytes / disk.sizeBytes;
}
