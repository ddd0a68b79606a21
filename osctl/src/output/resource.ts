/** Resources as rows, by the columns that their node says they have. */
import type { ColumnFormat, ResourceKind } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ShownResource } from '../client/resources.ts';
import type { Column } from './format.ts';
import { age, bytes, duration } from './units.ts';

export function resourceColumns(kind: ResourceKind, now: () => number): readonly Column<ShownResource>[] {
  const numeric = (format: ColumnFormat): boolean => format !== 'TEXT' && format !== 'COLUMN_FORMAT_UNSPECIFIED';
  return [
    { title: kind.name.toUpperCase(), value: (row) => row.id },
    ...kind.columns.map(
      ({ title, path, format }): Column<ShownResource> => ({
        title,
        value: (row) => cell(at(row.spec, path), format, now()),
        align: numeric(format) ? 'right' : 'left',
      }),
    ),
  ];
}

/** Whole digests are for programs. */
const shortened = (text: string): string => text.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1');

/** RFC 6901; undefined where it leads nowhere. */
function at(spec: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => {
      const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
      return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined;
    }, spec);
}

function cell(value: unknown, format: ColumnFormat, nowMs: number): string {
  if (value === undefined || value === null || value === '') return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map((one) => shortened(String(one))).join(',');
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'number') return shortened(String(value));
  switch (format) {
    case 'BYTES':
      return bytes(value);
    case 'DURATION':
      return duration(value);
    case 'TIME':
      if (value === 0) return '-';
      return value > nowMs ? `in ${duration(value - nowMs)}` : `${age(value, nowMs)} ago`;
    case 'TEXT':
    case 'COLUMN_FORMAT_UNSPECIFIED':
      return String(value);
  }
}
