/**
 * What the kernel said in a boot, kept beyond it: its ring is gone with the power, and in a container it is pushed out by what other
 * nodes cause. Written as `<time> <facility>: <text>`, the time being the kernel's own.
 */
import type { Clock } from '@talos/lib/control/clock.ts';
import { type KernelLine, readKernelLog } from '../host/kmsg.ts';
import type { Syscalls } from '../host/syscalls.ts';
import type { LogFile, LogRecord } from './logs.ts';

export const KERNEL_LOG = 'kernel';
/**
 * Of its own kernel often enough for the last words before a panic. In a container the kernel is the host's, which keeps them; there each
 * look has the kernel go through its whole ring, and every 2 s that was half of what an idle machined took.
 */
export const KERNEL_LOG_POLL_MS = { container: 10_000, metal: 2_000 } as const;

/** Until the signal. Errors: KernelLogError where the node may not read it. */
export async function keepKernelLog(options: {
  readonly log: LogFile;
  readonly syscalls: Pick<Syscalls, 'syslog' | 'monotonicNs'>;
  readonly clock: Clock;
  /** Unix ms: what is older is not of this boot. */
  readonly sinceMs: number;
  readonly pollMs: number;
  readonly signal: AbortSignal;
  readonly device?: string;
}): Promise<void> {
  const { log, sinceMs } = options;
  for await (const line of readKernelLog({ ...options, follow: true })) {
    if (line.timeMs < sinceMs) continue;
    log.record(line.timeMs, Buffer.from(`${line.facility}: ${line.text}`));
  }
}

export function keptKernelLine({ timeMs, line }: LogRecord): KernelLine {
  const [, facility = 'kern', text = ''] = /^([a-z0-9]+): (.*)$/s.exec(Buffer.from(line).toString()) ?? [];
  return { timeMs, facility, text };
}
