import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256File } from './digest.ts';

/** Where an asset's file came from. */
export type Origin = 'directory' | 'cache' | 'release' | 'build' | 'mirror' | 'snapshot';

interface Entry {
  readonly sha256: string;
  readonly size: number;
  readonly origin: Origin;
}

/**
 * Files by recipe, checked by content.
 *
 * Shape: `entries/<name>-<key>.json` says which content a recipe had, `files/<sha256>/<name>` holds it. An entry is
 * written after its file, both by rename, and a file's place is its content's: two runs that make different bytes for
 * one recipe never mix them.
 * Guarantees: `find` returns only a file whose content is what was put there; anything else is taken away and counts
 * as not there.
 */
export class AssetCache {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  lockPath(name: string): string {
    return join(this.#root, 'locks', `${name}.lock`);
  }

  /** A directory of the caller's own, on the cache's file system; removed by `work`'s end. */
  async withScratch<T>(work: (directory: string) => Promise<T>): Promise<T> {
    const tmp = join(this.#root, 'tmp');
    const directory = join(tmp, `${process.pid}-${randomUUID()}`);
    await mkdir(directory, { recursive: true });
    await removeAbandoned(tmp);
    try {
      return await work(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** Where the download of `id` may leave its beginning for a later run to go on with. */
  async partialPath(id: string): Promise<string> {
    const directory = join(this.#root, 'partial');
    await mkdir(directory, { recursive: true });
    return join(directory, id);
  }

  async find(name: string, key: string, signal?: AbortSignal): Promise<{ path: string; origin: Origin } | null> {
    const entryPath = this.#entryPath(name, key);
    const entry = await readEntry(entryPath);
    if (entry === null) {
      return null;
    }
    const path = this.#filePath(entry.sha256, name);
    const size = await stat(path).then(
      (s) => s.size,
      () => -1,
    );
    if (size === entry.size && (await sha256File(path, signal)) === entry.sha256) {
      return { path, origin: entry.origin };
    }
    await rm(entryPath, { force: true });
    await rm(path, { force: true });
    return null;
  }

  /** Takes `source` (a file on any file system; moved where it can be) into the cache. Returns its path there. */
  async put(name: string, key: string, source: string, origin: Origin): Promise<string> {
    const sha256 = await sha256File(source);
    const { size } = await stat(source);
    const path = this.#filePath(sha256, name);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    try {
      await rename(source, draft).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EXDEV') {
          throw error;
        }
        return copyFile(source, draft);
      });
      await chmod(draft, 0o755);
      await sync(draft);
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
    const entryPath = this.#entryPath(name, key);
    await mkdir(dirname(entryPath), { recursive: true });
    const entryDraft = `${entryPath}.${randomUUID()}`;
    const entry: Entry = { sha256, size, origin };
    const file = await open(entryDraft, 'wx');
    try {
      await file.writeFile(`${JSON.stringify(entry)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(entryDraft, entryPath);
    return path;
  }

  #entryPath(name: string, key: string): string {
    return join(this.#root, 'entries', `${name}-${key}.json`);
  }

  #filePath(sha256: string, name: string): string {
    return join(this.#root, 'files', sha256, name);
  }
}

/** Scratch directories of processes that were killed: they can be gigabytes. */
async function removeAbandoned(tmp: string): Promise<void> {
  for (const name of await readdir(tmp)) {
    const alive = await stat(`/proc/${Number.parseInt(name, 10)}`).then(
      () => true,
      () => false,
    );
    if (!alive) {
      await rm(join(tmp, name), { recursive: true, force: true });
    }
  }
}

async function readEntry(path: string): Promise<Entry | null> {
  try {
    const entry = JSON.parse(await readFile(path, 'utf8')) as Entry;
    return /^[0-9a-f]{64}$/.test(entry.sha256) ? entry : null;
  } catch {
    // Not there, or torn by a crash: both mean that it has to be made again.
    return null;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
