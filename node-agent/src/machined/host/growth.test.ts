import assert from 'node:assert/strict';
import { appendFileSync, closeSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Growth, watchGrowth } from './growth.ts';

/** Time that only passes when it is told to. */
const still = {
  sleep: (_ms: number, signal: AbortSignal) =>
    new Promise<void>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
};

async function withFile(work: (path: string, growth: Growth) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'growth-'));
  const path = join(directory, '0.log');
  writeFileSync(path, 'before\n');
  const fd = openSync(path, 'r');
  const growth = watchGrowth(fd, still);
  try {
    await work(path, growth);
  } finally {
    growth.close();
    closeSync(fd);
    rmSync(directory, { recursive: true });
  }
}
const never = new AbortController().signal;

test('a write ends the waiting, also one that came before it', () =>
  withFile(async (path, growth) => {
    const next = growth.next(60_000, never);
    appendFileSync(path, 'one\n');
    await next;
    appendFileSync(path, 'two\n');
    await new Promise((resolve) => setImmediate(resolve));
    await growth.next(60_000, never);
  }));

test('the file is followed under another name', () =>
  withFile(async (path, growth) => {
    const renamed = growth.next(60_000, never);
    renameSync(path, `${path}.1`);
    await renamed;
    const next = growth.next(60_000, never);
    appendFileSync(`${path}.1`, 'the end\n');
    await next;
  }));

test('the signal ends the waiting', () =>
  withFile(async (_path, growth) => {
    const stop = new AbortController();
    const next = growth.next(60_000, stop.signal);
    stop.abort();
    await next;
  }));

test('what cannot be watched is waited for by time', async () => {
  let slept = 0;
  const growth = watchGrowth(-1, {
    sleep: async (ms) => {
      slept += ms;
    },
  });
  await growth.next(250, never);
  assert.equal(slept, 250);
  growth.close();
});
