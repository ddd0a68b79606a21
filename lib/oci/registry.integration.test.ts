import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { getAsset } from '@talos/tools/assets/index.ts';
import { RegistryClient } from './registry.ts';
import { makeImage, temporaryDirectory } from './testing.ts';
import { unpackImage } from './unpack.ts';

const signal = AbortSignal.timeout(60_000);

/** The registry that clusters use, on a port of its own. */
async function startRegistry(t: TestContext): Promise<string> {
  const binary = await getAsset('registry', { signal });
  const directory = await temporaryDirectory(t);
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
  const config = {
    version: 0.1,
    storage: { filesystem: { rootdirectory: join(directory, 'data') } },
    http: { addr: `127.0.0.1:${port}` },
  };
  await writeFile(join(directory, 'config.yml'), JSON.stringify(config));
  const child = spawn(binary, ['serve', join(directory, 'config.yml')], { stdio: ['ignore', 'ignore', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listening on')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the registry exited with ${code}: ${said}`)));
  });
  return `http://127.0.0.1:${port}`;
}

test('the contract with the real registry: push, resolve, ranges, pull and unpack', async (t) => {
  const endpoint = await startRegistry(t);
  const client = new RegistryClient({ mirrors: { 'osctl.dev': { endpoints: [endpoint] } } });
  const base = await temporaryDirectory(t);
  const content = randomBytes(3_000_000);
  const { layout, manifest } = await makeImage(join(base, 'layout'), [
    [{ type: 'file', path: 'etc/data', mode: 0o640, content }],
    [{ type: 'file', path: 'etc/more', mode: 0o600, content: Buffer.from('more') }],
  ]);

  await assert.rejects(client.resolve('osctl.dev/team/test:1', { signal }), { code: 'NOT_FOUND' });
  const pushed = await client.push(layout, 'osctl.dev/team/test:1', { signal });
  assert.equal(pushed.digest, manifest.digest);
  assert.equal((await client.resolve('osctl.dev/team/test:1', { signal })).digest, manifest.digest);
  await client.push(layout, 'osctl.dev/team/test:1', { signal });

  const image = await client.manifest(`osctl.dev/team/test@${manifest.digest}`, { signal });
  const layer = image.manifest.layers[0]!;
  const tail = await (await client.blob('osctl.dev/team/test:1', layer, { signal, offset: 1_000_000 })).toArray();
  const whole = await readFile(layout.blobPath(layer.digest));
  assert.ok(Buffer.concat(tail).equals(whole.subarray(1_000_000)));

  const target = join(base, 'root');
  await mkdir(target);
  const unpacked = await unpackImage({ client, ref: `osctl.dev/team/test@${manifest.digest}`, target, signal });
  assert.equal(unpacked.descriptor.digest, manifest.digest);
  assert.ok((await readFile(join(target, 'etc/data'))).equals(content));
  assert.equal(await readFile(join(target, 'etc/more'), 'utf8'), 'more');
});
