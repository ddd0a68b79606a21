import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pod } from '../../kube/resources.ts';
import { budgetView, Census, podView, requestsOf, roomOf, slimWorkload } from './workload.ts';

const container = (cpu: string, restartPolicy?: string) => ({
  name: 'c',
  resources: { requests: { cpu } },
  ...(restartPolicy === undefined ? {} : { restartPolicy }),
});
const pod = (name: string, nodeName: string, cpu: string, phase = 'Running'): Pod => ({
  metadata: { name, namespace: 'default' },
  spec: { nodeName, containers: [container(cpu)] },
  status: { phase },
});

test('a pod asks for its containers and sidecars together, or for its largest init container', () => {
  const asks = (initContainers: readonly object[]) =>
    requestsOf({
      metadata: { name: 'p' },
      spec: {
        containers: [container('1'), container('500m')],
        initContainers,
        overhead: { cpu: '100m' },
      } as Pod['spec'],
    } as Pod)['cpu'];
  assert.equal(asks([]), 1.6);
  assert.equal(asks([container('1')]), 1.6);
  assert.equal(asks([container('3')]), 3.1);
  assert.equal(asks([container('1', 'Always')]), 2.6);
});

test('a census keeps the pods of the nodes that it is about, and of the others what they take', () => {
  const census = new Census(['a']);
  for (const one of [pod('1', 'a', '1'), pod('2', 'a', '1', 'Succeeded'), pod('3', 'b', '2'), pod('4', 'b', '1')]) {
    census.count(one, 0);
  }
  assert.deepEqual(
    census.pods.map(({ name }) => name),
    ['1'],
  );
  assert.deepEqual([census.used.get('a')?.['cpu'], census.used.get('b')?.['cpu']], [1, 3]);
});

test('a room is what its pods leave of the node, and closed to all while it is cordoned or not ready', () => {
  const node = {
    metadata: { name: 'a' },
    spec: {
      taints: [
        { key: 'osctl.dev/updating', effect: 'NoSchedule' },
        { key: 'x', effect: 'NoSchedule' },
      ],
    },
    status: { allocatable: { cpu: '4', pods: '110' }, conditions: [{ type: 'Ready', status: 'True' }] },
  };
  const { free, open, taints } = roomOf(node, { cpu: 1, pods: 3 });
  assert.deepEqual([free, open, taints.map(({ key }) => key)], [{ cpu: 3, pods: 107 }, true, ['x']]);
  assert.equal(roomOf({ ...node, spec: { unschedulable: true } }).open, false);
  assert.equal(roomOf({ metadata: { name: 'b' } }).open, false);
});

test('a budget that its controller has not looked at lets none go', () => {
  const metadata = { name: 'b', namespace: 'default', generation: 2 };
  assert.equal(budgetView({ metadata, status: { observedGeneration: 2, disruptionsAllowed: 1 } }).allowed, 1);
  assert.equal(budgetView({ metadata, status: { observedGeneration: 1, disruptionsAllowed: 1 } }).allowed, 0);
});

test('what is kept of a pod makes the same of it, and holds no environment', () => {
  const whole = {
    metadata: { name: 'p', namespace: 'default', uid: 'u', labels: { a: 'b' } },
    spec: {
      nodeName: 'a',
      nodeSelector: { x: 'y' },
      tolerations: [{ operator: 'Exists' }],
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{}] } } },
      containers: [{ ...container('1'), env: [{ name: 'PASSWORD', value: 'x' }] }],
      initContainers: [container('3')],
      volumes: [
        { name: 'v', emptyDir: {} },
        { name: 's', secret: { secretName: 'PASSWORD' } },
      ],
    },
    status: { phase: 'Running' },
  } as unknown as Pod;
  const slim = slimWorkload(whole);
  assert.deepEqual(podView(slim, 0), podView(whole, 0));
  assert.doesNotMatch(JSON.stringify(slim), /PASSWORD/);
});
