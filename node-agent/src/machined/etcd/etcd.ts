/** The node's own etcd member, as the API and the service see it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type {
  EtcdMember as EtcdMemberInfo,
  EtcdStatusResponse,
  MoveLeaderResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { removeDurably, writeJsonAtomic } from '../host/fs-atomic.ts';
import { nodeFiles } from '../host/paths.ts';
import type { HostPaths } from '../machine/types.ts';
import type { EtcdClient, EtcdMember } from './client.ts';
import type { KnownMember, MembershipStep } from './membership.ts';
import { hexId, nextStep, quorumWithout } from './membership.ts';

export interface EtcdDeps {
  readonly paths: HostPaths;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  /** A client of the member at this address; the caller disposes of it. */
  readonly open: (address: string) => EtcdClient;
  readonly self: { readonly name: string; readonly address: string };
  /** Addresses of the other control planes, live. */
  readonly others: () => readonly string[];
}

export interface Etcd {
  bootstrapped(): boolean;
  /** Asked for, and kept until the data is there. Errors: ALREADY_EXISTS when this node or a peer has data. */
  bootstrap(signal: AbortSignal): Promise<void>;
  status(signal: AbortSignal): Promise<EtcdStatusResponse>;
  members(signal: AbortSignal): Promise<readonly EtcdMemberInfo[]>;
  /** The whole store, in order; its last 32 bytes are the SHA-256 of those before. */
  snapshot(signal: AbortSignal): AsyncIterable<{ readonly data: Uint8Array; readonly remainingBytes: number }>;
  /** Does nothing where this member does not lead, or no other voter answers. */
  moveLeader(signal: AbortSignal): Promise<MoveLeaderResponse>;
  /** Why this member had better not go, one sentence; undefined when the others can do without it. */
  leavingHurts(signal: AbortSignal): Promise<string | undefined>;
  /** Gives up the membership, by another member. Idempotent. Errors: none other answers, or etcd refuses. */
  leave(signal: AbortSignal): Promise<void>;
  /** Whether the others say that this node is no member; it asks nobody to change that. Errors: none other answers. */
  left(signal: AbortSignal): Promise<boolean>;
  /** The next thing to do towards a running member, with its outside effects done. */
  advance(signal: AbortSignal): Promise<Extract<MembershipStep, { kind: 'start' | 'wait' }>>;
  /** Healthy: answers a linearizable read. A learner is promoted when it has caught up, and is not healthy before. */
  checkHealth(signal: AbortSignal): Promise<void>;
}

export const etcdClientPort = 2379;
export const etcdPeerPort = 2380;
const heldClientMs = 10 * 60_000;
const host = (address: string): string => (address.includes(':') ? `[${address}]` : address);
export const peerUrl = (address: string): string => `https://${host(address)}:${etcdPeerPort}`;
export const clientUrl = (address: string): string => `https://${host(address)}:${etcdClientPort}`;

