/** What happened in one seed, for whoever has to understand it. */
import type { Clock } from '@talos/lib/control/clock.ts';

export class Story {
  readonly lines: string[] = [];
  readonly #clock: Clock;
  readonly #told: boolean;

  /** Unless it is `told`, nothing is kept: a seed that fails is run again for its story. */
  constructor(clock: Clock, told: boolean) {
    this.#clock = clock;
    this.#told = told;
  }

  /** `what` is made only when somebody reads it. */
  tell(who: string, what: () => string): void {
    if (!this.#told) return;
    const seconds = this.#clock.monotonic() / 1_000;
    const minutes = Math.floor(seconds / 60);
    const time = `${String(minutes).padStart(3)}:${(seconds - minutes * 60).toFixed(3).padStart(6, '0')}`;
    this.lines.push(`${time}  ${who.padEnd(12)}  ${what()}`);
  }
}
