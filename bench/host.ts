/** What the figures were taken on. */
import { access, readFile } from 'node:fs/promises';
import { availableParallelism, loadavg, release, totalmem } from 'node:os';
import { projectRoot } from '@talos/tools/run.ts';
import { runChild } from './child.ts';
import type { MachineClass } from './results.ts';

export async function describeMachine(docker: string): Promise<Omit<MachineClass, 'ssh'>> {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const cgroup2 = await access('/sys/fs/cgroup/cgroup.controllers').then(
    () => true,
    () => false,
  );
  return {
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    system: /^PRETTY_NAME="?([^"\n]*)/m.exec(osRelease)?.[1] ?? 'Linux',
    cgroup: cgroup2 ? 'v2' : 'v1',
    docker,
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

export async function describeCommit(signal: AbortSignal): Promise<string> {
  const git = (...args: readonly string[]) =>
    runChild('git', args, { signal, cwd: projectRoot }).catch(() => ({ status: 1, stdout: '' }));
  const head = await git('rev-parse', '--short', 'HEAD');
  if (head.status !== 0) return 'unknown';
  const changes = await git('status', '--porcelain', '--untracked-files=no', '--', ':!docs/benchmarks.md');
  return `${head.stdout.trim()}${changes.stdout === '' ? '' : '-modified'}`;
}
