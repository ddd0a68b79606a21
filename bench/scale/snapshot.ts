/** A cluster at some moment of a rollout, as the planner is given it: made up, and of any size. */
import type { NodeState } from '@talos/crds/nodestate.ts';
import {
  type AgentView,
  type NodeView,
  type OperationView,
  rolloutName,
  type Snapshot,
  targetHash,
} from '@talos/lib/plan/index.ts';

const IMAGE = { before: 'osctl.dev/talos:1', wanted: 'osctl.dev/talos:2' } as const;
const DIGEST = { before: `sha256:${'1'.repeat(64)}`, wanted: `sha256:${'2'.repeat(64)}` } as const;
const HASH = targetHash({ image: IMAGE.wanted });
export const ROLLOUT = rolloutName(2, HASH);
const MEMBERS = 3;
const TOOK_SECONDS = 42;
const PODS = 10;

/** begun: no node has the image. ready: all have it, and the control planes run it. midway: a third is done, a tenth under way. */
export const MOMENTS = ['begun', 'ready', 'midway', 'done'] as const;
export type Moment = (typeof MOMENTS)[number];

export function snapshotAt(moment: Moment, nodes: number, now: number): Snapshot {
  const done = { begun: 0, ready: MEMBERS, midway: MEMBERS + Math.floor(nodes / 3), done: nodes }[moment];
  const underWay = moment === 'midway' ? Math.max(1, Math.floor(nodes / 10)) : 0;
  const stages = Array.from({ length: nodes }, (_, index): Stage => {
    if (index < done) return 'done';
    if (index >= done + underWay) return moment === 'begun' ? 'idle' : 'queued';
    return (['draining', 'rebooting', 'verifying'] as const)[index % 3] ?? 'draining';
  });
  const start = new Date(now - 60_000).toISOString();
  return {
    machine: {
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'Machine',
      metadata: { name: 'cluster', generation: 2 },
      spec: { os: { image: IMAGE.wanted }, rollout: { maxUnavailable: '10%' } },
      status: {
        inFlight: stages.flatMap((stage, index) =>
          isUnderWay(stage) ? [{ node: nameOf(index), uid: uidOf(index), operationID: `${ROLLOUT}-u1` }] : [],
        ),
      },
    },
    rollouts: [
      {
        apiVersion: 'osctl.dev/v1alpha1',
        kind: 'Rollout',
        metadata: { name: ROLLOUT, uid: 'rollout' },
        spec: {
          generation: 2,
          os: { image: IMAGE.wanted },
          targets: [{ pool: 'default', image: IMAGE.wanted, digest: DIGEST.wanted }],
          targetHash: HASH,
        },
        status: { phase: 'Progressing', startTime: start },
      },
    ],
    nodePools: [],
    nodeConfigs: [],
    nodeStates: stages.map((stage, index) => stateOf(index, stage, now)),
    nodes: stages.map((stage, index) => viewOf(index, stage, now)),
    resolution: undefined,
    gates: [],
    etcd: {
      members: stages.slice(0, MEMBERS).map((_, index) => ({ node: nameOf(index), voter: true, healthy: true })),
      leader: nameOf(0),
    },
    leader: { epoch: 1, node: nameOf(0), standbyReady: true },
  };
}

type Stage = 'idle' | 'queued' | 'draining' | 'rebooting' | 'verifying' | 'done';

const isUnderWay = (stage: Stage): boolean => stage === 'draining' || stage === 'rebooting' || stage === 'verifying';

const nameOf = (index: number): string => `node-${String(index).padStart(5, '0')}`;
const uidOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const bootOf = (index: number, boot: number): string =>
  `b0010000-0000-4000-800${boot}-${String(index).padStart(12, '0')}`;

