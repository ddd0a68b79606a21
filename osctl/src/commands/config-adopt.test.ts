import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import { create, find, mergePatch } from '@talos/lib/kube/apply.ts';
import { FakeApiserver } from '@talos/lib/kube/fake-apiserver.testing.ts';
import { createTransport, type Transport } from '@talos/lib/kube/transport.ts';
import { Config } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { parse } from 'yaml';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { MACHINES, NODE_CONFIGS, NODE_STATES, ROLLOUTS } from '../rollout/kubernetes.ts';

const signal = AbortSignal.timeout(60_000);
const image = 'osctl.dev/talos:1';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const documents = (swappiness: string) => `apiVersion: osctl.dev/v1alpha1
kind: SystemConfig
spec: {nodeName: n1, role: worker, sysctls: {vm.swappiness: '${swappiness}', vm.own: '1'}}
`;
let cluster: FakeCluster;
let api: FakeApiserver;
let transport: Transport;
let shown = documents('10');

before(async () => {
  cluster = await FakeCluster.start();
  api = await FakeApiserver.start();
  transport = createTransport({ access: api.access, userAgent: 'test' });
  await cluster.node('n1', serve(Config, { get: async () => ({ documents: shown, hash: DIGEST }) }));
  const config = { system: { sysctls: { 'vm.swappiness': '10' } } };
  const layer = { name: 'nodeconfig/all', priority: 5, config };
  const spec = { generation: 1, os: { image }, targets: [], layers: [layer], targetHash: DIGEST };
  await create(transport, MACHINES, { metadata: { name: 'cluster' }, spec: { os: { image } } }, { signal });
  await create(transport, ROLLOUTS, { metadata: { name: '1-aaaaaaaa' }, spec }, { signal });
  await create(transport, NODE_STATES, { metadata: { name: 'n1' }, spec: {} }, { signal });
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: api.access.server.href, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'u', user: {} }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  await writeFile(join(cluster.directory, 'kubeconfig'), JSON.stringify(kubeconfig));
});
after(async () => {
  transport.close();
  await Promise.all([cluster.close(), api.close()]);
});

async function adopt(...words: string[]) {
  const env = { KUBECONFIG: join(cluster.directory, 'kubeconfig') };
  return cluster.run(['-n', 'n1', 'config', 'adopt', ...words], { env });
}
const stored = () => find(transport, NODE_CONFIGS, { name: 'adopted-n1' }, { signal });

test('what the operator has not told as drift is adopted only where it is named', async () => {
  shown = documents('60');
  const { code, stdout, stderr } = await adopt();
  assert.deepEqual([code, stdout], [0, '']);
  assert.match(stderr, /nothing to adopt: the operator has seen no change of what layers say on n1/);
  const named = parse((await adopt('system.sysctls["vm.own"]')).stdout) as NodeConfig;
  assert.deepEqual(named.spec.config, { system: { sysctls: { 'vm.own': '1' } } });
  const refused = await adopt('system');
  assert.notEqual(refused.code, 0);
  assert.match(refused.stderr, /no layer can say that: .*spec\.config\.system\.nodeName/);
});

test('drift is printed for kubectl, and applied where that is asked for', async () => {
  const status = { conditions: [{ type: 'ConfigDrifted', status: 'True' }] };
  await mergePatch(transport, NODE_STATES, { name: 'n1' }, { status }, { signal, fieldManager: 'test' });
  shown = documents('60');
  const printed = parse((await adopt()).stdout) as NodeConfig;
  assert.deepEqual(printed.spec.config, { system: { sysctls: { 'vm.swappiness': '60' } } });
  assert.equal(printed.spec.priority, 6);
  assert.equal(await stored(), undefined);
  const { code, stdout } = await adopt('--apply');
  assert.deepEqual([code, stdout], [0, 'nodeconfig/adopted-n1 applied\n']);
  assert.deepEqual((await stored())?.spec, printed.spec);
});
