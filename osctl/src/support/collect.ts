/** Fills a support archive: everything of every node that answers, and an index that says what is missing and why. */
import { explain } from '../client/explain.ts';
import { askNodes, type NodeConnection } from '../client/nodes.ts';
import type { Context } from '../config/file.ts';
import type { CommandContext } from '../context.ts';
import { bytes } from '../output/units.ts';
import type { Archive } from './archive.ts';
import { type Item, itemsOf } from './items.ts';
import { redactText } from './redact.ts';

/** Of one file. What is longer is cut: at its beginning, for the newest is at the end. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const MAX_NODE_BYTES = 64 * 1024 * 1024;
/** For one file. What came until then is kept. */
const FILE_MS = 30_000;
const CONCURRENCY = 8;

export interface Entry {
  readonly path: string;
  readonly bytes: number;
  /** Why it is not the whole. */
  readonly cut?: string;
}
export interface Missing {
  /** A file, or a directory when nothing of it is there. */
  readonly path: string;
  readonly why: string;
}
export interface Index {
  readonly context: string;
  /** RFC 3339 */
  readonly time: string;
  readonly entries: readonly Entry[];
  readonly missing: readonly Missing[];
}

export interface CollectOptions {
  readonly name: string;
  readonly context: Context;
  readonly root: string;
  readonly kubeconfig: string | undefined;
  readonly nowMs: number;
  readonly note: (text: string) => void;
}

/** Guarantees: a node that does not answer, or a file that cannot be had, is an entry of `missing`, never an error. */
export async function collectSupport(ctx: CommandContext, archive: Archive, options: CollectOptions): Promise<Index> {
  const entries: Entry[] = [];
  const missing: Missing[] = [];
  const known = knownSecrets(options.context);
  let total = 0;
  const add = async (path: string, content: string, cut?: string): Promise<void> => {
    const data = Buffer.from(redactText(content, known));
    await archive.add(`${options.root}/${path}`, data);
    total += data.length;
    entries.push({ path, bytes: data.length, ...(cut !== undefined && { cut }) });
  };
  const results = await askNodes(
    ctx,
    (node) => collectNode(node, add, missing),
    (result) => {
      if (!result.ok) {
        missing.push({
          path: `nodes/${result.node.name}/`,
          why: explain(result.node, result.error, ctx.options.timeoutMs),
        });
      }
      options.note(
        `${result.node.name} ${result.ok ? 'done' : 'does not answer'}; ${entries.length} files, ${bytes(total)}`,
      );
    },
    { concurrency: CONCURRENCY },
  );
  ctx.signal.throwIfAborted();
  options.note('Kubernetes');
  const { collectKubernetes } = await import('./kubernetes.ts');
  const answering = results.filter(({ ok }) => ok).map(({ node }) => node);
  await collectKubernetes(ctx, { ...options, answering, add, missing });
  const index: Index = {
    context: options.name,
    time: new Date(options.nowMs).toISOString(),
    entries: entries.toSorted((a, b) => a.path.localeCompare(b.path)),
    missing: missing.toSorted((a, b) => a.path.localeCompare(b.path)),
  };
  await archive.add(`${options.root}/index.json`, `${JSON.stringify(index, null, 2)}\n`);
  return index;
}

async function collectNode(
  node: NodeConnection,
  add: (path: string, content: string, cut?: string) => Promise<void>,
  missing: Missing[],
): Promise<void> {
  const items = await itemsOf(node);
  let room = MAX_NODE_BYTES;
  for (const item of items) {
    const path = `nodes/${node.name}/${item.path}`;
    if (room <= 0) {
      missing.push({ path, why: `the node's share of ${bytes(MAX_NODE_BYTES)} is used up` });
      continue;
    }
    try {
      const { text, cut } = await readItem(item, node);
      room -= text.length;
      if (text !== '') await add(path, text, cut);
      else if (cut !== undefined) missing.push({ path, why: cut });
    } catch (error) {
      node.stream.signal?.throwIfAborted();
      missing.push({ path, why: (error as Error).message });
    }
  }
}

async function readItem(item: Item, node: NodeConnection): Promise<{ readonly text: string; readonly cut?: string }> {
  const limit = AbortSignal.timeout(FILE_MS);
  const interrupted = node.stream.signal;
  const content = item.read(node, interrupted === undefined ? limit : AbortSignal.any([interrupted, limit]));
  if (!(Symbol.asyncIterator in content)) {
    const value = await content;
    return { text: typeof value === 'string' ? value : `${JSON.stringify(value, jsonBytes, 2)}\n` };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  let cut: string | undefined;
  try {
    for await (const chunk of content) {
      chunks.push(chunk);
      size += chunk.length;
      while (size > MAX_FILE_BYTES && chunks.length > 1) {
        size -= chunks.shift()?.length ?? 0;
        cut = `only its last ${bytes(MAX_FILE_BYTES)}`;
      }
    }
  } catch (error) {
    interrupted?.throwIfAborted();
    cut = limit.aborted ? `it was not whole after ${FILE_MS / 1000} s` : `it broke off: ${(error as Error).message}`;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return cut === undefined ? { text } : { text, cut };
}

function jsonBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
}

/** Secrets that this computer holds for the cluster: whatever happens, these are in no archive. */
export function knownSecrets(context: Context): readonly string[] {
  const body = context.key.replaceAll(/-----[^-]*-----|\s/g, '');
  return [body, Buffer.from(context.key).toString('base64'), ...context.key.split('\n')].filter(
    (line) => line.length >= 16 && !line.startsWith('-----'),
  );
}
