/** What the agent's memory grows by while something is asked of it. */
import { systemClock } from '@talos/lib/control/clock.ts';
import type { BenchNode } from '../cluster.ts';
import { partsOf } from './memory.ts';

const SAMPLE_EVERY_MS = 200;

/** PSS of apid and machined together. */
export async function agentBytes(node: BenchNode, signal: AbortSignal): Promise<number> {
  const parts = await partsOf(node, signal);
  return (parts.get('machined')?.pssBytes ?? 0) + (parts.get('apid')?.pssBytes ?? 0);
}

/** The largest of the readings while `work` is under way. */
export async function largestDuring(
  node: BenchNode,
  work: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<number> {
  let running = true;
  const done = work().finally(() => {
    running = false;
  });
  done.catch(() => {}); // thrown below, once a reading under way has ended
  let largest = 0;
  while (running) {
    largest = Math.max(largest, await agentBytes(node, signal));
    await systemClock.sleep(SAMPLE_EVERY_MS, signal);
  }
  await done;
  return largest;
}
