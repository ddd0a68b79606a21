/** The Machine that a cluster starts with: what its nodes run anyway. From then on it is the user's. */
import { create } from '@talos/lib/kube/apply.ts';
import { isAlreadyExists, isNotFound } from '@talos/lib/kube/errors.ts';
import { defineResource } from '@talos/lib/kube/objects.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { FIELD_MANAGER } from './apply.ts';
import { poll } from './wait.ts';

const MACHINES = defineResource({
  group: 'osctl.dev',
  version: 'v1alpha1',
  kind: 'Machine',
  plural: 'machines',
  namespaced: false,
});

/** What `kubectl apply` looks for; without it the first one of a user ends in a warning. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * Guarantees: a Machine that is there stays as it is. The same `cluster create` again mends a cluster; it must not take back
 * an upgrade.
 */
export async function createMachine(transport: Transport, image: string, signal: AbortSignal): Promise<void> {
  const machine = {
    apiVersion: 'osctl.dev/v1alpha1',
    kind: 'Machine',
    metadata: { name: 'cluster' },
    // Without a digest: one that stood here would outlive the image's name in every later `kubectl apply` that names none.
    spec: { os: { image } },
  };
  const object = {
    ...machine,
    metadata: { name: 'cluster', annotations: { [LAST_APPLIED]: JSON.stringify(machine) } },
  };
  await poll('the apiserver to take the Machine', 30_000, signal, async () => {
    try {
      await create(transport, MACHINES, object, { fieldManager: FIELD_MANAGER, signal });
    } catch (error) {
      // Its definition was applied a moment ago.
      if (isNotFound(error)) return undefined;
      if (!isAlreadyExists(error)) throw error;
    }
    return true;
  });
}
