/**
 * A profile of this very process, by V8's own profilers.
 *
 * Of the heap only samples of allocations are taken, and never a snapshot: that would hold every string of the process, keys too.
 */
import { Session } from 'node:inspector/promises';
import type { Clock } from './clock.ts';

/** Microseconds between samples; a minute of them is some MB. */
const CPU_INTERVAL_US = 1_000;
/** Bytes between samples, on the average. */
const HEAP_INTERVAL = 4_096;

/** The profile as its file's text. */
export async function profile(
  kind: 'CPU' | 'HEAP',
  durationMs: number,
  clock: Pick<Clock, 'sleep'>,
  signal: AbortSignal,
): Promise<string> {
  const session = new Session();
  session.connect();
  try {
    if (kind === 'CPU') {
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: CPU_INTERVAL_US });
      await session.post('Profiler.start');
      await clock.sleep(durationMs, signal);
      return JSON.stringify((await session.post('Profiler.stop')).profile);
    }
    await session.post('HeapProfiler.startSampling', { samplingInterval: HEAP_INTERVAL });
    await clock.sleep(durationMs, signal);
    return JSON.stringify((await session.post('HeapProfiler.stopSampling')).profile);
  } finally {
    // Also ends what is still being sampled.
    session.disconnect();
  }
}
