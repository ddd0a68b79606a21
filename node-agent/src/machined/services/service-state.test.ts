import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Occurrence } from './service-state.ts';
import { advance, backoffMs, defaultBackoff, newRecord, startOrder } from './service-state.ts';

const at = (ms: number) => ({ wallMs: ms, monotonicMs: ms });
const run = (occurrences: readonly (readonly [number, Occurrence])[]) =>
  occurrences.reduce(
    (record, [now, what]) => advance(record, what, at(now), defaultBackoff),
    newRecord({ id: 'kubelet', dependsOn: [] }, 0),
  );

describe('a service', () => {
  test('becomes active with its first healthy check and keeps its process when a later one fails', () => {
    const record = run([
      [1, { kind: 'starting' }],
      [2, { kind: 'spawned', pid: 7 }],
      [3, { kind: 'unhealthy', message: 'connection refused' }],
      [4, { kind: 'healthy' }],
      [5, { kind: 'unhealthy', message: 'slow' }],
    ]);
    assert.deepEqual(
      [record.state, record.health, record.pid, record.message, record.sinceMs],
      ['ACTIVE', 'UNHEALTHY', 7, 'slow', 5],
    );
  });

  test('is not yet active while its first checks fail, and says why', () => {
    const record = run([
      [1, { kind: 'starting' }],
      [2, { kind: 'spawned', pid: 7 }],
      [3, { kind: 'unhealthy', message: 'connection refused' }],
    ]);
    assert.deepEqual([record.state, record.health, record.message], ['STARTING', 'UNKNOWN', 'connection refused']);
  });

  test('waits longer after each failure in a row, and forgets them after a stable time', () => {
    const crash: Occurrence = { kind: 'exited', message: 'ended with exit code 1' };
    const twice = run([
      [0, { kind: 'starting' }],
      [0, crash],
      [1, crash],
    ]);
    assert.equal(twice.retryAtMs, 1 + 1_000);
    const stable = [
      { at: 2_000, what: { kind: 'starting' } },
      { at: 2_000, what: { kind: 'healthy' } },
      { at: 2_000 + defaultBackoff.stableMs, what: crash },
    ] as const;
    const after = stable.reduce((record, step) => advance(record, step.what, at(step.at), defaultBackoff), twice);
    assert.deepEqual([after.failures, after.retryAtMs], [1, 2_000 + defaultBackoff.stableMs + defaultBackoff.firstMs]);
  });

  test('counts restarts, not the first start', () => {
    const record = run([
      [0, { kind: 'spawned', pid: 1 }],
      [1, { kind: 'exited', message: '' }],
      [2, { kind: 'spawned', pid: 2 }],
    ]);
    assert.equal(record.restarts, 1);
  });
});

test('back-off never shrinks and never exceeds its bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (failures) => {
      const wait = backoffMs(failures, defaultBackoff);
      assert.ok(wait >= defaultBackoff.firstMs && wait <= defaultBackoff.maxMs);
      assert.ok(backoffMs(failures + 1, defaultBackoff) >= wait);
    }),
  );
});

test('whatever happens, a record without a process says pid 0 and one that failed has a time to try again', () => {
  const occurrence = fc.constantFrom<Occurrence>(
    { kind: 'blocked', message: 'x' },
    { kind: 'starting' },
    { kind: 'spawned', pid: 3 },
    { kind: 'start-failed', message: 'x' },
    { kind: 'healthy' },
    { kind: 'unhealthy', message: 'x' },
    { kind: 'exited', message: 'x' },
    { kind: 'stopping', message: 'x' },
    { kind: 'stopped', message: 'x' },
  );
  fc.assert(
    fc.property(fc.array(occurrence, { maxLength: 30 }), (occurrences) => {
      const record = run(occurrences.map((what, index) => [index, what] as const));
      const last = occurrences.at(-1)?.kind;
      if (last === 'exited' || last === 'stopped' || last === 'blocked') assert.equal(record.pid, 0);
      if (record.state === 'FAILED') assert.ok(record.retryAtMs > occurrences.length - 1);
    }),
  );
});

describe('the start order', () => {
  test('puts what is depended on first and otherwise keeps the order of registration', () => {
    const order = startOrder([
      { id: 'etcd', dependsOn: [] },
      { id: 'kubelet', dependsOn: ['containerd', 'balancer'] },
      { id: 'balancer', dependsOn: [] },
      { id: 'containerd', dependsOn: [] },
    ]);
    assert.deepEqual(order, ['etcd', 'containerd', 'balancer', 'kubelet']);
  });

  test('names a circle and a missing service', () => {
    assert.throws(
      () =>
        startOrder([
          { id: 'a', dependsOn: ['b'] },
          { id: 'b', dependsOn: ['a'] },
        ]),
      /a → b → a/,
    );
    assert.throws(() => startOrder([{ id: 'a', dependsOn: ['z'] }]), /a depends on z/);
  });
});
