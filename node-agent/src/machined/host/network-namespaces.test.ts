import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { networkNamespaces, PodNetworkError, podNames, podUidOf } from './network-namespaces.ts';

const UID = 'fdb2ea8f-f4f9-45bc-8f25-7c63a63dd84d';
const STATIC = '75dd95056d5ec8e91d800ce1fe7cc409';

test("a pod's uid in its control group, whoever named that", () => {
  for (const [cgroup, uid] of [
    [`/kubepods/burstable/pod${UID}/d5c1d984`, UID],
    [`/kubepods/pod${STATIC}/43e3976b`, STATIC],
    [
      `/kubepods.slice/kubepods-besteffort.slice/kubepods-besteffort-pod${UID.replaceAll('-', '_')}.slice/cri-containerd-1.scope`,
      UID,
    ],
    [`/docker/1/kubepods/burstable/pod${UID}`, UID],
    ['/talos-services/kubelet', undefined],
    [`/somewhere/pod${UID}`, undefined],
    ['/kubepods/podx', undefined],
  ] as const) {
    assert.equal(podUidOf(cgroup), uid, cgroup);
  }
});

test('names of pods in their directories of logs', () => {
  assert.deepEqual(
    [...podNames([`kube-system_coredns-6f-x_${UID}`, 'a_b', 'a_b_c_d', 'x'])],
    [[UID, 'kube-system/coredns-6f-x']],
  );
});

const root = mkdtempSync(join(tmpdir(), 'namespaces-'));
after(() => rmSync(root, { recursive: true }));
const put = (pid: string, namespace: number, cgroup: string) => {
  mkdirSync(join(root, 'proc', pid, 'ns'), { recursive: true });
  symlinkSync(`net:[${namespace}]`, join(root, 'proc', pid, 'ns/net'));
  writeFileSync(join(root, 'proc', pid, 'cgroup'), `4:memory:${cgroup}\n`);
};
put('self', 1, '/');
put('1', 1, '/');
put('20', 2, `/kubepods/burstable/pod${UID}/1`);
put('21', 2, `/kubepods/burstable/pod${UID}/2`);
put('30', 1, `/kubepods/burstable/pod${STATIC}/1`);
put('40', 3, '/kubepods/burstable/pod00000000-0000-0000-0000-000000000000/1');
put('50', 4, '/somebody');
mkdirSync(join(root, 'proc/60')); // just ended
for (const name of [`kube-system_coredns_${UID}`, `kube-system_kube-scheduler-cp-1_${STATIC}`]) {
  mkdirSync(join(root, 'pods', name), { recursive: true });
}
const roots = { procRoot: join(root, 'proc'), podLogs: join(root, 'pods') };
const signal = new AbortController().signal;
const find = (pod: string, all = false) => networkNamespaces({ pod, all }, roots, signal);

test("the node's own, one pod's, and all", async () => {
  const own = { pod: '', pids: [1, 30] };
  const dns = { pod: 'kube-system/coredns', pids: [20, 21] };
  assert.deepEqual(await find(''), [own]);
  assert.deepEqual(await find('kube-system/coredns'), [dns]);
  assert.deepEqual(await find('', true), [own, dns, { pod: 'uid:00000000-0000-0000-0000-000000000000', pids: [40] }]);
});

test('a pod that is not there, and one on the network of the node', async () => {
  const fails = (code: string) => (error: unknown) => error instanceof PodNetworkError && error.code === code;
  await assert.rejects(find('kube-system/nothing'), fails('POD_NOT_FOUND'));
  await assert.rejects(find('kube-system/kube-scheduler-cp-1'), fails('POD_ON_NODE_NETWORK'));
});
