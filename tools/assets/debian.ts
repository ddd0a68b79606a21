import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { silentProgress } from '../progress.ts';
import { type DebEntry, type DebFilter, unpackDeb } from './deb.ts';
import { sha256File } from './digest.ts';
import { DownloadError, download } from './download.ts';
import type { AssetOptions } from './index.ts';
import { withLock } from './lock.ts';
import { type DebianPackage, loadManifest, type Manifest } from './manifest.ts';
import { type AssetSettings, settingsFromEnvironment } from './settings.ts';

/**
 * The .deb of a package that the manifest pins: from the cache, the mirror (which drops a version soon after the next
 * one), or Debian's snapshot archive (which keeps all).
 *
 * Guarantees: its content is the pinned one.
 * Errors: a name that is not in the manifest; nothing has it, with every reason.
 */
export async function getDebianPackage(name: string, options: AssetOptions = {}): Promise<string> {
  return (await getDebianPackages([name], options)).get(name)!;
}

/** Name → path of the .deb; as `getDebianPackage`, with one bar for all. */
export async function getDebianPackages(
  names: readonly string[],
  options: AssetOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const manifest = options.manifest ?? (await loadManifest());
  const settings = options.settings ?? settingsFromEnvironment();
  const directory = join(settings.cache, 'debian');
  const paths = new Map<string, string>();
  const missing: [string, DebianPackage][] = [];
  for (const name of names) {
    const spec = findPackage(manifest, name);
    const path = join(directory, basename(spec.path));
    paths.set(name, path);
    if (!(await isPinned(path, spec, options.signal))) {
      missing.push([name, spec]);
    }
  }
  if (missing.length === 0) {
    return paths;
  }
  await mkdir(directory, { recursive: true });
  const progress = options.progress ?? silentProgress();
  const total = missing.reduce((sum, [, spec]) => sum + spec.size, 0);
  const task = progress.task(`download ${missing.length} Debian packages`, total, 'bytes');
  try {
    let before = 0;
    await withLock(
      join(settings.cache, 'locks', 'debian.lock'),
      async () => {
        for (const [name, spec] of missing) {
          const path = paths.get(name)!;
          if (!(await isPinned(path, spec, options.signal))) {
            await fetchPackage(name, spec, path, manifest, settings, options, (done) =>
              task.update(before + done, name),
            );
          }
          before += spec.size;
          task.update(before, name);
        }
      },
      { signal: options.signal },
    );
    task.done();
    return paths;
  } catch (error) {
    task.fail();
    throw error;
  }
}

/** The files of several packages, in the packages' order, each entry saying whose it is. See `unpackDeb`. */
export async function unpackDebianPackages(
  names: readonly string[],
  filter: DebFilter = () => true,
  options: AssetOptions = {},
): Promise<readonly DebEntry[]> {
  const entries: DebEntry[] = [];
  for (const [name, path] of await getDebianPackages(names, options)) {
    options.signal?.throwIfAborted();
    for (const entry of await unpackDeb(path, filter)) {
      entries.push({ ...entry, package: name });
    }
  }
  return entries;
}

async function fetchPackage(
  name: string,
  spec: DebianPackage,
  path: string,
  manifest: Manifest,
  settings: AssetSettings,
  options: AssetOptions,
  onProgress: (done: number) => void,
): Promise<void> {
  const reasons: string[] = [];
  for (const base of archiveBases(spec, manifest, settings)) {
    try {
      // The address is part of the partial file's name: two archives must not share one's beginning.
      const partial = `${path}.${new URL(base).host.replaceAll(/[^\w.-]/g, '_')}.part`;
      await download(`${base}/${spec.path}`, path, partial, {
        expected: spec.sha256,
        signal: options.signal,
        onProgress,
      });
      return;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof DownloadError)) {
        throw error;
      }
      reasons.push(error.message);
    }
  }
  throw new Error(
    `could not get Debian's ${name} ${spec.version}:\n  ${reasons.join('\n  ')}\nSet TALOS_DEBIAN_MIRROR to a mirror that can be reached.`,
  );
}

function archiveBases(spec: DebianPackage, manifest: Manifest, settings: AssetSettings): readonly string[] {
  // Every mirror that has the security archive has it beside the main one, under this name.
  const mirror =
    spec.archive === 'debian'
      ? settings.debianMirror
      : `${settings.debianMirror.replace(/\/debian$/, '')}/debian-security`;
  return [mirror, `${settings.debianSnapshot}/${spec.archive}/${manifest.debian.snapshot}`];
}

/** A .deb in the cache is checked each time: a disk fault or a hand must not end up in an image. */
async function isPinned(path: string, spec: DebianPackage, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    if ((await sha256File(path, signal)) === spec.sha256) {
      return true;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return false;
    }
    throw error;
  }
  await rm(path, { force: true });
  return false;
}

function findPackage(manifest: Manifest, name: string): DebianPackage {
  const spec = manifest.debian.packages[name];
  if (spec === undefined) {
    throw new Error(
      `Debian's ${name} is not pinned; the manifest has ${Object.keys(manifest.debian.packages).join(', ')}`,
    );
  }
  return spec;
}
