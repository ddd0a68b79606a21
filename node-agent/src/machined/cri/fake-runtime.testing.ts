/** A container runtime for tests: the real protocol on a real socket, with what a test puts into it. */
import { rmSync } from 'node:fs';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { RpcServer } from '@talos/lib/rpc/server.ts';
import { Content, type Status } from '@talos/proto/gen/containerd/content.ts';
import {
  type Container,
  Container as ContainerType,
  type Image,
  ImageService,
  Image as ImageType,
  type Init,
  type PodSandbox,
  PodSandbox as PodSandboxType,
  RuntimeService,
} from '@talos/proto/gen/cri.ts';
import { LABELS } from './runtime.ts';

export interface FakeRuntime extends AsyncDisposable {
  containers: readonly Container[];
  sandboxes: readonly PodSandbox[];
  images: readonly Image[];
  /** What is being written, and what is whole: digests. */
  statuses: readonly Init<Status>[];
  whole: readonly string[];
  /** What was asked for, in its order. */
  readonly calls: unknown[];
  /** What follows the end of a container, as a kubelet would do. */
  onStopped: (container: Container) => void;
  /** Work of a pull; the image's id. */
  pull: (image: string, signal: AbortSignal) => Promise<string>;
}

export function container(
  pod: { readonly namespace?: string; readonly name: string },
  name: string,
  init: Init<Container> = {},
): Container {
  const namespace = pod.namespace ?? 'default';
  return ContainerType.create({
    id: `${name}-0`,
    podSandboxId: `${pod.name}-sandbox`,
    metadata: { name, attempt: 0 },
    image: { image: 'sha256:aa', userSpecifiedImage: `osctl.dev/${name}:1` },
    imageRef: 'sha256:aa',
    state: 'CONTAINER_RUNNING',
    createdAt: 1_000_000_000,
    labels: { [LABELS.namespace]: namespace, [LABELS.pod]: pod.name, [LABELS.container]: name },
    ...init,
  });
}

export const sandbox = (name: string, uid: string, namespace = 'default'): PodSandbox =>
  PodSandboxType.create({ id: `${name}-sandbox`, metadata: { name, uid, namespace }, state: 'SANDBOX_READY' });

export const image = (init: Init<Image>): Image => ImageType.create(init);

/** `address`: unix:/… */
export async function startFakeRuntime(address: string): Promise<FakeRuntime> {
  const server = new RpcServer();
  const fake: FakeRuntime = {
    containers: [],
    sandboxes: [],
    images: [],
    statuses: [],
    whole: [],
    calls: [],
    onStopped: () => {},
    pull: async () => 'sha256:pulled',
    async [Symbol.asyncDispose]() {
      await server.close();
      rmSync(address.replace(/^unix:/, ''), { force: true });
    },
  };
  server
    .add(RuntimeService, {
      listPodSandbox: async () => ({ items: fake.sandboxes }),
      async listContainers({ filter }) {
        const wanted = Object.entries(filter?.labelSelector ?? {});
        return {
          containers: fake.containers.filter(({ labels }) => wanted.every(([key, value]) => labels[key] === value)),
        };
      },
      containerStatus: async ({ containerId }) => ({
        status: { id: containerId, state: 'CONTAINER_EXITED', finishedAt: 9e9, exitCode: 137, reason: 'OOMKilled' },
      }),
      async stopContainer({ containerId, timeout }) {
        fake.calls.push(['stop', containerId, timeout]);
        const stopped = fake.containers.find(({ id }) => id === containerId);
        fake.containers = fake.containers.map((one) =>
          one.id === containerId ? { ...one, state: 'CONTAINER_EXITED' } : one,
        );
        if (stopped !== undefined) fake.onStopped(stopped);
        return {};
      },
    })
    .add(ImageService, {
      listImages: async () => ({ images: fake.images }),
      imageStatus: async ({ image: spec }) => ({
        image: fake.images.find(
          ({ id, repoTags, repoDigests }) =>
            spec !== undefined && [id, ...repoTags, ...repoDigests].includes(spec.image),
        ),
      }),
      async pullImage({ image: spec }, { signal }) {
        fake.calls.push(['pull', spec?.image]);
        return { imageRef: await fake.pull(spec?.image ?? '', signal) };
      },
      async removeImage({ image: spec }) {
        fake.calls.push(['remove', spec?.image]);
        if (spec === undefined) throw new RpcError('INVALID_ARGUMENT', 'no image');
        fake.images = fake.images.filter(({ id, repoTags }) => id !== spec.image && !repoTags.includes(spec.image));
        return {};
      },
    });
  server.add(Content, {
    listStatuses: async () => ({ statuses: fake.statuses }),
    async info({ digest }) {
      if (!fake.whole.includes(digest)) throw new RpcError('NOT_FOUND', 'content not found');
      return { info: { digest } };
    },
  });
  await server.listen(address);
  return fake;
}
