import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { digestOf } from './digest.ts';
import type { TarEntry } from './pack.ts';
import { RegistryClient, type RegistryClientOptions } from './registry.ts';
import { readSmallBlob } from './source.ts';
import { FakeRegistry, makeImage, temporaryDirectory } from './testing.ts';
import { type Descriptor, MAX_MANIFEST_BYTES } from './types.ts';

const signal = new AbortController().signal;
const ref = 'osctl.dev/test:1';
const files: TarEntry[] = [{ type: 'file', path: 'hello', mode: 0o644, content: Buffer.from('hello') }];

async function setUp(t: TestContext, options: RegistryClientOptions = {}) {
  const registry = await FakeRegistry.start(t);
  const client = new RegistryClient({
    mirrors: { 'osctl.dev': { endpoints: [registry.endpoint] } },
    sleep: async () => undefined,
    ...options,
  });
  return { registry, client };
}

function blobOf(content: Buffer): Descriptor {
  return { mediaType: 'application/octet-stream', digest: digestOf(content), size: content.length };
}

test('what was pushed is resolved, by tag and by digest, and pushed blobs are not sent twice', async (t) => {
  const { registry, client } = await setUp(t);
  const { layout, manifest } = await makeImage(await temporaryDirectory(t), [files]);
  const pushed = await client.push(layout, ref, { signal });
  assert.equal(pushed.digest, manifest.digest);
  assert.equal((await client.resolve(ref, { signal })).digest, manifest.digest);
  const image = await client.manifest(`osctl.dev/test@${manifest.digest}`, { signal });
  assert.equal(image.manifest.layers.length, 1);

  registry.requests.length = 0;
  await client.push(layout, 'osctl.dev/test:2', { signal });
  assert.deepEqual(
    registry.requests.filter((request) => !request.startsWith('HEAD')),
    ['PUT /v2/test/manifests/2'],
  );
});

test('a download that is cut is taken up where it ended', async (t) => {
  const { registry, client } = await setUp(t);
  const content = randomBytes(300_000);
  const descriptor = blobOf(content);
  registry.blobs.set(descriptor.digest, content);
  let cuts = 0;
  registry.intercept = (request, response) => {
    if (cuts >= 2) return false;
    cuts += 1;
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const headers = { 'content-range': `bytes ${from}-299999/300000`, 'content-length': content.length - from };
    response.writeHead(from > 0 ? 206 : 200, headers);
    response.write(content.subarray(from, from + 100_000), () => response.destroy());
    return true;
  };
  assert.deepEqual(await readSmallBlob(client.source(ref), descriptor, signal), content);
  assert.equal(registry.requests.length, 3);
  assert.match(registry.requests[2]!, /bytes=200000-$/);
});

test('a server without ranges is read again and what is known skipped', async (t) => {
  const { registry, client } = await setUp(t);
  const content = randomBytes(10_000);
  const descriptor = blobOf(content);
  registry.intercept = (_request, response) => {
    response.writeHead(200).end(content);
    return true;
  };
  const stream = await client.blob(ref, descriptor, { signal, offset: 4_000 });
  assert.deepEqual(Buffer.concat(await stream.toArray()), content.subarray(4_000));
});

test('a registry that brings no more bytes is given up on, not asked for ever', async (t) => {
  const { registry, client } = await setUp(t, { attempts: 3 });
  const content = randomBytes(50_000);
  const descriptor = blobOf(content);
  registry.intercept = (request, response) => {
    response.writeHead(request.headers.range === undefined ? 200 : 206, {
      'content-length': 50_000,
      'content-range': 'bytes 1000-49999/50000',
    });
    if (request.headers.range === undefined) response.write(content.subarray(0, 1000), () => response.destroy());
    else response.destroy();
    return true;
  };
  const stream = await client.blob(ref, descriptor, { signal });
  await assert.rejects(stream.toArray(), { code: 'UNREACHABLE' });
  assert.ok(registry.requests.length <= 10);
});

test('a download that stalls is cut and resumed', async (t) => {
  const { registry, client } = await setUp(t, { stallMs: 20 });
  const content = randomBytes(50_000);
  const descriptor = blobOf(content);
  registry.blobs.set(descriptor.digest, content);
  registry.intercept = (request, response) => {
    if (request.headers.range !== undefined) return false;
    response.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 20_000));
    return true;
  };
  assert.deepEqual(await readSmallBlob(client.source(ref), descriptor, signal), content);
});

