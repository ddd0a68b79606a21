import { isDigest } from './digest.ts';
import { OciError } from './error.ts';

/** A fully spelled image reference: at least one of tag and digest is there; when both are, the digest decides. */
export interface Reference {
  /** `host` or `host:port` */
  readonly host: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const HOST =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;

/**
 * Parses `[host/]repository[:tag][@digest]` by the distribution project's rules: the first part is a host when it holds a dot or
 * a colon or is `localhost`; without a host it is Docker Hub's; without tag and digest the tag is `latest`.
 * Errors: MALFORMED, naming the part.
 */
export function parseReference(text: string): Reference {
  const bad = (why: string) =>
    new OciError('MALFORMED', `image reference ${JSON.stringify(text.slice(0, 300))}: ${why}`);
  if (text.length > 512) throw bad('longer than 512 characters');

  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !isDigest(digest)) throw bad('the digest is not sha256:<64 lower-case hex digits>');
  const named = at < 0 ? text : text.slice(0, at);

  const slash = named.indexOf('/');
  const first = slash < 0 ? '' : named.slice(0, slash);
  const explicit = first === 'localhost' || first.includes('.') || first.includes(':');
  const host = explicit ? first : 'docker.io';
  if (!HOST.test(host)) throw bad(`${JSON.stringify(host)} is not a host`);
  const rest = explicit ? named.slice(slash + 1) : named;

  const colon = rest.indexOf(':');
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) throw bad(`${JSON.stringify(tag)} is not a tag`);
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const repository = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  if (repository.length > 255) throw bad('the repository is longer than 255 characters');
  for (const part of repository.split('/')) {
    if (!COMPONENT.test(part))
      throw bad(`${JSON.stringify(part)} is not a repository path (lower case, digits, . _ -)`);
  }

  return {
    host,
    repository,
    ...(tag !== undefined ? { tag } : digest === undefined ? { tag: 'latest' } : {}),
    ...(digest !== undefined ? { digest } : {}),
  };
}

export function formatReference(reference: Reference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  return `${reference.host}/${reference.repository}${tag}${digest}`;
}

/** The same image, held to one content: the tag is dropped. */
export function pinned(reference: Reference, digest: string): Reference {
  return { host: reference.host, repository: reference.repository, digest };
}
