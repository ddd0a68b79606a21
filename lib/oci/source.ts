import type { Readable } from 'node:stream';
import { verifyContent } from './digest.ts';
import { OciError } from './error.ts';
import {
  type Descriptor,
  hostArchitecture,
  type ImageConfig,
  type ImageIndex,
  type ImageManifest,
  MAX_MANIFEST_BYTES,
  MEDIA_TYPE,
} from './types.ts';

/**
 * Where an image's content comes from: a registry or a layout on disk.
 * Guarantees: what `blob` yields is not verified while it is read by ranges; whoever consumes a whole blob verifies it.
 */
export interface BlobSource {
  blob(descriptor: Descriptor, options: BlobOptions): Promise<Readable>;
}

export interface BlobOptions {
  readonly signal: AbortSignal;
  /** first byte wanted; 0 unless said */
  readonly offset?: number;
}

export interface ResolvedImage {
  /** digest of the manifest of one platform */
  readonly descriptor: Descriptor;
  readonly manifest: ImageManifest;
  /** the manifest as it was served: what the digest is over */
  readonly bytes: Uint8Array;
}

export function parseManifest(bytes: Uint8Array, what: string): ImageManifest | ImageIndex {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new OciError('MALFORMED', `${what}: the manifest is not JSON`, { cause });
  }
  if (!isRecord(value) || value['schemaVersion'] !== 2) {
    throw new OciError('MALFORMED', `${what}: not an image manifest of schema version 2`);
  }
  if (Array.isArray(value['manifests'])) {
    for (const entry of value['manifests']) checkDescriptor(entry, `${what}: manifests`);
    return value as unknown as ImageIndex;
  }
  checkDescriptor(value['config'], `${what}: config`);
  if (!Array.isArray(value['layers'])) throw new OciError('MALFORMED', `${what}: the manifest has no list of layers`);
  for (const entry of value['layers']) checkDescriptor(entry, `${what}: layers`);
  return value as unknown as ImageManifest;
}

export function isIndex(manifest: ImageManifest | ImageIndex): manifest is ImageIndex {
  return 'manifests' in manifest;
}

/** Picks the one manifest of an index for this architecture. Errors: NOT_FOUND, listing what there is. */
export function selectPlatform(index: ImageIndex, what: string, architecture = hostArchitecture()): Descriptor {
  const fits = index.manifests.filter(
    (entry) =>
      entry.platform === undefined || (entry.platform.os === 'linux' && entry.platform.architecture === architecture),
  );
  const found = fits.find((entry) => entry.platform !== undefined) ?? fits[0];
  if (found === undefined) {
    const there = index.manifests.map((entry) => `${entry.platform?.os}/${entry.platform?.architecture}`).join(', ');
    throw new OciError('NOT_FOUND', `${what}: no image for linux/${architecture}; there is ${there || 'nothing'}`);
  }
  return found;
}

/** Reads and verifies a small blob (config, manifest) whole. Errors: DIGEST_MISMATCH, MALFORMED when it is too large. */
export async function readSmallBlob(source: BlobSource, descriptor: Descriptor, signal: AbortSignal): Promise<Buffer> {
  if (descriptor.size > MAX_MANIFEST_BYTES) {
    throw new OciError(
      'MALFORMED',
      `${descriptor.digest}: ${descriptor.size} bytes is too large for ${descriptor.mediaType}`,
    );
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await source.blob(descriptor, { signal })) {
    size += (chunk as Buffer).length;
    if (size > descriptor.size) break;
    chunks.push(chunk as Buffer);
  }
  const content = Buffer.concat(chunks);
  verifyContent(content, descriptor, `blob ${descriptor.digest}`);
  return content;
}

export async function readImageConfig(
  source: BlobSource,
  manifest: ImageManifest,
  signal: AbortSignal,
): Promise<ImageConfig> {
  const bytes = await readSmallBlob(source, manifest.config, signal);
  let config: unknown;
  try {
    config = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new OciError('MALFORMED', `image config ${manifest.config.digest} is not JSON`, { cause });
  }
  const rootfs = isRecord(config) ? config['rootfs'] : undefined;
  if (!isRecord(rootfs) || !Array.isArray(rootfs['diff_ids']) || rootfs['diff_ids'].length !== manifest.layers.length) {
    throw new OciError('MALFORMED', `image config ${manifest.config.digest} does not fit its manifest's layers`);
  }
  return config as ImageConfig;
}

export function isLayer(mediaType: string): boolean {
  return (
    mediaType === MEDIA_TYPE.layer ||
    mediaType === MEDIA_TYPE.layerGzip ||
    mediaType === MEDIA_TYPE.layerZstd ||
    mediaType === MEDIA_TYPE.dockerLayerGzip
  );
}

function checkDescriptor(value: unknown, what: string): void {
  if (
    !isRecord(value) ||
    typeof value['mediaType'] !== 'string' ||
    typeof value['digest'] !== 'string' ||
    !/^sha256:[0-9a-f]{64}$/.test(value['digest']) ||
    !Number.isSafeInteger(value['size']) ||
    (value['size'] as number) < 0
  ) {
    throw new OciError('MALFORMED', `${what}: a descriptor lacks its media type, sha256 digest or size`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
