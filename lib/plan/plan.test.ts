import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { validateObject } from '@talos/crds/validate.ts';
import fc from 'fast-check';
import { plan } from './plan.ts';
import { SimulatedCluster } from './simulated/cluster.ts';
import { rehearse } from './simulated/rehearse.testing.ts';
import type { Scenario, SimulatedImage } from './simulated/scenario.ts';
import { machineStatus } from './status/machine.ts';
import { rolloutStatuses } from './status/rollout.ts';
import { isAvailable } from './turns/order.ts';
import type { Plan, Step } from './types.ts';
import { isMoving, wayOf } from './way.ts';
import { budgetOf, policyOf } from './wished/policy.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const image = (digit: string, version: string, behaviour: SimulatedImage['behaviour'] = 'good'): SimulatedImage => ({
  digest: `sha256:${digit.repeat(64)}`,
  version,
  behaviour,
});
const images = {
  'osctl.dev/talos:1': image('1', '1.0.0'),
  'osctl.dev/talos:2': image('2', '2.0.0'),
  'osctl.dev/talos:3': image('3', '3.0.0'),
  'osctl.dev/talos:crash': image('4', '4.0.0', 'crash'),
  'osctl.dev/talos:no-kubelet': image('5', '5.0.0', 'no-kubelet'),
  'osctl.dev/talos:mismatch': image('6', '6.0.0', 'mismatch'),
  'osctl.dev/talos:missing': image('7', '7.0.0', 'missing'),
};
type Reference = keyof typeof images;
const scenario = (controlPlanes: number, workers: number, maxUnavailable: number | string = 1): Scenario => ({
  controlPlanes,
  workers,
  images,
  first: 'osctl.dev/talos:1',
  start,
  rollout: { maxUnavailable },
});

const disrupts = new Set<Step['type']>([
  'taint',
  'drain',
  'upgrade',
  'snapshot-etcd',
  'move-etcd-leader',
  'hand-over-lease',
  'confirm',
  'announce',
]);

/** What must hold of every plan, whatever came before. */
function check(cluster: SimulatedCluster, next: Plan, banned: ReadonlySet<string>): void {
  const snapshot = cluster.snapshot();
  const inFlight = snapshot.machine?.status?.inFlight ?? [];
  assert.deepEqual(plan(snapshot, cluster.now), next, 'the same snapshot gave another plan');
  const began = next.steps.flatMap((step) => (step.type === 'acquire' ? [step.entry.uid] : []));
  assert.equal(
    new Set([...began, ...inFlight.map(({ uid }) => uid)]).size,
    began.length + inFlight.length,
    'one slot twice',
  );
  const budget = budgetOf(policyOf(cluster.machine), cluster.nodes.length);
  const disturbed = snapshot.nodes.filter(
    ({ uid, agent }) =>
      agent?.trial !== undefined || began.includes(uid) || inFlight.some((entry) => entry.uid === uid),
  );
  // What was under way and takes its slot again (its Node was made anew, or its entry is gone) disturbs nobody further.
  const begunAnew = began.filter((uid) => {
    const node = snapshot.nodes.find((one) => one.uid === uid);
    const runs = node?.agent?.operations.some(({ type, state }) => type === 'upgrade' && state === 'running') === true;
    return !runs && !isMoving(wayOf(cluster.nodeStates.get(node?.name ?? '')?.status ?? {}));
  });
  if (begunAnew.length > 0) {
    const away = snapshot.nodes.filter((node) => disturbed.includes(node) || !isAvailable(node));
    assert.ok(away.length <= budget, `${away.length} nodes unavailable, the budget is ${budget}`);
    const controlPlane = disturbed.some(({ role }) => role === 'control-plane');
    const others = away.filter((node) => disturbed.includes(node) || node.role === 'control-plane');
    assert.ok(!controlPlane || others.length === 1, 'a control plane and another node at once');
  }
  if (next.phase !== 'Completed') {
    assert.ok(next.steps.length > 0 || next.blockedBy.length > 0, `waits in silence in phase ${next.phase}`);
  }
  for (const entry of next.blockedBy)
    assert.ok(Date.parse(entry.nextCheckTime) > cluster.now, `${entry.code} is never looked at again`);
  for (const step of next.steps) {
    if (!('uid' in step) || !('deadline' in step)) continue;
    const state = cluster.nodeStates.get(step.node);
    assert.equal(
      Date.parse(state?.status?.step?.deadline ?? ''),
      step.deadline,
      `${step.type} before its deadline was stored`,
    );
    if (disrupts.has(step.type))
      assert.ok(
        inFlight.some(({ uid }) => uid === step.uid),
        `${step.type} without the slot`,
      );
    if (step.type === 'upgrade') {
      const node = snapshot.nodes.find(({ uid }) => uid === step.uid);
      assert.ok(node?.tainted === true && node.pods?.length === 0, 'an upgrade of a node that is not drained');
      assert.equal(state?.spec.operation?.id, step.operationID, 'an upgrade whose operation is not stored');
      assert.ok(!banned.has(step.image), `${step.image} is in quarantine and was tried again`);
    }
  }
}

