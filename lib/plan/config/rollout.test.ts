import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import { validateObject } from '@talos/crds/validate.ts';
import fc from 'fast-check';
import { plan } from '../plan.ts';
import { SimulatedCluster } from '../simulated/cluster.ts';
import { rehearse } from '../simulated/rehearse.testing.ts';
import type { Scenario, SimulatedImage } from '../simulated/scenario.ts';
import { machineStatus } from '../status/machine.ts';
import { nodeStatus } from '../status/node.ts';
import { nodeConfigStatuses } from '../status/nodeconfig.ts';
import { rolloutStatuses } from '../status/rollout.ts';
import type { Plan, Step } from '../types.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const image = (digit: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${digit.repeat(64)}`,
  version: `${digit}.0.0`,
  behaviour,
});
const images = {
  'osctl.dev/talos:1': image('1'),
  'osctl.dev/talos:2': image('2'),
  'osctl.dev/talos:crash': image('4', 'crash'),
};
/** Nodes can't work with this one. */
const POISON = { 'vm.poison': '1' };
const breaks = ({ system }: PublicDocuments): boolean => system.sysctls?.['vm.poison'] === '1';

function cluster(controlPlanes = 1, workers = 2, rollout: Scenario['rollout'] = {}): SimulatedCluster {
  const made = new SimulatedCluster({
    controlPlanes,
    workers,
    images,
    first: 'osctl.dev/talos:1',
    start,
    rollout,
    breaks,
  });
  assert.equal(rehearse(made).phase, 'Completed');
  return made;
}

const sysctls = (values: Record<string, string>): LayerConfig => ({ system: { sysctls: values } });
const maxPods = (count: number): LayerConfig => ({ kubelet: { extraConfig: { maxPods: count } } });
const endpoint = (name: string): LayerConfig => ({ cluster: { endpoint: `https://${name}:6443` } });

function run(simulated: SimulatedCluster) {
  const result = rehearse(simulated);
  checkStored(simulated);
  const types = result.log.map(({ step }) => step.type);
  const count = (type: Step['type']) => types.filter((one) => one === type).length;
  return { ...result, types, count };
}

function checkStored(simulated: SimulatedCluster): void {
  for (const object of [simulated.machine, ...simulated.rollouts, ...simulated.nodeStates.values()]) {
    assert.deepEqual(validateObject(object), []);
  }
}

