import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { canonicalJson, configHash, digestKey, maskSecrets, type PublicDocuments } from '@talos/crds/config/index.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import fc from 'fast-check';
import { assignmentsOf, type Layer, merge, mergeLayers } from './layers.ts';
import { pathOfField, pointerOf } from './path.ts';
import { render, settledManaged } from './render.ts';
import { wishedLayers } from './wish.ts';

const { trust, ...publicDocuments } = EXAMPLE_WORKER;
const key = digestKey(trust);
const own = maskSecrets(
  {
    ...publicDocuments,
    network: { nameservers: ['10.5.0.1'], hosts: [{ address: '10.5.0.9', names: ['own.example'] }] },
    kubelet: {
      nodeLabels: { 'example.com/own': '1' },
      extraConfig: { maxPods: 110, evictionSoft: { 'memory.available': '5%' } },
      registerWithTaints: [{ key: 'example.com/own', effect: 'NoSchedule' }],
    },
    registry: { ...publicDocuments.registry, auth: { 'osctl.dev': { username: 'node', password: 'secret' } } },
  } as PublicDocuments,
  key,
);
const layer = (name: string, config: LayerConfig, more: Partial<Layer> = {}): Layer => ({
  name,
  priority: 0,
  config,
  ...more,
});

describe('merging', () => {
  test('maps are merged, named lists item by item, the rest is replaced, and the last one wins', () => {
    const { documents } = render(
      own,
      [],
      mergeLayers([
        layer('a', {
          kubelet: {
            extraConfig: { maxPods: 50 },
            registerWithTaints: [{ key: 'example.com/a', effect: 'NoExecute' }],
          },
          network: { nameservers: ['10.0.0.1', '10.0.0.2'], hosts: [{ address: '10.5.0.9', names: ['a.example'] }] },
        }),
        layer('b', {
          kubelet: { extraConfig: { maxPods: 60, podPidsLimit: 100 } },
          network: { nameservers: ['10.0.0.3'] },
        }),
      ]),
    );
    assert.deepEqual(documents.kubelet, {
      nodeLabels: { 'example.com/own': '1' },
      extraConfig: { maxPods: 60, podPidsLimit: 100, evictionSoft: { 'memory.available': '5%' } },
      registerWithTaints: [
        { key: 'example.com/own', effect: 'NoSchedule' },
        { key: 'example.com/a', effect: 'NoExecute' },
      ],
    });
    assert.deepEqual(documents.network, {
      nameservers: ['10.0.0.3'],
      hosts: [{ address: '10.5.0.9', names: ['a.example'] }],
    });
  });

  test('remove takes away what is below, and not what the same layer says', () => {
    const { documents, issues } = render(
      own,
      [],
      mergeLayers([
        layer('a', { kubelet: { extraConfig: { podPidsLimit: 5 }, nodeLabels: { 'example.com/a': '1' } } }),
        layer(
          'b',
          { kubelet: { extraConfig: { maxPods: 20 } } },
          {
            remove: ['/kubelet/extraConfig', '/kubelet/registerWithTaints/example.com~1own:NoSchedule'],
          },
        ),
      ]),
    );
    assert.deepEqual(issues, []);
    assert.deepEqual(documents.kubelet, {
      nodeLabels: { 'example.com/own': '1', 'example.com/a': '1' },
      extraConfig: { maxPods: 20 },
      registerWithTaints: [],
    });
  });

  test('a label or an address that the node would refuse is named', () => {
    const { issues } = render(
      own,
      [],
      mergeLayers([layer('a', { kubelet: { nodeLabels: { 'kubernetes.io/x': '1' } } })]),
    );
    assert.match(issues[0]?.path ?? '', /^KubeletConfig\.spec\.nodeLabels/);
  });

  test('the hash is the one that the node will tell', () => {
    const plain = { ...EXAMPLE_WORKER, kubelet: { extraConfig: { maxPods: 50 } } };
    const { hash } = render(
      maskSecrets(EXAMPLE_WORKER, key),
      [],
      mergeLayers([layer('a', { kubelet: { extraConfig: { maxPods: 50 } } })]),
    );
    assert.equal(hash, configHash(plain, key));
  });
});