/** What the apiserver would say to what was written. */
function checkStored(cluster: SimulatedCluster): void {
  for (const object of [cluster.machine, ...cluster.rollouts, ...cluster.nodeStates.values()]) {
    assert.deepEqual(validateObject(object), []);
  }
}

function upgraded(reference: Reference, controlPlanes = 1, workers = 2) {
  const cluster = new SimulatedCluster(scenario(controlPlanes, workers));
  cluster.wish(reference);
  const result = rehearse(cluster);
  checkStored(cluster);
  const order = result.log.flatMap(({ step }) => (step.type === 'acquire' ? [step.entry.node] : []));
  return { cluster, result, order, types: result.log.map(({ step }) => step.type) };
}

test('a cluster that runs what is wished is left alone', () => {
  const cluster = new SimulatedCluster(scenario(1, 2));
  const { phase, log } = rehearse(cluster);
  assert.equal(phase, 'Completed');
  assert.deepEqual(
    log.filter(({ step }) => disrupts.has(step.type)),
    [],
  );
});

test('a change reaches every node, one after the other, control plane first', () => {
  const { cluster, result, order } = upgraded('osctl.dev/talos:2');
  assert.equal(result.phase, 'Completed');
  assert.deepEqual(order, ['cp-1', 'worker-1', 'worker-2']);
  for (const node of cluster.nodes) assert.deepEqual([node.running.version, node.tainted], ['2.0.0', false]);
});

test('a sole control plane is announced, has its etcd saved first and confirms by itself', () => {
  const { types, result } = upgraded('osctl.dev/talos:2');
  const first = (type: Step['type']) => types.indexOf(type);
  assert.ok(
    first('snapshot-etcd') >= 0 && first('snapshot-etcd') < first('announce') && first('announce') < first('upgrade'),
  );
  const upgrades = result.log.flatMap(({ step }) =>
    step.type === 'upgrade' ? [[step.node, step.requireConfirm]] : [],
  );
  assert.deepEqual(Object.fromEntries(upgrades), { 'cp-1': false, 'worker-1': true, 'worker-2': true });
});

test('of three control planes the followers go first, and leads are handed over', () => {
  const { order, types } = upgraded('osctl.dev/talos:2', 3, 1);
  assert.deepEqual(order, ['cp-2', 'cp-3', 'cp-1', 'worker-1']);
  assert.ok(types.includes('hand-over-lease') && types.includes('move-etcd-leader'));
  assert.ok(!types.includes('snapshot-etcd'));
});

for (const [reference, reason] of [
  ['osctl.dev/talos:crash', 'TRIAL_FAILED'],
  ['osctl.dev/talos:no-kubelet', 'TRIAL_FAILED'],
  ['osctl.dev/talos:mismatch', 'DIGEST_MISMATCH'],
  ['osctl.dev/talos:missing', 'IMAGE_NOT_FOUND'],
] as const) {
  test(`${reference} halts the rollout, is quarantined and leaves every node as it was`, () => {
    const { cluster, result, types } = upgraded(reference);
    assert.equal(result.phase, 'Halted');
    assert.ok(
      ['TRIAL_FAILED', 'Crashed', 'Unhealthy', reason].includes(result.plan.halted?.reason ?? ''),
      result.plan.halted?.reason,
    );
    assert.equal(result.plan.halted?.node, 'cp-1');
    assert.ok(result.plan.halted?.evidence !== undefined);
    const condemned = new Set(cluster.machine.status?.quarantine?.map(({ image }) => image));
    assert.deepEqual([...condemned], [reference]);
    assert.equal(cluster.rollouts.at(-1)?.status?.phase, 'Halted');
    assert.ok(types.filter((type) => type === 'acquire').length <= 1);
    for (const node of cluster.nodes) assert.deepEqual([node.running.version, node.tainted], ['1.0.0', false]);
    cluster.wish('osctl.dev/talos:2');
    assert.equal(rehearse(cluster).phase, 'Completed');
    assert.deepEqual(cluster.machine.status?.quarantine, []);
  });
}

