import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { candidates, parseMembers } from './members.ts';

const member = (address: string, alive = true, connections = 0) => ({ address, alive, connections });

test('a living preferred member is first, then the least busy, the dead last', () => {
  const members = [member('a:1', true, 5), member('b:1', true, 2), member('c:1', false, 0), member('d:1', true, 9)];
  assert.deepEqual(candidates(members, 'd:1'), ['d:1', 'b:1', 'a:1', 'c:1']);
  assert.deepEqual(candidates(members, 'c:1'), ['b:1', 'a:1', 'd:1', 'c:1']);
});

test('nobody is left out and no dead member is before a living one', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({ address: fc.stringMatching(/^[a-z]{1,3}:1$/), alive: fc.boolean(), connections: fc.nat(9) }),
    { selector: (m) => m.address },
  );
  fc.assert(
    fc.property(arbitrary, fc.option(fc.constant('a:1'), { nil: undefined }), (members, prefer) => {
      const order = candidates(members, prefer);
      assert.deepEqual([...order].sort(), members.map((m) => m.address).sort());
      const alive = order.map((address) => members.find((m) => m.address === address)?.alive);
      assert.ok(!alive.some((lives, index) => lives && alive[index - 1] === false));
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
