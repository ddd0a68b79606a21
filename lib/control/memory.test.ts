import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock, settle } from './clock.testing.ts';
import { returnMemory } from './memory.ts';

test('memory is given back after a start, after growth and every minute, until the program stops', async () => {
  const clock = new FakeClock();
  const stop = new AbortController();
  let resident = 50 << 20;
  let trims = 0;
  const trim = (): void => {
    trims++;
    resident -= 2 << 20;
  };
  const done = returnMemory({ clock, signal: stop.signal, trim, residentBytes: () => resident });
  const dropped = new WeakRef({ large: new Array(1000) });
  await settle();
  const after = async (seconds: number): Promise<number> => {
    for (let second = 0; second < seconds; second++) await clock.advance(1_000);
    return trims;
  };
  assert.equal(await after(2), 0);
  assert.equal(await after(1), 1);
  assert.equal(dropped.deref(), undefined);
  assert.equal(await after(55), 1);
  assert.equal(await after(5), 2);
  resident += 5 << 20;
  assert.equal(await after(3), 3);
  stop.abort();
  await done;
  assert.equal(await after(100), 3);
});
