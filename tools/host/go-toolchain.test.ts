import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { serve, startTestServer } from '../assets/test-server.ts';
import { directoryHash, fetchGo } from './go-toolchain.ts';

const prefix = 'golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64';
const zip = makeZip({
  [`${prefix}/pkg/tool/compile`]: 'compiler',
  [`${prefix}/bin/go`]: 'go command',
  [`${prefix}/LICENSE`]: 'x'.repeat(1000),
});

test("a module's hash is Go's own", () => {
  // What Go's dirhash.Hash1 gives for these two files: printf of both lines through sha256sum, in base64.
  const files = makeZip({ 'b@v1/b.txt': 'b\n', 'b@v1/a.txt': 'a\n' });
  assert.equal(directoryHash(files), 'h1:1eqS/6Ztv9IdyVcisntbf0Pk0uP4rQTKimbC1Xgf5Qw=');
  assert.equal(directoryHash(files.subarray(0, files.length - 30)), '');
});

test('a toolchain is fetched once, with its programs executable', async (t) => {
  const { cache, server } = await setUp(t, zip);
  const options = { ...common, toolchain: { version: '1.26.8', sum: directoryHash(zip) }, cache, proxy: server.url };
  const command = await fetchGo(options);
  assert.equal(await readFile(command, 'utf8'), 'go command');
  assert.equal((await stat(command)).mode & 0o777, 0o755);
  assert.equal(await fetchGo(options), command);
  assert.deepEqual(server.requests, ['GET /golang.org/toolchain/@v/v0.0.1-go1.26.8.linux-amd64.zip']);
});

test('a toolchain of another sum, or with files of its own choice of place, is not unpacked', async (t) => {
  const { cache, server } = await setUp(t, zip);
  const options = { ...common, cache, proxy: server.url };
  await assert.rejects(fetchGo({ ...options, toolchain: { version: '1.26.8', sum: 'h1:other' } }), /not the file/);
  const out = makeZip({ [`${prefix}/../../x`]: 'x' });
  const hostile = await setUp(t, out);
  await assert.rejects(
    fetchGo({
      ...common,
      cache: hostile.cache,
      proxy: hostile.server.url,
      toolchain: { version: '1.26.8', sum: directoryHash(out) },
    }),
    /none of its own/,
  );
});

const common = { platform: { os: 'linux', arch: 'amd64' } };

async function setUp(t: TestContext, content: Buffer) {
  const cache = await mkdtemp(join(tmpdir(), 'talos-go-'));
  const server = await startTestServer(serve(content));
  t.after(async () => {
    await server.close();
    await rm(cache, { recursive: true, force: true });
  });
  return { cache, server };
}

/** A zip (APPNOTE.TXT 4.3) without CRCs, which nobody here looks at. */
function makeZip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(text.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
