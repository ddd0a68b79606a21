/** A rollout that waits for its approval, at an apiserver; and the kubeconfig that leads there. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { ago, DIGEST } from './node-looks.testing.ts';

const NAME = '2-abababab';
const at = (minutes: number): string => new Date(ago(minutes)).toISOString();
const image = 'osctl.dev/talos:1.1.0';
const OBJECTS: Readonly<Record<string, readonly object[]>> = {
  machines: [
    {
      kind: 'Machine',
      metadata: { name: 'cluster' },
      spec: { os: { image } },
      status: {
        observedGeneration: 1,
        rollout: NAME,
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'X',
            message: '1 of 2 nodes run what is wanted',
            lastTransitionTime: at(9),
          },
        ],
        nodes: { total: 2, updated: 1, unavailable: 0 },
        blockedBy: [
          {
            code: 'PDB',
            message: 'PodDisruptionBudget web/web lets no pod go',
            node: 'worker-1',
            since: at(4),
            owner: 'workload',
            nextCheckTime: at(-1),
          },
        ],
      },
    },
  ],
  rollouts: [
    {
      kind: 'Rollout',
      metadata: { name: NAME, creationTimestamp: at(10) },
      spec: {
        generation: 2,
        os: { image },
        targets: [{ pool: 'default', image, digest: DIGEST, configHash: DIGEST }],
        layers: [
          { name: 'machine', priority: -2, config: { system: { sysctls: { 'vm.swappiness': '60' } } } },
          { name: 'nodeconfig/calm', priority: 10, config: { system: { sysctls: { 'vm.swappiness': '10' } } } },
        ],
        targetHash: DIGEST,
      },
      status: {
        phase: 'Progressing',
        progress: '1/2',
        node: 'worker-1',
        message: 'drains worker-1',
        startTime: at(9),
        estimatedCompletionTime: at(-3),
        preview: {
          hash: DIGEST,
          nodes: 1,
          order: ['worker-1'],
          seconds: 90,
          opens: 'at any time',
          forecast: {
            time: at(1),
            nodes: 1,
            pods: 7,
            obstacles: [
              { node: 'worker-1', code: 'SCRATCH_LOST', message: 'web/cache-0: what is in its emptyDir ends with it' },
              { node: 'worker-1', code: 'BUDGET', message: 'web/web-0: PodDisruptionBudget web/web lets none go' },
            ],
          },
        },
      },
    },
    {
      kind: 'Rollout',
      metadata: { name: '1-cdcdcdcd', creationTimestamp: at(3000) },
      spec: { generation: 1, os: { image: 'osctl.dev/talos:1.0.0' }, targets: [], targetHash: DIGEST },
      status: { phase: 'Completed', progress: '2/2' },
    },
  ],
  nodepools: [
    {
      kind: 'NodePool',
      metadata: { name: 'databases' },
      spec: { nodeSelector: { matchLabels: { purpose: 'database' } }, rollout: { maxUnavailable: 1 } },
      status: {
        observedGeneration: 1,
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'RollingOut',
            message: '0 of 1 nodes run what is wanted; outside of the maintenance windows',
            lastTransitionTime: at(9),
          },
        ],
        nodes: { total: 1, updated: 0, unavailable: 0 },
        progress: '0/1',
        maxUnavailable: 1,
      },
    },
  ],
  nodestates: [
    {
      kind: 'NodeState',
      metadata: { name: 'worker-2' },
      spec: {},
      status: {
        phase: 'Held',
        rolloutName: NAME,
        message: 'worker-2 is not steady',
        observed: { version: '1.1.0', reachable: true },
      },
    },
    {
      kind: 'NodeState',
      metadata: { name: 'worker-1' },
      spec: {},
      status: {
        phase: 'Draining',
        message: 'evicting 2 pods \u001b[2J',
        observed: { version: '1.0.0', reachable: true },
        preview: {
          disruption: 'NONE',
          configHash: DIGEST,
          diff: '--- current\n+++ proposed\n@@ -5 +5,2 @@\n+  sysctls:\n',
        },
        step: { name: 'drain', startTime: at(4), deadline: at(-20), attempts: 2 },
      },
    },
  ],
};

/** Whatever was changed of it before is forgotten. */
export async function putRollout(api: FakeApiserver, directory: string): Promise<void> {
  const { server } = api.access;
  api.fault = ({ path }) =>
    path.includes('selfsubjectreviews')
      ? { kind: 'answer', status: 201, body: { status: { userInfo: { username: 'ann' } } } }
      : undefined;
  for (const [plural, objects] of Object.entries(OBJECTS)) {
    for (const object of objects) {
      const { name } = (object as { readonly metadata: { readonly name: string } }).metadata;
      const url = new URL(`/apis/osctl.dev/v1alpha1/${plural}`, server);
      await fetch(new URL(`${url.pathname}/${name}`, server), { method: 'DELETE' });
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ apiVersion: 'osctl.dev/v1alpha1', ...object }),
      });
      if (!response.ok) throw new Error(await response.text());
    }
  }
  await writeFile(
    join(directory, 'kubeconfig'),
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'c', cluster: { server: server.href, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    }),
  );
}
