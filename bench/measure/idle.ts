/** What the agent takes of processors while nobody asks anything of it. */
import { systemClock } from '@talos/lib/control/clock.ts';
import type { BenchCluster, BenchNode } from '../cluster.ts';
import { cpuMsOf } from '../processes.ts';
import { processesOf } from './memory.ts';

/** Two of the longest turns that the agent makes by itself, and more than enough for ticks of 10 ms. */
const MEASURE_MS = 60_000;

export async function measureIdle(
  cluster: BenchCluster,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const before = await Promise.all(cluster.nodes.map((node) => cpuOf(node, signal)));
  await systemClock.sleep(MEASURE_MS, signal);
  const after = await Promise.all(cluster.nodes.map((node) => cpuOf(node, signal)));
  const shares = cluster.nodes.map((node, index) => {
    const [from, to] = [before[index], after[index]];
    const share = (part: keyof Cpu): number =>
      from === undefined || to === undefined ? 0 : ((to[part] - from[part]) / (to.atMs - from.atMs)) * 100;
    const parts = { apid: share('apid'), machined: share('machined'), balancer: share('balancer') };
    const shown = Object.entries(parts).map(([part, percent]) => `${part} ${percent.toFixed(2)}`);
    log(`${node.name}, idle, % of a core: ${shown.join(', ')}`);
    return parts;
  });
  return new Map([
    ['agent CPU, idle', Math.max(...shares.map(({ apid, machined }) => apid + machined))],
    ['balancer CPU, idle', Math.max(...shares.map(({ balancer }) => balancer))],
  ]);
}

interface Cpu {
  readonly atMs: number;
  readonly apid: number;
  readonly machined: number;
  readonly balancer: number;
}

/** Errors: a part that is not there, whose time would be missing from the difference. */
async function cpuOf(node: BenchNode, signal: AbortSignal): Promise<Cpu> {
  const processes = await processesOf(node, signal);
  const of = async (part: 'apid' | 'machined' | 'balancer'): Promise<number> => {
    const pid = processes.find((one) => one.part === part)?.pid;
    const ms = pid === undefined ? undefined : await cpuMsOf(pid);
    if (ms === undefined) throw new Error(`${node.name} has no ${part}`);
    return ms;
  };
  const [apid, machined, balancer] = await Promise.all([of('apid'), of('machined'), of('balancer')]);
  return { atMs: systemClock.monotonic(), apid, machined, balancer };
}
