/** The images that a cluster is made of, found in a directory of OCI layouts. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClusterError, type ImageSource } from './types.ts';

const REF_NAME = 'org.opencontainers.image.ref.name';
export const OS_REPOSITORY = 'osctl.dev/talos';

interface Index {
  readonly manifests?: readonly { readonly digest?: string; readonly annotations?: Readonly<Record<string, string>> }[];
}

/**
 * Every image of the layouts at and one level below `directory`.
 *
 * Errors: ClusterError when there is none.
 */
export async function findImages(directory: string): Promise<readonly ImageSource[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new ClusterError(
      `cannot read the images in ${directory}: ${error.message}; make them with \`npm run image -- --components --version V --out ${directory}\``,
    );
  });
  const candidates = [
    directory,
    ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(directory, entry.name)),
  ];
  const found = (await Promise.all(candidates.map(imagesOfLayout))).flat();
  if (found.length === 0) {
    throw new ClusterError(
      `${directory} holds no OCI layout; make the images with \`npm run image -- --components --version V --out ${directory}\``,
    );
  }
  return found;
}

async function imagesOfLayout(directory: string): Promise<readonly ImageSource[]> {
  const text = await readFile(join(directory, 'index.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const { manifests = [] } = JSON.parse(text) as Index;
  return manifests.flatMap(({ digest, annotations }) => {
    const match = /^(.+):([^:/]+)$/.exec(annotations?.[REF_NAME] ?? '');
    if (match === null || digest === undefined) return [];
    return [{ repository: match[1] ?? '', tag: match[2] ?? '', digest, layout: directory }];
  });
}

/** The one image of a repository, or of a repository and tag. Errors: ClusterError, naming what is there. */
export function pickImage(images: readonly ImageSource[], reference: string): ImageSource {
  const matching = images.filter(
    (image) => image.repository === reference || `${image.repository}:${image.tag}` === reference,
  );
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  const there = images.map((image) => `${image.repository}:${image.tag}`).join(', ');
  throw new ClusterError(
    only === undefined
      ? `there is no image ${reference}; there are: ${there}`
      : `several images are called ${reference}, name one with its tag: ${matching.map((image) => image.tag).join(', ')}`,
  );
}

/** `name@digest` by component: kube-proxy → osctl.dev/kube-proxy@sha256:… */
export function componentImages(images: readonly ImageSource[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    images
      .filter((image) => image.repository !== OS_REPOSITORY)
      .map((image) => [
        image.repository.slice(image.repository.lastIndexOf('/') + 1),
        `${image.repository}@${image.digest}`,
      ]),
  );
}
