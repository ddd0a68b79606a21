import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '@talos/lib/control/clock.ts';
import { KernelLogError, newLines, parseRecord, parseSyslogLine, readKernelLog } from './kmsg.ts';

const clock = { ...systemClock, now: () => 1_000_000, sleep: async () => {} };

test('records of /dev/kmsg', () => {
  assert.deepEqual(parseRecord('30,339,5140900,-;a; b\n SUBSYSTEM=x\n'), {
    timeMs: 5140.9,
    text: 'a; b',
    facility: 'daemon',
  });
  assert.equal(parseRecord('nonsense'), undefined);
});
test('lines of syslog(2)', () => {
  assert.deepEqual(parseSyslogLine('<6>[   12.500000] eth0: up'), {
    timeMs: 12_500,
    text: 'eth0: up',
    facility: 'kern',
  });
  assert.deepEqual(parseSyslogLine('<4>no time'), { timeMs: 0, text: 'no time', facility: 'kern' });
});
test('what is new is what comes after what was seen', () => {
  assert.deepEqual(newLines([], ['a']), ['a']);
  assert.deepEqual(newLines(['a', 'b'], ['x', 'a', 'b', 'c']), ['c']);
  assert.deepEqual(newLines(['a', 'b'], ['x', 'y']), ['x', 'y']);
  assert.deepEqual(newLines(['a', 'b'], ['a', 'b']), []);
});

function ring(...snapshots: readonly string[]) {
  let turn = 0;
  return {
    monotonicNs: () => 100_000_000_000n,
    syslog: (action: number, buffer?: Uint8Array) => {
      if (action === 10) return 4096;
      const text = snapshots[Math.min(turn++, snapshots.length - 1)]!;
      return buffer === undefined ? 0 : Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).write(text);
    },
  };
}

test('follows by syslog(2) where there is no real device, each line once', async () => {
  const abort = new AbortController();
  const seen: unknown[] = [];
  const syscalls = ring('<6>[ 1.0] a\n', '<6>[ 1.0] a\n', '<6>[ 1.0] a\n<6>[ 2.0] b\n');
  for await (const line of readKernelLog({
    syscalls,
    clock,
    follow: true,
    signal: abort.signal,
    device: '/dev/null',
  })) {
    seen.push([line.text, line.timeMs]);
    if (seen.length === 2) abort.abort();
  }
  assert.deepEqual(seen, [
    ['a', 901_000],
    ['b', 902_000],
  ]);
});

test('the tail and what follows are one reading: nothing is missed when the ring moves on in between', async () => {
  const abort = new AbortController();
  const seen: string[] = [];
  const syscalls = ring('<6>[ 1.0] a\n<6>[ 2.0] b\n', '<6>[ 9.0] y\n<6>[ 9.5] z\n');
  const options = { syscalls, clock, follow: true, tailLines: 1, signal: abort.signal, device: '/dev/null' };
  for await (const line of readKernelLog(options)) {
    seen.push(line.text);
    if (line.text === 'z') abort.abort();
  }
  assert.deepEqual(seen, ['b', 'y', 'z']);
});

test('an idle ring is looked at by its end only', async () => {
  const abort = new AbortController();
  const asked: number[] = [];
  const line = '<6>[ 1.0] a\n';
  const syscalls = {
    monotonicNs: () => 0n,
    syslog: (action: number, buffer?: Uint8Array) => {
      if (action === 10) return 1 << 20;
      asked.push(buffer?.length ?? 0);
      if (asked.length === 4) abort.abort();
      return Buffer.from(buffer?.buffer as ArrayBuffer, buffer?.byteOffset, buffer?.length).write(line);
    },
  };
  for await (const _line of readKernelLog({
    syscalls,
    clock,
    follow: true,
    signal: abort.signal,
    device: '/dev/null',
  }));
  assert.deepEqual(asked, [1 << 20, 16_384, 16_384, 16_384]);
});

test('says what is missing where it is not permitted', async () => {
  const syscalls = {
    ...ring(''),
    syslog: () => {
      throw Object.assign(new Error('syslog'), { code: 'EPERM' });
    },
  };
  const { signal } = new AbortController();
  await assert.rejects(
    async () => {
      for await (const _line of readKernelLog({ syscalls, clock, follow: false, signal, device: '/dev/null' }));
    },
    (error) => error instanceof KernelLogError && /EPERM.*CAP_SYSLOG/.test(error.message),
  );
});
