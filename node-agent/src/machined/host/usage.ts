/**
 * What directories hold, as du(1) counts it. The walk goes by descriptors and stays below the root it began in, as reading does
 * (host/files.ts), and on the file system it began on.
 */
import * as fs from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { FileError, type ResolvedPath, type SafeFiles } from './files.ts';
import { O_PATH, RESOLVE, type Syscalls } from './syscalls.ts';

export interface DirectoryUsage {
  readonly path: string;
  readonly allocatedBytes: number;
  readonly sizeBytes: number;
  readonly entries: number;
  readonly unreadable: number;
  /** Of the first unreadable one. */
  readonly error: string;
}

/** Each level holds a descriptor open. */
const MAX_DEPTH = 128;
const DEFAULT_MAX_ENTRIES = 2_000_000;
/** Names of files that have several are remembered up to here; beyond, such a file is counted by each of its names. */
const MAX_LINKED = 100_000;
/** How many are asked for at a time: the threads that do it are few, and others need them too. */
const BATCH = 32;
const BENEATH = RESOLVE.BENEATH | RESOLVE.NO_MAGICLINKS | RESOLVE.NO_SYMLINKS | RESOLVE.NO_XDEV;

interface Sum {
  allocatedBytes: number;
  sizeBytes: number;
  entries: number;
  unreadable: number;
  error: string;
}

/**
 * Directories no deeper than `depth` below the path, each after those below it; the path itself is the last.
 *
 * Memory: what is linked several times, and one directory's names for each level. Ends as soon as `signal` aborts.
 * Errors: FileError for the path asked for, and TOO_LARGE when more is below it than is counted in one call; what cannot be read
 * below it is counted as such.
 */
export async function* readUsage(
  files: Pick<SafeFiles, 'handle'>,
  syscalls: Pick<Syscalls, 'openat2'>,
  path: ResolvedPath,
  depth: number,
  signal: AbortSignal,
  maxEntries = DEFAULT_MAX_ENTRIES,
): AsyncGenerator<DirectoryUsage> {
  const linked = new Set<string>();
  let budget = maxEntries;

  const add = (sum: Sum, stat: fs.Stats) => {
    if (budget-- <= 0) {
      const message = `below ${path.path} are more than ${maxEntries} entries: ask for a directory in it`;
      throw new FileError('TOO_LARGE', message);
    }
    if (stat.nlink > 1 && !stat.isDirectory()) {
      const id = `${stat.dev}:${stat.ino}`;
      if (linked.has(id)) return;
      if (linked.size < MAX_LINKED) linked.add(id);
    }
    sum.entries += 1;
    sum.allocatedBytes += stat.blocks * 512;
    sum.sizeBytes += stat.size;
  };

  async function* walk(
    directory: number,
    device: number,
    at: string,
    level: number,
  ): AsyncGenerator<DirectoryUsage, Sum> {
    const sum: Sum = { allocatedBytes: 0, sizeBytes: 0, entries: 0, unreadable: 0, error: '' };
    const unreadable = (name: string, error: unknown) => {
      sum.unreadable += 1;
      if (sum.error === '') sum.error = `${join(at, name)}: ${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`;
    };
    add(sum, fs.fstatSync(directory));
    const here = `/proc/self/fd/${directory}`;
    const names = await readdir(here).catch((error: unknown) => {
      unreadable('', error);
      return [];
    });
    for (let start = 0; start < names.length; start += BATCH) {
      signal.throwIfAborted();
      const batch = names.slice(start, start + BATCH);
      const stats = await Promise.all(
        batch.map((name) => lstat(`${here}/${name}`).catch((error: unknown) => ({ error }))),
      );
      for (const [index, stat] of stats.entries()) {
        const name = batch[index] ?? '';
        if ('error' in stat) {
          // Gone since the names were read: there is nothing to count.
          if ((stat.error as NodeJS.ErrnoException).code !== 'ENOENT') unreadable(name, stat.error);
          continue;
        }
        if (!stat.isDirectory()) {
          add(sum, stat);
          continue;
        }
        if (stat.dev !== device) continue;
        if (level >= MAX_DEPTH) {
          unreadable(name, { code: `deeper than ${MAX_DEPTH} directories` });
          continue;
        }
        let child: number;
        try {
          child = syscalls.openat2(directory, name, {
            flags: O_PATH | fs.constants.O_NOFOLLOW | fs.constants.O_DIRECTORY,
            resolve: BENEATH,
          });
        } catch (error) {
          // EXDEV: something else of the same file system is mounted there.
          if (!['ENOENT', 'EXDEV'].includes((error as NodeJS.ErrnoException).code ?? '')) unreadable(name, error);
          continue;
        }
        try {
          const below = yield* walk(child, device, join(at, name), level + 1);
          if (level < depth) yield { path: join(at, name), ...below };
          sum.entries += below.entries;
          sum.allocatedBytes += below.allocatedBytes;
          sum.sizeBytes += below.sizeBytes;
          sum.unreadable += below.unreadable;
          if (sum.error === '') sum.error = below.error;
        } finally {
          fs.closeSync(child);
        }
      }
    }
    return sum;
  }

  const handle = files.handle(path);
  try {
    const stat = fs.fstatSync(handle);
    if (stat.isDirectory()) {
      const sum = yield* walk(handle, stat.dev, path.path, 0);
      yield { path: path.path, ...sum };
    } else {
      const sum: Sum = { allocatedBytes: 0, sizeBytes: 0, entries: 0, unreadable: 0, error: '' };
      add(sum, stat);
      yield { path: path.path, ...sum };
    }
  } finally {
    fs.closeSync(handle);
  }
}

const join = (directory: string, name: string): string => (name === '' ? directory : `${directory}/${name}`);
