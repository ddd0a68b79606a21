/**
 * A node that was made by hand, on a small disk. The disk fills up while an image is unpacked: the operation says so, the slot in
 * use is untouched, the node can be rebooted, and with space it works. Then its etcd is begun, and it is switched off.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, type NodeStatus, type OperationRecord, TestCluster } from '../harness/cluster.ts';
import { VERSION } from '../harness/images.ts';
import { type SmallNode, startSmallNode } from '../harness/small-node.ts';

const MiB = 1024 * 1024;
const cluster = TestCluster.shared();
let node: SmallNode;

before(async () => {
  node = await startSmallNode(cluster, 1_200);
});
after(() => node?.remove());

async function ask<T>(args: readonly string[]): Promise<T> {
  const { status, stdout, stderr } = await node.tryOsctl(['-o', 'json', ...args]);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

const status = async (): Promise<NodeStatus | undefined> =>
  (await ask<readonly { readonly result: NodeStatus }[]>(['status']))[0]?.result;

test('a full disk ends the operation with a clear, retryable error; with space it works', async () => {
  const before = await eventually('the agent to answer', 60_000, status);
  await node.fill(150 * MiB);

  const full = await node.tryOsctl(['upgrade', `osctl.dev/talos:${VERSION.second}`, '--operation-id', 'disk-full']);
  assert.equal(full.status, 1);
  assert.match(full.stderr, /no space left/);
  const record = await ask<OperationRecord>(['operation', 'get', 'disk-full']);
  assert.equal(record.state, 'FAILED_OPERATION');
  assert.equal(record.error?.code, 'DISK_FULL');
  assert.equal(record.error?.retryable, true);
  const now = await status();
  assert.equal(now?.bootId, before.bootId, 'nothing was disturbed');
  assert.deepEqual(now?.slots, before.slots);
  assert.equal(now?.version, before.version);

  await node.empty();
  // Not one byte left: what mends a machine has room of its own.
  await node.fill(0);
  const reboot = await node.tryOsctl(['reboot', '--operation-id', 'on-full']);
  assert.equal(reboot.status, 0, reboot.stderr);
  assert.equal((await ask<OperationRecord>(['operation', 'get', 'on-full'])).state, 'SUCCEEDED');
  assert.notEqual((await status())?.bootId, before.bootId);

  await node.empty();
  const again = await node.tryOsctl(['prepare', `osctl.dev/talos:${VERSION.second}`, '--operation-id', 'disk-free']);
  assert.equal(again.status, 0, again.stderr);
});

test('its etcd is begun by hand, and it is switched off', async () => {
  const bootstrap = await node.tryOsctl(['bootstrap']);
  assert.equal(bootstrap.status, 0, bootstrap.stderr);
  await eventually('etcd to lead itself', 60_000, async () => (await node.tryOsctl(['etcd', 'status'])).status === 0);
  assert.notEqual((await node.tryOsctl(['bootstrap'])).status, 0, 'once in its life');
  const off = await node.tryOsctl(['shutdown']);
  assert.equal(off.status, 0, off.stderr);
  await eventually('the power to be off', 60_000, () => node.isOff());
});
