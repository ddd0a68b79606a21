/** Nodes that are taken down together: in which order, and when not. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Init } from '@talos/lib/rpc/service.ts';
import { Etcd, EtcdMember, Lifecycle, type OperationProgress, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { FakeCluster, serve } from '../fake-cluster.testing.ts';
import { lossOfQuorum } from './in-turn.ts';

const CONTROL_PLANES = ['cp-1', 'cp-2', 'cp-3'];
const WORKERS = ['w-1', 'w-2', 'w-3'];

let cluster: FakeCluster;
/** What was done to whom, and how many were down at that time. */
let told: string[] = [];
let down = new Set<string>();
let most = 0;
/** Members that etcd does not see. */
let lost = new Set<string>();
/** A node that was rebooted is well again once it was asked that often. */
let slow = new Map<string, number>();
let broken = new Set<string>();

const ended = (node: string): Init<OperationProgress> => ({
  operation: broken.has(node)
    ? { id: 'op', type: 'reboot', state: 'FAILED_OPERATION', error: { code: 'BROKEN', message: 'it broke' } }
    : { id: 'op', type: 'reboot', state: 'SUCCEEDED' },
});

function node(name: string): Promise<void> {
  const role = name.startsWith('cp') ? 'control-plane' : 'worker';
  async function* takeDown(what: string): AsyncGenerator<Init<OperationProgress>> {
    told.push(`${what} ${name}`);
    down.add(name);
    most = Math.max(most, down.size);
    await new Promise((resolve) => setTimeout(resolve, 20));
    down.delete(name);
    yield ended(name);
  }
  return cluster.node(
    name,
    serve(System, {
      status: async () => {
        const left = slow.get(name) ?? 0;
        const rebooted = told.includes(`reboot ${name}`);
        if (rebooted) slow.set(name, left - 1);
        const ready = !rebooted || left <= 0;
        if (rebooted && ready && role === 'control-plane') told.push(`well ${name}`);
        return { node: name, role, ready, unmet: ready ? [] : ['etcd: no leader yet'] };
      },
    }),
    serve(Etcd, {
      members: async () => ({
        members: CONTROL_PLANES.map((member) => ({ name: member, healthy: !lost.has(member) })),
      }),
    }),
    serve(Lifecycle, {
      reboot: () => takeDown('reboot'),
      shutdown: () => takeDown('shutdown'),
    }),
  );
}

before(async () => {
  cluster = await FakeCluster.start();
  for (const name of [...CONTROL_PLANES, ...WORKERS]) await node(name);
});
after(() => cluster.close());
beforeEach(() => {
  [told, down, most] = [[], new Set(), 0];
  [lost, slow, broken] = [new Set(), new Map(), new Set()];
});

const reboot = (nodes: readonly string[], ...options: readonly string[]) =>
  cluster.run(['-n', nodes.join(','), 'reboot', '--operation-id', 'op', ...options]);

test('control planes go one after another, each once the one before is well; then workers, a few at a time', async () => {
  slow.set('cp-1', 1);
  const { code, stdout } = await reboot([...WORKERS, ...CONTROL_PLANES], '--max-unavailable', '2');
  assert.equal(code, 0);
  assert.deepEqual(told.slice(0, 6), [
    'reboot cp-1',
    'well cp-1',
    'reboot cp-2',
    'well cp-2',
    'reboot cp-3',
    'well cp-3',
  ]);
  assert.deepEqual(
    told.slice(6).sort(),
    WORKERS.map((name) => `reboot ${name}`),
  );
  assert.equal(most, 2);
  assert.match(stdout, /^cp-1 {2}not well again yet: etcd: no leader yet$/m);
});

test('one that would cost etcd its quorum is left as it is, and so is what comes after it', async () => {
  lost.add('cp-3');
  const { code, stderr } = await reboot(['cp-1', 'cp-2']);
  assert.equal(code, 1);
  assert.deepEqual(told, []);
  assert.match(stderr, /cp-1.*left as it is, since etcd would be left with 1 of 3 members, and needs 2.*--force/);
  assert.match(stderr, /cp-2.*nothing was begun: cp-1 failed/);
});

test('the member that is lost is no reason against itself', async () => {
  lost.add('cp-3');
  assert.equal((await reboot(['cp-3'])).code, 0);
});

test('--force takes all down at once', async () => {
  lost.add('cp-3');
  assert.equal((await reboot(CONTROL_PLANES, '--force')).code, 0);
  assert.equal(most, 3);
});

test('without anybody who waits, several control planes are refused', async () => {
  const { code, stderr } = await reboot(CONTROL_PLANES, '--no-wait');
  assert.equal(code, 2);
  assert.deepEqual(told, []);
  assert.match(stderr, /cp-1, cp-2, cp-3 are control planes.*--no-wait.*--force/);
  assert.equal((await reboot(['cp-1', 'w-1'], '--no-wait')).code, 0);
});

test('what fails on its way ends it', async () => {
  broken.add('w-1');
  const { code, stderr } = await reboot(WORKERS, '--max-unavailable', '1');
  assert.equal(code, 1);
  assert.deepEqual(told, ['reboot w-1']);
  assert.match(stderr, /w-1.*it broke[\s\S]*w-3.*nothing was begun: w-1 failed/);
});

test('a worker that is not there holds up nobody', async () => {
  await cluster.stop('w-2');
  const { code } = await reboot(['w-2', 'w-3'], '--max-unavailable', '1', '--timeout', '500ms');
  assert.equal(code, 1);
  assert.deepEqual(told, ['reboot w-3']);
  await node('w-2');
});

test('a shutdown that costs etcd its quorum has to be meant', async () => {
  const asked = await cluster.run(['-n', 'cp-1,cp-2', 'shutdown']);
  assert.equal(asked.code, 2);
  assert.match(asked.stderr, /add --yes/);
  assert.deepEqual(told, []);
  assert.equal((await cluster.run(['-n', 'cp-1,cp-2', 'shutdown', '--yes'])).code, 0);
  assert.deepEqual(told.sort(), ['shutdown cp-1', 'shutdown cp-2']);
});

test('quorum is of those that vote, and is not lost twice', () => {
  const member = (name: string, over: Partial<EtcdMember> = {}): EtcdMember =>
    ({ ...EtcdMember.decode(new Uint8Array()), name, healthy: true, ...over }) as EtcdMember;
  const three = CONTROL_PLANES.map((name) => member(name));
  assert.equal(lossOfQuorum(['cp-1'], three), undefined);
  assert.match(lossOfQuorum(['cp-1', 'cp-2'], three) ?? '', /1 of 3/);
  assert.equal(lossOfQuorum(['cp-1'], [member('cp-1')]), undefined);
  assert.equal(lossOfQuorum(['cp-1'], [member('cp-1'), member('cp-2', { learner: true })]), undefined);
  assert.match(lossOfQuorum(['cp-1'], three.slice(0, 2)) ?? '', /1 of 2/);
  const gone = [member('cp-1'), member('cp-2', { healthy: false }), member('cp-3', { healthy: false })];
  assert.equal(lossOfQuorum(['cp-1'], gone), undefined);
});
