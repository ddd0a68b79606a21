/** Block devices, from sysfs(5) and /proc/diskstats. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { MountInfo } from './mounts.ts';
import { wholeNumber } from './numbers.ts';

export interface DiskCounters {
  readonly reads: number;
  readonly readBytes: number;
  readonly readMs: number;
  readonly writes: number;
  readonly writeBytes: number;
  readonly writeMs: number;
  readonly inFlight: number;
  readonly busyMs: number;
}
export interface PartitionInfo {
  readonly name: string;
  readonly number: number;
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  readonly label: string;
  readonly mountPoints: readonly string[];
}
export interface DiskInfo {
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: string;
  readonly transport: string;
  readonly model: string;
  readonly serial: string;
  readonly wwid: string;
  readonly readOnly: boolean;
  readonly removable: boolean;
  readonly rotational: boolean;
  readonly sectorBytes: number;
  readonly system: boolean;
  readonly partitions: readonly PartitionInfo[];
  readonly counters: DiskCounters | undefined;
}

/** sysfs and diskstats count in these whatever the disk's own sectors are. */
const SECTOR = 512;

/** /proc/diskstats by name: Documentation/admin-guide/iostats.rst. Lines that are cut short are left out. */
export function parseDiskStats(text: string): ReadonlyMap<string, DiskCounters> {
  const found = new Map<string, DiskCounters>();
  for (const line of text.split('\n')) {
    const fields = line.trim().split(/\s+/);
    const name = fields[2];
    if (name === undefined || fields.length < 14) continue;
    const number = (index: number) => wholeNumber(fields[index] ?? '');
    found.set(name, {
      reads: number(3),
      readBytes: number(5) * SECTOR,
      readMs: number(6),
      writes: number(7),
      writeBytes: number(9) * SECTOR,
      writeMs: number(10),
      inFlight: number(11),
      busyMs: number(12),
    });
  }
  return found;
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^loop/, 'loop'],
  [/^ram/, 'ram'],
  [/^zram/, 'zram'],
  [/^md/, 'raid'],
  [/^dm-/, 'mapper'],
  [/^sr/, 'optical'],
];
export const diskType = (name: string): string => TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'disk';

/** By the way of the device through the buses, as its link in /sys/block goes. */
export function diskTransport(link: string): string {
  const buses: readonly (readonly [RegExp, string])[] = [
    [/\/virtual\//, ''],
    [/\/virtio[0-9]+\//, 'virtio'],
    [/\/nvme/, 'nvme'],
    [/\/usb[0-9]+\//, 'usb'],
    [/\/mmc_host\//, 'mmc'],
    [/\/ata[0-9]+\//, 'sata'],
    [/\/vbd-/, 'xen'],
    [/\/host[0-9]+\//, 'scsi'],
  ];
  return buses.find(([pattern]) => pattern.test(link))?.[1] ?? '';
}

/** Guarantees: devices that go away meanwhile, and empty loop and ram devices, are left out. */
export async function readDisks(
  mounts: readonly MountInfo[],
  signal: AbortSignal,
  { sysRoot = '/sys', procRoot = '/proc' }: { readonly sysRoot?: string; readonly procRoot?: string } = {},
): Promise<readonly DiskInfo[]> {
  const counters = parseDiskStats(await readFile(join(procRoot, 'diskstats'), 'utf8').catch(() => ''));
  const blocks = join(sysRoot, 'block');
  const disks: DiskInfo[] = [];
  for (const name of (await readdir(blocks).catch(() => [])).sort()) {
    signal.throwIfAborted();
    const directory = join(blocks, name);
    const text = attributeReader(directory);
    const sizeBytes = wholeNumber(await text('size')) * SECTOR;
    if (sizeBytes === 0) continue;
    const partitions = await readPartitions(directory, name, mounts);
    const devices = new Set([await text('dev'), ...partitions.map(({ device }) => device)]);
    disks.push({
      name,
      sizeBytes,
      type: diskType(name),
      transport: diskTransport(await readlink(directory).catch(() => '')),
      model: await text('device/model'),
      serial: (await text('serial')) || (await text('device/serial')),
      wwid: (await text('wwid')) || (await text('device/wwid')),
      readOnly: (await text('ro')) === '1',
      removable: (await text('removable')) === '1',
      rotational: (await text('queue/rotational')) === '1',
      sectorBytes: wholeNumber(await text('queue/logical_block_size')),
      system: mounts.some(({ mountPoint, device }) => mountPoint === '/var' && devices.has(device)),
      partitions: partitions.map(({ device: _, ...partition }) => partition),
      counters: counters.get(name),
    });
  }
  return disks;
}

async function readPartitions(directory: string, disk: string, mounts: readonly MountInfo[]) {
  const partitions: (PartitionInfo & { readonly device: string })[] = [];
  for (const name of await readdir(directory).catch(() => [])) {
    if (!name.startsWith(disk)) continue;
    const text = attributeReader(join(directory, name));
    const number = wholeNumber(await text('partition'));
    if (number === 0) continue;
    const device = await text('dev');
    partitions.push({
      name,
      number,
      device,
      offsetBytes: wholeNumber(await text('start')) * SECTOR,
      sizeBytes: wholeNumber(await text('size')) * SECTOR,
      label: /^PARTNAME=(.*)$/m.exec(await text('uevent'))?.[1] ?? '',
      mountPoints: mounts.filter((mount) => mount.device === device).map(({ mountPoint }) => mountPoint),
    });
  }
  return partitions.sort((a, b) => a.number - b.number);
}

/** An attribute that is not there, or that its driver will not read, is empty. */
const attributeReader = (directory: string) => async (name: string) =>
  (await readFile(join(directory, name), 'utf8').catch(() => '')).trim();
