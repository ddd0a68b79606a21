import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileSystemsOf, isOfWorkload, readFileSystems } from './filesystems.ts';
import { currentMounts, parseMountInfo } from './mounts.ts';
import { recorded } from './recorded.testing.ts';

const signal = new AbortController().signal;
const mounts = parseMountInfo(recorded('node/mountinfo'));

test('a file system is shown once, by where it is written to', () => {
  const found = fileSystemsOf(mounts.filter((mount) => !isOfWorkload(mount)));
  assert.deepEqual(
    found.map(({ type, device, mountPoints: [first, ...others], readOnly }) => [
      type,
      device,
      first,
      others.length,
      readOnly,
    ]),
    [
      ['ext4', '254:0', '/var', 1, false],
      ['tmpfs', '0:60', '/run', 4, false],
      ['tmpfs', '0:57', '/sys/fs/cgroup', 0, false],
      ['tmpfs', '0:54', '/dev', 0, false],
      ['tmpfs', '0:58', '/dev/shm', 0, false],
      ['tmpfs', '0:59', '/tmp', 0, false],
    ],
  );
  assert.equal(found[0]?.source, '/dev/vda');
});

test("what is a container's or a pod's own is known", () => {
  assert.deepEqual(
    mounts.filter(isOfWorkload).map(({ fsType }) => fsType),
    ['nsfs', 'nsfs', 'tmpfs', 'overlay'],
  );
});

test('of this very machine, sizes add up', async () => {
  const found = await readFileSystems(currentMounts(), signal);
  const root = found.find(({ mountPoints }) => mountPoints.includes('/'));
  assert.ok(root !== undefined && root.sizeBytes > 0 && root.usedBytes <= root.sizeBytes, JSON.stringify(root));
});

test('a remote one is not asked, and one that cannot be asked says why', async () => {
  const line = (device: string, at: string, type: string) => `1 2 ${device} / ${at} rw - ${type} x rw\n`;
  const found = await readFileSystems(
    parseMountInfo(line('0:1', '/', 'nfs4') + line('0:2', '/not/there', 'ext4')),
    signal,
  );
  assert.deepEqual(
    found.map(({ error }) => error),
    ['not asked: nfs4 may not answer while its server is away', 'ENOENT'],
  );
});
