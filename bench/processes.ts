/** Memory of processes, as the kernel of this host counts it. */
import { readdir, readFile } from 'node:fs/promises';

export interface Memory {
  /** Pages of its own and shared ones. */
  readonly rssBytes: number;
  /** Each shared page is divided among those that share it: what a process adds to the machine. */
  readonly pssBytes: number;
}

export const NO_MEMORY: Memory = { rssBytes: 0, pssBytes: 0 };

export function addMemory(a: Memory, b: Memory): Memory {
  return { rssBytes: a.rssBytes + b.rssBytes, pssBytes: a.pssBytes + b.pssBytes };
}

/** /proc/<pid>/smaps_rollup, see proc_pid_smaps(5). Errors: a text without its two fields. */
export function parseSmapsRollup(text: string): Memory {
  const field = (name: string): number => {
    const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text);
    if (match?.[1] === undefined) throw new Error(`smaps_rollup without ${name}`);
    return Number(match[1]) * 1024;
  };
  return { rssBytes: field('Rss'), pssBytes: field('Pss') };
}

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: readonly string[];
}

/** The parent in /proc/<pid>/stat. The name before it may hold blanks and parentheses of its own. */
export function parseParent(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** USER_HZ: 100 on every architecture that Node runs on; sysconf(3) is not to be had here. */
const TICK_MS = 10;

/** What a process and its threads, those that have ended included, have taken of processors, in /proc/<pid>/stat; ms. */
export function parseCpuMs(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

export function descendants(processes: readonly Process[], root: number): readonly Process[] {
  const children = Map.groupBy(processes, ({ parent }) => parent);
  const found: Process[] = [];
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const here = children.get(pid) ?? [];
    found.push(...here);
    queue.push(...here.map((child) => child.pid));
  }
  return found;
}

/** Processes that end while they are being read are left out. */
export async function listProcesses(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const read = async (pid: number): Promise<readonly Process[]> => {
    try {
      const [stat, command] = await Promise.all([
        readFile(`/proc/${pid}/stat`, 'utf8'),
        readFile(`/proc/${pid}/cmdline`, 'utf8'),
      ]);
      return [{ pid, parent: parseParent(stat), command: command.split('\0').filter((part) => part !== '') }];
    } catch {
      return [];
    }
  };
  return (await Promise.all(pids.map(read))).flat();
}

/** undefined for a process that has ended. */
export async function cpuMsOf(pid: number): Promise<number | undefined> {
  try {
    return parseCpuMs(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** undefined for a process that has ended. Errors: EACCES for a process of another user's, unless by root. */
export async function memoryOf(pid: number): Promise<Memory | undefined> {
  try {
    return parseSmapsRollup(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ESRCH';
}
