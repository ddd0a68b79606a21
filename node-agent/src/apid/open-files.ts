/** How many files apid may have open: each connection is one, and one more than there may be is none for a client either. */
import { readFileSync } from 'node:fs';

/** Infinity where there is no limit, or none can be seen. */
export function mostOpenFiles(read: () => string = () => readFileSync('/proc/self/limits', 'utf8')): number {
  try {
    const [, soft] = /^Max open files +(\d+) /m.exec(read()) ?? [];
    return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
