/** The packed osctl runs with nothing but Node: no checkout, no node_modules. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const execute = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '..');
let directory: string;
let osctl: string;
const run = (args: readonly string[]) =>
  execute(process.execPath, [osctl, ...args], { cwd: join(directory, 'empty'), env: { HOME: directory } });

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'osctl-package-'));
  await mkdir(join(directory, 'empty'));
  const { stdout } = await execute('npm', ['pack', '-w', 'osctl', '--json', '--pack-destination', directory], {
    cwd: PROJECT,
  });
  assert.match(stdout, /osctl-0/);
  const tarball = (await readdir(directory)).find((name) => name.endsWith('.tgz'));
  assert.ok(tarball);
  // --offline: it asks for no other package.
  await writeFile(join(directory, 'package.json'), '{"private":true}');
  await execute('npm', ['install', '--offline', '--no-audit', '--no-fund', join(directory, tarball)], {
    cwd: directory,
  });
  osctl = join(directory, 'node_modules/osctl/bin/osctl.js');
});
after(() => rm(directory, { recursive: true, force: true }));

test('it is one package, without sources', async () => {
  assert.deepEqual(
    (await readdir(join(directory, 'node_modules'))).filter((name) => !name.startsWith('.')),
    ['osctl'],
  );
  assert.deepEqual((await readdir(join(directory, 'node_modules/osctl'))).sort(), ['bin', 'dist', 'package.json']);
  // kubectl finds its plugins, and who completes them, by these names.
  for (const name of ['osctl', 'kubectl-osctl', 'kubectl_complete-osctl']) {
    assert.ok((await stat(join(directory, 'node_modules/.bin', name))).isFile());
  }
  const terms = await readFile(join(directory, 'node_modules/osctl/dist/THIRD-PARTY.txt'), 'utf8');
  for (const name of ['@grpc/grpc-js', 'commander', 'dockerode', 'yaml'])
    assert.match(terms, new RegExp(`^==== ${name} `, 'm'));
});

test('to ask a node it loads a tenth of itself', async () => {
  const dist = join(directory, 'node_modules/osctl/dist');
  const names = await readdir(dist);
  const loaded = new Map<string, number>();
  const load = async (name: string): Promise<void> => {
    if (loaded.has(name)) return;
    const text = await readFile(join(dist, name), 'utf8');
    loaded.set(name, text.length);
    for (const [, other = ''] of text.matchAll(/\b(?:from|import)"\.\/([^"]+\.mjs)"/g)) await load(other);
  };
  await load('osctl.mjs');
  await load(names.find((name) => /^system-.*\.mjs$/.test(name))!);
  assert.ok(loaded.size > 5 && loaded.size < 30, `${loaded.size} files, each of which is looked for`);
  const bytes = [...loaded.values()].reduce((sum, size) => sum + size, 0);
  assert.ok(
    bytes > 100_000 && bytes < 450_000,
    `${bytes} bytes: ${[...loaded]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 5)
      .join('; ')}`,
  );
});

test('it tells its commands and its version', async () => {
  assert.match((await run(['--help'])).stdout, /Usage: osctl/);
  const { version } = JSON.parse(await readFile(join(PROJECT, 'osctl/package.json'), 'utf8')) as { version: string };
  assert.equal((await run(['--version'])).stdout, `${version}\n`);
});

test('it makes secrets, and node configuration from them', async () => {
  const { stdout } = await run(['gen', 'secrets', 'prod']);
  assert.equal((parse(stdout) as { clusterName: string }).clusterName, 'prod');
  const secrets = join(directory, 'secrets.yaml');
  await writeFile(secrets, stdout);
  const out = join(directory, 'config');
  await run(
    `gen config --secrets ${secrets} --endpoint https://10.5.0.2:6443 --control-plane cp=10.5.0.2 --out ${out}`.split(
      ' ',
    ),
  );
  assert.deepEqual((await readdir(out)).sort(), ['cp.yaml', 'operator-secret.yaml', 'osctl.yaml']);
});

test("the operator's manifests are in it, the same as in the checkout", async () => {
  const packed = join(directory, 'node_modules/osctl/dist/manifests');
  for (const path of ['deploy/base/operator.yaml', 'crds/manifests/machines.yaml']) {
    assert.equal(await readFile(join(packed, path), 'utf8'), await readFile(join(PROJECT, path), 'utf8'));
  }
  const dist = join(directory, 'node_modules/osctl/dist');
  const chunk = (await readdir(dist)).find((name) => /^operator-.*\.mjs$/.test(name));
  assert.ok(chunk);
  const { operatorObjects } = (await import(join(dist, chunk))) as typeof import('./src/cluster/addons/operator.ts');
  const objects = await operatorObjects({ operator: 'osctl.dev/operator@sha256:0' });
  assert.ok(objects.some((object) => object.kind === 'CustomResourceDefinition'));
  assert.match(JSON.stringify(objects.find((object) => object.kind === 'DaemonSet')), /osctl\.dev\/operator@sha256:0/);
});

test('Docker is asked by the bundle too: a socket that is not there is named', async () => {
  const failure = execute(process.execPath, [osctl, 'cluster', 'list'], {
    env: { HOME: directory, DOCKER_HOST: `unix://${join(directory, 'no.sock')}` },
  });
  await assert.rejects(failure, (error: Error & { stderr: string; code: number }) => {
    assert.equal(error.code, 1);
    assert.match(error.stderr, /could not list networks: .*is the Docker Engine running/);
    return true;
  });
});
