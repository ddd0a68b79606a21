import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import {
  interfaceKind,
  parseInterfaceCounters,
  parseIpv6Addresses,
  parseLocalIpv4,
  placeIpv4,
  readInterfaces,
} from './interfaces.ts';
import { recorded } from './recorded.testing.ts';

test('counters of interfaces', () => {
  const found = parseInterfaceCounters(recorded('node/dev'));
  assert.deepEqual([...found.keys()], ['lo', 'cni0', 'vethf5dc67ab', 'veth7d15fdeb', 'eth0']);
  assert.deepEqual(found.get('eth0'), {
    received: { bytes: 327_811_396, packets: 8270, errors: 0, dropped: 0 },
    sent: { bytes: 1_426_532, packets: 4107, errors: 0, dropped: 0 },
  });
});

test("a pod's addresses, with the interfaces that they must be of", () => {
  const addresses = parseLocalIpv4(recorded('pod/fib_trie'));
  assert.deepEqual(addresses, ['10.244.0.3', '127.0.0.1']);
  assert.deepEqual(placeIpv4([...addresses, '192.0.2.7'], recorded('pod/route')), [
    { name: 'eth0', address: '10.244.0.3/24' },
    { name: 'lo', address: '127.0.0.1/8' },
  ]);
  assert.deepEqual(parseIpv6Addresses(recorded('pod/if_inet6')), [
    { name: 'eth0', address: 'fe80::e41e:8aff:febb:525a/64' },
    { name: 'lo', address: '::1/128' },
  ]);
});

test('kinds', () => {
  const nothing = { type: '1', uevent: '', link: '', entries: [] };
  assert.equal(interfaceKind({ ...nothing, type: '772' }), 'loopback');
  assert.equal(interfaceKind({ ...nothing, uevent: 'DEVTYPE=bridge\nINTERFACE=cni0\n' }), 'bridge');
  assert.equal(interfaceKind({ ...nothing, link: '../../devices/virtual/net/veth1' }), 'virtual');
  assert.equal(interfaceKind({ ...nothing, link: '../../devices/pci0000:00/net/eth0' }), 'physical');
});

test('of this very machine', async () => {
  const found = await readInterfaces({ pod: '', pids: [process.pid] });
  const loopback = found.find(({ name }) => name === 'lo');
  assert.deepEqual([loopback?.kind, loopback?.index, loopback?.hardwareAddress], ['loopback', 1, '']);
  assert.ok((loopback?.mtu ?? 0) > 1000);
  assert.deepEqual(
    loopback?.addresses,
    networkInterfaces()['lo']?.map(({ cidr }) => cidr),
  );
});
