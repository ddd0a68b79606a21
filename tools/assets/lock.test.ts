import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { withLock } from './lock.ts';

test('holders come one after the other, and leave nothing behind', async (t) => {
  const { directory, path } = await place(t);
  let inside = 0;
  let most = 0;
  const work = () =>
    withLock(
      path,
      async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      },
      { pollMs: 1 },
    );
  await Promise.all(Array.from({ length: 8 }, work));
  assert.equal(most, 1);
  assert.deepEqual(await readdir(directory), []);
});

test('the lock is given back when the work fails', async (t) => {
  const { path } = await place(t);
  const failure = new Error('no');
  await assert.rejects(
    withLock(path, () => Promise.reject(failure)),
    (error) => error === failure,
  );
  assert.equal(await withLock(path, async () => 'mine'), 'mine');
});

test('a lock of a dead process, of a process id used again, or torn, is taken over', async (t) => {
  const { path } = await place(t);
  // 2^22 is the kernel's upper limit of process ids (proc(5)), so never one itself.
  for (const content of [
    JSON.stringify({ pid: 1 << 22, started: '1' }),
    JSON.stringify({ pid: process.pid, started: '1' }),
    '{"pid":',
  ]) {
    await writeFile(path, content);
    assert.equal(await withLock(path, async () => 'mine'), 'mine');
  }
});

test('whoever waits is told for whom, and can give up', async (t) => {
  const { path } = await place(t);
  const abort = new AbortController();
  const reason = new Error('enough');
  await withLock(path, async () => {
    const waiting = withLock(path, async () => assert.fail('two holders'), {
      signal: abort.signal,
      onWait(pid) {
        assert.equal(pid, process.pid);
        abort.abort(reason);
      },
    });
    await assert.rejects(waiting, (error: Error) => error === reason || error.name === 'AbortError');
  });
});

async function place(t: TestContext): Promise<{ directory: string; path: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'talos-lock-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return { directory, path: join(directory, 'x.lock') };
}
