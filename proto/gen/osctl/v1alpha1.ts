// Made by `npm run gen` from the .proto files. Do not edit.

import { enumeration, type MessageType, message } from '../../runtime/message.ts';
import type { Bidi, ServerStream, Unary, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export type ApplyMode = 'APPLY_MODE_UNSPECIFIED' | 'AUTO' | 'NO_REBOOT' | 'STAGED' | 'TRY' | 'WITH_UPGRADE';
const ApplyModeValues = enumeration('osctl.v1alpha1.ApplyMode', {
  APPLY_MODE_UNSPECIFIED: 0,
  AUTO: 1,
  NO_REBOOT: 2,
  STAGED: 3,
  TRY: 4,
  WITH_UPGRADE: 5,
});

export type Disruption = 'DISRUPTION_UNSPECIFIED' | 'NONE' | 'SERVICE_RESTART' | 'REBOOT';
const DisruptionValues = enumeration('osctl.v1alpha1.Disruption', {
  DISRUPTION_UNSPECIFIED: 0,
  NONE: 1,
  SERVICE_RESTART: 2,
  REBOOT: 3,
});

export type ContainerState =
  | 'CONTAINER_STATE_UNSPECIFIED'
  | 'CONTAINER_CREATED'
  | 'CONTAINER_RUNNING'
  | 'CONTAINER_EXITED';
const ContainerStateValues = enumeration('osctl.v1alpha1.ContainerState', {
  CONTAINER_STATE_UNSPECIFIED: 0,
  CONTAINER_CREATED: 1,
  CONTAINER_RUNNING: 2,
  CONTAINER_EXITED: 3,
});

export type UsageKind = 'USAGE_KIND_UNSPECIFIED' | 'SERVICE_USAGE' | 'POD_USAGE' | 'CONTAINER_USAGE';
const UsageKindValues = enumeration('osctl.v1alpha1.UsageKind', {
  USAGE_KIND_UNSPECIFIED: 0,
  SERVICE_USAGE: 1,
  POD_USAGE: 2,
  CONTAINER_USAGE: 3,
});

export type RebootMode = 'REBOOT_MODE_UNSPECIFIED' | 'GRACEFUL' | 'FORCE';
const RebootModeValues = enumeration('osctl.v1alpha1.RebootMode', {
  REBOOT_MODE_UNSPECIFIED: 0,
  GRACEFUL: 1,
  FORCE: 2,
});

export type OperationState = 'OPERATION_STATE_UNSPECIFIED' | 'RUNNING_OPERATION' | 'SUCCEEDED' | 'FAILED_OPERATION';
const OperationStateValues = enumeration('osctl.v1alpha1.OperationState', {
  OPERATION_STATE_UNSPECIFIED: 0,
  RUNNING_OPERATION: 1,
  SUCCEEDED: 2,
  FAILED_OPERATION: 3,
});

export type Stage = 'STAGE_UNSPECIFIED' | 'BOOTING' | 'RUNNING' | 'UPGRADING' | 'REBOOTING' | 'SHUTTING_DOWN';
const StageValues = enumeration('osctl.v1alpha1.Stage', {
  STAGE_UNSPECIFIED: 0,
  BOOTING: 1,
  RUNNING: 2,
  UPGRADING: 3,
  REBOOTING: 4,
  SHUTTING_DOWN: 5,
});

export type ServiceState =
  | 'SERVICE_STATE_UNSPECIFIED'
  | 'WAITING'
  | 'STARTING'
  | 'ACTIVE'
  | 'STOPPING'
  | 'STOPPED'
  | 'FAILED';
const ServiceStateValues = enumeration('osctl.v1alpha1.ServiceState', {
  SERVICE_STATE_UNSPECIFIED: 0,
  WAITING: 1,
  STARTING: 2,
  ACTIVE: 3,
  STOPPING: 4,
  STOPPED: 5,
  FAILED: 6,
});

export type Health = 'HEALTH_UNSPECIFIED' | 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';
const HealthValues = enumeration('osctl.v1alpha1.Health', {
  HEALTH_UNSPECIFIED: 0,
  UNKNOWN: 1,
  HEALTHY: 2,
  UNHEALTHY: 3,
});

export type RebootReason =
  | 'REBOOT_REASON_UNSPECIFIED'
  | 'REQUESTED'
  | 'TURNED_OFF'
  | 'CRASHED'
  | 'WATCHDOG'
  | 'TRIAL_FAILED'
  | 'POWER_LOST';
const RebootReasonValues = enumeration('osctl.v1alpha1.RebootReason', {
  REBOOT_REASON_UNSPECIFIED: 0,
  REQUESTED: 1,
  TURNED_OFF: 2,
  CRASHED: 3,
  WATCHDOG: 4,
  TRIAL_FAILED: 5,
  POWER_LOST: 6,
});

export type ResourceEventType =
  | 'RESOURCE_EVENT_TYPE_UNSPECIFIED'
  | 'KIND'
  | 'CREATED'
  | 'UPDATED'
  | 'DELETED'
  | 'BOOKMARK';
const ResourceEventTypeValues = enumeration('osctl.v1alpha1.ResourceEventType', {
  RESOURCE_EVENT_TYPE_UNSPECIFIED: 0,
  KIND: 1,
  CREATED: 2,
  UPDATED: 3,
  DELETED: 4,
  BOOKMARK: 5,
});

export type ColumnFormat = 'COLUMN_FORMAT_UNSPECIFIED' | 'TEXT' | 'BYTES' | 'TIME' | 'DURATION';
const ColumnFormatValues = enumeration('osctl.v1alpha1.ColumnFormat', {
  COLUMN_FORMAT_UNSPECIFIED: 0,
  TEXT: 1,
  BYTES: 2,
  TIME: 3,
  DURATION: 4,
});

export type CaptureEnd = 'CAPTURE_END_UNSPECIFIED' | 'TIME_LIMIT' | 'BYTE_LIMIT' | 'INTERFACE_GONE';
const CaptureEndValues = enumeration('osctl.v1alpha1.CaptureEnd', {
  CAPTURE_END_UNSPECIFIED: 0,
  TIME_LIMIT: 1,
  BYTE_LIMIT: 2,
  INTERFACE_GONE: 3,
});

export type AgentProcess = 'AGENT_PROCESS_UNSPECIFIED' | 'MACHINED' | 'APID';
const AgentProcessValues = enumeration('osctl.v1alpha1.AgentProcess', {
  AGENT_PROCESS_UNSPECIFIED: 0,
  MACHINED: 1,
  APID: 2,
});

export type ProfileKind = 'PROFILE_KIND_UNSPECIFIED' | 'CPU' | 'HEAP';
const ProfileKindValues = enumeration('osctl.v1alpha1.ProfileKind', {
  PROFILE_KIND_UNSPECIFIED: 0,
  CPU: 1,
  HEAP: 2,
});

export type DebugEndReason = 'DEBUG_END_REASON_UNSPECIFIED' | 'EXITED' | 'DURATION_OVER' | 'IDLE' | 'DISK_LOW';
const DebugEndReasonValues = enumeration('osctl.v1alpha1.DebugEndReason', {
  DEBUG_END_REASON_UNSPECIFIED: 0,
  EXITED: 1,
  DURATION_OVER: 2,
  IDLE: 3,
  DISK_LOW: 4,
});

export interface GetConfigRequest {
  /** 0: what is in force */
  readonly revision: number;
  /** what waits for the next boot; NOT_FOUND when nothing does */
  readonly staged: boolean;
}
export const GetConfigRequest: MessageType<GetConfigRequest> = message('osctl.v1alpha1.GetConfigRequest', [
  { no: 1, name: 'revision', type: 'int64' },
  { no: 2, name: 'staged', type: 'bool' },
]);

export interface GetConfigResponse {
  readonly documents: string;
  readonly hash: string;
  readonly revision: number;
  /** of what takes effect with the next boot; empty: nothing waits */
  readonly stagedHash: string;
  /** Unix ms at which what is in force goes back by itself; 0: it is kept */
  readonly tryDeadlineMs: number;
}
export const GetConfigResponse: MessageType<GetConfigResponse> = message('osctl.v1alpha1.GetConfigResponse', [
  { no: 1, name: 'documents', type: 'string' },
  { no: 2, name: 'hash', type: 'string' },
  { no: 3, name: 'revision', type: 'int64' },
  { no: 4, name: 'stagedHash', type: 'string' },
  { no: 5, name: 'tryDeadlineMs', type: 'int64' },
]);

export interface ApplyConfigRequest {
  /** all documents but trust: what is not in it is taken away */
  readonly documents: string;
  readonly dryRun: boolean;
  /** of the configuration that the caller saw; empty: not checked */
  readonly expectedHash: string;
  /** of the reboot, where the change needs one; empty: chosen by the node */
  readonly operationId: string;
  readonly fencingEpoch: number;
  readonly mode: ApplyMode;
  /** TRY: goes back by itself unless kept within; 5 s to 1 h, 0: 1 min */
  readonly tryMs: number;
}
export const ApplyConfigRequest: MessageType<ApplyConfigRequest> = message('osctl.v1alpha1.ApplyConfigRequest', [
  { no: 1, name: 'documents', type: 'string' },
  { no: 2, name: 'dryRun', type: 'bool' },
  { no: 3, name: 'expectedHash', type: 'string' },
  { no: 4, name: 'operationId', type: 'string' },
  { no: 5, name: 'fencingEpoch', type: 'int64' },
  { no: 6, name: 'mode', type: ApplyModeValues },
  { no: 7, name: 'tryMs', type: 'int64' },
]);

export interface ApplyConfigResponse {
  /** unified, secrets masked; empty when nothing changes */
  readonly diff: string;
  readonly disruption: Disruption;
  /** services that restart */
  readonly restarts: readonly string[];
  /** after the change */
  readonly hash: string;
  /** stored; STAGED and WITH_UPGRADE take effect with a boot */
  readonly applied: boolean;
  /** of the reboot that was begun; empty: none was */
  readonly operationId: string;
  /** 0 when nothing was stored */
  readonly revision: number;
  /** Unix ms; 0: not on try */
  readonly tryDeadlineMs: number;
}
export const ApplyConfigResponse: MessageType<ApplyConfigResponse> = message('osctl.v1alpha1.ApplyConfigResponse', [
  { no: 1, name: 'diff', type: 'string' },
  { no: 2, name: 'disruption', type: DisruptionValues },
  { no: 3, name: 'restarts', type: 'string', repeated: true },
  { no: 4, name: 'hash', type: 'string' },
  { no: 5, name: 'applied', type: 'bool' },
  { no: 6, name: 'operationId', type: 'string' },
  { no: 7, name: 'revision', type: 'int64' },
  { no: 8, name: 'tryDeadlineMs', type: 'int64' },
]);

export interface KeepConfigRequest {
  /** of what is to be kept; empty: whatever is on try */
  readonly expectedHash: string;
}
export const KeepConfigRequest: MessageType<KeepConfigRequest> = message('osctl.v1alpha1.KeepConfigRequest', [
  { no: 1, name: 'expectedHash', type: 'string' },
]);

export interface KeepConfigResponse {
  readonly alreadyKept: boolean;
  readonly hash: string;
}
export const KeepConfigResponse: MessageType<KeepConfigResponse> = message('osctl.v1alpha1.KeepConfigResponse', [
  { no: 1, name: 'alreadyKept', type: 'bool' },
  { no: 2, name: 'hash', type: 'string' },
]);

export type ConfigHistoryRequest = Readonly<Record<never, never>>;
export const ConfigHistoryRequest: MessageType<ConfigHistoryRequest> = message('osctl.v1alpha1.ConfigHistoryRequest', []);

export interface ConfigHistoryResponse {
  readonly revisions: readonly ConfigRevision[];
}
export const ConfigHistoryResponse: MessageType<ConfigHistoryResponse> = message('osctl.v1alpha1.ConfigHistoryResponse', [
  { no: 1, name: 'revisions', type: () => ConfigRevision, repeated: true },
]);

export interface ConfigRevision {
  /** counts up, never used again */
  readonly revision: number;
  /** Unix ms */
  readonly timeMs: number;
  /** who; empty: the node itself */
  readonly subject: string;
  readonly role: string;
  /** initial | apply | try | keep | revert | stage | unstage | boot | rollback | found */
  readonly action: string;
  readonly hash: string;
  /** of the fields that changed, at most 50; never a value */
  readonly paths: readonly string[];
  readonly inForce: boolean;
}
export const ConfigRevision: MessageType<ConfigRevision> = message('osctl.v1alpha1.ConfigRevision', [
  { no: 1, name: 'revision', type: 'int64' },
  { no: 2, name: 'timeMs', type: 'int64' },
  { no: 3, name: 'subject', type: 'string' },
  { no: 4, name: 'role', type: 'string' },
  { no: 5, name: 'action', type: 'string' },
  { no: 6, name: 'hash', type: 'string' },
  { no: 7, name: 'paths', type: 'string', repeated: true },
  { no: 8, name: 'inForce', type: 'bool' },
]);

export interface RollbackConfigRequest {
  /** 0: the one before what is in force */
  readonly revision: number;
  readonly dryRun: boolean;
  readonly expectedHash: string;
  readonly operationId: string;
  readonly fencingEpoch: number;
  readonly mode: ApplyMode;
  readonly tryMs: number;
}
export const RollbackConfigRequest: MessageType<RollbackConfigRequest> = message('osctl.v1alpha1.RollbackConfigRequest', [
  { no: 1, name: 'revision', type: 'int64' },
  { no: 2, name: 'dryRun', type: 'bool' },
  { no: 3, name: 'expectedHash', type: 'string' },
  { no: 4, name: 'operationId', type: 'string' },
  { no: 5, name: 'fencingEpoch', type: 'int64' },
  { no: 6, name: 'mode', type: ApplyModeValues },
  { no: 7, name: 'tryMs', type: 'int64' },
]);

export interface DigestSecretsRequest {
  /** at most 64, each of 1 to 8192 characters */
  readonly values: readonly string[];
}
export const DigestSecretsRequest: MessageType<DigestSecretsRequest> = message('osctl.v1alpha1.DigestSecretsRequest', [
  { no: 1, name: 'values', type: 'string', repeated: true },
]);

export interface DigestSecretsResponse {
  /** hmac-sha256:…, in the order of the values; the same on every node of the cluster */
  readonly digests: readonly string[];
}
export const DigestSecretsResponse: MessageType<DigestSecretsResponse> = message('osctl.v1alpha1.DigestSecretsResponse', [
  { no: 1, name: 'digests', type: 'string', repeated: true },
]);

export interface ListContainersRequest {
  /** earlier runs too, not only the newest of each */
  readonly all: boolean;
}
export const ListContainersRequest: MessageType<ListContainersRequest> = message('osctl.v1alpha1.ListContainersRequest', [
  { no: 1, name: 'all', type: 'bool' },
]);

export interface ListContainersResponse {
  readonly containers: readonly Container[];
}
export const ListContainersResponse: MessageType<ListContainersResponse> = message('osctl.v1alpha1.ListContainersResponse', [
  { no: 1, name: 'containers', type: () => Container, repeated: true },
]);

export interface Container {
  /** namespace/pod/container, or the id of a service of the node's own */
  readonly id: string;
  /** as it was asked for */
  readonly image: string;
  readonly state: ContainerState;
  /** 0 when it does not run */
  readonly pid: number;
  readonly restarts: number;
  /** Unix time */
  readonly createdMs: number;
  /** Unix time; 0 while it runs */
  readonly finishedMs: number;
  /** of one that has exited */
  readonly exitCode: number;
  /** why it has, in the runtime's words: Completed, Error, OOMKilled … */
  readonly reason: string;
  /** by which the container runtime knows it; empty for the node's own */
  readonly runtimeId: string;
}
export const Container: MessageType<Container> = message('osctl.v1alpha1.Container', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'image', type: 'string' },
  { no: 3, name: 'state', type: ContainerStateValues },
  { no: 4, name: 'pid', type: 'int32' },
  { no: 5, name: 'restarts', type: 'int32' },
  { no: 6, name: 'createdMs', type: 'int64' },
  { no: 7, name: 'finishedMs', type: 'int64' },
  { no: 8, name: 'exitCode', type: 'int32' },
  { no: 9, name: 'reason', type: 'string' },
  { no: 10, name: 'runtimeId', type: 'string' },
]);

