import type { Clock } from './clock.ts';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still until a test moves it.
 *
 * Guarantees: sleepers wake in the order of their due times, and what each causes (promise chains, immediates) has
 * settled before the next wakes, so that a chain of sleeps inside one `advance` sees the right times.
 */
export class FakeClock implements Clock {
  #wall: number;
  #monotonic = 0;
  readonly #sleepers = new Set<Sleeper>();
  readonly #turns: number;

  /** `turns` of the event loop are what it takes until all has settled; promises alone need one. */
  constructor(now: number | string = '2026-01-01T00:00:00Z', { turns = 3 }: { readonly turns?: number } = {}) {
    this.#wall = typeof now === 'string' ? Date.parse(now) : now;
    this.#turns = turns;
  }

  now(): number {
    return this.#wall;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (ms <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      };
      const sleeper: Sleeper = {
        due: this.#monotonic + ms,
        wake: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#sleepers.add(sleeper);
    });
  }

  /** How many sleeps are pending. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** Milliseconds until the next sleeper is due; undefined when nobody sleeps. */
  get nextDue(): number | undefined {
    const next = this.#next();
    return next && next.due - this.#monotonic;
  }

  /** Moves both clocks forward by `ms`, waking whoever is due on the way. */
  async advance(ms: number): Promise<void> {
    const target = this.#monotonic + ms;
    await settle(this.#turns);
    for (let next = this.#next(); next && next.due <= target; next = this.#next()) {
      this.#moveTo(next.due);
      this.#sleepers.delete(next);
      next.wake();
      await settle(this.#turns);
    }
    this.#moveTo(target);
  }

  /** Moves only the wall clock, as a time service or a person would. */
  jumpWall(ms: number): void {
    this.#wall += ms;
  }

  #moveTo(monotonic: number): void {
    this.#wall += monotonic - this.#monotonic;
    this.#monotonic = monotonic;
  }

  #next(): Sleeper | undefined {
    let earliest: Sleeper | undefined;
    for (const sleeper of this.#sleepers) if (!earliest || sleeper.due < earliest.due) earliest = sleeper;
    return earliest;
  }
}

const DAY_MS = 86_400_000;
/** What clocks are seen to do: a time zone or a date mistaken, a dead battery, a first contact with a time service. */
export const JUMPS_MS: readonly number[] = [DAY_MS, -DAY_MS, 3_652 * DAY_MS, -3_652 * DAY_MS];

/** Lets promise chains and immediates that are ready run to their next wait. */
export async function settle(turns = 3): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
