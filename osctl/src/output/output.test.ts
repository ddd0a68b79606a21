import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { renderLine, renderMachine, renderTable } from './format.ts';
import { age, bytes, duration, frequency, offset, percent, shortDigest } from './units.ts';

test('a table is aligned, without trailing blanks, and cannot steer the terminal', () => {
  const table = renderTable(
    [
      { title: 'NAME', value: (row: { name: string; size: number }) => row.name },
      { title: 'SIZE', value: (row) => bytes(row.size), align: 'right' },
    ],
    [
      { name: 'containerd', size: 10 },
      { name: 'x\u001b[2J', size: 1536 },
      { name: '\u202egnp.x', size: 1 },
    ],
  );
  assert.equal(table, 'NAME           SIZE\ncontainerd     10 B\nx?[2J       1.5 KiB\n?gnp.x          1 B\n');
});

test('JSON and YAML have the same values as ever, and cannot steer the terminal either', () => {
  const evil = {
    clear: '\u009b2J',
    [`key\u007f`]: ['plain', 'a\tb \u001b[31m', `${'long '.repeat(30)}\u202eback`],
    lines: 'one\ntwo\u2028three\u009d0;title\u0007\n',
  };
  for (const [text, value] of [
    [renderMachine('json', evil), (json: string): unknown => JSON.parse(json)],
    [renderMachine('yaml', evil), (yaml: string): unknown => parse(yaml)],
    [renderLine(evil), (json: string): unknown => JSON.parse(json)],
  ] as const) {
    assert.doesNotMatch(text.replaceAll(/[\n\t]/g, ''), /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    assert.deepEqual(value(text), evil);
  }
  assert.equal(renderMachine('yaml', { a: 'as it is', b: 'one\ntwo\n' }), 'a: as it is\nb: |\n  one\n  two\n');
});

test('units', () => {
  assert.deepEqual(
    [bytes(0), bytes(1023), bytes(1024), bytes(300 * 1024 * 1024)],
    ['0 B', '1023 B', '1.0 KiB', '300 MiB'],
  );
  assert.deepEqual(
    [duration(5), duration(59_999), duration(93_000), duration(3_600_000), duration(90_000_000)],
    ['5ms', '59s', '1m33s', '1h', '1d1h'],
  );
  assert.deepEqual([percent(0.1234), percent(1.5)], ['12.3%', '150.0%']);
  assert.deepEqual([frequency(0), frequency(800e6), frequency(2_596_122_000)], ['-', '800 MHz', '2.6 GHz']);
  assert.deepEqual([offset(-90_000), offset(12)], ['-1m30s', '+12ms']);
  assert.equal(age(0, 10), 'never');
  assert.equal(shortDigest(`sha256:${'ab'.repeat(32)}`), 'sha256:abababababab');
});
