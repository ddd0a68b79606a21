/**
 * What a layer of node configuration may say: the agent's own schemas of its documents, made into a layer's. Nothing is required
 * and nothing has a default, so that a layer holds what its author wrote and no more.
 *
 * Left out is what is the node's own, and not for a layer: who it is (name, role), its trust, and the ranges of addresses that
 * the cluster was made with. Where the agent's schema has a secret value, a layer has a reference to a Secret.
 */
import { type TSchema, Type } from 'typebox';
import { type ClusterConfig, ClusterConfigSchema } from './config/cluster.ts';
import { type KubeletConfig, KubeletConfigSchema } from './config/kubelet.ts';
import { type NetworkConfig, NetworkConfigSchema } from './config/network.ts';
import { type RegistryConfig, RegistryConfigSchema } from './config/registry.ts';
import { type SystemConfig, SystemConfigSchema } from './config/system.ts';
import { listOf } from './schema.ts';

type Json = { [key: string]: unknown };
/** In place of a secret value. */
export interface SecretSource {
  readonly secretKeyRef: { readonly name: string; readonly key: string };
}
/** What a layer says in place of a secret value; in a Rollout, the keyed digest that the nodes make of it. */
export type SecretValue = SecretSource | string;
type Auth = NonNullable<RegistryConfig['auth']>[string];

type DeepPartial<T> = T extends readonly (infer E)[]
  ? readonly E[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

export interface LayerConfig {
  readonly system?: DeepPartial<Pick<SystemConfig, 'sysctls'>>;
  readonly network?: DeepPartial<NetworkConfig>;
  readonly cluster?: DeepPartial<Pick<ClusterConfig, 'endpoint' | 'controlPlanes' | 'dnsDomain'>>;
  readonly kubelet?: DeepPartial<KubeletConfig>;
  readonly registry?: DeepPartial<Pick<RegistryConfig, 'mirrors'>> & {
    readonly auth?: Readonly<Record<string, DeepPartial<Omit<Auth, 'password'>> & { readonly password?: SecretValue }>>;
  };
}

/** Lists whose items are merged by what names them; every other list is one value. */
export const KEYED_LISTS: readonly { readonly path: readonly string[]; readonly keys: readonly string[] }[] = [
  { path: ['network', 'hosts'], keys: ['address'] },
  { path: ['kubelet', 'registerWithTaints'], keys: ['key', 'effect'] },
];

const SECRET_SOURCE: Json = {
  type: 'object',
  description: 'Where the secret value is.',
  properties: {
    secretKeyRef: {
      type: 'object',
      description:
        "A key of a Secret of the type osctl.dev/node-config in the operator's namespace. Its value is sent to the nodes and shown nowhere.",
      properties: {
        name: {
          type: 'string',
          description: 'Name of the Secret.',
          pattern: '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$',
          maxLength: 253,
        },
        key: { type: 'string', description: 'Key of its data.', pattern: '^[A-Za-z0-9._-]+$', maxLength: 253 },
      },
      required: ['name', 'key'],
    },
  },
  required: ['secretKeyRef'],
};

export const LayerConfigSchema = Type.Unsafe<LayerConfig>({
  type: 'object',
  description:
    'Fields of the documents of a node’s configuration: maps are merged, lists by what names their items, everything else is replaced.',
  properties: {
    system: layerOf(SystemConfigSchema, ['system'], ['sysctls']),
    network: layerOf(NetworkConfigSchema, ['network']),
    cluster: layerOf(ClusterConfigSchema, ['cluster'], ['endpoint', 'controlPlanes', 'dnsDomain']),
    kubelet: layerOf(KubeletConfigSchema, ['kubelet']),
    registry: layerOf(RegistryConfigSchema, ['registry']),
  },
});

/** JSON pointers of what may be taken away: fields that a node can be without. */
export const LayerRemove = listOf(
  Type.String({
    pattern: `^${removable({
      system: pick(SystemConfigSchema, ['sysctls']),
      network: NetworkConfigSchema,
      kubelet: KubeletConfigSchema,
      registry: RegistryConfigSchema,
    })}$`,
    maxLength: 512,
    description: 'JSON pointer of a field, e.g. /kubelet/extraConfig/maxPods.',
  }),
  64,
  'What lower layers and the node itself say and that shall not be, as JSON pointers. Items of merged lists go by what names them: /network/hosts/10.5.0.9.',
);

/** A regular expression for pointers below these documents, of what the agent does not require. */
function removable(documents: Readonly<Record<string, unknown>>): string {
  const named = Object.entries(documents).map(
    ([name, document]) => `/${name}${optionalBelow(document as Json, [name])}`,
  );
  return `(${named.join('|')})`;
}

function optionalBelow(schema: Json, path: readonly string[]): string {
  const required = (schema['required'] ?? []) as readonly string[];
  const name = '/([^/~]|~[01])+';
  const fields = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Json>>).flatMap(
    ([field, child]) => {
      const below = optionalBelow(child, [...path, field]);
      if (required.includes(field)) return below === '' ? [] : [`/${field}${below}`];
      return [`/${field}${below === '' ? '' : `(${below})?`}`];
    },
  );
  if (fields.length > 0) return fields.length === 1 ? (fields[0] ?? '') : `(${fields.join('|')})`;
  return schema['patternProperties'] !== undefined || isKeyed(path) ? name : '';
}