describe('a change of configuration', () => {
  test('that disturbs nothing reaches every node without a drain or a reboot, and is kept', () => {
    const simulated = cluster();
    const boots = simulated.nodes.map((node) => node.boots);
    simulated.wishConfig(sysctls({ 'vm.swappiness': '10' }));
    const { phase, count } = run(simulated);
    assert.equal(phase, 'Completed');
    assert.deepEqual([count('taint'), count('drain'), count('upgrade'), count('configure')], [0, 0, 0, 3]);
    // what it took says nothing of a turn with a reboot
    for (const { status } of simulated.nodeStates.values()) assert.equal(status?.tookSeconds, undefined);
    assert.deepEqual(
      simulated.nodes.map((node) => [node.boots, node.documents.system.sysctls, node.tried]),
      boots.map((boot) => [boot, { 'vm.swappiness': '10' }, undefined]),
    );
    assert.equal(simulated.rollouts.length, 2);
    assert.equal(simulated.rollouts[1]?.spec.targets[0]?.digest, images['osctl.dev/talos:1'].digest);
    const { log } = rehearse(simulated);
    assert.deepEqual(log, [], 'a second run is a no-op');
  });

  test('that restarts a service goes one at a time, without a drain', () => {
    const simulated = cluster();
    simulated.wishConfig(maxPods(50));
    let most = 0;
    for (let turn = 0; turn < 2_000; turn++) {
      const next = simulated.plan();
      for (const step of next.steps) simulated.apply(step);
      most = Math.max(most, simulated.machine.status?.inFlight?.length ?? 0);
      if (next.phase === 'Completed' && next.steps.length === 0) break;
      simulated.advance(1_000);
    }
    assert.equal(most, 1);
    for (const { documents } of simulated.nodes) assert.equal(documents.kubelet.extraConfig?.maxPods, 50);
  });

  test('that needs a reboot drains the node first, and is proven by another boot', () => {
    const simulated = cluster();
    const boots = simulated.nodes.map((node) => node.boots);
    simulated.wishConfig(endpoint('api.example'));
    const { phase, count } = run(simulated);
    assert.equal(phase, 'Completed');
    assert.deepEqual([count('upgrade'), count('configure'), count('keep-config') >= 3], [0, 3, true]);
    assert.equal(count('announce'), 1, 'the only control plane');
    assert.ok(count('taint') === 3 && count('drain') >= 2);
    assert.deepEqual(
      simulated.nodes.map((node) => [node.boots, node.tainted, node.documents.cluster.endpoint]),
      boots.map((boot) => [boot + 1, false, 'https://api.example:6443']),
    );
  });

  test('goes along with an upgrade in one reboot', () => {
    const simulated = cluster();
    const boots = simulated.nodes.map((node) => node.boots);
    simulated.wish('osctl.dev/talos:2');
    simulated.wishConfig({ ...endpoint('api.example'), ...sysctls({ 'vm.swappiness': '10' }) });
    const { phase, count } = run(simulated);
    assert.equal(phase, 'Completed');
    assert.deepEqual([count('upgrade'), count('configure')], [3, 3]);
    assert.deepEqual(
      simulated.nodes.map((node) => [node.boots, node.running.version, node.documents.cluster.endpoint]),
      boots.map((boot) => [boot + 1, '2.0.0', 'https://api.example:6443']),
    );
  });

  test('reaches the nodes that a NodeConfig selects, and goes back with it', () => {
    const simulated = cluster();
    const worker = simulated.nodes[1]!;
    worker.labels['role'] = 'db';
    const before = worker.documents;
    simulated.layer('db', { nodeSelector: { matchLabels: { role: 'db' } }, config: maxPods(50) });
    assert.equal(run(simulated).count('configure'), 1);
    assert.equal(worker.documents.kubelet.extraConfig?.maxPods, 50);
    const status = nodeConfigStatuses(simulated.snapshot(), simulated.plan(), simulated.now).get('db');
    assert.deepEqual([status?.nodes, status?.updated], [1, 1]);
    assert.deepEqual(validateObject({ ...simulated.nodeConfigs[0], status }), []);
    // a label that comes later
    const other = simulated.nodes[2]!;
    other.labels['role'] = 'db';
    assert.equal(run(simulated).count('configure'), 1);
    assert.equal(other.documents.kubelet.extraConfig?.maxPods, 50);
    simulated.layer('db', undefined);
    assert.equal(run(simulated).phase, 'Completed');
    for (const node of [worker, other]) assert.deepEqual(node.documents.kubelet, before.kubelet);
    for (const { spec } of simulated.nodeStates.values()) {
      assert.deepEqual([spec.managed ?? [], spec.target?.configHash], [[], undefined]);
    }
  });

  for (const [name, wish] of [
    ['that disturbs nothing', (on: SimulatedCluster) => on.wishConfig(sysctls(POISON))],
    [
      'that needs a reboot',
      (on: SimulatedCluster) => on.wishConfig({ ...sysctls(POISON), ...endpoint('api.example') }),
    ],
    [
      'that comes with an upgrade',
      (on: SimulatedCluster) => {
        on.wish('osctl.dev/talos:2');
        on.wishConfig(sysctls(POISON));
      },
    ],
  ] as const) {
    test(`${name} and breaks its first node goes back, and halts the rollout`, () => {
      const simulated = cluster();
      const before = simulated.nodes.map(({ documents }) => documents);
      wish(simulated);
      const { phase, plan: last } = run(simulated);
      assert.equal(phase, 'Halted');
      assert.equal(last.halted?.node, 'cp-1');
      assert.ok(last.halted?.evidence !== undefined);
      const [entry] = simulated.machine.status?.quarantine ?? [];
      assert.equal(entry?.configHash, simulated.rollouts.at(-1)?.spec.targets[0]?.configHash);
      assert.deepEqual(
        simulated.nodes.map((node) => [node.documents, node.running.version, node.tried, node.staged]),
        before.map((documents) => [documents, '1.0.0', undefined, undefined]),
      );
      assert.deepEqual(run(simulated).types, [], 'it is not tried again');
      simulated.wishConfig(sysctls({ 'vm.swappiness': '10' }));
      assert.equal(run(simulated).phase, 'Completed');
      assert.deepEqual(simulated.machine.status?.quarantine, []);
    });
  }

  test('does not move the image, and a condemned image stays condemned', () => {
    const simulated = cluster();
    simulated.wish('osctl.dev/talos:crash');
    assert.equal(run(simulated).phase, 'Halted');
    simulated.wishConfig(sysctls({ 'vm.swappiness': '10' }));
    const { phase, count } = run(simulated);
    assert.deepEqual([phase, count('upgrade'), simulated.machine.status?.quarantine?.length], ['Halted', 0, 1]);
  });

  test('is told before it is done, and an approval is of it, too', () => {
    const simulated = cluster(1, 2, { approval: 'Manual' });
    simulated.wishConfig({ ...maxPods(50), ...sysctls({ 'vm.swappiness': '10' }) });
    const told = () => {
      const { plan: next, log } = rehearse(simulated, 60_000);
      assert.ok(log.every(({ step }) => step.type !== 'configure' && step.type !== 'acquire'));
      const status = [...rolloutStatuses(simulated.snapshot(), next, simulated.now).values()].at(-1);
      return { next, preview: status?.preview };
    };
    const { next, preview } = told();
    assert.deepEqual(preview?.disruption, { none: 0, serviceRestart: 3, reboot: 0 });
    assert.ok((preview?.seconds ?? 0) < 120, 'nothing reboots');
    const [node] = simulated.snapshot().nodes;
    const status = nodeStatus(simulated.nodeStates.get('cp-1')!, node!, next, simulated.now);
    assert.match(status.preview?.diff ?? '', /\+ {6}maxPods: 50|\+ {4}maxPods: 50/);
    assert.deepEqual(status.preview?.restarts, ['kubelet']);
    const state = simulated.nodeStates.get('cp-1')!;
    assert.deepEqual(validateObject({ ...state, status: { ...state.status, ...status } }), []);
    simulated.wishConfig({ ...maxPods(60) });
    assert.notEqual(told().preview?.hash, preview?.hash);
  });
});

