import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '@talos/lib/control/clock.testing.ts';
import { StrangerLog } from './stranger-log.ts';

test('a flood of refused connections is a line a second, and none is forgotten', async () => {
  const clock = new FakeClock();
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log = new StrangerLog((_message, fields) => lines.push(fields), clock);
  for (let i = 0; i < 10_000; i++) log.add('192.0.2.1', 'too many handshakes');
  await clock.advance(1_000);
  log.add('192.0.2.2', 'no certificate');
  assert.deepEqual(lines, [
    { address: '192.0.2.1', why: 'too many handshakes', unsaid: 0 },
    { address: '192.0.2.2', why: 'no certificate', unsaid: 9_999 },
  ]);
});
