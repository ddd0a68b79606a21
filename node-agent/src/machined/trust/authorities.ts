/** Which authorities of the OS API a node accepts, and what it may be told to accept instead: pure. */
import { X509Certificate } from 'node:crypto';
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import {
  acceptedAuthorities,
  bundleOf,
  certificatesOf,
  fingerprintOf,
  issuerOf,
  shortFingerprint,
} from '@talos/lib/trust/authorities.ts';
import type { AuthoritiesResponse, Init, ReplaceAuthoritiesRequest } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { readCertificate } from './certificate.ts';

type Trust = NodeDocuments['trust'];

/** @param server the certificate with which the node serves, PEM */
export function authoritiesOf(documents: NodeDocuments, server: string): Init<AuthoritiesResponse> {
  const { trust, system, cluster } = documents;
  const accepted = acceptedAuthorities(trust);
  const bundle = bundleOf(accepted);
  return {
    accepted: accepted.map((certificatePem) => {
      const { subject, notAfterMs } = readCertificate(certificatePem);
      return { fingerprint: fingerprintOf(certificatePem), certificatePem, subject: subject.CN, notAfterMs };
    }),
    issuing: fingerprintOf(trust.osCA.cert),
    server: issuerOf(server, bundle),
    join: trust.join === undefined ? '' : issuerOf(trust.join.cert, bundle),
    controlPlane: system.role === 'control-plane',
    controlPlanes: cluster.controlPlanes,
    denied: trust.deniedSerials ?? [],
  };
}

/**
 * The trust that the request asks for.
 *
 * Errors: INVALID_ARGUMENT for what no node could use; FAILED_PRECONDITION (AUTHORITIES_CHANGED) when the caller saw something else,
 * (AUTHORITY_IN_USE) when the node or the caller would be left with a certificate that nobody accepts.
 */
export function replacedTrust(
  documents: NodeDocuments,
  request: ReplaceAuthoritiesRequest,
  inUse: { readonly server: string; readonly caller: string },
): Trust {
  const { trust, system } = documents;
  const before = acceptedAuthorities(trust).map((pem) => fingerprintOf(pem));
  const accepted = request.acceptedPem.flatMap((pem) => authority(pem));
  const after = accepted.map((pem) => fingerprintOf(pem));
  const [issuing] = accepted;
  if (issuing === undefined || new Set(after).size !== after.length) {
    throw invalid('accepted_pem must name each authority once, the issuing one first');
  }
  if (request.expected.length > 0 && request.expected.join() !== before.join()) {
    const message = `the node accepts other authorities by now: ${before.map(shortFingerprint).join(', ')}; look again`;
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'AUTHORITIES_CHANGED' });
  }
  const { osCA: _osCA, acceptedOSCAs: _accepted, join: _join, ...rest } = trust;
  const others = accepted.slice(1);
  const join = joinOf(documents, request, bundleOf(accepted));
  const next: Trust = {
    osCA: issuingPair(system.role, trust, issuing, request.issuingKeyPem),
    ...(others.length === 0 ? {} : { acceptedOSCAs: others }),
    ...(join === undefined ? {} : { join }),
    ...rest,
  };
  const used = [
    ['your own certificate', inUse.caller],
    ["the node's serving certificate", inUse.server],
  ] as const;
  for (const [what, fingerprint] of used) {
    if (after.includes(fingerprint)) continue;
    const message = `${what} is signed by ${shortFingerprint(fingerprint) || 'an unknown authority'}, which would no longer be accepted`;
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'AUTHORITY_IN_USE' });
  }
  return next;
}

function issuingPair(role: string, trust: Trust, cert: string, key: string): Trust['osCA'] {
  if (role === 'worker') {
    if (key !== '')
      throw invalid('issuing_key_pem must not be given to a worker: keys of authorities live on control planes only');
    return { cert };
  }
  if (key !== '') return { cert, key };
  if (fingerprintOf(cert) === fingerprintOf(trust.osCA.cert)) return trust.osCA;
  throw invalid('issuing_key_pem is required where the issuing authority of a control plane changes');
}

function joinOf(
  { trust, system }: NodeDocuments,
  { joinCertificatePem: cert, joinKeyPem: key }: ReplaceAuthoritiesRequest,
  bundle: string,
): Trust['join'] {
  if (cert === '' && key === '') {
    if (trust.join === undefined || issuerOf(trust.join.cert, bundle) !== '') return trust.join;
    const message = "the node's certificate of role os:join is signed by an authority that would no longer be accepted";
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'AUTHORITY_IN_USE' });
  }
  if (system.role !== 'worker') throw invalid('join_certificate_pem is for workers only');
  let subject: ReturnType<typeof readCertificate>['subject'];
  let issuer: string;
  try {
    ({ subject } = readCertificate(cert));
    issuer = issuerOf(cert, bundle);
  } catch {
    throw invalid('join_certificate_pem must be a certificate in PEM');
  }
  if (issuer === '' || subject.CN !== system.nodeName || subject.O.join() !== 'os:join') {
    throw invalid(
      `join_certificate_pem must be of role os:join, for ${system.nodeName}, and signed by one of accepted_pem`,
    );
  }
  return { cert, key };
}

function authority(pem: string): readonly string[] {
  try {
    if (certificatesOf(pem).length === 1 && new X509Certificate(pem).ca) return [pem];
  } catch {
    // said below, without the input
  }
  throw invalid('accepted_pem must be certificates of authorities in PEM, one in each');
}

/** For the audit log; nothing of a key. */
export function replacedTarget(request: Partial<ReplaceAuthoritiesRequest>): string {
  const names = (request.acceptedPem ?? []).map((pem) => {
    try {
      return shortFingerprint(fingerprintOf(pem));
    } catch {
      return '?';
    }
  });
  return `${request.serve === true ? 'serve ' : ''}${names.join(' ')}`;
}

function invalid(message: string): RpcError {
  return new RpcError('INVALID_ARGUMENT', message, { reason: 'AUTHORITIES_INVALID' });
}
