import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '@talos/crds/machine.ts';
import { type Advance, type Progress, progressOf as progress, type StagedNode, stageStatus } from './stage.ts';

const stages = [
  { nodes: 1, soak: '10m' },
  { nodes: '50%', soak: '30m' },
];
const minute = 60_000;

const advance = (
  doneTimes: readonly number[],
  total: number,
  { begun = doneTimes.length, ...more }: Partial<Advance> & { readonly begun?: number } = {},
): Advance => ({
  nodes: Array.from({ length: total }, (_, index) => ({
    role: 'worker',
    doneAt: doneTimes[index],
    moving: index >= doneTimes.length && index < begun,
  })),
  openSince: 0,
  ...more,
});

/** Without the functions. */
const progressOf = (...args: Parameters<typeof progress>): Partial<Progress> => {
  const { isIn: _, counts: __, ...rest } = { isIn: 0, counts: 0, ...progress(...args) };
  return rest;
};

test('without stages everything may go', () => {
  assert.deepEqual(progressOf([], advance([], 10), 0), { state: 'open', stage: 1, room: Number.POSITIVE_INFINITY });
});

test('a stage is open until enough nodes are done, then they soak, then the next opens', () => {
  assert.deepEqual(progressOf(stages, advance([], 10), 0), { state: 'open', stage: 1, room: 1 });
  assert.deepEqual(progressOf(stages, advance([5 * minute], 10), 14 * minute), {
    state: 'soaking',
    stage: 1,
    until: 15 * minute,
  });
  assert.deepEqual(progressOf(stages, advance([5 * minute], 10), 15 * minute), { state: 'open', stage: 2, room: 4 });
});

test('what the next stage does begins no soak anew', () => {
  const times = [20, 5, 21].map((time) => time * minute);
  assert.deepEqual(progressOf(stages, advance(times, 10), 22 * minute), { state: 'open', stage: 2, room: 2 });
  const half = [5, 20, 21, 22, 23].map((time) => time * minute);
  assert.deepEqual(progressOf(stages, advance(half, 10), 24 * minute), {
    state: 'soaking',
    stage: 2,
    until: 53 * minute,
  });
  assert.deepEqual(progressOf(stages, advance(half, 10), 53 * minute).state, 'open');
  assert.deepEqual(progressOf(stages, advance(half, 10), 53 * minute).stage, 3);
});

test('a stage of more nodes than there are is done with all of them', () => {
  assert.deepEqual(progressOf([{ nodes: 7, soak: '0s' }], advance([1, 2], 2), 3), {
    state: 'open',
    stage: 2,
    room: Number.POSITIVE_INFINITY,
  });
});

test('a soak counts from when the gates opened, and begins anew when one has closed meanwhile', () => {
  const soaking = (openSince: number, now: number) => progressOf(stages, advance([5 * minute], 10, { openSince }), now);
  assert.deepEqual(soaking(8 * minute, 16 * minute), { state: 'soaking', stage: 1, until: 18 * minute });
  assert.deepEqual(soaking(8 * minute, 18 * minute), { state: 'open', stage: 2, room: 4 });
});

test('a soak that is over stays over, whatever the gates do while the next stage is under way', () => {
  const later = (nodes: string) =>
    advance([5 * minute], 10, { begun: 2, openSince: 20 * minute, passed: { number: 1, nodes } });
  assert.deepEqual(progressOf(stages, later('1'), 21 * minute), { state: 'open', stage: 2, room: 3 });
  assert.equal(progressOf(stages, later('2'), 21 * minute).stage, 1, 'it is another stage now');
});

test('a stage that a person must approve waits for that, and for the approval of what it is now', () => {
  const manual = [{ nodes: 1 }, { nodes: '50%', approval: 'Manual' as const }];
  const asked = (approvals: Advance['approvals'], now = 30 * minute) =>
    progress(manual, advance([5 * minute], 10, { approvals }), now);
  assert.equal(asked([], 6 * minute).state, 'soaking', 'the soak comes first');
  assert.deepEqual(asked([]), { state: 'awaiting', stage: 2 });
  assert.deepEqual(asked([{ stage: 1, nodes: '1', by: 'ann' }]), { state: 'awaiting', stage: 2 });
  assert.deepEqual(asked([{ stage: 2, nodes: '90%', by: 'ann' }]), { state: 'awaiting', stage: 2 });
  assert.equal(asked([{ stage: 2, nodes: '50%', by: 'ann' }]).state, 'open');
  assert.deepEqual(stageStatus(manual, asked([])), { number: 2, of: 2, state: 'AwaitingApproval', nodes: '50%' });
});

test('nodes that ran the target before count as no turn of a stage, and it is done once nothing is left to do', () => {
  const settled: StagedNode = { role: 'worker', isSettled: true };
  const at = (nodes: readonly StagedNode[], now = 20 * minute) => progress(stages, { nodes, openSince: 0 }, now);
  const open = at([settled, settled, { role: 'worker' }]);
  assert.ok(open.state === 'open' && open.stage === 1 && open.room === 1);
  assert.equal(at([settled, { role: 'worker', doneAt: 15 * minute }]).state, 'soaking');
  assert.equal(at([settled, settled], 60 * minute).stage, 3);
});

test('a stage of a pool lets its nodes go, and control planes before them; the others follow when it has soaked', () => {
  const canary: readonly Stage[] = [{ pool: 'canary', nodes: '100%', soak: '10m' }];
  const inPool: StagedNode = { role: 'worker', pool: 'canary' };
  const other: StagedNode = { role: 'worker' };
  const first: StagedNode = { role: 'control-plane' };
  const at = (nodes: readonly StagedNode[], now: number, passed?: Advance['passed']) =>
    progress(canary, { nodes, openSince: 0, passed }, now);
  const open = at([first, inPool, inPool, other], 0);
  assert.ok(open.state === 'open' && open.stage === 1 && open.room === 2);
  assert.deepEqual([inPool, other, first].map(open.isIn), [true, false, true]);
  assert.deepEqual([inPool, first].map(open.counts), [true, false], 'control planes take no room');
  const done = { ...inPool, doneAt: 5 * minute };
  assert.equal(at([first, done, inPool, other], 30 * minute).stage, 1);
  assert.deepEqual(at([first, done, done, { ...other, isSettled: true }], 6 * minute), {
    state: 'soaking',
    stage: 1,
    until: 15 * minute,
  });
  assert.equal(at([first, done, done, other], 15 * minute).stage, 2);
  const passed = { number: 1, nodes: '100% of canary' };
  assert.equal(at([first, done, done, inPool, other], 7 * minute, passed).stage, 2, 'over for good');
  const out = { ...inPool, isOut: true };
  assert.equal(at([first, done, out, other], 15 * minute).stage, 2, 'who gets no turn keeps nobody waiting');
  assert.deepEqual(at([first, out, other], 0), { state: 'empty', stage: 1, pool: 'canary', nodes: 1 });
  assert.deepEqual(at([first, other], 0), { state: 'empty', stage: 1, pool: 'canary', nodes: 0 });
});

test('a stage of a pool of control planes holds the others of them back', () => {
  const stage: readonly Stage[] = [{ pool: 'first', nodes: 1 }];
  const nodes: readonly StagedNode[] = [{ role: 'control-plane', pool: 'first' }, { role: 'control-plane' }];
  const open = progress(stage, { nodes, openSince: 0 }, 0);
  assert.deepEqual(open.state === 'open' && nodes.map(open.isIn), [true, false]);
  assert.deepEqual(stageStatus(stage, open), { number: 1, of: 1, state: 'Open', nodes: '1 of first' });
});
