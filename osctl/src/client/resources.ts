/** Resources of a node's state store, read once. */
import { type Resource, type ResourceKind, State } from '@talos/proto/gen/osctl/v1alpha1.ts';
import type { NodeConnection } from './nodes.ts';

/** A resource as programs get it: its spec is JSON no more. */
export interface ShownResource {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

export function shown({ kind, id, version, spec }: Resource): ShownResource {
  return { kind, id, version, spec: spec === '' ? {} : (JSON.parse(spec) as Readonly<Record<string, unknown>>) };
}

/** All of a kind, or the one with that id. Errors: those of State.Get. */
export async function readResources(
  node: NodeConnection,
  kind: string,
  id = '',
): Promise<{ readonly kind: ResourceKind | undefined; readonly resources: readonly ShownResource[] }> {
  let shape: ResourceKind | undefined;
  const resources: ShownResource[] = [];
  for await (const event of node.client(State).get({ kind, id }, node.unary)) {
    shape ??= event.kind;
    if (event.resource !== undefined) resources.push(shown(event.resource));
  }
  return { kind: shape, resources };
}
