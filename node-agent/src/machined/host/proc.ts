/** Processes and memory, from proc(5). */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { wholeNumber } from './numbers.ts';

export interface ProcessInfo {
  readonly pid: number;
  readonly parentPid: number;
  readonly state: string;
  readonly threads: number;
  readonly cpuTimeMs: number;
  readonly residentBytes: number;
  readonly virtualBytes: number;
  readonly executable: string;
  readonly commandLine: string;
  readonly userId: number;
  readonly cgroup: string;
  /** PSS; 0 where the kernel does not tell, and when it was not asked. */
  readonly proportionalBytes: number;
  /** Since the kernel's boot: with the pid it is one process for ever. */
  readonly startTimeMs: number;
}

export interface ProcessesOptions {
  /** Also read PSS, for which the kernel walks all of a process's memory. Default true. */
  readonly proportional?: boolean;
  readonly procRoot?: string;
}

/** USER_HZ: 100 on every architecture that Node runs on; sysconf(3) is not to be had here. */
const MS_PER_TICK = 10;
const MAX_COMMAND_LINE = 4096;

/** Guarantees: a process that ends meanwhile is left out, never an error. */
export async function readProcesses(
  signal: AbortSignal,
  { proportional = true, procRoot = '/proc' }: ProcessesOptions = {},
): Promise<ProcessInfo[]> {
  const processes: ProcessInfo[] = [];
  for (const pid of await processIds(procRoot)) {
    signal.throwIfAborted();
    const info = await readProcess(procRoot, pid, proportional);
    if (info !== undefined) processes.push(info);
  }
  return processes.sort((a, b) => a.pid - b.pid);
}

export async function processIds(procRoot = '/proc'): Promise<readonly number[]> {
  return (await readdir(procRoot)).filter((name) => /^[0-9]+$/.test(name)).map(Number);
}

async function readProcess(procRoot: string, pid: number, proportional: boolean): Promise<ProcessInfo | undefined> {
  const directory = join(procRoot, String(pid));
  const text = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  const [stat, status, cmdline, rollup, cgroup, executable] = await Promise.all([
    text('stat'),
    text('status'),
    text('cmdline'),
    proportional ? text('smaps_rollup') : '',
    text('cgroup'),
    readlink(join(directory, 'exe')).catch(() => ''),
  ]);
  const parsed = parseStat(stat);
  if (parsed === undefined) return undefined;
  return {
    ...parsed,
    pid,
    residentBytes: kilobytes(status, 'VmRSS'),
    virtualBytes: kilobytes(status, 'VmSize'),
    userId: wholeNumber(/^Uid:\s+([0-9]+)/m.exec(status)?.[1] ?? ''),
    proportionalBytes: kilobytes(rollup, 'Pss'),
    executable: executable.replace(/ \(deleted\)$/, ''),
    commandLine:
      cmdline === '' ? `[${parsed.name}]` : maskCommandLine(cmdline.split('\0').filter((part) => part !== '')),
    cgroup: parseCgroup(cgroup),
  };
}

/** The name is in parentheses and may itself hold any character, parentheses included: proc_pid_stat(5). */
export function parseStat(stat: string):
  | {
      readonly name: string;
      readonly state: string;
      readonly parentPid: number;
      readonly threads: number;
      readonly cpuTimeMs: number;
      readonly startTimeMs: number;
    }
  | undefined {
  const end = stat.lastIndexOf(')');
  if (end < 0) return undefined;
  const fields = stat.slice(end + 2).split(' ');
  const number = (position: number) => wholeNumber(fields[position - 3] ?? ''); // numbered as in the manual, from 1
  return {
    name: stat.slice(stat.indexOf('(') + 1, end),
    state: fields[0] ?? '?',
    parentPid: number(4),
    cpuTimeMs: (number(14) + number(15)) * MS_PER_TICK,
    threads: number(20),
    startTimeMs: number(22) * MS_PER_TICK,
  };
}

const kilobytes = (text: string, field: string): number =>
  wholeNumber(new RegExp(`^${field}:\\s+([0-9]+) kB`, 'm').exec(text)?.[1] ?? '') * 1024;

/** v2's single line, or on v1 the hierarchy that everything is in. */
export function parseCgroup(text: string): string {
  const lines = text.split('\n').map((line) => /^[0-9]+:([^:]*):(.*)$/.exec(line));
  const byName = (test: (controllers: string) => boolean) =>
    lines.find((match) => match !== null && test(match[1] ?? ''))?.[2];
  const unified = byName((controllers) => controllers === '');
  const memory = byName((controllers) => controllers.split(',').includes('memory'));
  return memory ?? unified ?? '';
}

const SECRET_NAME = /(password|passwd|passphrase|secret|token|credential|api[-_]?key|private[-_]?key)/i;
const MASK = '***';

/** Values of arguments that look like secrets become `***`; paths stay, they are how such values should be handed over. */
export function maskCommandLine(argv: readonly string[]): string {
  let hideNext = false;
  const parts = argv.map((argument) => {
    if (hideNext && !argument.startsWith('-')) {
      hideNext = false;
      return argument.startsWith('/') ? argument : MASK;
    }
    hideNext = false;
    const assignment = /^(-{0,2}[A-Za-z0-9_.-]+)=(.*)$/s.exec(argument);
    if (assignment !== null && SECRET_NAME.test(assignment[1]!) && !/^(\/|true$|false$)/.test(assignment[2]!)) {
      return `${assignment[1]}=${MASK}`;
    }
    if (/^--?[A-Za-z]/.test(argument) && !argument.includes('=') && SECRET_NAME.test(argument)) hideNext = true;
    return argument
      .replace(/(:\/\/[^/@:\s]*:)[^@/\s]*@/g, `$1${MASK}@`)
      .replace(/\b(Bearer|Basic) +[A-Za-z0-9._~+/=-]+/gi, `$1 ${MASK}`)
      .replace(/\b[a-z0-9]{6}\.[a-z0-9]{16}\b/g, MASK);
  });
  return parts.join(' ').slice(0, MAX_COMMAND_LINE);
}

/** /proc/meminfo in bytes, by its own names (MemTotal, MemAvailable …). */
export function parseMeminfo(text: string): Readonly<Record<string, number>> {
  const entries = [...text.matchAll(/^([A-Za-z0-9_()]+):\s+([0-9]+)( kB)?$/gm)];
  return Object.fromEntries(
    entries.map(([, name, value, unit]) => [name, wholeNumber(value ?? '') * (unit === undefined ? 1 : 1024)]),
  );
}
export const readMeminfo = async (procRoot = '/proc'): Promise<Readonly<Record<string, number>>> =>
  parseMeminfo(await readFile(join(procRoot, 'meminfo'), 'utf8'));
