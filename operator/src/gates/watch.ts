/** Keeps answers of the gates, and asks again while something rests on them. */
import type { Gate } from '@talos/crds/gate.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { type GateReading, gateHash } from '@talos/lib/plan/index.ts';
import type { Finding } from './finding.ts';

export interface GateWatchOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly evaluate: (gate: Gate, signal: AbortSignal) => Promise<Finding>;
  /** An answer has come in. */
  readonly onChange: () => void;
}

/** How often a gate is asked while it is looked at. */
const EVERY_MS = 10_000;
/** Between two questions, however much an answer is wanted. */
const LEAST_MS = 1_000;

/** Losing it costs one round of questions: what must survive is in Machine.status.gates. */
export class GateWatch {
  readonly #options: GateWatchOptions;
  readonly #readings = new Map<string, GateReading>();
  readonly #asking = new Map<string, Promise<void>>();

  constructor(options: GateWatchOptions) {
    this.#options = options;
  }

  readings(): readonly GateReading[] {
    return [...this.#readings.values()];
  }

  /**
   * Asks those whose last answer was asked for before `after` (Unix ms), or is getting old, without waiting for them. Gates that are
   * not named any more are forgotten.
   */
  attend(gates: readonly Gate[], after: number): void {
    const wanted = new Map(gates.map((gate) => [gateHash(gate), gate]));
    for (const hash of this.#readings.keys()) if (!wanted.has(hash)) this.#readings.delete(hash);
    const now = this.#options.clock.now();
    for (const [hash, gate] of wanted) {
      const time = this.#readings.get(hash)?.time ?? Number.NEGATIVE_INFINITY;
      // An answer from the future is one of a clock that was set back since: it may be of any age.
      if (Math.abs(now - time) < (time >= after ? EVERY_MS : LEAST_MS)) continue;
      if (this.#options.signal.aborted || this.#asking.has(hash)) continue;
      this.#asking.set(hash, this.#ask(gate, hash, now));
    }
  }

  /** Resolves when no question is under way. */
  async idle(): Promise<void> {
    while (this.#asking.size > 0) await Promise.all(this.#asking.values());
  }

  async #ask(gate: Gate, hash: string, time: number): Promise<void> {
    const { evaluate, signal, onChange } = this.#options;
    const { name } = gate;
    try {
      const finding = await evaluate(gate, signal);
      this.#readings.set(hash, {
        name,
        hash,
        time,
        state: finding.state,
        message: finding.state === 'Open' ? '' : finding.message,
        owner: finding.state === 'Unknown' ? finding.owner : 'workload',
      });
    } catch {
      // The term has ended, and with it whoever would read the answer.
      return;
    } finally {
      this.#asking.delete(hash);
    }
    onChange();
  }
}
