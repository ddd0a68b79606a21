/** Kubernetes objects in a file, as people write them or kubectl does: YAML documents or JSON, lists among them. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseAllDocuments } from 'yaml';
import { type CommandContext, UsageError } from '../context.ts';

export interface FileObject {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** `-` is standard input. Errors: UsageError when it can't be read, or holds something else. */
export async function readObjects(ctx: Pick<CommandContext, 'stdin'>, path: string): Promise<readonly FileObject[]> {
  if (path === '-') return parseObjects(await text(ctx.stdin()), 'standard input');
  const content = await readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`cannot read it: ${error.message}`);
  });
  return parseObjects(content, path);
}

export function parseObjects(content: string, name: string): readonly FileObject[] {
  const objects = documentsOf(content, name).flatMap((value) => itemsOf(value, name));
  if (objects.length === 0) throw new UsageError(`${name} holds no objects`);
  return objects;
}

function documentsOf(content: string, name: string): readonly unknown[] {
  // A dump is megabytes, for which a parser of YAML takes its time.
  if (content.trimStart().startsWith('{')) {
    try {
      return [JSON.parse(content)];
    } catch {
      // Flow style begins like this, too.
    }
  }
  const documents = parseAllDocuments(content, { logLevel: 'silent' });
  return (Array.isArray(documents) ? documents : []).flatMap((document) => {
    const [problem] = document.errors;
    if (problem !== undefined) throw new UsageError(`${name} is no YAML: ${problem.message.split('\n')[0]}`);
    const value = document.toJS({ maxAliasCount: 0 }) as unknown;
    return value === null ? [] : [value];
  });
}

interface Loose {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly items?: unknown;
  readonly metadata?: { readonly name?: unknown };
}

function itemsOf(value: unknown, name: string): readonly FileObject[] {
  const object: Loose = typeof value === 'object' && value !== null ? value : {};
  const { apiVersion, kind, items, metadata } = object;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    // Items of a list of one kind come without it.
    const own = kind.slice(0, -'List'.length);
    return items.flatMap((item: Loose) => itemsOf(own === '' ? item : { apiVersion, kind: own, ...item }, name));
  }
  if (typeof kind !== 'string' || typeof metadata?.name !== 'string') {
    throw new UsageError(`${name} holds something that is no Kubernetes object: kind and metadata.name are needed`);
  }
  return [value as FileObject];
}
