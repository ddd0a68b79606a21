/**
 * The OCI runtime spec of the node's own containers (apid, balancer, etcd): pure. They run by runc and not by containerd, so that
 * they are there before it and without it.
 */

import { SERVICE_GROUPS } from '../host/cgroups.ts';

export interface ContainerInput {
  readonly id: string;
  readonly hostname: string;
  readonly uid: number;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Bound read-only, at the same path. Nothing else of the node's file systems is there. */
  readonly readOnly: readonly string[];
  readonly writable?: readonly string[];
  /** Directories at the top of the slot that are real ones, not links into /usr. */
  readonly systemDirs: readonly string[];
  readonly pidsLimit: number;
  /** Default: none. */
  readonly capabilities?: readonly string[];
  /** Path of a network namespace; default: the node's network. */
  readonly networkNamespace?: string;
}

/** What would be refused anyway for want of a capability is refused here as well, before the kernel's code for it runs. */
const refusedSyscalls = [
  'acct', 'add_key', 'bpf', 'delete_module', 'fanotify_init', 'finit_module', 'fsconfig', 'fsmount', 'fsopen', 'fspick',
  'init_module', 'io_uring_enter', 'io_uring_register', 'io_uring_setup', 'kexec_file_load', 'kexec_load', 'keyctl',
  'mount', 'mount_setattr', 'move_mount', 'open_by_handle_at', 'open_tree', 'perf_event_open', 'pidfd_getfd', 'pivot_root',
  'process_vm_readv', 'process_vm_writev', 'ptrace', 'quotactl', 'reboot', 'request_key', 'setns', 'swapoff', 'swapon',
  'umount2', 'unshare', 'userfaultfd',
]; // biome-ignore format: a list to be read
const EPERM = 1;
const ENOSYS = 38;
const CLONE_NEWUSER = 0x1000_0000;

/**
 * Guarantees: no capability in any set but those named, no new privileges, a read-only root, a PID, IPC, UTS and mount namespace of its own with
 * its own /proc; the node's network unless another is named, since these are the node's listeners. No rlimits: raising one needs CAP_SYS_RESOURCE, which
 * some hosts don't give to a node that is a container itself.
 */
export const runtimeSpec = (input: ContainerInput): Readonly<Record<string, unknown>> => ({
  ociVersion: '1.0.2',
  hostname: input.hostname,
  root: { path: 'rootfs', readonly: true },
  process: {
    terminal: false,
    user: { uid: input.uid, gid: input.uid },
    args: input.args,
    env: ['PATH=/usr/bin', ...Object.entries(input.env ?? {}).map(([key, value]) => `${key}=${value}`)],
    cwd: '/',
    noNewPrivileges: true,
    capabilities: capabilitySets(input.capabilities ?? []),
  },
  mounts: [
    { destination: '/proc', type: 'proc', source: 'proc', options: ['nosuid', 'noexec', 'nodev'] },
    { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'noexec', 'mode=755', 'size=64k'] },
    {
      destination: '/tmp',
      type: 'tmpfs',
      source: 'tmpfs',
      options: ['nosuid', 'nodev', 'noexec', 'mode=1777', 'size=16m'],
    },
    ...['/usr', ...input.systemDirs, ...input.readOnly].map((path) => bind(path, ['ro', 'nosuid', 'nodev'])),
    ...(input.writable ?? []).map((path) => bind(path, ['rw', 'nosuid', 'nodev', 'noexec'])),
  ],
  linux: {
    // Not below /talos, where machined itself is: on cgroup v2 a group with processes has no controllers for its children.
    cgroupsPath: `${SERVICE_GROUPS}/${input.id}`,
    resources: { devices: [{ allow: false, access: 'rwm' }], pids: { limit: input.pidsLimit } },
    namespaces: [
      ...['pid', 'ipc', 'uts', 'mount'].map((type) => ({ type })),
      ...(input.networkNamespace === undefined ? [] : [{ type: 'network', path: input.networkNamespace }]),
    ],
    maskedPaths,
    readonlyPaths,
    seccomp: seccompProfile(),
  },
});

/** Of the kernel's and the hardware's files, what a container has no business with. */
export const maskedPaths = [
  '/proc/acpi',
  '/proc/asound',
  '/proc/kcore',
  '/proc/keys',
  '/proc/kmsg',
  '/proc/latency_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/proc/timer_list',
];
export const readonlyPaths = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/** `allowed`: of those refused otherwise. */
export const seccompProfile = (allowed: readonly string[] = []) => ({
  defaultAction: 'SCMP_ACT_ALLOW',
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32', 'SCMP_ARCH_AARCH64'],
  syscalls: [
    { names: refusedSyscalls.filter((name) => !allowed.includes(name)), action: 'SCMP_ACT_ERRNO', errnoRet: EPERM },
    {
      names: ['clone'],
      action: 'SCMP_ACT_ERRNO',
      errnoRet: EPERM,
      args: [{ index: 0, value: CLONE_NEWUSER, valueTwo: CLONE_NEWUSER, op: 'SCMP_CMP_MASKED_EQ' }],
    },
    // Its flags are behind a pointer, which a filter can't follow; libraries fall back to clone.
    { names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS },
  ],
});

/** Ambient too: the user is not root. */
export const capabilitySets = (names: readonly string[]) => ({
  bounding: names,
  effective: names,
  inheritable: names,
  permitted: names,
  ambient: names,
});

/** Private, so that what is mounted on the node later (pods' secrets) does not appear inside. */
const bind = (path: string, options: readonly string[]) => ({
  destination: path,
  source: path,
  type: 'bind',
  options: ['bind', 'rprivate', ...options],
});
