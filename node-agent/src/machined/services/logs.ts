/**
 * One log: a file of lines `<RFC 3339 time> <text>`, rotated once to `.1`. The time is ours, since each program writes its own kind
 * (klog has no year) and readers ask for "since".
 */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogSink } from '../machine/types.ts';

export interface LogRecord {
  /** Unix ms; 0 when the line bears no time. */
  readonly timeMs: number;
  readonly line: Uint8Array;
}

export interface LogFile extends LogSink {
  /** A line that has a time of its own, Unix ms; without its line end. */
  record(timeMs: number, line: Uint8Array): void;
  /** Writes an unfinished last line as a line. */
  flush(): void;
  close(): void;
  /** Resolves at the next line, or when the signal fires. */
  grown(signal: AbortSignal): Promise<void>;
}

/** 5 MiB a file, two files a service: all services of a node stay below 100 MiB. */
export const defaultLogLimit = 5 * 1024 * 1024;
const maxLineBytes = 16 * 1024;
const newline = 0x0a;

/**
 * Opens (appends to) the log at `path`.
 *
 * Guarantees: lines are whole and in order; the file never grows over `limitBytes` by more than one line; a full disk
 * loses lines but never throws into the program's output. Writes are synchronous: they end in the page cache, and what
 * a failing boot printed last must be there when this process is gone. Nothing is synced: a power cut may take what the
 * kernel had not written back yet.
 */
export const openLog = (
  path: string,
  { now, limitBytes = defaultLogLimit }: { readonly now: () => number; readonly limitBytes?: number },
): LogFile => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let size = 0;
  const open = (): number => {
    const opened = openSync(path, 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  };
  /** None after a rotation that failed: its number may be another file's by now. */
  let fd: number | undefined = open();
  let partial: Buffer = Buffer.alloc(0);
  let closed = false;
  /** The disk took only a part of the last line. */
  let torn = false;
  const wake = new Set<() => void>();

  const closeFile = (): void => {
    const old = fd;
    fd = undefined;
    if (old !== undefined) closeSync(old);
  };
  const writeLine = (timeMs: number, line: Uint8Array): void => {
    if (closed) return;
    const time = `${torn ? '\n' : ''}${new Date(timeMs).toISOString()} `;
    const record = Buffer.concat([Buffer.from(time), line, Buffer.from([newline])]);
    try {
      fd ??= open();
      if (size > 0 && size + record.length > limitBytes) {
        closeFile();
        renameSync(path, `${path}.1`);
        fd = open();
      }
      const written = writeSync(fd, record);
      size += written;
      torn = written < record.length;
    } catch {
      // ENOSPC, EIO: the service matters more than its log.
    }
    for (const waiter of [...wake]) waiter();
  };

  return {
    path,
    write(chunk) {
      let rest = partial.length === 0 ? Buffer.from(chunk) : Buffer.concat([partial, chunk]);
      for (;;) {
        const end = rest.indexOf(newline);
        if (end < 0 && rest.length <= maxLineBytes) break;
        const cut = end < 0 || end > maxLineBytes ? maxLineBytes : end;
        writeLine(now(), rest.subarray(0, cut));
        rest = rest.subarray(cut === end ? cut + 1 : cut);
      }
      partial = rest;
    },
    record: (timeMs, line) => writeLine(timeMs, line.subarray(0, maxLineBytes)),
    flush() {
      if (partial.length > 0) writeLine(now(), partial);
      partial = Buffer.alloc(0);
    },
    close() {
      this.flush();
      closed = true;
      closeFile();
    },
    grown: (signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          wake.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        wake.add(done);
        signal.addEventListener('abort', done, { once: true });
        if (signal.aborted) done();
      }),
  };
};

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const TIME_LENGTH = 24;

export const parseLogLine = (bytes: Uint8Array): LogRecord => {
  const time = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, TIME_LENGTH)).toString('latin1');
  if (!TIME.test(time)) return { timeMs: 0, line: bytes };
  return {
    timeMs: Date.parse(time),
    line: bytes.subarray(bytes[TIME_LENGTH] === 0x20 ? TIME_LENGTH + 1 : TIME_LENGTH),
  };
};
