import { statSync } from 'node:fs';
import type { TarEntry } from '@talos/lib/oci/pack.ts';

/** /bin, /sbin, /lib and /lib64 are links to their namesakes in /usr, as in Debian since 12. */
const MERGED = ['bin', 'sbin', 'lib', 'lib64'] as const;

/** Where a path of a Debian package is in a merged /usr; without a leading slash. */
export function canonicalPath(path: string): string {
  const plain = path.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  return MERGED.some((name) => plain.startsWith(`${name}/`)) ? `usr/${plain}` : plain;
}

/** One layer's files while they are put together. All belong to root unless said. */
export class FileTree {
  readonly #entries = new Map<string, TarEntry>();

  has(path: string): boolean {
    return this.#entries.has(canonicalPath(path));
  }

  directory(
    path: string,
    mode = 0o755,
    owner: { readonly uid: number; readonly gid: number } = { uid: 0, gid: 0 },
  ): this {
    return this.#put({ type: 'directory', path: canonicalPath(path), mode, ...owner });
  }

  file(path: string, content: Uint8Array | string, mode = 0o644): this {
    return this.#put({
      type: 'file',
      path: canonicalPath(path),
      mode: safe(mode),
      content: typeof content === 'string' ? Buffer.from(content) : content,
    });
  }

  /** A file that is read when the layer is packed. */
  copy(path: string, from: string, mode = 0o644): this {
    return this.#put({
      type: 'file',
      path: canonicalPath(path),
      mode: safe(mode),
      file: from,
      size: statSync(from).size,
    });
  }

  symlink(path: string, target: string): this {
    return this.#put({ type: 'symlink', path: canonicalPath(path), target });
  }

  mergedUsr(): this {
    for (const name of MERGED) this.directory(`usr/${name}`).symlink(name, `usr/${name}`);
    return this;
  }

  /** With every parent directory that was not given. */
  entries(): TarEntry[] {
    const entries = new Map(this.#entries);
    for (const path of this.#entries.keys()) {
      const parts = path.split('/');
      for (let depth = 1; depth < parts.length; depth += 1) {
        const parent = parts.slice(0, depth).join('/');
        if (!entries.has(parent)) entries.set(parent, { type: 'directory', path: parent, mode: 0o755 });
      }
    }
    return [...entries.values()];
  }

  #put(entry: TarEntry): this {
    const there = this.#entries.get(entry.path);
    if (there !== undefined && !(there.type === 'directory' && entry.type === 'directory')) {
      throw new Error(`image recipe: ${entry.path} is there twice`);
    }
    this.#entries.set(entry.path, entry);
    return this;
  }
}

/** No setuid, setgid or sticky bit and nothing writable but by its owner, whatever a package says. */
function safe(mode: number): number {
  return mode & 0o755;
}
