/**
 * What was changed on nodes, as layers of the cluster: each wins over what layers say of those fields now, on those nodes. Pure.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, SECRET_PATHS } from '@talos/crds/config/canonical.ts';
import type { LayerConfig } from '@talos/crds/layer.ts';
import type { NodeConfig, NodeConfigSpec } from '@talos/crds/nodeconfig.ts';
import type { ExplainedField } from '@talos/lib/plan/config/explain.ts';
import { type Assignment, assignmentsOf, type Merged, merge } from '@talos/lib/plan/config/layers.ts';
import { isMap, type Json, type Path, pathOf, pointerOf, unkeyed } from '@talos/lib/plan/config/path.ts';
import { UsageError } from '../context.ts';

export interface ChangedNode {
  readonly name: string;
  /** Of the label kubernetes.io/hostname. */
  readonly hostname: string;
  readonly fields: readonly ExplainedField[];
}

export interface Adoption {
  readonly layers: readonly NodeConfig[];
  /** Fields whose values no layer can hold, as sentences. */
  readonly left: readonly string[];
}

const HIGHEST = 1000;

/** What a node has that is not what layers say of it. `all`: also what no layer speaks of. */
export function changedFields(fields: readonly ExplainedField[], all: boolean): readonly ExplainedField[] {
  return fields.filter(({ inForce, said }) => {
    const [winner] = said;
    if (winner === undefined || winner.by === 'node') return all && inForce !== undefined;
    return canonicalJson(winner.value) !== canonicalJson(inForce);
  });
}

/**
 * One layer for all nodes with the same changes. One of that name that is there already goes on, with what is new.
 * Errors: UsageError when it can't be a layer of its own.
 */
export function adopt(
  nodes: readonly ChangedNode[],
  existing: readonly NodeConfig[],
  options: { readonly name?: string; readonly everyNode: boolean },
): Adoption {
  const left: string[] = [];
  const groups = new Map<string, { readonly nodes: ChangedNode[]; readonly said: Merged; readonly over: Over }>();
  for (const node of nodes) {
    const kept = node.fields.filter(({ field, pointer }) => {
      if (!isSecret(pathOf(pointer))) return true;
      left.push(`${field} of ${node.name} is secret: put its value into a Secret and refer to that with secretKeyRef`);
      return false;
    });
    if (kept.length === 0) continue;
    const said = new Map(kept.map((field) => [field.pointer, assignmentOf(field)]));
    const key = canonicalJson([...said].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const over = kept.flatMap((field) => field.said.flatMap(({ by, priority }) => ({ by, priority: priority ?? -1 })));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { nodes: [node], said, over });
    else groups.set(key, { nodes: [...group.nodes, node], said, over: [...group.over, ...over] });
  }
  if (groups.size > 1 && (options.name !== undefined || options.everyNode)) {
    throw new UsageError('these nodes were changed in different ways: adopt them one by one, or name the fields');
  }
  const layers = [...groups.values()].map(({ nodes: same, said, over }) => {
    const name = options.name ?? nameFor(same, options.everyNode);
    const before = existing.find(({ metadata }) => metadata.name === name);
    return layerOf(name, options.everyNode ? undefined : selectorFor(same), said, over, before);
  });
  return { layers, left };
}

type Over = readonly { readonly by: string; readonly priority: number }[];

function layerOf(
  name: string,
  nodeSelector: NodeConfigSpec['nodeSelector'],
  said: Merged,
  over: Over,
  before: NodeConfig | undefined,
): NodeConfig {
  if (before !== undefined && canonicalJson(before.spec.nodeSelector) !== canonicalJson(nodeSelector)) {
    throw new UsageError(`NodeConfig ${name} is for other nodes; name another layer with --name`);
  }
  const others = over.filter(({ by }) => by !== `nodeconfig/${name}`).map((one) => one.priority + 1);
  const priority = Math.max(0, before?.spec.priority ?? 0, ...others);
  if (priority > HIGHEST) {
    const { by } = over.find((one) => one.priority === HIGHEST) ?? { by: 'a layer' };
    throw new UsageError(`${by} has the highest priority that there is: lower it, or write the change into it`);
  }
  const former = before === undefined ? new Map() : assignmentsOf({ ...before.spec, name, priority });
  return {
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'NodeConfig',
    metadata: { name },
    spec: { ...(nodeSelector === undefined ? {} : { nodeSelector }), priority, ...contentOf(merge(former, said)) },
  };
}

function assignmentOf({ pointer, inForce }: ExplainedField): Assignment {
  const path = pathOf(pointer);
  const by = '';
  return inForce === undefined ? { kind: 'remove', path, by } : { kind: 'set', path, value: inForce, by };
}

function contentOf(said: Merged): Pick<NodeConfigSpec, 'config' | 'remove'> {
  const config: Json = {};
  const remove: string[] = [];
  for (const assignment of [...said.values()].toSorted((a, b) => (pointerOf(a.path) < pointerOf(b.path) ? -1 : 1))) {
    if (assignment.kind === 'remove') remove.push(pointerOf(assignment.path));
    else put(config, assignment.path, assignment.value);
  }
  return {
    ...(Object.keys(config).length === 0 ? {} : { config: unkeyed(config) as unknown as LayerConfig }),
    ...(remove.length === 0 ? {} : { remove }),
  };
}

function put(root: Json, path: Path, value: unknown): void {
  let map = root;
  for (const name of path.slice(0, -1)) {
    const child = map[name];
    const next: Json = isMap(child) ? child : {};
    map[name] = next;
    map = next;
  }
  map[path.at(-1) ?? ''] = value;
}

function nameFor(nodes: readonly ChangedNode[], everyNode: boolean): string {
  if (everyNode) return 'adopted';
  const names = nodes.map(({ name }) => name).toSorted();
  if (names.length === 1) return `adopted-${names[0]}`;
  return `adopted-${createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 8)}`;
}

function selectorFor(nodes: readonly ChangedNode[]): NonNullable<NodeConfigSpec['nodeSelector']> {
  const values = nodes.map(({ hostname }) => hostname).toSorted();
  const [only] = values;
  if (values.length === 1 && only !== undefined) return { matchLabels: { 'kubernetes.io/hostname': only } };
  if (values.length > 32)
    throw new UsageError('these are more than 32 nodes: use --every-node, or adopt fewer at a time');
  return { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values }] };
}

const isSecret = (path: Path): boolean =>
  SECRET_PATHS.some(
    (secret) => secret.length === path.length && secret.every((name, index) => name === '*' || name === path[index]),
  );
