/**
 * A node's documents with what the layers say in them. What layers say no longer goes back to what the node itself had there:
 * that is remembered place by place (`managed`), so that everything else stays the node's own, whoever changes it.
 */
import {
  type ConfigImpact,
  type ConfigIssue,
  checkDocuments,
  impactOf,
  maskedHash,
  type PublicDocuments,
} from '@talos/crds/config/index.ts';
import { CONFIG_KINDS, KIND_FIELDS } from '@talos/crds/config/kinds.ts';
import { validateSpec } from '@talos/crds/config/validate.ts';
import type { ManagedField } from '@talos/crds/nodestate.ts';
import type { Merged } from './layers.ts';
import { isMap, type Json, keyed, type Path, parentOf, pathOf, pointerOf, unkeyed, valueAt } from './path.ts';

export interface Rendered {
  /** Secrets are digests, as the node showed them; it takes these back. */
  readonly documents: PublicDocuments;
  /** The hash that the node itself will tell. */
  readonly hash: string;
  readonly impact: ConfigImpact;
  /** To be stored before the documents are sent. */
  readonly managed: readonly ManagedField[];
  /** What the node would refuse. */
  readonly issues: readonly ConfigIssue[];
}

/**
 * Guarantees: rendering what was rendered changes nothing; without layers it gives the node's own documents back. `managed` also
 * keeps places that only former layers knew, until `settledManaged` drops them: before the node has taken the documents, both
 * may be in force.
 */
export function render(current: PublicDocuments, managed: readonly ManagedField[], merged: Merged): Rendered {
  const root = keyed(current);
  restore(root, managed);
  const replaced: ManagedField[] = [];
  const inOrder = [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, assignment]) => assignment);
  for (const { path } of inOrder.filter(({ kind }) => kind === 'remove')) {
    const was = valueAt(root, path);
    replaced.push({ path: pointerOf(path), ...(was === undefined ? {} : { was: JSON.stringify(was) }) });
    unset(root, path);
  }
  for (const assignment of inOrder)
    if (assignment.kind === 'set') set(root, assignment.path, assignment.value, replaced);
  const documents = unkeyed(root);
  const known = new Set(replaced.map(({ path }) => path));
  return {
    documents,
    hash: maskedHash(documents),
    impact: impactOf(current, documents),
    managed: [...managed.filter(({ path }) => !known.has(path)), ...replaced],
    issues: issuesOf(documents),
  };
}

/** Without the places of former layers: for once the node has the documents. The same list when there are none. */
export function settledManaged(managed: readonly ManagedField[], merged: Merged): readonly ManagedField[] {
  const kept = managed.filter(
    ({ path, created }) =>
      merged.has(path) || (created === true && [...merged.keys()].some((pointer) => pointer.startsWith(`${path}/`))),
  );
  return kept.length === managed.length ? managed : kept;
}

/** Schema and dependencies, as the node checks them. */
export function issuesOf(documents: PublicDocuments): readonly ConfigIssue[] {
  const specs = documents as unknown as Json;
  const issues = CONFIG_KINDS.filter((kind) => kind !== 'TrustConfig').flatMap((kind) =>
    validateSpec(kind, specs[KIND_FIELDS[kind]]),
  );
  return issues.length > 0 ? issues : checkDocuments(documents);
}

function restore(root: Json, managed: readonly ManagedField[]): void {
  for (const { path: pointer, was, created } of managed.toReversed()) {
    const path = pathOf(pointer);
    if (created === true) {
      const map = valueAt(root, path);
      if (isMap(map) && Object.keys(map).length === 0) unset(root, path);
    } else if (was === undefined) unset(root, path);
    else set(root, path, JSON.parse(was), []);
  }
}

function unset(root: Json, path: Path): void {
  const parent = parentOf(root, path);
  if (parent !== undefined) delete parent[path.at(-1) ?? ''];
}

function set(root: Json, path: Path, value: unknown, replaced: ManagedField[]): void {
  let parent = root;
  for (const [index, name] of path.slice(0, -1).entries()) {
    let child = Object.hasOwn(parent, name) ? parent[name] : undefined;
    if (!isMap(child)) {
      child = {};
      parent[name] = child;
      replaced.push({ path: pointerOf(path.slice(0, index + 1)), created: true });
    }
    parent = child as Json;
  }
  const last = path.at(-1) ?? '';
  const was = Object.hasOwn(parent, last) ? parent[last] : undefined;
  replaced.push({ path: pointerOf(path), ...(was === undefined ? {} : { was: JSON.stringify(was) }) });
  parent[last] = value;
}
