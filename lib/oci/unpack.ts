import {
  chmod,
  type FileHandle,
  lchown,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  rm,
  symlink,
  utimes,
} from 'node:fs/promises';
import { type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { type Extract, extract, type Header } from 'tar-stream';
import { DigestMeter, mismatch } from './digest.ts';
import { fromFileSystem, OciError } from './error.ts';
import type { Reference } from './reference.ts';
import type { RegistryClient } from './registry.ts';
import { RootedPaths, splitEntryName } from './rooted.ts';
import { type BlobSource, isLayer, type ResolvedImage } from './source.ts';
import { type Descriptor, type ImageManifest, MEDIA_TYPE } from './types.ts';

// Home-made: no well-kept npm package unpacks OCI layers (whiteouts, ownership, hard links) with paths held inside the target.

type Entry = Extract extends AsyncIterable<infer Item> ? Item : never;

/** How often progress is told at most. */
const PROGRESS_BYTES = 1024 * 1024;

export interface UnpackProgress {
  /** compressed bytes read so far, of all layers */
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly files: number;
}

export interface UnpackOptions {
  /** An existing, empty directory that nobody else writes to meanwhile. */
  readonly target: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: UnpackProgress) => void;
  /** What an image may grow to; 8 GiB and 500,000 entries unless said: a small blob can hold a huge archive. */
  readonly limits?: { readonly bytes: number; readonly entries: number };
  /** Take on uid and gid of the entries; so when running as root unless said. */
  readonly ownership?: boolean;
}

/**
 * Applies an image's layers in order to a directory.
 * Guarantees: nothing outside the target is read, written or changed, whatever the layers hold; every layer matched its digest when this
 * resolves.
 * Assumptions: the caller removes the target when this rejects, and syncs the file system before it relies on it.
 * Errors: DIGEST_MISMATCH, MALFORMED (hostile or unsupported entries), NO_SPACE, and those of the source.
 */
export async function unpackLayers(
  source: BlobSource,
  manifest: ImageManifest,
  options: UnpackOptions,
): Promise<UnpackProgress> {
  const totalBytes = manifest.layers.reduce((sum, layer) => sum + layer.size, 0);
  const budget = { ...(options.limits ?? { bytes: 8 * 1024 ** 3, entries: 500_000 }) };
  let finished = 0;
  let files = 0;
  for (const layer of manifest.layers) {
    if (!isLayer(layer.mediaType))
      throw new OciError('MALFORMED', `layer ${layer.digest}: unknown type ${layer.mediaType}`);
    let told = 0;
    const tell = (size: number) => options.onProgress?.({ doneBytes: finished + size, totalBytes, files });
    const meter = new DigestMeter((size) => {
      if (size - told < PROGRESS_BYTES) return;
      told = size;
      tell(size);
    });
    const applied = new Layer(options, budget, () => {
      files += 1;
    });
    await applyLayer(source, layer, meter, applied, options.signal);
    finished += layer.size;
    tell(0);
  }
  return { doneBytes: finished, totalBytes, files };
}

/** Pulls an image and unpacks it into `target`. Returns the image as resolved. Errors: as `unpackLayers` and `RegistryClient.manifest`. */
export async function unpackImage(
  options: UnpackOptions & { readonly client: RegistryClient; readonly ref: string | Reference },
): Promise<ResolvedImage & { readonly files: number }> {
  const image = await options.client.manifest(options.ref, { signal: options.signal });
  const { files } = await unpackLayers(options.client.source(options.ref), image.manifest, options);
  return { ...image, files };
}

async function applyLayer(
  source: BlobSource,
  descriptor: Descriptor,
  meter: DigestMeter,
  layer: Layer,
  signal: AbortSignal,
): Promise<void> {
  const what = `layer ${descriptor.digest}`;
  const blob = await source.blob(descriptor, { signal });
  const archive = extract();
  const fed = pipeline([blob, meter, ...decompressor(descriptor.mediaType), archive], { signal });
  // Waited for below; without a listener its rejection would count as unhandled until then.
  fed.catch(() => undefined);
  const failures: unknown[] = [];
  try {
    for await (const entry of archive) await layer.apply(entry);
    await layer.finish();
  } catch (error) {
    archive.destroy();
    failures.push(error);
  }
  await fed.catch((error: unknown) => failures.push(error));
  signal.throwIfAborted();
  if (failures.length > 0) {
    const errors = failures.map((failure) => fromFileSystem(failure, `unpacking ${what}`));
    const error = errors.find((e) => e instanceof OciError) ?? errors.find(isSystemError) ?? errors[0];
    if (error instanceof OciError || isSystemError(error)) throw error;
    // A damaged download shows up as a broken archive first. Which of the two it is decides whether fetching again can help, so it
    // is worth reading the blob once more.
    await verifyBlob(source, descriptor, what, signal);
    throw new OciError('MALFORMED', `${what} can't be unpacked: ${message(error)}`, { cause: error });
  }
  if (meter.size !== descriptor.size || meter.digest !== descriptor.digest) {
    throw mismatch(what, descriptor, meter.size, meter.digest);
  }
}

function decompressor(mediaType: string): Transform[] {
  const chunkSize = 128 * 1024;
  switch (mediaType) {
    case MEDIA_TYPE.layer:
      return [];
    case MEDIA_TYPE.layerZstd:
      return [createZstdDecompress({ chunkSize })];
    default:
      return [createGunzip({ chunkSize })];
  }
}

