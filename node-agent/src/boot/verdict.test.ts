import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attemptEnding, initExit, lastLines } from './console.ts';
import { confirmTrial, endTrial, initialState, markTrial } from './state.ts';
import { GUARD_MARGIN_NS, guardVerdict, STOP_LIMIT_NS } from './verdict.ts';

const SECOND = 1_000_000_000n;
const request = {
  slot: 'b',
  operationId: 'op',
  digest: 'd',
  confirmWithinMs: 60_000,
  requireConfirm: true,
  fromBootId: 'x',
} as const;
const state = markTrial(initialState('a'), request);
const trial = state.trial as NonNullable<typeof state.trial>;
const late = 60n * SECOND + GUARD_MARGIN_NS;
const health = (healthy: boolean, at: bigint) => ({
  bootId: 'b',
  healthy,
  unmet: healthy ? [] : ['kubelet: not ready'],
  monotonicNs: String(at),
});
const view = { state, trial, health: undefined, nowNs: 0n, startNs: 0n, endedSinceNs: undefined };

describe('the guard', () => {
  it('waits until well after the agent should have decided', () => {
    assert.equal(guardVerdict({ ...view, nowNs: late - 1n }).kind, 'wait');
  });

  it('tells a hang, failed health and a missing confirmation apart', () => {
    const cause = (change: object) => {
      const verdict = guardVerdict({ ...view, nowNs: late, ...change });
      return verdict.kind === 'end-trial' ? verdict.cause : verdict.kind;
    };
    assert.equal(cause({}), 'hung');
    assert.equal(cause({ health: health(true, 0n) }), 'hung');
    assert.equal(cause({ health: health(false, late) }), 'unhealthy');
    assert.equal(cause({ health: health(true, late) }), 'unconfirmed');
    const stopping = { ...health(false, late), stopping: true };
    assert.equal(cause({ health: stopping }), 'wait', 'services that are being stopped are no failed health');
    assert.notEqual(cause({ health: stopping, nowNs: late + STOP_LIMIT_NS }), 'wait');
  });

  it('leaves once the trial is confirmed', () => {
    assert.equal(guardVerdict({ ...view, state: confirmTrial(state, 'op'), nowNs: late }).kind, 'leave');
  });

  it('restarts a node whose agent ended the trial but does not go', () => {
    const ended = { ...view, state: endTrial(state, 'op'), nowNs: late };
    assert.equal(guardVerdict(ended).kind, 'ended');
    assert.equal(guardVerdict({ ...ended, endedSinceNs: late - STOP_LIMIT_NS }).kind, 'restart');
  });

  it('goes on when the state cannot be read for a moment', () => {
    assert.equal(guardVerdict({ ...view, state: undefined }).kind, 'wait');
  });
});

describe('the console of an attempt', () => {
  const spawned = "[INFO  tini (1)] Spawned child process '/usr/bin/node' with pid '7'\n";
  for (const [console, ending] of [
    ['', 'power-lost'],
    [`${spawned}up\n`, 'power-lost'],
    [`${spawned}[INFO  tini (1)] Main child exited normally (with status '1')\n`, 'crashed'],
    [`${spawned}[INFO  tini (1)] Main child exited with signal (with signal 'Killed')\n`, 'crashed'],
    [`${spawned}[INFO  tini (1)] Main child exited normally (with status '64')\n`, 'power-lost'],
    [`${spawned}[INFO  tini (1)] Main child exited normally (with status '0')\n`, 'power-lost'],
    [`${spawned}a tini (1) of its own: Main child exited normally (with status '1')\n`, 'power-lost'],
    ['process.execve failed with error code ENOEXEC\n', 'crashed'],
  ] as const) {
    it(`${JSON.stringify(console.slice(-60))}: ${ending}`, () => {
      assert.equal(attemptEnding(initExit(console)), ending);
    });
  }

  it('is bounded and harmless as evidence', () => {
    const lines = lastLines(`${'x'.repeat(5000)}\n${'line\n'.repeat(100)}\u001b[31mred\u001b[0m\u0007\n`);
    assert.equal(lines.length, 50);
    assert.equal(lines.at(-1), 'red');
    assert.equal(lastLines('x'.repeat(5000))[0]?.length, 1000);
  });
});
