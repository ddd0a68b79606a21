/**
 * The kernel's log: /dev/kmsg where it is the real device, else syslog(2) (in containers /dev/kmsg is a stand-in for the
 * kubelet's sake, and what syslog(2) gives is the log of the kernel that all containers share).
 */
import * as fs from 'node:fs';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Syscalls } from './syscalls.ts';

export interface KernelLine {
  /** Unix ms; 0 when unknown. */
  readonly timeMs: number;
  readonly text: string;
  /** kern, user, daemon … */
  readonly facility: string;
}

export class KernelLogError extends Error {
  override readonly name = 'KernelLogError';
}

export interface KernelLogOptions {
  readonly syscalls: Pick<Syscalls, 'syslog' | 'monotonicNs'>;
  readonly clock: Clock;
  readonly follow: boolean;
  /** Default 0: all that the kernel still has. */
  readonly tailLines?: number;
  /** Between looks for new lines; default 500. */
  readonly pollMs?: number;
  readonly signal: AbortSignal;
  readonly device?: string;
}

const FACILITIES = [
  'kern',
  'user',
  'mail',
  'daemon',
  'auth',
  'syslog',
  'lpr',
  'news',
  'uucp',
  'cron',
  'authpriv',
  'ftp',
];
const POLL_MS = 500;
const MAX_TAIL = 100_000;

/**
 * Oldest line first: those that are there (the last `tailLines` of them; 0: all), then with `follow` those to come.
 * Errors: KernelLogError where neither source is permitted.
 */
export async function* readKernelLog(options: KernelLogOptions): AsyncGenerator<KernelLine> {
  const device = options.device ?? '/dev/kmsg';
  const source = isKernelDevice(device) ? fromDevice(device, options) : fromSyslog(options);
  const tail = Math.min(options.tailLines ?? 0, MAX_TAIL);
  // One reading for both parts: a line that falls out of the kernel's ring in between is missed by none.
  let kept: KernelLine[] | undefined = tail === 0 ? undefined : [];
  for await (const line of source) {
    if (line === CAUGHT_UP) {
      yield* kept?.slice(-tail) ?? [];
      kept = undefined;
    } else if (kept === undefined) yield line;
    else if (kept.push(line) >= tail * 2) kept.splice(0, kept.length - tail);
  }
}

/** Between what was there and what is to come. */
const CAUGHT_UP = Symbol('caught up');
type Source = AsyncGenerator<KernelLine | typeof CAUGHT_UP>;

function isKernelDevice(path: string): boolean {
  try {
    const stat = fs.statSync(path);
    return stat.isCharacterDevice() && stat.rdev === 0x010b; // 1:11, Documentation/admin-guide/devices.txt
  } catch {
    return false;
  }
}

/** Kernel time counts from boot, close to CLOCK_MONOTONIC. */
const wallTime = ({ clock, syscalls }: KernelLogOptions, sinceBootMs: number): number =>
  Math.trunc(clock.now() - Number(syscalls.monotonicNs() / 1_000_000n) + sinceBootMs);

