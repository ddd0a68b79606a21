/** The three forms of every answer: aligned columns for people, JSON and YAML for machines. */
import { Document, Scalar, stringify, visit } from 'yaml';
import { escapedInQuotes, UNSAFE } from './visible.ts';

export const OUTPUT_FORMATS = ['table', 'json', 'yaml'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface Column<Row> {
  readonly title: string;
  value(row: Row): string;
  readonly align?: 'left' | 'right';
  /** Known before any row is, for tables that are printed as rows come. */
  readonly minWidth?: number;
}

/** Columns aligned by their widest cell, two spaces between them, no trailing blanks. What could steer a terminal is shown as `?`. */
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

/** Neither form leaves a character in that could steer a terminal: JSON itself escapes only some of them, YAML fewer. */
export function renderMachine(format: 'json' | 'yaml', value: unknown): string {
  return format === 'json' ? `${escapedInQuotes(JSON.stringify(value, null, 2))}\n` : renderYaml(value);
}

/** One JSON object a line. */
export function renderLine(value: object): string {
  return `${escapedInQuotes(JSON.stringify(value))}\n`;
}

function renderYaml(value: unknown): string {
  const text = stringify(value);
  if (escapedInQuotes(text) === text) return text;
  // Escapes mean something in double quotes only.
  const document = new Document(value);
  visit(document, {
    Scalar: (_, scalar) => {
      const { value: inside } = scalar;
      if (typeof inside === 'string' && escapedInQuotes(inside) !== inside) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return escapedInQuotes(document.toString());
}

/** What a node sends must not steer the reader's terminal. */
export function clean(text: string): string {
  return text.replace(UNSAFE, '?').replaceAll('\t', '?');
}
