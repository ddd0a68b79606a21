import { createHash, type Hash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { OciError } from './error.ts';
import type { Descriptor } from './types.ts';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Only sha256: it is what every registry speaks, and one algorithm means one name for one content. */
export function isDigest(value: string): boolean {
  return DIGEST.test(value);
}

/** Returns the hex part. Errors: MALFORMED. */
export function digestHex(digest: string): string {
  if (!isDigest(digest)) {
    throw new OciError('MALFORMED', `digest ${JSON.stringify(digest)} is not sha256:<64 lower-case hex digits>`);
  }
  return digest.slice('sha256:'.length);
}

export function digestOf(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** Throws unless `content` is exactly what the descriptor names. */
export function verifyContent(content: Uint8Array, expected: Pick<Descriptor, 'digest' | 'size'>, what: string): void {
  const digest = digestOf(content);
  if (content.length !== expected.size || digest !== expected.digest) {
    throw mismatch(what, expected, content.length, digest);
  }
}

export function mismatch(
  what: string,
  expected: Pick<Descriptor, 'digest' | 'size'>,
  size: number,
  digest: string | undefined,
): OciError {
  const got = digest === undefined ? `${size} bytes and counting` : `${digest} (${size} bytes)`;
  return new OciError(
    'DIGEST_MISMATCH',
    `${what}: expected ${expected.digest} (${expected.size} bytes), got ${got}; the source is damaged or not what it claims`,
  );
}

/** Counts and hashes what passes through it. */
export class DigestMeter extends Transform {
  readonly #hash: Hash = createHash('sha256');
  readonly #onBytes: ((size: number) => void) | undefined;
  #size = 0;
  #digest: string | undefined;

  /** `onBytes` is told the bytes so far after each chunk. */
  constructor(onBytes?: (size: number) => void) {
    super();
    this.#onBytes = onBytes;
  }

  get size(): number {
    return this.#size;
  }

  /** Complete only when the stream has ended. */
  get digest(): string {
    this.#digest ??= `sha256:${this.#hash.digest('hex')}`;
    return this.#digest;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, callback: TransformCallback): void {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    this.#onBytes?.(this.#size);
    callback(null, chunk);
  }
}
