/** What the services read, as golden files: a change of a flag is a change that a reviewer sees. `UPDATE_GOLDEN=1` writes them. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { nthAddress } from './cidr.ts';
import { renderCniTemplate, renderContainerdConfig, renderRegistryHosts } from './containerd-config.ts';
import { renderAuthentication, renderControlPlane } from './control-plane-pods.ts';
import { etcdArgs } from './etcd.ts';
import { renderKubeletConfig, renderKubeletFlags, settableLabels } from './kubelet-config.ts';
import { runtimeSpec } from './runc.ts';

const golden = (name: string, actual: string): void => {
  const path = fileURLToPath(new URL(`./testdata/${name}.golden`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(fileURLToPath(new URL('./testdata/', import.meta.url)), { recursive: true });
    writeFileSync(path, actual);
  }
  assert.equal(actual, readFileSync(path, 'utf8'));
};
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const documents: NodeDocuments = {
  system: { nodeName: 'demo-cp-1', role: 'control-plane' },
  network: { nameservers: ['10.5.0.1'] },
  cluster: {
    name: 'demo',
    endpoint: 'https://10.5.0.251:6443',
    controlPlanes: ['10.5.0.2', '10.5.0.3'],
    podCIDR: '10.244.0.0/16',
    serviceCIDR: '10.96.0.0/12',
    dnsDomain: 'cluster.local',
  },
  kubelet: {
    nodeLabels: { zone: 'a', 'node-role.kubernetes.io/control-plane': '' },
    extraConfig: { maxPods: 50 },
    registerWithTaints: [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }],
  },
  registry: {
    mirrors: {
      'osctl.dev': { endpoints: ['http://10.5.0.250:5000'] },
      'ghcr.io': { endpoints: ['https://mirror.example', 'https://private.example/v2/ghcr'] },
    },
    auth: {
      'ghcr.io': { username: 'u', password: 'p"w' },
      'private.example': { username: 'm', password: 'mirror' },
    },
  },
  trust: { osCA: { cert: '' }, kubernetesCA: { cert: '' }, digestKey: '' },
};

test('containerd', () => {
  const input = {
    pauseImage: 'osctl.dev/pause@sha256:aa',
    certsDir: '/run/talos/containerd/certs.d',
    cniConfDir: '/run/talos/cni/net.d',
    cniTemplate: '/run/talos/cni/template.json',
  };
  golden('containerd.toml', renderContainerdConfig(input));
  golden('cni-template.json', renderCniTemplate());
  golden(
    'hosts.toml',
    [...renderRegistryHosts(documents.registry)].map(([host, text]) => `# ${host}\n${text}`).join('\n'),
  );
});

test('kubelet', () => {
  const config = {
    documents,
    clientCaFile: '/run/talos/kubernetes/ca.crt',
    staticPodPath: '/run/talos/kubernetes/manifests',
    resolvConf: '/etc/resolv.conf',
  };
  golden('kubelet-container.json', json(renderKubeletConfig({ ...config, container: true })));
  const metal = renderKubeletConfig({ ...config, container: false });
  assert.equal(metal['featureGates'], undefined);
  assert.equal(metal['evictionHard'], undefined);
  const flags = { documents, address: '10.5.0.2', configFile: '/c', kubeconfig: '/k' };
  const renderFlags = (bootstrapKubeconfig?: string) => renderKubeletFlags({ ...flags, bootstrapKubeconfig });
  golden('kubelet-flags.json', json(renderFlags()));
  assert.ok(renderFlags('/b').includes('--bootstrap-kubeconfig=/b'));
});

test('the control plane', () => {
  const images = Object.fromEntries(
    ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'].map((name) => [
      name,
      `osctl.dev/${name}@sha256:aa`,
    ]),
  );
  const manifests = renderControlPlane({
    release: { version: '1.0.0', kubernetesVersion: 'v1.37.2', components: {}, images },
    address: '10.5.0.2',
    podCIDR: documents.cluster.podCIDR,
    serviceCIDR: documents.cluster.serviceCIDR,
    pkiDir: '/var/lib/talos/pki/kubernetes',
    trustHash: '0123456789abcdef',
  });
  for (const [name, content] of manifests) golden(name, content);
  golden('authentication.json', renderAuthentication());
});

test('etcd', () => {
  const args = etcdArgs({
    name: 'demo-cp-1',
    address: '10.5.0.2',
    clusterName: 'demo',
    dataDir: '/var/lib/talos/etcd',
    pkiDir: '/var/lib/talos/pki/etcd',
    state: 'new',
    initialCluster: 'demo-cp-1=https://10.5.0.2:2380',
  });
  golden('etcd-args.json', json(args));
});

describe("a container of the node's own", () => {
  const spec = runtimeSpec({
    id: 'apid',
    hostname: 'demo-cp-1',
    uid: 50,
    args: ['/usr/bin/node', '/usr/lib/talos/apid.mjs'],
    readOnly: ['/run/talos/apid'],
    systemDirs: [],
    pidsLimit: 64,
  });
  test('is described as agreed', () => golden('apid-runtime-spec.json', json(spec)));
  test('has no capability, no new privileges, and nothing writable of the node', () => {
    const process = spec['process'] as { capabilities: Record<string, string[]>; noNewPrivileges: boolean };
    assert.deepEqual(Object.values(process.capabilities).flat(), []);
    assert.equal(process.noNewPrivileges, true);
    const mounts = spec['mounts'] as { type: string; options: string[] }[];
    assert.ok(mounts.filter((mount) => mount.type === 'bind').every((mount) => mount.options.includes('ro')));
  });
});

test('a kubelet gives itself only labels that it may', () => {
  const { settable, refused } = settableLabels({
    zone: 'a',
    'example.com/x': '1',
    'topology.kubernetes.io/zone': 'z',
    'node.kubernetes.io/x': '1',
    'sub.node.kubernetes.io/x': '1',
    'node-role.kubernetes.io/control-plane': '',
    'node-restriction.kubernetes.io/secret': '1',
    'k8s.io/x': '1',
  });
  assert.deepEqual(refused, [
    'node-role.kubernetes.io/control-plane',
    'node-restriction.kubernetes.io/secret',
    'k8s.io/x',
  ]);
  assert.equal(Object.keys(settable).length, 5);
});

test('addresses are counted within a network', () => {
  assert.equal(nthAddress('10.96.0.0/12', 10), '10.96.0.10');
  assert.equal(nthAddress('10.100.3.7/12', 1), '10.96.0.1');
  assert.equal(nthAddress('fd00:96::/112', 10), 'fd00:96::a');
  assert.throws(() => nthAddress('10.0.0.0/30', 4), /no address number 4/);
});
