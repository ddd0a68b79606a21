/**
 * The networks of a node: its own, and those of its pods. A network namespace is found by a process that lives in it, and the
 * process's pod by its control group, which the kubelet names after the pod's uid; the uid's name is in the directory of the
 * pod's logs. So neither containerd nor the kubelet has to be alive.
 */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCgroup, processIds } from './proc.ts';

export interface NetworkNamespace {
  /** namespace/name; empty: the node's own. `uid:…` of a pod that has no directory of logs any more. */
  readonly pod: string;
  /** Those that live in it: any of them shows its /proc/PID/net, and each may hold its sockets. */
  readonly pids: readonly number[];
}

export interface NetworkRoots {
  readonly procRoot?: string;
  /** /var/log/pods of the node. */
  readonly podLogs: string;
}

/**
 * cgroupfs: /kubepods/burstable/pod<uid>/<container>; systemd: …-pod<uid with underscores>.slice/….scope. A static pod's uid is
 * a digest without hyphens. Pure.
 */
export function podUidOf(cgroup: string): string | undefined {
  const uid = /(?:^|[/-])pod([0-9a-f]{8}[_-]?(?:[0-9a-f]{4}[_-]?){3}[0-9a-f]{12})(?:\.slice)?(?:\/|$)/.exec(
    cgroup,
  )?.[1];
  return cgroup.includes('kubepods') ? uid?.replaceAll('_', '-') : undefined;
}

/** Directories of /var/log/pods are called namespace_name_uid, and none of the three holds an underscore. Pure. */
export function podNames(directories: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    directories.flatMap((directory) => {
      const [namespace, name, uid, ...rest] = directory.split('_');
      return uid === undefined || rest.length > 0 ? [] : [[uid, `${namespace}/${name}`] as const];
    }),
  );
}

export class PodNetworkError extends Error {
  override readonly name = 'PodNetworkError';
  readonly code: 'POD_NOT_FOUND' | 'POD_ON_NODE_NETWORK';
  constructor(code: PodNetworkError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The node's own first, then the pods' by name. Processes that end meanwhile are left out.
 *
 * Errors: PodNetworkError when `pod` is asked for and is not there, or has no network of its own.
 */
export async function networkNamespaces(
  selector: { readonly pod: string; readonly all: boolean },
  { procRoot = '/proc', podLogs }: NetworkRoots,
  signal: AbortSignal,
): Promise<readonly NetworkNamespace[]> {
  const own = await readlink(join(procRoot, 'self/ns/net'));
  const names = podNames(await readdir(podLogs).catch(() => []));
  const spaces = new Map<string, { pod: string; pids: number[] }>([[own, { pod: '', pids: [] }]]);
  const onNodeNetwork = new Set<string>();
  for (const pid of await processIds(procRoot)) {
    signal.throwIfAborted();
    const directory = join(procRoot, String(pid));
    const [namespace, cgroup] = await Promise.all([
      readlink(join(directory, 'ns/net')).catch(() => undefined),
      readFile(join(directory, 'cgroup'), 'utf8').catch(() => ''),
    ]);
    if (namespace === undefined) continue;
    const uid = podUidOf(parseCgroup(cgroup));
    const pod = uid === undefined ? '' : (names.get(uid) ?? `uid:${uid}`);
    if (namespace === own) onNodeNetwork.add(pod);
    const space = spaces.get(namespace);
    if (space !== undefined) space.pids.push(pid);
    // Somebody's who is no pod: nobody asks for it by a name.
    else if (pod !== '') spaces.set(namespace, { pod, pids: [pid] });
  }
  const all = [...spaces.values()].sort((a, b) => (a.pod < b.pod ? -1 : 1));
  if (selector.pod !== '') {
    const found = all.filter(({ pod }) => pod === selector.pod);
    if (found.length > 0) return found;
    if (onNodeNetwork.has(selector.pod)) {
      const message = `pod ${selector.pod} has no network of its own, it uses the node's: ask without a pod`;
      throw new PodNetworkError('POD_ON_NODE_NETWORK', message);
    }
    throw new PodNetworkError('POD_NOT_FOUND', `no pod ${selector.pod} runs on this node`);
  }
  return selector.all ? all : all.filter(({ pod }) => pod === '');
}