async function verifyBlob(
  source: BlobSource,
  descriptor: Descriptor,
  what: string,
  signal: AbortSignal,
): Promise<void> {
  const meter = new DigestMeter();
  await pipeline(await source.blob(descriptor, { signal }), meter, new Writable({ write: (_c, _e, next) => next() }));
  if (meter.size !== descriptor.size || meter.digest !== descriptor.digest) {
    throw mismatch(what, descriptor, meter.size, meter.digest);
  }
}

/** One layer being applied. */
class Layer {
  readonly #paths: RootedPaths;
  readonly #options: UnpackOptions;
  readonly #ownership: boolean;
  readonly #budget: { bytes: number; entries: number };
  readonly #onEntry: () => void;
  /** what this layer has made: an opaque whiteout hides only what lower layers brought */
  readonly #made = new Set<string>();
  /** set last, for making files in a directory changes its time */
  readonly #directories: { readonly path: string; readonly mtime: Date }[] = [];

  constructor(options: UnpackOptions, budget: { bytes: number; entries: number }, onEntry: () => void) {
    this.#paths = new RootedPaths(options.target);
    this.#options = options;
    this.#ownership = options.ownership ?? process.getuid?.() === 0;
    this.#budget = budget;
    this.#onEntry = onEntry;
  }

  async apply(entry: Entry): Promise<void> {
    const { header } = entry;
    this.#options.signal.throwIfAborted();
    this.#spend(header.type === 'file' || header.type === 'contiguous-file' ? (header.size ?? 0) : 0);
    const parts = splitEntryName(header.name);
    const name = parts.at(-1);
    if (name === undefined) {
      entry.resume();
      return;
    }
    const parent = await this.#paths.directory(parts.slice(0, -1), true);
    if (name.startsWith('.wh.')) {
      entry.resume();
      await this.#whiteout(parent, name);
      return;
    }
    await this.#create(entry, `${parent}/${name}`);
    this.#made.add(`${parent}/${name}`);
    this.#onEntry();
  }

  async finish(): Promise<void> {
    for (const { path, mtime } of this.#directories.reverse()) {
      // A directory may have been replaced or removed later in the same layer.
      if ((await lstat(path).catch(() => undefined))?.isDirectory()) await utimes(path, mtime, mtime);
    }
  }

  async #create(entry: Entry, path: string): Promise<void> {
    const { header } = entry;
    const mtime = header.mtime ?? new Date(0);
    const existing = await lstat(path).catch(() => undefined);
    if (header.type === 'directory') {
      entry.resume();
      if (existing !== undefined && !existing.isDirectory()) await this.#remove(path);
      if (!existing?.isDirectory()) await mkdir(path, { mode: 0o700 });
      await this.#own(path, header, true);
      this.#directories.push({ path, mtime });
      return;
    }
    if (existing !== undefined) await this.#remove(path);
    switch (header.type) {
      case 'file':
      case 'contiguous-file': {
        // Exclusive creation follows no symlink.
        const handle = await open(path, 'wx', 0o600);
        try {
          for await (const chunk of entry) await writeAll(handle, chunk as Buffer);
          if (this.#ownership) await handle.chown(header.uid ?? 0, header.gid ?? 0);
          await handle.chmod((header.mode ?? 0o644) & 0o7777);
          await handle.utimes(mtime, mtime);
        } finally {
          await handle.close();
        }
        return;
      }
      case 'symlink':
        entry.resume();
        // Where it points is not our business: nothing here ever goes through it but RootedPaths, which keeps it inside.
        await symlink(header.linkname ?? '', path);
        await this.#own(path, header, false);
        return;
      case 'link': {
        entry.resume();
        const target = splitEntryName(header.linkname ?? '');
        const targetName = target.at(-1);
        const targetPath = `${await this.#paths.directory(target.slice(0, -1), false)}/${targetName ?? ''}`;
        const found = targetName === undefined ? undefined : await lstat(targetPath).catch(() => undefined);
        if (found === undefined || found.isDirectory()) {
          throw new OciError(
            'MALFORMED',
            `hard link ${header.name} to ${header.linkname}, which is no file of the image`,
          );
        }
        await link(targetPath, path);
        return;
      }
      default:
        entry.resume();
        // Devices and pipes have no place in an image: /dev is the kernel's.
        throw new OciError('MALFORMED', `${header.name}: entries of type ${header.type} are not supported`);
    }
  }

  async #own(path: string, header: Header, mode: boolean): Promise<void> {
    if (this.#ownership) await lchown(path, header.uid ?? 0, header.gid ?? 0);
    if (mode) await chmod(path, (header.mode ?? 0o755) & 0o7777);
  }

  async #whiteout(parent: string, name: string): Promise<void> {
    if (name === '.wh..wh..opq') {
      for (const child of await readdir(parent)) {
        if (!this.#made.has(`${parent}/${child}`)) await this.#remove(`${parent}/${child}`);
      }
      return;
    }
    const hidden = name.slice('.wh.'.length);
    if (hidden === '' || hidden === '.' || hidden === '..') {
      throw new OciError('MALFORMED', `whiteout ${JSON.stringify(name)} names nothing`);
    }
    await this.#remove(`${parent}/${hidden}`);
  }

  async #remove(path: string): Promise<void> {
    this.#paths.forget();
    await rm(path, { recursive: true, force: true });
  }

  #spend(bytes: number): void {
    this.#budget.entries -= 1;
    this.#budget.bytes -= bytes;
    if (this.#budget.entries < 0 || this.#budget.bytes < 0) {
      throw new OciError('MALFORMED', 'the image unpacks to more than its limits allow; is it the right image?');
    }
  }
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  let offset = 0;
  while (offset < chunk.length) offset += (await handle.write(chunk, offset)).bytesWritten;
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string';
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
