/** Two samples of what control groups have used, as a rate. */
import type { ContainerStatsResponse, Usage } from '@talos/proto/gen/osctl/v1alpha1.ts';

export interface UsageRate extends Usage {
  /** CPU time over wall time: 1 is one core, busy all the time. 0 where there is no sample before. */
  readonly cores: number;
}

/** A group that was made anew has used less than before; it is counted from its beginning. */
export function rates(before: ContainerStatsResponse | undefined, now: ContainerStatsResponse): readonly UsageRate[] {
  const elapsedUs = before === undefined ? 0 : (now.sampledMs - before.sampledMs) * 1_000;
  const former = new Map(before?.usages.map((usage) => [keyOf(usage), usage.cpuTimeUs]));
  return now.usages.map((usage) => {
    const then = former.get(keyOf(usage));
    if (then === undefined || elapsedUs <= 0) return { ...usage, cores: 0 };
    const used = usage.cpuTimeUs < then ? usage.cpuTimeUs : usage.cpuTimeUs - then;
    return { ...usage, cores: Math.round((used / elapsedUs) * 10_000) / 10_000 };
  });
}

const keyOf = ({ kind, id }: Usage): string => `${kind} ${id}`;
