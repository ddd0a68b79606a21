// Made by `npm run gen` from the .proto files. Do not edit.

import { enumeration, type MessageType, message } from '../runtime/message.ts';
import type { ServerStream, Unary, ServiceDescriptor } from '../runtime/service.ts';

export type { Init } from '../runtime/message.ts';

export type AlarmType = 'NONE' | 'NOSPACE' | 'CORRUPT';
const AlarmTypeValues = enumeration('etcdserverpb.AlarmType', {
  NONE: 0,
  NOSPACE: 1,
  CORRUPT: 2,
});

export type AlarmAction = 'GET' | 'ACTIVATE' | 'DEACTIVATE';
const AlarmActionValues = enumeration('etcdserverpb.AlarmAction', {
  GET: 0,
  ACTIVATE: 1,
  DEACTIVATE: 2,
});

export interface ResponseHeader {
  readonly clusterId: string;
  readonly memberId: string;
  readonly revision: number;
  readonly raftTerm: number;
}
export const ResponseHeader: MessageType<ResponseHeader> = message('etcdserverpb.ResponseHeader', [
  { no: 1, name: 'clusterId', type: 'uint64-string' },
  { no: 2, name: 'memberId', type: 'uint64-string' },
  { no: 3, name: 'revision', type: 'int64' },
  { no: 4, name: 'raftTerm', type: 'uint64' },
]);

export interface RangeRequest {
  readonly key: Uint8Array;
  readonly rangeEnd: Uint8Array;
  readonly limit: number;
  readonly revision: number;
  /** false: linearizable, so an answer proves a quorum */
  readonly serializable: boolean;
  readonly keysOnly: boolean;
  readonly countOnly: boolean;
}
export const RangeRequest: MessageType<RangeRequest> = message('etcdserverpb.RangeRequest', [
  { no: 1, name: 'key', type: 'bytes' },
  { no: 2, name: 'rangeEnd', type: 'bytes' },
  { no: 3, name: 'limit', type: 'int64' },
  { no: 4, name: 'revision', type: 'int64' },
  { no: 7, name: 'serializable', type: 'bool' },
  { no: 8, name: 'keysOnly', type: 'bool' },
  { no: 9, name: 'countOnly', type: 'bool' },
]);

export interface RangeResponse {
  readonly header: ResponseHeader | undefined;
  readonly kvs: readonly KeyValue[];
  readonly more: boolean;
  readonly count: number;
}
export const RangeResponse: MessageType<RangeResponse> = message('etcdserverpb.RangeResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'kvs', type: () => KeyValue, repeated: true },
  { no: 3, name: 'more', type: 'bool' },
  { no: 4, name: 'count', type: 'int64' },
]);

/** mvccpb.KeyValue on etcd's side; the name of a package is not on the wire. */
export interface KeyValue {
  readonly key: Uint8Array;
  readonly createRevision: number;
  readonly modRevision: number;
  readonly version: number;
  readonly value: Uint8Array;
  readonly lease: number;
}
export const KeyValue: MessageType<KeyValue> = message('etcdserverpb.KeyValue', [
  { no: 1, name: 'key', type: 'bytes' },
  { no: 2, name: 'createRevision', type: 'int64' },
  { no: 3, name: 'modRevision', type: 'int64' },
  { no: 4, name: 'version', type: 'int64' },
  { no: 5, name: 'value', type: 'bytes' },
  { no: 6, name: 'lease', type: 'int64' },
]);

export interface Member {
  readonly id: string;
  /** empty until the member has started for the first time */
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly clientUrls: readonly string[];
  readonly isLearner: boolean;
}
export const Member: MessageType<Member> = message('etcdserverpb.Member', [
  { no: 1, name: 'id', type: 'uint64-string' },
  { no: 2, name: 'name', type: 'string' },
  { no: 3, name: 'peerUrls', type: 'string', repeated: true },
  { no: 4, name: 'clientUrls', type: 'string', repeated: true },
  { no: 5, name: 'isLearner', type: 'bool' },
]);

export interface MemberAddRequest {
  readonly peerUrls: readonly string[];
  readonly isLearner: boolean;
}
export const MemberAddRequest: MessageType<MemberAddRequest> = message('etcdserverpb.MemberAddRequest', [
  { no: 1, name: 'peerUrls', type: 'string', repeated: true },
  { no: 2, name: 'isLearner', type: 'bool' },
]);

export interface MemberAddResponse {
  readonly header: ResponseHeader | undefined;
  readonly member: Member | undefined;
  readonly members: readonly Member[];
}
export const MemberAddResponse: MessageType<MemberAddResponse> = message('etcdserverpb.MemberAddResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'member', type: () => Member },
  { no: 3, name: 'members', type: () => Member, repeated: true },
]);

