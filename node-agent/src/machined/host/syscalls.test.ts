import assert from 'node:assert/strict';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { loadSyscalls, RESOLVE, SyscallError } from './syscalls.ts';

describe('system calls', () => {
  const syscalls = loadSyscalls();
  const directory = mkdtempSync(join(tmpdir(), 'talos-syscalls-'));
  after(() => rmSync(directory, { recursive: true }));

  it('names the call, its object and the errno when the kernel refuses', () => {
    assert.throws(
      () => syscalls.umount2(join(directory, 'absent'), 0),
      (error: unknown) => {
        assert.ok(error instanceof SyscallError);
        // Without privileges the kernel may say EPERM before it looks at the path.
        assert.match(error.code, /^(ENOENT|EPERM)$/);
        assert.match(error.message, /umount2 .*absent: E/);
        return true;
      },
    );
  });

  it('opens beneath a directory and nowhere else', () => {
    mkdirSync(join(directory, 'in'));
    writeFileSync(join(directory, 'in/file'), 'inside');
    writeFileSync(join(directory, 'secret'), 'outside');
    symlinkSync('../secret', join(directory, 'in/link'));
    const root = openSync(join(directory, 'in'), 'r');
    const fd = syscalls.openat2(root, 'file', { flags: 0, resolve: RESOLVE.BENEATH });
    const buffer = Buffer.alloc(16);
    assert.equal(buffer.toString('utf8', 0, readSync(fd, buffer)), 'inside');
    closeSync(fd);
    for (const path of ['../secret', 'link', '/etc/passwd']) {
      assert.throws(
        () => syscalls.openat2(root, path, { flags: 0, resolve: RESOLVE.BENEATH }),
        { code: 'EXDEV' },
        path,
      );
    }
    closeSync(root);
  });

  it('has dup2 replace a descriptor', () => {
    const first = openSync(join(directory, 'first'), 'w+');
    const second = openSync(join(directory, 'second'), 'w+');
    syscalls.dup2(first, second);
    writeFileSync(second, 'x');
    closeSync(first);
    closeSync(second);
    assert.equal(readFileSync(join(directory, 'first'), 'utf8'), 'x');
  });

  it('reads the monotonic clock of /proc/uptime', () => {
    const seconds = Number(syscalls.monotonicNs() / 1_000_000_000n);
    const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
    // uptime counts suspended time too (CLOCK_BOOTTIME), never less.
    assert.ok(seconds <= uptime + 2);
  });
});
