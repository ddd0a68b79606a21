/** Connections that were turned away, in the log. */
import type { Clock } from '@talos/lib/control/clock.ts';

export type Log = (message: string, fields: Readonly<Record<string, unknown>>) => void;

const QUIET_MS = 1_000;

/** A flood of connections must not become one of lines: at most one a second, which says how many before it had none. */
export class StrangerLog {
  readonly #log: Log;
  readonly #clock: Pick<Clock, 'monotonic'>;
  #quietUntilMs = Number.NEGATIVE_INFINITY;
  #unsaid = 0;

  constructor(log: Log, clock: Pick<Clock, 'monotonic'>) {
    this.#log = log;
    this.#clock = clock;
  }

  add(address: string, why: string): void {
    const nowMs = this.#clock.monotonic();
    if (nowMs < this.#quietUntilMs) {
      this.#unsaid++;
      return;
    }
    this.#log('connection refused', { address, why, unsaid: this.#unsaid });
    this.#quietUntilMs = nowMs + QUIET_MS;
    this.#unsaid = 0;
  }
}
