/** The three forms of every answer: aligned columns for people, JSON and YAML for machines. */
import { stringify } from 'yaml';

export const OUTPUT_FORMATS = ['table', 'json', 'yaml'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface Column<Row> {
  readonly title: string;
  value(row: Row): string;
  readonly align?: 'left' | 'right';
  /** Known before any row is, for tables that are printed as rows come. */
  readonly minWidth?: number;
}

/** Columns aligned by their widest cell, two spaces between them, no trailing blanks. Control characters are shown as `?`. */
export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cells = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => clean(column.value(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, index) =>
          columns[index]?.align === 'right' ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

export function renderMachine(format: 'json' | 'yaml', value: unknown): string {
  return format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : stringify(value);
}

/** What a node sends must not steer the reader's terminal. */
export function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, '?');
}
