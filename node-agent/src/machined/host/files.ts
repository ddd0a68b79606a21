/**
 * Reading files for people, below an allow-list of roots. Pods can mount parts of /var/log and put symbolic links there
 * (CVE-2017-1002101 was of this kind), so a path is never opened by name from /: the kernel resolves it from the root's
 * descriptor and refuses whatever would leave it (openat2 with RESOLVE_BENEATH and RESOLVE_NO_MAGICLINKS).
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Role } from '@talos/lib/rpc/roles.ts';
import { O_PATH, RESOLVE, type Syscalls } from './syscalls.ts';

export interface FileRoot {
  readonly path: string;
  /** The least role that may read below it. */
  readonly role: Role;
  /** false: just this file. */
  readonly directory: boolean;
}
const tree = (role: Role, ...paths: string[]): FileRoot[] => paths.map((path) => ({ path, role, directory: true }));
const file = (role: Role, ...paths: string[]): FileRoot[] => paths.map((path) => ({ path, role, directory: false }));

/** No root is below another: a link inside the outer one could lead into the inner one, and past its role. */
export const FILE_ROOTS: readonly FileRoot[] = [
  ...tree('os:reader', '/etc', '/usr/share/talos', '/var/log'),
  ...tree('os:reader', '/var/lib/talos/logs', '/var/lib/talos/operations', '/var/lib/talos/boot'),
  ...tree('os:reader', '/run/talos/etc', '/run/talos/cni', '/proc/pressure', '/sys/fs/cgroup'),
  ...file('os:reader', '/run/talos/boot.json', '/run/talos/boot-id'),
  // One by one: below /proc are other processes' memory, environment and root directories.
  ...file(
    'os:reader',
    ...['cmdline', 'cpuinfo', 'diskstats', 'filesystems', 'loadavg', 'meminfo', 'modules'].map((n) => `/proc/${n}`),
  ),
  ...file('os:reader', ...['partitions', 'stat', 'swaps', 'uptime', 'version', 'vmstat'].map((n) => `/proc/${n}`)),
  ...tree('os:operator', '/var/lib/talos/audit'),
  // Keys, tokens, Secrets of the cluster, and whatever pods keep.
  ...tree('os:admin', '/var/lib/talos/config', '/var/lib/talos/pki', '/var/lib/talos/etcd', '/var/lib/talos/snapshots'),
  ...tree('os:admin', '/var/lib/kubelet', '/var/lib/containerd', '/proc/sys'),
];

/**
 * Of these is told how much they hold, never what: whoever looks for what fills a disk has to see all of it. The outer root comes
 * last and needs the highest role: a link in it leads past nobody's.
 */
export const USAGE_ROOTS: readonly FileRoot[] = [...FILE_ROOTS, ...tree('os:admin', '/var')];

