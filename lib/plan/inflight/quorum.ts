/** Whether etcd can do without a node. */
import type { Context, Subject } from '../context.ts';

/** Why etcd would not keep its quorum without the node; undefined when it would, or when it is the only member anyway. */
export function quorumWithout({ snapshot }: Context, { node }: Subject): string | undefined {
  if (node.role !== 'control-plane') return undefined;
  const voters = snapshot.etcd?.members.filter((member) => member.voter);
  if (voters === undefined) return 'the members of etcd are not known';
  if (voters.length <= 1) return undefined;
  const healthy = voters.filter((member) => member.healthy && member.node !== node.name).length;
  const needed = Math.floor(voters.length / 2) + 1;
  return healthy >= needed
    ? undefined
    : `without ${node.name} etcd would have ${healthy} of ${voters.length} members, it needs ${needed}`;
}
