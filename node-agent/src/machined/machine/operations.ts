import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalJson } from '@talos/crds/config/index.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { type AtomicFs, isDiskFull, readJson, realAtomicFs, writeJsonAtomic } from '../host/fs-atomic.ts';
import { STAGED } from './take-over.ts';
import type { OperationError, OperationRecord, Operations, OperationType } from './types.ts';

const HISTORY = 50;
/** What frees a full disk or needs nothing of it goes on without a record: the machine must be mendable. */
const GOES_WITHOUT: ReadonlySet<OperationType> = new Set(['reboot', 'shutdown', 'reset']);

export interface OperationStart {
  readonly id: string;
  readonly type: OperationType;
  /** Without the guard: boot id and epoch differ when a caller comes back. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly image: string;
  readonly fromBootId: string;
  readonly requestedBy: string;
}

export type OperationPatch = Partial<Pick<OperationRecord, 'message' | 'done' | 'total' | 'unit' | 'image' | 'parts'>>;
export type OperationEnd =
  | { readonly error: OperationError }
  | { readonly result: NonNullable<OperationRecord['result']> };

/** The writing side of {@link Operations}: only machine/ has it. */
export interface OperationLog extends Operations {
  /** The record with that id, if the same was asked for. Errors: ALREADY_EXISTS when something else was. */
  attach(start: Pick<OperationStart, 'id' | 'type' | 'request'>): OperationRecord | undefined;
  begin(start: OperationStart): OperationRecord;
  /** Stored: a cut finds the operation in this phase. */
  enterPhase(id: string, phase: string, message: string): void;
  /** Not stored, only shown. */
  progress(id: string, patch: OperationPatch): void;
  end(id: string, end: OperationEnd, message?: string): void;
}

export interface OperationLogOptions {
  readonly directory: string;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly onChange: (record: OperationRecord) => void;
  readonly fs?: AtomicFs;
  /** A record that cannot be read is left out, and told here. */
  readonly onDamaged?: (message: string) => void;
  /** A phase or an end that could not be written, for want of space. */
  readonly onUnwritten?: (error: unknown, id: string) => void;
}

/**
 * Opens the records of earlier boots.
 *
 * Guarantees: at most one operation RUNNING is begun at a time by callers that ask `running()` first; it is begun only once it is on
 * disk; each phase is on disk before its work starts, each end before anybody hears of it, as long as the disk takes them: a full one
 * must not end machined, and what the next boot makes of an older phase (settle.ts) is true as well. At most 50 records are kept, and
 * never is a running one dropped.
 * Errors: of `begin`, RESOURCE_EXHAUSTED when the disk is full and the operation does not help against that.
 */
export function openOperations(options: OperationLogOptions): OperationLog {
  const { directory, clock, onChange, fs = realAtomicFs } = options;
  const records = new Map<string, OperationRecord>();
  const phaseStarts = new Map<string, number>();
  const wake = new Map<string, Set<() => void>>();
  for (const record of load(options, fs)) records.set(record.id, record);

  const path = (id: string) => join(directory, `${id}.json`);
  const known = (id: string): OperationRecord => {
    const record = records.get(id);
    if (record === undefined)
      throw new RpcError('NOT_FOUND', `There is no operation ${id} on this node`, { reason: 'OPERATION_NOT_FOUND' });
    return record;
  };
  const write = (record: OperationRecord) => writeJsonAtomic(path(record.id), record, { fs });
  const show = (record: OperationRecord) => {
    records.set(record.id, record);
    for (const waiter of [...(wake.get(record.id) ?? [])]) waiter();
  };
  const store = (record: OperationRecord) => {
    try {
      write(record);
    } catch (error) {
      options.onUnwritten?.(error, record.id);
    }
    show(record);
    onChange(record);
  };
  const forget = () => {
    const finished = oldestFirst(records.values()).filter(({ state }) => state !== 'RUNNING');
    for (const record of finished.slice(0, Math.max(0, records.size - HISTORY))) {
      records.delete(record.id);
      fs.unlink(path(record.id));
    }
  };
  const closePhase = (record: OperationRecord): OperationRecord['phases'] => {
    const start = phaseStarts.get(record.id);
    if (start === undefined) return record.phases;
    return [...record.phases, { name: record.phase, durationMs: Math.round(clock.monotonic() - start) }];
  };

  return {
    get: (id) => records.get(id),
    list: () => oldestFirst(records.values()),
    running: () => [...records.values()].find(({ state, phase }) => state === 'RUNNING' && phase !== STAGED),
    attach({ id, type, request }) {
      const record = records.get(id);
      if (record === undefined || record.requestHash === hashOf(type, request)) return record;
      throw new RpcError(
        'ALREADY_EXISTS',
        `Operation ${id} exists and asked for something else (${record.type} ${record.image}): choose another id`,
        {
          reason: 'OPERATION_ID_TAKEN',
        },
      );
    },
    begin({ id, type, request, image, fromBootId, requestedBy }) {
      phaseStarts.set(id, clock.monotonic());
      const record: OperationRecord = {
        id,
        type,
        requestHash: hashOf(type, request),
        request,
        state: 'RUNNING',
        phase: 'accepted',
        message: '',
        done: 0,
        total: 0,
        unit: 'steps',
        startMs: clock.now(),
        endMs: 0,
        sequence: 1 + Math.max(0, ...[...records.values()].map(({ sequence = 0 }) => sequence)),
        fromBootId,
        image,
        requestedBy,
        phases: [],
      };
      try {
        write(record);
      } catch (cause) {
        if (!isDiskFull(cause)) throw cause;
        if (!GOES_WITHOUT.has(type)) {
          const message = `Operation ${id} is not begun: its record cannot be stored, for no space is left on the node`;
          throw new RpcError('RESOURCE_EXHAUSTED', message, { reason: 'DISK_FULL', cause });
        }
        options.onUnwritten?.(cause, id);
      }
      show(record);
      onChange(record);
      forget();
      return record;
    },
    enterPhase(id, phase, message) {
      const record = known(id);
      if (record.state !== 'RUNNING') return;
      const phases = closePhase(record);
      phaseStarts.set(id, clock.monotonic());
      store({ ...record, phase, message, phases, done: 0, total: 0, unit: 'steps' });
    },
    progress(id, patch) {
      const record = known(id);
      if (record.state === 'RUNNING') show({ ...record, ...patch });
    },
    end(id, end, message = '') {
      const record = known(id);
      if (record.state !== 'RUNNING') return;
      const phases = closePhase(record);
      const state = 'error' in end ? 'FAILED' : 'SUCCEEDED';
      const told = 'error' in end ? end.error.message : message;
      store({ ...record, ...end, state, message: told, phases, endMs: clock.now() });
      phaseStarts.delete(id);
    },
    async *watch(id, signal) {
      let last: OperationRecord | undefined;
      known(id);
      while (!signal.aborted) {
        const record = known(id);
        if (record !== last) {
          last = record;
          yield record;
          if (record.state !== 'RUNNING') return;
          continue;
        }
        await new Promise<void>((resolve) => {
          const waiters = wake.get(id) ?? new Set<() => void>();
          wake.set(id, waiters);
          const done = () => {
            waiters.delete(done);
            if (waiters.size === 0 && wake.get(id) === waiters) wake.delete(id);
            signal.removeEventListener('abort', done);
            resolve();
          };
          waiters.add(done);
          signal.addEventListener('abort', done, { once: true });
        });
      }
    },
  };
}

/** By the order in which they began: the clock may have been set back in between. */
function oldestFirst(records: Iterable<OperationRecord>): readonly OperationRecord[] {
  return [...records].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0) || a.startMs - b.startMs);
}

function hashOf(type: OperationType, request: Readonly<Record<string, unknown>>): string {
  return `sha256:${createHash('sha256').update(canonicalJson({ type, request })).digest('hex')}`;
}

function load({ directory, onDamaged }: OperationLogOptions, fs: AtomicFs): readonly OperationRecord[] {
  fs.mkdirp(directory, 0o700);
  const found: OperationRecord[] = [];
  for (const name of readdirSync(directory)) {
    // A leftover of a cut write begins with a dot; it is overwritten when that operation writes again.
    if (name.startsWith('.') || !name.endsWith('.json')) continue;
    const read = readJson(join(directory, name), (value) => checkRecord(value, basename(name, '.json')), fs);
    if (read.kind === 'ok') found.push(read.value);
    if (read.kind === 'damaged') onDamaged?.(read.message);
  }
  return found;
}

function checkRecord(value: unknown, id: string): OperationRecord {
  const record = value as OperationRecord;
  if (typeof record !== 'object' || record === null || record.id !== id)
    throw new Error('not the record of this operation');
  if (!['RUNNING', 'SUCCEEDED', 'FAILED'].includes(record.state) || !Array.isArray(record.phases))
    throw new Error('damaged record');
  return record;
}
