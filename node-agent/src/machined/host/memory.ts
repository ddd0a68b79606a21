/**
 * Memory that a daemon at rest holds for nothing.
 *
 * V8 collects its old generation when it grows, and the C library keeps what was freed: what a boot or a pull needed for a
 * moment stays with a process that then hardly allocates. So it is given back from time to time. A collection takes some tens of
 * milliseconds on a heap of this size, and finds what V8 does not see growing: memory of TLS and HTTP/2 sessions that are over.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Syscalls } from './syscalls.ts';

/** After the boot's rush: services are up, certificates made. */
const FIRST_MS = 20_000;
const INTERVAL_MS = 60_000;

/** Gives memory back until `signal` aborts. Never rejects. */
export async function returnMemory(
  clock: Clock,
  syscalls: Pick<Syscalls, 'trimHeap'>,
  signal: AbortSignal,
  collect: () => void = collector(),
): Promise<void> {
  for (let waitMs = FIRST_MS; !signal.aborted; waitMs = INTERVAL_MS) {
    try {
      await clock.sleep(waitMs, signal);
    } catch {
      return;
    }
    collect();
    syscalls.trimHeap();
  }
}

/** V8's own, made visible in a context apart: nothing else of the program gets a global function by it. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
