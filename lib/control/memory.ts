/**
 * Memory of a small Node program that lives for long: what it is started with, and what it gives back.
 *
 * V8 collects its old generation when it grows, and keeps what a start or a rush needed for a moment: a program that then hardly
 * allocates would hold it for ever. A collection takes some tens of milliseconds on heaps of this size, and finds what V8 does not see
 * growing: memory of TLS and HTTP/2 sessions that are over.
 */
import type { Clock } from './clock.ts';

/** A rush of small calls made apid 40 MB larger within three seconds, most of which V8 does not see. */
const LOOK_MS = 1_000;
/** Who was not busy for so long is at rest. */
const REST_MS = 3_000;
/** Growth since the last time that is worth a collection at once, and the wait for one without it. */
const GROWTH_BYTES = 4 << 20;
const INTERVAL_MS = 5 * 60_000;
/** Of one processor: who takes more is busy, and what it has compiled is needed again at once. */
const BUSY_SHARE = 0.25;
/** Growth of a busy program, on top of what V8 lets its heap have. */
const RUSH_BYTES = 8 << 20;

/** What node is started with. `oldSpaceMiB` bounds the objects that live for long. */
export function smallNodeFlags(oldSpaceMiB: number): readonly string[] {
  return [
    '--max-semi-space-size=1',
    `--max-old-space-size=${oldSpaceMiB}`,
    '--v8-pool-size=1',
    // The last and largest of V8's compilers: using it brings 5 MB of its own code into memory, and a start is enough to wake it. What
    // is hot here is OpenSSL's and the kernel's; the compilers before it stay.
    '--no-turbofan',
    // The same compiler, asked for by WebAssembly: the parser of HTTP in Node's fetch, for which it takes 25 MB.
    '--liftoff-only',
    '--expose-gc',
  ];
}

/**
 * For a program that passes on what others send. Such bytes lie outside of V8's heap and count as old: when 14 MB of them are garbage it
 * collects the whole heap. A collection of the young ones, which frees them too, takes a hundredth of that; it then comes in time, at
 * 30 % of their space.
 */
export const PASSING_ON_FLAGS = ['--minor-gc-task-trigger=30'] as const;

export interface ReturnMemoryOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Growth of a program at rest that is worth a collection. Default 4 MiB. */
  readonly growthBytes?: number;
  /** What the C library does about its own. */
  readonly trim?: () => void;
  /** Of this process, in bytes. */
  readonly residentBytes?: () => number;
  /** Processor time that this process has taken, in ms. */
  readonly spentMs?: () => number;
  readonly collect?: (how: NodeJS.GCOptions) => void;
}

/**
 * Gives memory back, after growth and every few minutes, until `signal` aborts. Never rejects.
 *
 * A busy program only gets ordinary collections, and when it has grown by much: a thorough one throws away compiled code that is needed
 * again at once.
 */
export async function returnMemory(options: ReturnMemoryOptions): Promise<void> {
  const { clock, signal, trim, growthBytes = GROWTH_BYTES } = options;
  const residentBytes = options.residentBytes ?? (() => process.memoryUsage.rss());
  const spentMs = options.spentMs ?? processorMs;
  const collect = options.collect ?? globalThis.gc ?? (await collector());
  let leftBytes = 0;
  let rushBytes = 0;
  let before = spentMs();
  let restMs = 0;
  for (let sinceMs = LOOK_MS; ; sinceMs += LOOK_MS) {
    try {
      await clock.sleep(LOOK_MS, signal);
    } catch {
      return;
    }
    const now = spentMs();
    const busy = now - before > LOOK_MS * BUSY_SHARE;
    before = now;
    restMs = busy ? 0 : restMs + LOOK_MS;
    if (!busy && restMs < REST_MS) continue;
    const bytes = residentBytes();
    if (busy) {
      if (bytes < rushBytes + RUSH_BYTES) continue;
      collect({ type: 'major', execution: 'sync' });
    } else {
      if (sinceMs < INTERVAL_MS && bytes < leftBytes + growthBytes) continue;
      // An ordinary collection leaves compiled code and half-empty pages alone: of a small heap that is a quarter.
      collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
      sinceMs = 0;
    }
    trim?.();
    rushBytes = residentBytes();
    if (!busy) leftBytes = rushBytes;
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** For a program that was started without --expose-gc, by the launcher of an older image: it costs a context of its own. */
async function collector(): Promise<NodeJS.GCFunction> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import('node:v8'), import('node:vm')]);
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as NodeJS.GCFunction;
}
