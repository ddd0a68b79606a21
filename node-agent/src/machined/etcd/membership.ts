/** How this node's etcd comes to be a member: pure. The worst mistake here is a second cluster beside the first. */

export interface KnownMember {
  /** Decimal, as on the wire. */
  readonly id: string;
  /** Empty until the member has started for the first time. */
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly learner: boolean;
}

export interface MembershipFacts {
  readonly self: { readonly name: string; readonly peerUrl: string };
  /** The data directory holds a write-ahead log. */
  readonly hasData: boolean;
  readonly bootstrapRequested: boolean;
  /** What another control plane's etcd says; undefined when none answered. */
  readonly members: readonly KnownMember[] | undefined;
  /** How many other control planes the config names. */
  readonly others: number;
}

export type MembershipStep =
  | { readonly kind: 'start'; readonly state: 'new' | 'existing'; readonly initialCluster: string }
  | { readonly kind: 'remove-old-self'; readonly id: string }
  | { readonly kind: 'add-learner'; readonly peerUrl: string }
  | { readonly kind: 'wait'; readonly reason: string };

/** `name=url,…`: etcd compares the URLs with the cluster's; a member that has no name yet needs a stand-in. */
export const initialCluster = (self: MembershipFacts['self'], members: readonly KnownMember[]): string =>
  members
    .flatMap((member) =>
      member.peerUrls.map((url) => {
        const name = url === self.peerUrl ? self.name : member.name === '' ? `unstarted-${member.id}` : member.name;
        return `${name}=${url}`;
      }),
    )
    .sort()
    .join(',');

/**
 * Guarantees: a new cluster is made only when asked for, without data here, and while no other control plane answers as a
 * member of one; data that is there is never given up.
 */
export const nextStep = (facts: MembershipFacts): MembershipStep => {
  const { self, members } = facts;
  const alone = `${self.name}=${self.peerUrl}`;
  // With data the flags of a first start are ignored by etcd: the members are in it.
  if (facts.hasData) return { kind: 'start', state: 'existing', initialCluster: alone };
  if (members !== undefined) {
    const mine = members.find((member) => member.peerUrls.includes(self.peerUrl));
    if (mine === undefined) return { kind: 'add-learner', peerUrl: self.peerUrl };
    // Added before, but the start was cut off: go on from there.
    if (mine.name === '') return { kind: 'start', state: 'existing', initialCluster: initialCluster(self, members) };
    // It has run and its data is gone. A member that comes back empty has forgotten its votes: it must be a new one.
    return { kind: 'remove-old-self', id: mine.id };
  }
  if (facts.bootstrapRequested) return { kind: 'start', state: 'new', initialCluster: alone };
  return {
    kind: 'wait',
    reason:
      facts.others === 0
        ? 'waiting for bootstrap'
        : 'waiting for bootstrap, or for another control plane whose etcd can be joined',
  };
};

/** Why a member must not go: `others` tells of each other voter whether it is healthy. undefined: it may. */
export const quorumWithout = (others: readonly boolean[]): string | undefined => {
  if (others.length === 0) return 'it is the only member of etcd: the cluster ends with it';
  const healthy = others.filter((each) => each).length;
  const needed = Math.floor(others.length / 2) + 1;
  return healthy >= needed
    ? undefined
    : `etcd would lose its quorum: of the ${others.length} other members ${healthy} are healthy, ${needed} are needed`;
};

/** uint64 ids: decimal on our wire, hexadecimal for people, as etcdctl shows them. */
export const hexId = (decimal: string): string => BigInt(decimal === '' ? '0' : decimal).toString(16);
