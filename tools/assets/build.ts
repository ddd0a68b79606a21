import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GoToolchain } from '../host/go.ts';
import { type AssetGroup, assetsDirectory, binaryName } from './manifest.ts';
import { run } from './run.ts';

export interface BuildOptions {
  readonly go: GoToolchain;
  readonly platform: { readonly os: string; readonly arch: string };
  /** An empty directory of ours. */
  readonly scratch: string;
  readonly signal?: AbortSignal | undefined;
  /** The packages compiled so far, and the last of them. */
  readonly onPackage?: (count: number, name: string) => void;
}

/**
 * Builds all of a group's programs with one `go build`.
 *
 * Returns asset name → path below `scratch`. The programs are static (no cgo) and the same bytes for the same Go and
 * the same recipe: no paths (-trimpath), no VCS stamps.
 */
export async function buildGroup(group: AssetGroup, options: BuildOptions): Promise<ReadonlyMap<string, string>> {
  const out = join(options.scratch, 'out');
  await mkdir(out, { recursive: true });
  const source = join(assetsDirectory, 'go', group.build.module);
  const patched = group.build.patch === undefined ? null : await vendorPatched(group, source, options);
  let count = 0;
  await run(
    options.go.command,
    [
      'build',
      '-v',
      '-buildvcs=false',
      '-trimpath',
      ...(group.build.tags ? [`-tags=${group.build.tags.join(',')}`] : []),
      '-ldflags',
      group.build.ldflags,
      // A directory: each program gets its own name in it.
      '-o',
      `${out}/`,
      ...group.assets.map((asset) => asset.package),
    ],
    {
      cwd: patched ?? source,
      env: goEnvironment(options, patched ? 'vendor' : 'readonly'),
      signal: options.signal,
      onLine(line) {
        if (/^[\w./~-]+$/.test(line)) {
          options.onPackage?.(++count, line);
        }
      },
    },
  );
  return new Map(group.assets.map((asset) => [asset.name, join(out, binaryName(asset))]));
}

/** A copy of the module with its dependencies vendored (checked against go.sum by Go), then patched as the recipe says. */
async function vendorPatched(group: AssetGroup, source: string, options: BuildOptions): Promise<string> {
  const copy = join(options.scratch, 'module');
  const vendor = join(copy, 'vendor');
  await cp(source, copy, { recursive: true });
  await run(options.go.command, ['mod', 'vendor'], {
    cwd: copy,
    env: goEnvironment(options, 'readonly'),
    signal: options.signal,
  });
  for (const path of group.build.patch?.remove ?? []) {
    // Without `force`: a file that is not there means that the patch is for another version.
    await rm(join(vendor, path));
  }
  for (const [path, from] of Object.entries(group.build.patch?.add ?? {})) {
    await mkdir(dirname(join(vendor, path)), { recursive: true });
    await cp(join(source, from), join(vendor, path), { errorOnExist: true, force: false });
  }
  return copy;
}

function goEnvironment(options: BuildOptions, mod: 'readonly' | 'vendor'): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...options.go.env,
    CGO_ENABLED: '0',
    GOOS: options.platform.os,
    GOARCH: options.platform.arch,
    // Flags of the user's own would make other bytes than the recipe says.
    GOFLAGS: `-mod=${mod}`,
    GOWORK: 'off',
    GOAMD64: 'v1',
  };
}
