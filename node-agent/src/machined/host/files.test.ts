import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createSafeFiles, FILE_ROOTS, FileError, type FileErrorCode, resolvePath } from './files.ts';
import { loadSyscalls, O_PATH } from './syscalls.ts';

const prefix = fs.mkdtempSync(join(tmpdir(), 'files-'));
after(() => fs.rmSync(prefix, { recursive: true }));
const put = (path: string, content: string) => {
  fs.mkdirSync(join(prefix, path, '..'), { recursive: true });
  fs.writeFileSync(join(prefix, path), content);
};
put('/var/log/a/b.log', 'hello\n');
put('/var/lib/talos/pki/ca.key', 'SECRET');
put('/var/log/deep/1/2/3/x', '');
fs.symlinkSync('b.log', join(prefix, 'var/log/a/inside'));
fs.symlinkSync('../../lib/talos/pki/ca.key', join(prefix, 'var/log/a/relative'));
fs.symlinkSync(join(prefix, 'var/lib/talos/pki/ca.key'), join(prefix, 'var/log/a/absolute'));
fs.symlinkSync('/proc/self/root/etc/hostname', join(prefix, 'var/log/a/magic'));
fs.symlinkSync('../../lib/talos', join(prefix, 'var/log/a/folder'));
fs.symlinkSync('loop', join(prefix, 'var/log/a/loop'));
execFileSync('mkfifo', [join(prefix, 'var/log/a/fifo')]);

const files = createSafeFiles(loadSyscalls(), prefix);
const signal = new AbortController().signal;
async function read(path: string, offset = 0, limit = 0): Promise<string> {
  const chunks: Uint8Array[] = [];
  const file = files.openFile(resolvePath(path));
  try {
    for await (const chunk of file.read({ offset, limit }, signal)) chunks.push(chunk);
  } finally {
    file.close();
  }
  return Buffer.concat(chunks).toString();
}
const list = async (path: string, depth: number) => {
  const entries = [];
  for await (const entry of files.list(resolvePath(path), depth, signal)) entries.push(entry);
  return entries;
};
/** What a walk's files hold; FileErrors by their codes. */
const walked = async (path: string) => {
  const contents: string[] = [];
  for await (const { entry, open } of files.walk(resolvePath(path), signal)) {
    if (entry.error !== '' || open === undefined) continue;
    const file = open();
    const parts = await Array.fromAsync(file.read({ offset: 0, limit: 0 }, signal));
    file.close();
    contents.push(Buffer.concat(parts).toString());
  }
  return contents;
};
const failsWith = (code: FileErrorCode) => (error: unknown) => error instanceof FileError && error.code === code;

describe('roots', () => {
  test('none is below another: a link could lead from one into the other, past its role', () => {
    for (const outer of FILE_ROOTS) {
      for (const inner of FILE_ROOTS) {
        assert.ok(
          outer === inner || !`${inner.path}/`.startsWith(`${outer.path}/`),
          `${inner.path} is below ${outer.path}`,
        );
      }
    }
  });
  for (const [path, code] of [
    ['etc/hosts', 'INVALID'],
    ['', 'INVALID'],
    ['/var/log/../lib/talos/pki/ca.key', 'INVALID'],
    ['/var/log/a\0/etc', 'INVALID'],
    [`/var/log/${'x/'.repeat(3000)}`, 'INVALID'],
    ['/', 'NOT_ALLOWED'],
    ['/var/logs', 'NOT_ALLOWED'],
    ['/root/.ssh', 'NOT_ALLOWED'],
    ['/proc/1/environ', 'NOT_ALLOWED'],
    ['/proc/self/root', 'NOT_ALLOWED'],
    ['/proc/meminfo/x', 'NOT_ALLOWED'],
    ['/run/talos/apid/server.key', 'NOT_ALLOWED'],
  ] as const) {
    test(`${JSON.stringify(path.slice(0, 40))} is ${code}`, () => {
      assert.throws(() => resolvePath(path), failsWith(code));
    });
  }
  test('what is secret is for admins', () => {
    for (const path of [
      '/var/lib/talos/pki/ca.key',
      '/var/lib/talos/config/current.yaml',
      '/var/lib/talos/etcd/x',
      '/var/lib/kubelet/pods',
    ]) {
      assert.equal(resolvePath(path).root.role, 'os:admin');
    }
    assert.equal(resolvePath('//var/./log//a/').relative, 'a');
  });
});

