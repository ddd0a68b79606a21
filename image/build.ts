import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OciLayout } from '@talos/lib/oci/layout.ts';
import { SOURCE_DATE_EPOCH } from '@talos/lib/oci/pack.ts';
import type { ImageConfig } from '@talos/lib/oci/types.ts';
import { getAssets } from '@talos/tools/assets/index.ts';
import type { Progress } from '@talos/tools/progress.ts';
import { type Bundle, bundle, koffiNative, npmLicences } from './bundle.ts';
import { buildComponentImages, type ComponentImageResult } from './components.ts';
import { debianPackages } from './debian.ts';
import { addLayer, imageCache } from './layers.ts';
import { componentLicences, componentVersions } from './licences.ts';
import { BUNDLES, COMPONENTS } from './recipe/components.ts';
import { baseTree } from './rootfs.ts';
import { FileTree } from './tree.ts';

/** What a test wants to be wrong with an image. The fault is in the image itself: no switch in the real one could be left on. */
export type Variant = 'crash' | 'no-kubelet';

export interface BuildOptions {
  /** semantic version; the image's name is osctl.dev/talos:<version> */
  readonly version: string;
  /** directory of the OCI layout, made when it is not there; other images in it stay */
  readonly out: string;
  readonly variant?: Variant;
  /** where packed layers are kept; the project's cache unless said */
  readonly cache?: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface BuiltImage {
  readonly name: string;
  readonly digest: string;
  /** of config, manifest and layers as they are sent over the network */
  readonly sizeBytes: number;
  /** unpacked */
  readonly unpackedBytes: number;
  readonly files: number;
}

const VERSION = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** Images whose digests are pinned in release.json: what a node runs without asking the cluster. */
const PINNED = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
  'coredns',
  'flannel',
  'pause',
];

/**
 * Builds the OS image. Layers: base (Debian userland, Node), components (kubelet, containerd …), agent (bundles, release.json), so that two
 * versions share all but the last.
 * Guarantees: the same sources, assets and version give the same digest.
 * Errors: those of fetching the assets and packages; a recipe that does not fit them.
 */
export async function buildImage(options: BuildOptions): Promise<BuiltImage> {
  const { version, signal, progress } = options;
  if (!VERSION.test(version))
    throw new Error(`--version ${JSON.stringify(version)} is not a version such as 1.2.3 or 1.2.3-rc.1`);
  const cache = options.cache ?? imageCache();
  await mkdir(cache, { recursive: true });
  const images = await buildComponentImages({
    out: join(cache, 'components'),
    only: PINNED,
    cache,
    signal,
    progress,
  });
  const assets = await getAssets(
    COMPONENTS.map(([asset]) => asset),
    { signal, progress },
  );
  const packages = await debianPackages({ cache, signal, progress });

  const task = progress.task(`image ${version}${options.variant === undefined ? '' : ` (${options.variant})`}`, 3);
  try {
    const components = await componentsTree(assets, options.variant, packages);
    const base = await baseTree(packages, [...assets.values(), koffiNative('amd64')]);
    const agent = await agentTree(options, images);
    const layout = await OciLayout.create(options.out);
    const trees = [base.entries(), components.entries(), agent.entries()];
    let done = 0;
    const layers = await Promise.all(
      trees.map(async (entries) => {
        const layer = await addLayer(layout, entries, { signal, cache });
        done += 1;
        task.update(done);
        return layer;
      }),
    );
    const name = `osctl.dev/talos:${version}`;
    const manifest = await layout.putImage({
      name,
      config: imageConfig(
        version,
        layers.map((layer) => layer.diffId),
      ),
      layers: layers.map((layer) => layer.descriptor),
    });
    task.done();
    const paths = new Set(trees.flat().flatMap((entry) => (entry.type === 'directory' ? [] : [entry.path])));
    return {
      name,
      digest: manifest.digest,
      sizeBytes: manifest.size + layers.reduce((sum, layer) => sum + layer.descriptor.size, 0),
      unpackedBytes: layers.reduce((sum, layer) => sum + layer.unpackedSize, 0),
      files: paths.size,
    };
  } catch (error) {
    task.fail();
    throw error;
  }
}

