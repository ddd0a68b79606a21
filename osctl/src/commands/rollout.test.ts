/** Rollouts as a person sees and steers them, over an apiserver. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { MachineStatus } from '@talos/crds/machine.ts';
import { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { type RunOptions, runCaptured } from '../fake-cluster.testing.ts';

const SINCE = '2026-01-02T03:04:05Z';
const digest = `sha256:${'ab'.repeat(32)}`;
let api: FakeApiserver;
let directory: string;
let kubeconfig: string;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'osctl-rollout-'));
  kubeconfig = join(directory, 'kubeconfig');
});
after(() => rm(directory, { recursive: true, force: true }));
beforeEach(async (t) => {
  api = await FakeApiserver.start();
  (t as import('node:test').TestContext).after(() => api.close());
  const server = api.access.server.href;
  await writeFile(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    }),
  );
});

const osctl = (words: string, options: RunOptions = {}) =>
  runCaptured(words.split(' '), { ...options, env: { HOME: directory, KUBECONFIG: kubeconfig } });

async function put(plural: string, kind: string, object: object): Promise<void> {
  const url = new URL(`/apis/osctl.dev/v1alpha1/${plural}`, api.access.server);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiVersion: 'osctl.dev/v1alpha1', kind, ...object }),
  });
  assert.ok(response.ok, await response.text());
}

const ready = (status: 'True' | 'False', message: string) => ({
  type: 'Ready',
  status,
  reason: 'X',
  message,
  lastTransitionTime: SINCE,
});

async function machine(status: MachineStatus, spec: object = {}): Promise<void> {
  await put('machines', 'Machine', {
    metadata: { name: 'cluster', generation: 1 },
    spec: { os: { image: 'osctl.dev/talos:1.1.0' }, ...spec },
    status: { observedGeneration: 1, rollout: '1-abababab', ...status },
  });
}

async function rollout(name: string, generation: number, status: object): Promise<void> {
  await put('rollouts', 'Rollout', {
    metadata: { name },
    spec: {
      generation,
      os: { image: 'osctl.dev/talos:1.1.0' },
      targets: [{ pool: 'default', image: 'osctl.dev/talos:1.1.0', digest }],
      targetHash: digest,
    },
    status,
  });
}

test('status says what is happening, why it waits and when it will be done', async () => {
  const inAMinute = new Date(Date.now() + 90_000).toISOString();
  await machine({
    conditions: [ready('False', '1 of 3 nodes run what is wanted')],
    nodes: { total: 3, updated: 1, unavailable: 0 },
    blockedBy: [
      {
        code: 'PDB',
        message: 'PodDisruptionBudget web/web lets no pod go',
        node: 'w-1',
        since: SINCE,
        owner: 'workload',
        nextCheckTime: inAMinute,
      },
    ],
  });
  await rollout('1-abababab', 1, {
    phase: 'Progressing',
    progress: '1/3',
    startTime: SINCE,
    estimatedCompletionTime: inAMinute,
  });
  await put('nodestates', 'NodeState', {
    metadata: { name: 'w-1' },
    spec: {},
    status: {
      phase: 'Draining',
      message: 'evicting 2 pods\u001b[2J',
      step: { name: 'drain', startTime: SINCE, deadline: inAMinute, attempts: 2 },
    },
  });
  await put('nodestates', 'NodeState', { metadata: { name: 'cp-1' }, spec: {}, status: { phase: 'Done' } });
  await put('nodestates', 'NodeState', {
    metadata: { name: 'w-2' },
    spec: {},
    status: {
      phase: 'Queued',
      step: { name: 'wait', startTime: SINCE, deadline: '2030-01-02T03:04:05Z', attempts: 1 },
    },
  });
  const { code, stdout, stderr } = await osctl('rollout status');
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^waiting: 1 of 3 nodes run what is wanted$/m);
  assert.match(stdout, /^rollout {5}1-abababab {2}Progressing {2}1\/3$/m);
  assert.match(stdout, /^done about {2}.*\(in 1m\d+s\)$/m);
  assert.match(stdout, /^node {8}w-1 {2}Draining, step drain \(attempt 2\), fails in 1m\d+s: evicting 2 pods\?\[2J$/m);
  assert.match(
    stdout,
    /^waits {7}PDB w-1: PodDisruptionBudget web\/web lets no pod go \(for .*; up to: workload; looked/m,
  );
  assert.match(stdout, /^node {8}w-2 {2}Queued$/m);
  assert.doesNotMatch(stdout, /cp-1/);

  const view = JSON.parse((await osctl('rollout status -o json')).stdout) as {
    state: string;
    underWay: { node: string }[];
    blockedBy: { code: string }[];
  };
  assert.equal(view.state, 'waiting');
  assert.deepEqual(
    view.underWay.map((one) => one.node),
    ['w-1', 'w-2'],
  );
  assert.equal(view.blockedBy[0]?.code, 'PDB');
});

test('a halted rollout shows its evidence; --wait ends with 1', async () => {
  await machine({
    conditions: [ready('False', 'halted'), { ...ready('True', 'w-1 turned back: crashed'), type: 'Stalled' }],
  });
  await rollout('1-abababab', 1, {
    phase: 'Halted',
    evidence: { cause: 'crashed', message: 'the agent ended 3 times', time: SINCE, lastLines: ['machined: boom'] },
    failures: [{ node: 'w-1', reason: 'Crashed', message: 'w-1 turned back' }],
  });
  const { code, stdout, stderr } = await osctl('rollout status --wait');
  assert.equal(code, 1);
  assert.match(stderr, /halted: w-1 turned back: crashed/);
  assert.match(stdout, /^failed {6}w-1 {2}Crashed: w-1 turned back \(osctl rollout why w-1\)$/m);
  assert.match(stdout, /^evidence {4}crashed: the agent ended 3 times\n {4}machined: boom$/m);
});

test('--wait goes on while the API is away, and ends with 0 when every node runs what is wanted', async () => {
  await machine({ conditions: [ready('True', '3 of 3 nodes run what is wanted')] });
  let broken = 0;
  api.fault = (request) => (request.path.includes('machines') && broken++ === 0 ? { kind: 'break' } : undefined);
  const { code, stderr } = await osctl('rollout status --wait');
  assert.equal(code, 0);
  assert.match(stderr, /the Kubernetes API does not answer.*\nsettled: 3 of 3/);
});

test('a Machine that the operator has not looked at is no success', async () => {
  await machine({ observedGeneration: 0, conditions: [ready('True', 'of before')] });
  assert.match((await osctl('rollout status')).stdout, /^unknown: the operator has not looked at generation 1/);
  const { code, stderr } = await osctl('rollout status --wait --wait-timeout 1ms');
  assert.equal(code, 1);
  assert.match(stderr, /has not ended within 1ms/);
});

test('list shows the newest first', async () => {
  await rollout('1-aaaaaaaa', 1, { phase: 'Completed', progress: '3/3' });
  await rollout('2-bbbbbbbb', 2, { phase: 'Progressing', progress: '0/3' });
  const { stdout } = await osctl('rollout list');
  assert.deepEqual(
    stdout.split('\n').map((line) => line.split(' ')[0]),
    ['NAME', '2-bbbbbbbb', '1-aaaaaaaa', ''],
  );
});

test('pause and resume set spec.paused of the current rollout, and of none that has ended', async () => {
  await machine({}, { rollout: { paused: true } });
  await rollout('1-abababab', 1, { phase: 'Progressing' });
  await rollout('0-ffffffff', 0, { phase: 'Completed' });
  const paused = async (): Promise<unknown> =>
    (
      JSON.parse((await osctl('rollout list -o json')).stdout) as {
        metadata: { name: string };
        spec: { paused?: boolean };
      }[]
    ).find((one) => one.metadata.name === '1-abababab')?.spec.paused;
  assert.equal((await osctl('rollout pause')).stdout, 'rollout 1-abababab paused\n');
  assert.equal(await paused(), true);
  const resumed = await osctl('rollout resume 1-abababab');
  assert.match(resumed.stderr, /the Machine itself is paused, too/);
  assert.equal(await paused(), false);
  const ended = await osctl('rollout pause 0-ffffffff');
  assert.deepEqual([ended.code, /has ended \(Completed\)/.test(ended.stderr)], [2, true]);
  const unknown = await osctl('rollout pause nothing');
  assert.match(unknown.stderr, /there is no rollout nothing; there are: /);
});

test('a preview is shown and approved in the name of who asks, and only as it was seen', async () => {
  const hash = `sha256:${'cd'.repeat(32)}`;
  const preview = { hash, nodes: 3, order: ['cp-1', 'w-1', 'w-2'], seconds: 150, opens: 'at any time' };
  const blockedBy = [{ code: 'AWAITING_APPROVAL', message: 'x', since: SINCE, owner: 'user', nextCheckTime: SINCE }];
  await rollout('1-abababab', 1, { phase: 'Pending', preview, blockedBy });
  await machine({ conditions: [ready('False', 'waits')] });
  assert.equal(
    (await osctl('rollout preview 1-abababab')).stdout,
    `1-abababab: osctl.dev/talos:1.1.0 ${digest}
nodes       3, each is drained and rebooted: cp-1, w-1, w-2
takes       about 2m30s
begins      at any time
hash        ${hash}
approval    awaited: osctl rollout approve 1-abababab
`,
  );
  api.fault = (request) =>
    request.path.includes('selfsubjectreviews')
      ? { kind: 'answer', status: 201, body: { status: { userInfo: { username: 'ann' } } } }
      : undefined;
  const stale = await osctl(`rollout approve 1-abababab --hash ${digest}`);
  assert.deepEqual([stale.code, /look at it again/.test(stale.stderr)], [2, true]);
  const { stdout } = await osctl(`rollout approve 1-abababab --hash ${hash}`);
  assert.equal(stdout, `rollout 1-abababab approved by ann: ${hash}\n`);
  assert.match((await osctl('rollout preview 1-abababab')).stdout, /approval {4}by ann/);
  assert.equal((await osctl('rollout cancel 1-abababab')).stdout, 'rollout 1-abababab cancelled\n');
  assert.match((await osctl('rollout skip nobody')).stderr, /there is no node nobody/);
  assert.match((await osctl('rollout force nobody')).stderr, /there is no node nobody/);
});

test('what has failed is tried again in the name of who asks, once it is said what that clears', async () => {
  const status = { phase: 'RolledBack', rolloutName: '1-abababab' };
  await rollout('1-abababab', 1, { phase: 'Halted' });
  const entry = { image: 'osctl.dev/talos:1.1.0', digest, targetHash: digest, nodeClass: 'worker-amd64' };
  await machine({
    conditions: [ready('False', 'halted')],
    quarantine: [{ ...entry, node: 'w-1', reason: 'Crashed', since: SINCE }],
  });
  await put('nodestates', 'NodeState', { metadata: { name: 'w-1' }, spec: {}, status });
  await put('nodestates', 'NodeState', { metadata: { name: 'w-2' }, spec: {}, status: { phase: 'Done' } });
  api.fault = (request) =>
    request.path.includes('selfsubjectreviews')
      ? { kind: 'answer', status: 201, body: { status: { userInfo: { username: 'ann' } } } }
      : undefined;
  assert.match((await osctl('rollout retry')).stderr, /add --yes/);
  assert.match((await osctl('rollout retry w-2 --yes')).stderr, /nothing of rollout 1-abababab has failed/);
  assert.match((await osctl('rollout retry nobody --yes')).stderr, /there is no node nobody/);
  const { stdout } = await osctl('rollout retry w-1 --yes');
  assert.equal(
    stdout,
    `rollout 1-abababab is tried again, by ann
  cleared the quarantine of osctl.dev/talos:1.1.0 on w-1 (Crashed)
  cleared the turn of w-1
`,
  );
  const url = new URL('/apis/osctl.dev/v1alpha1/rollouts/1-abababab', api.access.server);
  const { spec } = (await (await fetch(url)).json()) as { spec: { retry: { id: string } } };
  assert.match(spec.retry.id, /^[0-9a-f]{8}$/);
  assert.deepEqual({ ...spec.retry, id: '' }, { id: '', by: 'ann', nodes: ['w-1'] });
});

for (const [nodes, far] of [
  ['25%', '25% of the nodes'],
  ['25% of canary', '25% of canary'],
] as const)
  test(`the stage of ${nodes} that waits is approved in the name of who asks`, async () => {
    const stage = { number: 2, of: 2, state: 'AwaitingApproval', nodes };
    await rollout('1-abababab', 1, { phase: 'Progressing', stage });
    await machine({ conditions: [ready('False', 'waits')] });
    api.fault = (request) =>
      request.path.includes('selfsubjectreviews')
        ? { kind: 'answer', status: 201, body: { status: { userInfo: { username: 'ann' } } } }
        : undefined;
    const shown = (await osctl('rollout status')).stdout.split('\n').find((line) => line.startsWith('stage'));
    assert.equal(shown, `stage       2 of 2, up to ${far}: AwaitingApproval`);
    const { stdout } = await osctl('rollout approve');
    assert.equal(stdout, `stage 2 of 2 (up to ${far}) of rollout 1-abababab approved by ann\n`);
    const url = new URL('/apis/osctl.dev/v1alpha1/rollouts/1-abababab', api.access.server);
    const { spec } = (await (await fetch(url)).json()) as { spec: { stageApprovals: unknown } };
    assert.deepEqual(spec.stageApprovals, [{ stage: 2, nodes, by: 'ann' }]);
  });

test('pause right after a wish means the rollout of that wish', async () => {
  await rollout('1-abababab', 1, { phase: 'Completed' });
  await machine({
    conditions: [ready('False', 'looks up the image')],
    blockedBy: [{ code: 'RESOLVING_IMAGE', message: 'x', since: SINCE, owner: 'operator', nextCheckTime: SINCE }],
  });
  const pausing = osctl('rollout pause');
  await rollout('2-cdcdcdcd', 2, { phase: 'Progressing' });
  const url = new URL('/apis/osctl.dev/v1alpha1/machines/cluster', api.access.server);
  const response = await fetch(url, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify({ status: { rollout: '2-cdcdcdcd', observedGeneration: 2 } }),
  });
  assert.ok(response.ok, await response.text());
  const { code, stdout, stderr } = await pausing;
  assert.deepEqual([code, stdout, stderr], [0, 'rollout 2-cdcdcdcd paused\n', '']);
});

test('no kubeconfig, or one that is not there, is told with what writes one', async () => {
  const { code, stderr } = await runCaptured(['rollout', 'status'], { env: { HOME: directory } });
  assert.equal(code, 2);
  assert.match(stderr, /cannot read the kubeconfig.*`osctl kubeconfig .*\/\.kube\/config` writes one/);
  api.fault = () => ({ kind: 'answer', status: 404, body: { kind: 'Status', message: 'not found', code: 404 } });
  const missing = await osctl('rollout status');
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /is the operator installed\? \(kubectl apply -k deploy\/base\)/);
});
