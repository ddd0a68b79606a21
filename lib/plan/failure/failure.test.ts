import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { type Rehearsal, rehearse } from '../simulated/rehearse.testing.ts';
import type { Scenario, SimulatedImage } from '../simulated/scenario.ts';
import { rolloutStatuses } from '../status/rollout.ts';

const image = (version: string): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour: 'good',
});
const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2'), 'osctl.dev/talos:3': image('3') };
const start = Date.parse('2026-01-01T12:00:00Z');

/** On `broken` nodes version 2 crashes. */
function upgraded(rollout: NonNullable<Scenario['rollout']>, broken: readonly string[], workers = 4) {
  const cluster = new SimulatedCluster({
    controlPlanes: 1,
    workers,
    images,
    first: 'osctl.dev/talos:1',
    start,
    rollout,
    crashesOn: (node, { version }) => version === '2' && broken.includes(node),
  });
  cluster.wish('osctl.dev/talos:2');
  const result = rehearse(cluster);
  for (const object of [cluster.machine, ...cluster.rollouts]) assert.deepEqual(validateObject(object), []);
  return { cluster, result };
}
const versions = ({ nodes }: SimulatedCluster) =>
  nodes.map(({ name, running }) => `${name} ${running.version}`).join(', ');
const upgradesOf = ({ log }: Rehearsal, name: string) =>
  new Set(log.flatMap(({ step }) => (step.type === 'upgrade' && step.node === name ? [step.operationID] : []))).size;

describe('the failure threshold', () => {
  it('halts at the first node where nothing is said', () => {
    const { cluster, result } = upgraded({}, ['worker-2']);
    assert.equal(result.phase, 'Halted');
    assert.equal(versions(cluster), 'cp-1 2, worker-1 2, worker-2 1, worker-3 1, worker-4 1');
  });

  it('goes on with the others while no more fail than may, and never tries the one again', () => {
    const { cluster, result } = upgraded({ failurePolicy: { maxFailures: 1 } }, ['worker-2']);
    assert.equal(versions(cluster), 'cp-1 2, worker-1 2, worker-2 1, worker-3 2, worker-4 2');
    assert.equal(result.phase, 'Halted', 'it has ended, and the Machine is not what is wished');
    assert.match(result.plan.halted?.message ?? '', /^worker-2 turned back/);
    assert.equal(upgradesOf(result, 'worker-2'), 1);
    assert.deepEqual(
      result.plan.blockedBy.map(({ code, node }) => [code, node]),
      [['NODE_FAILED', 'worker-2']],
    );
    assert.deepEqual(
      cluster.machine.status?.quarantine?.map(({ node, nodeClass }) => [node, nodeClass]),
      [['worker-2', 'worker-amd64']],
    );
    const lost = cluster.nodes.find(({ name }) => name === 'worker-2');
    assert.ok(lost);
    cluster.nodeStates.delete('worker-2');
    assert.equal(upgradesOf(rehearse(cluster), 'worker-2'), 0, 'also when its NodeState is lost');
    cluster.wish('osctl.dev/talos:3');
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.deepEqual(cluster.machine.status?.quarantine, []);
  });

  it('halts when more fail, and tells the evidence of each', () => {
    const { cluster, result } = upgraded({ failurePolicy: { maxFailures: '25%' } }, ['worker-1', 'worker-3']);
    assert.equal(result.phase, 'Halted');
    assert.equal(versions(cluster), 'cp-1 2, worker-1 1, worker-2 2, worker-3 1, worker-4 1');
    assert.deepEqual(
      result.plan.halted?.failures.map(({ node, evidence }) => [node, evidence?.cause]),
      [
        ['worker-1', 'crashed'],
        ['worker-3', 'crashed'],
      ],
    );
    assert.match(result.plan.halted?.message ?? '', /^2 nodes failed, 1 may: worker-1 .*; worker-3 /);
    const [, status] = [...rolloutStatuses(cluster.snapshot(), result.plan, cluster.now)].at(-1) ?? [];
    assert.deepEqual(
      status?.failures?.map(({ node }) => node),
      ['worker-1', 'worker-3'],
    );
    assert.equal(cluster.machine.status?.quarantine?.length, 2);
  });

  it('is nothing to a control plane: no kubelet may be newer than an apiserver', () => {
    const { cluster, result } = upgraded({ failurePolicy: { maxFailures: 3 } }, ['cp-1']);
    assert.equal(result.phase, 'Halted');
    assert.equal(versions(cluster), 'cp-1 1, worker-1 1, worker-2 1, worker-3 1, worker-4 1');
  });

  it('counts a node that is unavailable after it failed against the budget', () => {
    const { cluster } = upgraded({ failurePolicy: { maxFailures: 1 }, maxUnavailable: 2 }, ['worker-1'], 2);
    const failed = cluster.nodes.find(({ name }) => name === 'worker-1');
    assert.ok(failed);
    cluster.join('worker-3', 'worker', images['osctl.dev/talos:1']);
    cluster.machine = {
      ...cluster.machine,
      spec: { ...cluster.machine.spec, rollout: { failurePolicy: { maxFailures: 1 }, maxUnavailable: 1 } },
    };
    failed.unreachableUntil = Number.POSITIVE_INFINITY;
    const { plan } = rehearse(cluster, 300_000);
    assert.ok(plan.blockedBy.some(({ code, node }) => code === 'NODE_UNAVAILABLE' && node === 'worker-1'));
    failed.unreachableUntil = 0;
    rehearse(cluster);
    assert.equal(versions(cluster), 'cp-1 2, worker-1 1, worker-2 2, worker-3 2');
  });
});