export type ContainerStatsRequest = Readonly<Record<never, never>>;
export const ContainerStatsRequest: MessageType<ContainerStatsRequest> = message('osctl.v1alpha1.ContainerStatsRequest', []);

export interface ContainerStatsResponse {
  /** monotonic: two samples of a boot make a rate */
  readonly sampledMs: number;
  /** that the node may use */
  readonly cpus: number;
  readonly usages: readonly Usage[];
}
export const ContainerStatsResponse: MessageType<ContainerStatsResponse> = message('osctl.v1alpha1.ContainerStatsResponse', [
  { no: 1, name: 'sampledMs', type: 'int64' },
  { no: 2, name: 'cpus', type: 'int32' },
  { no: 3, name: 'usages', type: () => Usage, repeated: true },
]);

/** What a control group uses. A pod's is the sum of its containers' and what the runtime needs for it. */
export interface Usage {
  readonly kind: UsageKind;
  /** of the service; namespace/pod; namespace/pod/container */
  readonly id: string;
  /** user + system, since the group was made */
  readonly cpuTimeUs: number;
  /** working set: what the kernel can't drop at once */
  readonly memoryBytes: number;
  /** 0: none */
  readonly memoryLimitBytes: number;
  readonly processes: number;
}
export const Usage: MessageType<Usage> = message('osctl.v1alpha1.Usage', [
  { no: 1, name: 'kind', type: UsageKindValues },
  { no: 2, name: 'id', type: 'string' },
  { no: 3, name: 'cpuTimeUs', type: 'int64' },
  { no: 4, name: 'memoryBytes', type: 'int64' },
  { no: 5, name: 'memoryLimitBytes', type: 'int64' },
  { no: 6, name: 'processes', type: 'int32' },
]);

export interface RestartContainerRequest {
  /** namespace/pod/container */
  readonly id: string;
  /** between TERM and KILL; 0: the pod's own */
  readonly graceSeconds: number;
}
export const RestartContainerRequest: MessageType<RestartContainerRequest> = message('osctl.v1alpha1.RestartContainerRequest', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'graceSeconds', type: 'int32' },
]);

export interface RestartContainerResponse {
  readonly stopped: Container | undefined;
  /** unset when the kubelet has not started it again within a minute */
  readonly started: Container | undefined;
}
export const RestartContainerResponse: MessageType<RestartContainerResponse> = message('osctl.v1alpha1.RestartContainerResponse', [
  { no: 1, name: 'stopped', type: () => Container },
  { no: 2, name: 'started', type: () => Container },
]);

export type BootstrapRequest = Readonly<Record<never, never>>;
export const BootstrapRequest: MessageType<BootstrapRequest> = message('osctl.v1alpha1.BootstrapRequest', []);

export type BootstrapResponse = Readonly<Record<never, never>>;
export const BootstrapResponse: MessageType<BootstrapResponse> = message('osctl.v1alpha1.BootstrapResponse', []);

export type EtcdStatusRequest = Readonly<Record<never, never>>;
export const EtcdStatusRequest: MessageType<EtcdStatusRequest> = message('osctl.v1alpha1.EtcdStatusRequest', []);

export interface EtcdStatusResponse {
  /** hexadecimal */
  readonly memberId: string;
  readonly leaderId: string;
  readonly leader: boolean;
  readonly learner: boolean;
  readonly version: string;
  readonly dbSizeBytes: number;
  readonly dbInUseBytes: number;
  readonly raftIndex: number;
  readonly raftAppliedIndex: number;
  readonly raftTerm: number;
  readonly errors: readonly string[];
}
export const EtcdStatusResponse: MessageType<EtcdStatusResponse> = message('osctl.v1alpha1.EtcdStatusResponse', [
  { no: 1, name: 'memberId', type: 'string' },
  { no: 2, name: 'leaderId', type: 'string' },
  { no: 3, name: 'leader', type: 'bool' },
  { no: 4, name: 'learner', type: 'bool' },
  { no: 5, name: 'version', type: 'string' },
  { no: 6, name: 'dbSizeBytes', type: 'int64' },
  { no: 7, name: 'dbInUseBytes', type: 'int64' },
  { no: 8, name: 'raftIndex', type: 'uint64' },
  { no: 9, name: 'raftAppliedIndex', type: 'uint64' },
  { no: 10, name: 'raftTerm', type: 'uint64' },
  { no: 11, name: 'errors', type: 'string', repeated: true },
]);

export type EtcdMembersRequest = Readonly<Record<never, never>>;
export const EtcdMembersRequest: MessageType<EtcdMembersRequest> = message('osctl.v1alpha1.EtcdMembersRequest', []);

export interface EtcdMembersResponse {
  readonly members: readonly EtcdMember[];
}
export const EtcdMembersResponse: MessageType<EtcdMembersResponse> = message('osctl.v1alpha1.EtcdMembersResponse', [
  { no: 1, name: 'members', type: () => EtcdMember, repeated: true },
]);

export interface EtcdMember {
  readonly id: string;
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly clientUrls: readonly string[];
  readonly learner: boolean;
  /** it answered a linearizable read just now */
  readonly healthy: boolean;
  readonly leader: boolean;
}
export const EtcdMember: MessageType<EtcdMember> = message('osctl.v1alpha1.EtcdMember', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'name', type: 'string' },
  { no: 3, name: 'peerUrls', type: 'string', repeated: true },
  { no: 4, name: 'clientUrls', type: 'string', repeated: true },
  { no: 5, name: 'learner', type: 'bool' },
  { no: 6, name: 'healthy', type: 'bool' },
  { no: 7, name: 'leader', type: 'bool' },
]);

export type EtcdSnapshotRequest = Readonly<Record<never, never>>;
export const EtcdSnapshotRequest: MessageType<EtcdSnapshotRequest> = message('osctl.v1alpha1.EtcdSnapshotRequest', []);

export interface SnapshotChunk {
  readonly data: Uint8Array;
  readonly remainingBytes: number;
  /** of the whole, in the last chunk only */
  readonly sha256: string;
}
export const SnapshotChunk: MessageType<SnapshotChunk> = message('osctl.v1alpha1.SnapshotChunk', [
  { no: 1, name: 'data', type: 'bytes' },
  { no: 2, name: 'remainingBytes', type: 'int64' },
  { no: 3, name: 'sha256', type: 'string' },
]);

export interface SnapshotToDiskRequest {
  readonly name: string;
}
export const SnapshotToDiskRequest: MessageType<SnapshotToDiskRequest> = message('osctl.v1alpha1.SnapshotToDiskRequest', [
  { no: 1, name: 'name', type: 'string' },
]);

export interface SnapshotToDiskResponse {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}
export const SnapshotToDiskResponse: MessageType<SnapshotToDiskResponse> = message('osctl.v1alpha1.SnapshotToDiskResponse', [
  { no: 1, name: 'path', type: 'string' },
  { no: 2, name: 'sizeBytes', type: 'int64' },
  { no: 3, name: 'sha256', type: 'string' },
]);

export type MoveLeaderRequest = Readonly<Record<never, never>>;
export const MoveLeaderRequest: MessageType<MoveLeaderRequest> = message('osctl.v1alpha1.MoveLeaderRequest', []);

export interface MoveLeaderResponse {
  readonly leaderId: string;
  readonly moved: boolean;
}
export const MoveLeaderResponse: MessageType<MoveLeaderResponse> = message('osctl.v1alpha1.MoveLeaderResponse', [
  { no: 1, name: 'leaderId', type: 'string' },
  { no: 2, name: 'moved', type: 'bool' },
]);

export interface ListFilesRequest {
  readonly path: string;
  /** 0: the entry itself, 1: its children … */
  readonly depth: number;
}
export const ListFilesRequest: MessageType<ListFilesRequest> = message('osctl.v1alpha1.ListFilesRequest', [
  { no: 1, name: 'path', type: 'string' },
  { no: 2, name: 'depth', type: 'int32' },
]);

export interface FileInfo {
  readonly path: string;
  /** file | directory | symlink | socket | fifo | block | character */
  readonly type: string;
  readonly sizeBytes: number;
  readonly mode: number;
  readonly userId: number;
  readonly groupId: number;
  readonly modifiedMs: number;
  readonly linkTarget: string;
  /** why this entry could not be read; the others go on */
  readonly error: string;
  /** of a file: another one whenever its content may be; to be compared only */
  readonly version: string;
}
export const FileInfo: MessageType<FileInfo> = message('osctl.v1alpha1.FileInfo', [
  { no: 1, name: 'path', type: 'string' },
  { no: 2, name: 'type', type: 'string' },
  { no: 3, name: 'sizeBytes', type: 'int64' },
  { no: 4, name: 'mode', type: 'int32' },
  { no: 5, name: 'userId', type: 'int32' },
  { no: 6, name: 'groupId', type: 'int32' },
  { no: 7, name: 'modifiedMs', type: 'int64' },
  { no: 8, name: 'linkTarget', type: 'string' },
  { no: 9, name: 'error', type: 'string' },
  { no: 10, name: 'version', type: 'string' },
]);

export interface ReadFileRequest {
  readonly path: string;
  readonly offsetBytes: number;
  /** 0: to the end */
  readonly limitBytes: number;
  /** Resuming: `offset_bytes` counts only if the file still has this version; else the answer begins at 0. Empty: whatever it is. */
  readonly ifVersion: string;
}
export const ReadFileRequest: MessageType<ReadFileRequest> = message('osctl.v1alpha1.ReadFileRequest', [
  { no: 1, name: 'path', type: 'string' },
  { no: 2, name: 'offsetBytes', type: 'int64' },
  { no: 3, name: 'limitBytes', type: 'int64' },
  { no: 4, name: 'ifVersion', type: 'string' },
]);

export interface ArchiveRequest {
  readonly path: string;
}
export const ArchiveRequest: MessageType<ArchiveRequest> = message('osctl.v1alpha1.ArchiveRequest', [
  { no: 1, name: 'path', type: 'string' },
]);

export interface FileChunk {
  readonly data: Uint8Array;
  /** Read: in the first chunk. Archive: an entry that was left out */
  readonly file: FileInfo | undefined;
  /** Read, first chunk: where in the file the data begins */
  readonly offsetBytes: number;
}
export const FileChunk: MessageType<FileChunk> = message('osctl.v1alpha1.FileChunk', [
  { no: 1, name: 'data', type: 'bytes' },
  { no: 2, name: 'file', type: () => FileInfo },
  { no: 3, name: 'offsetBytes', type: 'int64' },
]);

export type CpuRequest = Readonly<Record<never, never>>;
export const CpuRequest: MessageType<CpuRequest> = message('osctl.v1alpha1.CpuRequest', []);

export interface CpuResponse {
  /** node | host */
  readonly belongsTo: string;
  readonly processors: readonly Processor[];
  readonly total: CpuTimes | undefined;
  /** Unix time of the kernel's boot */
  readonly bootTimeMs: number;
  /** since the kernel's boot, as the next two */
  readonly contextSwitches: number;
  readonly interrupts: number;
  readonly processesCreated: number;
  /** now */
  readonly processesRunning: number;
  /** now, for a disk */
  readonly processesBlocked: number;
  /** what the node's control group allows: 1000 is one processor; 0: all there are */
  readonly limitMillicores: number;
}
export const CpuResponse: MessageType<CpuResponse> = message('osctl.v1alpha1.CpuResponse', [
  { no: 1, name: 'belongsTo', type: 'string' },
  { no: 2, name: 'processors', type: () => Processor, repeated: true },
  { no: 3, name: 'total', type: () => CpuTimes },
  { no: 4, name: 'bootTimeMs', type: 'int64' },
  { no: 5, name: 'contextSwitches', type: 'int64' },
  { no: 6, name: 'interrupts', type: 'int64' },
  { no: 7, name: 'processesCreated', type: 'int64' },
  { no: 8, name: 'processesRunning', type: 'int32' },
  { no: 9, name: 'processesBlocked', type: 'int32' },
  { no: 10, name: 'limitMillicores', type: 'int32' },
]);

export interface Processor {
  readonly number: number;
  readonly model: string;
  /** now; 0 where the kernel does not tell */
  readonly frequencyHz: number;
  /** threads of one core share it */
  readonly core: number;
  readonly socket: number;
  readonly times: CpuTimes | undefined;
}
export const Processor: MessageType<Processor> = message('osctl.v1alpha1.Processor', [
  { no: 1, name: 'number', type: 'int32' },
  { no: 2, name: 'model', type: 'string' },
  { no: 3, name: 'frequencyHz', type: 'int64' },
  { no: 4, name: 'core', type: 'int32' },
  { no: 5, name: 'socket', type: 'int32' },
  { no: 6, name: 'times', type: () => CpuTimes },
]);

/** Milliseconds since the kernel's boot. Time of guests is in user. */
export interface CpuTimes {
  readonly userMs: number;
  readonly niceMs: number;
  readonly systemMs: number;
  readonly idleMs: number;
  readonly ioWaitMs: number;
  readonly interruptMs: number;
  readonly softInterruptMs: number;
  /** taken by other guests of the same machine */
  readonly stealMs: number;
}
export const CpuTimes: MessageType<CpuTimes> = message('osctl.v1alpha1.CpuTimes', [
  { no: 1, name: 'userMs', type: 'int64' },
  { no: 2, name: 'niceMs', type: 'int64' },
  { no: 3, name: 'systemMs', type: 'int64' },
  { no: 4, name: 'idleMs', type: 'int64' },
  { no: 5, name: 'ioWaitMs', type: 'int64' },
  { no: 6, name: 'interruptMs', type: 'int64' },
  { no: 7, name: 'softInterruptMs', type: 'int64' },
  { no: 8, name: 'stealMs', type: 'int64' },
]);

export type MemoryRequest = Readonly<Record<never, never>>;
export const MemoryRequest: MessageType<MemoryRequest> = message('osctl.v1alpha1.MemoryRequest', []);

export interface MemoryResponse {
  /** node | host */
  readonly belongsTo: string;
  readonly totalBytes: number;
  readonly freeBytes: number;
  /** free, or freed as soon as somebody asks */
  readonly availableBytes: number;
  readonly buffersBytes: number;
  /** file contents, shared_bytes among them */
  readonly cachedBytes: number;
  /** tmpfs and shared memory */
  readonly sharedBytes: number;
  /** of programs, without files behind it */
  readonly anonymousBytes: number;
  /** files that programs have mapped */
  readonly mappedBytes: number;
  readonly slabReclaimableBytes: number;
  readonly slabUnreclaimableBytes: number;
  readonly kernelStackBytes: number;
  readonly pageTablesBytes: number;
  /** to be written to disks */
  readonly dirtyBytes: number;
  /** being written */
  readonly writebackBytes: number;
  readonly swapTotalBytes: number;
  readonly swapFreeBytes: number;
  /** promised to programs */
  readonly committedBytes: number;
  /** size of one */
  readonly hugePageBytes: number;
  readonly hugePages: number;
  readonly hugePagesFree: number;
  /** what the node's control group allows; 0: no limit */
  readonly limitBytes: number;
  /** what is charged to the node's control group, caches included; 0 where there is none */
  readonly chargedBytes: number;
}
export const MemoryResponse: MessageType<MemoryResponse> = message('osctl.v1alpha1.MemoryResponse', [
  { no: 1, name: 'belongsTo', type: 'string' },
  { no: 2, name: 'totalBytes', type: 'int64' },
  { no: 3, name: 'freeBytes', type: 'int64' },
  { no: 4, name: 'availableBytes', type: 'int64' },
  { no: 5, name: 'buffersBytes', type: 'int64' },
  { no: 6, name: 'cachedBytes', type: 'int64' },
  { no: 7, name: 'sharedBytes', type: 'int64' },
  { no: 8, name: 'anonymousBytes', type: 'int64' },
  { no: 9, name: 'mappedBytes', type: 'int64' },
  { no: 10, name: 'slabReclaimableBytes', type: 'int64' },
  { no: 11, name: 'slabUnreclaimableBytes', type: 'int64' },
  { no: 12, name: 'kernelStackBytes', type: 'int64' },
  { no: 13, name: 'pageTablesBytes', type: 'int64' },
  { no: 14, name: 'dirtyBytes', type: 'int64' },
  { no: 15, name: 'writebackBytes', type: 'int64' },
  { no: 16, name: 'swapTotalBytes', type: 'int64' },
  { no: 17, name: 'swapFreeBytes', type: 'int64' },
  { no: 18, name: 'committedBytes', type: 'int64' },
  { no: 19, name: 'hugePageBytes', type: 'int64' },
  { no: 20, name: 'hugePages', type: 'int64' },
  { no: 21, name: 'hugePagesFree', type: 'int64' },
  { no: 22, name: 'limitBytes', type: 'int64' },
  { no: 23, name: 'chargedBytes', type: 'int64' },
]);

