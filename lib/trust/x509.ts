/** Certificates: authorities, issuing, requests, reading. PEM in, PEM out; keys are PKCS #8. */
import 'reflect-metadata'; // @peculiar/x509 needs it loaded first
import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  type webcrypto,
  X509Certificate,
} from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import { makeSerial } from './serial.ts';

export type KeyAlgorithm = 'ed25519' | 'ecdsa-p256';

/** PEM of a certificate and of its key. */
export interface CertAndKey {
  readonly cert: string;
  readonly key: string;
}

export interface Subject {
  readonly CN: string;
  readonly O?: readonly string[];
  readonly OU?: readonly string[];
}

export interface CertificateProfile {
  readonly subject: Subject;
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  readonly usages: readonly ('server' | 'client')[];
  readonly lifetimeMs: number;
}

export interface IssueParams extends CertificateProfile {
  readonly ca: CertAndKey;
  /** Of the certificate that this one renews (serial.ts). */
  readonly family?: string | undefined;
  /** Default: now. */
  readonly now?: number;
}

/** Clocks of nodes differ: a certificate is valid from a little before it was made. */
const BACKDATE_MS = 5 * 60_000;

/** Errors: what the crypto library says about the parameters. */
export async function createCA(params: {
  readonly commonName: string;
  readonly algorithm: KeyAlgorithm;
  readonly lifetimeMs: number;
  readonly now?: number;
}): Promise<CertAndKey> {
  const keys = generate(params.algorithm);
  const now = params.now ?? Date.now();
  const publicKey = publicCryptoKey(keys.publicKey);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: makeSerial(randomBytes(20)),
    subject: nameOf({ CN: params.commonName }),
    issuer: nameOf({ CN: params.commonName }),
    notBefore: seconds(now - BACKDATE_MS),
    notAfter: seconds(now + params.lifetimeMs),
    publicKey,
    signingKey: privateCryptoKey(keys.privateKey),
    signingAlgorithm: signingAlgorithm(keys.privateKey),
    extensions: [
      // path length 0: it signs leaves only
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ],
  });
  return { cert: pem(certificate), key: pemOfKey(keys.privateKey) };
}

/**
 * A certificate signed by `ca`: for a new key of the CA's own algorithm, or for the key of `csr`. Of a request only the key is
 * taken; names and usages are the parameters'.
 *
 * Guarantees: never outlives the CA. Errors: a request that does not parse or is not signed by its own key; a CA that has ended.
 */
export async function issue(params: IssueParams & { readonly csr: string }): Promise<{ readonly certPem: string }>;
export async function issue(
  params: IssueParams & { readonly csr?: undefined; readonly algorithm?: KeyAlgorithm },
): Promise<{ readonly certPem: string; readonly keyPem: string }>;
export async function issue(
  params: IssueParams & { readonly csr?: string | undefined; readonly algorithm?: KeyAlgorithm },
): Promise<{ readonly certPem: string; readonly keyPem?: string }> {
  const caKey = createPrivateKey(params.ca.key);
  const caCert = new x509.X509Certificate(params.ca.cert);
  const own = params.csr === undefined ? generate(params.algorithm ?? algorithmOf(caKey)) : undefined;
  const publicKey = own === undefined ? await keyOfRequest(params.csr!) : publicCryptoKey(own.publicKey);
  // A clock from before the CA was made is wrong for certain.
  const now = Math.max(params.now ?? Date.now(), caCert.notBefore.getTime());
  if (now >= caCert.notAfter.getTime()) {
    const end = caCert.notAfter.toISOString();
    throw new RangeError(`${caCert.subject} can sign nothing more: it ended on ${end}, or this clock is wrong`);
  }
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: makeSerial(randomBytes(20), params.family),
    subject: nameOf(params.subject),
    issuer: caCert.subjectName,
    notBefore: seconds(Math.max(now - BACKDATE_MS, caCert.notBefore.getTime())),
    notAfter: seconds(Math.min(now + params.lifetimeMs, caCert.notAfter.getTime())),
    publicKey,
    signingKey: privateCryptoKey(caKey),
    signingAlgorithm: signingAlgorithm(caKey),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(
        params.usages.map((usage) =>
          usage === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth,
        ),
      ),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(caCert.publicKey),
      ...alternativeNames(params),
    ],
  });
  const certPem = pem(certificate);
  return own === undefined ? { certPem } : { certPem, keyPem: pemOfKey(own.privateKey) };
}

/** A new key and a request for it; the subject is a courtesy, whoever signs decides. */
export async function createCsr(params: {
  readonly subject: Subject;
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  readonly algorithm?: KeyAlgorithm;
}): Promise<{ readonly csrPem: string; readonly keyPem: string }> {
  const keys = generate(params.algorithm ?? 'ed25519');
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({
    name: nameOf(params.subject),
    keys: { publicKey: publicCryptoKey(keys.publicKey), privateKey: privateCryptoKey(keys.privateKey) },
    signingAlgorithm: signingAlgorithm(keys.privateKey),
    extensions: alternativeNames(params),
  });
  return { csrPem: `${csr.toString('pem')}\n`, keyPem: pemOfKey(keys.privateKey) };
}

export interface CertificateInfo {
  readonly subject: { readonly CN: string; readonly O: readonly string[]; readonly OU: readonly string[] };
  /** Upper-case hexadecimal. */
  readonly serial: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly isCA: boolean;
}

