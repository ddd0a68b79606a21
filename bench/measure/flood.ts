/** Whether a node answers its clients while strangers are at its door, and what those cost it. */
import { createClient } from '@talos/lib/rpc/client.ts';
import { type Flood, MANY_ADDRESSES, startFlood } from '@talos/lib/rpc/flood.testing.ts';
import { System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { mustRun } from '../child.ts';
import { type BenchCluster, OS_API_PORT, workerOf } from '../cluster.ts';
import { agentBytes, largestDuring } from './growth.ts';

const CALLS = 50;
const FLOODS: Readonly<Record<string, Omit<Flood, 'port' | 'from'>>> = {
  'slowest answer, 10,000 silent connections': { kind: 'silent', connections: 10_000, atOnce: 10_000 },
  'slowest answer, flood of handshakes': { kind: 'handshake', connections: 3_000, atOnce: 1_000 },
};

/** Errors: a client that was turned away. */
export async function measureFlood(cluster: BenchCluster, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const node = workerOf(cluster);
  const inspected = await mustRun('docker', ['inspect', '-f', '{{.State.Pid}}', node.container], { signal });
  const inNetwork = ['nsenter', '--net', '--target', inspected.stdout.trim()];
  const ask = async (): Promise<number> => {
    const startedMs = performance.now();
    using channel = cluster.osApi(node);
    await createClient(System, channel).version({}, { signal });
    return performance.now() - startedMs;
  };
  const figures = new Map<string, number>();
  const idle = await agentBytes(node, signal);
  let largest = idle;
  for (const [name, flood] of Object.entries(FLOODS)) {
    const during = await largestDuring(
      node,
      async () => {
        const strangers = startFlood({ ...flood, from: MANY_ADDRESSES, port: OS_API_PORT }, inNetwork);
        try {
          await strangers.stands;
          let slowest = 0;
          for (let call = 0; call < CALLS; call += 1) slowest = Math.max(slowest, await ask());
          figures.set(name, slowest);
        } finally {
          await strangers.stop();
        }
      },
      signal,
    );
    largest = Math.max(largest, during);
  }
  return figures.set('agent PSS growth, floods', (largest - idle) / 1e6);
}
