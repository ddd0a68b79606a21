import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeImage, temporaryDirectory } from './testing.ts';
import { unpackLayers } from './unpack.ts';

const signal = AbortSignal.timeout(30_000);

test('a full disk is NO_SPACE', async (t) => {
  const base = await temporaryDirectory(t);
  const { layout } = await makeImage(join(base, 'layout'), [
    [{ type: 'file', path: 'large', mode: 0o644, content: randomBytes(2_000_000) }],
  ]);
  const { manifest } = await layout.resolve(undefined, { signal });
  const target = join(base, 'root');
  await mkdir(target);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'oci-test', target]);
  try {
    await assert.rejects(unpackLayers(layout, manifest, { target, signal }), { code: 'NO_SPACE' });
  } finally {
    execFileSync('umount', [target]);
  }
});

test('ownership and set-id bits of an image survive, whatever the umask', async (t) => {
  const base = await temporaryDirectory(t);
  const { layout } = await makeImage(join(base, 'layout'), [
    [
      { type: 'directory', path: 'data', mode: 0o770, uid: 60, gid: 60 },
      { type: 'file', path: 'data/tool', mode: 0o4755, uid: 0, gid: 50, content: Buffer.from('x') },
    ],
  ]);
  const { manifest } = await layout.resolve(undefined, { signal });
  const target = join(base, 'root');
  await mkdir(target);
  const before = process.umask(0o077);
  t.after(() => process.umask(before));
  await unpackLayers(layout, manifest, { target, signal });
  const data = await stat(join(target, 'data'));
  const tool = await stat(join(target, 'data/tool'));
  assert.deepEqual([data.uid, data.gid, data.mode & 0o7777], [60, 60, 0o770]);
  assert.deepEqual([tool.uid, tool.gid, tool.mode & 0o7777], [0, 50, 0o4755]);
});
