import {
  type AtomicFs,
  type ReadResult,
  readJson,
  realAtomicFs,
  removeDurably,
  writeJsonAtomic,
} from '../machined/host/fs-atomic.ts';
import type { NodeFiles } from '../machined/host/paths.ts';
import type { BootState, FailedBootRecord, SlotName, SlotRecord } from '../machined/machine/types.ts';
import { parseBootState, parseFailedBoot, parseSlotRecord, type SlotRecords } from './state.ts';

/** The boot files on disk. Launcher, guard and machined each write through it, never two of them about the same thing at a time. */
export interface BootStore {
  state(): ReadResult<BootState>;
  writeState(state: BootState): void;
  records(): SlotRecords;
  writeRecord(slot: SlotName, record: SlotRecord): void;
  /** First of all when a slot is to be written: from here on it is not bootable. */
  removeRecord(slot: SlotName): void;
  failed(): FailedBootRecord | undefined;
  writeFailed(record: FailedBootRecord): void;
  evidence(): Evidence | undefined;
  writeEvidence(evidence: Evidence): void;
}

/** The last lines of an attempt that crashed: a later attempt makes the console anew. */
export interface Evidence {
  readonly operationId: string;
  readonly message: string;
  readonly lastLines: readonly string[];
}

export function bootStore(files: NodeFiles, fs: AtomicFs = realAtomicFs): BootStore {
  const value = <T>(result: ReadResult<T>): T | undefined => (result.kind === 'ok' ? result.value : undefined);
  return {
    state: () => readJson(files.bootState, parseBootState, fs),
    writeState: (state) => writeJsonAtomic(files.bootState, state, { fs }),
    records: () => {
      const a = value(readJson(files.slotRecord('a'), parseSlotRecord, fs));
      const b = value(readJson(files.slotRecord('b'), parseSlotRecord, fs));
      return { ...(a && { a }), ...(b && { b }) };
    },
    writeRecord: (slot, record) => writeJsonAtomic(files.slotRecord(slot), record, { fs }),
    removeRecord: (slot) => {
      fs.mkdirp(files.slotsDir, 0o755);
      removeDurably(files.slotRecord(slot), fs);
    },
    failed: () => value(readJson(files.bootFailed, parseFailedBoot, fs)),
    writeFailed: (record) => writeJsonAtomic(files.bootFailed, record, { fs }),
    evidence: () => value(readJson(files.bootEvidence, (raw) => raw as Evidence, fs)),
    writeEvidence: (evidence) => writeJsonAtomic(files.bootEvidence, evidence, { fs }),
  };
}
