import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sha256File } from './digest.ts';

/**
 * - UNREACHABLE: no answer from the server (name, connection, time-out): its other files won't come either
 * - NOT_FOUND: it answered, and has no such file
 * - REFUSED: any other status
 * - TRUNCATED: the answer ended early, again and again
 * - CHECKSUM: whole, and not what it must be
 */
export type DownloadFailure = 'UNREACHABLE' | 'NOT_FOUND' | 'REFUSED' | 'TRUNCATED' | 'CHECKSUM';

export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly failure: DownloadFailure;

  constructor(failure: DownloadFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

export interface DownloadOptions {
  /** The SHA-256 that the whole file must have, or what tells whether it is the right one. */
  readonly expected: string | ((path: string) => Promise<boolean>);
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number | undefined) => void;
  /** Time until the answer's head is there; short, since a build may do instead. */
  readonly answerTimeoutMs?: number;
  /** Time without a byte after which an answer counts as cut. */
  readonly idleTimeoutMs?: number;
  readonly attempts?: number;
}

/**
 * Downloads `url` to `target`.
 *
 * `partial` keeps what came so far: an answer that was cut is gone on with (Range), in this run or a later one.
 * Guarantees: `target` appears at once, whole and with the sum asked for, or not at all. A partial file that turns out
 * wrong is dropped, and the download starts over once.
 * Errors: DownloadError; the signal's reason when it aborts.
 */
export async function download(url: string, target: string, partial: string, options: DownloadOptions): Promise<void> {
  const attempts = options.attempts ?? 3;
  let resumed = false;
  let startedOver = false;
  for (let attempt = 1; ; attempt++) {
    const outcome = await fetchInto(url, partial, options);
    resumed ||= outcome.resumed;
    if (outcome.whole) {
      if (await isExpected(partial, options)) {
        await rename(partial, target);
        return;
      }
      await rm(partial, { force: true });
      if (!resumed || startedOver) {
        throw new DownloadError(
          'CHECKSUM',
          `${url} is not the file that was pinned${typeof options.expected === 'string' ? `: its SHA-256 is not ${options.expected}` : ''}. It was not used.`,
        );
      }
      // Its beginning may have been of another file, left by an earlier run.
      resumed = false;
      startedOver = true;
    } else if (attempt >= attempts) {
      throw new DownloadError('TRUNCATED', `${url} was cut off ${attempts} times; what came is kept for the next run`, {
        cause: outcome.cause,
      });
    }
  }
}

async function isExpected(path: string, { expected, signal }: DownloadOptions): Promise<boolean> {
  return typeof expected === 'string' ? (await sha256File(path, signal)) === expected : expected(path);
}

/** Fetches a small text, such as a checksum file. */
export async function downloadText(url: string, options: Omit<DownloadOptions, 'expected'>): Promise<string> {
  const { response, abort } = await request(url, {}, options);
  const limit = 1 << 20;
  const timer = setTimeout(() => abort(new Error('no whole answer in time')), options.idleTimeoutMs ?? 30_000);
  try {
    expectStatus(url, response, [200]);
    const text = await response.text();
    if (text.length > limit) {
      throw new DownloadError('REFUSED', `${url} is too large to be a list of checksums`);
    }
    return text;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error instanceof DownloadError
      ? error
      : new DownloadError('TRUNCATED', `${url} was cut off`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** The sum of `url`'s file in a checksum file: either that alone, or lines of `<sum>  <file>` (sha256sum(1)). */
export function findChecksum(text: string, url: string): string | null {
  const name = basename(new URL(url).pathname);
  for (const line of text.split('\n')) {
    const [, sum, file] = /^([0-9a-fA-F]{64})(?:\s+[*]?(.+?))?\s*$/.exec(line) ?? [];
    if (sum !== undefined && (file === undefined || basename(file) === name)) {
      return sum.toLowerCase();
    }
  }
  return null;
}

type Outcome =
  | { readonly whole: true; readonly resumed: boolean }
  | { readonly whole: false; readonly resumed: boolean; readonly cause: unknown };

async function fetchInto(url: string, partial: string, options: DownloadOptions): Promise<Outcome> {
  const offset = await stat(partial).then(
    (s) => s.size,
    () => 0,
  );
  const { response, abort } = await request(url, offset > 0 ? { range: `bytes=${offset}-` } : {}, options);
  if (response.status === 416) {
    // Nothing is left to send: the partial file is whole (or of another file, which its sum tells).
    await response.body?.cancel();
    return { whole: true, resumed: true };
  }
  expectStatus(url, response, [200, 206]);
  const resumed = response.status === 206 && offset > 0;
  const start = resumed ? offset : 0;
  // Of a compressed answer (Content-Encoding) the length says nothing about the content.
  const length = response.headers.get('content-encoding') ? null : response.headers.get('content-length');
  const total = length === null ? undefined : start + Number(length);
  let done = start;
  let idle: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(idle);
    idle = setTimeout(() => abort(new Error('no data for too long')), options.idleTimeoutMs ?? 30_000);
  };
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      watch();
      done += chunk.length;
      options.onProgress?.(done, total);
      next(null, chunk);
    },
  });
  try {
    watch();
    const body = response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as never);
    await pipeline(body, count, createWriteStream(partial, { flags: resumed ? 'a' : 'w' }));
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (isLocal(cause)) {
      throw cause;
    }
    return { whole: false, resumed, cause };
  } finally {
    clearTimeout(idle);
  }
  return total === undefined || done === total
    ? { whole: true, resumed }
    : { whole: false, resumed, cause: new Error(`${done} of ${total} bytes came`) };
}

async function request(
  url: string,
  headers: Record<string, string>,
  options: Omit<DownloadOptions, 'expected'>,
): Promise<{ response: Response; abort: (reason: Error) => void }> {
  const controller = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, controller.signal]) : controller.signal;
  const timeout = options.answerTimeoutMs ?? 8_000;
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${timeout} ms`)), timeout);
  try {
    // `identity`: a server that compresses would make ranges and lengths mean something else.
    const response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers }, signal });
    return { response, abort: (reason) => controller.abort(reason) };
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new DownloadError('UNREACHABLE', `${new URL(url).host} can't be reached for ${url}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

function expectStatus(url: string, response: Response, good: readonly number[]): void {
  if (good.includes(response.status)) {
    return;
  }
  response.body?.cancel().catch(() => {});
  throw new DownloadError(
    response.status === 404 || response.status === 410 ? 'NOT_FOUND' : 'REFUSED',
    `${url} was answered with ${response.status} ${response.statusText}`.trimEnd(),
  );
}

/** A fault of this machine's disk, which trying again won't mend. */
function isLocal(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS' || code === 'EDQUOT' || code === 'EIO';
}
