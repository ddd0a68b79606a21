import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { download } from '../assets/download.ts';
import { withLock } from '../assets/lock.ts';
import { readZip } from '../assets/zip.ts';

export interface ToolchainOptions {
  /** Go's version, and the checksum database's sum of the toolchain's module (`h1:…`). */
  readonly toolchain: { readonly version: string; readonly sum: string };
  readonly platform: { readonly os: string; readonly arch: string };
  /** A directory of ours. */
  readonly cache: string;
  /** GOPROXY's form; the first address in it is used. */
  readonly proxy?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

/**
 * Fetches Go itself and returns its `go` command.
 *
 * The module proxy serves each Go toolchain as a module, golang.org/toolchain; a go command from 1.21 on switches to
 * them by itself. This does the same for a machine that has no go command yet, or one that is older. Whoever builds
 * needs the proxy for the modules anyway, so it asks for nothing more.
 * Guarantees: the toolchain's files are those of the sum; the directory appears whole or not at all.
 */
export async function fetchGo(options: ToolchainOptions): Promise<string> {
  const { toolchain, platform, cache, signal } = options;
  const version = `v0.0.1-go${toolchain.version}.${platform.os}-${platform.arch}`;
  const root = join(cache, version);
  const command = join(root, 'bin', 'go');
  if (await isThere(command)) {
    return command;
  }
  await mkdir(cache, { recursive: true });
  return withLock(
    `${root}.lock`,
    async () => {
      if (await isThere(command)) {
        return command;
      }
      const zip = `${root}.zip`;
      const prefix = `golang.org/toolchain@${version}/`;
      await download(`${proxyAddress(options.proxy)}/golang.org/toolchain/@v/${version}.zip`, zip, `${zip}.part`, {
        expected: async (path) => directoryHash(await readFile(path)) === toolchain.sum,
        signal,
        ...(options.onProgress ? { onProgress: options.onProgress } : {}),
      });
      const draft = `${root}.${randomUUID()}`;
      try {
        await unpack(await readFile(zip), prefix, draft, signal);
        await rename(draft, root);
      } finally {
        await rm(draft, { recursive: true, force: true });
        await rm(zip, { force: true });
      }
      return command;
    },
    { signal },
  );
}

/** The hash of a module's zip as in go.sum: SHA-256 over the sorted lines `<sha256 of a file>  <its name>`. */
export function directoryHash(zip: Buffer): string {
  let lines: { readonly name: string; readonly line: string }[];
  try {
    lines = [...readZip(zip)].map(({ name, content }) => ({
      name,
      line: `${createHash('sha256').update(content()).digest('hex')}  ${name}\n`,
    }));
  } catch {
    // No zip, or a damaged one: it has no hash that could be the right one.
    return '';
  }
  // By bytes, as Go sorts.
  lines.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const hash = createHash('sha256');
  for (const { line } of lines) {
    hash.update(line);
  }
  return `h1:${hash.digest('base64')}`;
}

async function unpack(zip: Buffer, prefix: string, target: string, signal: AbortSignal | undefined): Promise<void> {
  const made = new Set<string>();
  for (const { name, content } of readZip(zip)) {
    signal?.throwIfAborted();
    const inside = name.slice(prefix.length);
    if (!name.startsWith(prefix) || inside.split('/').includes('..') || inside.endsWith('/')) {
      throw new Error(`the Go toolchain holds a file that is none of its own: ${name}`);
    }
    const path = join(target, inside);
    if (!made.has(dirname(path))) {
      made.add(dirname(path));
      await mkdir(dirname(path), { recursive: true });
    }
    await writeFile(path, content());
    // A module's zip has no modes; these are the programs.
    if (inside.startsWith('bin/') || inside.startsWith('pkg/tool/')) {
      await chmod(path, 0o755);
    }
  }
}

function proxyAddress(setting: string | undefined): string {
  const first = (setting ?? '').split(/[,|]/).find((entry) => /^https?:\/\//.test(entry));
  return (first ?? 'https://proxy.golang.org').replace(/\/+$/, '');
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