async function componentsTree(
  assets: ReadonlyMap<string, string>,
  variant: Variant | undefined,
  packages: Awaited<ReturnType<typeof debianPackages>>,
): Promise<FileTree> {
  const tree = new FileTree();
  for (const [asset, path] of COMPONENTS) {
    if (asset === 'kubelet' && variant === 'no-kubelet') {
      // umount without arguments prints its usage and fails at once: a kubelet that never comes up, without another binary to build.
      const umount = packages.get('usr/bin/umount');
      if (umount?.type !== 'file') throw new Error('image recipe: package mount has no umount');
      tree.file(path, umount.content, 0o755);
      continue;
    }
    tree.copy(path, assets.get(asset)!, 0o755);
  }
  tree.file('usr/share/talos/licenses/components.txt', await componentLicences(COMPONENTS.map(([asset]) => asset)));
  return tree;
}

async function agentTree(options: BuildOptions, images: ReadonlyMap<string, ComponentImageResult>): Promise<FileTree> {
  const { version } = options;
  const tree = new FileTree();
  const bundles: Bundle[] = [];
  for (const [name, entry] of BUNDLES) {
    const source = join('node-agent', entry);
    if (name === 'machined' && options.variant === 'crash') {
      tree.file(`usr/lib/talos/${name}.mjs`, CRASH);
      continue;
    }
    const built = await bundle(source);
    bundles.push(built);
    tree.file(`usr/lib/talos/${name}.mjs`, built.content);
  }
  tree.copy('usr/lib/talos/koffi.node', koffiNative('amd64'), 0o755);
  const npm = new Set(['koffi', ...bundles.flatMap((built) => built.packages)]);
  tree.file('usr/share/talos/licenses/npm.txt', await npmLicences([...npm]));
  const versions = await componentVersions();
  const release = {
    version,
    kubernetesVersion: versions['kubelet'],
    components: versions,
    images: Object.fromEntries(
      PINNED.map((name) => [name, `osctl.dev/${name}@${images.get(name)!.digest}`] as const).sort(),
    ),
  };
  tree.file('usr/share/talos/release.json', `${JSON.stringify(release, null, 2)}\n`);
  tree.file('usr/lib/os-release', osRelease(version)).symlink('etc/os-release', '../usr/lib/os-release');
  return tree;
}

const CRASH = `console.error('machined: this image was built to crash');\nprocess.exit(1);\n`;

function osRelease(version: string): string {
  return [
    'NAME="Talos (TypeScript)"',
    'ID=osctl-talos',
    `VERSION_ID=${version}`,
    `PRETTY_NAME="Talos (TypeScript) ${version}"`,
    'HOME_URL="https://osctl.dev"',
    '',
  ].join('\n');
}

function imageConfig(version: string, diffIds: readonly string[]): ImageConfig {
  const created = new Date(SOURCE_DATE_EPOCH * 1000).toISOString();
  return {
    architecture: 'amd64',
    os: 'linux',
    created,
    config: {
      Env: ['PATH=/usr/sbin:/usr/bin', 'MALLOC_ARENA_MAX=2'],
      Entrypoint: ['/usr/bin/node', '/usr/lib/talos/boot.mjs'],
      WorkingDir: '/',
      StopSignal: 'SIGTERM',
      Labels: {
        'org.opencontainers.image.title': 'talos',
        'org.opencontainers.image.version': version,
        'org.opencontainers.image.licenses': 'Apache-2.0',
      },
    },
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: ['base', 'components', 'agent'].map((layer) => ({ created, created_by: `talos image: ${layer}` })),
  };
}