describe('reading', () => {
  test('a file, whole and in part', async () => {
    assert.equal(await read('/var/log/a/b.log'), 'hello\n');
    assert.equal(await read('/var/log/a/b.log', 1, 3), 'ell');
    assert.equal(await read('/var/log/a/b.log', 100), '');
  });
  test('a link that stays below its root', async () => assert.equal(await read('/var/log/a/inside'), 'hello\n'));
  for (const [name, code] of [
    ['relative', 'ESCAPES'],
    ['absolute', 'ESCAPES'],
    ['magic', 'ESCAPES'],
    ['folder/pki/ca.key', 'ESCAPES'],
    ['loop', 'ESCAPES'],
    ['fifo', 'NOT_A_FILE'],
    ['.', 'NOT_A_FILE'],
    ['missing', 'NOT_FOUND'],
    ['b.log/x', 'NOT_FOUND'],
  ] as const) {
    test(`${name} is ${code}`, () => assert.rejects(read(`/var/log/a/${name}`), failsWith(code)));
  }
  test('a device is none either, whatever root it is below', () => {
    const devices = [{ path: '/dev', role: 'os:admin', directory: true }] as const;
    const real = createSafeFiles(loadSyscalls());
    for (const name of ['null', 'zero', 'ptmx'])
      assert.throws(() => real.openFile(resolvePath(`/dev/${name}`, devices)), failsWith('NOT_A_FILE'));
  });
  test('what is no file is not even opened: of a FIFO or a device that may do something', async (t) => {
    const { openat2 } = loadSyscalls();
    const opened: string[] = [];
    const note = (path: string, flags: number) => {
      if ((flags & O_PATH) === 0) opened.push(path);
    };
    const watched = createSafeFiles(
      {
        openat2: (directory, path, how) => {
          note(path, how.flags);
          return openat2(directory, path, how);
        },
      },
      prefix,
    );
    const { openSync } = fs;
    t.mock.method(fs, 'openSync', (path: string, flags: number) => {
      note(path, flags);
      return openSync(path, flags);
    });
    syncBuiltinESMExports();
    t.after(() => {
      t.mock.restoreAll();
      syncBuiltinESMExports();
    });
    fs.mkdirSync(join(prefix, 'var/log/pipes'));
    execFileSync('mkfifo', [join(prefix, 'var/log/pipes/fifo')]);
    const path = resolvePath('/var/log/pipes/fifo');
    assert.throws(() => watched.openFile(path), failsWith('NOT_A_FILE'));
    assert.throws(() => watched.open(path), failsWith('NOT_A_FILE'));
    for await (const { open } of watched.walk(resolvePath('/var/log/pipes'), signal)) assert.equal(open, undefined);
    for await (const { type } of watched.list(resolvePath('/var/log/pipes'), 1, signal)) assert.notEqual(type, 'file');
    assert.deepEqual(opened, []);
    watched.openFile(resolvePath('/var/log/a/b.log')).close();
    assert.equal(opened.length, 1, 'a file is opened, and that is seen');
  });
  test('files of /proc, whose size is 0', async () => {
    const real = createSafeFiles(loadSyscalls());
    let text = '';
    for await (const chunk of real.openFile(resolvePath('/proc/meminfo')).read({ offset: 0, limit: 0 }, signal))
      text += chunk;
    assert.match(text, /MemTotal/);
  });
  test('no descriptor is left open, whatever happens', async () => {
    const open = () => fs.readdirSync('/proc/self/fd').length;
    await read('/var/log/a/b.log');
    const before = open();
    for (const name of ['b.log', 'relative', 'fifo', 'missing']) await read(`/var/log/a/${name}`).catch(() => {});
    for await (const _entry of files.list(resolvePath('/var/log'), 9, signal)) break;
    for await (const { open } of files.walk(resolvePath('/var/log/a'), signal)) {
      open?.().close();
      if (open !== undefined) break;
    }
    assert.equal(open(), before);
  });
  test('someone who swaps a directory for a link all the while gets nothing from it', async () => {
    put('/var/log/race/dir/ca.key', 'harmless');
    const script = [
      'const fs = require("node:fs");',
      `process.chdir(${JSON.stringify(join(prefix, 'var/log/race'))});`,
      'fs.symlinkSync("../../lib/talos/pki", "link");',
      'process.send("ready");',
      'const end = () => process.exit(0); process.on("disconnect", end);',
      'const turn = () => { for (let i = 0; i < 200; i++) {',
      ' fs.renameSync("dir", "kept"); fs.renameSync("link", "dir"); fs.renameSync("dir", "link"); fs.renameSync("kept", "dir"); } setImmediate(turn); };',
      'turn();',
    ].join('\n');
    const { fork } = await import('node:child_process');
    const scriptPath = join(prefix, 'swap.cjs');
    fs.writeFileSync(scriptPath, script);
    const child = fork(scriptPath);
    try {
      await new Promise((resolve) => child.once('message', resolve));
      const seen = new Set<string>();
      for (let n = 0; n < 3000 || !seen.has('harmless'); n++) {
        seen.add(await read('/var/log/race/dir/ca.key').catch((error: FileError) => error.code));
        for (const entry of n % 50 === 0 ? await list('/var/log/race', 3) : [])
          assert.notEqual(entry.sizeBytes, 'SECRET'.length);
        if (n % 50 === 25) for (const content of await walked('/var/log/race')) seen.add(content);
      }
      assert.ok(!seen.has('SECRET'));
      for (const outcome of seen) assert.ok(['harmless', 'ESCAPES', 'NOT_FOUND'].includes(outcome), outcome);
    } finally {
      child.kill('SIGKILL');
    }
  });
});

