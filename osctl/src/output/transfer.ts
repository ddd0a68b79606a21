/** How far a copy is: one line that moves on a terminal, nothing elsewhere. Written to stderr; stdout may be the copy. */
import type { Writer } from '../context.ts';
import { clean } from './format.ts';
import { bytes, duration } from './units.ts';

export interface Transfer {
  /** `total` 0: unknown. */
  at(doneBytes: number, totalBytes: number): void;
  /** The line goes; what is said next stands in its place. */
  clear(): void;
}

const EVERY_MS = 100;
const BAR_WIDTH = 24;

export function showTransfer(out: Writer, title: string, now: () => number = () => performance.now()): Transfer {
  if (!out.isTTY) return { at: () => {}, clear: () => {} };
  let drawn = Number.NEGATIVE_INFINITY;
  let begun: { readonly atMs: number; readonly done: number } | undefined;
  return {
    at(done, total) {
      const atMs = now();
      begun ??= { atMs, done };
      if (atMs - drawn < EVERY_MS && done < total) return;
      drawn = atMs;
      const text = transferText(clean(title), { done, total, taken: done - begun.done, elapsedMs: atMs - begun.atMs });
      out.write(`\r\u001b[K${text.slice(0, Math.max(20, out.columns - 1))}`);
    },
    clear: () => {
      if (drawn > Number.NEGATIVE_INFINITY) out.write('\r\u001b[K');
    },
  };
}

/** "name [######------] 50 %  512 MiB of 1.0 GiB  200 MiB/s  2s left" */
export function transferText(
  title: string,
  {
    done,
    total,
    taken,
    elapsedMs,
  }: { readonly done: number; readonly total: number; readonly taken: number; readonly elapsedMs: number },
): string {
  const rate = elapsedMs < EVERY_MS ? 0 : (taken * 1000) / elapsedMs;
  const speed = rate === 0 ? '' : `  ${bytes(rate)}/s`;
  if (total === 0) return `${title}  ${bytes(done)}${speed}`;
  const part = Math.min(1, done / total);
  const bar = '#'.repeat(Math.round(part * BAR_WIDTH)).padEnd(BAR_WIDTH, '-');
  const left = rate === 0 || done >= total ? '' : `  ${duration(((total - done) * 1000) / rate)} left`;
  return `${title} [${bar}] ${Math.floor(part * 100)} %  ${bytes(done)} of ${bytes(total)}${speed}${left}`;
}
