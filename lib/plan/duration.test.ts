import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDuration, parseDuration } from './duration.ts';

test('durations are read as Go writes them', () => {
  for (const [text, ms] of [
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['1.5s', 1_500],
    ['250ms', 250],
    ['0s', 0],
  ] as const) {
    assert.equal(parseDuration(text), ms);
  }
  for (const text of ['', '10', '-1s', 'm', '1 m', '1d', 'Infinity'])
    assert.throws(() => parseDuration(text), RangeError);
});

test('what is written is read back', () => {
  fc.assert(fc.property(fc.nat(), (ms) => assert.equal(parseDuration(formatDuration(ms)), ms)));
});
