/** The order in which nodes get their turn. */
import type { NodeView, Snapshot } from '../types.ts';
import type { Policy } from '../wished/policy.ts';
import { selects } from '../wished/selector.ts';

/**
 * Control planes before workers (no kubelet may be newer than an apiserver); among them etcd followers before the leader
 * and the operator's own node last. Of the workers the canaries go first. Then what is broken already (it costs no more), the most
 * outdated, round the zones, the name.
 */
export function inOrder(
  nodes: readonly NodeView[],
  snapshot: Pick<Snapshot, 'etcd' | 'leader'>,
  policy: Pick<Policy, 'canaries' | 'zoneLabel'>,
): readonly NodeView[] {
  const turns = turnsInZones(nodes, policy.zoneLabel);
  const isCanary = ({ role, labels }: NodeView): boolean =>
    role === 'worker' && policy.canaries !== undefined && selects(policy.canaries, labels);
  const key = (node: NodeView): readonly number[] => [
    node.role === 'control-plane' ? 0 : 1,
    node.name === snapshot.leader.node ? 1 : 0,
    node.name === snapshot.etcd?.leader ? 1 : 0,
    isCanary(node) ? 0 : 1,
    isAvailable(node) ? 1 : 0,
  ];
  const keys = new Map(nodes.map((node) => [node, key(node)]));
  return nodes.toSorted((a, b) => {
    const [left, right] = [keys.get(a) ?? [], keys.get(b) ?? []];
    for (const [index, value] of left.entries()) {
      const difference = value - (right[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return (
      compareVersions(a.agent?.version ?? '', b.agent?.version ?? '') ||
      (turns.get(a) ?? 0) - (turns.get(b) ?? 0) ||
      byName(a, b)
    );
  });
}

const byName = (a: NodeView, b: NodeView): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

export const zoneOf = ({ labels }: NodeView, zoneLabel: string): string => labels[zoneLabel] ?? '';

/** Which of its zone a node is, by name: the first of every zone go before the second of any. */
function turnsInZones(nodes: readonly NodeView[], zoneLabel: string): ReadonlyMap<NodeView, number> {
  const counts = new Map<string, number>();
  return new Map(
    nodes.toSorted(byName).map((node) => {
      const zone = zoneOf(node, zoneLabel);
      const turn = counts.get(zone) ?? 0;
      counts.set(zone, turn + 1);
      return [node, turn];
    }),
  );
}

/** A cordon alone makes no node unavailable: what runs there runs on. */
export function isAvailable(node: NodeView): boolean {
  return node.ready && node.agent?.reachable === true;
}

/** Numbers as numbers, the rest as text; a release is newer than its pre-releases. */
export function compareVersions(a: string, b: string): number {
  const split = (version: string): readonly [readonly string[], string] => {
    const [numbers = '', ...rest] = version.replace(/^v/, '').split('-');
    return [numbers.split('.'), rest.join('-')];
  };
  const [[left, leftPre], [right, rightPre]] = [split(a), split(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (Number.isFinite(difference) && difference !== 0) return difference;
  }
  if (leftPre === rightPre) return 0;
  if (leftPre === '' || rightPre === '') return leftPre === '' ? 1 : -1;
  return leftPre < rightPre ? -1 : 1;
}
