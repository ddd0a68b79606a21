import { getSystemErrorName } from 'node:util';
import { loadKoffi } from '../../koffi.ts';

/** From linux/mount.h. */
export const MS = {
  RDONLY: 1,
  NOSUID: 2,
  NODEV: 4,
  NOEXEC: 8,
  REMOUNT: 32,
  BIND: 4096,
  MOVE: 8192,
  REC: 16384,
  PRIVATE: 1 << 18,
  SHARED: 1 << 20,
} as const;
export const MNT_DETACH = 2;

/** From linux/openat2.h. */
export const RESOLVE = {
  NO_XDEV: 0x01,
  NO_MAGICLINKS: 0x02,
  NO_SYMLINKS: 0x04,
  BENEATH: 0x08,
  IN_ROOT: 0x10,
} as const;
export const O_PATH = 0o10000000;
export const O_CLOEXEC = 0o2000000;
export const AT_FDCWD = -100;

export interface OpenHow {
  readonly flags: number;
  readonly mode?: number;
  /** Bits of {@link RESOLVE}. */
  readonly resolve: number;
}

/**
 * The system calls that Node does not offer. All block the calling thread, and all act on this process or on the node.
 *
 * Errors: {@link SyscallError}, with the errno's name in `code`, as Node's own fs errors have it.
 */
export interface Syscalls {
  mount(source: string, target: string, fsType: string, flags: number, data?: string): void;
  umount2(target: string, flags: number): void;
  pivotRoot(newRoot: string, putOld: string): void;
  /** reboot(2). In a pid namespace it ends the namespace's init, and with it every process of the node's container. */
  reboot(how: 'restart' | 'power-off'): void;
  setHostname(name: string): void;
  /** A file descriptor, always close-on-exec. */
  openat2(dirFd: number, path: string, how: OpenHow): number;
  /** syslog(2): returns what the kernel returns, fills `buffer` where the action reads. */
  syslog(action: number, buffer?: Uint8Array): number;
  dup2(from: number, to: number): void;
  /** Writes back everything that the kernel holds for the file system of `fd`. Blocks for as long as that takes. */
  syncfs(fd: number): void;
  /** The same on another thread: a slot's worth of data takes seconds, during which the agent has to answer. */
  syncfsAsync(fd: number): Promise<void>;
  /** CLOCK_MONOTONIC, in ns. Counts across processes of one kernel: what guard and machined compare. */
  monotonicNs(): bigint;
  /** adjtimex(2) with a struct timex whose `modes` is 0: reads the clock's state into it and changes nothing. */
  adjtimex(timex: Uint8Array): void;
  /** ioctl(2). Returns what the kernel returns; bytes are read by it and may be written. */
  ioctl(fd: number, request: number, argument: number | Uint8Array): number;
  /** malloc_trim(3): gives free pages of the C heap back. Does nothing where the C library has no such call (musl). */
  trimHeap(): void;
}

export class SyscallError extends Error {
  readonly code: string;
  readonly syscall: string;
  constructor(syscall: string, errno: number, what: string) {
    const code = errnoName(errno);
    super(`${syscall} ${what}: ${code}`);
    this.name = 'SyscallError';
    this.code = code;
    this.syscall = syscall;
  }
}

function errnoName(errno: number): string {
  try {
    return getSystemErrorName(-errno);
  } catch {
    return `errno ${errno}`;
  }
}

const SYSCALL_NUMBERS: Readonly<Record<string, { pivotRoot: number; openat2: number }>> = {
  x64: { pivotRoot: 155, openat2: 437 },
  arm64: { pivotRoot: 41, openat2: 437 },
};
const RB_AUTOBOOT = 0x01234567;
const RB_POWER_OFF = 0x4321fedc;

/**
 * Loads the native half. Where it comes from, in this order: `TALOS_KOFFI`, the image's /usr/lib/talos/koffi.node, the npm package.
 * Errors: says which file it tried last, when none can be loaded.
 */
