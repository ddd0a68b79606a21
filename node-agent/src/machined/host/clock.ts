/** What the kernel believes of its own clock: adjtimex(2), which reads when it is told to change nothing. */
import type { Syscalls } from './syscalls.ts';

export interface ClockState {
  /** Somebody (chrony, the host's own) has told the kernel the right time lately. */
  readonly synchronized: boolean;
  readonly maxErrorUs: number;
  readonly estimatedErrorUs: number;
}

/** Of struct timex with 64-bit longs, which has the same form on x64 and arm64 (linux/timex.h). */
const SIZE = 208;
const MAX_ERROR = 24;
const ESTIMATED_ERROR = 32;
const STATUS = 40;
const STA_UNSYNC = 0x0040;

export function readClockState(syscalls: Pick<Syscalls, 'adjtimex'>): ClockState {
  const timex = Buffer.alloc(SIZE);
  syscalls.adjtimex(timex);
  return {
    synchronized: (timex.readInt32LE(STATUS) & STA_UNSYNC) === 0,
    maxErrorUs: Number(timex.readBigInt64LE(MAX_ERROR)),
    estimatedErrorUs: Number(timex.readBigInt64LE(ESTIMATED_ERROR)),
  };
}
