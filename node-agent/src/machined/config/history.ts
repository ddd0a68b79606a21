/** What the configuration was, when, and by whom: config/history, a file for each revision. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type NodeDocuments,
  parseDocuments,
  renderDocuments,
  type SubmittedDocuments,
} from '@talos/crds/config/index.ts';
import { type AtomicFs, readJson, writeJsonAtomic } from '../host/fs-atomic.ts';

/** What put a revision there. All but `stage` and `unstage` came in force. */
export type ConfigAction =
  | 'initial' // the documents of the first start
  | 'apply'
  | 'try'
  | 'keep' // what was on try stays
  | 'revert' // what was on try went back
  | 'stage'
  | 'unstage' // what was staged was dropped
  | 'boot' // what was staged took effect
  | 'rollback'
  | 'found'; // in force at a boot, though the last revision says otherwise

/** Who asked for it; empty: the node itself. */
export interface ConfigAuthor {
  readonly subject: string;
  readonly role: string;
}
export interface ConfigRevision extends ConfigAuthor {
  readonly revision: number;
  readonly timeMs: number;
  readonly action: ConfigAction;
  readonly hash: string;
  /** Of the fields that changed; never a value. */
  readonly paths: readonly string[];
}

export interface ConfigHistory {
  /** Errors: those of the file system; nothing is forgotten then. */
  append(entry: Omit<ConfigRevision, 'revision' | 'timeMs'>, documents: NodeDocuments): ConfigRevision;
  /** Newest first. Reads the files: nothing of them stays in memory. */
  list(): readonly ConfigRevision[];
  /** Without trust, which no revision holds: an authority that was replaced must not come back. */
  documents(revision: number): SubmittedDocuments | undefined;
}

export const MAX_REVISIONS = 20;
const MAX_PATHS = 50;

interface StoredRevision extends ConfigRevision {
  /** YAML, secrets in the clear: the file is as private as config/current.yaml. */
  readonly documents: string;
}

/**
 * Guarantees: a revision is on disk, whole, when `append` returns; numbers are never used again while one of the last 20 is there;
 * a damaged file is left out.
 */
export function openHistory(
  directory: string,
  { now, fs }: { readonly now: () => number; readonly fs: AtomicFs },
): ConfigHistory {
  const path = (revision: number) => join(directory, `${String(revision).padStart(8, '0')}.json`);
  const numbers = (): readonly number[] =>
    namesIn(directory)
      .flatMap((name) => (/^\d{8}\.json$/.test(name) ? [Number(name.slice(0, 8))] : []))
      .sort((a, b) => b - a);
  const read = (revision: number): StoredRevision | undefined => {
    const found = readJson(path(revision), (value) => checkRevision(value, revision), fs);
    return found.kind === 'ok' ? found.value : undefined;
  };
  return {
    append(entry, documents) {
      fs.mkdirp(directory, 0o700);
      const known = numbers();
      const revision = (known[0] ?? 0) + 1;
      const { trust: _trust, ...rest } = documents;
      const meta = { ...entry, paths: entry.paths.slice(0, MAX_PATHS), revision, timeMs: now() };
      const stored: StoredRevision = { ...meta, documents: renderDocuments(rest) };
      writeJsonAtomic(path(revision), stored, { mode: 0o600, fs });
      for (const old of known.slice(MAX_REVISIONS - 1)) fs.unlink(path(old));
      return meta;
    },
    list: () =>
      numbers().flatMap((revision) => {
        const found = read(revision);
        if (found === undefined) return [];
        const { documents: _documents, ...meta } = found;
        return [meta];
      }),
    documents: (revision) => parseDocuments(read(revision)?.documents ?? '').documents,
  };
}

/** The revision that is in force; undefined when the newest one that ever was does not say what `hash` does. */
export function inForce(revisions: readonly ConfigRevision[], hash: string): ConfigRevision | undefined {
  const newest = revisions.find(({ action }) => action !== 'stage' && action !== 'unstage');
  return newest?.hash === hash ? newest : undefined;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function checkRevision(value: unknown, revision: number): StoredRevision {
  const stored = value as StoredRevision;
  if (typeof stored !== 'object' || stored === null || stored.revision !== revision)
    throw new Error('not this revision');
  if (typeof stored.documents !== 'string' || typeof stored.hash !== 'string' || !Array.isArray(stored.paths))
    throw new Error('damaged revision');
  return stored;
}
