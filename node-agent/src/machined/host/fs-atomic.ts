import * as nodeFs from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The file operations on which crash safety rests, one method per system call, so that a test can cut the power after any of them.
 */
export interface AtomicFs {
  mkdirp(path: string, mode: number): void;
  /** Creates or truncates. */
  create(path: string, mode: number): number;
  openDir(path: string): number;
  write(fd: number, data: Uint8Array): void;
  fsync(fd: number): void;
  close(fd: number): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  /** undefined when there is no such file. */
  read(path: string): Uint8Array | undefined;
  /** Asked when the disk is full: true when a piece of what was kept for this is free now. See reserve.ts. */
  makeRoom?(): boolean;
}

export const realAtomicFs: AtomicFs = {
  mkdirp: (path, mode) => void nodeFs.mkdirSync(path, { recursive: true, mode }),
  create: (path, mode) => nodeFs.openSync(path, 'w', mode),
  openDir: (path) => nodeFs.openSync(path, nodeFs.constants.O_RDONLY | nodeFs.constants.O_DIRECTORY),
  write: (fd, data) => {
    for (let offset = 0; offset < data.length; ) offset += nodeFs.writeSync(fd, data, offset);
  },
  fsync: (fd) => nodeFs.fsyncSync(fd),
  close: (fd) => nodeFs.closeSync(fd),
  rename: (from, to) => nodeFs.renameSync(from, to),
  unlink: (path) => nodeFs.rmSync(path, { force: true }),
  read: (path) => {
    try {
      return nodeFs.readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
};

export interface AtomicOptions {
  /** Default 0600: most of what is stored here is nobody else's business. */
  readonly mode?: number;
  readonly fs?: AtomicFs;
}

/** The one name under which an unfinished write of `path` can be found. Readers never look at it; the next write replaces it. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp`);
}

/**
 * Replaces a file so that a cut at any point leaves the old content or the new one, never a mixture and never none.
 *
 * Guarantees: when it returns, the new content survives a power cut (file and directory are synced).
 * Assumptions: one writer per path; the directory is on a file system whose rename is atomic.
 * Errors: those of the file system, as they are; the old content is then still in place, unless only the last sync failed.
 */
export function writeFileAtomic(path: string, data: string | Uint8Array, options: AtomicOptions = {}): void {
  const fs = options.fs ?? realAtomicFs;
  for (;;) {
    try {
      replaceFile(path, typeof data === 'string' ? Buffer.from(data) : data, options.mode ?? 0o600, fs);
      return;
    } catch (error) {
      // Each turn takes a piece of a reserve that is finite.
      if (!isDiskFull(error) || fs.makeRoom?.() !== true) throw error;
    }
  }
}

function replaceFile(path: string, data: Uint8Array, mode: number, fs: AtomicFs): void {
  const temporary = temporaryName(path);
  fs.mkdirp(dirname(path), 0o755);
  // A leftover of a cut write may have another mode: open(2) applies the mode to new files only.
  fs.unlink(temporary);
  const fd = fs.create(temporary, mode);
  try {
    fs.write(fd, data);
    fs.fsync(fd);
  } catch (error) {
    fs.close(fd);
    fs.unlink(temporary);
    throw error;
  }
  fs.close(fd);
  fs.rename(temporary, path);
  syncDirectory(dirname(path), fs);
}

/** {@link writeFileAtomic} of a value as JSON, indented: people read these files when something is wrong. */
export function writeJsonAtomic(path: string, value: unknown, options: AtomicOptions = {}): void {
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`, options);
}

/** Removes a file and makes its absence durable. No error when it is not there. */
export function removeDurably(path: string, fs: AtomicFs = realAtomicFs): void {
  fs.unlink(path);
  syncDirectory(dirname(path), fs);
}

export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
}

export type ReadResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly message: string };

/**
 * Reads JSON that may be missing or damaged: both are answers here, not exceptions, for the callers have to go on without it.
 * `check` narrows the value or throws, saying what is wrong with it.
 */
export function readJson<T>(path: string, check: (value: unknown) => T, fs: AtomicFs = realAtomicFs): ReadResult<T> {
  const bytes = fs.read(path);
  if (bytes === undefined) return { kind: 'missing' };
  try {
    return { kind: 'ok', value: check(JSON.parse(Buffer.from(bytes).toString('utf8'))) };
  } catch (error) {
    return { kind: 'damaged', message: `${path}: ${(error as Error).message}` };
  }
}

function syncDirectory(path: string, fs: AtomicFs): void {
  const fd = fs.openDir(path);
  try {
    fs.fsync(fd);
  } finally {
    fs.close(fd);
  }
}