test('a Machine that is deleted in the middle leaves no taint, and a new one goes on', () => {
  const cluster = new SimulatedCluster(scenario(1, 1));
  cluster.wish('osctl.dev/talos:2');
  for (let turn = 0; !cluster.nodes.some(({ tainted }) => tainted); turn++) {
    assert.ok(turn < 1_000, 'no node was tainted');
    for (const step of cluster.plan().steps) cluster.apply(step);
    cluster.advance(1_000);
  }
  const { steps, blockedBy } = plan({ ...cluster.snapshot(), machine: undefined }, cluster.now);
  assert.deepEqual(
    steps.map(({ type }) => type),
    ['untaint'],
  );
  assert.equal(blockedBy[0]?.code, 'NO_MACHINE');
  for (const step of steps) cluster.apply(step);
  assert.ok(cluster.nodes.every(({ tainted }) => !tainted));
  assert.deepEqual(plan({ ...cluster.snapshot(), machine: undefined }, cluster.now).steps, []);
  cluster.machine = { ...cluster.machine, status: {} };
  assert.equal(rehearse(cluster).phase, 'Completed');
});

test('a node whose taint somebody has taken off is still freed of the label that went with it', () => {
  const cluster = new SimulatedCluster(scenario(1, 1));
  assert.equal(rehearse(cluster).phase, 'Completed');
  const { nodes, ...rest } = cluster.snapshot();
  const left = nodes.map((node) => (node.role === 'worker' ? { ...node, labelled: true } : node));
  const untaint = { type: 'untaint', node: 'worker-1', uid: nodes[1]?.uid };
  assert.deepEqual(plan({ ...rest, nodes: left }, cluster.now).steps, [untaint]);
  assert.deepEqual(plan({ ...rest, machine: undefined, nodes: left }, cluster.now).steps, [untaint]);
});

test('a Node deleted during its trial boot gives its slot back, takes it again and is confirmed', () => {
  const cluster = new SimulatedCluster(scenario(1, 2));
  const worker = cluster.nodes[1];
  assert.ok(worker);
  cluster.wish('osctl.dev/talos:2');
  for (let turn = 0; worker.trial === undefined; turn++) {
    assert.ok(turn < 1_000, 'no trial boot');
    for (const step of cluster.plan().steps) cluster.apply(step);
    cluster.advance(1_000);
  }
  cluster.renewNode(worker.name);
  const { phase, log } = rehearse(cluster);
  checkStored(cluster);
  assert.equal(phase, 'Completed');
  assert.deepEqual(
    log.flatMap(({ step }) => (step.type === 'confirm' && step.node === worker.name ? [step.uid] : [])).slice(0, 1),
    [worker.uid],
  );
  assert.equal(worker.operations.filter(({ type }) => type === 'upgrade').length, 1, 'its first upgrade was kept');
});

test('a Node made anew during its trial boot takes its slot again, whoever else is away meanwhile', () => {
  const cluster = new SimulatedCluster(scenario(1, 2));
  const worker = cluster.nodes[1];
  assert.ok(worker);
  cluster.wish('osctl.dev/talos:2');
  const round = (): readonly Step[] => {
    const next = cluster.plan();
    check(cluster, next, new Set());
    for (const step of next.steps) cluster.apply(step);
    return next.steps;
  };
  for (let turn = 0; worker.trial === undefined; turn++) {
    assert.ok(turn < 1_000, 'no trial boot');
    round();
    cluster.advance(1_000);
  }
  cluster.renewNode(worker.name);
  cluster.cutPower('worker-2');
  const acquired = [...round(), ...round()].flatMap((step) => (step.type === 'acquire' ? [step.entry.node] : []));
  assert.deepEqual(acquired, ['worker-1']);
  assert.equal(rehearse(cluster).phase, 'Completed');
});