function stateOf(index: number, stage: Stage, now: number): NodeState {
  const owner = { apiVersion: 'v1', kind: 'Node', name: nameOf(index), uid: uidOf(index) };
  const startTime = new Date(now - 30_000).toISOString();
  const deadline = new Date(now + 570_000).toISOString();
  const step = (name: 'wait' | 'drain' | 'reboot' | 'verify') => ({ step: { name, startTime, deadline, attempts: 1 } });
  const ways = {
    done: { phase: 'Done', tookSeconds: TOOK_SECONDS, reason: 'Updated' },
    draining: { phase: 'Draining', ...step('drain') },
    rebooting: { phase: 'Rebooting', ...step('reboot') },
    verifying: { phase: 'Verifying', ...step('verify') },
    queued: { phase: 'Queued', ...step('wait') },
  } as const;
  if (stage === 'idle') {
    const metadata = { name: nameOf(index), generation: 1, ownerReferences: [owner] };
    return { apiVersion: 'osctl.dev/v1alpha1', kind: 'NodeState', metadata, spec: {}, status: {} };
  }
  const hasTurn = stage !== 'queued';
  return {
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeState',
    metadata: { name: nameOf(index), generation: 2, ownerReferences: [owner] },
    spec: {
      target: { image: IMAGE.wanted, digest: DIGEST.wanted },
      ...(hasTurn
        ? { operation: { id: `${ROLLOUT}-u1`, type: 'upgrade', rolloutName: ROLLOUT, fromBootID: bootOf(index, 1) } }
        : {}),
    },
    status: { rolloutName: ROLLOUT, ...ways[stage], ...(hasTurn ? { attempts: 1, startTime } : {}) },
  };
}

function viewOf(index: number, stage: Stage, now: number): NodeView {
  const name = nameOf(index);
  const zone = `zone-${index % 3}`;
  const pods = Array.from({ length: stage === 'draining' ? PODS : 0 }, (_, pod) => ({
    namespace: 'default',
    name: `${name}-${pod}`,
    uid: `${uidOf(index)}-${pod}`,
    labels: { app: `app-${pod}` },
    terminating: pod % 2 === 0,
  }));
  return {
    name,
    uid: uidOf(index),
    role: index < MEMBERS ? 'control-plane' : 'worker',
    labels: { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': zone },
    architecture: 'amd64',
    address: `10.${Math.floor(index / 65_536)}.${Math.floor(index / 256) % 256}.${index % 256}`,
    ready: stage !== 'rebooting',
    heartbeatTime: now - 5_000,
    unschedulable: false,
    tainted: isUnderWay(stage),
    ...(stage === 'draining' ? { pods } : {}),
    volumes: [],
    agent: agentOf(index, stage, now),
  };
}

function agentOf(index: number, stage: Stage, now: number): AgentView {
  const isNew = stage === 'done' || stage === 'verifying';
  const operation = (id: string, type: string, state: OperationView['state']): OperationView => ({
    id: `${ROLLOUT}-${id}`,
    type,
    state,
    phase: '',
    message: '',
    fromBootID: bootOf(index, 1),
    digest: DIGEST.wanted,
  });
  return {
    reachable: stage !== 'rebooting',
    bootID: bootOf(index, isNew ? 2 : 1),
    bootTime: now - 20_000,
    slot: isNew ? 'b' : 'a',
    activeSlot: stage === 'done' ? 'b' : 'a',
    slots: [
      { name: 'a', digest: DIGEST.before, bootable: true },
      ...(stage === 'idle' ? [] : [{ name: 'b', digest: DIGEST.wanted, bootable: true }]),
    ],
    digest: isNew ? DIGEST.wanted : DIGEST.before,
    configHash: `sha256:${'c'.repeat(64)}`,
    version: isNew ? '2.0.0' : '1.0.0',
    kubernetesVersion: 'v1.37.2',
    ready: true,
    failing: [],
    kubeletStartTime: now - 20_000,
    ...(stage === 'rebooting' ? { runningOperation: `${ROLLOUT}-u1` } : {}),
    operations: [
      ...(stage === 'idle' ? [] : [operation('p1', 'prepare', 'succeeded')]),
      ...(stage === 'done' ? [operation('u1', 'upgrade', 'succeeded')] : []),
      ...(stage === 'rebooting' || stage === 'verifying' ? [operation('u1', 'upgrade', 'running')] : []),
    ],
    ...(stage === 'verifying' ? { trial: { operationID: `${ROLLOUT}-u1`, awaitsCaller: true, healthy: true } } : {}),
  };
}
