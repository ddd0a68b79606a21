/** What a debug container is made of: pure. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { SERVICE_GROUPS } from '../host/cgroups.ts';
import { isOfWorkload, PSEUDO_FILE_SYSTEMS } from '../host/filesystems.ts';
import type { MountInfo } from '../host/mounts.ts';
import type { TerminalSize } from '../host/pty.ts';
import { capabilitySets, maskedPaths, readonlyPaths, seccompProfile } from '../services/runc.ts';

export interface Program {
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly cwd: string;
}

/** What an image's configuration says of its program, which may be anything. */
export interface ImageProgram {
  readonly Env?: unknown;
  readonly Entrypoint?: unknown;
  readonly Cmd?: unknown;
  readonly WorkingDir?: unknown;
}

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const MiB = 1024 * 1024;
const MEMORY_LIMIT = 512 * MiB;
const PIDS_LIMIT = 256;

/**
 * To look at everything: files of every user, other processes, packets, the kernel's log. Not to change the machine: nothing that
 * mounts, loads modules, turns the clock or opens devices. Whoever has these can still find a way; they keep a slip from being one.
 */
const CAPABILITIES = [
  'CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_DAC_READ_SEARCH', 'CAP_FOWNER', 'CAP_FSETID', 'CAP_KILL', 'CAP_NET_ADMIN',
  'CAP_NET_BIND_SERVICE', 'CAP_NET_RAW', 'CAP_SETFCAP', 'CAP_SETGID', 'CAP_SETUID', 'CAP_SYSLOG', 'CAP_SYS_CHROOT', 'CAP_SYS_PTRACE',
]; // biome-ignore format: a list to be read

/** What runs: the command, else the image's own program. Errors: RpcError, when there is neither. */
export function programOf(image: ImageProgram, command: readonly string[], terminalType: string | undefined): Program {
  const args = command.length > 0 ? command : [...strings(image.Entrypoint), ...strings(image.Cmd)];
  if (args.length === 0) {
    throw new RpcError('INVALID_ARGUMENT', 'the image names no program of its own: say what to run after --', {
      reason: 'NO_COMMAND',
    });
  }
  const own = strings(image.Env).filter((one) => /^[^=\0]+=[^\0]*$/.test(one) && !one.startsWith('TERM='));
  const { WorkingDir: cwd } = image;
  return {
    args,
    env: [
      ...(own.some((one) => one.startsWith('PATH=')) ? [] : [PATH]),
      ...own,
      ...(terminalType === undefined ? [] : [`TERM=${terminalType === '' ? 'xterm' : terminalType}`]),
    ],
    cwd: typeof cwd === 'string' && cwd.startsWith('/') && !cwd.includes('\0') ? cwd : '/',
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && !one.includes('\0'))
    : [];
}

/**
 * Where the node's file systems are to be seen, the outer ones first: each is bound by itself, since a bind with all that is below it
 * would be read-only at its top alone. Pods' and containers' own are left out (they come and go meanwhile), and what the kernel makes up is inside as it is.
 */
export function hostMountPoints(mounts: readonly MountInfo[]): readonly string[] {
  const found = mounts.filter(
    (mount) =>
      mount.mountPoint !== '/' &&
      !isOfWorkload(mount) &&
      !mount.mountPoint.startsWith('/var/lib/kubelet/') &&
      !PSEUDO_FILE_SYSTEMS.test(mount.fsType) &&
      !/^\/(proc|sys|dev)(\/|$)/.test(mount.mountPoint),
  );
  return ['/', ...new Set(found.map(({ mountPoint }) => mountPoint))].sort((a, b) => a.length - b.length);
}

export interface DebugSpecInput {
  readonly id: string;
  readonly hostname: string;
  readonly program: Program;
  readonly terminal: TerminalSize | undefined;
  readonly hostMounts: readonly string[];
  /** Files of the node that are bound over the image's, so that names are found as on the node. */
  readonly files: readonly string[];
}

/**
 * Guarantees: root with the capabilities above and no others; the node's PID and network namespaces, its own mounts, IPC and host
 * name; of devices those of any container; the node's files at /host, read-only.
 */
export const debugSpec = (input: DebugSpecInput): Readonly<Record<string, unknown>> => ({
  ociVersion: '1.0.2',
  hostname: input.hostname,
  root: { path: 'rootfs', readonly: false },
  process: {
    terminal: input.terminal !== undefined,
    ...(input.terminal && { consoleSize: { height: input.terminal.rows, width: input.terminal.columns } }),
    user: { uid: 0, gid: 0 },
    args: input.program.args,
    env: input.program.env,
    cwd: input.program.cwd,
    noNewPrivileges: true,
    capabilities: { ...capabilitySets(CAPABILITIES), ambient: [] },
  },
  mounts: [
    { destination: '/proc', type: 'proc', source: 'proc', options: ['nosuid', 'noexec', 'nodev'] },
    { destination: '/sys', type: 'sysfs', source: 'sysfs', options: ['nosuid', 'noexec', 'nodev', 'ro'] },
    { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'noexec', 'mode=755', 'size=64k'] },
    {
      destination: '/dev/pts',
      type: 'devpts',
      source: 'devpts',
      options: ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620'],
    },
    {
      destination: '/dev/shm',
      type: 'tmpfs',
      source: 'shm',
      options: ['nosuid', 'noexec', 'nodev', 'mode=1777', 'size=16m'],
    },
    ...input.files.map((path) => bindReadOnly(path, path)),
    ...input.hostMounts.map((path) => bindReadOnly(path, path === '/' ? '/host' : `/host${path}`)),
  ],
  linux: {
    cgroupsPath: `${SERVICE_GROUPS}/${input.id}`,
    resources: {
      devices: [{ allow: false, access: 'rwm' }],
      memory: { limit: MEMORY_LIMIT },
      pids: { limit: PIDS_LIMIT },
    },
    namespaces: ['ipc', 'uts', 'mount'].map((type) => ({ type })),
    maskedPaths,
    readonlyPaths,
    seccomp: seccompProfile(['ptrace', 'process_vm_readv']),
  },
});

/** Not recursive, and private: what is mounted on the node later does not appear inside. */
const bindReadOnly = (source: string, destination: string) => ({
  destination,
  source,
  type: 'bind',
  options: ['bind', 'rprivate', 'ro', 'nosuid', 'nodev'],
});
