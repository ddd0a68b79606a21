import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { FakeClock, settle } from './clock.testing.ts';
import { againAfter, Controller, type ControllerMetrics, done, type Reconcile, TerminalError } from './reconciler.ts';

const logger = pino({ level: 'silent' });

function start(reconcile: Reconcile, concurrency = 1) {
  const clock = new FakeClock();
  const stop = new AbortController();
  const results: string[] = [];
  const metrics: ControllerMetrics = { reconciled: (result) => results.push(result) };
  const controller = new Controller({
    name: 'test',
    reconcile,
    clock,
    logger,
    concurrency,
    metrics,
    timeoutMs: 5_000,
    backoff: { baseMs: 100, maxMs: 1_000, factor: 2, jitter: 0 },
  });
  const running = controller.run(stop.signal);
  const end = async () => {
    stop.abort(new Error('stop'));
    await running;
  };
  return { clock, controller, results, end };
}

test('done waits for the next change, again-after for its time', async () => {
  let runs = 0;
  const { clock, controller, results, end } = start(async () => (++runs === 1 ? againAfter(1_000) : done));
  controller.enqueue('a');
  await clock.advance(999);
  assert.equal(runs, 1);
  await clock.advance(1);
  assert.equal(runs, 2);
  await clock.advance(1e6);
  assert.deepEqual(results, ['again-after', 'done']);
  await end();
});

test('a throw is retried with back-off, which success resets', async () => {
  const at: number[] = [];
  const { clock, controller, results, end } = start(async () => {
    at.push(clock.monotonic());
    if (at.length <= 2 || at.length === 4) throw new Error('not yet');
    return at.length === 3 ? againAfter(1_000) : done;
  });
  controller.enqueue('a');
  await clock.advance(5_000);
  assert.deepEqual(at, [0, 100, 300, 1_300, 1_400]);
  assert.deepEqual(results, ['retry', 'retry', 'again-after', 'retry', 'done']);
  await end();
});

test('what the server asked to wait is waited', async () => {
  let runs = 0;
  const { clock, controller, end } = start(async () => {
    if (++runs === 1) throw Object.assign(new Error('busy'), { retryAfterMs: 7_000 });
    return done;
  });
  controller.enqueue('a');
  await clock.advance(6_999);
  assert.equal(runs, 1);
  await clock.advance(1);
  assert.equal(runs, 2);
  await end();
});

test('a terminal error is not retried, but a change brings the key back', async () => {
  let runs = 0;
  const { clock, controller, results, end } = start(async () => {
    runs++;
    throw new TerminalError('nonsense');
  });
  controller.enqueue('a');
  await clock.advance(1e6);
  assert.equal(runs, 1);
  controller.enqueue('a');
  await settle();
  assert.deepEqual(results, ['terminal', 'terminal']);
  await end();
});

test('the same key is never worked on twice at once, different keys are', async () => {
  const open: (() => void)[] = [];
  const active: string[] = [];
  const { controller, end } = start(async (key) => {
    active.push(key);
    await new Promise<void>((resolve) => open.push(resolve));
    active.splice(active.indexOf(key), 1);
    return done;
  }, 2);
  controller.enqueue('a');
  await settle();
  controller.enqueue('a');
  controller.enqueue('b');
  controller.enqueue('c');
  await settle();
  assert.deepEqual(active, ['a', 'b']);
  while (open.length > 0) {
    open.shift()?.();
    await settle();
    assert.equal(new Set(active).size, active.length);
  }
  assert.deepEqual(active, []);
  await end();
});

test('a reconcile that takes too long is aborted and retried', async () => {
  const reasons: unknown[] = [];
  const { clock, controller, results, end } = start(async (_key, { signal }) => {
    if (reasons.length > 0) return done;
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    return done;
  });
  controller.enqueue('a');
  await clock.advance(4_999);
  assert.deepEqual(results, []);
  reasons.push('next time it works');
  await clock.advance(101);
  assert.deepEqual(results, ['retry', 'done']);
  await end();
});

test('stopping aborts what is under way and waits for it', async () => {
  let settled = false;
  const { controller, end } = start(async (_key, { signal }) => {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await settle();
    settled = true;
    return done;
  });
  controller.enqueue('a');
  await settle();
  await end();
  assert.ok(settled);
});
