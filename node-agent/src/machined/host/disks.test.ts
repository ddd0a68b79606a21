import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { diskTransport, diskType, parseDiskStats, readDisks } from './disks.ts';
import { parseMountInfo } from './mounts.ts';
import { recorded } from './recorded.testing.ts';

test('counters of a disk', () => {
  const found = parseDiskStats(recorded('node/diskstats'));
  assert.deepEqual(found.get('vda'), {
    reads: 3_062_555,
    readBytes: 196_789_154 * 512,
    readMs: 3_893_118,
    writes: 1_802_993,
    writeBytes: 492_198_984 * 512,
    writeMs: 3_887_116,
    inFlight: 0,
    busyMs: 816_528,
  });
  assert.equal(found.size, 10);
});

test('how a disk is attached, by its way through the buses', () => {
  for (const [link, transport] of [
    ['../devices/pci0000:00/0000:00:02.0/virtio1/block/vda', 'virtio'],
    ['../devices/pci0000:00/0000:00:1d.0/0000:3d:00.0/nvme/nvme0/nvme0n1', 'nvme'],
    ['../devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda', 'sata'],
    ['../devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host6/target6:0:0/6:0:0:0/block/sdb', 'usb'],
    ['../devices/pci0000:00/0000:00:10.0/host2/target2:0:0/2:0:0:0/block/sdc', 'scsi'],
    ['../devices/virtual/block/loop0', ''],
  ] as const) {
    assert.equal(diskTransport(link), transport);
  }
  assert.deepEqual(['vda', 'zram0', 'ram1', 'dm-0', 'md127'].map(diskType), ['disk', 'zram', 'ram', 'mapper', 'raid']);
});

test('a disk with partitions: which is the system, what is mounted, what is empty is left out', async () => {
  const root = mkdtempSync(join(tmpdir(), 'disks-'));
  const device = join(root, 'devices/pci0/nvme/nvme0/nvme0n1');
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(device, path)), { recursive: true });
    writeFileSync(join(device, path), `${text}\n`);
  };
  const attributes = { size: '1000', dev: '259:0', ro: '0', removable: '0', 'queue/rotational': '0', wwid: 'eui.1' };
  for (const [path, text] of Object.entries(attributes)) put(path, text);
  put('device/model', 'Fast One   ');
  put('queue/logical_block_size', '4096');
  for (const [number, start, label] of [
    [2, 300, 'VAR'],
    [1, 100, 'EFI'],
  ] as const) {
    put(`nvme0n1p${number}/partition`, String(number));
    put(`nvme0n1p${number}/start`, String(start));
    put(`nvme0n1p${number}/size`, '200');
    put(`nvme0n1p${number}/dev`, `259:${number}`);
    put(`nvme0n1p${number}/uevent`, `DEVTYPE=partition\nPARTNAME=${label}`);
  }
  mkdirSync(join(root, 'block/loop0'), { recursive: true });
  writeFileSync(join(root, 'block/loop0/size'), '0\n');
  symlinkSync('../devices/pci0/nvme/nvme0/nvme0n1', join(root, 'block/nvme0n1'));
  const mounts = parseMountInfo('1 0 259:2 / /var rw - ext4 /dev/nvme0n1p2 rw\n');
  const disks = await readDisks(mounts, new AbortController().signal, { sysRoot: root, procRoot: root });
  rmSync(root, { recursive: true });
  assert.deepEqual(disks, [
    {
      name: 'nvme0n1',
      sizeBytes: 512_000,
      type: 'disk',
      transport: 'nvme',
      model: 'Fast One',
      serial: '',
      wwid: 'eui.1',
      readOnly: false,
      removable: false,
      rotational: false,
      sectorBytes: 4096,
      system: true,
      partitions: [
        { name: 'nvme0n1p1', number: 1, offsetBytes: 51_200, sizeBytes: 102_400, label: 'EFI', mountPoints: [] },
        { name: 'nvme0n1p2', number: 2, offsetBytes: 153_600, sizeBytes: 102_400, label: 'VAR', mountPoints: ['/var'] },
      ],
      counters: undefined,
    },
  ]);
});
