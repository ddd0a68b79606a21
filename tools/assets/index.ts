import { createHash } from 'node:crypto';
import { access, constants, copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureGo, type GoToolchain } from '../host/go.ts';
import { type Progress, type ProgressTask, silentProgress } from '../progress.ts';
import { extractMembers } from './archive.ts';
import { buildGroup } from './build.ts';
import { AssetCache, type Origin } from './cache.ts';
import { DownloadError, download, downloadText, findChecksum } from './download.ts';
import { withLock } from './lock.ts';
import {
  type AssetGroup,
  type AssetSpec,
  findAsset,
  loadManifest,
  type Manifest,
  type Release,
  recipeKey,
} from './manifest.ts';
import { type AssetSettings, settingsFromEnvironment } from './settings.ts';

export { type DebEntry, type DebFilter, unpackDeb } from './deb.ts';
export { getDebianPackage, getDebianPackages, unpackDebianPackages } from './debian.ts';

export interface AssetOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** From the environment unless given. */
  readonly settings?: AssetSettings;
  readonly manifest?: Manifest;
  /** Finds the Go for what has to be built. */
  readonly go?: () => Promise<GoToolchain>;
}

export interface Asset {
  readonly name: string;
  readonly version: string;
  /** An executable file. Not yours to change. */
  readonly path: string;
  /** How it was got this time. */
  readonly origin: Origin;
  /** How it once came into the cache, when `origin` is that. */
  readonly madeBy?: Origin;
}

/** One asset's file; see `resolveAssets`. */
export async function getAsset(name: string, options: AssetOptions = {}): Promise<string> {
  return (await getAssets([name], options)).get(name)!;
}

/** Name → path of the file; see `resolveAssets`. */
export async function getAssets(
  names: readonly string[],
  options: AssetOptions = {},
): Promise<ReadonlyMap<string, string>> {
  return new Map((await resolveAssets(names, options)).map((asset) => [asset.name, asset.path]));
}

/**
 * Gets assets from the first that has them: the user's directory → the cache → the project's release (mirror, then
 * official host) → a build from Go modules.
 *
 * Guarantees: a file from the cache, a release or a build is whole and what the manifest pins; one from the user's
 * directory is the user's affair. Two calls at once, also of two processes, do the work once.
 * Errors: an unknown name; nothing that could give the asset, with every reason.
 */
export async function resolveAssets(names: readonly string[], options: AssetOptions = {}): Promise<readonly Asset[]> {
  const manifest = options.manifest ?? (await loadManifest());
  const resolver = new Resolver(manifest, options);
  const byGroup = new Map<AssetGroup, AssetSpec[]>();
  for (const name of new Set(names)) {
    const { group, asset } = findAsset(manifest, name);
    byGroup.set(group, [...(byGroup.get(group) ?? []), asset]);
  }
  const found: Asset[] = [];
  // One group after the other: a build takes all cores by itself.
  for (const [group, assets] of byGroup) {
    found.push(...(await resolver.resolveGroup(group, assets)));
  }
  return found;
}

class Resolver {
  readonly #platform: Manifest['platform'];
  readonly #settings: AssetSettings;
  readonly #cache: AssetCache;
  readonly #progress: Progress;
  readonly #signal: AbortSignal | undefined;
  /** Hosts that did not answer: not asked a second time. */
  readonly #unreachable = new Set<string>();
  readonly #findGo: () => Promise<GoToolchain>;
  #go: GoToolchain | null = null;

  constructor(manifest: Manifest, options: AssetOptions) {
    this.#platform = manifest.platform;
    this.#settings = options.settings ?? settingsFromEnvironment();
    this.#cache = new AssetCache(this.#settings.cache);
    this.#progress = options.progress ?? silentProgress();
    this.#signal = options.signal;
    this.#findGo =
      options.go ??
      (() =>
        ensureGo({
          minimum: manifest.go.minimum,
          fetch: {
            toolchain: manifest.go.toolchain,
            platform: manifest.platform,
            cache: join(this.#settings.cache, 'go'),
          },
          signal: options.signal,
          log: (line) => this.#progress.log(line),
        }));
  }

  async resolveGroup(group: AssetGroup, assets: readonly AssetSpec[]): Promise<Asset[]> {
    const key = `${group.version}-${await recipeKey(group)}`;
    const found = await this.#findAll(group, key, assets);
    if (found.length === assets.length) {
      return found;
    }
    return withLock(this.#cache.lockPath(group.name), () => this.#makeMissing(group, key, assets), {
      signal: this.#signal,
      onWait: (pid) => this.#progress.log(`${group.name}: process ${pid} is getting it, waiting`),
    });
  }

