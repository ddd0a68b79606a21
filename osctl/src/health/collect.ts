/** Observes a cluster by the OS API, and by Kubernetes' where it can. Decides nothing. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Etcd, Host, Storage, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { explain } from '../client/explain.ts';
import { askNodes, type NodeConnection } from '../client/nodes.ts';
import { aboutAll } from '../client/targets.ts';
import { identityOf } from '../config/identity.ts';
import type { CommandContext } from '../context.ts';
import type { HealthFacts, NodeAnswer, NodeFacts, Seen } from './facts.ts';

export async function collect(
  command: CommandContext,
  options: { readonly kubeconfig: string | undefined },
): Promise<HealthFacts> {
  const { name, context } = await command.config.context(command.options.context);
  const ctx = aboutAll(command, context);
  const client = identityOf(context, `${ctx.config.path}: contexts.${name}`);
  const results = await askNodes(ctx, observeNode, () => {});
  const nodes = results.map((result): NodeFacts => {
    const { node } = result;
    return {
      node: node.name,
      address: node.address,
      answer: result.ok
        ? { seen: true, value: result.value }
        : { seen: false, why: withoutName(explain(node, result.error, ctx.options.timeoutMs)) },
    };
  });
  const { observeKubernetes } = await import('./kubernetes.ts');
  const kubernetes = await observeKubernetes(ctx, { nodes, role: client.role, ...options });
  return { context: name, nowMs: Date.now(), client, nodes, kubernetes };
}

async function observeNode(node: NodeConnection): Promise<NodeAnswer> {
  const system = node.client(System);
  const version = await system.version({}, node.unary);
  const status = await system.status({}, node.unary);
  return {
    version,
    status,
    certificate: node.server(),
    clock: await observeClock(node),
    etcd: status.role === 'control-plane' ? await observeEtcd(node) : undefined,
    disks: await observeDisks(node),
  };
}

/** On a connection that is there, so that the way is all that the answer's time is uncertain by. */
async function observeClock(node: NodeConnection): Promise<NodeAnswer['clock']> {
  const before = Date.now();
  const answer = await seen(() => node.client(Host).time({}, node.unary));
  const after = Date.now();
  if (!answer.seen) return undefined;
  const { timeMs, belongsTo, synchronized } = answer.value;
  return {
    offsetMs: timeMs - (before + after) / 2,
    errorMs: (after - before) / 2 + 1,
    synchronized: belongsTo === 'node' ? synchronized : undefined,
  };
}

async function observeDisks(node: NodeConnection): Promise<NodeAnswer['disks']> {
  const answer = await seen(() => node.client(Storage).fileSystems({}, node.unary));
  if (!answer.seen) return answer;
  return {
    seen: true,
    value: answer.value.fileSystems.filter(({ readOnly, sizeBytes }) => !readOnly && sizeBytes > 0),
  };
}

async function observeEtcd(node: NodeConnection): Promise<NonNullable<NodeAnswer['etcd']>> {
  const etcd = node.client(Etcd);
  return seen(async () => {
    const [status, members] = await Promise.all([etcd.status({}, node.unary), etcd.members({}, node.unary)]);
    return { status, members: members.members };
  });
}

/** What a call gave; a refusal or a failure of the node is an observation, too. */
export async function seen<T>(call: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { seen: true, value: await call() };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return { seen: false, why: error.message };
  }
}

/** A finding names its node itself. */
function withoutName(told: string): string {
  return told.replace(/^node [^:]*(?:\([^)]*\))?: /, '');
}
