import { parseElf } from './elf.ts';

/** A file of a Debian package, at its path in a merged /usr. */
export type PackageFile = { readonly package: string; readonly path: string } & (
  | { readonly type: 'file'; readonly mode: number; readonly content: Buffer }
  | { readonly type: 'symlink'; readonly target: string }
);

const LIBRARY_DIRECTORIES = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'usr/lib64', 'usr/lib'] as const;

/**
 * The shared libraries that programs need, and those that these need in turn, as the files and links by which the dynamic linker will
 * find them. So the image holds the libraries in use and no others, and the recipe need not list them.
 * Errors: a library that no package has, with who asks for it.
 */
export function libraryClosure(
  programs: readonly { readonly path: string; readonly content: Buffer }[],
  extra: readonly string[],
  available: ReadonlyMap<string, PackageFile>,
): PackageFile[] {
  const taken = new Map<string, PackageFile>();
  const pending: { name: string; by: string }[] = extra.map((name) => ({ name, by: 'the recipe' }));
  const look = (content: Buffer, by: string) => {
    const elf = parseElf(content);
    for (const name of elf?.needed ?? []) pending.push({ name, by });
    if (elf?.interpreter !== undefined) pending.push({ name: elf.interpreter, by });
  };
  for (const program of programs) look(program.content, program.path);

  const seen = new Set<string>();
  for (let wanted = pending.pop(); wanted !== undefined; wanted = pending.pop()) {
    if (seen.has(wanted.name)) continue;
    seen.add(wanted.name);
    let file = findLibrary(wanted.name, available);
    if (file === undefined)
      throw new Error(`image recipe: no package of the recipe has ${wanted.name}, which ${wanted.by} needs`);
    for (let hops = 0; ; hops += 1) {
      taken.set(file.path, file);
      if (file.type === 'file') break;
      const target = resolveLink(file.path, file.target);
      const next = available.get(target);
      if (next === undefined || hops > 8)
        throw new Error(`image recipe: ${file.path} leads to ${target}, which is not there`);
      file = next;
    }
    look(file.content, file.path);
  }
  return [...taken.values()];
}

function findLibrary(name: string, available: ReadonlyMap<string, PackageFile>): PackageFile | undefined {
  if (name.startsWith('/')) return available.get(resolveLink('usr/x', name));
  for (const directory of LIBRARY_DIRECTORIES) {
    const file = available.get(`${directory}/${name}`);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** Where a link leads, as a path in a merged /usr. */
export function resolveLink(path: string, target: string): string {
  const parts = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return /^(bin|sbin|lib|lib64)$/.test(parts[0] ?? '') ? ['usr', ...parts].join('/') : parts.join('/');
}
