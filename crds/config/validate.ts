/** One document's `spec` against its schema, in words. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import * as validators from '../gen/config-validators.js';
import { type ConfigIssue, joinPath, MAX_ISSUES, suggest } from './issue.ts';
import type { ConfigKind } from './kinds.ts';

const VALIDATORS: Readonly<Record<ConfigKind, ValidateFunction>> = validators;

/** Guarantees: no issue carries a value from the document but names of fields. */
export function validateSpec(kind: ConfigKind, spec: unknown): ConfigIssue[] {
  const validate = VALIDATORS[kind];
  if (validate(spec)) return [];
  const errors = validate.errors ?? [];
  // The validator keeps its last errors: with them, the document (and its secrets) would stay in memory.
  validate.errors = null;
  const issues = new Map<string, ConfigIssue>();
  for (const error of errors) {
    if (error.keyword === 'propertyNames') continue; // the nested error says it better
    const issue = explain(kind, spec, error);
    issues.set(`${issue.path} ${issue.message}`, issue);
    if (issues.size === MAX_ISSUES) break;
  }
  return [...issues.values()];
}

function explain(kind: ConfigKind, spec: unknown, error: ErrorObject): ConfigIssue {
  const segments = pointer(spec, error.instancePath);
  const schema = (error.parentSchema ?? {}) as Schema;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required':
      return at(kind, [...segments, String(params['missingProperty'])], 'is required');
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const path = [...segments, name];
      if (schema.properties === undefined) return at(kind, path, `is not a valid name in ${expectation(schema)}`);
      const known = Object.keys(schema.properties);
      return at(kind, path, `is not a field${suggest(name, known)} (known: ${known.join(', ')})`);
    }
    case 'uniqueItems':
      return at(kind, segments, 'must not hold the same entry twice');
    case 'type':
      return at(kind, segments, `must be ${expectation(schema)}, not ${typeName(valueAt(spec, segments))}`);
    default:
      return at(kind, segments, `must be ${expectation(schema)}`);
  }
}

interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
const expectation = (schema: Schema): string => schema.description ?? `a ${schema.type ?? 'valid value'}`;

function at(kind: ConfigKind, segments: readonly (string | number)[], message: string): ConfigIssue {
  return { path: joinPath(kind, ['spec', ...segments]), message: printableMessage(message) };
}
const printableMessage = (message: string): string => message.slice(0, 1000);

/** JSON pointer → names and, where the document has a list, indices. */
function pointer(spec: unknown, instancePath: string): (string | number)[] {
  const segments: (string | number)[] = [];
  let value = spec;
  for (const raw of instancePath.split('/').slice(1)) {
    const name = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    segments.push(Array.isArray(value) ? Number(name) : name);
    value = child(value, name);
  }
  return segments;
}
const child = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[name] : undefined;
const valueAt = (value: unknown, segments: readonly (string | number)[]): unknown => segments.reduce(child, value);

export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `a ${typeof value}`;
}
