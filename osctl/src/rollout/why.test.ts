import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NodeState, NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';
import type { ClusterObjects } from './view.ts';
import { reasonOf } from './why.ts';

const block = (code: string, message: string, node?: string): BlockedBy => ({
  code,
  message,
  since: '2026-01-01T00:00:00Z',
  owner: 'user',
  nextCheckTime: '2026-01-01T00:01:00Z',
  ...(node === undefined ? {} : { node }),
});
const nodeState = (name: string, status: NodeStateStatus): NodeState => ({
  apiVersion: 'osctl.dev/v1alpha1',
  kind: 'NodeState',
  metadata: { name },
  spec: {},
  status,
});
const digest = `sha256:${'2'.repeat(64)}`;
const running = { time: '2026-01-01T00:00:00Z', reachable: true, digest };
const preview = (order: string[]) => ({ hash: `sha256:${'a'.repeat(64)}`, nodes: order.length, order, seconds: 60 });

function objects(
  status: NodeStateStatus,
  order: string[],
  blockedBy: BlockedBy[] = [],
  skipNodes: string[] = [],
): ClusterObjects {
  const api = { apiVersion: 'osctl.dev/v1alpha1' } as const;
  const os = { image: 'osctl.dev/talos:2' };
  return {
    machine: {
      ...api,
      kind: 'Machine',
      metadata: { name: 'cluster' },
      spec: { os },
      status: { rollout: '2-x', blockedBy },
    },
    nodeConfigs: [],
    nodePools: [],
    rollouts: [
      {
        ...api,
        kind: 'Rollout',
        metadata: { name: '2-x' },
        spec: { generation: 2, os, targets: [{ pool: 'default', image: os.image, digest }], targetHash: '', skipNodes },
        status: { phase: 'Progressing', preview: preview(order) },
      },
    ],
    nodeStates: [nodeState('w-1', status)],
  };
}

describe('osctl rollout why', () => {
  it('knows no node that the operator does not know', () => {
    assert.equal(reasonOf(objects({ phase: 'Done' }, []), 'w-9'), undefined);
  });

  it('says that a node is done, whatever the others wait for', () => {
    const reason = reasonOf(
      objects({ phase: 'Done', observed: running }, ['w-2'], [block('GATE_CLOSED', 'gate ceph is closed')]),
      'w-1',
    );
    assert.equal(reason?.answer, 'w-1 runs what is wanted');
    assert.deepEqual(reason?.blockedBy, []);
  });

  it('says that a node waits before there is an order', () => {
    const reason = reasonOf(objects({ phase: 'Idle' }, [], [block('RESOLVING_IMAGE', 'cp-1 looks it up')]), 'w-1');
    assert.equal(reason?.answer, 'w-1 waits for its turn; cp-1 looks it up');
  });

  it('says which turn it has, and what all wait for', () => {
    const blocks = [block('GATE_CLOSED', 'gate ceph is closed'), block('DRAINING', 'w-2 drains', 'w-2')];
    const reason = reasonOf(objects({ phase: 'Queued' }, ['w-2', 'w-1'], blocks), 'w-1');
    assert.equal(reason?.answer, 'w-1 is number 2 of those that are left; gate ceph is closed');
    assert.equal(reason?.turn, 2);
    assert.deepEqual(
      reason?.blockedBy.map(({ code }) => code),
      ['GATE_CLOSED'],
    );
  });

  it('says what a node under way waits for, its own reasons first and each once', () => {
    const own = block('DRAINING', 'pod default/db-0 is still there', 'w-1');
    const status = { phase: 'Draining', blockedBy: [own] } as const;
    const reason = reasonOf(objects({ ...status, blockedBy: [own] }, [], [block('PAUSED', 'paused'), own]), 'w-1');
    assert.equal(reason?.answer, 'w-1 is under way: Draining; pod default/db-0 is still there');
    assert.deepEqual(
      reason?.blockedBy.map(({ code }) => code),
      ['DRAINING', 'PAUSED'],
    );
  });

  it('says why it was turned back, and that a person has skipped it', () => {
    const evidence = { cause: 'crashed', message: 'm', time: '2026-01-01T00:00:00Z', lastLines: ['the end'] };
    const back = reasonOf(objects({ phase: 'RolledBack', message: 'w-1 turned back: crashed', evidence }, []), 'w-1');
    assert.deepEqual([back?.answer, back?.evidence?.lastLines], ['w-1 turned back: crashed', ['the end']]);
    const skipped = reasonOf(objects({ phase: 'Queued' }, ['w-1'], [], ['w-1']), 'w-1');
    assert.equal(skipped?.answer, 'w-1 stays as it is: a person has skipped it');
  });

  it('says what its pool waits for, and not what another pool does', () => {
    const blocks = [
      block('SOAKING', 'stage 1 soaks'),
      { ...block('WINDOW_CLOSED', '1 node of NodePool db waits'), pool: 'db' },
      { ...block('PAUSED', 'the nodes of NodePool web wait'), pool: 'web' },
    ];
    const of = objects({ phase: 'Queued', pool: 'db' }, ['w-1'], blocks);
    const pin = { pool: 'db', image: 'osctl.dev/talos:1', digest: `sha256:${'1'.repeat(64)}` };
    const [rollout] = of.rollouts;
    assert.ok(rollout);
    const pinned = { ...rollout, spec: { ...rollout.spec, targets: [...rollout.spec.targets, pin] } };
    const reason = reasonOf({ ...of, rollouts: [pinned] }, 'w-1');
    assert.equal(reason?.answer, 'w-1 is number 1 of those that are left; 1 node of NodePool db waits');
    assert.deepEqual(
      reason?.blockedBy.map(({ code }) => code),
      ['WINDOW_CLOSED', 'SOAKING'],
    );
    assert.equal(reason?.wanted, 'osctl.dev/talos:1');
  });
});