export interface MemberRemoveRequest {
  readonly id: string;
}
export const MemberRemoveRequest: MessageType<MemberRemoveRequest> = message('etcdserverpb.MemberRemoveRequest', [
  { no: 1, name: 'id', type: 'uint64-string' },
]);

export interface MemberRemoveResponse {
  readonly header: ResponseHeader | undefined;
  readonly members: readonly Member[];
}
export const MemberRemoveResponse: MessageType<MemberRemoveResponse> = message('etcdserverpb.MemberRemoveResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'members', type: () => Member, repeated: true },
]);

export interface MemberUpdateRequest {
  readonly id: string;
  readonly peerUrls: readonly string[];
}
export const MemberUpdateRequest: MessageType<MemberUpdateRequest> = message('etcdserverpb.MemberUpdateRequest', [
  { no: 1, name: 'id', type: 'uint64-string' },
  { no: 2, name: 'peerUrls', type: 'string', repeated: true },
]);

export interface MemberUpdateResponse {
  readonly header: ResponseHeader | undefined;
  readonly members: readonly Member[];
}
export const MemberUpdateResponse: MessageType<MemberUpdateResponse> = message('etcdserverpb.MemberUpdateResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'members', type: () => Member, repeated: true },
]);

export interface MemberListRequest {
  readonly linearizable: boolean;
}
export const MemberListRequest: MessageType<MemberListRequest> = message('etcdserverpb.MemberListRequest', [
  { no: 1, name: 'linearizable', type: 'bool' },
]);

export interface MemberListResponse {
  readonly header: ResponseHeader | undefined;
  readonly members: readonly Member[];
}
export const MemberListResponse: MessageType<MemberListResponse> = message('etcdserverpb.MemberListResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'members', type: () => Member, repeated: true },
]);

export interface MemberPromoteRequest {
  readonly id: string;
}
export const MemberPromoteRequest: MessageType<MemberPromoteRequest> = message('etcdserverpb.MemberPromoteRequest', [
  { no: 1, name: 'id', type: 'uint64-string' },
]);

export interface MemberPromoteResponse {
  readonly header: ResponseHeader | undefined;
  readonly members: readonly Member[];
}
export const MemberPromoteResponse: MessageType<MemberPromoteResponse> = message('etcdserverpb.MemberPromoteResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'members', type: () => Member, repeated: true },
]);

export interface AlarmRequest {
  readonly action: AlarmAction;
  readonly memberId: string;
  readonly alarm: AlarmType;
}
export const AlarmRequest: MessageType<AlarmRequest> = message('etcdserverpb.AlarmRequest', [
  { no: 1, name: 'action', type: AlarmActionValues },
  { no: 2, name: 'memberId', type: 'uint64-string' },
  { no: 3, name: 'alarm', type: AlarmTypeValues },
]);

export interface AlarmMember {
  readonly memberId: string;
  readonly alarm: AlarmType;
}
export const AlarmMember: MessageType<AlarmMember> = message('etcdserverpb.AlarmMember', [
  { no: 1, name: 'memberId', type: 'uint64-string' },
  { no: 2, name: 'alarm', type: AlarmTypeValues },
]);

export interface AlarmResponse {
  readonly header: ResponseHeader | undefined;
  readonly alarms: readonly AlarmMember[];
}
export const AlarmResponse: MessageType<AlarmResponse> = message('etcdserverpb.AlarmResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'alarms', type: () => AlarmMember, repeated: true },
]);

export type StatusRequest = Readonly<Record<never, never>>;
export const StatusRequest: MessageType<StatusRequest> = message('etcdserverpb.StatusRequest', []);

export interface StatusResponse {
  readonly header: ResponseHeader | undefined;
  readonly version: string;
  readonly dbSize: number;
  /** "0": none */
  readonly leader: string;
  readonly raftIndex: number;
  readonly raftTerm: number;
  readonly raftAppliedIndex: number;
  readonly errors: readonly string[];
  readonly dbSizeInUse: number;
  readonly isLearner: boolean;
}
export const StatusResponse: MessageType<StatusResponse> = message('etcdserverpb.StatusResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'version', type: 'string' },
  { no: 3, name: 'dbSize', type: 'int64' },
  { no: 4, name: 'leader', type: 'uint64-string' },
  { no: 5, name: 'raftIndex', type: 'uint64' },
  { no: 6, name: 'raftTerm', type: 'uint64' },
  { no: 7, name: 'raftAppliedIndex', type: 'uint64' },
  { no: 8, name: 'errors', type: 'string', repeated: true },
  { no: 9, name: 'dbSizeInUse', type: 'int64' },
  { no: 10, name: 'isLearner', type: 'bool' },
]);

