import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import fc from 'fast-check';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { type Rehearsal, rehearse } from '../simulated/rehearse.testing.ts';
import type { Scenario, SimulatedImage } from '../simulated/scenario.ts';
import { machineStatus } from '../status/machine.ts';
import { isAvailable } from '../turns/order.ts';
import type { Plan } from '../types.ts';
import { budgetOf, policyOf } from '../wished/policy.ts';

const image = (version: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour,
});
const images = {
  'osctl.dev/talos:1': image('1'),
  'osctl.dev/talos:2': image('2'),
  'osctl.dev/talos:3': image('3'),
  'osctl.dev/talos:missing': image('7', 'missing'),
};
const start = Date.parse('2026-01-01T12:00:00Z');
const back = { failurePolicy: { onHalt: 'RollBack' as const } };

/** Runs version 1, completed; on `broken` nodes version 2 crashes. */
function settled(rollout: Scenario['rollout'], broken: readonly string[], controlPlanes = 1, workers = 4) {
  const cluster = new SimulatedCluster({
    controlPlanes,
    workers,
    images,
    first: 'osctl.dev/talos:1',
    start,
    ...(rollout === undefined ? {} : { rollout }),
    crashesOn: (node, { version }) => version === '2' && broken.includes(node),
  });
  assert.equal(rehearse(cluster).phase, 'Completed');
  return cluster;
}
const versions = ({ nodes }: SimulatedCluster) => nodes.map(({ running }) => running.version).join(' ');
const begun = ({ log }: Rehearsal) => log.flatMap(({ step }) => (step.type === 'acquire' ? [step.entry.node] : []));
const names = ({ rollouts }: SimulatedCluster) =>
  rollouts.map(({ metadata, status }) => `${metadata.name.replace(/-[0-9a-f]{8}/, '')} ${status?.phase}`);
const checkStored = ({ machine, rollouts, nodeStates }: SimulatedCluster) => {
  for (const object of [machine, ...rollouts, ...nodeStates.values()]) assert.deepEqual(validateObject(object), []);
};

