/**
 * Makes everything that is derived from the kinds: CustomResourceDefinitions (crds/manifests), standalone validators
 * (crds/gen) and pages of the docs (docs/reference/crds).
 */
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { stringify } from 'yaml';
import { machine } from './machine.ts';
import { nodeConfig } from './nodeconfig.ts';
import { nodePool } from './nodepool.ts';
import { nodeState } from './nodestate.ts';
import { rollout } from './rollout.ts';
import { apiVersion, group, type Kind, type Rule, version } from './schema.ts';

// The package is CommonJS whose types say otherwise: the function itself is under default.
const standaloneCode = createRequire(import.meta.url)('ajv/dist/standalone').default as (
  ajv: unknown,
  validate: unknown,
) => string;

export const kinds: readonly Kind[] = [machine, nodeConfig, nodePool, nodeState, rollout];

type Json = { [key: string]: unknown };

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** The schema of the whole object as the apiserver takes it: structural, with the CEL rules in place. */
export function structuralSchema(kind: Kind): Json {
  const root: Json = {
    type: 'object',
    description: kind.summary,
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: structural(plain(kind.spec)),
      status: structural(plain(kind.status)),
    },
    ...(kind.specRequired ? { required: ['spec'] } : {}),
  };
  for (const rule of kind.rules) addRule(root, rule);
  return root;
}

/**
 * What a CustomResourceDefinition can't say in JSON schema, said its way: the names of a map's entries by CEL, different
 * entries of a list by the list's type, no further fields by leaving that out.
 */
function structural(schema: Json): Json {
  const { patternProperties, additionalProperties, uniqueItems, secret: _, ...out } = schema;
  for (const [key, value] of Object.entries(out)) {
    if (key === 'items') out[key] = structural(value as Json);
    if (key === 'properties') {
      const children = Object.entries(value as Json).map(([name, child]) => [name, structural(child as Json)]);
      out[key] = Object.fromEntries(children);
    }
  }
  if (uniqueItems === true) out['x-kubernetes-list-type'] = 'set';
  if (typeof additionalProperties === 'object') out['additionalProperties'] = additionalProperties;
  for (const [pattern, child] of Object.entries((patternProperties ?? {}) as Json)) {
    out['additionalProperties'] = structural(child as Json);
    const rule = `self.all(name, name.matches(r'${pattern}'))`;
    out['x-kubernetes-validations'] = [{ rule, message: `every name must match ${pattern}` }];
  }
  return out;
}

function addRule(root: Json, rule: Rule): void {
  let at = root;
  for (const part of rule.at.split('/').slice(1)) {
    const next = (at['properties'] as Json | undefined)?.[part];
    if (next === undefined) throw new Error(`a rule points to ${rule.at}, which the schema does not have`);
    at = next as Json;
  }
  const list = (at['x-kubernetes-validations'] ?? []) as unknown[];
  // fieldPath can't point into metadata, of which CEL sees only the name.
  const fieldPath =
    rule.field !== undefined && !rule.field.startsWith('metadata') ? { fieldPath: `.${rule.field}` } : {};
  list.push({ rule: rule.cel, message: rule.message, ...fieldPath });
  at['x-kubernetes-validations'] = list;
}

/** The same for ajv: unknown fields are refused, as the apiserver does under strict field validation. */
export function strictSchema(kind: Kind): Json {
  const root: Json = {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', ...(kind.specRequired ? ['spec'] : [])],
    properties: {
      apiVersion: { type: 'string', const: apiVersion },
      kind: { type: 'string', const: kind.kind },
      metadata: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 1, maxLength: 253 } },
      },
      spec: closed(plain(kind.spec)),
      status: closed(plain(kind.status)),
    },
  };
  root['additionalProperties'] = false;
  return root;
}

function closed(schema: Json): Json {
  const out: Json = {};
  for (const [key, value] of Object.entries(schema)) {
    // Times carry a pattern beside their format; the rest is the apiserver's.
    if (key === 'format' || key === 'description' || key === 'default' || key.startsWith('x-kubernetes-')) continue;
    if (key === 'secret') continue;
    if (key === 'properties') {
      out[key] = Object.fromEntries(
        Object.entries(value as Json).map(([name, child]) => [name, closed(child as Json)]),
      );
    } else if (key === 'patternProperties') {
      out[key] = Object.fromEntries(
        Object.entries(value as Json).map(([name, child]) => [name, closed(child as Json)]),
      );
    } else if (key === 'items') out[key] = closed(value as Json);
    else out[key] = value;
  }
  if (out['properties'] !== undefined) out['additionalProperties'] = false;
  return out;
}

