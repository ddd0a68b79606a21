import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recorded } from './recorded.testing.ts';
import { parseIpv6Routes, parseRoutes } from './routes.ts';

const short = (route: ReturnType<typeof parseRoutes>[number]) =>
  `${route.destination} ${route.gateway} ${route.interface} ${route.metric} ${route.type}`;

test("the node's routes: default, its own network, its pods, another node's pods", () => {
  assert.deepEqual(parseRoutes(recorded('node/route')).map(short), [
    '0.0.0.0/0 10.5.0.1 eth0 0 unicast',
    '10.5.0.0/24  eth0 0 unicast',
    '10.244.0.0/24  cni0 0 unicast',
    '10.244.1.0/24 10.5.0.3 eth0 0 unicast',
  ]);
});

test('IPv6 has local, multicast and unreachable ones among them', () => {
  assert.deepEqual(parseIpv6Routes(recorded('pod/ipv6_route')).map(short), [
    'fe80::/64  eth0 256 unicast',
    '::/0   4294967295 unreachable',
    '::1/128  lo 0 local',
    'fe80::e41e:8aff:febb:525a/128  eth0 0 local',
    'ff00::/8  eth0 256 multicast',
    '::/0   4294967295 unreachable',
  ]);
});
