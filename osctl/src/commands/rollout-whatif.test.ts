/** What would be, over a cluster as its apiserver shows it, or as it was written down. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { dumpedObjects } from '@talos/lib/plan/whatif/dump.testing.ts';
import { type RunOptions, runCaptured } from '../fake-cluster.testing.ts';
import { golden } from '../golden.testing.ts';
import { undocumented } from '../transcripts/shape.testing.ts';

const COLLECTIONS: Readonly<Record<string, string>> = {
  Machine: '/apis/osctl.dev/v1alpha1/machines',
  Rollout: '/apis/osctl.dev/v1alpha1/rollouts',
  NodeState: '/apis/osctl.dev/v1alpha1/nodestates',
  Node: '/api/v1/nodes',
  Pod: '/api/v1/namespaces/shop/pods',
  PodDisruptionBudget: '/apis/policy/v1/namespaces/shop/poddisruptionbudgets',
};
let api: FakeApiserver;
let directory: string;
const writes: string[] = [];

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'osctl-whatif-'));
  api = await FakeApiserver.start();
  const { server } = api.access;
  for (const object of dumpedObjects()) {
    const response = await fetch(new URL(COLLECTIONS[object.kind] ?? '', server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(object),
    });
    assert.ok(response.ok, await response.text());
  }
  api.fault = ({ method, path }) => {
    if (method !== 'GET') writes.push(`${method} ${path}`);
    return undefined;
  };
  await writeFile(
    path('kubeconfig'),
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'c', cluster: { server: server.href, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    }),
  );
  await writeFile(
    path('next.yaml'),
    `apiVersion: osctl.dev/v1alpha1
kind: Machine
metadata: {name: cluster}
spec:
  os: {image: osctl.dev/talos:1.1.0}
---
apiVersion: osctl.dev/v1alpha1
kind: NodeConfig
metadata: {name: calm}
spec:
  config: {system: {sysctls: {vm.swappiness: "10"}}}
`,
  );
});
after(async () => {
  await api.close();
  await rm(directory, { recursive: true, force: true });
});

const path = (name: string): string => join(directory, name);
const osctl = (words: readonly string[], options: RunOptions = {}) =>
  runCaptured(words, { ...options, env: { HOME: directory, KUBECONFIG: path('kubeconfig') } });

test('a file that nobody has applied is forecast, and nothing is written', async () => {
  const { code, stdout, stderr } = await osctl(['rollout', 'preview', '-f', path('next.yaml')]);
  assert.deepEqual([code, stderr, writes], [0, '', []]);
  assert.match(stdout, /^if applied {2}Machine cluster, NodeConfig calm$/m);
  assert.match(stdout, /^rollout {5}2-[0-9a-f]{8}: osctl\.dev\/talos:1\.1\.0 \(what the tag stands for is looked up/m);
  assert.match(stdout, /^nodes {7}3, each is drained and rebooted: cp-1, worker-1, worker-2$/m);
  assert.match(stdout, /^takes {7}about 4m30s$/m);
  assert.match(stdout, /^drains {6}3 pods leave the first 3 nodes; to know \(as of .*\):$/m);
  assert.match(
    stdout,
    /^ {4}worker-2 {2}BUDGET {2}shop\/db-1 of StatefulSet owner: .*shop\/db lets none go: its only pod /m,
  );
  assert.match(stdout, /^config {6}of worker-1, worker-2 \(disturbs nothing\)$/m);
  assert.match(stdout, /^ {4}\+ +vm\.swappiness: "10"$/m);
});

test('as JSON it has no hash, and names what is applied', async () => {
  const { code, stdout } = await osctl(['rollout', 'preview', '-f', path('next.yaml'), '-o', 'json']);
  assert.equal(code, 0);
  assert.deepEqual(undocumented('rollout preview', stdout), []);
  const told = JSON.parse(stdout) as { preview: { hash?: string; order: string[] }; applies: string[] };
  assert.deepEqual(told.applies, ['Machine cluster', 'NodeConfig calm']);
  assert.deepEqual([told.preview.hash, told.preview.order], [undefined, ['cp-1', 'worker-1', 'worker-2']]);
});

test('what the apiserver would refuse is a wrong command line, all of it at once', async () => {
  await writeFile(
    path('wrong.yaml'),
    'kind: Machine\nmetadata: {name: cluster}\nspec: {rollout: {maxUnavailable: -1, canary: 1}}\n',
  );
  const { code, stdout, stderr } = await osctl(['rollout', 'preview', '--file', path('wrong.yaml')]);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /Machine cluster: .*spec\.rollout\.maxUnavailable/);
  assert.match(stderr, /unknown field spec\.rollout\.canary/);
});

for (const [what, content, expected] of [
  ['no YAML', '{a: [', /wrong\.yaml is no YAML/],
  ['no object', 'a: 1', /kind and metadata\.name are needed/],
  ['nothing', '', /holds no objects/],
  [
    'another kind',
    'kind: Pod\nmetadata: {name: p}',
    /a forecast is about Machine, NodeConfigs and NodePools, not about Pod/,
  ],
] as const) {
  test(`a file with ${what} is told`, async () => {
    await writeFile(path('wrong.yaml'), content);
    const { code, stderr } = await osctl(['rollout', 'preview', '-f', path('wrong.yaml')]);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  });
}

test('it is about a rollout, or about a file', async () => {
  const { code, stderr } = await osctl(['rollout', 'preview', '1-a', '-f', path('next.yaml')]);
  assert.deepEqual([code, /either a rollout or --file/.test(stderr)], [2, true]);
  const none = await osctl(['rollout', 'preview', '-f', path('none.yaml')]);
  assert.deepEqual([none.code, /none\.yaml/.test(none.stderr)], [2, true]);
});

const simulate = (...words: readonly string[]) =>
  osctl(['rollout', 'simulate', '--dump', path('dump.json'), '--at', '2026-01-01T12:00:00Z', ...words]);

/** When things happen is the planner's own affair, held by its tests. */
const timeless = (story: string): string =>
  story
    .replace(/^\+[\dhms]+ +/gm, '+…  ')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')
    .replace(/after [\dhms]+/g, 'after …');

