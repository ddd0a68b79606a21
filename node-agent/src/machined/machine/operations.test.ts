import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '@talos/lib/control/clock.ts';
import { realAtomicFs } from '../host/fs-atomic.ts';
import { openOperations } from './operations.ts';

const directory = mkdtempSync(join(tmpdir(), 'talos-operations-'));
after(() => rmSync(directory, { recursive: true }));
const start = { type: 'reboot', request: {}, image: '', fromBootId: 'boot-1', requestedBy: 'ada' } as const;

test('a disk that fills up ends no operation and none of its watchers, and lets none begin that needs more of it', async () => {
  let full = false;
  const fs = {
    ...realAtomicFs,
    write(fd: number, data: Uint8Array) {
      if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      realAtomicFs.write(fd, data);
    },
  };
  const unwritten: string[] = [];
  const open = () =>
    openOperations({
      directory,
      clock: systemClock,
      onChange: () => {},
      fs,
      onUnwritten: (_error, id) => unwritten.push(id),
    });
  const operations = open();
  operations.begin({ ...start, id: 'one' });
  const seen: string[] = [];
  const watching = (async () => {
    for await (const { state, phase } of operations.watch('one', new AbortController().signal))
      seen.push(`${state} ${phase}`);
  })();
  full = true;
  operations.enterPhase('one', 'stop-services', 'Stopping services');
  operations.end('one', { error: { code: 'INTERNAL', message: 'no', retryable: true, condemnsImage: false } });
  await watching;
  assert.equal(seen.at(-1), 'FAILED stop-services');
  assert.deepEqual(unwritten, ['one', 'one']);
  assert.throws(() => operations.begin({ ...start, type: 'prepare', id: 'two' }), {
    code: 'RESOURCE_EXHAUSTED',
    reason: 'DISK_FULL',
  });
  assert.equal(operations.get('two'), undefined);
  // What mends a full disk, or needs nothing of it, goes on without being stored.
  assert.equal(operations.begin({ ...start, id: 'three' }).state, 'RUNNING');
  assert.equal(open().get('three'), undefined);

  full = false;
  assert.equal(open().get('one')?.phase, 'accepted', 'the next boot settles what it finds');
});
