/**
 * A debug container from its image to its end: pulled by machined itself, so that it works while containerd does not, unpacked into a
 * directory that goes with it.
 */
import { rm, statfs } from 'node:fs/promises';
import type { Clock } from '@talos/lib/control/clock.ts';
import type { RegistryClient } from '@talos/lib/oci/registry.ts';
import { readImageConfig } from '@talos/lib/oci/source.ts';
import { unpackLayers } from '@talos/lib/oci/unpack.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Init } from '@talos/lib/rpc/service.ts';
import type { DebugEndReason, DebugInput, DebugOutput } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { MountInfo } from '../host/mounts.ts';
import type { TerminalSize } from '../host/pty.ts';
import { pullError } from '../machine/pull.ts';
import { type DebugContainer, type DebugContainerDeps, emptyBundle, type startDebugContainer } from './container.ts';
import { printed } from './output.ts';
import { terminalSize } from './size.ts';
import { debugSpec, hostMountPoints, type ImageProgram, programOf } from './spec.ts';

export interface DebugDeps extends DebugContainerDeps {
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  readonly registry: () => Pick<RegistryClient, 'manifest' | 'source'>;
  readonly nodeName: () => string;
  readonly mounts: () => readonly MountInfo[];
  /** Where roots are unpacked. */
  readonly directory: string;
  readonly startContainer: typeof startDebugContainer;
  /** Of the file system of a directory, in bytes; default: the kernel's word. */
  readonly freeBytes?: (directory: string) => Promise<number>;
}

export interface DebugRequest {
  /** Of the container, unique among those that run. */
  readonly id: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly terminal: TerminalSize | undefined;
  readonly terminalType: string;
  readonly durationMs: number;
  readonly idleMs: number;
}

export type DebugSession = (
  request: DebugRequest,
  input: AsyncIterator<DebugInput>,
  signal: AbortSignal,
) => AsyncGenerator<Init<DebugOutput>, void, undefined>;

const MiB = 1024 * 1024;
/** Left to the node, whatever the image or its program write. */
export const KEEP_FREE_BYTES = 512 * MiB;
const IMAGE_LIMITS = { bytes: 4096 * MiB, entries: 200_000 };
const LOOK_MS = 1_000;
const PROGRESS_MS = 250;

export const createDebugSession = (deps: DebugDeps): DebugSession =>
  async function* (request, input, signal) {
    const { id } = request;
    const { bundle, rootfs } = emptyBundle(deps.directory, id);
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    let container: DebugContainer | undefined;
    try {
      const { digest, program } = yield* pulled(deps, request, rootfs, signal);
      container = await deps.startContainer(deps, {
        id,
        bundle,
        spec: debugSpec({
          id,
          hostname: deps.nodeName(),
          program,
          terminal: request.terminal,
          hostMounts: hostMountPoints(deps.mounts()),
          files: ['/etc/resolv.conf', '/etc/hosts'],
        }),
        terminal: request.terminal,
      });
      yield { started: { digest, command: program.args } };
      yield* attended(deps, request, container, input, until);
    } finally {
      over.abort();
      await container?.kill();
      await rm(bundle, { recursive: true, force: true });
    }
  };

