/** A rollout whose operator is killed again and again, and a power cut on the way: it costs time, never correctness. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, TestCluster } from '../harness/cluster.ts';
import { processesOf } from '../harness/faults.ts';
import { assertAllRun, assertOrderly, converged, otherThan, reached, upgradesOf, Witness } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
const OPERATOR = /node \/usr\/lib\/talos\/operator\.mjs/;
let control = '';
let first = '';
let second = '';
/** What all nodes run when the story begins, and the other good version. */
let from = '';
let to = '';

before(async () => {
  [control = ''] = await cluster.nodes('control-plane');
  [first = '', second = ''] = await cluster.nodes('worker');
  from = (await cluster.status(control)).version;
  to = otherThan(from);
});
after(async () => {
  await cluster.kubectl(['uncordon', first]);
  await cluster.wantImage((await cluster.status(control)).version);
  await converged(cluster, 300_000);
});

async function killOperator(): Promise<void> {
  for (const pid of await processesOf(cluster, control, OPERATOR)) process.kill(pid, 'SIGKILL');
}

test('the operator is killed again and again, power fails in a trial boot, and a person has a node cordoned', async () => {
  await cluster.kubectl(['cordon', first]);
  const witness = new Witness(cluster);
  // The kubelet waits longer before each new start of a container that was killed: longer than a short trial lasts.
  await cluster.wantImage(to, { confirmWithin: '5m' });
  await reached(cluster, control, ['Preparing', 'Queued', 'Draining'], 60_000);
  await killOperator();
  await reached(cluster, first, ['Applying', 'Rebooting'], 240_000);
  await killOperator();
  await reached(cluster, first, ['Verifying'], 180_000);
  await killOperator();
  await eventually(`${second} to be on trial`, 300_000, async () => {
    const { slots, version: runs } = await cluster.status(second);
    return slots?.trial !== undefined && runs === to;
  });
  await cluster.cutPower(second);
  const machine = await converged(cluster, 420_000);
  await witness.stop();

  await assertAllRun(cluster, to, machine);
  assertOrderly(witness);
  for (const name of [control, first, second]) {
    assert.equal(
      (await upgradesOf(cluster, name, machine.status?.rollout ?? '')).length,
      1,
      `${name} was upgraded once`,
    );
  }
  assert.equal((await cluster.node(first)).spec.unschedulable, true, "a person's cordon is a person's");
  assert.notEqual((await cluster.node(second)).spec.unschedulable, true);
  await cluster.kubectl(['uncordon', first]);
});
