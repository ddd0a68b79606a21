/**
 * Keeps what is written calm: forecasts move with every plan, and a write for each would wake the next plan, which would
 * write again. A forecast is kept as it was while it still serves its reader.
 */
import type { NodeStateStatus } from '@talos/crds/nodestate.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';

type Observed = NonNullable<NodeStateStatus['observed']>;

/** A time that lies ahead still and is not far from the new one. */
const ESTIMATE_TOLERANCE_MS = 30_000;
/** How old the time of an observation that says nothing new may become; a kubelet's own status is as old. */
const OBSERVED_EVERY_MS = 5 * 60_000;
/** With many nodes it becomes older: two such writes a second are enough. */
const OBSERVED_PER_NODE_MS = 600;

export function calmBlockedBy(before: readonly BlockedBy[], after: readonly BlockedBy[], now: number): BlockedBy[] {
  return after.map((entry) => {
    const old = before.find((one) => one.code === entry.code && one.node === entry.node && one.pool === entry.pool);
    const same = old !== undefined && old.message === entry.message && old.owner === entry.owner;
    const serves = same && Date.parse(old.nextCheckTime) > now && old.nextCheckTime <= entry.nextCheckTime;
    return serves ? { ...entry, nextCheckTime: old.nextCheckTime } : entry;
  });
}

export function calmEstimate(before: string | undefined, after: string | undefined, now: number): string | undefined {
  if (before === undefined || after === undefined) return after;
  const old = Date.parse(before);
  return old > now && Math.abs(old - Date.parse(after)) < ESTIMATE_TOLERANCE_MS ? before : after;
}

export function calmObserved(before: Observed | undefined, after: Observed, now: number, nodes: number): Observed {
  if (before === undefined) return after;
  const { time: _, ...old } = before;
  const { time: __, ...fresh } = after;
  // it has not answered since
  if (!after.reachable) return { ...after, time: before.time };
  const same = Object.keys({ ...old, ...fresh }).every(
    (key) => JSON.stringify(old[key as keyof typeof old]) === JSON.stringify(fresh[key as keyof typeof fresh]),
  );
  const everyMs = Math.max(OBSERVED_EVERY_MS, nodes * OBSERVED_PER_NODE_MS);
  return same && Math.abs(now - Date.parse(before.time)) < everyMs ? before : after;
}
