/** A client that asks again and again, and remembers when it was answered. */
import { systemClock } from '@talos/lib/control/clock.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { type StatusResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { BenchCluster, BenchNode } from './cluster.ts';
import type { Attempt } from './outage.ts';

const EVERY_MS = 200;
const LIMIT_MS = 1_000;

export interface Probe<T> {
  readonly attempts: readonly Attempt[];
  /** The last answer. */
  readonly last: T | undefined;
  /** Unix ms of the first answer that passes. */
  firstSince(passes: (answer: T) => boolean): number | undefined;
  /** Resolves once the try under way has ended. */
  stop(): Promise<void>;
}

function startProbe<T>(
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<T>,
  different: (a: T, b: T) => boolean,
) {
  const controller = new AbortController();
  const ended = AbortSignal.any([signal, controller.signal]);
  const attempts: Attempt[] = [];
  /** One for each change of the answer. */
  const answers: { readonly atMs: number; readonly answer: T }[] = [];
  const done = (async () => {
    while (!ended.aborted) {
      const start = systemClock.monotonic();
      try {
        const answer = await ask(signal);
        const last = answers.at(-1);
        if (last === undefined || different(last.answer, answer)) answers.push({ atMs: systemClock.now(), answer });
        attempts.push({ start, end: systemClock.monotonic(), ok: true });
      } catch {
        attempts.push({ start, end: systemClock.monotonic(), ok: false });
      }
      await systemClock.sleep(EVERY_MS - (systemClock.monotonic() - start), ended).catch(() => {});
    }
  })();
  const probe: Probe<T> = {
    attempts,
    get last() {
      return answers.at(-1)?.answer;
    },
    firstSince: (passes) => answers.find(({ answer }) => passes(answer))?.atMs,
    stop: async () => {
      controller.abort();
      await done;
    },
  };
  return probe;
}

/** Of a node's OS API. After a failure it connects anew: the pauses of a library between its tries are not the node's. */
export function probeOsApi(cluster: BenchCluster, node: BenchNode, signal: AbortSignal): Probe<StatusResponse> {
  let channel = cluster.osApi(node);
  const probe = startProbe(
    signal,
    async () => {
      try {
        return await createClient(System, channel).status({}, { signal, timeoutMs: LIMIT_MS });
      } catch (error) {
        channel.close();
        channel = cluster.osApi(node);
        throw error;
      }
    },
    (a, b) => a.bootId !== b.bootId || a.ready !== b.ready,
  );
  return {
    ...probe,
    get last() {
      return probe.last;
    },
    stop: async () => {
      await probe.stop();
      channel.close();
    },
  };
}

/** Of the Kubernetes API: an object is read, from etcd on. */
export function probeKubernetesApi(transport: Transport, signal: AbortSignal): Probe<unknown> {
  return startProbe<unknown>(
    signal,
    () => transport.request({ path: '/api/v1/namespaces/default', signal, timeoutMs: LIMIT_MS }),
    () => false,
  );
}
