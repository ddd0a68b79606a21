/** What goes through files: configuration, snapshots, kubeconfigs, contexts. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Config, Etcd, Kubernetes } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { parse } from 'yaml';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';

let cluster: FakeCluster;
let checksum = '';
const PARTS = ['first', 'second'].map((text) => Buffer.from(text));
const applied: { documents: string; dryRun: boolean; expectedHash: string }[] = [];

before(async () => {
  cluster = await FakeCluster.start();
  await cluster.node(
    'cp-1',
    serve(Config, {
      get: async () => ({ documents: 'kind: SystemConfig\n', hash: 'sha256:1' }),
      apply: async (request) => {
        applied.push(request);
        return {
          diff: '-  maxPods: 100\n+  maxPods: 110\n',
          disruption: 'SERVICE_RESTART',
          restarts: ['kubelet'],
          applied: !request.dryRun,
        };
      },
    }),
    serve(Etcd, {
      async *snapshot() {
        for (const data of PARTS) yield { data };
        yield { sha256: checksum };
      },
    }),
    serve(Kubernetes, {
      kubeconfig: async () => ({
        kubeconfig: `apiVersion: v1
kind: Config
clusters: [{name: test, cluster: {server: 'https://10.5.0.2:6443'}}]
users: [{name: admin@test, user: {}}]
contexts: [{name: test, context: {cluster: test, user: admin@test}}]
current-context: test
`,
      }),
    }),
  );
});
after(() => cluster.close());
const path = (name: string): string => join(cluster.directory, name);

test('config apply --dry-run shows the difference and what it would disturb, and changes nothing', async () => {
  await writeFile(path('node.yaml'), 'kind: KubeletConfig\n');
  const dry = await cluster.run(['-n', 'cp-1', 'config', 'apply', '-f', path('node.yaml'), '--dry-run']);
  assert.deepEqual(dry, {
    code: 0,
    stdout: '-  maxPods: 100\n+  maxPods: 110\ncp-1  not applied (dry run); it restarts kubelet\n',
    stderr: '',
  });
  const real = await cluster.run(`-n cp-1 config apply -f ${path('node.yaml')} --expected-hash sha256:1`.split(' '));
  assert.match(real.stdout, /cp-1 {2}applied; it restarts kubelet/);
  assert.deepEqual(
    applied.map(({ documents, dryRun, expectedHash }) => [documents, dryRun, expectedHash]),
    [
      ['kind: KubeletConfig\n', true, ''],
      ['kind: KubeletConfig\n', false, 'sha256:1'],
    ],
  );
  const missing = await cluster.run(['-n', 'cp-1', 'config', 'apply', '-f', path('none.yaml')]);
  assert.equal(missing.code, 2);
  assert.equal(applied.length, 2);
});

test('a snapshot is kept only when its checksum is right, readable by its owner only', async () => {
  checksum = createHash('sha256').update(Buffer.concat(PARTS)).digest('hex');
  const good = await cluster.run(['-n', 'cp-1', 'etcd', 'snapshot', path('good.db')]);
  assert.equal(good.code, 0);
  assert.equal(await readFile(path('good.db'), 'utf8'), 'firstsecond');
  assert.equal((await stat(path('good.db'))).mode & 0o777, 0o600);
  for (const wrong of ['0'.repeat(64), '']) {
    checksum = wrong;
    const bad = await cluster.run(['-n', 'cp-1', 'etcd', 'snapshot', path('bad.db')]);
    assert.equal(bad.code, 1);
    assert.match(bad.stderr, /node cp-1.*the snapshot is not whole.*nothing was kept/);
  }
  assert.deepEqual(
    (await readdir(cluster.directory)).filter((name) => name.startsWith('bad')),
    [],
  );
});

test('a kubeconfig is merged: other clusters stay, ours is replaced and becomes current', async () => {
  const target = path('kube/config');
  assert.equal((await cluster.run(['-n', 'cp-1', 'kubeconfig', target])).code, 0);
  assert.equal((await stat(target)).mode & 0o777, 0o600);
  const other = { ...(parse(await readFile(target, 'utf8')) as object) } as {
    clusters: object[];
    'current-context': string;
  };
  other.clusters = [
    { name: 'prod', cluster: { server: 'https://prod' } },
    { name: 'test', cluster: { server: 'https://old' } },
  ];
  other['current-context'] = 'prod';
  await writeFile(target, JSON.stringify(other));
  assert.equal((await cluster.run(['-n', 'cp-1', 'kubeconfig', target])).code, 0);
  const merged = parse(await readFile(target, 'utf8')) as typeof other & {
    clusters: { name: string; cluster: object }[];
  };
  assert.equal(merged['current-context'], 'test');
  assert.deepEqual(merged.clusters, [
    { name: 'prod', cluster: { server: 'https://prod' } },
    { name: 'test', cluster: { server: 'https://10.5.0.2:6443' } },
  ]);
  await writeFile(target, 'a: [');
  const broken = await cluster.run(['-n', 'cp-1', 'kubeconfig', target]);
  assert.equal(broken.code, 2);
  assert.match(broken.stderr, /--force replaces it/);
  assert.equal(await readFile(target, 'utf8'), 'a: [');
  assert.match((await cluster.run(['-n', 'cp-1', 'kubeconfig'])).stdout, /current-context: test/);
});

test('contexts are listed, shown, chosen, merged and removed; keys never are printed', async () => {
  const key = /PRIVATE KEY/;
  const shown = await cluster.run(['context', 'show']);
  assert.match(shown.stdout, /^who +ada, os:admin$/m);
  assert.match(shown.stdout, /^good until .*\((59m\d+s|1h) left\)$/m);
  assert.match(shown.stdout, /^member +cp-1 127\.0\.0\.1:\d+$/m);
  for (const argv of [
    ['context', 'list'],
    ['context', 'list', '-o', 'json'],
    ['context', 'show', '-o', 'yaml'],
    ['context', 'show', 'test'],
  ]) {
    const { code, stdout, stderr } = await cluster.run(argv);
    assert.equal(code, 0);
    assert.doesNotMatch(stdout + stderr, key);
  }
  const other = path('other.yaml');
  const text = await readFile(cluster.configPath, 'utf8');
  assert.match(text, key);
  await writeFile(
    other,
    text.replace(/^( *)test:$/m, '$1second:').replace('currentContext: test', 'currentContext: second'),
  );
  assert.equal((await cluster.run(['context', 'merge', other])).code, 0);
  assert.match((await cluster.run(['context', 'list'])).stdout, /^\* +test/m);
  assert.equal((await cluster.run(['context', 'use', 'second'])).code, 0);
  assert.match((await cluster.run(['context', 'list'])).stdout, /^\* +second/m);
  assert.equal((await cluster.run(['context', 'use', 'third'])).code, 2);
  assert.equal((await cluster.run(['context', 'remove', 'second'])).code, 0);
  assert.doesNotMatch((await cluster.run(['context', 'list'])).stdout, /second/);
  await cluster.saveContext();
});

test('a context whose certificate is none, or a file that is none, is a wrong configuration', async () => {
  await cluster.saveContext({ certificate: 'nonsense' });
  const { code, stderr } = await cluster.run(['-n', 'cp-1', 'config', 'get']);
  await cluster.saveContext();
  assert.equal(code, 2);
  assert.match(stderr, /contexts\.test\.certificate is not a certificate/);
  await writeFile(path('broken.yaml'), 'contexts: [');
  const merge = await cluster.run(['context', 'merge', path('broken.yaml')]);
  assert.equal(merge.code, 2);
  assert.match(merge.stderr, /broken\.yaml is not YAML/);
});