/** Unpacks the image, telling how far it is. Errors: RpcError. */
async function* pulled(
  deps: DebugDeps,
  { image, command, terminal, terminalType }: DebugRequest,
  rootfs: string,
  signal: AbortSignal,
): AsyncGenerator<Init<DebugOutput>, { readonly digest: string; readonly program: ReturnType<typeof programOf> }> {
  const free = await freeBytes(deps);
  if (free <= KEEP_FREE_BYTES) {
    const message = `the node has ${Math.floor(free / MiB)} MiB left for images: free some (osctl image gc), ${KEEP_FREE_BYTES / MiB} MiB are kept`;
    throw new RpcError('RESOURCE_EXHAUSTED', message, { reason: 'DISK_LOW' });
  }
  const client = deps.registry();
  const progress = { done: 0, total: 0, told: 0 };
  let failure: unknown;
  const pull = async () => {
    const resolved = await client.manifest(image, { signal });
    const source = client.source(image);
    const config = await readImageConfig(source, resolved.manifest, signal);
    // Before anything is fetched for nothing.
    const program = programOf(
      (config.config ?? {}) as ImageProgram,
      command,
      terminal === undefined ? undefined : terminalType,
    );
    await unpackLayers(source, resolved.manifest, {
      target: rootfs,
      signal,
      limits: { ...IMAGE_LIMITS, bytes: Math.min(IMAGE_LIMITS.bytes, free - KEEP_FREE_BYTES) },
      onProgress: ({ doneBytes, totalBytes }) => {
        progress.done = doneBytes;
        progress.total = totalBytes;
      },
    });
    return { digest: resolved.descriptor.digest, program };
  };
  const ended = new AbortController();
  const result = pull()
    .catch((error: unknown) => {
      failure = error;
      return undefined;
    })
    .finally(() => ended.abort());
  while (!ended.signal.aborted) {
    await deps.clock.sleep(PROGRESS_MS, ended.signal).catch(() => {});
    if (progress.done === progress.told) continue;
    progress.told = progress.done;
    yield { pull: { doneBytes: progress.done, totalBytes: progress.total } };
  }
  const done = await result;
  if (done !== undefined) return done;
  signal.throwIfAborted();
  throw failure instanceof RpcError ? failure : pullRpcError(failure, image);
}

/** Passes on what is typed and printed, and ends what has run or waited for too long. */
async function* attended(
  deps: DebugDeps,
  { durationMs, idleMs }: DebugRequest,
  container: DebugContainer,
  input: AsyncIterator<DebugInput>,
  signal: AbortSignal,
): AsyncGenerator<Init<DebugOutput>, void, undefined> {
  let reason: DebugEndReason = 'EXITED';
  const begun = deps.clock.monotonic();
  let active = begun;
  const onAbort = (): void => void container.kill();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const watch = async (): Promise<void> => {
    for (;;) {
      await deps.clock.sleep(LOOK_MS, signal);
      const now = deps.clock.monotonic();
      if (now - begun >= durationMs) reason = 'DURATION_OVER';
      else if (now - active >= idleMs) reason = 'IDLE';
      else if ((await freeBytes(deps)) < KEEP_FREE_BYTES) reason = 'DISK_LOW';
      else continue;
      return container.kill();
    }
  };
  const feed = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await input.next();
      if (done) return container.endInput();
      active = deps.clock.monotonic();
      if (value.size !== undefined) container.resize(terminalSize(value.size));
      if (value.stdin.length > 0) await container.type(value.stdin, signal);
    }
  };
  const over = new AbortController();
  let failure: unknown;
  const failed = (error: unknown): void => {
    if (signal.aborted || over.signal.aborted) return;
    failure ??= error;
    void container.kill();
  };
  watch().catch(failed);
  feed().catch(failed);
  try {
    for await (const { name, data } of printed(container.streams)) {
      active = deps.clock.monotonic();
      yield { [name]: data };
    }
    const exitCode = await container.exited;
    signal.throwIfAborted();
    if (failure !== undefined) throw failure;
    yield { end: { reason, exitCode } };
  } finally {
    over.abort();
    signal.removeEventListener('abort', onAbort);
  }
}

async function freeBytes({ directory, freeBytes: told }: Pick<DebugDeps, 'directory' | 'freeBytes'>): Promise<number> {
  if (told !== undefined) return told(directory);
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

function pullRpcError(cause: unknown, image: string): RpcError {
  const { code: reason, message } = pullError(cause);
  const text = `${image} could not be made ready: ${message}`;
  switch (reason) {
    case 'IMAGE_NOT_FOUND':
      return new RpcError('NOT_FOUND', text, { reason, cause });
    case 'DISK_FULL':
      return new RpcError('RESOURCE_EXHAUSTED', text, { reason, cause });
    case 'INTERNAL':
      return new RpcError('INTERNAL', text, { reason, cause });
    default:
      return new RpcError('FAILED_PRECONDITION', text, { reason, cause });
  }
}
