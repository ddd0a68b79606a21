import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Node } from '@talos/lib/kube/resources.ts';
import { TAINT } from '@talos/lib/plan/objects/node.ts';
import { faceOf } from './face.ts';

const node = (change: { heartbeat?: string; status?: string; taints?: readonly (typeof TAINT)[] } = {}): Node => {
  const { heartbeat = 'T1', status = 'True', taints = [] } = change;
  return {
    metadata: { name: 'a', uid: 'uid', resourceVersion: heartbeat },
    spec: { taints: [...taints] },
    status: { conditions: [{ type: 'Ready', status, lastHeartbeatTime: heartbeat }] },
  };
};

describe('the face of a Node', () => {
  it('is another one when something has changed that a decision rests on', () => {
    assert.notEqual(faceOf(node()), faceOf(node({ status: 'False' })));
    assert.notEqual(faceOf(node()), faceOf(node({ taints: [TAINT] })));
  });

  it('does not change with a heartbeat, but of a node in our hands', () => {
    assert.equal(faceOf(node()), faceOf(node({ heartbeat: 'T2' })));
    const ours = { taints: [TAINT] };
    assert.notEqual(faceOf(node(ours)), faceOf(node({ ...ours, heartbeat: 'T2' })));
  });
});
