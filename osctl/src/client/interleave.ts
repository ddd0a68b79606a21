/** Several streams as one, in the order of their items' times. */

export interface InterleaveOptions<T> {
  readonly sources: number;
  /** Unix ms; 0: unknown, it goes with the one before it. */
  readonly timeOf: (item: T) => number;
  /** How long an item waits for a source that says nothing: a node that is slow, or has nothing to say. */
  readonly holdMs: number;
  readonly emit: (source: number, item: T) => Promise<void>;
}

interface Head<T> {
  readonly source: number;
  readonly item: T;
  readonly timeMs: number;
  readonly arrived: number;
  readonly taken: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Guarantees: the order of each source stays. Where every source has an item or has ended, the oldest goes first; else it waits
 * `holdMs` at most. One item of each source is held: whoever pushes waits until its item is taken.
 */
export class Interleave<T> {
  readonly #options: InterleaveOptions<T>;
  readonly #heads = new Map<number, Head<T>>();
  readonly #last = new Map<number, number>();
  #live: number;
  #timer: NodeJS.Timeout | undefined;
  #emitting = false;

  constructor(options: InterleaveOptions<T>) {
    this.#options = options;
    this.#live = options.sources;
  }

  /** Errors: those of `emit`. */
  push(source: number, item: T): Promise<void> {
    const timeMs = this.#options.timeOf(item) || (this.#last.get(source) ?? 0);
    this.#last.set(source, timeMs);
    return new Promise((taken, failed) => {
      this.#heads.set(source, { source, item, timeMs, arrived: performance.now(), taken, failed });
      void this.#turn();
    });
  }

  end(source: number): void {
    this.#last.delete(source);
    this.#live--;
    void this.#turn();
  }

  async #turn(): Promise<void> {
    if (this.#emitting) return;
    this.#emitting = true;
    clearTimeout(this.#timer);
    for (let head = this.#next(); head !== undefined; head = this.#next()) {
      this.#heads.delete(head.source);
      await this.#options.emit(head.source, head.item).then(head.taken, head.failed);
      // The source that was served gets to push its next before another is chosen.
      await Promise.resolve();
    }
    this.#emitting = false;
    const [first] = [...this.#heads.values()].sort((a, b) => a.arrived - b.arrived);
    if (first === undefined) return;
    const left = first.arrived + this.#options.holdMs - performance.now();
    this.#timer = setTimeout(() => void this.#turn(), Math.max(1, left));
  }

  #next(): Head<T> | undefined {
    const heads = [...this.#heads.values()];
    const oldest = heads.reduce<Head<T> | undefined>(
      (a, b) => (a === undefined || b.timeMs < a.timeMs ? b : a),
      undefined,
    );
    if (oldest === undefined || heads.length >= this.#live) return oldest;
    const waited = heads.some(({ arrived }) => performance.now() - arrived >= this.#options.holdMs);
    return waited ? oldest : undefined;
  }
}
