/** The audit log as somebody asks for it: the last records, those since a time, and those that come. */
import { closeSync, createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { AuditLine, AuditLog } from './audit.ts';

export interface AuditQuery {
  /** The last records of the past; 0: all of them. */
  readonly tail: number;
  /** Unix time, ms. */
  readonly sinceMs: number;
  readonly follow: boolean;
  readonly refusedOnly: boolean;
}

/** What a reader may be behind: beyond that it is told so, rather than that machined's memory grows. */
const MAX_BEHIND = 1_000;

/**
 * Guarantees: each record once, the oldest first; nothing is missed between the past and what follows; of the past no more is held
 * in memory than `tail` records. Errors: RESOURCE_EXHAUSTED (FELL_BEHIND) for a reader that is too slow.
 */
export async function* readAudit(log: AuditLog, query: AuditQuery, signal: AbortSignal): AsyncGenerator<AuditLine> {
  const wanted = (line: AuditLine): boolean =>
    Date.parse(line.time) >= query.sinceMs && (!query.refusedOnly || isRefusal(line));
  const queue: AuditLine[] = [];
  let behind = false;
  let wake: () => void = () => {};
  // Together, so that each record is in one of the two.
  const files = [...log.open()];
  const stop = query.follow
    ? log.onRecord((line) => {
        if (!wanted(line)) return;
        behind ||= queue.length >= MAX_BEHIND;
        if (!behind) queue.push(line);
        wake();
      })
    : () => {};
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const last: AuditLine[] = [];
    for (let file = files.shift(); file !== undefined; file = files.shift()) {
      for await (const line of linesOf(file.fd, file.size)) {
        signal.throwIfAborted();
        if (!wanted(line)) continue;
        if (query.tail === 0) yield line;
        else if (last.push(line) > query.tail) last.shift();
      }
    }
    yield* last;
    while (query.follow) {
      signal.throwIfAborted();
      for (let line = queue.shift(); line !== undefined; line = queue.shift()) yield line;
      if (behind) {
        const message = 'records came faster than they were taken; ask again, with a time to begin from';
        throw new RpcError('RESOURCE_EXHAUSTED', message, { reason: 'FELL_BEHIND' });
      }
      if (signal.aborted || queue.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stop();
    // Those that a reader who leaves early did not come to.
    for (const { fd } of files) closeSync(fd);
    signal.removeEventListener('abort', onAbort);
  }
}

const isRefusal = ({ result }: AuditLine): boolean =>
  result === 'REFUSED' || result === 'PERMISSION_DENIED' || result === 'UNAUTHENTICATED';

/** A line that was cut by a power loss is no record. Closes the file. */
async function* linesOf(fd: number, size: number): AsyncGenerator<AuditLine> {
  const stream = createReadStream('', { fd, start: 0, end: Math.max(0, size - 1) });
  try {
    if (size === 0) return;
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      try {
        yield JSON.parse(text) as AuditLine;
      } catch {}
    }
  } finally {
    stream.destroy();
  }
}
