import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { LogSink, RunningProcess } from '../machine/types.ts';
import { enterGroup, SERVICE_GROUPS } from './cgroups.ts';

/**
 * Starts programs and knows which run. Every program that machined starts goes through here, so that an orderly stop can say what is left.
 *
 * Zombies are not our business: tini is PID 1 and reaps what is orphaned, Node reaps its own children. A `waitpid(-1)` here would
 * steal the exit statuses that Node waits for.
 */
export interface Processes {
  spawn(command: Command): Promise<RunningProcess>;
  /** The same with its standard streams in the caller's hands. */
  attach(command: AttachedCommand): Promise<RunningProcess>;
  /** Runs a short program to its end. Rejects unless it exits with 0, with the end of its stderr in the message. */
  run(
    command: Omit<Command, 'log' | 'stdout'> & { readonly input?: string; readonly signal?: AbortSignal },
  ): Promise<string>;
  running(): readonly { readonly pid: number; readonly argv: readonly string[] }[];
}

export interface Command {
  readonly argv: readonly [string, ...string[]];
  /** The whole environment; nothing is inherited but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Name of a control group of its own, for `spawn`: what it uses is told apart (host/cgroup-usage.ts). */
  readonly group?: string;
  /** Takes stdout and stderr. */
  readonly log: Pick<LogSink, 'write'>;
  /** Is given stdout instead, to read it at its own pace. */
  readonly stdout?: (stream: Readable) => void;
}

export type AttachedCommand = Omit<Command, 'log' | 'stdout'> &
  (
    | { /** All three are this open file. */ readonly terminal: number }
    | { /** Is given them before the program can have ended. */ readonly pipes: (pipes: Pipes) => void }
  );

export interface Pipes {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const RUN_OUTPUT_LIMIT = 1 << 20;
/** How long after its exit a program's output is waited for: a child of its own may hold the pipe for ever. */
const LATE_OUTPUT_MS = 1_000;

/** 'exit' comes when the process is gone, 'close' when the last of its output has been read: the order is not said. */
async function closedSoonAfter(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await exited;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LATE_OUTPUT_MS);
  });
  await Promise.race([closed, late]);
  clearTimeout(timer);
}

export function processes(): Processes {
  const alive = new Map<number, readonly string[]>();

  async function start(
    command: Omit<Command, 'log'>,
    stdio: 'pipe' | number = 'pipe',
  ): Promise<{ child: ChildProcess; running: RunningProcess }> {
    const [program, ...args] = command.argv;
    const child = spawn(program, args, {
      env: { PATH, ...command.env },
      cwd: command.cwd ?? '/',
      stdio: [stdio, stdio, stdio],
      // A process group of its own: a signal to machined's group is for machined to pass on, in order.
      detached: true,
      ...(command.uid === undefined ? {} : { uid: command.uid }),
      ...(command.gid === undefined ? {} : { gid: command.gid }),
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => reject(new Error(`Could not start ${program}: ${cause.message}`, { cause })));
    });
    const pid = child.pid as number;
    alive.set(pid, command.argv);
    const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      child.once('exit', (code, signal) => {
        alive.delete(pid);
        resolve({ code, signal });
      });
    });
    const running: RunningProcess = {
      pid,
      exited,
      logged: closedSoonAfter(child, exited),
      kill: (signal) => {
        // After the exit the pid may be another's: the registry, not the kernel, says whether it is still ours.
        if (alive.has(pid)) child.kill(signal);
      },
    };
    return { child, running };
  }

  return {
    async spawn(command) {
      const { child, running } = await start(command);
      if (command.group !== undefined) countApart(command.group, running.pid);
      child.stdin?.end();
      if (command.stdout !== undefined && child.stdout !== null) command.stdout(child.stdout);
      else child.stdout?.on('data', (chunk: Uint8Array) => command.log.write(chunk));
      child.stderr?.on('data', (chunk: Uint8Array) => command.log.write(chunk));
      return running;
    },
    async attach(command) {
      if ('terminal' in command) return (await start(command, command.terminal)).running;
      const { child, running } = await start(command);
      // Always there: it was started with pipes.
      if (child.stdin && child.stdout && child.stderr) {
        command.pipes({ stdin: child.stdin, stdout: child.stdout, stderr: child.stderr });
      }
      return running;
    },
    async run(command) {
      command.signal?.throwIfAborted();
      const { child, running } = await start(command);
      const output: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const) {
        child[name]?.setEncoding('utf8').on('data', (text: string) => {
          output[name] = (output[name] + text).slice(-RUN_OUTPUT_LIMIT);
        });
      }
      const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
      const abort = () => running.kill('SIGKILL');
      command.signal?.addEventListener('abort', abort, { once: true });
      // It may have been aborted while the program was being started: no event comes for that.
      if (command.signal?.aborted) abort();
      // A program that does not read its input is no error of ours.
      child.stdin?.on('error', () => {});
      child.stdin?.end(command.input ?? '');
      const { code, signal } = await running.exited;
      await closed;
      command.signal?.removeEventListener('abort', abort);
      command.signal?.throwIfAborted();
      if (code === 0) return output.stdout;
      const how = code === null ? `was killed by ${signal}` : `exited with ${code}`;
      throw new Error(`${command.argv.join(' ')} ${how}: ${output.stderr.trim().slice(-2000)}`);
    },
    running: () => [...alive].map(([pid, argv]) => ({ pid, argv })),
  };
}

/** Counting is a comfort: a host whose groups are not ours to make runs the program all the same. */
function countApart(group: string, pid: number): void {
  try {
    enterGroup(join(SERVICE_GROUPS, group), pid);
  } catch {
    // Its own numbers are read from proc(5) then.
  }
}
