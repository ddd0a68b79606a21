import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupUsage } from '../host/cgroup-usage.ts';
import { container, sandbox } from './fake-runtime.testing.ts';
import { usagesOf } from './usage.ts';

const UID = '0b9a6f7e-1111-2222-3333-444455556666';
const group = (path: string, memoryBytes: number, processes = 1): GroupUsage => ({
  path,
  cpuTimeUs: 1,
  memoryBytes,
  memoryLimitBytes: 0,
  processes,
  pids: [],
});
const GROUPS = [
  group('/kubepods', 90),
  group('/kubepods/burstable', 80),
  group(`/kubepods/burstable/pod${UID}`, 70),
  group(`/kubepods/burstable/pod${UID}/web-sandbox`, 1),
  group(`/kubepods/burstable/pod${UID}/nginx-0`, 60),
  group(`/kubepods/burstable/pod${UID}/nginx-0/made-by-itself`, 5),
  group('/talos-services', 20),
  group('/talos-services/etcd', 10),
  group('/talos-services/kubelet', 0, 0),
];

const told = (names: Parameters<typeof usagesOf>[1]) =>
  usagesOf(GROUPS, names).map(({ kind, id, memoryBytes }) => [kind, id, memoryBytes]);

test('groups go by the names of services, pods and containers', () => {
  assert.deepEqual(told({ sandboxes: [sandbox('web', UID)], containers: [container({ name: 'web' }, 'nginx')] }), [
    ['SERVICE_USAGE', 'etcd', 10],
    ['POD_USAGE', 'default/web', 70],
    ['CONTAINER_USAGE', 'default/web/nginx', 60],
  ]);
});

test('without the runtime they are there all the same, by the names of the groups', () => {
  assert.deepEqual(told({ sandboxes: [], containers: [] }), [
    ['SERVICE_USAGE', 'etcd', 10],
    ['POD_USAGE', `pod${UID}`, 70],
    ['CONTAINER_USAGE', `pod${UID}/nginx-0`, 60],
    ['CONTAINER_USAGE', `pod${UID}/web-sandbox`, 1],
  ]);
});
