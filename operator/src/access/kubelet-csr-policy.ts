/** Whether a kubelet gets the serving certificate that it asks for. Pure. */
import { isIP, SocketAddress } from 'node:net';
import type { CertificateSigningRequest } from '@talos/lib/kube/resources.ts';

export const KUBELET_SERVING_SIGNER = 'kubernetes.io/kubelet-serving';
const NODE_USER = 'system:node:';
const NODE_GROUP = 'system:nodes';
/** What the signer itself accepts: ECDSA keys have no use for key encipherment. */
const USAGES: readonly (readonly string[])[] = [
  ['digital signature', 'server auth'],
  ['digital signature', 'key encipherment', 'server auth'],
];

export type CsrDecision =
  | { readonly kind: 'approve'; readonly names: readonly string[]; readonly address: string }
  /** May be approved once the agent of the node was spoken to. */
  | { readonly kind: 'wait'; readonly reason: string; readonly message: string }
  /** Not ours to approve, whatever happens. */
  | { readonly kind: 'leave'; readonly reason: string; readonly message: string };

export interface CsrFacts {
  /** Where the requesting node's agent answers, proved by its certificate; absent while it was not spoken to. */
  readonly address?: string;
}

/** The node that the request was authenticated as. The apiserver writes username and groups, no client can. */
export function nodeOfRequestor(csr: CertificateSigningRequest): string | undefined {
  const { username } = csr.spec;
  return username?.startsWith(NODE_USER) ? username.slice(NODE_USER.length) || undefined : undefined;
}

export async function decideCsr(csr: CertificateSigningRequest, facts: CsrFacts): Promise<CsrDecision> {
  const leave = (reason: string, message: string): CsrDecision => ({ kind: 'leave', reason, message });
  const { spec } = csr;
  if (spec.signerName !== KUBELET_SERVING_SIGNER) return leave('OtherSigner', `for the signer ${spec.signerName}`);
  const node = nodeOfRequestor(csr);
  if (node === undefined || !spec.groups?.includes(NODE_GROUP)) {
    return leave('NotANode', `${spec.username ?? 'nobody'} is no node: only a kubelet may ask for its own certificate`);
  }
  const usages = [...(spec.usages ?? [])].sort();
  if (!USAGES.some((allowed) => allowed.join() === usages.join())) {
    return leave('WrongUsages', `the usages ${usages.join(', ') || '(none)'} are not those of a serving certificate`);
  }

  const pem = Buffer.from(spec.request, 'base64').toString('latin1');
  if (!/^\s*-----BEGIN CERTIFICATE REQUEST-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE REQUEST-----\s*$/.test(pem)) {
    return leave('NotARequest', 'spec.request is not exactly one certificate request in PEM form');
  }
  const { parseCsr } = await import('@talos/lib/trust/x509.ts'); // 3 MB that are needed seldom
  let info: Awaited<ReturnType<typeof parseCsr>>;
  try {
    info = await parseCsr(pem);
  } catch (error) {
    // also what the parser throws that is no Error of ours: the bytes are the requestor's
    return leave('NotARequest', `spec.request can't be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  const subject = info.attributes.map(([type, value]) => `${type}=${value}`).sort();
  if (subject.join('\n') !== [`CN=${NODE_USER}${node}`, `O=${NODE_GROUP}`].join('\n')) {
    return leave('WrongSubject', `the subject ${subject.join(', ')} is not that of ${node}`);
  }
  if (info.otherNames.length > 0) {
    return leave('ForeignName', `names that are neither DNS names nor addresses: ${info.otherNames.join(', ')}`);
  }
  const names = info.dnsNames.filter((name) => name !== node);
  if (names.length > 0) return leave('ForeignName', `${names.join(', ')} is not the name of ${node}`);
  if (info.dnsNames.length + info.ipAddresses.length === 0) {
    return leave('NoNames', 'the request has neither a DNS name nor an address');
  }

  const { address } = facts;
  if (address === undefined) {
    const message = `the operator has not spoken to the agent of ${node} yet; the request waits until it answers`;
    return { kind: 'wait', reason: 'AgentNotReached', message };
  }
  const foreign = info.ipAddresses.filter((ip) => canonical(ip) !== canonical(address));
  if (foreign.length > 0) {
    const message = `${foreign.join(', ')} is not where the agent of ${node} was spoken to (${address})`;
    return { kind: 'wait', reason: 'AddressNotVerified', message };
  }
  return { kind: 'approve', names: [...info.dnsNames, ...info.ipAddresses], address };
}

/** IPv6 has many ways to write one address. */
function canonical(ip: string): string {
  const family = isIP(ip);
  if (family === 0) return `invalid ${ip}`;
  return new SocketAddress({ address: ip, family: family === 6 ? 'ipv6' : 'ipv4' }).address;
}
