import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cron } from 'croner';
import fc from 'fast-check';
import { expectedTurnMs, openingAt } from './window.ts';

const at = (text: string): number => Date.parse(text);
const saturday = { schedule: '0 2 * * 6', duration: '4h', timeZone: 'Europe/Berlin' };

test('without windows it is always open, and a freeze closes it', () => {
  assert.deepEqual(openingAt({}, at('2026-01-01T00:00:00Z')), { state: 'always', end: Number.POSITIVE_INFINITY });
  const freezes = [{ from: '2026-12-20T00:00:00Z', to: '2027-01-04T00:00:00Z', reason: 'end of the year' }];
  assert.deepEqual(openingAt({ freezes }, at('2026-12-19T00:00:00Z')), {
    state: 'always',
    end: at('2026-12-20T00:00:00Z'),
  });
  assert.deepEqual(openingAt({ freezes }, at('2026-12-24T00:00:00Z')), {
    state: 'closed',
    opens: at('2027-01-04T00:00:00Z'),
    why: 'changes are frozen until 2027-01-04T00:00:00Z: end of the year',
  });
  assert.equal(openingAt({ freezes }, at('2027-01-04T00:00:00Z')).state, 'always');
});

test('a window is in its own time zone, through the change of clocks', () => {
  const windows = [saturday];
  assert.deepEqual(openingAt({ windows }, at('2026-01-10T01:00:00Z')), {
    state: 'open',
    start: at('2026-01-10T01:00:00Z'),
    end: at('2026-01-10T05:00:00Z'),
  });
  assert.equal(openingAt({ windows }, at('2026-01-10T05:00:00Z')).state, 'closed');
  assert.deepEqual(openingAt({ windows }, at('2026-07-10T12:00:00Z')), {
    state: 'closed',
    opens: at('2026-07-11T00:00:00Z'),
    why: 'outside of the maintenance windows',
  });
});

test('a freeze cuts a window short, and what opens next is after it', () => {
  const windows = [saturday];
  const freezes = [{ from: '2026-01-10T03:00:00Z', to: '2026-01-17T02:00:00Z' }];
  const cut = openingAt({ windows, freezes }, at('2026-01-10T02:00:00Z'));
  assert.deepEqual(cut, { state: 'open', start: at('2026-01-10T01:00:00Z'), end: at('2026-01-10T03:00:00Z') });
  const during = openingAt({ windows, freezes }, at('2026-01-12T00:00:00Z'));
  assert.ok(during.state === 'closed');
  assert.equal(during.opens, at('2026-01-17T02:00:00Z'), 'in the middle of the next window');
});

test('windows that follow upon one another are one', () => {
  const windows = [
    { schedule: '0 22 * * *', duration: '2h' },
    { schedule: '0 0 * * *', duration: '3h' },
  ];
  assert.deepEqual(openingAt({ windows }, at('2026-01-10T23:00:00Z')), {
    state: 'open',
    start: at('2026-01-10T22:00:00Z'),
    end: at('2026-01-11T03:00:00Z'),
  });
});

test('windows that never end are looked along for a bounded number of steps, through freezes too', (t) => {
  const nextRun = t.mock.method(Cron.prototype, 'nextRun');
  const now = at('2026-01-10T00:00:00Z');
  const minutes = [{ schedule: '* * * * *', duration: '1m' }];
  const opening = openingAt({ windows: minutes }, now);
  assert.ok(opening.state === 'open');
  assert.ok(opening.end >= now + 3_600_000, 'a turn fits in');
  assert.ok(nextRun.mock.callCount() < 200, `${nextRun.mock.callCount()} steps`);

  nextRun.mock.resetCalls();
  const freezes = Array.from({ length: 32 }, (_, hour) => ({
    from: new Date(now + hour * 3_600_000).toISOString(),
    to: new Date(now + (hour + 1) * 3_600_000).toISOString(),
  }));
  const frozen = openingAt({ windows: minutes, freezes }, now);
  assert.ok(frozen.state === 'closed');
  assert.equal(frozen.opens, now + 32 * 3_600_000);
  assert.ok(nextRun.mock.callCount() < 200, `${nextRun.mock.callCount()} steps`);
});

