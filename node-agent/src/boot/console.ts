import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type InitExit, isOrderly } from '../machined/host/reboot.ts';
import type { AttemptEnding } from '../machined/machine/types.ts';

const EVIDENCE_LINES = 50;
const EVIDENCE_LINE_LENGTH = 1000;
const TAIL_BYTES = 64 * 1024;

/** The end of the trial's console, as evidence: bounded in lines and in their length, control characters taken out. */
export function lastLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => clean(line).slice(0, EVIDENCE_LINE_LENGTH));
  return lines.filter((line) => line !== '').slice(-EVIDENCE_LINES);
}

function clean(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the agent's output may hold anything, a reader's terminal must not
  return line.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** The last 64 KiB of a file; '' when there is none. */
export function readTail(path: string): string {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  try {
    const { size } = fstatSync(fd);
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    const read = readSync(fd, buffer, 0, buffer.length, Math.max(0, size - buffer.length));
    return buffer.toString('utf8', 0, read);
  } finally {
    closeSync(fd);
  }
}

/**
 * How the init of an attempt ended, from the last thing on its console.
 *
 * Nothing inside the pid namespace outlives its init, so no process of ours can see machined end and still write it down: the guard
 * dies with them. But tini is that init, and with verbosity 2 it says `Main child exited …` after it has seen its child go and before
 * it goes itself. So the line is there exactly when the agent ended by itself (exit, throw, signal, missing program), and absent when
 * init was killed from outside, which is what a pulled plug is. The one gap is an init that could not be executed at all; Node says
 * that before it aborts.
 */
export function initExit(console: string): InitExit | undefined {
  const said = console.split('\n').findLast((line) => line.startsWith('[INFO  tini (1)]'));
  const exited = said?.match(/Main child exited normally \(with status '(\d+)'\)/);
  if (exited) return { kind: 'exited', code: Number(exited[1]) };
  const killed = said?.match(/Main child exited with signal \(with signal '([^']*)'\)/);
  if (killed) return { kind: 'killed', signal: killed[1] ?? 'unknown' };
  // Without "Spawned child process" there never was an init.
  if (said === undefined && /process\.execve failed/.test(console)) return { kind: 'exited', code: 127 };
  return undefined;
}

export function attemptEnding(exit: InitExit | undefined): AttemptEnding {
  // An orderly end without a verdict (a stop from outside, a reboot asked for) says nothing about the image.
  return exit === undefined || isOrderly(exit) ? 'power-lost' : 'crashed';
}

export function describeExit(exit: InitExit): string {
  return exit.kind === 'exited' ? `exited with status ${exit.code}` : `was killed by the signal "${exit.signal}"`;
}
