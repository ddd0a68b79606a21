/** One member of etcd, as machined talks to it. */
import { openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { Cluster, KV, Maintenance, type Member, type StatusResponse } from '@talos/proto/gen/etcd.ts';
import type { KnownMember } from './membership.ts';

export interface EtcdTls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export interface EtcdMember {
  readonly id: string;
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly clientUrls: readonly string[];
  readonly learner: boolean;
}

export interface EtcdClient extends Disposable {
  members(signal: AbortSignal): Promise<readonly EtcdMember[]>;
  addLearner(peerUrl: string, signal: AbortSignal): Promise<readonly KnownMember[]>;
  remove(id: string, signal: AbortSignal): Promise<void>;
  /** Errors: FAILED_PRECONDITION while the learner has not caught up. */
  promote(id: string, signal: AbortSignal): Promise<void>;
  status(signal: AbortSignal): Promise<StatusResponse>;
  /** A linearizable read: an answer proves that a quorum is there. */
  read(signal: AbortSignal): Promise<void>;
  moveLeader(targetId: string, signal: AbortSignal): Promise<void>;
  snapshot(signal: AbortSignal): AsyncIterable<{ readonly blob: Uint8Array; readonly remainingBytes: number }>;
}

const timeoutMs = 5_000;
const known = (member: Member): EtcdMember => ({
  id: member.id,
  name: member.name,
  peerUrls: member.peerUrls,
  clientUrls: member.clientUrls,
  learner: member.isLearner,
});

/** `address` is host:port. Errors of all calls: RpcError. */
export const openEtcd = (address: string, tls: EtcdTls): EtcdClient => {
  const channel = openChannel({ address, tls });
  const cluster = createClient(Cluster, channel);
  const kv = createClient(KV, channel);
  const maintenance = createClient(Maintenance, channel);
  return {
    async members(signal) {
      return (await cluster.memberList({ linearizable: true }, { signal, timeoutMs })).members.map(known);
    },
    async addLearner(peerUrl, signal) {
      const answer = await cluster.memberAdd({ peerUrls: [peerUrl], isLearner: true }, { signal, timeoutMs });
      return answer.members.map(known);
    },
    async remove(id, signal) {
      await cluster.memberRemove({ id }, { signal, timeoutMs });
    },
    async promote(id, signal) {
      await cluster.memberPromote({ id }, { signal, timeoutMs });
    },
    status: (signal) => maintenance.status({}, { signal, timeoutMs }),
    async read(signal) {
      await kv.range({ key: Buffer.from('health'), keysOnly: true }, { signal, timeoutMs });
    },
    async moveLeader(targetId, signal) {
      await maintenance.moveLeader({ targetId }, { signal, timeoutMs });
    },
    snapshot: (signal) => maintenance.snapshot({}, { signal }),
    [Symbol.dispose]: () => channel.close(),
  };
};
