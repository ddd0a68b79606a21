import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { resolveAssets } from './index.ts';
import { loadManifest, type Manifest, type Release } from './manifest.ts';
import type { AssetSettings } from './settings.ts';
import { serve, startTestServer, type TestServer } from './test-server.ts';

const program = Buffer.from('the program');
const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const origins = async (names: readonly string[], options: Parameters<typeof resolveAssets>[1]) =>
  (await resolveAssets(names, options)).map(({ name, origin }) => `${name}: ${origin}`);

test('release, then cache; a damaged cache is noticed and filled again', async (t) => {
  const server = await serving(t, serve(program));
  const options = await setUp(t, [{ url: `${server.url}/tool-0`, sha256: sum(program) }]);
  const [first] = await resolveAssets(['tool-0'], options);
  assert.equal(first?.origin, 'release');
  assert.deepEqual(await readFile(first.path), program);
  assert.deepEqual(await origins(['tool-0'], options), ['tool-0: cache']);
  assert.equal(server.requests.length, 1);
  // Same length, so that only its sum tells.
  await chmod(first.path, 0o755);
  await writeFile(first.path, 'the prOgram');
  assert.deepEqual(await origins(['tool-0'], options), ['tool-0: release']);
  assert.deepEqual(await readFile(first.path), program);
});

test("the user's directory comes first and is used as it is", async (t) => {
  const server = await serving(t, serve(program));
  const options = await setUp(t, [{ url: `${server.url}/tool-0`, sha256: sum(program) }]);
  const directory = await scratch(t);
  await writeFile(join(directory, 'tool-0'), 'mine', { mode: 0o755 });
  const settings = { ...options.settings, directory };
  assert.deepEqual(await resolveAssets(['tool-0'], { ...options, settings }), [
    { name: 'tool-0', version: '1.2.3', path: join(directory, 'tool-0'), origin: 'directory' },
  ]);
  assert.deepEqual(server.requests, []);
  await chmod(join(directory, 'tool-0'), 0o644);
  await assert.rejects(resolveAssets(['tool-0'], { ...options, settings }), /not executable/);
});

test('members of one archive come with one download, checked against the published sum', async (t) => {
  const archive = await pack({ 'v1/tool-0': 'zero', 'v1/tool-1': 'one', 'v1/README': 'no' });
  const server = await serving(t, (request, response) =>
    request.url === '/SHA256SUMS'
      ? response.end(`${'0'.repeat(64)}  other.tar.gz\n${sum(archive)}  tools.tar.gz\n`)
      : serve(archive)(request, response),
  );
  const release = (n: number): Release => ({
    url: `${server.url}/tools.tar.gz`,
    member: `v1/tool-${n}`,
    sha256: null,
    checksumUrl: `${server.url}/SHA256SUMS`,
  });
  const options = await setUp(t, [release(0), release(1)]);
  const found = await resolveAssets(['tool-0', 'tool-1'], options);
  assert.deepEqual(await Promise.all(found.map((asset) => readFile(asset.path, 'utf8'))), ['zero', 'one']);
  assert.deepEqual(server.requests, ['GET /SHA256SUMS', 'GET /tools.tar.gz']);
});

test('two calls at once download once', async (t) => {
  const server = await serving(t, serve(program));
  const options = await setUp(t, [{ url: `${server.url}/tool-0`, sha256: sum(program) }]);
  const both = await Promise.all([origins(['tool-0'], options), origins(['tool-0'], options)]);
  assert.deepEqual(both.flat().sort(), ['tool-0: cache', 'tool-0: release']);
  assert.equal(server.requests.length, 1);
});

