import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MountInfo } from './mounts.ts';
import { MS, type Syscalls } from './syscalls.ts';

export type CgroupSetup =
  /** Each controller is a mount of its own, and a container engine mounts them read-only. */
  | { readonly version: 1; readonly remount: readonly string[] }
  | { readonly version: 2; readonly root: string; readonly readOnly: boolean };

const ROOT = '/sys/fs/cgroup';

/** What has to be done before the kubelet and containerd can make groups. Pure: `mounts` says all. */
export function planCgroups(mounts: readonly MountInfo[]): CgroupSetup {
  const below = mounts.filter(({ mountPoint }) => mountPoint === ROOT || mountPoint.startsWith(`${ROOT}/`));
  const unified = below.find(({ mountPoint, fsType }) => mountPoint === ROOT && fsType === 'cgroup2');
  if (unified !== undefined) return { version: 2, root: ROOT, readOnly: unified.options.includes('ro') };
  const controllers = below.filter(({ fsType }) => fsType === 'cgroup' || fsType === 'cgroup2');
  if (controllers.length === 0) {
    throw new Error(
      `No cgroup file system below ${ROOT}: run the container with --cgroupns=private and systempaths=unconfined`,
    );
  }
  return {
    version: 1,
    remount: controllers.filter(({ options }) => options.includes('ro')).map(({ mountPoint }) => mountPoint),
  };
}

/**
 * Makes the container's cgroups writable.
 *
 * v1: only the bind mounts are read-only, the file systems are not.
 * v2: a group with processes of its own cannot hand controllers down ("no internal processes"), so machined moves itself and its
 * elder, tini, into a leaf first. The guard and whatever else is there goes along.
 */
export function setUpCgroups(syscalls: Syscalls, setup: CgroupSetup): void {
  if (setup.version === 1) {
    for (const path of setup.remount)
      syscalls.mount('', path, '', MS.REMOUNT | MS.BIND | MS.NOSUID | MS.NODEV | MS.NOEXEC);
    return;
  }
  if (setup.readOnly) syscalls.mount('', setup.root, '', MS.REMOUNT | MS.BIND | MS.NOSUID | MS.NODEV | MS.NOEXEC);
  // The root of the whole hierarchy has no cgroup.type and allows processes beside controllers.
  if (!existsSync(join(setup.root, 'cgroup.type'))) return;
  const leaf = join(setup.root, 'talos');
  mkdirSync(leaf, { recursive: true });
  for (let round = 0; round < 3; round += 1) {
    const pids = readFileSync(join(setup.root, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
    if (pids.length === 0) break;
    for (const pid of pids) moveTo(leaf, pid);
  }
  const controllers = readFileSync(join(setup.root, 'cgroup.controllers'), 'utf8').trim().split(' ').filter(Boolean);
  for (const controller of controllers) {
    writeFileSync(join(setup.root, 'cgroup.subtree_control'), `+${controller}`);
  }
}

/** Where the services that run bare have their groups, beside those of the ones in containers (services/runc.ts). */
export const SERVICE_GROUPS = '/talos-services';
/** What is counted for a service. Not v1's cpuset, whose new groups have no CPU before they are given one. */
const COUNTED = ['memory', 'cpu', 'cpuacct', 'pids'] as const;

/**
 * Puts a program into a group of its own, so that what it and its children use is told apart. Only counted, never limited.
 * Errors: the kernel's; the program then stays where it was.
 */
export function enterGroup(path: string, pid: number, root = ROOT): void {
  if (!existsSync(join(root, 'cgroup.controllers'))) {
    for (const controller of COUNTED) {
      const group = join(root, controller, path);
      if (!existsSync(join(root, controller))) continue;
      mkdirSync(group, { recursive: true });
      moveTo(group, String(pid));
    }
    return;
  }
  const group = join(root, path);
  mkdirSync(group, { recursive: true });
  for (const parent of [root, join(root, SERVICE_GROUPS)]) {
    writeFileSync(join(parent, 'cgroup.subtree_control'), '+cpu +memory +pids');
  }
  moveTo(group, String(pid));
}

function moveTo(group: string, pid: string): void {
  try {
    writeFileSync(join(group, 'cgroup.procs'), pid);
  } catch (error) {
    // The process ended between the two reads.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
