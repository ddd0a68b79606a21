/** What a run found, as it is stored, printed and compared. */
import { type Better, DEFINITIONS, type Group, rowsOf, type Unit } from './rows.ts';

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly bar: number | null;
  readonly better: Better;
}

export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

export interface MachineClass {
  readonly cores: number;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly system: string;
  readonly cgroup: 'v1' | 'v2';
  readonly docker: string;
  readonly node: string;
  readonly ssh: string;
  /** One-minute load average when the run began: what else the machine was doing. */
  readonly load: number;
}

/** bench/results/latest.json */
export interface Results {
  readonly date: string;
  /** Of the project; `-modified` when files were not committed. */
  readonly commit: string;
  readonly command: string;
  readonly machine: MachineClass;
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
}

const DIGITS: Readonly<Record<Unit, number>> = {
  s: 1,
  ms: 1,
  MB: 1,
  'MB/s': 0,
  'calls/s': 0,
  files: 0,
  requests: 1,
  '%': 2,
  '×': 2,
};

/**
 * The rows of what was measured, in the order of their definitions; what was asked for and is not there is left out with a reason.
 *
 * Errors: a figure that is not defined, or is no number.
 */
export function toRows(
  values: ReadonlyMap<string, number>,
  asked: readonly Group[],
  reasons: ReadonlyMap<string, string>,
): Pick<Results, 'rows' | 'leftOut'> {
  for (const [name, value] of values) {
    if (!DEFINITIONS.has(name)) throw new Error(`the figure "${name}" is not defined in bench/rows.ts`);
    if (!Number.isFinite(value)) throw new Error(`the figure "${name}" is ${value}`);
  }
  const rows: Row[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of rowsOf(asked)) {
    const value = values.get(name);
    const { unit, bar, better, group } = DEFINITIONS.get(name) as NonNullable<ReturnType<typeof DEFINITIONS.get>>;
    if (value !== undefined) rows.push({ name, value: round(value, DIGITS[unit]), unit, bar, better });
    else leftOut.push({ name, why: reasons.get(name) ?? reasons.get(group) ?? 'it was not measured' });
  }
  return { rows, leftOut };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Whether the value is as good as the bar; undefined where there is none. */
export function meetsBar({ value, bar, better }: Row): boolean | undefined {
  if (bar === null) return undefined;
  return better === 'lower' ? value <= bar : value >= bar;
}

export function showValue(value: number, unit: Unit): string {
  return `${value.toFixed(DIGITS[unit])} ${unit}`;
}

export function showBar({ bar, better, unit }: Row): string {
  return bar === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${bar} ${unit}`;
}

export function renderTable({ rows, leftOut }: Pick<Results, 'rows' | 'leftOut'>): string {
  const verdict = (row: Row): string => ({ true: 'met', false: 'MISSED', undefined: '' })[`${meetsBar(row)}`];
  const lines = [
    ['FIGURE', 'VALUE', 'BAR', ''],
    ...rows.map((row) => [row.name, showValue(row.value, row.unit), showBar(row), verdict(row)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map(([name = '', value = '', bar = '', met = '']) =>
    [name.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), bar.padEnd(widths[2] ?? 0), met].join('  ').trimEnd(),
  );
  return [...table, ...leftOut.map(({ name, why }) => `left out: ${name}: ${why}`)].join('\n');
}
