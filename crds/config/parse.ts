/** YAML documents → NodeDocuments, or everything that is wrong with them. */
import { type Document, isAlias, isMap, isPair, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import { checkDocuments } from './check.ts';
import { ConfigError, type ConfigIssue, MAX_ISSUES, printable, suggest } from './issue.ts';
import {
  CONFIG_API_VERSION,
  CONFIG_KINDS,
  type ConfigKind,
  KIND_FIELDS,
  type NodeDocuments,
  type SubmittedDocuments,
} from './kinds.ts';
import { typeName, validateSpec } from './validate.ts';

export const MAX_CONFIG_BYTES = 1024 * 1024;
const MAX_DOCUMENTS = 32;
/** The deepest field of a schema is at 6; beyond this the parser's recursion is an attack. */
const MAX_DEPTH = 32;

export type ParseResult =
  | { readonly documents: SubmittedDocuments; readonly errors: readonly [] }
  | { readonly documents: undefined; readonly errors: readonly ConfigIssue[] };

/**
 * Reads and checks a whole configuration; trust may be left out.
 *
 * Guarantees: never throws; no issue carries a field's value; at most 20 issues. Input that names a kind twice, an unknown
 * kind or field, an alias, an anchor or a tag is refused.
 */
export function parseDocuments(text: string | Uint8Array): ParseResult {
  const errors: ConfigIssue[] = [];
  const specs = readSpecs(text, errors);
  if (errors.length === 0) {
    for (const kind of ['SystemConfig', 'ClusterConfig'] as const) {
      if (!specs.has(kind)) errors.push({ path: kind, message: 'is required: there is no document of this kind' });
    }
  }
  for (const [kind, spec] of specs) errors.push(...validateSpec(kind, spec));
  if (errors.length > 0) return failed(errors);

  const documents = assemble(specs);
  const issues = checkDocuments(documents);
  return issues.length > 0 ? failed(issues) : { documents, errors: [] };
}

/** For a node's own file: trust is required. Errors: ConfigError with every issue. */
export function parseNodeDocuments(text: string | Uint8Array): NodeDocuments {
  const result = parseDocuments(text);
  if (result.documents === undefined) throw new ConfigError(result.errors);
  const { trust, ...rest } = result.documents;
  if (trust === undefined) {
    throw new ConfigError([{ path: 'TrustConfig', message: 'is required: there is no document of this kind' }]);
  }
  return { ...rest, trust };
}

const failed = (errors: readonly ConfigIssue[]): ParseResult => ({
  documents: undefined,
  errors: errors.slice(0, MAX_ISSUES),
});

function assemble(specs: ReadonlyMap<ConfigKind, unknown>): SubmittedDocuments {
  const filled: Record<string, unknown> = { network: { nameservers: [] }, kubelet: {}, registry: {} };
  for (const [kind, spec] of specs) filled[KIND_FIELDS[kind]] = spec;
  return filled as unknown as SubmittedDocuments; // each spec has just passed its schema
}

function readSpecs(input: string | Uint8Array, errors: ConfigIssue[]): Map<ConfigKind, unknown> {
  const specs = new Map<ConfigKind, unknown>();
  const text = decode(input, errors);
  if (text === undefined) return specs;
  const parsed = parseYaml(text, errors);
  parsed.forEach((document, index) => {
    if (document.contents === null) return; // an empty document between two `---`
    readDocument(document, `document ${index + 1}`, specs, errors);
  });
  if (specs.size === 0 && errors.length === 0) {
    errors.push({
      path: 'configuration',
      message: `is empty; documents of kind ${CONFIG_KINDS.join(', ')} are expected`,
    });
  }
  return specs;
}

function decode(input: string | Uint8Array, errors: ConfigIssue[]): string | undefined {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > MAX_CONFIG_BYTES) {
    errors.push({ path: 'configuration', message: `is ${size} bytes long; at most ${MAX_CONFIG_BYTES} are allowed` });
    return undefined;
  }
  let text: string;
  try {
    text = typeof input === 'string' ? input : new TextDecoder('utf-8', { fatal: true }).decode(input);
  } catch {
    errors.push({ path: 'configuration', message: 'is not UTF-8 text' });
    return undefined;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)) {
    errors.push({ path: 'configuration', message: 'holds control characters: it is not YAML text' });
    return undefined;
  }
  return text;
}

