import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { candidates, parseMembers, type Standing } from './members.ts';

const standings = ['ready', 'unready', 'dead'] as const;
const member = (address: string, standing: Standing, connections: number) => ({ address, standing, connections });

test('a ready preferred member is first, then the least busy, then the unready, the dead last', () => {
  const members = [
    member('a:1', 'ready', 5),
    member('b:1', 'ready', 2),
    member('c:1', 'dead', 0),
    member('d:1', 'ready', 9),
    member('e:1', 'unready', 0),
  ];
  assert.deepEqual(candidates(members, 'd:1'), ['d:1', 'b:1', 'a:1', 'e:1', 'c:1']);
  for (const prefer of ['c:1', 'e:1'])
    assert.deepEqual(candidates(members, prefer), ['b:1', 'a:1', 'd:1', 'e:1', 'c:1']);
});

test('nobody is left out and no worse member is before a better one', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({
      address: fc.stringMatching(/^[a-z]{1,3}:1$/),
      standing: fc.constantFrom(...standings),
      connections: fc.nat(9),
    }),
    { selector: (m) => m.address },
  );
  fc.assert(
    fc.property(arbitrary, fc.option(fc.constant('a:1'), { nil: undefined }), (members, prefer) => {
      const order = candidates(members, prefer);
      assert.deepEqual([...order].sort(), members.map((m) => m.address).sort());
      const found = order.map((address) => members.find((m) => m.address === address)?.standing);
      assert.deepEqual(
        found,
        standings.flatMap((standing) => found.filter((one) => one === standing)),
      );
    }),
  );
});

test('a members file is one address a line', () => {
  assert.deepEqual(parseMembers('10.5.0.2:6443 # own\n\n[fd00::1]:6443\n10.5.0.2:6443\n'), [
    '10.5.0.2:6443',
    '[fd00::1]:6443',
  ]);
  assert.throws(() => parseMembers('10.5.0.2\n'), /"10.5.0.2" is not host:port/);
  assert.throws(() => parseMembers('a:99999\n'), /not host:port/);
});
