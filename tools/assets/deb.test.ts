import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import tar, { type Header } from 'tar-stream';
import { unpackDeb } from './deb.ts';

const files: readonly [Partial<Header> & { name: string }, string?][] = [
  [{ name: './usr/', type: 'directory', mode: 0o755 }],
  [{ name: './usr/bin/mount', mode: 0o4755, mtime: new Date(5_000) }, 'program'],
  [{ name: './usr/bin/umount', type: 'link', linkname: './usr/bin/mount' }],
  [{ name: './bin', type: 'symlink', linkname: 'usr/bin' }],
];

for (const [name, compress] of [
  ['data.tar', (data: Buffer) => data],
  ['data.tar.gz', gzipSync],
  ['data.tar.zst', zstdCompressSync],
] as const) {
  test(`files, links and set-id bits come out of a ${name}`, async (t) => {
    const path = await writeDeb(t, name, compress(await pack(files)));
    const entries = (await unpackDeb(path)).map(({ path, type, mode, mtime, target, content }) => [
      path,
      type,
      mode.toString(8),
      mtime,
      target ?? content?.toString(),
    ]);
    assert.deepEqual(entries[0]?.slice(0, 3), ['/usr', 'directory', '755']);
    assert.deepEqual(entries[1], ['/usr/bin/mount', 'file', '4755', 5, 'program']);
    assert.deepEqual(entries[2]?.slice(0, 2).concat(entries[2]?.[4]), [
      '/usr/bin/umount',
      'hardlink',
      '/usr/bin/mount',
    ]);
    assert.deepEqual(entries[3]?.slice(0, 2).concat(entries[3]?.[4]), ['/bin', 'symlink', 'usr/bin']);
  });
}

test('the filter decides what is kept', async (t) => {
  const path = await writeDeb(t, 'data.tar', await pack(files));
  const kept = await unpackDeb(path, (entry) => entry.type === 'symlink');
  assert.deepEqual(
    kept.map((entry) => entry.path),
    ['/bin'],
  );
});

test('a path that leads out, a device, and an unknown compression are refused', async (t) => {
  const out = await writeDeb(t, 'data.tar', await pack([[{ name: './usr/../../etc/passwd' }, 'x']]));
  await assert.rejects(unpackDeb(out), /leads out/);
  const device = await writeDeb(t, 'data.tar', await pack([[{ name: './dev/sda', type: 'block-device' }]]));
  await assert.rejects(unpackDeb(device), /block-device/);
  await assert.rejects(unpackDeb(await writeDeb(t, 'data.tar.lz', Buffer.from('x'))), /not known/);
});

test('what is cut or no package at all is refused', async (t) => {
  const path = await writeDeb(t, 'data.tar', await pack(files), 100);
  await assert.rejects(unpackDeb(path), /cut off/);
  await writeFile(path, '<html>404 or so</html>');
  await assert.rejects(unpackDeb(path), /not a Debian package/);
  await writeFile(path, '');
  await assert.rejects(unpackDeb(path), /cut off/);
});

async function pack(entries: readonly [Partial<Header> & { name: string }, string?][]): Promise<Buffer> {
  const archive = tar.pack();
  for (const [header, content] of entries) {
    archive.entry(header, content ?? '');
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function writeDeb(t: TestContext, name: string, data: Buffer, cut = 0): Promise<string> {
  const member = (member: string, content: Buffer) => [
    Buffer.from(
      `${member.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(content.length).padEnd(10)}\`\n`,
    ),
    content,
    Buffer.from('\n'.repeat(content.length % 2)),
  ];
  const archive = Buffer.concat([
    Buffer.from('!<arch>\n'),
    // An odd length, so that the padding byte is skipped.
    ...member('debian-binary', Buffer.from('2.0\n ')),
    ...member(name, data),
  ]);
  const directory = await mkdtemp(join(tmpdir(), 'talos-deb-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const path = join(directory, 'x.deb');
  await writeFile(path, archive.subarray(0, archive.length - cut));
  return path;
}
