/** Where the time of a node's upgrade went. */

export const PHASES = ['drain', 'stop', 'reboot', 'boot', 'ready', 'steady', 'release'] as const;
export type Phase = (typeof PHASES)[number];

/** Moments of one node's upgrade, as Unix milliseconds: nodes are containers, so that all clocks are the host's. */
export interface UpgradeMoments {
  /** Our taint was seen on the Node. */
  readonly tainted: number;
  /** The agent took the operation. */
  readonly accepted: number;
  /** Services were stopped: the agent gave up its power. */
  readonly stopped: number;
  /** The launcher handed over to the new slot. */
  readonly booted: number;
  /** The OS API answered, with a new boot id. */
  readonly answered: number;
  /** The operator had the whole proof: services healthy, Node Ready by a fresh heartbeat. */
  readonly ready: number;
  /** It had stayed so, and the trial was confirmed. */
  readonly proven: number;
  /** Our taint was gone. */
  readonly untainted: number;
}

/**
 * From the taint to its release, in milliseconds, with nothing left out and nothing counted twice.
 *
 * Assumptions: moments are seen by different eyes (the agent, the operator, this client), so that neighbours may be swapped by
 * as little as it takes to see them; such a phase took no time.
 * Errors: moments that are further out of order than that, naming them.
 */
export function splitUpgrade(moments: UpgradeMoments): Readonly<Record<Phase, number>> {
  const order = ['tainted', 'accepted', 'stopped', 'booted', 'answered', 'ready', 'proven', 'untainted'] as const;
  let last = moments.tainted;
  const durations = PHASES.map((phase, index) => {
    const [before, after] = [order[index] ?? 'tainted', order[index + 1] ?? 'untainted'];
    const at = moments[after];
    if (!Number.isFinite(at) || at < last - TOLERANCE_MS) {
      throw new Error(`the moments of an upgrade are out of order: ${after} (${at}) is before ${before} (${last})`);
    }
    const duration = Math.max(0, at - last);
    last = Math.max(last, at);
    return [phase, duration] as const;
  });
  return Object.fromEntries(durations) as Record<Phase, number>;
}

const TOLERANCE_MS = 1_500;

export interface OperationTimes {
  readonly startMs: number;
  readonly endMs: number;
  readonly phases: readonly { readonly name: string; readonly durationMs: number }[];
}

/** When the agent had stopped everything: the end of the last phase before the trial boot. */
export function stoppedAt(operation: OperationTimes): number {
  const trial = operation.phases.findIndex(({ name }) => name === 'trial');
  if (trial < 0) throw new Error('the operation had no trial boot');
  return operation.phases.slice(0, trial).reduce((at, { durationMs }) => at + durationMs, operation.startMs);
}
