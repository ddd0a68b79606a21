/**
 * Logs of a Kubernetes container, from /var/log/pods in the CRI's format. Pods may have mounted that directory, so every file
 * is opened beneath its root (host/files.ts) and never by name.
 */
import { closeSync, fstatSync, read } from 'node:fs';
import { promisify } from 'node:util';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { FileError, resolvePath, type SafeFiles } from '../host/files.ts';
import { watchGrowth } from '../host/growth.ts';
import { invalid } from './input.ts';

export interface ContainerLogLine {
  readonly timeMs: number;
  readonly stream: string;
  readonly text: Uint8Array;
}
export interface ContainerLogOptions {
  readonly tailLines: number;
  readonly sinceMs: number;
  readonly follow: boolean;
  readonly signal: AbortSignal;
  /** The run before the newest. */
  readonly previous: boolean;
  /** Only what was printed in this time, of all runs that are kept: a boot that is over. */
  readonly during: { readonly startMs: number; readonly endMs: number } | undefined;
  readonly clock: Pick<Clock, 'sleep' | 'monotonic'>;
}

const PODS = '/var/log/pods';
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Between looks for the file that comes after this one. */
const POLL_MS = 250;
const BUFFER = 64 * 1024;
/** A line without an end: the runtime cuts at 16 KiB, so this is not a log. */
const MAX_LINE = 1024 * 1024;
const MAX_TAIL = 100_000;
const readAt = promisify(read);

/**
 * The container's newest run (or what else is asked for), oldest line first. With `follow` it goes on over rotation and restarts.
 * Errors: INVALID_ARGUMENT, NOT_FOUND.
 */
export async function* readContainerLog(
  files: SafeFiles,
  id: { readonly namespace: string; readonly pod: string; readonly container: string },
  options: ContainerLogOptions,
): AsyncGenerator<ContainerLogLine> {
  for (const name of [id.namespace, id.pod, id.container]) {
    if (!NAME.test(name)) throw invalid('namespace, pod and container must be Kubernetes names');
  }
  const { signal, follow, during, clock } = options;
  const runs = await runsOf(files, id, signal);
  const which = `container ${id.namespace}/${id.pod}/${id.container}`;
  if (during !== undefined) {
    yield* pastLines(files, runs, during, options);
    return;
  }
  const path = options.previous ? previousRun(runs)?.path : runs.at(-1)?.path;
  if (path === undefined) {
    const message =
      runs.length === 0
        ? `no log of ${which} on this node`
        : `${which} has run once only, or the log of its run before is not kept`;
    throw new RpcError('NOT_FOUND', message, { reason: 'LOG_NOT_FOUND' });
  }
  let next: { readonly fd: number; readonly path: string } | undefined;
  let current: NonNullable<typeof next> = { fd: files.open(resolvePath(path)), path };
  const state = { position: 0, rest: Buffer.alloc(0) as Buffer };
  const ring: ContainerLogLine[] = [];
  const tail = Math.min(options.tailLines, MAX_TAIL);
  let released = tail === 0;
  let growth = follow ? watchGrowth(current.fd, clock) : undefined;
  let lookedMs = Number.NEGATIVE_INFINITY;
  try {
    while (!signal.aborted) {
      const lines = await nextLines(current.fd, state);
      if (lines !== undefined) {
        for (const line of lines) {
          if (options.sinceMs > 0 && line.timeMs < options.sinceMs) continue;
          if (released) yield line;
          else if (ring.push(line) > tail) ring.shift();
        }
        continue;
      }
      if (!released) {
        released = true;
        yield* ring.splice(0);
      }
      if (growth === undefined) return;
      if (next !== undefined) {
        growth.close();
        closeSync(current.fd);
        current = next;
        next = undefined;
        growth = watchGrowth(current.fd, clock);
        Object.assign(state, { position: 0, rest: Buffer.alloc(0) });
        continue;
      }
      // Not after each line: several directories are read for it.
      if (clock.monotonic() - lookedMs >= POLL_MS) {
        lookedMs = clock.monotonic();
        next = await successor(files, id, current, signal);
        // What was written to this one meanwhile comes first.
        if (next !== undefined) continue;
      }
      await growth.next(POLL_MS, signal);
    }
  } finally {
    growth?.close();
    closeSync(current.fd);
    if (next !== undefined) closeSync(next.fd);
  }
}

