/** What the node's own control group allows, of either version. A node that is a machine has none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wholeNumber } from './numbers.ts';

export interface Limits {
  /** 0: no limit. */
  readonly memoryBytes: number;
  /** 0: not counted, as in the root of the whole hierarchy. */
  readonly memoryChargedBytes: number;
  /** 1000 is one processor; 0: no limit. */
  readonly millicores: number;
}

/** v1 writes "no limit" as the largest page-aligned number; nothing has half of that. */
const UNLIMITED = 2 ** 62;

export async function readLimits(cgroupRoot = '/sys/fs/cgroup'): Promise<Limits> {
  const text = async (name: string): Promise<string> =>
    (await readFile(join(cgroupRoot, name), 'utf8').catch(() => '')).trim();
  const first = async (...names: readonly string[]): Promise<string> => {
    for (const name of names) {
      const found = await text(name);
      if (found !== '') return found;
    }
    return '';
  };
  const [limit, charged, max, quota, period] = await Promise.all([
    first('memory.max', 'memory/memory.limit_in_bytes'),
    first('memory.current', 'memory/memory.usage_in_bytes'),
    text('cpu.max'),
    first('cpu/cpu.cfs_quota_us', 'cpu,cpuacct/cpu.cfs_quota_us'),
    first('cpu/cpu.cfs_period_us', 'cpu,cpuacct/cpu.cfs_period_us'),
  ]);
  return {
    memoryBytes: parseMemoryLimit(limit),
    memoryChargedBytes: wholeNumber(charged),
    millicores: parseCpuLimit(max === '' ? `${quota} ${period}` : max),
  };
}

/** `max` of v2 and the huge number of v1 are no limit: 0. */
export function parseMemoryLimit(text: string): number {
  return Number(text) >= UNLIMITED ? 0 : wholeNumber(text);
}

/** `QUOTA PERIOD` in µs; a quota of `max` (v2) or -1 (v1) is no limit: 0. */
export function parseCpuLimit(text: string): number {
  const [quota = '', period = ''] = text.split(' ');
  const [used, of] = [wholeNumber(quota), wholeNumber(period)];
  return of === 0 ? 0 : Math.min(Math.round((used * 1000) / of), 2 ** 31 - 1);
}
