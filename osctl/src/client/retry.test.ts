import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError } from '@talos/lib/rpc/error.ts';
import * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { isRead } from './reads.ts';
import { nextAttempt, retrying } from './retry.ts';

const away = new RpcError('UNAVAILABLE', 'connection dropped');
const unsent = new RpcError('UNAVAILABLE', 'connect ECONNREFUSED', { unsent: true });

test('only what cannot happen twice is tried again', () => {
  for (const [error, read, attempt, elapsedMs, expected] of [
    [unsent, false, 0, 10, true],
    [unsent, true, 1, 10, true],
    [unsent, true, 2, 10, false],
    [unsent, true, 0, 5_000, false],
    [away, true, 0, 10, true],
    [away, false, 0, 10, false],
    [new RpcError('DEADLINE_EXCEEDED', ''), true, 0, 10, false],
    [new RpcError('INTERNAL', '', { unsent: true }), true, 0, 10, false],
    [new Error('x'), true, 0, 10, false],
  ] as const) {
    assert.equal(nextAttempt(error, read, attempt, elapsedMs) !== undefined, expected, `${error} ${read} ${attempt}`);
  }
});

test('reads are known by their method; what changes a node is none', () => {
  assert.ok(isRead(api.System, api.System.methods.version));
  assert.ok(isRead(api.Storage, api.Storage.methods.fileSystems));
  assert.ok(!isRead(api.Services, api.Services.methods.restart));
  assert.ok(!isRead(api.Etcd, api.Etcd.methods.moveLeader));
});

test('an interrupt ends the waiting, with the error of the last attempt', async () => {
  const controller = new AbortController();
  let calls = 0;
  const call = async () => {
    calls++;
    controller.abort();
    throw unsent;
  };
  await assert.rejects(retrying(call, false, controller.signal), unsent);
  assert.equal(calls, 1);
});
