// Made by `npm run gen` from the .proto files. Do not edit.

import { type MessageType, message } from '../../runtime/message.ts';
import type { Unary, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export interface RecordRequest {
  readonly entries: readonly Entry[];
}
export const RecordRequest: MessageType<RecordRequest> = message('osctl.internal.v1.RecordRequest', [
  { no: 1, name: 'entries', type: () => Entry, repeated: true },
]);

export type RecordResponse = Readonly<Record<never, never>>;
export const RecordResponse: MessageType<RecordResponse> = message('osctl.internal.v1.RecordResponse', []);

/** Entry is a call that the door refused, or a tunnel that it opened. */
export interface Entry {
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
  /** stable code: ROLE_TOO_SMALL, METHOD_UNKNOWN, CERTIFICATE_DENIED, TOO_MANY_STREAMS, TARGET_NOT_MEMBER; empty: not refused */
  readonly reason: string;
  /** equal entries folded into this one */
  readonly count: number;
  /** of a tunnel, at most 200 characters */
  readonly target: string;
}
export const Entry: MessageType<Entry> = message('osctl.internal.v1.Entry', [
  { no: 1, name: 'timeMs', type: 'int64' },
  { no: 2, name: 'subject', type: 'string' },
  { no: 3, name: 'role', type: 'string' },
  { no: 4, name: 'address', type: 'string' },
  { no: 5, name: 'serial', type: 'string' },
  { no: 6, name: 'method', type: 'string' },
  { no: 7, name: 'reason', type: 'string' },
  { no: 8, name: 'count', type: 'int32' },
  { no: 9, name: 'target', type: 'string' },
]);

export type CollectRequest = Readonly<Record<never, never>>;
export const CollectRequest: MessageType<CollectRequest> = message('osctl.internal.v1.CollectRequest', []);

export interface CollectResponse {
  readonly text: Uint8Array;
}
export const CollectResponse: MessageType<CollectResponse> = message('osctl.internal.v1.CollectResponse', [
  { no: 1, name: 'text', type: 'bytes' },
]);

/** Audit takes what the door itself decided, so that one program writes all records. */
export const Audit: ServiceDescriptor<{
  readonly record: Unary<RecordRequest, RecordResponse>;
}> = {
  name: 'osctl.internal.v1.Audit',
  methods: {
    record: { kind: 'unary', name: 'Record', request: RecordRequest, response: RecordResponse },
  },
};

/** Metrics is what apid hands out on :50002. */
export const Metrics: ServiceDescriptor<{
  readonly collect: Unary<CollectRequest, CollectResponse>;
}> = {
  name: 'osctl.internal.v1.Metrics',
  methods: {
    collect: { kind: 'unary', name: 'Collect', request: CollectRequest, response: CollectResponse },
  },
};
