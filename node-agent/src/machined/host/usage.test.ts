import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createSafeFiles, FileError, resolvePath } from './files.ts';
import { loadSyscalls } from './syscalls.ts';
import { type DirectoryUsage, readUsage } from './usage.ts';

const prefix = fs.mkdtempSync(join(tmpdir(), 'usage-'));
after(() => fs.rmSync(prefix, { recursive: true }));
const put = (path: string, size: number) => {
  fs.mkdirSync(join(prefix, path, '..'), { recursive: true });
  fs.writeFileSync(join(prefix, path), Buffer.alloc(size, 1));
};
put('var/log/pods/a/0.log', 100_000);
put('var/log/pods/b/0.log', 5_000);
put('var/log/other', 10);
fs.linkSync(join(prefix, 'var/log/other'), join(prefix, 'var/log/pods/b/linked'));
fs.symlinkSync('/', join(prefix, 'var/log/pods/b/everything'));
fs.truncateSync(join(prefix, 'var/log/pods/a/0.log'), 10_000_000); // a hole
put('var/log/many/0', 0);
for (let index = 1; index < 100; index += 1) put(`var/log/many/${index}`, 0);

const syscalls = loadSyscalls();
const files = createSafeFiles(syscalls, prefix);
const signal = new AbortController().signal;
const usage = (path: string, depth: number, options: { signal?: AbortSignal; maxEntries?: number } = {}) =>
  readUsage(files, syscalls, resolvePath(path), depth, options.signal ?? signal, options.maxEntries);
const descriptors = () => fs.readdirSync('/proc/self/fd').length;

test('what du(1) counts, from the deepest up; holes are not on the disk, a file with two names counts once', async () => {
  const found = await Array.fromAsync(usage('/var/log', 2));
  const lines = execFileSync('du', ['-x', '--block-size=1', '--max-depth=2', join(prefix, 'var/log')], {
    encoding: 'utf8',
  });
  const expected = new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string])
      .map(([size, path]) => [path.slice(prefix.length), Number(size)]),
  );
  const top = found.at(-1) as DirectoryUsage;
  assert.equal(top.path, '/var/log');
  assert.equal(top.allocatedBytes, expected.get('/var/log'));
  assert.deepEqual(new Set(found.map(({ path }) => path)), new Set(expected.keys()));
  const big = found.find(({ path }) => path === '/var/log/pods/a');
  assert.equal(big?.allocatedBytes, expected.get('/var/log/pods/a'));
  assert.ok(big !== undefined && big.sizeBytes > 10_000_000 && big.allocatedBytes < 1_000_000);
  assert.deepEqual([top.unreadable, top.error], [0, '']);
  assert.deepEqual((await Array.fromAsync(usage('/var/log/pods', 0))).length, 1);
});

test('a file is counted for itself', async () => {
  assert.deepEqual(
    (await Array.fromAsync(usage('/var/log/other', 0))).map(({ sizeBytes, entries }) => [sizeBytes, entries]),
    [[10, 1]],
  );
});

test('it ends when the caller goes, at any entry, and leaves nothing open', async () => {
  const before = descriptors();
  const leaving = new AbortController();
  await assert.rejects(async () => {
    for await (const _ of usage('/var/log', 2, { signal: leaving.signal })) leaving.abort(new Error('gone'));
  }, /gone/);
  for await (const _ of usage('/var/log', 2)) break;
  assert.equal(descriptors(), before);
});

test('more than is counted in one call is refused with what to do', async () => {
  await assert.rejects(
    Array.fromAsync(usage('/var/log/many', 0, { maxEntries: 50 })),
    (error) =>
      error instanceof FileError && error.code === 'TOO_LARGE' && /ask for a directory in it/.test(error.message),
  );
});

test('what is not there, and what leads elsewhere', async () => {
  await assert.rejects(
    Array.fromAsync(usage('/var/log/none', 0)),
    (error) => error instanceof FileError && error.code === 'NOT_FOUND',
  );
  const [link] = await Array.fromAsync(usage('/var/log/pods/b/everything', 5));
  assert.equal(link?.entries, 1);
});
