import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meetsBar, type Row, renderTable, toRows } from './results.ts';
import { DEFINITIONS, GROUPS, rowsOf } from './rows.ts';

test('rows have exactly the fields that readers of the file rely on, rounded to what the unit deserves', () => {
  const { rows } = toRows(
    new Map([
      ['osctl version', 81.2345],
      ['ssh uname', 160.06],
    ]),
    ['osctl'],
    new Map(),
  );
  assert.deepEqual(rows, [
    { name: 'osctl version', value: 81.2, unit: 'ms', bar: null, better: 'lower' },
    { name: 'ssh uname', value: 160.1, unit: 'ms', bar: null, better: 'lower' },
  ]);
});

test('what was asked for and is not there says why, by itself or for its group', () => {
  const reasons = new Map([
    ['ssh uname', 'no sshd'],
    ['memory', 'not root'],
  ]);
  const { leftOut } = toRows(new Map([['osctl version', 1]]), ['osctl', 'memory'], reasons);
  assert.deepEqual(
    new Map(leftOut.map(({ name, why }) => [name, why])),
    new Map([
      ...rowsOf(['memory']).map((name) => [name, 'not root'] as const),
      ['ssh uname', 'no sshd'],
      ['osctl version : ssh uname', 'it was not measured'],
    ]),
  );
});

test('a figure that nobody defined, or that is no number, is a mistake', () => {
  assert.throws(() => toRows(new Map([['speed', 1]]), [], new Map()), /"speed" is not defined/);
  assert.throws(() => toRows(new Map([['osctl version', Number.NaN]]), [], new Map()), /is NaN/);
});

test('a bar is met up to and including its value, in its own direction', () => {
  const row: Row = { name: 'x', value: 100, unit: 'MB', bar: 100, better: 'lower' };
  assert.equal(meetsBar(row), true);
  assert.equal(meetsBar({ ...row, value: 100.1 }), false);
  assert.equal(meetsBar({ ...row, value: 99, better: 'higher' }), false);
  assert.equal(meetsBar({ ...row, bar: null }), undefined);
});

test('the table says what was missed and what was left out', () => {
  const { rows } = toRows(
    new Map([
      ['cluster ready', 130.04],
      ['image files', 1234],
    ]),
    ['ready', 'image'],
    new Map(),
  );
  assert.equal(
    renderTable({ rows, leftOut: [{ name: 'ssh uname', why: 'no sshd' }] }),
    [
      'FIGURE              VALUE  BAR',
      'cluster ready     130.0 s  ≤ 120 s  MISSED',
      'image files    1234 files',
      'left out: ssh uname: no sshd',
    ].join('\n'),
  );
});

test('every group has figures, every figure a meaning', () => {
  for (const group of GROUPS) assert.ok(rowsOf([group]).length > 0, group);
  for (const [name, { meaning }] of DEFINITIONS) assert.ok(meaning.length > 10, name);
});
