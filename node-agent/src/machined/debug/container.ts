/**
 * One debug container: runc in the foreground. Not a sandbox of containerd's CRI, which the kubelet would take for a pod that it does
 * not know, and remove.
 *
 * With a terminal runc is given one of ours as its own: it makes that raw, makes the container's, which is its program's controlling
 * terminal, and copies between the two; a change of size is told to it by SIGWINCH, as any terminal does. So the container's side never has to
 * be handed over a socket.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Pipes, Processes } from '../host/processes.ts';
import { openPty, type Pty, type TerminalSize } from '../host/pty.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { HostPaths } from '../machine/types.ts';
import { pidFrom, runc, runcState } from '../services/container.ts';

export interface DebugContainerDeps {
  readonly paths: HostPaths;
  readonly processes: Processes;
  readonly syscalls: Pick<Syscalls, 'ioctl'>;
  readonly clock: Pick<Clock, 'sleep'>;
}

export interface DebugContainer {
  readonly streams: readonly { readonly name: 'stdout' | 'stderr'; readonly stream: Readable }[];
  /** The program's exit code; 128 + the signal that ended it. */
  readonly exited: Promise<number>;
  /** Resolves when it has been taken; what a program that has ended is given is thrown away. */
  type(data: Uint8Array, signal: AbortSignal): Promise<void>;
  /** Nothing more will be typed: the end of a pipe. A terminal has no such end. */
  endInput(): void;
  resize(size: TerminalSize): void;
  /** Ends every process of the container. */
  kill(): Promise<void>;
}

const KILLED = 137;

/**
 * Runs what `bundle` holds: config.json is written here, the root is there already.
 * Errors: RpcError with runc's own words, when the program could not be started.
 */
export async function startDebugContainer(
  deps: DebugContainerDeps,
  options: {
    readonly id: string;
    readonly bundle: string;
    readonly spec: object;
    readonly terminal: TerminalSize | undefined;
  },
): Promise<DebugContainer> {
  const { processes, clock } = deps;
  const { id, bundle, terminal } = options;
  const command = [runc, '--root', runcState(deps.paths)] as const;
  const [log, pidFile] = [join(bundle, 'runc.log'), join(bundle, 'pid')];
  writeFileSync(join(bundle, 'config.json'), JSON.stringify(options.spec), { mode: 0o600 });
  const argv = [
    ...command,
    ...['--log', log, '--log-format', 'json'],
    ...['run', '--bundle', bundle, '--pid-file', pidFile, id],
  ] as const;

  let pty: Pty | undefined;
  let pipes: Pipes | undefined;
  const start = async () => {
    if (terminal === undefined) {
      return processes.attach({
        argv,
        pipes: (given) => {
          pipes = given;
          // Of a program that has ended Node throws away what nobody listens for, and it may end before anybody can.
          for (const stream of [given.stdout, given.stderr]) stream.on('readable', () => {});
        },
      });
    }
    pty = openPty(deps.syscalls, clock, terminal);
    try {
      return await processes.attach({ argv, terminal: pty.terminal });
    } finally {
      pty.handedOver();
    }
  };
  const kill = async (): Promise<void> => {
    // Its processes are the node's own for the kernel: runc finds them by their control group.
    await processes.run({ argv: [...command, 'delete', '--force', id] }).catch(() => undefined);
  };
  try {
    const outer = await start();
    // A program that does not read, or has ended: no error of ours.
    pipes?.stdin.on('error', () => {});
    if ((await pidFrom(pidFile, outer, clock)) === undefined) {
      await kill();
      const message = `the container did not start: ${lastWords(log) ?? 'runc ended without a word'}`;
      throw new RpcError('FAILED_PRECONDITION', message, { reason: 'CONTAINER_NOT_STARTED' });
    }
    const end = pty;
    return {
      streams:
        pipes === undefined
          ? [{ name: 'stdout', stream: (end as Pty).output }]
          : [
              { name: 'stdout', stream: pipes.stdout },
              { name: 'stderr', stream: pipes.stderr },
            ],
      exited: outer.exited.then(({ code }) => code ?? KILLED),
      type: async (data, signal) => (end === undefined ? feed(pipes as Pipes, data, signal) : end.type(data, signal)),
      endInput: () => pipes?.stdin.end(),
      resize(size) {
        if (end === undefined) return;
        end.resize(size);
        outer.kill('SIGWINCH');
      },
      async kill() {
        await kill();
        outer.kill('SIGKILL');
        await outer.exited;
        await end?.close();
      },
    };
  } catch (error) {
    await pty?.close();
    throw error;
  }
}

async function feed({ stdin }: Pipes, data: Uint8Array, signal: AbortSignal): Promise<void> {
  if (stdin.destroyed || stdin.writableEnded || stdin.write(data)) return;
  let done: () => void = () => {};
  try {
    await new Promise<void>((resolve) => {
      done = resolve;
      for (const event of ['drain', 'close', 'error']) stdin.on(event, done);
      signal.addEventListener('abort', done, { once: true });
    });
  } finally {
    for (const event of ['drain', 'close', 'error']) stdin.off(event, done);
    signal.removeEventListener('abort', done);
  }
}

/** What runc said last in its log, which is lines of JSON. */
function lastWords(path: string): string | undefined {
  try {
    const line = readFileSync(path, 'utf8').trim().split('\n').at(-1) ?? '';
    const { msg } = JSON.parse(line) as { readonly msg?: unknown };
    if (typeof msg !== 'string') return undefined;
    return msg.replace(/^runc run failed: /, '').replace(/^unable to start container process: /, '');
  } catch {
    return undefined;
  }
}

/** An empty place for a container of that id. */
export function emptyBundle(directory: string, id: string): { readonly bundle: string; readonly rootfs: string } {
  const bundle = join(directory, id);
  const rootfs = join(bundle, 'rootfs');
  rmSync(bundle, { recursive: true, force: true });
  mkdirSync(rootfs, { recursive: true, mode: 0o755 });
  return { bundle, rootfs };
}
