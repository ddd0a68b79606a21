/** CEL in a worker thread with a deadline and a bound on memory. */
import { Worker } from 'node:worker_threads';
import type { Clock } from '@talos/lib/control/clock.ts';

export interface CelQuestion {
  readonly expression: string;
  readonly messageExpression?: string | undefined;
  /** A list, as JSON. */
  readonly objects: string;
}

export type CelAnswer =
  | { readonly value: boolean; readonly message?: string }
  /** Why there is no value. */
  | { readonly error: string };

/** Beside this file, and beside the operator's bundle (image/components.ts). */
const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './cel-worker.ts' : './cel-worker.mjs', import.meta.url);
const DEADLINE_MS = 2_000;
/** Until the thread is there: the machine's doing, and not the expression's. */
const START_MS = 20_000;
const MEMORY_MB = 96;

/**
 * Guarantees: the thread is gone when this returns, whatever the expression does; what it uses never adds up.
 * Errors: only `signal.reason`.
 */
export async function evaluateCel(
  question: CelQuestion,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<CelAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(PROGRAM, {
    workerData: question,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 8 },
  });
  const timer = new AbortController();
  const until = AbortSignal.any([signal, timer.signal]);
  const begun = new Promise<void>((resolve) => worker.once('message', () => resolve()));
  const late = async (ms: number, what: string): Promise<CelAnswer> => {
    await clock.sleep(ms, until);
    return { error: `${what} ${ms / 1_000} s` };
  };
  try {
    return await Promise.race([
      new Promise<CelAnswer>((resolve) => {
        worker.on('message', (message: CelAnswer | 'begins') => {
          if (message !== 'begins') resolve(message);
        });
        worker.once('error', (error: NodeJS.ErrnoException) =>
          resolve({
            error:
              error.code === 'ERR_WORKER_OUT_OF_MEMORY'
                ? `it needs more than ${MEMORY_MB} MiB of memory`
                : error.message,
          }),
        );
        worker.once('exit', () => resolve({ error: 'it ended without an answer' }));
      }),
      begun.then(() => late(DEADLINE_MS, 'it takes longer than')),
      late(START_MS, 'its thread did not begin within'),
    ]);
  } finally {
    timer.abort();
    await worker.terminate();
  }
}
