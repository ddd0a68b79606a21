import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pack } from 'tar-stream';
import { extractInto } from './extract.ts';

type Entry = Parameters<ReturnType<typeof pack>['entry']>[0];
const root = fs.mkdtempSync(join(tmpdir(), 'extract-'));
after(() => fs.rmSync(root, { recursive: true }));
let made = 0;
const newTarget = () => join(root, `out-${made++}`);

async function unpack(entries: readonly (readonly [Entry, string?])[], target = newTarget()) {
  const tar = pack();
  for (const [entry, content] of entries) tar.entry(entry, content ?? '');
  tar.finalize();
  const leftOut: string[] = [];
  const result = await extractInto(tar as AsyncIterable<Uint8Array>, target, {
    signal: new AbortController().signal,
    onBytes: () => {},
    onLeftOut: (name, why) => leftOut.push(`${name}: ${why}`),
  });
  return { target, leftOut, result };
}
const below = (directory: string) => fs.readdirSync(directory, { recursive: true }).map(String).sort();

test('files, directories and links come as they are, with their times and permissions', async () => {
  const mtime = new Date('2026-01-02T03:04:05Z');
  const { target, leftOut, result } = await unpack([
    [{ name: 'sub/', type: 'directory' }],
    [{ name: 'sub/file', mode: 0o640, mtime }, 'content'],
    [{ name: 'link', type: 'symlink', linkname: 'sub/file' }],
  ]);
  assert.deepEqual(below(target), ['link', 'sub', 'sub/file']);
  assert.equal(fs.readFileSync(join(target, 'link'), 'utf8'), 'content');
  const stat = fs.statSync(join(target, 'sub/file'));
  assert.deepEqual([stat.mode & 0o777, stat.mtimeMs], [0o640, mtime.getTime()]);
  assert.deepEqual([leftOut, result.files], [[], 1]);
});

for (const [what, entry] of [
  ['a name that climbs', { name: '../outside' }],
  ['a name that climbs in the middle', { name: 'a/../../outside' }],
  ['an absolute name', { name: '/tmp/outside' }],
  ['a name for another system', { name: '..\\outside' }],
  ['a drive', { name: 'C:outside' }],
  ['no name', { name: '.' }],
  ['a hard link', { name: 'hard', type: 'link', linkname: '/etc/passwd' }],
  ['a device', { name: 'dev', type: 'character-device', devmajor: 1, devminor: 3 }],
  ['a FIFO', { name: 'fifo', type: 'fifo' }],
] as const satisfies readonly (readonly [string, Entry])[]) {
  test(`${what} is left out, and what follows comes`, async () => {
    const before = below(root);
    const { target, leftOut } = await unpack([
      [entry, 'type' in entry ? '' : 'bad'],
      [{ name: 'good' }, 'good'],
    ]);
    assert.equal(leftOut.length, 1, leftOut.join());
    assert.deepEqual(below(target), ['good']);
    const added = below(root).filter((name) => !before.includes(name));
    assert.deepEqual(added, [target.slice(root.length + 1), `${target.slice(root.length + 1)}/good`]);
  });
}

test('a link, then a file through it: the file is not written there', async () => {
  const outside = join(root, 'outside');
  fs.mkdirSync(outside);
  const { target } = await unpack([
    [{ name: 'way', type: 'symlink', linkname: outside }],
    [{ name: 'way/stolen' }, 'x'],
  ]).catch(() => ({ target: '' }));
  assert.deepEqual(fs.readdirSync(outside), []);
  assert.equal(target, '', 'the link could not be made where a directory is');
});

test('a link of an earlier copy is not gone through either, nor written into', async () => {
  const outside = join(root, 'elsewhere');
  fs.mkdirSync(outside);
  fs.writeFileSync(join(outside, 'kept'), 'kept');
  const target = newTarget();
  await unpack([[{ name: 'way', type: 'symlink', linkname: outside }]], target);
  await unpack([[{ name: 'kept', type: 'symlink', linkname: join(outside, 'kept') }]], target);
  await assert.rejects(
    unpack([[{ name: 'way/stolen' }, 'x']], target),
    /not a directory; nothing was written through it/,
  );
  await unpack([[{ name: 'kept' }, 'new']], target);
  assert.deepEqual(fs.readdirSync(outside), ['kept']);
  assert.equal(fs.readFileSync(join(outside, 'kept'), 'utf8'), 'kept');
  assert.equal(fs.readFileSync(join(target, 'kept'), 'utf8'), 'new');
});

test('setuid, setgid and sticky are taken off', async () => {
  const { target } = await unpack([[{ name: 'suid', mode: 0o6755 }, '']]);
  assert.equal(fs.statSync(join(target, 'suid')).mode & 0o7777, 0o755);
});

test('an archive that is cut or none is an error, not a short copy', async () => {
  const options = { signal: new AbortController().signal, onBytes: () => {}, onLeftOut: () => {} };
  const cut = async function* () {
    const tar = pack();
    tar.entry({ name: 'file' }, 'x'.repeat(5_000));
    tar.finalize();
    const [first] = await Array.fromAsync(tar as AsyncIterable<Uint8Array>);
    yield Buffer.concat([first ?? Buffer.alloc(0), Buffer.from('xxx')]);
  };
  await assert.rejects(extractInto(cut(), newTarget(), options));
  const none = async function* () {
    yield Buffer.alloc(2048, 'no archive');
  };
  await assert.rejects(extractInto(none(), newTarget(), options));
});

test('the source is let go when the disk refuses', async () => {
  const target = newTarget();
  fs.mkdirSync(join(target, 'file'), { recursive: true });
  let ended = false;
  const endless = async function* () {
    try {
      const tar = pack();
      tar.entry({ name: 'file', size: 2 ** 30 });
      for await (const header of tar as AsyncIterable<Uint8Array>) {
        yield header;
        break;
      }
      for (;;) yield Buffer.alloc(64 * 1024);
    } finally {
      ended = true;
    }
  };
  const options = { signal: new AbortController().signal, onBytes: () => {}, onLeftOut: () => {} };
  await assert.rejects(extractInto(endless(), target, options), /is in the way: it is a directory/);
  while (!ended) await new Promise((resolve) => setImmediate(resolve));
});
