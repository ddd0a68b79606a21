/**
 * What services print: a file for each in logs/, one line a record `<RFC 3339 time> <text>`, rotated once to `.1`.
 * The time is ours, since each program writes its own kind (klog has no year) and readers ask for "since".
 */
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogSink } from '../machine/types.ts';

export interface LogRecord {
  /** Unix ms; 0 when the line bears no time. */
  readonly timeMs: number;
  readonly line: string;
}

export interface LogFile extends LogSink {
  /** Writes an unfinished last line as a line. */
  flush(): void;
  close(): void;
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
 * a failing boot printed last must be there when this process is gone.
 */
export const openLog = (
  path: string,
  { now, limitBytes = defaultLogLimit }: { readonly now: () => number; readonly limitBytes?: number },
): LogFile => {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  let fd = openSync(path, 'a', 0o600);
  let size = fstatSync(fd).size;
  let partial: Buffer = Buffer.alloc(0);
  let closed = false;

  const writeLine = (line: Uint8Array): void => {
    if (closed) return;
    const record = Buffer.concat([Buffer.from(`${new Date(now()).toISOString()} `), line, Buffer.from([newline])]);
    try {
      if (size > 0 && size + record.length > limitBytes) {
        closeSync(fd);
        renameSync(path, `${path}.1`);
        fd = openSync(path, 'a', 0o600);
        size = 0;
      }
      size += writeSync(fd, record);
    } catch {
      // ENOSPC, EIO: the service matters more than its log.
    }
  };

  return {
    path,
    write(chunk) {
      let rest = partial.length === 0 ? Buffer.from(chunk) : Buffer.concat([partial, chunk]);
      for (;;) {
        const end = rest.indexOf(newline);
        if (end < 0 && rest.length <= maxLineBytes) break;
        const cut = end < 0 || end > maxLineBytes ? maxLineBytes : end;
        writeLine(rest.subarray(0, cut));
        rest = rest.subarray(cut === end ? cut + 1 : cut);
      }
      partial = rest;
    },
    flush() {
      if (partial.length > 0) writeLine(partial);
      partial = Buffer.alloc(0);
    },
    close() {
      this.flush();
      if (!closed) closeSync(fd);
      closed = true;
    },
  };
};

export const parseLogLine = (text: string): LogRecord => {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ?(.*)$/s.exec(text);
  if (match === null) return { timeMs: 0, line: text };
  return { timeMs: Date.parse(match[1] as string), line: match[2] as string };
};

export interface ReadLogOptions {
  /** 0: all that is kept. */
  readonly tailLines: number;
  readonly follow: boolean;
  /** 0: no bound. */
  readonly sinceMs: number;
  readonly signal: AbortSignal;
  /** Waits between looks at a file that did not grow. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The lines of a log, oldest first, over its rotation; with `follow` the ones to come, too, until the signal.
 *
 * Guarantees: memory is bounded by `tailLines` (at most 10,000 are kept back) or one read buffer; each line comes once,
 * also while the file is rotated under the reader. Follows the file by its open descriptor, so that a rotation ends in
 * reading the rest of the old file first.
 * Errors: none for a log that is not there yet: it is empty.
 */
export async function* readLog(path: string, options: ReadLogOptions): AsyncGenerator<LogRecord> {
  const { follow, sinceMs, signal } = options;
  const tailLines = Math.min(10_000, Math.max(0, options.tailLines));
  const wanted = (record: LogRecord): boolean => sinceMs === 0 || record.timeMs === 0 || record.timeMs >= sinceMs;
  const ring: LogRecord[] = [];

  for await (const record of readLines(`${path}.1`, { signal })) {
    if (!wanted(record)) continue;
    if (tailLines === 0) yield record;
    else if (ring.push(record) > tailLines) ring.shift();
  }
  let current = await openIfThere(path);
  let rest = '';
  let position = 0;
  let released = tailLines === 0;
  const buffer = Buffer.alloc(64 * 1024);
  const decoder = new TextDecoder();
  try {
    while (!signal.aborted) {
      let read = 0;
      if (current !== undefined) {
        read = (await current.read(buffer, 0, buffer.length, position)).bytesRead;
        position += read;
      }
      if (read > 0) {
        const lines = (rest + decoder.decode(buffer.subarray(0, read), { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const record = parseLogLine(line);
          if (!wanted(record)) continue;
          if (released) yield record;
          else if (ring.push(record) > tailLines) ring.shift();
        }
        continue;
      }
      if (!released) {
        released = true;
        yield* ring.splice(0);
      }
      if (!follow) return;
      if (current === undefined || (await wasRotated(current, path))) {
        const next = await openIfThere(path);
        if (next !== undefined) {
          await current?.close();
          current = next;
          position = 0;
          continue;
        }
      }
      await options.sleep(250, signal).catch(() => undefined);
    }
  } finally {
    await current?.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;
const openIfThere = async (path: string): Promise<Handle | undefined> =>
  existsSync(path) ? open(path, 'r').catch(() => undefined) : undefined;

const wasRotated = async (handle: Handle, path: string): Promise<boolean> => {
  const onDisk = await openIfThere(path);
  if (onDisk === undefined) return false;
  try {
    const [ours, theirs] = [await handle.stat(), await onDisk.stat()];
    return ours.ino !== theirs.ino || ours.dev !== theirs.dev;
  } finally {
    await onDisk.close();
  }
};

async function* readLines(path: string, { signal }: { readonly signal: AbortSignal }): AsyncGenerator<LogRecord> {
  const handle = await openIfThere(path);
  if (handle === undefined) return;
  try {
    for await (const line of handle.readLines({ autoClose: false })) {
      if (signal.aborted) return;
      yield parseLogLine(line);
    }
  } finally {
    await handle.close();
  }
}
