import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DigestMeter, digestHex, digestOf } from './digest.ts';
import { fromFileSystem, OciError } from './error.ts';
import {
  type BlobOptions,
  type BlobSource,
  isIndex,
  parseManifest,
  type ResolvedImage,
  readSmallBlob,
  selectPlatform,
} from './source.ts';
import { type Descriptor, type ImageConfig, type ImageIndex, type ImageManifest, MEDIA_TYPE } from './types.ts';

const REF_NAME = 'org.opencontainers.image.ref.name';

/**
 * An OCI image layout (image-spec `image-layout.md`) in a directory.
 * Guarantees: a blob is there whole or not at all (temporary file and rename), and index.json is replaced whole.
 * Assumptions: blobs may be written by several at once, but only one names images (`putImage`) at a time.
 */
export class OciLayout implements BlobSource {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async open(directory: string): Promise<OciLayout> {
    const marker = await readFile(join(directory, 'oci-layout'), 'utf8').catch((cause: unknown) => {
      throw new OciError('NOT_FOUND', `${directory} is not an OCI layout: it has no readable oci-layout file`, {
        cause,
      });
    });
    if (!/"imageLayoutVersion"\s*:\s*"1\./.test(marker)) {
      throw new OciError('MALFORMED', `${directory}: oci-layout is not of version 1`);
    }
    return new OciLayout(directory);
  }

