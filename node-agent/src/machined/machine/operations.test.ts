import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FakeClock, JUMPS_MS } from '@talos/lib/control/clock.testing.ts';
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

test('a clock that jumps falsifies no duration, and the newest records are kept, also over boots', async () => {
  const fs = { ...realAtomicFs, fsync() {} };
  for (const jump of JUMPS_MS) {
    const clock = new FakeClock();
    const at = mkdtempSync(join(directory, 'jump-'));
    let operations = openOperations({ directory: at, clock, onChange: () => {}, fs });
    const run = async (id: string) => {
      operations.begin({ ...start, id });
      await clock.advance(2_000);
      clock.jumpWall(jump);
      operations.enterPhase(id, 'stop-services', '');
      clock.jumpWall(-jump);
      await clock.advance(3_000);
      operations.end(id, { error: { code: 'INTERNAL', message: '', retryable: true, condemnsImage: false } });
    };
    for (let n = 0; n < 50; n++) await run(`before-${n}`);
    clock.jumpWall(jump);
    for (let n = 0; n < 10; n++) await run(`after-${n}`);
    operations = openOperations({ directory: at, clock, onChange: () => {}, fs });
    for (let n = 10; n < 20; n++) await run(`after-${n}`);
    const list = operations.list();
    const expected = [
      ...Array.from({ length: 30 }, (_, n) => `before-${n + 20}`),
      ...Array.from({ length: 20 }, (_, n) => `after-${n}`),
    ];
    assert.deepEqual(
      list.map(({ id }) => id),
      expected,
    );
    assert.deepEqual(list.at(-1)?.phases, [
      { name: 'accepted', durationMs: 2_000 },
      { name: 'stop-services', durationMs: 3_000 },
    ]);
  }
});
