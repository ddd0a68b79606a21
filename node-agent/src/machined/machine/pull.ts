import { closeSync, mkdirSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Clock } from '@talos/lib/control/clock.ts';
import { OciError } from '@talos/lib/oci/error.ts';
import { formatReference, parseReference, pinned } from '@talos/lib/oci/reference.ts';
import type { RegistryClient } from '@talos/lib/oci/registry.ts';
import { unpackImage } from '@talos/lib/oci/unpack.ts';
import { checkSlot } from '../../boot/enter.ts';
import { readVersion } from '../../boot/install.ts';
import type { BootStore } from '../../boot/store.ts';
import { isDiskFull } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { OperationError, SlotName, SlotRecord } from './types.ts';

export interface PullOptions {
  readonly client: RegistryClient;
  readonly image: ResolvedImage;
  /** Never the one that is booted. */
  readonly slot: SlotName;
  readonly files: NodeFiles;
  readonly store: BootStore;
  readonly syscalls: Pick<Syscalls, 'syncfsAsync'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: 'pull' | 'verify', message: string) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** How long a registry may be away in the middle: about half a minute beyond the client's own patience. */
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 16_000] as const;

export interface ResolvedImage {
  /** repository@sha256:… */
  readonly reference: string;
  readonly digest: string;
}

/** The digest behind an image reference, and the reference that says it. Patient with a registry that is away. */
export async function resolveImage(
  client: RegistryClient,
  image: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<ResolvedImage> {
  const parsed = parseReference(image);
  const digest = parsed.digest ?? (await withRetries(clock, signal, () => client.resolve(parsed, { signal }))).digest;
  return { reference: formatReference(pinned(parsed, digest)), digest };
}

/**
 * Makes the inactive slot hold an image.
 *
 * Guarantees: the slot's record is removed first and written last, after everything is synced: whatever happens in between, the slot is
 * not bootable, and the other one is untouched. When this rejects, what was unpacked is removed again.
 * Idempotent by digest: a slot that holds the image already is left as it is.
 * Errors: OciError, or the signal's reason.
 */
export async function pullIntoSlot(options: PullOptions): Promise<SlotRecord> {
  const { client, slot, files, store, clock, signal } = options;
  const { reference, digest } = options.image;
  const present = store.records()[slot];
  if (present?.digest === digest) return present;

  const target = files.slot(slot);
  store.removeRecord(slot);
  try {
    await withRetries(clock, signal, async () => {
      await rm(target, { recursive: true, force: true });
      mkdirSync(target, { recursive: true, mode: 0o755 });
      await unpackImage({
        client,
        ref: reference,
        target,
        signal,
        onProgress: ({ doneBytes, totalBytes }) => options.onProgress(doneBytes, totalBytes),
      });
    });
    options.onPhase('verify', `Checking and syncing slot ${slot}`);
    const version = verify(target);
    const fd = openSync(target, 'r');
    try {
      await options.syscalls.syncfsAsync(fd);
    } finally {
      closeSync(fd);
    }
    signal.throwIfAborted();
    const record: SlotRecord = { digest, version, image: reference, completeTime: clock.now() };
    store.writeRecord(slot, record);
    return record;
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}

function verify(target: string): string {
  try {
    checkSlot(target);
    return readVersion(target);
  } catch (cause) {
    throw new OciError('MALFORMED', `The image is no operating system for this node: ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function withRetries<T>(clock: Clock, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (const wait of RETRY_MS) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OciError) || error.code !== 'UNREACHABLE') throw error;
      await clock.sleep(wait, signal);
    }
  }
  return work();
}

/** How a failed pull reads as the end of an operation. */
export function pullError(error: unknown): OperationError {
  const { message } = error as Error;
  if (error instanceof OciError) {
    switch (error.code) {
      case 'NOT_FOUND':
        return { code: 'IMAGE_NOT_FOUND', message, retryable: false, condemnsImage: true };
      case 'DIGEST_MISMATCH':
        return { code: 'DIGEST_MISMATCH', message, retryable: false, condemnsImage: true };
      case 'MALFORMED':
        return { code: 'IMAGE_MALFORMED', message, retryable: false, condemnsImage: true };
      case 'NO_SPACE':
        return { code: 'DISK_FULL', message, retryable: true, condemnsImage: false };
      case 'UNREACHABLE':
        return { code: 'REGISTRY_UNREACHABLE', message, retryable: true, condemnsImage: false };
      case 'UNAUTHORIZED':
        // It says nothing of the image: the password may be mended at the registry, of which no node hears.
        return { code: 'REGISTRY_UNAUTHORIZED', message, retryable: true, condemnsImage: false };
    }
  }
  return { code: isDiskFull(error) ? 'DISK_FULL' : 'INTERNAL', message, retryable: true, condemnsImage: false };
}
