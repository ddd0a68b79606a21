/** Which client certificates of the OS API a node refuses before their end: pure. */
import type { NodeDocuments } from '@talos/crds/config/index.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { familyOf, normalizeSerial } from '@talos/lib/trust/serial.ts';
import type { DenyRequest } from '@talos/proto/gen/osctl/v1alpha1.ts';

type Trust = NodeDocuments['trust'];

/** As many as the configuration may hold. */
const MOST = 1_000;

/**
 * The trust with which the request's certificates are refused, or accepted again. `own` is the caller's.
 *
 * Errors: INVALID_ARGUMENT for what is no serial number, or too many of them; FAILED_PRECONDITION for the caller's own certificate.
 */
export function withDenied(trust: Trust, request: Pick<DenyRequest, 'serials' | 'accept'>, own: string): Trust {
  const serials = request.serials.map(normalizeSerial);
  if (serials.length === 0 || !serials.every((serial) => /^[0-9A-F]{1,40}$/.test(serial))) {
    throw invalid('serials must be serial numbers of certificates, in hexadecimal, at least one');
  }
  // A certificate and those that were renewed from it are one.
  const named = new Set(serials.map(familyOf));
  const others = (trust.deniedSerials ?? []).filter((serial) => !named.has(familyOf(serial)));
  const once = [...new Map(serials.map((serial) => [familyOf(serial), serial])).values()];
  const denied = request.accept ? others : [...others, ...once];
  if (!request.accept && own !== '' && named.has(familyOf(own))) {
    const message = 'this is the certificate that you call with: use another one, or nobody could take it back';
    throw new RpcError('FAILED_PRECONDITION', message, { reason: 'OWN_CERTIFICATE' });
  }
  if (denied.length > MOST) throw invalid(`no more than ${MOST} can be refused; replace the OS CA instead`);
  const { deniedSerials: _, ...rest } = trust;
  return denied.length === 0 ? rest : { ...rest, deniedSerials: denied };
}

/** For the audit log. */
export function deniedTarget(request: Partial<DenyRequest>): string {
  return `${request.accept === true ? 'accept ' : ''}${(request.serials ?? []).join(' ')}`;
}

function invalid(message: string): RpcError {
  return new RpcError('INVALID_ARGUMENT', message, { reason: 'SERIALS_INVALID' });
}
