/** Processors and load, from proc(5): how time was spent, how much waits. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decimal, int32, wholeNumber } from './numbers.ts';

/** ms since the kernel's boot. */
export interface CpuTimes {
  readonly userMs: number;
  readonly niceMs: number;
  readonly systemMs: number;
  readonly idleMs: number;
  readonly ioWaitMs: number;
  readonly interruptMs: number;
  readonly softInterruptMs: number;
  readonly stealMs: number;
}

export interface CpuStat {
  readonly total: CpuTimes;
  readonly byProcessor: ReadonlyMap<number, CpuTimes>;
  readonly bootTimeMs: number;
  readonly contextSwitches: number;
  readonly interrupts: number;
  readonly processesCreated: number;
  readonly processesRunning: number;
  readonly processesBlocked: number;
}

/** USER_HZ: 100 on every architecture that Node runs on; sysconf(3) is not to be had here. */
const MS_PER_TICK = 10;

function cpuTimes(ticks: string): CpuTimes {
  const [user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, interrupt = 0, softInterrupt = 0, steal = 0] = ticks
    .trim()
    .split(/\s+/)
    .map((field) => wholeNumber(field) * MS_PER_TICK);
  return {
    userMs: user,
    niceMs: nice,
    systemMs: system,
    idleMs: idle,
    ioWaitMs: ioWait,
    interruptMs: interrupt,
    softInterruptMs: softInterrupt,
    stealMs: steal,
  };
}

/** /proc/stat: proc_stat(5). What is missing is 0. */
export function parseCpuStat(text: string): CpuStat {
  const byProcessor = new Map<number, CpuTimes>();
  for (const [, number, ticks] of text.matchAll(/^cpu([0-9]{1,5}) +(.*)$/gm)) {
    byProcessor.set(Number(number), cpuTimes(ticks ?? ''));
  }
  const counter = (name: string) => wholeNumber(new RegExp(`^${name} ([0-9]+)`, 'm').exec(text)?.[1] ?? '');
  return {
    total: cpuTimes(/^cpu +(.*)$/m.exec(text)?.[1] ?? ''),
    byProcessor,
    bootTimeMs: counter('btime') * 1000,
    contextSwitches: counter('ctxt'),
    interrupts: counter('intr'),
    processesCreated: counter('processes'),
    processesRunning: counter('procs_running'),
    processesBlocked: counter('procs_blocked'),
  };
}

export interface ProcessorInfo {
  readonly number: number;
  readonly model: string;
  readonly frequencyHz: number;
  readonly core: number;
  readonly socket: number;
}

/** /proc/cpuinfo: a paragraph for each processor. Models are named on x86; arm64 has numbers only, shown as they are. */
export function parseCpuInfo(text: string): readonly ProcessorInfo[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const field = (name: string) => new RegExp(`^${name}\\s*:[ \\t]*(.*)$`, 'm').exec(paragraph)?.[1]?.trim() ?? '';
    const number = /^[0-9]{1,5}$/.exec(field('processor'));
    if (number === null) return [];
    const part = field('CPU part');
    const megahertz = /^[0-9]{1,6}(\.[0-9]+)?$/.exec(field('cpu MHz'))?.[0] ?? '0';
    return {
      number: Number(number[0]),
      model: field('model name') || (part === '' ? '' : `implementer ${field('CPU implementer')} part ${part}`),
      frequencyHz: Math.round(Number(megahertz) * 1e6),
      core: int32(field('core id')),
      socket: int32(field('physical id')),
    };
  });
}

export interface Load {
  readonly load1m: number;
  readonly load5m: number;
  readonly load15m: number;
  readonly runnable: number;
  readonly tasks: number;
}

/** /proc/loadavg: proc_loadavg(5). What is missing is 0. */
export function parseLoad(text: string): Load {
  const [one = '', five = '', fifteen = '', tasks = ''] = text.trim().split(/\s+/);
  const [runnable = '', total = ''] = tasks.split('/');
  return {
    load1m: decimal(one),
    load5m: decimal(five),
    load15m: decimal(fifteen),
    runnable: int32(runnable),
    tasks: int32(total),
  };
}

export interface PressureShare {
  readonly percent10s: number;
  readonly percent60s: number;
  readonly percent300s: number;
  readonly totalUs: number;
}
export interface Pressure {
  readonly some: PressureShare | undefined;
  readonly full: PressureShare | undefined;
}

/** A file of /proc/pressure; undefined where the kernel does not count (no CONFIG_PSI, psi=0): the file is missing then. */
export function parsePressure(text: string): Pressure | undefined {
  const share = (name: string): PressureShare | undefined => {
    const line = new RegExp(`^${name} avg10=(\\S+) avg60=(\\S+) avg300=(\\S+) total=(\\S+)$`, 'm').exec(text);
    if (line === null) return undefined;
    const [, ten = '', sixty = '', threeHundred = '', total = ''] = line;
    return {
      percent10s: decimal(ten),
      percent60s: decimal(sixty),
      percent300s: decimal(threeHundred),
      totalUs: wholeNumber(total),
    };
  };
  const [some, full] = [share('some'), share('full')];
  return some === undefined && full === undefined ? undefined : { some, full };
}

export async function readCpu(procRoot = '/proc') {
  const [stat, info] = await Promise.all(
    ['stat', 'cpuinfo'].map((name) => readFile(join(procRoot, name), 'utf8').catch(() => '')),
  );
  return { stat: parseCpuStat(stat ?? ''), processors: parseCpuInfo(info ?? '') };
}

export async function readLoad(procRoot = '/proc') {
  const text = (name: string) => readFile(join(procRoot, name), 'utf8').catch(() => '');
  const [load, cpu, memory, io] = await Promise.all(
    ['loadavg', 'pressure/cpu', 'pressure/memory', 'pressure/io'].map(text),
  );
  return {
    ...parseLoad(load ?? ''),
    cpu: parsePressure(cpu ?? ''),
    memory: parsePressure(memory ?? ''),
    io: parsePressure(io ?? ''),
  };
}