export type FileErrorCode =
  | 'NOT_ALLOWED'
  | 'ESCAPES'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'NOT_A_FILE'
  | 'TOO_LARGE'
  | 'NOT_A_DIRECTORY'
  | 'UNSUPPORTED'
  | 'FAILED';
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly code: FileErrorCode;
  constructor(code: FileErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface FileEntry {
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'socket' | 'fifo' | 'block' | 'character' | 'unknown';
  readonly sizeBytes: number;
  readonly mode: number;
  readonly userId: number;
  readonly groupId: number;
  readonly modifiedMs: number;
  readonly linkTarget: string;
  readonly error: string;
  /** Of a file: another one whenever its content may be. */
  readonly version: string;
}

/** A file that is open; whoever has it closes it. */
export interface OpenedFile {
  readonly entry: FileEntry;
  /** Fills `target` from `position` on, as far as one read goes; 0 at the end. */
  readInto(target: Uint8Array, position: number): Promise<number>;
  /** From `offset` on, `limit` bytes or (0) to the end. */
  read(range: { readonly offset: number; readonly limit: number }, signal: AbortSignal): AsyncGenerator<Uint8Array>;
  close(): void;
}

/** An entry below a directory. */
export interface WalkedEntry {
  readonly entry: FileEntry;
  /** Opens the very file that `entry` tells of; only until the next entry is asked for. Undefined for what is no regular file. */
  readonly open: (() => OpenedFile) | undefined;
}

export interface ResolvedPath {
  readonly path: string;
  readonly root: FileRoot;
  /** From the root's directory (for a single file: its parent), never absolute, without `..`. */
  readonly relative: string;
}

/**
 * Finds the root that a path is below. Pure.
 * Errors: FileError INVALID (relative, NUL, `..`, too long) or NOT_ALLOWED.
 */
export function resolvePath(path: string, roots: readonly FileRoot[] = FILE_ROOTS): ResolvedPath {
  const shown = JSON.stringify(path.slice(0, 256));
  if (!path.startsWith('/')) throw new FileError('INVALID', `the path ${shown} must begin with /`);
  if (path.includes('\0') || path.length > 4096)
    throw new FileError('INVALID', `the path ${shown} is too long or holds a NUL`);
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) throw new FileError('INVALID', `the path ${shown} must not hold ..`);
  const clean = `/${names.join('/')}`;
  for (const root of roots) {
    if (clean === root.path || (root.directory && clean.startsWith(`${root.path}/`))) {
      const relative = root.directory
        ? clean.slice(root.path.length + 1) || '.'
        : root.path.slice(root.path.lastIndexOf('/') + 1);
      return { path: clean, root, relative };
    }
  }
  const allowed = roots.map((root) => root.path).join(', ');
  throw new FileError('NOT_ALLOWED', `the path ${shown} is below none of the roots that may be read: ${allowed}`);
}

export interface SafeFiles {
  /** Errors: FileError for the entry asked for; those below it are told in their own `error`. */
  list(path: ResolvedPath, depth: number, signal: AbortSignal): AsyncGenerator<FileEntry>;
  /** Regular files only. Errors: FileError. */
  openFile(path: ResolvedPath): OpenedFile;
  /** All that is below a directory, parents first. Errors: FileError for the directory; what is below is told in its own `error`. */
  walk(path: ResolvedPath, signal: AbortSignal): AsyncGenerator<WalkedEntry>;
  /** A descriptor that does nothing (O_PATH) of whatever is there, to walk on from; the caller closes it. */
  handle(path: ResolvedPath): number;
  /** A descriptor of a regular file, for whoever reads on as it grows; the caller closes it. */
  open(path: ResolvedPath): number;
}

const CHUNK = 256 * 1024;
const MAX_ENTRIES = 100_000;
const MAX_LIST_DEPTH = 32;
/** Each level holds a descriptor. */
const MAX_WALK_DEPTH = 128;
const BENEATH = RESOLVE.BENEATH | RESOLVE.NO_MAGICLINKS;
const readAt = promisify(fs.read);

