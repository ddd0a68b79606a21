/** Server-side apply of plain objects of any kind, by the cluster's own discovery. */
import { apply } from '@talos/lib/kube/apply.ts';
import { ApiError, isNotFound } from '@talos/lib/kube/errors.ts';
import { defineResource, type ResourceType } from '@talos/lib/kube/objects.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { KubernetesObject } from './addons/objects.ts';
import { ClusterError } from './types.ts';
import { poll } from './wait.ts';

/** The owner of what osctl has applied: `kubectl get --show-managed-fields` tells it from people's changes. */
export const FIELD_MANAGER = 'osctl';

interface ApiResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/**
 * Applies objects in their order. An object's kind may be defined by one before it; the apiserver is given time to serve it.
 *
 * Errors: ClusterError, naming the object.
 */
export async function applyObjects(
  transport: Transport,
  objects: readonly KubernetesObject[],
  signal: AbortSignal,
): Promise<void> {
  const lists = new Map<string, ApiResourceList>();
  for (const object of objects) {
    const what = `${object.kind} ${object.metadata.namespace === undefined ? '' : `${object.metadata.namespace}/`}${object.metadata.name}`;
    const type = await poll(`the apiserver to serve ${object.apiVersion} ${object.kind}`, 30_000, signal, async () =>
      resourceOf(transport, lists, object, signal),
    );
    try {
      await poll(`${what} to be taken`, 30_000, signal, async () => {
        try {
          await apply(transport, type, object as never, { fieldManager: FIELD_MANAGER, force: true, signal });
          return true;
        } catch (error) {
          // A namespace or definition applied a moment ago may not have reached every part of the apiserver.
          if (isNotFound(error)) return undefined;
          throw error;
        }
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ClusterError(`the apiserver refused ${what}: ${error.message}`, { cause: error });
    }
  }
}

async function resourceOf(
  transport: Transport,
  lists: Map<string, ApiResourceList>,
  object: KubernetesObject,
  signal: AbortSignal,
): Promise<ResourceType | undefined> {
  const [version = '', group = ''] = object.apiVersion.split('/').reverse();
  const find = () =>
    lists.get(object.apiVersion)?.resources.find((one) => one.kind === object.kind && !one.name.includes('/'));
  if (find() === undefined) {
    try {
      const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
      lists.set(object.apiVersion, await transport.request<ApiResourceList>({ path, signal }));
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  const found = find();
  return (
    found && defineResource({ group, version, kind: object.kind, plural: found.name, namespaced: found.namespaced })
  );
}
