/** A fresh cluster is a whole Kubernetes: pods run on every node, reach one another, find services by name. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, isReady, TestCluster } from '../harness/cluster.ts';
import { deleteNamespace, webServer, workloadImage } from '../harness/workload.ts';

const cluster = TestCluster.shared();
const NAMESPACE = 'story-cluster';

before(async () => {
  await cluster.kubectl(['create', 'namespace', NAMESPACE]);
});
after(() => deleteNamespace(cluster, NAMESPACE));

test('every node is Ready, and the control plane says what it is', async () => {
  const nodes = await cluster.nodes();
  assert.deepEqual(
    nodes,
    ['cp-1', 'worker-1', 'worker-2'].map((name) => `${cluster.name}-${name}`),
  );
  for (const name of nodes) assert.ok(isReady(await cluster.node(name)), `${name} is Ready`);
  assert.deepEqual(await cluster.nodes('control-plane'), [`${cluster.name}-cp-1`]);
});

test('a service answers by its name, over pods on both workers', async () => {
  await cluster.apply(await webServer(cluster, { namespace: NAMESPACE, name: 'web', replicas: 2 }));
  await cluster.kubectl(['-n', NAMESPACE, 'rollout', 'status', 'deployment/web', '--timeout=90s']);
  const pods = await cluster.get<{ items: { spec: { nodeName: string } }[] }>('pods', '-n', NAMESPACE, '-l', 'app=web');
  assert.deepEqual(new Set(pods.items.map((pod) => pod.spec.nodeName)), new Set(await cluster.nodes('worker')));

  // From inside: a name, a virtual address, a pod on whichever node.
  await cluster.apply({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'client', namespace: NAMESPACE },
    spec: {
      backoffLimit: 6,
      template: {
        spec: {
          // A node's kube-proxy hears of new endpoints in its own time. One pod tries again, so its log is the last try's.
          restartPolicy: 'OnFailure',
          containers: [
            {
              name: 'client',
              image: await workloadImage(cluster),
              command: ['/usr/bin/node', '-e'],
              args: [
                `const seen = new Set();
                 for (let i = 0; i < 40 && seen.size < 2; i++) {
                   const answer = await fetch('http://web.${NAMESPACE}.svc.cluster.local/', { headers: { connection: 'close' } });
                   seen.add(await answer.text());
                 }
                 console.log([...seen].sort().join(' '));
                 process.exit(seen.size === 2 ? 0 : 1);`,
              ],
            },
          ],
        },
      },
    },
  });
  await cluster.kubectl(['-n', NAMESPACE, 'wait', '--for=condition=complete', 'job/client', '--timeout=90s']);
  const log = await cluster.kubectl(['-n', NAMESPACE, 'logs', 'job/client']);
  assert.match(log, /web-\S+ web-\S+/);
});

test('the operator and the add-ons run', async () => {
  await eventually('all pods to be running', 60_000, async () => {
    const pods = await cluster.get<{ items: { status: { phase: string } }[] }>('pods', '-n', 'talos-system');
    return pods.items.length === 1 && pods.items.every((pod) => pod.status.phase === 'Running');
  });
});