/** Plans and does until then. */
function runUntil(cluster: SimulatedCluster, isThen: () => boolean): void {
  for (let turn = 0; !isThen(); turn++) {
    assert.ok(turn < 1_000, 'it never came to that');
    for (const step of cluster.plan().steps) cluster.apply(step);
    cluster.advance(1_000);
  }
}

test('a control plane whose Node is deleted on its trial keeps its slot while etcd counts on it', () => {
  const cluster = new SimulatedCluster(scenario(3, 1));
  cluster.wish('osctl.dev/talos:2');
  runUntil(cluster, () => cluster.nodes.some(({ trial }) => trial !== undefined));
  const [entry] = cluster.machine.status?.inFlight ?? [];
  const { nodes, ...rest } = cluster.snapshot();
  const without = nodes.filter(({ name }) => name !== entry?.node);
  const kept = plan({ ...rest, nodes: without }, cluster.now);
  assert.deepEqual(
    kept.steps.filter(({ type }) => type === 'release' || type === 'acquire'),
    [],
  );
  assert.deepEqual([kept.blockedBy[0]?.code, kept.blockedBy[0]?.node], ['NODE_DELETED', entry?.node]);
  const members = rest.etcd?.members.filter(({ node }) => node !== entry?.node) ?? [];
  const removed = plan({ ...rest, nodes: without, etcd: { members } }, cluster.now);
  assert.ok(removed.steps.some(({ type }) => type === 'release'));
  assert.ok(!removed.steps.some(({ type }) => type === 'acquire'), 'the slot is given back first');
  cluster.renewNode(entry?.node ?? '');
  assert.equal(rehearse(cluster).phase, 'Completed');
});

test('what was being prepared for a rollout that does not go on is awaited no longer', () => {
  for (const stop of ['cancel', 'wish'] as const) {
    const cluster = new SimulatedCluster(scenario(1, 3));
    cluster.wish('osctl.dev/talos:2');
    const phases = () => [...cluster.nodeStates.values()].map(({ status }) => status?.phase);
    runUntil(cluster, () => phases().includes('Preparing'));
    const rollout = cluster.rollouts.at(-1);
    assert.ok(rollout);
    if (stop === 'wish') cluster.wish('osctl.dev/talos:missing');
    else cluster.rollouts[cluster.rollouts.length - 1] = { ...rollout, spec: { ...rollout.spec, cancelled: true } };
    runUntil(cluster, () => cluster.plan().steps.length === 0);
    assert.ok(!phases().includes('Preparing'), `${stop}: ${phases()}`);
    assert.ok(cluster.plan().blockedBy.length > 0);
  }
});

test('a node whose trial has just ended unconfirmed does not count as updated', () => {
  const { cluster } = upgraded('osctl.dev/talos:2');
  const snapshot = cluster.snapshot();
  const [node, ...others] = snapshot.nodes;
  assert.ok(node?.agent);
  const leaving = { ...node, agent: { ...node.agent, activeSlot: node.agent.slot === 'a' ? 'b' : 'a' } as const };
  assert.equal(plan(snapshot, cluster.now).phase, 'Completed');
  assert.notEqual(plan({ ...snapshot, nodes: [leaving, ...others] }, cluster.now).phase, 'Completed');
});

test('a budget of several lets workers go side by side, control planes never', () => {
  const cluster = new SimulatedCluster(scenario(3, 4, '50%'));
  cluster.wish('osctl.dev/talos:2');
  let most = 0;
  let mostControlPlanes = 0;
  for (let turn = 0; cluster.plan().phase !== 'Completed'; turn++) {
    assert.ok(turn < 2_000, 'no end');
    const next = cluster.plan();
    check(cluster, next, new Set());
    for (const step of next.steps) cluster.apply(step);
    const flying = (cluster.machine.status?.inFlight ?? []).map(({ node }) => node);
    most = Math.max(most, flying.length);
    mostControlPlanes = Math.max(mostControlPlanes, flying.filter((name) => name.startsWith('cp-')).length);
    cluster.advance(1_000);
  }
  assert.deepEqual([most, mostControlPlanes], [3, 1]);
  for (const node of cluster.nodes) assert.equal(node.running.version, '2.0.0');
});

