import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { digestOf, isDigest, mismatch } from './digest.ts';
import { OciError } from './error.ts';
import type { OciLayout } from './layout.ts';
import { formatReference, parseReference, pinned, type Reference } from './reference.ts';
import {
  type BlobOptions,
  type BlobSource,
  isIndex,
  parseManifest,
  type ResolvedImage,
  selectPlatform,
} from './source.ts';
import { discard, RegistryTransport, type TransportOptions } from './transport.ts';
import { type Descriptor, MAX_MANIFEST_BYTES, MEDIA_TYPE } from './types.ts';

// Home-made: the npm packages for registries either shell out, are unmaintained, or stop at listing tags; none verifies while it
// streams, resumes by range and unpacks safely, which is what a node that must upgrade without containerd needs.

export interface RegistryClientOptions extends TransportOptions {
  /** Tries per request or per stretch of a download without progress, the first included; 4 unless said. */
  readonly attempts?: number;
  /** A download that brings no byte for so long is cut and resumed; 30 s unless said. */
  readonly stallMs?: number;
  /** Waits between tries; the timer unless said. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const ACCEPT = [MEDIA_TYPE.index, MEDIA_TYPE.manifest, MEDIA_TYPE.dockerManifest, MEDIA_TYPE.dockerIndex].join(', ');

/** A client of the distribution API for what we do with it: resolve, pull, push. Safe for concurrent use. */
export class RegistryClient {
  readonly #transport: RegistryTransport;
  readonly #attempts: number;
  readonly #stallMs: number;
  readonly #sleep: (ms: number, signal: AbortSignal) => Promise<void>;

  constructor(options: RegistryClientOptions = {}) {
    this.#transport = new RegistryTransport(options);
    this.#attempts = options.attempts ?? 4;
    this.#stallMs = options.stallMs ?? 30_000;
    this.#sleep = options.sleep ?? ((ms, signal) => delay(ms, undefined, { signal }));
  }

  /**
   * The digest behind a reference, as it is in the registry now (an index stays an index: one digest for every platform).
   * Errors: NOT_FOUND, UNREACHABLE, UNAUTHORIZED, MALFORMED, DIGEST_MISMATCH.
   */
  async resolve(
    reference: string | Reference,
    options: { readonly signal: AbortSignal },
  ): Promise<{ readonly digest: string; readonly mediaType: string; readonly size: number }> {
    const { descriptor } = await this.#fetchManifest(toReference(reference), options.signal);
    return { digest: descriptor.digest, mediaType: descriptor.mediaType, size: descriptor.size };
  }

  /** The manifest for this architecture, verified against the digest by which it was asked for. Errors: as `resolve`. */
  async manifest(reference: string | Reference, options: { readonly signal: AbortSignal }): Promise<ResolvedImage> {
    const target = toReference(reference);
    const found = await this.#fetchManifest(target, options.signal);
    const what = formatReference(target);
    const manifest = parseManifest(found.bytes, what);
    if (!isIndex(manifest)) return { ...found, manifest };
    const chosen = selectPlatform(manifest, what);
    const inner = await this.#fetchManifest(pinned(target, chosen.digest), options.signal);
    const parsed = parseManifest(inner.bytes, what);
    if (isIndex(parsed)) throw new OciError('MALFORMED', `${what}: an index inside an index`);
    return { ...inner, manifest: parsed };
  }

  /**
   * A blob as a stream from `offset` on. When the connection breaks or stalls, it is taken up again by range, unseen by the reader.
   * Guarantees: never more than the descriptor's size is delivered.
   * Assumptions: the reader verifies the digest (`unpackLayers`, `OciLayout.putStream` and `readSmallBlob` do).
   * Errors (on the stream too): NOT_FOUND, UNREACHABLE when no try brought a byte, UNAUTHORIZED, DIGEST_MISMATCH when it is too long.
   */
  async blob(reference: string | Reference, descriptor: Descriptor, options: BlobOptions): Promise<Readable> {
    const target = toReference(reference);
    const offset = options.offset ?? 0;
    const first = await this.#retried(options.signal, () => this.#openBlob(target, descriptor, offset, options.signal));
    const stream = Readable.from(this.#resumable(target, descriptor, offset, first, options.signal), {
      objectMode: false,
      highWaterMark: 256 * 1024,
    });
    return stream;
  }

