import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintStatus } from './conditions.lint.ts';
import {
  type Condition,
  concludeConditions,
  getCondition,
  setCondition,
  type Verdict,
  verdictOf,
} from './conditions.ts';
import { TerminalError } from './reconciler.ts';

const at = (seconds: number, generation = 1) => ({ now: Date.UTC(2026, 0, 1, 0, 0, seconds, 123), generation });
const verdict = (kind: Verdict['kind'], message = 'because'): Verdict => ({ kind, reason: 'Because', message });
const types = (conditions: readonly Condition[]) => conditions.map(({ type, status }) => `${type}=${status}`);

test('each verdict leaves what kstatus asks for, whatever was before', () => {
  const expected: Record<Verdict['kind'], string[]> = {
    ready: ['Ready=True', 'Other=True'],
    reconciling: ['Ready=False', 'Reconciling=True', 'Other=True'],
    failing: ['Ready=False', 'Reconciling=True', 'Other=True'],
    stalled: ['Ready=False', 'Stalled=True', 'Other=True'],
  };
  const kinds = Object.keys(expected) as Verdict['kind'][];
  const other = setCondition([], { type: 'Other', status: 'True', reason: 'Yes', message: 'kept' }, at(0));
  for (const first of kinds) {
    for (const second of kinds) {
      const conditions = concludeConditions(concludeConditions(other, verdict(first), at(1)), verdict(second), at(2));
      assert.deepEqual(types(conditions), expected[second], `${first} then ${second}`);
      assert.deepEqual(lintStatus({ metadata: { generation: 1 }, status: { conditions } }), []);
    }
  }
});

test('lastTransitionTime moves with the status only', () => {
  const first = concludeConditions([], verdict('reconciling', 'one'), at(1));
  const second = concludeConditions(first, verdict('reconciling', 'two'), at(2, 2));
  assert.equal(getCondition(second, 'Ready')?.lastTransitionTime, '2026-01-01T00:00:01Z');
  assert.equal(getCondition(second, 'Ready')?.message, 'two');
  assert.equal(getCondition(second, 'Ready')?.observedGeneration, 2);
  const third = concludeConditions(second, verdict('ready'), at(3, 2));
  assert.equal(getCondition(third, 'Ready')?.lastTransitionTime, '2026-01-01T00:00:03Z');
  assert.equal(concludeConditions(third, verdict('ready'), at(9, 2)), third, 'nothing new is the same list');
});

test('a terminal error stalls, any other is being retried', () => {
  assert.equal(verdictOf(new TerminalError('no')).kind, 'stalled');
  assert.equal(verdictOf(new Error('later')).kind, 'failing');
});

test('the linter finds each fault', () => {
  const base = { lastTransitionTime: '2026-01-01T00:00:00Z', reason: 'R', message: 'm' };
  const lint = (...conditions: Condition[]) =>
    lintStatus({ metadata: { generation: 1 }, status: { conditions } }).map((finding) => finding.slice(0, 3));
  const ready = (status: Condition['status'], more: Partial<Condition> = {}): Condition => ({
    ...base,
    type: 'Ready',
    status,
    ...more,
  });
  const stalled = (status: Condition['status']): Condition => ({ ...base, type: 'Stalled', status });
  assert.deepEqual(lint(), ['S01']);
  assert.deepEqual(lint(ready('False'), stalled('False')), ['S02']);
  assert.deepEqual(lint(ready('True'), stalled('True')), ['S04']);
  assert.deepEqual(lint(ready('False')), ['S05']);
  assert.deepEqual(lint(ready('True'), ready('True')), ['S06']);
  assert.deepEqual(lint(ready('True', { reason: 'not a word' })), ['S07']);
  assert.deepEqual(lint(ready('True', { message: '' })), ['S08']);
  assert.deepEqual(lint(ready('True', { lastTransitionTime: 'now' })), ['S09']);
  assert.deepEqual(lint(ready('True', { observedGeneration: 0 })), ['S11']);
});
