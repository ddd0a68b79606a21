/** osctl.v1alpha1.Host. Its readers are loaded when somebody asks: most nodes run for weeks without. */
import type { Handlers } from '@talos/lib/rpc/service.ts';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { ApiDeps } from './deps.ts';

type Methods = typeof api.Host.methods;
type Deps = Pick<ApiDeps, 'syscalls' | 'clock' | 'platform'>;

/** A container shares the kernel's view of processors, memory and clock with all that runs on its host. */
export const belongsTo = (platform: Deps['platform']): 'node' | 'host' => (platform === 'container' ? 'host' : 'node');

export function hostHandlers({ syscalls, clock, platform }: Deps): Handlers<Methods> {
  return {
    async cpu() {
      const [{ readCpu }, { readLimits }] = await Promise.all([import('../host/cpu.ts'), import('../host/limits.ts')]);
      const [{ stat, processors }, { millicores }] = await Promise.all([readCpu(), readLimits()]);
      const { byProcessor, ...counters } = stat;
      const named = new Map(processors.map((processor) => [processor.number, processor]));
      return {
        belongsTo: belongsTo(platform),
        ...counters,
        processors: [...byProcessor].map(([number, times]) => ({ ...named.get(number), number, times })),
        limitMillicores: millicores,
      };
    },
    async memory() {
      const [{ readMeminfo }, { readLimits }] = await Promise.all([
        import('../host/proc.ts'),
        import('../host/limits.ts'),
      ]);
      const [meminfo, limits] = await Promise.all([readMeminfo(), readLimits()]);
      const of = (name: string): number => meminfo[name] ?? 0;
      return {
        belongsTo: belongsTo(platform),
        totalBytes: of('MemTotal'),
        freeBytes: of('MemFree'),
        availableBytes: of('MemAvailable'),
        buffersBytes: of('Buffers'),
        cachedBytes: of('Cached'),
        sharedBytes: of('Shmem'),
        anonymousBytes: of('AnonPages'),
        mappedBytes: of('Mapped'),
        slabReclaimableBytes: of('SReclaimable'),
        slabUnreclaimableBytes: of('SUnreclaim'),
        kernelStackBytes: of('KernelStack'),
        pageTablesBytes: of('PageTables'),
        dirtyBytes: of('Dirty'),
        writebackBytes: of('Writeback'),
        swapTotalBytes: of('SwapTotal'),
        swapFreeBytes: of('SwapFree'),
        committedBytes: of('Committed_AS'),
        hugePageBytes: of('Hugepagesize'),
        hugePages: of('HugePages_Total'),
        hugePagesFree: of('HugePages_Free'),
        limitBytes: limits.memoryBytes,
        chargedBytes: limits.memoryChargedBytes,
      };
    },
    async load() {
      const { readLoad, readCpu } = await import('../host/cpu.ts');
      const [load, { stat }] = await Promise.all([readLoad(), readCpu()]);
      return { belongsTo: belongsTo(platform), ...load, processors: stat.byProcessor.size };
    },
    async time() {
      const { readClockState } = await import('../host/clock.ts');
      const state = readClockState(syscalls);
      // CLOCK_MONOTONIC begins with the kernel.
      const uptimeMs = Number(syscalls.monotonicNs() / 1_000_000n);
      return { belongsTo: belongsTo(platform), timeMs: clock.now(), uptimeMs, ...state };
    },
  };
}