describe('a layer that can not be', () => {
  test('is named with its field, and what was there before goes on', () => {
    const simulated = cluster();
    simulated.layer('a', { config: maxPods(50) });
    run(simulated);
    simulated.layer('a', { config: { kubelet: { nodeLabels: { 'kubernetes.io/role': 'x' } } } });
    const { phase, plan: last } = run(simulated);
    assert.equal(phase, 'Completed');
    assert.equal(last.blockedBy[0]?.code, 'CONFIG_INVALID');
    assert.match(last.blockedBy[0]?.message ?? '', /nodeconfig\/a: KubeletConfig\.spec\.nodeLabels/);
    const status = nodeConfigStatuses(simulated.snapshot(), last, simulated.now).get('a');
    assert.equal(status?.conditions?.find(({ type }) => type === 'Stalled')?.reason, 'Invalid');
    for (const { documents } of simulated.nodes) assert.equal(documents.kubelet.extraConfig?.maxPods, 50);
    const { conditions } = machineStatus(simulated.snapshot(), last, simulated.now);
    const stalled = conditions?.find(({ type }) => type === 'Stalled');
    assert.match(stalled?.message ?? '', /^nodeconfig\/a: .*nodeLabels/, 'what people wish is not what is there');
  });

  test('with what nodes have of their own is named, too', () => {
    const simulated = cluster();
    simulated.layer('a', { config: { cluster: { controlPlanes: ['10.244.0.9'] } } });
    const { plan: last } = rehearse(simulated, 60_000);
    const status = nodeConfigStatuses(simulated.snapshot(), last, simulated.now).get('a');
    const stalled = status?.conditions?.find(({ type }) => type === 'Stalled');
    assert.equal(stalled?.reason, 'Refused');
    assert.match(stalled?.message ?? '', /^cp-1: ClusterConfig\.spec\.controlPlanes\[0\]: must not be inside/);
    for (const { documents } of simulated.nodes) assert.deepEqual(documents.cluster.controlPlanes, ['10.5.0.2']);
  });
});

describe('drift', () => {
  test('is told of with its fields, and left alone', () => {
    const simulated = cluster();
    simulated.wishConfig(sysctls({ 'vm.swappiness': '10' }));
    run(simulated);
    const worker = simulated.nodes[1]!;
    worker.documents = {
      ...worker.documents,
      system: { ...worker.documents.system, sysctls: { 'vm.swappiness': '99' } },
    };
    const { types, plan: last } = run(simulated);
    assert.deepEqual(types, []);
    assert.match(last.config.drifted.get('worker-1') ?? '', /SystemConfig\.spec\.sysctls\["vm\.swappiness"\]/);
    const view = simulated.snapshot().nodes[1]!;
    const conditionOf = (next: Plan) =>
      nodeStatus(simulated.nodeStates.get('worker-1')!, view, next, simulated.now).conditions?.find(
        ({ type }) => type === 'ConfigDrifted',
      );
    assert.equal(conditionOf(last)?.status, 'True');
    // adopted: what the node has becomes what is wished
    simulated.wishConfig(sysctls({ 'vm.swappiness': '99' }));
    const adopted = run(simulated);
    assert.equal(adopted.count('configure'), 2, 'the others follow, it has it');
    assert.equal(conditionOf(adopted.plan), undefined);
  });
});

