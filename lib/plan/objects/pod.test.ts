import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Pod } from '../../kube/resources.ts';
import { mustGo, slimPod } from './pod.ts';

const pod = (metadata: Partial<Pod['metadata']>, phase = 'Running'): Pod => ({
  metadata: { name: 'p', namespace: 'default', ...metadata },
  spec: { nodeName: 'worker-1', containers: [{ name: 'c', image: 'i', env: [{ name: 'SECRET', value: 'x' }] }] },
  status: { phase },
});
const owner = (kind: string, controller = true) => ({
  ownerReferences: [{ apiVersion: 'apps/v1', kind, name: 'o', uid: 'u', controller }],
});

describe('what a drain is about', () => {
  const cases: readonly [string, Pod, boolean][] = [
    ['a ReplicaSet', pod(owner('ReplicaSet')), true],
    ['nobody', pod({}), true],
    ['a DaemonSet', pod(owner('DaemonSet')), false],
    ['a DaemonSet that only mentions it', pod(owner('DaemonSet', false)), true],
    ['the kubelet: a mirror pod', pod({ annotations: { 'kubernetes.io/config.mirror': 'x' } }), false],
    ['a Job that is done', pod(owner('Job'), 'Succeeded'), false],
    ['a Job that failed', pod(owner('Job'), 'Failed'), false],
    ['one on its way out', pod({ deletionTimestamp: '2026-01-01T00:00:00Z' }), true],
  ];
  for (const [of, object, expected] of cases) {
    it(`${expected ? 'counts' : 'leaves'} a pod of ${of}`, () => {
      assert.equal(mustGo(object), expected);
      // as it is cached
      assert.equal(mustGo(slimPod(object)), expected);
    });
  }

  it('keeps nothing of what pods are made of', () => {
    assert.ok(!JSON.stringify(slimPod(pod({}))).includes('SECRET'));
  });
});
