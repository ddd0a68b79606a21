import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type DiskUse, diskUse, wipeDisk, wipeRefusal, writeZeroes } from './wipe-disk.ts';

const directory = mkdtempSync(join(tmpdir(), 'disks-'));
after(() => rmSync(directory, { recursive: true }));

test('a disk that anything uses is not wiped, by whatever part of it', () => {
  const use: DiskUse = {
    disks: new Map([
      ['sda', ['sda1', 'sda2']],
      ['sdb', ['sdb1']],
      ['sdc', []],
      ['sdd', ['sdd1']],
      ['sde', ['sde1']],
    ]),
    mounts: new Map([
      ['sda2', '/var'],
      ['sdc', '/data'],
    ]),
    swap: new Set(['sdd1']),
    holders: new Map([['sde1', ['dm-0']]]),
  };
  assert.match(wipeRefusal('sda', use) ?? '', /sda2 is mounted at \/var/);
  assert.match(wipeRefusal('sdc', use) ?? '', /sdc is mounted at \/data/);
  assert.match(wipeRefusal('sdd', use) ?? '', /swap/);
  assert.match(wipeRefusal('sde', use) ?? '', /part of dm-0/);
  assert.match(wipeRefusal('sda1', use) ?? '', /there is no disk sda1; there are sda, sdb/);
  assert.equal(wipeRefusal('sdb', use), undefined);
});

test('what this computer has can be read, and a disk that it has not is told', async () => {
  assert.ok(diskUse().mounts instanceof Map);
  const on = { signal: new AbortController().signal, progress: () => {} };
  await assert.rejects(wipeDisk('/dev/nosuchdisk', false, on), { code: 'FAILED_PRECONDITION', reason: 'DISK_IN_USE' });
});

test('zeroes go to both ends, or everywhere', async () => {
  const path = join(directory, 'disk');
  const MiB = 1024 * 1024;
  for (const whole of [false, true]) {
    writeFileSync(path, Buffer.alloc(3 * MiB + 512, 1));
    const device = await open(path, 'r+');
    const seen: number[] = [];
    const progress = (done: number, total: number) => seen.push(done / total);
    await writeZeroes(device, whole, { signal: new AbortController().signal, progress });
    await device.close();
    const content = readFileSync(path);
    assert.equal(content.length, 3 * MiB + 512);
    assert.deepEqual([content[0], content[MiB - 1], content.at(-MiB), content.at(-1)], [0, 0, 0, 0]);
    assert.equal(content[2 * MiB], whole ? 0 : 1);
    assert.equal(seen.at(-1), 1);
  }
});

test('a disk that takes a part of what it is given gets the rest, too; one that takes nothing is an error', async () => {
  const path = join(directory, 'slow');
  const size = 1024 * 1024 + 512;
  writeFileSync(path, Buffer.alloc(size, 1));
  const device = await open(path, 'r+');
  const taking = (most: number) => {
    const write = (from: Buffer, offset: number, length: number, at: number) =>
      device.write(from, offset, Math.min(length, most), at);
    return { stat: () => device.stat(), write } as unknown as FileHandle;
  };
  const on = { signal: new AbortController().signal, progress: () => {} };
  await writeZeroes(taking(100_000), true, on);
  assert.ok(readFileSync(path).equals(Buffer.alloc(size)));
  await assert.rejects(writeZeroes(taking(0), true, on), /takes nothing at byte 0/);
  await device.close();
});
