import { lstat, mkdir, readlink } from 'node:fs/promises';
import { OciError } from './error.ts';

/**
 * Splits the name of an archive's entry. `./a//b/` and `a/b` are the same; absolute names and `..` are refused.
 * Errors: MALFORMED.
 */
export function splitEntryName(name: string): string[] {
  if (name.startsWith('/') || name.includes('\0') || name.length > 4096) {
    throw new OciError('MALFORMED', `archive entry ${JSON.stringify(name.slice(0, 200))}: not a relative path`);
  }
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) {
    throw new OciError('MALFORMED', `archive entry ${JSON.stringify(name.slice(0, 200))} leaves the image`);
  }
  return parts;
}

/**
 * Finds directories inside a root the way a process whose root it is would find them: absolute symlinks start at the root again,
 * `..` stops there. A layer may go through symlinks of an earlier one (`lib/x` where `/lib` points to `usr/lib`), never out.
 * Assumptions: nobody else changes the tree meanwhile.
 */
export class RootedPaths {
  readonly #root: string;
  readonly #known = new Map<string, string>();

  constructor(root: string) {
    this.#root = root.replace(/\/+$/, '');
  }

  /** To be called when something was removed or replaced. */
  forget(): void {
    this.#known.clear();
  }

  /** The real path of a directory below the root. Errors: MALFORMED when it is not there (unless `create`) or no directory. */
  async directory(parts: readonly string[], create: boolean): Promise<string> {
    const key = parts.join('/');
    const known = this.#known.get(key);
    if (known !== undefined) return known;

    const real: string[] = [];
    const pending = [...parts].reverse();
    let links = 0;
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
      if (part === '' || part === '.') continue;
      if (part === '..') {
        real.pop();
        continue;
      }
      const path = this.#path([...real, part]);
      const found = await lstat(path).catch(() => undefined);
      if (found === undefined) {
        if (!create) throw new OciError('MALFORMED', `${key}: there is no such directory in the image`);
        await mkdir(path, { mode: 0o755 });
        real.push(part);
      } else if (found.isSymbolicLink()) {
        links += 1;
        if (links > 40) throw new OciError('MALFORMED', `${key}: too many symbolic links`);
        const target = await readlink(path);
        if (target.startsWith('/')) real.length = 0;
        pending.push(...target.split('/').reverse());
      } else if (found.isDirectory()) {
        real.push(part);
      } else {
        throw new OciError('MALFORMED', `${key}: ${part} is not a directory`);
      }
    }
    const path = this.#path(real);
    this.#known.set(key, path);
    return path;
  }

  #path(parts: readonly string[]): string {
    return parts.length === 0 ? this.#root : `${this.#root}/${parts.join('/')}`;
  }
}
