import { apiVersion, type KubeObject, type ResourceType, resourcePath } from './objects.ts';
import type { Transport } from './transport.ts';

/** Which objects of a kind. Without a namespace: of all. */
export interface Selection {
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
}

export interface ListOptions extends Selection {
  readonly signal: AbortSignal;
  /** Objects a page. Default 500. */
  readonly limit?: number;
  /** A longer page is an error. Default 64 MiB. */
  readonly maxBytes?: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** The point in history that all pages of this list show; watch from here. */
  readonly resourceVersion: string;
}

interface ListBody<T> {
  readonly metadata: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items?: readonly T[] | null;
}

/**
 * Lists page by page, all pages from one consistent point in history.
 *
 * Errors: isGone(error) when that point is compacted away between two pages: start over.
 */
export async function* listPages<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  options: ListOptions,
): AsyncGenerator<Page<T>> {
  let next: string | undefined;
  do {
    const body: ListBody<T> = await transport.request<ListBody<T>>({
      path: resourcePath(type, { namespace: options.namespace }),
      query: {
        limit: options.limit ?? 500,
        continue: next,
        labelSelector: options.labelSelector,
        fieldSelector: options.fieldSelector,
      },
      signal: options.signal,
      ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
    });
    yield {
      // items of a list come without their type
      items: (body.items ?? []).map((item) => ({ ...item, apiVersion: apiVersion(type), kind: type.kind })),
      resourceVersion: body.metadata.resourceVersion ?? '',
    };
    next = body.metadata.continue || undefined;
  } while (next !== undefined);
}

/** All objects at once. For what is known to be few; large kinds belong in a Store. */
export async function list<T extends KubeObject>(
  transport: Transport,
  type: ResourceType<T>,
  options: ListOptions,
): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of listPages(transport, type, options)) items.push(...page.items);
  return items;
}
