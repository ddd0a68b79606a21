/**
 * Unpacks what a node sends as a directory. The node may be somebody else's by now: nothing is written outside the target,
 * whatever the names in the archive are and whatever links an archive of before has left there.
 */
import { constants } from 'node:fs';
import { lstat, mkdir, open, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';

export interface Extracted {
  readonly files: number;
  readonly bytes: number;
}
export interface ExtractOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
  /** An entry that was not taken, and why. */
  readonly onLeftOut: (name: string, why: string) => void;
}

const MAX_NAME = 4096;
const MAX_LINKS = 100_000;

/**
 * Guarantees: files and directories are made below `target` only, never through a symbolic link; of modes only the permission bits
 * are taken, of owners none. Symbolic links are made last, as what they are, so that no entry can go through one; hard links, devices,
 * FIFOs and names that lead out are left out. Memory is that of one chunk, and the names of the links.
 * Errors: those of the file system, and of an archive that is none.
 */
export async function extractInto(
  archive: AsyncIterable<Uint8Array>,
  target: string,
  { signal, onBytes, onLeftOut }: ExtractOptions,
): Promise<Extracted> {
  const links: { readonly path: readonly string[]; readonly to: string }[] = [];
  let files = 0;
  let bytes = 0;
  await mkdir(target, { recursive: true });

  const counted = async function* () {
    for await (const chunk of archive) {
      bytes += chunk.length;
      onBytes(bytes);
      yield chunk;
    }
  };
  const tar = extract();
  const fed = pipeline(counted, tar as unknown as NodeJS.WritableStream, { signal });
  fed.catch(() => {}); // looked at below; it ends the loop, too

  for await (const entry of tar) {
    const { header } = entry;
    const refused = refusal(header);
    if (refused !== undefined) onLeftOut(header.name, refused);
    else {
      const path = pathOf(header.name);
      switch (header.type) {
        case 'directory':
          await directory(target, path);
          break;
        case 'symlink':
          if (links.length < MAX_LINKS) links.push({ path, to: header.linkname });
          else onLeftOut(header.name, `more than ${MAX_LINKS} links`);
          break;
        default:
          await writeFile(target, path, header, entry as unknown as Readable);
          files++;
      }
    }
    entry.resume();
  }
  await fed;
  for (const { path, to } of links) await link(target, path, to);
  return { files, bytes };
}

/** Why an entry is not taken. Pure. */
export function refusal({ name, type, linkname }: Pick<Header, 'name' | 'type' | 'linkname'>): string | undefined {
  switch (type) {
    case 'file':
    case 'directory':
    case 'contiguous-file':
      break;
    case 'symlink':
      if (!linkname || linkname.includes('\0') || linkname.length > MAX_NAME) return 'a link to nowhere';
      break;
    default:
      return `a ${type} is not made here`;
  }
  if (name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name)) return 'its name is not relative';
  if (name.includes('\0') || name.length > MAX_NAME) return 'its name is none';
  const path = pathOf(name);
  if (path.includes('..')) return 'its name leads out of the directory';
  if (path.length === 0 && type !== 'directory') return 'its name is none';
  return undefined;
}

const pathOf = (name: string): readonly string[] => name.split('/').filter((part) => part !== '' && part !== '.');

/** Makes it with its parents, none of which may be anything but a directory. */
async function directory(target: string, path: readonly string[]): Promise<string> {
  let at = target;
  for (const name of path) {
    at = join(at, name);
    const found = await lstat(at).catch(() => undefined);
    if (found === undefined) await mkdir(at);
    else if (!found.isDirectory())
      throw new Error(`${at} is in the way: it is not a directory; nothing was written through it`);
  }
  return at;
}

async function writeFile(target: string, path: readonly string[], header: Header, content: Readable): Promise<void> {
  const at = join(await directory(target, path.slice(0, -1)), path.at(-1) ?? '');
  await clear(at);
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const file = await open(at, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, (header.mode & 0o777) | 0o600);
  try {
    for await (const chunk of content) await file.writeFile(chunk as Uint8Array);
  } finally {
    await file.close();
  }
  await utimes(at, header.mtime, header.mtime);
}

async function link(target: string, path: readonly string[], to: string): Promise<void> {
  const at = join(await directory(target, path.slice(0, -1)), path.at(-1) ?? '');
  await clear(at);
  await symlink(to, at);
}

/** What an earlier copy left: a file is replaced and not written into, for it may be a link. */
async function clear(at: string): Promise<void> {
  const found = await lstat(at).catch(() => undefined);
  if (found?.isDirectory()) throw new Error(`${at} is in the way: it is a directory`);
  await rm(at, { force: true });
}
