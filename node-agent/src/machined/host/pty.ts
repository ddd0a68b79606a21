/**
 * Pseudo-terminals (pty(7)): one side is a terminal to a program, the other reads and writes what a person would.
 *
 * Home-made: node-pty, the npm package for this, is a native add-on that starts the program itself, with a helper program of its own;
 * runc has to be started by us, and what is left is three ioctls.
 */
import { closeSync, constants, openSync, write } from 'node:fs';
import type { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { promisify } from 'node:util';
import type { Clock } from '@talos/lib/control/clock.ts';
import { O_CLOEXEC, type Syscalls } from './syscalls.ts';

/** From asm-generic/ioctls.h: the same on every architecture of ours. */
const TIOCSWINSZ = 0x5414;
const TIOCGPTPEER = 0x5441;
const TIOCSPTLCK = 0x4004_5431;
/** A program that does not read what is typed: how soon it is tried again. */
const BUSY_MS = { first: 5, most: 200 };

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface Pty {
  /** The program's side, to be given to it as its streams. */
  readonly terminal: number;
  /** What the program prints. Closed, without an end, when nobody has the terminal open any more. */
  readonly output: Readable;
  /** Resolves when the terminal has taken it all. Rejects when it is closed or the signal aborts. */
  type(data: Uint8Array, signal: AbortSignal): Promise<void>;
  resize(size: TerminalSize): void;
  /** Once the program has been started: from then on its end is the end of `output`. */
  handedOver(): void;
  close(): Promise<void>;
}

const writeTo = promisify(write);

/** Errors: the kernel's, when it has no terminals left. */
export function openPty(
  syscalls: Pick<Syscalls, 'ioctl'>,
  clock: Pick<Clock, 'sleep'>,
  size: TerminalSize,
  device = '/dev/ptmx',
): Pty {
  // Not blocking: a write to a terminal whose program does not read waits for as long as that takes.
  const master = openSync(device, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const resize = ({ columns, rows }: TerminalSize): void =>
    void syscalls.ioctl(master, TIOCSWINSZ, new Uint8Array(Uint16Array.of(rows, columns, 0, 0).buffer));
  let terminal: number;
  try {
    syscalls.ioctl(master, TIOCSPTLCK, new Uint8Array(4));
    // By ioctl and not by its name in /dev/pts, which may be another file system's.
    terminal = syscalls.ioctl(master, TIOCGPTPEER, constants.O_RDWR | constants.O_NOCTTY | O_CLOEXEC);
    resize(size);
  } catch (error) {
    closeSync(master);
    throw error;
  }
  const output = new ReadStream(master);
  // EIO: the last program has closed its side.
  output.on('error', () => {});
  let held = true;
  let closed = false;
  let typing: Promise<void> = Promise.resolve();
  const typeAll = async (data: Uint8Array, signal: AbortSignal): Promise<void> => {
    let waitMs = BUSY_MS.first;
    for (let at = 0; at < data.length; ) {
      signal.throwIfAborted();
      if (closed) throw new Error('the terminal is closed');
      try {
        const { bytesWritten } = await writeTo(master, data, at);
        at += bytesWritten;
        waitMs = BUSY_MS.first;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
        await clock.sleep(waitMs, signal);
        waitMs = Math.min(waitMs * 2, BUSY_MS.most);
      }
    }
  };
  const handedOver = (): void => {
    if (held) closeSync(terminal);
    held = false;
  };
  return {
    terminal,
    output,
    type(data, signal) {
      const typed = typing.then(() => typeAll(data, signal));
      typing = typed.catch(() => {});
      return typed;
    },
    resize(next) {
      if (!closed) resize(next);
    },
    handedOver,
    async close() {
      closed = true;
      handedOver();
      // The number of a closed file is soon another's.
      await typing;
      output.destroy();
    },
  };
}
