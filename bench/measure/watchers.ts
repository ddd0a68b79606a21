/** What many watchers cost the agent in memory. */
import { systemClock } from '@talos/lib/control/clock.ts';
import { type Channel, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { osClient } from '@talos/lib/trust/profiles.ts';
import { issue } from '@talos/lib/trust/x509.ts';
import { State } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type BenchCluster, osApiAddress, workerOf } from '../cluster.ts';
import { agentBytes, largestDuring } from './growth.ts';

const CONNECTIONS = 10;
const WATCHERS_EACH = 20;
const STAND_MS = 8_000;
const OPEN_LIMIT_MS = 30_000;

export async function measureWatchers(
  cluster: BenchCluster,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const node = workerOf(cluster);
  const ca = await cluster.authority();
  const idle = await agentBytes(node, signal);
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const watching: Promise<void>[] = [];
  const connections: Channel[] = [];
  try {
    const largest = await largestDuring(
      node,
      async () => {
        const begun: Promise<void>[] = [];
        for (let client = 0; client < CONNECTIONS; client += 1) {
          // Of its own: a node lets one client have so many calls open, and these are many clients.
          const subject = `watcher-${client}`;
          const own = await issue({ ca, ...osClient({ role: 'os:reader', subject, lifetimeMs: 3_600_000 }) });
          const channel = openChannel({
            address: osApiAddress(node),
            tls: { ca: ca.cert, cert: own.certPem, key: own.keyPem, serverName: node.name },
          });
          connections.push(channel);
          const state = createClient(State, channel);
          for (let watcher = 0; watcher < WATCHERS_EACH; watcher += 1) {
            const { promise, resolve } = Promise.withResolvers<void>();
            begun.push(promise);
            const one = watch(state.get({ kind: 'services', follow: true }, { signal: ended }), resolve, ended);
            one.catch(() => {}); // looked at below
            watching.push(one);
          }
        }
        await Promise.race([Promise.all(begun), Promise.all(watching), limit(ended)]);
        await systemClock.sleep(STAND_MS, signal);
      },
      signal,
    );
    return new Map([['agent PSS growth, watchers', (largest - idle) / 1e6]]);
  } finally {
    stop.abort();
    await Promise.allSettled(watching);
    for (const channel of connections) channel.close();
  }
}

/** Errors: why it ended before its time. */
async function watch(
  events: AsyncIterable<{ readonly type: string }>,
  begun: () => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const { type } of events) if (type === 'BOOKMARK') begun();
  } catch (error) {
    if (!signal.aborted) throw error;
    return;
  }
  throw new Error('a watch ended by itself');
}

async function limit(signal: AbortSignal): Promise<never> {
  await systemClock.sleep(OPEN_LIMIT_MS, signal);
  throw new Error(`not every watcher had its first answer within ${OPEN_LIMIT_MS / 1000} s`);
}
