/** The store's members, as control planes tell them. */
import type { EtcdView } from '@talos/lib/plan/types.ts';
import type { EtcdMembersResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';

const MAX_MEMBERS = 32;

/** What one control plane said, and when by the monotonic clock. */
export interface EtcdReport {
  readonly view: EtcdView;
  readonly time: number;
}

export function etcdView({ members }: EtcdMembersResponse): EtcdView {
  // a member that has not started yet has no name
  const nodeOf = (member: EtcdMembersResponse['members'][number]) => member.name || member.id;
  const leader = members.find((member) => member.leader);
  return {
    members: members.slice(0, MAX_MEMBERS).map((member) => ({
      node: nodeOf(member),
      voter: !member.learner,
      healthy: member.healthy,
    })),
    ...(leader !== undefined && { leader: nodeOf(leader) }),
  };
}

/**
 * The newest of the reports that are not older than `maxAgeMs`; of a list that is told by several, the newest wins whole,
 * since members of different lists don't add up to a quorum.
 */
export function newestEtcd(reports: Iterable<EtcdReport>, now: number, maxAgeMs: number): EtcdView | undefined {
  let newest: EtcdReport | undefined;
  for (const report of reports) {
    if (now - report.time <= maxAgeMs && (newest === undefined || report.time > newest.time)) newest = report;
  }
  return newest?.view;
}
