/** A configuration is tried, kept, staged and taken back on one node, while another is reset to its first start. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { eventually, isReady, type OperationRecord, TestCluster } from '../harness/cluster.ts';
import { VERSION } from '../harness/images.ts';
import { converged } from '../harness/rollout.ts';

const cluster = TestCluster.shared();
const [CONTROL_PLANE, NODE, RESET] = ['cp-1', 'worker-1', 'worker-2'].map((name) => `${cluster.name}-${name}`) as [
  string,
  string,
  string,
];

interface Revision {
  readonly revision: number;
  readonly action: string;
  readonly subject: string;
  readonly inForce: boolean;
}
const history = async (): Promise<readonly Revision[]> => {
  const answers = JSON.parse(await cluster.osctl(['-n', NODE, '-o', 'json', 'config', 'history']));
  return (
    (answers as readonly { readonly result: { readonly revisions: readonly Revision[] } }[])[0]?.result.revisions ?? []
  );
};
const patch = (domain: string, ...options: readonly string[]): Promise<string> => {
  const spec = { searchDomains: [domain] };
  return cluster.osctl([
    '-n',
    NODE,
    'config',
    'patch',
    '--patch',
    JSON.stringify({ kind: 'NetworkConfig', spec }),
    ...options,
  ]);
};
const documents = (): Promise<string> => cluster.osctl(['-n', NODE, 'config', 'get']);

const pauseMachine = (paused: boolean): Promise<string> => {
  const patch = JSON.stringify({ spec: { rollout: { paused } } });
  return cluster.kubectl(['patch', 'machine', 'cluster', '--type', 'merge', '-p', patch]);
};

const operationId = `reset-${randomUUID()}`;
let before: string;
let first: number;
let resetFrom: string;
let resetting: Promise<string>;

test('the only control plane is not reset, and nothing happens to it', async () => {
  const refused = await cluster.tryOsctl(['-n', CONTROL_PLANE, 'reset', '--yes']);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /the only member of etcd/);
  const unasked = await cluster.tryOsctl(['-n', RESET, 'reset']);
  assert.equal(unasked.status, 2, unasked.stderr);
});

test('a worker is reset, and goes on by itself', async () => {
  resetFrom = (await cluster.status(RESET)).bootId;
  resetting = cluster.osctl(['-n', RESET, 'reset', '--yes', '--operation-id', operationId]);
  resetting.catch(() => {});
});

test('what is on try goes back by itself; what is kept stays', async () => {
  before = await documents();
  first = (await history()).find(({ inForce }) => inForce)?.revision ?? 0;
  assert.match(await patch('tried.example', '--mode', 'try', '--keep-within', '5s'), /goes back in 5s/);
  await eventually('the try to go back', 20_000, async () => !(await documents()).includes('tried.example'));
  assert.deepEqual(
    (await history()).slice(0, 2).map(({ action, subject }) => [action, subject]),
    [
      ['revert', ''],
      ['try', 'admin'],
    ],
  );
  await patch('kept.example', '--mode', 'try');
  await cluster.osctl(['-n', NODE, 'config', 'keep']);
  assert.match(await documents(), /kept\.example/);
});

test('what is staged takes effect with the next boot, a forced one here', async () => {
  await patch('staged.example', '--mode', 'staged');
  assert.doesNotMatch(await documents(), /staged\.example/);
  assert.match(await cluster.osctl(['-n', NODE, 'reboot', '--mode', 'force']), /reboot done in .* boot id/);
  assert.match(await documents(), /staged\.example/);
  assert.equal((await history())[0]?.action, 'boot');
  await cluster.osctl(['-n', NODE, 'config', 'rollback']);
  await cluster.osctl(['-n', NODE, 'config', 'rollback', String(first)]);
  assert.equal(await documents(), before);
});

test('an upgrade by hand stays when a person says so, and is taken back', async () => {
  // The operator would do the same, to have the node as the Machine says.
  await pauseMachine(true);
  try {
    const upgrade = ['upgrade', `osctl.dev/talos:${VERSION.second}`, '--confirm-by', '3m', '--operation-id', 'by-hand'];
    const upgrading = cluster.osctl(['-n', NODE, ...upgrade]);
    upgrading.catch(() => {});
    await eventually('the trial to wait for a person', 120_000, async () => {
      const trial = (await cluster.status(NODE)).slots?.trial;
      return trial?.awaitsCaller && trial.agentHealthy;
    });
    await cluster.osctl(['-n', NODE, 'confirm', 'by-hand']);
    assert.match(await upgrading, new RegExp(`upgrade done in .*: ${VERSION.second} in slot`));
    assert.match(
      await cluster.osctl(['-n', NODE, 'rollback']),
      new RegExp(`rollback done in .*: ${VERSION.first} in slot`),
    );
  } finally {
    await pauseMachine(false);
  }
  await converged(cluster, 60_000);
});

test('a disk is not wiped on a node that has none', async () => {
  const wiped = await cluster.tryOsctl(['-n', NODE, 'wipe', '/dev/sda', '--yes']);
  assert.equal(wiped.status, 1);
  assert.match(wiped.stderr, /no disks of its own/);
});

test('the node that was reset has forgotten everything but that, and is Ready again', async () => {
  assert.match(await resetting, /reset done in/);
  const now = await cluster.status(RESET);
  assert.notEqual(now.bootId, resetFrom);
  assert.equal(now.lastReboot?.operationId, operationId);
  const operations = JSON.parse(await cluster.osctl(['-n', RESET, '-o', 'json', 'operation', 'list'])) as readonly {
    readonly result: { readonly operations: readonly OperationRecord[] };
  }[];
  assert.deepEqual(
    operations[0]?.result.operations.map(({ id, state }) => [id, state]),
    [[operationId, 'SUCCEEDED']],
  );
  for (const node of [NODE, RESET])
    await eventually(`${node} to be Ready`, 60_000, async () => {
      const { bootId } = await cluster.status(node);
      const found = await cluster.node(node);
      return isReady(found) && found.status.nodeInfo.bootID === bootId;
    });
});
