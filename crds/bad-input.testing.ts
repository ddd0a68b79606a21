/**
 * For every field of a schema what must be refused of it: another type, out of range, of a wrong form, too much of it, a field that there is
 * not. Made from the schema itself, so that a new field is in the table the day that it is there.
 */
type Json = { readonly [key: string]: unknown };

export interface BadInput {
  /** Of the field that the refusal must name. */
  readonly field: string;
  readonly what: string;
  /** The root with this one bad value in it. */
  readonly value: unknown;
  /** A list with two items of one name, which only an apiserver looks for. */
  readonly apiserverOnly?: true;
}

/** `wrap` puts a value where the schema is. */
export function badInputs(schema: Json, field: string, wrap: (value: unknown) => unknown): readonly BadInput[] {
  const bad = (what: string, value: unknown, at = field): BadInput => ({ field: at, what, value: wrap(value) });
  const { type } = schema;
  const choices = schema['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return [bad('another word', 'nonsense'), bad('a number', 7)];
  if (schema['x-kubernetes-int-or-string'] === true) {
    const { minimum, maximum } = schema as { readonly minimum: number; readonly maximum: number };
    return [
      bad('a boolean', true),
      bad('too small', minimum - 1),
      bad('too large', maximum + 1),
      bad('of another form', '101%'),
    ];
  }
  switch (type) {
    case 'boolean':
      return [bad('a string', 'yes'), bad('a number', 1)];
    case 'integer': {
      const { minimum, maximum } = schema as { readonly minimum: number; readonly maximum: number };
      return [
        bad('a string', '1'),
        bad('half', minimum + 0.5),
        bad('too small', minimum - 1),
        bad('too large', maximum + 1),
      ];
    }
    case 'string': {
      const { maxLength, pattern } = schema as { readonly maxLength: number; readonly pattern?: string };
      const ugly = ['\n', ' ', '!'].find((text) => pattern !== undefined && !new RegExp(pattern).test(text));
      return [
        bad('a number', 7),
        bad('a map', {}),
        bad('too long', 'a'.repeat(maxLength + 1)),
        ...(ugly === undefined ? [] : [bad('of another form', ugly)]),
      ];
    }
    case 'array':
      return ofArray(schema, field, wrap, bad);
    case 'object':
      return ofMap(schema, field, wrap, bad);
    default:
      throw new Error(`${field} has a type that no table is for: ${JSON.stringify(type)}`);
  }
}

type Bad = (what: string, value: unknown, at?: string) => BadInput;

function ofArray(schema: Json, field: string, wrap: (value: unknown) => unknown, bad: Bad): readonly BadInput[] {
  const items = schema['items'] as Json;
  const { maxItems, minItems = 0 } = schema as { readonly maxItems: number; readonly minItems?: number };
  const one = goodValue(items);
  const isKeyed = schema['x-kubernetes-list-type'] === 'map';
  return [
    bad('a string', 'text'),
    bad('a map', {}),
    bad('too many', Array(maxItems + 1).fill(one)),
    ...(minItems > 0 ? [bad('too few', [])] : []),
    ...(schema['uniqueItems'] === true ? [bad('one twice', [one, one])] : []),
    ...(isKeyed ? [{ ...bad('one name twice', [one, one]), apiserverOnly: true as const }] : []),
    ...badInputs(items, `${field}[0]`, (value) => wrap([value])),
  ];
}

function ofMap(schema: Json, field: string, wrap: (value: unknown) => unknown, bad: Bad): readonly BadInput[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>;
  const [pattern, entry] =
    Object.entries((schema['patternProperties'] ?? {}) as Readonly<Record<string, Json>>)[0] ?? [];
  const required = (schema['required'] ?? []) as readonly string[];
  const whole = goodValue(schema) as Json;
  const rows = [bad('a string', 'text'), bad('a list', [])];
  if (pattern !== undefined && entry !== undefined) {
    const most = schema['maxProperties'] as number;
    const names = namesFor(pattern, most + 1);
    const value = goodValue(entry);
    const [name = ''] = names;
    rows.push(bad('a name of another form', { '!': value }));
    if (names.length > most) {
      rows.push(bad('too many', Object.fromEntries(names.map((one) => [one, value]))));
    }
    rows.push(...badInputs(entry, `${field}.${name}`, (inner) => wrap({ [name]: inner })));
    return rows;
  }
  rows.push(bad('a field that there is not', { ...whole, nonsense: 1 }, `${field}.nonsense`));
  for (const name of required) {
    const { [name]: _, ...rest } = whole;
    rows.push(bad(`without ${name}`, rest, `${field}.${name}`));
  }
  for (const [name, child] of Object.entries(properties)) {
    rows.push(...badInputs(child, `${field}.${name}`, (inner) => wrap({ ...whole, [name]: inner })));
  }
  return rows;
}

const TEXTS = [
  '1',
  '10.5.0.2',
  'a.example',
  '5%',
  '90s',
  'a',
  'https://api.example:6443',
  '/system/sysctls',
  '0 2 * * 6',
  '2026-01-01T00:00:00Z',
  'a/b',
];
const NAMES = ['a', 'vm.a', 'a.example', 'memory.available', 'cpu'];

/** The least that the schema takes. */
function goodValue(schema: Json): unknown {
  const choices = schema['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return choices[0];
  switch (schema['type']) {
    case 'boolean':
      return true;
    case 'integer':
      return schema['minimum'];
    case 'string':
      return matching(TEXTS, String(schema['pattern'] ?? '')) ?? '';
    case 'array':
      return Array.from({ length: (schema['minItems'] as number | undefined) ?? 0 }, () =>
        goodValue(schema['items'] as Json),
      );
    default: {
      const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>;
      const required = (schema['required'] ?? []) as readonly string[];
      return Object.fromEntries(required.map((name) => [name, goodValue(properties[name] ?? {})]));
    }
  }
}

const matching = (texts: readonly string[], pattern: string): string | undefined =>
  texts.find((text) => new RegExp(pattern).test(text));

function namesFor(pattern: string, count: number): readonly string[] {
  const base = matching(NAMES, pattern);
  if (base === undefined) throw new Error(`no name is known that matches ${pattern}`);
  const more = Array.from({ length: count - 1 }, (_, index) => `${base}${index}`);
  return [base, ...more.filter((name) => new RegExp(pattern).test(name))];
}

/** Of everything that people may write of a layer, and of all of a NodePool, as objects. */
export function badLayers(
  kind: 'Machine' | 'NodeConfig' | 'NodePool',
  spec: Json,
): readonly (BadInput & { readonly object: Json })[] {
  const properties = spec['properties'] as Readonly<Record<string, Json>>;
  const own = {
    Machine: { os: { image: 'osctl.dev/talos:1' } },
    NodeConfig: {},
    NodePool: { nodeSelector: { matchLabels: { a: 'b' } } },
  }[kind];
  const name = kind === 'Machine' ? 'cluster' : 'bad';
  const fields = Object.entries(properties).filter(([field]) => kind !== 'Machine' || field === 'config');
  return fields
    .flatMap(([field, schema]) => badInputs(schema, `spec.${field}`, (value) => ({ ...own, [field]: value })))
    .map((input) => ({
      ...input,
      object: { apiVersion: 'osctl.dev/v1alpha1', kind, metadata: { name }, spec: input.value },
    }));
}
