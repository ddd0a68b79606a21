/** The configuration of nodes, as it is changed from here. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Init } from '@talos/lib/rpc/service.ts';
import {
  type ApplyConfigRequest,
  type ApplyConfigResponse,
  Config,
  Etcd,
  Lifecycle,
  System,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { golden } from '../golden.testing.ts';

let cluster: FakeCluster;
before(async () => {
  cluster = await FakeCluster.start();
});
after(() => cluster.close());
afterEach(() => cluster.stop('n1'));

const DOCUMENTS = 'apiVersion: osctl.dev/v1alpha1\nkind: SystemConfig\nspec:\n  nodeName: n1\n';
const PATCH = 'kind: KubeletConfig\nspec: {extraConfig: {maxPods: 50}}\n';
const CHANGED: Init<ApplyConfigResponse> = {
  diff: '--- current\n+++ proposed\n@@ -1 +1 @@\n-a\n+b\n',
  disruption: 'SERVICE_RESTART',
  restarts: ['kubelet'],
  hash: 'sha256:2',
  applied: true,
  revision: 2,
};

/** A node that takes what it is sent, and notes it. */
async function node(answer: (request: ApplyConfigRequest, nth: number) => Init<ApplyConfigResponse>) {
  const asked: ApplyConfigRequest[] = [];
  await cluster.node(
    'n1',
    serve(Config, {
      get: async () => ({ documents: DOCUMENTS, hash: `sha256:${asked.length + 1}` }),
      apply: async (request) => {
        asked.push(request);
        return answer(request, asked.length);
      },
    }),
    serve(Lifecycle, {
      async *watchOperation({ id }) {
        yield {
          operation: {
            id,
            type: 'reboot',
            state: 'SUCCEEDED',
            startMs: 1000,
            endMs: 21_000,
            fromBootId: 'old',
            result: { version: '1.0.0', slot: 'a', bootId: 'new' },
          },
        };
      },
    }),
  );
  return asked;
}

test('a patch changes what a node has, with the hash of what it was made from, and again when somebody was faster', async () => {
  const asked = await node((_request, nth) => {
    if (nth === 1) throw new RpcError('FAILED_PRECONDITION', 'changed', { reason: 'CONFIG_CHANGED' });
    return CHANGED;
  });
  const { code, stdout, stderr } = await cluster.run([
    ...['-n', 'n1', 'config', 'patch', '--patch', PATCH, '--mode', 'try', '--keep-within', '2m'],
  ]);
  assert.deepEqual([code, stderr], [0, '']);
  assert.deepEqual(
    asked.map(({ expectedHash, mode, tryMs }) => [expectedHash, mode, tryMs]),
    [
      ['sha256:1', 'TRY', 120_000],
      ['sha256:2', 'TRY', 120_000],
    ],
  );
  assert.match(asked[1]?.documents ?? '', /nodeName: n1[\s\S]*kind: KubeletConfig[\s\S]*maxPods: 50/);
  assert.match(stdout, /n1 {2}applied; it restarts kubelet/);
});

test('a change that reboots the node is followed to its end; one that is refused is told', async () => {
  const file = join(cluster.directory, 'node.yaml');
  writeFileSync(file, DOCUMENTS);
  await node((request) => {
    if (request.mode === 'NO_REBOOT')
      throw new RpcError('FAILED_PRECONDITION', 'the change needs a reboot', { reason: 'NEEDS_REBOOT' });
    return { ...CHANGED, disruption: 'REBOOT', operationId: request.operationId };
  });
  const done = await cluster.run(['-n', 'n1', 'config', 'apply', '-f', file, '--operation-id', 'op']);
  golden(import.meta.url, 'config-apply-reboot', done.stdout);
  assert.equal(done.code, 0);
  const refused = await cluster.run(['-n', 'n1', 'config', 'apply', '-f', file, '--mode', 'no-reboot']);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /the change needs a reboot/);
});