describe('a rollout that halts', () => {
  it('is brought back where the Machine asks for it: workers first, by a rollout that says so', () => {
    const cluster = settled(back, ['worker-3']);
    cluster.wish('osctl.dev/talos:2');
    const result = rehearse(cluster);
    assert.equal(versions(cluster), '1 1 1 1 1');
    assert.deepEqual(begun(result), ['cp-1', 'worker-1', 'worker-2', 'worker-3', 'worker-1', 'worker-2', 'cp-1']);
    assert.deepEqual(names(cluster), ['1 Completed', '2 Halted', '2-back Completed']);
    const { rollbackOf } = cluster.rollouts[2]?.spec ?? {};
    assert.deepEqual(
      [rollbackOf?.rollout, rollbackOf?.to],
      [cluster.rollouts[1]?.metadata.name, cluster.rollouts[0]?.metadata.name],
    );
    assert.match(rollbackOf?.reason ?? '', /^worker-3 turned back/);
    const { conditions, progress } = machineStatus(cluster.snapshot(), cluster.plan(), cluster.now);
    const stalled = conditions?.find(({ type }) => type === 'Stalled');
    assert.equal(stalled?.reason, 'RolledBack', 'the Machine is not what is wished');
    assert.match(stalled?.message ?? '', /halted, its nodes were brought back .*worker-3 turned back/);
    assert.equal(progress, '0/5');
    checkStored(cluster);
    assert.deepEqual(begun(rehearse(cluster)), [], 'and is not tried again');
  });

  it('stays as it is where nothing is said, and where nothing is to be brought back', () => {
    const held = settled({}, ['worker-3']);
    held.wish('osctl.dev/talos:2');
    assert.equal(rehearse(held).phase, 'Halted');
    assert.equal(versions(held), '2 2 2 1 1');
    const first = settled(back, ['cp-1']);
    first.wish('osctl.dev/talos:2');
    assert.equal(rehearse(first).phase, 'Halted');
    assert.deepEqual(names(first), ['1 Completed', '2 Halted']);
    first.wish('osctl.dev/talos:missing');
    assert.equal(rehearse(first).phase, 'Halted');
    assert.deepEqual(names(first).slice(2), ['3 Halted']);
  });

  it('waits on the way back for no window, gate, stage or approval', () => {
    const cluster = settled(back, ['worker-2']);
    cluster.wish('osctl.dev/talos:2');
    while (cluster.rollouts.length < 3) {
      for (const step of cluster.plan().steps) cluster.apply(step);
      cluster.advance(1_000);
    }
    const rollout = {
      ...back,
      approval: 'Manual' as const,
      stages: [{ nodes: 1, soak: '5h' }],
      gates: [{ name: 'ceph', preset: { name: 'CephHealthy' as const } }],
      freezes: [{ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }],
    };
    cluster.gates.set('ceph', 'Closed');
    cluster.machine = { ...cluster.machine, spec: { ...cluster.machine.spec, rollout } };
    assert.equal(rehearse(cluster, 3_600_000).phase, 'Completed');
    assert.equal(versions(cluster), '1 1 1 1 1');
  });

  it('ends its rollback with a new wish, and brings that back to the same in its turn', () => {
    const cluster = settled(back, ['worker-2', 'worker-4']);
    cluster.wish('osctl.dev/talos:2');
    rehearse(cluster);
    cluster.wish('osctl.dev/talos:3');
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.equal(versions(cluster), '3 3 3 3 3');
    assert.deepEqual(names(cluster), ['1 Completed', '2 Superseded', '2-back Completed', '3 Completed']);
    assert.deepEqual(cluster.machine.status?.quarantine, []);
    cluster.wish('osctl.dev/talos:2');
    rehearse(cluster);
    assert.equal(versions(cluster), '3 3 3 3 3', 'what was completed last');
  });

  it('that was cancelled before stays as it is', () => {
    const cluster = settled(back, ['worker-2']);
    cluster.wish('osctl.dev/talos:2');
    while (!cluster.nodes.some(({ name, running }) => name === 'worker-2' && running.version === '2')) {
      for (const step of cluster.plan().steps) cluster.apply(step);
      cluster.advance(1_000);
      const rollout = cluster.rollouts[1];
      const isUnderWay = cluster.machine.status?.inFlight?.some(({ node }) => node === 'worker-2') === true;
      const isApplying = cluster.nodeStates.get('worker-2')?.status?.phase === 'Applying';
      if (rollout !== undefined && isUnderWay && isApplying) {
        cluster.rollouts[1] = { ...rollout, spec: { ...rollout.spec, cancelled: true } };
        break;
      }
    }
    assert.equal(rehearse(cluster).phase, 'Halted');
    assert.equal(versions(cluster), '2 2 1 1 1');
  });

  it('finds its way back also where one rollout alone is kept', () => {
    const cluster = new SimulatedCluster({
      controlPlanes: 1,
      workers: 2,
      images,
      first: 'osctl.dev/talos:1',
      start,
      rollout: { ...back, historyLimit: 1 },
      crashesOn: (node, { version }) => version !== '1' && node === 'worker-2',
    });
    rehearse(cluster);
    for (const tag of [2, 3]) {
      cluster.wish(`osctl.dev/talos:${tag}`);
      const result = rehearse(cluster);
      assert.equal(begun(result).length, 5, `${tag}: there and back`);
      assert.equal(versions(cluster), '1 1 1');
    }
  });

  it('brings configuration back too', () => {
    const cluster = settled(back, ['worker-2']);
    cluster.wishConfig({ kubelet: { extraConfig: { maxPods: 100 } } });
    assert.equal(rehearse(cluster).phase, 'Completed');
    const hashes = () => cluster.snapshot().nodes.map(({ agent }) => agent?.configHash);
    const before = hashes();
    cluster.wishConfig({ kubelet: { extraConfig: { maxPods: 200 } } });
    cluster.wish('osctl.dev/talos:2');
    rehearse(cluster);
    assert.equal(versions(cluster), '1 1 1 1 1');
    assert.deepEqual(hashes(), before);
  });

  it('halts for good when a node does not go back either', () => {
    const bad = new Set<string>();
    const cluster = new SimulatedCluster({
      controlPlanes: 1,
      workers: 3,
      images,
      first: 'osctl.dev/talos:1',
      start,
      rollout: back,
      crashesOn: (node, { version }) => (version === '2' && node === 'worker-3') || (version === '1' && bad.has(node)),
    });
    rehearse(cluster);
    bad.add('worker-1');
    cluster.wish('osctl.dev/talos:2');
    const result = rehearse(cluster);
    assert.equal(result.phase, 'Halted');
    assert.equal(versions(cluster), '2 2 2 1', 'no control plane becomes older than a worker');
    assert.deepEqual(names(cluster), ['1 Completed', '2 Halted', '2-back Halted']);
    assert.ok(result.plan.blockedBy.some(({ code, node }) => code === 'ROLLBACK_HALTED' && node === 'worker-1'));
    assert.deepEqual(
      cluster.machine.status?.quarantine?.map(({ image }) => image),
      ['osctl.dev/talos:2'],
      'what ran before is not condemned',
    );
    checkStored(cluster);
  });

  it('takes no control plane back while a worker that the others pass runs the newer image', () => {
    const drain = { timeout: '1m', onTimeout: 'SkipNode' as const };
    const cluster = settled({ ...back, drain }, ['worker-3'], 1, 3);
    cluster.wish('osctl.dev/talos:2');
    while (cluster.rollouts.length < 3) {
      for (const step of cluster.plan().steps) cluster.apply(step);
      cluster.advance(1_000);
    }
    const held = cluster.nodes.find(({ name }) => name === 'worker-1');
    assert.ok(held);
    held.stuckUntil = Number.POSITIVE_INFINITY;
    const { plan } = rehearse(cluster, 600_000);
    assert.equal(versions(cluster), '2 2 1 1');
    assert.ok(plan.blockedBy.some(({ code, node }) => code === 'WORKERS_FIRST' && node === 'worker-1'));
    held.stuckUntil = 0;
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.equal(versions(cluster), '1 1 1 1');
  });
});

