/**
 * Places in a node's documents. Lists whose items have names are maps of these names here, so that one item is a place like any
 * other; every other list is one value.
 */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import { joinPath } from '@talos/crds/config/issue.ts';
import { KIND_FIELDS } from '@talos/crds/config/kinds.ts';
import { KEYED_LISTS } from '@talos/crds/layer.ts';

/** From the document's field (`kubelet`) down. */
export type Path = readonly string[];
export type Json = { [name: string]: unknown };

/** RFC 6901. */
export const pointerOf = (path: Path): string =>
  path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

/** As errors and diffs name it: `KubeletConfig.spec.extraConfig.maxPods`. */
export function fieldOf([document = '', ...rest]: Path): string {
  const kind = Object.entries(KIND_FIELDS).find(([, field]) => field === document)?.[0] ?? document;
  return joinPath(kind, ['spec', ...rest]);
}

/** From what a person writes: a pointer, `kubelet.extraConfig.maxPods`, or as `fieldOf` says it. */
export function pathOfField(field: string): Path {
  if (field.startsWith('/')) return pathOf(field);
  const names = [...field.matchAll(/\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(
    ([, quoted, plain]) => plain ?? (JSON.parse(`"${quoted}"`) as string),
  );
  const document = (KIND_FIELDS as Readonly<Record<string, string>>)[names[0] ?? ''];
  if (document === undefined) return names;
  return [document, ...names.slice(names[1] === 'spec' ? 2 : 1)];
}

export const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names by which items of the list at this path are told apart; undefined where it is one value. */
export function keysOfList(path: Path): readonly string[] | undefined {
  return KEYED_LISTS.find((list) => list.path.length === path.length && list.path.every((name, i) => name === path[i]))
    ?.keys;
}

export const nameOfItem = (item: unknown, keys: readonly string[]): string =>
  keys.map((key) => (isMap(item) ? String(item[key] ?? '') : '')).join(':');

/** A copy in which lists with names are maps. Two items of one name, which a file may have, are kept apart. */
export function keyed(documents: PublicDocuments): Json {
  const copy = structuredClone(documents) as unknown as Json;
  for (const { path, keys } of KEYED_LISTS) {
    const parent = parentOf(copy, path);
    const list = parent?.[path.at(-1) ?? ''];
    if (parent === undefined || !Array.isArray(list)) continue;
    const items: Json = {};
    for (const item of list) {
      let name = nameOfItem(item, keys);
      while (Object.hasOwn(items, name)) name += '#';
      items[name] = item;
    }
    parent[path.at(-1) ?? ''] = items;
  }
  return copy;
}

/** The way back; changes `copy`. */
export function unkeyed(copy: Json): PublicDocuments {
  for (const { path } of KEYED_LISTS) {
    const parent = parentOf(copy, path);
    const items = parent?.[path.at(-1) ?? ''];
    if (parent !== undefined && isMap(items)) parent[path.at(-1) ?? ''] = Object.values(items);
  }
  return copy as unknown as PublicDocuments;
}

export function valueAt(root: Json, path: Path): unknown {
  let value: unknown = root;
  for (const name of path) {
    if (!isMap(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

export function parentOf(root: Json, path: Path): Json | undefined {
  const parent = valueAt(root, path.slice(0, -1));
  return isMap(parent) ? parent : undefined;
}
