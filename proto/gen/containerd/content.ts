// Made by `npm run gen` from the .proto files. Do not edit.

import { type MessageType, message } from '../../runtime/message.ts';
import type { Unary, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export interface InfoRequest {
  readonly digest: string;
}
export const InfoRequest: MessageType<InfoRequest> = message('containerd.services.content.v1.InfoRequest', [
  { no: 1, name: 'digest', type: 'string' },
]);

export interface InfoResponse {
  readonly info: Info | undefined;
}
export const InfoResponse: MessageType<InfoResponse> = message('containerd.services.content.v1.InfoResponse', [
  { no: 1, name: 'info', type: () => Info },
]);

export interface Info {
  readonly digest: string;
  readonly size: number;
}
export const Info: MessageType<Info> = message('containerd.services.content.v1.Info', [
  { no: 1, name: 'digest', type: 'string' },
  { no: 2, name: 'size', type: 'int64' },
]);

export interface ListStatusesRequest {
  readonly filters: readonly string[];
}
export const ListStatusesRequest: MessageType<ListStatusesRequest> = message('containerd.services.content.v1.ListStatusesRequest', [
  { no: 1, name: 'filters', type: 'string', repeated: true },
]);

export interface ListStatusesResponse {
  readonly statuses: readonly Status[];
}
export const ListStatusesResponse: MessageType<ListStatusesResponse> = message('containerd.services.content.v1.ListStatusesResponse', [
  { no: 1, name: 'statuses', type: () => Status, repeated: true },
]);

export interface Status {
  /** e.g. layer-sha256:… */
  readonly ref: string;
  readonly offset: number;
  readonly total: number;
}
export const Status: MessageType<Status> = message('containerd.services.content.v1.Status', [
  { no: 3, name: 'ref', type: 'string' },
  { no: 4, name: 'offset', type: 'int64' },
  { no: 5, name: 'total', type: 'int64' },
]);

export const Content: ServiceDescriptor<{
  /** Of what is whole. NOT_FOUND for what is not. */
  readonly info: Unary<InfoRequest, InfoResponse>;
  /** Of what is being written now. */
  readonly listStatuses: Unary<ListStatusesRequest, ListStatusesResponse>;
}> = {
  name: 'containerd.services.content.v1.Content',
  methods: {
    info: { kind: 'unary', name: 'Info', request: InfoRequest, response: InfoResponse },
    listStatuses: { kind: 'unary', name: 'ListStatuses', request: ListStatusesRequest, response: ListStatusesResponse },
  },
};
