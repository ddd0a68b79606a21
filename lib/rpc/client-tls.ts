/** Whom a client believes: the same for every way in which it calls. */
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type SecureContext } from 'node:tls';
import type { Address } from './address.ts';

export const MIN_TLS = 'TLSv1.3';

export interface ClientTls {
  /** PEM bundle of the authorities that are believed, and no others. */
  readonly ca: string;
  /** PEM of the client's own certificate and key. */
  readonly cert: string;
  readonly key: string;
  /** Made of these (clientContext); default: a new one for each channel. */
  readonly context?: SecureContext | undefined;
  /** The name that the server's certificate must carry; default: the address's host. */
  readonly serverName?: string | undefined;
  /** Told of the server of each new connection, once its certificate and its name are verified. Must not throw. */
  readonly onServer?: ((server: ServerIdentity) => void) | undefined;
}

/** What a verified serving certificate says. */
export interface ServerIdentity {
  /** OU of its subject. */
  readonly units: readonly string[];
  /** When it begins and ceases to be good, Unix time, ms. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

function hostOf(tls: ClientTls, address: Address): string {
  return tls.serverName ?? (address.kind === 'tcp' ? address.host : 'localhost');
}

/** RFC 6066 forbids addresses in the server name; what is checked is the host all the same. */
export function sniName(tls: ClientTls, address: Address): string {
  const host = hostOf(tls, address);
  return isIP(host) === 0 ? host : 'node.invalid';
}

/** Called only when the chain is good; TLS 1.3 has proved the key by then. */
export function identityCheck(
  tls: ClientTls,
  address: Address,
): (sni: string, certificate: PeerCertificate) => Error | undefined {
  const expected = hostOf(tls, address);
  return (_sni, certificate) => {
    const error = checkServerIdentity(expected, certificate);
    if (error === undefined) {
      tls.onServer?.({
        units: [certificate.subject.OU ?? []].flat(),
        notBeforeMs: Date.parse(certificate.valid_from),
        notAfterMs: Date.parse(certificate.valid_to),
      });
    }
    return error;
  };
}
