/** Where the values of a node's configuration come from. */
import type { PublicDocuments } from '@talos/crds/config/index.ts';
import type { ManagedField } from '@talos/crds/nodestate.ts';
import { assignmentsOf, type Layer, layersOf, mergeLayers } from './layers.ts';
import { fieldOf, isMap, type Json, keyed, keysOfList, type Path, pathOf, pointerOf, valueAt } from './path.ts';

export interface Said {
  /** machine, nodeconfig/NAME, or node: what the node itself has, or had before a layer spoke. */
  readonly by: string;
  /** Of a NodeConfig. */
  readonly priority?: number;
  /** Absent: it is taken away, or there is nothing. */
  readonly value?: unknown;
  /** Whether this is what is wanted; one of them is. */
  readonly wins: boolean;
}

export interface ExplainedField {
  /** KubeletConfig.spec.extraConfig.maxPods */
  readonly field: string;
  /** The same as JSON pointer: /kubelet/extraConfig/maxPods */
  readonly pointer: string;
  /** Absent: it is not set. */
  readonly inForce?: unknown;
  /** Who speaks of it, the one that wins first. */
  readonly said: readonly Said[];
}

/** The field, or all below it. `documents` are those in force; none when there is no such field, and nobody speaks of it. */
export function explainField(
  path: Path,
  node: {
    readonly documents: PublicDocuments;
    readonly layers: readonly Layer[];
    readonly labels: Readonly<Record<string, string>>;
    readonly managed: readonly ManagedField[];
  },
): readonly ExplainedField[] {
  const root = keyed(node.documents);
  const layers = layersOf(node.layers, node.labels);
  const wanted = pointerOf(path);
  const isBelow = (pointer: string): boolean => pointer === wanted || pointer.startsWith(`${wanted}/`);
  const pointers = new Set([...leavesOf(root), ...mergeLayers(layers).keys()].filter(isBelow));
  return [...pointers].sort().map((pointer) => explain(pathOf(pointer), root, layers, node.managed));
}

function explain(path: Path, root: Json, layers: readonly Layer[], managed: readonly ManagedField[]): ExplainedField {
  const pointer = pointerOf(path);
  const inForce = valueAt(root, path);
  const spoken = layers.toReversed().flatMap((layer): readonly Omit<Said, 'wins'>[] => {
    const said = assignmentsOf(layer);
    const found =
      said.get(pointer) ??
      path.map((_, length) => said.get(pointerOf(path.slice(0, length)))).find((one) => one?.kind === 'remove');
    if (found === undefined) return [];
    const priority = layer.priority < 0 ? {} : { priority: layer.priority };
    return [{ by: layer.name, ...priority, ...(found.kind === 'set' ? { value: found.value } : {}) }];
  });
  const replaced = managed.find((one) => one.path === pointer && one.created !== true);
  const was = replaced?.was === undefined ? undefined : (JSON.parse(replaced.was) as unknown);
  // Where a layer speaks, what is in force is the layer's: the node's own is what was remembered.
  const own = spoken.length === 0 ? inForce : was;
  const all = [...spoken, ...(own === undefined && spoken.length > 0 ? [] : [{ by: 'node', ...some(own) }])];
  return {
    field: fieldOf(path),
    pointer,
    ...(inForce === undefined ? {} : { inForce }),
    said: all.map((one, index) => ({ ...one, wins: index === 0 })),
  };
}

const some = (value: unknown): { readonly value?: unknown } => (value === undefined ? {} : { value });

function leavesOf(root: Json): readonly string[] {
  const leaves: string[] = [];
  const walk = (value: unknown, path: Path): void => {
    const isItem = keysOfList(path.slice(0, -1)) !== undefined;
    if (isMap(value) && !isItem) for (const [name, child] of Object.entries(value)) walk(child, [...path, name]);
    else if (path.length > 1) leaves.push(pointerOf(path));
  };
  walk(root, []);
  return leaves;
}
