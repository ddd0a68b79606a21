import type { OperationRecord, OperationType } from './types.ts';

/** What an operation is doing, as far as another one that wants in is concerned. */
export type Interruptible =
  | 'pull-image'
  | 'prepare'
  | 'upgrade: before the mark'
  | 'upgrade: staged'
  | 'upgrade: trial'
  | 'on the way down'
  | 'under way';
export type Asked = OperationType | 'reboot: force';
/** `beside`: both go on. */
export type Relation = 'no' | 'takes over' | 'beside';

const row = (relations: Partial<Record<Asked, Relation>>): Readonly<Record<Asked, Relation>> => ({
  prepare: 'no',
  upgrade: 'no',
  rollback: 'no',
  reboot: 'no',
  'reboot: force': 'no',
  shutdown: 'no',
  reset: 'no',
  'wipe-disk': 'no',
  'pull-image': 'no',
  ...relations,
});
const over = 'takes over';
const beside = 'beside';

/**
 * Which operation may take over which, none that is not named; the one taken over ends as FAILED, SUPERSEDED, and may be tried again.
 *
 * A pull for pods only fills the runtime's store, and goes on from there when it is asked for again. Before the mark an upgrade has
 * only written to the slot that nobody boots. A staged one waits for a boot, so whatever brings that
 * goes on beside it, and asking to go back drops it. During a trial the only thing to ask for is to go back. A node that hangs on its
 * way down can be forced.
 */
export const TAKE_OVER: Readonly<Record<Interruptible, Readonly<Record<Asked, Relation>>>> = {
  'pull-image': row({
    prepare: over,
    upgrade: over,
    rollback: over,
    reboot: over,
    'reboot: force': over,
    shutdown: over,
    reset: over,
    'wipe-disk': over,
  }),
  prepare: row({ upgrade: over, rollback: over, reboot: over, 'reboot: force': over, shutdown: over, reset: over }),
  'upgrade: before the mark': row({ rollback: over, reboot: over, 'reboot: force': over, shutdown: over, reset: over }),
  'upgrade: staged': row({
    upgrade: over,
    rollback: over,
    reboot: beside,
    'reboot: force': beside,
    shutdown: beside,
    reset: over,
    'wipe-disk': beside,
    'pull-image': beside,
  }),
  'upgrade: trial': row({ rollback: over }),
  'on the way down': row({ 'reboot: force': over }),
  'under way': row({}),
};

export function interruptible({ type, phase }: Pick<OperationRecord, 'type' | 'phase'>): Interruptible {
  switch (type) {
    case 'prepare':
    case 'pull-image':
      return type;
    case 'reboot':
    case 'shutdown':
      return 'on the way down';
    case 'upgrade':
    case 'rollback':
      if (phase === 'trial') return 'upgrade: trial';
      if (phase === STAGED) return 'upgrade: staged';
      return type === 'upgrade' && BEFORE_MARK.has(phase) ? 'upgrade: before the mark' : 'under way';
    case 'reset':
    case 'wipe-disk':
      return 'under way';
  }
}

/** The phase of an upgrade that waits for the next boot. */
export const STAGED = 'staged';
const BEFORE_MARK: ReadonlySet<string> = new Set(['accepted', 'pull', 'verify']);

/** The first of them beside which, or in place of which, what is asked for cannot be begun. */
export function barring(records: readonly OperationRecord[], asked: Asked): OperationRecord | undefined {
  return records.find((record) => record.state === 'RUNNING' && relation(record, asked) === 'no');
}

export function relation(running: OperationRecord, asked: Asked): Relation {
  return TAKE_OVER[interruptible(running)][asked];
}
