/** Changing some of a node's documents: strategic merge patches and JSON patches (RFC 6902). Pure: text in, text out. */
import { CONFIG_API_VERSION, CONFIG_KINDS } from '@talos/crds/config/index.ts';
import { applyPatch, type Operation } from 'rfc6902';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { UsageError } from '../context.ts';

/** kind → the whole document. What JSON pointers begin with: /KubeletConfig/spec/extraConfig/maxPods */
type Documents = Record<string, Record<string, unknown>>;

/** Lists whose items are merged by what names them; every other list is replaced as a whole. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  'NetworkConfig.spec.hosts': ['address'],
  'KubeletConfig.spec.registerWithTaints': ['key', 'effect'],
};
/** In a map: `replace` puts it in place of what is there. In an item of a merged list: `delete` takes the item away. */
const DIRECTIVE = '$patch';

/**
 * Applies patches in their order. A patch is either a list of JSON patch operations, or documents of which only what they name is
 * changed: maps are merged, null takes a field away.
 *
 * Errors: UsageError with what is wrong with a patch. What is wrong with the result is the node's to say.
 */
export function patchDocuments(documents: string, patches: readonly string[]): string {
  let current = readDocuments(documents, 'the configuration');
  for (const [index, text] of patches.entries()) {
    const name = patches.length === 1 ? 'the patch' : `patch ${index + 1}`;
    const operations = jsonPatchOf(text, name);
    current =
      operations === undefined
        ? mergeAll(current, readDocuments(text, name))
        : applyOperations(current, operations, name);
  }
  return Object.values(current)
    .filter(({ spec }) => spec !== undefined && Object.keys(spec as object).length > 0)
    .map((document) => stringify(document, { lineWidth: 0 }))
    .join('---\n');
}

function readDocuments(text: string, name: string): Documents {
  const found: Documents = {};
  const parsed = parseAllDocuments(text, { logLevel: 'silent' });
  for (const document of Array.isArray(parsed) ? parsed : []) {
    const [problem] = document.errors;
    if (problem !== undefined) throw new UsageError(`${name} is no YAML: ${problem.message.split('\n')[0]}`);
    const value = document.toJS({ maxAliasCount: 0 }) as unknown;
    if (value === null) continue;
    const kind = isMap(value) ? value['kind'] : undefined;
    if (!isMap(value) || typeof kind !== 'string')
      throw new UsageError(
        `${name} must be documents with a kind (${CONFIG_KINDS.join(', ')}), or a list of operations`,
      );
    if (found[kind] !== undefined) throw new UsageError(`${name} has ${kind} twice`);
    found[kind] = value;
  }
  return found;
}

function jsonPatchOf(text: string, name: string): readonly Operation[] | undefined {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return undefined; // several documents
  }
  if (!Array.isArray(value)) return undefined;
  for (const each of value) {
    if (!isMap(each) || typeof each['op'] !== 'string' || typeof each['path'] !== 'string')
      throw new UsageError(`${name} is a list, so each item must be an operation with op and path (RFC 6902)`);
  }
  return value as readonly Operation[];
}

function applyOperations(current: Documents, operations: readonly Operation[], name: string): Documents {
  // Documents that are not there are empty, so that a path into them leads somewhere.
  const target: Documents = structuredClone(current);
  for (const kind of CONFIG_KINDS) {
    if (kind !== 'TrustConfig') target[kind] ??= { apiVersion: CONFIG_API_VERSION, kind, spec: {} };
  }
  for (const operation of operations) {
    // One by one: those after one that fails are not to be applied.
    const [error] = applyPatch(target, [operation]);
    if (error) {
      const why =
        error.name === 'MissingError' ? 'there is nothing at its path, or at the map above it' : error.message;
      throw new UsageError(`${name}: ${operation.op} ${operation.path}: ${why}`);
    }
  }
  return target;
}

function mergeAll(current: Documents, patch: Documents): Documents {
  const merged: Documents = { ...current };
  for (const [kind, document] of Object.entries(patch)) {
    const before = current[kind] ?? { apiVersion: CONFIG_API_VERSION, kind, spec: {} };
    merged[kind] = merge(before, document, kind) as Record<string, unknown>;
  }
  return merged;
}

function merge(before: unknown, patch: unknown, path: string): unknown {
  if (Array.isArray(patch)) return mergeList(before, patch, path);
  if (!isMap(patch)) return patch;
  const { [DIRECTIVE]: directive, ...fields } = patch;
  const merged: Record<string, unknown> = isMap(before) && directive !== 'replace' ? { ...before } : {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) delete merged[name];
    else merged[name] = merge(merged[name], value, `${path}.${name}`);
  }
  return merged;
}

function mergeList(before: unknown, patch: readonly unknown[], path: string): readonly unknown[] {
  const keys = MERGE_KEYS[path];
  if (keys === undefined || !Array.isArray(before)) return patch.filter((item) => !isDeletion(item));
  const merged = [...before];
  for (const item of patch) {
    const at = merged.findIndex((each) => isMap(each) && isMap(item) && keys.every((key) => each[key] === item[key]));
    if (isDeletion(item)) {
      if (at >= 0) merged.splice(at, 1);
    } else if (at >= 0) merged[at] = merge(merged[at], item, path);
    else merged.push(item);
  }
  return merged;
}

const isDeletion = (item: unknown): boolean => isMap(item) && item[DIRECTIVE] === 'delete';
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
