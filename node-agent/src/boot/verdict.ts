import type { BootState, FailedBootCause, TrialState } from '../machined/machine/types.ts';

/** What machined says about itself during a trial, /run/talos/trial-health.json. Written every few seconds. */
export interface TrialHealth {
  readonly bootId: string;
  readonly healthy: boolean;
  /** Why not, one line each. */
  readonly unmet: readonly string[];
  /** CLOCK_MONOTONIC ns, decimal. */
  readonly monotonicNs: string;
  /** The node was told to go down: what ends now says nothing about the image. */
  readonly stopping?: boolean;
}

export interface GuardView {
  /** undefined: cannot be read just now. */
  readonly state: BootState | undefined;
  readonly trial: TrialState;
  readonly health: TrialHealth | undefined;
  readonly nowNs: bigint;
  readonly startNs: bigint;
  /** Since when the trial is known to have been ended by machined. */
  readonly endedSinceNs: bigint | undefined;
}

export type GuardVerdict =
  | { readonly kind: 'wait' }
  /** The trial is confirmed: the guard is not needed any more. */
  | { readonly kind: 'leave' }
  /** machined has ended the trial and should be on its way out. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'restart'; readonly message: string }
  | { readonly kind: 'end-trial'; readonly cause: FailedBootCause; readonly message: string };

const SECOND = 1_000_000_000n;
/** machined ends a trial itself at `confirmWithin`; the guard is there for when it does not. */
export const GUARD_MARGIN_NS = 30n * SECOND;
/** An orderly stop: pods, then services, etcd last. */
export const STOP_LIMIT_NS = 180n * SECOND;
const HEALTH_STALE_NS = 60n * SECOND;

/** What the guard does now. Pure. */
export function guardVerdict(view: GuardView): GuardVerdict {
  const { state, trial, health, nowNs, startNs } = view;
  if (state !== undefined && state.trial?.operationId !== trial.operationId) {
    if (state.active === trial.slot) return { kind: 'leave' };
    if (view.endedSinceNs === undefined || nowNs - view.endedSinceNs < STOP_LIMIT_NS) return { kind: 'ended' };
    return { kind: 'restart', message: 'The trial is over, but the agent did not stop in time' };
  }
  const within = BigInt(trial.confirmWithinMs) * 1_000_000n;
  if (nowNs - startNs < within + GUARD_MARGIN_NS) return { kind: 'wait' };
  if (health?.stopping === true && nowNs - startNs < within + GUARD_MARGIN_NS + STOP_LIMIT_NS) return { kind: 'wait' };
  const seconds = Number(within / SECOND);
  if (health === undefined || nowNs - BigInt(health.monotonicNs) > HEALTH_STALE_NS) {
    const last = health === undefined ? 'never said anything about its health' : 'stopped telling its health';
    return { kind: 'end-trial', cause: 'hung', message: `Within ${seconds} s the agent ${last}` };
  }
  if (!health.healthy) {
    return {
      kind: 'end-trial',
      cause: 'unhealthy',
      message: `Not healthy within ${seconds} s: ${health.unmet.join('; ') || 'no reason given'}`,
    };
  }
  return { kind: 'end-trial', cause: 'unconfirmed', message: `Healthy, but nobody confirmed it within ${seconds} s` };
}
