/** Tells when a file that others write to may have grown: inotify(7), and a look now and then where that fails. */
import { type FSWatcher, watch } from 'node:fs';
import type { Clock } from '@talos/lib/control/clock.ts';

export interface Growth {
  /** Resolves once the file was written to or renamed since the last call, after `limitMs` at the latest, or when the signal fires. */
  next(limitMs: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Of an open file, whatever its name has become. `close` it before the descriptor. */
export function watchGrowth(fd: number, clock: Pick<Clock, 'sleep'>): Growth {
  let grown = false;
  let wake: () => void = () => {};
  let watcher: FSWatcher | undefined;
  try {
    // The link leads to the open file itself, not to what has its name now.
    watcher = watch(`/proc/self/fd/${fd}`, { persistent: false }, () => {
      grown = true;
      wake();
    });
    watcher.on('error', () => {});
  } catch {
    // The kernel's limit of watches is reached: what is left is looking.
  }
  return {
    async next(limitMs, signal) {
      if (!grown) {
        const over = new AbortController();
        wake = () => over.abort();
        await clock.sleep(limitMs, AbortSignal.any([signal, over.signal])).catch(() => undefined);
        wake = () => {};
      }
      grown = false;
    },
    close: () => watcher?.close(),
  };
}
