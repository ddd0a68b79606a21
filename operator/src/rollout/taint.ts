/** Our taint, and the label that goes with it; nothing else of a Node. */
import { find, mergePatch } from '@talos/lib/kube/apply.ts';
import { isConflict } from '@talos/lib/kube/errors.ts';
import { NODES, type Node } from '@talos/lib/kube/resources.ts';
import { isLabelled, isTainted, NO_LOAD_BALANCER, TAINT } from '@talos/lib/plan/objects/node.ts';
import { FIELD_MANAGER } from '../resources.ts';
import type { Tools } from './executor.ts';
import { GoneError, type Round } from './round.ts';

type Taints = NonNullable<NonNullable<Node['spec']>['taints']>;

/**
 * Puts the taint on, or takes it off. Taints of others (a person's, the node controller's) must not be lost: the Node is the one that
 * the watch has shown, and is read anew when that is not the newest. A person's own label is left as it is.
 */
export async function setTaint(
  step: { readonly node: string; readonly uid: string },
  wanted: boolean,
  round: Round,
  tools: Tools,
): Promise<void> {
  const { node: name, uid } = step;
  const shown = tools.caches.nodes.get(name);
  if (shown?.metadata.uid === uid && !isMarkedAs(shown, wanted)) {
    try {
      await patchTaint(shown, wanted, round, tools);
      return;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
  const { signal } = round;
  const node = await find(tools.transport, NODES, { name }, { signal });
  if (node === undefined || node.metadata.uid !== uid) {
    if (wanted) throw new GoneError(`node ${name} is not there any more`);
    return;
  }
  if (isMarkedAs(node, wanted)) {
    tools.caches.nodes.written(node);
    return;
  }
  await patchTaint(node, wanted, round, tools);
}

/** Somebody else may have taken off a part of what is ours. */
const isMarkedAs = (node: Node, wanted: boolean): boolean =>
  wanted ? isTainted(node) : !isTainted(node) && !isLabelled(node);

async function patchTaint(node: Node, wanted: boolean, round: Round, { transport, caches }: Tools): Promise<void> {
  const { name } = node.metadata;
  const others: Taints = (node.spec?.taints ?? []).filter((taint) => taint.key !== TAINT.key);
  const taints: Taints = wanted ? [...others, TAINT] : others;
  const { key, value } = NO_LOAD_BALANCER;
  const label = node.metadata.labels?.[key];
  const labels = wanted && label === undefined ? { [key]: value } : !wanted && isLabelled(node) ? { [key]: null } : {};
  const options = { signal: round.signal, fieldManager: FIELD_MANAGER, resourceVersion: node.metadata.resourceVersion };
  // a merge patch replaces the list as a whole, which the version makes safe
  round.noteWritten(
    caches.nodes,
    await mergePatch(transport, NODES, { name }, { metadata: { labels }, spec: { taints } }, options),
  );
}
