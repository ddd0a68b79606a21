import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JUMPS_MS } from '../control/clock.testing.ts';
import { plan } from './plan.ts';
import { SimulatedCluster } from './simulated/cluster.ts';
import type { Scenario } from './simulated/scenario.ts';
import type { Plan } from './types.ts';

const image = (digit: string, version: string) =>
  ({ digest: `sha256:${digit.repeat(64)}`, version, behaviour: 'good' }) as const;
const scenario: Scenario = {
  controlPlanes: 1,
  workers: 3,
  images: { 'osctl.dev/talos:1': image('1', '1.0.0'), 'osctl.dev/talos:2': image('2', '2.0.0') },
  first: 'osctl.dev/talos:1',
  start: Date.parse('2026-01-01T00:00:00Z'),
  rollout: { maxUnavailable: 1, stages: [{ nodes: 2, soak: '2m' }] },
};

/** A rollout in which the operator's clock, and no other, jumps as soon as some node is in `phase`. */
function rollOut(
  jump: number,
  phase: string,
): { readonly last: Plan; readonly tookMs: number; readonly moved: number } {
  const cluster = new SimulatedCluster(scenario);
  cluster.wish('osctl.dev/talos:2');
  const start = cluster.now;
  let offset = 0;
  let moved = 0;
  for (;;) {
    const snapshot = cluster.snapshot();
    if (snapshot.nodeStates.some(({ status }) => status?.phase === phase)) offset = jump;
    const last = plan(snapshot, cluster.now + offset);
    moved += last.steps.filter((step) => step.type === 'record' && step.way.phase === phase).length;
    for (const step of last.steps) cluster.apply(step);
    const tookMs = cluster.now - start;
    const over = last.phase === 'Completed' || last.phase === 'Halted' || tookMs > 3_600_000;
    if (over && last.steps.length === 0) return { last, tookMs, moved };
    cluster.advance(1_000);
  }
}

for (const phase of ['Preparing', 'Draining', 'Applying', 'Rebooting', 'Verifying', 'Done']) {
  test(`a clock that is set back while a node is ${phase} makes nothing wait for years`, () => {
    const { tookMs: usual } = rollOut(0, phase);
    for (const jump of JUMPS_MS.filter((ms) => ms < 0)) {
      const { last, tookMs } = rollOut(jump, phase);
      assert.equal(last.phase, 'Completed', JSON.stringify(last.blockedBy));
      assert.ok(tookMs < usual + 15 * 60_000, `${tookMs / 1000} s instead of ${usual / 1000} s`);
    }
  });

  test(`a clock that is put forward while a node is ${phase} ends the rollout, or halts it with a reason`, () => {
    for (const jump of JUMPS_MS.filter((ms) => ms > 0)) {
      const { last } = rollOut(jump, phase);
      assert.ok(last.phase === 'Completed' || (last.halted?.message ?? '') !== '', JSON.stringify(last.blockedBy));
    }
  });
}
