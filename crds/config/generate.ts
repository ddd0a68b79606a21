/**
 * Makes the validators of the documents: ajv's standalone code, so that neither ajv (11 MB of memory) nor the schema builder
 * is loaded on a node. Called by `npm run gen`; drift-checked.
 */
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { ClusterConfigSchema } from './cluster.ts';
import { KubeletConfigSchema } from './kubelet.ts';
import { NetworkConfigSchema } from './network.ts';
import { RegistryConfigSchema } from './registry.ts';
import { SystemConfigSchema } from './system.ts';
import { TrustConfigSchema } from './trust.ts';

export const CONFIG_SCHEMAS = {
  SystemConfig: SystemConfigSchema,
  NetworkConfig: NetworkConfigSchema,
  ClusterConfig: ClusterConfigSchema,
  KubeletConfig: KubeletConfigSchema,
  RegistryConfig: RegistryConfigSchema,
  TrustConfig: TrustConfigSchema,
} as const;

/** Unions of literals as enums: one error instead of one per member. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, ...rest } = schema as Record<string, unknown> & { anyOf?: { const?: string }[] };
  if (anyOf?.every((member) => typeof member.const === 'string')) {
    return { ...rest, type: 'string', enum: anyOf.map((member) => member.const) };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, plain(value)]));
}

/** Path (from the repository's root) → content. */
export async function generateConfigValidators(): Promise<Map<string, string>> {
  // verbose: errors carry their schema, from which come the known names and the words of what is expected.
  // unicode off: lengths in UTF-16 units, without ajv's helper; every bounded string here is far from its limit.
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
    schemas: Object.entries(CONFIG_SCHEMAS).map(([kind, schema]) => ({
      ...(plain(JSON.parse(JSON.stringify(schema))) as object),
      $id: kind,
    })),
    keywords: [{ keyword: 'secret', schemaType: 'boolean' }],
  });
  const kinds = Object.keys(CONFIG_SCHEMAS);
  const code = (standalone as unknown as { default: typeof standalone }).default as unknown as (
    ajv: Ajv,
    names: Record<string, string>,
  ) => string;
  const source = code(ajv, Object.fromEntries(kinds.map((kind) => [kind, kind])));
  if (/\brequire\(/.test(source)) throw new Error('a validator needs a helper of ajv at run time: change the schema');
  return new Map([
    ['crds/gen/config-validators.js', `// Generated from crds/config by npm run gen. Do not edit.\n${source}`],
    [
      'crds/gen/config-validators.d.ts',
      [
        '// Generated from crds/config by npm run gen. Do not edit.',
        "import type { ValidateFunction } from 'ajv';",
        '',
        ...kinds.map((kind) => `export declare const ${kind}: ValidateFunction;`),
        '',
      ].join('\n'),
    ],
  ]);
}
