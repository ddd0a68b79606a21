/** One look at one gate. */
import type { Gate, GateObjects } from '@talos/crds/gate.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { ApiError } from '@talos/lib/kube/errors.ts';
import { listPages } from '@talos/lib/kube/list.ts';
import { defineResource, type KubeObject } from '@talos/lib/kube/objects.ts';
import { NODES } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type PQueue from 'p-queue';
import { evaluateCel } from './cel.ts';
import type { Finding } from './finding.ts';
import { checkOf } from './presets.ts';
import { askPrometheus } from './prometheus.ts';

export interface Means {
  readonly transport: Transport;
  readonly clock: Clock;
  /** In which expressions are evaluated: objects and a thread at a time are bounded by it, however many gates there are. */
  readonly expressions: PQueue;
}

/** A gate over more is asked too broadly: it is looked at every few seconds. */
const MAX_OBJECTS = 2_000;
const MAX_BYTES = 8 * 1024 * 1024;

/** Errors: only `signal.reason`; what else fails is a finding. */
export async function evaluate(gate: Gate, means: Means, signal: AbortSignal): Promise<Finding> {
  try {
    const check = gate.preset === undefined ? gate.cel : checkOf(gate.preset);
    if (check !== undefined) return await means.expressions.add(() => byCel(check, means, signal), { signal });
    if (gate.prometheus !== undefined) return await askPrometheus(gate.prometheus, means.transport, signal);
    if (gate.nodeCondition !== undefined) return await byNodes(gate.nodeCondition, means, signal);
    return { state: 'Unknown', message: 'it asks for nothing', owner: 'user' };
  } catch (error) {
    signal.throwIfAborted();
    return { state: 'Unknown', message: (error as Error).message, owner: 'cluster' };
  }
}

async function byCel(
  { objects: which, expression, messageExpression }: NonNullable<Gate['cel']>,
  { transport, clock }: Means,
  signal: AbortSignal,
): Promise<Finding> {
  const objects = await read(which, transport, signal);
  if (typeof objects !== 'string') return objects;
  const question = { expression, messageExpression, objects };
  const answer = await evaluateCel(question, { clock, signal });
  if ('error' in answer) return { state: 'Unknown', message: answer.error, owner: 'user' };
  if (answer.value) return { state: 'Open' };
  return { state: 'Closed', message: answer.message ?? `${expression} is false` };
}

/** The objects as a list in JSON; a finding where they can't be had. */
async function read(
  { apiVersion, resource, namespace, labelSelector }: GateObjects,
  transport: Transport,
  signal: AbortSignal,
): Promise<string | Finding> {
  const [version = '', group = ''] = apiVersion.split('/').toReversed();
  // Held by the schema too; a role that grants them by mistake changes nothing.
  if (group === '' && resource === 'secrets') {
    return { state: 'Unknown', message: 'a gate never reads Secrets', owner: 'user' };
  }
  const type = defineResource({
    group,
    version,
    kind: resource,
    plural: resource,
    namespaced: namespace !== undefined,
  });
  const objects: string[] = [];
  let bytes = 0;
  try {
    for await (const { items } of listPages(transport, type, {
      namespace,
      labelSelector,
      signal,
      maxBytes: MAX_BYTES,
    })) {
      for (const { metadata, ...object } of items) {
        const { managedFields: _, ...rest } = metadata;
        const json = JSON.stringify({ ...object, metadata: rest });
        bytes += json.length;
        objects.push(json);
      }
      if (objects.length > MAX_OBJECTS || bytes > MAX_BYTES) {
        const message = `there are more than ${MAX_OBJECTS} ${resource}, or ${MAX_BYTES} bytes of them: narrow them by namespace or labelSelector`;
        return { state: 'Unknown', message, owner: 'user' };
      }
    }
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) {
      const message = `the operator may not list ${resource} of ${apiVersion}: grant it with a ClusterRole that has the label osctl.dev/aggregate-to-gates: "true"`;
      return { state: 'Unknown', message, owner: 'user' };
    }
    if (error instanceof ApiError && error.status === 404) {
      return { state: 'Unknown', message: `the cluster serves no ${resource} of ${apiVersion}`, owner: 'user' };
    }
    throw error;
  }
  return `[${objects.join(',')}]`;
}

interface NodeWithConditions extends KubeObject {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

async function byNodes(
  { type, status }: NonNullable<Gate['nodeCondition']>,
  { transport }: Means,
  signal: AbortSignal,
): Promise<Finding> {
  const other: string[] = [];
  let seen = false;
  for await (const { items } of listPages(transport, NODES, { signal })) {
    for (const node of items as readonly NodeWithConditions[]) {
      const condition = node.status?.conditions?.find((one) => one.type === type);
      seen ||= condition !== undefined;
      if (condition !== undefined && condition.status !== status) other.push(node.metadata.name);
    }
  }
  if (!seen) return { state: 'Unknown', message: `no node has a condition ${type}`, owner: 'user' };
  if (other.length === 0) return { state: 'Open' };
  const more = other.length > 5 ? ` and ${other.length - 5} more` : '';
  return { state: 'Closed', message: `${type} is not ${status} on ${other.slice(0, 5).join(', ')}${more}` };
}
