import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';

/**
 * Takes files out of a .tar.gz: `members` maps a name in the archive to the path it is written to.
 *
 * Errors: a member that is not in it. Nothing else of the archive is looked at, so its other names can do no harm.
 */
export async function extractMembers(
  archive: string,
  members: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<void> {
  const missing = new Set(members.keys());
  const extract = tar.extract();
  const options = signal ? { signal } : {};
  const reading = pipeline(createReadStream(archive), createGunzip(), extract, options);
  // Awaited below; an error that comes earlier must not count as unhandled.
  reading.catch(() => {});
  for await (const entry of extract) {
    const name = entry.header.name.replace(/^\.\//, '');
    const target = members.get(name);
    if (target !== undefined && entry.header.type === 'file' && missing.delete(name)) {
      await pipeline(entry, createWriteStream(target, { mode: 0o755 }), options);
    } else {
      entry.resume();
    }
  }
  await reading;
  if (missing.size > 0) {
    throw new Error(`${archive} has no ${[...missing].join(', ')}`);
  }
}
