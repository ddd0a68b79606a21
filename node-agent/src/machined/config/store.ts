/** The documents in force, on disk and in memory. The only writer of config/. */
import { readFileSync } from 'node:fs';
import {
  ConfigError,
  configHash,
  digestKey,
  impactOf,
  type NodeDocuments,
  parseNodeDocuments,
  renderDocuments,
  type SubmittedDocuments,
} from '@talos/crds/config/index.ts';
import { type AtomicFs, realAtomicFs, writeFileAtomic } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { ConfigStore, SlotName } from '../machine/types.ts';
import { type ConfigAction, type ConfigAuthor, type ConfigRevision, inForce, openHistory } from './history.ts';
import { pendingConfig, remainingMs, type StagedConfig, type TriedConfig } from './pending.ts';

/** Where the documents of this boot came from. */
export type ConfigSource = 'current' | 'initial' | 'by-slot';

export interface ConfigChange extends ConfigAuthor {
  readonly action: ConfigAction;
  readonly paths: readonly string[];
}

export interface OpenedConfigStore extends ConfigStore {
  readonly source: ConfigSource;
  /** Crash-safe; then tells the listeners. Resolves with the number of the revision. */
  replace(documents: NodeDocuments, change: ConfigChange): Promise<number>;
  /** The authorities of the OS API and the way to join, in the documents with which a reset leads to a first start. */
  trustFirstStart(trust: NodeDocuments['trust']): void;
  /** Newest first. */
  history(): readonly ConfigRevision[];
  /** The documents of a revision, without trust. */
  revision(number: number): SubmittedDocuments | undefined;
  /** The revision that is in force; 0 when it is not among those remembered. */
  currentRevision(): number;

  staged(): StagedConfig | undefined;
  /** For the next boot, in place of what was staged before, which stays when this cannot be stored. */
  stage(documents: NodeDocuments, change: Omit<ConfigChange, 'action'>, trialOnly?: boolean): number;
  unstage(author: ConfigAuthor): void;

  tried(): TriedConfig | undefined;
  /** Replaces, with the way back on disk first: a cut in between goes back to what is in force anyway. */
  try(documents: NodeDocuments, change: Omit<ConfigChange, 'action'>, durationMs: number): Promise<number>;
  keep(author: ConfigAuthor): void;
  /** The trial boot was confirmed: what it brought along is no longer on try. */
  trialConfirmed(): void;
  /** Back to what was there before the try. Idempotent. */
  goBack(author: ConfigAuthor): Promise<void>;
}

export interface ConfigStoreOptions {
  readonly files: Pick<
    NodeFiles,
    'configCurrent' | 'configInitial' | 'configBySlot' | 'configHistoryDir' | 'configStaged' | 'configTry'
  >;
  /** The slot that runs. */
  readonly slot: SlotName;
  /** Whether this boot is a trial of that slot. */
  readonly onTrial?: boolean;
  readonly now: () => number;
  readonly onListenerError: (error: unknown) => void;
  /** What could not be stored, and the boot or the way back went on without. */
  readonly onUnwritten: (error: unknown) => void;
  readonly fs?: AtomicFs;
}

const NOBODY: ConfigAuthor = { subject: '', role: '' };

/**
 * Reads config/current.yaml or, at the first start, config/initial.yaml, which is stored as the current one. What was staged takes
 * effect here; what was on try for too long goes back. What takes effect in a trial boot is on try with it: it goes back when the
 * node boots the other slot again.
 *
 * Guarantees: after a power cut the old documents or the new ones are there, whole. Documents that this slot's agent does
 * not understand (written by a newer one, before the node went back) are left alone; those last confirmed with this slot
 * count instead.
 * Errors: what is wrong with the file, with its path; nothing is changed then.
 */
