import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Advance, progressOf, stageStatus } from './stage.ts';

const stages = [
  { nodes: 1, soak: '10m' },
  { nodes: '50%', soak: '30m' },
];
const minute = 60_000;

const advance = (doneTimes: readonly number[], total: number, more: Partial<Advance> = {}): Advance => ({
  doneTimes,
  begun: doneTimes.length,
  total,
  openSince: 0,
  ...more,
});

test('without stages everything may go', () => {
  assert.deepEqual(progressOf([], advance([], 10), 0), { state: 'open', stage: 1, limit: Number.POSITIVE_INFINITY });
});

test('a stage is open until enough nodes are done, then they soak, then the next opens', () => {
  assert.deepEqual(progressOf(stages, advance([], 10), 0), { state: 'open', stage: 1, limit: 1 });
  assert.deepEqual(progressOf(stages, advance([5 * minute], 10), 14 * minute), {
    state: 'soaking',
    stage: 1,
    until: 15 * minute,
  });
  assert.deepEqual(progressOf(stages, advance([5 * minute], 10), 15 * minute), { state: 'open', stage: 2, limit: 5 });
});

test('what the next stage does begins no soak anew', () => {
  const times = [20, 5, 21].map((time) => time * minute);
  assert.deepEqual(progressOf(stages, advance(times, 10), 22 * minute), { state: 'open', stage: 2, limit: 5 });
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
    limit: Number.POSITIVE_INFINITY,
  });
});

test('a soak counts from when the gates opened, and begins anew when one has closed meanwhile', () => {
  const soaking = (openSince: number, now: number) => progressOf(stages, advance([5 * minute], 10, { openSince }), now);
  assert.deepEqual(soaking(8 * minute, 16 * minute), { state: 'soaking', stage: 1, until: 18 * minute });
  assert.deepEqual(soaking(8 * minute, 18 * minute), { state: 'open', stage: 2, limit: 5 });
});

test('a soak that is over stays over, whatever the gates do while the next stage is under way', () => {
  const later = advance([5 * minute], 10, { begun: 2, openSince: 20 * minute });
  assert.deepEqual(progressOf(stages, later, 21 * minute), { state: 'open', stage: 2, limit: 5 });
});

test('a stage that a person must approve waits for that, and for the approval of what it is now', () => {
  const manual = [{ nodes: 1 }, { nodes: '50%', approval: 'Manual' as const }];
  const asked = (approvals: Advance['approvals'], now = 30 * minute) =>
    progressOf(manual, advance([5 * minute], 10, { approvals }), now);
  assert.equal(asked([], 6 * minute).state, 'soaking', 'the soak comes first');
  assert.deepEqual(asked([]), { state: 'awaiting', stage: 2 });
  assert.deepEqual(asked([{ stage: 1, nodes: '1', by: 'ann' }]), { state: 'awaiting', stage: 2 });
  assert.deepEqual(asked([{ stage: 2, nodes: '90%', by: 'ann' }]), { state: 'awaiting', stage: 2 });
  assert.deepEqual(asked([{ stage: 2, nodes: '50%', by: 'ann' }]), { state: 'open', stage: 2, limit: 5 });
  assert.deepEqual(stageStatus(manual, asked([])), { number: 2, of: 2, state: 'AwaitingApproval', nodes: '50%' });
});
