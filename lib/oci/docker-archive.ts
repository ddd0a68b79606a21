import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { digestHex } from './digest.ts';
import { OciError } from './error.ts';
import type { OciLayout } from './layout.ts';
import { SOURCE_DATE_EPOCH } from './pack.ts';
import { type BlobSource, type ResolvedImage, readSmallBlob } from './source.ts';
import { MEDIA_TYPE } from './types.ts';

/**
 * An image of a layout as a stream for `docker load` (docker-archive: image specification v1.2). Docker before 25 loads no OCI
 * layouts, and the registry's own image must reach Docker without a registry.
 * `tag` is the name it gets there (`osctl.dev/talos:1.0`). Docker's image id is the config's digest, which is returned at once.
 */
export async function dockerArchive(
  layout: OciLayout,
  options: { readonly tag: string; readonly image?: string; readonly signal: AbortSignal },
): Promise<{ readonly imageId: string; readonly stream: Readable }> {
  const { signal } = options;
  const image = await layout.resolve(options.image, { signal });
  if (image.manifest.layers.some((layer) => layer.mediaType === MEDIA_TYPE.layerZstd)) {
    throw new OciError(
      'MALFORMED',
      `${layout.directory}: Docker before 23 can't load zstd layers; pack the image with gzip`,
    );
  }
  const archive = pack();
  write(archive, layout, image, options.tag, signal).catch((error: unknown) => archive.destroy(error as Error));
  return { imageId: image.manifest.config.digest, stream: Readable.from(archive, { objectMode: false }) };
}

async function write(
  archive: ReturnType<typeof pack>,
  source: BlobSource,
  image: ResolvedImage,
  tag: string,
  signal: AbortSignal,
): Promise<void> {
  const config = await readSmallBlob(source, image.manifest.config, signal);
  const configName = `${digestHex(image.manifest.config.digest)}.json`;
  // `docker load` looks into a layer for its compression: the blobs go in as they are.
  const layerNames = image.manifest.layers.map((layer) => `${digestHex(layer.digest)}/layer.tar`);
  const mtime = new Date(SOURCE_DATE_EPOCH * 1000);
  archive.entry({ name: configName, mtime, mode: 0o644 }, config);
  archive.entry(
    { name: 'manifest.json', mtime, mode: 0o644 },
    JSON.stringify([{ Config: configName, RepoTags: [tag], Layers: layerNames }]),
  );
  for (const [index, layer] of image.manifest.layers.entries()) {
    if (layerNames.indexOf(layerNames[index]!) < index) continue;
    const sink = archive.entry({ name: layerNames[index]!, mtime, mode: 0o644, size: layer.size });
    await pipeline(await source.blob(layer, { signal }), sink, { signal });
  }
  archive.finalize();
}
