import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Gate } from '@talos/crds/gate.ts';
import { type ControlPlane, startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { create, mergePatch, patchStatus } from '@talos/lib/kube/apply.ts';
import { defineResource, type KubeObject } from '@talos/lib/kube/objects.ts';
import { NODES, SECRETS } from '@talos/lib/kube/resources.ts';
import PQueue from 'p-queue';
import { type Installed, install } from '../testing/install.testing.ts';
import { evaluate } from './evaluate.ts';

const DEPLOYMENTS = defineResource<KubeObject & { readonly spec: unknown }>({
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
  namespaced: true,
});
const ROLES = defineResource({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind: 'ClusterRole',
  plural: 'clusterroles',
  namespaced: false,
});

describe('gates on a real apiserver, with the rights of deploy/base', () => {
  const signal = AbortSignal.timeout(120_000);
  let plane: ControlPlane;
  let installed: Installed;
  const ask = (gate: Omit<Gate, 'name'>) =>
    evaluate(
      { name: 'gate', ...gate },
      { transport: installed.transport, clock: systemClock, expressions: new PQueue({ concurrency: 1 }) },
      signal,
    );
  /** What the controller-manager, which does not run here, makes of ClusterRoles with the label. */
  const grant = (rules: readonly object[]) =>
    mergePatch(plane.transport, ROLES, { name: 'talos-operator-gates' }, { rules }, { signal, fieldManager: 'test' });

  before(async () => {
    plane = await startControlPlane();
    installed = await install(plane, signal);
  });
  after(async () => {
    installed?.transport.close();
    await plane?.stop();
  });

  it('says what is to be granted before it may read, then reads', async () => {
    const gate = { preset: { name: 'DeploymentsAvailable', namespace: 'default' } } as const;
    const refused = await ask(gate);
    assert.equal(refused.state, 'Unknown');
    assert.match(
      'message' in refused ? refused.message : '',
      /may not list deployments of apps\/v1: grant it with a ClusterRole that has the label osctl\.dev\/aggregate-to-gates/,
    );
    await grant([{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['list'] }]);
    await eventually(async () =>
      assert.deepEqual(await ask(gate), { state: 'Closed', message: 'there are no deployments' }),
    );
    const labels = { app: 'web' };
    const spec = {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'osctl.dev/web' }] } },
    };
    await create(
      plane.transport,
      DEPLOYMENTS,
      { metadata: { namespace: 'default', name: 'web', labels }, spec },
      { signal },
    );
    assert.deepEqual(await ask(gate), { state: 'Closed', message: 'not as they should be: default/web' });
    const available = { replicas: 2, readyReplicas: 2, updatedReplicas: 2, availableReplicas: 2 };
    await patchStatus(plane.transport, DEPLOYMENTS, { namespace: 'default', name: 'web' }, available, { signal });
    assert.deepEqual(await ask(gate), { state: 'Open' });
    const objects = { apiVersion: 'apps/v1', resource: 'deployments', labelSelector: 'app=other' };
    assert.deepEqual(await ask({ cel: { objects, expression: 'size(objects) == 0' } }), { state: 'Open' });
  });

  it('never reads Secrets, even where someone has granted them', async () => {
    await create(plane.transport, SECRETS, { metadata: { namespace: 'default', name: 'password' } }, { signal });
    await grant([{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }]);
    const objects = { apiVersion: 'v1', resource: 'secrets' };
    const finding = await ask({ cel: { objects, expression: 'true' } });
    assert.deepEqual(finding, { state: 'Unknown', message: 'a gate never reads Secrets', owner: 'user' });
  });

  it('says that the cluster serves no such objects', async () => {
    await grant([{ apiGroups: ['ceph.rook.io'], resources: ['cephclusters'], verbs: ['list'] }]);
    await eventually(async () => {
      const finding = await ask({ preset: { name: 'CephHealthy' } });
      assert.deepEqual(finding, {
        state: 'Unknown',
        message: 'the cluster serves no cephclusters of ceph.rook.io/v1',
        owner: 'user',
      });
    });
  });

  it('looks at a condition of all nodes', async () => {
    const gate = { nodeCondition: { type: 'KernelDeadlock', status: 'False' } } as const;
    for (const [name, status] of [
      ['node-1', 'False'],
      ['node-2', 'True'],
    ] as const) {
      await create(plane.transport, NODES, { metadata: { name } }, { signal });
      assert.equal((await ask(gate)).state, name === 'node-1' ? 'Unknown' : 'Open');
      await patchStatus(
        plane.transport,
        NODES,
        { name },
        { conditions: [{ type: 'KernelDeadlock', status }] },
        { signal },
      );
    }
    assert.deepEqual(await ask(gate), { state: 'Closed', message: 'KernelDeadlock is not False on node-2' });
  });
});

/** A role counts a moment after it was written. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
