import type { BootInfo, BootState, SlotName, TrialState } from '../machined/machine/types.ts';
import { attemptEnding, describeExit, initExit, lastLines, readTail } from './console.ts';
import { say } from './say.ts';
import { chooseSlot, failedBoot, hasOpenAttempt, type TrialFailure } from './state.ts';
import type { BootStore } from './store.ts';

export interface Chosen {
  readonly slot: SlotName;
  /** Set when this boot is a trial; its attempt is counted on disk then. */
  readonly trial: TrialState | null;
  readonly state: BootState;
  /** What the boot before left on its console. */
  readonly before: NonNullable<BootInfo['before']>;
}

/**
 * Chooses and stores what follows from it, in the order that survives a cut anywhere between.
 *
 * Guarantees: a disk that takes nothing (full, read-only) does not keep the node from booting. A trial whose attempt cannot be counted
 * is not booted, for it could be booted without end; the active slot needs nothing to be stored.
 * Errors: neither slot is whole.
 */
export function choose(store: BootStore, consolePath: string): Chosen {
  const read = store.state();
  if (read.kind === 'damaged') say('launcher', 'boot state is damaged', { err: read.message });
  const state = read.kind === 'ok' ? read.value : undefined;
  const console = readTail(consolePath);
  const exit = initExit(console);
  const ending = attemptEnding(exit);
  const before = { ...(exit && { exit }), lastLines: lastLines(console) };
  const open = state?.trial && hasOpenAttempt(state.trial) ? state.trial : undefined;
  if (open !== undefined && ending === 'crashed' && exit !== undefined) {
    const message = `The agent ${describeExit(exit)}`;
    const evidence = { operationId: open.operationId, message, lastLines: lastLines(console) };
    attempt('evidence of the failed attempt not stored', () => store.writeEvidence(evidence));
  }
  // Its last words went to the console file and not to whoever reads the container's output.
  if (exit !== undefined && ending === 'crashed') {
    say('launcher', 'the boot before ended by itself', { how: describeExit(exit), lastLines: before.lastLines });
  }
  if (open !== undefined) say('launcher', 'last attempt of the trial ended', { operation: open.operationId, ending });

  const choice = chooseSlot(state, store.records(), ending);
  if (choice.kind === 'none') throw new Error(choice.message);
  if (choice.recovered !== undefined) say('launcher', 'boot state recovered', { how: choice.recovered });
  if (choice.failed !== undefined) writeFailure(store, choice.failed, lastLines(console));
  const stored = choice.next === state || storeState(store, choice.next);
  if (!stored && choice.trial !== null) {
    say('launcher', 'trial not booted: its attempt cannot be counted', { operation: choice.trial.operationId });
    return { slot: choice.next.active, trial: null, state: choice.next, before };
  }
  return { slot: choice.slot, trial: choice.trial, state: choice.next, before };
}

/** Whether it is on disk. */
export function storeState(store: BootStore, state: BootState): boolean {
  return attempt('boot state not stored', () => store.writeState(state));
}

export function writeFailure(store: BootStore, failure: TrialFailure, consoleLines: readonly string[]): void {
  const evidence = store.evidence();
  const own = evidence?.operationId === failure.trial.operationId ? evidence : undefined;
  const message = own === undefined ? failure.message : `${failure.message}: ${own.message}`;
  const version = store.records()[failure.trial.slot]?.version ?? '';
  const record = failedBoot(
    { ...failure, message },
    { version, timeMs: Date.now(), lastLines: own?.lastLines ?? consoleLines },
  );
  attempt('record of the failed trial not stored', () => store.writeFailed(record));
  say('launcher', 'trial failed', { operation: record.operationId, cause: record.cause, message: record.message });
}

function attempt(otherwise: string, write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    say('launcher', otherwise, { err: (error as Error).message });
    return false;
  }
}
