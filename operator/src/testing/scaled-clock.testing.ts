import { type Clock, systemClock } from '@talos/lib/control/clock.ts';

/** A clock that runs faster than the world: real processes, but nobody waits for minutes. Wall and monotonic alike. */
export function scaledClock(factor: number): Clock {
  const start = Date.now();
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) * factor;
  return {
    now: () => start + elapsed(),
    monotonic: elapsed,
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}