const value = fc.constantFrom('1', '2', '3');
const config: fc.Arbitrary<LayerConfig> = fc.record(
  {
    system: fc.record({ sysctls: fc.dictionary(fc.constantFrom('vm.a', 'vm.b', 'net/x'), value) }),
    network: fc.record(
      {
        nameservers: fc.array(fc.constantFrom('10.0.0.1', '10.0.0.2'), { maxLength: 2 }),
        hosts: fc.uniqueArray(
          fc.record({ address: fc.constantFrom('10.5.0.9', '10.5.0.8'), names: fc.constantFrom(['x'], ['y']) }),
          { maxLength: 2, selector: ({ address }) => address },
        ),
      },
      { requiredKeys: [] },
    ),
    kubelet: fc.record(
      {
        nodeLabels: fc.dictionary(fc.constantFrom('example.com/own', 'example.com/b'), value),
        extraConfig: fc.record(
          {
            maxPods: fc.integer({ min: 1, max: 3 }),
            evictionSoft: fc.dictionary(fc.constant('memory.available'), fc.constant('9%')),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<LayerConfig>;
const remove = fc.uniqueArray(
  fc.constantFrom(
    '/system/sysctls',
    '/system/sysctls/vm.a',
    '/system/sysctls/net~1x',
    '/kubelet/extraConfig',
    '/kubelet/extraConfig/maxPods',
    '/kubelet/nodeLabels/example.com~1own',
    '/network/searchDomains',
  ),
  { maxLength: 3 },
);
const someLayer = fc.record({ name: fc.constantFrom('a', 'b', 'c'), priority: fc.constant(0), config, remove });

describe('properties', () => {
  test('merging is associative', () => {
    fc.assert(
      fc.property(someLayer, someLayer, someLayer, (one, two, three) => {
        const [a, b, c] = [one, two, three].map(assignmentsOf) as [
          ReturnType<typeof assignmentsOf>,
          ReturnType<typeof assignmentsOf>,
          ReturnType<typeof assignmentsOf>,
        ];
        const sorted = (merged: ReturnType<typeof assignmentsOf>) =>
          [...merged].toSorted(([left], [right]) => (left < right ? -1 : 1));
        assert.deepEqual(sorted(merge(merge(a, b), c)), sorted(merge(a, merge(b, c))));
      }),
    );
  });

  test('rendering again changes nothing, also while only one of two renderings is in force', () => {
    fc.assert(
      fc.property(fc.array(someLayer, { maxLength: 3 }), fc.array(someLayer, { maxLength: 3 }), (before, after) => {
        const first = render(own, [], mergeLayers(before));
        const again = render(first.documents, first.managed, mergeLayers(before));
        assert.equal(again.hash, first.hash);
        assert.deepEqual(again.impact.changes, []);
        // stored, and not yet sent: the former documents are still in force
        const next = render(first.documents, settledManaged(first.managed, mergeLayers(before)), mergeLayers(after));
        const stored = render(first.documents, next.managed, mergeLayers(after));
        const sent = render(next.documents, next.managed, mergeLayers(after));
        assert.deepEqual([stored.hash, sent.hash], [next.hash, next.hash]);
        assert.equal(next.hash, render(own, [], mergeLayers(after)).hash, 'what was before leaves no trace');
      }),
    );
  });

  test("without layers the node's own documents come back", () => {
    fc.assert(
      fc.property(fc.array(someLayer, { maxLength: 3 }), (layers) => {
        const { documents, managed } = render(own, [], mergeLayers(layers));
        const back = render(documents, managed, new Map());
        assert.equal(canonicalJson(back.documents), canonicalJson(own));
        assert.deepEqual(settledManaged(back.managed, new Map()), []);
      }),
    );
  });

  test('a field that no layer says stays whoever changes it', () => {
    const merged = mergeLayers([layer('a', { kubelet: { extraConfig: { maxPods: 50 } } })]);
    const { documents, managed } = render(own, [], merged);
    const edited = { ...documents, network: { ...documents.network, searchDomains: ['corp.example'] } };
    assert.deepEqual(render(edited, managed, new Map()).documents.network.searchDomains, ['corp.example']);
    assert.deepEqual(render(edited, managed, merged).impact.changes, []);
  });
});

describe('the layers in force', () => {
  const machine = (config?: LayerConfig): Machine => ({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'Machine',
    metadata: { name: 'cluster' },
    spec: { os: { image: 'osctl.dev/talos:1' }, ...(config === undefined ? {} : { config }) },
  });
  const nodeConfig = (name: string, spec: NodeConfig['spec']): NodeConfig => ({
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeConfig',
    metadata: { name },
    spec,
  });
  const nodes = [{ labels: { role: 'db' } }, { labels: {} }];

  test('are in order: the machine, then priority, then name', () => {
    const { layers, faults } = wishedLayers(
      machine({ system: { sysctls: { 'vm.a': '0' } } }),
      [nodeConfig('z', {}), nodeConfig('b', { priority: 5 }), nodeConfig('a', { priority: 5 })],
      nodes,
      [],
    );
    assert.equal(faults.size, 0);
    assert.deepEqual(
      layers.map(({ name }) => name),
      ['machine', 'nodeconfig/z', 'nodeconfig/a', 'nodeconfig/b'],
    );
  });

  test('two of one priority that differ are both named, and what was in force stays', () => {
    const a = nodeConfig('a', { config: { kubelet: { extraConfig: { maxPods: 50 } } } });
    const b = nodeConfig('b', {
      nodeSelector: { matchLabels: { role: 'db' } },
      config: { kubelet: { extraConfig: { maxPods: 60 } } },
    });
    const before = wishedLayers(machine(), [a], nodes, []).layers;
    const { layers, faults } = wishedLayers(machine(), [a, b], nodes, before);
    assert.deepEqual(layers, before);
    for (const name of ['nodeconfig/a', 'nodeconfig/b']) {
      const { reason, message } = faults.get(name) ?? {};
      assert.equal(reason, 'Conflict');
      assert.match(message ?? '', /nodeconfig\/a and nodeconfig\/b .*KubeletConfig\.spec\.extraConfig\.maxPods/);
    }
    const nobody = nodes.filter(({ labels }) => !('role' in labels));
    assert.equal(wishedLayers(machine(), [a, b], nobody, before).faults.size, 0, 'they never meet');
  });

  test('a bad one is named with its field, and its last good version stays in force', () => {
    const good = nodeConfig('a', { config: { kubelet: { extraConfig: { imageGCHighThresholdPercent: 90 } } } });
    const bad = nodeConfig('a', { config: { kubelet: { extraConfig: { imageGCHighThresholdPercent: 10 } } } });
    const before = wishedLayers(machine(), [good], nodes, []).layers;
    const { layers, faults } = wishedLayers(machine(), [bad], nodes, before);
    assert.deepEqual(layers, before);
    assert.match(faults.get('nodeconfig/a')?.message ?? '', /imageGC(Low|High)ThresholdPercent/);
    assert.deepEqual(wishedLayers(machine(), [bad], nodes, []).layers, []);
  });
});

test('a field may be named in the ways in which it is shown', () => {
  for (const text of [
    'system.sysctls["net.ipv4.ip_forward"]',
    'SystemConfig.spec.sysctls["net.ipv4.ip_forward"]',
    '/system/sysctls/net.ipv4.ip_forward',
  ]) {
    assert.equal(pointerOf(pathOfField(text)), '/system/sysctls/net.ipv4.ip_forward', text);
  }
});
