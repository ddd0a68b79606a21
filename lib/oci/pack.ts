import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { DigestMeter } from './digest.ts';
import { fromFileSystem, OciError } from './error.ts';
import { type Descriptor, MEDIA_TYPE } from './types.ts';

/** The time of everything we pack (2026-01-01T00:00:00Z, in seconds), in the sense of SOURCE_DATE_EPOCH: builds don't depend on the clock. */
export const SOURCE_DATE_EPOCH = 1_767_225_600;

interface EntryBase {
  /** Without a leading slash: `usr/bin/node`. */
  readonly path: string;
  readonly uid?: number;
  readonly gid?: number;
}

export type TarEntry =
  | (EntryBase & { readonly type: 'directory'; readonly mode: number })
  | (EntryBase & { readonly type: 'symlink'; readonly target: string })
  | (EntryBase & { readonly type: 'hardlink'; readonly target: string })
  | (EntryBase & { readonly type: 'file'; readonly mode: number; readonly content: Uint8Array })
  | (EntryBase & { readonly type: 'file'; readonly mode: number; readonly file: string; readonly size: number });

export interface PackedLayer {
  readonly descriptor: Descriptor;
  /** digest of the archive before compression */
  readonly diffId: string;
  /** bytes before compression */
  readonly unpackedSize: number;
}

/**
 * Packs entries into a gzip layer at `path`.
 * Guarantees: the same entries give the same bytes, whatever their order, the clock, the umask or the machine (of one Node version and
 * CPU family: zlib's output is no part of its contract); the file is there whole or not at all.
 * Errors: MALFORMED (two entries of one path, a file that changed meanwhile), NO_SPACE.
 */
export async function packLayer(
  entries: Iterable<TarEntry>,
  path: string,
  options: { readonly signal: AbortSignal; readonly level?: number },
): Promise<PackedLayer> {
  const partial = `${path}.${randomUUID()}.partial`;
  const unpacked = new DigestMeter();
  const packed = new DigestMeter();
  try {
    await pipeline(
      [
        Readable.from(tarStream(sortEntries(entries)), { objectMode: false, highWaterMark: 1024 * 1024 }),
        unpacked,
        createGzip({ level: options.level ?? 6, chunkSize: 256 * 1024 }),
        new GzipHeader(),
        packed,
        createWriteStream(partial),
      ],
      { signal: options.signal },
    );
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw fromFileSystem(error, `packing ${path}`);
  }
  return {
    descriptor: { mediaType: MEDIA_TYPE.layerGzip, digest: packed.digest, size: packed.size },
    diffId: unpacked.digest,
    unpackedSize: unpacked.size,
  };
}

/** By path, bytewise: parents come before their children. Hard links come last, after what they point to. Errors: MALFORMED. */
export function sortEntries(entries: Iterable<TarEntry>): TarEntry[] {
  const sorted = [...entries].sort((a, b) => {
    const late = Number(a.type === 'hardlink') - Number(b.type === 'hardlink');
    return late !== 0 ? late : Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));
  });
  const seen = new Set<string>();
  for (const { path } of sorted) {
    if (
      path === '' ||
      path.startsWith('/') ||
      path.endsWith('/') ||
      path.split('/').some((p) => p === '..' || p === '.' || p === '')
    ) {
      throw new OciError('MALFORMED', `${JSON.stringify(path)} is not a plain relative path`);
    }
    if (seen.has(path)) throw new OciError('MALFORMED', `${path} is packed twice`);
    seen.add(path);
  }
  return sorted;
}

/** An uncompressed tar archive of entries in the order given. */
export async function* tarStream(entries: Iterable<TarEntry> | AsyncIterable<TarEntry>): AsyncGenerator<Buffer> {
  const archive = pack();
  const written = (async () => {
    for await (const entry of entries) await writeEntry(archive, entry);
    archive.finalize();
  })();
  // Waited for below; a failure must also end the reading loop.
  written.catch((error: unknown) => archive.destroy(error as Error));
  for await (const chunk of archive) yield chunk as Buffer;
  await written;
}

async function writeEntry(archive: ReturnType<typeof pack>, entry: TarEntry): Promise<void> {
  const common = {
    name: entry.path,
    uid: entry.uid ?? 0,
    gid: entry.gid ?? 0,
    mtime: new Date(SOURCE_DATE_EPOCH * 1000),
  };
  switch (entry.type) {
    case 'directory':
      archive.entry({ ...common, type: 'directory', mode: entry.mode, name: `${entry.path}/` });
      return;
    case 'symlink':
      archive.entry({ ...common, type: 'symlink', mode: 0o777, linkname: entry.target });
      return;
    case 'hardlink':
      archive.entry({ ...common, type: 'link', mode: 0o644, linkname: entry.target });
      return;
    case 'file':
      if ('content' in entry) {
        archive.entry({ ...common, type: 'file', mode: entry.mode }, Buffer.from(entry.content));
        return;
      }
      await pipeline(
        measured(entry.file, entry.size),
        archive.entry({ ...common, type: 'file', mode: entry.mode, size: entry.size }),
      );
      return;
    default:
      entry satisfies never;
  }
}

/** The archive's header has named the size already: a file that changed since would shift everything after it. */
async function* measured(file: string, size: number): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    read += (chunk as Buffer).length;
    if (read > size) break;
    yield chunk as Buffer;
  }
  if (read !== size) {
    throw new OciError('MALFORMED', `packing ${file}: it had ${size} bytes and has changed meanwhile; build again`);
  }
}

/** zlib writes the operating system into byte 9 of the header (RFC 1952 §2.3.1); 255, unknown, makes it the same everywhere. */
class GzipHeader extends Transform {
  #seen = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    const index = 9 - this.#seen;
    if (index >= 0 && index < chunk.length) chunk[index] = 255;
    this.#seen += chunk.length;
    callback(null, chunk);
  }
}
