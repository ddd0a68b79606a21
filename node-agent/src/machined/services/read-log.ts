/** Reads what services/logs.ts writes: from the end or from the start, over the rotation, and on as it grows. */
import { type FileHandle, open } from 'node:fs/promises';
import { type LogRecord, parseLogLine } from './logs.ts';

export interface ReadLogOptions {
  /** 0: all that is kept. */
  readonly tailLines: number;
  /** 0: no bound. */
  readonly sinceMs: number;
  readonly signal: AbortSignal;
  /** Follows the log: resolves when it may have grown, or when the signal fires. Left out: the reading ends at the log's end. */
  readonly grown?: ((signal: AbortSignal) => Promise<void>) | undefined;
}

const BLOCK = 64 * 1024;
const newline = 0x0a;

/**
 * The lines of a log, oldest first, over its rotation; with `grown` the ones to come, too, until the signal.
 *
 * Guarantees: memory is one block, whatever the tail: it is looked for from the end; each line comes once, also while the file is
 * rotated under the reader, who follows it by its open descriptor and so reads the rest of the old file first.
 * Errors: none for a log that is not there yet: it is empty.
 */
export async function* readLog(path: string, options: ReadLogOptions): AsyncGenerator<LogRecord> {
  const { sinceMs, signal, grown, tailLines } = options;
  let current: FileHandle | undefined;
  let older: FileHandle | undefined;
  try {
    // The newer first: were it rotated in between, `.1` is the same file and is left out.
    current = await openIfThere(path);
    older = await openIfThere(`${path}.1`);
    if (current !== undefined && older !== undefined && (await sameFile(current, older))) {
      await older.close();
      older = undefined;
    }
    let from = { older: 0, current: 0 };
    if (tailLines > 0) {
      const newer = current === undefined ? NOTHING : await tailOf(current, tailLines);
      const missing = tailLines - newer.lines;
      const before = older === undefined || missing === 0 ? NOTHING : await tailOf(older, missing);
      from = { older: missing === 0 ? Number.POSITIVE_INFINITY : before.start, current: newer.start };
    }
    if (older !== undefined && from.older !== Number.POSITIVE_INFINITY) {
      yield* wanted(linesOf(older, { position: from.older, rest: EMPTY }, signal), sinceMs);
    }
    await older?.close();
    older = undefined;

    let at: Position = { position: from.current, rest: EMPTY };
    while (!signal.aborted) {
      // Asked before the file is read: what is written meanwhile is not missed.
      const next = grown === undefined ? undefined : new AbortController();
      const growth = next === undefined ? undefined : grown?.(AbortSignal.any([signal, next.signal]));
      try {
        if (current !== undefined) yield* wanted(linesOf(current, at, signal), sinceMs);
        const successor = await openSuccessor(path, current);
        if (successor !== undefined) {
          // What was written between the end that we saw and the rotation.
          if (current !== undefined) yield* wanted(linesOf(current, at, signal), sinceMs);
          await current?.close();
          current = successor;
          at = { position: 0, rest: EMPTY };
          continue;
        }
        if (growth === undefined) {
          // The last words of a boot that was cut in the middle of a line.
          if (at.rest.length > 0) yield parseLogLine(at.rest);
          return;
        }
        await growth;
      } finally {
        next?.abort();
      }
    }
  } finally {
    await current?.close();
    await older?.close();
  }
}

interface Position {
  position: number;
  /** The beginning of a line whose end is not there yet. */
  rest: Buffer;
}
const EMPTY = Buffer.alloc(0);
const NOTHING = { start: 0, lines: 0 };

async function* wanted(lines: AsyncGenerator<Uint8Array>, sinceMs: number): AsyncGenerator<LogRecord> {
  for await (const line of lines) {
    const record = parseLogLine(line);
    if (sinceMs === 0 || record.timeMs === 0 || record.timeMs >= sinceMs) yield record;
  }
}

/** Whole lines from `at` to the end of what is there; `at` is moved on. */
async function* linesOf(handle: FileHandle, at: Position, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  while (!signal.aborted) {
    // Not used again: lines that a reader still holds are parts of it.
    const block = Buffer.allocUnsafe(BLOCK);
    const { bytesRead } = await handle.read(block, 0, BLOCK, at.position);
    if (bytesRead === 0) return;
    at.position += bytesRead;
    let data = block.subarray(0, bytesRead);
    if (at.rest.length > 0) data = Buffer.concat([at.rest, data]);
    for (let end = data.indexOf(newline); end >= 0; end = data.indexOf(newline)) {
      yield data.subarray(0, end);
      data = data.subarray(end + 1);
    }
    at.rest = Buffer.from(data);
  }
}

/** Where the last `lines` lines begin, and how many there are. */
async function tailOf(handle: FileHandle, lines: number): Promise<{ readonly start: number; readonly lines: number }> {
  let end = (await handle.stat()).size;
  const block = Buffer.allocUnsafe(BLOCK);
  let found = 0;
  while (end > 0) {
    const from = Math.max(0, end - BLOCK);
    const { bytesRead } = await handle.read(block, 0, end - from, from);
    for (let index = bytesRead - 1; index >= 0; index--) {
      if (block[index] !== newline) continue;
      // Each line end closes a line; the one before them all is the end of a line that is not wanted any more.
      if (found === lines) return { start: from + index + 1, lines };
      found++;
    }
    end = from;
  }
  return { start: 0, lines: found };
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file that has come in place of `current`, if one has. */
async function openSuccessor(path: string, current: FileHandle | undefined): Promise<FileHandle | undefined> {
  const onDisk = await openIfThere(path);
  if (onDisk === undefined || current === undefined || !(await sameFile(onDisk, current))) return onDisk;
  await onDisk.close();
  return undefined;
}

async function sameFile(one: FileHandle, other: FileHandle): Promise<boolean> {
  const [a, b] = [await one.stat(), await other.stat()];
  return a.ino === b.ino && a.dev === b.dev;
}
