import type { Clock } from '@talos/lib/control/clock.ts';
import type { EventBus } from './types.ts';

/** One step of a sequence: what it is called in logs and records, and what it does. */
export interface Phase {
  readonly name: string;
  run(signal: AbortSignal): Promise<void> | void;
}
export interface PhaseTiming {
  readonly name: string;
  readonly durationMs: number;
}

/**
 * Runs phases in their order, one after the other, each told as an event with how long it took.
 * Errors: the first phase's that fails, with the phase's name in front; the ones after it are not begun.
 */
export async function runSequence(
  sequence: string,
  phases: readonly Phase[],
  deps: { readonly clock: Clock; readonly events: EventBus },
  signal: AbortSignal,
  onTiming: (timing: PhaseTiming) => void = () => {},
): Promise<void> {
  const { clock, events } = deps;
  for (const phase of phases) {
    signal.throwIfAborted();
    const start = clock.monotonic();
    const tell = (action: string, message: string) => {
      const durationMs = Math.round(clock.monotonic() - start);
      const fields = { phase: phase.name, durationMs: String(durationMs) };
      events.emit({ type: 'phase', subject: sequence, action, message, fields });
      return { name: phase.name, durationMs };
    };
    tell('started', '');
    try {
      await phase.run(signal);
    } catch (cause) {
      tell('failed', (cause as Error).message);
      if (signal.aborted) throw signal.reason;
      throw new Error(`${sequence}, phase ${phase.name}: ${(cause as Error).message}`, { cause });
    }
    onTiming(tell('done', ''));
  }
}
