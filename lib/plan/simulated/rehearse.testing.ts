/** A simulated cluster that does what its plan says until nothing is left to do. */
import { iso } from '../context.ts';
import type { Plan, Step } from '../types.ts';
import type { SimulatedCluster } from './cluster.ts';

export interface Rehearsal {
  readonly phase: Plan['phase'];
  readonly durationMs: number;
  readonly log: readonly { readonly time: string; readonly step: Step }[];
  readonly plan: Plan;
}

/** Runs a cluster until nothing is to be done any more, or for at most `limitMs` of its time. */
export function rehearse(cluster: SimulatedCluster, limitMs = 6 * 3_600_000): Rehearsal {
  const start = cluster.now;
  const log: { time: string; step: Step }[] = [];
  for (;;) {
    const next = cluster.plan();
    for (const step of next.steps) {
      log.push({ time: iso(cluster.now), step });
      cluster.apply(step);
    }
    if (next.steps.length === 0) cluster.tell(next);
    const still =
      next.steps.length === 0 &&
      (next.phase === 'Completed' || next.phase === 'Halted') &&
      (cluster.machine.status?.inFlight ?? []).length === 0;
    if (still || cluster.now - start >= limitMs)
      return { phase: next.phase, durationMs: cluster.now - start, log, plan: next };
    cluster.advance(1_000);
  }
}
