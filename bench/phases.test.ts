import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitUpgrade, stoppedAt, type UpgradeMoments } from './phases.ts';

const moments: UpgradeMoments = {
  tainted: 1_000,
  accepted: 1_400,
  stopped: 3_400,
  booted: 4_100,
  answered: 6_000,
  ready: 12_000,
  proven: 22_050,
  untainted: 22_250,
};

test('the way of a node is split without a gap', () => {
  assert.deepEqual(splitUpgrade(moments), {
    drain: 400,
    stop: 2_000,
    reboot: 700,
    boot: 1_900,
    ready: 6_000,
    steady: 10_050,
    release: 200,
  });
});

test('the parts add up to the whole, whatever the moments are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60_000), { minLength: 7, maxLength: 7 }), (steps) => {
      let at = 0;
      const next = () => {
        at += steps.shift() ?? 0;
        return at;
      };
      const parts = splitUpgrade({
        tainted: 0,
        accepted: next(),
        stopped: next(),
        booted: next(),
        answered: next(),
        ready: next(),
        proven: next(),
        untainted: next(),
      });
      assert.equal(
        Object.values(parts).reduce((sum, part) => sum + part, 0),
        at,
      );
    }),
  );
});

test('neighbours that were seen in the other order take no time, and none is lost', () => {
  const parts = splitUpgrade({ ...moments, accepted: 990 });
  assert.equal(parts.drain, 0);
  assert.equal(parts.stop, 2_400);
});

test('moments that cannot be of one upgrade are refused by name', () => {
  assert.throws(() => splitUpgrade({ ...moments, booted: 100 }), /booted \(100\) is before stopped \(3400\)/);
  assert.throws(() => splitUpgrade({ ...moments, ready: Number.NaN }), /ready/);
});

test('all was stopped when the last phase before the trial ended', () => {
  const phases = [
    { name: 'accepted', durationMs: 10 },
    { name: 'mark-trial', durationMs: 20 },
    { name: 'stop-services', durationMs: 1_500 },
    { name: 'trial', durationMs: 20_000 },
    { name: 'confirm', durationMs: 2 },
  ];
  assert.equal(stoppedAt({ startMs: 5_000, endMs: 26_532, phases }), 6_530);
  assert.throws(() => stoppedAt({ startMs: 0, endMs: 1, phases: phases.slice(0, 3) }), /no trial/);
});
