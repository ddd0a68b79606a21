import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createSafeFiles, resolvePath } from '../host/files.ts';
import { loadSyscalls } from '../host/syscalls.ts';
import { archive } from './archive.ts';

const prefix = fs.mkdtempSync(join(tmpdir(), 'archive-'));
after(() => fs.rmSync(prefix, { recursive: true }));
const root = join(prefix, 'var/log');
const files = createSafeFiles(loadSyscalls(), prefix);
const { signal } = new AbortController();

before(() => {
  fs.mkdirSync(join(root, 'tree/sub'), { recursive: true });
  fs.writeFileSync(join(root, 'tree/small'), 'hello', { mode: 0o640 });
  fs.writeFileSync(join(root, 'tree/sub/big'), Buffer.alloc(700_000, 'b'));
  fs.writeFileSync(join(root, 'tree', 'n'.repeat(200)), '');
  fs.symlinkSync('/etc/shadow', join(root, 'tree/link'));
  execFileSync('mkfifo', [join(root, 'tree/fifo')]);
});

async function taken(path = '/var/log/tree') {
  const chunks = [];
  const leftOut: string[] = [];
  for await (const { data, file } of archive(files.walk(resolvePath(path), signal), path, signal)) {
    if (data !== undefined) chunks.push(data);
    if (file !== undefined) leftOut.push(`${file.path}: ${file.error}`);
  }
  return { chunks, leftOut };
}

test('is what tar makes of it: names from the directory on, links as links, what is no file left out and told', async () => {
  const { chunks, leftOut } = await taken();
  const out = fs.mkdtempSync(join(prefix, 'out-'));
  execFileSync('tar', ['-xf', '-', '-C', out], { input: Buffer.concat(chunks) });
  assert.deepEqual(fs.readdirSync(out).sort(), ['link', 'n'.repeat(200), 'small', 'sub']);
  assert.equal(fs.readFileSync(join(out, 'small'), 'utf8'), 'hello');
  assert.equal(fs.statSync(join(out, 'small')).mode & 0o777, 0o640);
  assert.equal(fs.statSync(join(out, 'sub/big')).size, 700_000);
  assert.equal(fs.readlinkSync(join(out, 'link')), '/etc/shadow');
  assert.deepEqual(leftOut, ['/var/log/tree/fifo: a fifo is not copied']);
});

test('a file that is cut while it is read keeps the archive whole, and is told', async () => {
  fs.mkdirSync(join(root, 'cut'));
  fs.writeFileSync(join(root, 'cut/a'), Buffer.alloc(2_000_000, 'a'));
  fs.writeFileSync(join(root, 'cut/b'), 'after');
  const path = '/var/log/cut';
  const parts: Uint8Array[] = [];
  const leftOut: string[] = [];
  for await (const { data, file } of archive(files.walk(resolvePath(path), signal), path, signal)) {
    if (data !== undefined) parts.push(data);
    if (file !== undefined) leftOut.push(file.error ?? '');
    if (parts.length === 1) fs.truncateSync(join(root, 'cut/a'), 1_000);
  }
  const out = fs.mkdtempSync(join(prefix, 'out-'));
  execFileSync('tar', ['-xf', '-', '-C', out], { input: Buffer.concat(parts) });
  assert.equal(fs.statSync(join(out, 'a')).size, 2_000_000);
  assert.equal(fs.readFileSync(join(out, 'b'), 'utf8'), 'after');
  assert.match(leftOut.join(), /became shorter.*are zeros/);
});

test('a reader that leaves, in the middle or before it began, leaves no descriptor open', async () => {
  const open = () => fs.readdirSync('/proc/self/fd').length;
  await taken();
  const before = open();
  for (let n = 0; n < 5; n++) {
    for await (const _chunk of archive(files.walk(resolvePath('/var/log/tree'), signal), '/var/log/tree', signal))
      break;
  }
  while (open() > before) await new Promise((resolve) => setImmediate(resolve));
});

test('a paused reader holds a few chunks, not the file', async () => {
  fs.mkdirSync(join(root, 'huge'));
  fs.writeFileSync(join(root, 'huge/sparse'), '');
  fs.truncateSync(join(root, 'huge/sparse'), 4 * 2 ** 30);
  const read: number[] = [];
  const counting = {
    async *walk() {
      for await (const entry of files.walk(resolvePath('/var/log/huge'), signal)) {
        const { open } = entry;
        if (open === undefined) continue;
        yield {
          ...entry,
          open: () => {
            const file = open();
            return {
              ...file,
              async *read(...args: Parameters<typeof file.read>) {
                for await (const data of file.read(...args)) {
                  read.push(data.length);
                  yield data;
                }
              },
            };
          },
        };
      }
    },
  };
  const chunks = archive(counting.walk(), '/var/log/huge', signal)[Symbol.asyncIterator]();
  await chunks.next();
  for (let n = 0; n < 200; n++) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(read.reduce((sum, size) => sum + size, 0) < 2 * 2 ** 20, `${read.length} chunks were read ahead`);
  await chunks.return?.(undefined);
});

test('a call that ends in the middle of a file ends its archive, and nothing else', async () => {
  const call = new AbortController();
  const slow = {
    async *walk() {
      for await (const entry of files.walk(resolvePath('/var/log/tree/sub'), call.signal)) {
        const { open } = entry;
        if (open === undefined) continue;
        yield {
          ...entry,
          open: () => ({
            ...open(),
            async *read() {
              yield Buffer.alloc(10);
              call.abort(new Error('the deadline has passed'));
              call.signal.throwIfAborted();
            },
          }),
        };
      }
    },
  };
  await assert.rejects(Array.fromAsync(archive(slow.walk(), '/var/log/tree/sub', call.signal)), /deadline has passed/);
});
