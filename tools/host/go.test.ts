import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareGoVersions, ensureGo } from './go.ts';

test('versions compare by number', () => {
  assert.ok(compareGoVersions('1.26.0', '1.9.12') > 0);
  assert.ok(compareGoVersions('1.26', '1.26.1') < 0);
  assert.equal(compareGoVersions('1.26', '1.26.0'), 0);
});

test('the first Go that is new enough is used as it is', async (t) => {
  const go = await fakeGos(t);
  const found = await ensureGo({ minimum: '1.26.0', candidates: [await go('1.22.5'), await go('1.27.1')] });
  assert.equal(found.version, '1.27.1');
  assert.deepEqual(found.env, { GOTOOLCHAIN: 'local' });
});

test('an older one that can fetch toolchains is told which', async (t) => {
  const go = await fakeGos(t);
  const old = await go('1.22.5');
  const found = await ensureGo({ minimum: '1.26.0', candidates: [await go('1.19.8'), old] });
  assert.equal(found.command, old);
  assert.deepEqual(found.env, { GOTOOLCHAIN: 'go1.26.0' });
});

test('none: the message says what was found and what to install', async (t) => {
  const go = await fakeGos(t);
  const old = await go('1.19.8');
  await assert.rejects(
    ensureGo({ minimum: '1.26.0', candidates: [join(tmpdir(), 'no-such-go'), old] }),
    (error: Error) => error.message.includes(`${old} is 1.19.8`) && error.message.includes('https://go.dev/dl/'),
  );
});

async function fakeGos(t: { after(fn: () => Promise<void>): void }): Promise<(version: string) => Promise<string>> {
  const directory = await mkdtemp(join(tmpdir(), 'talos-go-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return async (version) => {
    const path = join(directory, `go-${version}`);
    await writeFile(path, `#!/bin/sh\necho go${version}\n`);
    await chmod(path, 0o755);
    return path;
  };
}