export function loadSyscalls(): Syscalls {
  const numbers = SYSCALL_NUMBERS[process.arch];
  if (numbers === undefined) throw new Error(`System calls on ${process.arch}: only x64 and arm64 are known`);
  const koffi = loadKoffi();
  const libc = koffi.load(null);
  const mount = libc.func(
    'int mount(const char* source, const char* target, const char* type, unsigned long flags, const char* data)',
  );
  const umount2 = libc.func('int umount2(const char* target, int flags)');
  const pivot = libc.func('long syscall(long number, const char* a, const char* b)');
  const openat2 = libc.func('long syscall(long number, int dirfd, const char* path, const uint64_t* how, size_t size)');
  const reboot = libc.func('int reboot(int how)');
  const sethostname = libc.func('int sethostname(const char* name, size_t length)');
  const klogctl = libc.func('int klogctl(int type, _Out_ uint8_t* buffer, int length)');
  const dup2 = libc.func('int dup2(int from, int to)');
  const syncfs = libc.func('int syncfs(int fd)');
  const adjtimex = libc.func('int adjtimex(_Inout_ uint8_t* timex)');
  const ioctlNumber = libc.func('int ioctl(int fd, unsigned long request, long argument)');
  const ioctlBytes = libc.func('int ioctl(int fd, unsigned long request, _Inout_ uint8_t* argument)');
  const mallocTrim = optional(() => libc.func('int malloc_trim(size_t pad)'));

  const check = (result: number, name: string, what: string): number => {
    if (result < 0) throw new SyscallError(name, koffi.errno(), what);
    return result;
  };
  return {
    mount: (source, target, fsType, flags, data = '') =>
      void check(mount(source, target, fsType, flags, data), 'mount', `${source} on ${target}`),
    umount2: (target, flags) => void check(umount2(target, flags), 'umount2', target),
    pivotRoot: (newRoot, putOld) =>
      void check(pivot(numbers.pivotRoot, newRoot, putOld), 'pivot_root', `${newRoot} ${putOld}`),
    reboot: (how) => void check(reboot(how === 'restart' ? RB_AUTOBOOT : RB_POWER_OFF), 'reboot', how),
    setHostname: (name) => void check(sethostname(name, Buffer.byteLength(name)), 'sethostname', name),
    openat2: (dirFd, path, how) => {
      const struct = BigUint64Array.of(BigInt(how.flags | O_CLOEXEC), BigInt(how.mode ?? 0), BigInt(how.resolve));
      return check(openat2(numbers.openat2, dirFd, path, struct, struct.byteLength), 'openat2', path);
    },
    syslog: (action, buffer) =>
      check(klogctl(action, buffer ?? null, buffer?.length ?? 0), 'syslog', `action ${action}`),
    dup2: (from, to) => void check(dup2(from, to), 'dup2', `${from} ${to}`),
    syncfs: (fd) => void check(syncfs(fd), 'syncfs', `fd ${fd}`),
    syncfsAsync: (fd) =>
      new Promise((resolve, reject) => {
        syncfs.async(fd, (error: Error | null, result: number) => {
          // errno belongs to the other thread: what it was cannot be told here.
          if (error !== null || result < 0) reject(error ?? new Error(`syncfs fd ${fd}: writing back failed`));
          else resolve();
        });
      }),
    // libuv's hrtime is CLOCK_MONOTONIC on Linux (uv__hrtime).
    monotonicNs: () => process.hrtime.bigint(),
    adjtimex: (timex) => {
      new DataView(timex.buffer, timex.byteOffset).setUint32(0, 0, true); // modes: whatever is in it, no clock is turned
      check(adjtimex(timex), 'adjtimex', 'reading');
    },
    ioctl: (fd, request, argument) =>
      check(
        typeof argument === 'number' ? ioctlNumber(fd, request, argument) : ioctlBytes(fd, request, argument),
        'ioctl',
        `fd ${fd} 0x${request.toString(16)}`,
      ),
    trimHeap: () => void mallocTrim?.(0),
  };
}

function optional<T>(load: () => T): T | undefined {
  try {
    return load();
  } catch {
    return undefined;
  }
}

export interface RecordingSyscalls extends Syscalls {
  /** One line per call, e.g. `mount proc /proc proc 0`. */
  readonly calls: readonly string[];
}

/** For tests: does nothing but remember. `fail(line)` may throw to stand for a kernel that refuses. */
export function recordingSyscalls(fail: (line: string) => void = () => {}): RecordingSyscalls {
  const calls: string[] = [];
  let now = 0n;
  const record = (...parts: (string | number)[]) => {
    const line = parts.filter((part) => part !== '').join(' ');
    calls.push(line);
    fail(line);
  };
  return {
    calls,
    mount: (source, target, fsType, flags, data = '') => record('mount', source, target, fsType, flags, data),
    umount2: (target, flags) => record('umount2', target, flags),
    pivotRoot: (newRoot, putOld) => record('pivot_root', newRoot, putOld),
    reboot: (how) => record('reboot', how),
    setHostname: (name) => record('sethostname', name),
    openat2: (_dirFd, path) => {
      record('openat2', path);
      return -1;
    },
    syslog: (action) => {
      record('syslog', action);
      return 0;
    },
    dup2: (from, to) => record('dup2', from, to),
    syncfs: () => record('syncfs'),
    syncfsAsync: async () => record('syncfs'),
    monotonicNs: () => {
      now += 1_000_000n;
      return now;
    },
    adjtimex: () => record('adjtimex'),
    ioctl: (_fd, request) => {
      record('ioctl', `0x${request.toString(16)}`);
      return 0;
    },
    trimHeap: () => record('malloc_trim'),
  };
}
