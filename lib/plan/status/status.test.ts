import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { rehearse } from '../simulated/rehearse.testing.ts';
import type { SimulatedImage } from '../simulated/scenario.ts';
import { machineStatus } from './machine.ts';
import { nodeStatus, observedOf } from './node.ts';
import { rolloutStatuses } from './rollout.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const image = (digit: string, version: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${digit.repeat(64)}`,
  version,
  behaviour,
});
const images = {
  'osctl.dev/talos:1': image('1', '1.0.0'),
  'osctl.dev/talos:2': image('2', '2.0.0'),
  'osctl.dev/talos:crash': image('4', '4.0.0', 'crash'),
  'osctl.dev/talos:missing': image('7', '7.0.0', 'missing'),
};

function cluster(wish: string): SimulatedCluster {
  const simulated = new SimulatedCluster({ controlPlanes: 1, workers: 2, images, first: 'osctl.dev/talos:1', start });
  simulated.wish(wish);
  return simulated;
}

/** All statuses, which must be such that the apiserver takes them. */
function statuses(simulated: SimulatedCluster) {
  const snapshot = simulated.snapshot();
  const plan = simulated.plan();
  const { now } = simulated;
  const machine = machineStatus(snapshot, plan, now);
  const rollouts = rolloutStatuses(snapshot, plan, now);
  assert.deepEqual(validateObject({ ...simulated.machine, status: { ...simulated.machine.status, ...machine } }), []);
  for (const rollout of simulated.rollouts) {
    assert.deepEqual(validateObject({ ...rollout, status: rollouts.get(rollout.metadata.name) }), []);
  }
  for (const node of snapshot.nodes) {
    const state = simulated.nodeStates.get(node.name);
    if (state === undefined || node.agent === undefined) continue;
    const status = {
      ...state.status,
      ...nodeStatus(state, node, plan, now),
      observed: observedOf(node.agent, now),
    };
    assert.deepEqual(validateObject({ ...state, status }), []);
  }
  return { machine, rollouts: [...rollouts.values()] };
}

test('at every moment of a rollout the status is valid, and Ready only at its end', () => {
  const simulated = cluster('osctl.dev/talos:2');
  for (let second = 0; second < 3_600; second++) {
    const plan = simulated.plan();
    const { machine } = statuses(simulated);
    const ready = machine.conditions?.find(({ type }) => type === 'Ready')?.status;
    assert.equal(ready, plan.phase === 'Completed' ? 'True' : 'False');
    if (plan.phase === 'Completed' && plan.steps.length === 0) break;
    for (const step of plan.steps) simulated.apply(step);
    simulated.advance(1_000);
  }
  const { machine, rollouts } = statuses(simulated);
  assert.deepEqual([machine.version, machine.progress, machine.nodes?.unavailable], ['2.0.0', '3/3', 0]);
  assert.deepEqual([rollouts[0]?.phase, rollouts[0]?.progress], ['Completed', '3/3']);
});

for (const [wish, reason] of [
  ['osctl.dev/talos:crash', /TrialFailed|Crashed/],
  ['osctl.dev/talos:missing', /ImageNotFound/],
] as const) {
  test(`${wish}: the status names the node, the cause and the evidence`, () => {
    const simulated = cluster(wish);
    rehearse(simulated);
    const { machine, rollouts } = statuses(simulated);
    const stalled = machine.conditions?.find(({ type }) => type === 'Stalled');
    assert.match(stalled?.reason ?? '', reason);
    assert.match(stalled?.message ?? '', /cp-1/);
    assert.deepEqual([rollouts[0]?.phase, rollouts[0]?.node], ['Halted', 'cp-1']);
    assert.ok(rollouts[0]?.evidence !== undefined);
  });
}

test('a rollout that another change overtakes is superseded', () => {
  const simulated = cluster('osctl.dev/talos:crash');
  rehearse(simulated);
  simulated.wish('osctl.dev/talos:2');
  rehearse(simulated);
  assert.deepEqual(
    statuses(simulated).rollouts.map(({ phase }) => phase),
    ['Superseded', 'Completed'],
  );
});
