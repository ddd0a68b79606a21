/** What the nodes of a young cluster say by the OS API, and the one thing that is asked of them: etcd's first member. */
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Etcd, Kubernetes, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { Context } from '../config/file.ts';
import type { PlannedNode } from './plan.ts';
import { NotYet, poll } from './wait.ts';

const REACHABLE_MS = 60_000;

function withNode<T>(
  context: Context,
  node: PlannedNode,
  use: (channel: ReturnType<typeof openChannel>) => Promise<T>,
): Promise<T> {
  const channel = openChannel({
    address: `${node.address}:50000`,
    tls: { ca: context.ca, cert: context.certificate, key: context.key, serverName: node.name },
  });
  return use(channel).finally(() => channel.close());
}

export async function nodesAnswer(
  context: Context,
  nodes: readonly PlannedNode[],
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  for (const node of nodes) {
    await poll(
      `the OS API of ${node.name} (${node.address}:50000)`,
      REACHABLE_MS,
      signal,
      () =>
        withNode(context, node, async (channel) => {
          try {
            await createClient(System, channel).version({}, { signal, timeoutMs: 3000 });
            return true;
          } catch (error) {
            if (error instanceof RpcError) throw new NotYet(`${node.name}: ${error.message}`);
            throw error;
          }
        }),
      note,
    );
  }
}

/** Once in the life of a cluster: a first control plane that lost its disk joins the etcd that the others have, be it up or not yet. */
export async function bootstrap(
  context: Context,
  nodes: readonly PlannedNode[],
  first: PlannedNode,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> {
  const statuses = await Promise.all(
    nodes
      .filter((node) => node.role === 'control-plane')
      .map((node) => withNode(context, node, (channel) => createClient(System, channel).status({}, { signal }))),
  );
  await withNode(context, first, async (channel) => {
    const etcd = createClient(Etcd, channel);
    if (!statuses.some((status) => status.etcdBootstrapped)) await etcd.bootstrap({}, { signal });
    await poll(
      `etcd on ${first.name}`,
      REACHABLE_MS,
      signal,
      async () => {
        try {
          await etcd.status({}, { signal, timeoutMs: 3000 });
          return true;
        } catch (error) {
          if (error instanceof RpcError) throw new NotYet(error.message);
          throw error;
        }
      },
      note,
    );
  });
}

export async function fetchKubeconfig(context: Context, first: PlannedNode, signal: AbortSignal): Promise<string> {
  return withNode(
    context,
    first,
    async (channel) => (await createClient(Kubernetes, channel).kubeconfig({ lifetimeMs: 0 }, { signal })).kubeconfig,
  );
}
