/** Two lists of processes of one node, as the share of time that each took between them. */
import type { Process, ProcessesResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';

export interface ProcessRate extends Process {
  /** CPU time over wall time: 1 is one core, busy all the time. 0 where there is no list before. */
  readonly cores: number;
}

/** A process that is not in the list before has begun since: all its time is of this interval. A reboot begins anew. */
export function processRates(before: ProcessesResponse | undefined, now: ProcessesResponse): readonly ProcessRate[] {
  const elapsedMs = before === undefined ? 0 : (now.takenUs - before.takenUs) / 1000;
  const former = new Map(before?.processes.map((process) => [keyOf(process), process.cpuTimeMs]));
  return now.processes.map((process) => {
    if (elapsedMs <= 0) return { ...process, cores: 0 };
    const used = Math.max(0, process.cpuTimeMs - (former.get(keyOf(process)) ?? 0));
    return { ...process, cores: Math.round((used / elapsedMs) * 10_000) / 10_000 };
  });
}

/** A pid is used again; with the start it is one process. */
const keyOf = ({ pid, startTimeMs }: Process): string => `${pid} ${startTimeMs}`;
