/** A change played to its end in simulated time, on the cluster that a dump shows, with the faults that were chosen. Deterministic. */
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout, RolloutPhase } from '@talos/crds/rollout.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';
import { budgetView, Census, roomOf } from '../objects/workload.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import type { SimulatedImage } from '../simulated/scenario.ts';
import { SimulatedWorkload } from '../simulated/workload.ts';
import { rolloutStatuses } from '../status/rollout.ts';
import { expectedTurnMs } from '../turns/window.ts';
import type { NodeView, Plan, Role } from '../types.ts';
import { isMoving, wayOf } from '../way.ts';
import { limits, wishedDigest } from '../wished/policy.ts';
import { Circles } from './circles.ts';
import type { ClusterDump } from './dump.ts';
import { knownDigest, UNKNOWN_DIGEST } from './foresee.ts';
import { snapshotOf } from './snapshot.ts';
import { Story, type StoryLine } from './story.ts';

export const faultKinds = ['bad-image', 'never-returns', 'blocked-drain'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** bad-image: it ends by itself at start, on that node or on all. */
export interface Fault {
  readonly kind: FaultKind;
  readonly node?: string;
}

export interface Rehearsed {
  readonly phase: RolloutPhase;
  /** Of simulated time. */
  readonly seconds: number;
  readonly lines: readonly StoryLine[];
  /** What the nodes run in the end, as far as it is known by a tag; and which have gone and not returned. */
  readonly nodes: readonly { readonly node: string; readonly version: string; readonly away: boolean }[];
  readonly blockedBy: readonly BlockedBy[];
  /** Pods that have no place in the end. */
  readonly homeless: readonly string[];
}

const STEP_MS = 5_000;
const LONGEST_MS = 600_000;
/** After which nothing new comes of a wait that has no end of its own. */
const STUCK_MS = 3_600_000;
/** Of a turn, beside the reboot: stopping, coming up, being steady. */
const TURN_REST_MS = 40_000;
const BY = 'whoever approves';

/**
 * `dump`: with the change; `before`: without it. Undefined without a Machine, or without nodes. Yields the simulated time (Unix ms) of
 * each round, so that whoever asks stays free to end it: thousands of nodes take a while.
 */
export function* rehearseChange(
  dump: ClusterDump,
  before: ClusterDump,
  faults: readonly Fault[],
  { start, limitMs }: { readonly start: number; readonly limitMs: number },
): Generator<number, Rehearsed | undefined> {
  if (dump.machine === undefined || dump.nodes.length === 0) return undefined;
  const story = new Story(start);
  const workload = workloadOf(dump, start);
  const cluster = clusterOf(dump, before, faults, workload, start);
  const circles = new Circles();
  story.begin(dump);
  let quiet = STEP_MS;
  let last = '';
  let since = start;
  for (;;) {
    const next = cluster.plan();
    for (const step of next.steps) {
      story.step(cluster, step);
      circles.step(step);
      cluster.apply(step);
    }
    story.waits(cluster.now, next.blockedBy);
    if (next.steps.length === 0) {
      cluster.tell(next);
      if (approve(cluster, next, story)) continue;
    }
    const told = JSON.stringify([next.phase, next.steps, next.blockedBy.map(({ code, node }) => [code, node])]);
    if (told !== last) since = cluster.now;
    const isStuck = cluster.now - since >= STUCK_MS && !isAwaited(cluster, next);
    const isEnd = next.steps.length === 0 && isOver(cluster, next);
    const busy = (cluster.machine.status?.inFlight ?? []).length > 0 || isPulling(cluster);
    const again = next.steps.length > 0 || busy ? [] : circles.closed(cluster, next);
    for (const node of again) story.say(cluster.now, 'is held as before: it is tried on and on in the cluster', node);
    if (isEnd || isStuck || again.length > 0 || cluster.now - start >= limitMs) {
      return {
        phase: next.phase ?? 'Pending',
        seconds: Math.round((cluster.now - start) / 1_000),
        lines: story.lines,
        nodes: cluster.nodes.map(({ name, running, downUntil }) => ({
          node: name,
          version: running.version,
          away: downUntil === Number.POSITIVE_INFINITY,
        })),
        blockedBy: next.blockedBy,
        homeless: workload.homeless.map(({ namespace, name }) => `${namespace}/${name}`),
      };
    }
    yield cluster.now;
    quiet = next.steps.length === 0 && told === last ? Math.min(quiet * 2, LONGEST_MS) : STEP_MS;
    last = told;
    if (busy) cluster.advance(Math.min(quiet, 30_000));
    else cluster.skip(Math.max(1_000, Math.min(quiet, ...ahead(next, cluster.now))));
  }
}

/** Times at which something is looked at again, as far as they are not just the next look. */
const ahead = ({ blockedBy }: Plan, now: number): readonly number[] =>
  blockedBy.map(({ nextCheckTime }) => Date.parse(nextCheckTime) - now).filter((ms) => ms > limits.recheckMs);

/** Whether something is going to happen by itself, at a time that is known. */
function isAwaited({ now, nodeStates }: SimulatedCluster, next: Plan): boolean {
  const times = [...nodeStates.values()].flatMap(({ status }) => [
    ...(status?.step === undefined || status.step.name === 'wait' ? [] : [status.step.deadline]),
    ...(status?.retryTime === undefined ? [] : [status.retryTime]),
  ]);
  return ahead(next, now).length > 0 || times.some((time) => Date.parse(time) > now);
}

const isPulling = ({ nodes }: SimulatedCluster): boolean => nodes.some(({ pulls }) => pulls.length > 0);

/** Nothing goes on without a person from here. */
function isOver(cluster: SimulatedCluster, { phase }: Plan): boolean {
  if ((cluster.machine.status?.inFlight ?? []).length > 0) return false;
  return phase === 'Completed' || phase === 'Halted' || phase === 'Paused' || phase === 'Cancelled';
}

/** Gives what the plan waits for of a person's yes. */
function approve(cluster: SimulatedCluster, next: Plan, story: Story): boolean {
  const index = cluster.rollouts.findIndex(({ metadata }) => metadata.name === next.rollout);
  const rollout = cluster.rollouts[index];
  if (rollout === undefined) return false;
  const put = (spec: Partial<Rollout['spec']>): boolean => {
    cluster.rollouts[index] = { ...rollout, spec: { ...rollout.spec, ...spec } };
    return true;
  };
  for (const { code } of next.blockedBy) {
    if (code === 'AWAITING_APPROVAL') {
      const hash = rolloutStatuses(cluster.snapshot(), next, cluster.now).get(rollout.metadata.name)?.preview?.hash;
      if (hash === undefined) return false;
      story.say(cluster.now, `${rollout.metadata.name} is approved here; in the cluster a person must`);
      return put({ approval: { hash, by: BY } });
    }
    if (code === 'STAGE_AWAITING_APPROVAL' && next.stage !== undefined) {
      const { number: stage, nodes = '' } = next.stage;
      story.say(cluster.now, `stage ${stage} is approved here; in the cluster a person must`);
      return put({ stageApprovals: [...(rollout.spec.stageApprovals ?? []), { stage, nodes, by: BY }] });
    }
  }
  return false;
}

function workloadOf(dump: ClusterDump, now: number): SimulatedWorkload {
  const census = new Census(dump.nodes.map(({ metadata }) => metadata.name));
  for (const pod of dump.pods) census.count(pod, now);
  const rooms = dump.nodes.map((node) => roomOf(node, census.used.get(node.metadata.name)));
  return new SimulatedWorkload(census.pods, dump.budgets.map(budgetView), rooms);
}

/** What pools pin their nodes to. */
const pinnedImages = ({ nodePools }: ClusterDump): Readonly<Record<string, SimulatedImage>> =>
  Object.fromEntries(
    nodePools.flatMap(({ spec: { os } }) => {
      const digest = os === undefined ? undefined : wishedDigest(os);
      if (os === undefined || digest === undefined) return [];
      return [[digest, { digest, version: tagOf(os.image.split('@')[0] ?? os.image), behaviour: 'good' }] as const];
    }),
  );

function clusterOf(
  dump: ClusterDump,
  before: ClusterDump,
  faults: readonly Fault[],
  workload: SimulatedWorkload,
  start: number,
): SimulatedCluster {
  const snapshot = snapshotOf(dump, before);
  const machine = atRest(dump.machine as Machine);
  const { image } = machine.spec.os;
  const digest = knownDigest(snapshot)?.value ?? UNKNOWN_DIGEST;
  const has = (kind: FaultKind, node: string): boolean =>
    faults.some((fault) => fault.kind === kind && (fault.node === undefined || fault.node === node));
  const target: SimulatedImage = { digest, version: tagOf(image), behaviour: 'good' };
  const images = { ...runningImages(snapshot.nodes), ...pinnedImages(dump), [image]: target };
  const turnMs = (role: Role): number =>
    expectedTurnMs(
      snapshot.nodes.flatMap((node) => {
        const took = dump.nodeStates.find(({ metadata }) => metadata.name === node.name)?.status?.tookSeconds;
        return node.role === role && took !== undefined ? [took] : [];
      }),
      limits.turnGuessMs,
    );
  const cluster = new SimulatedCluster({
    controlPlanes: 0,
    workers: 0,
    images,
    first: image,
    start,
    crashesOn: (node, { digest: tried }) => tried === digest && has('bad-image', node),
    staysAway: (node) => has('never-returns', node),
    bootMs: (role) => Math.max(5_000, turnMs(role) - TURN_REST_MS),
    workload,
  });
  cluster.machine = machine;
  cluster.rollouts.push(...dump.rollouts);
  cluster.nodeConfigs.push(...dump.nodeConfigs);
  cluster.nodePools.push(...dump.nodePools);
  for (const node of snapshot.nodes) join(cluster, node, images, has('blocked-drain', node.name));
  for (const state of snapshot.nodeStates) cluster.nodeStates.set(state.metadata.name, restingState(state));
  const [first = ''] = snapshot.nodes.filter(({ role }) => role === 'control-plane').map(({ name }) => name);
  cluster.etcdLeader = first;
  cluster.operatorNode = first;
  cluster.knownSecrets = snapshot.secrets;
  return cluster;
}

function join(
  cluster: SimulatedCluster,
  view: NodeView,
  images: Readonly<Record<string, SimulatedImage>>,
  isStuck: boolean,
): void {
  const { name, role, uid, labels, unschedulable, agent } = view;
  const running = images[agent?.digest ?? ''] ?? {
    digest: agent?.digest ?? '',
    version: agent?.version ?? '',
    behaviour: 'good',
  };
  cluster.join(name, role, running);
  const node = cluster.nodes.at(-1);
  const documents = agent?.config?.documents;
  if (node === undefined) return;
  Object.assign(node, {
    uid,
    labels: { ...labels },
    unschedulable,
    ...(documents === undefined ? {} : { documents, former: documents }),
    ...(isStuck ? { stuckUntil: Number.POSITIVE_INFINITY } : {}),
    // Whoever is away already stays so.
    ...(view.ready && agent?.reachable === true ? {} : { downUntil: Number.POSITIVE_INFINITY }),
  });
}

/** By digest. */
const runningImages = (nodes: readonly NodeView[]): Readonly<Record<string, SimulatedImage>> =>
  Object.fromEntries(
    nodes.flatMap(({ agent }) =>
      agent === undefined
        ? []
        : [[agent.digest, { digest: agent.digest, version: agent.version, behaviour: 'good' as const }]],
    ),
  );

const tagOf = (image: string): string => /:([^/:@]+)(@|$)/.exec(image)?.[1] ?? image;

/** Nodes under way begin anew. */
function atRest(machine: Machine): Machine {
  const { inFlight: _, blockedBy: __, ...status } = machine.status ?? {};
  return { ...machine, status };
}

function restingState(state: NodeState): NodeState {
  if (!isMoving(wayOf(state.status ?? {}))) return state;
  const { step: _, outcome: __, rolloutName: ___, ...status } = state.status ?? {};
  return { ...state, status: { ...status, phase: 'Idle' } };
}
