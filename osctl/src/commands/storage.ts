/** Disks of nodes, what is mounted, and who fills it. */
import {
  type DirectoryUsage,
  type Disk,
  type DisksResponse,
  type FileSystem,
  type Mount,
  Storage,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Column } from '../output/format.ts';
import { bytes, percent } from '../output/units.ts';
import { type CommandGroup, count, tableFromNodes } from './shared.ts';

interface AllOption {
  readonly all?: boolean;
}

export function addStorageCommands({ program, bind }: CommandGroup): void {
  program
    .command('disks')
    .aliases(['lsblk'])
    .description('disks of nodes, and their partitions')
    .action(
      bind(async (ctx) =>
        tableFromNodes(ctx, (node) => node.client(Storage).disks({}, node.unary), diskRows, DISK_COLUMNS),
      ),
    );

  program
    .command('mounts')
    .description('what is mounted on nodes')
    .option('-a, --all', 'what containers and pods have mounted, too')
    .action(
      bind(async (ctx, options: AllOption) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Storage).mounts({ all: options.all ?? false }, node.unary),
          (answer) => answer.mounts,
          MOUNT_COLUMNS,
        ),
      ),
    );

  program
    .command('df')
    .description('how full the file systems of nodes are')
    .option('-a, --all', 'those of containers and pods, too')
    .action(
      bind(async (ctx, options: AllOption) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Storage).fileSystems({ all: options.all ?? false }, node.unary),
          (answer) => answer.fileSystems,
          FILE_SYSTEM_COLUMNS,
        ),
      ),
    );

  program
    .command('du <path>')
    .description('what fills a directory of nodes, the largest first; on its own file system only')
    .option('--depth <levels>', 'directories that are told of; all are counted', count, 1)
    .action(
      bind(async (ctx, options: { depth: number }, path) =>
        tableFromNodes(
          ctx,
          async (node) => {
            const usage = node.client(Storage).usage({ path, depth: options.depth }, node.stream);
            return (await Array.fromAsync(usage)).sort((a, b) => b.allocatedBytes - a.allocatedBytes);
          },
          (answer) => answer,
          USAGE_COLUMNS,
        ),
      ),
    );
}

interface DiskRow {
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: string;
  readonly transport: string;
  readonly read: string;
  readonly written: string;
  readonly model: string;
  readonly notes: string;
  readonly belongsTo: string;
}
const DISK_COLUMNS: readonly Column<DiskRow>[] = [
  { title: 'DISK', value: (row) => row.name },
  { title: 'SIZE', value: (row) => bytes(row.sizeBytes), align: 'right' },
  { title: 'TYPE', value: (row) => row.type },
  { title: 'BUS', value: (row) => row.transport || '-' },
  { title: 'READ', value: (row) => row.read, align: 'right' },
  { title: 'WRITTEN', value: (row) => row.written, align: 'right' },
  { title: 'OF', value: (row) => row.belongsTo },
  { title: 'MODEL', value: (row) => row.model || '-' },
  { title: 'NOTES', value: (row) => row.notes },
];

function diskRows({ belongsTo, disks }: DisksResponse): readonly DiskRow[] {
  return disks.flatMap((disk) => [
    {
      ...disk,
      belongsTo,
      read: disk.counters === undefined ? '-' : bytes(disk.counters.readBytes),
      written: disk.counters === undefined ? '-' : bytes(disk.counters.writeBytes),
      notes: diskNotes(disk),
    },
    ...disk.partitions.map(({ name, sizeBytes, label, mountPoints }) => ({
      name: `  ${name}`,
      sizeBytes,
      type: 'partition',
      transport: disk.transport,
      read: '',
      written: '',
      model: label,
      belongsTo,
      notes: mountPoints.join(' '),
    })),
  ]);
}

function diskNotes({ system, readOnly, removable, rotational, transport }: Disk): string {
  const notes = [
    [system, 'system'],
    [readOnly, 'read-only'],
    [removable, 'removable'],
    // A virtual one says so of itself, whatever it is made of.
    [rotational && transport !== 'virtio' && transport !== '', 'rotational'],
  ] as const;
  return notes.flatMap(([holds, text]) => (holds ? [text] : [])).join(', ');
}

const MOUNT_COLUMNS: readonly Column<Mount>[] = [
  { title: 'MOUNTED ON', value: (row) => row.mountPoint },
  { title: 'TYPE', value: (row) => row.type },
  { title: 'SOURCE', value: (row) => (row.root === '/' ? row.source : `${row.source}[${row.root}]`) },
  { title: 'OPTIONS', value: (row) => row.options.join(',') },
];

const FILE_SYSTEM_COLUMNS: readonly Column<FileSystem>[] = [
  { title: 'MOUNTED ON', value: mountedOn },
  { title: 'TYPE', value: (row) => row.type },
  { title: 'SIZE', value: (row) => (row.error === '' ? bytes(row.sizeBytes) : '-'), align: 'right' },
  { title: 'USED', value: (row) => (row.error === '' ? bytes(row.usedBytes) : '-'), align: 'right' },
  { title: 'AVAILABLE', value: (row) => (row.error === '' ? bytes(row.availableBytes) : '-'), align: 'right' },
  // As df(1): of what others than root may use.
  { title: 'USED%', value: (row) => shareOf(row.usedBytes, row.usedBytes + row.availableBytes), align: 'right' },
  { title: 'INODES%', value: (row) => shareOf(row.inodesUsed, row.inodes), align: 'right' },
  { title: 'SOURCE', value: (row) => (row.error === '' ? row.source : `${row.source} (${row.error})`) },
];

/** One file system may be mounted in many places: the first, and how many others. */
function mountedOn({ mountPoints: [first = '', ...others], readOnly }: FileSystem): string {
  return `${first}${others.length === 0 ? '' : ` (+${others.length})`}${readOnly ? ' (read-only)' : ''}`;
}
const shareOf = (part: number, whole: number): string => (whole === 0 ? '-' : percent(part / whole));

const USAGE_COLUMNS: readonly Column<DirectoryUsage>[] = [
  { title: 'ON DISK', value: (row) => bytes(row.allocatedBytes), align: 'right' },
  { title: 'SIZE', value: (row) => bytes(row.sizeBytes), align: 'right' },
  { title: 'ENTRIES', value: (row) => String(row.entries), align: 'right' },
  {
    title: 'PATH',
    value: (row) => `${row.path}${row.unreadable === 0 ? '' : ` (${row.unreadable} unreadable: ${row.error})`}`,
  },
];
