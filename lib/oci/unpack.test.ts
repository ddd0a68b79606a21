import assert from 'node:assert/strict';
import { lstat, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { digestOf } from './digest.ts';
import { SOURCE_DATE_EPOCH, type TarEntry } from './pack.ts';
import type { BlobSource } from './source.ts';
import { makeImage, temporaryDirectory } from './testing.ts';
import { type ImageManifest, MEDIA_TYPE } from './types.ts';
import { type UnpackOptions, unpackLayers } from './unpack.ts';

const signal = new AbortController().signal;
const file = (path: string, content: string, mode = 0o644): TarEntry => ({
  type: 'file',
  path,
  mode,
  content: Buffer.from(content),
});
const directory = (path: string): TarEntry => ({ type: 'directory', path, mode: 0o755 });

async function unpack(t: TestContext, layers: readonly (readonly TarEntry[])[]): Promise<string> {
  const base = await temporaryDirectory(t);
  const { layout } = await makeImage(join(base, 'layout'), layers);
  const { manifest } = await layout.resolve(undefined, { signal });
  const target = join(base, 'root');
  await mkdir(target);
  await unpackLayers(layout, manifest, { target, signal });
  return target;
}

interface RawEntry {
  readonly name: string;
  readonly type?: 'file' | 'symlink' | 'link' | 'character-device' | 'directory';
  readonly linkname?: string;
  readonly content?: string;
}

/** Archives that packLayer refuses to make. */
async function rawLayer(entries: readonly RawEntry[], compress: 'none' | 'gzip' | 'zstd' = 'gzip') {
  const archive = pack();
  for (const { content, ...header } of entries) archive.entry(header, content ?? '');
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  const tar = Buffer.concat(chunks);
  const [bytes, mediaType] =
    compress === 'none'
      ? [tar, MEDIA_TYPE.layer]
      : compress === 'gzip'
        ? [gzipSync(tar), MEDIA_TYPE.layerGzip]
        : [zstdCompressSync(tar), MEDIA_TYPE.layerZstd];
  return fromBytes(bytes, mediaType);
}

function fromBytes(bytes: Buffer, mediaType: string, served = bytes): { source: BlobSource; manifest: ImageManifest } {
  const config = { mediaType: MEDIA_TYPE.config, digest: digestOf('{}'), size: 2 };
  const layers = [{ mediaType, digest: digestOf(bytes), size: bytes.length }];
  return { source: { blob: async () => Readable.from([served]) }, manifest: { schemaVersion: 2, config, layers } };
}

async function unpackRaw(
  t: TestContext,
  image: { source: BlobSource; manifest: ImageManifest },
  options: Partial<UnpackOptions> = {},
) {
  const base = await temporaryDirectory(t);
  const target = join(base, 'root');
  await mkdir(target);
  await writeFile(join(base, 'outside'), 'untouched');
  await unpackLayers(image.source, image.manifest, { target, signal, ...options }).catch(async (error: unknown) => {
    assert.equal(await readFile(join(base, 'outside'), 'utf8'), 'untouched');
    assert.deepEqual((await readdir(base)).sort(), ['outside', 'root']);
    throw error;
  });
  return target;
}

test('files, modes, times and links come out as they went in', async (t) => {
  const root = await unpack(t, [
    [
      directory('usr'),
      directory('usr/bin'),
      file('usr/bin/app', 'app', 0o755),
      { type: 'symlink', path: 'bin', target: 'usr/bin' },
      { type: 'symlink', path: 'etc-alias', target: '/etc' },
      { type: 'hardlink', path: 'usr/bin/alias', target: 'usr/bin/app' },
    ],
  ]);
  const app = await stat(join(root, 'usr/bin/app'));
  assert.equal(app.mode & 0o7777, 0o755);
  assert.equal(app.mtimeMs, SOURCE_DATE_EPOCH * 1000);
  assert.equal(app.ino, (await stat(join(root, 'usr/bin/alias'))).ino);
  assert.equal(await readlink(join(root, 'bin')), 'usr/bin');
  assert.equal(await readlink(join(root, 'etc-alias')), '/etc');
  assert.equal((await stat(join(root, 'usr'))).mtimeMs, SOURCE_DATE_EPOCH * 1000);
});

test('later layers replace, hide and go through links of earlier ones', async (t) => {
  const root = await unpack(t, [
    [
      directory('usr'),
      directory('usr/lib'),
      file('usr/lib/old', 'old'),
      file('usr/lib/kept', 'kept'),
      directory('opaque'),
      file('opaque/lower', 'x'),
      { type: 'symlink', path: 'lib', target: '/usr/lib' },
      file('was-file', 'x'),
    ],
    [
      file('lib/new', 'new'),
      file('usr/lib/.wh.old', ''),
      file('opaque/.wh..wh..opq', ''),
      file('opaque/upper', 'y'),
      directory('was-file'),
      file('was-file/inner', 'z'),
    ],
  ]);
  assert.deepEqual((await readdir(join(root, 'usr/lib'))).sort(), ['kept', 'new']);
  assert.deepEqual(await readdir(join(root, 'opaque')), ['upper']);
  assert.equal(await readFile(join(root, 'was-file/inner'), 'utf8'), 'z');
  assert.ok((await lstat(join(root, 'lib'))).isSymbolicLink());
});

for (const compression of ['none', 'gzip', 'zstd'] as const) {
  test(`a layer with compression ${compression} unpacks`, async (t) => {
    const root = await unpackRaw(t, await rawLayer([{ name: 'a/b', content: 'text' }], compression));
    assert.equal(await readFile(join(root, 'a/b'), 'utf8'), 'text');
  });
}

test('no entry leaves the target', async (t) => {
  const hostile: readonly (readonly RawEntry[])[] = [
    [{ name: '../outside', content: 'x' }],
    [{ name: '/outside', content: 'x' }],
    [{ name: 'a/../../outside', content: 'x' }],
    [{ name: 'alias', type: 'link', linkname: '../outside' }],
    [{ name: 'alias', type: 'link', linkname: 'missing' }],
    [{ name: '.wh...', content: '' }],
    [{ name: 'null', type: 'character-device' }],
    [
      { name: 'a', content: 'x' },
      { name: 'a/b', content: 'x' },
    ],
    [
      { name: 'l', type: 'symlink', linkname: 'l' },
      { name: 'l/x', content: 'x' },
    ],
  ];
  for (const entries of hostile) {
    await assert.rejects(unpackRaw(t, await rawLayer(entries)), { code: 'MALFORMED' }, JSON.stringify(entries));
  }
});

test('a write through a symlink that points outside ends inside', async (t) => {
  const root = await unpackRaw(
    t,
    await rawLayer([
      { name: 'up', type: 'symlink', linkname: '../../..' },
      { name: 'up/outside', content: 'inside' },
      { name: 'file', type: 'symlink', linkname: '../outside' },
      { name: 'file', content: 'replaced' },
    ]),
  );
  assert.equal(await readFile(join(root, 'outside'), 'utf8'), 'inside');
  assert.equal(await readFile(join(root, 'file'), 'utf8'), 'replaced');
  assert.equal(await readFile(join(root, '../outside'), 'utf8'), 'untouched');
});

test('damage is told from malice', async (t) => {
  const { manifest } = await rawLayer([{ name: 'a', content: 'x'.repeat(1000) }]);
  const good = gzipSync('not a tar archive'.repeat(100));
  await assert.rejects(unpackRaw(t, fromBytes(good, MEDIA_TYPE.layerGzip)), { code: 'MALFORMED' });
  const damaged = Buffer.from(good);
  damaged[20]! ^= 0xff;
  await assert.rejects(unpackRaw(t, fromBytes(good, MEDIA_TYPE.layerGzip, damaged)), { code: 'DIGEST_MISMATCH' });
  const other = await rawLayer([{ name: 'a', content: 'y'.repeat(1000) }]);
  await assert.rejects(unpackRaw(t, { source: other.source, manifest }), { code: 'DIGEST_MISMATCH' });
});

test('an archive larger than allowed is stopped', async (t) => {
  const bomb = await rawLayer([{ name: 'zeros', content: '\0'.repeat(1_000_000) }]);
  await assert.rejects(unpackRaw(t, bomb, { limits: { bytes: 999_999, entries: 10 } }), { code: 'MALFORMED' });
  await assert.rejects(unpackRaw(t, bomb, { limits: { bytes: 9_999_999, entries: 0 } }), { code: 'MALFORMED' });
});

test('an abort ends with its reason', async (t) => {
  const abort = new AbortController();
  abort.abort(new Error('enough'));
  await assert.rejects(unpackRaw(t, await rawLayer([{ name: 'a' }]), { signal: abort.signal }), /enough/);
});

test('a symlink that is in the target already leads nowhere else either', async (t) => {
  const base = await temporaryDirectory(t);
  await mkdir(join(base, 'root'));
  await symlink('../outside', join(base, 'root', 'dir'));
  await mkdir(join(base, 'outside'));
  const image = await rawLayer([{ name: 'dir/x', content: '1' }]);
  await unpackLayers(image.source, image.manifest, { target: join(base, 'root'), signal });
  assert.deepEqual(await readdir(join(base, 'outside')), []);
  assert.equal(await readFile(join(base, 'root/outside/x'), 'utf8'), '1');
});
