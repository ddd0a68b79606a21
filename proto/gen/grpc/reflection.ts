// Made by `npm run gen` from the .proto files. Do not edit.

import { type MessageType, message } from '../../runtime/message.ts';
import type { Bidi, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export interface ServerReflectionRequest {
  readonly host: string;
  readonly fileByFilename: string | undefined;
  readonly fileContainingSymbol: string | undefined;
  readonly fileContainingExtension: ExtensionRequest | undefined;
  readonly allExtensionNumbersOfType: string | undefined;
  readonly listServices: string | undefined;
}
export const ServerReflectionRequest: MessageType<ServerReflectionRequest> = message('grpc.reflection.v1.ServerReflectionRequest', [
  { no: 1, name: 'host', type: 'string' },
  { no: 3, name: 'fileByFilename', type: 'string', optional: true },
  { no: 4, name: 'fileContainingSymbol', type: 'string', optional: true },
  { no: 5, name: 'fileContainingExtension', type: () => ExtensionRequest, optional: true },
  { no: 6, name: 'allExtensionNumbersOfType', type: 'string', optional: true },
  { no: 7, name: 'listServices', type: 'string', optional: true },
]);

export interface ExtensionRequest {
  readonly containingType: string;
  readonly extensionNumber: number;
}
export const ExtensionRequest: MessageType<ExtensionRequest> = message('grpc.reflection.v1.ExtensionRequest', [
  { no: 1, name: 'containingType', type: 'string' },
  { no: 2, name: 'extensionNumber', type: 'int32' },
]);

export interface ServerReflectionResponse {
  readonly validHost: string;
  readonly originalRequest: ServerReflectionRequest | undefined;
  readonly fileDescriptorResponse: FileDescriptorResponse | undefined;
  readonly allExtensionNumbersResponse: ExtensionNumberResponse | undefined;
  readonly listServicesResponse: ListServiceResponse | undefined;
  readonly errorResponse: ErrorResponse | undefined;
}
export const ServerReflectionResponse: MessageType<ServerReflectionResponse> = message('grpc.reflection.v1.ServerReflectionResponse', [
  { no: 1, name: 'validHost', type: 'string' },
  { no: 2, name: 'originalRequest', type: () => ServerReflectionRequest },
  { no: 4, name: 'fileDescriptorResponse', type: () => FileDescriptorResponse, optional: true },
  { no: 5, name: 'allExtensionNumbersResponse', type: () => ExtensionNumberResponse, optional: true },
  { no: 6, name: 'listServicesResponse', type: () => ListServiceResponse, optional: true },
  { no: 7, name: 'errorResponse', type: () => ErrorResponse, optional: true },
]);

export interface FileDescriptorResponse {
  readonly fileDescriptorProto: readonly Uint8Array[];
}
export const FileDescriptorResponse: MessageType<FileDescriptorResponse> = message('grpc.reflection.v1.FileDescriptorResponse', [
  { no: 1, name: 'fileDescriptorProto', type: 'bytes', repeated: true },
]);

export interface ExtensionNumberResponse {
  readonly baseTypeName: string;
  readonly extensionNumber: readonly number[];
}
export const ExtensionNumberResponse: MessageType<ExtensionNumberResponse> = message('grpc.reflection.v1.ExtensionNumberResponse', [
  { no: 1, name: 'baseTypeName', type: 'string' },
  { no: 2, name: 'extensionNumber', type: 'int32', repeated: true },
]);

export interface ListServiceResponse {
  readonly service: readonly ServiceResponse[];
}
export const ListServiceResponse: MessageType<ListServiceResponse> = message('grpc.reflection.v1.ListServiceResponse', [
  { no: 1, name: 'service', type: () => ServiceResponse, repeated: true },
]);

export interface ServiceResponse {
  readonly name: string;
}
export const ServiceResponse: MessageType<ServiceResponse> = message('grpc.reflection.v1.ServiceResponse', [
  { no: 1, name: 'name', type: 'string' },
]);

export interface ErrorResponse {
  readonly errorCode: number;
  readonly errorMessage: string;
}
export const ErrorResponse: MessageType<ErrorResponse> = message('grpc.reflection.v1.ErrorResponse', [
  { no: 1, name: 'errorCode', type: 'int32' },
  { no: 2, name: 'errorMessage', type: 'string' },
]);

export const ServerReflection: ServiceDescriptor<{
  readonly serverReflectionInfo: Bidi<ServerReflectionRequest, ServerReflectionResponse>;
}> = {
  name: 'grpc.reflection.v1.ServerReflection',
  methods: {
    serverReflectionInfo: { kind: 'bidi', name: 'ServerReflectionInfo', request: ServerReflectionRequest, response: ServerReflectionResponse },
  },
};
