import assert from 'node:assert/strict';
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parsePrivateYaml, writePrivateFile } from './private-file.ts';

const directory = await mkdtemp(join(tmpdir(), 'osctl-private-'));
after(() => rm(directory, { recursive: true }));

test('a file is replaced as a whole, through a link too, and is its owner’s only', async () => {
  const real = join(directory, 'real');
  const path = join(directory, 'link');
  await writeFile(real, 'before', { mode: 0o644 });
  await symlink(real, path);
  await writePrivateFile(path, 'after');
  assert.ok((await lstat(path)).isSymbolicLink());
  assert.equal(await readFile(real, 'utf8'), 'after');
  assert.equal((await stat(real)).mode & 0o777, 0o600);
  const made = join(directory, 'new', 'file');
  await writePrivateFile(made, 'x');
  assert.equal((await stat(join(directory, 'new'))).mode & 0o777, 0o700);
  assert.deepEqual(await readdir(join(directory, 'new')), ['file']);
});

test('what is wrong with a file is said without a word of it', () => {
  for (const text of [
    'key: HIDDEN: HIDDEN\n',
    'key: "HIDDEN\nnext: [',
    'key: *HIDDEN\n',
    'key: !!HIDDEN x\nkey: HIDDEN\n',
    'HIDDEN: 1\nHIDDEN: 2\n',
    '- HIDDEN\nkey: HIDDEN',
  ]) {
    assert.throws(
      () => parsePrivateYaml(text),
      (error: Error) => !error.message.includes('HIDDEN') && error.cause === undefined,
      text,
    );
  }
  assert.throws(() => parsePrivateYaml('a: 1\nb: HIDDEN: 2\n'), /^Error: line 2, column \d+: /);
  assert.deepEqual(parsePrivateYaml('a: [1]\n'), { a: [1] });
});
