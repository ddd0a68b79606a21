/** The plug is pulled in the middle of upgrades, the registry goes away, orders cross: the node boots, is itself, and says what happened. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, isReady, type OperationRecord, TestCluster } from '../harness/cluster.ts';
import { atLine, cutPowerAt, Registry } from '../harness/faults.ts';
import { VERSION } from '../harness/images.ts';
import { converged } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
const registry = new Registry(cluster);
const run = Date.now().toString(36);
let node = '';
let version = '';
let other = '';
let uid = '';
let config = '';

before(async () => {
  node = (await cluster.nodes('worker')).at(-1) ?? '';
  version = (await cluster.status(node)).version;
  other = version === VERSION.first ? VERSION.second : VERSION.first;
  uid = (await cluster.node(node)).metadata.uid;
  config = await cluster.osctl(['-n', node, 'config', 'get']);
  // A person works on this node: the operator watches.
  await cluster.wantImage(version, { paused: true });
});
after(async () => {
  await cluster.wantImage(version);
  await converged(cluster, 240_000);
});

const image = (tag: string): string => `osctl.dev/talos:${tag}`;

async function ended(id: string): Promise<OperationRecord> {
  return eventually(`the end of operation ${id}`, 60_000, async () => {
    const record = await cluster.operation(node, id);
    return record !== undefined && record.state !== 'RUNNING_OPERATION' && record;
  });
}

/** The node is the one that it was, healthy and Ready, and runs that version. */
async function assertWell(runs: string): Promise<void> {
  const status = await eventually(`${node} to be well`, 60_000, async () => {
    const now = await cluster.status(node);
    if (!now.ready || now.slots?.trial !== undefined) throw new Error(now.unmet.join('; '));
    const seen = await cluster.node(node);
    return isReady(seen) && seen.status.nodeInfo.bootID === now.bootId && now;
  });
  assert.equal(status.version, runs);
  assert.equal((await cluster.node(node)).metadata.uid, uid, 'still the same Node');
  assert.equal(await cluster.osctl(['-n', node, 'config', 'get']), config, 'still its configuration');
}

test('an id means one request: the same attaches, another is refused; and only one operation runs', async () => {
  const id = `fault-id-${run}`;
  const upgrade = (tag: string, name: string) =>
    cluster.tryOsctl(['-n', node, 'upgrade', image(tag), '--operation-id', name, '--no-wait']);
  await registry.freeze();
  try {
    assert.equal((await upgrade(VERSION.crash, id)).status, 0);
    assert.equal((await upgrade(VERSION.crash, id)).status, 0, 'the same again attaches');
    const otherRequest = await upgrade(VERSION.noKubelet, id);
    assert.equal(otherRequest.status, 1);
    assert.match(otherRequest.stderr, new RegExp(`ALREADY_EXISTS.*${id}|${id} exists`));
    const second = await upgrade(VERSION.noKubelet, `${id}-2`);
    assert.equal(second.status, 1);
    assert.match(second.stderr, new RegExp(`${id} \\(upgrade, .*is running`), 'it names what runs');

    // Power fails while it waits for the registry.
    assert.equal((await cluster.operation(node, id))?.phase, 'pull');
    await cluster.cutPower(node);
    const record = await ended(id);
    assert.equal((await cluster.status(node)).lastReboot?.reason, 'POWER_LOST');
    assert.equal(record.error?.code, 'INTERRUPTED');
    assert.equal(record.error?.retryable, true);
    assert.match(record.message, /"pull"/);
    const again = await cluster.tryOsctl(['-n', node, 'upgrade', image(VERSION.crash), '--operation-id', id]);
    assert.equal(again.status, 1, 'the same again attaches to the end, too');
    assert.match(again.stderr, /stopped during the phase "pull"/);
  } finally {
    await registry.thaw();
  }
  await assertWell(version);
});

test('power fails while an image is unpacked', async () => {
  const id = `fault-unpack-${run}`;
  await cutPowerAt(cluster, node, /pull \d{2} MiB|pull [2-9]\d\.\d MiB/, [
    'prepare',
    image(VERSION.crash),
    '--operation-id',
    id,
  ]);
  const record = await ended(id);
  assert.equal(record.error?.code, 'INTERRUPTED');
  assert.match(record.message, /"pull"/);
  await assertWell(version);
});

test('power fails while an image is verified', async () => {
  const id = `fault-verify-${run}`;
  await cutPowerAt(cluster, node, /verify:/, ['prepare', image(other), '--operation-id', id]);
  const record = await ended(id);
  // Verifying takes a moment: on a slow computer the plug comes out after it.
  if (record.state !== 'SUCCEEDED') assert.equal(record.error?.code, 'INTERRUPTED');
  await assertWell(version);
});

test('the registry dies in the middle of a pull and comes back: the pull goes on', async () => {
  const id = `fault-registry-${run}`;
  const result = await atLine(
    cluster,
    node,
    /pull \d{2} MiB|pull [2-9]\d\.\d MiB/,
    ['prepare', image(VERSION.noKubelet), '--operation-id', id],
    async () => {
      await registry.kill();
      await sleep(4_000);
      await registry.start();
    },
  );
  assert.equal(result.status, 0, result.stderr);
  assert.equal((await cluster.operation(node, id))?.result?.version, VERSION.noKubelet);
});

test('power fails after the trial was marked: the next boot is that trial', async () => {
  const id = `fault-marked-${run}`;
  const result = await cutPowerAt(cluster, node, /stop-services/, [
    'upgrade',
    image(other),
    '--confirm-within',
    '60s',
    '--operation-id',
    id,
  ]);
  assert.equal(result.status, 0, result.stderr);
  assert.equal((await ended(id)).result?.version, other);
  await assertWell(other);
});

test('power fails in the trial boot: it is tried again, and the image is not blamed', async () => {
  const id = `fault-trial-${run}`;
  const result = await cutPowerAt(cluster, node, / {2}trial/, [
    'upgrade',
    image(version),
    '--confirm-within',
    '60s',
    '--operation-id',
    id,
  ]);
  assert.equal(result.status, 0, result.stderr);
  const record = await ended(id);
  assert.equal(record.result?.version, version);
  await assertWell(version);
});
