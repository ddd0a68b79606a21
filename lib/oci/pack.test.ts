import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { digestOf } from './digest.ts';
import { dockerArchive } from './docker-archive.ts';
import { packLayer, type TarEntry } from './pack.ts';
import { makeImage, temporaryDirectory } from './testing.ts';

const signal = new AbortController().signal;
const entries: readonly TarEntry[] = [
  { type: 'hardlink', path: 'a/alias', target: 'z' },
  { type: 'file', path: 'z', mode: 0o755, content: Buffer.from('zz') },
  { type: 'directory', path: 'a', mode: 0o755 },
  { type: 'symlink', path: 'a/link', target: '../z' },
];

test('the same entries in any order give the same bytes', async (t) => {
  const directory = await temporaryDirectory(t);
  const one = await packLayer(entries, join(directory, '1'), { signal });
  const two = await packLayer([...entries].reverse(), join(directory, '2'), { signal });
  assert.deepEqual(one, two);
  const bytes = await readFile(join(directory, '1'));
  assert.equal(digestOf(bytes), one.descriptor.digest);
  assert.equal(digestOf(gunzipSync(bytes)), one.diffId);
  assert.deepEqual([...bytes.subarray(4, 8), bytes[9]], [0, 0, 0, 0, 255]);
});

test('an entry that is there twice, or no plain path, is refused', async (t) => {
  const path = join(await temporaryDirectory(t), '1');
  for (const bad of ['z', '/abs', '../up', 'a/', '']) {
    const extra: TarEntry = { type: 'directory', path: bad, mode: 0o755 };
    await assert.rejects(packLayer([...entries, extra], path, { signal }), { code: 'MALFORMED' });
  }
});

test('a file that shrank since it was measured fails the layer', async (t) => {
  const directory = await temporaryDirectory(t);
  await writeFile(join(directory, 'f'), 'short');
  const entry: TarEntry = { type: 'file', path: 'f', mode: 0o644, file: join(directory, 'f'), size: 10 };
  await assert.rejects(packLayer([entry], join(directory, '1'), { signal }), { code: 'MALFORMED' });
  await assert.rejects(readFile(join(directory, '1')), { code: 'ENOENT' });
});

test('a docker archive holds the config under its digest and the layers in order', async (t) => {
  const { layout } = await makeImage(await temporaryDirectory(t), [
    entries,
    [{ type: 'directory', path: 'b', mode: 0o755 }],
  ]);
  const { imageId, stream } = await dockerArchive(layout, { tag: 'osctl.dev/test:1', signal });
  const found = new Map<string, Buffer>();
  const archive = extract();
  stream.pipe(archive);
  for await (const entry of archive) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    found.set(entry.header.name, Buffer.concat(chunks));
  }
  const [manifest] = JSON.parse(found.get('manifest.json')!.toString());
  assert.deepEqual(manifest.RepoTags, ['osctl.dev/test:1']);
  assert.equal(digestOf(found.get(manifest.Config)!), imageId);
  const config = JSON.parse(found.get(manifest.Config)!.toString());
  assert.deepEqual(
    manifest.Layers.map((name: string) => digestOf(gunzipSync(found.get(name)!))),
    config.rootfs.diff_ids,
  );
});
