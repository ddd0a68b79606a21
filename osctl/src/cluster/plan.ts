/** Which nodes a cluster has and what they are told of one another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeAddress } from './docker/subnet.ts';
import { type ClusterPlan, DEFAULT_NETWORK } from './documents.ts';
import type { ClusterNetwork, NodeRole } from './types.ts';

/** How large a cluster is asked for. */
export interface ClusterSize {
  readonly name: string;
  readonly controlPlanes: 1 | 3;
  readonly workers: number;
}

export interface PlannedNode {
  readonly name: string;
  readonly role: NodeRole;
  readonly address: string;
}

/** Control planes first, then workers, with their addresses. */
export function planNodes(options: ClusterSize, network: ClusterNetwork): readonly PlannedNode[] {
  const names = [
    ...Array.from({ length: options.controlPlanes }, (_, index) => ({
      name: `${options.name}-cp-${index + 1}`,
      role: 'control-plane' as const,
    })),
    ...Array.from({ length: options.workers }, (_, index) => ({
      name: `${options.name}-worker-${index + 1}`,
      role: 'worker' as const,
    })),
  ];
  return names.map((node, index) => ({ ...node, address: nodeAddress(network, index) }));
}

export function clusterPlan(
  options: ClusterSize,
  network: ClusterNetwork,
  nodes: readonly PlannedNode[],
  nameservers: readonly string[],
): ClusterPlan {
  const controlPlanes = nodes.filter((node) => node.role === 'control-plane').map((node) => node.address);
  const host = options.controlPlanes > 1 ? network.loadBalancer : controlPlanes[0];
  return {
    name: options.name,
    endpoint: `https://${host}:6443`,
    controlPlanes,
    ...DEFAULT_NETWORK,
    nameservers,
    mirrors: { 'osctl.dev': [`http://${network.registry}:5000`] },
  };
}

/** The name servers of this computer that a node can reach too: not those on a loopback address. */
export async function hostNameservers(): Promise<readonly string[]> {
  const text = await readFile(join('/', 'etc', 'resolv.conf'), 'utf8').catch(() => '');
  const found = [...text.matchAll(/^nameserver\s+(\d+\.\d+\.\d+\.\d+)\s*$/gm)].map((match) => match[1] ?? '');
  return found.filter((address) => !address.startsWith('127.')).slice(0, 3);
}
