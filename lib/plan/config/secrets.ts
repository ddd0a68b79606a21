/**
 * Secret values in layers. A layer refers to a Secret; what decides sees only the keyed digest that the nodes themselves make of the
 * value, so that another value is another configuration and nothing that is written gives it away. The value goes in where the
 * documents are sent.
 */
import { SECRET_PATHS } from '@talos/crds/config/canonical.ts';
import type { LayerConfig, SecretSource } from '@talos/crds/layer.ts';
import type { Layer } from './layers.ts';
import { fieldOf, isMap, type Json, type Path } from './path.ts';

/**
 * Of the Secrets that layers may refer to. Without it, whoever may write a layer could have any Secret of the operator's namespace
 * sent to a registry of their own.
 */
export const SECRET_TYPE = 'osctl.dev/node-config';

/** What is known of one key of a Secret. */
export type SecretKeyView =
  | { readonly kind: 'known'; readonly digest: string }
  /** No node has made its digest yet. */
  | { readonly kind: 'undigested' }
  /** Its value can't be used, and why; without the value. */
  | { readonly kind: 'unfit'; readonly why: string };

/** The Secrets that layers refer to, as far as they do. */
export interface SecretsView {
  readonly namespace: string;
  /** By name, then by key of its data; none where there is no such Secret, or no such key. */
  readonly secrets: ReadonlyMap<string, ReadonlyMap<string, SecretKeyView>>;
}

export interface SecretRef {
  readonly name: string;
  readonly key: string;
  /** The field that it is for. */
  readonly path: Path;
}

const isSource = (value: unknown): value is SecretSource => isMap(value) && isMap(value['secretKeyRef']);

/** In a stable order. */
export function secretRefsOf(config: LayerConfig | undefined): readonly SecretRef[] {
  const refs: SecretRef[] = [];
  mapSources(config ?? {}, (source, path) => {
    refs.push({ ...source.secretKeyRef, path });
    return source;
  });
  return refs;
}

export type Resolved =
  /** With a digest in each reference's place. */
  | { readonly kind: 'resolved'; readonly layer: Layer }
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'undigested' };

export function resolveSecrets(layer: Layer, { namespace, secrets }: SecretsView): Resolved {
  const { config } = layer;
  if (config === undefined) return { kind: 'resolved', layer };
  const problems: string[] = [];
  let undigested = false;
  const resolved = mapSources(config, ({ secretKeyRef: { name, key } }, path) => {
    const secret = secrets.get(name);
    const view = secret?.get(key);
    const problem = (why: string) => void problems.push(`${fieldOf(path)}: ${why}`);
    if (secret === undefined) {
      problem(`there is no Secret ${namespace}/${name} of the type ${SECRET_TYPE} (its key ${key} is asked for)`);
    } else if (view === undefined) problem(`the Secret ${namespace}/${name} has no key ${key}`);
    else if (view.kind === 'unfit') problem(`key ${key} of the Secret ${namespace}/${name} ${view.why}`);
    else if (view.kind === 'undigested') undigested = true;
    else return view.digest;
    return '';
  });
  if (problems.length > 0) return { kind: 'missing', message: problems.slice(0, 3).join('; ') };
  return undigested ? { kind: 'undigested' } : { kind: 'resolved', layer: { ...layer, config: resolved } };
}

/** A copy of the configuration; the same one where it refers to no Secret. */
function mapSources(config: LayerConfig, change: (source: SecretSource, path: Path) => unknown): LayerConfig {
  const walk = (value: unknown, pattern: readonly string[], path: Path): unknown => {
    const [name, ...rest] = pattern;
    if (name === undefined) return isSource(value) ? change(value, path) : value;
    if (!isMap(value)) return value;
    const names = name === '*' ? Object.keys(value).sort() : [name];
    const changed: Json = {};
    for (const one of names) {
      if (!Object.hasOwn(value, one)) continue;
      const next = walk(value[one], rest, [...path, one]);
      if (next !== value[one]) changed[one] = next;
    }
    return Object.keys(changed).length === 0 ? value : { ...value, ...changed };
  };
  return SECRET_PATHS.reduce<unknown>((value, pattern) => walk(value, pattern, []), config) as LayerConfig;
}