async function* fromDevice(device: string, options: KernelLogOptions): Source {
  let fd: number;
  let caughtUp = false;
  try {
    fd = fs.openSync(device, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  } catch (error) {
    throw notPermitted(error);
  }
  const record = Buffer.alloc(8192); // the longest: one read gives one record
  try {
    while (!options.signal.aborted) {
      let length: number;
      try {
        length = fs.readSync(fd, record);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPIPE') continue; // records were overwritten under us; the next read goes on after the gap
        if (code !== 'EAGAIN') throw notPermitted(error);
        if (!caughtUp) yield CAUGHT_UP;
        caughtUp = true;
        if (!options.follow) return;
        await options.clock.sleep(options.pollMs ?? POLL_MS, options.signal).catch(() => undefined);
        continue;
      }
      const line = parseRecord(record.toString('utf8', 0, length));
      if (line !== undefined) yield { ...line, timeMs: wallTime(options, line.timeMs) };
    }
  } finally {
    fs.closeSync(fd);
  }
}

/** `priority,sequence,microseconds,flags;text`, then lines of a dictionary: Documentation/ABI/testing/dev-kmsg. `timeMs` is since boot. */
export function parseRecord(record: string): KernelLine | undefined {
  const match = /^([0-9]+),[0-9]+,([0-9]+),[^;]*;([^\n]*)/.exec(record);
  if (match === null) return undefined;
  return { timeMs: Number(match[2]) / 1000, text: match[3] ?? '', facility: facilityOf(Number(match[1])) };
}

const READ_ALL = 3;
const SIZE_BUFFER = 10;

/** How much is asked for when little is new: the kernel gives the end of its ring that fits. */
const LOOK_BYTES = 16 * 1024;
const SEEN_LINES = 20;

async function* fromSyslog(options: KernelLogOptions): Source {
  const { syscalls } = options;
  let last: readonly string[] = [];
  let caughtUp = false;
  while (!options.signal.aborted) {
    for (const line of unseen(syscalls, last)) {
      const parsed = parseSyslogLine(line);
      yield { ...parsed, timeMs: parsed.timeMs === 0 ? 0 : wallTime(options, parsed.timeMs) };
      last = [...last, line].slice(-SEEN_LINES);
    }
    if (!caughtUp) yield CAUGHT_UP;
    caughtUp = true;
    if (!options.follow) return;
    await options.clock.sleep(options.pollMs ?? POLL_MS, options.signal).catch(() => undefined);
  }
}

/** The ring is large and looked at often: a short look first, the whole only when what was seen last is not in it. */
function unseen(syscalls: Pick<Syscalls, 'syslog'>, last: readonly string[]): readonly string[] {
  if (last.length > 0) {
    const found = linesAfter(last, snapshot(syscalls, LOOK_BYTES));
    if (found !== undefined) return found;
  }
  return newLines(last, snapshot(syscalls));
}

function snapshot(syscalls: Pick<Syscalls, 'syslog'>, size?: number): string[] {
  try {
    const buffer = Buffer.alloc(size ?? syscalls.syslog(SIZE_BUFFER));
    const length = syscalls.syslog(READ_ALL, buffer);
    return buffer
      .toString('utf8', 0, length)
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    throw notPermitted(error);
  }
}

/** What came after the lines seen last; all of it when they are no longer there. */
export function newLines(seen: readonly string[], lines: readonly string[]): readonly string[] {
  return linesAfter(seen, lines) ?? lines;
}

/** undefined when those seen are not in it. */
function linesAfter(seen: readonly string[], lines: readonly string[]): readonly string[] | undefined {
  if (seen.length === 0) return lines;
  for (let end = lines.length; end >= seen.length; end--) {
    if (seen.every((line, i) => lines[end - seen.length + i] === line)) return lines.slice(end);
  }
  return undefined;
}

/** `<6>[   12.345678] text`; `timeMs` is since boot. */
export function parseSyslogLine(line: string): KernelLine {
  const match = /^<([0-9]+)>(?:\[ *([0-9]+\.[0-9]+)\](?:\[[^\]]*\])? ?)?(.*)$/.exec(line);
  if (match === null) return { timeMs: 0, text: line, facility: 'kern' };
  return { timeMs: Number(match[2] ?? 0) * 1000, text: match[3] ?? '', facility: facilityOf(Number(match[1])) };
}

const facilityOf = (priority: number): string => FACILITIES[priority >> 3] ?? `facility${priority >> 3}`;

function notPermitted(cause: unknown): KernelLogError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  return new KernelLogError(
    `reading the kernel's log: ${code}; the node needs CAP_SYSLOG (in a container: the capability SYSLOG, and no seccomp profile that bars syslog(2))`,
    { cause },
  );
}