export type LoadRequest = Readonly<Record<never, never>>;
export const LoadRequest: MessageType<LoadRequest> = message('osctl.v1alpha1.LoadRequest', []);

export interface LoadResponse {
  /** node | host */
  readonly belongsTo: string;
  /** tasks that run, want to run or wait for a disk, on average */
  readonly load1m: number;
  readonly load5m: number;
  readonly load15m: number;
  /** now */
  readonly runnable: number;
  readonly tasks: number;
  readonly processors: number;
  /** unset where the kernel does not count pressure, as the next two */
  readonly cpu: Pressure | undefined;
  readonly memory: Pressure | undefined;
  readonly io: Pressure | undefined;
}
export const LoadResponse: MessageType<LoadResponse> = message('osctl.v1alpha1.LoadResponse', [
  { no: 1, name: 'belongsTo', type: 'string' },
  { no: 2, name: 'load1m', type: 'double' },
  { no: 3, name: 'load5m', type: 'double' },
  { no: 4, name: 'load15m', type: 'double' },
  { no: 5, name: 'runnable', type: 'int32' },
  { no: 6, name: 'tasks', type: 'int32' },
  { no: 7, name: 'processors', type: 'int32' },
  { no: 8, name: 'cpu', type: () => Pressure },
  { no: 9, name: 'memory', type: () => Pressure },
  { no: 10, name: 'io', type: () => Pressure },
]);

/** Pressure stall information of the kernel: the share of time in which tasks waited. */
export interface Pressure {
  /** at least one task waited */
  readonly some: PressureShare | undefined;
  /** all of them did */
  readonly full: PressureShare | undefined;
}
export const Pressure: MessageType<Pressure> = message('osctl.v1alpha1.Pressure', [
  { no: 1, name: 'some', type: () => PressureShare },
  { no: 2, name: 'full', type: () => PressureShare },
]);

export interface PressureShare {
  readonly percent10s: number;
  readonly percent60s: number;
  readonly percent300s: number;
  /** since the kernel's boot */
  readonly totalUs: number;
}
export const PressureShare: MessageType<PressureShare> = message('osctl.v1alpha1.PressureShare', [
  { no: 1, name: 'percent10s', type: 'double' },
  { no: 2, name: 'percent60s', type: 'double' },
  { no: 3, name: 'percent300s', type: 'double' },
  { no: 4, name: 'totalUs', type: 'int64' },
]);

export type TimeRequest = Readonly<Record<never, never>>;
export const TimeRequest: MessageType<TimeRequest> = message('osctl.v1alpha1.TimeRequest', []);

export interface TimeResponse {
  /** node | host: who keeps the clock; on platform container nothing on the node may set it */
  readonly belongsTo: string;
  /** Unix time */
  readonly timeMs: number;
  /** the kernel is told the right time by somebody */
  readonly synchronized: boolean;
  /** as who keeps the clock believes; grows while it is not synchronized */
  readonly maxErrorUs: number;
  readonly estimatedErrorUs: number;
  /** of the kernel */
  readonly uptimeMs: number;
}
export const TimeResponse: MessageType<TimeResponse> = message('osctl.v1alpha1.TimeResponse', [
  { no: 1, name: 'belongsTo', type: 'string' },
  { no: 2, name: 'timeMs', type: 'int64' },
  { no: 3, name: 'synchronized', type: 'bool' },
  { no: 4, name: 'maxErrorUs', type: 'int64' },
  { no: 5, name: 'estimatedErrorUs', type: 'int64' },
  { no: 6, name: 'uptimeMs', type: 'int64' },
]);

export type ListImagesRequest = Readonly<Record<never, never>>;
export const ListImagesRequest: MessageType<ListImagesRequest> = message('osctl.v1alpha1.ListImagesRequest', []);

export interface ListImagesResponse {
  readonly images: readonly Image[];
}
export const ListImagesResponse: MessageType<ListImagesResponse> = message('osctl.v1alpha1.ListImagesResponse', [
  { no: 1, name: 'images', type: () => Image, repeated: true },
]);

export interface Image {
  /** digest of its configuration; of an OS image, of its manifest */
  readonly id: string;
  /** repository:tag and repository@digest */
  readonly names: readonly string[];
  /** compressed, as the runtime tells; layers may be shared. 0: not known */
  readonly sizeBytes: number;
  /** never removed */
  readonly pinned: boolean;
  /** containers (namespace/pod/container), or the slot that holds it */
  readonly usedBy: readonly string[];
}
export const Image: MessageType<Image> = message('osctl.v1alpha1.Image', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'names', type: 'string', repeated: true },
  { no: 3, name: 'sizeBytes', type: 'int64' },
  { no: 4, name: 'pinned', type: 'bool' },
  { no: 5, name: 'usedBy', type: 'string', repeated: true },
]);

export interface PullImageRequest {
  readonly guard: Guard | undefined;
  /** repository:tag or repository@sha256:… */
  readonly image: string;
}
export const PullImageRequest: MessageType<PullImageRequest> = message('osctl.v1alpha1.PullImageRequest', [
  { no: 1, name: 'guard', type: () => Guard },
  { no: 2, name: 'image', type: 'string' },
]);

export interface RemoveImageRequest {
  readonly image: string;
}
export const RemoveImageRequest: MessageType<RemoveImageRequest> = message('osctl.v1alpha1.RemoveImageRequest', [
  { no: 1, name: 'image', type: 'string' },
]);

export interface RemoveImageResponse {
  readonly removed: Image | undefined;
}
export const RemoveImageResponse: MessageType<RemoveImageResponse> = message('osctl.v1alpha1.RemoveImageResponse', [
  { no: 1, name: 'removed', type: () => Image },
]);

export interface CollectImagesRequest {
  readonly dryRun: boolean;
}
export const CollectImagesRequest: MessageType<CollectImagesRequest> = message('osctl.v1alpha1.CollectImagesRequest', [
  { no: 1, name: 'dryRun', type: 'bool' },
]);

export interface CollectImagesResponse {
  readonly removed: readonly Image[];
}
export const CollectImagesResponse: MessageType<CollectImagesResponse> = message('osctl.v1alpha1.CollectImagesResponse', [
  { no: 1, name: 'removed', type: () => Image, repeated: true },
]);

/** Preconditions of every mutation; empty fields are not checked. */
export interface Guard {
  /** required, [a-z0-9-]{1,63} */
  readonly operationId: string;
  /** FAILED_PRECONDITION when the node has booted since */
  readonly expectedBootId: string;
  /** FAILED_PRECONDITION when lower than the highest seen */
  readonly fencingEpoch: number;
}
export const Guard: MessageType<Guard> = message('osctl.v1alpha1.Guard', [
  { no: 1, name: 'operationId', type: 'string' },
  { no: 2, name: 'expectedBootId', type: 'string' },
  { no: 3, name: 'fencingEpoch', type: 'int64' },
]);

export interface PrepareRequest {
  readonly guard: Guard | undefined;
  /** repository@sha256:…; a tag alone is resolved once, on the node */
  readonly image: string;
}
export const PrepareRequest: MessageType<PrepareRequest> = message('osctl.v1alpha1.PrepareRequest', [
  { no: 1, name: 'guard', type: () => Guard },
  { no: 2, name: 'image', type: 'string' },
]);

export interface UpgradeRequest {
  readonly guard: Guard | undefined;
  readonly image: string;
  /** true: the caller must confirm too */
  readonly requireConfirm: boolean;
  /** 0: 10 min */
  readonly confirmWithinMs: number;
  /** do not reboot: the operation waits in phase "staged" for the next boot */
  readonly stage: boolean;
}
export const UpgradeRequest: MessageType<UpgradeRequest> = message('osctl.v1alpha1.UpgradeRequest', [
  { no: 1, name: 'guard', type: () => Guard },
  { no: 2, name: 'image', type: 'string' },
  { no: 3, name: 'requireConfirm', type: 'bool' },
  { no: 4, name: 'confirmWithinMs', type: 'int64' },
  { no: 5, name: 'stage', type: 'bool' },
]);

export interface ConfirmRequest {
  readonly operationId: string;
}
export const ConfirmRequest: MessageType<ConfirmRequest> = message('osctl.v1alpha1.ConfirmRequest', [
  { no: 1, name: 'operationId', type: 'string' },
]);

export interface ConfirmResponse {
  readonly alreadyConfirmed: boolean;
}
export const ConfirmResponse: MessageType<ConfirmResponse> = message('osctl.v1alpha1.ConfirmResponse', [
  { no: 1, name: 'alreadyConfirmed', type: 'bool' },
]);

export interface RollbackRequest {
  readonly guard: Guard | undefined;
}
export const RollbackRequest: MessageType<RollbackRequest> = message('osctl.v1alpha1.RollbackRequest', [
  { no: 1, name: 'guard', type: () => Guard },
]);

export interface RebootRequest {
  readonly guard: Guard | undefined;
  readonly mode: RebootMode;
}
export const RebootRequest: MessageType<RebootRequest> = message('osctl.v1alpha1.RebootRequest', [
  { no: 1, name: 'guard', type: () => Guard },
  { no: 2, name: 'mode', type: RebootModeValues },
]);

export interface ShutdownRequest {
  readonly guard: Guard | undefined;
}
export const ShutdownRequest: MessageType<ShutdownRequest> = message('osctl.v1alpha1.ShutdownRequest', [
  { no: 1, name: 'guard', type: () => Guard },
]);

export interface PlanResetRequest {
  readonly keepSystem: boolean;
  readonly powerOff: boolean;
}
export const PlanResetRequest: MessageType<PlanResetRequest> = message('osctl.v1alpha1.PlanResetRequest', [
  { no: 1, name: 'keepSystem', type: 'bool' },
  { no: 2, name: 'powerOff', type: 'bool' },
]);

export interface PlanResetResponse {
  readonly items: readonly ResetItem[];
  /** what becomes of the node, one sentence */
  readonly afterwards: string;
  /** why it would be refused without force, one sentence each */
  readonly blockers: readonly string[];
}
export const PlanResetResponse: MessageType<PlanResetResponse> = message('osctl.v1alpha1.PlanResetResponse', [
  { no: 1, name: 'items', type: () => ResetItem, repeated: true },
  { no: 2, name: 'afterwards', type: 'string' },
  { no: 3, name: 'blockers', type: 'string', repeated: true },
]);

export interface ResetItem {
  /** e.g. "etcd's data" */
  readonly name: string;
  readonly path: string;
  readonly wiped: boolean;
}
export const ResetItem: MessageType<ResetItem> = message('osctl.v1alpha1.ResetItem', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'path', type: 'string' },
  { no: 3, name: 'wiped', type: 'bool' },
]);

export interface ResetRequest {
  readonly guard: Guard | undefined;
  /** keep the OS in its slots, configuration, identity, records; wipe what Kubernetes has stored */
  readonly keepSystem: boolean;
  /** instead of a boot; then the documents of the first start are wiped too */
  readonly powerOff: boolean;
  /** also without etcd's consent */
  readonly force: boolean;
}
export const ResetRequest: MessageType<ResetRequest> = message('osctl.v1alpha1.ResetRequest', [
  { no: 1, name: 'guard', type: () => Guard },
  { no: 2, name: 'keepSystem', type: 'bool' },
  { no: 3, name: 'powerOff', type: 'bool' },
  { no: 4, name: 'force', type: 'bool' },
]);

export interface WipeDiskRequest {
  readonly guard: Guard | undefined;
  /** whole disk, /dev/NAME */
  readonly disk: string;
  /** write all of it; else only what makes it look used: its first and last MiB */
  readonly zeroes: boolean;
}
export const WipeDiskRequest: MessageType<WipeDiskRequest> = message('osctl.v1alpha1.WipeDiskRequest', [
  { no: 1, name: 'guard', type: () => Guard },
  { no: 2, name: 'disk', type: 'string' },
  { no: 3, name: 'zeroes', type: 'bool' },
]);

export interface GetOperationRequest {
  readonly id: string;
}
export const GetOperationRequest: MessageType<GetOperationRequest> = message('osctl.v1alpha1.GetOperationRequest', [
  { no: 1, name: 'id', type: 'string' },
]);

export type ListOperationsRequest = Readonly<Record<never, never>>;
export const ListOperationsRequest: MessageType<ListOperationsRequest> = message('osctl.v1alpha1.ListOperationsRequest', []);

export interface ListOperationsResponse {
  readonly operations: readonly Operation[];
}
export const ListOperationsResponse: MessageType<ListOperationsResponse> = message('osctl.v1alpha1.ListOperationsResponse', [
  { no: 1, name: 'operations', type: () => Operation, repeated: true },
]);

export interface WatchOperationRequest {
  readonly id: string;
}
export const WatchOperationRequest: MessageType<WatchOperationRequest> = message('osctl.v1alpha1.WatchOperationRequest', [
  { no: 1, name: 'id', type: 'string' },
]);

export interface Operation {
  readonly id: string;
  /** prepare | upgrade | rollback | reboot | shutdown | reset | wipe-disk | pull-image */
  readonly type: string;
  readonly state: OperationState;
  /** pull | verify | mark-trial | staged | leave-etcd | stop-services | wipe | reboot | trial | confirm */
  readonly phase: string;
  readonly message: string;
  readonly done: number;
  /** 0: unknown */
  readonly total: number;
  /** bytes | steps */
  readonly unit: string;
  readonly startMs: number;
  /** 0 while running */
  readonly endMs: number;
  readonly fromBootId: string;
  /** only when it failed */
  readonly error: OperationError | undefined;
  /** only when it succeeded */
  readonly result: OperationResult | undefined;
  readonly image: string;
  readonly phases: readonly PhaseTiming[];
  /** where it is known what it consists of: the layers of an image */
  readonly parts: readonly OperationPart[];
}
export const Operation: MessageType<Operation> = message('osctl.v1alpha1.Operation', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'type', type: 'string' },
  { no: 3, name: 'state', type: OperationStateValues },
  { no: 4, name: 'phase', type: 'string' },
  { no: 5, name: 'message', type: 'string' },
  { no: 6, name: 'done', type: 'int64' },
  { no: 7, name: 'total', type: 'int64' },
  { no: 8, name: 'unit', type: 'string' },
  { no: 9, name: 'startMs', type: 'int64' },
  { no: 10, name: 'endMs', type: 'int64' },
  { no: 11, name: 'fromBootId', type: 'string' },
  { no: 12, name: 'error', type: () => OperationError },
  { no: 13, name: 'result', type: () => OperationResult },
  { no: 14, name: 'image', type: 'string' },
  { no: 15, name: 'phases', type: () => PhaseTiming, repeated: true },
  { no: 16, name: 'parts', type: () => OperationPart, repeated: true },
]);

export interface OperationPart {
  /** of a layer: its digest */
  readonly name: string;
  /** bytes */
  readonly done: number;
  /** bytes */
  readonly total: number;
  /** waiting | loading | done */
  readonly state: string;
}
export const OperationPart: MessageType<OperationPart> = message('osctl.v1alpha1.OperationPart', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'done', type: 'int64' },
  { no: 3, name: 'total', type: 'int64' },
  { no: 4, name: 'state', type: 'string' },
]);

