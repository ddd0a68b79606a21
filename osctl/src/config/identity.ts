/** Who a context's certificate says we are. Nothing of the key. */
import { X509Certificate } from 'node:crypto';
import { UsageError } from '../context.ts';

export interface Identity {
  readonly subject: string;
  readonly role: string;
  readonly serial: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

/** Errors: UsageError, naming `where`, for what is no certificate. */
export function identityOf(context: { readonly certificate: string }, where: string): Identity {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(context.certificate);
  } catch {
    throw new UsageError(`${where}.certificate is not a certificate in PEM form`);
  }
  const fields = certificate.toLegacyObject().subject as unknown as Readonly<Record<string, string | string[]>>;
  const field = (name: string): string => [fields[name] ?? ''].flat().join(',');
  return {
    subject: field('CN'),
    role: field('O'),
    serial: certificate.serialNumber,
    notBeforeMs: Date.parse(certificate.validFrom),
    notAfterMs: Date.parse(certificate.validTo),
  };
}
