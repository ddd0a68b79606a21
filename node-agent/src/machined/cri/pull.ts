/** Pulling an image by the runtime, and watching it from beside: the CRI itself says nothing before the end. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { OciError } from '@talos/lib/oci/error.ts';
import type { Descriptor } from '@talos/lib/oci/types.ts';
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Content } from '@talos/proto/gen/containerd/content.ts';
import type { OperationPart } from '../machine/types.ts';
import { askCri } from './runtime.ts';

export interface PullOptions {
  readonly address: string;
  readonly image: string;
  /** The layers as the registry has them. May reject: then only what is being written is told. */
  readonly layers: (signal: AbortSignal) => Promise<readonly Pick<Descriptor, 'digest' | 'size'>[]>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignal;
  readonly onProgress: (parts: readonly OperationPart[]) => void;
}

const POLL_MS = 500;
/** Of containerd's content store, where the CRI keeps images. */
const NAMESPACE = { 'containerd-namespace': 'k8s.io' } as const;
const LAYER = /^layer-(sha256:[0-9a-f]{64})$/;

/**
 * Guarantees: the pull is the runtime's own, with its mirrors and credentials, so what a pod finds afterwards is what it would have
 * pulled. Aborting ends it; what was loaded is taken up again by the next. Progress is a comfort: losing sight of it fails nothing.
 * Errors: OciError; RpcError UNAVAILABLE when the runtime does not answer.
 */
export async function pullImage(options: PullOptions): Promise<{ readonly id: string; readonly digest: string }> {
  const { image, signal } = options;
  const ended = new AbortController();
  const watching = watch(options, AbortSignal.any([signal, ended.signal]));
  try {
    const pulled = await askCri(options.address, async ({ images }) => {
      const { imageRef } = await images.pullImage({ image: { image } }, { signal, timeoutMs: 0 }).catch(told(image));
      const { image: found } = await images.imageStatus({ image: { image: imageRef } }, { signal });
      return { id: imageRef, digest: found?.repoDigests[0]?.split('@')[1] ?? '' };
    });
    ended.abort();
    const layers = await watching;
    options.onProgress(layers.map(({ name, total }) => ({ name, done: total, total, state: 'done' })));
    return pulled;
  } finally {
    ended.abort();
    await watching;
  }
}

type Layers = ReadonlyMap<string, OperationPart>;

/** Tells the layers, as far as they are known, until the signal fires; resolves with the last of it. Never rejects. */
async function watch(options: PullOptions, signal: AbortSignal): Promise<readonly OperationPart[]> {
  using channel = openChannel({ address: options.address });
  const content = createClient(Content, channel);
  const call = { signal, metadata: NAMESPACE, timeoutMs: 5_000 };
  const isWhole = (digest: string): Promise<boolean> =>
    content.info({ digest }, call).then(
      () => true,
      () => false,
    );
  let planned: Layers | undefined;
  options.layers(signal).then(
    (found) => {
      planned = new Map(found.map(({ digest, size }) => [digest, part(digest, 0, size, 'waiting')]));
    },
    () => undefined,
  );
  let layers: Layers = new Map();
  let seeded = false;
  while (!signal.aborted) {
    try {
      const { statuses } = await content.listStatuses({}, call);
      const written = writtenLayers(statuses);
      if (!seeded && planned !== undefined) {
        layers = planned;
        seeded = true;
      }
      // Without the manifest nobody can tell another pull's layers from ours.
      layers = seeded ? await advance(layers, written, isWhole) : written;
      if (!signal.aborted) options.onProgress([...layers.values()]);
    } catch {
      // Looked at again; how the pull ends is told by the pull.
    }
    await options.clock.sleep(POLL_MS, signal).catch(() => undefined);
  }
  return [...(seeded ? layers : (planned ?? layers)).values()];
}

function writtenLayers(
  statuses: readonly { readonly ref: string; readonly offset: number; readonly total: number }[],
): Layers {
  return new Map(
    statuses.flatMap(({ ref, offset, total }) => {
      const digest = LAYER.exec(ref)?.[1];
      return digest === undefined ? [] : [[digest, part(digest, offset, total, 'loading')]];
    }),
  );
}

async function advance(
  before: Layers,
  written: Layers,
  isWhole: (digest: string) => Promise<boolean>,
): Promise<Layers> {
  const next = new Map<string, OperationPart>();
  for (const [digest, layer] of before) {
    const now = written.get(digest);
    if (layer.state === 'done') next.set(digest, layer);
    else if (now !== undefined) next.set(digest, { ...now, total: layer.total });
    else next.set(digest, (await isWhole(digest)) ? part(digest, layer.total, layer.total, 'done') : layer);
  }
  return next;
}

const part = (name: string, done: number, total: number, state: OperationPart['state']): OperationPart => ({
  name,
  done,
  total,
  state,
});

/** What the runtime says of a registry, in the words of a pull (machine/pull.ts). It has codes for little of it. */
const told =
  (image: string) =>
  (error: unknown): never => {
    // Of the connection to the runtime itself, or our own end of it.
    const away = error instanceof RpcError && error.code === 'UNAVAILABLE' && !error.message.includes('failed to');
    if (!(error instanceof RpcError) || away || error.code === 'CANCELLED') throw error;
    const message = `${image}: ${error.message.replace(/^ImageService\.PullImage: /, '')}`;
    const fail = (code: OciError['code']): never => {
      throw new OciError(code, message, { cause: error });
    };
    if (/no space left on device/i.test(message)) return fail('NO_SPACE');
    if (error.code === 'NOT_FOUND') return fail('NOT_FOUND');
    if (error.code === 'UNAUTHENTICATED' || /\b401\b|unauthorized|\b403\b|forbidden/i.test(message))
      return fail('UNAUTHORIZED');
    if (error.code === 'INVALID_ARGUMENT') return fail('MALFORMED');
    return fail('UNREACHABLE');
  };