const FAULTS = ['kill', 'kill', 'power', 'unreachable', 'forget', 'stick', 'renew', 'retry', 'retry', 'wish'] as const;

it('killed at any write and under faults: within the budget, one rollback of each, and an end', () => {
  const events = fc.array(
    fc.record({
      waitMs: fc.integer({ min: 1, max: 120_000 }),
      fault: fc.constantFrom(...FAULTS),
      index: fc.nat({ max: 4 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(1, 3),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(1, 2),
      fc.constantFrom(0, 1, '50%'),
      fc.subarray(['cp-1', 'worker-1', 'worker-2', 'worker-3']),
      fc.nat({ max: 3 }),
      events,
      (controlPlanes, workers, maxUnavailable, maxFailures, broken, after, list) => {
        const rollout = { maxUnavailable, failurePolicy: { maxFailures, onHalt: 'RollBack' as const } };
        const cluster = settled(rollout, broken, controlPlanes, workers);
        const budget = budgetOf(policyOf(cluster.machine), cluster.nodes.length);
        const round = (count?: number): Plan => {
          const next = cluster.plan();
          if (next.phase !== 'Completed')
            assert.ok(next.steps.length > 0 || next.blockedBy.length > 0, `waits in silence in phase ${next.phase}`);
          const flying = cluster.machine.status?.inFlight ?? [];
          const began = next.steps.flatMap((step) => (step.type === 'acquire' ? [step.entry.uid] : []));
          const away = cluster
            .snapshot()
            .nodes.filter(
              (node) => began.includes(node.uid) || flying.some(({ uid }) => uid === node.uid) || !isAvailable(node),
            );
          if (began.length > 0) assert.ok(away.length <= budget, `${away.length} away of ${budget}`);
          const leads = away.filter(({ uid, role }) => role === 'control-plane' && began.includes(uid));
          if (leads.length > 0) {
            const former = cluster.rollouts.find(({ metadata }) => metadata.name === next.rollout)?.spec.targets[0];
            const younger = cluster.nodes.filter(
              ({ role, running }) => role === 'worker' && running.digest !== former?.digest,
            );
            const isBack = next.rollout?.includes('-back') === true;
            assert.ok(!isBack || younger.length === 0, 'a control plane goes back before a worker');
          }
          for (const step of next.steps.slice(0, count)) cluster.apply(step);
          if (count !== undefined) cluster.killLeader();
          else if (next.steps.length === 0) cluster.tell(next);
          const rollbacks = cluster.rollouts.flatMap(({ spec: { rollbackOf } }) =>
            rollbackOf === undefined ? [] : `${rollbackOf.rollout} ${rollbackOf.retry}`,
          );
          assert.equal(new Set(rollbacks).size, rollbacks.length, 'a rollback twice');
          return next;
        };
        cluster.wish('osctl.dev/talos:2');
        for (const { waitMs, fault, index } of list) {
          for (let left = waitMs; left > 0; left -= 5_000) {
            round();
            cluster.advance(Math.min(left, 5_000));
          }
          const node = cluster.nodes[index % cluster.nodes.length];
          if (node === undefined) continue;
          if (fault === 'power') cluster.cutPower(node.name);
          if (fault === 'unreachable') node.unreachableUntil = cluster.now + 30_000;
          if (fault === 'forget') cluster.nodeStates.delete(node.name);
          if (fault === 'stick') node.stuckUntil = cluster.now + 60_000;
          if (fault === 'renew' && node.role === 'worker') cluster.renewNode(node.name);
          if (fault === 'wish') cluster.wish(`osctl.dev/talos:${1 + (index % 3)}`);
          if (fault === 'retry') {
            const at = cluster.rollouts.findLastIndex(({ spec }) => index % 2 === 0 || spec.rollbackOf === undefined);
            const asked = cluster.rollouts[at];
            const retry = { id: cluster.now.toString(16), by: 'ann' };
            if (asked !== undefined) cluster.rollouts[at] = { ...asked, spec: { ...asked.spec, retry } };
          }
          round(fault === 'kill' ? after : undefined);
        }
        let next = round();
        let idle = false;
        for (let rounds = 0; rounds < 1_500 && !idle; rounds++) {
          next = round();
          idle =
            next.steps.length === 0 &&
            (cluster.machine.status?.inFlight ?? []).length === 0 &&
            (next.phase === 'Completed' || next.phase === 'Halted');
          cluster.advance(5_000);
        }
        assert.ok(idle, `no end: ${next.phase} ${JSON.stringify([next.steps, next.blockedBy])}`);
        checkStored(cluster);
        for (const node of cluster.nodes) assert.equal(node.tainted, false, `${node.name} keeps our taint`);
        const wanted = cluster.rollouts.find(({ metadata }) => metadata.name === next.rollout)?.spec.targets[0]?.digest;
        if (next.phase === 'Completed') assert.ok(cluster.nodes.every(({ running }) => running.digest === wanted));
      },
    ),
    { numRuns: 60 },
  );
});
