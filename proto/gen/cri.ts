// Made by `npm run gen` from the .proto files. Do not edit.

import { enumeration, type MessageType, message } from '../runtime/message.ts';
import type { Unary, ServiceDescriptor } from '../runtime/service.ts';

export type { Init } from '../runtime/message.ts';

export type PodSandboxState = 'SANDBOX_READY' | 'SANDBOX_NOTREADY';
const PodSandboxStateValues = enumeration('runtime.v1.PodSandboxState', {
  SANDBOX_READY: 0,
  SANDBOX_NOTREADY: 1,
});

export type ContainerState = 'CONTAINER_CREATED' | 'CONTAINER_RUNNING' | 'CONTAINER_EXITED' | 'CONTAINER_UNKNOWN';
const ContainerStateValues = enumeration('runtime.v1.ContainerState', {
  CONTAINER_CREATED: 0,
  CONTAINER_RUNNING: 1,
  CONTAINER_EXITED: 2,
  CONTAINER_UNKNOWN: 3,
});

export interface VersionRequest {
  readonly version: string;
}
export const VersionRequest: MessageType<VersionRequest> = message('runtime.v1.VersionRequest', [
  { no: 1, name: 'version', type: 'string' },
]);

export interface VersionResponse {
  readonly version: string;
  readonly runtimeName: string;
  readonly runtimeVersion: string;
  readonly runtimeApiVersion: string;
}
export const VersionResponse: MessageType<VersionResponse> = message('runtime.v1.VersionResponse', [
  { no: 1, name: 'version', type: 'string' },
  { no: 2, name: 'runtimeName', type: 'string' },
  { no: 3, name: 'runtimeVersion', type: 'string' },
  { no: 4, name: 'runtimeApiVersion', type: 'string' },
]);

export interface StatusRequest {
  readonly verbose: boolean;
}
export const StatusRequest: MessageType<StatusRequest> = message('runtime.v1.StatusRequest', [
  { no: 1, name: 'verbose', type: 'bool' },
]);

export interface StatusResponse {
  readonly status: RuntimeStatus | undefined;
  readonly info: Readonly<Record<string, string>>;
}
export const StatusResponse: MessageType<StatusResponse> = message('runtime.v1.StatusResponse', [
  { no: 1, name: 'status', type: () => RuntimeStatus },
  { no: 2, name: 'info', type: 'string', mapKey: 'string' },
]);

export interface RuntimeStatus {
  readonly conditions: readonly RuntimeCondition[];
}
export const RuntimeStatus: MessageType<RuntimeStatus> = message('runtime.v1.RuntimeStatus', [
  { no: 1, name: 'conditions', type: () => RuntimeCondition, repeated: true },
]);

export interface RuntimeCondition {
  /** RuntimeReady | NetworkReady */
  readonly type: string;
  readonly status: boolean;
  readonly reason: string;
  readonly message: string;
}
export const RuntimeCondition: MessageType<RuntimeCondition> = message('runtime.v1.RuntimeCondition', [
  { no: 1, name: 'type', type: 'string' },
  { no: 2, name: 'status', type: 'bool' },
  { no: 3, name: 'reason', type: 'string' },
  { no: 4, name: 'message', type: 'string' },
]);

export interface PodSandboxMetadata {
  readonly name: string;
  readonly uid: string;
  readonly namespace: string;
  readonly attempt: number;
}
export const PodSandboxMetadata: MessageType<PodSandboxMetadata> = message('runtime.v1.PodSandboxMetadata', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'uid', type: 'string' },
  { no: 3, name: 'namespace', type: 'string' },
  { no: 4, name: 'attempt', type: 'uint32' },
]);

export interface PodSandboxStateValue {
  readonly state: PodSandboxState;
}
export const PodSandboxStateValue: MessageType<PodSandboxStateValue> = message('runtime.v1.PodSandboxStateValue', [
  { no: 1, name: 'state', type: PodSandboxStateValues },
]);

export interface PodSandboxFilter {
  readonly id: string;
  readonly state: PodSandboxStateValue | undefined;
  readonly labelSelector: Readonly<Record<string, string>>;
}
export const PodSandboxFilter: MessageType<PodSandboxFilter> = message('runtime.v1.PodSandboxFilter', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'state', type: () => PodSandboxStateValue },
  { no: 3, name: 'labelSelector', type: 'string', mapKey: 'string' },
]);

