/** A cluster as its Kubernetes API shows it, without a word from its agents: what `kubectl get` writes down, and a change of it. */
import { canonicalJson } from '@talos/crds/config/canonical.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodePool } from '@talos/crds/nodepool.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { type ValidationError, validateObject } from '@talos/crds/validate.ts';
import type { Node, Pod, PodDisruptionBudget } from '../../kube/resources.ts';
import { isMap } from '../config/path.ts';

export interface ClusterDump {
  readonly machine: Machine | undefined;
  readonly rollouts: readonly Rollout[];
  readonly nodeConfigs: readonly NodeConfig[];
  readonly nodePools: readonly NodePool[];
  readonly nodeStates: readonly NodeState[];
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  readonly budgets: readonly PodDisruptionBudget[];
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly generation?: number };
}

/** The kinds that make a dump, by the resource's plural. */
export const DUMPED = [
  'machines',
  'nodeconfigs',
  'nodepools',
  'nodestates',
  'rollouts',
  'nodes',
  'pods',
  'poddisruptionbudgets',
] as const;

/** Of objects in any order; those of other kinds are left out. */
export function dumpOf(objects: readonly KubernetesObject[]): ClusterDump {
  const of = <T>(kind: string): readonly T[] =>
    objects.filter((object) => object.kind === kind) as readonly unknown[] as T[];
  return {
    machine: of<Machine>('Machine')[0],
    rollouts: of('Rollout'),
    nodeConfigs: of('NodeConfig'),
    nodePools: of('NodePool'),
    nodeStates: of('NodeState'),
    nodes: of('Node'),
    pods: of('Pod'),
    budgets: of('PodDisruptionBudget'),
  };
}

/** Kinds by which people change a cluster. */
const CHANGED = ['Machine', 'NodeConfig', 'NodePool'] as const;

export interface Refused extends ValidationError {
  readonly object: string;
}

export type Changed =
  | {
      readonly kind: 'changed';
      readonly dump: ClusterDump /** Kind and name of each object that is another. */;
      readonly objects: readonly string[];
    }
  | { readonly kind: 'refused'; readonly errors: readonly Refused[] };

/**
 * With the objects as `kubectl apply --server-side` would leave them: what they say goes over what is there, maps field by field and
 * everything else whole; null takes a field away. Refused where the apiserver would refuse it.
 */
export function changed(dump: ClusterDump, files: readonly KubernetesObject[]): Changed {
  const errors: Refused[] = [];
  const objects: string[] = [];
  let { machine } = dump;
  const nodeConfigs = new Map(dump.nodeConfigs.map((one) => [one.metadata.name, one]));
  const nodePools = new Map(dump.nodePools.map((one) => [one.metadata.name, one]));
  for (const file of files) {
    const { name } = file.metadata;
    const object = `${file.kind} ${name}`;
    if (!(CHANGED as readonly string[]).includes(file.kind)) {
      errors.push({
        object,
        path: 'kind',
        message: `a forecast is about Machine, NodeConfigs and NodePools, not about ${file.kind}`,
      });
      continue;
    }
    const known = file.kind === 'NodePool' ? nodePools : nodeConfigs;
    const before = file.kind === 'Machine' ? machine : known.get(name);
    const after = applied(before, file);
    errors.push(...validateObject(withoutStatus(after), before).map((error) => ({ object, ...error })));
    if (canonicalJson(before) === canonicalJson(after)) continue;
    const { generation = 0 } = before?.metadata ?? {};
    const next = { ...after, metadata: { ...after.metadata, generation: generation + 1 } };
    objects.push(object);
    if (file.kind === 'Machine') machine = next as unknown as Machine;
    else if (file.kind === 'NodePool') nodePools.set(name, next as unknown as NodePool);
    else nodeConfigs.set(name, next as unknown as NodeConfig);
  }
  if (errors.length > 0) return { kind: 'refused', errors };
  return {
    kind: 'changed',
    objects,
    dump: { ...dump, machine, nodeConfigs: [...nodeConfigs.values()], nodePools: [...nodePools.values()] },
  };
}

type Json = { readonly [name: string]: unknown };

function applied(before: object | undefined, file: KubernetesObject): Json & KubernetesObject {
  const { status: _, ...said } = file as unknown as Json;
  return over(before, said) as Json & KubernetesObject;
}

function over(before: unknown, said: unknown): unknown {
  if (!isMap(said)) return said;
  const result: Record<string, unknown> = isMap(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(said)) {
    if (value === null || value === undefined) delete result[name];
    else result[name] = over(result[name], value);
  }
  return result;
}

function withoutStatus({ status: _, ...rest }: Json): Json {
  return rest;
}