describe('listing', () => {
  test('says what is there, links unfollowed', async () => {
    const entries = await list('/var/log/a', 1);
    const types = Object.fromEntries(entries.map((entry) => [entry.path.slice('/var/log/'.length), entry.type]));
    assert.deepEqual(types, {
      a: 'directory',
      'a/absolute': 'symlink',
      'a/b.log': 'file',
      'a/fifo': 'fifo',
      'a/folder': 'symlink',
      'a/inside': 'symlink',
      'a/loop': 'symlink',
      'a/magic': 'symlink',
      'a/relative': 'symlink',
    });
    assert.equal(entries.find((entry) => entry.path.endsWith('relative'))?.linkTarget, '../../lib/talos/pki/ca.key');
    assert.equal(entries.find((entry) => entry.path.endsWith('b.log'))?.sizeBytes, 6);
  });
  test('goes as deep as asked', async () => {
    const depth = async (n: number) =>
      (await list('/var/log/deep', n)).map((entry) => entry.path.slice('/var/log/deep'.length));
    assert.deepEqual(await depth(0), ['']);
    assert.deepEqual(await depth(2), ['', '/1', '/1/2']);
    assert.deepEqual(await depth(9), ['', '/1', '/1/2', '/1/2/3', '/1/2/3/x']);
  });
  test('an abort ends it', async () => {
    const abort = new AbortController();
    await assert.rejects(async () => {
      for await (const _entry of files.list(resolvePath('/var/log'), 9, abort.signal)) abort.abort(new Error('gone'));
    }, /gone/);
  });
});

test('a kernel without openat2 reads nothing', async () => {
  const old = createSafeFiles(
    {
      openat2: () => {
        throw Object.assign(new Error('openat2'), { code: 'ENOSYS' });
      },
    },
    prefix,
  );
  assert.throws(() => old.openFile(resolvePath('/var/log/a/b.log')), failsWith('UNSUPPORTED'));
});
