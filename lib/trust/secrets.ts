/** The secrets of a cluster: everything that cannot be made again. */
import { createPrivateKey, generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { type CertAndKey, createCA, parseCertificate } from './x509.ts';

export interface SecretsBundle {
  readonly clusterName: string;
  readonly osCA: CertAndKey;
  /** Takes the place of osCA once every node has it: while `osctl rotate-ca` is under way. */
  readonly nextOSCA?: CertAndKey;
  readonly kubernetesCA: CertAndKey;
  readonly frontProxyCA: CertAndKey;
  readonly etcdCA: CertAndKey;
  /** PEM, EC P-256: signs the tokens of service accounts. */
  readonly serviceAccountKey: string;
  /** id.secret, from which each worker's own bootstrap token is made (bootstrap.ts). On no node and in no cluster. */
  readonly bootstrapToken: string;
  /** Of the digests that stand for secret values in a shown configuration, 32 bytes in base64. */
  readonly digestKey: string;
  /** Key of encryption at rest, 32 bytes in base64. */
  readonly encryption?: { readonly secretbox: string };
}

const CA_LIFETIME_MS = 10 * 365 * 24 * 3_600_000;

export const BOOTSTRAP_TOKEN = /^[a-z0-9]{6}\.[a-z0-9]{16}$/;

/** @param name what tells it from others in a list */
export function createOSCA(clusterName: string, now: number, name = 'OS CA'): Promise<CertAndKey> {
  return createCA({ commonName: `${clusterName} ${name}`, algorithm: 'ed25519', lifetimeMs: CA_LIFETIME_MS, now });
}

export async function createSecrets(params: {
  readonly clusterName: string;
  readonly now: number;
}): Promise<SecretsBundle> {
  const ca = (name: string, algorithm: 'ed25519' | 'ecdsa-p256') =>
    createCA({ commonName: `${params.clusterName} ${name}`, algorithm, lifetimeMs: CA_LIFETIME_MS, now: params.now });
  const serviceAccount = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    clusterName: params.clusterName,
    osCA: await createOSCA(params.clusterName, params.now),
    kubernetesCA: await ca('Kubernetes CA', 'ecdsa-p256'),
    frontProxyCA: await ca('front-proxy CA', 'ecdsa-p256'),
    etcdCA: await ca('etcd CA', 'ecdsa-p256'),
    serviceAccountKey: serviceAccount.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    bootstrapToken: `${randomText(6)}.${randomText(16)}`,
    digestKey: randomBytes(32).toString('base64'),
    encryption: { secretbox: randomBytes(32).toString('base64') },
  };
}

/**
 * A bundle that was read from a file. Errors: TypeError that lists everything wrong with it, by field; no value of it is
 * in the message.
 */
export function parseSecrets(value: unknown): SecretsBundle {
  const problems: string[] = [];
  if (typeof value !== 'object' || value === null) throw new TypeError('the secrets are not a mapping');
  const bundle = value as Readonly<Record<string, unknown>>;
  const known = [
    'clusterName',
    ...CA_FIELDS,
    'nextOSCA',
    'serviceAccountKey',
    'bootstrapToken',
    'digestKey',
    'encryption',
  ];
  for (const key of Object.keys(bundle)) if (!known.includes(key)) problems.push(`${key}: unknown field`);
  if (typeof bundle['clusterName'] !== 'string' || bundle['clusterName'] === '') problems.push('clusterName: missing');
  for (const field of CA_FIELDS) problems.push(...problemsOfCA(field, bundle[field]));
  if (bundle['nextOSCA'] !== undefined) problems.push(...problemsOfCA('nextOSCA', bundle['nextOSCA']));
  if (!isPrivateKey(bundle['serviceAccountKey'])) problems.push('serviceAccountKey: not a private key in PEM form');
  if (typeof bundle['bootstrapToken'] !== 'string' || !BOOTSTRAP_TOKEN.test(bundle['bootstrapToken'])) {
    problems.push('bootstrapToken: not of the form [a-z0-9]{6}.[a-z0-9]{16}');
  }
  if (!isKey(bundle['digestKey'])) problems.push('digestKey: not 32 bytes in base64');
  if (bundle['encryption'] !== undefined && !isEncryption(bundle['encryption'])) {
    problems.push('encryption.secretbox: not 32 bytes in base64');
  }
  if (problems.length > 0) throw new TypeError(`the secrets cannot be used: ${problems.join('; ')}`);
  return bundle as unknown as SecretsBundle;
}

const CA_FIELDS = ['osCA', 'kubernetesCA', 'frontProxyCA', 'etcdCA'] as const;

function problemsOfCA(field: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [`${field}: missing`];
  const { cert, key } = value as { readonly cert?: unknown; readonly key?: unknown };
  const problems: string[] = [];
  if (typeof cert !== 'string') problems.push(`${field}.cert: missing`);
  else {
    try {
      if (!parseCertificate(cert).isCA) problems.push(`${field}.cert: not the certificate of an authority`);
    } catch {
      problems.push(`${field}.cert: not a certificate in PEM form`);
    }
  }
  if (!isPrivateKey(key)) problems.push(`${field}.key: not a private key in PEM form`);
  return problems;
}

function isPrivateKey(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    createPrivateKey(value);
    return true;
  } catch {
    return false;
  }
}

function isEncryption(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { secretbox } = value as { readonly secretbox?: unknown };
  return isKey(secretbox);
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && Buffer.from(value, 'base64').length === 32;
}

function randomText(length: number): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
