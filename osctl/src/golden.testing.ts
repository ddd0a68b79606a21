/** What people read, as golden files: a changed column is a change that a reviewer sees. `UPDATE_GOLDEN=1` writes them. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `base` is the test's own `import.meta.url`; the file is testdata/`name`.golden beside it. */
export function golden(base: string, name: string, actual: string): void {
  const path = fileURLToPath(new URL(`./testdata/${name}.golden`, base));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  assert.equal(actual, readFileSync(path, 'utf8'));
}
