import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BlockedBy } from '@talos/crds/schema.ts';
import { calmBlockedBy, calmEstimate, calmObserved } from './steady.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
const entry = (nextCheckTime: string, message = 'it waits'): BlockedBy => ({
  code: 'WAITING',
  message,
  since: at(-60),
  owner: 'operator',
  nextCheckTime,
});

describe('calm status', () => {
  it('keeps a next look that still lies ahead, and takes a new one when it is past', () => {
    assert.deepEqual(calmBlockedBy([entry(at(4))], [entry(at(10))], now), [entry(at(4))]);
    assert.deepEqual(calmBlockedBy([entry(at(-1))], [entry(at(10))], now), [entry(at(10))]);
  });

  it('takes what says something new', () => {
    assert.deepEqual(calmBlockedBy([entry(at(4))], [entry(at(10), 'now this')], now), [entry(at(10), 'now this')]);
    assert.deepEqual(calmBlockedBy([], [entry(at(10))], now), [entry(at(10))]);
  });

  it('keeps an estimate that is about right', () => {
    assert.equal(calmEstimate(at(100), at(110), now), at(100));
    assert.equal(calmEstimate(at(100), at(200), now), at(200));
    assert.equal(calmEstimate(at(-1), at(2), now), at(2));
    assert.equal(calmEstimate(at(100), undefined, now), undefined);
  });

  it('writes an observation when it says something new, or every few minutes', () => {
    const before = { time: at(-60), reachable: true, bootID: 'a' };
    assert.equal(calmObserved(before, { time: at(0), reachable: true, bootID: 'a' }, now, 3), before);
    assert.deepEqual(calmObserved(before, { time: at(0), reachable: true, bootID: 'b' }, now, 3).bootID, 'b');
    const old = { ...before, time: at(-301) };
    assert.equal(calmObserved(old, { time: at(0), reachable: true, bootID: 'a' }, now, 3).time, at(0));
    assert.equal(calmObserved(old, { time: at(0), reachable: true, bootID: 'a' }, now, 1_000), old);
  });

  it('keeps the time at which an agent that is silent last answered', () => {
    const before = { time: at(-60), reachable: true, bootID: 'a' };
    const after = calmObserved(before, { time: at(0), reachable: false, bootID: 'a' }, now, 3);
    assert.deepEqual(after, { time: at(-60), reachable: false, bootID: 'a' });
  });
});
