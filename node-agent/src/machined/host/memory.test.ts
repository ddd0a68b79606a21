import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock, settle } from '@talos/lib/control/clock.testing.ts';
import { returnMemory } from './memory.ts';
import { loadSyscalls, recordingSyscalls } from './syscalls.ts';

test('memory is given back after the boot and every minute, until the agent stops', async () => {
  const clock = new FakeClock();
  const syscalls = recordingSyscalls();
  const stop = new AbortController();
  let collections = 0;
  const done = returnMemory(clock, syscalls, stop.signal, () => void collections++);
  await settle();
  assert.equal(collections, 0);
  await clock.advance(20_000);
  assert.deepEqual([collections, syscalls.calls], [1, ['malloc_trim']]);
  await clock.advance(60_000);
  assert.equal(collections, 2);
  stop.abort();
  await done;
  assert.equal(collections, 2);
});

test("V8's collector and the C library's trim are to be had", async () => {
  const clock = new FakeClock();
  const stop = new AbortController();
  const done = returnMemory(clock, loadSyscalls(), stop.signal);
  const dropped = new WeakRef({ large: new Array(1000) });
  await settle();
  await clock.advance(20_000);
  assert.equal(dropped.deref(), undefined);
  stop.abort();
  await done;
});
