import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DrainRule, Machine } from '@talos/crds/machine.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import type { SimulatedImage } from '../simulated/scenario.ts';
import type { PodRef, Step } from '../types.ts';
import { describePod, drainOf } from './drain.ts';

const pod = (name: string, labels: Readonly<Record<string, string>> = {}, more: Partial<PodRef> = {}): PodRef => ({
  namespace: 'default',
  name,
  uid: name,
  labels,
  terminating: false,
  ...more,
});
const names = (pods: readonly PodRef[]) => pods.map(({ name }) => name);

describe('drainOf', () => {
  it('evicts everything at once without rules', () => {
    const pods = [pod('a'), pod('b', {}, { terminating: true })];
    assert.deepEqual(names(drainOf(pods, []).evict), ['a']);
    assert.deepEqual(names(drainOf(pods, []).left), ['a', 'b']);
    assert.deepEqual(drainOf([], []), { evict: [], left: [] });
  });

  it('goes by the first rule that selects a pod', () => {
    const rules: DrainRule[] = [
      { podSelector: { matchLabels: { app: 'agent' } }, action: 'Skip' },
      { podSelector: { matchLabels: { app: 'batch' } }, namespaces: ['jobs'], action: 'WaitForCompletion' },
      { podSelector: { matchLabels: { app: 'batch' } }, action: 'Evict' },
    ];
    const pods = [
      pod('agent', { app: 'agent' }),
      pod('job', { app: 'batch' }, { namespace: 'jobs' }),
      pod('other', { app: 'batch' }),
    ];
    const { evict, left } = drainOf(pods, rules);
    assert.deepEqual([names(evict), names(left)], [['other'], ['job', 'other']]);
  });

  it('asks a higher order only when nothing of the lower ones is left, not even one on its way out', () => {
    const rules: DrainRule[] = [
      { podSelector: { matchLabels: { app: 'db' } }, action: 'Evict', order: 10 },
      { podSelector: { matchLabels: { app: 'job' } }, action: 'WaitForCompletion', order: -1 },
    ];
    const db = pod('db', { app: 'db' });
    const web = pod('web');
    const job = pod('job', { app: 'job' });
    assert.deepEqual(names(drainOf([db, web, job], rules).evict), []);
    assert.deepEqual(names(drainOf([db, web, job], rules).left), ['job', 'web', 'db']);
    assert.deepEqual(names(drainOf([db, web], rules).evict), ['web']);
    assert.deepEqual(names(drainOf([db, { ...web, terminating: true }], rules).evict), []);
    assert.deepEqual(names(drainOf([db], rules).evict), ['db']);
  });

  it('says which pod is in the way, whose it is, and why', () => {
    const blocked = pod(
      'db-0',
      {},
      { owner: 'StatefulSet db', reason: 'the disruption budget db needs 2 healthy pods' },
    );
    assert.equal(
      describePod(blocked),
      'pod default/db-0 of StatefulSet db is still there: the disruption budget db needs 2 healthy pods',
    );
  });
});