for (const [name, window, field] of [
  ['an unknown time zone', { ...saturday, timeZone: 'Europe/Nowhere' }, 'spec.rollout.windows[0].timeZone'],
  ['a day that never comes', { ...saturday, schedule: '0 0 30 2 *' }, 'spec.rollout.windows[0].schedule'],
  ['an hour that there is not', { ...saturday, schedule: '0 25 * * *' }, 'spec.rollout.windows[0].schedule'],
] as const) {
  test(`${name} closes, and names its field`, () => {
    const opening = openingAt({ windows: [window] }, at('2026-01-10T02:00:00Z'));
    assert.ok(opening.state === 'invalid');
    assert.equal(opening.field, field);
  });
}

test('a freeze that cannot be read closes, and names its field', () => {
  const freezes = [
    { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
    { from: '2026-12-20T00:00:00Z', to: '2026-12-31T23:59:60Z' },
  ];
  const opening = openingAt({ freezes }, at('2026-12-24T00:00:00Z'));
  assert.ok(opening.state === 'invalid');
  assert.equal(opening.field, 'spec.rollout.freezes[1]');
});

test('a day that few months or years have is looked for and found', () => {
  const leapDay = [{ schedule: '0 0 29 2 *', duration: '1m' }];
  for (const moment of ['2026-11-23T16:57:12Z', '2027-03-01T00:00:00Z', '2028-02-28T23:59:59Z']) {
    const opening = openingAt({ windows: leapDay }, at(moment));
    assert.ok(opening.state === 'closed', moment);
    assert.equal(opening.opens, at('2028-02-29T00:00:00Z'), moment);
  }
  assert.equal(openingAt({ windows: leapDay }, at('2028-02-29T00:00:30Z')).state, 'open');
  const longMonths = [{ schedule: '0 22 31 * *', duration: '4h' }];
  assert.equal(openingAt({ windows: longMonths }, at('2026-11-15T00:00:00Z')).state, 'closed');
  assert.deepEqual(openingAt({ windows: longMonths }, at('2027-01-01T01:00:00Z')), {
    state: 'open',
    start: at('2026-12-31T22:00:00Z'),
    end: at('2027-01-01T02:00:00Z'),
  });
});

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: 4 }, (_, index) => from + Math.floor(((to - from) * index) / 4));

test('it says of every moment what it says at that moment', () => {
  const window = fc.record({
    schedule: fc.constantFrom('0 * * * *', '*/20 * * * *', '30 3 * * *', '0 12 * * 1', '15 0,12 * * *'),
    duration: fc.constantFrom('5m', '20m', '90m', '26h'),
  });
  const base = at('2026-03-02T00:00:00Z');
  const time = fc.nat({ max: 4 * 24 * 60 }).map((minutes) => base + minutes * 60_000);
  const freeze = fc.tuple(time, fc.integer({ min: 1, max: 600 })).map(([from, minutes]) => ({
    from: new Date(from).toISOString(),
    to: new Date(from + minutes * 60_000).toISOString(),
  }));
  fc.assert(
    fc.property(
      fc.array(window, { maxLength: 2 }),
      fc.array(freeze, { maxLength: 2 }),
      time,
      (windows, freezes, now) => {
        const policy = windows.length === 0 ? { freezes } : { windows, freezes };
        const isOpen = (moment: number): boolean => !['closed', 'invalid'].includes(openingAt(policy, moment).state);
        const opening = openingAt(policy, now);
        if (opening.state === 'open' || (opening.state === 'always' && Number.isFinite(opening.end))) {
          for (const moment of between(now, opening.end)) assert.ok(isOpen(moment));
          if (freezes.some(({ from }) => Date.parse(from) === opening.end)) assert.ok(!isOpen(opening.end));
        } else if (opening.state === 'closed') {
          assert.ok(opening.opens > now);
          for (const moment of between(now, opening.opens)) assert.ok(!isOpen(moment));
          assert.ok(isOpen(opening.opens));
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('what a turn takes is the 90th percentile of what was measured, or a guess', () => {
  assert.equal(expectedTurnMs([], 300_000), 300_000);
  assert.equal(expectedTurnMs([40], 300_000), 40_000);
  assert.equal(expectedTurnMs([10, 20, 30, 40, 50, 60, 70, 80, 90, 1000], 300_000), 90_000);
});