export interface ListPodSandboxRequest {
  readonly filter: PodSandboxFilter | undefined;
}
export const ListPodSandboxRequest: MessageType<ListPodSandboxRequest> = message('runtime.v1.ListPodSandboxRequest', [
  { no: 1, name: 'filter', type: () => PodSandboxFilter },
]);

export interface ListPodSandboxResponse {
  readonly items: readonly PodSandbox[];
}
export const ListPodSandboxResponse: MessageType<ListPodSandboxResponse> = message('runtime.v1.ListPodSandboxResponse', [
  { no: 1, name: 'items', type: () => PodSandbox, repeated: true },
]);

export interface PodSandbox {
  readonly id: string;
  readonly metadata: PodSandboxMetadata | undefined;
  readonly state: PodSandboxState;
  /** Unix time in nanoseconds, to the nearest double */
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}
export const PodSandbox: MessageType<PodSandbox> = message('runtime.v1.PodSandbox', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'metadata', type: () => PodSandboxMetadata },
  { no: 3, name: 'state', type: PodSandboxStateValues },
  { no: 4, name: 'createdAt', type: 'int64' },
  { no: 5, name: 'labels', type: 'string', mapKey: 'string' },
  { no: 6, name: 'annotations', type: 'string', mapKey: 'string' },
]);

export interface PodSandboxStatusRequest {
  readonly podSandboxId: string;
  readonly verbose: boolean;
}
export const PodSandboxStatusRequest: MessageType<PodSandboxStatusRequest> = message('runtime.v1.PodSandboxStatusRequest', [
  { no: 1, name: 'podSandboxId', type: 'string' },
  { no: 2, name: 'verbose', type: 'bool' },
]);

export interface PodSandboxStatusResponse {
  readonly status: PodSandboxStatus | undefined;
  readonly info: Readonly<Record<string, string>>;
}
export const PodSandboxStatusResponse: MessageType<PodSandboxStatusResponse> = message('runtime.v1.PodSandboxStatusResponse', [
  { no: 1, name: 'status', type: () => PodSandboxStatus },
  { no: 2, name: 'info', type: 'string', mapKey: 'string' },
]);

export interface PodSandboxStatus {
  readonly id: string;
  readonly metadata: PodSandboxMetadata | undefined;
  readonly state: PodSandboxState;
  readonly createdAt: number;
  readonly network: PodSandboxNetworkStatus | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}
export const PodSandboxStatus: MessageType<PodSandboxStatus> = message('runtime.v1.PodSandboxStatus', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'metadata', type: () => PodSandboxMetadata },
  { no: 3, name: 'state', type: PodSandboxStateValues },
  { no: 4, name: 'createdAt', type: 'int64' },
  { no: 5, name: 'network', type: () => PodSandboxNetworkStatus },
  { no: 7, name: 'labels', type: 'string', mapKey: 'string' },
  { no: 8, name: 'annotations', type: 'string', mapKey: 'string' },
]);

export interface PodSandboxNetworkStatus {
  readonly ip: string;
}
export const PodSandboxNetworkStatus: MessageType<PodSandboxNetworkStatus> = message('runtime.v1.PodSandboxNetworkStatus', [
  { no: 1, name: 'ip', type: 'string' },
]);

export interface StopPodSandboxRequest {
  readonly podSandboxId: string;
}
export const StopPodSandboxRequest: MessageType<StopPodSandboxRequest> = message('runtime.v1.StopPodSandboxRequest', [
  { no: 1, name: 'podSandboxId', type: 'string' },
]);

export type StopPodSandboxResponse = Readonly<Record<never, never>>;
export const StopPodSandboxResponse: MessageType<StopPodSandboxResponse> = message('runtime.v1.StopPodSandboxResponse', []);

export interface RemovePodSandboxRequest {
  readonly podSandboxId: string;
}
export const RemovePodSandboxRequest: MessageType<RemovePodSandboxRequest> = message('runtime.v1.RemovePodSandboxRequest', [
  { no: 1, name: 'podSandboxId', type: 'string' },
]);

export type RemovePodSandboxResponse = Readonly<Record<never, never>>;
export const RemovePodSandboxResponse: MessageType<RemovePodSandboxResponse> = message('runtime.v1.RemovePodSandboxResponse', []);

export interface ContainerMetadata {
  readonly name: string;
  readonly attempt: number;
}
export const ContainerMetadata: MessageType<ContainerMetadata> = message('runtime.v1.ContainerMetadata', [
  { no: 1, name: 'name', type: 'string' },
  { no: 2, name: 'attempt', type: 'uint32' },
]);

