import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FakeClock, settle } from './clock.testing.ts';
import { KeyQueue } from './queue.ts';

const backoff = { baseMs: 100, maxMs: 1_000, factor: 2, jitter: 0 };

function setup() {
  const clock = new FakeClock();
  const queue = new KeyQueue({ clock, backoff });
  const taken: string[] = [];
  const takeNext = () => queue.take().then((key) => taken.push(key ?? 'END'));
  return { clock, queue, taken, takeNext };
}

test('a key added many times is handed out once, in order of arrival', async () => {
  const { queue, taken, takeNext } = setup();
  for (const key of ['a', 'b', 'a', 'c', 'b']) queue.add(key);
  for (let turn = 0; turn < 4; turn++) takeNext();
  await settle();
  assert.deepEqual(taken, ['a', 'b', 'c']);
});

test('a key added while it is worked on comes again after done, not before', async () => {
  const { queue, taken, takeNext } = setup();
  queue.add('a');
  takeNext();
  takeNext();
  await settle();
  queue.add('a');
  queue.add('a');
  await settle();
  assert.deepEqual(taken, ['a']);
  queue.done('a');
  await settle();
  assert.deepEqual(taken, ['a', 'a']);
});

test('the earliest of several times wins', async () => {
  const { clock, queue, taken, takeNext } = setup();
  queue.addAfter('a', 500);
  queue.addAfter('a', 100);
  queue.addAfter('a', 300);
  takeNext();
  await clock.advance(99);
  assert.deepEqual(taken, []);
  await clock.advance(1);
  assert.deepEqual(taken, ['a']);
  queue.done('a');
  takeNext();
  await clock.advance(1_000);
  assert.deepEqual(taken, ['a'], 'the later times are gone');
});

test('being ready beats a delay', async () => {
  const { clock, queue, taken, takeNext } = setup();
  queue.addAfter('a', 500);
  queue.add('a');
  takeNext();
  await settle();
  queue.done('a');
  takeNext();
  await clock.advance(1_000);
  assert.deepEqual(taken, ['a']);
});

test('failures back off by key, up to the limit, until forgotten', async () => {
  const { clock, queue, taken, takeNext } = setup();
  const waits: number[] = [];
  for (let failure = 0; failure < 6; failure++) {
    queue.addRateLimited('a');
    waits.push(clock.nextDue ?? -1);
    takeNext();
    await clock.advance(1_000);
    queue.done('a');
  }
  assert.deepEqual(waits, [100, 200, 400, 800, 1_000, 1_000]);
  assert.equal(taken.length, 6);
  queue.addRateLimited('b');
  assert.equal(clock.nextDue, 100, 'another key is not slowed down');
  queue.forget('a');
  assert.equal(queue.failures('a'), 0);
  queue.addRateLimited('c', 5_000);
  await clock.advance(100);
  assert.equal(clock.nextDue, 4_900, 'what the other side asked for is the least');
});

test('shutdown wakes the takers and hands out nothing more', async () => {
  const { clock, queue, taken, takeNext } = setup();
  takeNext();
  queue.addAfter('late', 10);
  queue.shutdown();
  queue.add('more');
  await clock.advance(100);
  assert.deepEqual(taken, ['END']);
  assert.equal(clock.sleeping, 0, 'no timer is left behind');
});

test('property: never the same key twice at once, and no key is lost', async () => {
  const keys = fc.constantFrom('a', 'b', 'c');
  const action = fc.oneof(
    fc.record({ do: fc.constant('add' as const), key: keys }),
    fc.record({ do: fc.constant('after' as const), key: keys, ms: fc.integer({ min: 0, max: 50 }) }),
    fc.record({ do: fc.constant('retry' as const), key: keys }),
    fc.record({ do: fc.constant('finish' as const), key: keys }),
    fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 60 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
      const clock = new FakeClock();
      const queue = new KeyQueue({ clock, backoff });
      const working = new Set<string>();
      /** Keys that were asked for since they were last handed out. */
      const owed = new Set<string>();
      const work = async () => {
        for (let key = await queue.take(); key !== undefined; key = await queue.take()) {
          assert.ok(!working.has(key), `${key} is worked on twice at once`);
          working.add(key);
          owed.delete(key);
        }
      };
      const worker = work();
      for (const step of actions) {
        switch (step.do) {
          case 'add':
            queue.add(step.key);
            owed.add(step.key);
            break;
          case 'after':
            queue.addAfter(step.key, step.ms);
            owed.add(step.key);
            break;
          case 'retry':
            queue.addRateLimited(step.key);
            owed.add(step.key);
            break;
          case 'finish':
            if (working.delete(step.key)) queue.done(step.key);
            break;
          case 'advance':
            await clock.advance(step.ms);
            break;
        }
        await Promise.resolve();
      }
      for (let round = 0; round < 3; round++) {
        for (const key of working) queue.done(key);
        working.clear();
        await clock.advance(10_000);
      }
      assert.deepEqual([...owed], []);
      queue.shutdown();
      await worker;
    }),
    { numRuns: 60 },
  );
});