test('content that does not match its digest is refused', async (t) => {
  const { registry, client } = await setUp(t);
  const { layout, manifest } = await makeImage(await temporaryDirectory(t), [files]);
  await client.push(layout, ref, { signal });
  const pinned = `osctl.dev/test@${manifest.digest}`;
  registry.manifests.set(
    manifest.digest,
    Buffer.from(registry.manifests.get(manifest.digest)!.toString().replace('{', '{ ')),
  );
  await assert.rejects(client.manifest(pinned, { signal }), { code: 'DIGEST_MISMATCH' });

  const descriptor = blobOf(Buffer.from('right'));
  registry.blobs.set(descriptor.digest, Buffer.from('wrong'));
  await assert.rejects(readSmallBlob(client.source(ref), descriptor, signal), { code: 'DIGEST_MISMATCH' });
  registry.blobs.set(descriptor.digest, Buffer.from('right and more'));
  await assert.rejects(readSmallBlob(client.source(ref), descriptor, signal), { code: 'DIGEST_MISMATCH' });
});

test('what is not there, not allowed or not a manifest has its own code', async (t) => {
  const { registry, client } = await setUp(t);
  await assert.rejects(client.resolve(ref, { signal }), { code: 'NOT_FOUND', message: /not here/ });
  registry.manifests.set('1', Buffer.from('<html>'));
  await assert.rejects(client.resolve(ref, { signal }), { code: 'MALFORMED' });
  registry.manifests.set('1', Buffer.alloc(MAX_MANIFEST_BYTES + 1, 32));
  await assert.rejects(client.resolve(ref, { signal }), { code: 'MALFORMED', message: /larger than/ });
  registry.intercept = (_request, response) => {
    response.writeHead(401).end();
    return true;
  };
  await assert.rejects(client.resolve(ref, { signal }), { code: 'UNAUTHORIZED' });
});

test('mirrors are tried in order, and only they', async (t) => {
  const { registry } = await setUp(t);
  const { layout, manifest } = await makeImage(await temporaryDirectory(t), [files]);
  // Port 1 is nobody's: the connection is refused.
  const client = new RegistryClient({
    mirrors: { 'osctl.dev': { endpoints: ['http://127.0.0.1:1', registry.endpoint] }, 'gone.dev': { endpoints: [] } },
    sleep: async () => undefined,
  });
  await new RegistryClient({ mirrors: { 'osctl.dev': { endpoints: [registry.endpoint] } } }).push(layout, ref, {
    signal,
  });
  assert.equal((await client.resolve(ref, { signal })).digest, manifest.digest);
  await assert.rejects(client.resolve('gone.dev/x:1', { signal }), { code: 'NOT_FOUND' });
  registry.manifests.clear();
  await assert.rejects(client.resolve(ref, { signal }), { code: 'UNREACHABLE' });
});

test('a server error is tried again', async (t) => {
  const { registry, client } = await setUp(t);
  const { layout, manifest } = await makeImage(await temporaryDirectory(t), [files]);
  await client.push(layout, ref, { signal });
  let failures = 2;
  registry.intercept = (_request, response) => {
    if (failures === 0) return false;
    failures -= 1;
    response.writeHead(503).end();
    return true;
  };
  assert.equal((await client.resolve(ref, { signal })).digest, manifest.digest);
});

test('basic and bearer authentication', async (t) => {
  const { registry, client: anonymous } = await setUp(t);
  const { layout } = await makeImage(await temporaryDirectory(t), [files]);
  await anonymous.push(layout, ref, { signal });
  const client = new RegistryClient({
    mirrors: { 'osctl.dev': { endpoints: [registry.endpoint] } },
    auth: { 'osctl.dev': { username: 'me', password: 'secret' } },
  });
  const basic = `Basic ${Buffer.from('me:secret').toString('base64')}`;

  registry.intercept = (request, response) => {
    if (request.headers.authorization === basic) return false;
    response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end();
    return true;
  };
  await client.resolve(ref, { signal });
  await assert.rejects(anonymous.resolve(ref, { signal }), { code: 'UNAUTHORIZED' });

  registry.intercept = (request, response) => {
    if (request.url?.startsWith('/token')) {
      const scope = new URL(request.url, registry.endpoint).searchParams.get('scope');
      const good = request.headers.authorization === basic && scope === 'repository:test:pull';
      response.writeHead(good ? 200 : 403).end(JSON.stringify({ token: 'abc' }));
      return true;
    }
    if (request.headers.authorization === 'Bearer abc') return false;
    response.writeHead(401, { 'www-authenticate': `Bearer realm="${registry.endpoint}/token",service="s"` }).end();
    return true;
  };
  await client.resolve(ref, { signal });
});

test('an aborted call ends with the reason of its signal', async (t) => {
  const { registry, client } = await setUp(t);
  const abort = new AbortController();
  registry.intercept = () => {
    abort.abort(new Error('shutting down'));
    return true;
  };
  await assert.rejects(client.resolve(ref, { signal: abort.signal }), /shutting down/);
});
