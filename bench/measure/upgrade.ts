/** One upgrade of the whole cluster, as a user asks for it, seen from outside. */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { defineResource, type KubeObject, type ResourceType } from '@talos/lib/kube/objects.ts';
import { NODES } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { watch } from '@talos/lib/kube/watch.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { Lifecycle, type Operation, type StatusResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type BenchCluster, type BenchNode, until } from '../cluster.ts';
import { longestOutage } from '../outage.ts';
import { PHASES, type Phase, splitUpgrade, stoppedAt } from '../phases.ts';
import { type Probe, probeKubernetesApi, probeOsApi } from '../probe.ts';
import { ROLES } from '../rows.ts';

const NODE_STATES = defineResource<NodeState>({
  group: 'osctl.dev',
  version: 'v1alpha1',
  kind: 'NodeState',
  plural: 'nodestates',
  namespaced: false,
});
const MACHINE_PATH = '/apis/osctl.dev/v1alpha1/machines/cluster';
const TAINT = 'osctl.dev/updating';
const LIMIT_MS = 420_000;
/** Short: a pause between two tries to reach the API would count as the cluster's time. */
const RECONNECT = { baseMs: 100, maxMs: 250, factor: 2, jitter: 0 };

/** What watches have shown of a node, as Unix ms. */
interface Seen {
  tainted?: number;
  untainted?: number;
  steadySince?: number;
  releaseStart?: number;
}

export interface UpgradeOptions {
  readonly cluster: BenchCluster;
  readonly image: string;
  readonly signal: AbortSignal;
  /** Called while a node is on trial with everything healthy. */
  readonly onTrial: (node: BenchNode) => Promise<void>;
}

export async function measureUpgrade(options: UpgradeOptions): Promise<ReadonlyMap<string, number>> {
  const { cluster, image, signal, onTrial } = options;
  const controller = new AbortController();
  const ended = AbortSignal.any([signal, controller.signal]);
  const seen = new Map(cluster.nodes.map((node) => [node.name, {} as Seen]));
  const trials: Promise<void>[] = [];

  const watching = [
    follow(cluster.kubernetes, NODES, ended, (node) => {
      const of = seen.get(node.metadata.name);
      if (of === undefined) return;
      const tainted = node.spec?.taints?.some(({ key }) => key === TAINT) === true;
      if (tainted) of.tainted ??= systemClock.now();
      else if (of.tainted !== undefined) of.untainted ??= systemClock.now();
    }),
    follow(cluster.kubernetes, NODE_STATES, ended, ({ metadata, status }) => {
      const of = seen.get(metadata.name);
      const node = cluster.nodes.find(({ name }) => name === metadata.name);
      if (of === undefined || node === undefined || status === undefined) return;
      // It is taken back when the proof breaks; what counts is where it held.
      if (status.steadySince !== undefined) {
        if (of.steadySince === undefined) trials.push(onTrial(node));
        of.steadySince = Date.parse(status.steadySince);
      }
      if (status.step?.name === 'release') of.releaseStart = Date.parse(status.step.startTime);
    }),
  ];
  const probes = new Map(cluster.nodes.map((node) => [node.name, probeOsApi(cluster, node, signal)]));
  const kubernetes = probeKubernetesApi(cluster.kubernetes, signal);

  try {
    const generation = await applyMachine(cluster.kubernetes, image, signal);
    await until(`every node to run ${image}`, LIMIT_MS, signal, () =>
      converged(cluster.kubernetes, generation, signal),
    );
    await until('the last taint to be released', 30_000, signal, async () =>
      [...seen.values()].every(({ untainted }) => untainted !== undefined) ? true : undefined,
    );
    await Promise.all(trials);
  } finally {
    controller.abort();
    await Promise.all([...watching, ...[...probes.values()].map((probe) => probe.stop()), kubernetes.stop()]);
  }

  const figures = new Map<string, number>();
  for (const role of ROLES) {
    const ways = [];
    for (const node of cluster.nodes.filter((one) => one.role === role)) {
      const probe = probes.get(node.name) as Probe<StatusResponse>;
      ways.push({ ...(await wayOf(cluster, node, seen.get(node.name) ?? {}, probe, image, signal)), probe });
    }
    const slowest = ways.toSorted((a, b) => b.total - a.total)[0];
    if (slowest === undefined) throw new Error(`the cluster has no ${role}`);
    figures.set(`upgrade ${role}`, slowest.total / 1_000);
    for (const phase of PHASES) figures.set(`upgrade ${role}: ${phase}`, slowest.phases[phase] / 1_000);
    figures.set(`upgrade ${role}: prepare`, slowest.prepare / 1_000);
    if (role === 'worker') {
      figures.set(
        'upgrade worker: OS API away',
        Math.max(...ways.map(({ probe }) => longestOutage(probe.attempts))) / 1_000,
      );
    }
  }
  figures.set('upgrade control-plane: Kubernetes API away', longestOutage(kubernetes.attempts) / 1_000);
  return figures;
}

