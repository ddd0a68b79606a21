/** What both sides set on grpc-js: its defaults suit neither an agent nor a client that must notice a dead node. */
import { Metadata, type ServiceDefinition, type StatusObject } from '@grpc/grpc-js';
import type { MessageType } from '@talos/proto/runtime/message.ts';
import { REASON_TRAILER, RpcError, statusName, statusNumber, travelling } from './error.ts';
import { FramedMessage } from './framed.ts';
import { type AnyMethod, methodPath, type ServiceDescriptor } from './service.ts';

export function serializer(type: MessageType<object>): (value: object) => Buffer {
  return (value) => {
    if (value instanceof FramedMessage) return value.message;
    const bytes = type.encode(value);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}

export function deserializer(type: MessageType<object>): (bytes: Buffer) => object {
  return (bytes) => type.decode(bytes);
}

export function definitionOf(service: ServiceDescriptor): ServiceDefinition {
  const definition: Record<string, ServiceDefinition[string]> = {};
  for (const [key, method] of Object.entries(service.methods)) {
    definition[key] = {
      path: methodPath(service, method),
      requestStream: requestStreams(method),
      responseStream: responseStreams(method),
      requestSerialize: serializer(method.request),
      requestDeserialize: deserializer(method.request),
      responseSerialize: serializer(method.response),
      responseDeserialize: deserializer(method.response),
    };
  }
  return definition;
}

export function requestStreams(method: AnyMethod): boolean {
  return method.kind === 'client-stream' || method.kind === 'bidi';
}

export function responseStreams(method: AnyMethod): boolean {
  return method.kind === 'server-stream' || method.kind === 'bidi';
}

/** An RpcError as grpc-js wants it. */
export function statusOf(error: RpcError): { code: number; details: string; metadata: Metadata } {
  const metadata = new Metadata();
  if (error.reason !== undefined) metadata.set(REASON_TRAILER, error.reason);
  return { code: statusNumber(error.code), details: travelling(error.message), metadata };
}

/** What grpc-js gives a client that a call ended with. */
export function errorOf(error: unknown, path: string, signal?: AbortSignal): RpcError {
  if (error instanceof RpcError) return error;
  if (error instanceof Error && isStatus(error)) {
    const code = statusName(error.code);
    const reason = error.metadata?.get(REASON_TRAILER)[0]?.toString();
    const cause = code === 'CANCELLED' && signal?.aborted ? signal.reason : error;
    return new RpcError(code, detailsOf(error), {
      reason,
      cause,
      method: path,
      unsent: NEVER_SENT.test(error.details),
    });
  }
  const message = `calling ${path} failed before it reached the network`;
  return new RpcError('INTERNAL', message, { cause: error, method: path, unsent: true });
}

/** How grpc-js begins when it had no connection to send a call on. */
const NEVER_SENT = /^No connection established\. Last error: (?:Error: )?/;

/** What the system said, without the words in which grpc-js wraps it. */
function detailsOf(error: StatusObject): string {
  return error.details.replace(NEVER_SENT, '').replace(/\. Resolution note: *$/, '');
}

function isStatus(error: Error): error is Error & StatusObject {
  return 'code' in error && typeof error.code === 'number' && 'details' in error;
}