function parseYaml(text: string, errors: ConfigIssue[]): readonly Document[] {
  const lines = new LineCounter();
  let documents: readonly Document[];
  try {
    const parsed = parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      strict: true,
      uniqueKeys: false, // the parser's own check is quadratic (80,000 keys: a minute); refuseFeatures does it with a set
      merge: false,
      prettyErrors: false,
      lineCounter: lines,
      logLevel: 'silent',
    });
    documents = Array.isArray(parsed) ? (parsed as Document[]) : [];
  } catch (error) {
    // The parser recurses: what got past the check above ends in a RangeError, not in a crash.
    const reason = error instanceof RangeError ? `is nested more than ${MAX_DEPTH} deep` : 'cannot be parsed as YAML';
    errors.push({ path: 'configuration', message: reason });
    return [];
  }
  if (documents.length > MAX_DOCUMENTS) {
    errors.push({
      path: 'configuration',
      message: `has ${documents.length} documents; at most ${MAX_DOCUMENTS} are allowed`,
    });
    return [];
  }
  for (const document of documents) {
    for (const problem of [...document.errors, ...document.warnings].slice(0, 3)) {
      const { line, col } = lines.linePos(problem.pos[0]);
      errors.push({
        path: `line ${line}, column ${col}`,
        message: `is not valid YAML (${YAML_PROBLEMS[problem.code] ?? problem.code})`,
      });
    }
  }
  return errors.length > 0 ? [] : documents;
}

/** The parser's own messages quote the text, which may be a secret. */
const YAML_PROBLEMS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'wrong indentation',
  TAB_AS_INDENT: 'a tab as indentation',
  RESOURCE_EXHAUSTION: 'nested too deep',
  MISSING_CHAR: 'a character such as a quote, a comma, a space or a bracket is missing',
  BLOCK_AS_IMPLICIT_KEY: 'a map inside a key: a missing quote, or wrong indentation',
  MULTILINE_IMPLICIT_KEY: 'a key over several lines: a colon is missing',
  UNEXPECTED_TOKEN: 'an unexpected character',
  TAG_RESOLVE_FAILED: 'a tag that is not known',
  KEY_OVER_1024_CHARS: 'a key longer than 1024 characters',
};

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Only maps, lists and plain values: everything of YAML that makes one byte into many, or a key into something else, is out. */
function refuseFeatures(document: Document, path: string, errors: ConfigIssue[]): void {
  const keys = new Map<unknown, Set<string>>();
  visit(document, (_key, node, ancestors) => {
    const complain = (message: string) => {
      errors.push({ path, message });
      return visit.BREAK;
    };
    if (ancestors.length > MAX_DEPTH * 2) return complain(`is nested more than ${MAX_DEPTH} deep`);
    if (isAlias(node)) return complain('uses a YAML alias (*name); write the value out');
    if (isPair(node)) {
      if (!isScalar(node.key) || typeof node.key.value !== 'string') {
        return complain('has a key that is not a string; quote numbers, booleans and null');
      }
      const map = ancestors.at(-1);
      const seen = keys.get(map) ?? new Set();
      keys.set(map, seen);
      if (seen.has(node.key.value))
        return complain(`has the key ${JSON.stringify(printable(node.key.value))} twice in one map`);
      seen.add(node.key.value);
      if (FORBIDDEN_KEYS.has(node.key.value)) return complain(`has the key ${node.key.value}, which is never a field`);
      return undefined;
    }
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (anchor !== undefined) return complain('uses a YAML anchor (&name); write the value out');
    if (tag !== undefined) return complain('uses a YAML tag (!name)');
    return undefined;
  });
}

function readDocument(document: Document, path: string, specs: Map<ConfigKind, unknown>, errors: ConfigIssue[]): void {
  const before = errors.length;
  refuseFeatures(document, path, errors);
  if (errors.length > before) return;
  if (!isMap(document.contents)) {
    errors.push({ path, message: 'must be a map with apiVersion, kind and spec' });
    return;
  }
  const value = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  const kind = value['kind'];
  if (typeof kind !== 'string') {
    errors.push({ path: `${path}.kind`, message: `must be one of ${CONFIG_KINDS.join(', ')}` });
    return;
  }
  if (!isKind(kind)) {
    errors.push({
      path: `${path}.kind`,
      message: `${JSON.stringify(printable(kind))} is not a kind${suggest(kind, CONFIG_KINDS)} (known: ${CONFIG_KINDS.join(', ')})`,
    });
    return;
  }
  if (value['apiVersion'] !== CONFIG_API_VERSION) {
    errors.push({ path: `${kind}.apiVersion`, message: `must be ${CONFIG_API_VERSION}` });
  }
  for (const name of Object.keys(value)) {
    if (name === 'apiVersion' || name === 'kind' || name === 'spec') continue;
    const known = ['apiVersion', 'kind', 'spec'];
    errors.push({
      path: `${kind}.${printable(name)}`,
      message: `is not a field${suggest(name, known)} (known: ${known.join(', ')})`,
    });
  }
  if (specs.has(kind)) {
    errors.push({ path: kind, message: 'is there twice: one document of a kind' });
    return;
  }
  const spec = value['spec'];
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    errors.push({ path: `${kind}.spec`, message: `must be a map, not ${typeName(spec)}` });
    return;
  }
  specs.set(kind, spec);
}

const isKind = (kind: string): kind is ConfigKind => Object.hasOwn(KIND_FIELDS, kind);
