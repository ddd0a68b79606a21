/** osctl config adopt: an emergency change of nodes becomes the cluster's. */
import type { NodeConfig } from '@talos/crds/nodeconfig.ts';
import { apply } from '@talos/lib/kube/apply.ts';
import { Config } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { stringify } from 'yaml';
import { askNodes, finish, report } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { adopt, type ChangedNode, changedFields } from '../node-config/adopt.ts';
import { explainOnNode, type LayersOfNodes, readLayers } from '../node-config/explain.ts';
import { printAnswer } from '../output/answer.ts';
import { clean } from '../output/format.ts';
import { NODE_CONFIGS, openCluster } from '../rollout/kubernetes.ts';

export interface AdoptOptions {
  readonly apply?: boolean;
  readonly name?: string;
  readonly everyNode?: boolean;
  readonly kubeconfig?: string;
}

export async function adoptCommand(
  ctx: CommandContext,
  options: AdoptOptions,
  fields: readonly string[],
): Promise<ExitCode> {
  const { everyNode = false, name } = options;
  const transport = await openCluster(options.kubeconfig, ctx.env);
  try {
    const bounded = AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.options.timeoutMs)]);
    const known = await readLayers(transport, bounded);
    const results = await askNodes(
      ctx,
      async (node) => {
        const { documents } = await node.client(Config).get({}, node.unary);
        return changesOf(documents, fields, known);
      },
      (result) => report(ctx, result),
    );
    // Half of it would be another layer than the one that was asked for.
    if (results.some(({ ok }) => !ok)) return finish(ctx, results);
    const nodes = results.flatMap((result) => (result.ok ? [result.value] : []));
    const { layers, left } = adopt(nodes, known.nodeConfigs, { everyNode, ...(name === undefined ? {} : { name }) });
    await refuseBad(layers);
    for (const sentence of left) ctx.stderr.write(`${clean(`osctl: left out: ${sentence}`)}\n`);
    if (options.apply === true) {
      for (const { metadata, spec } of layers) {
        const written = { signal: bounded, fieldManager: 'osctl', force: true };
        await apply(transport, NODE_CONFIGS, { metadata, spec }, written);
      }
    }
    if (layers.length === 0 && left.length === 0) ctx.stderr.write(`${nothing(nodes, fields)}\n`);
    printAnswer(ctx, { apiVersion: 'v1', kind: 'List', items: layers }, () =>
      options.apply === true
        ? layers.map(({ metadata }) => `nodeconfig/${metadata.name} applied\n`).join('')
        : layers.map((layer) => stringify(layer, { lineWidth: 0 })).join('---\n'),
    );
    return left.length > 0 && layers.length === 0 ? EXIT.failed : EXIT.ok;
  } finally {
    transport.close();
  }
}

/** Without fields: what the operator has seen as drift. What a rollout has not brought yet is none. */
function changesOf(documents: string, fields: readonly string[], known: LayersOfNodes): ChangedNode {
  const all = explainOnNode('', documents, known);
  const name = String(all.find(({ pointer }) => pointer === '/system/nodeName')?.inForce ?? '');
  const labels = known.nodes.find(({ metadata }) => metadata.name === name)?.metadata.labels ?? {};
  const hostname = labels['kubernetes.io/hostname'] ?? name;
  if (fields.length > 0) {
    const named = fields.flatMap((field) => explainOnNode(field, documents, known));
    return { name, hostname, fields: changedFields(named, true) };
  }
  const state = known.nodeStates.find(({ metadata }) => metadata.name === name);
  const drifted = state?.status?.conditions?.some(({ type }) => type === 'ConfigDrifted') === true;
  return { name, hostname, fields: drifted ? changedFields(all, false) : [] };
}

function nothing(nodes: readonly ChangedNode[], fields: readonly string[]): string {
  const names = nodes.map(({ name }) => name).join(', ');
  return fields.length > 0
    ? `nothing to adopt: ${names} ${nodes.length === 1 ? 'has' : 'have'} what layers say`
    : `nothing to adopt: the operator has seen no change of what layers say on ${names}; it looks within two minutes (osctl rollout status), and fields that are named are adopted at once`;
}

/** What the apiserver would refuse is told here, with the field. */
async function refuseBad(layers: readonly NodeConfig[]): Promise<void> {
  const { validateObject } = await import('@talos/crds/validate.ts');
  const [problem] = layers.flatMap((layer) => validateObject(layer));
  if (problem !== undefined) throw new UsageError(`no layer can say that: ${problem.path}: ${problem.message}`);
}
