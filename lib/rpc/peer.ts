/** Who is at the other end of a TLS connection. */
import type { X509Certificate } from 'node:crypto';
import { type Role, roleOf } from './roles.ts';

export interface Peer {
  /** CN */
  readonly subject: string;
  readonly role: Role | '';
  /** IP address, IPv4 in its own form also when the socket is IPv6. */
  readonly address: string;
  /** Of the certificate, upper-case hexadecimal; empty without one. */
  readonly serial: string;
  /** Fingerprint of the authority that signed the certificate (lib/trust/authorities.ts); empty without one. */
  readonly authority: string;
  /** End of the certificate, Unix time in milliseconds; Infinity without one. */
  readonly notAfterMs: number;
  /** From the certificate's beginning to its end, ms; 0 without one. */
  readonly lifetimeMs: number;
}

export function peerOf(certificate: X509Certificate, authority: string, remoteAddress: string): Peer {
  const names = subjectOf(certificate.subject);
  const notAfterMs = Date.parse(certificate.validTo);
  return {
    subject: names.find(([key]) => key === 'CN')?.[1] ?? '',
    role: roleOf(names.filter(([key]) => key === 'O').map(([, value]) => value)),
    address: plainAddress(remoteAddress),
    serial: certificate.serialNumber.toUpperCase(),
    authority,
    notAfterMs,
    lifetimeMs: notAfterMs - Date.parse(certificate.validFrom),
  };
}

export function anonymousPeer(remoteAddress: string): Peer {
  return {
    subject: '',
    role: '',
    address: plainAddress(remoteAddress),
    serial: '',
    authority: '',
    notAfterMs: Number.POSITIVE_INFINITY,
    lifetimeMs: 0,
  };
}

/**
 * Node prints a subject as lines of `KEY=value`, and several values of one attribute set as `KEY=a + KEY=b`. Backslashes
 * and quotes are its escapes; a value can hold neither a line end nor an unescaped plus, so a name cannot forge another.
 */
function subjectOf(text: string): readonly (readonly [key: string, value: string])[] {
  return text.split('\n').flatMap((line) =>
    line.split(/(?<!\\) \+ (?=[A-Za-z.0-9]+=)/).map((part) => {
      const index = part.indexOf('=');
      return [part.slice(0, index), part.slice(index + 1).replace(/\\(.)/g, '$1')] as const;
    }),
  );
}

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
