/** The container runtime, for the length of one question. */
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Client } from '@talos/lib/rpc/service.ts';
import { ImageService, RuntimeService } from '@talos/proto/gen/cri.ts';

export interface Cri {
  readonly runtime: Client<typeof RuntimeService.methods>;
  readonly images: Client<typeof ImageService.methods>;
}

/** Labels by which the kubelet says whose a container is. */
export const LABELS = {
  namespace: 'io.kubernetes.pod.namespace',
  pod: 'io.kubernetes.pod.name',
  uid: 'io.kubernetes.pod.uid',
  container: 'io.kubernetes.container.name',
} as const;

/** Errors: UNAVAILABLE with what to look at, when the runtime does not answer; else what the work throws. */
export async function askCri<T>(address: string, work: (cri: Cri) => Promise<T>): Promise<T> {
  using channel = openChannel({ address });
  try {
    return await work({ runtime: createClient(RuntimeService, channel), images: createClient(ImageService, channel) });
  } catch (error) {
    if (!(error instanceof RpcError) || error.code !== 'UNAVAILABLE') throw error;
    const message = `containerd does not answer (${error.message}); look at it with osctl service containerd and osctl logs containerd`;
    throw new RpcError('UNAVAILABLE', message, { reason: 'RUNTIME_UNAVAILABLE', cause: error });
  }
}
