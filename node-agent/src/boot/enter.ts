import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { smallNodeFlags } from '@talos/lib/control/memory.ts';
import { MNT_DETACH, MS, type Syscalls } from '../machined/host/syscalls.ts';

export const INIT = '/sbin/tini';
export const NODE = '/usr/bin/node';
export const MACHINED = '/usr/lib/talos/machined.mjs';
const NEW_ROOT = '/run/talos/root';

/** In an ordinary boot init's output is the console file and this descriptor the node's output. Far from those that Node opens. */
export const OUTPUT_FD = 100;

/**
 * machined's exit status is the node's power cycle and 0 means power off, so a program that ends without having said so (an empty
 * file, a drained event loop) must not end with 0: this runs before any code of the slot and makes 70 the status by default.
 *
 * It also gives machined the node's output back, by the lowest free descriptor; its stderr stays in the console file, for what V8 says
 * before it aborts is evidence.
 */
const BEFORE_MACHINED = [
  'process.exitCode=70',
  'import*as f from"node:fs"',
  `try{f.closeSync(f.openSync("/proc/self/fd/${OUTPUT_FD}","a"));f.closeSync(1);f.openSync("/proc/self/fd/${OUTPUT_FD}","a");f.closeSync(${OUTPUT_FD})}catch{}`,
].join(';');

/** Throws, naming it, when the slot lacks one of the programs that a boot needs: said before the point of no return. */
export function checkSlot(slotDirectory: string): void {
  for (const path of [INIT, NODE, MACHINED]) {
    // Symlinks in the slot are absolute in the slot, not here: those that the image has are relative.
    const file = join(slotDirectory, path);
    try {
      accessSync(file, path === MACHINED ? constants.R_OK : constants.X_OK);
      if (!statSync(file).isFile() || statSync(file).size === 0) throw new Error('it is not a program');
    } catch (cause) {
      throw new Error(`The slot cannot be booted, ${path}: ${(cause as Error).message}`, { cause });
    }
  }
}

/** What the container engine should have mounted but may have not: the root is read-only from here on. */
export function ensureRuntimeMounts(syscalls: Syscalls, mountPoints: ReadonlySet<string>): void {
  if (!mountPoints.has('/run')) syscalls.mount('tmpfs', '/run', 'tmpfs', MS.NOSUID | MS.NODEV, 'mode=755');
  if (!mountPoints.has('/tmp')) syscalls.mount('tmpfs', '/tmp', 'tmpfs', MS.NOSUID | MS.NODEV, 'mode=1777');
}

/** A boot id of our own, where everything that looks for one finds it: in a container the kernel's is the host's and never changes. */
export function showBootId(syscalls: Syscalls, file: string): void {
  syscalls.mount(file, '/proc/sys/kernel/random/boot_id', '', MS.BIND);
}

/** Builds the slot's root below /run. Until {@link enterRoot} it can be taken back with {@link dropRoot}. */
export function prepareRoot(syscalls: Syscalls, slotDirectory: string): void {
  // pivot_root(2) refuses shared mounts, and nothing of ours should travel to the host.
  syscalls.mount('', '/', '', MS.PRIVATE | MS.REC);
  mkdirSync(NEW_ROOT, { recursive: true });
  syscalls.mount(slotDirectory, NEW_ROOT, '', MS.BIND);
  syscalls.mount('', NEW_ROOT, '', MS.REMOUNT | MS.BIND | MS.RDONLY);
  for (const path of ['/proc', '/sys', '/dev', '/var']) syscalls.mount(path, NEW_ROOT + path, '', MS.BIND | MS.REC);
  // Not recursively: the new root itself is mounted below /run.
  for (const path of ['/run', '/tmp']) syscalls.mount(path, NEW_ROOT + path, '', MS.BIND);
}

export function dropRoot(syscalls: Syscalls): void {
  try {
    syscalls.umount2(NEW_ROOT, MNT_DETACH);
  } catch {
    // It was not mounted yet. A mount that stays costs nothing: the other slot's goes on top.
  }
}

/** The point of no return. Nothing of the old root stays reachable, except through what runs from it (the guard). */
export function enterRoot(syscalls: Syscalls, chdir: (path: string) => void = process.chdir): void {
  chdir(NEW_ROOT);
  // pivot_root(".", "."): the old root ends up on top of the new one, so no directory for it is needed in a read-only root.
  syscalls.pivotRoot('.', '.');
  syscalls.umount2('.', MNT_DETACH);
  chdir('/');
}

/** Becomes the slot's init; does not return. Node aborts, saying so on stderr, when the kernel refuses. */
export function executeInit(): never {
  const args = [
    'tini',
    '--',
    NODE,
    ...smallNodeFlags(64),
    '--import',
    `data:text/javascript,${encodeURIComponent(BEFORE_MACHINED)}`,
    MACHINED,
  ];
  const environment = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/root',
    MALLOC_ARENA_MAX: '2',
    // tini then says how its child ended: that line is how the next boot tells a crash from a pulled plug (console.ts).
    TINI_VERBOSITY: '2',
  };
  process.execve?.(INIT, args, environment);
  throw new Error(`execve ${INIT} came back`);
}
