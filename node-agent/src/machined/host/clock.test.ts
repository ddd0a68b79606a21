import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClockState } from './clock.ts';
import { loadSyscalls } from './syscalls.ts';

test('the state of the clock is where the kernel puts it', () => {
  const state = readClockState({
    adjtimex: (timex) => {
      const view = new DataView(timex.buffer, timex.byteOffset, timex.byteLength);
      view.setBigInt64(24, 16_000_000n, true);
      view.setBigInt64(32, 1_500n, true);
      view.setInt32(40, 0x2040, true);
    },
  });
  assert.deepEqual(state, { synchronized: false, maxErrorUs: 16_000_000, estimatedErrorUs: 1_500 });
  assert.equal(readClockState({ adjtimex: () => {} }).synchronized, true);
});

test('a call that would turn the clock is made to read only', () => {
  const timex = Buffer.alloc(208, 0xff);
  loadSyscalls().adjtimex(timex);
  assert.equal(timex.readUInt32LE(0), 0);
  assert.ok(timex.readBigInt64LE(24) >= 0n && timex.readBigInt64LE(72) > 1_600_000_000n);
});
