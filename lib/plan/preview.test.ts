import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import type { Forecast } from './forecast/forecast.ts';
import { plan } from './plan.ts';
import { drainsAhead } from './preview.ts';
import { SimulatedCluster } from './simulated/cluster.ts';
import { rolloutStatuses } from './status/rollout.ts';
import type { Snapshot } from './types.ts';

const images = Object.fromEntries(
  ['1', '2'].map((version) => [
    `osctl.dev/talos:${version}`,
    { digest: `sha256:${version.repeat(64)}`, version, behaviour: 'good' as const },
  ]),
);
const obstacle = (node: string) => ({ node, code: 'BUDGET', message: 'none may go' }) as const;
const made = (nodes: readonly string[], count = 1): Forecast => ({
  time: '2026-01-01T00:00:00.000Z',
  nodes,
  pods: 9,
  obstacles: nodes.flatMap((node) => Array.from({ length: count }, () => obstacle(node))),
});

/** Its rollout waits for an approval. */
function waiting(workers = 2): SimulatedCluster {
  const cluster = new SimulatedCluster({
    controlPlanes: 1,
    workers,
    images,
    first: 'osctl.dev/talos:1',
    start: Date.parse('2026-01-01T00:00:00Z'),
    rollout: { approval: 'Manual' },
  });
  cluster.wish('osctl.dev/talos:2');
  for (let steps = 1; steps > 0; ) {
    const { steps: next } = cluster.plan();
    for (const step of next) cluster.apply(step);
    steps = next.length;
  }
  return cluster;
}
function previewOf(snapshot: Snapshot, now: number) {
  const decision = plan(snapshot, now);
  const [rollout] = snapshot.rollouts;
  const status = rolloutStatuses(snapshot, decision, now).get(decision.rollout ?? '');
  assert.deepEqual(validateObject({ ...rollout, status }), []);
  return { preview: status?.preview, ahead: drainsAhead(snapshot, decision).map(({ node }) => node) };
}

test('a preview tells of the drains that are ahead, and its hash is the same without', () => {
  const cluster = waiting();
  const before = previewOf(cluster.snapshot(), cluster.now);
  assert.deepEqual(before.ahead, ['cp-1', 'worker-1', 'worker-2']);
  assert.equal(before.preview?.forecast, undefined);
  const after = previewOf({ ...cluster.snapshot(), forecast: made(before.ahead) }, cluster.now);
  assert.equal(after.preview?.hash, before.preview?.hash);
  assert.deepEqual(after.preview?.forecast, {
    time: '2026-01-01T00:00:00.000Z',
    nodes: 3,
    pods: 9,
    obstacles: ['cp-1', 'worker-1', 'worker-2'].map(obstacle),
  });
});

test('of many obstacles the first are told, and how many more there are', () => {
  const cluster = waiting(70);
  const { ahead } = previewOf(cluster.snapshot(), cluster.now);
  assert.equal(ahead.length, 64);
  const { preview } = previewOf({ ...cluster.snapshot(), forecast: made(ahead, 2) }, cluster.now);
  assert.deepEqual([preview?.forecast?.obstacles.length, preview?.forecast?.more], [64, 64]);
});

test('nodes that are done are not told of, and nothing is once a node is under way', () => {
  const cluster = waiting();
  const forecast = made(['gone', 'worker-2']);
  assert.deepEqual(previewOf({ ...cluster.snapshot(), forecast }, cluster.now).preview?.forecast?.obstacles, [
    obstacle('worker-2'),
  ]);
  const [, worker] = cluster.nodes;
  cluster.machine = {
    ...cluster.machine,
    status: { inFlight: [{ node: worker?.name ?? '', uid: worker?.uid ?? '', operationID: 'x' }] },
  };
  const told = () => {
    const { preview, ahead } = previewOf({ ...cluster.snapshot(), forecast }, cluster.now);
    return [preview?.forecast, ahead];
  };
  assert.deepEqual(told(), [undefined, []]);
  cluster.machine = { ...cluster.machine, status: {} };
  assert.notDeepEqual(told(), [undefined, []]);
  const state = cluster.nodeStates.get(worker?.name ?? '');
  assert.ok(state);
  const rolloutName = cluster.rollouts[0]?.metadata.name ?? '';
  const operation = { id: 'x', type: 'upgrade' as const, rolloutName, fromBootID: 'b' };
  cluster.nodeStates.set(state.metadata.name, { ...state, spec: { ...state.spec, operation } });
  assert.deepEqual(told(), [undefined, []]);
});
