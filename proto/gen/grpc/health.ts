// Made by `npm run gen` from the .proto files. Do not edit.

import { enumeration, type MessageType, message } from '../../runtime/message.ts';
import type { ServerStream, Unary, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export type ServingStatus = 'UNKNOWN' | 'SERVING' | 'NOT_SERVING' | 'SERVICE_UNKNOWN';
const ServingStatusValues = enumeration('grpc.health.v1.ServingStatus', {
  UNKNOWN: 0,
  SERVING: 1,
  NOT_SERVING: 2,
  SERVICE_UNKNOWN: 3,
});

export interface HealthCheckRequest {
  readonly service: string;
}
export const HealthCheckRequest: MessageType<HealthCheckRequest> = message('grpc.health.v1.HealthCheckRequest', [
  { no: 1, name: 'service', type: 'string' },
]);

export interface HealthCheckResponse {
  readonly status: ServingStatus;
}
export const HealthCheckResponse: MessageType<HealthCheckResponse> = message('grpc.health.v1.HealthCheckResponse', [
  { no: 1, name: 'status', type: ServingStatusValues },
]);

export const Health: ServiceDescriptor<{
  readonly check: Unary<HealthCheckRequest, HealthCheckResponse>;
  readonly watch: ServerStream<HealthCheckRequest, HealthCheckResponse>;
}> = {
  name: 'grpc.health.v1.Health',
  methods: {
    check: { kind: 'unary', name: 'Check', request: HealthCheckRequest, response: HealthCheckResponse },
    watch: { kind: 'server-stream', name: 'Watch', request: HealthCheckRequest, response: HealthCheckResponse },
  },
};
