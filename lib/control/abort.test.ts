import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { abortable, DeadlineError, withChildSignal, withDeadline } from './abort.ts';
import { FakeClock } from './clock.testing.ts';

test('a child signal follows its parent and leaves no listener on it', async () => {
  const parent = new AbortController();
  const reason = new Error('stop');
  const result = withChildSignal(parent.signal, async (signal) => {
    parent.abort(reason);
    return signal.reason as unknown;
  });
  assert.equal(await result, reason);
  const long = new AbortController();
  await withChildSignal(long.signal, async () => {});
  await abortable(Promise.resolve(), long.signal);
  assert.equal(getEventListeners(long.signal, 'abort').length, 0);
});

test('a deadline aborts the work and says what was waited for', async () => {
  const clock = new FakeClock();
  const { signal } = new AbortController();
  const work = withDeadline({ clock, ms: 100, what: 'the pull', signal }, (limited) => clock.sleep(1_000, limited));
  const outcome = assert.rejects(work, (error) => error instanceof DeadlineError && /the pull/.test(error.message));
  await clock.advance(100);
  await outcome;
  assert.equal(clock.sleeping, 0);
  const quick = await withDeadline({ clock, ms: 100, what: 'x', signal }, async () => 7);
  assert.equal(quick, 7);
  assert.equal(clock.sleeping, 0, 'no timer is left behind');
});
