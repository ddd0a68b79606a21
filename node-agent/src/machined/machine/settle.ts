import type { OperationEnd } from './operations.ts';
import type { BootInfo, BootState, FailedBootRecord, OperationRecord, SlotName, SlotRecord } from './types.ts';

export interface SettleView {
  readonly boot: BootInfo;
  readonly state: BootState;
  readonly slots: Readonly<Partial<Record<SlotName, SlotRecord>>>;
  readonly failed: FailedBootRecord | undefined;
}

export type Settlement =
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'end'; readonly end: OperationEnd; readonly message: string };

/**
 * What became of an operation that was running when the node last stopped, told from what is stored. Pure.
 *
 * Guarantees: every operation gets an explicit end or goes on as this boot's trial; none stays RUNNING with nobody at work on it.
 */
export function settle(record: OperationRecord, view: SettleView): Settlement {
  const { boot } = view;
  const rebooted = record.fromBootId !== boot.bootId;
  switch (record.type) {
    case 'upgrade':
    case 'rollback':
      return settleTrial(record, view);
    case 'reboot':
    case 'shutdown':
      return rebooted ? succeeded(view, 'The node has booted since') : interrupted(record);
    // One that was cut is gone on with before anything else of the boot (machine/reset.ts): to be here is to be through.
    case 'reset':
      return rebooted && record.phase !== 'accepted' && record.phase !== 'leave-etcd'
        ? succeeded(view, 'The node was reset and has booted since')
        : interrupted(record);
    case 'prepare':
    case 'wipe-disk':
    case 'pull-image':
      return interrupted(record);
  }
}

function settleTrial(record: OperationRecord, view: SettleView): Settlement {
  const { boot, state, failed } = view;
  if (boot.trial?.operationId === record.id && state.trial?.operationId === record.id) return { kind: 'goes-on' };
  if (failed?.operationId === record.id)
    return { kind: 'end', end: { error: trialError(failed) }, message: failed.message };
  // Confirmed, then cut before the record said so.
  const digest = record.image.split('@')[1];
  const marked = record.phase !== 'accepted' && record.phase !== 'pull' && record.phase !== 'verify';
  if (marked && state.trial === null && digest !== undefined && view.slots[boot.slot]?.digest === digest) {
    return succeeded(view, 'Confirmed');
  }
  return interrupted(record);
}

export function trialError(failed: FailedBootRecord) {
  return {
    code: 'TRIAL_FAILED',
    message: `The trial boot of slot ${failed.slot} (${failed.version}) was not confirmed, ${failed.cause}: ${failed.message}. The node is back on its previous system.`,
    retryable: !failed.condemnsImage,
    condemnsImage: failed.condemnsImage,
    failedBoot: failed,
  };
}

export function resultOf({ boot, slots }: Pick<SettleView, 'boot' | 'slots'>): NonNullable<OperationRecord['result']> {
  const slot = slots[boot.slot];
  return { bootId: boot.bootId, slot: boot.slot, digest: slot?.digest ?? '', version: slot?.version ?? '' };
}

function succeeded(view: SettleView, message: string): Settlement {
  return { kind: 'end', end: { result: resultOf(view) }, message };
}

function interrupted(record: OperationRecord): Settlement {
  const message = `The node stopped during the phase "${record.phase}"; nothing that is booted was changed. Ask again with a new operation id.`;
  return {
    kind: 'end',
    end: { error: { code: 'INTERRUPTED', message, retryable: true, condemnsImage: false } },
    message,
  };
}
