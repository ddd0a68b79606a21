import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine, Notice } from '@talos/crds/machine.ts';
import { validateObject } from '@talos/crds/validate.ts';
import { type Delivery, noticesOf, notificationsStatus } from './notices.ts';
import { SimulatedCluster } from './simulated/cluster.ts';
import type { Scenario, SimulatedImage } from './simulated/scenario.ts';
import { machineStatus } from './status/machine.ts';
import { nodeStatus } from './status/node.ts';
import { rolloutStatuses } from './status/rollout.ts';

const image = (digit: string, version: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${digit.repeat(64)}`,
  version,
  behaviour,
});
const scenario: Scenario = {
  controlPlanes: 1,
  workers: 2,
  images: {
    'osctl.dev/talos:1': image('1', '1.0.0'),
    'osctl.dev/talos:2': image('2', '2.0.0'),
    'osctl.dev/talos:crash': image('3', '3.0.0', 'crash'),
  },
  first: 'osctl.dev/talos:1',
  start: Date.parse('2026-01-01T00:00:00Z'),
  rollout: {},
};
const NOTHING: Delivery = { delivered: new Set(), refused: new Set(), failure: undefined };

/** As the operator does it: what is told is decided in the rounds in which the status is written. */
function told(
  cluster: SimulatedCluster,
  forMs: number,
  deliver: (pending: readonly Notice[], at: number) => Delivery = (pending) => ({
    ...NOTHING,
    delivered: new Set(pending.map(({ id }) => id)),
  }),
): ReadonlyMap<string, Notice> {
  const found = new Map<string, Notice>();
  for (const end = cluster.now + forMs; cluster.now < end; ) {
    const next = cluster.plan();
    for (const step of next.steps) cluster.apply(step);
    cluster.advance(next.steps.length > 0 ? 1_000 : 20_000);
    if (next.steps.length > 0) continue;
    const snapshot = cluster.snapshot();
    const before = cluster.machine.status ?? {};
    const pending = before.notifications?.pending ?? [];
    const notifications = notificationsStatus(snapshot, deliver(pending, cluster.now), cluster.now);
    const status = {
      ...before,
      ...machineStatus(snapshot, next, cluster.now),
      ...(notifications && { notifications }),
    };
    cluster.machine = { ...cluster.machine, status };
    const statuses = rolloutStatuses(snapshot, next, cluster.now);
    for (const [index, rollout] of cluster.rollouts.entries()) {
      const rolloutStatus = statuses.get(rollout.metadata.name);
      if (rolloutStatus !== undefined) cluster.rollouts[index] = { ...rollout, status: rolloutStatus };
    }
    for (const node of snapshot.nodes) {
      const state = cluster.nodeStates.get(node.name);
      if (state === undefined) continue;
      const nodes = nodeStatus(state, node, next, cluster.now);
      cluster.nodeStates.set(node.name, { ...state, status: { ...state.status, ...nodes } });
    }
    for (const notice of notifications?.pending ?? []) found.set(notice.id, notice);
  }
  assert.deepEqual(validateObject({ ...cluster.machine, apiVersion: 'osctl.dev/v1alpha1' }), []);
  return found;
}

const withUrl = (cluster: SimulatedCluster, more: object = {}): void => {
  const notifications = { url: 'http://hooks.example.com', ...more };
  cluster.machine = { ...cluster.machine, spec: { ...cluster.machine.spec, notifications } };
};
const typesOf = (notices: ReadonlyMap<string, Notice>): readonly string[] =>
  [...notices.values()].map(({ type }) => type);

test('a rollout is told of when it starts and when it ends, once', () => {
  const cluster = new SimulatedCluster(scenario);
  withUrl(cluster);
  assert.deepEqual(typesOf(told(cluster, 60_000)), [], 'what was so before is no news');
  cluster.wish('osctl.dev/talos:2');
  const first = told(cluster, 20 * 60_000);
  assert.deepEqual(typesOf(first), ['rollout.started', 'rollout.completed']);
  assert.deepEqual(typesOf(told(cluster, 10 * 60_000)), [], 'nothing is told twice');
  for (const { subject, message } of first.values()) {
    assert.match(subject, /^rollouts\//);
    assert.notEqual(message, '');
  }
});

test('a node that turned back and the halt that follows are told of, with the reason', () => {
  const cluster = new SimulatedCluster(scenario);
  withUrl(cluster);
  told(cluster, 60_000);
  cluster.wish('osctl.dev/talos:crash');
  const notices = told(cluster, 30 * 60_000);
  assert.deepEqual(typesOf(notices).toSorted(), ['node.rolledback', 'rollout.halted', 'rollout.started']);
  for (const { type, message } of notices.values()) if (type === 'rollout.halted') assert.match(message, /cp-1/);
});

test('what waits for long is told of, what waits by wish is not; a window that passed with nothing done is', () => {
  const cluster = new SimulatedCluster({
    ...scenario,
    rollout: { windows: [{ schedule: '0 * * * *', duration: '3m' }] },
  });
  withUrl(cluster, { blockedFor: '20m' });
  told(cluster, 5 * 60_000);
  cluster.wish('osctl.dev/talos:2');
  const notices = told(cluster, 70 * 60_000);
  assert.deepEqual(typesOf(notices), ['rollout.started', 'window.unused']);
  const unused = [...notices.values()].find(({ type }) => type === 'window.unused');
  assert.match(unused?.message ?? '', /has passed with nothing done: .*must be done by/);

  const manual = new SimulatedCluster({ ...scenario, rollout: { approval: 'Manual' } });
  withUrl(manual, { blockedFor: '20m' });
  told(manual, 5_000);
  manual.wish('osctl.dev/talos:2');
  assert.deepEqual(typesOf(told(manual, 19 * 60_000)), []);
  const [blocked, ...none] = told(manual, 60 * 60_000).values();
  assert.deepEqual([blocked?.type, none], ['rollout.blocked', []]);
  assert.match(blocked?.message ?? '', /AWAITING_APPROVAL for 20m or more, up to the user: /);
});

test('what is not taken stays, bounded, oldest dropped and counted; what is true still is not told again after that', () => {
  const machine = (status: Machine['status']): Machine => ({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'Machine',
    metadata: { name: 'cluster' },
    spec: { os: { image: 'osctl.dev/talos:1' }, notifications: { url: 'http://hooks.example.com' } },
    ...(status === undefined ? {} : { status }),
  });
  const nodeStates = Array.from({ length: 20 }, (_, n) => ({
    metadata: { name: `n${n}` },
    status: { phase: 'RolledBack', startTime: `2026-01-01T00:00:${String(n + 10)}Z`, message: 'x' },
  }));
  const now = Date.parse('2026-01-02T00:00:00Z');
  const blockedBy = Array.from({ length: 32 }, (_, n) => ({
    code: `CODE_${n}`,
    message: 'x',
    since: `2026-01-01T00:01:${String(n + 10)}Z`,
    owner: 'user' as const,
    nextCheckTime: '2026-01-02T00:00:10Z',
  }));
  const empty = { pending: [], delivered: [] };
  const at = (notifications: NonNullable<Machine['status']>['notifications'], delivery = NOTHING) =>
    notificationsStatus(
      {
        machine: machine({ blockedBy, ...(notifications === undefined ? {} : { notifications }) }),
        rollouts: [],
        nodeStates: nodeStates as never,
      },
      delivery,
      now,
    )!;
  assert.equal(at(undefined).delivered.length, 52, 'all that was before');
  const full = at(empty);
  assert.deepEqual([full.pending.length, full.dropped], [32, 20]);
  assert.deepEqual(at(full), full, 'calm');
  const failing = at(full, { ...NOTHING, failure: { since: now, message: 'hooks.example.com answered 503' } });
  assert.equal(failing.failure?.message, 'hooks.example.com answered 503');
  const [first, second] = full.pending;
  const after = at(failing, { delivered: new Set([first!.id]), refused: new Set([second!.id]), failure: undefined });
  assert.deepEqual([after.pending.length, after.dropped, after.failure], [30, 21, undefined]);
  assert.deepEqual(at(after), after);
  assert.equal(noticesOf({ machine: undefined, rollouts: [], nodeStates: [] }, now).length, 0);
});

test('healing is told of when it acts, when it keeps its hands off, and when a person is needed', () => {
  const now = Date.parse('2026-01-01T03:00:00Z');
  const wait = { message: 'm', owner: 'user' as const, nextCheckTime: '2026-01-01T03:00:10Z' };
  const blockedBy = [
    { ...wait, code: 'REMEDIATION_STORM', since: '2026-01-01T02:59:59Z' },
    { ...wait, code: 'NODE_SICK', node: 'w-1', since: '2026-01-01T01:00:00Z' },
    { ...wait, code: 'NODE_SICK', node: 'w-2', since: '2026-01-01T02:59:00Z' },
  ];
  const action = { name: 'RestartService', service: 'kubelet', from: 'x', startTime: '2026-01-01T02:00:00Z' };
  const healing = { action, causes: ['service kubelet: ended'] };
  const notices = noticesOf(
    {
      machine: { spec: { os: {} }, status: { blockedBy } } as never,
      rollouts: [],
      nodeStates: [{ metadata: { name: 'w-3' }, status: { healing } }] as never,
    },
    now,
  );
  assert.deepEqual(
    notices.map(({ type, subject }) => `${type} ${subject}`),
    ['healing.blocked nodes/w-1', 'healing.acted nodes/w-3', 'healing.storm machines/cluster'],
  );
  assert.equal(notices[1]?.message, 'w-3 has its service kubelet restarted: service kubelet: ended');
});
