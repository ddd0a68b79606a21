/** Rollouts while operator, API, power, wish and Nodes change under them: it costs time, never correctness. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, isReady, type Machine, TestCluster } from '../harness/cluster.ts';
import { holdProcesses, processesOf } from '../harness/faults.ts';
import { VERSION } from '../harness/images.ts';
import { converged, reached, Witness } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
const OPERATOR = /node \/usr\/lib\/talos\/operator\.mjs/;
const APISERVER = /^\/usr\/bin\/kube-apiserver /;
let control = '';
let first = '';
let second = '';
/** What all nodes run when a story begins, and the other good version. */
let from = '';
let to = '';

before(async () => {
  [control = ''] = await cluster.nodes('control-plane');
  [first = '', second = ''] = await cluster.nodes('worker');
});
beforeEach(async () => {
  from = (await cluster.status(control)).version;
  to = from === VERSION.first ? VERSION.second : VERSION.first;
});
after(async () => {
  await cluster.kubectl(['uncordon', first]);
  await cluster.wantImage((await cluster.status(control)).version);
  await converged(cluster, 300_000);
});

async function assertAllRun(expected: string, machine: Machine): Promise<void> {
  assert.deepEqual(machine.status?.nodes, { total: 3, updated: 3, unavailable: 0 });
  assert.deepEqual(machine.status?.inFlight ?? [], []);
  for (const name of [control, first, second]) {
    const node = await cluster.node(name);
    const status = await cluster.status(name);
    assert.equal(status.version, expected, name);
    assert.equal(status.slots?.trial, undefined, `${name} is confirmed`);
    assert.ok(isReady(node), `${name} is Ready`);
    const ours = (node.spec.taints ?? []).filter((taint) => taint.key.startsWith('osctl.dev/'));
    assert.deepEqual(ours, [], `${name} is open to pods`);
  }
}

function assertOrderly(witness: Witness): void {
  assert.ok(witness.mostTainted <= 1, 'never two nodes at once');
  assert.ok(witness.mostInFlight <= 1, 'never two nodes in flight');
  assert.deepEqual(witness.silent, [], 'never waiting without a reason');
}

async function killOperator(): Promise<void> {
  for (const pid of await processesOf(cluster, control, OPERATOR)) process.kill(pid, 'SIGKILL');
}

/** The upgrades that a node has taken on for a rollout. */
async function upgradesOf(node: string, rollout: string): Promise<readonly string[]> {
  const [answer] = JSON.parse(await cluster.osctl(['-n', node, '-o', 'json', 'operation', 'list'])) as readonly {
    readonly result: { readonly operations: readonly { readonly id: string; readonly type: string }[] };
  }[];
  return (answer?.result.operations ?? [])
    .filter(({ id, type }) => type === 'upgrade' && id.startsWith(`${rollout}-`))
    .map(({ id }) => id);
}

test('the operator is killed again and again, power fails in a trial boot, and a person has a node cordoned', async () => {
  await cluster.kubectl(['cordon', first]);
  const witness = new Witness(cluster);
  await cluster.wantImage(to, { confirmWithin: '90s' });
  await reached(cluster, control, ['Preparing', 'Queued', 'Draining'], 60_000);
  await killOperator();
  await reached(cluster, first, ['Applying', 'Rebooting'], 180_000);
  await killOperator();
  await reached(cluster, first, ['Verifying'], 90_000);
  await killOperator();
  await eventually(`${second} to be on trial`, 150_000, async () => {
    const { slots, version: runs } = await cluster.status(second);
    return slots?.trial !== undefined && runs === to;
  });
  await cluster.cutPower(second);
  const machine = await converged(cluster, 240_000);
  await witness.stop();

  await assertAllRun(to, machine);
  assertOrderly(witness);
  for (const name of [control, first, second]) {
    assert.equal((await upgradesOf(name, machine.status?.rollout ?? '')).length, 1, `${name} was upgraded once`);
  }
  assert.equal((await cluster.node(first)).spec.unschedulable, true, "a person's cordon is a person's");
  assert.notEqual((await cluster.node(second)).spec.unschedulable, true);
  await cluster.kubectl(['uncordon', first]);
});

test('the wish changes while a node is under way, and the API is away for a minute', async () => {
  const undisturbed = (await cluster.status(second)).bootId;
  const witness = new Witness(cluster);
  await cluster.wantImage(to, { confirmWithin: '3m' });
  await reached(cluster, first, ['Applying', 'Rebooting'], 180_000);
  await cluster.wantImage(from, { confirmWithin: '3m' });
  const release = await holdProcesses(cluster, control, APISERVER);
  try {
    await eventually(`${first} to run what it was on its way to`, 60_000, async () => {
      const status = await cluster.status(first);
      return status.version === to;
    });
    assert.notEqual((await cluster.tryKubectl(['get', 'nodes', '--request-timeout=2s'])).status, 0);
    await sleep(45_000);
  } finally {
    await release();
  }
  await eventually(`the end of ${first}'s way`, 120_000, async () => {
    const status = await cluster.status(first);
    return status.version === to && status.slots?.trial === undefined;
  });
  const machine = await converged(cluster, 300_000);
  await witness.stop();

  await assertAllRun(from, machine);
  assertOrderly(witness);
  assert.equal((await cluster.status(second)).bootId, undisturbed, `${second} ran what is wanted all the time`);
});

test('Nodes are deleted in the middle: the slot is given back, and who comes back gets the target', async () => {
  const uids = new Map<string, string>();
  for (const name of [first, second]) uids.set(name, (await cluster.node(name)).metadata.uid);
  const witness = new Witness(cluster);
  await cluster.wantImage(to, { confirmWithin: '45s' });
  await reached(cluster, first, ['Applying', 'Rebooting'], 180_000);
  await cluster.kubectl(['delete', 'node', first, second, '--wait=false']);
  // A kubelet registers its node when it starts: the one under way boots anyway, the other one needs a hint.
  await eventually(`the slot of the former ${first} to be given back`, 60_000, async () => {
    const flying = (await cluster.machine()).status?.inFlight ?? [];
    return !flying.some(({ uid }) => uid === uids.get(first));
  });
  await cluster.osctl(['-n', second, 'service', 'restart', 'kubelet']);
  for (const name of [first, second]) {
    await eventually(`${name} to register again`, 120_000, async () => isReady(await cluster.node(name)));
    assert.notEqual((await cluster.node(name)).metadata.uid, uids.get(name), 'it is another Node');
  }
  const machine = await eventually('every node to be there and updated', 300_000, async () => {
    const now = await converged(cluster, 5_000);
    return now.status?.nodes?.total === 3 && now;
  });
  await witness.stop();

  await assertAllRun(to, machine);
  assertOrderly(witness);
});
