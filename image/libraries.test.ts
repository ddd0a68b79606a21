import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { libraryClosure, type PackageFile, resolveLink } from './libraries.ts';
import { canonicalPath, FileTree } from './tree.ts';

const node = await readFile(process.execPath);
const library = (path: string, content: Buffer = Buffer.alloc(0)): PackageFile => ({
  package: 'test',
  path,
  type: 'file',
  mode: 0o644,
  content,
});
const directory = 'usr/lib/x86_64-linux-gnu';
const wanted = ['libdl.so.2', 'libstdc++.so.6', 'libm.so.6', 'libgcc_s.so.1', 'libpthread.so.0', 'libc.so.6'];

function available(): Map<string, PackageFile> {
  const files = wanted.map((name) => library(`${directory}/${name}`));
  const linker = {
    package: 'libc6',
    path: 'usr/lib64/ld-linux-x86-64.so.2',
    type: 'symlink',
    target: `/lib/x86_64-linux-gnu/ld`,
  };
  files.push(linker as PackageFile, library(`${directory}/ld`), library(`${directory}/libunused.so.1`));
  return new Map(files.map((file) => [file.path, file]));
}

test('a program brings its libraries and its dynamic linker, and no others', () => {
  const paths = libraryClosure([{ path: 'usr/bin/node', content: node }], [], available()).map((file) => file.path);
  const expected = [
    ...wanted.map((name) => `${directory}/${name}`),
    `${directory}/ld`,
    'usr/lib64/ld-linux-x86-64.so.2',
  ];
  assert.deepEqual(paths.sort(), expected.sort());
});

test('a library brings what it needs itself', () => {
  const files = available();
  files.set(`${directory}/libx.so.1`, library(`${directory}/libx.so.1`, node));
  assert.equal(libraryClosure([], ['libx.so.1'], files).length, wanted.length + 3);
});

test('a library that no package has is named, with who needs it', () => {
  const files = available();
  files.delete(`${directory}/libm.so.6`);
  assert.throws(
    () => libraryClosure([{ path: 'usr/bin/node', content: node }], [], files),
    /libm\.so\.6, which usr\/bin\/node/,
  );
});

test('paths are those of a merged /usr', () => {
  assert.equal(canonicalPath('./bin/mount'), 'usr/bin/mount');
  assert.equal(canonicalPath('/usr/sbin/nft'), 'usr/sbin/nft');
  assert.equal(resolveLink('usr/lib64/ld', '/lib/x/ld'), 'usr/lib/x/ld');
  assert.equal(resolveLink('etc/ssl/cert.pem', 'certs/x'), 'etc/ssl/certs/x');
});

test('a tree adds parents, drops set-id bits and refuses doubles', () => {
  const tree = new FileTree().file('bin/mount', 'x', 0o4777).directory('tmp', 0o700);
  assert.deepEqual(
    tree.entries().map(({ path, type, ...rest }) => [type, path, 'mode' in rest ? rest.mode : undefined]),
    [
      ['file', 'usr/bin/mount', 0o755],
      ['directory', 'tmp', 0o700],
      ['directory', 'usr', 0o755],
      ['directory', 'usr/bin', 0o755],
    ],
  );
  assert.throws(() => tree.file('usr/bin/mount', 'y'), /twice/);
});
