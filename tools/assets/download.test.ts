import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { DownloadError, type DownloadFailure, download, findChecksum } from './download.ts';
import { serve, startTestServer, type TestServer } from './test-server.ts';

const content = randomBytes(200_000);
const sha256 = createHash('sha256').update(content).digest('hex');

test('a whole file is put in place, and nothing is left beside it', async (t) => {
  const { target, partial, directory } = await place(t);
  const server = await serving(t, serve(content));
  await download(`${server.url}/f`, target, partial, { expected: sha256 });
  assert.deepEqual(await readFile(target), content);
  assert.deepEqual(await readdir(directory), ['target']);
});

test('a cut answer is gone on with where it ended', async (t) => {
  const { target, partial } = await place(t);
  const whole = serve(content, { ranges: true });
  const server = await serving(t, (request, response) => {
    if (request.headers.range !== undefined) {
      whole(request, response);
      return;
    }
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, 80_000));
    // Cut once some of it has reached the disk: what is still under way then may be lost.
    void untilWritten(partial).then(() => response.destroy());
  });
  await download(`${server.url}/f`, target, partial, { expected: sha256 });
  assert.deepEqual(await readFile(target), content);
  assert.equal(server.requests.length, 2);
  assert.match(server.requests[1] ?? '', /^GET \/f bytes=[1-9]\d*-$/);
});

test('a server without ranges that always cuts: refused as cut, no target, what came is kept', async (t) => {
  const { target, partial, directory } = await place(t);
  const server = await serving(t, serve(content, { cutAfter: 80_000 }));
  await fails('TRUNCATED', download(`${server.url}/f`, target, partial, { expected: sha256 }));
  assert.equal(server.requests.length, 3);
  assert.deepEqual(await readdir(directory), ['partial']);
});

test('an answer without a length that ends early is caught by its sum', async (t) => {
  const { target, partial, directory } = await place(t);
  const server = await serving(t, (_request, response) => {
    response.write(content.subarray(0, 1000));
    response.end();
  });
  await fails('CHECKSUM', download(`${server.url}/f`, target, partial, { expected: sha256 }));
  assert.deepEqual(await readdir(directory), []);
});

test('another content than the pinned one is refused and not kept', async (t) => {
  const { target, partial, directory } = await place(t);
  const server = await serving(t, serve(randomBytes(1000)));
  await fails('CHECKSUM', download(`${server.url}/f`, target, partial, { expected: sha256 }));
  assert.equal(server.requests.length, 1);
  assert.deepEqual(await readdir(directory), []);
});

test('a beginning that belongs to another file is thrown away and the download starts over', async (t) => {
  const { target, partial } = await place(t);
  await writeFile(partial, randomBytes(50_000));
  const server = await serving(t, serve(content, { ranges: true }));
  await download(`${server.url}/f`, target, partial, { expected: sha256 });
  assert.deepEqual(await readFile(target), content);
  assert.deepEqual(server.requests, ['GET /f bytes=50000-', 'GET /f']);
});

test('a partial file that is whole already needs only the answer that nothing is left', async (t) => {
  const { target, partial } = await place(t);
  await writeFile(partial, content);
  const server = await serving(t, serve(content, { ranges: true }));
  await download(`${server.url}/f`, target, partial, { expected: sha256 });
  assert.deepEqual(await readFile(target), content);
});

test('404 and other refusals are told apart', async (t) => {
  const { target, partial } = await place(t);
  const server = await serving(t, (request, response) => response.writeHead(request.url === '/a' ? 404 : 503).end());
  await fails('NOT_FOUND', download(`${server.url}/a`, target, partial, { expected: sha256 }));
  await fails('REFUSED', download(`${server.url}/b`, target, partial, { expected: sha256 }));
});

test('no listener, and a listener that says nothing, are both unreachable', async (t) => {
  const { target, partial } = await place(t);
  const gone = await startTestServer(() => {});
  await gone.close();
  await fails('UNREACHABLE', download(`${gone.url}/f`, target, partial, { expected: sha256 }));
  const mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  t.after(() => mute.close());
  const { port } = mute.address() as { port: number };
  await fails(
    'UNREACHABLE',
    download(`http://127.0.0.1:${port}/f`, target, partial, { expected: sha256, answerTimeoutMs: 20 }),
  );
});

test('an answer that stalls counts as cut', async (t) => {
  const { target, partial } = await place(t);
  const server = await serving(t, (_request, response) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, 100));
  });
  await fails(
    'TRUNCATED',
    download(`${server.url}/f`, target, partial, { expected: sha256, idleTimeoutMs: 20, attempts: 1 }),
  );
});

test("an abort ends it with the abort's reason", async (t) => {
  const { target, partial, directory } = await place(t);
  const abort = new AbortController();
  const reason = new Error('enough');
  const server = await serving(t, (_request, response) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, 100), () => abort.abort(reason));
  });
  await assert.rejects(
    download(`${server.url}/f`, target, partial, { expected: sha256, signal: abort.signal }),
    (error) => error === reason,
  );
  assert.ok(!(await readdir(directory)).includes('target'));
});

test('checksum files: a bare sum, and a list with names', () => {
  const url = 'https://example.org/r/etcd-linux-amd64.tar.gz';
  const other = 'a'.repeat(64);
  assert.equal(findChecksum(`${sha256}\n`, url), sha256);
  assert.equal(findChecksum(sha256.toUpperCase(), url), sha256);
  assert.equal(findChecksum(`${other}  etcd-linux-arm64.tar.gz\n${sha256}  etcd-linux-amd64.tar.gz\n`, url), sha256);
  assert.equal(findChecksum(`${sha256} *./dist/etcd-linux-amd64.tar.gz`, url), sha256);
  assert.equal(findChecksum(`${other}  etcd-linux-arm64.tar.gz\n`, url), null);
  assert.equal(findChecksum('<html>not here</html>', url), null);
});

async function place(t: TestContext): Promise<{ directory: string; target: string; partial: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'talos-download-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return { directory, target: join(directory, 'target'), partial: join(directory, 'partial') };
}

async function serving(t: TestContext, handle: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(handle);
  t.after(() => server.close());
  return server;
}

async function untilWritten(path: string): Promise<void> {
  while ((await stat(path).catch(() => ({ size: 0 }))).size === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function fails(failure: DownloadFailure, work: Promise<void>): Promise<void> {
  await assert.rejects(work, (error) => error instanceof DownloadError && error.failure === failure);
}
