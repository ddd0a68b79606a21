/**
 * zsh and fish, for the tests of what osctl tells them: unpacked from pinned Debian packages into the cache and run from there.
 * Nothing is installed on this computer; it must have a glibc as new as Debian 12's.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getDebianPackages, unpackDeb } from '../assets/index.ts';
import { loadManifest } from '../assets/manifest.ts';
import { settingsFromEnvironment } from '../assets/settings.ts';
import type { Progress } from '../progress.ts';

/** glibc is the computer's own: two of them in one process do not go together. */
const PACKAGES = [
  'zsh',
  'zsh-common',
  'fish',
  'fish-common',
  'libpcre2-32-0',
  'libstdc++6',
  'libgcc-s1',
  'libtinfo6',
  'libcap2',
] as const;
const WANTED =
  /^\/(bin\/zsh|usr\/bin\/fish|(usr\/)?lib\/x86_64-linux-gnu\/|usr\/share\/zsh\/functions\/|usr\/share\/fish\/(config\.fish|functions\/))/;

export interface UnpackedShells {
  readonly zsh: string;
  readonly fish: string;
  /** For LD_LIBRARY_PATH of the shells; not of what they start. */
  readonly libraries: string;
  /** zsh's module_path. */
  readonly zshModules: string;
  /** The directory whose directories are zsh's fpath. */
  readonly zshFunctions: string;
}

/** Errors: those of fetching. */
export async function unpackedShells(
  options: { readonly signal?: AbortSignal; readonly progress?: Progress } = {},
): Promise<UnpackedShells> {
  const { debian } = await loadManifest();
  const key = createHash('sha256')
    .update(JSON.stringify([WANTED.source, PACKAGES.map((name) => debian.packages[name]?.sha256)]))
    .digest('hex')
    .slice(0, 16);
  const root = join(settingsFromEnvironment().cache, 'shells', key);
  if (!(await exists(root))) await unpack(root, await getDebianPackages(PACKAGES, options));
  return {
    zsh: join(root, 'bin/zsh'),
    fish: join(root, 'usr/bin/fish'),
    libraries: ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'].map((path) => join(root, path)).join(':'),
    zshModules: join(root, 'usr/lib/x86_64-linux-gnu/zsh/5.9'),
    zshFunctions: join(root, 'usr/share/zsh/functions'),
  };
}

/** In one step, as others see it. */
async function unpack(root: string, packages: ReadonlyMap<string, string>): Promise<void> {
  const draft = `${root}.${randomUUID()}`;
  try {
    for (const path of packages.values()) {
      for (const { path: name, type, mode, target, content } of await unpackDeb(path, ({ path }) =>
        WANTED.test(path),
      )) {
        const at = join(draft, name);
        await mkdir(dirname(at), { recursive: true });
        if (type === 'file') await writeFile(at, content ?? '', { mode });
        // A link from the root means this root.
        if (type === 'symlink') await symlink(target?.startsWith('/') ? join(root, target) : (target ?? ''), at);
      }
    }
    // Beside its share directory this is what fish knows a moved installation by.
    await mkdir(join(draft, 'usr/etc/fish'), { recursive: true });
    await rename(draft, root);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another one was faster.
    if (!(await exists(root))) throw error;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
