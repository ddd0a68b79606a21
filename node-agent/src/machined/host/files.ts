/**
 * Reading files for people, below an allow-list of roots. Pods can mount parts of /var/log and put symbolic links there
 * (CVE-2017-1002101 was of this kind), so a path is never opened by name from /: the kernel resolves it from the root's
 * descriptor and refuses whatever would leave it (openat2 with RESOLVE_BENEATH and RESOLVE_NO_MAGICLINKS).
 */
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

export type FileErrorCode =
  | 'NOT_ALLOWED'
  | 'ESCAPES'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'NOT_A_FILE'
  | 'TOO_LARGE'
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
  /** Regular files only. */
  read(
    path: ResolvedPath,
    range: { readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array>;
  /** A descriptor that does nothing (O_PATH) of whatever is there, to walk on from; the caller closes it. */
  handle(path: ResolvedPath): number;
  /** A descriptor of a regular file, for whoever reads on as it grows; the caller closes it. */
  open(path: ResolvedPath): number;
}

const CHUNK = 256 * 1024;
const MAX_ENTRIES = 100_000;
const MAX_LIST_DEPTH = 32;
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
  const openFile = (path: ResolvedPath): number => {
    const handle = openBeneath(path, O_PATH);
    try {
      const stat = fs.fstatSync(handle);
      if (!stat.isFile()) throw new FileError('NOT_A_FILE', `${path.path} is a ${typeOf(stat)}, not a file`);
      return translate(path.path, () =>
        fs.openSync(`/proc/self/fd/${handle}`, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK),
      );
    } finally {
      fs.closeSync(handle);
    }
  };

  async function* read(path: ResolvedPath, range: { offset: number; limit: number }, signal: AbortSignal) {
    const fd = openFile(path);
    try {
      let position = range.offset;
      let left = range.limit === 0 ? Number.POSITIVE_INFINITY : range.limit;
      while (left > 0 && !signal.aborted) {
        const buffer = Buffer.allocUnsafe(Math.min(CHUNK, left));
        const { bytesRead } = await translateAsync(path.path, () => readAt(fd, buffer, 0, buffer.length, position));
        if (bytesRead === 0) return;
        position += bytesRead;
        left -= bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      fs.closeSync(fd);
    }
  }

  async function* list(path: ResolvedPath, depth: number, signal: AbortSignal): AsyncGenerator<FileEntry> {
    const handle = openBeneath(path, O_PATH | fs.constants.O_NOFOLLOW);
    const budget = { entries: MAX_ENTRIES };
    try {
      const stat = fs.fstatSync(handle);
      yield entryOf(path.path, stat, '');
      if (stat.isDirectory()) yield* children(handle, path.path, Math.min(depth, MAX_LIST_DEPTH), budget, signal);
    } finally {
      fs.closeSync(handle);
    }
  }

  /** Walks by descriptors: what is renamed or replaced under the walk cannot lead it elsewhere. */
  async function* children(
    directory: number,
    path: string,
    depth: number,
    budget: { entries: number },
    signal: AbortSignal,
  ): AsyncGenerator<FileEntry> {
    if (depth <= 0) return;
    const names = await translateAsync(path, () => fs.promises.readdir(`/proc/self/fd/${directory}`));
    for (const name of names.sort()) {
      signal.throwIfAborted();
      if (budget.entries-- <= 0) return;
      const childPath = `${path === '/' ? '' : path}/${name}`;
      let handle: number | undefined;
      try {
        handle = syscalls.openat2(directory, name, {
          flags: O_PATH | fs.constants.O_NOFOLLOW,
          resolve: BENEATH,
        });
        const stat = fs.fstatSync(handle);
        yield entryOf(childPath, stat, stat.isSymbolicLink() ? linkText(directory, name) : '');
        if (stat.isDirectory() && depth > 1) yield* children(handle, childPath, depth - 1, budget, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        yield failedEntry(childPath, error);
      } finally {
        if (handle !== undefined) fs.closeSync(handle);
      }
    }
  }

  return { list, read, open: openFile, handle: (path) => openBeneath(path, O_PATH | fs.constants.O_NOFOLLOW) };
}

/** The text only; it is not followed. */
function linkText(directory: number, name: string): string {
  try {
    return fs.readlinkSync(`/proc/self/fd/${directory}/${name}`);
  } catch {
    return '';
  }
}

function entryOf(path: string, stat: fs.Stats, linkTarget: string): FileEntry {
  return {
    path,
    type: typeOf(stat),
    sizeBytes: stat.size,
    mode: stat.mode & 0o7777,
    userId: stat.uid,
    groupId: stat.gid,
    modifiedMs: Math.trunc(stat.mtimeMs),
    linkTarget,
    error: '',
  };
}
function failedEntry(path: string, error: unknown): FileEntry {
  const reason =
    error instanceof FileError ? error.message : ((error as NodeJS.ErrnoException).code ?? 'cannot be read');
  const nothing = { sizeBytes: 0, mode: 0, userId: 0, groupId: 0, modifiedMs: 0, linkTarget: '' };
  return { path, type: 'unknown', ...nothing, error: reason };
}
function typeOf(stat: fs.Stats): FileEntry['type'] {
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
