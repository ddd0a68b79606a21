/** What one decision over a large cluster takes. */
import { plan, RenderMemo } from '@talos/lib/plan/index.ts';
import { median } from '../statistics.ts';
import { MOMENTS, snapshotAt } from './snapshot.ts';

const WARM_UP = 10;
const RUNS = 40;

/** Milliseconds of a processor, whatever else the machine is doing: of the slowest moment of a rollout, the median. */
export function measurePlan(nodes: number, log: (line: string) => void): number {
  const now = Date.UTC(2026, 0, 2);
  return Math.max(
    ...MOMENTS.map((moment) => {
      const snapshot = snapshotAt(moment, nodes, now);
      const memo = new RenderMemo();
      const samples: number[] = [];
      for (let run = 0; run < WARM_UP + RUNS; run++) {
        const start = process.cpuUsage();
        plan(snapshot, now, memo);
        const { user, system } = process.cpuUsage(start);
        if (run >= WARM_UP) samples.push((user + system) / 1_000);
      }
      log(`plan of ${nodes} nodes, ${moment}: ${median(samples).toFixed(1)} ms`);
      return median(samples);
    }),
  );
}
