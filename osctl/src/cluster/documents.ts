/** Node configuration for a cluster, from its secrets. Pure. */
import { type NodeDocuments, renderDocuments } from '@talos/crds/config/index.ts';
import type { NodeRole } from './types.ts';

export interface ClusterPlan {
  readonly name: string;
  /** https://host:port, for people. */
  readonly endpoint: string;
  readonly controlPlanes: readonly string[];
  readonly podCIDR: string;
  readonly serviceCIDR: string;
  readonly dnsDomain: string;
  readonly nameservers: readonly string[];
  /** registry host → endpoints */
  readonly mirrors: Readonly<Record<string, readonly string[]>>;
}

export const DEFAULT_NETWORK = {
  podCIDR: '10.244.0.0/16',
  serviceCIDR: '10.96.0.0/12',
  dnsDomain: 'cluster.local',
} as const;

export function nodeDocuments(
  plan: ClusterPlan,
  trust: NodeDocuments['trust'],
  node: { readonly name: string; readonly role: NodeRole },
): string {
  return renderDocuments({
    system: { nodeName: node.name, role: node.role },
    network: { nameservers: [...plan.nameservers] },
    cluster: {
      name: plan.name,
      endpoint: plan.endpoint,
      controlPlanes: [...plan.controlPlanes],
      podCIDR: plan.podCIDR,
      serviceCIDR: plan.serviceCIDR,
      dnsDomain: plan.dnsDomain,
    },
    kubelet: {},
    registry: {
      mirrors: Object.fromEntries(
        Object.entries(plan.mirrors).map(([host, endpoints]) => [host, { endpoints: [...endpoints] }]),
      ),
    },
    trust,
  });
}
