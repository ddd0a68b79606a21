/** Pods through the CRI: which run, and their end in order. */
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RuntimeService } from '@talos/proto/gen/cri.ts';
import type { PodView, ShutdownClass } from './shutdown.ts';
import { graceSeconds, shutdownOrder } from './shutdown.ts';

export interface StopPodsOptions {
  /** unix:/run/containerd/containerd.sock */
  readonly address: string;
  /** No container is waited for longer than this. */
  readonly graceBoundSeconds: number;
  readonly signal: AbortSignal;
  readonly onClass: (name: ShutdownClass, pods: number) => void;
}

export const containerdAddress = 'unix:/run/containerd/containerd.sock';

/**
 * Stops every pod, class by class, the pods of a class at once.
 *
 * Assumptions: the kubelet is stopped. Errors: containerd can't list its pods; a pod that would not stop is left to the end of
 * the node and does not hold up the others.
 */
export const stopPods = async (options: StopPodsOptions): Promise<void> => {
  const { signal, graceBoundSeconds } = options;
  using channel = openChannel({ address: options.address });
  const runtime = createClient(RuntimeService, channel);
  const [sandboxes, containers] = await Promise.all([
    runtime.listPodSandbox({ filter: { state: { state: 'SANDBOX_READY' } } }, { signal }),
    runtime.listContainers({ filter: { state: { state: 'CONTAINER_RUNNING' } } }, { signal }),
  ]);
  const pods = sandboxes.items.map(
    (sandbox): PodView => ({
      sandboxId: sandbox.id,
      name: sandbox.metadata?.name ?? '',
      namespace: sandbox.metadata?.namespace ?? '',
      annotations: sandbox.annotations,
      containers: containers.containers
        .filter((container) => container.podSandboxId === sandbox.id)
        .map((container) => ({
          id: container.id,
          graceSeconds: graceSeconds(container.annotations, graceBoundSeconds),
        })),
    }),
  );
  const stopPod = async (pod: PodView): Promise<void> => {
    await Promise.allSettled(
      pod.containers.map((container) =>
        runtime.stopContainer(
          { containerId: container.id, timeout: container.graceSeconds },
          { signal, timeoutMs: (container.graceSeconds + 10) * 1_000 },
        ),
      ),
    );
    await runtime.stopPodSandbox({ podSandboxId: pod.sandboxId }, { signal, timeoutMs: 15_000 });
  };
  for (const group of shutdownOrder(pods)) {
    signal.throwIfAborted();
    options.onClass(group.class, group.pods.length);
    await Promise.allSettled(group.pods.map(stopPod));
  }
};
