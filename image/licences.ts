import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findAsset, loadManifest } from '@talos/tools/assets/manifest.ts';
import { packageDirectory } from './bundle.ts';
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

/** Name and version of everything in the components layer. */
export async function componentVersions(): Promise<Record<string, string>> {
  const manifest = await loadManifest();
  return Object.fromEntries(
    COMPONENTS.map(([asset]) => [asset, findAsset(manifest, asset).group.version] as const).sort(),
  );
}

/** The licence text that goes with built or downloaded programs. */
export async function componentLicences(assets: readonly string[]): Promise<string> {
  const manifest = await loadManifest();
  const lines = assets.map((asset) => {
    const { group } = findAsset(manifest, asset);
    return `${asset} ${group.version}: Apache-2.0, source at ${SOURCES[group.name] ?? 'unknown'}`;
  });
  // The licence's text, word for word the same everywhere, is taken from a package that carries it.
  const apache = await readFile(join(packageDirectory('@grpc/grpc-js'), 'LICENSE'), 'utf8');
  return `${lines.sort().join('\n')}\n\n${apache}`;
}
