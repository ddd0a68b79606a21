import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Attempt, longestOutage } from './outage.ts';

const answer = (start: number, end = start + 5): Attempt => ({ start, end, ok: true });
const failure = (start: number, end = start + 5): Attempt => ({ start, end, ok: false });

test('a client that is always answered has no outage, however slow the answers are', () => {
  assert.equal(longestOutage([answer(0), answer(100, 900), answer(5_000)]), 0);
  assert.equal(longestOutage([]), 0);
});

test('an outage lasts from the last answer to the next one', () => {
  assert.equal(longestOutage([answer(0), failure(100, 1_100), failure(1_200), answer(1_300, 1_310)]), 1_305);
});

test('the longest of several counts; an answer ends one', () => {
  const attempts = [answer(0), failure(100), answer(200), failure(300), failure(700), answer(900), answer(1_000)];
  assert.equal(longestOutage(attempts), 905 - 205);
});

test('a client that was turned away from the start has waited since then', () => {
  assert.equal(longestOutage([failure(50), answer(100)]), 55);
});

test('an outage without an end is no figure', () => {
  assert.throws(() => longestOutage([answer(0), failure(100)]), /not seen/);
});
