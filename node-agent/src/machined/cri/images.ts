/** The images that the runtime keeps for pods: which there are, who uses them, and the removal of those that nobody does. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Image as CriImage } from '@talos/proto/gen/cri.ts';
import { containerId } from './containers.ts';
import type { Cri } from './runtime.ts';

export interface ImageView {
  readonly id: string;
  readonly names: readonly string[];
  readonly sizeBytes: number;
  readonly pinned: boolean;
  readonly usedBy: readonly string[];
}

/** In the order of their names. */
export async function listImages({ runtime, images }: Cri, signal: AbortSignal): Promise<readonly ImageView[]> {
  const [{ images: found }, { containers }] = await Promise.all([
    images.listImages({}, { signal }),
    runtime.listContainers({}, { signal }),
  ]);
  const users = new Map<string, Set<string>>();
  for (const container of containers) {
    const of = users.get(container.imageRef) ?? new Set();
    users.set(container.imageRef, of.add(containerId(container)));
  }
  return found
    .map((image) => viewOf(image, [...(users.get(image.id) ?? [])].sort()))
    .sort((a, b) => (a.names[0] ?? a.id).localeCompare(b.names[0] ?? b.id));
}

const viewOf = ({ id, repoTags, repoDigests, size, pinned }: CriImage, usedBy: readonly string[]): ImageView => ({
  id,
  names: [...repoTags, ...repoDigests],
  sizeBytes: size,
  pinned,
  usedBy,
});

/** Errors: NOT_FOUND; INVALID_ARGUMENT for the beginning of several ids; FAILED_PRECONDITION when it is pinned or used. */
export async function removeImage(cri: Cri, asked: string, signal: AbortSignal): Promise<ImageView> {
  const matching = (await listImages(cri, signal)).filter((image) => answersTo(image, asked));
  const [image] = matching;
  if (image === undefined) {
    throw new RpcError('NOT_FOUND', `no image ${asked} on this node; osctl images lists them`, {
      reason: 'IMAGE_NOT_FOUND',
    });
  }
  if (matching.length > 1) {
    throw new RpcError('INVALID_ARGUMENT', `${matching.length} images begin with ${asked}: say more of the id`, {
      reason: 'IMAGE_AMBIGUOUS',
    });
  }
  if (image.pinned) {
    throw new RpcError('FAILED_PRECONDITION', `${asked} is pinned: the node itself needs it`, {
      reason: 'IMAGE_PINNED',
    });
  }
  if (image.usedBy.length > 0) {
    const message = `${asked} is used by ${image.usedBy.join(', ')}: remove the pods first`;
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'IMAGE_IN_USE' });
  }
  await remove(cri, image, signal);
  return image;
}

/** By name, by id, or by the first digits of the id as people see it. */
function answersTo(image: ImageView, asked: string): boolean {
  if (image.id === asked || image.names.includes(asked)) return true;
  const digits = /^(?:sha256:)?([0-9a-f]{12,64})$/.exec(asked)?.[1];
  return digits !== undefined && image.id.startsWith(`sha256:${digits}`);
}

/** Returns what was removed, or would be. Errors: of the first that could not be; those before it are gone. */
export async function collectImages(cri: Cri, dryRun: boolean, signal: AbortSignal): Promise<readonly ImageView[]> {
  const unused = (await listImages(cri, signal)).filter(({ pinned, usedBy }) => !pinned && usedBy.length === 0);
  if (!dryRun) for (const image of unused) await remove(cri, image, signal);
  return unused;
}

/** All its names go at once when it is named by its id. */
const remove = async ({ images }: Cri, { id }: ImageView, signal: AbortSignal): Promise<void> => {
  await images.removeImage({ image: { image: id } }, { signal });
};
