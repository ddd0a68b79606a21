/** The form of a configuration that is compared: canonical JSON, its hash, and secrets as digests. */
import { createHash, createHmac } from 'node:crypto';
import { KIND_FIELDS, type PublicDocuments } from './kinds.ts';

/** Secret values outside of trust: where they are. `*` is any key. A test holds this against the schemas. */
export const SECRET_PATHS: readonly (readonly string[])[] = [['registry', 'auth', '*', 'password']];

const PUBLIC_FIELDS = Object.values(KIND_FIELDS).filter((field) => field !== 'trust');

/**
 * Key of the digests: the same on every node of a cluster and for as long as the cluster lives. It is a secret, since whoever sees
 * a digest and has the key can try passwords until one fits.
 */
export function digestKey(trust: { readonly digestKey: string }): Buffer {
  return Buffer.from(trust.digestKey, 'base64');
}

const PREFIX = 'hmac-sha256:';

/** What stands in for a secret value wherever it is shown or compared. */
export function secretDigest(key: Buffer, value: string): string {
  return PREFIX + createHmac('sha256', key).update(value).digest('hex');
}

/** Whether it stands for a secret value; no value may look like one. */
export const isSecretDigest = (value: string): boolean => value.startsWith(PREFIX);

/** The documents with each secret value replaced by its digest, trust left out. */
export function maskSecrets(documents: PublicDocuments, key: Buffer): PublicDocuments {
  return mapSecrets(documents, (value) => secretDigest(key, value));
}

/**
 * The way back for a configuration that was read, edited and sent again: a digest that is the one of the value in `current`
 * at the same place becomes that value.
 *
 * Errors: paths (`registry.auth["host"].password`) of digests that fit nothing, in `unknown`.
 */
export function restoreSecrets<T extends PublicDocuments>(
  next: T,
  current: PublicDocuments,
  key: Buffer,
): { readonly documents: T; readonly unknown: readonly (readonly string[])[] } {
  const unknown: (readonly string[])[] = [];
  const restored = mapSecrets(next, (value, path) => {
    if (!isSecretDigest(value)) return value;
    const known = valueAt(current, path);
    if (typeof known === 'string' && secretDigest(key, known) === value) return known;
    unknown.push(path);
    return value;
  });
  return { documents: { ...next, ...restored }, unknown };
}

/** `sha256:…` over all documents but trust. Guarantees: the order of keys and documents does not matter; lists' order does. */
export function configHash(documents: PublicDocuments, key: Buffer): string {
  return maskedHash(maskSecrets(documents, key));
}

/** The same of documents whose secrets are digests already, as a node shows them. */
export function maskedHash(masked: PublicDocuments): string {
  return `sha256:${createHash('sha256')
    .update(canonicalJson(mapSecrets(masked, (value) => value)))
    .digest('hex')}`;
}

/** Keys sorted by code unit, no white space, undefined fields left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** A copy with each secret value changed; trust left out. */
export function mapSecrets(
  documents: PublicDocuments,
  change: (value: string, path: readonly string[]) => string,
): PublicDocuments {
  const all = documents as unknown as Record<string, unknown>;
  // Trust, and anything else that a caller's object may carry, is not a public document.
  return Object.fromEntries(
    PUBLIC_FIELDS.map((field) => [field, walk(all[field], [field], change)]),
  ) as unknown as PublicDocuments;
}

function walk(
  value: unknown,
  path: readonly string[],
  change: (value: string, path: readonly string[]) => string,
): unknown {
  if (typeof value === 'string') return isSecret(path) ? change(value, path) : value;
  if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, String(index)], change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, walk(entry, [...path, name], change)]));
}

const isSecret = (path: readonly string[]): boolean =>
  SECRET_PATHS.some(
    (secret) => secret.length === path.length && secret.every((name, i) => name === '*' || name === path[i]),
  );

function valueAt(documents: PublicDocuments, path: readonly string[]): unknown {
  let value: unknown = documents;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
