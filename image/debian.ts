import { unpackDebianPackages } from '@talos/tools/assets/debian.ts';
import type { Progress } from '@talos/tools/progress.ts';
import type { PackageFile } from './libraries.ts';
import { DEBIAN_PACKAGES } from './recipe/base.ts';
import { isWanted, type PackageIndex } from './rootfs.ts';
import { canonicalPath } from './tree.ts';

/**
 * What the recipe may take of its Debian packages, by path in a merged /usr.
 * Errors: two packages with a file of one path, which dpkg wouldn't have either.
 */
export async function debianPackages(options: {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}): Promise<PackageIndex> {
  const filter = (entry: { readonly path: string; readonly type: string }) =>
    entry.type !== 'directory' && isWanted(entry.path.slice(1));
  const index = new Map<string, PackageFile>();
  for (const entry of await unpackDebianPackages(DEBIAN_PACKAGES, filter, options)) {
    const path = canonicalPath(entry.path);
    const common = { package: entry.package ?? '', path };
    const there = index.get(path);
    if (there !== undefined) throw new Error(`image recipe: ${path} is in both ${there.package} and ${common.package}`);
    if (entry.type === 'symlink') index.set(path, { ...common, type: 'symlink', target: entry.target ?? '' });
    if (entry.type === 'file') index.set(path, { ...common, type: 'file', mode: entry.mode, content: entry.content! });
  }
  return index;
}
