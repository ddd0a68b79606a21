import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { unpackDebianPackages } from '@talos/tools/assets/debian.ts';
import { loadManifest } from '@talos/tools/assets/manifest.ts';
import type { Progress } from '@talos/tools/progress.ts';
import type { PackageFile } from './libraries.ts';
import { DEBIAN_PACKAGES } from './recipe/base.ts';
import { isWanted, type PackageIndex } from './rootfs.ts';
import { canonicalPath } from './tree.ts';

const DIGEST_BYTES = 32;

/**
 * What the recipe may take of its Debian packages, by path in a merged /usr. Unpacking them takes seconds, so the result is kept in
 * `cache` by what decides it: the pinned sums and the rule of what is wanted.
 * Errors: those of fetching; two packages with a file of one path, which dpkg wouldn't have either.
 */
export async function debianPackages(options: {
  readonly cache: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}): Promise<PackageIndex> {
  const path = join(options.cache, `debian-${await packagesKey()}.bin`);
  const cached = await readVerified(path);
  if (cached !== undefined) return cached;
  const index = await unpack(options);
  const content = serialize(index);
  await mkdir(options.cache, { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, Buffer.concat([createHash('sha256').update(content).digest(), content]));
  await rename(temporary, path);
  return index;
}

async function unpack(options: { readonly signal: AbortSignal; readonly progress: Progress }): Promise<PackageIndex> {
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

async function packagesKey(): Promise<string> {
  const { debian } = await loadManifest();
  const pins = DEBIAN_PACKAGES.map((name) => [name, debian.packages[name]?.sha256]);
  const rules = await Promise.all(
    ['rootfs.ts', 'recipe/base.ts', 'debian.ts'].map((file) => readFile(join(import.meta.dirname, file), 'utf8')),
  );
  return createHash('sha256')
    .update(JSON.stringify([pins, rules]))
    .digest('hex');
}

async function readVerified(path: string): Promise<PackageIndex | undefined> {
  const content = await readFile(path).catch(() => undefined);
  if (content === undefined || content.length < DIGEST_BYTES) return undefined;
  const body = content.subarray(DIGEST_BYTES);
  if (!createHash('sha256').update(body).digest().equals(content.subarray(0, DIGEST_BYTES))) return undefined;
  const index = deserialize(body) as Map<string, PackageFile>;
  for (const [key, file] of index) {
    // Structured cloning makes a plain Uint8Array of a Buffer.
    if (file.type === 'file') index.set(key, { ...file, content: Buffer.from(file.content) });
  }
  return index;
}