test('a node that never answers uses up its part of the budget and keeps nobody else waiting', () => {
  const cluster = new SimulatedCluster(scenario(1, 3, 2));
  const lost = cluster.nodes[2];
  assert.ok(lost);
  lost.unreachableUntil = Number.POSITIVE_INFINITY;
  cluster.wish('osctl.dev/talos:2');
  const { plan: last } = rehearse(cluster, 3_600_000);
  assert.deepEqual(
    cluster.nodes.map(({ name, running }) => [name, running.version]),
    [
      ['cp-1', '2.0.0'],
      ['worker-1', '2.0.0'],
      ['worker-2', '1.0.0'],
      ['worker-3', '2.0.0'],
    ],
  );
  assert.deepEqual(
    last.blockedBy.map(({ code, node }) => [code, node]),
    [['AGENT_UNREACHABLE', 'worker-2']],
  );
  lost.unreachableUntil = 0;
  assert.equal(rehearse(cluster).phase, 'Completed');
  assert.equal(lost.running.version, '2.0.0');
});

test('a node that reboots because it was told to is no fault of the cluster', () => {
  const cluster = new SimulatedCluster(scenario(1, 2));
  cluster.wish('osctl.dev/talos:2');
  const codes = new Set<string>();
  for (let turn = 0; turn < 3_600 && cluster.nodes.some(({ running }) => running.version !== '2.0.0'); turn++) {
    const next = cluster.plan();
    for (const { code, owner } of next.blockedBy) codes.add(`${code} ${owner}`);
    for (const step of next.steps) cluster.apply(step);
    cluster.advance(1_000);
  }
  assert.ok(codes.has('REBOOTING agent') && !codes.has('AGENT_UNREACHABLE cluster'), [...codes].join());
});

test('nodes are begun inside a window only, and only if they will be done in it', () => {
  const windows = [{ schedule: '30 * * * *', duration: '5m30s' }];
  const cluster = new SimulatedCluster({ ...scenario(1, 3), rollout: { windows } });
  cluster.wish('osctl.dev/talos:2');
  const begun: number[] = [];
  const codes = new Set<string>();
  for (let next = cluster.plan(), turn = 0; next.phase !== 'Completed'; next = cluster.plan(), turn++) {
    assert.ok(turn < 10_000, 'no end');
    for (const { code } of next.blockedBy) codes.add(code);
    if (next.steps.some(({ type }) => type === 'acquire')) begun.push(cluster.now);
    for (const step of next.steps) cluster.apply(step);
    const { window, ...rest } = machineStatus(cluster.snapshot(), next, cluster.now);
    cluster.machine = { ...cluster.machine, status: { ...cluster.machine.status, ...(window && { window }) } };
    assert.equal(rest.observedGeneration, cluster.machine.metadata.generation);
    cluster.advance(next.steps.length > 0 ? 1_000 : 30_000);
  }
  assert.equal(begun.length, 4);
  for (const time of begun) {
    const minutes = ((time - start) % 3_600_000) / 60_000;
    assert.ok(minutes >= 30 && minutes < 35.5, `begun ${minutes} minutes after the hour`);
  }
  assert.ok(codes.has('WINDOW_CLOSED'));
  assert.ok(codes.has('WINDOW_TOO_SHORT'), 'what is left of a window is too short at its end');
  checkStored(cluster);
  const { window } = cluster.machine.status ?? {};
  assert.ok(window !== undefined && window.begun >= 1 && window.begun <= 4);
});

test('nothing is touched before the preview is approved, and another preview needs another approval', () => {
  const cluster = new SimulatedCluster({ ...scenario(1, 2), rollout: { approval: 'Manual' } });
  cluster.wish('osctl.dev/talos:2');
  const waits = (): string => {
    const { log, plan: last } = rehearse(cluster, 600_000);
    assert.deepEqual(
      log.filter(({ step }) => disrupts.has(step.type) || step.type === 'prepare' || step.type === 'acquire'),
      [],
    );
    assert.equal(last.phase, 'Pending');
    assert.equal(last.blockedBy[0]?.code, 'AWAITING_APPROVAL');
    const [, status] = [...rolloutStatuses(cluster.snapshot(), last, cluster.now)].at(-1) ?? [];
    assert.deepEqual(
      status?.preview?.order,
      cluster.nodes.map(({ name }) => name),
    );
    return status?.preview?.hash ?? '';
  };
  const approve = (hash: string): void => {
    const rollout = cluster.rollouts.at(-1);
    assert.ok(rollout);
    cluster.rollouts[cluster.rollouts.length - 1] = {
      ...rollout,
      spec: { ...rollout.spec, approval: { hash, by: 'ann' } },
    };
  };
  const first = waits();
  assert.equal(waits(), first, 'time alone changes no hash');
  approve(first);
  cluster.join('worker-3', 'worker', images['osctl.dev/talos:1']);
  const second = waits();
  assert.notEqual(second, first);
  approve(second);
  assert.equal(rehearse(cluster).phase, 'Completed');
  checkStored(cluster);
});

