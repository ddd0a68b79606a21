/** The Kubernetes side of a support archive: our own objects, nodes, pods and events. Secrets are not even asked for. */
import { ApiError, ConnectionError } from '@talos/lib/kube/errors.ts';
import { list } from '@talos/lib/kube/list.ts';
import { defineResource, type KubeObject } from '@talos/lib/kube/objects.ts';
import { NODES, PODS } from '@talos/lib/kube/resources.ts';
import type { NodeTarget } from '../client/targets.ts';
import { identityOf } from '../config/identity.ts';
import type { CommandContext } from '../context.ts';
import { NoAccess, openControlPlanes } from '../kubernetes/control-planes.ts';
import { MACHINES, NODE_CONFIGS, NODE_POOLS, NODE_STATES, ROLLOUTS } from '../rollout/kubernetes.ts';
import type { CollectOptions, Missing } from './collect.ts';
import { redactObject } from './redact.ts';

const EVENTS = defineResource<KubeObject>({
  group: 'events.k8s.io',
  version: 'v1',
  kind: 'Event',
  plural: 'events',
  namespaced: true,
});
const KINDS = {
  machines: MACHINES,
  nodeconfigs: NODE_CONFIGS,
  nodepools: NODE_POOLS,
  rollouts: ROLLOUTS,
  nodestates: NODE_STATES,
  nodes: NODES,
  pods: PODS,
  events: EVENTS,
} as const;
const MAX_BYTES = 32 * 1024 * 1024;

export interface KubernetesOptions extends CollectOptions {
  /** Nodes that answer the OS API. */
  readonly answering: readonly NodeTarget[];
  readonly add: (path: string, content: string, cut?: string) => Promise<void>;
  readonly missing: Missing[];
}

export async function collectKubernetes(ctx: CommandContext, options: KubernetesOptions): Promise<void> {
  const { context, add, missing } = options;
  const { role } = identityOf(context, options.name);
  const planes = options.answering.filter(({ name, address }) => isControlPlane(context, name, address));
  try {
    using apis = await openControlPlanes(ctx, { nodes: planes, role, kubeconfig: options.kubeconfig });
    for (const [name, type] of Object.entries(KINDS)) {
      const path = `kubernetes/${name}.json`;
      const failures: string[] = [];
      for (const { node, transport } of apis.apis) {
        try {
          const objects = await list<KubeObject>(transport, type, { signal: ctx.signal });
          const { kept, cut } = bounded(objects);
          await add(path, `${JSON.stringify(kept, null, 1)}\n`, cut);
          failures.length = 0;
          break;
        } catch (error) {
          if (!(error instanceof ApiError || error instanceof ConnectionError)) throw error;
          failures.push(`${node}: ${error.message}`);
        }
      }
      if (failures.length > 0) missing.push({ path, why: failures.join('; ') });
    }
  } catch (error) {
    if (!(error instanceof NoAccess)) throw error;
    missing.push({ path: 'kubernetes/', why: error.message });
  }
}

/** Where the context does not say which are, each is asked. */
function isControlPlane(context: CollectOptions['context'], name: string, address: string): boolean {
  const named = context.groups['control-planes'] ?? context.endpoints;
  return named.length === 0 || named.includes(name) || named.includes(address);
}

function bounded(objects: readonly KubeObject[]): { readonly kept: readonly unknown[]; readonly cut?: string } {
  const kept: unknown[] = [];
  let size = 0;
  for (const object of objects) {
    const clean = redactObject(object);
    size += JSON.stringify(clean).length;
    if (size > MAX_BYTES) return { kept, cut: `${kept.length} of ${objects.length} objects` };
    kept.push(clean);
  }
  return { kept };
}