export interface ContainerStateValue {
  readonly state: ContainerState;
}
export const ContainerStateValue: MessageType<ContainerStateValue> = message('runtime.v1.ContainerStateValue', [
  { no: 1, name: 'state', type: ContainerStateValues },
]);

export interface ContainerFilter {
  readonly id: string;
  readonly state: ContainerStateValue | undefined;
  readonly podSandboxId: string;
  readonly labelSelector: Readonly<Record<string, string>>;
}
export const ContainerFilter: MessageType<ContainerFilter> = message('runtime.v1.ContainerFilter', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'state', type: () => ContainerStateValue },
  { no: 3, name: 'podSandboxId', type: 'string' },
  { no: 4, name: 'labelSelector', type: 'string', mapKey: 'string' },
]);

export interface ListContainersRequest {
  readonly filter: ContainerFilter | undefined;
}
export const ListContainersRequest: MessageType<ListContainersRequest> = message('runtime.v1.ListContainersRequest', [
  { no: 1, name: 'filter', type: () => ContainerFilter },
]);

export interface ListContainersResponse {
  readonly containers: readonly Container[];
}
export const ListContainersResponse: MessageType<ListContainersResponse> = message('runtime.v1.ListContainersResponse', [
  { no: 1, name: 'containers', type: () => Container, repeated: true },
]);

export interface Container {
  readonly id: string;
  readonly podSandboxId: string;
  readonly metadata: ContainerMetadata | undefined;
  readonly image: ImageSpec | undefined;
  readonly imageRef: string;
  readonly state: ContainerState;
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}
export const Container: MessageType<Container> = message('runtime.v1.Container', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'podSandboxId', type: 'string' },
  { no: 3, name: 'metadata', type: () => ContainerMetadata },
  { no: 4, name: 'image', type: () => ImageSpec },
  { no: 5, name: 'imageRef', type: 'string' },
  { no: 6, name: 'state', type: ContainerStateValues },
  { no: 7, name: 'createdAt', type: 'int64' },
  { no: 8, name: 'labels', type: 'string', mapKey: 'string' },
  { no: 9, name: 'annotations', type: 'string', mapKey: 'string' },
]);

export interface ContainerStatusRequest {
  readonly containerId: string;
  readonly verbose: boolean;
}
export const ContainerStatusRequest: MessageType<ContainerStatusRequest> = message('runtime.v1.ContainerStatusRequest', [
  { no: 1, name: 'containerId', type: 'string' },
  { no: 2, name: 'verbose', type: 'bool' },
]);

export interface ContainerStatusResponse {
  readonly status: ContainerStatus | undefined;
  readonly info: Readonly<Record<string, string>>;
}
export const ContainerStatusResponse: MessageType<ContainerStatusResponse> = message('runtime.v1.ContainerStatusResponse', [
  { no: 1, name: 'status', type: () => ContainerStatus },
  { no: 2, name: 'info', type: 'string', mapKey: 'string' },
]);

export interface ContainerStatus {
  readonly id: string;
  readonly metadata: ContainerMetadata | undefined;
  readonly state: ContainerState;
  readonly createdAt: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly exitCode: number;
  readonly image: ImageSpec | undefined;
  readonly imageRef: string;
  readonly reason: string;
  readonly message: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly logPath: string;
}
export const ContainerStatus: MessageType<ContainerStatus> = message('runtime.v1.ContainerStatus', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'metadata', type: () => ContainerMetadata },
  { no: 3, name: 'state', type: ContainerStateValues },
  { no: 4, name: 'createdAt', type: 'int64' },
  { no: 5, name: 'startedAt', type: 'int64' },
  { no: 6, name: 'finishedAt', type: 'int64' },
  { no: 7, name: 'exitCode', type: 'int32' },
  { no: 8, name: 'image', type: () => ImageSpec },
  { no: 9, name: 'imageRef', type: 'string' },
  { no: 10, name: 'reason', type: 'string' },
  { no: 11, name: 'message', type: 'string' },
  { no: 12, name: 'labels', type: 'string', mapKey: 'string' },
  { no: 13, name: 'annotations', type: 'string', mapKey: 'string' },
  { no: 15, name: 'logPath', type: 'string' },
]);

