import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostOpenFiles } from './open-files.ts';

test('the limit of open files is what the kernel says, none where it says none', () => {
  const limits = (files: string) => `Limit                     Soft Limit           Hard Limit           Units
Max processes             95000                95000                processes
Max open files            ${files.padEnd(20)} 524288               files
Max locked memory         8388608              8388608              bytes
`;
  assert.equal(
    mostOpenFiles(() => limits('4096')),
    4096,
  );
  assert.equal(
    mostOpenFiles(() => limits('unlimited')),
    Number.POSITIVE_INFINITY,
  );
  assert.equal(
    mostOpenFiles(() => ''),
    Number.POSITIVE_INFINITY,
  );
  assert.equal(
    mostOpenFiles(() => readMissing()),
    Number.POSITIVE_INFINITY,
  );
  assert.ok(mostOpenFiles() >= 256, 'of this very process');
});

function readMissing(): string {
  throw new Error('ENOENT');
}
