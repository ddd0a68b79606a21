/** `osctl version` beside `ssh host uname`: what it costs to ask a node something. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@talos/tools/run.ts';
import { mustRun } from '../child.ts';
import type { BenchCluster } from '../cluster.ts';
import { NoSshd, startSshd } from '../sshd.ts';
import { alternate, median } from '../statistics.ts';

export interface OsctlFigures {
  readonly figures: ReadonlyMap<string, number>;
  /** OpenSSH's; or why there is none. */
  readonly ssh: { readonly version: string } | { readonly missing: string };
}

export async function measureOsctl(
  cluster: BenchCluster,
  directory: string,
  rounds: number,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<OsctlFigures> {
  const osctl = await installPackage(directory, signal);
  const node = cluster.nodes.find(({ role }) => role === 'worker');
  if (node === undefined) throw new Error('the cluster has no worker');
  const askNode = async () => {
    const args = [osctl, '-n', node.name, 'version'];
    return (await mustRun(process.execPath, args, { signal, env: cluster.env, cwd: directory })).wallMs;
  };
  let sshd: Awaited<ReturnType<typeof startSshd>>;
  try {
    sshd = await startSshd(directory, signal, log);
  } catch (error) {
    if (!(error instanceof NoSshd)) throw error;
    const { own } = await alternate({ own: askNode }, rounds);
    return { figures: new Map([['osctl version', median(own)]]), ssh: { missing: error.message } };
  }
  try {
    const { own, ssh } = await alternate(
      { own: askNode, ssh: async () => (await mustRun('ssh', [...sshd.login, 'uname'], { signal })).wallMs },
      rounds,
    );
    const figures = new Map([
      ['osctl version', median(own)],
      ['ssh uname', median(ssh)],
      ['osctl version : ssh uname', median(own) / median(ssh)],
    ]);
    return { figures, ssh: { version: sshd.version } };
  } finally {
    await sshd.stop();
  }
}

/** As a user has it: packed, and installed from the file. The path of the program. */
export async function installPackage(directory: string, signal: AbortSignal): Promise<string> {
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  await mustRun('npm', ['pack', '-w', 'osctl', '--pack-destination', directory, ...flags], {
    signal,
    cwd: projectRoot,
  });
  const packed = (await readdir(directory)).find((name) => name.endsWith('.tgz'));
  if (packed === undefined) throw new Error('npm pack made no package of osctl');
  const prefix = join(directory, 'osctl');
  await mustRun('npm', ['install', '--global', '--offline', '--prefix', prefix, ...flags, join(directory, packed)], {
    signal,
  });
  return join(prefix, 'lib', 'node_modules', 'osctl', 'bin', 'osctl.js');
}