export interface StopContainerRequest {
  readonly containerId: string;
  /** seconds */
  readonly timeout: number;
}
export const StopContainerRequest: MessageType<StopContainerRequest> = message('runtime.v1.StopContainerRequest', [
  { no: 1, name: 'containerId', type: 'string' },
  { no: 2, name: 'timeout', type: 'int64' },
]);

export type StopContainerResponse = Readonly<Record<never, never>>;
export const StopContainerResponse: MessageType<StopContainerResponse> = message('runtime.v1.StopContainerResponse', []);

export interface RemoveContainerRequest {
  readonly containerId: string;
}
export const RemoveContainerRequest: MessageType<RemoveContainerRequest> = message('runtime.v1.RemoveContainerRequest', [
  { no: 1, name: 'containerId', type: 'string' },
]);

export type RemoveContainerResponse = Readonly<Record<never, never>>;
export const RemoveContainerResponse: MessageType<RemoveContainerResponse> = message('runtime.v1.RemoveContainerResponse', []);

export interface ImageSpec {
  readonly image: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** as the pod asks for it */
  readonly userSpecifiedImage: string;
}
export const ImageSpec: MessageType<ImageSpec> = message('runtime.v1.ImageSpec', [
  { no: 1, name: 'image', type: 'string' },
  { no: 2, name: 'annotations', type: 'string', mapKey: 'string' },
  { no: 18, name: 'userSpecifiedImage', type: 'string' },
]);

export interface ImageFilter {
  readonly image: ImageSpec | undefined;
}
export const ImageFilter: MessageType<ImageFilter> = message('runtime.v1.ImageFilter', [
  { no: 1, name: 'image', type: () => ImageSpec },
]);

export interface ListImagesRequest {
  readonly filter: ImageFilter | undefined;
}
export const ListImagesRequest: MessageType<ListImagesRequest> = message('runtime.v1.ListImagesRequest', [
  { no: 1, name: 'filter', type: () => ImageFilter },
]);

export interface ListImagesResponse {
  readonly images: readonly Image[];
}
export const ListImagesResponse: MessageType<ListImagesResponse> = message('runtime.v1.ListImagesResponse', [
  { no: 1, name: 'images', type: () => Image, repeated: true },
]);

export interface Image {
  readonly id: string;
  readonly repoTags: readonly string[];
  readonly repoDigests: readonly string[];
  readonly size: number;
  readonly spec: ImageSpec | undefined;
  readonly pinned: boolean;
}
export const Image: MessageType<Image> = message('runtime.v1.Image', [
  { no: 1, name: 'id', type: 'string' },
  { no: 2, name: 'repoTags', type: 'string', repeated: true },
  { no: 3, name: 'repoDigests', type: 'string', repeated: true },
  { no: 4, name: 'size', type: 'uint64' },
  { no: 7, name: 'spec', type: () => ImageSpec },
  { no: 8, name: 'pinned', type: 'bool' },
]);

export interface ImageStatusRequest {
  readonly image: ImageSpec | undefined;
  readonly verbose: boolean;
}
export const ImageStatusRequest: MessageType<ImageStatusRequest> = message('runtime.v1.ImageStatusRequest', [
  { no: 1, name: 'image', type: () => ImageSpec },
  { no: 2, name: 'verbose', type: 'bool' },
]);

export interface ImageStatusResponse {
  readonly image: Image | undefined;
}
export const ImageStatusResponse: MessageType<ImageStatusResponse> = message('runtime.v1.ImageStatusResponse', [
  { no: 1, name: 'image', type: () => Image },
]);

export interface AuthConfig {
  readonly username: string;
  readonly password: string;
  readonly auth: string;
  readonly serverAddress: string;
  readonly identityToken: string;
  readonly registryToken: string;
}
export const AuthConfig: MessageType<AuthConfig> = message('runtime.v1.AuthConfig', [
  { no: 1, name: 'username', type: 'string' },
  { no: 2, name: 'password', type: 'string' },
  { no: 3, name: 'auth', type: 'string' },
  { no: 4, name: 'serverAddress', type: 'string' },
  { no: 5, name: 'identityToken', type: 'string' },
  { no: 6, name: 'registryToken', type: 'string' },
]);

export interface PullImageRequest {
  readonly image: ImageSpec | undefined;
  readonly auth: AuthConfig | undefined;
}
export const PullImageRequest: MessageType<PullImageRequest> = message('runtime.v1.PullImageRequest', [
  { no: 1, name: 'image', type: () => ImageSpec },
  { no: 2, name: 'auth', type: () => AuthConfig },
]);

