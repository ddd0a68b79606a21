import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_WORKER } from '@talos/crds/config/example.ts';
import { explainField } from './explain.ts';
import { type Layer, mergeLayers } from './layers.ts';
import { pathOfField } from './path.ts';
import { render } from './render.ts';

const { trust: _, ...documents } = EXAMPLE_WORKER;
const own = { ...documents, kubelet: { extraConfig: { maxPods: 110, podPidsLimit: 5 } } };
const layers: readonly Layer[] = [
  { name: 'machine', priority: -2, config: { kubelet: { extraConfig: { maxPods: 200 } } } },
  { name: 'nodepool/databases', priority: -1, config: { kubelet: { extraConfig: { maxPods: 100 } } } },
  { name: 'nodeconfig/db', priority: 10, config: { kubelet: { extraConfig: { maxPods: 50 } } } },
  {
    name: 'nodeconfig/none',
    priority: 20,
    nodeSelector: { matchLabels: { a: 'b' } },
    config: { kubelet: { extraConfig: { maxPods: 1 } } },
  },
  { name: 'nodeconfig/plain', priority: 30, remove: ['/kubelet/extraConfig/podPidsLimit'] },
];
const here = layers.filter(({ name }) => name !== 'nodeconfig/none');
const rendered = render(own, [], mergeLayers(here));
const explain = (field: string) =>
  explainField(pathOfField(field), { ...rendered, layers, labels: {} }).map(({ field: name, inForce, said }) => [
    name,
    inForce,
    ...said.map(({ by, priority, value, wins }) => [by, priority, value, wins]),
  ]);

test('a value is told with everybody who speaks of it, the one that wins first', () => {
  assert.deepEqual(explain('kubelet.extraConfig.maxPods'), [
    [
      'KubeletConfig.spec.extraConfig.maxPods',
      50,
      ['nodeconfig/db', 10, 50, true],
      ['nodepool/databases', undefined, 100, false],
      ['machine', undefined, 200, false],
      ['node', undefined, 110, false],
    ],
  ]);
});

test('a map is told field by field, with what is taken away', () => {
  assert.deepEqual(
    explain('KubeletConfig.spec.extraConfig').map(([name, inForce, first]) => [name, inForce, first]),
    [
      ['KubeletConfig.spec.extraConfig.maxPods', 50, ['nodeconfig/db', 10, 50, true]],
      ['KubeletConfig.spec.extraConfig.podPidsLimit', undefined, ['nodeconfig/plain', 30, undefined, true]],
    ],
  );
});

test("what no layer speaks of is the node's own, and what is not there is nothing", () => {
  assert.deepEqual(explain('system.nodeName'), [
    ['SystemConfig.spec.nodeName', 'example-worker-1', ['node', undefined, 'example-worker-1', true]],
  ]);
  assert.deepEqual(explain('kubelet.nothing'), []);
});
