import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundle, koffiNative, npmLicences } from './bundle.ts';

test('a bundle is one file that runs anywhere and finds the native part of koffi where it is told', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const entry = join(directory, 'main.ts');
  await writeFile(
    entry,
    `import koffi, { sizeof } from 'koffi';
     const getpid = koffi.load('libc.so.6').func('int getpid()');
     console.log(getpid() === process.pid, sizeof('int'));`,
  );
  const built = await bundle(entry);
  assert.deepEqual(built.packages, ['koffi']);
  await writeFile(join(directory, 'main.mjs'), built.content);
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const env = { TALOS_KOFFI: koffiNative(architecture) };
  const output = execFileSync(process.execPath, [join(directory, 'main.mjs')], {
    env,
    cwd: directory,
    encoding: 'utf8',
  });
  assert.equal(output, 'true 4\n');
});

test('packages of CommonJS work inside, and where the project lies does not show', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const entry = join(import.meta.dirname, 'layers.ts');
  const built = await bundle(entry);
  assert.ok(built.packages.includes('tar-stream'));
  assert.ok(!Buffer.from(built.content).includes(join(import.meta.dirname, '..')));
  assert.deepEqual((await bundle(entry)).content, built.content);
  await writeFile(join(directory, 'layers.mjs'), built.content);
  execFileSync(process.execPath, [join(directory, 'layers.mjs')], { cwd: directory, env: {} });
});

test("HTTP does not bring Node's own fetch along", async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const entry = join(directory, 'main.ts');
  await writeFile(
    entry,
    `import { Agent } from 'node:http';
     import * as http from 'node:http';
     const undici = process.moduleLoadList.some((name) => name.endsWith('/undici'));
     console.log(typeof http.request, new Agent() instanceof http.Agent, undici);`,
  );
  await writeFile(join(directory, 'main.mjs'), (await bundle(entry)).content);
  const output = execFileSync(process.execPath, [join(directory, 'main.mjs')], { encoding: 'utf8' });
  assert.equal(output, 'function true false\n');
});

test('licences carry name, version and text', async () => {
  const text = await npmLicences(['tar-stream', 'koffi']);
  assert.match(text, /==== koffi \d+\.\d+\.\d+ \(MIT\)\n\n\S/);
  assert.match(text, /==== tar-stream \d+/);
  assert.match(text, /Permission is hereby granted/);
});