test('a change is played on a cluster that was written down, with faults, the same each time', async () => {
  const dump = { apiVersion: 'v1', kind: 'List', items: dumpedObjects() };
  await writeFile(path('dump.json'), JSON.stringify(dump));
  const next = ['--file', path('next.yaml')];
  const held = await simulate(...next);
  assert.deepEqual([held.code, held.stderr], [1, '']);
  golden(import.meta.url, 'rollout-simulate-held', timeless(held.stdout));
  const bad = await simulate(...next, '--fault', 'bad-image=worker-1');
  assert.equal(bad.code, 1);
  golden(import.meta.url, 'rollout-simulate-bad-image', timeless(bad.stdout));
  assert.equal((await simulate(...next)).stdout, held.stdout);
  const json = await simulate(...next, '-o', 'json');
  assert.deepEqual(undocumented('rollout simulate', json.stdout), []);
  const { phase, lines } = JSON.parse(json.stdout) as { phase: string; lines: { second: number }[] };
  assert.deepEqual([phase, lines[0]?.second], ['Halted', 5]);
});

test('the cluster of the kubeconfig is played on as it is, and stays so', async () => {
  const { code, stdout } = await osctl(['rollout', 'simulate']);
  assert.deepEqual([code, writes], [0, []]);
  assert.match(stdout, /^outcome {5}Completed after /m);
});

for (const [words, expected] of [
  [['--fault', 'fire'], /"fire" is no fault; there are: bad-image, never-returns, blocked-drain/],
  [['--fault', 'never-returns'], /of which node\? never-returns=NODE/],
  [['--fault', 'blocked-drain=nobody'], /there is no node nobody; there are: cp-1, worker-1, worker-2/],
  [['--at', 'soon'], /"soon" is not a time/],
  [['--limit', 'ever'], /not a duration/],
] as const) {
  test(`simulate ${words.join(' ')} is told`, async () => {
    const { code, stderr } = await osctl(['rollout', 'simulate', ...words]);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  });
}
