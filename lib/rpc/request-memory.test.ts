import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestMemory } from './request-memory.ts';

const MiB = 1 << 20;
const SMALL = 16 << 10;

test('a client has room for two of the largest, and its small ones besides', () => {
  const memory = new RequestMemory();
  const [first, second, third] = [memory.share('ann'), memory.share('ann'), memory.share('ann')];
  first.set(4 * MiB + SMALL);
  second.set(4 * MiB + SMALL);
  assert.throws(() => third.set(SMALL + 1), { code: 'RESOURCE_EXHAUSTED', reason: 'TOO_MANY_BYTES' });
  third.set(SMALL);
  memory.share('bob').set(4 * MiB);
  second.end();
  third.set(4 * MiB);
});

test('all clients together have room for eight; who is small is never refused for it', () => {
  const memory = new RequestMemory();
  const calls = Array.from({ length: 8 }, (_, n) => memory.share(`client ${n >> 1}`));
  for (const call of calls) call.set(4 * MiB + SMALL);
  const late = memory.share('late');
  assert.throws(() => late.set(SMALL + 1), { reason: 'TOO_MANY_BYTES' });
  late.set(SMALL);
  calls[0]!.end();
  late.set(4 * MiB);
});

test('what a call says after its end counts for nothing, and its end only once', () => {
  const memory = new RequestMemory();
  const over = memory.share('ann');
  over.set(8 * MiB);
  over.end();
  over.end();
  over.set(8 * MiB);
  const next = memory.share('ann');
  next.set(8 * MiB);
  next.set(0);
  memory.share('ann').set(8 * MiB);
});
