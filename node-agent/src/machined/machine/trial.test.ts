import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type TrialView, trialVerdict } from './trial.ts';

const view: TrialView = {
  healthy: true,
  unmet: [],
  confirmed: false,
  requireConfirm: true,
  soleControlPlane: false,
  elapsedMs: 0,
  confirmWithinMs: 1000,
};
const sick = { healthy: false, unmet: ['kubelet: connection refused'] };
const late = { elapsedMs: 1000 };

describe('the verdict on a trial', () => {
  for (const [what, change, kind] of [
    ['healthy and asked for no more', { requireConfirm: false }, 'confirm'],
    ['healthy and confirmed', { confirmed: true }, 'confirm'],
    ['healthy, not confirmed yet', {}, 'wait'],
    ['confirmed before it is healthy', { ...sick, confirmed: true }, 'wait'],
    ['not healthy yet', { ...sick, requireConfirm: false }, 'wait'],
    ['not healthy in time', { ...sick, ...late }, 'revert'],
    ['confirmed, but not healthy in time', { ...sick, ...late, confirmed: true }, 'revert'],
    ['healthy, never confirmed', late, 'revert'],
    ['healthy, never confirmed, but nobody could have', { ...late, soleControlPlane: true }, 'confirm'],
    ['sole control plane with time left', { soleControlPlane: true }, 'wait'],
    ['sole control plane, not healthy', { ...sick, ...late, soleControlPlane: true }, 'revert'],
  ] as const) {
    it(`${what}: ${kind}`, () => assert.equal(trialVerdict({ ...view, ...change }).kind, kind));
  }

  it('blames health before the missing confirmation, and says what is unhealthy', () => {
    const verdict = trialVerdict({ ...view, ...sick, ...late });
    assert.ok(verdict.kind === 'revert');
    assert.equal(verdict.cause, 'unhealthy');
    assert.match(verdict.message, /kubelet: connection refused/);
    const unconfirmed = trialVerdict({ ...view, ...late });
    assert.ok(unconfirmed.kind === 'revert' && unconfirmed.cause === 'unconfirmed');
  });
});