/** Tells of every state of every object that can be seen, until the signal. */
async function follow<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  signal: AbortSignal,
  onObject: (object: T) => void,
): Promise<void> {
  try {
    for await (const event of watch(transport, type, { clock: systemClock, signal, backoff: RECONNECT })) {
      if (event.kind === 'init') for (const object of event.objects) onObject(object);
      else if (event.kind === 'apply') onObject(event.object);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The generation that it has made. */
async function applyMachine(transport: Transport, image: string, signal: AbortSignal): Promise<number> {
  const machine = await transport.request<Machine>({
    method: 'PATCH',
    path: MACHINE_PATH,
    contentType: 'application/merge-patch+json',
    body: { spec: { os: { image, digest: null } } },
    signal,
  });
  return machine.metadata.generation ?? 0;
}

async function converged(transport: Transport, generation: number, signal: AbortSignal): Promise<true | undefined> {
  const { status } = await transport.request<Machine>({ path: MACHINE_PATH, signal, timeoutMs: 2_000 });
  if (status?.observedGeneration !== generation) return undefined;
  const condition = (type: string) => status.conditions?.find((one) => one.type === type);
  const stalled = condition('Stalled');
  if (stalled?.status === 'True') throw new Error(`the rollout is stalled: ${stalled.message}`);
  const whole = status.nodes !== undefined && status.nodes.updated === status.nodes.total;
  return whole && condition('Ready')?.status === 'True' ? true : undefined;
}

interface Way {
  readonly total: number;
  readonly phases: Readonly<Record<Phase, number>>;
  readonly prepare: number;
}

async function wayOf(
  cluster: BenchCluster,
  node: BenchNode,
  { tainted, untainted, steadySince, releaseStart }: Seen,
  probe: Probe<StatusResponse>,
  image: string,
  signal: AbortSignal,
): Promise<Way> {
  using channel = cluster.osApi(node);
  const { operations } = await createClient(Lifecycle, channel).listOperations({}, { signal });
  const latest = (type: string): Operation => {
    const found = operations.filter((one) => one.type === type).at(-1);
    if (found === undefined) throw new Error(`${node.name} has no record of an operation of type ${type}`);
    return found;
  };
  const upgrade = latest('upgrade');
  const prepare = latest('prepare');
  const last = probe.last;
  const answered = probe.firstSince(({ bootId }) => bootId === last?.bootId);
  if (
    tainted === undefined ||
    untainted === undefined ||
    steadySince === undefined ||
    releaseStart === undefined ||
    answered === undefined ||
    last === undefined
  ) {
    throw new Error(`not every moment of the upgrade of ${node.name} to ${image} was seen`);
  }
  const phases = splitUpgrade({
    tainted,
    accepted: upgrade.startMs,
    stopped: stoppedAt(upgrade),
    booted: last.bootTimeMs,
    answered,
    ready: steadySince,
    proven: releaseStart,
    untainted,
  });
  return { total: untainted - tainted, phases, prepare: prepare.endMs - prepare.startMs };
}
