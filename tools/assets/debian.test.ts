import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { getDebianPackage } from './debian.ts';
import type { DebianPackage, Manifest } from './manifest.ts';
import { startTestServer } from './test-server.ts';

const content = Buffer.from('a package');
const spec: DebianPackage = {
  version: '1.0',
  path: 'pool/main/t/tool/tool_1.0_amd64.deb',
  archive: 'debian',
  sha256: createHash('sha256').update(content).digest('hex'),
  size: content.length,
};

test('mirror, then cache; a damaged package is fetched again', async (t) => {
  const { options, requests } = await setUp(t, [`/debian/${spec.path}`]);
  const path = await getDebianPackage('tool', options);
  assert.deepEqual(await readFile(path), content);
  assert.equal(await getDebianPackage('tool', options), path);
  assert.deepEqual(requests, [`GET /debian/${spec.path}`]);
  await writeFile(path, 'b package');
  assert.deepEqual(await readFile(await getDebianPackage('tool', options)), content);
});

test('a version that the mirror dropped comes from the snapshot archive', async (t) => {
  const { options, requests } = await setUp(t, [`/archive/debian/20260101T000000Z/${spec.path}`]);
  await getDebianPackage('tool', options);
  assert.deepEqual(requests, [`GET /debian/${spec.path}`, `GET /archive/debian/20260101T000000Z/${spec.path}`]);
});

test('a security update comes from the security archive beside the mirror', async (t) => {
  const security: DebianPackage = {
    ...spec,
    archive: 'debian-security',
    path: 'pool/updates/main/t/tool/tool_1.0_amd64.deb',
  };
  const { options, requests } = await setUp(t, [`/debian-security/${security.path}`], security);
  await getDebianPackage('tool', options);
  assert.deepEqual(requests, [`GET /debian-security/${security.path}`]);
});

test('nowhere to be had: the error names both addresses; a package that is not pinned is never asked for', async (t) => {
  const { options, requests } = await setUp(t, []);
  await assert.rejects(getDebianPackage('tool', options), (error: Error) => {
    assert.match(error.message, /tool 1\.0.*\/debian\/pool.*\/archive\/debian\/20260101T000000Z.*TALOS_DEBIAN_MIRROR/s);
    return true;
  });
  requests.length = 0;
  await assert.rejects(getDebianPackage('other', options), /other is not pinned; the manifest has tool/);
  assert.deepEqual(requests, []);
});

async function setUp(t: TestContext, there: readonly string[], pinned = spec) {
  const cache = await mkdtemp(join(tmpdir(), 'talos-debian-'));
  const requests: string[] = [];
  const server = await startTestServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    there.includes(request.url ?? '') ? response.end(content) : response.writeHead(404).end();
  });
  t.after(async () => {
    await server.close();
    await rm(cache, { recursive: true, force: true });
  });
  const manifest: Manifest = {
    platform: { os: 'linux', arch: 'amd64' },
    go: { minimum: '1.26.0', toolchain: { version: '1.26.0', sum: '' } },
    groups: [],
    debian: { suite: 'bookworm', snapshot: '20260101T000000Z', packages: { tool: pinned } },
  };
  const settings = {
    directory: null,
    cache,
    mirror: null,
    debianMirror: `${server.url}/debian`,
    debianSnapshot: `${server.url}/archive`,
  };
  return { options: { manifest, settings }, requests };
}
