import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PodView } from './shutdown.ts';
import { graceSeconds, shutdownOrder } from './shutdown.ts';

const pod = (namespace: string, name: string, source = 'api'): PodView => ({
  sandboxId: name,
  name,
  namespace,
  annotations: { 'kubernetes.io/config.source': source },
  containers: [],
});

test('people first, then the cluster, the control plane next, its apiserver last', () => {
  const order = shutdownOrder([
    pod('kube-system', 'kube-apiserver-cp-1', 'file'),
    pod('kube-system', 'coredns-abc'),
    pod('talos-system', 'talos-operator-x'),
    pod('kube-system', 'kube-scheduler-cp-1', 'file'),
    pod('default', 'kube-apiserver-of-somebody'),
    pod('shop', 'web-1'),
  ]);
  assert.deepEqual(
    order.map((group) => [group.class, group.pods.map((entry) => entry.name)]),
    [
      ['ordinary', ['kube-apiserver-of-somebody', 'web-1']],
      ['system', ['coredns-abc', 'talos-operator-x']],
      ['static', ['kube-scheduler-cp-1']],
      ['apiserver', ['kube-apiserver-cp-1']],
    ],
  );
});

test("a pod's own grace counts within the bound", () => {
  const annotation = (value: string) => ({ 'io.kubernetes.pod.terminationGracePeriod': value });
  assert.equal(graceSeconds(annotation('5'), 30), 5);
  assert.equal(graceSeconds(annotation('3600'), 30), 30);
  assert.equal(graceSeconds(annotation('0'), 30), 0);
  assert.equal(graceSeconds(annotation('soon'), 30), 30);
  assert.equal(graceSeconds({}, 60), 30);
});