export type DefragmentRequest = Readonly<Record<never, never>>;
export const DefragmentRequest: MessageType<DefragmentRequest> = message('etcdserverpb.DefragmentRequest', []);

export interface DefragmentResponse {
  readonly header: ResponseHeader | undefined;
}
export const DefragmentResponse: MessageType<DefragmentResponse> = message('etcdserverpb.DefragmentResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
]);

export type SnapshotRequest = Readonly<Record<never, never>>;
export const SnapshotRequest: MessageType<SnapshotRequest> = message('etcdserverpb.SnapshotRequest', []);

export interface SnapshotResponse {
  readonly header: ResponseHeader | undefined;
  readonly remainingBytes: number;
  readonly blob: Uint8Array;
}
export const SnapshotResponse: MessageType<SnapshotResponse> = message('etcdserverpb.SnapshotResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
  { no: 2, name: 'remainingBytes', type: 'uint64' },
  { no: 3, name: 'blob', type: 'bytes' },
]);

export interface MoveLeaderRequest {
  readonly targetId: string;
}
export const MoveLeaderRequest: MessageType<MoveLeaderRequest> = message('etcdserverpb.MoveLeaderRequest', [
  { no: 1, name: 'targetId', type: 'uint64-string' },
]);

export interface MoveLeaderResponse {
  readonly header: ResponseHeader | undefined;
}
export const MoveLeaderResponse: MessageType<MoveLeaderResponse> = message('etcdserverpb.MoveLeaderResponse', [
  { no: 1, name: 'header', type: () => ResponseHeader },
]);

export const KV: ServiceDescriptor<{
  readonly range: Unary<RangeRequest, RangeResponse>;
}> = {
  name: 'etcdserverpb.KV',
  methods: {
    range: { kind: 'unary', name: 'Range', request: RangeRequest, response: RangeResponse },
  },
};

export const Cluster: ServiceDescriptor<{
  readonly memberAdd: Unary<MemberAddRequest, MemberAddResponse>;
  readonly memberRemove: Unary<MemberRemoveRequest, MemberRemoveResponse>;
  readonly memberUpdate: Unary<MemberUpdateRequest, MemberUpdateResponse>;
  readonly memberList: Unary<MemberListRequest, MemberListResponse>;
  /** Makes a learner that has caught up a voting member. */
  readonly memberPromote: Unary<MemberPromoteRequest, MemberPromoteResponse>;
}> = {
  name: 'etcdserverpb.Cluster',
  methods: {
    memberAdd: { kind: 'unary', name: 'MemberAdd', request: MemberAddRequest, response: MemberAddResponse },
    memberRemove: { kind: 'unary', name: 'MemberRemove', request: MemberRemoveRequest, response: MemberRemoveResponse },
    memberUpdate: { kind: 'unary', name: 'MemberUpdate', request: MemberUpdateRequest, response: MemberUpdateResponse },
    memberList: { kind: 'unary', name: 'MemberList', request: MemberListRequest, response: MemberListResponse },
    memberPromote: { kind: 'unary', name: 'MemberPromote', request: MemberPromoteRequest, response: MemberPromoteResponse },
  },
};

export const Maintenance: ServiceDescriptor<{
  readonly alarm: Unary<AlarmRequest, AlarmResponse>;
  readonly status: Unary<StatusRequest, StatusResponse>;
  readonly defragment: Unary<DefragmentRequest, DefragmentResponse>;
  /** The whole back end; the last 32 bytes of the stream are the SHA-256 of those before. */
  readonly snapshot: ServerStream<SnapshotRequest, SnapshotResponse>;
  readonly moveLeader: Unary<MoveLeaderRequest, MoveLeaderResponse>;
}> = {
  name: 'etcdserverpb.Maintenance',
  methods: {
    alarm: { kind: 'unary', name: 'Alarm', request: AlarmRequest, response: AlarmResponse },
    status: { kind: 'unary', name: 'Status', request: StatusRequest, response: StatusResponse },
    defragment: { kind: 'unary', name: 'Defragment', request: DefragmentRequest, response: DefragmentResponse },
    snapshot: { kind: 'server-stream', name: 'Snapshot', request: SnapshotRequest, response: SnapshotResponse },
    moveLeader: { kind: 'unary', name: 'MoveLeader', request: MoveLeaderRequest, response: MoveLeaderResponse },
  },
};
