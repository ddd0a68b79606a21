/** Resources: what the node holds, in one shape. The store is a view: nothing is kept here that is held elsewhere. */
import type { EventType } from '../machine/types.ts';

export interface ResourceItem {
  /** Unique within its kind. */
  readonly id: string;
  /** Plain JSON. No secret, unless the kind is sensitive. */
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface ResourceColumn {
  readonly title: string;
  /** JSON pointer into the spec. */
  readonly path: string;
  readonly format: 'TEXT' | 'BYTES' | 'TIME' | 'DURATION';
}

/** A kind of resource: where it is read from, and what tells that it has changed. */
export interface ResourceKind {
  /** Singular, lower case. */
  readonly name: string;
  readonly description: string;
  /** os:admin's only. */
  readonly sensitive?: true;
  readonly columns: readonly ResourceColumn[];
  /** Events of the node after which its resources may be others. */
  readonly changesWith: readonly EventType[];
  /** For what changes without an event: looked at this often, ms, while somebody watches. */
  readonly pollMs?: number;
  list(signal: AbortSignal): Promise<readonly ResourceItem[]> | readonly ResourceItem[];
}

export interface Resource extends ResourceItem {
  readonly kind: string;
  /** Of its content: the same as long as nothing changes, in no order. */
  readonly version: string;
}

export type ResourceEvent =
  | { readonly type: 'CREATED' | 'UPDATED' | 'DELETED'; readonly resource: Resource }
  | { readonly type: 'BOOKMARK' };

/** "NAME /path" or "NAME /path FORMAT", one for each column. */
export function columns(...texts: readonly string[]): readonly ResourceColumn[] {
  return texts.map((text) => {
    const [title = '', path = '', format = 'TEXT'] = text.split(' ');
    return { title, path, format: format as ResourceColumn['format'] };
  });
}