export interface OperationError {
  /** stable, e.g. IMAGE_NOT_FOUND, DIGEST_MISMATCH, DISK_FULL, TRIAL_FAILED */
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly condemnsImage: boolean;
  readonly failedBoot: FailedBoot | undefined;
}
export const OperationError: MessageType<OperationError> = message('osctl.v1alpha1.OperationError', [
  { no: 1, name: 'code', type: 'string' },
  { no: 2, name: 'message', type: 'string' },
  { no: 3, name: 'retryable', type: 'bool' },
  { no: 4, name: 'condemnsImage', type: 'bool' },
  { no: 5, name: 'failedBoot', type: () => FailedBoot },
]);

export interface OperationResult {
  readonly bootId: string;
  readonly slot: string;
  readonly digest: string;
  readonly version: string;
}
export const OperationResult: MessageType<OperationResult> = message('osctl.v1alpha1.OperationResult', [
  { no: 1, name: 'bootId', type: 'string' },
  { no: 2, name: 'slot', type: 'string' },
  { no: 3, name: 'digest', type: 'string' },
  { no: 4, name: 'version', type: 'string' },
]);

export interface OperationProgress {
  readonly operation: Operation | undefined;
}
export const OperationProgress: MessageType<OperationProgress> = message('osctl.v1alpha1.OperationProgress', [
  { no: 1, name: 'operation', type: () => Operation },
]);

export type VersionRequest = Readonly<Record<never, never>>;
export const VersionRequest: MessageType<VersionRequest> = message('osctl.v1alpha1.VersionRequest', []);

export interface VersionResponse {
  /** of the OS image, semver without a leading v */
  readonly version: string;
  /** e.g. v1.37.2 */
  readonly kubernetesVersion: string;
  /** repository the booted image came from, e.g. osctl.dev/talos */
  readonly image: string;
  /** sha256:… of the booted image's manifest */
  readonly digest: string;
  /** container | metal */
  readonly platform: string;
  /** amd64 | arm64 */
  readonly architecture: string;
  /** uname -r */
  readonly kernel: string;
  /** version of the agent's code; differs from version only in development */
  readonly agent: string;
  /** containerd, runc, etcd, node … → version */
  readonly components: Readonly<Record<string, string>>;
}
export const VersionResponse: MessageType<VersionResponse> = message('osctl.v1alpha1.VersionResponse', [
  { no: 1, name: 'version', type: 'string' },
  { no: 2, name: 'kubernetesVersion', type: 'string' },
  { no: 3, name: 'image', type: 'string' },
  { no: 4, name: 'digest', type: 'string' },
  { no: 5, name: 'platform', type: 'string' },
  { no: 6, name: 'architecture', type: 'string' },
  { no: 7, name: 'kernel', type: 'string' },
  { no: 8, name: 'agent', type: 'string' },
  { no: 9, name: 'components', type: 'string', mapKey: 'string' },
]);

export type StatusRequest = Readonly<Record<never, never>>;
export const StatusRequest: MessageType<StatusRequest> = message('osctl.v1alpha1.StatusRequest', []);

export interface StatusResponse {
  readonly node: string;
  readonly bootId: string;
  /** control-plane | worker */
  readonly role: string;
  readonly stage: Stage;
  /** every service that must be healthy is */
  readonly ready: boolean;
  /** why not ready, one sentence each */
  readonly unmet: readonly string[];
  readonly slots: Slots | undefined;
  /** sha256:… over the canonical configuration, trust left out */
  readonly configHash: string;
  readonly services: readonly ServiceStatus[];
  /** Unix time */
  readonly bootTimeMs: number;
  /** monotonic, since this boot */
  readonly uptimeMs: number;
  readonly version: string;
  readonly digest: string;
  readonly kubernetesVersion: string;
  readonly runningOperation: OperationRef | undefined;
  readonly lastFailedBoot: FailedBoot | undefined;
  /** highest leader epoch seen; a mutation with a lower one is refused */
  readonly fencingEpoch: number;
  readonly etcdBootstrapped: boolean;
  readonly bootPhases: readonly PhaseTiming[];
  /** how the boot before this one ended; unset after a first start */
  readonly lastReboot: BootEnd | undefined;
}
export const StatusResponse: MessageType<StatusResponse> = message('osctl.v1alpha1.StatusResponse', [
  { no: 1, name: 'node', type: 'string' },
  { no: 2, name: 'bootId', type: 'string' },
  { no: 3, name: 'role', type: 'string' },
  { no: 4, name: 'stage', type: StageValues },
  { no: 5, name: 'ready', type: 'bool' },
  { no: 6, name: 'unmet', type: 'string', repeated: true },
  { no: 7, name: 'slots', type: () => Slots },
  { no: 8, name: 'configHash', type: 'string' },
  { no: 9, name: 'services', type: () => ServiceStatus, repeated: true },
  { no: 10, name: 'bootTimeMs', type: 'int64' },
  { no: 11, name: 'uptimeMs', type: 'int64' },
  { no: 12, name: 'version', type: 'string' },
  { no: 13, name: 'digest', type: 'string' },
  { no: 14, name: 'kubernetesVersion', type: 'string' },
  { no: 15, name: 'runningOperation', type: () => OperationRef },
  { no: 16, name: 'lastFailedBoot', type: () => FailedBoot },
  { no: 17, name: 'fencingEpoch', type: 'int64' },
  { no: 18, name: 'etcdBootstrapped', type: 'bool' },
  { no: 19, name: 'bootPhases', type: () => PhaseTiming, repeated: true },
  { no: 20, name: 'lastReboot', type: () => BootEnd },
]);

export interface PhaseTiming {
  readonly name: string;
  readonly durationMs: number;
}
export const PhaseTiming: MessageType<PhaseTiming> = message('osctl.v1alpha1.PhaseTiming', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'durationMs', type: 'int64' },
]);

export interface Slots {
  /** a | b */
  readonly active: string;
  /** a | b | empty */
  readonly previous: string;
  /** what runs now; differs from active during a trial */
  readonly booted: string;
  readonly trial: Trial | undefined;
  readonly slots: readonly Slot[];
}
export const Slots: MessageType<Slots> = message('osctl.v1alpha1.Slots', [
  { no: 1, name: 'active', type: 'string' },
  { no: 2, name: 'previous', type: 'string' },
  { no: 3, name: 'booted', type: 'string' },
  { no: 4, name: 'trial', type: () => Trial },
  { no: 5, name: 'slots', type: () => Slot, repeated: true },
]);

export interface Slot {
  readonly name: string;
  readonly digest: string;
  readonly version: string;
  readonly image: string;
  readonly bootable: boolean;
}
export const Slot: MessageType<Slot> = message('osctl.v1alpha1.Slot', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'digest', type: 'string' },
  { no: 3, name: 'version', type: 'string' },
  { no: 4, name: 'image', type: 'string' },
  { no: 5, name: 'bootable', type: 'bool' },
]);

export interface Trial {
  readonly slot: string;
  readonly attemptsLeft: number;
  readonly operationId: string;
  readonly confirmWithinMs: number;
  /** of confirm_within, counted monotonically from the trial boot */
  readonly remainingMs: number;
  /** the upgrade asked for Lifecycle.Confirm */
  readonly awaitsCaller: boolean;
  readonly agentHealthy: boolean;
}
export const Trial: MessageType<Trial> = message('osctl.v1alpha1.Trial', [
  { no: 1, name: 'slot', type: 'string' },
  { no: 2, name: 'attemptsLeft', type: 'int32' },
  { no: 3, name: 'operationId', type: 'string' },
  { no: 4, name: 'confirmWithinMs', type: 'int64' },
  { no: 5, name: 'remainingMs', type: 'int64' },
  { no: 6, name: 'awaitsCaller', type: 'bool' },
  { no: 7, name: 'agentHealthy', type: 'bool' },
]);

/** A trial boot that was turned back, with its evidence. */
export interface FailedBoot {
  readonly slot: string;
  readonly digest: string;
  readonly version: string;
  readonly operationId: string;
  /** crashed | unhealthy | hung | unconfirmed | power-lost */
  readonly cause: string;
  readonly message: string;
  /** running out of time or power never does */
  readonly condemnsImage: boolean;
  readonly timeMs: number;
  /** the end of what the boot printed, at most 50 lines */
  readonly lastLines: readonly string[];
  readonly attempts: number;
}
export const FailedBoot: MessageType<FailedBoot> = message('osctl.v1alpha1.FailedBoot', [
  { no: 1, name: 'slot', type: 'string' },
  { no: 2, name: 'digest', type: 'string' },
  { no: 3, name: 'version', type: 'string' },
  { no: 4, name: 'operationId', type: 'string' },
  { no: 5, name: 'cause', type: 'string' },
  { no: 6, name: 'message', type: 'string' },
  { no: 7, name: 'condemnsImage', type: 'bool' },
  { no: 8, name: 'timeMs', type: 'int64' },
  { no: 9, name: 'lastLines', type: 'string', repeated: true },
  { no: 10, name: 'attempts', type: 'int32' },
]);

export interface OperationRef {
  readonly id: string;
  readonly type: string;
}
export const OperationRef: MessageType<OperationRef> = message('osctl.v1alpha1.OperationRef', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'type', type: 'string' },
]);

export interface ServiceStatus {
  readonly id: string;
  readonly state: ServiceState;
  readonly health: Health;
  /** why it is in that state */
  readonly message: string;
  /** after failures, since the node booted; those that were asked for are not counted */
  readonly restarts: number;
  /** Unix time of the last change of state */
  readonly sinceMs: number;
  /** 0 when it does not run */
  readonly pid: number;
  readonly dependsOn: readonly string[];
  /** it runs in a container of its own; false: bare on the node */
  readonly container: boolean;
}
export const ServiceStatus: MessageType<ServiceStatus> = message('osctl.v1alpha1.ServiceStatus', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'state', type: ServiceStateValues },
  { no: 3, name: 'health', type: HealthValues },
  { no: 4, name: 'message', type: 'string' },
  { no: 5, name: 'restarts', type: 'int32' },
  { no: 6, name: 'sinceMs', type: 'int64' },
  { no: 7, name: 'pid', type: 'int32' },
  { no: 8, name: 'dependsOn', type: 'string', repeated: true },
  { no: 9, name: 'container', type: 'bool' },
]);

export interface ProcessesRequest {
  /** leaves proportional_bytes 0: the kernel walks all of a process's memory for it */
  readonly withoutProportional: boolean;
}
export const ProcessesRequest: MessageType<ProcessesRequest> = message('osctl.v1alpha1.ProcessesRequest', [
  { no: 1, name: 'withoutProportional', type: 'bool' },
]);

export interface ProcessesResponse {
  readonly processes: readonly Process[];
  /** monotonic: two answers of one boot give the share of time between them */
  readonly takenUs: number;
}
export const ProcessesResponse: MessageType<ProcessesResponse> = message('osctl.v1alpha1.ProcessesResponse', [
  { no: 1, name: 'processes', type: () => Process, repeated: true },
  { no: 2, name: 'takenUs', type: 'int64' },
]);

export interface Process {
  readonly pid: number;
  readonly parentPid: number;
  /** one letter, proc(5) */
  readonly state: string;
  readonly threads: number;
  /** user + system */
  readonly cpuTimeMs: number;
  readonly residentBytes: number;
  readonly virtualBytes: number;
  readonly executable: string;
  /** arguments that look like secrets are masked */
  readonly commandLine: string;
  readonly userId: number;
  readonly cgroup: string;
  /** PSS; 0 where the kernel does not tell */
  readonly proportionalBytes: number;
  /** since the kernel's boot; with pid it names one process for ever */
  readonly startTimeMs: number;
}
export const Process: MessageType<Process> = message('osctl.v1alpha1.Process', [
  { no: 1, name: 'pid', type: 'int32' },
  { no: 2, name: 'parentPid', type: 'int32' },
  { no: 3, name: 'state', type: 'string' },
  { no: 4, name: 'threads', type: 'int32' },
  { no: 5, name: 'cpuTimeMs', type: 'int64' },
  { no: 6, name: 'residentBytes', type: 'int64' },
  { no: 7, name: 'virtualBytes', type: 'int64' },
  { no: 8, name: 'executable', type: 'string' },
  { no: 9, name: 'commandLine', type: 'string' },
  { no: 10, name: 'userId', type: 'int32' },
  { no: 11, name: 'cgroup', type: 'string' },
  { no: 12, name: 'proportionalBytes', type: 'int64' },
  { no: 13, name: 'startTimeMs', type: 'int64' },
]);

export type BootsRequest = Readonly<Record<never, never>>;
export const BootsRequest: MessageType<BootsRequest> = message('osctl.v1alpha1.BootsRequest', []);

export interface BootsResponse {
  readonly boots: readonly Boot[];
}
export const BootsResponse: MessageType<BootsResponse> = message('osctl.v1alpha1.BootsResponse', [
  { no: 1, name: 'boots', type: () => Boot, repeated: true },
]);

export interface Boot {
  readonly bootId: string;
  /** Unix time at which the agent began */
  readonly startMs: number;
  /** a | b */
  readonly slot: string;
  /** of the OS image */
  readonly version: string;
  /** sha256:… of the image's manifest */
  readonly digest: string;
  readonly trial: boolean;
  /** whether Services.Logs and KernelLog can still read it */
  readonly logsKept: boolean;
  /** unset while it runs */
  readonly end: BootEnd | undefined;
}
export const Boot: MessageType<Boot> = message('osctl.v1alpha1.Boot', [
  { no: 1, name: 'bootId', type: 'string' },
  { no: 2, name: 'startMs', type: 'int64' },
  { no: 3, name: 'slot', type: 'string' },
  { no: 4, name: 'version', type: 'string' },
  { no: 5, name: 'digest', type: 'string' },
  { no: 6, name: 'trial', type: 'bool' },
  { no: 7, name: 'logsKept', type: 'bool' },
  { no: 8, name: 'end', type: () => BootEnd },
]);

export interface BootEnd {
  readonly reason: RebootReason;
  /** the same as a sentence, with what is known beyond it */
  readonly message: string;
  /** Unix time; for an end without a word the last thing that was logged */
  readonly timeMs: number;
  /** REQUESTED and TRIAL_FAILED */
  readonly operationId: string;
  /** reboot | shutdown | upgrade | rollback … */
  readonly operationType: string;
  /** the subject of the caller's certificate */
  readonly requestedBy: string;
  /** CRASHED: the end of what init and the agent printed, at most 50 lines */
  readonly lastLines: readonly string[];
}
export const BootEnd: MessageType<BootEnd> = message('osctl.v1alpha1.BootEnd', [
  { no: 1, name: 'reason', type: RebootReasonValues },
  { no: 2, name: 'message', type: 'string' },
  { no: 3, name: 'timeMs', type: 'int64' },
  { no: 4, name: 'operationId', type: 'string' },
  { no: 5, name: 'operationType', type: 'string' },
  { no: 6, name: 'requestedBy', type: 'string' },
  { no: 7, name: 'lastLines', type: 'string', repeated: true },
]);

export interface KernelLogRequest {
  /** 0: all */
  readonly tailLines: number;
  readonly follow: boolean;
  /** Unix time; 0: no bound */
  readonly sinceMs: number;
  /** 0: this boot; 1: the one before …, as far as its log is kept */
  readonly bootsAgo: number;
}
export const KernelLogRequest: MessageType<KernelLogRequest> = message('osctl.v1alpha1.KernelLogRequest', [
  { no: 1, name: 'tailLines', type: 'int32' },
  { no: 2, name: 'follow', type: 'bool' },
  { no: 3, name: 'sinceMs', type: 'int64' },
  { no: 4, name: 'bootsAgo', type: 'int32' },
]);

