/** Disks as a whole: which there are, what they are used for, and making one look unused. For nodes on metal. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RpcError } from '@talos/lib/rpc/error.ts';

export interface DiskUse {
  /** Whole disks, as /sys/block names them, and the partitions of each. */
  readonly disks: ReadonlyMap<string, readonly string[]>;
  /** Device (sda1) → where it is mounted. */
  readonly mounts: ReadonlyMap<string, string>;
  /** Devices that swap is on. */
  readonly swap: ReadonlySet<string>;
  /** Device → what is built on it (dm-0, md0). */
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

/** Why a disk is not wiped; undefined: nothing uses it. Pure. The system's disk is one of those that are mounted. */
export function wipeRefusal(disk: string, use: DiskUse): string | undefined {
  const partitions = use.disks.get(disk);
  if (partitions === undefined)
    return `there is no disk ${disk}; there are ${[...use.disks.keys()].join(', ') || 'none'}`;
  for (const device of [disk, ...partitions]) {
    const mounted = use.mounts.get(device);
    if (mounted !== undefined) return `${device} is mounted at ${mounted}`;
    if (use.swap.has(device)) return `${device} is used as swap`;
    const holders = use.holders.get(device) ?? [];
    if (holders.length > 0) return `${device} is part of ${holders.join(', ')}`;
  }
  return undefined;
}

export function diskUse(sys = '/sys', proc = '/proc'): DiskUse {
  const block = join(sys, 'block');
  const disks = new Map<string, readonly string[]>();
  const holders = new Map<string, readonly string[]>();
  for (const disk of readdirSync(block)) {
    const partitions = readdirSync(join(block, disk)).filter((name) => name.startsWith(disk));
    disks.set(disk, partitions);
    holders.set(disk, namesIn(join(block, disk, 'holders')));
    for (const partition of partitions) holders.set(partition, namesIn(join(block, disk, partition, 'holders')));
  }
  const mounts = new Map<string, string>();
  // By device number: what a mount calls its source may be a link, or a name that is gone.
  for (const line of readFileSync(join(proc, 'self/mountinfo'), 'utf8').split('\n')) {
    const [, , device = '', , mountPoint = ''] = line.split(' ');
    const name = nameOf(sys, device);
    if (name !== undefined && !mounts.has(name)) mounts.set(name, mountPoint);
  }
  const swap = new Set(
    readFileSync(join(proc, 'swaps'), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => (line === '' ? [] : [basename(line.split(/\s+/)[0] ?? '')])),
  );
  return { disks, mounts, swap, holders };
}

const namesIn = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
};
const nameOf = (sys: string, device: string): string | undefined => {
  try {
    return basename(readlinkSync(join(sys, 'dev/block', device)));
  } catch {
    return undefined; // no block device: tmpfs, overlay …
  }
};

const EDGE_BYTES = 1024 * 1024;

/**
 * Errors: FAILED_PRECONDITION (DISK_IN_USE, DISK_NOT_FOUND). Assumptions: root. The kernel has the last word: a disk that somebody
 * holds does not open exclusively.
 */
export async function wipeDisk(
  path: string,
  zeroes: boolean,
  on: { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void },
): Promise<void> {
  const refusal = wipeRefusal(basename(path), diskUse());
  if (refusal !== undefined)
    throw new RpcError('FAILED_PRECONDITION', `${path} is not wiped: ${refusal}`, { reason: 'DISK_IN_USE' });
  const O_RDWR_EXCL = 0o2 | 0o200;
  const device = await open(path, O_RDWR_EXCL);
  try {
    await writeZeroes(device, zeroes, on);
    await device.sync();
  } finally {
    await device.close();
  }
}

/** Its first and last MiB, where partition tables and file systems begin, or all of it. */
export async function writeZeroes(
  device: FileHandle,
  whole: boolean,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void },
): Promise<void> {
  const size = await sizeOf(device);
  const chunk = Buffer.alloc(EDGE_BYTES);
  const starts: number[] = [];
  if (whole) for (let at = 0; at < size; at += EDGE_BYTES) starts.push(at);
  else starts.push(0, Math.max(0, size - EDGE_BYTES));
  let done = 0;
  for (const at of starts) {
    signal.throwIfAborted();
    const length = Math.min(EDGE_BYTES, size - at);
    for (let written = 0; written < length; ) {
      const { bytesWritten } = await device.write(chunk, 0, length - written, at + written);
      if (bytesWritten === 0) throw new Error(`the disk takes nothing at byte ${at + written} of ${size}`);
      written += bytesWritten;
    }
    done += length;
    progress(done, whole ? size : Math.min(size, 2 * EDGE_BYTES));
  }
}

/** A block device's stat says 0; halving finds where reading ends. */
async function sizeOf(device: FileHandle): Promise<number> {
  const { size } = await device.stat();
  if (size > 0) return size;
  const one = Buffer.alloc(1);
  const readable = async (at: number) => (await device.read(one, 0, 1, at)).bytesRead === 1;
  let [low, high] = [0, 2 ** 50];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await readable(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
