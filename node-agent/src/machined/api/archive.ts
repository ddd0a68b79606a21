/** A directory as a tar stream. Loaded when it is asked for. */
import { once } from 'node:events';
import type * as api from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Pack, pack } from 'tar-stream';
import { type FileEntry, FileError, type OpenedFile, type WalkedEntry } from '../host/files.ts';

type Header = Parameters<Pack['entry']>[0];

/** Headers of small files are put together, so that a thousand of them are not three thousand messages. */
const CHUNK = 128 * 1024;
const MAX_UNSIZED = 1024 * 1024;

/**
 * Entries are named from `root` on. A file has the length that it had when it was reached: what is written to it meanwhile is not
 * taken, what is cut off is filled with zeros (as GNU tar does) and told.
 *
 * Guarantees: memory is a few chunks, whatever the reader does; each entry of the walk is in the archive or told as left out.
 */
export async function* archive(
  entries: AsyncIterable<WalkedEntry>,
  root: string,
  signal: AbortSignal,
): AsyncGenerator<api.Init<api.FileChunk>> {
  const tar = pack();
  const leftOut: FileEntry[] = [];
  const written = (async () => {
    for await (const walked of entries) {
      const why = await add(tar, walked, root, signal);
      if (why !== undefined) leftOut.push({ ...walked.entry, error: why });
    }
    tar.finalize();
  })();
  // Waited for below; a failure must also end the reading loop.
  written.catch((error: unknown) => tar.destroy(error as Error));

  let parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of tar as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size < CHUNK) continue;
      yield { data: parts.length === 1 ? part : Buffer.concat(parts) };
      parts = [];
      size = 0;
      for (const file of leftOut.splice(0)) yield { file };
    }
    await written;
    if (size > 0) yield { data: Buffer.concat(parts) };
    for (const file of leftOut.splice(0)) yield { file };
  } finally {
    tar.destroy();
  }
}

/** Why it is left out (or not whole); undefined when it is there. */
async function add(
  tar: Pack,
  { entry, open }: WalkedEntry,
  root: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (entry.error !== '') return entry.error;
  const header = {
    name: entry.path.slice(root.length + 1),
    mode: entry.mode,
    uid: entry.userId,
    gid: entry.groupId,
    mtime: new Date(entry.modifiedMs),
  };
  switch (entry.type) {
    case 'directory':
      await put(tar, { ...header, type: 'directory', name: `${header.name}/` });
      return undefined;
    case 'symlink':
      if (entry.linkTarget === '') return 'its target could not be read';
      await put(tar, { ...header, type: 'symlink', linkname: entry.linkTarget });
      return undefined;
    case 'file': {
      if (open === undefined) return 'it could not be opened';
      let file: OpenedFile | undefined;
      try {
        file = open();
        return await addFile(tar, { ...header, type: 'file' }, file, signal);
      } catch (error) {
        if (error instanceof FileError) return error.message;
        throw error;
      } finally {
        file?.close();
      }
    }
    default:
      return `a ${entry.type} is not copied`;
  }
}

async function addFile(tar: Pack, header: Header, file: OpenedFile, signal: AbortSignal): Promise<string | undefined> {
  const { sizeBytes } = file.entry;
  if (sizeBytes === 0) {
    // Files of /proc and of cgroups tell no size, and have content all the same.
    const parts: Uint8Array[] = [];
    for await (const data of file.read({ offset: 0, limit: MAX_UNSIZED }, signal)) parts.push(data);
    const content = Buffer.concat(parts);
    await put(tar, { ...header, size: content.length }, (write) => write(content));
    return undefined;
  }
  let told: string | undefined;
  await put(tar, { ...header, size: sizeBytes }, async (write) => {
    let left = sizeBytes;
    try {
      for await (const data of file.read({ offset: 0, limit: left }, signal)) {
        await write(data);
        left -= data.length;
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      told = error.message;
    }
    signal.throwIfAborted();
    if (left > 0)
      told = `${told ?? 'it became shorter while it was read'}: the last ${left} of ${sizeBytes} bytes are zeros`;
    for (; left > 0; left -= Math.min(CHUNK, left)) await write(Buffer.alloc(Math.min(CHUNK, left)));
  });
  return told;
}

/** Resolves when the archive has taken the entry, no faster than its reader takes it. */
async function put(
  tar: Pack,
  header: Header,
  content?: (write: (data: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const taken = Promise.withResolvers<void>();
  taken.promise.catch(() => {}); // looked at below, unless the content fails first
  const entry = tar.entry(header, (error) => (error ? taken.reject(error) : taken.resolve()));
  // A destroyed archive makes an event of it, too, and one that nobody hears ends the program.
  entry.on('error', taken.reject);
  if (content !== undefined) {
    await content(async (data) => {
      // An archive that is destroyed tells by the end of its entry, not by `drain`.
      if (!entry.write(data)) await Promise.race([once(entry, 'drain'), taken.promise]);
    });
    entry.end(null);
  }
  await taken.promise;
}