test('the mirror is asked first, by the official host and path; the official host when it has nothing', async (t) => {
  const official = await serving(t, serve(program));
  const releases = [0, 1].map((n) => ({ url: `${official.url}/v1/tool-${n}`, sha256: sum(program) }));
  const host = new URL(official.url).host;
  const mirror = await serving(t, (request, response) =>
    request.url === `/base/${host}/v1/tool-0` ? serve(program)(request, response) : response.writeHead(404).end(),
  );
  const options = await setUp(t, releases);
  const settings = { ...options.settings, mirror: `${mirror.url}/base` };
  assert.deepEqual(await origins(['tool-0', 'tool-1'], { ...options, settings }), [
    'tool-0: mirror',
    'tool-1: release',
  ]);
  assert.deepEqual(official.requests, ['GET /v1/tool-1']);
});

for (const [what, release] of [
  ['a wrong sum', (url: string) => ({ url, sha256: '0'.repeat(64) })],
  ['a missing checksum file', (url: string) => ({ url, sha256: null, checksumUrl: `${url}/none` })],
] as const) {
  test(`${what} is never used: with no build either, the error gives every reason and nothing is cached`, async (t) => {
    const server = await serving(t, (request, response) =>
      request.url === '/tool-0' ? serve(program)(request, response) : response.writeHead(404).end(),
    );
    const options = await setUp(t, [release(`${server.url}/tool-0`)]);
    await assert.rejects(resolveAssets(['tool-0'], options), (error: Error) => {
      assert.match(error.message, /could not get tool-0 \(tools 1\.2\.3\)/);
      assert.ok(error.message.includes(server.url));
      assert.match(error.message, /Build: there is no Go/);
      return true;
    });
    const left = await readdir(options.settings.cache);
    assert.ok(!left.includes('entries') && !left.includes('files'), left.join());
  });
}

test('an unknown name is answered with the known ones', async (t) => {
  await assert.rejects(resolveAssets(['tool-9'], await setUp(t, [])), /no asset tool-9; the manifest has/);
});

test('the manifest: every asset is pinned, every module is there, every package has its sum', async () => {
  const manifest = await loadManifest();
  for (const group of manifest.groups) {
    await readFile(new URL(`go/${group.build.module}/go.mod`, import.meta.url));
    for (const { release } of group.assets) {
      assert.ok(release === undefined || release.url.startsWith('https://'));
      assert.ok(release === undefined || release.url.includes(group.version));
      assert.match(release?.sha256 ?? '0'.repeat(64), /^[0-9a-f]{64}$/);
    }
  }
  for (const { sha256, path, version, archive } of Object.values(manifest.debian.packages)) {
    assert.match(sha256, /^[0-9a-f]{64}$/);
    // The file's name leaves the epoch (`1:`) out.
    assert.ok(path.includes(`_${version.replace(/^\d+:/, '')}_`), path);
    assert.equal(archive, path.startsWith('pool/updates/') ? 'debian-security' : 'debian');
  }
});

async function setUp(
  t: TestContext,
  releases: readonly Release[],
): Promise<{ manifest: Manifest; settings: AssetSettings; go: () => Promise<never> }> {
  const cache = await scratch(t);
  const assets = releases.map((release, n) => ({ name: `tool-${n}`, package: 'example.org/none', release }));
  return {
    manifest: {
      platform: { os: 'linux', arch: 'amd64' },
      go: { minimum: '1.26.0', toolchain: { version: '1.26.0', sum: '' } },
      groups: [{ name: 'tools', version: '1.2.3', build: { module: 'pause', ldflags: '' }, assets }],
      debian: { suite: 'none', snapshot: 'none', packages: {} },
    },
    // What can't be downloaded here can't be built either.
    go: () => Promise.reject(new Error('there is no Go')),
    settings: { directory: null, cache, mirror: null, debianMirror: 'http://127.0.0.1:1', debianSnapshot: '' },
  };
}

async function scratch(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'talos-assets-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function serving(t: TestContext, handle: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(handle);
  t.after(() => server.close());
  return server;
}

async function pack(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = tar.pack();
  for (const [name, content] of Object.entries(files)) {
    archive.entry({ name }, content);
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) {
    chunks.push(chunk as Buffer);
  }
  return gzipSync(Buffer.concat(chunks));
}
