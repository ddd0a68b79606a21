import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

test('the packages hold every shared library that their programs and Node need', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'talos-root-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  const names = Object.keys((await loadManifest()).debian.packages);
  for (const entry of await unpackDebianPackages(names, (e) => !e.path.startsWith('/usr/share/'))) {
    const path = join(root, entry.path);
    await mkdir(dirname(path), { recursive: true });
    if (entry.type === 'file') {
      await writeFile(path, entry.content!, { mode: 0o755 });
    } else if (entry.type === 'symlink') {
      // A link of the image points into the image, not into this machine.
      await symlink(entry.target!.startsWith('/') ? join(root, entry.target!) : entry.target!, path);
    }
  }
  const node = join(root, 'node');
  await copyFile(process.execPath, node);
  const loader = join(root, 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2');
  const path = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'].map((directory) => join(root, directory)).join(':');
  const programs = [
    'usr/sbin/runc',
    'bin/mount',
    'bin/umount',
    'bin/findmnt',
    'bin/lsblk',
    'sbin/blkid',
    'sbin/losetup',
    'usr/bin/nsenter',
    'bin/kmod',
    'bin/ip',
    'usr/sbin/nft',
    'usr/sbin/conntrack',
    'bin/zsh',
    'usr/bin/fish',
  ].map((program) => join(root, program));
  for (const program of [node, ...programs]) {
    const resolved = await run(loader, ['--inhibit-cache', '--library-path', path, '--list', program]);
    // The loader falls back on this machine's own directories: a library from there is one that is missing.
    const foreign = resolved.split('\n').filter((line) => line.includes(' => ') && !line.includes(` => ${root}/`));
    assert.deepEqual(foreign, [], program);
  }
});
