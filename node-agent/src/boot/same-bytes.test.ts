import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sameBytes } from './same-bytes.ts';

test('files are the same by every byte, and never by what cannot be read', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'talos-same-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const file = (name: string, content: Uint8Array): string => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };
  const content = Buffer.alloc((2 << 20) + 17, 'node');
  const original = file('original', content);
  assert.equal(sameBytes(original, file('copy', content)), true);
  assert.equal(sameBytes(original, file('shorter', content.subarray(1))), false);
  content[content.length - 1] = 0;
  assert.equal(sameBytes(original, file('last-byte', content)), false);
  assert.equal(sameBytes(original, join(directory, 'missing')), false);
  assert.equal(sameBytes(directory, directory), false);
});
