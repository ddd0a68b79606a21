import type { OperationRecord, OperationType } from './types.ts';

/** What an operation is doing, as far as another one that wants in is concerned. */
export type Interruptible = 'prepare' | 'upgrade: before the mark' | 'upgrade: trial' | 'under way';

/**
 * Which operation may take over which; the one taken over ends as FAILED, SUPERSEDED, and may be tried again.
 *
 *     running \ asked for         prepare   upgrade   rollback   reboot   shutdown
 *     prepare                     no        yes       yes        yes      yes
 *     upgrade, before the mark    no        no        yes        yes      yes
 *     upgrade or rollback, trial  no        no        yes        no       no
 *     anything else under way     no        no        no         no       no
 *
 * Before the mark an upgrade has only written to the slot that nobody boots. During a trial the only thing to ask for is to go back.
 */
export const TAKE_OVER: Readonly<Record<Interruptible, Readonly<Record<OperationType, boolean>>>> = {
  prepare: { prepare: false, upgrade: true, rollback: true, reboot: true, shutdown: true },
  'upgrade: before the mark': { prepare: false, upgrade: false, rollback: true, reboot: true, shutdown: true },
  'upgrade: trial': { prepare: false, upgrade: false, rollback: true, reboot: false, shutdown: false },
  'under way': { prepare: false, upgrade: false, rollback: false, reboot: false, shutdown: false },
};

export function interruptible(record: OperationRecord): Interruptible {
  if (record.type === 'prepare') return 'prepare';
  if (record.type === 'upgrade' && BEFORE_MARK.has(record.phase)) return 'upgrade: before the mark';
  if ((record.type === 'upgrade' || record.type === 'rollback') && record.phase === 'trial') return 'upgrade: trial';
  return 'under way';
}

const BEFORE_MARK: ReadonlySet<string> = new Set(['accepted', 'pull', 'verify']);

export function mayTakeOver(running: OperationRecord, asked: OperationType): boolean {
  return TAKE_OVER[interruptible(running)][asked];
}