describe('drift that is repaired', () => {
  const drift = (policy: 'Repair' | 'RepairInWindow', wish: LayerConfig) => {
    const simulated = cluster();
    simulated.machine = { ...simulated.machine, spec: { ...simulated.machine.spec, driftPolicy: policy } };
    simulated.wishConfig(wish);
    run(simulated);
    return { simulated, worker: simulated.nodes[1]! };
  };

  test('without disruption by Repair, and at most three times', () => {
    const { simulated, worker } = drift('Repair', sysctls({ 'vm.swappiness': '10' }));
    const change = () => {
      worker.documents = {
        ...worker.documents,
        system: { ...worker.documents.system, sysctls: { 'vm.swappiness': '99' } },
      };
      return run(simulated);
    };
    for (let time = 1; time <= 3; time++) {
      const { phase, count } = change();
      assert.deepEqual([phase, count('configure'), count('taint')], ['Completed', 1, 0], `repair ${time}`);
      assert.deepEqual(worker.documents.system.sysctls, { 'vm.swappiness': '10' });
    }
    const { types, plan: last } = change();
    assert.deepEqual(types, []);
    assert.match(last.config.drifted.get('worker-1') ?? '', /was undone 3 times and is left now/);
  });

  test('with a reboot by RepairInWindow only, in its turn', () => {
    for (const policy of ['Repair', 'RepairInWindow'] as const) {
      const { simulated, worker } = drift(policy, endpoint('api.example'));
      const { boots } = worker;
      worker.documents = { ...worker.documents, cluster: { ...worker.documents.cluster, endpoint: 'https://x:6443' } };
      const { count } = run(simulated);
      const expected = policy === 'Repair' ? [0, boots, 'https://x:6443'] : [1, boots + 1, 'https://api.example:6443'];
      assert.deepEqual([count('taint'), worker.boots, worker.documents.cluster.endpoint], expected, policy);
    }
  });

  test('leaves fields that no layer is about', () => {
    const { simulated, worker } = drift('RepairInWindow', sysctls({ 'vm.swappiness': '10' }));
    worker.documents = { ...worker.documents, network: { nameservers: ['10.5.0.9'] } };
    const { types, plan: last } = run(simulated);
    assert.deepEqual(types, []);
    assert.match(last.config.drifted.get('worker-1') ?? '', /in fields that no layer is about/);
  });
});

const layers: readonly (LayerConfig | undefined)[] = [
  undefined,
  sysctls({ 'vm.a': '1' }),
  sysctls({ 'vm.a': '2', 'vm.b': '1' }),
  maxPods(50),
  { ...maxPods(60), ...endpoint('api.example') },
  sysctls(POISON),
];
type Fault =
  | { readonly type: 'kill'; readonly after: number }
  | { readonly type: 'twice' }
  | { readonly type: 'power' | 'unreachable' | 'forget' | 'edit' | 'label'; readonly index: number }
  | { readonly type: 'config'; readonly config: LayerConfig | undefined }
  | { readonly type: 'layer'; readonly config: LayerConfig | undefined }
  | { readonly type: 'wish'; readonly image: keyof typeof images };
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('kill' as const), after: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.constant({ type: 'twice' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'power' as const,
        'unreachable' as const,
        'forget' as const,
        'edit' as const,
        'label' as const,
      ),
      index: fc.nat({ max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('config' as const), config: fc.constantFrom(...layers) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('layer' as const), config: fc.constantFrom(...layers) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('wish' as const),
      image: fc.constantFrom(...(Object.keys(images) as (keyof typeof images)[])),
    }),
  },
);