/** Errors: text that is not a PEM certificate; the text itself is not in the message. */
export function parseCertificate(certPem: string): CertificateInfo {
  let certificate: x509.X509Certificate;
  let native: X509Certificate;
  try {
    certificate = new x509.X509Certificate(certPem);
    native = new X509Certificate(certPem);
  } catch (cause) {
    throw new TypeError('not a certificate in PEM form', { cause });
  }
  const names = certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  return {
    subject: subjectOf(certificate.subjectName),
    serial: native.serialNumber.toUpperCase(),
    notBeforeMs: certificate.notBefore.getTime(),
    notAfterMs: certificate.notAfter.getTime(),
    dnsNames: names.filter((name) => name.type === 'dns').map((name) => name.value),
    ipAddresses: names.filter((name) => name.type === 'ip').map((name) => name.value),
    isCA: native.ca,
  };
}

/** What a request asks for, complete: whoever approves it must not overlook a name. */
export interface RequestInfo {
  readonly subject: CertificateInfo['subject'];
  /** Every attribute of the subject, in order, e.g. ['CN', 'system:node:a']. */
  readonly attributes: readonly (readonly [type: string, value: string])[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  /** Alternative names of other kinds, as `type:value`. */
  readonly otherNames: readonly string[];
}

/** Errors: not a request, not signed by its own key, or with an attribute or extension twice. */
export async function parseCsr(csrPem: string): Promise<RequestInfo> {
  const csr = await verifiedRequest(csrPem);
  // Readers differ in which of two they take, and the one that signs is not this one.
  for (const kinds of [csr.attributes.map(({ type }) => type), Array.from(csr.extensions, ({ type }) => type)]) {
    if (new Set(kinds).size !== kinds.length) throw new TypeError('the certificate request says a thing twice');
  }
  const alternative = csr.extensions.find((extension) => extension instanceof x509.SubjectAlternativeNameExtension);
  const names = alternative?.names.items ?? [];
  return {
    subject: subjectOf(csr.subjectName),
    attributes: csr.subjectName
      .toJSON()
      .flatMap((part) => Object.entries(part).flatMap(([type, values]) => values.map((v) => [type, v] as const))),
    dnsNames: names.filter((name) => name.type === 'dns').map((name) => name.value),
    ipAddresses: names.filter((name) => name.type === 'ip').map((name) => name.value),
    otherNames: names
      .filter((name) => name.type !== 'dns' && name.type !== 'ip')
      .map((name) => `${name.type}:${name.value}`),
  };
}

/** Whether `cert` was signed by `ca` and is valid at that time. */
export function isSignedBy(certPem: string, caPem: string, now = Date.now()): boolean {
  const certificate = new X509Certificate(certPem);
  const ca = new X509Certificate(caPem);
  const valid = Date.parse(certificate.validFrom) <= now && now < Date.parse(certificate.validTo);
  return valid && certificate.checkIssued(ca) && certificate.verify(ca.publicKey);
}

async function verifiedRequest(csrPem: string): Promise<x509.Pkcs10CertificateRequest> {
  let csr: x509.Pkcs10CertificateRequest;
  try {
    csr = new x509.Pkcs10CertificateRequest(csrPem);
  } catch (cause) {
    throw new TypeError('not a certificate request in PEM form', { cause });
  }
  if (!(await csr.verify())) throw new TypeError('the certificate request is not signed by its own key');
  return csr;
}

async function keyOfRequest(csrPem: string): Promise<webcrypto.CryptoKey> {
  const csr = await verifiedRequest(csrPem);
  return await csr.publicKey.export();
}

function alternativeNames(params: {
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
}): x509.Extension[] {
  const names: x509.JsonGeneralName[] = [...new Set(params.dnsNames ?? [])].map((value) => ({ type: 'dns', value }));
  for (const value of new Set(params.ipAddresses ?? [])) {
    if (isIP(value) === 0) throw new TypeError(`${JSON.stringify(value)} is not an IP address`);
    names.push({ type: 'ip', value });
  }
  return names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)];
}

/** As JSON, so that no character of a name is syntax. */
function nameOf(subject: Subject): x509.JsonName {
  return [
    ...(subject.O ?? []).map((O) => ({ O: [O] })),
    ...(subject.OU ?? []).map((OU) => ({ OU: [OU] })),
    { CN: [subject.CN] },
  ];
}

function subjectOf(name: x509.Name): CertificateInfo['subject'] {
  return { CN: name.getField('CN')[0] ?? '', O: name.getField('O'), OU: name.getField('OU') };
}

function generate(algorithm: KeyAlgorithm): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function algorithmOf(key: KeyObject): KeyAlgorithm {
  return key.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'ecdsa-p256';
}

function cryptoAlgorithm(key: KeyObject) {
  return algorithmOf(key) === 'ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256' };
}

function signingAlgorithm(key: KeyObject) {
  return algorithmOf(key) === 'ed25519' ? { name: 'Ed25519' } : { name: 'ECDSA', hash: 'SHA-256' };
}

function privateCryptoKey(key: KeyObject): webcrypto.CryptoKey {
  return key.toCryptoKey(cryptoAlgorithm(key), true, ['sign']);
}

function publicCryptoKey(key: KeyObject): webcrypto.CryptoKey {
  return key.toCryptoKey(cryptoAlgorithm(key), true, ['verify']);
}

function pemOfKey(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }) as string;
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

/** X.509 times have no fractions. */
function seconds(ms: number): Date {
  return new Date(Math.floor(ms / 1000) * 1000);
}
