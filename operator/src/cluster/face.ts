/** What of a Node wakes the operator. */
import { createHash } from 'node:crypto';
import type { Node } from '@talos/lib/kube/resources.ts';
import { isTainted } from '@talos/lib/plan/objects/node.ts';

/**
 * The same for as long as nothing has changed that a decision rests on: a heartbeat is no news but of a node in our hands, and with
 * a thousand nodes there are three of them a second.
 */
export function faceOf(node: Node): string {
  const { resourceVersion: _, generation: __, ...metadata } = node.metadata;
  const { conditions, ...status } = node.status ?? {};
  const shown = isTainted(node) ? conditions : conditions?.map(({ type, status }) => [type, status]);
  return createHash('sha1')
    .update(JSON.stringify([metadata, node.spec, status, shown]))
    .digest('base64');
}
