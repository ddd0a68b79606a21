/** Our taint, and the label that goes with it; nothing else of a Node. */
import { find, mergePatch } from '@talos/lib/kube/apply.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import { isTainted, TAINT } from '@talos/lib/plan/objects/node.ts';
import { FIELD_MANAGER, NO_LOAD_BALANCER } from '../resources.ts';
import type { Tools } from './executor.ts';
import { GoneError, type Round } from './round.ts';

type Taints = NonNullable<NonNullable<Node['spec']>['taints']>;

/**
 * Puts the taint on, or takes it off. The Node is read anew for this: its version changes with every heartbeat, and
 * taints of others (a person's, the node controller's) must not be lost. A person's own label is left as it is.
 */
export async function setTaint(
  { node: name, uid }: { readonly node: string; readonly uid: string },
  wanted: boolean,
  round: Round,
  { transport, caches }: Tools,
): Promise<void> {
  const { signal } = round;
  const node = await find(transport, NODES, { name }, { signal });
  if (node === undefined || node.metadata.uid !== uid) {
    if (wanted) throw new GoneError(`node ${name} is not there any more`);
    return;
  }
  if (isTainted(node) === wanted) {
    caches.nodes.written(node);
    return;
  }
  const others: Taints = (node.spec?.taints ?? []).filter((taint) => taint.key !== TAINT.key);
  const taints: Taints = wanted ? [...others, TAINT] : others;
  const { key, value } = NO_LOAD_BALANCER;
  const label = node.metadata.labels?.[key];
  const labels = wanted && label === undefined ? { [key]: value } : !wanted && label === value ? { [key]: null } : {};
  const options = { signal, fieldManager: FIELD_MANAGER, resourceVersion: node.metadata.resourceVersion };
  // a merge patch replaces the list as a whole, which the version makes safe
  round.noteWritten(
    caches.nodes,
    await mergePatch(transport, NODES, { name }, { metadata: { labels }, spec: { taints } }, options),
  );
}
