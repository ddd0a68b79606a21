import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * An official release download.
 *
 * `sha256` is of what is downloaded (the archive, where `member` names a file in one). Where it is null we did not know
 * the sum when the version was pinned: the project's own checksum file then decides, read over TLS from the same
 * release. That finds a broken download, not a release that was replaced; fill in the sum when you know it.
 */
export interface Release {
  readonly url: string;
  readonly sha256: string | null;
  readonly checksumUrl?: string;
  readonly member?: string;
}

export interface AssetSpec {
  readonly name: string;
  /** The Go package to build. */
  readonly package: string;
  /** What `go build` calls its output, where that is not the package's last element without its major version. */
  readonly binary?: string;
  /** None: the project publishes no checksum for its release, so only the build is to be trusted. */
  readonly release?: Release;
}

/** How a group's programs are built from Go modules: `module` is a directory of go/ with go.mod and go.sum. */
export interface BuildRecipe {
  readonly module: string;
  readonly ldflags: string;
  readonly tags?: readonly string[];
  /** Files taken out of and put into the vendored dependencies (paths in vendor/; sources in the module's directory). */
  readonly patch?: { readonly remove: readonly string[]; readonly add: Readonly<Record<string, string>> };
}

/** Assets of one version that are built by one `go build`. */
export interface AssetGroup {
  readonly name: string;
  readonly version: string;
  readonly build: BuildRecipe;
  readonly assets: readonly AssetSpec[];
}

export interface DebianPackage {
  readonly version: string;
  /** Path below the archive's base, which `archive` chooses. */
  readonly path: string;
  readonly archive: 'debian' | 'debian-security';
  readonly sha256: string;
  readonly size: number;
}

export interface Manifest {
  readonly platform: { readonly os: string; readonly arch: string };
  readonly go: {
    /** The oldest Go that builds every module here. */
    readonly minimum: string;
    /** What is fetched when there is none, and its sum in the checksum database (sum.golang.org). */
    readonly toolchain: { readonly version: string; readonly sum: string };
  };
  readonly groups: readonly AssetGroup[];
  readonly debian: {
    readonly suite: string;
    /** A time at which snapshot.debian.org has every package below. */
    readonly snapshot: string;
    readonly packages: Readonly<Record<string, DebianPackage>>;
  };
}

export const assetsDirectory = import.meta.dirname;

/** Reads manifest.json, with `{version}` filled in. Throws on a release that nothing could verify. */
export async function loadManifest(path = join(assetsDirectory, 'manifest.json')): Promise<Manifest> {
  const raw = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const manifest = { ...raw, groups: raw.groups.map(withVersion) };
  const seen = new Set<string>();
  for (const asset of manifest.groups.flatMap((group) => group.assets)) {
    if (seen.has(asset.name)) {
      throw new Error(`${path}: two assets are called ${asset.name}`);
    }
    seen.add(asset.name);
    if (asset.release !== undefined && asset.release.sha256 === null && asset.release.checksumUrl === undefined) {
      throw new Error(`${path}: the release of ${asset.name} has neither sha256 nor checksumUrl`);
    }
  }
  return manifest;
}

export function findAsset(manifest: Manifest, name: string): { group: AssetGroup; asset: AssetSpec } {
  for (const group of manifest.groups) {
    const asset = group.assets.find((candidate) => candidate.name === name);
    if (asset !== undefined) {
      return { group, asset };
    }
  }
  const names = manifest.groups.flatMap((group) => group.assets.map((asset) => asset.name));
  throw new Error(`there is no asset ${name}; the manifest has ${names.join(', ')}`);
}

/** What `go build` calls the asset's program. */
export function binaryName(asset: AssetSpec): string {
  if (asset.binary !== undefined) {
    return asset.binary;
  }
  const elements = asset.package.split('/').filter((element) => !/^v\d+$/.test(element));
  return elements.at(-1)!;
}

/**
 * The key under which a group's results are cached: everything that decides what they are. A change of a module's
 * go.mod, go.sum, sources or flags, of the version or of a release's address makes another key.
 */
export async function recipeKey(group: AssetGroup, directory = assetsDirectory): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(group));
  const module = join(directory, 'go', group.build.module);
  const files = ['go.mod', 'go.sum', 'main.go', ...Object.values(group.build.patch?.add ?? {})];
  for (const file of files) {
    // A module of our own has no go.sum, one that only names dependencies no main.go.
    const content = await readFile(join(module, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        return null;
      }
      throw error;
    });
    if (content !== null) {
      hash.update(`\0${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function withVersion(group: AssetGroup): AssetGroup {
  return JSON.parse(JSON.stringify(group).replaceAll('{version}', group.version)) as AssetGroup;
}
