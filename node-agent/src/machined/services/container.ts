/** Starts a container of the node's own by runc, in the foreground, so that its end is seen like any program's. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Command, Processes } from '../host/processes.ts';
import type { HostPaths, RunningProcess } from '../machine/types.ts';
import type { ContainerInput } from './runc.ts';
import { runtimeSpec } from './runc.ts';

export interface ContainerDeps {
  readonly paths: HostPaths;
  readonly processes: Processes;
  readonly clock: Pick<Clock, 'sleep'>;
}

export const runc = '/usr/sbin/runc';
/** Where runc keeps what it knows of its containers. */
export const runcState = (paths: HostPaths): string => join(paths.run, 'runc');
/** Debian's root has links from these into /usr; elsewhere they are directories. */
const topLevel = ['bin', 'lib', 'lib64', 'sbin'] as const;

/**
 * Guarantees: what is left of an earlier run of the same id is removed first; `pid` and `kill` are of the program itself, not of
 * runc (which forwards no SIGKILL).
 * `stdout` as in host/processes.ts.
 * Errors: runc ends before the program has started; its last words are in the service's log.
 */
export const startContainer = async (
  deps: ContainerDeps,
  input: Omit<ContainerInput, 'systemDirs'>,
  log: Command['log'],
  stdout?: Command['stdout'],
): Promise<RunningProcess> => {
  const bundle = join(deps.paths.run, 'containers', input.id);
  const rootfs = join(bundle, 'rootfs');
  const pidFile = join(bundle, 'pid');
  const state = runcState(deps.paths);
  await deps.processes.run({ argv: [runc, '--root', state, 'delete', '--force', input.id] }).catch(() => undefined);
  rmSync(bundle, { recursive: true, force: true });
  mkdirSync(rootfs, { recursive: true, mode: 0o755 });

  const systemDirs: string[] = [];
  for (const name of topLevel) {
    const path = join(deps.paths.root, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isSymbolicLink()) symlinkSync(readlinkSync(path), join(rootfs, name));
    else if (found?.isDirectory()) systemDirs.push(`/${name}`);
  }
  const readOnly = input.readOnly.filter((path) => existsSync(path));
  writeFileSync(join(bundle, 'config.json'), JSON.stringify(runtimeSpec({ ...input, readOnly, systemDirs })), {
    mode: 0o600,
  });

  const outer = await deps.processes.spawn({
    argv: [runc, '--root', state, 'run', '--bundle', bundle, '--pid-file', pidFile, input.id],
    log,
    ...(stdout && { stdout }),
  });
  const pid = await pidFrom(pidFile, outer, deps.clock);
  if (pid === undefined) {
    const { code, signal } = await outer.exited;
    throw new Error(
      `container ${input.id} did not start: runc ended with ${signal ?? `exit code ${code}`}, see its log`,
    );
  }
  let gone = false;
  void outer.exited.then(() => {
    gone = true;
  });
  return {
    pid,
    exited: outer.exited,
    logged: outer.logged,
    kill: (signal) => {
      if (gone) return;
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    },
  };
};

/** The program's, once it has been started; undefined when runc ends without. */
export const pidFrom = async (
  path: string,
  outer: RunningProcess,
  clock: Pick<Clock, 'sleep'>,
): Promise<number | undefined> => {
  const ended = new AbortController();
  void outer.exited.then(() => ended.abort());
  for (;;) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (/^\d+$/.test(text.trim())) return Number(text);
    if (ended.signal.aborted) return undefined;
    await clock.sleep(20, ended.signal).catch(() => undefined);
  }
};
