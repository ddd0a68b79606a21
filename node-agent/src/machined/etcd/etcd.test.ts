import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock, JUMPS_MS } from '@talos/lib/control/clock.testing.ts';
import { hostPaths } from '../host/paths.ts';
import type { EtcdClient, EtcdMember } from './client.ts';
import { createEtcd } from './etcd.ts';

test('whether a node has left is what the first other member that answers says', async () => {
  const member = (address: string): EtcdMember => ({
    id: address,
    name: address,
    peerUrls: [`https://${address}:2380`],
    clientUrls: [],
    learner: false,
  });
  const ask = (answers: Readonly<Record<string, readonly string[]>>) =>
    createEtcd({
      paths: hostPaths('/nonexistent'),
      clock: { now: () => 0, monotonic: () => 0 },
      self: { name: 'a', address: '10.0.0.1' },
      others: () => ['10.0.0.2', '10.0.0.3'],
      open: (target) =>
        ({
          members: async () => {
            const known = answers[target];
            if (known === undefined) throw new Error('unreachable');
            return known.map(member);
          },
          [Symbol.dispose]: () => {},
        }) as Partial<EtcdClient> as EtcdClient,
    }).left(new AbortController().signal);
  assert.equal(await ask({ '10.0.0.3:2379': ['10.0.0.2', '10.0.0.3'] }), true);
  assert.equal(await ask({ '10.0.0.3:2379': ['10.0.0.1', '10.0.0.2', '10.0.0.3'] }), false);
  await assert.rejects(ask({}), /no other member of etcd answered/);
});

test('the client of the health check is made anew every ten minutes, whatever the clock does', async () => {
  const clock = new FakeClock();
  let opened = 0;
  const status = { header: { memberId: '1' }, isLearner: false };
  const etcd = createEtcd({
    paths: hostPaths('/nonexistent'),
    clock,
    self: { name: 'a', address: '10.0.0.1' },
    others: () => [],
    open: () => {
      opened += 1;
      const client = { status: async () => status, read: async () => {}, [Symbol.dispose]: () => {} };
      return client as unknown as EtcdClient;
    },
  });
  const { signal } = new AbortController();
  for (const [turn, jump] of JUMPS_MS.entries()) {
    await etcd.checkHealth(signal);
    clock.jumpWall(jump);
    await clock.advance(9 * 60_000);
    await etcd.checkHealth(signal);
    assert.equal(opened, turn + 1, `a jump of ${jump} ms`);
    await clock.advance(60_000);
  }
});
