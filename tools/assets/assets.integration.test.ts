import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { resolveAssets, unpackDebianPackages } from './index.ts';
import { loadManifest } from './manifest.ts';
import { run } from './run.ts';
import { settingsFromEnvironment } from './settings.ts';

test('pause: built once, then a pure cache hit; it ends when it is asked to', async (t) => {
  const cache = await mkdtemp(join(tmpdir(), 'talos-assets-'));
  t.after(() => rm(cache, { recursive: true, force: true }));
  const settings = { ...settingsFromEnvironment({}), cache };
  const [built] = await resolveAssets(['pause'], { settings });
  assert.equal(built?.origin, 'build');
  const [again] = await resolveAssets(['pause'], {
    settings,
    go: () => Promise.reject(new Error('a cached asset needs no Go')),
  });
  assert.deepEqual({ ...again, madeBy: undefined }, { ...built, origin: 'cache', madeBy: undefined });
  // timeout(1) sends SIGTERM and reports the program's own status with --preserve-status.
  await run('timeout', ['--preserve-status', '--kill-after=10', '0.2', built.path]);
});

test('every asset can be had, and is in the cache afterwards', async () => {
  const names = (await loadManifest()).groups.flatMap((group) => group.assets.map((asset) => asset.name));
  await resolveAssets(names);
  const again = await resolveAssets(names);
  assert.deepEqual(
    again.map((asset) => asset.name),
    names,
  );
  assert.ok(again.every((asset) => asset.origin === 'cache' || asset.origin === 'directory'));
});

test('the programs are of the versions that the manifest says', async () => {
  const printed = {
    kubelet: '--version',
    etcd: '--version',
    containerd: '--version',
    coredns: '-version',
    flanneld: '-version',
    registry: '--version',
  };
  for (const asset of await resolveAssets(Object.keys(printed))) {
    const argument = printed[asset.name as keyof typeof printed];
    // flanneld prints its version to standard error.
    let errors = '';
    const output = await run(asset.path, [argument], {
      onLine(line) {
        errors += line;
      },
    });
    assert.ok((output + errors).includes(asset.version), `${asset.name}: ${output}${errors}`);
  }
});

test('every shared library that the packages need is in one of them', async () => {
  const names = Object.keys((await loadManifest()).debian.packages);
  const entries = await unpackDebianPackages(names);
  const there = new Set(entries.map((entry) => entry.path));
  for (const program of [
    '/usr/sbin/runc',
    '/bin/mount',
    '/bin/umount',
    '/bin/ip',
    '/bin/kmod',
    '/usr/sbin/nft',
    '/usr/sbin/conntrack',
    '/usr/bin/tini-static',
  ]) {
    assert.ok(there.has(program), program);
  }
  const libraries = new Set([...there].map((path) => path.slice(path.lastIndexOf('/') + 1)));
  const dependencies = [
    'libc.so.6',
    'libseccomp.so.2',
    'libmount.so.1',
    'libcrypto.so.3',
    'libbpf.so.1',
    'libnftables.so.1',
    'libstdc++.so.6',
    'ld-linux-x86-64.so.2',
  ];
  assert.deepEqual(
    dependencies.filter((name) => !libraries.has(name)),
    [],
  );
});
