/** Images that are no good are turned back by the node itself; the rollout halts after the first node and says why. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { eventually, isReady, TestCluster } from '../harness/cluster.ts';
import { VERSION } from '../harness/images.ts';
import { converged, halted } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
let good = '';

async function boots(): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(
      (await cluster.nodes()).map(async (name) => [name, (await cluster.status(name)).bootId] as const),
    ),
  );
}

/** Every node ends on what it ran, Ready and open to pods. The one that turned back is still booting when the rollout halts. */
async function assertAllAsBefore(): Promise<void> {
  for (const name of await cluster.nodes()) {
    await eventually(`${name} to be Ready on ${good} and open to pods`, 120_000, async () => {
      const node = await cluster.node(name);
      const { version } = await cluster.status(name);
      const ours = (node.spec.taints ?? []).filter((taint) => taint.key.startsWith('osctl.dev/'));
      if (isReady(node) && version === good && ours.length === 0) return true;
      throw new Error(`Ready ${isReady(node)}, version ${version}, taints ${JSON.stringify(ours)}`);
    });
  }
}

test.before(async () => {
  const [name = ''] = await cluster.nodes('worker');
  good = (await cluster.status(name)).version;
});
afterEach(async () => {
  await cluster.wantImage(good);
  await converged(cluster, 60_000);
});

test('(a) an image whose agent crashes at start', async () => {
  await cluster.wantImage(VERSION.crash, { confirmWithin: '60s' });
  const rollout = await halted(cluster, 240_000);
  const node = rollout.status?.node ?? '';
  assert.ok((await cluster.nodes()).includes(node), 'it names the node');
  assert.match(rollout.status?.message ?? '', /ended by itself in 3 of 3 attempts/);
  assert.ok((rollout.status?.evidence?.lastLines ?? []).length > 0, 'the failed boot left its last lines');
  const failed = (await cluster.status(node)).lastFailedBoot;
  assert.equal(failed?.cause, 'crashed');
  const machine = await cluster.machine();
  assert.equal(machine.status?.quarantine?.[0]?.digest, cluster.facts.digests[VERSION.crash]);
  await assertAllAsBefore();
});

test('(b) an image whose kubelet never comes up', async () => {
  await cluster.wantImage(VERSION.noKubelet, { confirmWithin: '45s' });
  const rollout = await halted(cluster, 240_000);
  const failed = (await cluster.status(rollout.status?.node ?? '')).lastFailedBoot;
  assert.equal(failed?.cause, 'unhealthy');
  assert.match(rollout.status?.message ?? '', /kubelet/);
  await assertAllAsBefore();
});

test('(c) an image that does not match its digest disturbs no node', async () => {
  const before = await boots();
  await cluster.wantImage(VERSION.second, { digest: `sha256:${'0'.repeat(64)}` });
  const rollout = await halted(cluster, 90_000);
  assert.ok(rollout.status?.node);
  assert.deepEqual(await boots(), before);
  await assertAllAsBefore();
});

test('(d) an image that does not exist disturbs no node', async () => {
  const before = await boots();
  await cluster.wantImage('9.9.9');
  const rollout = await halted(cluster, 90_000);
  assert.match(rollout.status?.message ?? '', /9\.9\.9/);
  assert.deepEqual(await boots(), before);
  await assertAllAsBefore();
});
