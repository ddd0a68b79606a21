/**
 * Bootstrap tokens: with one, a worker's kubelet asks for its first client certificate. Each node has its own, and the groups
 * that the apiserver gives to whoever shows it name that node: what is stolen from one node cannot join as another.
 */
import { createHmac } from 'node:crypto';

/** Of every kubelet that shows a token: it may ask. */
export const BOOTSTRAP_GROUP = 'system:bootstrappers:nodes';

/** Of the one kubelet whose token it is: it may be given a certificate of that name. */
export function bootstrapGroupOf(node: string): string {
  return `${BOOTSTRAP_GROUP}:${node}`;
}

/** The node whose token the requestor showed; undefined when its groups name none, or more than one. */
export function nodeOfBootstrapGroups(groups: readonly string[]): string | undefined {
  if (!groups.includes(BOOTSTRAP_GROUP)) return undefined;
  const prefix = bootstrapGroupOf('');
  const named = groups.filter((group) => group.startsWith(prefix)).map((group) => group.slice(prefix.length));
  return named.length === 1 && named[0] !== '' ? named[0] : undefined;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * `id.secret`, the same whenever it is asked for. `clusterToken` is on no node: no node's token leads to it or to another's.
 *
 * @param clusterToken of the cluster's secrets
 */
export function bootstrapTokenOf(node: string, clusterToken: string): string {
  const bytes = createHmac('sha256', clusterToken).update(`osctl.dev/bootstrap-token/v1\0${node}`).digest();
  const text = Array.from(bytes.subarray(0, 22), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${text.slice(0, 6)}.${text.slice(6)}`;
}
