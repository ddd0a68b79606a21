import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NodePool } from '@talos/crds/nodepool.ts';
import { validateObject } from '@talos/crds/validate.ts';
import fc from 'fast-check';
import { lintStatus } from '../../control/conditions.lint.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { rehearse } from '../simulated/rehearse.testing.ts';
import type { SimulatedImage } from '../simulated/scenario.ts';
import { nodePoolStatuses } from '../status/nodepool.ts';
import { rolloutStatuses } from '../status/rollout.ts';
import { isAvailable } from '../turns/order.ts';
import type { Plan, Step } from '../types.ts';
import { budgetOf, policyOf } from './policy.ts';
import { overlapping, poolBudget, poolsOf, targetOfNode } from './pool.ts';

const image = (version: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${version.repeat(64)}`,
  version,
  behaviour,
});
const images = { 'osctl.dev/talos:1': image('1'), 'osctl.dev/talos:2': image('2'), 'osctl.dev/talos:3': image('3') };
const start = Date.parse('2026-01-01T12:00:00Z');
const minute = 60_000;
const LABEL = 'node.kubernetes.io/purpose';
const of = (purpose: string): NodePool['spec']['nodeSelector'] => ({ matchLabels: { [LABEL]: purpose } });

/** `purposes` of worker-1, worker-2 and so on; '' is none. On `broken` version 2 crashes. */
function cluster(
  purposes: readonly string[],
  rollout: NonNullable<SimulatedCluster['machine']['spec']['rollout']> = {},
  broken?: string,
) {
  const made = new SimulatedCluster({
    controlPlanes: 1,
    workers: purposes.length,
    images,
    first: 'osctl.dev/talos:1',
    start,
    rollout,
    crashesOn: (node, { version }) => version === '2' && node === broken,
  });
  for (const [index, purpose] of purposes.entries()) {
    const node = made.nodes[index + 1];
    if (node !== undefined && purpose !== '') node.labels[LABEL] = purpose;
  }
  return made;
}

/** Until nothing is begun any more, or for so long; who was begun, in order. */
function run(made: SimulatedCluster, ms = 60 * minute): { readonly plan: Plan; readonly begun: readonly string[] } {
  const begun: string[] = [];
  let plan = made.plan();
  for (const end = made.now + ms; made.now < end; made.advance(1_000)) {
    plan = made.plan();
    for (const step of plan.steps) {
      if (step.type === 'acquire') begun.push(step.entry.node);
      made.apply(step);
    }
    check(made, plan);
    if (plan.steps.length === 0 && plan.phase === 'Completed') break;
  }
  return { plan, begun };
}

/** What the operator would write of pools: in order, and such that the apiserver takes it. */
function check(made: SimulatedCluster, plan: Plan): void {
  const statuses = nodePoolStatuses(made.snapshot(), plan, made.now);
  for (const [index, pool] of made.nodePools.entries()) {
    const status = statuses.get(pool.metadata.name);
    assert.ok(status !== undefined);
    const told = { ...pool, status };
    assert.deepEqual(lintStatus(told), []);
    assert.deepEqual(validateObject(told), []);
    made.nodePools[index] = told;
  }
}
const reasonOf = (made: SimulatedCluster, name: string) => {
  const pool = made.nodePools.find(({ metadata }) => metadata.name === name);
  const ready = pool?.status?.conditions?.find(({ type }) => type === 'Ready');
  return [ready?.status, ready?.reason, ready?.message] as const;
};

describe('which pool a node is in', () => {
  const nodes = cluster(['db', 'db', 'web']).snapshot().nodes;
  const pool = (name: string, spec: NodePool['spec']): NodePool => ({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodePool',
    metadata: { name },
    spec,
  });
  const policy = policyOf(cluster([], { maxUnavailable: 2, drain: { timeout: '5m' } }).machine);

  it('is said by its labels; what a pool does not say is the Machine’s', () => {
    const rollout = {
      drain: { detachTimeout: '2m', rules: [{ action: 'Skip' as const }] },
      verify: { steadyFor: '1m' },
    };
    const { ofNode } = poolsOf([pool('databases', { nodeSelector: of('db'), rollout })], nodes, policy);
    assert.deepEqual(
      [...ofNode.values()].map(({ name }) => name),
      ['databases', 'databases'],
    );
    const [own] = [...ofNode.values()];
    const { drainTimeoutMs, detachTimeoutMs, drainRules, steadyForMs } = own?.policy ?? policy;
    assert.deepEqual([drainTimeoutMs, detachTimeoutMs, steadyForMs], [5 * minute, 2 * minute, minute]);
    assert.deepEqual(drainRules, [{ action: 'Skip' }]);
  });

  it('is none where two select it, in whatever order they come; both are told', () => {
    const both = [
      pool('b', { nodeSelector: of('db') }),
      pool('a', { nodeSelector: { matchExpressions: [{ key: LABEL, operator: 'Exists' }] } }),
    ];
    const found = [both, both.toReversed()].map((pools) => poolsOf(pools, nodes, policy));
    for (const pools of found) {
      assert.deepEqual(
        [...pools.ofNode.values()].map(({ name }) => name),
        ['a'],
        'of the web node',
      );
      assert.deepEqual([...overlapping(pools).keys()], ['a', 'b']);
      assert.match(overlapping(pools).get('b') ?? '', /^worker-1 is in the NodePools a and b: it gets no turn/);
    }
  });

  it('narrows the budget and never widens it', () => {
    const budget = (maxUnavailable: number | string) => {
      const [own] = poolsOf([pool('p', { nodeSelector: of('db'), rollout: { maxUnavailable } })], nodes, policy).all;
      return own === undefined ? 0 : poolBudget(own, nodes.length);
    };
    assert.deepEqual([1, 5, '50%', '1%', '100%'].map(budget), [1, 2, 1, 1, 2]);
  });
});

describe('a pool in a rollout', () => {
  const wished = (made: SimulatedCluster) => made.wish('osctl.dev/talos:2');

  it('has its own windows, pause and gates: its nodes wait and say why, the others go', () => {
    const paused = cluster(['db', '']);
    paused.pool('databases', { nodeSelector: of('db'), rollout: { paused: true } });
    const closed = cluster(['db', '']);
    const windows = [{ schedule: '0 13 * * *', duration: '1h' }];
    closed.pool('databases', { nodeSelector: of('db'), rollout: { windows } });
    const gated = cluster(['db', '']);
    const gates = [{ name: 'ceph', preset: { name: 'CephHealthy' as const } }];
    gated.pool('databases', { nodeSelector: of('db'), rollout: { gates } });
    gated.gates.set('databases/ceph', 'Closed');
    for (const [made, code, words] of [
      [paused, 'PAUSED', /^the nodes of NodePool databases wait: its spec\.rollout\.paused says so$/],
      [closed, 'WINDOW_CLOSED', /^1 node of NodePool databases waits: .* opens at 2026-01-01T13:00/],
      [gated, 'GATE_CLOSED', /^gate databases\/ceph is closed/],
    ] as const) {
      wished(made);
      const { plan, begun } = run(made, 5 * minute);
      assert.deepEqual(begun, ['cp-1', 'worker-2'], code);
      const block = plan.blockedBy.find((one) => one.code === code);
      assert.equal(block?.pool, 'databases');
      assert.match(block?.message ?? '', words);
      const [ready, reason, message] = reasonOf(made, 'databases');
      assert.deepEqual([ready, reason], ['False', 'RollingOut']);
      assert.ok(message?.includes(block?.message ?? '-'), message);
    }
    assert.deepEqual(
      gated.nodePools[0]?.status?.gates?.map(({ name, state }) => [name, state]),
      [['ceph', 'Closed']],
    );
    gated.gates.set('databases/ceph', 'Open');
    paused.pool('databases', { nodeSelector: of('db'), rollout: { paused: false } });
    closed.advance(60 * minute);
    assert.deepEqual([run(gated).begun, run(paused).begun, run(closed).begun], Array(3).fill(['worker-1']));
    assert.deepEqual(reasonOf(closed, 'databases').slice(0, 2), ['True', 'UpToDate']);
  });

  it('keeps workers waiting where a control plane of it waits: none goes before a control plane', () => {
    const made = cluster(['']);
    const [lead] = made.nodes;
    if (lead !== undefined) lead.labels[LABEL] = 'lead';
    made.pool('lead', { nodeSelector: of('lead'), rollout: { paused: true } });
    wished(made);
    assert.deepEqual(run(made, 5 * minute).begun, []);
  });

  it('says of a window that never opens which field it is', () => {
    const made = cluster(['db']);
    made.pool('databases', {
      nodeSelector: of('db'),
      rollout: { windows: [{ schedule: '0 0 30 2 *', duration: '1h' }] },
    });
    wished(made);
    run(made, minute);
    assert.deepEqual(reasonOf(made, 'databases').slice(1), [
      'WindowInvalid',
      "spec.rollout.windows[0].schedule: '0 0 30 2 *' never comes",
    ]);
  });

  it('gives a node that two select no turn, and goes on once it is in one', () => {
    const made = cluster(['db', '']);
    made.pool('a', { nodeSelector: of('db') });
    made.pool('b', { nodeSelector: of('db'), config: { kubelet: { extraConfig: { maxPods: 50 } } } });
    wished(made);
    const { plan, begun } = run(made, 5 * minute);
    assert.deepEqual(begun, ['cp-1', 'worker-2']);
    assert.deepEqual(
      plan.blockedBy.filter(({ code }) => code === 'POOL_CONFLICT').map(({ pool, node }) => pool ?? node),
      ['a', 'b', 'worker-1'],
    );
    for (const name of ['a', 'b']) assert.deepEqual(reasonOf(made, name).slice(0, 2), ['False', 'Conflict']);
    made.pool('a', undefined);
    assert.deepEqual(run(made).begun, ['worker-1']);
    assert.equal(made.nodes[1]?.documents.kubelet.extraConfig?.maxPods, 50);
  });

  it('keeps its budget over a node that another selects, too, when that is healed', () => {
    const made = cluster(['db', 'db', 'db', 'db'], { maxUnavailable: 5 });
    const remediation = { actions: ['Reboot' as const], after: '1m', maxUnhealthy: '100%' };
    made.machine = { ...made.machine, spec: { ...made.machine.spec, remediation } };
    for (const name of ['a', 'b']) made.pool(name, { nodeSelector: of('db'), rollout: { maxUnavailable: 1 } });
    for (const node of made.nodes.slice(1)) node.ailment = 'kernel';
    let most = 0;
    for (const end = made.now + 10 * minute; made.now < end; made.advance(1_000)) {
      for (const step of made.plan().steps) made.apply(step);
      const healed = [...made.nodeStates.values()].filter(({ status }) => status?.healing?.action?.name === 'Reboot');
      most = Math.max(most, healed.length);
    }
    assert.equal(most, 1);
  });

  it('gives a node that two select no turn on the way back either', () => {
    const made = cluster(['db', ''], { failurePolicy: { onHalt: 'RollBack' } }, 'worker-2');
    assert.equal(rehearse(made).phase, 'Completed');
    wished(made);
    for (const end = made.now + 20 * minute; made.now < end && made.rollouts.length < 3; made.advance(1_000)) {
      for (const step of made.plan().steps) made.apply(step);
    }
    assert.equal(made.rollouts.length, 3);
    for (const name of ['a', 'b']) made.pool(name, { nodeSelector: of('db') });
    const { plan, begun } = run(made, 5 * minute);
    assert.deepEqual(begun, []);
    assert.ok(plan.blockedBy.some(({ code, node }) => code === 'POOL_CONFLICT' && node === 'worker-1'));
    made.pool('a', undefined);
    assert.deepEqual(run(made).begun, ['worker-1', 'cp-1']);
  });

  it('says how long the proof of a turn may take', () => {
    const made = cluster(['db']);
    made.pool('databases', { nodeSelector: of('db'), rollout: { verify: { timeout: '47m' } } });
    wished(made);
    const timeouts = new Set<number>();
    for (const end = made.now + 10 * minute; made.now < end; made.advance(1_000)) {
      const { step } = made.nodeStates.get('worker-1')?.status ?? {};
      if (step?.name === 'verify') timeouts.add(Date.parse(step.deadline) - Date.parse(step.startTime));
      for (const step of made.plan().steps) made.apply(step);
    }
    assert.deepEqual([...timeouts], [47 * minute]);
  });

  it('is the canary of a stage: its nodes go and soak, then all others', () => {
    const stages = [{ pool: 'canary', nodes: '100%', soak: '10m' }];
    const made = cluster(['', 'canary', '', 'canary'], { maxUnavailable: 4, stages });
    wished(made);
    assert.equal(
      run(made, 5 * minute).plan.blockedBy.some(({ code, pool }) => code === 'STAGE_EMPTY' && pool === 'canary'),
      true,
    );
    made.pool('canary', { nodeSelector: of('canary') });
    const { begun, plan } = run(made, 10 * minute);
    assert.deepEqual(begun, ['cp-1', 'worker-2', 'worker-4']);
    assert.ok(plan.blockedBy.some(({ code }) => code === 'SOAKING'));
    assert.deepEqual(run(made).begun, ['worker-1', 'worker-3']);
  });

  it('lays its configuration over that of the Machine, and below NodeConfigs', () => {
    const made = cluster(['db', '']);
    const maxPods = (count: number) => ({ kubelet: { extraConfig: { maxPods: count } } });
    made.wishConfig({ ...maxPods(10), system: { sysctls: { 'vm.swappiness': '1' } } });
    made.pool('databases', { nodeSelector: of('db'), config: maxPods(20) });
    const pods = () => made.nodes.slice(1).map(({ documents }) => documents.kubelet.extraConfig?.maxPods);
    run(made);
    assert.deepEqual(pods(), [20, 10]);
    made.layer('all', { config: maxPods(30) });
    run(made);
    assert.deepEqual(pods(), [30, 30]);
    made.layer('all', undefined);
    made.pool('databases', {
      nodeSelector: of('db'),
      config: { kubelet: { extraConfig: { maxPods: 20, imageGCLowThresholdPercent: 90 } } },
    });
    run(made);
    const [, reason, message] = reasonOf(made, 'databases');
    assert.equal(reason, 'Invalid');
    assert.match(message ?? '', /imageGC.*what it said before stays in force/);
    assert.deepEqual(pods(), [20, 10]);
  });

  it('stays on the image that it is pinned to; control planes never do', () => {
    const made = cluster(['db', '']);
    const os = { image: `osctl.dev/talos:1@${images['osctl.dev/talos:1'].digest}` };
    made.pool('databases', { nodeSelector: of('db'), os });
    wished(made);
    const versions = () => made.nodes.map(({ running }) => running.version);
    assert.equal(run(made).plan.phase, 'Completed');
    assert.deepEqual(versions(), ['2', '1', '2']);
    assert.deepEqual(
      made.rollouts.at(-1)?.spec.targets.map(({ pool }) => pool),
      ['default', 'databases'],
    );
    assert.equal(
      rolloutStatuses(made.snapshot(), made.plan(), made.now).get(made.plan().rollout ?? '')?.progress,
      '3/3',
    );
    assert.deepEqual(reasonOf(made, 'databases').slice(0, 2), ['True', 'UpToDate']);
    made.pool('databases', {
      nodeSelector: of('db'),
      os: { image: 'osctl.dev/talos:3', digest: images['osctl.dev/talos:3'].digest },
    });
    run(made);
    assert.deepEqual(versions(), ['2', '3', '2']);
    made.pool('databases', undefined);
    run(made);
    assert.deepEqual(versions(), ['2', '2', '2']);
    made.pool('everything', {
      nodeSelector: { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'Exists' }] },
      os,
    });
    run(made);
    assert.deepEqual(versions(), ['2', '1', '1']);
    assert.deepEqual(reasonOf(made, 'everything').slice(0, 2), ['False', 'ControlPlane']);
    const spec = made.rollouts.at(-1)?.spec;
    assert.ok(spec);
    assert.equal(
      targetOfNode(spec, { role: 'control-plane', labels: { 'kubernetes.io/hostname': 'cp-1' } })?.pool,
      'default',
    );
  });

  it('is condemned alone when the image that it is pinned to fails', () => {
    const bad = image('4', 'crash');
    const made = new SimulatedCluster({
      controlPlanes: 1,
      workers: 2,
      images: { ...images, bad },
      first: 'osctl.dev/talos:1',
      start,
    });
    made.nodes[1]!.labels[LABEL] = 'db';
    made.pool('databases', { nodeSelector: of('db'), os: { image: 'osctl.dev/talos:bad', digest: bad.digest } });
    const { phase, plan } = rehearse(made);
    assert.equal(phase, 'Halted');
    assert.match(plan.halted?.message ?? '', /worker-1 turned back from osctl\.dev\/talos:bad/);
    assert.deepEqual(
      made.machine.status?.quarantine?.map(({ image, digest }) => [image, digest]),
      [['osctl.dev/talos:bad', bad.digest]],
    );
  });
});

describe('budgets under faults', () => {
  it('are never exceeded, neither the Machine’s nor a pool’s, by rollouts and healing together', () => {
    const fault = fc.record({
      waitMs: fc.constantFrom(1, 10_000, 90_000),
      what: fc.constantFrom('kill', 'power', 'sick', 'sick', 'sick', 'wish', 'widen', 'move'),
      index: fc.nat({ max: 6 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 3),
        fc.constantFrom(1, '50%'),
        fc.array(fault, { maxLength: 12 }),
        (maxUnavailable, poolMax, faults) => {
          const made = cluster(['db', 'db', 'db', 'web', 'web', ''], { maxUnavailable });
          const remediation = { actions: ['Reboot' as const], after: '30s', maxUnhealthy: '100%' };
          made.machine = { ...made.machine, spec: { ...made.machine.spec, remediation } };
          made.pool('databases', { nodeSelector: of('db'), rollout: { maxUnavailable: poolMax } });
          made.pool('web', { nodeSelector: of('web'), rollout: { maxUnavailable: 1 } });
          const round = (cut = Number.POSITIVE_INFINITY) => {
            const plan = made.plan();
            for (const step of plan.steps.slice(0, cut)) {
              const before = spent(made);
              made.apply(step);
              if (spent(made).length > before.length) within(made, step);
            }
            if (Number.isFinite(cut)) made.killLeader();
            return plan;
          };
          wishOf(made, 0);
          for (const { waitMs, what, index } of faults) {
            for (let left = waitMs; left > 0; left -= 3_000, made.advance(3_000)) round();
            const node = made.nodes[index % made.nodes.length];
            if (node === undefined) continue;
            if (what === 'power') made.cutPower(node.name);
            if (what === 'sick') node.ailment = 'kernel';
            if (what === 'wish') wishOf(made, index);
            if (what === 'widen') made.pool('web', { nodeSelector: of('web'), rollout: { maxUnavailable: 5 } });
            if (what === 'move') node.labels[LABEL] = index % 2 === 0 ? 'db' : 'web';
            round(what === 'kill' ? index : undefined);
          }
          let plan = round();
          for (let turn = 0; turn < 2_000 && (plan.phase !== 'Completed' || plan.steps.length > 0); turn++) {
            plan = round();
            made.advance(5_000);
          }
          assert.equal(plan.phase, 'Completed', JSON.stringify(plan.blockedBy));
        },
      ),
      { numRuns: 25 },
    );
  });
});

const wishOf = (made: SimulatedCluster, index: number) => made.wish(`osctl.dev/talos:${2 + (index % 2)}`);

/** The nodes that are disturbed by our doing, as it is stored. */
function spent(made: SimulatedCluster) {
  const { nodes, nodeStates, machine } = made.snapshot();
  const flying = new Set(machine?.status?.inFlight?.map(({ uid }) => uid));
  const healed = new Set(
    nodeStates.flatMap(({ metadata, status }) => (status?.healing?.action?.name === 'Reboot' ? metadata.name : [])),
  );
  return nodes.filter(({ name, uid }) => flying.has(uid) || healed.has(name));
}

/** Whoever was begun just now had room in every budget there is, a rollout's turn also beside those that are away anyway. */
function within(made: SimulatedCluster, step: Step): void {
  const { nodes, nodePools, machine } = made.snapshot();
  assert.ok(machine !== undefined && (step.type === 'acquire' || step.type === 'record-healing'), step.type);
  const policy = policyOf(machine);
  const ours = spent(made);
  const away = step.type === 'acquire' ? nodes.filter((node) => ours.includes(node) || !isAvailable(node)) : ours;
  const count = (of: typeof nodes): number => of.filter(({ uid }) => away.some((node) => node.uid === uid)).length;
  assert.ok(count(nodes) <= budgetOf(policy, nodes.length), `${step.type}: ${away.map(({ name }) => name)} at once`);
  const uid = step.type === 'acquire' ? step.entry.uid : step.uid;
  const pools = poolsOf(nodePools, nodes, policy);
  const pool = pools.ofNode.get(uid);
  if (pool === undefined) return;
  assert.ok(
    count(pool.nodes) <= poolBudget(pool, nodes.length),
    `${step.type}: ${away.map(({ name }) => name)} of ${pool.name}`,
  );
}
