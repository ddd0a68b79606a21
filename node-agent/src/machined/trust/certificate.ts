/**
 * Reads certificates with what Node has itself. The library that makes them costs machined 6 MiB for as long as it runs, so it
 * is kept in a thread that comes and goes (signer.ts), and reading, which goes on for ever, does without it.
 */
import { X509Certificate } from 'node:crypto';
import type { CertificateInfo } from '@talos/lib/trust/x509.ts';

/** Errors: text that is not a PEM certificate; the text itself is not in the message. */
export function readCertificate(certPem: string): CertificateInfo {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(certPem);
  } catch (cause) {
    throw new TypeError('not a certificate in PEM form', { cause });
  }
  const subject = certificate.toLegacyObject().subject as unknown as Readonly<
    Record<string, string | readonly string[]>
  >;
  const all = (name: string): readonly string[] => [subject?.[name] ?? []].flat();
  const names = alternativeNames(certificate.subjectAltName ?? '');
  const ofKind = (kind: string) => names.filter(([key]) => key === kind).map(([, value]) => value);
  return {
    subject: { CN: all('CN')[0] ?? '', O: all('O'), OU: all('OU') },
    serial: certificate.serialNumber.toUpperCase(),
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
    dnsNames: ofKind('DNS'),
    ipAddresses: ofKind('IP Address'),
    isCA: certificate.ca,
  };
}

/** Whether that time is within its life. */
export const isWithin = (life: Pick<CertificateInfo, 'notBeforeMs' | 'notAfterMs'>, nowMs: number): boolean =>
  life.notBeforeMs <= nowMs && nowMs < life.notAfterMs;

/** Whether `cert` was signed by `ca` and is valid at that time. */
export function isSignedBy(certPem: string, caPem: string, now: number): boolean {
  const certificate = new X509Certificate(certPem);
  const ca = new X509Certificate(caPem);
  const valid = Date.parse(certificate.validFrom) <= now && now < Date.parse(certificate.validTo);
  return valid && certificate.checkIssued(ca) && certificate.verify(ca.publicKey);
}

/** `DNS:a, IP Address:10.0.0.1`; a value in which a comma or a quote could mislead comes as a JSON string (CVE-2021-44532). */
function alternativeNames(text: string): readonly (readonly [kind: string, value: string])[] {
  return [...text.matchAll(/(?:^|, )([^:,"]+):("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, kind, value]) => [
    kind as string,
    value?.startsWith('"') ? (JSON.parse(value) as string) : (value as string),
  ]);
}