export interface LogLine {
  /** Unix time; 0 when unknown */
  readonly timeMs: number;
  /** without its line end */
  readonly line: Uint8Array;
  /** service id, stream or facility */
  readonly source: string;
}
export const LogLine: MessageType<LogLine> = message('osctl.v1alpha1.LogLine', [
  { no: 1, name: 'timeMs', type: 'int64' },
  { no: 2, name: 'line', type: 'bytes' },
  { no: 3, name: 'source', type: 'string' },
]);

export interface EventsRequest {
  /** events after this id; 0: only new ones, unless tail is set */
  readonly sinceId: number;
  /** the last N first */
  readonly tail: number;
  readonly follow: boolean;
  /** only events of these types; none: of all */
  readonly types: readonly string[];
}
export const EventsRequest: MessageType<EventsRequest> = message('osctl.v1alpha1.EventsRequest', [
  { no: 1, name: 'sinceId', type: 'int64' },
  { no: 2, name: 'tail', type: 'int32' },
  { no: 3, name: 'follow', type: 'bool' },
  { no: 4, name: 'types', type: 'string', repeated: true },
]);

export interface Event {
  /** grows by one with each event of a boot */
  readonly id: number;
  readonly timeMs: number;
  readonly bootId: string;
  /** stage | phase | service | operation | config | boot | access | debug */
  readonly type: string;
  /** which phase, service, operation … */
  readonly subject: string;
  /** started | finished | failed | changed | denied … */
  readonly action: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}
export const Event: MessageType<Event> = message('osctl.v1alpha1.Event', [
  { no: 1, name: 'id', type: 'int64' },
  { no: 2, name: 'timeMs', type: 'int64' },
  { no: 3, name: 'bootId', type: 'string' },
  { no: 4, name: 'type', type: 'string' },
  { no: 5, name: 'subject', type: 'string' },
  { no: 6, name: 'action', type: 'string' },
  { no: 7, name: 'message', type: 'string' },
  { no: 8, name: 'fields', type: 'string', mapKey: 'string' },
]);

export interface KubeconfigRequest {
  readonly lifetimeMs: number;
}
export const KubeconfigRequest: MessageType<KubeconfigRequest> = message('osctl.v1alpha1.KubeconfigRequest', [
  { no: 1, name: 'lifetimeMs', type: 'int64' },
]);

export interface KubeconfigResponse {
  readonly kubeconfig: string;
}
export const KubeconfigResponse: MessageType<KubeconfigResponse> = message('osctl.v1alpha1.KubeconfigResponse', [
  { no: 1, name: 'kubeconfig', type: 'string' },
]);

/** Whose network is meant; nothing set: the node's own. */
export interface NetworkSelector {
  /** namespace/name */
  readonly pod: string;
  /** the node's own and every pod's */
  readonly all: boolean;
}
export const NetworkSelector: MessageType<NetworkSelector> = message('osctl.v1alpha1.NetworkSelector', [
  { no: 1, name: 'pod', type: 'string' },
  { no: 2, name: 'all', type: 'bool' },
]);

export interface InterfacesRequest {
  readonly network: NetworkSelector | undefined;
}
export const InterfacesRequest: MessageType<InterfacesRequest> = message('osctl.v1alpha1.InterfacesRequest', [
  { no: 1, name: 'network', type: () => NetworkSelector },
]);

export interface InterfacesResponse {
  readonly interfaces: readonly NetworkInterface[];
}
export const InterfacesResponse: MessageType<InterfacesResponse> = message('osctl.v1alpha1.InterfacesResponse', [
  { no: 1, name: 'interfaces', type: () => NetworkInterface, repeated: true },
]);

export interface NetworkInterface {
  /** namespace/name; empty: the node's own. As in the other messages here */
  readonly pod: string;
  readonly name: string;
  /** with the length of their prefix, e.g. 10.5.0.2/24 */
  readonly addresses: readonly string[];
  readonly received: InterfaceCounters | undefined;
  readonly sent: InterfaceCounters | undefined;
  /** The kernel shows the following of the node's own interfaces only. */
  readonly index: number;
  /** up | down | lower-layer-down | dormant | unknown …; empty where it is not shown */
  readonly state: string;
  readonly hardwareAddress: string;
  readonly mtu: number;
  /** bits per second; 0 where unknown */
  readonly speedBps: number;
  /** physical | virtual | loopback | bridge | bond | vlan | vxlan | tun … */
  readonly kind: string;
  /** the bridge or bond that it is part of */
  readonly controller: string;
}
export const NetworkInterface: MessageType<NetworkInterface> = message('osctl.v1alpha1.NetworkInterface', [
  { no: 1, name: 'pod', type: 'string' },
  { no: 2, name: 'name', type: 'string' },
  { no: 3, name: 'addresses', type: 'string', repeated: true },
  { no: 4, name: 'received', type: () => InterfaceCounters },
  { no: 5, name: 'sent', type: () => InterfaceCounters },
  { no: 6, name: 'index', type: 'int32' },
  { no: 7, name: 'state', type: 'string' },
  { no: 8, name: 'hardwareAddress', type: 'string' },
  { no: 9, name: 'mtu', type: 'int32' },
  { no: 10, name: 'speedBps', type: 'int64' },
  { no: 11, name: 'kind', type: 'string' },
  { no: 12, name: 'controller', type: 'string' },
]);

/** Since the interface was made. */
export interface InterfaceCounters {
  readonly bytes: number;
  readonly packets: number;
  readonly errors: number;
  readonly dropped: number;
}
export const InterfaceCounters: MessageType<InterfaceCounters> = message('osctl.v1alpha1.InterfaceCounters', [
  { no: 1, name: 'bytes', type: 'int64' },
  { no: 2, name: 'packets', type: 'int64' },
  { no: 3, name: 'errors', type: 'int64' },
  { no: 4, name: 'dropped', type: 'int64' },
]);

export interface RoutesRequest {
  readonly network: NetworkSelector | undefined;
  /** local, multicast and unreachable ones too */
  readonly all: boolean;
}
export const RoutesRequest: MessageType<RoutesRequest> = message('osctl.v1alpha1.RoutesRequest', [
  { no: 1, name: 'network', type: () => NetworkSelector },
  { no: 2, name: 'all', type: 'bool' },
]);

/** IPv4 of the main table, IPv6 of all tables. */
export interface RoutesResponse {
  readonly routes: readonly Route[];
}
export const RoutesResponse: MessageType<RoutesResponse> = message('osctl.v1alpha1.RoutesResponse', [
  { no: 1, name: 'routes', type: () => Route, repeated: true },
]);

export interface Route {
  readonly pod: string;
  /** ipv4 | ipv6 */
  readonly family: string;
  /** e.g. 10.244.0.0/24; 0.0.0.0/0 and ::/0 are the default */
  readonly destination: string;
  /** empty: on the link itself */
  readonly gateway: string;
  readonly interface: string;
  readonly metric: number;
  /** unicast | local | multicast | unreachable */
  readonly type: string;
  /** the prefix that senders have to be of; IPv6 only, mostly empty */
  readonly source: string;
}
export const Route: MessageType<Route> = message('osctl.v1alpha1.Route', [
  { no: 1, name: 'pod', type: 'string' },
  { no: 2, name: 'family', type: 'string' },
  { no: 3, name: 'destination', type: 'string' },
  { no: 4, name: 'gateway', type: 'string' },
  { no: 5, name: 'interface', type: 'string' },
  { no: 6, name: 'metric', type: 'int64' },
  { no: 7, name: 'type', type: 'string' },
  { no: 8, name: 'source', type: 'string' },
]);

export interface SocketsRequest {
  readonly network: NetworkSelector | undefined;
  /** tcp | udp | unix; none: tcp and udp */
  readonly protocols: readonly string[];
  /** connected | listening | all; empty: connected */
  readonly states: string;
}
export const SocketsRequest: MessageType<SocketsRequest> = message('osctl.v1alpha1.SocketsRequest', [
  { no: 1, name: 'network', type: () => NetworkSelector },
  { no: 2, name: 'protocols', type: 'string', repeated: true },
  { no: 3, name: 'states', type: 'string' },
]);

export interface Socket {
  readonly pod: string;
  /** tcp | tcp6 | udp | udp6 | unix */
  readonly protocol: string;
  /** listen, established, time-wait …; unconnected of udp and of unix */
  readonly state: string;
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** of a listening one: connections that wait to be accepted */
  readonly receiveQueueBytes: number;
  readonly sendQueueBytes: number;
  readonly userId: number;
  /** 0: no program has it any more */
  readonly inode: number;
  /** of one that has it; 0 where none was found */
  readonly pid: number;
  /** name of that one */
  readonly process: string;
  /** of a unix socket; an abstract one begins with @ */
  readonly path: string;
  /** stream | datagram | packet */
  readonly type: string;
}
export const Socket: MessageType<Socket> = message('osctl.v1alpha1.Socket', [
  { no: 1, name: 'pod', type: 'string' },
  { no: 2, name: 'protocol', type: 'string' },
  { no: 3, name: 'state', type: 'string' },
  { no: 4, name: 'localAddress', type: 'string' },
  { no: 5, name: 'localPort', type: 'int32' },
  { no: 6, name: 'remoteAddress', type: 'string' },
  { no: 7, name: 'remotePort', type: 'int32' },
  { no: 8, name: 'receiveQueueBytes', type: 'int64' },
  { no: 9, name: 'sendQueueBytes', type: 'int64' },
  { no: 10, name: 'userId', type: 'int32' },
  { no: 11, name: 'inode', type: 'int64' },
  { no: 12, name: 'pid', type: 'int32' },
  { no: 13, name: 'process', type: 'string' },
  { no: 14, name: 'path', type: 'string' },
  { no: 15, name: 'type', type: 'string' },
]);

export interface ResolveRequest {
  /** as it is, without search domains; empty: the root zone, only to see who answers */
  readonly name: string;
}
export const ResolveRequest: MessageType<ResolveRequest> = message('osctl.v1alpha1.ResolveRequest', [
  { no: 1, name: 'name', type: 'string' },
]);

/** In the order in which the node asks them; empty where its configuration names none. */
export interface ResolveResponse {
  readonly servers: readonly NameServerAnswer[];
}
export const ResolveResponse: MessageType<ResolveResponse> = message('osctl.v1alpha1.ResolveResponse', [
  { no: 1, name: 'servers', type: () => NameServerAnswer, repeated: true },
]);

export interface NameServerAnswer {
  /** its address */
  readonly server: string;
  /** answered | no-such-name | server-failed | refused | unreachable | silent */
  readonly result: string;
  /** IPv4 first; of the name */
  readonly addresses: readonly string[];
  readonly tookUs: number;
}
export const NameServerAnswer: MessageType<NameServerAnswer> = message('osctl.v1alpha1.NameServerAnswer', [
  { no: 1, name: 'server', type: 'string' },
  { no: 2, name: 'result', type: 'string' },
  { no: 3, name: 'addresses', type: 'string', repeated: true },
  { no: 4, name: 'tookUs', type: 'int64' },
]);

export type ListServicesRequest = Readonly<Record<never, never>>;
export const ListServicesRequest: MessageType<ListServicesRequest> = message('osctl.v1alpha1.ListServicesRequest', []);

export interface ListServicesResponse {
  readonly services: readonly ServiceStatus[];
}
export const ListServicesResponse: MessageType<ListServicesResponse> = message('osctl.v1alpha1.ListServicesResponse', [
  { no: 1, name: 'services', type: () => ServiceStatus, repeated: true },
]);

export interface GetServiceRequest {
  readonly id: string;
}
export const GetServiceRequest: MessageType<GetServiceRequest> = message('osctl.v1alpha1.GetServiceRequest', [
  { no: 1, name: 'id', type: 'string' },
]);

export interface GetServiceResponse {
  readonly service: ServiceStatus | undefined;
  /** the oldest first, at most 50 */
  readonly events: readonly ServiceEvent[];
  /** of this boot, older than those */
  readonly droppedEvents: number;
}
export const GetServiceResponse: MessageType<GetServiceResponse> = message('osctl.v1alpha1.GetServiceResponse', [
  { no: 1, name: 'service', type: () => ServiceStatus },
  { no: 2, name: 'events', type: () => ServiceEvent, repeated: true },
  { no: 3, name: 'droppedEvents', type: 'int32' },
]);

/** A change of a service's state, health or message. */
export interface ServiceEvent {
  /** Unix time */
  readonly timeMs: number;
  readonly state: ServiceState;
  readonly health: Health;
  /** why */
  readonly message: string;
  readonly restarts: number;
  /** 0 when it does not run */
  readonly pid: number;
}
export const ServiceEvent: MessageType<ServiceEvent> = message('osctl.v1alpha1.ServiceEvent', [
  { no: 1, name: 'timeMs', type: 'int64' },
  { no: 2, name: 'state', type: ServiceStateValues },
  { no: 3, name: 'health', type: HealthValues },
  { no: 4, name: 'message', type: 'string' },
  { no: 5, name: 'restarts', type: 'int32' },
  { no: 6, name: 'pid', type: 'int32' },
]);

export interface StartServiceRequest {
  readonly id: string;
}
export const StartServiceRequest: MessageType<StartServiceRequest> = message('osctl.v1alpha1.StartServiceRequest', [
  { no: 1, name: 'id', type: 'string' },
]);

export interface StartServiceResponse {
  readonly service: ServiceStatus | undefined;
}
export const StartServiceResponse: MessageType<StartServiceResponse> = message('osctl.v1alpha1.StartServiceResponse', [
  { no: 1, name: 'service', type: () => ServiceStatus },
]);

export interface StopServiceRequest {
  readonly id: string;
}
export const StopServiceRequest: MessageType<StopServiceRequest> = message('osctl.v1alpha1.StopServiceRequest', [
  { no: 1, name: 'id', type: 'string' },
]);

export interface StopServiceResponse {
  readonly service: ServiceStatus | undefined;
}
export const StopServiceResponse: MessageType<StopServiceResponse> = message('osctl.v1alpha1.StopServiceResponse', [
  { no: 1, name: 'service', type: () => ServiceStatus },
]);

export interface RestartServiceRequest {
  readonly id: string;
}
export const RestartServiceRequest: MessageType<RestartServiceRequest> = message('osctl.v1alpha1.RestartServiceRequest', [
  { no: 1, name: 'id', type: 'string' },
]);

export interface RestartServiceResponse {
  readonly service: ServiceStatus | undefined;
}
export const RestartServiceResponse: MessageType<RestartServiceResponse> = message('osctl.v1alpha1.RestartServiceResponse', [
  { no: 1, name: 'service', type: () => ServiceStatus },
]);

export interface LogsRequest {
  readonly id: string;
  /** 0: all that is kept */
  readonly tailLines: number;
  readonly follow: boolean;
  /** Unix time; 0: no bound */
  readonly sinceMs: number;
  /** of a container: its run before the newest */
  readonly previous: boolean;
  /** 0: this boot; 1: the one before …, as far as its logs are kept */
  readonly bootsAgo: number;
}
export const LogsRequest: MessageType<LogsRequest> = message('osctl.v1alpha1.LogsRequest', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'tailLines', type: 'int32' },
  { no: 3, name: 'follow', type: 'bool' },
  { no: 4, name: 'sinceMs', type: 'int64' },
  { no: 5, name: 'previous', type: 'bool' },
  { no: 6, name: 'bootsAgo', type: 'int32' },
]);

export interface GetResourcesRequest {
  /** its name, singular or plural */
  readonly kind: string;
  /** empty: all */
  readonly id: string;
  readonly follow: boolean;
}
export const GetResourcesRequest: MessageType<GetResourcesRequest> = message('osctl.v1alpha1.GetResourcesRequest', [
  { no: 1, name: 'kind', type: 'string' },
  { no: 2, name: 'id', type: 'string' },
  { no: 3, name: 'follow', type: 'bool' },
]);

export interface ResourceEvent {
  readonly type: ResourceEventType;
  /** of KIND, the first message */
  readonly kind: ResourceKind | undefined;
  /** of CREATED, UPDATED and DELETED; of DELETED as it last was seen, without its spec */
  readonly resource: Resource | undefined;
}
export const ResourceEvent: MessageType<ResourceEvent> = message('osctl.v1alpha1.ResourceEvent', [
  { no: 1, name: 'type', type: ResourceEventTypeValues },
  { no: 2, name: 'kind', type: () => ResourceKind },
  { no: 3, name: 'resource', type: () => Resource },
]);