  /** The same, as the source that `unpackLayers` reads. */
  source(reference: string | Reference): BlobSource {
    const target = toReference(reference);
    return { blob: (descriptor, options) => this.blob(target, descriptor, options) };
  }

  /**
   * Uploads an image of a layout under a reference; blobs that are there already are not sent again.
   * Returns the manifest's digest. Errors: as `resolve`.
   */
  async push(
    layout: OciLayout,
    reference: string | Reference,
    options: {
      readonly signal: AbortSignal;
      /** name or digest in the layout; its only image unless said */
      readonly image?: string;
      readonly onProgress?: (progress: { readonly doneBytes: number; readonly totalBytes: number }) => void;
    },
  ): Promise<{ readonly digest: string }> {
    const target = toReference(reference);
    const { signal } = options;
    const image = await layout.resolve(options.image, { signal });
    if (target.digest !== undefined && target.digest !== image.descriptor.digest) {
      throw new OciError(
        'DIGEST_MISMATCH',
        `${formatReference(target)}: the layout's image is ${image.descriptor.digest}`,
      );
    }
    const endpoint = this.#transport.endpoints(target.host)[0];
    if (endpoint === undefined) throw new OciError('NOT_FOUND', `registry ${target.host} has an empty list of mirrors`);
    const blobs = [image.manifest.config, ...image.manifest.layers];
    const totalBytes = blobs.reduce((sum, blob) => sum + blob.size, 0);
    let doneBytes = 0;
    for (const blob of blobs) {
      await this.#retried(signal, () => this.#pushBlob(layout, endpoint, target, blob, signal));
      doneBytes += blob.size;
      options.onProgress?.({ doneBytes, totalBytes });
    }
    await this.#retried(signal, async () => {
      const response = await this.#transport.requestAt(endpoint, {
        host: target.host,
        repository: target.repository,
        path: `manifests/${target.tag ?? image.descriptor.digest}`,
        method: 'PUT',
        headers: { 'content-type': image.manifest.mediaType ?? MEDIA_TYPE.manifest },
        body: new Uint8Array(image.bytes),
        access: 'pull,push',
        signal,
      });
      await discard(response);
    });
    return { digest: image.descriptor.digest };
  }

  async #fetchManifest(
    target: Reference,
    signal: AbortSignal,
  ): Promise<{ readonly descriptor: Descriptor; readonly bytes: Uint8Array }> {
    const what = formatReference(target);
    return await this.#retried(signal, async () => {
      const response = await this.#transport.request({
        host: target.host,
        repository: target.repository,
        path: `manifests/${target.digest ?? target.tag ?? 'latest'}`,
        headers: { accept: ACCEPT },
        access: 'pull',
        signal,
      });
      const bytes = await readBounded(response, MAX_MANIFEST_BYTES, what, signal);
      const digest = digestOf(bytes);
      if (target.digest !== undefined && digest !== target.digest) {
        throw new OciError('DIGEST_MISMATCH', `${what}: the registry served a manifest with digest ${digest}`);
      }
      const claimed = response.headers.get('docker-content-digest');
      if (claimed !== null && isDigest(claimed) && claimed !== digest) {
        throw new OciError(
          'DIGEST_MISMATCH',
          `${what}: the registry claims ${claimed} for content with digest ${digest}`,
        );
      }
      const parsed = parseManifest(bytes, what);
      const mediaType =
        parsed.mediaType ?? response.headers.get('content-type')?.split(';')[0]?.trim() ?? MEDIA_TYPE.manifest;
      return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
    });
  }

  async #openBlob(target: Reference, descriptor: Descriptor, offset: number, signal: AbortSignal): Promise<OpenBlob> {
    const cut = new AbortController();
    const response = await this.#transport.request({
      host: target.host,
      repository: target.repository,
      path: `blobs/${descriptor.digest}`,
      // Layers are compressed already; a proxy that compresses once more would break ranges.
      headers: { 'accept-encoding': 'identity', ...(offset > 0 ? { range: `bytes=${offset}-` } : {}) },
      access: 'pull',
      signal: AbortSignal.any([signal, cut.signal]),
    });
    if (response.body === null)
      throw new OciError('UNREACHABLE', `blob ${descriptor.digest}: an answer without a body`);
    // A server that ignores ranges answers 200 with everything: what we have is skipped.
    const start = response.status === 206 ? rangeStart(response) : 0;
    if (start !== offset && start !== 0) {
      await discard(response);
      throw new OciError('UNREACHABLE', `blob ${descriptor.digest}: asked from byte ${offset}, was sent from ${start}`);
    }
    return { body: response.body.getReader(), skip: offset - start, cut: (why) => cut.abort(why) };
  }

  async *#resumable(
    target: Reference,
    descriptor: Descriptor,
    offset: number,
    first: OpenBlob,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    let position = offset;
    let open = first;
    let fruitless = 0;
    for (;;) {
      const before = position;
      let broken: unknown;
      let skip = open.skip;
      try {
        for (;;) {
          const timer = setTimeout(() => open.cut(new Error(`no data for ${this.#stallMs} ms`)), this.#stallMs);
          const { done, value } = await open.body.read().finally(() => clearTimeout(timer));
          if (done) break;
          const chunk = skip > 0 ? value.subarray(Math.min(skip, value.length)) : value;
          skip -= value.length - chunk.length;
          if (chunk.length === 0) continue;
          if (position + chunk.length > descriptor.size) {
            throw mismatch(`blob ${descriptor.digest}`, descriptor, position + chunk.length, undefined);
          }
          position += chunk.length;
          yield chunk;
        }
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof OciError) throw error;
        broken = error;
      } finally {
        // Also when the reader goes away: an undrained body would hold its connection.
        await open.body.cancel().catch(() => undefined);
      }
      if (position === descriptor.size) return;
      const from = position;
      fruitless = from > before ? 0 : fruitless + 1;
      const failure = new OciError(
        'UNREACHABLE',
        `blob ${descriptor.digest} of ${formatReference(target)}: cut after ${from} of ${descriptor.size} bytes`,
        { cause: broken },
      );
      if (fruitless >= this.#attempts) throw failure;
      open = await this.#retried(signal, () => this.#openBlob(target, descriptor, from, signal), failure);
    }
  }

  async #pushBlob(
    layout: OciLayout,
    endpoint: URL,
    target: Reference,
    blob: Descriptor,
    signal: AbortSignal,
  ): Promise<void> {
    const common = { host: target.host, repository: target.repository, access: 'pull,push', signal } as const;
    const there = await this.#transport
      .requestAt(endpoint, { ...common, path: `blobs/${blob.digest}`, method: 'HEAD' })
      .then(discard)
      .then(() => true)
      .catch((error: unknown) => {
        if (error instanceof OciError && error.code === 'NOT_FOUND') return false;
        throw error;
      });
    if (there) return;
    const started = await this.#transport.requestAt(endpoint, { ...common, path: 'blobs/uploads/', method: 'POST' });
    await discard(started);
    const location = started.headers.get('location');
    if (location === null)
      throw new OciError('MALFORMED', `${endpoint.origin}: an upload was accepted without a location`);
    const upload = new URL(location, started.url || endpoint);
    upload.searchParams.set('digest', blob.digest);
    const finished = await this.#transport.requestAt(endpoint, {
      ...common,
      path: upload.href,
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: await openAsBlob(layout.blobPath(blob.digest)),
    });
    await discard(finished);
  }

  /** Tries again on UNREACHABLE only, with growing waits. `initial` is a failure that has already used the first try. */
  async #retried<T>(signal: AbortSignal, task: () => Promise<T>, initial?: OciError): Promise<T> {
    let failure: unknown = initial;
    for (let attempt = initial === undefined ? 0 : 1; attempt < this.#attempts; attempt += 1) {
      if (attempt > 0) await this.#sleep(Math.min(200 * 4 ** (attempt - 1), 5_000), signal);
      try {
        return await task();
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
        if (!(error instanceof OciError) || error.code !== 'UNREACHABLE') throw error;
      }
    }
    throw failure;
  }
}

interface OpenBlob {
  readonly body: ReadableStreamDefaultReader<Uint8Array>;
  readonly skip: number;
  readonly cut: (why: Error) => void;
}

function toReference(reference: string | Reference): Reference {
  return typeof reference === 'string' ? parseReference(reference) : reference;
}

function rangeStart(response: Response): number {
  const match = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  return match === null ? -1 : Number(match[1]);
}

async function readBounded(response: Response, limit: number, what: string, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > limit) throw new OciError('MALFORMED', `${what}: the manifest is larger than ${limit} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof OciError) throw cause;
    throw new OciError('UNREACHABLE', `${what}: the connection broke while the manifest was read`, { cause });
  }
  return Buffer.concat(chunks);
}
