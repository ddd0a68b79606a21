import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;

/** Whether two files hold the same bytes now. One that cannot be read is not the same as anything. */
export function sameBytes(a: string, b: string): boolean {
  const opened: number[] = [];
  try {
    for (const path of [a, b]) opened.push(openSync(path, 'r'));
    const [first, second] = opened as [number, number];
    if (fstatSync(first).size !== fstatSync(second).size) return false;
    const one = Buffer.allocUnsafe(CHUNK_BYTES);
    const other = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const read = readSync(first, one);
      if (readSync(second, other) !== read) return false;
      if (read === 0) return true;
      if (!one.subarray(0, read).equals(other.subarray(0, read))) return false;
    }
  } catch {
    return false;
  } finally {
    for (const fd of opened) closeSync(fd);
  }
}
