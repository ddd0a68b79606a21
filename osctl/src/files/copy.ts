/** Copies from a node to this computer: a file, which goes on where it was cut, or a directory. */
import { open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Files } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { NodeConnection } from '../client/nodes.ts';
import type { ExtractOptions } from './extract.ts';

export interface CopyOptions extends ExtractOptions {
  readonly onProgress: (done: number, total: number) => void;
  /** A part of an earlier copy is there, and the file is still the same. */
  readonly onResume: (offset: number) => void;
}
export interface Copied {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
}

const VERSION = /^[0-9a-f]{16}$/;

/** `to` is a directory to put it into, or the name that it gets. Errors: RpcError, those of the file system. */
export async function copyFrom(node: NodeConnection, from: string, to: string, options: CopyOptions): Promise<Copied> {
  const into = await stat(to).then(
    (found) => found.isDirectory(),
    () => to.endsWith('/'),
  );
  const target = into ? join(to, basename(from) || node.name) : to;
  try {
    return await copyFile(node, from, target, options);
  } catch (error) {
    if (!isDirectory(error)) throw error;
  }
  const { extractInto } = await import('./extract.ts');
  const extracted = await extractInto(archiveOf(node, from, options.onLeftOut), target, options);
  return { ...extracted, path: target };
}

/** Whether a node refused to read something because it is a directory. */
export function isDirectory(error: unknown): boolean {
  return error instanceof RpcError && error.reason === 'PATH_NOT_A_FILE' && /is a directory/.test(error.message);
}

/** The tar archive of a directory, as bytes. */
export async function* archiveOf(
  node: NodeConnection,
  path: string,
  onLeftOut: ExtractOptions['onLeftOut'],
): AsyncGenerator<Uint8Array> {
  for await (const { data, file } of node.client(Files).archive({ path }, node.stream)) {
    if (file !== undefined) onLeftOut(file.path, file.error);
    if (data.length > 0) yield data;
  }
}

/**
 * Guarantees: `target` is whole or not there (or what it was before); what came of a copy that was cut is `TARGET.<version>.part`,
 * where version is what the node tells of the file's content: only what is still the same is gone on with.
 */
async function copyFile(node: NodeConnection, from: string, target: string, options: CopyOptions): Promise<Copied> {
  const parts = await partsOf(target);
  const known = parts.at(-1);
  const request = { path: from, offsetBytes: known?.size ?? 0, ifVersion: known?.version ?? '' };
  let file: Awaited<ReturnType<typeof open>> | undefined;
  let part = '';
  let done = 0;
  let total = 0;
  let modifiedMs = 0;
  try {
    for await (const { data, file: told, offsetBytes } of node.client(Files).read(request, node.stream)) {
      if (told !== undefined) {
        if (!VERSION.test(told.version)) throw new Error(`node ${node.name} tells no version of ${from} that is one`);
        part = `${target}.${told.version}.part`;
        for (const other of parts) if (other.path !== part) await rm(other.path, { force: true });
        file = await open(part, offsetBytes === 0 ? 'w' : 'r+', 0o600);
        done = offsetBytes;
        total = told.sizeBytes;
        modifiedMs = told.modifiedMs;
        if (done > 0) options.onResume(done);
      }
      if (file === undefined)
        throw new Error(`node ${node.name} sent content of ${from} before it said which file it is`);
      for (let left = data; left.length > 0; ) {
        const { bytesWritten } = await file.write(left, 0, left.length, done);
        left = left.subarray(bytesWritten);
        done += bytesWritten;
      }
      options.onProgress(done, total);
    }
  } finally {
    await file?.close();
  }
  if (file === undefined) throw new Error(`node ${node.name} said nothing of ${from}`);
  if (done < total) {
    await rm(part, { force: true });
    throw new Error(`${from} became shorter while it was copied: ${done} of ${total} bytes came; copy it again`);
  }
  await utimes(part, new Date(modifiedMs), new Date(modifiedMs));
  await rename(part, target);
  return { path: target, files: 1, bytes: done };
}

interface Part {
  readonly path: string;
  readonly version: string;
  readonly size: number;
}

/** What earlier copies to `target` left, the newest last. */
async function partsOf(target: string): Promise<readonly Part[]> {
  const name = basename(target);
  const found: (Part & { readonly mtimeMs: number })[] = [];
  for (const entry of await readdir(dirname(target)).catch(() => [])) {
    const version = entry.startsWith(`${name}.`) && entry.endsWith('.part') ? entry.slice(name.length + 1, -5) : '';
    if (!VERSION.test(version)) continue;
    const path = join(dirname(target), entry);
    const { size, mtimeMs } = await stat(path);
    found.push({ path, version, size, mtimeMs });
  }
  return found.sort((a, b) => a.mtimeMs - b.mtimeMs);
}
