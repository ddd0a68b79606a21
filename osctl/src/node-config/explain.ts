/** Where a node's configuration comes from: what layers say, by the Kubernetes API, beside what is in force, by the node's own. */
import { canonicalJson, KIND_FIELDS, type PublicDocuments } from '@talos/crds/config/index.ts';
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import type { NodeState } from '@talos/crds/nodestate.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import { list } from '@talos/lib/kube/list.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { type ExplainedField, explainField } from '@talos/lib/plan/config/explain.ts';
import { pathOfField } from '@talos/lib/plan/config/path.ts';
import { parseAllDocuments } from 'yaml';
import { observe } from '../rollout/kubernetes.ts';
import { currentRollout } from '../rollout/view.ts';

export interface LayersOfNodes {
  readonly nodeConfigs: readonly NodeConfig[];
  readonly rollout: Rollout | undefined;
  readonly nodes: readonly Node[];
  readonly nodeStates: readonly NodeState[];
}

export async function readLayers(transport: Transport, signal: AbortSignal): Promise<LayersOfNodes> {
  const [objects, nodes] = await Promise.all([observe(transport, signal), list(transport, NODES, { signal })]);
  const { nodeStates, nodeConfigs } = objects;
  return { rollout: currentRollout(objects), nodes, nodeStates, nodeConfigs };
}

/** Errors: when there is no such field on the node, and nobody speaks of it. */
export function explainOnNode(
  field: string,
  shown: string,
  { rollout, nodes, nodeStates }: LayersOfNodes,
): readonly ExplainedField[] {
  const documents = documentsOf(shown);
  const name = documents.system.nodeName;
  const named = <T extends { readonly metadata: { readonly name: string } }>(one: T): boolean =>
    one.metadata.name === name;
  const fields = explainField(pathOfField(field), {
    documents,
    layers: rollout?.spec.layers ?? [],
    labels: nodes.find(named)?.metadata.labels ?? {},
    managed: nodeStates.find(named)?.spec.managed ?? [],
  });
  if (fields.length === 0) {
    throw new Error(
      `${field} is not set on ${name}, and no layer says anything of it; \`osctl config get\` shows what is`,
    );
  }
  return fields;
}

export interface ExplainedLine {
  readonly field: string;
  readonly value: string;
  readonly by: string;
  readonly priority: string;
  readonly state: string;
}

export function linesOf({ field, inForce, said }: ExplainedField): readonly ExplainedLine[] {
  const [winner] = said;
  const isSame = canonicalJson(winner?.value) === canonicalJson(inForce);
  const drift = { field, value: textOf(inForce), by: 'changed on the node', priority: '', state: 'in force' };
  return [
    ...(isSame ? [] : [drift]),
    ...said.map(({ by, priority, value, wins }) => ({
      field,
      value: textOf(value),
      by: by === 'node' ? "the node's own" : by,
      priority: priority === undefined ? '' : String(priority),
      state: !wins ? 'overridden' : isSame ? 'in force' : 'wanted',
    })),
  ];
}

const textOf = (value: unknown): string =>
  value === undefined ? '-' : typeof value === 'string' ? value : JSON.stringify(value);

/** What a node shows, whatever version its agent is of. */
function documentsOf(shown: string): PublicDocuments {
  const found: Record<string, unknown> = Object.fromEntries(Object.values(KIND_FIELDS).map((name) => [name, {}]));
  for (const document of parseAllDocuments(shown)) {
    const { kind, spec } = (document as { toJS(): unknown }).toJS() as { kind?: string; spec?: unknown };
    const name = (KIND_FIELDS as Readonly<Record<string, string>>)[kind ?? ''];
    if (name !== undefined && typeof spec === 'object' && spec !== null) found[name] = spec;
  }
  return found as unknown as PublicDocuments;
}
