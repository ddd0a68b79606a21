import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Holder {
  readonly pid: number;
  /** The process's start in clock ticks since boot: tells a process from a later one with the same id. */
  readonly started: string;
}

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called once when somebody else holds the lock. */
  readonly onWait?: (pid: number) => void;
  readonly pollMs?: number;
}

/**
 * Runs `work` while holding the lock file `path`. A lock whose process is gone is taken over.
 *
 * Assumptions: the holders see each other in /proc (one machine, one pid namespace).
 * Guarantees: at most one holder, but for one case: two processes that find the same dead holder at the same moment.
 * Those who use it must stay correct then, and do (everything is put in place by rename): the lock saves work, it does
 * not guard the content.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const self: Holder = { pid: process.pid, started: (await processStart(process.pid)) ?? '' };
  let waiting = false;
  while (!(await tryCreate(path, self))) {
    options.signal?.throwIfAborted();
    const holder = await readHolder(path);
    if (holder === 'gone') {
      continue;
    }
    if (holder === 'unreadable' || !(await isAlive(holder))) {
      // Renamed first, so that of several takers only one removes it.
      const stale = `${path}.${randomUUID()}`;
      await rename(path, stale).catch(ignoreMissing);
      await rm(stale, { force: true });
      continue;
    }
    if (!waiting) {
      waiting = true;
      options.onWait?.(holder.pid);
    }
    await sleep(options.pollMs ?? 250, undefined, options.signal ? { signal: options.signal } : {});
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function tryCreate(path: string, self: Holder): Promise<boolean> {
  // Written beside and linked into place, so that nobody ever reads a lock file that is half written.
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o644);
  try {
    await file.writeFile(JSON.stringify(self));
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(path: string): Promise<Holder | 'gone' | 'unreadable'> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Holder;
    return Number.isInteger(holder.pid) ? holder : 'unreadable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unreadable';
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  return (await processStart(holder.pid)) === holder.started;
}

/** Field 22 of /proc/<pid>/stat (proc(5)); null when there is no such process. */
async function processStart(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The command's name (field 2) may hold spaces and parentheses: count from its end.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') {
    throw error;
  }
}
