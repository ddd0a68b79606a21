import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { realAtomicFs, writeFileAtomic } from './fs-atomic.ts';
import { openReserve, reservedFs } from './reserve.ts';

const directory = mkdtempSync(join(tmpdir(), 'reserve-'));
after(() => rmSync(directory, { recursive: true }));

test('a write that finds the disk full gets the room that was kept, piece by piece, and no more', () => {
  const held = join(directory, 'held');
  const reserve = openReserve(held);
  reserve.refill();
  assert.equal(readdirSync(held).length, 16);
  rmSync(join(held, '3'));
  reserve.refill();
  assert.equal(readdirSync(held).length, 16, 'and it is filled up again');

  let refusals = 3;
  const disk = {
    ...realAtomicFs,
    write(fd: number, data: Uint8Array) {
      // As a disk does: some of it, then no more.
      realAtomicFs.write(fd, data.subarray(0, 2));
      if (refusals-- > 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      realAtomicFs.write(fd, data.subarray(2));
    },
  };
  const path = join(directory, 'record');
  writeFileAtomic(path, 'the whole record', { fs: reservedFs(reserve, disk) });
  assert.equal(readFileSync(path, 'utf8'), 'the whole record');
  assert.equal(readdirSync(held).length, 13);

  refusals = Number.POSITIVE_INFINITY;
  assert.throws(() => writeFileAtomic(path, 'another', { fs: reservedFs(reserve, disk) }), { code: 'ENOSPC' });
  assert.equal(readFileSync(path, 'utf8'), 'the whole record');
});
