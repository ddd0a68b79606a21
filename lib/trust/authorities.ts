/**
 * The authorities of the OS API as PEM. One issues; while one replaces another, both are accepted. Wherever something is verified,
 * the set is one PEM bundle, which TLS takes as it is. Reads with what Node has itself.
 */
import { X509Certificate } from 'node:crypto';

/** What TrustConfig and the secrets of a cluster say of it. */
export interface AuthoritySet {
  readonly osCA: { readonly cert: string };
  readonly acceptedOSCAs?: readonly string[] | undefined;
}

/** All that are accepted, the issuing one first. */
export function acceptedAuthorities({ osCA, acceptedOSCAs = [] }: AuthoritySet): readonly string[] {
  return [osCA.cert, ...acceptedOSCAs];
}

export function bundleOf(certificates: readonly string[]): string {
  return certificates.map((certificate) => `${certificate.trim()}\n`).join('');
}

/** The certificates of a bundle, in order; what stands between them is left out. */
export function certificatesOf(bundle: string): readonly string[] {
  return (bundle.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).map((pem) => `${pem}\n`);
}

/** Errors: text that is not a PEM certificate. */
export function parseAuthorities(bundle: string): readonly X509Certificate[] {
  return certificatesOf(bundle).map((pem) => new X509Certificate(pem));
}

/** SHA-256 of the certificate, lower-case hexadecimal. Errors: text that is not a PEM certificate. */
export function fingerprintOf(certificate: string | X509Certificate): string {
  const parsed = typeof certificate === 'string' ? new X509Certificate(certificate) : certificate;
  return parsed.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** As people compare them. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12);
}

/** Which of the authorities signed the certificate; whether it is valid now is another question. */
export function authorityOf(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
): X509Certificate | undefined {
  return authorities.find((authority) => certificate.checkIssued(authority) && certificate.verify(authority.publicKey));
}

/** The fingerprint of the one of `bundle` that signed the certificate; '' when none did. Errors: text that is no certificate. */
export function issuerOf(certificatePem: string, bundle: string): string {
  const found = authorityOf(new X509Certificate(certificatePem), parseAuthorities(bundle));
  return found === undefined ? '' : fingerprintOf(found);
}