export interface Resource {
  readonly kind: string;
  /** unique within its kind */
  readonly id: string;
  /** of its content: the same as long as nothing changes, in no order */
  readonly version: string;
  /** JSON object */
  readonly spec: string;
}
export const Resource: MessageType<Resource> = message('osctl.v1alpha1.Resource', [
  { no: 1, name: 'kind', type: 'string' },
  { no: 2, name: 'id', type: 'string' },
  { no: 3, name: 'version', type: 'string' },
  { no: 4, name: 'spec', type: 'string' },
]);

export interface ResourceKind {
  readonly name: string;
  readonly description: string;
  /** os:admin's only; reading it is audited */
  readonly sensitive: boolean;
  readonly columns: readonly ResourceColumn[];
}
export const ResourceKind: MessageType<ResourceKind> = message('osctl.v1alpha1.ResourceKind', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'description', type: 'string' },
  { no: 3, name: 'sensitive', type: 'bool' },
  { no: 4, name: 'columns', type: () => ResourceColumn, repeated: true },
]);

/** How a resource is shown in a row. The first column of every kind is its id. */
export interface ResourceColumn {
  readonly title: string;
  /** JSON pointer into the spec */
  readonly path: string;
  readonly format: ColumnFormat;
}
export const ResourceColumn: MessageType<ResourceColumn> = message('osctl.v1alpha1.ResourceColumn', [
  { no: 1, name: 'title', type: 'string' },
  { no: 2, name: 'path', type: 'string' },
  { no: 3, name: 'format', type: ColumnFormatValues },
]);

export type DisksRequest = Readonly<Record<never, never>>;
export const DisksRequest: MessageType<DisksRequest> = message('osctl.v1alpha1.DisksRequest', []);

export interface DisksResponse {
  /** node | host: on platform container they are the host's */
  readonly belongsTo: string;
  readonly disks: readonly Disk[];
}
export const DisksResponse: MessageType<DisksResponse> = message('osctl.v1alpha1.DisksResponse', [
  { no: 1, name: 'belongsTo', type: 'string' },
  { no: 2, name: 'disks', type: () => Disk, repeated: true },
]);

export interface Disk {
  /** as below /dev */
  readonly name: string;
  readonly sizeBytes: number;
  /** disk | loop | ram | zram | raid | mapper | optical */
  readonly type: string;
  /** nvme | sata | scsi | usb | virtio | mmc …; empty where unknown */
  readonly transport: string;
  readonly model: string;
  readonly serial: string;
  readonly wwid: string;
  readonly readOnly: boolean;
  readonly removable: boolean;
  readonly rotational: boolean;
  /** logical */
  readonly sectorBytes: number;
  /** the node's /var is on it */
  readonly system: boolean;
  readonly partitions: readonly Partition[];
  readonly counters: DiskCounters | undefined;
}
export const Disk: MessageType<Disk> = message('osctl.v1alpha1.Disk', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'sizeBytes', type: 'int64' },
  { no: 3, name: 'type', type: 'string' },
  { no: 4, name: 'transport', type: 'string' },
  { no: 5, name: 'model', type: 'string' },
  { no: 6, name: 'serial', type: 'string' },
  { no: 7, name: 'wwid', type: 'string' },
  { no: 8, name: 'readOnly', type: 'bool' },
  { no: 9, name: 'removable', type: 'bool' },
  { no: 10, name: 'rotational', type: 'bool' },
  { no: 11, name: 'sectorBytes', type: 'int32' },
  { no: 12, name: 'system', type: 'bool' },
  { no: 13, name: 'partitions', type: () => Partition, repeated: true },
  { no: 14, name: 'counters', type: () => DiskCounters },
]);

export interface Partition {
  readonly name: string;
  readonly number: number;
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  /** GPT name; empty where there is none */
  readonly label: string;
  /** as the node sees them */
  readonly mountPoints: readonly string[];
}
export const Partition: MessageType<Partition> = message('osctl.v1alpha1.Partition', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'number', type: 'int32' },
  { no: 3, name: 'offsetBytes', type: 'int64' },
  { no: 4, name: 'sizeBytes', type: 'int64' },
  { no: 5, name: 'label', type: 'string' },
  { no: 6, name: 'mountPoints', type: 'string', repeated: true },
]);

/** Since the kernel's boot. */
export interface DiskCounters {
  readonly reads: number;
  readonly readBytes: number;
  /** sum over requests */
  readonly readMs: number;
  readonly writes: number;
  readonly writeBytes: number;
  readonly writeMs: number;
  /** now */
  readonly inFlight: number;
  /** at least one request was in flight */
  readonly busyMs: number;
}
export const DiskCounters: MessageType<DiskCounters> = message('osctl.v1alpha1.DiskCounters', [
  { no: 1, name: 'reads', type: 'int64' },
  { no: 2, name: 'readBytes', type: 'int64' },
  { no: 3, name: 'readMs', type: 'int64' },
  { no: 4, name: 'writes', type: 'int64' },
  { no: 5, name: 'writeBytes', type: 'int64' },
  { no: 6, name: 'writeMs', type: 'int64' },
  { no: 7, name: 'inFlight', type: 'int64' },
  { no: 8, name: 'busyMs', type: 'int64' },
]);

export interface MountsRequest {
  /** those of pods and containers too */
  readonly all: boolean;
}
export const MountsRequest: MessageType<MountsRequest> = message('osctl.v1alpha1.MountsRequest', [
  { no: 1, name: 'all', type: 'bool' },
]);

export interface MountsResponse {
  readonly mounts: readonly Mount[];
}
export const MountsResponse: MessageType<MountsResponse> = message('osctl.v1alpha1.MountsResponse', [
  { no: 1, name: 'mounts', type: () => Mount, repeated: true },
]);

export interface Mount {
  /** device, or what the file system calls itself */
  readonly source: string;
  readonly mountPoint: string;
  /** ext4, tmpfs, overlay … */
  readonly type: string;
  /** of this mount */
  readonly options: readonly string[];
  readonly fileSystemOptions: readonly string[];
  /** which directory of the file system is mounted */
  readonly root: string;
  /** major:minor */
  readonly device: string;
}
export const Mount: MessageType<Mount> = message('osctl.v1alpha1.Mount', [
  { no: 1, name: 'source', type: 'string' },
  { no: 2, name: 'mountPoint', type: 'string' },
  { no: 3, name: 'type', type: 'string' },
  { no: 4, name: 'options', type: 'string', repeated: true },
  { no: 5, name: 'fileSystemOptions', type: 'string', repeated: true },
  { no: 6, name: 'root', type: 'string' },
  { no: 7, name: 'device', type: 'string' },
]);

export interface FileSystemsRequest {
  /** those of pods and containers too */
  readonly all: boolean;
}
export const FileSystemsRequest: MessageType<FileSystemsRequest> = message('osctl.v1alpha1.FileSystemsRequest', [
  { no: 1, name: 'all', type: 'bool' },
]);

export interface FileSystemsResponse {
  readonly fileSystems: readonly FileSystem[];
}
export const FileSystemsResponse: MessageType<FileSystemsResponse> = message('osctl.v1alpha1.FileSystemsResponse', [
  { no: 1, name: 'fileSystems', type: () => FileSystem, repeated: true },
]);

export interface FileSystem {
  readonly source: string;
  readonly type: string;
  /** major:minor */
  readonly device: string;
  /** the writable and shortest first */
  readonly mountPoints: readonly string[];
  /** everywhere it is mounted */
  readonly readOnly: boolean;
  readonly sizeBytes: number;
  readonly usedBytes: number;
  /** to others than root */
  readonly availableBytes: number;
  /** 0 where the file system does not count them */
  readonly inodes: number;
  readonly inodesUsed: number;
  /** why it is not known how full it is; the others go on */
  readonly error: string;
}
export const FileSystem: MessageType<FileSystem> = message('osctl.v1alpha1.FileSystem', [
  { no: 1, name: 'source', type: 'string' },
  { no: 2, name: 'type', type: 'string' },
  { no: 3, name: 'device', type: 'string' },
  { no: 4, name: 'mountPoints', type: 'string', repeated: true },
  { no: 5, name: 'readOnly', type: 'bool' },
  { no: 6, name: 'sizeBytes', type: 'int64' },
  { no: 7, name: 'usedBytes', type: 'int64' },
  { no: 8, name: 'availableBytes', type: 'int64' },
  { no: 9, name: 'inodes', type: 'int64' },
  { no: 10, name: 'inodesUsed', type: 'int64' },
  { no: 11, name: 'error', type: 'string' },
]);

export interface UsageRequest {
  readonly path: string;
  /** directories that are told of: 0 is the path itself, 1 its children too …; all are counted */
  readonly depth: number;
}
export const UsageRequest: MessageType<UsageRequest> = message('osctl.v1alpha1.UsageRequest', [
  { no: 1, name: 'path', type: 'string' },
  { no: 2, name: 'depth', type: 'int32' },
]);

/** A directory and all below it on the same file system. A file with several names is counted where it is met first. */
export interface DirectoryUsage {
  readonly path: string;
  /** on the disk */
  readonly allocatedBytes: number;
  /** as the files say; more than allocated where they have holes */
  readonly sizeBytes: number;
  /** files, directories and the like, itself included */
  readonly entries: number;
  /** entries that could not be read, and are not counted */
  readonly unreadable: number;
  /** of the first of those */
  readonly error: string;
}
export const DirectoryUsage: MessageType<DirectoryUsage> = message('osctl.v1alpha1.DirectoryUsage', [
  { no: 1, name: 'path', type: 'string' },
  { no: 2, name: 'allocatedBytes', type: 'int64' },
  { no: 3, name: 'sizeBytes', type: 'int64' },
  { no: 4, name: 'entries', type: 'int64' },
  { no: 5, name: 'unreadable', type: 'int64' },
  { no: 6, name: 'error', type: 'string' },
]);

export interface CaptureRequest {
  /** empty: all */
  readonly interface: string;
  /** namespace/name: in its network; empty: in the node's */
  readonly pod: string;
  /** pcap-filter(7), printable ASCII, at most 1024 bytes; empty: every packet */
  readonly filter: string;
  /** at most an hour; 0: a minute */
  readonly durationMs: number;
  /** of the file, at most 4 GiB; 0: 64 MiB */
  readonly maxBytes: number;
  /** kept of each packet, at most 262144; 0: all of it */
  readonly packetBytes: number;
}
export const CaptureRequest: MessageType<CaptureRequest> = message('osctl.v1alpha1.CaptureRequest', [
  { no: 1, name: 'interface', type: 'string' },
  { no: 2, name: 'pod', type: 'string' },
  { no: 3, name: 'filter', type: 'string' },
  { no: 4, name: 'durationMs', type: 'int64' },
  { no: 5, name: 'maxBytes', type: 'int64' },
  { no: 6, name: 'packetBytes', type: 'int32' },
]);

export interface CaptureChunk {
  /** of the file; empty in the last message */
  readonly data: Uint8Array;
  /** set in the last message only */
  readonly summary: CaptureSummary | undefined;
}
export const CaptureChunk: MessageType<CaptureChunk> = message('osctl.v1alpha1.CaptureChunk', [
  { no: 1, name: 'data', type: 'bytes' },
  { no: 2, name: 'summary', type: () => CaptureSummary },
]);

export interface CaptureSummary {
  readonly packets: number;
  readonly bytes: number;
  /** packets that came faster than they were taken */
  readonly dropped: number;
  readonly end: CaptureEnd;
}
export const CaptureSummary: MessageType<CaptureSummary> = message('osctl.v1alpha1.CaptureSummary', [
  { no: 1, name: 'packets', type: 'int64' },
  { no: 2, name: 'bytes', type: 'int64' },
  { no: 3, name: 'dropped', type: 'int64' },
  { no: 4, name: 'end', type: CaptureEndValues },
]);

export interface ProfileRequest {
  readonly kind: ProfileKind;
  /** at most a minute; 0: 10 s */
  readonly durationMs: number;
  /** unspecified: MACHINED */
  readonly process: AgentProcess;
}
export const ProfileRequest: MessageType<ProfileRequest> = message('osctl.v1alpha1.ProfileRequest', [
  { no: 1, name: 'kind', type: ProfileKindValues },
  { no: 2, name: 'durationMs', type: 'int64' },
  { no: 3, name: 'process', type: AgentProcessValues },
]);

export interface ProfileChunk {
  readonly data: Uint8Array;
}
export const ProfileChunk: MessageType<ProfileChunk> = message('osctl.v1alpha1.ProfileChunk', [
  { no: 1, name: 'data', type: 'bytes' },
]);

export interface DebugInput {
  /** first message only */
  readonly start: DebugStart | undefined;
  readonly stdin: Uint8Array;
  /** where there is a terminal: its size from now on */
  readonly size: TerminalSize | undefined;
}
export const DebugInput: MessageType<DebugInput> = message('osctl.v1alpha1.DebugInput', [
  { no: 1, name: 'start', type: () => DebugStart },
  { no: 2, name: 'stdin', type: 'bytes' },
  { no: 3, name: 'size', type: () => TerminalSize },
]);

export interface DebugStart {
  /** pulled by the node's mirrors and credentials, its digest verified */
  readonly image: string;
  /** What runs instead of the image's own program; with the image at most 4000 bytes, so that the audit record holds all of it. */
  readonly command: readonly string[];
  /** set: standard input, output and error are one terminal of that size */
  readonly terminal: TerminalSize | undefined;
  /** TERM of the program; empty: xterm */
  readonly terminalType: string;
  /** it is ended after that long; at most 8 hours; 0: an hour */
  readonly durationMs: number;
  /** it is ended when nothing was typed or printed for that long; at most 8 hours; 0: 15 minutes */
  readonly idleMs: number;
}
export const DebugStart: MessageType<DebugStart> = message('osctl.v1alpha1.DebugStart', [
  { no: 1, name: 'image', type: 'string' },
  { no: 2, name: 'command', type: 'string', repeated: true },
  { no: 3, name: 'terminal', type: () => TerminalSize },
  { no: 4, name: 'terminalType', type: 'string' },
  { no: 5, name: 'durationMs', type: 'int64' },
  { no: 6, name: 'idleMs', type: 'int64' },
]);

export interface TerminalSize {
  /** 1 to 4096 */
  readonly columns: number;
  /** 1 to 4096 */
  readonly rows: number;
}
export const TerminalSize: MessageType<TerminalSize> = message('osctl.v1alpha1.TerminalSize', [
  { no: 1, name: 'columns', type: 'int32' },
  { no: 2, name: 'rows', type: 'int32' },
]);

/** DebugOutput: pulls while the image comes, started once, then what the program prints, at last its end. */
export interface DebugOutput {
  readonly pull: DebugPull | undefined;
  readonly started: DebugStarted | undefined;
  /** with a terminal all that it shows */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** last message only; a stream that ends without it broke off */
  readonly end: DebugEnd | undefined;
}
export const DebugOutput: MessageType<DebugOutput> = message('osctl.v1alpha1.DebugOutput', [
  { no: 1, name: 'pull', type: () => DebugPull },
  { no: 2, name: 'started', type: () => DebugStarted },
  { no: 3, name: 'stdout', type: 'bytes' },
  { no: 4, name: 'stderr', type: 'bytes' },
  { no: 5, name: 'end', type: () => DebugEnd },
]);

export interface DebugPull {
  /** compressed */
  readonly doneBytes: number;
  readonly totalBytes: number;
}
export const DebugPull: MessageType<DebugPull> = message('osctl.v1alpha1.DebugPull', [
  { no: 1, name: 'doneBytes', type: 'int64' },
  { no: 2, name: 'totalBytes', type: 'int64' },
]);

export interface DebugStarted {
  /** of the image's manifest for this architecture */
  readonly digest: string;
  /** what runs */
  readonly command: readonly string[];
}
export const DebugStarted: MessageType<DebugStarted> = message('osctl.v1alpha1.DebugStarted', [
  { no: 1, name: 'digest', type: 'string' },
  { no: 2, name: 'command', type: 'string', repeated: true },
]);

