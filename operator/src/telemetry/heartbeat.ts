/** Whether a loop that must keep moving does. */
import type { Clock } from '@talos/lib/control/clock.ts';

export interface Heartbeat {
  /** The loop has come round; it will again within its bound. */
  beat(): void;
  /** The loop need not move for now: a standby waits for the Lease as long as it takes. */
  rest(): void;
  /** Why it counts as stuck, or undefined. */
  stuck(): string | undefined;
}

/** `boundMs`: the longest that the loop may rightly be silent. Monotonic, so that a jump of the clock kills nobody. */
export function createHeartbeat(options: {
  readonly name: string;
  readonly clock: Clock;
  readonly boundMs: number;
}): Heartbeat {
  const { name, clock, boundMs } = options;
  let last: number | undefined;
  return {
    beat() {
      last = clock.monotonic();
    },
    rest() {
      last = undefined;
    },
    stuck() {
      if (last === undefined) return undefined;
      const silent = clock.monotonic() - last;
      if (silent <= boundMs) return undefined;
      return `${name} has not moved for ${Math.round(silent / 1000)} s; it must within ${Math.round(boundMs / 1000)} s`;
    },
  };
}
