import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alternate, median, percentile } from './statistics.ts';

test('the median is the middle sample, or the mean of the two in the middle', () => {
  assert.equal(median([30, 10, 20]), 20);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([7]), 7);
  assert.throws(() => median([]), RangeError);
});

test('as many samples lie below the median as above it, in whatever order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (samples) => {
      const middle = median(samples);
      const half = samples.length / 2;
      assert.ok(samples.filter((one) => one < middle).length <= half);
      assert.ok(samples.filter((one) => one > middle).length <= half);
    }),
  );
});

test('a percentile is a sample that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(percentile(hundred, 99), 99);
  assert.equal(percentile(hundred, 100), 100);
  assert.equal(percentile([5], 99), 5);
  assert.equal(percentile([2, 1, 3], 50), 2);
  assert.throws(() => percentile([], 99), RangeError);
});

test('contestants take turns, begin by turns, and their first round is thrown away', async () => {
  const order: string[] = [];
  let clock = 0;
  const contestant = (name: string) => async () => {
    order.push(name);
    clock += 1;
    return clock;
  };
  const samples = await alternate({ a: contestant('a'), b: contestant('b') }, 2);
  assert.equal(order.join(''), 'abbaab');
  assert.deepEqual(samples, { a: [4, 5], b: [3, 6] });
});
