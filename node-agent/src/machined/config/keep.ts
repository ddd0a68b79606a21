/** The documents that each slot falls back on. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseNodeDocuments } from '@talos/crds/config/index.ts';
import { writeFileAtomic } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { SlotName } from '../machine/types.ts';

/**
 * Each slot keeps the last documents that were in force while it was known to be good.
 *
 * Guarantees: what this agent does not understand is never kept: after the way back from a newer system it is the kept documents that
 * are in force, and they are all that this slot can boot with. Nothing is written when they are kept already.
 * Errors: those of the file system.
 */
export function keepConfig(
  files: Pick<NodeFiles, 'configCurrent' | 'configBySlot'>,
  slot: SlotName,
): 'kept' | 'not understood' {
  const documents = readFileSync(files.configCurrent);
  const path = files.configBySlot(slot);
  if (same(path, documents)) return 'kept';
  try {
    parseNodeDocuments(documents);
  } catch {
    return 'not understood';
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileAtomic(path, documents, { mode: 0o600 });
  return 'kept';
}

function same(path: string, documents: Buffer): boolean {
  try {
    return readFileSync(path).equals(documents);
  } catch {
    // Not there or not readable: written anew.
    return false;
  }
}