export interface PullImageResponse {
  readonly imageRef: string;
}
export const PullImageResponse: MessageType<PullImageResponse> = message('runtime.v1.PullImageResponse', [
  { no: 1, name: 'imageRef', type: 'string' },
]);

export interface RemoveImageRequest {
  readonly image: ImageSpec | undefined;
}
export const RemoveImageRequest: MessageType<RemoveImageRequest> = message('runtime.v1.RemoveImageRequest', [
  { no: 1, name: 'image', type: () => ImageSpec },
]);

export type RemoveImageResponse = Readonly<Record<never, never>>;
export const RemoveImageResponse: MessageType<RemoveImageResponse> = message('runtime.v1.RemoveImageResponse', []);

export const RuntimeService: ServiceDescriptor<{
  readonly version: Unary<VersionRequest, VersionResponse>;
  readonly status: Unary<StatusRequest, StatusResponse>;
  readonly listPodSandbox: Unary<ListPodSandboxRequest, ListPodSandboxResponse>;
  readonly podSandboxStatus: Unary<PodSandboxStatusRequest, PodSandboxStatusResponse>;
  /** Kills what still runs in the sandbox and gives its network back. Idempotent. */
  readonly stopPodSandbox: Unary<StopPodSandboxRequest, StopPodSandboxResponse>;
  readonly removePodSandbox: Unary<RemovePodSandboxRequest, RemovePodSandboxResponse>;
  readonly listContainers: Unary<ListContainersRequest, ListContainersResponse>;
  readonly containerStatus: Unary<ContainerStatusRequest, ContainerStatusResponse>;
  /** TERM, then KILL after timeout seconds. Idempotent. */
  readonly stopContainer: Unary<StopContainerRequest, StopContainerResponse>;
  readonly removeContainer: Unary<RemoveContainerRequest, RemoveContainerResponse>;
}> = {
  name: 'runtime.v1.RuntimeService',
  methods: {
    version: { kind: 'unary', name: 'Version', request: VersionRequest, response: VersionResponse },
    status: { kind: 'unary', name: 'Status', request: StatusRequest, response: StatusResponse },
    listPodSandbox: { kind: 'unary', name: 'ListPodSandbox', request: ListPodSandboxRequest, response: ListPodSandboxResponse },
    podSandboxStatus: { kind: 'unary', name: 'PodSandboxStatus', request: PodSandboxStatusRequest, response: PodSandboxStatusResponse },
    stopPodSandbox: { kind: 'unary', name: 'StopPodSandbox', request: StopPodSandboxRequest, response: StopPodSandboxResponse },
    removePodSandbox: { kind: 'unary', name: 'RemovePodSandbox', request: RemovePodSandboxRequest, response: RemovePodSandboxResponse },
    listContainers: { kind: 'unary', name: 'ListContainers', request: ListContainersRequest, response: ListContainersResponse },
    containerStatus: { kind: 'unary', name: 'ContainerStatus', request: ContainerStatusRequest, response: ContainerStatusResponse },
    stopContainer: { kind: 'unary', name: 'StopContainer', request: StopContainerRequest, response: StopContainerResponse },
    removeContainer: { kind: 'unary', name: 'RemoveContainer', request: RemoveContainerRequest, response: RemoveContainerResponse },
  },
};

export const ImageService: ServiceDescriptor<{
  readonly listImages: Unary<ListImagesRequest, ListImagesResponse>;
  /** image is unset when the runtime does not have it. */
  readonly imageStatus: Unary<ImageStatusRequest, ImageStatusResponse>;
  readonly pullImage: Unary<PullImageRequest, PullImageResponse>;
  readonly removeImage: Unary<RemoveImageRequest, RemoveImageResponse>;
}> = {
  name: 'runtime.v1.ImageService',
  methods: {
    listImages: { kind: 'unary', name: 'ListImages', request: ListImagesRequest, response: ListImagesResponse },
    imageStatus: { kind: 'unary', name: 'ImageStatus', request: ImageStatusRequest, response: ImageStatusResponse },
    pullImage: { kind: 'unary', name: 'PullImage', request: PullImageRequest, response: PullImageResponse },
    removeImage: { kind: 'unary', name: 'RemoveImage', request: RemoveImageRequest, response: RemoveImageResponse },
  },
};
