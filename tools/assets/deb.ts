import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import tar from 'tar-stream';
import xz from 'xz-decompress';

/** One thing that a Debian package puts into the file system. */
export interface DebEntry {
  readonly package?: string;
  /** Absolute and normal: `/usr/bin/nft`. */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'hardlink';
  /** Permission bits, set-id bits included. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** Of a symlink: the text of the link. Of a hardlink: the absolute path of the other name. */
  readonly target?: string;
  /** Of a file. */
  readonly content?: Buffer;
}

export type DebFilter = (entry: Omit<DebEntry, 'content' | 'package'>) => boolean;

/**
 * Reads the files of a .deb (deb(5)) without dpkg. Maintainer scripts are not looked at.
 *
 * `filter` decides by name and kind what is kept; file contents that are not are never held in memory.
 * Guarantees: paths are absolute, without `..`; the package's own order.
 * Errors: not a .deb, cut, a compression or a kind of file (device, fifo) that no package of ours has.
 */
export async function unpackDeb(path: string, filter: DebFilter = () => true): Promise<readonly DebEntry[]> {
  const member = await readMember(path, 'data.tar');
  const entries: DebEntry[] = [];
  const extract = tar.extract();
  const reading = pipeline(decompress(member.name, member.content, path), extract);
  // Awaited below; an error that comes earlier must not count as unhandled.
  reading.catch(() => {});
  for await (const item of extract) {
    const { header } = item;
    const type = entryType(header.type);
    if (type === null) {
      throw new Error(`${path} holds a ${header.type} (${header.name}), which no package of ours should`);
    }
    const target =
      type === 'hardlink' ? absolute(header.linkname ?? '', path) : type === 'symlink' ? header.linkname : undefined;
    const entry = {
      path: absolute(header.name, path),
      type,
      mode: (header.mode ?? 0) & 0o7777,
      uid: header.uid ?? 0,
      gid: header.gid ?? 0,
      mtime: Math.floor((header.mtime?.getTime() ?? 0) / 1000),
      ...(target ? { target } : {}),
    };
    if (!filter(entry)) {
      item.resume();
    } else if (type === 'file') {
      entries.push({ ...entry, content: await collect(item as unknown as Readable) });
    } else {
      item.resume();
      entries.push(entry);
    }
  }
  await reading;
  return entries;
}

/** The member of an ar(5) archive whose name begins with `prefix`. */
async function readMember(path: string, prefix: string): Promise<{ name: string; content: Buffer }> {
  const headerSize = 60;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const magic = await readExactly(file, 0, 8, path);
    if (magic.toString('latin1') !== '!<arch>\n') {
      throw new Error(`${path} is not a Debian package: it does not begin like an ar archive`);
    }
    for (let offset = 8; offset + headerSize <= size; ) {
      const header = (await readExactly(file, offset, headerSize, path)).toString('latin1');
      const name = header.slice(0, 16).trimEnd().replace(/\/$/, '');
      const length = Number(header.slice(48, 58).trim());
      if (header.slice(58) !== '`\n' || !Number.isSafeInteger(length) || length < 0) {
        throw new Error(`${path} is damaged: there is no ar header at ${offset}`);
      }
      if (name.startsWith(prefix)) {
        return { name, content: await readExactly(file, offset + headerSize, length, path) };
      }
      offset += headerSize + length + (length % 2);
    }
    throw new Error(`${path} has no ${prefix}`);
  } finally {
    await file.close();
  }
}

async function readExactly(
  file: Awaited<ReturnType<typeof open>>,
  position: number,
  length: number,
  path: string,
): Promise<Buffer> {
  if (position + length > (await file.stat()).size) {
    throw new Error(`${path} is cut off: it should have ${position + length} bytes at least`);
  }
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) {
      throw new Error(`${path} became shorter while it was read`);
    }
    read += bytesRead;
  }
  return buffer;
}

function decompress(name: string, content: Buffer, path: string): Readable {
  const source = Readable.from([content]);
  switch (name) {
    case 'data.tar':
      return source;
    case 'data.tar.gz':
      return source.pipe(createGunzip());
    case 'data.tar.zst':
      return source.pipe(createZstdDecompress());
    case 'data.tar.xz':
      return Readable.fromWeb(new xz.XzReadableStream(Readable.toWeb(source) as never) as never);
    default:
      throw new Error(`${path} has a ${name}: that compression is not known here`);
  }
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function entryType(type: string | null | undefined): DebEntry['type'] | null {
  switch (type) {
    case 'file':
    case 'contiguous-file':
      return 'file';
    case 'directory':
    case 'symlink':
      return type;
    case 'link':
      return 'hardlink';
    default:
      return null;
  }
}

function absolute(name: string, path: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) {
    throw new Error(`${path} holds a path that leads out of it: ${name}`);
  }
  return `/${parts.join('/')}`;
}
