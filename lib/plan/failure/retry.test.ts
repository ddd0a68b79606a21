import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RolloutSpec } from '@talos/crds/rollout.ts';
import { validateObject } from '@talos/crds/validate.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { rehearse } from '../simulated/rehearse.testing.ts';
import type { Scenario, SimulatedImage } from '../simulated/scenario.ts';
import { backoffs, causeOf, retryAfter } from './backoff.ts';

const image = (version: string): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour: 'good',
});
const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2') };
const start = Date.parse('2026-01-01T12:00:00Z');

/** Halted, since version 2 crashed on worker-2, which it no longer does. */
function halted(rollout: NonNullable<Scenario['rollout']> = {}) {
  const broken = new Set(['worker-2']);
  const crashesOn = (node: string, { version }: SimulatedImage) => version === '2' && broken.has(node);
  const first = 'osctl.dev/talos:1';
  const cluster = new SimulatedCluster({ controlPlanes: 1, workers: 3, images, first, start, rollout, crashesOn });
  rehearse(cluster);
  cluster.wish('osctl.dev/talos:2');
  rehearse(cluster);
  broken.clear();
  return { cluster, broken };
}
function ask(cluster: SimulatedCluster, name: string, retry: NonNullable<RolloutSpec['retry']>): void {
  const index = cluster.rollouts.findIndex(({ metadata }) => metadata.name === name);
  const rollout = cluster.rollouts[index];
  assert.ok(rollout);
  cluster.rollouts[index] = { ...rollout, spec: { ...rollout.spec, retry } };
}
const wished = (cluster: SimulatedCluster) => cluster.rollouts[1]?.metadata.name ?? '';
const versions = ({ nodes }: SimulatedCluster) => nodes.map(({ running }) => running.version).join(' ');

describe('a retry that a person asks for', () => {
  it('lifts the quarantine, gives the node another turn, and is told with who asked', () => {
    const { cluster } = halted();
    assert.equal(versions(cluster), '2 2 1 1');
    ask(cluster, wished(cluster), { id: 'a1', by: 'ann' });
    const { phase, log } = rehearse(cluster);
    assert.equal(phase, 'Completed');
    assert.equal(versions(cluster), '2 2 2 2');
    assert.deepEqual(cluster.machine.status?.quarantine, []);
    const { retried, failures } = cluster.rollouts[1]?.status ?? {};
    assert.deepEqual([retried?.id, retried?.by, retried?.done, failures], ['a1', 'ann', true, undefined]);
    assert.deepEqual(retried?.cleared, [
      'the quarantine of osctl.dev/talos:2 on worker-2 (Crashed)',
      'the turn of worker-2',
    ]);
    assert.equal(log.filter(({ step }) => step.type === 'retry').length, 2, 'once');
    assert.deepEqual(
      cluster.rollouts.flatMap((rollout) => validateObject(rollout)),
      [],
    );
  });

  it('is done once, wherever the operator is killed', () => {
    for (let killed = 0; killed < 6; killed++) {
      const { cluster } = halted();
      ask(cluster, wished(cluster), { id: 'a1', by: 'ann' });
      let left = killed;
      while (left > 0) {
        const { steps } = cluster.plan();
        assert.ok(steps.length > 0, 'it gets somewhere in every life');
        for (const step of steps.slice(0, 1)) cluster.apply(step);
        cluster.killLeader();
        left -= 1;
      }
      assert.equal(rehearse(cluster).phase, 'Completed', `killed ${killed} times`);
      assert.equal(cluster.rollouts[1]?.status?.retried?.cleared.length, 2);
    }
  });

  it('halts again when it fails again, and is not repeated by itself', () => {
    const { cluster, broken } = halted();
    broken.add('worker-2');
    ask(cluster, wished(cluster), { id: 'a1', by: 'ann' });
    const result = rehearse(cluster);
    assert.equal(result.phase, 'Halted');
    assert.equal(cluster.machine.status?.quarantine?.length, 1);
    assert.deepEqual(
      rehearse(cluster).log.filter(({ step }) => step.type === 'acquire'),
      [],
    );
  });

  it('of one node leaves the others in quarantine', () => {
    const { cluster, broken } = halted({ failurePolicy: { maxFailures: 2 } });
    broken.add('worker-3');
    cluster.wish('osctl.dev/talos:1');
    rehearse(cluster);
    broken.add('worker-2');
    cluster.wish('osctl.dev/talos:2');
    rehearse(cluster);
    broken.clear();
    const { name } = cluster.rollouts.at(-1)?.metadata ?? { name: '' };
    ask(cluster, name, { id: 'a1', by: 'ann', nodes: ['worker-3'] });
    rehearse(cluster);
    assert.equal(versions(cluster), '2 2 1 2');
  });

  it('stays done when it is taken off again: the rollback that was over does not come back', () => {
    const { cluster } = halted({ failurePolicy: { onHalt: 'RollBack' } });
    ask(cluster, wished(cluster), { id: 'a1', by: 'ann' });
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.equal(versions(cluster), '2 2 2 2');
    const [former, done, ...others] = cluster.rollouts;
    assert.ok(former && done);
    const { retry: _, ...spec } = done.spec;
    cluster.rollouts.splice(0, cluster.rollouts.length, former, { ...done, spec }, ...others);
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.equal(versions(cluster), '2 2 2 2');
  });

  it('ends a rollback, and a second failure is brought back by another one', () => {
    const { cluster, broken } = halted({ failurePolicy: { onHalt: 'RollBack' } });
    assert.equal(versions(cluster), '1 1 1 1');
    ask(cluster, wished(cluster), { id: 'a1', by: 'ann' });
    broken.add('worker-2');
    rehearse(cluster);
    assert.equal(versions(cluster), '1 1 1 1');
    assert.deepEqual(
      cluster.rollouts.map(({ metadata, status }) => [metadata.name.replace(/-[0-9a-f]{8}/, ''), status?.phase]),
      [
        ['1', 'Completed'],
        ['2', 'Halted'],
        ['2-back', 'Completed'],
        ['2-back-a1', 'Completed'],
      ],
    );
    broken.clear();
    ask(cluster, wished(cluster), { id: 'a2', by: 'ann' });
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.equal(versions(cluster), '2 2 2 2');
  });
});

