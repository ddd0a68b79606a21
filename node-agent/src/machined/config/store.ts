/** The documents in force, on disk and in memory. The only writer of config/current.yaml. */
import { readFileSync } from 'node:fs';
import {
  ConfigError,
  configHash,
  digestKey,
  type NodeDocuments,
  parseNodeDocuments,
  renderDocuments,
} from '@talos/crds/config/index.ts';
import { type AtomicFs, realAtomicFs, writeFileAtomic } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { ConfigStore, SlotName } from '../machine/types.ts';

/** Where the documents of this boot came from. */
export type ConfigSource = 'current' | 'initial' | 'by-slot';

export interface OpenedConfigStore extends ConfigStore {
  readonly source: ConfigSource;
}

export interface ConfigStoreOptions {
  readonly files: Pick<NodeFiles, 'configCurrent' | 'configInitial' | 'configBySlot'>;
  /** The slot that runs. */
  readonly slot: SlotName;
  readonly onListenerError: (error: unknown) => void;
  readonly fs?: AtomicFs;
}

/**
 * Reads config/current.yaml or, at the first start, config/initial.yaml, which is stored as the current one.
 *
 * Guarantees: after a power cut the old documents or the new ones are there, whole. Documents that this slot's agent does
 * not understand (written by a newer one, before the node went back) are left alone; those last confirmed with this slot
 * count instead.
 * Errors: what is wrong with the file, with its path; nothing is changed then.
 */
export function openConfigStore(options: ConfigStoreOptions): OpenedConfigStore {
  const { files, slot, onListenerError, fs = realAtomicFs } = options;
  const store = (documents: NodeDocuments) =>
    writeFileAtomic(files.configCurrent, renderDocuments(documents), { mode: 0o600, fs });
  const loaded = load(files, slot);
  if (loaded.source === 'initial') store(loaded.documents);

  let documents = loaded.documents;
  let hash = hashOf(documents);
  const listeners = new Set<(next: NodeDocuments, previous: NodeDocuments) => void>();
  return {
    source: loaded.source,
    current: () => documents,
    hash: () => hash,
    async replace(next) {
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
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const hashOf = (documents: NodeDocuments): string => configHash(documents, digestKey(documents.trust));

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