/** `prefix` is where the node's / is. */
export function createSafeFiles(syscalls: Pick<Syscalls, 'openat2'>, prefix = '/'): SafeFiles {
  /** The fixed part of the path is the agent's own and may be followed; everything below is not. */
  const openBeneath = ({ root, relative, path }: ResolvedPath, flags: number): number => {
    const base = root.directory ? root.path : root.path.slice(0, root.path.lastIndexOf('/'));
    return translate(path, () => {
      const rootFd = fs.openSync(join(prefix, base), O_PATH | fs.constants.O_DIRECTORY);
      try {
        const resolve = root.directory ? BENEATH : BENEATH | RESOLVE.NO_SYMLINKS;
        return syscalls.openat2(rootFd, relative, { flags, resolve });
      } finally {
        fs.closeSync(rootFd);
      }
    });
  };

  /** First a handle that does nothing, then, once it is known to be a regular file, that very file: no device is ever opened. */
  const openFileOf = (handle: number, path: string): { fd: number; entry: FileEntry } => {
    const stat = statOf(handle);
    if (!stat.isFile()) throw new FileError('NOT_A_FILE', `${path} is a ${typeOf(stat)}, not a file`);
    const flags = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;
    const fd = translate(path, () => fs.openSync(`/proc/self/fd/${handle}`, flags));
    return { fd, entry: entryOf(path, stat, '') };
  };

  const openFile = (path: ResolvedPath): { fd: number; entry: FileEntry } => {
    const handle = openBeneath(path, O_PATH);
    try {
      return openFileOf(handle, path.path);
    } finally {
      fs.closeSync(handle);
    }
  };

  async function* list(path: ResolvedPath, depth: number, signal: AbortSignal): AsyncGenerator<FileEntry> {
    const handle = openBeneath(path, O_PATH | fs.constants.O_NOFOLLOW);
    const budget = { entries: MAX_ENTRIES };
    try {
      const stat = statOf(handle);
      yield entryOf(path.path, stat, '');
      if (!stat.isDirectory()) return;
      for await (const { entry } of children(handle, path.path, Math.min(depth, MAX_LIST_DEPTH), budget, signal)) {
        yield entry;
      }
    } finally {
      fs.closeSync(handle);
    }
  }

  async function* walk(path: ResolvedPath, signal: AbortSignal): AsyncGenerator<WalkedEntry> {
    const directory = openBeneath(path, O_PATH);
    try {
      const stat = statOf(directory);
      if (!stat.isDirectory()) {
        throw new FileError('NOT_A_DIRECTORY', `${path.path} is a ${typeOf(stat)}, not a directory`);
      }
      const entries = children(directory, path.path, MAX_WALK_DEPTH, { entries: MAX_ENTRIES }, signal);
      for await (const { entry, handle } of entries) {
        const open =
          handle === undefined || entry.type !== 'file' ? undefined : () => opened(openFileOf(handle, entry.path));
        yield { entry, open };
      }
    } finally {
      fs.closeSync(directory);
    }
  }

  /**
   * Walks by descriptors: what is renamed or replaced under the walk cannot lead it elsewhere. `handle` is open until the next
   * entry is asked for, and undefined for an entry that failed.
   */
  async function* children(
    directory: number,
    path: string,
    depth: number,
    budget: { entries: number },
    signal: AbortSignal,
  ): AsyncGenerator<{ readonly entry: FileEntry; readonly handle: number | undefined }> {
    if (depth <= 0) return;
    const { names, more } = await namesIn(directory, path, budget.entries);
    for (const name of names) {
      signal.throwIfAborted();
      if (budget.entries-- <= 0) break;
      const childPath = `${path === '/' ? '' : path}/${name}`;
      let handle: number | undefined;
      try {
        handle = syscalls.openat2(directory, name, {
          flags: O_PATH | fs.constants.O_NOFOLLOW,
          resolve: BENEATH,
        });
        const stat = statOf(handle);
        const entry = entryOf(childPath, stat, stat.isSymbolicLink() ? linkText(directory, name) : '');
        yield { entry, handle };
        if (stat.isDirectory() && depth > 1) yield* children(handle, childPath, depth - 1, budget, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        yield { entry: failedEntry(childPath, error), handle: undefined };
      } finally {
        if (handle !== undefined) fs.closeSync(handle);
      }
    }
    if (more || budget.entries < 0) {
      const why = new FileError('FAILED', `more than ${MAX_ENTRIES} entries: ask for a directory below it`);
      yield { entry: failedEntry(path, why), handle: undefined };
    }
  }

  return {
    list,
    walk,
    openFile: (path) => opened(openFile(path)),
    open: (path) => openFile(path).fd,
    handle: (path) => openBeneath(path, O_PATH | fs.constants.O_NOFOLLOW),
  };
}

/** In order; no more than `limit` are held. */
async function namesIn(
  directory: number,
  path: string,
  limit: number,
): Promise<{ readonly names: readonly string[]; readonly more: boolean }> {
  const names: string[] = [];
  const opened = await translateAsync(path, () => fs.promises.opendir(`/proc/self/fd/${directory}`));
  try {
    for (let entry = await opened.read(); entry !== null; entry = await opened.read()) {
      if (names.length >= limit) return { names: names.sort(), more: true };
      names.push(entry.name);
    }
  } catch (error) {
    throw fileError(path, error);
  } finally {
    await opened.close();
  }
  return { names: names.sort(), more: false };
}

function opened({ fd, entry }: { readonly fd: number; readonly entry: FileEntry }): OpenedFile {
  // A read that is under way holds the file: the number may be another file's as soon as it is closed.
  let reading: Promise<unknown> = Promise.resolve();
  const readInto = async (target: Uint8Array, position: number): Promise<number> => {
    const read = translateAsync(entry.path, () => readAt(fd, target, 0, target.length, position));
    reading = read.catch(() => {});
    return (await read).bytesRead;
  };
  return {
    entry,
    readInto,
    close: () => void reading.then(() => fs.closeSync(fd)),
    async *read({ offset, limit }, signal) {
      let position = offset;
      let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
      while (left > 0 && !signal.aborted) {
        const buffer = Buffer.allocUnsafe(Math.min(CHUNK, left));
        const bytesRead = await readInto(buffer, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        left -= bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    },
  };
}

/** Exact times: a change within a millisecond is one. */
const statOf = (fd: number): fs.BigIntStats => fs.fstatSync(fd, { bigint: true });

/** The text only; it is not followed. */
function linkText(directory: number, name: string): string {
  try {
    return fs.readlinkSync(`/proc/self/fd/${directory}/${name}`);
  } catch {
    return '';
  }
}

function entryOf(path: string, stat: fs.BigIntStats, linkTarget: string): FileEntry {
  return {
    path,
    type: typeOf(stat),
    sizeBytes: Number(stat.size),
    mode: Number(stat.mode) & 0o7777,
    userId: Number(stat.uid),
    groupId: Number(stat.gid),
    modifiedMs: Number(stat.mtimeMs),
    linkTarget,
    error: '',
    version: stat.isFile() ? versionOf(stat) : '',
  };
}

/** The file, its length and its times: whoever writes to it changes one of them. */
function versionOf({ dev, ino, size, mtimeNs, ctimeNs }: fs.BigIntStats): string {
  return createHash('sha256').update([dev, ino, size, mtimeNs, ctimeNs].join(' ')).digest('hex').slice(0, 16);
}
function failedEntry(path: string, error: unknown): FileEntry {
  const reason =
    error instanceof FileError ? error.message : ((error as NodeJS.ErrnoException).code ?? 'cannot be read');
  const nothing = { sizeBytes: 0, mode: 0, userId: 0, groupId: 0, modifiedMs: 0, linkTarget: '', version: '' };
  return { path, type: 'unknown', ...nothing, error: reason };
}
function typeOf(stat: fs.BigIntStats): FileEntry['type'] {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'directory';
  if (stat.isSymbolicLink()) return 'symlink';
  if (stat.isSocket()) return 'socket';
  if (stat.isFIFO()) return 'fifo';
  if (stat.isBlockDevice()) return 'block';
  return stat.isCharacterDevice() ? 'character' : 'unknown';
}

function translate<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileError(path, error);
  }
}
async function translateAsync<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(path, error);
  }
}
function fileError(path: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileError('NOT_FOUND', `${path} is not there`, { cause: error });
    case 'ELOOP':
    case 'EXDEV':
    case 'EAGAIN': // the kernel could not be sure, because of a rename at the same moment
      return new FileError('ESCAPES', `${path} leads out of the root that may be read`, { cause: error });
    case 'ENOSYS':
      return new FileError('UNSUPPORTED', 'this kernel has no openat2(2) (Linux 5.6), without which no file is read', {
        cause: error,
      });
    case 'EISDIR':
      return new FileError('NOT_A_FILE', `${path} is a directory, not a file`, { cause: error });
    default:
      return new FileError('FAILED', `reading ${path}: ${code}`, { cause: error });
  }
}
