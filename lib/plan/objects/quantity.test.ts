import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeResources, quantity, resourcesOf } from './quantity.ts';

for (const [text, amount] of [
  ['100m', 0.1],
  ['2', 2],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['1Gi', 2 ** 30],
  ['1G', 1e9],
  ['128974848000m', 128974848],
  ['2e3', 2000],
  ['1E', 1e18],
  ['12E-1', 1.2],
  ['many', 0],
  [undefined, 0],
] as const) {
  test(`${text} is ${amount}`, () => assert.ok(Math.abs(quantity(text) - amount) <= amount * 1e-12));
}

test('is read by people as it was written', () => {
  assert.equal(
    describeResources({ ...resourcesOf({ cpu: '1500m', memory: '1536Mi', 'nvidia.com/gpu': '2' }), pods: 1 }),
    '1.5 cpu, 1.5Gi memory, 2 nvidia.com/gpu',
  );
  assert.equal(describeResources({ pods: 1 }), '');
});
