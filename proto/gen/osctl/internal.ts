// Made by `npm run gen` from the .proto files. Do not edit.

import { type MessageType, message } from '../../runtime/message.ts';
import type { Unary, ServiceDescriptor } from '../../runtime/service.ts';

export type { Init } from '../../runtime/message.ts';

export interface RecordRequest {
  readonly entries: readonly Entry[];
  readonly seen: readonly Seen[];
}
export const RecordRequest: MessageType<RecordRequest> = message('osctl.internal.v1.RecordRequest', [
  { no: 1, name: 'entries', type: () => Entry, repeated: true },
  { no: 2, name: 'seen', type: () => Seen, repeated: true },
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

/** Seen is a certificate with which a call was made that the door let in. */
export interface Seen {
  /** Unix time of the last of them */
  readonly timeMs: number;
  /** CN of the certificate */
  readonly subject: string;
  readonly role: string;
  readonly serial: string;
  /** SHA-256 of the certificate of the authority that signed it, lower-case hexadecimal */
  readonly authority: string;
  /** Unix time */
  readonly notAfterMs: number;
}
export const Seen: MessageType<Seen> = message('osctl.internal.v1.Seen', [
  { no: 1, name: 'timeMs', type: 'int64' },
  { no: 2, name: 'subject', type: 'string' },
  { no: 3, name: 'role', type: 'string' },
  { no: 4, name: 'serial', type: 'string' },
  { no: 5, name: 'authority', type: 'string' },
  { no: 6, name: 'notAfterMs', type: 'int64' },
]);

export type CollectRequest = Readonly<Record<never, never>>;
export const CollectRequest: MessageType<CollectRequest> = message('osctl.internal.v1.CollectRequest', []);

export interface CollectResponse {
  readonly text: Uint8Array;
}
export const CollectResponse: MessageType<CollectResponse> = message('osctl.internal.v1.CollectResponse', [
  { no: 1, name: 'text', type: 'bytes' },
]);

export type NextProfileRequest = Readonly<Record<never, never>>;
export const NextProfileRequest: MessageType<NextProfileRequest> = message('osctl.internal.v1.NextProfileRequest', []);

export interface NextProfileResponse {
  /** counts up */
  readonly id: number;
  /** instead of the CPU */
  readonly heap: boolean;
  readonly durationMs: number;
}
export const NextProfileResponse: MessageType<NextProfileResponse> = message('osctl.internal.v1.NextProfileResponse', [
  { no: 1, name: 'id', type: 'int64' },
  { no: 2, name: 'heap', type: 'bool' },
  { no: 3, name: 'durationMs', type: 'int64' },
]);

export interface DeliverProfileRequest {
  readonly id: number;
  /** at most 1 MiB */
  readonly data: Uint8Array;
  readonly last: boolean;
  /** why there is none */
  readonly error: string;
}
export const DeliverProfileRequest: MessageType<DeliverProfileRequest> = message('osctl.internal.v1.DeliverProfileRequest', [
  { no: 1, name: 'id', type: 'int64' },
  { no: 2, name: 'data', type: 'bytes' },
  { no: 3, name: 'last', type: 'bool' },
  { no: 4, name: 'error', type: 'string' },
]);

export type DeliverProfileResponse = Readonly<Record<never, never>>;
export const DeliverProfileResponse: MessageType<DeliverProfileResponse> = message('osctl.internal.v1.DeliverProfileResponse', []);

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

/** Profiles is how machined gets a profile of apid, which takes no calls but its clients': apid asks whether one is wanted, and brings it. */
export const Profiles: ServiceDescriptor<{
  /** Answers when a profile of apid is wanted: one call waits for as long as apid lives. */
  readonly next: Unary<NextProfileRequest, NextProfileResponse>;
  /** Pieces in order, of one that is wanted still: ABORTED when it is not. */
  readonly deliver: Unary<DeliverProfileRequest, DeliverProfileResponse>;
}> = {
  name: 'osctl.internal.v1.Profiles',
  methods: {
    next: { kind: 'unary', name: 'Next', request: NextProfileRequest, response: NextProfileResponse },
    deliver: { kind: 'unary', name: 'Deliver', request: DeliverProfileRequest, response: DeliverProfileResponse },
  },
};
