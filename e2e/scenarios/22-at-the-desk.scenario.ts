/** What is typed at the desk of somebody who looks after nodes: contexts and groups, an editor, a screen; and things put in order. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { TerminalSession } from 'osctl/src/terminal-session.testing.ts';
import { OSCTL, TestCluster } from '../harness/cluster.ts';

const cluster = TestCluster.shared();
const [CONTROL_PLANE, WORKER] = ['cp-1', 'worker-1'].map((name) => `${cluster.name}-${name}`) as [string, string];

test("a file of contexts of one's own: groups come and go, and so do contexts", async () => {
  const own = join(await mkdtemp(join(tmpdir(), 'talos-e2e-desk-')), 'osctl.yaml');
  await copyFile(cluster.facts.configPath, own);
  const context = (...words: string[]) => cluster.osctl(['context', ...words], { env: { OSCTL_CONFIG: own } });
  await context('group', 'set', 'edge', WORKER);
  assert.match(await context('group', 'list'), new RegExp(`^@edge +${WORKER}$`, 'm'));
  assert.match(await cluster.osctl(['-n', '@edge', 'version'], { env: { OSCTL_CONFIG: own } }), /1\.0\.0/);
  await context('group', 'remove', 'edge');
  assert.doesNotMatch(await context('group', 'list'), /@edge/);
  assert.match(await context('list'), new RegExp(`^\\* +${cluster.name} `, 'm'));
  await context('remove', cluster.name);
  const gone = await cluster.tryOsctl(['-n', WORKER, 'version'], { env: { OSCTL_CONFIG: own } });
  assert.equal(gone.status, 2);
  assert.match(gone.stderr, /context/);
});

test('a configuration is changed in an editor, and only looked at', async () => {
  const edit = (editor: string) =>
    cluster.osctl(['-n', WORKER, 'config', 'edit', '--dry-run'], { env: { VISUAL: editor } });
  assert.match(await edit('sed -i s/cluster.local/example.local/'), /^\+.*example\.local/m);
  assert.equal(await edit('true'), '');
});

test('the dashboard shows every node, and is left with q', { timeout: 60_000 }, async () => {
  const command = `exec '${process.execPath}' '${OSCTL}' -n @all dashboard`;
  const session = new TerminalSession(command, cluster.env);
  for (const name of ['cp-1', 'worker-1', 'worker-2'])
    await session.sees(new RegExp(`${cluster.name}-${name}.*running`));
  session.type('q');
  await session.ended;
});

test("etcd's member tells of itself", async () => {
  assert.match(await cluster.osctl(['-n', CONTROL_PLANE, 'etcd', 'status']), / leader +\d+\.\d+\.\d+ /);
});

test('a pull is watched from elsewhere, and what nobody uses is removed by its name; the registry is given what it has', async () => {
  const release = JSON.parse(await cluster.osctl(['-n', WORKER, 'cat', '/usr/share/talos/release.json'])) as {
    readonly images: Readonly<Record<string, string>>;
  };
  const image = release.images['kube-scheduler'] ?? '';
  const id = `pull-${randomUUID()}`;
  await cluster.osctl(['-n', WORKER, 'image', 'pull', image, '--operation-id', id, '--no-wait']);
  assert.match(await cluster.osctl(['-n', WORKER, 'operation', 'watch', id]), /pull-image done in /);
  assert.match(await cluster.osctl(['-n', WORKER, 'image', 'rm', image]), /kube-scheduler/);
  const again = await cluster.tryOsctl(['-n', WORKER, 'image', 'rm', image]);
  assert.equal(again.status, 1);
  const pushed = await cluster.tryOsctl(['cluster', 'push', cluster.name, '--images', cluster.facts.images]);
  assert.equal(pushed.status, 0, pushed.stderr);
  assert.match(pushed.stderr, /✓ osctl\.dev\/talos:1\.0\.0/);
});
