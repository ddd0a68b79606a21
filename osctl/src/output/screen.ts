/** Pictures that are drawn again and again: over one another on a terminal, one after the other elsewhere. */
import type { Writer } from '../context.ts';

const HOME = '\u001b[H';
const CLEAR_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';
const CLEAR_ALL = '\u001b[2J';

export class Screen {
  readonly #out: Writer;
  #drawn = false;

  constructor(out: Writer) {
    this.#out = out;
  }

  /** How many lines a picture may have. */
  get rows(): number {
    return this.#out.isTTY ? this.#out.rows - 1 : Number.POSITIVE_INFINITY;
  }

  /** Lines that are too long for the terminal are cut: one that wraps would push the others out of their places. */
  draw(text: string): void {
    if (!this.#out.isTTY) {
      this.#out.write(`${this.#drawn ? '\n' : ''}${text}`);
      this.#drawn = true;
      return;
    }
    // The first clears; later ones write over what is there, so that nothing flickers.
    const start = this.#drawn ? HOME : `${CLEAR_ALL}${HOME}`;
    this.#drawn = true;
    const lines = text.trimEnd().split('\n').slice(0, this.rows);
    this.#out.write(
      `${start}${lines.map((line) => `${line.slice(0, this.#out.columns)}${CLEAR_LINE}\n`).join('')}${CLEAR_BELOW}`,
    );
  }
}