test('after each stage what is done soaks, and the rest follows', () => {
  const stages = [
    { nodes: 1, soak: '20m' },
    { nodes: '50%', soak: '30m' },
  ];
  const cluster = new SimulatedCluster({ ...scenario(1, 5), rollout: { stages, maxUnavailable: 2 } });
  cluster.wish('osctl.dev/talos:2');
  const { phase, log } = rehearse(cluster);
  assert.equal(phase, 'Completed');
  const begun = log.flatMap(({ time, step }) =>
    step.type === 'acquire' ? [[step.entry.node, Date.parse(time)] as const] : [],
  );
  const at = (name: string): number => (begun.find(([node]) => node === name)?.[1] ?? 0) - start;
  assert.ok(at('worker-1') - at('cp-1') >= 20 * 60_000, 'the first node soaks');
  assert.ok(at('worker-2') - at('worker-1') < 60_000, 'the second stage goes side by side');
  for (const name of ['worker-3', 'worker-4', 'worker-5']) {
    assert.ok(at(name) - at('worker-2') >= 30 * 60_000, `${name} waits for the second soak`);
    assert.ok(at(name) - at('worker-2') < 40 * 60_000, `${name} waits no longer than that`);
  }
});

test('a stage that a person must approve is not begun before, and the rollout says which', () => {
  const stages = [
    { nodes: 1, soak: '1m' },
    { nodes: '50%', soak: '1m', approval: 'Manual' as const },
  ];
  const cluster = new SimulatedCluster({ ...scenario(1, 3), rollout: { stages } });
  cluster.wish('osctl.dev/talos:2');
  const { log, plan: last } = rehearse(cluster, 1_800_000);
  assert.equal(log.filter(({ step }) => step.type === 'acquire').length, 1);
  assert.equal(last.blockedBy[0]?.code, 'STAGE_AWAITING_APPROVAL');
  assert.match(last.blockedBy[0]?.message ?? '', /^stage 2 of 2 \(up to 50% of the nodes\) waits until a person/);
  const [, status] = [...rolloutStatuses(cluster.snapshot(), last, cluster.now)].at(-1) ?? [];
  assert.deepEqual(status?.stage, { number: 2, of: 2, state: 'AwaitingApproval', nodes: '50%' });
  const rollout = cluster.rollouts.at(-1);
  assert.ok(rollout);
  const stageApprovals = [{ stage: 2, nodes: '50%', by: 'ann' }];
  cluster.rollouts[cluster.rollouts.length - 1] = { ...rollout, spec: { ...rollout.spec, stageApprovals } };
  assert.equal(rehearse(cluster).phase, 'Completed');
  checkStored(cluster);
});

test('of the rollouts that have ended the last ones are kept', () => {
  const cluster = new SimulatedCluster({ ...scenario(1, 0), rollout: { historyLimit: 2 } });
  for (const tag of [2, 3, 1, 2]) {
    cluster.wish(`osctl.dev/talos:${tag}`);
    rehearse(cluster);
    const statuses = rolloutStatuses(cluster.snapshot(), cluster.plan(), cluster.now);
    for (const [index, rollout] of cluster.rollouts.entries()) {
      const status = statuses.get(rollout.metadata.name);
      if (status !== undefined) cluster.rollouts[index] = { ...rollout, status };
    }
  }
  assert.equal(rehearse(cluster).phase, 'Completed');
  assert.deepEqual(
    cluster.rollouts.map(({ spec }) => spec.generation),
    [4, 5],
  );
});

