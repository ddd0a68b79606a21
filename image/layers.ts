import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OciError } from '@talos/lib/oci/error.ts';
import type { OciLayout } from '@talos/lib/oci/layout.ts';
import { type PackedLayer, packLayer, SOURCE_DATE_EPOCH, sortEntries, type TarEntry } from '@talos/lib/oci/pack.ts';
import { PROJECT } from './bundle.ts';

// Level 4 packs half again as fast as 6 and is 2 % larger.
const GZIP_LEVEL = 4;

export function imageCache(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['TALOS_CACHE'] ?? join(PROJECT, '.cache'), 'image');
}

/**
 * Packs a layer into a layout, or takes it from the cache when the same files were packed before.
 * Guarantees: a cached layer is verified on its way into the layout, and packed anew when it is damaged.
 */
export async function addLayer(
  layout: OciLayout,
  entries: readonly TarEntry[],
  options: { readonly signal: AbortSignal; readonly cache: string },
): Promise<PackedLayer> {
  const { signal } = options;
  const key = await contentKey(entries, signal);
  await mkdir(options.cache, { recursive: true });
  const path = join(options.cache, `${key}.tar.gz`);
  const record = join(options.cache, `${key}.json`);

  const known = await readFile(record, 'utf8').then(
    (text) => JSON.parse(text) as PackedLayer,
    () => undefined,
  );
  if (known !== undefined) {
    try {
      await store(layout, path, known, signal);
      return known;
    } catch (error) {
      signal.throwIfAborted();
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!missing && !(error instanceof OciError && error.code === 'DIGEST_MISMATCH')) throw error;
      await rm(record, { force: true });
    }
  }
  const packed = await packLayer(entries, path, { signal, level: GZIP_LEVEL });
  const temporary = `${record}.${randomUUID()}`;
  await writeFile(temporary, JSON.stringify(packed));
  await rename(temporary, record);
  await store(layout, path, packed, signal);
  return packed;
}

async function store(layout: OciLayout, path: string, layer: PackedLayer, signal: AbortSignal): Promise<void> {
  if (await layout.hasBlob(layer.descriptor)) return;
  await layout.putStream(createReadStream(path, { highWaterMark: 1024 * 1024 }), layer.descriptor.mediaType, {
    signal,
    expected: layer.descriptor,
  });
}

/** Names the content of a layer: everything that goes into the archive, and what could make another archive of it. */
async function contentKey(entries: readonly TarEntry[], signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  hash.update(`${GZIP_LEVEL} ${SOURCE_DATE_EPOCH} ${process.versions.zlib} ${process.arch}\n`);
  for (const entry of sortEntries(entries)) {
    const { type, path, uid = 0, gid = 0 } = entry;
    const detail =
      type === 'file'
        ? [entry.mode, 'file' in entry ? await hashFile(entry.file, signal) : sha256(entry.content)]
        : type === 'directory'
          ? [entry.mode]
          : [entry.target];
    hash.update(`${JSON.stringify([type, path, uid, gid, ...detail])}\n`);
  }
  return hash.digest('hex');
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest('hex');
}
