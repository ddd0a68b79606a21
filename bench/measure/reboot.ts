/** For how long the OS API of a node is away while it reboots. */
import { systemClock } from '@talos/lib/control/clock.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type BenchCluster, until } from '../cluster.ts';
import { longestOutage } from '../outage.ts';
import { probeOsApi } from '../probe.ts';
import { median } from '../statistics.ts';

const LIMIT_MS = 120_000;
/** Longer than the 10 s below which a container engine lets a container wait that ends soon after its start. */
const UP_MS = 12_000;

export async function measureReboots(
  cluster: BenchCluster,
  times: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const node = cluster.nodes.find(({ role }) => role === 'worker');
  if (node === undefined) throw new Error('the cluster has no worker');
  const status = async () => {
    using channel = cluster.osApi(node);
    return await createClient(System, channel).status({}, { signal, timeoutMs: 2_000 });
  };
  const outages: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = await status();
    const probe = probeOsApi(cluster, node, signal);
    try {
      await cluster.osctl(['-n', node.name, 'reboot'], signal);
      await until(`${node.name} to be back`, LIMIT_MS, signal, async () => {
        const now = await status();
        return now.bootId !== before.bootId && now.ready && now.uptimeMs > UP_MS ? true : undefined;
      });
      // One more answer, so that the outage is seen to its end.
      await systemClock.sleep(500, signal);
    } finally {
      await probe.stop();
    }
    outages.push(longestOutage(probe.attempts));
  }
  return new Map([['reboot worker: OS API away', median(outages) / 1_000]]);
}