/** undefined at the end of what is there. */
async function nextLines(
  fd: number,
  state: { position: number; rest: Buffer },
): Promise<ContainerLogLine[] | undefined> {
  const buffer = Buffer.allocUnsafe(BUFFER);
  const { bytesRead } = await readAt(fd, buffer, 0, BUFFER, state.position);
  if (bytesRead === 0) return undefined;
  state.position += bytesRead;
  let data =
    state.rest.length === 0
      ? buffer.subarray(0, bytesRead)
      : Buffer.concat([state.rest, buffer.subarray(0, bytesRead)]);
  const lines: ContainerLogLine[] = [];
  for (let end = data.indexOf(0x0a); end >= 0; end = data.indexOf(0x0a)) {
    lines.push(parseCriLine(data.subarray(0, end)));
    data = data.subarray(end + 1);
  }
  state.rest = data.length > MAX_LINE ? Buffer.alloc(0) : Buffer.from(data);
  return lines;
}

/** `2026-01-02T03:04:05.123456789Z stdout F text`; P marks a part of a longer line and is given as a line of its own. */
export function parseCriLine(line: Buffer): ContainerLogLine {
  const head = /^(\S{20,40}) (stdout|stderr) ([FP])(?::\S*)? /.exec(line.toString('latin1', 0, 80));
  if (head === null) return { timeMs: 0, stream: '', text: line };
  const timeMs = Date.parse(head[1]!);
  return { timeMs: Number.isNaN(timeMs) ? 0 : timeMs, stream: head[2]!, text: line.subarray(head[0].length) };
}

/** The file that came in place of the one being read: rotated under the same name, or of the container's next run. */
async function successor(
  files: SafeFiles,
  id: { readonly namespace: string; readonly pod: string; readonly container: string },
  current: { readonly fd: number; readonly path: string },
  signal: AbortSignal,
): Promise<{ fd: number; path: string } | undefined> {
  try {
    const path = (await runsOf(files, id, signal)).at(-1)?.path;
    if (path === undefined) return undefined;
    const fd = files.open(resolvePath(path));
    const [ours, theirs] = [fstatSync(current.fd), fstatSync(fd)];
    if (ours.ino !== theirs.ino || ours.dev !== theirs.dev) return { fd, path };
    closeSync(fd);
  } catch (error) {
    if (!(error instanceof FileError)) throw error; // between rename and creation: looked at again
  }
  return undefined;
}

async function* pastLines(
  files: SafeFiles,
  runs: readonly Run[],
  during: { readonly startMs: number; readonly endMs: number },
  { tailLines, sinceMs, signal }: ContainerLogOptions,
): AsyncGenerator<ContainerLogLine> {
  const tail = Math.min(tailLines, MAX_TAIL);
  const from = Math.max(during.startMs, sinceMs);
  const ring: ContainerLogLine[] = [];
  for (const run of runs) {
    if (run.modifiedMs < from) continue;
    const fd = files.open(resolvePath(run.path));
    const state = { position: 0, rest: Buffer.alloc(0) as Buffer };
    try {
      for (let lines = await nextLines(fd, state); lines !== undefined; lines = await nextLines(fd, state)) {
        signal.throwIfAborted();
        for (const line of lines) {
          if (line.timeMs < from || line.timeMs >= during.endMs) continue;
          if (tail === 0) yield line;
          else if (ring.push(line) > tail) ring.shift();
        }
      }
    } finally {
      closeSync(fd);
    }
  }
  yield* ring;
}

interface Run {
  readonly path: string;
  /** Of the pod: one of the same name may have been there before. */
  readonly directory: string;
  readonly run: number;
  readonly modifiedMs: number;
}

function previousRun(runs: readonly Run[]): Run | undefined {
  const newest = runs.at(-1);
  return runs.findLast((one) => one !== newest && one.directory === newest?.directory);
}

/** /var/log/pods/<namespace>_<pod>_<uid>/<container>/<run>.log, the newest last: of several uids the pod that wrote last. */
async function runsOf(
  files: SafeFiles,
  { namespace, pod, container }: { readonly namespace: string; readonly pod: string; readonly container: string },
  signal: AbortSignal,
): Promise<readonly Run[]> {
  const pods: Run[][] = [];
  for (const name of await directories(files, PODS, signal)) {
    if (!name.startsWith(`${namespace}_${pod}_`)) continue;
    const directory = `${PODS}/${name}/${container}`;
    const runs: Run[] = [];
    try {
      for await (const entry of files.list(resolvePath(directory), 1, signal)) {
        const run = /\/([0-9]{1,9})\.log$/.exec(entry.path);
        if (run === null || entry.type !== 'file') continue;
        runs.push({ path: entry.path, directory, run: Number(run[1]), modifiedMs: entry.modifiedMs });
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
    if (runs.length > 0) pods.push(runs.sort((a, b) => a.run - b.run));
  }
  const last = (runs: readonly Run[]) => runs.at(-1)?.modifiedMs ?? 0;
  return pods.sort((a, b) => last(a) - last(b)).flat();
}

async function directories(files: SafeFiles, path: string, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const entry of files.list(resolvePath(path), 1, signal)) {
      if (entry.type === 'directory' && entry.path !== path) names.push(entry.path.slice(path.length + 1));
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  return names;
}