test('a node that a person brought to the image a moment before is done without a reboot', () => {
  const cluster = new SimulatedCluster(scenario(1, 2));
  const worker = cluster.nodes[1];
  assert.ok(worker);
  cluster.wish('osctl.dev/talos:2');
  const boots = worker.boots;
  for (let turn = 0; !worker.operations.some(({ type }) => type === 'upgrade'); turn++) {
    assert.ok(turn < 1_000, 'no upgrade');
    for (const step of cluster.plan().steps) {
      // The planner has not seen it; the agent is asked for what it runs.
      if (step.type === 'upgrade' && step.node === worker.name && worker.other !== undefined) {
        [worker.running, worker.other] = [worker.other, worker.running];
      }
      cluster.apply(step);
    }
    cluster.advance(1_000);
  }
  assert.equal(rehearse(cluster).phase, 'Completed');
  checkStored(cluster);
  assert.equal(worker.boots, boots);
  assert.equal(worker.tainted, false);
});

test("a person's cordon stays and is no obstacle", () => {
  const cluster = new SimulatedCluster(scenario(1, 2));
  const worker = cluster.nodes[1];
  assert.ok(worker);
  worker.unschedulable = true;
  cluster.wish('osctl.dev/talos:2');
  assert.equal(rehearse(cluster).phase, 'Completed');
  assert.equal(worker.unschedulable, true);
});

test('pods that do not leave are named, the node is opened again, and it is tried again', () => {
  const cluster = new SimulatedCluster(scenario(1, 1));
  const worker = cluster.nodes[1];
  assert.ok(worker);
  worker.stuckUntil = start + 15 * 60_000;
  cluster.wish('osctl.dev/talos:2');
  const { phase, log } = rehearse(cluster);
  assert.equal(phase, 'Completed');
  const reasons = log.flatMap(({ step }) =>
    step.type === 'record' && step.way.reason === 'DrainTimeout' ? [step.way.message] : [],
  );
  assert.match(reasons[0] ?? '', /pod default\/pod-0 is still there/);
});

type Fault =
  | { readonly type: 'kill'; readonly after: number }
  | { readonly type: 'twice' }
  | {
      readonly type: 'power' | 'unreachable' | 'delete' | 'renew' | 'cordon' | 'forget' | 'stick';
      readonly index: number;
    }
  | { readonly type: 'wish'; readonly image: Reference };

const index = fc.nat({ max: 4 });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('kill' as const), after: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.constant({ type: 'twice' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'power' as const,
        'unreachable' as const,
        'renew' as const,
        'forget' as const,
        'stick' as const,
        'cordon' as const,
      ),
      index,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('delete' as const), index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('wish' as const),
      image: fc.constantFrom(...(Object.keys(images) as Reference[])),
    }),
  },
);