describe('a rollout with rules for its drains', () => {
  const image = (version: string): SimulatedImage => ({
    digest: `sha256:${version.repeat(64)}`,
    version,
    behaviour: 'good',
  });
  const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2') };
  const start = Date.parse('2026-01-01T12:00:00Z');

  function cluster(
    drain: NonNullable<NonNullable<Machine['spec']['rollout']>['drain']>,
    workers = 2,
  ): SimulatedCluster {
    const made = new SimulatedCluster({
      controlPlanes: 1,
      workers,
      images,
      first: 'osctl.dev/talos:1',
      start,
      rollout: { drain },
    });
    made.wish('osctl.dev/talos:2');
    return made;
  }
  /** Goes on until something holds; what was done meanwhile. */
  function run(of: SimulatedCluster, until: () => boolean, limitMs = 6 * 3_600_000): readonly Step[] {
    const done: Step[] = [];
    const end = of.now + limitMs;
    while (!until()) {
      assert.ok(of.now < end, 'never came about');
      for (const step of of.plan().steps) {
        of.apply(step);
        done.push(step);
      }
      of.advance(1_000);
    }
    return done;
  }
  const isNew = ({ running }: { readonly running: SimulatedImage }) => running.version === '2';
  const codes = (of: SimulatedCluster) => of.plan().blockedBy.map(({ code }) => code);

  it('leaves alone what is to be skipped, and reboots beneath it', () => {
    const of = cluster({ rules: [{ podSelector: { matchLabels: { app: 'app-0' } }, action: 'Skip' }] });
    const steps = run(of, () => of.nodes.every(isNew));
    const evicted = steps.flatMap((step) => (step.type === 'drain' ? names(step.pods) : []));
    assert.deepEqual([...new Set(evicted)], ['pod-1']);
  });

  it('waits for what is to complete, says so, and gives the node back when it takes too long', () => {
    const of = cluster({
      timeout: '5m',
      rules: [{ podSelector: { matchLabels: { app: 'app-0' } }, action: 'WaitForCompletion' }],
    });
    run(of, () => codes(of).includes('DRAINING'));
    const steps = run(of, () => codes(of).includes('RETRY_BACKOFF'));
    assert.ok(steps.every((step) => step.type !== 'drain' || !names(step.pods).includes('pod-0')));
    assert.ok(steps.some(({ type }) => type === 'untaint'));
  });

  it('goes on with the other workers where a node is to be skipped, and comes back to it', () => {
    const of = cluster({ timeout: '1m', onTimeout: 'SkipNode' }, 3);
    const [, stuck] = of.nodes;
    assert.ok(stuck);
    stuck.stuckUntil = start + 2 * 3_600_000;
    run(of, () => of.nodes.filter(isNew).length === 3, 90 * 60_000);
    assert.equal(stuck.running.version, '1');
    assert.ok(of.plan().blockedBy.some(({ code, node }) => code === 'NODE_HELD' && node === stuck.name));
    run(of, () => of.nodes.every(isNew));
  });

  it('holds the rollout by default', () => {
    const of = cluster({ timeout: '1m' }, 3);
    const [, stuck] = of.nodes;
    assert.ok(stuck);
    stuck.stuckUntil = start + 20 * 3_600_000;
    run(of, () => of.plan().phase === 'Halted');
    assert.equal(of.nodes.filter(isNew).length, 1);
  });

  it('never leaves a control plane out: its workers would be newer than it', () => {
    const of = cluster({ timeout: '1m', onTimeout: 'SkipNode' });
    const [controlPlane] = of.nodes;
    assert.ok(controlPlane);
    controlPlane.stuckUntil = start + 20 * 3_600_000;
    run(of, () => of.plan().phase === 'Halted');
    assert.equal(of.nodes.filter(isNew).length, 0);
  });

  it('deletes what is in the way on a node that a person has named, at once', () => {
    const of = cluster({ timeout: '1m' });
    const [, stuck] = of.nodes;
    assert.ok(stuck);
    stuck.stuckUntil = Number.POSITIVE_INFINITY;
    run(of, () => of.plan().phase === 'Halted');
    const [rollout] = of.rollouts;
    assert.ok(rollout);
    of.rollouts[0] = { ...rollout, spec: { ...rollout.spec, forceNodes: [stuck.name] } };
    const steps = run(of, () => of.nodes.every(isNew), 20 * 60_000);
    for (const step of steps) if (step.type === 'drain') assert.equal(step.force, step.node === stuck.name);
  });

  it('reboots no node before load balancers had their time since the taint, one without pods neither', () => {
    const of = cluster({ loadBalancerGrace: '40s' });
    for (const node of of.nodes) node.pods = 0;
    const told = new Map<string, number>();
    const waited = new Set<string>();
    for (let turn = 0; turn < 2_000 && !of.nodes.every(isNew); turn++) {
      const { steps, blockedBy } = of.plan();
      for (const { code, node } of blockedBy)
        if (code === 'LOAD_BALANCERS_TOLD' && node !== undefined) waited.add(node);
      for (const step of steps) {
        if (step.type === 'taint') {
          // Who led is gone before the taint was there, and comes back after longer than the grace.
          if (!told.has(step.node)) {
            told.set(step.node, 0);
            of.killLeader();
            of.advance(60_000);
            break;
          }
          told.set(step.node, of.now);
        }
        if (step.type === 'upgrade')
          assert.ok(
            of.now - (told.get(step.node) ?? 0) >= 40_000,
            `${step.node} after ${of.now - (told.get(step.node) ?? 0)} ms`,
          );
        of.apply(step);
      }
      of.advance(1_000);
    }
    assert.ok(of.nodes.every(isNew));
    assert.deepEqual([...waited].sort(), of.nodes.map(({ name }) => name).sort());
  });

  it('gives no empty node up for the time that load balancers have, however short its drain may be', () => {
    const of = cluster({ timeout: '1s', loadBalancerGrace: '40s' });
    for (const node of of.nodes) node.pods = 0;
    const steps = run(of, () => of.nodes.every(isNew));
    assert.ok(!steps.some((step) => step.type === 'record' && step.way.reason === 'DrainTimeout'));
  });

  it('waits until volumes are detached, but not for ever', () => {
    const of = cluster({ detachTimeout: '1m' });
    for (const node of of.nodes) node.attachedUntil = Number.POSITIVE_INFINITY;
    run(of, () => codes(of).includes('VOLUMES_ATTACHED'));
    const waits = of.now;
    run(of, () => of.nodes.some(({ job }) => job !== undefined));
    assert.ok(of.now - waits >= 60_000 && of.now - waits < 90_000, `${of.now - waits} ms`);
    for (const node of of.nodes) node.attachedUntil = 0;
    run(of, () => of.nodes.every(isNew));
  });
});
