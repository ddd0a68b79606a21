import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import type { Scenario, SimulatedImage } from '../simulated/scenario.ts';
import type { Plan } from '../types.ts';

const image = (version: string): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour: 'good',
});
const one = image('1');
const two = image('2');
const images = { 'osctl.dev/talos:1': one, 'osctl.dev/talos:2': two };
const start = Date.parse('2026-01-01T12:00:00Z');
const minute = 60_000;

/** Version 2 is wished. */
function cluster(workers: number, rollout: Scenario['rollout'], more: Partial<Scenario> = {}): SimulatedCluster {
  const given = rollout === undefined ? {} : { rollout };
  const made = new SimulatedCluster({
    controlPlanes: 1,
    workers,
    images,
    first: 'osctl.dev/talos:1',
    start,
    ...given,
    ...more,
  });
  settle(made);
  made.wish('osctl.dev/talos:2');
  return made;
}

function settle(made: SimulatedCluster): void {
  assert.equal(run(made, 10 * minute).plan.phase, 'Completed');
}

/** For so long, or until all is done; who was begun, in order. */
function run(made: SimulatedCluster, ms: number): { readonly plan: Plan; readonly begun: readonly string[] } {
  const begun: string[] = [];
  for (const end = made.now + ms; ; made.advance(1_000)) {
    const plan = made.plan();
    for (const step of plan.steps) {
      if (step.type === 'acquire') begun.push(step.entry.node);
      made.apply(step);
    }
    if (plan.steps.length === 0) made.tell(plan);
    if (made.now >= end || (plan.steps.length === 0 && plan.phase === 'Completed')) {
      for (const rollout of made.rollouts) assert.deepEqual(validateObject(rollout), []);
      return { plan, begun };
    }
  }
}
const codes = ({ blockedBy }: Plan) => blockedBy.map(({ code }) => code);

describe('a stage, while nodes come and go', () => {
  it('keeps waiting for its approval when a node joins that runs the target', () => {
    const made = cluster(4, { stages: [{ nodes: 1, soak: '24h', approval: 'Manual' }] });
    assert.deepEqual(codes(run(made, 5 * minute).plan), ['STAGE_AWAITING_APPROVAL']);
    made.join('worker-9', 'worker', two);
    const { plan, begun } = run(made, 5 * minute);
    assert.deepEqual([begun, codes(plan)], [[], ['STAGE_AWAITING_APPROVAL']]);
  });

  it('keeps soaking when a node joins that runs the target', () => {
    const made = cluster(8, { stages: [{ nodes: '25%', soak: '24h' }] });
    assert.deepEqual(run(made, 20 * minute).begun, ['cp-1', 'worker-1']);
    made.join('worker-9', 'worker', two);
    const { plan, begun } = run(made, 20 * minute);
    assert.deepEqual([begun, codes(plan)], [[], ['SOAKING']]);
  });

  it('keeps soaking when so many leave that more are done than it has nodes', () => {
    const made = cluster(8, { stages: [{ nodes: '25%', soak: '24h' }] });
    assert.deepEqual(run(made, 20 * minute).begun, ['cp-1', 'worker-1']);
    for (const name of [4, 5, 6, 7, 8]) made.removeNode(`worker-${name}`);
    const { plan, begun } = run(made, 20 * minute);
    assert.deepEqual([begun, codes(plan)], [[], ['SOAKING']]);
  });

  it('is over for good once it was left, however many join', () => {
    const made = cluster(5, { maxUnavailable: 6, stages: [{ nodes: '50%', soak: '1h' }] });
    assert.deepEqual(run(made, 59 * minute).begun, ['cp-1', 'worker-1', 'worker-2']);
    run(made, 4 * minute);
    for (let index = 10; index < 22; index++) made.join(`worker-${index}`, 'worker', one);
    assert.equal(run(made, 20 * minute).plan.phase, 'Completed');
  });

  it('begins no more than it has nodes while one of them has its slot and nothing else yet', () => {
    const made = cluster(4, { maxUnavailable: 4, stages: [{ nodes: 2, soak: '1h' }] });
    assert.deepEqual(run(made, 20 * minute).begun, ['cp-1', 'worker-1']);
  });
});

describe('a stage of a pool, of whose nodes some get no turn', () => {
  const LABEL = 'node.kubernetes.io/purpose';
  const stages = [{ pool: 'canary', nodes: '100%', soak: '1m' }];
  /** The pool has worker-1 and worker-2. */
  function canary(rollout: NonNullable<Scenario['rollout']>, more: Partial<Scenario> = {}): SimulatedCluster {
    const made = cluster(4, { stages, ...rollout }, more);
    made.pool('canary', { nodeSelector: { matchLabels: { [LABEL]: 'canary' } } });
    for (const { name, labels } of made.nodes) if (/^worker-[12]$/.test(name)) labels[LABEL] = 'canary';
    return made;
  }
  function skip(made: SimulatedCluster, skipNodes: string[]): void {
    run(made, 1_000);
    const rollout = made.rollouts.at(-1);
    assert.ok(rollout);
    made.rollouts[made.rollouts.length - 1] = { ...rollout, spec: { ...rollout.spec, skipNodes } };
  }

  it('is done without one that is skipped', () => {
    const made = canary({});
    skip(made, ['worker-1']);
    const { plan, begun } = run(made, 20 * minute);
    assert.deepEqual([begun, plan.phase], [['cp-1', 'worker-2', 'worker-3', 'worker-4'], 'Completed']);
  });

  it('is done without one that failed, where that many may', () => {
    const crashesOn: Scenario['crashesOn'] = (node, { version }) => version === '2' && node === 'worker-1';
    const made = canary({ failurePolicy: { maxFailures: 2 } }, { crashesOn });
    assert.deepEqual(run(made, 30 * minute).begun, ['cp-1', 'worker-1', 'worker-2', 'worker-3', 'worker-4']);
  });

  it('is done without one that is held, where the others go on', () => {
    const drain = { timeout: '1m', onTimeout: 'SkipNode' as const };
    const made = canary({ drain, failurePolicy: { maxFailures: 2 } });
    const [, held] = made.nodes;
    assert.ok(held);
    held.stuckUntil = Number.POSITIVE_INFINITY;
    const { begun } = run(made, 20 * minute);
    assert.deepEqual(
      ['worker-2', 'worker-3', 'worker-4'].filter((name) => !begun.includes(name)),
      [],
    );
  });

  it('says so when none of them gets one', () => {
    const made = canary({});
    skip(made, ['worker-1', 'worker-2']);
    const { plan, begun } = run(made, 20 * minute);
    assert.deepEqual(begun, []);
    const [empty] = plan.blockedBy;
    assert.deepEqual([empty?.code, empty?.pool], ['STAGE_EMPTY', 'canary']);
    assert.match(empty?.message ?? '', /none of whose 2 nodes gets a turn/);
  });
});
