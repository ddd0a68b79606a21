import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Node } from '../../kube/resources.ts';
import { formerView, nodeView, slimNode } from './node.ts';

const heartbeat = '2026-01-01T00:00:05Z';
const node: Node = {
  metadata: {
    name: 'cp-1',
    uid: 'u',
    labels: { 'node-role.kubernetes.io/control-plane': '' },
    annotations: { a: 'b' },
  },
  spec: { unschedulable: true, taints: [{ key: 'osctl.dev/updating', effect: 'NoSchedule' }] },
  status: {
    addresses: [
      { type: 'Hostname', address: 'cp-1' },
      { type: 'InternalIP', address: '10.5.0.2' },
    ],
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        lastHeartbeatTime: heartbeat,
        lastTransitionTime: heartbeat,
        reason: 'r',
        message: 'm',
      },
    ],
    images: [{ names: ['osctl.dev/pause'] }],
  },
};

describe('a Node as the planner sees it', () => {
  it('is the same from the cache as from the API', () => {
    const expected = {
      name: 'cp-1',
      uid: 'u',
      role: 'control-plane',
      labels: { 'node-role.kubernetes.io/control-plane': '' },
      architecture: '',
      address: '10.5.0.2',
      ready: true,
      // a heartbeat is cut to its second: it counts as sent at the end of it
      heartbeatTime: Date.parse(heartbeat) + 999,
      unschedulable: true,
      tainted: true,
      volumes: [],
    };
    assert.deepEqual(nodeView(node, undefined, undefined), expected);
    assert.deepEqual(nodeView(slimNode(node), undefined, undefined), expected);
  });

  it('is a worker, not ready and open, when nothing else is said', () => {
    const { role, ready, tainted, heartbeatTime } = nodeView({ metadata: { name: 'n' } }, undefined, undefined);
    assert.deepEqual(
      { role, ready, tainted, heartbeatTime },
      { role: 'worker', ready: false, tainted: false, heartbeatTime: 0 },
    );
  });

  it('knows our taint from others of that key', () => {
    const other = { ...node, spec: { taints: [{ key: 'osctl.dev/updating', effect: 'NoExecute' }] } };
    assert.equal(nodeView(other, undefined, undefined).tainted, false);
  });

  it('does not keep the images', () => {
    assert.ok(!JSON.stringify(slimNode(node)).includes('pause'));
  });
});

describe('what is ours on a Node', () => {
  const labelled = (value: string): Node => ({
    ...node,
    metadata: { ...node.metadata, labels: { 'node.kubernetes.io/exclude-from-external-load-balancers': value } },
  });

  it('is our label too, where somebody has taken off the taint, and not a label of theirs', () => {
    assert.equal(nodeView({ ...labelled('osctl.dev-updating'), spec: {} }, undefined, undefined).labelled, true);
    assert.equal(nodeView(labelled(''), undefined, undefined).labelled, undefined);
  });
});

describe('the agent of a node that has not answered yet', () => {
  const observed = {
    time: heartbeat,
    reachable: true,
    bootID: 'b',
    slot: 'b',
    version: '2.0.0',
    digest: 'sha256:2',
  } as const;
  const metadata = { name: 'cp-1', ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'cp-1', uid: 'u' }] };
  const state = {
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeState',
    metadata,
    spec: {},
    status: { observed },
  } as const;

  it('is what the operator before has stored, and does not answer', () => {
    const view = formerView(state, 'u');
    assert.deepEqual([view?.reachable, view?.ready, view?.digest, view?.version], [false, false, 'sha256:2', '2.0.0']);
    assert.deepEqual(view?.slots, [{ name: 'b', digest: 'sha256:2', bootable: true }]);
  });

  it('is unknown where nothing is stored, or of another node of that name', () => {
    assert.equal(formerView({ ...state, status: {} }, 'u'), undefined);
    assert.equal(formerView(state, 'another'), undefined);
  });
});
