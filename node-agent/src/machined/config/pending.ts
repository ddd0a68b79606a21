/** What is to become of the configuration: documents that wait for the next boot, and the way back from those on try. */
import type { AtomicFs } from '../host/fs-atomic.ts';
import { readJson, removeDurably, writeJsonAtomic } from '../host/fs-atomic.ts';
import type { NodeFiles } from '../host/paths.ts';
import type { SlotName } from '../machine/types.ts';
import type { ConfigAuthor } from './history.ts';

export interface StagedConfig extends ConfigAuthor {
  readonly hash: string;
  readonly paths: readonly string[];
  /** YAML, trust and secrets included. */
  readonly documents: string;
  /** For a trial boot, and for no other. */
  readonly trialOnly?: boolean;
}
export interface TriedConfig extends ConfigAuthor {
  /** Of what is on try. */
  readonly hash: string;
  /** Unix ms. Within a boot it is counted monotonically; over a boot this is what counts. */
  readonly deadlineMs: number;
  readonly durationMs: number;
  /** What it goes back to: YAML, trust and secrets included. */
  readonly before: string;
  /** It was staged for the trial boot of this slot: it stays and goes with that, whatever the time. */
  readonly trialSlot?: SlotName;
}

/** A file for each; whole on disk or not there. */
export function pendingConfig(files: Pick<NodeFiles, 'configStaged' | 'configTry'>, fs: AtomicFs) {
  const slot = <T extends object>(path: string, check: (value: T) => boolean) => ({
    get(): T | undefined {
      const read = readJson(
        path,
        (value) => {
          if (typeof value !== 'object' || value === null || !check(value as T)) throw new Error('damaged');
          return value as T;
        },
        fs,
      );
      return read.kind === 'ok' ? read.value : undefined;
    },
    put: (value: T) => writeJsonAtomic(path, value, { mode: 0o600, fs }),
    remove: () => removeDurably(path, fs),
  });
  return {
    staged: slot<StagedConfig>(files.configStaged, ({ documents }) => typeof documents === 'string'),
    tried: slot<TriedConfig>(
      files.configTry,
      ({ before, deadlineMs, durationMs }) =>
        typeof before === 'string' && Number.isFinite(deadlineMs) && Number.isFinite(durationMs),
    ),
  };
}

/** How long what is on try may stay. A clock that was set back cannot make it longer than was asked for. */
export function remainingMs({ deadlineMs, durationMs }: TriedConfig, nowMs: number): number {
  return Math.max(0, Math.min(deadlineMs - nowMs, durationMs));
}
