import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Pace } from './pace.ts';

describe('the pace of telling', () => {
  it('is at once where little happens', () => {
    const pace = new Pace();
    assert.deepEqual(pace.due(['a', 'b'], 0, 1_000), { due: ['a', 'b'], againMs: Number.POSITIVE_INFINITY });
    assert.equal(pace.summaryIn(0, 1_000), 0);
    pace.toldSummary(1_000);
    assert.equal(pace.summaryIn(0, 1_000), 0);
  });

  it('lets a node wait for as long as all of them together take their share, after any write', () => {
    const pace = new Pace();
    pace.wrote('a', 1_000);
    assert.deepEqual(pace.due(['a', 'b'], 0, 1_100), { due: ['b'], againMs: 400 });
    assert.deepEqual(pace.due(['a', 'b'], 100, 1_100), { due: ['b'], againMs: 24_900 });
    assert.deepEqual(pace.due(['a'], 5_000, 61_000).due, ['a'], 'no longer than a minute');
  });

  it('tells the summaries less often with many nodes under way, but tells them', () => {
    const pace = new Pace();
    pace.toldSummary(1_000);
    assert.equal(pace.summaryIn(10, 1_000), 500);
    assert.equal(pace.summaryIn(1_000, 1_000), 5_000);
    assert.equal(pace.isOverdue(5_999), false);
    assert.equal(pace.isOverdue(6_000), true);
  });
});
