import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { ImageFile } from './contents.ts';
import { parseElf } from './elf.ts';
import { checkImage, SIGNATURES } from './policy.ts';

const plain: ImageFile = {
  path: 'x',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  target: undefined,
  script: false,
  elf: undefined,
  signatures: [],
  attributes: [],
};
const elf = { machine: 'amd64', interpreter: undefined, needed: [], soname: undefined, runPath: undefined } as const;
const program: ImageFile = { ...plain, mode: 0o755, elf };

function rules(...files: ImageFile[]): string[] {
  return checkImage(new Map(files.map((file) => [file.path, file])), 'amd64').map(
    ({ path, rule }) => `${path}: ${rule}`,
  );
}

test('plain files, programs and links that lead somewhere are fine', () => {
  const library = { ...program, path: 'usr/lib/x86_64-linux-gnu/libc.so.6' };
  const linker = { ...program, path: 'usr/lib64/ld-linux-x86-64.so.2' };
  const app = {
    ...program,
    path: 'usr/bin/app',
    elf: { ...elf, interpreter: '/lib64/ld-linux-x86-64.so.2', needed: ['libc.so.6'] },
  };
  const link = { ...plain, path: 'etc/x', type: 'symlink', mode: 0o777, target: '../x' };
  assert.deepEqual(rules(plain, library, linker, app, link), []);
});

test('every rule finds what it is for', () => {
  const cases: readonly [ImageFile, string][] = [
    [{ ...program, path: 'usr/bin/mount', mode: 0o4755 }, 'set-id'],
    [{ ...program, mode: 0o2755 }, 'set-id'],
    [{ ...plain, mode: 0o666 }, 'writable'],
    [{ ...plain, type: 'directory', mode: 0o1777 }, 'writable'],
    [{ ...plain, script: true }, 'script'],
    [{ ...plain, uid: 1000 }, 'owner'],
    [{ ...plain, type: 'character-device' }, 'kind'],
    [{ ...plain, path: 'etc/.wh.x' }, 'kind'],
    [{ ...program, path: 'usr/bin/bash' }, 'forbidden-program'],
    [{ ...program, path: 'usr/bin/python3.11' }, 'forbidden-program'],
    [{ ...program, path: 'usr/sbin/sshd' }, 'forbidden-program'],
    [{ ...program, path: 'usr/bin/apt-get' }, 'forbidden-program'],
    [{ ...program, path: 'usr/bin/innocent', signatures: ['busybox'] }, 'forbidden-program'],
    [{ ...plain, attributes: ['SCHILY.xattr.security.capability'] }, 'capability'],
    [{ ...plain, mode: 0o755 }, 'not-a-program'],
    [{ ...program, elf: { ...elf, machine: 'arm64' } }, 'architecture'],
    [{ ...program, elf: 'unreadable' }, 'architecture'],
    [{ ...program, elf: { ...elf, needed: ['libmissing.so.1'] } }, 'missing-library'],
    [{ ...program, elf: { ...elf, interpreter: '/lib64/ld-linux-x86-64.so.2' } }, 'missing-library'],
    [{ ...plain, type: 'symlink', target: 'nowhere' }, 'dangling-link'],
  ];
  for (const [file, rule] of cases) assert.deepEqual(rules(file), [`${file.path}: ${rule}`]);
});

test('a link to a shell has its name too', () => {
  const link = { ...plain, path: 'usr/bin/sh', type: 'symlink', mode: 0o777, target: 'app' };
  assert.deepEqual(rules({ ...program, path: 'usr/bin/app' }, link), ['usr/bin/sh: forbidden-program']);
});

test('a renamed shell is known by what it says', async () => {
  // Whatever shell a host has under this name: dash, bash or busybox.
  const shell = await readFile('/bin/sh');
  assert.ok(SIGNATURES.some(([, text]) => shell.includes(text)));
});

test('the ELF reader sees what the dynamic linker would', async () => {
  const node = parseElf(await readFile(process.execPath));
  assert.ok(node?.needed.includes('libc.so.6'));
  assert.match(node?.interpreter ?? '', /\/ld-linux/);
  assert.equal(parseElf(Buffer.from('#!/bin/sh\n')), undefined);
  const header = (await readFile(process.execPath)).subarray(0, 4096);
  assert.doesNotThrow(() => parseElf(Buffer.from(header.subarray(0, 100))));
});