describe('back-off', () => {
  it('is by what was in the way: twice as long each time, then for long or until a person looks', () => {
    assert.equal(causeOf('DrainTimeout'), 'drain');
    assert.equal(causeOf('REGISTRY_UNREACHABLE'), 'pull');
    assert.equal(causeOf('NotAccepted'), 'unreachable');
    assert.equal(causeOf('SUPERSEDED'), 'busy');
    assert.equal(causeOf('Power-lost'), 'trial');
    assert.deepEqual(retryAfter('drain', 1), { held: false, ms: backoffs.drain.firstMs });
    assert.deepEqual(retryAfter('drain', 2), { held: false, ms: 2 * backoffs.drain.firstMs });
    assert.deepEqual(retryAfter('drain', 3), { held: true, ms: backoffs.drain.laterMs });
    assert.deepEqual(retryAfter('trial', 3), { held: true, ms: undefined });
  });

  for (const code of ['REGISTRY_UNREACHABLE', 'REGISTRY_UNAUTHORIZED'] as const) {
    it(`of a pull that failed with ${code} asks the node anew each time`, () => {
      const first = 'osctl.dev/talos:1';
      const cluster = new SimulatedCluster({ controlPlanes: 1, workers: 0, images, first, start });
      rehearse(cluster);
      const [node] = cluster.nodes;
      assert.ok(node);
      cluster.wish('osctl.dev/talos:2');
      const error = { code, message: 'no', retryable: true, condemnsImage: false };
      const asked = new Set<string>();
      const owners = new Set<string>();
      for (const end = cluster.now + 20 * 60_000; cluster.now < end; cluster.advance(1_000)) {
        const { steps, blockedBy } = cluster.plan();
        for (const one of blockedBy) if (one.code === 'PREPARE_RETRY') owners.add(one.owner);
        for (const step of steps) {
          cluster.apply(step);
          if (step.type === 'prepare') asked.add(step.operationID.replace(/^.*-/, ''));
        }
        if (asked.size >= 5) continue;
        node.pulls = [];
        node.operations = node.operations.map((one) =>
          one.type === 'prepare' && one.state === 'running' ? { ...one, state: 'failed', error } : one,
        );
      }
      assert.deepEqual([...asked], ['p1', 'p2', 'p3', 'p4', 'p5']);
      assert.deepEqual([...owners], [code === 'REGISTRY_UNAUTHORIZED' ? 'user' : 'cluster']);
      assert.deepEqual(cluster.machine.status?.quarantine ?? [], []);
      assert.equal(node.running.version, '2');
    });
  }
});
