/** What a person or a pipe says to a program on a node: bytes, and on a terminal its size whenever that changes. */
import type { Input } from '../context.ts';
import { EscapeKeys } from './escape.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Where a session is shown, when it is a terminal. */
export interface Screen {
  size(): Size;
  /** What is shown goes to the terminal as it is, until keys are read by lines again. */
  passThrough(): void;
  onResize(listener: () => void): () => void;
}

/** Guarantees: the terminal is as it was after disposal, and after an exit or an uncaught error. */
export class SessionInput implements Disposable {
  readonly #stdin: Input;
  readonly #screen: Screen | undefined;
  readonly #escape = new EscapeKeys();
  readonly #left = new AbortController();
  readonly #stop: (() => void)[] = [];
  #resized = false;
  #wake: () => void = () => {};

  /** `screen` undefined: a pipe. */
  constructor(stdin: Input, screen: Screen | undefined) {
    this.#stdin = stdin;
    this.#screen = screen;
    const wake = (): void => this.#wake();
    for (const event of ['readable', 'end', 'close', 'error']) {
      stdin.on(event, wake);
      this.#stop.push(() => stdin.off(event, wake));
    }
    if (screen === undefined) return;
    const cooked = (): void => void stdin.setRawMode?.(false);
    stdin.setRawMode?.(true);
    screen.passThrough();
    process.on('exit', cooked);
    process.on('uncaughtExceptionMonitor', cooked);
    const onResize = screen.onResize(() => {
      this.#resized = true;
      this.#wake();
    });
    this.#stop.push(onResize, cooked, () => {
      process.off('exit', cooked);
      process.off('uncaughtExceptionMonitor', cooked);
    });
  }

  /** Aborts when the person wants to leave whatever the other end does. */
  get left(): AbortSignal {
    return this.#left.signal;
  }

  /** No faster than they are taken. Ends with standard input. */
  async *messages(): AsyncGenerator<{ readonly stdin: Uint8Array } | { readonly size: Size }, void, undefined> {
    for (;;) {
      if (this.#resized && this.#screen !== undefined) {
        this.#resized = false;
        yield { size: this.#screen.size() };
        continue;
      }
      const typed = this.#stdin.read() as Buffer | string | null;
      if (typed !== null) {
        const bytes = typeof typed === 'string' ? Buffer.from(typed) : typed;
        const { data, leave } = this.#screen === undefined ? { data: bytes, leave: false } : this.#escape.take(bytes);
        if (data.length > 0) yield { stdin: data };
        if (!leave) continue;
        this.#left.abort(new Error('left by ~.'));
        return;
      }
      if (this.#stdin.readableEnded || this.#stdin.destroyed) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  [Symbol.dispose](): void {
    for (const stop of this.#stop) stop();
    // Else a terminal that nobody types into keeps the program alive.
    this.#stdin.destroy();
  }
}