function isKeyed(path: readonly string[]): boolean {
  return KEYED_LISTS.some((list) => list.path.join('/') === path.join('/'));
}

function pick(schema: TSchema, fields: readonly string[]): Json {
  const { properties, ...rest } = schema as unknown as Json & { properties: Json };
  return { ...rest, properties: Object.fromEntries(fields.map((field) => [field, properties[field]])) };
}

/** `fields`: those that a layer may have, at the first level; without it all. */
function layerOf(schema: TSchema, path: readonly string[], fields?: readonly string[]): Json {
  const { properties, required: _, ...rest } = JSON.parse(JSON.stringify(schema)) as Json & { properties: Json };
  const kept = Object.entries(properties).filter(([name]) => fields === undefined || fields.includes(name));
  return loose({ ...rest, properties: Object.fromEntries(kept) }, path);
}

/** Without `required` on the way down maps; an item of a list is a whole value and keeps its own. */
function loose(schema: Json, path: readonly string[]): Json {
  if (schema['secret'] === true) return SECRET_SOURCE;
  const { required: _, ...rest } = schema;
  const under = (key: 'properties' | 'patternProperties'): Json => {
    const children = rest[key] as Record<string, Json> | undefined;
    if (children === undefined) return {};
    return {
      [key]: Object.fromEntries(Object.entries(children).map(([name, child]) => [name, loose(child, [...path, name])])),
    };
  };
  const keys = KEYED_LISTS.find((list) => list.path.join('/') === path.join('/'))?.keys;
  return {
    ...enumerated(rest),
    ...under('properties'),
    ...under('patternProperties'),
    ...(rest['items'] === undefined ? {} : { items: whole(rest['items'] as Json) }),
    ...(keys === undefined ? {} : { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': [...keys] }),
  };
}

function whole(schema: Json): Json {
  const properties = schema['properties'] as Record<string, Json> | undefined;
  if (properties === undefined) return enumerated(schema);
  const children = Object.entries(properties).map(([name, child]) => [name, whole(child)]);
  return { ...schema, properties: Object.fromEntries(children) };
}

/** A union of literals as an enum: that is all that a CustomResourceDefinition knows. */
function enumerated(schema: Json): Json {
  const { anyOf, ...rest } = schema as Json & { anyOf?: readonly { readonly const?: string }[] };
  if (anyOf === undefined) return schema;
  return { ...rest, type: 'string', enum: anyOf.map((member) => member.const) };
}