export interface DebugEnd {
  readonly reason: DebugEndReason;
  /** of the program; 128 + the signal that ended it */
  readonly exitCode: number;
}
export const DebugEnd: MessageType<DebugEnd> = message('osctl.v1alpha1.DebugEnd', [
  { no: 1, name: 'reason', type: DebugEndReasonValues },
  { no: 2, name: 'exitCode', type: 'int32' },
]);

export interface AuditRequest {
  /** of the past only the last N records; 0: all */
  readonly tail: number;
  /** Unix time; only records since then */
  readonly sinceMs: number;
  /** go on with records as they are made */
  readonly follow: boolean;
  readonly refusedOnly: boolean;
}
export const AuditRequest: MessageType<AuditRequest> = message('osctl.v1alpha1.AuditRequest', [
  { no: 1, name: 'tail', type: 'int32' },
  { no: 2, name: 'sinceMs', type: 'int64' },
  { no: 3, name: 'follow', type: 'bool' },
  { no: 4, name: 'refusedOnly', type: 'bool' },
]);

export interface AuditRecord {
  /** Unix time */
  readonly timeMs: number;
  /** CN of the caller's certificate */
  readonly subject: string;
  /** empty: none of ours */
  readonly role: string;
  readonly address: string;
  /** of the caller's certificate: what to deny */
  readonly serial: string;
  /** package.Service/Method; empty: turned away before any call */
  readonly method: string;
  /** what it was about: a service, an operation, a path, a node; never a value */
  readonly target: string;
  /** OK, ACCEPTED (an operation that goes on), REFUSED (at the door), or a gRPC status */
  readonly result: string;
  /** stable code of a refusal or failure */
  readonly reason: string;
  /** equal ones folded into this record */
  readonly count: number;
}
export const AuditRecord: MessageType<AuditRecord> = message('osctl.v1alpha1.AuditRecord', [
  { no: 1, name: 'timeMs', type: 'int64' },
  { no: 2, name: 'subject', type: 'string' },
  { no: 3, name: 'role', type: 'string' },
  { no: 4, name: 'address', type: 'string' },
  { no: 5, name: 'serial', type: 'string' },
  { no: 6, name: 'method', type: 'string' },
  { no: 7, name: 'target', type: 'string' },
  { no: 8, name: 'result', type: 'string' },
  { no: 9, name: 'reason', type: 'string' },
  { no: 10, name: 'count', type: 'int32' },
]);

export interface IssueServerRequest {
  readonly csrPem: string;
  readonly node: string;
}
export const IssueServerRequest: MessageType<IssueServerRequest> = message('osctl.v1alpha1.IssueServerRequest', [
  { no: 1, name: 'csrPem', type: 'string' },
  { no: 2, name: 'node', type: 'string' },
]);

export interface RenewSelfRequest {
  readonly csrPem: string;
}
export const RenewSelfRequest: MessageType<RenewSelfRequest> = message('osctl.v1alpha1.RenewSelfRequest', [
  { no: 1, name: 'csrPem', type: 'string' },
]);

export interface CertificateResponse {
  readonly certificatePem: string;
  /** all authorities that are accepted, the issuing one first */
  readonly caPem: string;
  readonly notAfterMs: number;
}
export const CertificateResponse: MessageType<CertificateResponse> = message('osctl.v1alpha1.CertificateResponse', [
  { no: 1, name: 'certificatePem', type: 'string' },
  { no: 2, name: 'caPem', type: 'string' },
  { no: 3, name: 'notAfterMs', type: 'int64' },
]);

export type AuthoritiesRequest = Readonly<Record<never, never>>;
export const AuthoritiesRequest: MessageType<AuthoritiesRequest> = message('osctl.v1alpha1.AuthoritiesRequest', []);

export interface AuthoritiesResponse {
  /** the issuing one first */
  readonly accepted: readonly Authority[];
  /** fingerprint */
  readonly issuing: string;
  /** of the authority that signed the certificate with which the node serves */
  readonly server: string;
  /** of the one that signed its certificate of role os:join; empty on a control plane */
  readonly join: string;
  readonly controlPlane: boolean;
  /** addresses of the cluster's control planes, as the node knows them */
  readonly controlPlanes: readonly string[];
  /** whether the door has all of that in force: it reads changes within seconds */
  readonly current: boolean;
  /** seen since start_ms, each with the authority of its certificate; at most 512 */
  readonly clients: readonly Client[];
  /** Unix time since which clients are counted */
  readonly startMs: number;
  /** serial numbers of client certificates that the node refuses, with all that were renewed from them */
  readonly denied: readonly string[];
}
export const AuthoritiesResponse: MessageType<AuthoritiesResponse> = message('osctl.v1alpha1.AuthoritiesResponse', [
  { no: 1, name: 'accepted', type: () => Authority, repeated: true },
  { no: 2, name: 'issuing', type: 'string' },
  { no: 3, name: 'server', type: 'string' },
  { no: 4, name: 'join', type: 'string' },
  { no: 5, name: 'controlPlane', type: 'bool' },
  { no: 6, name: 'controlPlanes', type: 'string', repeated: true },
  { no: 7, name: 'current', type: 'bool' },
  { no: 8, name: 'clients', type: () => Client, repeated: true },
  { no: 9, name: 'startMs', type: 'int64' },
  { no: 10, name: 'denied', type: 'string', repeated: true },
]);

export interface Authority {
  /** SHA-256 of the certificate, lower-case hexadecimal */
  readonly fingerprint: string;
  readonly certificatePem: string;
  /** CN */
  readonly subject: string;
  /** Unix time */
  readonly notAfterMs: number;
}
export const Authority: MessageType<Authority> = message('osctl.v1alpha1.Authority', [
  { no: 1, name: 'fingerprint', type: 'string' },
  { no: 2, name: 'certificatePem', type: 'string' },
  { no: 3, name: 'subject', type: 'string' },
  { no: 4, name: 'notAfterMs', type: 'int64' },
]);

export interface Client {
  /** CN of the certificate */
  readonly subject: string;
  readonly role: string;
  /** of the newest certificate; renewed ones share the first half */
  readonly serial: string;
  /** fingerprint */
  readonly authority: string;
  /** Unix time */
  readonly notAfterMs: number;
  /** Unix time */
  readonly firstSeenMs: number;
  /** Unix time */
  readonly lastSeenMs: number;
}
export const Client: MessageType<Client> = message('osctl.v1alpha1.Client', [
  { no: 1, name: 'subject', type: 'string' },
  { no: 2, name: 'role', type: 'string' },
  { no: 3, name: 'serial', type: 'string' },
  { no: 4, name: 'authority', type: 'string' },
  { no: 5, name: 'notAfterMs', type: 'int64' },
  { no: 6, name: 'firstSeenMs', type: 'int64' },
  { no: 7, name: 'lastSeenMs', type: 'int64' },
]);

export interface ReplaceAuthoritiesRequest {
  /** all that are to be accepted, the issuing one first */
  readonly acceptedPem: readonly string[];
  /** of the issuing one; control planes only, and only when it changes */
  readonly issuingKeyPem: string;
  /** workers only: a new certificate of role os:join; empty: the present one stays */
  readonly joinCertificatePem: string;
  readonly joinKeyPem: string;
  /** the node's serving certificate must be of the issuing authority: a new one is made unless it is */
  readonly serve: boolean;
  /** fingerprints that the caller saw accepted, in that order; empty: not checked */
  readonly expected: readonly string[];
}
export const ReplaceAuthoritiesRequest: MessageType<ReplaceAuthoritiesRequest> = message('osctl.v1alpha1.ReplaceAuthoritiesRequest', [
  { no: 1, name: 'acceptedPem', type: 'string', repeated: true },
  { no: 2, name: 'issuingKeyPem', type: 'string' },
  { no: 3, name: 'joinCertificatePem', type: 'string' },
  { no: 4, name: 'joinKeyPem', type: 'string' },
  { no: 5, name: 'serve', type: 'bool' },
  { no: 6, name: 'expected', type: 'string', repeated: true },
]);

export interface ReplaceAuthoritiesResponse {
  readonly changed: boolean;
}
export const ReplaceAuthoritiesResponse: MessageType<ReplaceAuthoritiesResponse> = message('osctl.v1alpha1.ReplaceAuthoritiesResponse', [
  { no: 1, name: 'changed', type: 'bool' },
]);

export interface DenyRequest {
  /** hexadecimal, as programs print them */
  readonly serials: readonly string[];
  /** accept them again */
  readonly accept: boolean;
}
export const DenyRequest: MessageType<DenyRequest> = message('osctl.v1alpha1.DenyRequest', [
  { no: 1, name: 'serials', type: 'string', repeated: true },
  { no: 2, name: 'accept', type: 'bool' },
]);

export interface DenyResponse {
  /** all that the node refuses now */
  readonly denied: readonly string[];
}
export const DenyResponse: MessageType<DenyResponse> = message('osctl.v1alpha1.DenyResponse', [
  { no: 1, name: 'denied', type: 'string', repeated: true },
]);

export interface TunnelChunk {
  /** node name or address of a member; first message only */
  readonly target: string;
  readonly data: Uint8Array;
}
export const TunnelChunk: MessageType<TunnelChunk> = message('osctl.v1alpha1.TunnelChunk', [
  { no: 1, name: 'target', type: 'string' },
  { no: 2, name: 'data', type: 'bytes' },
]);

/**
 * Config is a node's configuration: YAML documents, apiVersion osctl.dev/v1alpha1. Every change of it is a revision with
 * a number, a time and an author; the node remembers the last 20.
 */
export const Config: ServiceDescriptor<{
  /** The documents in force, or those of a revision. Trust is left out; other secret values are replaced by a keyed digest. */
  readonly get: Unary<GetConfigRequest, GetConfigResponse>;
  /** Validates, and unless dry_run is set stores and applies. Documents of trust are os:admin's. */
  readonly apply: Unary<ApplyConfigRequest, ApplyConfigResponse>;
  /** Keeps what is on try. Idempotent. */
  readonly keep: Unary<KeepConfigRequest, KeepConfigResponse>;
  /** Who changed what and when, the newest first. */
  readonly history: Unary<ConfigHistoryRequest, ConfigHistoryResponse>;
  /** Applies the documents of an earlier revision; trust stays as it is. During a try, without a revision: goes back now. */
  readonly rollback: Unary<RollbackConfigRequest, ApplyConfigResponse>;
  /** The keyed digests that stand for such secret values where a configuration is shown; nothing is stored. */
  readonly digest: Unary<DigestSecretsRequest, DigestSecretsResponse>;
}> = {
  name: 'osctl.v1alpha1.Config',
  methods: {
    get: { kind: 'unary', name: 'Get', request: GetConfigRequest, response: GetConfigResponse },
    apply: { kind: 'unary', name: 'Apply', request: ApplyConfigRequest, response: ApplyConfigResponse },
    keep: { kind: 'unary', name: 'Keep', request: KeepConfigRequest, response: KeepConfigResponse },
    history: { kind: 'unary', name: 'History', request: ConfigHistoryRequest, response: ConfigHistoryResponse },
    rollback: { kind: 'unary', name: 'Rollback', request: RollbackConfigRequest, response: ApplyConfigResponse },
    digest: { kind: 'unary', name: 'Digest', request: DigestSecretsRequest, response: DigestSecretsResponse },
  },
};

/** Containers are what runs in containers on the node: those of pods, by the container runtime, and the node's own services. */
export const Containers: ServiceDescriptor<{
  /** UNAVAILABLE when the container runtime does not answer. */
  readonly list: Unary<ListContainersRequest, ListContainersResponse>;
  /** What services, pods and containers use, by their control groups. Needs no container runtime but for the names of pods. */
  readonly stats: Unary<ContainerStatsRequest, ContainerStatsResponse>;
  /** Stops a container of a pod in order; the kubelet starts it again as the pod's restart policy says. */
  readonly restart: Unary<RestartContainerRequest, RestartContainerResponse>;
}> = {
  name: 'osctl.v1alpha1.Containers',
  methods: {
    list: { kind: 'unary', name: 'List', request: ListContainersRequest, response: ListContainersResponse },
    stats: { kind: 'unary', name: 'Stats', request: ContainerStatsRequest, response: ContainerStatsResponse },
    restart: { kind: 'unary', name: 'Restart', request: RestartContainerRequest, response: RestartContainerResponse },
  },
};

/** Etcd is the node's own member of the cluster's store. UNIMPLEMENTED on a worker. */
export const Etcd: ServiceDescriptor<{
  /** Starts a new etcd cluster of one. Refused when this node or one of its peers already has data. */
  readonly bootstrap: Unary<BootstrapRequest, BootstrapResponse>;
  readonly status: Unary<EtcdStatusRequest, EtcdStatusResponse>;
  readonly members: Unary<EtcdMembersRequest, EtcdMembersResponse>;
  readonly snapshot: ServerStream<EtcdSnapshotRequest, SnapshotChunk>;
  /** Writes a snapshot to the node's own disk; the newest few are kept. */
  readonly snapshotToDisk: Unary<SnapshotToDiskRequest, SnapshotToDiskResponse>;
  /** Hands leadership to another voting member; does nothing where this member does not lead. */
  readonly moveLeader: Unary<MoveLeaderRequest, MoveLeaderResponse>;
}> = {
  name: 'osctl.v1alpha1.Etcd',
  methods: {
    bootstrap: { kind: 'unary', name: 'Bootstrap', request: BootstrapRequest, response: BootstrapResponse },
    status: { kind: 'unary', name: 'Status', request: EtcdStatusRequest, response: EtcdStatusResponse },
    members: { kind: 'unary', name: 'Members', request: EtcdMembersRequest, response: EtcdMembersResponse },
    snapshot: { kind: 'server-stream', name: 'Snapshot', request: EtcdSnapshotRequest, response: SnapshotChunk },
    snapshotToDisk: { kind: 'unary', name: 'SnapshotToDisk', request: SnapshotToDiskRequest, response: SnapshotToDiskResponse },
    moveLeader: { kind: 'unary', name: 'MoveLeader', request: MoveLeaderRequest, response: MoveLeaderResponse },
  },
};

/** Files reads below an allow-list of roots. Roots with secrets are os:admin's. Nothing here writes. */
export const Files: ServiceDescriptor<{
  readonly list: ServerStream<ListFilesRequest, FileInfo>;
  /** A regular file. The first chunk tells which file was opened and where in it the data begins. */
  readonly read: ServerStream<ReadFileRequest, FileChunk>;
  /**
   * A directory and all below it as a tar archive (POSIX.1-2001), links as links. Entries that are left out (sockets,
   * FIFOs, devices, what cannot be read) come as `file` with their `error`.
   */
  readonly archive: ServerStream<ArchiveRequest, FileChunk>;
}> = {
  name: 'osctl.v1alpha1.Files',
  methods: {
    list: { kind: 'server-stream', name: 'List', request: ListFilesRequest, response: FileInfo },
    read: { kind: 'server-stream', name: 'Read', request: ReadFileRequest, response: FileChunk },
    archive: { kind: 'server-stream', name: 'Archive', request: ArchiveRequest, response: FileChunk },
  },
};

/**
 * Host tells of what a node runs on: processors, memory, load, clock. Nothing here changes a node.
 *
 * On platform container these are the host's, shared with everything else that runs there; `belongs_to` says so.
 */
export const Host: ServiceDescriptor<{
  /** The processors, and how they have spent their time since the boot. Two answers give their load. */
  readonly cpu: Unary<CpuRequest, CpuResponse>;
  readonly memory: Unary<MemoryRequest, MemoryResponse>;
  /** How many tasks want to run, and how long tasks wait for processor, memory and disks. */
  readonly load: Unary<LoadRequest, LoadResponse>;
  /** What the clock says. A caller that notes when it asked and when it was answered knows how far the clocks are apart. */
  readonly time: Unary<TimeRequest, TimeResponse>;
}> = {
  name: 'osctl.v1alpha1.Host',
  methods: {
    cpu: { kind: 'unary', name: 'Cpu', request: CpuRequest, response: CpuResponse },
    memory: { kind: 'unary', name: 'Memory', request: MemoryRequest, response: MemoryResponse },
    load: { kind: 'unary', name: 'Load', request: LoadRequest, response: LoadResponse },
    time: { kind: 'unary', name: 'Time', request: TimeRequest, response: TimeResponse },
  },
};