export function openConfigStore(options: ConfigStoreOptions): OpenedConfigStore {
  const { files, slot, onTrial = false, now, onListenerError, onUnwritten, fs = realAtomicFs } = options;
  const store = (next: NodeDocuments) =>
    writeFileAtomic(files.configCurrent, renderDocuments(next), { mode: 0o600, fs });
  const attempt = (write: () => void) => {
    try {
      write();
    } catch (error) {
      onUnwritten(error);
    }
  };
  const loaded = load(files, slot);
  if (loaded.source === 'initial') store(loaded.documents);
  const history = openHistory(files.configHistoryDir, { now, fs });
  const { staged, tried } = pendingConfig(files, fs);

  let documents = loaded.documents;
  let hash = hashOf(documents);
  const record = (next: NodeDocuments, { action, subject, role, paths }: ConfigChange) =>
    history.append({ action, subject, role, paths, hash: hashOf(next) }, next).revision;
  /** Before anything runs on it: no listener is there yet. A disk that is full leaves things as they are. */
  const settle = (next: NodeDocuments, change: ConfigChange, done: () => void) =>
    attempt(() => {
      store(next);
      documents = next;
      hash = hashOf(next);
      attempt(() => record(next, change));
      done();
    });

  const isConfirmed = ({ trialSlot }: TriedConfig): boolean => trialSlot === slot && !onTrial;
  const isOver = (one: TriedConfig): boolean =>
    one.trialSlot === undefined ? remainingMs(one, now()) === 0 : one.trialSlot !== slot;

  const onTry = tried.get();
  const waiting = staged.get();
  if (onTry !== undefined && isConfirmed(onTry)) {
    attempt(tried.remove); // the power went before that
  } else if (onTry !== undefined && isOver(onTry)) {
    const before = understood(onTry.before);
    if (before !== undefined)
      settle(before, { ...NOBODY, action: 'revert', paths: changed(documents, before) }, tried.remove);
  } else if (waiting?.trialOnly === true && !onTrial) {
    attempt(staged.remove);
  } else if (waiting !== undefined && onTry === undefined) {
    const next = understood(waiting.documents);
    if (next !== undefined) {
      const { subject, role } = waiting;
      const way = { subject, role, hash: hashOf(next), deadlineMs: 0, durationMs: 0, trialSlot: slot };
      const withTrial = () => tried.put({ ...way, before: renderDocuments(documents) });
      let isReversible = true;
      // Without a way back on disk nothing is put on a trial boot.
      if (onTrial) {
        isReversible = false;
        attempt(() => {
          withTrial();
          isReversible = true;
        });
      }
      if (isReversible) settle(next, { ...waiting, action: 'boot' }, staged.remove);
    }
  }
  if (loaded.source !== 'by-slot' && inForce(history.list(), hash) === undefined) {
    const action = loaded.source === 'initial' ? 'initial' : 'found';
    attempt(() => record(documents, { ...NOBODY, action, paths: [] }));
  }

  const listeners = new Set<(next: NodeDocuments, previous: NodeDocuments) => void>();
  const putInForce = (next: NodeDocuments) => {
    store(next);
    const previous = documents;
    documents = next;
    hash = hashOf(next);
    for (const listener of [...listeners]) {
      try {
        listener(next, previous);
      } catch (error) {
        onListenerError(error); // the others must hear of it all the same
      }
    }
  };
  const replace = async (next: NodeDocuments, change: ConfigChange) => {
    // First who and what: after a cut in between, the next boot notes what it found.
    const revision = record(next, change);
    putInForce(next);
    return revision;
  };
  return {
    source: loaded.source,
    current: () => documents,
    hash: () => hash,
    replace,
    trustFirstStart({ osCA, acceptedOSCAs, join }) {
      const bytes = read(files.configInitial);
      const first = bytes === undefined ? undefined : understood(bytes);
      if (first?.system.role !== documents.system.role) return;
      const { acceptedOSCAs: _before, ...rest } = first.trust;
      const trust = {
        ...rest,
        osCA,
        ...(acceptedOSCAs === undefined ? {} : { acceptedOSCAs }),
        ...(join === undefined ? {} : { join }),
      };
      writeFileAtomic(files.configInitial, renderDocuments({ ...first, trust }), { mode: 0o600, fs });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    history: () => history.list(),
    revision: (number) => history.documents(number),
    currentRevision: () => inForce(history.list(), hash)?.revision ?? 0,

    staged: () => staged.get(),
    stage(next, { subject, role, paths }, trialOnly = false) {
      const before = staged.get();
      const only = trialOnly ? { trialOnly } : {};
      staged.put({ subject, role, paths, hash: hashOf(next), documents: renderDocuments(next), ...only });
      try {
        return record(next, { subject, role, paths, action: 'stage' });
      } catch (error) {
        // Away first: that makes room on a full disk for what was there before.
        staged.remove();
        if (before !== undefined) attempt(() => staged.put(before));
        throw error;
      }
    },
    unstage(author) {
      const dropped = staged.get();
      if (dropped === undefined) return;
      staged.remove();
      attempt(() => record(documents, { ...author, action: 'unstage', paths: dropped.paths }));
    },

    tried: () => tried.get(),
    async try(next, change, durationMs) {
      const { subject, role } = change;
      const before = renderDocuments(documents);
      tried.put({ subject, role, hash: hashOf(next), deadlineMs: now() + durationMs, durationMs, before });
      try {
        return await replace(next, { ...change, action: 'try' });
      } catch (error) {
        tried.remove();
        throw error;
      }
    },
    keep(author) {
      if (tried.get() === undefined) return;
      tried.remove();
      attempt(() => record(documents, { ...author, action: 'keep', paths: [] }));
    },
    trialConfirmed() {
      if (tried.get()?.trialSlot !== undefined) attempt(tried.remove);
    },
    async goBack(author) {
      const found = tried.get();
      if (found === undefined) return;
      const before = parseNodeDocuments(found.before);
      const paths = changed(documents, before);
      putInForce(before);
      attempt(() => record(before, { ...author, action: 'revert', paths }));
      tried.remove();
    },
  };
}

const hashOf = (documents: NodeDocuments): string => configHash(documents, digestKey(documents.trust));
const changed = (from: NodeDocuments, to: NodeDocuments): readonly string[] =>
  impactOf(from, to).changes.map(({ path }) => path);

/** undefined: written by another version of the agent; left alone for a boot of that one. */
function understood(documents: string | Uint8Array): NodeDocuments | undefined {
  try {
    return parseNodeDocuments(documents);
  } catch {
    return undefined;
  }
}
function load(
  files: ConfigStoreOptions['files'],
  slot: SlotName,
): { readonly documents: NodeDocuments; readonly source: ConfigSource } {
  const current = read(files.configCurrent);
  if (current !== undefined) {
    try {
      return { documents: parseNodeDocuments(current), source: 'current' };
    } catch (error) {
      const confirmed = read(files.configBySlot(slot));
      if (confirmed === undefined) throw unusable(files.configCurrent, error);
      return { documents: parse(files.configBySlot(slot), confirmed), source: 'by-slot' };
    }
  }
  const initial = read(files.configInitial);
  if (initial === undefined) {
    throw new Error(
      `Loading the node's configuration: neither ${files.configCurrent} nor ${files.configInitial} is there. ` +
        'Put the documents (osctl gen config) into the latter before the first start.',
    );
  }
  return { documents: parse(files.configInitial, initial), source: 'initial' };
}

function parse(path: string, bytes: Uint8Array): NodeDocuments {
  try {
    return parseNodeDocuments(bytes);
  } catch (error) {
    throw unusable(path, error);
  }
}

function unusable(path: string, error: unknown): Error {
  const what = error instanceof ConfigError ? error.message : 'it cannot be read';
  return new Error(`Loading the node's configuration from ${path}:\n${what}`, { cause: error });
}

function read(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