test('a control plane whose reboot would cost etcd its quorum takes what needs none, and nothing on try beside others', async () => {
  let disruption: ApplyConfigResponse['disruption'] = 'REBOOT';
  const applied: string[] = [];
  const lost = { members: ['cp-1', 'cp-2', 'cp-3'].map((name) => ({ name, healthy: name !== 'cp-3' })) };
  for (const name of ['cp-1', 'cp-2']) {
    await cluster.node(
      name,
      serve(System, { status: async () => ({ node: name, role: 'control-plane', ready: true }) }),
      serve(Etcd, { members: async () => lost }),
      serve(Config, {
        apply: async ({ dryRun }) => {
          if (!dryRun) applied.push(name);
          return { ...CHANGED, applied: !dryRun, disruption };
        },
      }),
    );
  }
  const file = join(cluster.directory, 'control-planes.yaml');
  writeFileSync(file, DOCUMENTS);
  const apply = (...options: readonly string[]) =>
    cluster.run(['-n', 'cp-1,cp-2', 'config', 'apply', '-f', file, ...options]);
  const refused = await apply();
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /cp-1.*etcd would be left with 1 of 3 members/);
  const tried = await apply('--mode', 'try');
  assert.equal(tried.code, 2);
  assert.match(tried.stderr, /goes back with one, too.*--force/);
  assert.deepEqual(applied, []);
  disruption = 'NONE';
  assert.equal((await apply()).code, 0);
  assert.deepEqual(applied, ['cp-1', 'cp-2']);
});

test('an editor gets the documents; what it makes of them is applied, and kept when that fails', async () => {
  const asked = await node((_request, nth) => {
    if (nth === 2) throw new RpcError('INVALID_ARGUMENT', 'SystemConfig.spec.nodeName: must be …');
    return CHANGED;
  });
  const env = { EDITOR: 'sed -i s/n1/n2/', PATH: process.env['PATH'] ?? '' };
  const done = await cluster.run(['-n', 'n1', 'config', 'edit'], { env });
  assert.deepEqual([done.code, asked[0]?.documents], [0, DOCUMENTS.replace('n1', 'n2')]);
  const failed = await cluster.run(['-n', 'n1', 'config', 'edit'], { env });
  assert.equal(failed.code, 1);
  const kept = /kept in (\S+)/.exec(failed.stderr)?.[1] ?? '';
  assert.equal(readFileSync(kept, 'utf8'), DOCUMENTS.replace('n1', 'n2'));
  const nothing = await cluster.run(['-n', 'n1', 'config', 'edit'], { env: { ...env, EDITOR: 'true' } });
  assert.deepEqual([nothing.code, nothing.stderr], [0, 'nothing was changed\n']);
});

test('documents are checked here, without a node, with the nearest known name', async () => {
  const file = join(cluster.directory, 'wrong.yaml');
  writeFileSync(file, DOCUMENTS.replace('nodeName', 'nodeNam'));
  const { code, stderr } = await cluster.run(['config', 'validate', '-f', file]);
  assert.equal(code, 1);
  assert.match(stderr, /SystemConfig\.spec\.nodeNam: is not a field; did you mean nodeName\?/);
});

test('the history says who, when and what', async () => {
  // Half an hour past: an age that stays the same while the test runs.
  const daysAgo = (days: number): number => Date.now() - days * 86_400_000 - 1_800_000;
  await cluster.node(
    'n1',
    serve(Config, {
      history: async () => ({
        revisions: [
          { revision: 3, timeMs: daysAgo(1), action: 'keep', subject: 'ada', inForce: true },
          {
            revision: 2,
            timeMs: daysAgo(2),
            action: 'try',
            subject: 'ada',
            paths: ['KubeletConfig.spec.extraConfig.maxPods'],
          },
          { revision: 1, timeMs: daysAgo(30), action: 'initial', subject: '' },
        ],
      }),
    }),
  );
  const { stdout } = await cluster.run(['-n', 'n1', 'config', 'history']);
  golden(import.meta.url, 'config-history', stdout);
});

test('documents and differences cannot steer a terminal; in a pipe documents are what they were', async () => {
  const documents = `${DOCUMENTS}# \u009b2J \u202e\n`;
  await cluster.node(
    'n1',
    serve(Config, {
      get: async () => ({ documents, hash: 'sha256:1' }),
      rollback: async () => ({ ...CHANGED, applied: false, diff: '+a: "\u009b2J"\n' }),
    }),
  );
  const terminal = { terminal: { columns: 80, rows: 24 } };
  assert.match((await cluster.run(['-n', 'n1', 'config', 'get'], terminal)).stdout, /^# \\x9b2J \\u202e$/m);
  assert.ok((await cluster.run(['-n', 'n1', 'config', 'get'])).stdout.endsWith(documents));
  const differs = await cluster.run(['-n', 'n1', 'config', 'diff', '--revision', '1'], terminal);
  assert.match(differs.stdout, /^\+a: "\\x9b2J"$/m);
});