export function customResourceDefinition(kind: Kind): Json {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${kind.plural}.${group}`, labels: { 'app.kubernetes.io/part-of': 'talos' } },
    spec: {
      group,
      scope: 'Cluster',
      names: {
        kind: kind.kind,
        listKind: `${kind.kind}List`,
        plural: kind.plural,
        singular: kind.singular,
        ...(kind.shortNames.length > 0 ? { shortNames: [...kind.shortNames] } : {}),
        categories: ['talos'],
      },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          additionalPrinterColumns: kind.columns.map((column) => ({ ...column })),
          schema: { openAPIV3Schema: structuralSchema(kind) },
        },
      ],
    },
  };
}

function validatorSource(kind: Kind): string {
  // unicode: false counts UTF-16 units: never more lenient than the apiserver, and the code needs no import.
  const ajv = new Ajv2020({
    allErrors: true,
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, ajv.compile(strictSchema(kind)));
  if (code.includes('require(')) throw new Error(`the validator of ${kind.kind} would need ajv at run time`);
  return `// Generated from crds/${kind.singular}.ts by \`npm run gen\`. Do not edit.\n${code.replace(/^"use strict";/, '')}\n`;
}

function validatorTypes(kind: Kind): string {
  return `// Generated from crds/${kind.singular}.ts by \`npm run gen\`. Do not edit.
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
export declare const validate: ((data: unknown) => boolean) & { readonly errors?: readonly SchemaError[] | null };
`;
}

function docsPage(kind: Kind): string {
  const rows: string[] = [];
  const walk = (schema: Json, path: string): void => {
    const required = new Set((schema['required'] ?? []) as string[]);
    for (const [key, value] of Object.entries((schema['properties'] ?? {}) as Json)) {
      const child = value as Json;
      const items = child['items'] as Json | undefined;
      const at = `${path}.${key}${items === undefined ? '' : '[]'}`;
      const own = child['x-kubernetes-int-or-string'] === true ? 'integer or percentage' : String(child['type']);
      const type = items === undefined ? own : `list of ${String(items['type'])}`;
      const notes = [
        child['description'] ?? '',
        Array.isArray(child['enum']) ? `One of ${(child['enum'] as string[]).map((v) => `\`${v}\``).join(', ')}.` : '',
        child['default'] !== undefined && typeof child['default'] !== 'object'
          ? `Default \`${String(child['default'])}\`.`
          : '',
        required.has(key) ? 'Required.' : '',
      ].filter((note) => note !== '');
      rows.push(`| \`${at.slice(1)}\` | ${type} | ${notes.join(' ').replaceAll('|', '\\|')} |`);
      walk(items ?? child, at);
      const entries = child['additionalProperties'];
      if (typeof entries === 'object' && entries !== null) walk(entries as Json, `${at}.*`);
    }
  };
  walk(structuralSchema(kind), '');
  const rules = kind.rules.map(
    (rule) =>
      `- \`${rule.at === '' ? (rule.field ?? '') : `${rule.at.slice(1).replaceAll('/', '.')}.${rule.field ?? ''}`}\`: ${rule.message}`,
  );
  return `<!-- Generated from crds/${kind.singular}.ts by \`npm run gen\`. Do not edit. -->
# ${kind.kind}

${kind.summary}

- \`apiVersion: ${apiVersion}\`, \`kind: ${kind.kind}\`, cluster-scoped
- \`kubectl get ${kind.plural}\`${kind.shortNames.length > 0 ? ` (short: ${kind.shortNames.map((n) => `\`${n}\``).join(', ')})` : ''}, or all of ours: \`kubectl get talos\`
- Written by: ${kind.writtenBy}

\`\`\`yaml
${kind.example}\`\`\`

## Fields

| field | type | |
| --- | --- | --- |
${rows.filter((row) => !/^\| `(apiVersion|kind|metadata)`/.test(row)).join('\n')}

## Rules

${rules.join('\n')}
`;
}

/** Path from the project's root → content, for every generated file. */
export async function generateCrds(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const header = '# Generated from crds/*.ts by `npm run gen`. Do not edit.\n';
  for (const kind of kinds) {
    files.set(
      `crds/manifests/${kind.plural}.yaml`,
      header + stringify(customResourceDefinition(kind), { lineWidth: 0, aliasDuplicateObjects: false }),
    );
    files.set(`crds/gen/${kind.singular}.js`, validatorSource(kind));
    files.set(`crds/gen/${kind.singular}.d.ts`, validatorTypes(kind));
    files.set(`docs/reference/crds/${kind.singular}.md`, docsPage(kind));
  }
  files.set(
    'crds/manifests/kustomization.yaml',
    header +
      stringify({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: kinds.map((kind) => `${kind.plural}.yaml`),
      }),
  );
  return files;
}