export const createEtcd = (deps: EtcdDeps): Etcd => {
  const files = nodeFiles(deps.paths);
  const requestFile = join(deps.paths.state, 'etcd-bootstrap.json');
  const self = { name: deps.self.name, peerUrl: peerUrl(deps.self.address) };
  const isSelf = (member: EtcdMember): boolean => member.peerUrls.includes(self.peerUrl);
  const noneAnswered = (): Error => new Error('no other member of etcd answered');
  const hasData = (): boolean => existsSync(join(files.etcdDir, 'member', 'wal'));
  const own = (): EtcdClient => deps.open(`127.0.0.1:${etcdClientPort}`);
  // For what is asked every few seconds: a TLS session for each would be most of the agent's garbage, outside of V8's sight.
  let held: { readonly client: EtcdClient; readonly untilMs: number } | undefined;
  const release = (): void => {
    held?.client[Symbol.dispose]();
    held = undefined;
  };
  /** Made anew from time to time, so that it follows the renewal of its certificate. */
  const heldClient = (): EtcdClient => {
    if (held !== undefined && deps.clock.monotonic() >= held.untilMs) release();
    held ??= { client: own(), untilMs: deps.clock.monotonic() + heldClientMs };
    return held.client;
  };

  /** The first other control plane that answers, used by `use`; undefined when none does. */
  const withPeer = async <T>(use: (client: EtcdClient) => Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
    for (const address of deps.others()) {
      using client = deps.open(`${host(address)}:${etcdClientPort}`);
      try {
        await client.members(signal);
      } catch {
        signal.throwIfAborted();
        continue;
      }
      return await use(client);
    }
    return undefined;
  };

  const statusOf = async (client: EtcdClient, signal: AbortSignal) => {
    const status = await client.status(signal);
    return { status, id: status.header?.memberId ?? '0' };
  };

  return {
    bootstrapped: hasData,

    async bootstrap(signal) {
      if (hasData()) {
        throw new RpcError(
          'ALREADY_EXISTS',
          `etcd on ${self.name} has data already: it is bootstrapped, or a member that joined`,
          {
            reason: 'ETCD_HAS_DATA',
          },
        );
      }
      const members = await withPeer((client) => client.members(signal), signal);
      if (members !== undefined) {
        throw new RpcError(
          'ALREADY_EXISTS',
          `the cluster has an etcd already (${members.map((member) => member.name).join(', ')}); ${self.name} joins it by itself`,
          { reason: 'ETCD_HAS_DATA' },
        );
      }
      writeJsonAtomic(requestFile, { requestedMs: deps.clock.now() });
    },

    async status(signal) {
      using client = own();
      const { status, id } = await statusOf(client, signal);
      return {
        memberId: hexId(id),
        leaderId: hexId(status.leader),
        leader: status.leader === id && id !== '0',
        learner: status.isLearner,
        version: status.version,
        dbSizeBytes: status.dbSize,
        dbInUseBytes: status.dbSizeInUse,
        raftIndex: status.raftIndex,
        raftAppliedIndex: status.raftAppliedIndex,
        raftTerm: status.raftTerm,
        errors: status.errors,
      };
    },

    async members(signal) {
      const client = heldClient(); // the operator asks every few seconds
      const [members, { status }] = await Promise.all([client.members(signal), statusOf(client, signal)]);
      const describe = async (member: EtcdMember) => ({
        id: hexId(member.id),
        name: member.name,
        peerUrls: member.peerUrls,
        clientUrls: member.clientUrls,
        learner: member.learner,
        leader: member.id === status.leader,
        healthy: isSelf(member) && !member.learner ? await reads(client, signal) : await answers(member, signal),
      });
      return await Promise.all(members.map(describe));
    },

    async *snapshot(signal) {
      using client = own();
      for await (const { blob, remainingBytes } of client.snapshot(signal)) yield { data: blob, remainingBytes };
    },

    async moveLeader(signal) {
      using client = own();
      const { status, id } = await statusOf(client, signal);
      if (status.leader !== id) return { leaderId: hexId(status.leader), moved: false };
      const candidates = (await client.members(signal)).filter((member) => member.id !== id && !member.learner);
      for (const candidate of candidates) {
        if (!(await answers(candidate, signal))) continue;
        await client.moveLeader(candidate.id, signal);
        return { leaderId: hexId(candidate.id), moved: true };
      }
      return { leaderId: hexId(id), moved: false };
    },

    async leavingHurts(signal) {
      if (!hasData()) return undefined;
      try {
        using client = own();
        const [members, { id }] = await Promise.all([client.members(signal), statusOf(client, signal)]);
        const voters = members.filter((member) => !member.learner && member.id !== id);
        const healthy = await Promise.all(voters.map((member) => answers(member, signal)));
        return quorumWithout(healthy);
      } catch (error) {
        signal.throwIfAborted();
        return `its etcd does not answer (${(error as Error).message}), so nobody knows whether the others can do without it`;
      }
    },

    async leave(signal) {
      if (!hasData()) return;
      const asked = await withPeer(async (client) => {
        const mine = (await client.members(signal)).find(isSelf);
        if (mine !== undefined) await client.remove(mine.id, signal);
        return true;
      }, signal);
      if (asked === undefined) throw noneAnswered();
    },

    async left(signal) {
      const members = await withPeer((client) => client.members(signal), signal);
      if (members === undefined) throw noneAnswered();
      return !members.some(isSelf);
    },

    async advance(signal) {
      for (;;) {
        const bootstrapRequested = existsSync(requestFile);
        const members = hasData()
          ? undefined
          : await withPeer((client): Promise<readonly KnownMember[]> => client.members(signal), signal);
        const step = nextStep({ self, hasData: hasData(), bootstrapRequested, members, others: deps.others().length });
        switch (step.kind) {
          case 'start':
            // Left there it would make an empty cluster of this node, should its data ever be lost.
            if (step.state === 'existing' && bootstrapRequested) removeDurably(requestFile);
            return step;
          case 'wait':
            return step;
          case 'remove-old-self':
            await withPeer((client) => client.remove(step.id, signal), signal);
            break;
          case 'add-learner':
            try {
              await withPeer((client) => client.addLearner(step.peerUrl, signal), signal);
            } catch (error) {
              // One learner at a time, and none while a member is not connected: etcd's own care for its quorum.
              if (error instanceof RpcError && (error.code === 'FAILED_PRECONDITION' || error.code === 'UNAVAILABLE')) {
                return { kind: 'wait', reason: `etcd takes no new member yet: ${error.message}` };
              }
              throw error;
            }
            break;
        }
      }
    },

    async checkHealth(signal) {
      try {
        const client = heldClient();
        const { status, id } = await statusOf(client, signal);
        if (status.isLearner) {
          await withPeer((peer) => peer.promote(id, signal), signal);
          throw new Error('etcd is a learner and catches up');
        }
        await client.read(signal);
      } catch (error) {
        release();
        throw error;
      }
      if (existsSync(requestFile) && hasData()) removeDurably(requestFile);
    },
  };

  async function answers(member: EtcdMember, signal: AbortSignal): Promise<boolean> {
    const url = member.clientUrls[0];
    if (url === undefined || member.learner) return false;
    using client = deps.open(new URL(url).host);
    return await reads(client, signal);
  }
};

const reads = (client: EtcdClient, signal: AbortSignal): Promise<boolean> =>
  client.read(signal).then(
    () => true,
    () => false,
  );
