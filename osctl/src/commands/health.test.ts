/** `osctl health` against nodes with Kubernetes out of reach: the OS API alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Etcd, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import type { HealthReport } from '../health/report.ts';

let cluster: FakeCluster;
let workerReady = true;

before(async () => {
  cluster = await FakeCluster.start();
  const version = async () => ({ version: '1.0.0', digest: 'sha256:ab', kubernetesVersion: 'v1.37.2' });
  const running = { stage: 'RUNNING', uptimeMs: 60_000, etcdBootstrapped: true } as const;
  await cluster.node(
    'cp-1',
    serve(System, { version, status: async () => ({ ...running, node: 'cp-1', role: 'control-plane', ready: true }) }),
    serve(Etcd, {
      status: async () => ({ leaderId: 'a1', leader: true }),
      members: async () => ({ members: [{ id: 'a1', name: 'cp-1', healthy: true }] }),
    }),
  );
  await cluster.node(
    'w-1',
    serve(System, {
      version,
      status: async () => ({
        ...running,
        node: 'w-1',
        role: 'worker',
        ready: workerReady,
        services: [
          workerReady
            ? { id: 'kubelet', state: 'ACTIVE', health: 'HEALTHY' }
            : { id: 'kubelet', state: 'FAILED', health: 'UNHEALTHY', restarts: 3, message: 'exit 1' },
        ],
      }),
    }),
  );
});
after(() => cluster.close());

async function report(...args: readonly string[]): Promise<{ readonly code: number; readonly health: HealthReport }> {
  const { code, stdout } = await cluster.run(['health', '-o', 'json', ...args]);
  return { code, health: JSON.parse(stdout) as HealthReport };
}
const stateOf = (health: HealthReport, id: string) => health.checks.find((check) => check.id === id)?.state;

test('every node of the context is looked at; what Kubernetes would say is unknown, which is no failure', async () => {
  const { code, health } = await report();
  assert.equal(code, 0);
  assert.deepEqual([stateOf(health, 'nodes-answer'), stateOf(health, 'services')], ['ok', 'ok']);
  assert.equal(stateOf(health, 'etcd-quorum'), 'ok');
  assert.equal(stateOf(health, 'kubernetes-api'), 'unknown');
  assert.match(
    health.checks.find(({ id }) => id === 'kubernetes-api')?.findings[0]?.evidence ?? '',
    /cp-1: .*and cannot use the kubeconfig .*\.kube\/config/,
  );
  assert.match((await cluster.run(['health'])).stdout, /✓ nodes answer +2 of 2\n[\s\S]*as far as could be seen/);
});

test('a failed check is exit code 1, and --wait comes back as soon as it is mended', async () => {
  workerReady = false;
  const { code, health } = await report();
  assert.equal(code, 1);
  assert.equal(health.state, 'failed');
  assert.deepEqual(
    health.checks
      .flatMap(({ findings }) => findings)
      .map(({ state, node }) => [state, node])
      .at(0),
    ['failed', 'w-1'],
  );
  const waiting = cluster.run(['health', '--wait', '1m'], {
    onError: (told) => {
      if (/not yet: services are healthy/.test(told)) workerReady = true;
    },
  });
  assert.equal((await waiting).code, 0);
});

test('a node that is away is one finding; the others are told as ever', async () => {
  await cluster.stop('w-1');
  const { code, health } = await report();
  assert.equal(code, 1);
  const [finding] = health.checks.find(({ id }) => id === 'nodes-answer')?.findings ?? [];
  assert.equal(finding?.node, 'w-1');
  assert.match(finding?.evidence ?? '', /^System\.Version: connect ECONNREFUSED/);
  assert.equal(stateOf(health, 'etcd-quorum'), 'ok');
});

test('a wrong kubeconfig that was asked for is told', async () => {
  const { health } = await report('--kubeconfig', '/nowhere');
  assert.match(JSON.stringify(health.checks), /cannot use the kubeconfig \/nowhere/);
});
