/**
 * Where a reader sits: a home with osctl's contexts and the cluster's secrets, and a checkout in which nothing was built but the
 * images, to write into. What a page leaves there the next one does not find.
 */
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getAsset } from '@talos/tools/assets/index.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { OSCTL, type TestCluster } from '../harness/cluster.ts';

export interface Desk {
  readonly directory: string;
  readonly scratch: string;
  readonly env: Readonly<Record<string, string>>;
  clear(): Promise<void>;
}

/** `configPath`: contexts of other nodes than the cluster's. */
export async function deskFor(cluster: TestCluster, configPath = cluster.facts.configPath): Promise<Desk> {
  const { facts } = cluster;
  const scratch = await mkdtemp(join(tmpdir(), 'talos-page-'));
  const [home, bin, directory] = [join(scratch, 'home'), join(scratch, 'bin'), join(scratch, 'checkout')];
  const config = join(home, '.config', 'osctl');
  const clusters = join(dirname(facts.configPath), 'clusters');
  for (const path of [config, bin, join(directory, 'out')]) await mkdir(path, { recursive: true });
  await copyFile(configPath, join(config, 'config.yaml'));
  await symlink(clusters, join(config, 'clusters'));
  await symlink(facts.kubectl, join(bin, 'kubectl'));
  await symlink(OSCTL, join(bin, 'osctl'));
  await symlink(await getAsset('grpcurl'), join(bin, 'grpcurl'));
  for (const name of await readdir(projectRoot)) {
    if (name !== 'out' && !name.startsWith('.')) await symlink(join(projectRoot, name), join(directory, name));
  }
  await symlink(facts.images, join(directory, 'out', 'images'));
  await copyFile(facts.kubeconfig, join(directory, 'out', 'kubeconfig'));
  await copyFile(join(clusters, cluster.name, 'secrets.yaml'), join(directory, 'secrets.yaml'));
  const { OSCTL_CONFIG: _, ...env } = { ...process.env, ...cluster.env } as Record<string, string>;
  return {
    directory,
    scratch,
    env: {
      ...env,
      HOME: home,
      KUBECONFIG: join(directory, 'out', 'kubeconfig'),
      PATH: [bin, join(projectRoot, 'node_modules', '.bin'), env['PATH']].join(':'),
    },
    clear: () => rm(scratch, { recursive: true, force: true }),
  };
}