/** Images are what the node keeps to run containers from, and the OS images in its slots. */
export const Images: ServiceDescriptor<{
  readonly list: Unary<ListImagesRequest, ListImagesResponse>;
  /** Pulls an image for pods ahead of them, by the container runtime and its mirrors. An operation (type pull-image). */
  readonly pull: ServerStream<PullImageRequest, OperationProgress>;
  /** Removes an image with all its names. FAILED_PRECONDITION for one that a container uses, or that is pinned. */
  readonly remove: Unary<RemoveImageRequest, RemoveImageResponse>;
  /** Removes every image that no container uses, running or not, and that is not pinned. */
  readonly collect: Unary<CollectImagesRequest, CollectImagesResponse>;
}> = {
  name: 'osctl.v1alpha1.Images',
  methods: {
    list: { kind: 'unary', name: 'List', request: ListImagesRequest, response: ListImagesResponse },
    pull: { kind: 'server-stream', name: 'Pull', request: PullImageRequest, response: OperationProgress },
    remove: { kind: 'unary', name: 'Remove', request: RemoveImageRequest, response: RemoveImageResponse },
    collect: { kind: 'unary', name: 'Collect', request: CollectImagesRequest, response: CollectImagesResponse },
  },
};

/**
 * Lifecycle changes what a node runs and whether it runs. Each change is an operation with an id chosen by the caller:
 * the same id with the same request attaches to the running or finished operation, also after the reboot it caused;
 * the same id with another request is ALREADY_EXISTS.
 */
export const Lifecycle: ServiceDescriptor<{
  /** Pulls and verifies an image into the inactive slot ahead of any disruption. Idempotent by digest. */
  readonly prepare: ServerStream<PrepareRequest, OperationProgress>;
  /** Prepares if need be, marks the trial, reboots. With stage it does not reboot: the next boot, whoever asks for it, is the trial. */
  readonly upgrade: ServerStream<UpgradeRequest, OperationProgress>;
  /** Says that the trial boot of that operation is good. Idempotent. */
  readonly confirm: Unary<ConfirmRequest, ConfirmResponse>;
  /** Boots the previous slot. */
  readonly rollback: ServerStream<RollbackRequest, OperationProgress>;
  readonly reboot: ServerStream<RebootRequest, OperationProgress>;
  readonly shutdown: ServerStream<ShutdownRequest, OperationProgress>;
  /** What a reset would wipe, what it would leave, and what stands against it. Changes nothing. */
  readonly planReset: Unary<PlanResetRequest, PlanResetResponse>;
  /** Leaves etcd, stops everything, wipes, then boots anew or powers off. Refused where it would break etcd's quorum, unless forced. */
  readonly reset: ServerStream<ResetRequest, OperationProgress>;
  /** Wipes a disk that nothing uses. A node in a container has none: FAILED_PRECONDITION. */
  readonly wipeDisk: ServerStream<WipeDiskRequest, OperationProgress>;
  readonly getOperation: Unary<GetOperationRequest, Operation>;
  readonly listOperations: Unary<ListOperationsRequest, ListOperationsResponse>;
  /** Progress of an operation up to its end. Ends with an explicit result; an end without one is a failure. */
  readonly watchOperation: ServerStream<WatchOperationRequest, OperationProgress>;
}> = {
  name: 'osctl.v1alpha1.Lifecycle',
  methods: {
    prepare: { kind: 'server-stream', name: 'Prepare', request: PrepareRequest, response: OperationProgress },
    upgrade: { kind: 'server-stream', name: 'Upgrade', request: UpgradeRequest, response: OperationProgress },
    confirm: { kind: 'unary', name: 'Confirm', request: ConfirmRequest, response: ConfirmResponse },
    rollback: { kind: 'server-stream', name: 'Rollback', request: RollbackRequest, response: OperationProgress },
    reboot: { kind: 'server-stream', name: 'Reboot', request: RebootRequest, response: OperationProgress },
    shutdown: { kind: 'server-stream', name: 'Shutdown', request: ShutdownRequest, response: OperationProgress },
    planReset: { kind: 'unary', name: 'PlanReset', request: PlanResetRequest, response: PlanResetResponse },
    reset: { kind: 'server-stream', name: 'Reset', request: ResetRequest, response: OperationProgress },
    wipeDisk: { kind: 'server-stream', name: 'WipeDisk', request: WipeDiskRequest, response: OperationProgress },
    getOperation: { kind: 'unary', name: 'GetOperation', request: GetOperationRequest, response: Operation },
    listOperations: { kind: 'unary', name: 'ListOperations', request: ListOperationsRequest, response: ListOperationsResponse },
    watchOperation: { kind: 'server-stream', name: 'WatchOperation', request: WatchOperationRequest, response: OperationProgress },
  },
};

/** System tells what a node is and what it is doing. Nothing here changes a node. */
export const System: ServiceDescriptor<{
  /** What runs here: versions, platform, the booted image. */
  readonly version: Unary<VersionRequest, VersionResponse>;
  /** What the node is doing: boot id, slot, stage, health of its services, a trial boot under way. */
  readonly status: Unary<StatusRequest, StatusResponse>;
  /** The processes of the node, pods' included. */
  readonly processes: Unary<ProcessesRequest, ProcessesResponse>;
  /** The kernel's log, oldest line first. */
  readonly kernelLog: ServerStream<KernelLogRequest, LogLine>;
  /** The boots of the node that are remembered, the newest first, and how each of them ended. */
  readonly boots: Unary<BootsRequest, BootsResponse>;
  /** What happens on the node: stages, phases, services, operations, configuration. */
  readonly events: ServerStream<EventsRequest, Event>;
}> = {
  name: 'osctl.v1alpha1.System',
  methods: {
    version: { kind: 'unary', name: 'Version', request: VersionRequest, response: VersionResponse },
    status: { kind: 'unary', name: 'Status', request: StatusRequest, response: StatusResponse },
    processes: { kind: 'unary', name: 'Processes', request: ProcessesRequest, response: ProcessesResponse },
    kernelLog: { kind: 'server-stream', name: 'KernelLog', request: KernelLogRequest, response: LogLine },
    boots: { kind: 'unary', name: 'Boots', request: BootsRequest, response: BootsResponse },
    events: { kind: 'server-stream', name: 'Events', request: EventsRequest, response: Event },
  },
};

/** Kubernetes hands out what only a control plane can make. */
export const Kubernetes: ServiceDescriptor<{
  /** An admin kubeconfig with a fresh certificate. */
  readonly kubeconfig: Unary<KubeconfigRequest, KubeconfigResponse>;
}> = {
  name: 'osctl.v1alpha1.Kubernetes',
  methods: {
    kubeconfig: { kind: 'unary', name: 'Kubeconfig', request: KubeconfigRequest, response: KubeconfigResponse },
  },
};

/**
 * Network tells of interfaces, routes and sockets: the node's own, and those of each pod; and of how names are resolved. Nothing
 * here changes a node.
 *
 * It is read from the kernel alone, so it works with neither Kubernetes nor containerd alive.
 */
export const Network: ServiceDescriptor<{
  readonly interfaces: Unary<InterfacesRequest, InterfacesResponse>;
  readonly routes: Unary<RoutesRequest, RoutesResponse>;
  readonly sockets: ServerStream<SocketsRequest, Socket>;
  /** Asks each of the node's name servers, as a program of the node would ask the first that answers. */
  readonly resolve: Unary<ResolveRequest, ResolveResponse>;
}> = {
  name: 'osctl.v1alpha1.Network',
  methods: {
    interfaces: { kind: 'unary', name: 'Interfaces', request: InterfacesRequest, response: InterfacesResponse },
    routes: { kind: 'unary', name: 'Routes', request: RoutesRequest, response: RoutesResponse },
    sockets: { kind: 'server-stream', name: 'Sockets', request: SocketsRequest, response: Socket },
    resolve: { kind: 'unary', name: 'Resolve', request: ResolveRequest, response: ResolveResponse },
  },
};

/** Services are the programs that machined supervises: containerd, kubelet, etcd, apid, balancer … */
export const Services: ServiceDescriptor<{
  readonly list: Unary<ListServicesRequest, ListServicesResponse>;
  /** One service, and what happened to it since the node booted. */
  readonly get: Unary<GetServiceRequest, GetServiceResponse>;
  /** Starts what was stopped, or what waits for its next restart; returns once it is active or has failed. Idempotent. */
  readonly start: Unary<StartServiceRequest, StartServiceResponse>;
  /**
   * Stops the service; it stays stopped until Start, Restart or the next boot. Idempotent. FAILED_PRECONDITION for
   * what must never be stopped.
   */
  readonly stop: Unary<StopServiceRequest, StopServiceResponse>;
  /** Stops the service in order and starts it again; returns once it is active or has failed. */
  readonly restart: Unary<RestartServiceRequest, RestartServiceResponse>;
  /** Logs of a service, or of a Kubernetes container (id "namespace/pod/container"). */
  readonly logs: ServerStream<LogsRequest, LogLine>;
}> = {
  name: 'osctl.v1alpha1.Services',
  methods: {
    list: { kind: 'unary', name: 'List', request: ListServicesRequest, response: ListServicesResponse },
    get: { kind: 'unary', name: 'Get', request: GetServiceRequest, response: GetServiceResponse },
    start: { kind: 'unary', name: 'Start', request: StartServiceRequest, response: StartServiceResponse },
    stop: { kind: 'unary', name: 'Stop', request: StopServiceRequest, response: StopServiceResponse },
    restart: { kind: 'unary', name: 'Restart', request: RestartServiceRequest, response: RestartServiceResponse },
    logs: { kind: 'server-stream', name: 'Logs', request: LogsRequest, response: LogLine },
  },
};

/**
 * State is what the node holds, as resources of kinds: one shape for all, so that a client needs to know none of them.
 * Read only: each kind has one writer on the node, and methods of their own change what it holds.
 */
export const State: ServiceDescriptor<{
  /**
   * A message of type KIND, the resources there are (CREATED each), and BOOKMARK. With follow it goes on with each change.
   * The kinds themselves are resources of the kind "kind".
   */
  readonly get: ServerStream<GetResourcesRequest, ResourceEvent>;
}> = {
  name: 'osctl.v1alpha1.State',
  methods: {
    get: { kind: 'server-stream', name: 'Get', request: GetResourcesRequest, response: ResourceEvent },
  },
};

/** Storage tells of disks, of what is mounted and of who fills it. Nothing here changes a node. */
export const Storage: ServiceDescriptor<{
  readonly disks: Unary<DisksRequest, DisksResponse>;
  readonly mounts: Unary<MountsRequest, MountsResponse>;
  /** How full the mounted file systems are; each once, however often it is mounted. */
  readonly fileSystems: Unary<FileSystemsRequest, FileSystemsResponse>;
  /**
   * What directories hold, from the deepest up; the last one is the path asked for. Paths and roles are
   * those of Files, and /var as a whole, for os:admin.
   */
  readonly usage: ServerStream<UsageRequest, DirectoryUsage>;
}> = {
  name: 'osctl.v1alpha1.Storage',
  methods: {
    disks: { kind: 'unary', name: 'Disks', request: DisksRequest, response: DisksResponse },
    mounts: { kind: 'unary', name: 'Mounts', request: MountsRequest, response: MountsResponse },
    fileSystems: { kind: 'unary', name: 'FileSystems', request: FileSystemsRequest, response: FileSystemsResponse },
    usage: { kind: 'server-stream', name: 'Usage', request: UsageRequest, response: DirectoryUsage },
  },
};

/**
 * Trace watches a node at work, for a time: the packets of its networks, where the agent itself spends time and memory, and whatever
 * the tools of an image of the caller's own can see.
 */
export const Trace: ServiceDescriptor<{
  /**
   * Packets as a pcap file: its header, then whole packets only, so that what came is a file that can be opened, however it ended.
   * The caller's own connection to this node's OS API is left out.
   */
  readonly capture: ServerStream<CaptureRequest, CaptureChunk>;
  /**
   * Where a process of the agent spends time, or what it keeps of the memory that it takes meanwhile. Names and numbers of functions
   * only: no content of its memory, which holds secrets.
   */
  readonly profile: ServerStream<ProfileRequest, ProfileChunk>;
  /**
   * A throw-away container on the node, in the node's own PID and network namespaces, with the node's files read-only below /host.
   * FAILED_PRECONDITION unless the node's SystemConfig.spec.allowDebug is true. It lives as long as the call at most: whatever ends the call
   * ends every process of the container and removes it with its image. The end of the caller's stream is the end of standard input.
   */
  readonly debug: Bidi<DebugInput, DebugOutput>;
}> = {
  name: 'osctl.v1alpha1.Trace',
  methods: {
    capture: { kind: 'server-stream', name: 'Capture', request: CaptureRequest, response: CaptureChunk },
    profile: { kind: 'server-stream', name: 'Profile', request: ProfileRequest, response: ProfileChunk },
    debug: { kind: 'bidi', name: 'Debug', request: DebugInput, response: DebugOutput },
  },
};

/** Trust issues certificates of the OS API (control planes only), and tells what was done with them. */
export const Trust: ServiceDescriptor<{
  /** A serving certificate for the caller. Its names are the peer's address and the node name asked for; any O is dropped. */
  readonly issueServer: Unary<IssueServerRequest, CertificateResponse>;
  /**
   * A new client certificate of the caller's own role for the caller's own subject: good for as long as the present one
   * was made for, a week at least.
   */
  readonly renewSelf: Unary<RenewSelfRequest, CertificateResponse>;
  /** Which authorities of the OS API the node accepts, what of its own is signed by which, and who calls with a certificate of which. */
  readonly authorities: Unary<AuthoritiesRequest, AuthoritiesResponse>;
  /**
   * Replaces the authorities that the node accepts and the one that issues, at once and without a restart. Refused as long as the
   * caller's certificate or one of the node's own is signed by an authority that would go.
   */
  readonly replaceAuthorities: Unary<ReplaceAuthoritiesRequest, ReplaceAuthoritiesResponse>;
  /**
   * Refuses certificates before their end, with all that were renewed from them, or accepts them again: at once and without a restart. A
   * call that is under way with one of them ends within seconds. Refused for the caller's own.
   */
  readonly deny: Unary<DenyRequest, DenyResponse>;
  /** Who did what on the node, when and from where; and who was refused. The oldest record first. */
  readonly audit: ServerStream<AuditRequest, AuditRecord>;
}> = {
  name: 'osctl.v1alpha1.Trust',
  methods: {
    issueServer: { kind: 'unary', name: 'IssueServer', request: IssueServerRequest, response: CertificateResponse },
    renewSelf: { kind: 'unary', name: 'RenewSelf', request: RenewSelfRequest, response: CertificateResponse },
    authorities: { kind: 'unary', name: 'Authorities', request: AuthoritiesRequest, response: AuthoritiesResponse },
    replaceAuthorities: { kind: 'unary', name: 'ReplaceAuthorities', request: ReplaceAuthoritiesRequest, response: ReplaceAuthoritiesResponse },
    deny: { kind: 'unary', name: 'Deny', request: DenyRequest, response: DenyResponse },
    audit: { kind: 'server-stream', name: 'Audit', request: AuditRequest, response: AuditRecord },
  },
};

/** Tunnel carries bytes to another member's :50000 and no further. TLS ends at the target. */
export const Tunnel: ServiceDescriptor<{
  readonly connect: Bidi<TunnelChunk, TunnelChunk>;
}> = {
  name: 'osctl.v1alpha1.Tunnel',
  methods: {
    connect: { kind: 'bidi', name: 'Connect', request: TunnelChunk, response: TunnelChunk },
  },
};
