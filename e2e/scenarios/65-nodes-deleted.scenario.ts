/** Nodes are deleted in the middle of a rollout: the slot is given back, and who comes back gets the target. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, isReady, TestCluster } from '../harness/cluster.ts';
import { assertAllRun, assertOrderly, converged, otherThan, reached, upgradesOf, Witness } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
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

test('the Node under way and another one are deleted, and come back as new ones', async () => {
  const uids = new Map<string, string>();
  for (const name of [first, second]) uids.set(name, (await cluster.node(name)).metadata.uid);
  const witness = new Witness(cluster);
  await cluster.wantImage(to, { confirmWithin: '3m' });
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

  await assertAllRun(cluster, to, machine);
  assertOrderly(witness);
  const upgrades = await upgradesOf(cluster, first, machine.status?.rollout ?? '');
  assert.equal(upgrades.length, 1, `the trial that ${first} was on when its Node was deleted was confirmed`);
});
