/**
 * Layers of configuration and how they are merged: the Machine's below all, then that of the node's pool, then NodeConfigs by
 * priority, then by name. Maps are merged, lists with names item by item, everything else is replaced; what a layer removes is taken from all below it before
 * its own fields are set.
 */
import { canonicalJson } from '@talos/crds/config/canonical.ts';
import type { RolloutLayer } from '@talos/crds/rollout.ts';
import { selects } from '../wished/selector.ts';
import { isMap, keysOfList, nameOfItem, type Path, pathOf, pointerOf } from './path.ts';

export type Layer = RolloutLayer;
/** The name of Machine.spec.config as a layer. */
export const MACHINE_LAYER = 'machine';
export const MACHINE_PRIORITY = -2;

/** What layers say about one place. `by`: the layer that says it. */
export type Assignment =
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown; readonly by: string }
  | { readonly kind: 'remove'; readonly path: Path; readonly by: string };
/** By pointer. */
export type Merged = ReadonlyMap<string, Assignment>;

/** The lowest first. */
export function inLayerOrder(layers: readonly Layer[]): readonly Layer[] {
  return layers.toSorted((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Of layers in their order, those of a node. */
export function layersOf(layers: readonly Layer[], labels: Readonly<Record<string, string>>): readonly Layer[] {
  return layers.filter(({ nodeSelector }) => selects(nodeSelector, labels));
}

/** What one layer says. */
export function assignmentsOf({ name: by, config = {}, remove = [] }: Layer): Merged {
  const found = new Map<string, Assignment>();
  for (const pointer of remove) {
    const path = pathOf(pointer);
    found.set(pointerOf(path), { kind: 'remove', path, by });
  }
  const walk = (value: unknown, path: Path): void => {
    const keys = keysOfList(path);
    if (value === undefined || value === null) return;
    if (keys !== undefined && Array.isArray(value)) {
      for (const item of value) set([...path, nameOfItem(item, keys)], item);
    } else if (isMap(value)) {
      for (const [name, child] of Object.entries(value)) walk(child, [...path, name]);
    } else set(path, value);
  };
  const set = (path: Path, value: unknown) => found.set(pointerOf(path), { kind: 'set', path, value, by });
  walk(config, []);
  return found;
}

/** Guarantees: associative; the same for the same layers in the same order. */
export function merge(lower: Merged, upper: Merged): Merged {
  const removed = [...upper.values()].filter(({ kind }) => kind === 'remove').map(({ path }) => pointerOf(path));
  const kept = [...lower].filter(
    ([pointer]) => !removed.some((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`)),
  );
  // A set in place of a removal of the very same place keeps nothing of it: the value is replaced anyway.
  return new Map([...kept, ...upper]);
}

export const mergeLayers = (layers: readonly Layer[]): Merged =>
  layers.map(assignmentsOf).reduce(merge, new Map<string, Assignment>());

export interface Conflict {
  readonly path: Path;
  readonly layers: readonly [string, string];
}

/** Places about which layers of one priority say different things; `layers` are all of one node, in their order. */
export function conflictsOf(layers: readonly Layer[]): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [index, upper] of layers.entries()) {
    const said = assignmentsOf(upper);
    for (const lower of layers.slice(0, index)) {
      if (lower.priority !== upper.priority) continue;
      for (const [pointer, other] of assignmentsOf(lower)) {
        const mine = said.get(pointer) ?? removalAbove(said, other);
        if (mine === undefined || same(mine, other)) continue;
        conflicts.push({ path: other.path, layers: [lower.name, upper.name] });
      }
    }
  }
  return conflicts;
}

const removalAbove = (merged: Merged, { path }: Assignment): Assignment | undefined =>
  path
    .map((_, length) => merged.get(pointerOf(path.slice(0, length + 1))))
    .find((assignment) => assignment?.kind === 'remove');

const same = (a: Assignment, b: Assignment): boolean =>
  a.kind === b.kind && (a.kind !== 'set' || b.kind !== 'set' || canonicalJson(a.value) === canonicalJson(b.value));
