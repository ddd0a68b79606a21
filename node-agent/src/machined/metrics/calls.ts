/** Counts what became of calls of the OS API. Methods and codes are of a bounded set: what the door does not know it never passes on. */
export class CallCounts {
  readonly #calls = new Map<string, number>();
  readonly #refusals = new Map<string, number>();

  ended(method: string, code: string): void {
    const key = `${method} ${code}`;
    this.#calls.set(key, (this.#calls.get(key) ?? 0) + 1);
  }

  refused(reason: string, count: number): void {
    this.#refusals.set(reason, (this.#refusals.get(reason) ?? 0) + count);
  }

  get refusals(): ReadonlyMap<string, number> {
    return this.#refusals;
  }

  calls(): readonly { readonly method: string; readonly code: string; readonly count: number }[] {
    return [...this.#calls].map(([key, count]) => {
      const [method = '', code = ''] = key.split(' ');
      return { method: method.slice(1), code, count };
    });
  }
}
