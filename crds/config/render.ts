/** Configuration as people read it: YAML documents. */
import { stringify } from 'yaml';
import { maskSecrets } from './canonical.ts';
import {
  CONFIG_API_VERSION,
  CONFIG_KINDS,
  KIND_FIELDS,
  type PublicDocuments,
  type SubmittedDocuments,
} from './kinds.ts';

/**
 * All documents, secrets in the clear: for the node's own file and for `osctl gen config`. Documents without content are
 * left out. Guarantees: parseDocuments gives the same value back; equal values give equal text.
 */
export function renderDocuments(documents: SubmittedDocuments): string {
  return CONFIG_KINDS.flatMap((kind) => {
    const spec = documents[KIND_FIELDS[kind]];
    if (spec === undefined || isEmpty(spec)) return [];
    return [
      stringify(
        { apiVersion: CONFIG_API_VERSION, kind, spec },
        { lineWidth: 0, aliasDuplicateObjects: false, sortMapEntries: order },
      ),
    ];
  }).join('---\n');
}

/** For whoever may read the configuration: trust left out, other secrets as digests. */
export function renderRedacted(documents: PublicDocuments, key: Buffer): string {
  return renderDocuments(maskSecrets(documents, key));
}

const isEmpty = (spec: object): boolean =>
  Object.values(spec).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));

const FIRST = ['apiVersion', 'kind', 'spec', 'nodeName', 'name'];
function order(a: { key: unknown }, b: { key: unknown }): number {
  const [left, right] = [keyOf(a.key), keyOf(b.key)];
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return rank(left) - rank(right) || (left < right ? -1 : left > right ? 1 : 0);
}
const keyOf = (key: unknown): string =>
  String(typeof key === 'object' && key !== null && 'value' in key ? key.value : key);
