/**
 * The logs of a node: a directory for each boot, `logs/<boot id>/<log>.log`. A boot writes into its own only, so that what the boot
 * before said, up to the last line, is there to be read after any kind of end; nothing has to be moved or copied for it.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type LogFile, type LogRecord, openLog } from './logs.ts';
import { type ReadLogOptions, readLog } from './read-log.ts';

export interface LogStore {
  readonly bootId: string;
  /** Of this boot; the same file for the same id. */
  open(id: string): LogFile;
  /** With `follow` only a log of this boot goes on. A log that is not there is empty. */
  read(
    id: string,
    options: Omit<ReadLogOptions, 'grown'> & { readonly follow: boolean; readonly bootId?: string | undefined },
  ): AsyncGenerator<LogRecord>;
  /** The logs of a boot; none when they are not kept any more. */
  ids(bootId: string): readonly string[];
  /** Unix ms at which something was last written to a log of that boot; 0 when nothing was. */
  lastWrite(bootId: string): number;
  /**
   * Removes the logs of boots but this one and those named, newest first: of these the first always stays, the others as long as all
   * together are below `limitBytes`. A boot that ends at once logs little, so a loop of such boots does not push out what came before.
   */
  prune(newestFirst: readonly string[], limitBytes?: number): void;
}

const PAST_LIMIT = 64 * 1024 * 1024;
const SUFFIX = '.log';

export function openLogStore(options: {
  readonly directory: string;
  readonly bootId: string;
  readonly now: () => number;
  /** Of one file of a log. */
  readonly limitBytes?: number;
}): LogStore {
  const { directory, bootId } = options;
  const files = new Map<string, LogFile>();
  const pathOf = (boot: string, id: string) => join(directory, boot, `${id}${SUFFIX}`);

  return {
    bootId,
    open(id) {
      const known = files.get(id);
      if (known !== undefined) return known;
      const opened = openLog(pathOf(bootId, id), options);
      files.set(id, opened);
      return opened;
    },
    read(id, { follow, bootId: asked = bootId, ...rest }) {
      const grown = follow && asked === bootId ? files.get(id)?.grown : undefined;
      return readLog(pathOf(asked, id), { ...rest, grown });
    },
    ids: (boot) =>
      namesIn(join(directory, boot)).flatMap((name) => (name.endsWith(SUFFIX) ? [name.slice(0, -SUFFIX.length)] : [])),
    lastWrite: (boot) => Math.max(0, ...filesOf(join(directory, boot)).map(({ mtimeMs }) => Math.trunc(mtimeMs))),
    prune(newestFirst, limitBytes = PAST_LIMIT) {
      const kept = new Set([bootId]);
      let total = 0;
      for (const [index, boot] of newestFirst.filter((one) => one !== bootId).entries()) {
        total += filesOf(join(directory, boot)).reduce((sum, { size }) => sum + size, 0);
        if (index > 0 && total > limitBytes) break;
        kept.add(boot);
      }
      for (const name of namesIn(directory)) {
        if (!kept.has(name)) rmSync(join(directory, name), { recursive: true, force: true });
      }
    },
  };
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

function filesOf(directory: string): readonly { readonly size: number; readonly mtimeMs: number }[] {
  return namesIn(directory).flatMap((name) => statSync(join(directory, name), { throwIfNoEntry: false }) ?? []);
}
