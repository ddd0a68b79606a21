/** Observes a cluster by the OS API, and by Kubernetes' where it can. Decides nothing. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import {
  Etcd,
  Host,
  Images,
  Network,
  Services,
  type StatusResponse,
  Storage,
  System,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { explain } from '../client/explain.ts';
import { askNodes, type NodeConnection } from '../client/nodes.ts';
import { readResources } from '../client/resources.ts';
import { aboutAll } from '../client/targets.ts';
import { identityOf } from '../config/identity.ts';
import type { CommandContext } from '../context.ts';
import { consumersOf, DATA, isNearlyFull, placeOf, unusedImages } from './disks.ts';
import type { HealthFacts, HeldCertificate, NodeAnswer, NodeFacts, Seen } from './facts.ts';
import { lastWords } from './last-words.ts';
import { isTroubled } from './services.ts';

/** Lines of a crashing service's log, among which the reason is looked for. */
const LOG_LINES = 30;
/** What only adds to a finding does not hold up the others for longer. */
const EVIDENCE_MS = 5_000;
/** Below the directory of the node's data. */
const USE_DEPTH = 2;

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
  const clock = await observeClock(node);
  const [etcd, disks, nameServers, certificates, lastWords] = await Promise.all([
    status.role === 'control-plane' ? observeEtcd(node) : undefined,
    observeDisks(node),
    observeNameServers(node),
    observeCertificates(node),
    observeLastWords(node, status),
  ]);
  const full = disks.seen && disks.value.some((disk) => placeOf(disk) === DATA && isNearlyFull(disk));
  return {
    version,
    status,
    certificate: node.server(),
    certificates,
    clock,
    etcd,
    disks,
    diskUse: full ? await observeDiskUse(node) : undefined,
    nameServers,
    lastWords,
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

async function observeNameServers(node: NodeConnection): Promise<NodeAnswer['nameServers']> {
  const answer = await seen(() => node.client(Network).resolve({}, node.unary));
  return answer.seen ? { seen: true, value: answer.value.servers } : answer;
}

async function observeCertificates(node: NodeConnection): Promise<readonly HeldCertificate[]> {
  const answer = await seen(() => readResources(node, 'certificate'));
  if (!answer.seen) return [];
  return answer.value.resources.map(({ id, spec }) => ({ ...(spec as unknown as Omit<HeldCertificate, 'id'>), id }));
}

/** A node too slow or too sick to say it is told of without. */
async function observeLastWords(node: NodeConnection, status: StatusResponse): Promise<NodeAnswer['lastWords']> {
  const words = new Map<string, string>();
  for (const { id } of status.services.filter((service) => isTroubled(service, Date.now()))) {
    const options = evidence(node);
    const answer = await seen(() => Array.fromAsync(node.client(Services).logs({ id, tailLines: LOG_LINES }, options)));
    const said = answer.seen
      ? lastWords(answer.value.map(({ line }) => Buffer.from(line).toString('utf8')))
      : undefined;
    if (said !== undefined) words.set(id, said);
  }
  return words;
}

async function observeDiskUse(node: NodeConnection): Promise<NonNullable<NodeAnswer['diskUse']>> {
  const [usage, images] = await Promise.all([
    seen(() => Array.fromAsync(node.client(Storage).usage({ path: DATA, depth: USE_DEPTH }, evidence(node)))),
    seen(() => node.client(Images).list({}, node.unary)),
  ]);
  return {
    consumers: usage.seen ? consumersOf(usage.value) : [],
    ...unusedImages(images.seen ? images.value.images : []),
  };
}

const evidence = (node: NodeConnection): NodeConnection['stream'] => ({ ...node.stream, timeoutMs: EVIDENCE_MS });

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
