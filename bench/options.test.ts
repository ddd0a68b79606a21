import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions, USAGE } from './options.ts';
import { GROUPS } from './rows.ts';

test('without options everything is measured', () => {
  const { groups, task, runs } = parseOptions([]);
  assert.deepEqual([groups, task, runs], [[...GROUPS], 'measure', 15]);
});

test('--only narrows, in the order in which things are measured, each once', () => {
  assert.deepEqual(parseOptions(['--only', 'memory', '--only', 'image', '--only', 'memory']).groups, [
    'image',
    'memory',
  ]);
});

test('what makes no sense is refused with what would', () => {
  assert.throws(() => parseOptions(['--only', 'speed']), /--only speed: not among image, ready/);
  for (const runs of ['9', '1.5', 'many', '']) assert.throws(() => parseOptions(['--runs', runs]), /from 10 to 1000/);
  assert.throws(() => parseOptions(['--docs', '--only', 'image']), /--docs needs all figures/);
  assert.throws(() => parseOptions(['--fast']), /--fast/);
});

test('help names every group', () => {
  assert.equal(parseOptions(['--help']).task, 'help');
  for (const group of GROUPS) assert.match(USAGE, new RegExp(`\\b${group}\\b`));
});
