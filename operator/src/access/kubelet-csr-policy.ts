/** Whether a kubelet gets the certificate that it asks for: its first as a client, each one for serving. Pure. */
import { isIP, SocketAddress } from 'node:net';
import type { CertificateSigningRequest } from '@talos/lib/kube/resources.ts';
import { nodeOfBootstrapGroups } from '@talos/lib/trust/bootstrap.ts';
import { NODE_GROUP, nodeUser } from '@talos/lib/trust/profiles.ts';
import type { RequestInfo } from '@talos/lib/trust/x509.ts';

export const KUBELET_SERVING_SIGNER = 'kubernetes.io/kubelet-serving';
export const KUBELET_CLIENT_SIGNER = 'kubernetes.io/kube-apiserver-client-kubelet';
const BOOTSTRAP_USER = 'system:bootstrap:';

export type CsrDecision =
  | { readonly kind: 'approve'; readonly reason: string; readonly message: string; readonly names: readonly string[] }
  /** May be approved once the agent of the node was spoken to. */
  | { readonly kind: 'wait'; readonly reason: string; readonly message: string }
  /** Not ours to approve, whatever happens. */
  | { readonly kind: 'leave'; readonly reason: string; readonly message: string };

/** What is known of the agent of the node that asks. */
export interface CsrFacts {
  /** Where it answers, proved by its certificate; absent while it was not spoken to. */
  readonly address?: string;
  /** Its certificate says so. */
  readonly controlPlane?: boolean;
}

/** The node that the request was authenticated as. The apiserver writes username and groups, no client can. */
export function nodeOfRequestor(csr: CertificateSigningRequest): string | undefined {
  const { username = '', groups = [] } = csr.spec;
  if (username.startsWith(BOOTSTRAP_USER)) return nodeOfBootstrapGroups(groups);
  if (!username.startsWith(nodeUser('')) || !groups.includes(NODE_GROUP)) return undefined;
  return username.slice(nodeUser('').length) || undefined;
}

type Refusal = Exclude<CsrDecision, { readonly kind: 'approve' }>;
const leave = (reason: string, message: string): Refusal => ({ kind: 'leave', reason, message });

/** A chain: each link may end it, only the last approves. */
export async function decideCsr(csr: CertificateSigningRequest, facts: CsrFacts): Promise<CsrDecision> {
  const { signerName, username } = csr.spec;
  if (signerName !== KUBELET_SERVING_SIGNER && signerName !== KUBELET_CLIENT_SIGNER) {
    return leave('OtherSigner', `for the signer ${signerName}`);
  }
  const node = nodeOfRequestor(csr);
  const bootstrapping = username?.startsWith(BOOTSTRAP_USER) === true;
  if (node === undefined || (bootstrapping && signerName === KUBELET_SERVING_SIGNER)) {
    return leave('NotANode', `${username ?? 'nobody'} is no node: only a kubelet may ask for its own certificate`);
  }
  // Renewal: the controller manager holds the node to its own name, and would have approved it by now.
  if (!bootstrapping && signerName === KUBELET_CLIENT_SIGNER) return leave('Renewal', `${node} renews its own`);
  const request = await readRequest(csr, signerName === KUBELET_CLIENT_SIGNER ? 'client auth' : 'server auth');
  if ('kind' in request) return request;
  const subject = request.attributes.map(([type, value]) => `${type}=${value}`).sort();
  if (subject.join('\n') !== [`CN=${nodeUser(node)}`, `O=${NODE_GROUP}`].join('\n')) {
    return leave('WrongSubject', `the subject ${subject.join(', ')} is not that of ${node}`);
  }
  return signerName === KUBELET_CLIENT_SIGNER
    ? decideClient(node, request, facts)
    : decideServing(node, request, facts);
}

function decideClient(node: string, request: RequestInfo, facts: CsrFacts): CsrDecision {
  const names = [...request.dnsNames, ...request.ipAddresses, ...request.otherNames];
  if (names.length > 0) return leave('ForeignName', `a client has no names, this one asks for ${names.join(', ')}`);
  if (facts.controlPlane) {
    return leave('ControlPlaneName', `${node} is a control plane, which makes the certificate of its kubelet itself`);
  }
  return {
    kind: 'approve',
    reason: 'TokenOfNode',
    message: `asked for with the bootstrap token of ${node}, for that name`,
    names: [nodeUser(node)],
  };
}

function decideServing(node: string, request: RequestInfo, { address }: CsrFacts): CsrDecision {
  if (request.otherNames.length > 0) {
    const message = `names that are neither DNS names nor addresses: ${request.otherNames.join(', ')}`;
    return leave('ForeignName', message);
  }
  const names = request.dnsNames.filter((name) => name !== node);
  if (names.length > 0) return leave('ForeignName', `${names.join(', ')} is not the name of ${node}`);
  if (request.dnsNames.length + request.ipAddresses.length === 0) {
    return leave('NoNames', 'the request has neither a DNS name nor an address');
  }
  if (address === undefined) {
    const message = `the operator has not spoken to the agent of ${node} yet; the request waits until it answers`;
    return { kind: 'wait', reason: 'AgentNotReached', message };
  }
  const foreign = request.ipAddresses.filter((ip) => canonical(ip) !== canonical(address));
  if (foreign.length > 0) {
    const message = `${foreign.join(', ')} is not where the agent of ${node} was spoken to (${address})`;
    return { kind: 'wait', reason: 'AddressNotVerified', message };
  }
  return {
    kind: 'approve',
    reason: 'AgentVerified',
    message: `the operator has spoken to this node's agent at ${address}`,
    names: [...request.dnsNames, ...request.ipAddresses],
  };
}

/** Usages as the signers themselves accept them: ECDSA keys have no use for key encipherment. */
async function readRequest(
  { spec }: CertificateSigningRequest,
  usage: 'client auth' | 'server auth',
): Promise<RequestInfo | Refusal> {
  const usages = (spec.usages ?? []).filter((one) => one !== 'key encipherment').sort();
  if (
    usages.join() !== [usage, 'digital signature'].sort().join() ||
    new Set(spec.usages).size !== spec.usages?.length
  ) {
    return leave('WrongUsages', `the usages ${spec.usages?.join(', ') || '(none)'} are not those of ${usage}`);
  }
  const pem = Buffer.from(spec.request, 'base64').toString('latin1');
  if (!/^\s*-----BEGIN CERTIFICATE REQUEST-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE REQUEST-----\s*$/.test(pem)) {
    return leave('NotARequest', 'spec.request is not exactly one certificate request in PEM form');
  }
  const { parseCsr } = await import('@talos/lib/trust/x509.ts'); // 3 MB that are needed seldom
  try {
    return await parseCsr(pem);
  } catch (error) {
    // also what the parser throws that is no Error of ours: the bytes are the requestor's
    return leave('NotARequest', `spec.request can't be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/** IPv6 has many ways to write one address. */
function canonical(ip: string): string {
  const family = isIP(ip);
  if (family === 0) return `invalid ${ip}`;
  return new SocketAddress({ address: ip, family: family === 6 ? 'ipv6' : 'ipv4' }).address;
}
