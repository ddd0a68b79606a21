import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MS, type Syscalls } from './syscalls.ts';

/** One line of /proc/self/mountinfo (proc_pid_mountinfo(5)), what we need of it. */
export interface MountInfo {
  /** major:minor of the file system. */
  readonly device: string;
  /** What is mounted: a device, or what the file system calls itself. */
  readonly source: string;
  readonly mountPoint: string;
  readonly root: string;
  readonly fsType: string;
  readonly options: readonly string[];
  /** e.g. `shared:1`. */
  readonly propagation: readonly string[];
  readonly superOptions: readonly string[];
}

export function parseMountInfo(text: string): readonly MountInfo[] {
  const decode = (field: string) =>
    field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [left = '', right = ''] = line.split(' - ');
      const [, , device = '', root = '', mountPoint = '', options = '', ...propagation] = left.split(' ');
      const [fsType = '', source = '', superOptions = ''] = right.split(' ');
      return {
        device,
        source: decode(source),
        mountPoint: decode(mountPoint),
        root: decode(root),
        fsType,
        options: options.split(','),
        propagation: propagation.filter((field) => field !== ''),
        superOptions: superOptions.split(','),
      };
    });
}

export function currentMounts(): readonly MountInfo[] {
  return parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8'));
}

/** Binds a file or directory over another one. Idempotent in effect: binding again hides the older bind. */
export function bind(
  syscalls: Syscalls,
  source: string,
  target: string,
  options: { readonly readOnly?: boolean } = {},
): void {
  syscalls.mount(source, target, '', MS.BIND);
  // The kernel ignores all other flags of a bind: read-only takes a second call.
  if (options.readOnly === true) syscalls.mount('', target, '', MS.REMOUNT | MS.BIND | MS.RDONLY);
}

/** Pods with bidirectional mounts, CSI drivers and the kubelet's own volumes need propagation from the root down. */
export function shareRoot(syscalls: Syscalls): void {
  syscalls.mount('', '/', '', MS.SHARED | MS.REC);
}

/**
 * What a container engine leaves out of /dev. The kubelet opens /dev/kmsg for its OOM watcher and needs no more than that it opens;
 * the kernel's log for people is syslog(2).
 */
export function prepareDev(root = '/'): void {
  const kmsg = `${root}dev/kmsg`;
  if (!exists(kmsg)) symlinkSync('/dev/null', kmsg);
}

/** Writes a file below /run and binds it over one in the read-only root. The file in the root must exist in the image. */
export function bindGenerated(syscalls: Syscalls, generated: string, target: string, content: string): void {
  mkdirSync(dirname(generated), { recursive: true });
  writeFileSync(generated, content, { mode: 0o644 });
  const bound = currentMounts().some(({ mountPoint }) => mountPoint === target);
  if (!bound) bind(syscalls, generated, target);
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
