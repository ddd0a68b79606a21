// Made by `npm run gen` from the .proto files. Do not edit.

import { type MessageType, message } from '../../runtime/message.ts';
import type { Unary, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export interface RecordRequest {
  readonly refusals: readonly Refusal[];
}
export const RecordRequest: MessageType<RecordRequest> = message('osctl.internal.v1.RecordRequest', [
  { no: 1, name: 'refusals', type: () => Refusal, repeated: true },
]);

export type RecordResponse = Readonly<Record<never, never>>;
export const RecordResponse: MessageType<RecordResponse> = message('osctl.internal.v1.RecordResponse', []);

export interface Refusal {
  /** Unix time of the first of them */
  readonly timeMs: number;
  /** CN of the certificate */
  readonly subject: string;
  /** empty: none of ours */
  readonly role: string;
  readonly address: string;
  readonly serial: string;
  /** package.Service/Method, at most 200 characters */
  readonly method: string;
  /** stable code: ROLE_TOO_SMALL, METHOD_UNKNOWN, CERTIFICATE_DENIED, TOO_MANY_STREAMS, TARGET_NOT_MEMBER */
  readonly reason: string;
  /** equal refusals folded into this one */
  readonly count: number;
}
export const Refusal: MessageType<Refusal> = message('osctl.internal.v1.Refusal', [
  { no: 1, name: 'timeMs', type: 'int64' },
  { no: 2, name: 'subject', type: 'string' },
  { no: 3, name: 'role', type: 'string' },
  { no: 4, name: 'address', type: 'string' },
  { no: 5, name: 'serial', type: 'string' },
  { no: 6, name: 'method', type: 'string' },
  { no: 7, name: 'reason', type: 'string' },
  { no: 8, name: 'count', type: 'int32' },
]);

/** Audit takes what the door refused, so that one program writes all records. */
export const Audit: ServiceDescriptor<{
  readonly record: Unary<RecordRequest, RecordResponse>;
}> = {
  name: 'osctl.internal.v1.Audit',
  methods: {
    record: { kind: 'unary', name: 'Record', request: RecordRequest, response: RecordResponse },
  },
};