  async #makeMissing(group: AssetGroup, key: string, assets: readonly AssetSpec[]): Promise<Asset[]> {
    const found = await this.#findAll(group, key, assets);
    const missing = () => assets.filter((asset) => !found.some((other) => other.name === asset.name));
    const reasons: unknown[] = [];
    for (const asset of missing()) {
      // Members of one archive come together.
      if (asset.release === undefined || found.some((other) => other.name === asset.name)) {
        continue;
      }
      try {
        const siblings = missing().filter((other) => other.release?.url === asset.release?.url);
        found.push(...(await this.#fetchRelease(group, key, asset.release, siblings)));
      } catch (error) {
        this.#signal?.throwIfAborted();
        if (!(error instanceof DownloadError)) {
          throw error;
        }
        if (error.failure === 'CHECKSUM') {
          this.#progress.log(`${asset.name}: ${error.message}`);
        }
        reasons.push(error);
      }
    }
    if (missing().length > 0) {
      const wanted = new Set(missing().map((asset) => asset.name));
      const built = await this.#build(group, key).catch((cause: unknown) => {
        this.#signal?.throwIfAborted();
        const why = reasons.map((reason) => `\n  ${(reason as Error).message}`).join('');
        throw new Error(
          `could not get ${[...wanted].join(', ')} (${group.name} ${group.version}). ${why ? `Download:${why}\n` : ''}Build: ${(cause as Error).message}`,
          { cause },
        );
      });
      found.push(...built.filter((asset) => wanted.has(asset.name)));
    }
    return found;
  }

  async #findAll(group: AssetGroup, key: string, assets: readonly AssetSpec[]): Promise<Asset[]> {
    const found = await Promise.all(
      assets.map(async ({ name }): Promise<Asset | null> => {
        const own = await this.#findInDirectory(name);
        if (own !== null) {
          return { name, version: group.version, path: own, origin: 'directory' };
        }
        const cached = await this.#cache.find(name, key, this.#signal);
        return cached && { name, version: group.version, path: cached.path, origin: 'cache', madeBy: cached.origin };
      }),
    );
    return found.filter((asset) => asset !== null);
  }

  async #findInDirectory(name: string): Promise<string | null> {
    if (this.#settings.directory === null) {
      return null;
    }
    const path = join(this.#settings.directory, name);
    const isFile = await stat(path).then(
      (s) => s.isFile(),
      () => false,
    );
    if (!isFile) {
      return null;
    }
    await access(path, constants.X_OK).catch((cause: unknown) => {
      throw new Error(`${path} (from TALOS_ASSETS_DIR) is not executable: chmod +x it`, { cause });
    });
    return path;
  }

  async #fetchRelease(
    group: AssetGroup,
    key: string,
    release: Release,
    assets: readonly AssetSpec[],
  ): Promise<Asset[]> {
    const { mirror } = this.#settings;
    const through = (url: string) => `${mirror}/${new URL(url).host}${new URL(url).pathname}`;
    if (mirror !== null) {
      try {
        return await this.#fetchFrom(group, key, release, assets, through, 'mirror');
      } catch (error) {
        if (!(error instanceof DownloadError)) {
          throw error;
        }
        this.#progress.log(`${group.name}: not from the mirror: ${error.message}`);
      }
    }
    return this.#fetchFrom(group, key, release, assets, (url) => url, 'release');
  }

  async #fetchFrom(
    group: AssetGroup,
    key: string,
    release: Release,
    assets: readonly AssetSpec[],
    address: (official: string) => string,
    origin: Origin,
  ): Promise<Asset[]> {
    const url = address(release.url);
    const { host } = new URL(url);
    if (this.#unreachable.has(host)) {
      throw new DownloadError('UNREACHABLE', `${host} did not answer before (${url})`);
    }
    const what = `download ${assets.map((asset) => asset.name).join(', ')} ${group.version}`;
    // Shown once something comes: how much there will be is known by then.
    let task: ProgressTask | undefined;
    try {
      const sha256 = release.sha256 ?? (await this.#publishedChecksum(address(release.checksumUrl!), release.url));
      const made = await this.#cache.withScratch(async (scratch) => {
        const whole = join(scratch, 'download');
        const partial = await this.#cache.partialPath(createHash('sha256').update(url).digest('hex'));
        await download(url, whole, partial, {
          expected: sha256,
          signal: this.#signal,
          onProgress: (done, total) => {
            task ??= this.#progress.task(what, total, 'bytes');
            task.update(done);
          },
        });
        const files = await unpackRelease(whole, scratch, assets, this.#signal);
        const stored: Asset[] = [];
        for (const [name, file] of files) {
          const path = await this.#cache.put(name, key, file, origin);
          stored.push({ name, version: group.version, path, origin });
        }
        return stored;
      });
      task?.done();
      return made;
    } catch (error) {
      task?.fail(error instanceof Error ? error.message : undefined);
      if (error instanceof DownloadError && error.failure === 'UNREACHABLE') {
        this.#unreachable.add(host);
        this.#progress.log(`${host} can't be reached: going on without it`);
      }
      throw error;
    }
  }

  async #publishedChecksum(checksumUrl: string, url: string): Promise<string> {
    const sum = findChecksum(await downloadText(checksumUrl, { signal: this.#signal }), url);
    if (sum === null) {
      throw new DownloadError('CHECKSUM', `${checksumUrl} has no SHA-256 of ${url}`);
    }
    return sum;
  }

  async #build(group: AssetGroup, key: string): Promise<Asset[]> {
    this.#go ??= await this.#findGo();
    const go = this.#go;
    const task = this.#progress.task(`build ${group.name} ${group.version} with Go ${go.version}`);
    try {
      const made = await this.#cache.withScratch(async (scratch) => {
        const files = await buildGroup(group, {
          go,
          platform: this.#platform,
          scratch,
          signal: this.#signal,
          onPackage: (count, name) => task.update(count, name),
        });
        const stored: Asset[] = [];
        for (const [name, file] of files) {
          const path = await this.#cache.put(name, key, file, 'build');
          stored.push({ name, version: group.version, path, origin: 'build' });
        }
        return stored;
      });
      task.done();
      return made;
    } catch (error) {
      task.fail();
      throw error;
    }
  }
}

/** Asset name → its file, out of a download that was checked. */
async function unpackRelease(
  whole: string,
  scratch: string,
  assets: readonly AssetSpec[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map(assets.map((asset) => [asset.name, join(scratch, asset.name)]));
  const members = new Map(
    assets.flatMap(({ name, release }) => (release?.member === undefined ? [] : [[release.member, files.get(name)!]])),
  );
  if (members.size > 0) {
    await extractMembers(whole, members, signal);
  } else {
    for (const file of files.values()) {
      await copyFile(whole, file);
    }
  }
  return files;
}
