/** A table whose rows are printed as they come: widths grow with what was seen, so the first rows may be narrower than the last. */
import type { Writer } from '../context.ts';
import { type Column, clean } from './format.ts';

export class StreamTable<Row> {
  readonly #columns: readonly Column<Row>[];
  readonly #out: Writer;
  readonly #widths: number[];
  #headed = false;

  constructor(columns: readonly Column<Row>[], out: Writer) {
    this.#columns = columns;
    this.#out = out;
    this.#widths = columns.map((column) => Math.max(column.title.length, column.minWidth ?? 0));
  }

  /** Prints rows that arrived together; the title line goes before the first. */
  add(rows: readonly Row[]): void {
    const cells = rows.map((row) => this.#columns.map((column) => clean(column.value(row))));
    for (const line of cells) {
      line.forEach((cell, index) => {
        this.#widths[index] = Math.max(this.#widths[index] ?? 0, cell.length);
      });
    }
    if (!this.#headed) {
      this.#headed = true;
      this.#print(this.#columns.map((column) => column.title));
    }
    for (const line of cells) this.#print(line);
  }

  #print(line: readonly string[]): void {
    const padded = line.map((cell, index) => {
      const width = this.#widths[index] ?? 0;
      return this.#columns[index]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
    });
    this.#out.write(`${padded.join('  ').trimEnd()}\n`);
  }
}
