import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock, JUMPS_MS } from './clock.testing.ts';
import { type Clock, sleepOrJump, systemClock } from './clock.ts';

const never = new AbortController().signal;

test('a fake sleep chain sees the right times', async () => {
  const clock = new FakeClock(1_000);
  const seen: number[] = [];
  const work = (async () => {
    for (let turn = 0; turn < 3; turn++) {
      await clock.sleep(10, never);
      seen.push(clock.now());
    }
  })();
  await clock.advance(25);
  assert.deepEqual(seen, [1_010, 1_020]);
  assert.equal(clock.nextDue, 5);
  clock.jumpWall(-500);
  await clock.advance(5);
  await work;
  assert.equal(clock.monotonic(), 30);
  assert.equal(seen[2], 530, 'a jump of the wall clock moves no sleeper');
});

test('who sleeps until a wall time wakes within a minute of a jump, and not for less', async () => {
  for (const jump of [...JUMPS_MS, 0]) {
    const clock = new FakeClock();
    let jumped: boolean | undefined;
    const sleeping = sleepOrJump(clock, 3_600_000, never).then((result) => {
      jumped = result;
    });
    await clock.advance(90_000);
    clock.jumpWall(jump);
    await clock.advance(60_000);
    assert.equal(jumped, jump === 0 ? undefined : true);
    await clock.advance(3_600_000 - 150_000);
    await sleeping;
    assert.equal(jumped, jump !== 0);
    assert.equal(clock.sleeping, 0);
  }
});

for (const [name, clock] of [
  ['system', systemClock],
  ['fake', new FakeClock()],
] as readonly (readonly [string, Clock])[]) {
  test(`${name}: a sleep ends with the signal's own reason`, async () => {
    const reason = new Error('stopped');
    const controller = new AbortController();
    const sleep = clock.sleep(1e12, controller.signal);
    controller.abort(reason);
    await assert.rejects(sleep, reason);
    await assert.rejects(clock.sleep(1, AbortSignal.abort(reason)), reason);
  });
}
