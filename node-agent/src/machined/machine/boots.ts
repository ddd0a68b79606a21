/** The boots of this node and why each of them ended: what a person asks first about a node that was away. */
import { describeExit } from '../../boot/console.ts';
import { type AtomicFs, readJson, realAtomicFs, writeJsonAtomic } from '../host/fs-atomic.ts';
import { isOrderly } from '../host/reboot.ts';
import type { BootEnd, BootInfo, BootRecord, Boots, FailedBootRecord } from './types.ts';

const HISTORY = 20;

/** The writing side of {@link Boots}: only machine/ and main.ts have it. */
export interface BootHistory extends Boots {
  /** This boot is about to end. The first reason stands: what follows from it is no other. */
  ending(end: Omit<BootEnd, 'timeMs' | 'lastLines'>): void;
  /** Of all boots only this one is left: what a node that is given back still tells is why it booted. */
  forgetOthers(): void;
}

export interface BootHistoryOptions {
  readonly path: string;
  readonly boot: BootInfo;
  readonly version: string;
  readonly digest: string;
  readonly failed: FailedBootRecord | undefined;
  readonly now: () => number;
  /** Unix ms of the last thing that a boot logged; 0 when unknown. */
  readonly lastWrite: (bootId: string) => number;
  /** What could not be read or written: the boot goes on without it. */
  readonly onError: (error: unknown) => void;
  readonly fs?: AtomicFs;
}

/**
 * Reads the history, judges how the last boot ended and begins this one's record.
 *
 * Guarantees: of a boot that said why it ends the reason stands, whatever cut it short afterwards. A disk that takes nothing costs the
 * record and nothing else. 20 boots are kept.
 */
export function openBootHistory(options: BootHistoryOptions): BootHistory {
  const { path, boot, now, fs = realAtomicFs } = options;
  const read = readJson(path, parseHistory, fs);
  if (read.kind === 'damaged') options.onError(new Error(read.message));
  const earlier = read.kind === 'ok' ? read.value.filter((record) => record.bootId !== boot.bootId) : [];
  const [previous, ...rest] = earlier;
  let judged =
    previous === undefined || previous.end !== undefined
      ? earlier
      : [{ ...previous, end: judge(previous, { ...options, seenMs: options.lastWrite(previous.bootId) }) }, ...rest];
  let own: BootRecord = {
    bootId: boot.bootId,
    startMs: now(),
    slot: boot.slot,
    version: options.version,
    digest: options.digest,
    trialOperationId: boot.trial?.operationId ?? '',
  };
  const write = () => {
    try {
      writeJsonAtomic(path, { version: 1, boots: [own, ...judged].slice(0, HISTORY) }, { fs });
    } catch (error) {
      options.onError(error);
    }
  };
  write();
  return {
    list: () => [own, ...judged],
    last: () => judged[0]?.end,
    ending(end) {
      if (own.end !== undefined) return;
      own = { ...own, end: { ...end, timeMs: now(), lastLines: [] } };
      write();
    },
    forgetOthers() {
      judged = [];
      write();
    },
  };
}

/** How a boot ended that did not say so itself. Pure. */
export function judge(
  record: BootRecord,
  view: { readonly boot: BootInfo; readonly failed: FailedBootRecord | undefined; readonly seenMs: number },
): BootEnd {
  const { failed, seenMs } = view;
  const { exit, lastLines = [] } = view.boot.before ?? {};
  const end = {
    timeMs: Math.max(record.startMs, seenMs),
    operationId: '',
    operationType: '',
    requestedBy: '',
    lastLines: [],
  };
  if (failed !== undefined && failed.operationId === record.trialOperationId) {
    const reason = failed.cause === 'hung' ? 'WATCHDOG' : failed.cause === 'crashed' ? 'CRASHED' : 'TRIAL_FAILED';
    // The launcher judges attempts that were cut, the guard and machined all else: of those the time is known.
    if (failed.cause !== 'power-lost') {
      const message = `The trial of ${failed.version} was turned back, ${failed.cause}: ${failed.message}`;
      return {
        ...end,
        reason,
        message,
        operationId: failed.operationId,
        operationType: 'upgrade',
        lastLines: failed.lastLines,
      };
    }
  }
  if (exit === undefined) {
    const message = 'It ended without a word: a power cut, a kernel panic, or it was killed from outside';
    return { ...end, reason: 'POWER_LOST', message };
  }
  if (isOrderly(exit)) {
    return { ...end, reason: 'REQUESTED', message: 'It ended in order; by whose wish could not be stored' };
  }
  return { ...end, reason: 'CRASHED', message: `The agent ${describeExit(exit)}`, lastLines };
}

function parseHistory(value: unknown): readonly BootRecord[] {
  const { version, boots } = value as { readonly version?: unknown; readonly boots?: unknown };
  if (version !== 1 || !Array.isArray(boots)) throw new Error('not a history of boots');
  return boots.filter((record): record is BootRecord => {
    const { bootId, startMs } = record as Partial<BootRecord>;
    return typeof bootId === 'string' && /^[0-9a-f-]{1,64}$/.test(bootId) && typeof startMs === 'number';
  });
}
