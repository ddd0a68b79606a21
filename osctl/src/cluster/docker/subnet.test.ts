import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeNetwork, nodeAddress } from './subnet.ts';

test('the first network that nothing overlaps is taken', () => {
  assert.equal(freeNetwork([])?.cidr, '10.5.0.0/24');
  assert.equal(freeNetwork(['10.5.0.0/24', '172.17.0.0/16'])?.cidr, '10.6.0.0/24');
  assert.equal(freeNetwork(['10.5.0.128/25'])?.cidr, '10.6.0.0/24');
  assert.equal(freeNetwork(['10.0.0.0/13'])?.cidr, '10.8.0.0/24');
  assert.equal(freeNetwork(['10.0.0.0/8']), undefined);
});

test('addresses have fixed roles', () => {
  const network = freeNetwork(['10.5.0.0/24']);
  assert.ok(network);
  assert.deepEqual(network, {
    cidr: '10.6.0.0/24',
    gateway: '10.6.0.1',
    registry: '10.6.0.250',
    loadBalancer: '10.6.0.251',
  });
  assert.equal(nodeAddress(network, 0), '10.6.0.2');
});
