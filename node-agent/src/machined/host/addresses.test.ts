import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains, plainIpv6, prefixLength, wordAddress } from './addresses.ts';

test('addresses as the kernel writes them', () => {
  assert.equal(wordAddress('0100007F'), '127.0.0.1');
  assert.equal(wordAddress('0200050A'), '10.5.0.2');
  assert.equal(wordAddress('00000000000000000000000000000000'), '::');
  assert.equal(wordAddress('00000000000000000000000001000000'), '::1');
  assert.equal(wordAddress('0000000000000000FFFF00000300F40A'), '::ffff:10.244.0.3');
  assert.equal(plainIpv6('fe80000000000000e41e8afffebb525a'), 'fe80::e41e:8aff:febb:525a');
  assert.equal(plainIpv6('20010db8000000010001000100010001'), '2001:db8:0:1:1:1:1:1');
  assert.equal(plainIpv6('20010db8000000000001000000000001'), '2001:db8::1:0:0:1');
  for (const text of ['', '0100007', 'zz00007F', '0100007F0']) assert.equal(wordAddress(text) + plainIpv6(text), '');
});

test('networks', () => {
  assert.deepEqual(['00000000', '0000FFFF', '00FFFFFF', 'FFFFFFFF', 'x'].map(prefixLength), [0, 16, 24, 32, 0]);
  assert.ok(contains('10.244.0.0', 24, '10.244.0.3') && !contains('10.244.0.0', 24, '10.244.1.3'));
  assert.ok(contains('0.0.0.0', 0, '10.1.2.3') && contains('10.1.2.3', 32, '10.1.2.3'));
});
