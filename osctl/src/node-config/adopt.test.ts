import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import { validateObject } from '@talos/crds/validate.ts';
import { explainField } from '@talos/lib/plan/config/explain.ts';
import { type Layer, mergeLayers } from '@talos/lib/plan/config/layers.ts';
import { render } from '@talos/lib/plan/config/render.ts';
import { UsageError } from '../context.ts';
import { adopt, type ChangedNode, changedFields } from './adopt.ts';

const { trust: _, ...own } = EXAMPLE_WORKER;
const layer: Layer = {
  name: 'nodeconfig/all',
  priority: 10,
  config: {
    kubelet: {
      extraConfig: { maxPods: 50, podPidsLimit: 100 },
      registerWithTaints: [{ key: 'a', effect: 'NoSchedule' }],
    },
    network: { nameservers: ['10.0.0.1'], hosts: [{ address: '10.5.0.9', names: ['x.example'] }] },
    registry: { auth: { 'r.example': { username: 'u', password: 'hmac-sha256:00' } } },
  },
};
const { documents: wanted, managed } = render(own, [], mergeLayers([layer]));
const changedTo = (name: string, documents: PublicDocuments, layers: readonly Layer[] = [layer]): ChangedNode => ({
  name,
  hostname: name,
  fields: changedFields(explainField([], { documents, layers, labels: {}, managed }), false),
});
const drifted: PublicDocuments = {
  ...wanted,
  kubelet: { ...wanted.kubelet, extraConfig: { maxPods: 90 } },
  network: { nameservers: ['10.0.0.2'], hosts: [{ address: '10.5.0.9', names: ['y.example'] }] },
};
const take = (nodes: readonly ChangedNode[], existing: readonly NodeConfig[] = []) =>
  adopt(nodes, existing, { everyNode: false });

test('what was changed is a layer of that node, above what it overrides; then nothing has drifted', () => {
  assert.deepEqual(changedTo('n1', wanted).fields, []);
  const { layers, left } = take([changedTo('n1', drifted)]);
  assert.deepEqual(left, []);
  assert.deepEqual(layers, [
    {
      apiVersion: 'osctl.dev/v1alpha1',
      kind: 'NodeConfig',
      metadata: { name: 'adopted-n1' },
      spec: {
        nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'n1' } },
        priority: 11,
        config: {
          kubelet: { extraConfig: { maxPods: 90 } },
          network: { nameservers: ['10.0.0.2'], hosts: [{ address: '10.5.0.9', names: ['y.example'] }] },
        },
        remove: ['/kubelet/extraConfig/podPidsLimit'],
      },
    },
  ]);
  const [made] = layers;
  assert.ok(made);
  assert.deepEqual(validateObject(made), []);
  const adopted: Layer = { ...made.spec, name: 'nodeconfig/adopted-n1', priority: 11 };
  assert.deepEqual(render(drifted, managed, mergeLayers([layer, adopted])).impact.changes, []);

  // changed once more: the layer goes on, and keeps its place
  const again = { ...drifted, kubelet: { ...drifted.kubelet, extraConfig: { maxPods: 91 } } };
  const [next] = take([changedTo('n1', again, [layer, adopted])], [made]).layers;
  assert.deepEqual(next?.spec, {
    ...made.spec,
    config: { ...made.spec.config, kubelet: { extraConfig: { maxPods: 91 } } },
  });
});

test('nodes with the same changes share a layer', () => {
  const other = { ...wanted, network: { ...wanted.network, nameservers: ['9.9.9.9'] } };
  const nodes = [changedTo('n2', drifted), changedTo('n1', drifted), changedTo('n3', other), changedTo('n4', wanted)];
  const { layers } = take(nodes);
  assert.deepEqual(
    layers.map(({ spec }) => spec.nodeSelector),
    [
      { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['n1', 'n2'] }] },
      { matchLabels: { 'kubernetes.io/hostname': 'n3' } },
    ],
  );
  assert.throws(() => adopt(nodes, [], { everyNode: true }), UsageError);
  const [all] = adopt(nodes.slice(0, 2), [], { everyNode: true, name: 'tuned' }).layers;
  assert.deepEqual([all?.metadata.name, all?.spec.nodeSelector], ['tuned', undefined]);
});

test('a secret is left out and said, and never shown', () => {
  const auth = { 'r.example': { username: 'v', password: 'hmac-sha256:11' } };
  const { layers, left } = take([changedTo('n1', { ...wanted, registry: { ...wanted.registry, auth } })]);
  assert.deepEqual(layers[0]?.spec.config, { registry: { auth: { 'r.example': { username: 'v' } } } });
  assert.match(left.join(), /^RegistryConfig\.spec\.auth\["r\.example"\]\.password of n1 is secret: .*secretKeyRef$/);
});

test('what can not win, or is of other nodes, is refused with the reason', () => {
  const top = { ...layer, name: 'nodeconfig/top', priority: 1000 };
  assert.throws(() => take([changedTo('n1', drifted, [top])]), /nodeconfig\/top has the highest priority/);
  const foreign: NodeConfig = {
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeConfig',
    metadata: { name: 'adopted-n1' },
    spec: {},
  };
  assert.throws(() => take([changedTo('n1', drifted)], [foreign]), /adopted-n1 is for other nodes/);
});

test('fields that no layer speaks of are adopted where they are named', () => {
  const fields = explainField(['system'], { documents: own, layers: [], labels: {}, managed: [] });
  assert.deepEqual(changedFields(fields, false), []);
  assert.deepEqual(
    changedFields(fields, true).map(({ pointer }) => pointer),
    ['/system/nodeName', '/system/role'],
  );
});
