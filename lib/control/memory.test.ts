import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock, settle } from './clock.testing.ts';
import { returnMemory } from './memory.ts';

async function program() {
  const clock = new FakeClock();
  const stop = new AbortController();
  const state = { resident: 50 << 20, spent: 0, thorough: 0, ordinary: 0, trims: 0 };
  const done = returnMemory({
    clock,
    signal: stop.signal,
    trim: () => {
      state.trims++;
      state.resident -= 2 << 20;
    },
    residentBytes: () => state.resident,
    spentMs: () => state.spent,
    collect: ({ flavor }) => {
      state[flavor === 'last-resort' ? 'thorough' : 'ordinary']++;
    },
  });
  await settle();
  return {
    state,
    /** With so much of a processor taken. */
    after: async (seconds: number, share = 0): Promise<number> => {
      for (let second = 0; second < seconds; second++) {
        state.spent += 1_000 * share;
        await clock.advance(1_000);
      }
      return state.thorough;
    },
    end: async () => {
      stop.abort();
      await done;
    },
  };
}

test('memory is given back after a start, after growth and every five minutes, until the program stops', async () => {
  const { state, after, end } = await program();
  assert.equal(await after(2), 0);
  assert.equal(await after(1), 1);
  assert.equal(await after(295), 1);
  assert.equal(await after(5), 2);
  state.resident += 5 << 20;
  assert.equal(await after(3), 3);
  assert.equal(state.trims, 3);
  await end();
  assert.equal(await after(1_000), 3);
});

test('a busy program keeps its compiled code, and gives memory back when it has grown by much, and when the rush is over', async () => {
  const { state, after, end } = await program();
  await after(3);
  state.resident += 7 << 20;
  await after(600, 0.5);
  assert.deepEqual([state.thorough, state.ordinary], [1, 0]);
  state.resident += 5 << 20;
  await after(30, 0.5);
  assert.deepEqual([state.thorough, state.ordinary], [1, 1]);
  await after(3);
  assert.deepEqual([state.thorough, state.ordinary], [2, 1]);
  await end();
});

test('growth in a rush is given back within a second, and a pause of a moment is none', async () => {
  const { state, after, end } = await program();
  await after(3);
  for (let second = 1; second <= 4; second++) {
    state.resident += 17 << 20;
    await after(1, 0.5);
    assert.equal(state.ordinary, second);
  }
  await after(2);
  await after(1, 0.5);
  await after(2);
  assert.equal(state.thorough, 1);
  await after(1);
  assert.equal(state.thorough, 2);
  await end();
});

test('what is not used any more is collected', async () => {
  const clock = new FakeClock();
  const stop = new AbortController();
  const done = returnMemory({ clock, signal: stop.signal });
  const dropped = new WeakRef({ large: new Array(1000) });
  await settle();
  for (let second = 0; second < 3; second++) await clock.advance(1_000);
  assert.equal(dropped.deref(), undefined);
  stop.abort();
  await done;
});
