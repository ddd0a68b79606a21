/** What every node says of the authorities, as the facts of a rotation. */
import { X509Certificate } from 'node:crypto';
import { certificatesOf, fingerprintOf, issuerOf } from '@talos/lib/trust/authorities.ts';
import type { RotationFacts } from '@talos/lib/trust/rotation.ts';
import { type AuthoritiesResponse, Trust } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { explain } from '../client/explain.ts';
import { askNodes, type NodeTarget } from '../client/nodes.ts';
import { EVERY_NODE } from '../client/targets.ts';
import { type CommandContext, UsageError } from '../context.ts';

export interface SeenNode extends NodeTarget {
  readonly says: AuthoritiesResponse;
}

/** For the whole cluster, as the context knows it; -n would leave nodes behind. */
export function everyNode(ctx: CommandContext): CommandContext {
  if (ctx.options.nodes.length > 0) {
    throw new UsageError('this is about every node that the context knows (osctl context show): leave out -n');
  }
  return { ...ctx, options: { ...ctx.options, nodes: [`@${EVERY_NODE}`] } };
}

/** Errors: a node does not answer, or there is a control plane of which the context knows nothing. Nothing was changed. */
export async function seeNodes(ctx: CommandContext): Promise<readonly SeenNode[]> {
  const results = await askNodes(
    ctx,
    (node) => node.client(Trust).authorities({}, node.unary),
    () => {},
  );
  const seen: SeenNode[] = [];
  const away: string[] = [];
  for (const result of results) {
    if (result.ok) seen.push({ ...result.node, says: result.value });
    else away.push(explain(result.node, result.error, ctx.options.timeoutMs));
  }
  if (away.length > 0) {
    throw new Error(
      `${away.length} of ${results.length} nodes do not answer, and a node that is left behind could not be reached any more:\n  ${away.join('\n  ')}\nbring them back, or take those that are gone for good out of the context's members; then the same command goes on`,
    );
  }
  const known = new Set(seen.map(({ address }) => address));
  const unknown = [...new Set(seen.flatMap(({ says }) => says.controlPlanes))].filter((address) => !known.has(address));
  if (unknown.length > 0) {
    throw new Error(
      `there are control planes of which the context knows nothing: ${unknown.join(', ')}; add them to its members first`,
    );
  }
  return seen;
}

/** @param target fingerprint of the authority that is to be the only one */
export async function factsOf(
  ctx: CommandContext,
  nodes: readonly SeenNode[],
  target: string,
  leaveClients: readonly string[],
): Promise<RotationFacts> {
  const { context } = await ctx.config.context(ctx.options.context);
  return {
    target,
    nodes: nodes.map(({ name, says }) => ({
      name,
      controlPlane: says.controlPlane,
      accepted: says.accepted.map(({ fingerprint }) => fingerprint),
      server: says.server,
      join: says.join,
      current: says.current,
    })),
    self: {
      serial: new X509Certificate(context.certificate).serialNumber,
      authority: issuerOf(context.certificate, context.ca),
      believes: certificatesOf(context.ca).map((pem) => fingerprintOf(pem)),
    },
    clients: nodes.flatMap(({ says }) => says.clients),
    leaveClients,
  };
}