test('under faults: stored first, within the budget, never silent, always an end, and nobody is left on try', () => {
  const events = fc.array(fc.record({ waitMs: fc.integer({ min: 1, max: 60_000 }), fault }), { maxLength: 14 });
  fc.assert(
    fc.property(fc.constantFrom(1, 3), fc.nat({ max: 3 }), events, (controlPlanes, workers, list) => {
      const simulated = cluster(controlPlanes, workers);
      const round = (last: Fault | undefined): Plan => {
        const next = simulated.plan();
        check(simulated, next);
        const steps = last?.type === 'kill' ? next.steps.slice(0, last.after) : next.steps;
        for (const step of steps) simulated.apply(step);
        if (last?.type === 'twice') for (const step of steps) if (step.type !== 'quarantine') simulated.apply(step);
        if (last?.type === 'kill') simulated.killLeader();
        return next;
      };
      for (const { waitMs, fault: one } of list) {
        for (let left = waitMs; left > 0; left -= 5_000) {
          round(undefined);
          simulated.advance(Math.min(left, 5_000));
        }
        const node = 'index' in one ? simulated.nodes[one.index % simulated.nodes.length] : undefined;
        if (one.type === 'wish') simulated.wish(one.image);
        if (one.type === 'config') simulated.wishConfig(one.config);
        if (one.type === 'layer') {
          const nodeSelector = { matchLabels: { role: 'db' } };
          simulated.layer(
            'db',
            one.config === undefined ? undefined : { nodeSelector, priority: 5, config: one.config },
          );
        }
        if (node !== undefined && one.type === 'label')
          node.labels['role'] = node.labels['role'] === 'db' ? 'web' : 'db';
        if (node !== undefined && one.type === 'power') simulated.cutPower(node.name);
        if (node !== undefined && one.type === 'unreachable') node.unreachableUntil = simulated.now + 30_000;
        if (node !== undefined && one.type === 'forget') simulated.nodeStates.delete(node.name);
        if (node !== undefined && one.type === 'edit' && node.tried === undefined) {
          node.documents = { ...node.documents, network: { nameservers: [`10.5.0.${(simulated.now % 200) + 1}`] } };
        }
        round(one);
      }
      let next = round(undefined);
      for (let rounds = 0; rounds < 3_000; rounds++) {
        next = round(undefined);
        const idle = next.steps.length === 0 && (simulated.machine.status?.inFlight ?? []).length === 0;
        // A try whose NodeState was deleted is nobody's, and when nothing is wished any more nobody's wish: the node ends it itself.
        const waits = simulated.nodes.some(({ tried }) => tried !== undefined);
        if (idle && !waits && (next.phase === 'Completed' || next.phase === 'Halted')) break;
        simulated.advance(5_000);
      }
      checkStored(simulated);
      assert.ok(
        next.phase === 'Completed' || next.phase === 'Halted',
        `no end: ${next.phase} ${JSON.stringify([next.steps, next.blockedBy])}`,
      );
      for (const node of simulated.nodes) {
        assert.deepEqual([node.tainted, node.trial, node.tried, node.staged], [false, undefined, undefined, undefined]);
        if (next.phase === 'Completed' && !next.config.drifted.has(node.name)) {
          assert.ok(!next.config.behind.has(node.name), `${node.name} is behind`);
        }
      }
      machineStatus(simulated.snapshot(), next, simulated.now);
    }),
    { numRuns: 40 },
  );
});

/** What must hold of every plan. */
function check(simulated: SimulatedCluster, next: Plan): void {
  const snapshot = simulated.snapshot();
  assert.deepEqual(plan(snapshot, simulated.now).steps, next.steps, 'what is remembered changes nothing');
  const inFlight = snapshot.machine?.status?.inFlight ?? [];
  if (next.phase !== 'Completed') {
    assert.ok(next.steps.length > 0 || next.blockedBy.length > 0, `waits in silence in phase ${next.phase}`);
  }
  for (const step of next.steps) {
    if (!('uid' in step) || !('deadline' in step)) continue;
    const state = simulated.nodeStates.get(step.node);
    assert.equal(Date.parse(state?.status?.step?.deadline ?? ''), step.deadline, `${step.type} before its deadline`);
    if (step.type !== 'configure') continue;
    assert.ok(
      inFlight.some(({ uid }) => uid === step.uid),
      'a change without the slot',
    );
    assert.equal(state?.spec.target?.configHash, step.configHash, 'what a node gets is stored first');
    assert.equal(state?.spec.operation?.id, step.operationID);
    const node = snapshot.nodes.find(({ uid }) => uid === step.uid);
    if (state?.spec.operation?.type !== 'configure') {
      assert.ok(node?.tainted === true && node.pods?.length === 0, 'a reboot of a node that is not drained');
    }
  }
}
