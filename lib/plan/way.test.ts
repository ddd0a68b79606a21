import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeStateStatus } from '@talos/crds/nodestate.ts';
import { wayOf, withWay } from './way.ts';

const status: NodeStateStatus = { phase: 'Held', reason: 'NotSteady', attempts: 2, observedGeneration: 7 };

test('a way holds what the status says of it and nothing else', () => {
  assert.deepEqual(wayOf(status), { phase: 'Held', reason: 'NotSteady', attempts: 2 });
});

test('a new way replaces the whole former one and leaves the rest of the status alone', () => {
  assert.deepEqual(withWay(status, { phase: 'Queued', attempts: 3 }), {
    phase: 'Queued',
    attempts: 3,
    observedGeneration: 7,
  });
});
