import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Interleave } from './interleave.ts';

async function merged(sources: readonly (readonly number[])[], holdMs = 60_000): Promise<readonly number[]> {
  const out: number[] = [];
  const interleave = new Interleave<number>({
    sources: sources.length,
    timeOf: (item) => item,
    holdMs,
    emit: async (_source, item) => void out.push(item),
  });
  await Promise.all(
    sources.map(async (items, source) => {
      for (const item of items) await interleave.push(source, item);
      interleave.end(source);
    }),
  );
  return out;
}

test('the oldest goes first, whatever comes when', async () => {
  assert.deepEqual(await merged([[1, 4, 5, 9], [2, 3, 10], [], [6]]), [1, 2, 3, 4, 5, 6, 9, 10]);
});

test('the order of a source stays, and what bears no time goes with the one before it', async () => {
  assert.deepEqual(await merged([[5, 0, 1], [6]]), [5, 0, 1, 6]);
});

test('a source that says nothing holds the others up for a while only', async () => {
  const out: number[] = [];
  const interleave = new Interleave<number>({
    sources: 2,
    timeOf: (item) => item,
    holdMs: 20,
    emit: async (_source, item) => void out.push(item),
  });
  await interleave.push(0, 7);
  assert.deepEqual(out, [7]);
});

test('whoever cannot be written to is told', async () => {
  const interleave = new Interleave<number>({
    sources: 1,
    timeOf: (item) => item,
    holdMs: 1,
    emit: () => Promise.reject(new Error('closed')),
  });
  await assert.rejects(interleave.push(0, 1), /closed/);
});