  /** Opens the layout in `directory`, after making an empty one there when there is none. */
  static async create(directory: string): Promise<OciLayout> {
    await mkdir(join(directory, 'blobs', 'sha256'), { recursive: true });
    const layout = new OciLayout(directory);
    await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}\n', { flag: 'wx' }).catch(
      ignoreExisting,
    );
    const empty: ImageIndex = { schemaVersion: 2, mediaType: MEDIA_TYPE.index, manifests: [] };
    await writeFile(join(directory, 'index.json'), `${JSON.stringify(empty)}\n`, { flag: 'wx' }).catch(ignoreExisting);
    return layout;
  }

  blobPath(digest: string): string {
    return join(this.directory, 'blobs', 'sha256', digestHex(digest));
  }

  async hasBlob(descriptor: Pick<Descriptor, 'digest' | 'size'>): Promise<boolean> {
    const found = await stat(this.blobPath(descriptor.digest)).catch(() => undefined);
    return found?.isFile() === true && found.size === descriptor.size;
  }

  async blob(descriptor: Descriptor, options: BlobOptions): Promise<Readable> {
    const path = this.blobPath(descriptor.digest);
    const handle = await open(path, 'r').catch((cause: unknown) => {
      throw new OciError('NOT_FOUND', `${this.directory} has no blob ${descriptor.digest}`, { cause });
    });
    return createReadStream(path, {
      fd: handle,
      start: options.offset ?? 0,
      signal: options.signal,
      highWaterMark: 256 * 1024,
    });
  }

  /** Stores bytes; what is already there stays. */
  async putBytes(content: Uint8Array, mediaType: string): Promise<Descriptor> {
    const descriptor: Descriptor = { mediaType, digest: digestOf(content), size: content.length };
    if (await this.hasBlob(descriptor)) return descriptor;
    const path = this.blobPath(descriptor.digest);
    const temporary = `${path}.${randomUUID()}.partial`;
    await writeFile(temporary, content).catch((error: unknown) => {
      throw fromFileSystem(error, `writing ${path}`);
    });
    await rename(temporary, path);
    return descriptor;
  }

  /** Stores a stream. With `expected`, DIGEST_MISMATCH (and nothing stored) unless it is that very content. */
  async putStream(
    stream: Readable,
    mediaType: string,
    options: { readonly signal: AbortSignal; readonly expected?: Pick<Descriptor, 'digest' | 'size'> },
  ): Promise<Descriptor> {
    const temporary = join(this.directory, 'blobs', 'sha256', `${randomUUID()}.partial`);
    const meter = new DigestMeter();
    try {
      await pipeline(stream, meter, createWriteStream(temporary), { signal: options.signal });
      const descriptor: Descriptor = { mediaType, digest: meter.digest, size: meter.size };
      const { expected } = options;
      if (expected !== undefined && (expected.digest !== descriptor.digest || expected.size !== descriptor.size)) {
        throw new OciError(
          'DIGEST_MISMATCH',
          `expected ${expected.digest} (${expected.size} bytes), got ${descriptor.digest} (${descriptor.size} bytes)`,
        );
      }
      await rename(temporary, this.blobPath(descriptor.digest));
      return descriptor;
    } catch (error) {
      await rm(temporary, { force: true });
      throw fromFileSystem(error, `writing a blob to ${this.directory}`);
    }
  }

  async index(): Promise<ImageIndex> {
    const manifest = parseManifest(await readFile(join(this.directory, 'index.json')), `${this.directory}/index.json`);
    if (!isIndex(manifest)) throw new OciError('MALFORMED', `${this.directory}/index.json is not an index`);
    return manifest;
  }

  /**
   * The image of a name (`osctl.dev/talos:1.0`) or digest; without one, the only image of the layout.
   * Errors: NOT_FOUND, listing the names there are.
   */
  async resolve(nameOrDigest: string | undefined, options: { readonly signal: AbortSignal }): Promise<ResolvedImage> {
    const index = await this.index();
    const what = `${this.directory}${nameOrDigest === undefined ? '' : ` ${nameOrDigest}`}`;
    const matches =
      nameOrDigest === undefined
        ? index.manifests
        : index.manifests.filter(
            (entry) => entry.digest === nameOrDigest || entry.annotations?.[REF_NAME] === nameOrDigest,
          );
    const descriptor = matches[0];
    if (descriptor === undefined || (nameOrDigest === undefined && matches.length !== 1)) {
      const names = index.manifests.map((entry) => entry.annotations?.[REF_NAME] ?? entry.digest).join(', ');
      throw new OciError(
        'NOT_FOUND',
        `${what}: no such image (or no single one); the layout holds ${names || 'nothing'}`,
      );
    }
    const bytes = await readSmallBlob(this, descriptor, options.signal);
    const manifest = parseManifest(bytes, what);
    if (!isIndex(manifest)) return { descriptor, manifest, bytes };
    const chosen = selectPlatform(manifest, what);
    const chosenBytes = await readSmallBlob(this, chosen, options.signal);
    const inner = parseManifest(chosenBytes, what);
    if (isIndex(inner)) throw new OciError('MALFORMED', `${what}: an index inside an index`);
    return { descriptor: chosen, manifest: inner, bytes: chosenBytes };
  }

  /** Writes config and manifest over layers that are already stored, and names the image. */
  async putImage(image: {
    readonly name: string;
    readonly config: ImageConfig;
    readonly layers: readonly Descriptor[];
    readonly annotations?: Readonly<Record<string, string>>;
  }): Promise<Descriptor> {
    const config = await this.putBytes(Buffer.from(JSON.stringify(image.config)), MEDIA_TYPE.config);
    const manifest: ImageManifest = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPE.manifest,
      config,
      layers: image.layers,
      ...(image.annotations === undefined ? {} : { annotations: image.annotations }),
    };
    const stored = await this.putBytes(Buffer.from(JSON.stringify(manifest)), MEDIA_TYPE.manifest);
    const entry: Descriptor = {
      ...stored,
      platform: { architecture: image.config.architecture, os: image.config.os },
      annotations: { [REF_NAME]: image.name },
    };
    const others = (await this.index()).manifests.filter((other) => other.annotations?.[REF_NAME] !== image.name);
    const index: ImageIndex = { schemaVersion: 2, mediaType: MEDIA_TYPE.index, manifests: [...others, entry] };
    const path = join(this.directory, 'index.json');
    const temporary = `${path}.${randomUUID()}.partial`;
    await writeFile(temporary, `${JSON.stringify(index)}\n`);
    await rename(temporary, path);
    return stored;
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
