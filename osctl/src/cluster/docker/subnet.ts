/** Which addresses a cluster's network gets. Pure. */
import type { ClusterNetwork } from '../types.ts';

const FIRST = 5;
const LAST = 250;

/** The first 10.N.0.0/24, N from 5 on, that overlaps none of `taken` (CIDRs of any size); undefined when there is none. */
export function freeNetwork(taken: readonly string[]): ClusterNetwork | undefined {
  const ranges = taken.map(range).filter((one) => one !== undefined);
  for (let n = FIRST; n <= LAST; n++) {
    const candidate = range(`10.${n}.0.0/24`);
    if (
      candidate !== undefined &&
      !ranges.some((other) => other.first <= candidate.last && candidate.first <= other.last)
    ) {
      return networkOf(`10.${n}.0.0/24`);
    }
  }
  return undefined;
}

/** The roles of addresses in a /24: gateway .1, nodes from .2 on, registry .250, load balancer .251. */
export function networkOf(cidr: string): ClusterNetwork {
  const prefix = cidr.split('.').slice(0, 3).join('.');
  return { cidr, gateway: `${prefix}.1`, registry: `${prefix}.250`, loadBalancer: `${prefix}.251` };
}

/** Control planes first, then workers; at most 240 nodes. */
export function nodeAddress(network: ClusterNetwork, index: number): string {
  return `${network.cidr.split('.').slice(0, 3).join('.')}.${2 + index}`;
}

function range(cidr: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 32] = match.slice(1).map(Number);
  const size = 2 ** (32 - bits);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}
