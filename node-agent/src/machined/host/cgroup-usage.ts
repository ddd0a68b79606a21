/** What control groups use: cgroup v1 and v2 read alike. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface GroupUsage {
  /** Below the root of the hierarchy, e.g. /kubepods/burstable/pod…/…. */
  readonly path: string;
  /** User + system of the group and those below it, since it was made. */
  readonly cpuTimeUs: number;
  /** Working set as the kubelet reckons it: usage without the page cache that the kernel would drop first. */
  readonly memoryBytes: number;
  /** 0: none. */
  readonly memoryLimitBytes: number;
  /** Of the group and those below it. */
  readonly processes: number;
  /** Of the group itself, in the order of their numbers. */
  readonly pids: readonly number[];
}

const ROOT = '/sys/fs/cgroup';
/** v1 says "no limit" with the largest page-aligned number. */
const NO_LIMIT = 2 ** 62;
/** A kubelet's groups are four deep; a container that makes groups of its own is not looked into. */
const DEPTH = 4;

/**
 * The groups below `paths`, each parent before its children. Guarantees: a group that goes meanwhile is left out, never an error.
 */
export async function readGroups(
  paths: readonly string[],
  signal: AbortSignal,
  root = ROOT,
): Promise<readonly GroupUsage[]> {
  const unified = existsSync(join(root, 'cgroup.controllers'));
  const tree = unified ? root : join(root, 'memory');
  const found: GroupUsage[] = [];
  const visit = async (path: string, depth: number): Promise<number> => {
    signal.throwIfAborted();
    const own = await (unified ? readUnified(root, path) : readLegacy(root, path));
    if (own === undefined) return 0;
    const at = found.push(own) - 1;
    let processes = own.pids.length;
    const entries = depth === 0 ? [] : await readdir(join(tree, path), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory()) processes += await visit(join(path, entry.name), depth - 1);
    }
    found[at] = { ...own, processes };
    return processes;
  };
  for (const path of paths) await visit(path, DEPTH);
  return found;
}

async function readUnified(root: string, path: string): Promise<GroupUsage | undefined> {
  const text = reader(join(root, path));
  const [cpu, current, stat, limit, pids] = await Promise.all([
    text('cpu.stat'),
    text('memory.current'),
    text('memory.stat'),
    text('memory.max'),
    text('cgroup.procs'),
  ]);
  if (pids === undefined) return undefined;
  return {
    path,
    cpuTimeUs: field(cpu, 'usage_usec'),
    memoryBytes: Math.max(0, number(current) - field(stat, 'inactive_file')),
    memoryLimitBytes: number(limit), // "max" is no number
    ...processesOf(pids),
  };
}

async function readLegacy(root: string, path: string): Promise<GroupUsage | undefined> {
  const memory = reader(join(root, 'memory', path));
  const [nanoseconds, usage, stat, limit, pids] = await Promise.all([
    reader(join(root, 'cpuacct', path))('cpuacct.usage'),
    memory('memory.usage_in_bytes'),
    memory('memory.stat'),
    memory('memory.limit_in_bytes'),
    memory('cgroup.procs'),
  ]);
  if (pids === undefined) return undefined;
  return {
    path,
    cpuTimeUs: Math.round(number(nanoseconds) / 1_000),
    memoryBytes: Math.max(0, number(usage) - field(stat, 'total_inactive_file')),
    memoryLimitBytes: number(limit) > NO_LIMIT ? 0 : number(limit),
    ...processesOf(pids),
  };
}

const reader = (directory: string) => (name: string) => readFile(join(directory, name), 'utf8').catch(() => undefined);

const number = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isFinite(value) ? value : 0;
};

const field = (text: string | undefined, name: string): number =>
  number(new RegExp(`^${name} ([0-9]+)$`, 'm').exec(text ?? '')?.[1]);

const processesOf = (text: string): Pick<GroupUsage, 'pids' | 'processes'> => {
  const pids = text.split('\n').filter(Boolean).map(Number);
  return { pids: pids.sort((a, b) => a - b), processes: pids.length };
};
