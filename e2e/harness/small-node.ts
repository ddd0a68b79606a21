/** A node beside the cluster whose /var is a small disk of its own: what fills it hurts nobody else. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCluster } from './cluster.ts';
import { type CommandResult, command, tryCommand } from './command.ts';

export interface SmallNode {
  /** `NAME-cp-1`. */
  readonly name: string;
  /** Of osctl, with a context in which it is the only node. */
  readonly configPath: string;
  tryOsctl(args: readonly string[]): Promise<CommandResult>;
  /** Takes all but that many bytes of its disk; 0: nobody else gets a block any more. */
  fill(leaveBytes: number): Promise<void>;
  /** Gives back what `fill` took. */
  empty(): Promise<void>;
  /** Powered off, in order: its container has ended by itself and stays so. */
  isOff(): Promise<boolean>;
  remove(): Promise<void>;
}

const BRIM_BYTES = 8 * 1024 * 1024;

interface Inspected {
  readonly Config: { readonly Image: string; readonly Env: readonly string[]; readonly Labels: Record<string, string> };
  readonly HostConfig: { readonly CapAdd: readonly string[]; readonly NetworkMode: string };
}

/**
 * Starts a control plane of its own (it signs its own certificates, so it needs nobody) on the cluster's network, from the
 * image that the cluster was made with and with its registry. Kubernetes is not begun on it.
 * Assumptions: root, as for pulling plugs; mkfs.ext4.
 */
export async function startSmallNode(cluster: TestCluster, sizeMiB: number): Promise<SmallNode> {
  const [worker = ''] = await cluster.nodes('worker');
  const model = await inspect(`talos-${cluster.name}-${worker}`);
  const network = (model.Config.Labels['dev.osctl.address'] ?? '').replace(/\.\d+$/, '');
  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-small-'));
  const disk = join(directory, 'disk');
  const name = `small-${randomUUID().slice(0, 8)}-cp-1`;
  const container = `talos-${cluster.name}-${name}`;
  const remove = async (): Promise<void> => {
    await tryCommand('docker', ['rm', '--force', container]);
    await tryCommand('umount', [disk]);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await mkdir(disk);
    await command('truncate', ['--size', `${sizeMiB}M`, join(directory, 'disk.img')]);
    await command('mkfs.ext4', ['-q', '-m', '0', join(directory, 'disk.img')]);
    await command('mount', ['-o', 'loop', join(directory, 'disk.img'), disk]);

    const address = `${network}.200`;
    const secrets = join(directory, 'secrets.yaml');
    await writeFile(secrets, await cluster.osctl(['gen', 'secrets', name.replace(/-cp-1$/, '')]), { mode: 0o600 });
    await cluster.osctl([
      ...['gen', 'config', '--secrets', secrets, '--endpoint', `https://${address}:6443`],
      ...['--control-plane', `${name}=${address}`, '--mirror', `osctl.dev=http://${network}.250:5000`],
      ...['--out', directory],
    ]);
    await mkdir(join(disk, 'lib/talos/config'), { recursive: true, mode: 0o700 });
    await copyFile(join(directory, `${name}.yaml`), join(disk, 'lib/talos/config/initial.yaml'));
    await command('docker', [
      ...['run', '--detach', '--name', container, '--hostname', name, '--restart', 'on-failure'],
      ...['--label', `dev.osctl.cluster=${cluster.name}`],
      ...['--network', model.HostConfig.NetworkMode, '--ip', address],
      ...['--cap-drop', 'ALL', ...model.HostConfig.CapAdd.map((capability) => `--cap-add=${capability}`)],
      ...['seccomp', 'systempaths', 'apparmor'].map((what) => `--security-opt=${what}=unconfined`),
      ...['--cgroupns', 'private', '--tmpfs', '/run:rw,exec,mode=755', '--tmpfs', '/tmp:rw,exec,mode=1777'],
      ...['--volume', `${disk}:/var`],
      ...model.Config.Env.filter((variable) => variable.startsWith('TALOS_')).map((variable) => `--env=${variable}`),
      model.Config.Image,
    ]);
  } catch (error) {
    await remove();
    throw error;
  }
  const ballast = join(disk, 'ballast');
  const configPath = join(directory, 'osctl.yaml');
  return {
    name,
    configPath,
    tryOsctl: (args) => cluster.tryOsctl(['-n', name, ...args], { env: { OSCTL_CONFIG: configPath } }),
    async fill(leaveBytes) {
      const { bavail, bsize } = await statfs(disk);
      await command('fallocate', ['--length', String(bavail * bsize - (leaveBytes || BRIM_BYTES)), ballast]);
      // The last of it is the file system's own to place: taken until it says no.
      if (leaveBytes === 0)
        await tryCommand('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k', 'oflag=append', 'conv=notrunc']);
    },
    empty: () => rm(ballast),
    isOff: async () =>
      (await command('docker', ['inspect', '-f', '{{.State.Status}} {{.State.ExitCode}}', container])).trim() ===
      'exited 0',
    remove,
  };
}

async function inspect(container: string): Promise<Inspected> {
  const [found] = JSON.parse(await command('docker', ['inspect', container])) as readonly Inspected[];
  if (found === undefined) throw new Error(`no container ${container}`);
  return found;
}
