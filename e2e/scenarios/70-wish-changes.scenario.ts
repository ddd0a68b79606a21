/** What is wished changes in the middle of a rollout, and the API is away: the node under way finishes, the rest follow the new wish. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, TestCluster } from '../harness/cluster.ts';
import { holdProcesses } from '../harness/faults.ts';
import { assertAllRun, assertOrderly, converged, otherThan, underWay, Witness } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
const APISERVER = /^\/usr\/bin\/kube-apiserver /;
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
  await cluster.wantImage((await cluster.status(control)).version);
  await converged(cluster, 300_000);
});

test('the wish changes while a node is under way, and the API is away for a minute', async () => {
  const undisturbed = (await cluster.status(second)).bootId;
  const witness = new Witness(cluster);
  await cluster.wantImage(to, { confirmWithin: '3m' });
  await underWay(cluster, first, 180_000);
  await cluster.wantImage(from, { confirmWithin: '3m' });
  const release = await holdProcesses(cluster, control, APISERVER);
  try {
    await eventually(`${first} to run what it was on its way to`, 200_000, async () => {
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

  await assertAllRun(cluster, from, machine);
  assertOrderly(witness);
  assert.equal((await cluster.status(second)).bootId, undisturbed, `${second} ran what is wanted all the time`);
});