test('under faults: within the budget, deadlines first, drained first, quarantine kept, never silent, always an end', () => {
  const events = fc.array(fc.record({ waitMs: fc.integer({ min: 1, max: 60_000 }), fault }), { maxLength: 20 });
  fc.assert(
    fc.property(
      fc.constantFrom(1, 3),
      fc.nat({ max: 4 }),
      fc.constantFrom(1, 2, '50%'),
      fc.constantFrom(
        [],
        [
          { nodes: 1, soak: '1m' },
          { nodes: '50%', soak: '2m' },
        ],
      ),
      fc.constantFrom(...(Object.keys(images) as Reference[])),
      events,
      (controlPlanes, workers, maxUnavailable, stages, wished, list) => {
        const cluster = new SimulatedCluster({
          ...scenario(controlPlanes, workers),
          rollout: { maxUnavailable, stages: [...stages] },
        });
        const cordoned = new Set<string>();
        const banned = new Set<string>();
        const round = (last: Fault | undefined): Plan => {
          const next = cluster.plan();
          banned.clear();
          for (const { digest } of cluster.machine.status?.quarantine ?? [])
            if (digest !== undefined && next.rollout !== undefined) banned.add(`osctl.dev/talos@${digest}`);
          if (
            cluster.machine.status?.quarantine?.some(
              ({ targetHash }) => targetHash !== cluster.rollouts.at(-1)?.spec.targetHash,
            )
          )
            banned.clear();
          check(cluster, next, banned);
          const steps = last?.type === 'kill' ? next.steps.slice(0, last.after) : next.steps;
          for (const step of steps) cluster.apply(step);
          if (last?.type === 'twice') for (const step of steps) if (step.type !== 'quarantine') cluster.apply(step);
          if (last?.type === 'kill') cluster.killLeader();
          return next;
        };
        cluster.wish(wished);
        for (const { waitMs, fault } of list) {
          for (let left = waitMs; left > 0; left -= 5_000) {
            round(undefined);
            cluster.advance(Math.min(left, 5_000));
          }
          const node = 'index' in fault ? cluster.nodes[fault.index % cluster.nodes.length] : undefined;
          if (fault.type === 'wish') cluster.wish(fault.image);
          if (node !== undefined && fault.type === 'power') cluster.cutPower(node.name);
          if (node !== undefined && fault.type === 'unreachable') node.unreachableUntil = cluster.now + 30_000;
          if (node !== undefined && fault.type === 'stick') node.stuckUntil = cluster.now + 60_000;
          if (node !== undefined && fault.type === 'forget') cluster.nodeStates.delete(node.name);
          if (node !== undefined && fault.type === 'delete' && node.role === 'worker') cluster.removeNode(node.name);
          if (node !== undefined && fault.type === 'renew' && node.role === 'worker') cluster.renewNode(node.name);
          if (node !== undefined && fault.type === 'cordon') {
            node.unschedulable = true;
            cordoned.add(node.uid);
          }
          round(fault);
        }
        let next = round(undefined);
        for (let rounds = 0; rounds < 1_500; rounds++) {
          next = round(undefined);
          const idle = next.steps.length === 0 && (cluster.machine.status?.inFlight ?? []).length === 0;
          if (idle && (next.phase === 'Completed' || next.phase === 'Halted')) break;
          cluster.advance(5_000);
        }
        checkStored(cluster);
        assert.ok(
          next.phase === 'Completed' || next.phase === 'Halted',
          `no end: ${next.phase} ${JSON.stringify([next.steps, next.blockedBy])}`,
        );
        if (next.phase === 'Halted') assert.ok(next.halted !== undefined && next.blockedBy.length > 0);
        const wanted = cluster.rollouts.at(-1)?.spec.targets[0]?.digest;
        for (const node of cluster.nodes) {
          assert.equal(node.tainted, false, `${node.name} keeps our taint`);
          assert.equal(node.unschedulable, cordoned.has(node.uid), `the cordon of ${node.name} was touched`);
          assert.equal(node.trial, undefined, `${node.name} is left on trial`);
          if (next.phase === 'Completed') assert.equal(node.running.digest, wanted);
        }
      },
    ),
    { numRuns: 150 },
  );
});

describe('a node that a person has turned back to what is wanted', () => {
  const [wanted, other] = [images['osctl.dev/talos:1'], images['osctl.dev/talos:2']];
  const made = () => {
    const cluster = new SimulatedCluster(scenario(1, 2));
    assert.equal(rehearse(cluster).phase, 'Completed');
    const node = cluster.nodes.find(({ name }) => name === 'worker-1')!;
    return { cluster, node };
  };

  for (const begun of ['acquire', 'taint', 'set-operation'] as const) {
    test(`gives back the slot that it was given for what it ran before, also after ${begun}`, () => {
      const { cluster, node } = made();
      Object.assign(node, { running: other, other: wanted });
      for (let done = false; !done; cluster.advance(1_000)) {
        for (const step of cluster.plan().steps) {
          cluster.apply(step);
          done ||= step.type === begun;
        }
      }
      Object.assign(node, { running: wanted, other });
      const { phase, durationMs, log } = rehearse(cluster);
      assert.equal(phase, 'Completed');
      assert.ok(durationMs < 60_000, `${durationMs} ms`);
      assert.deepEqual(
        log.filter(({ step }) => step.type === 'configure' || disrupts.has(step.type)),
        [],
      );
      assert.equal(node.tainted, false);
    });
  }

  test('gets no slot for its trial, which only waits to be confirmed', () => {
    const { cluster, node } = made();
    const until = cluster.now + 30_000;
    node.trial = { operationID: 'by-hand', awaitsCaller: true, until, back: other, image: wanted };
    for (let second = 0; second < 10; second++, cluster.advance(1_000)) {
      const { steps, blockedBy } = cluster.plan();
      assert.deepEqual(
        steps.filter(({ type }) => type === 'acquire'),
        [],
      );
      for (const step of steps) cluster.apply(step);
      if (second > 5)
        assert.deepEqual(
          blockedBy.map(({ code, node }) => [code, node]),
          [['NODE_BUSY', 'worker-1']],
        );
    }
    node.trial = undefined;
    assert.equal(rehearse(cluster).phase, 'Completed');
  });
});
