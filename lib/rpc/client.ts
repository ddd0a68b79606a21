/** Typed clients: plain functions for unary calls, async iterables for streams, RpcError for everything that fails. */
import type { ClientReadableStream, CallOptions as GrpcCallOptions, ServiceError } from '@grpc/grpc-js';
import { Metadata } from '@grpc/grpc-js';
import type { Channel } from './channel.ts';
import { RpcError } from './error.ts';
import { deserializer, errorOf, requestStreams, responseStreams, serializer } from './grpc.ts';
import { UNARY_TIMEOUT_MS } from './limits.ts';
import {
  type AnyMethod,
  type CallOptions,
  type Client,
  type Methods,
  methodPath,
  type ServiceDescriptor,
} from './service.ts';
import { objectsOf, pump } from './streams.ts';

/**
 * Guarantees: a call is never repeated by itself. Aborting `signal`, or leaving an iteration early, cancels the call on
 * the server too. A stream that ends without an error has been received to its end.
 * Errors: RpcError; CANCELLED with the signal's reason as its cause when `signal` aborted.
 */
export function createClient<M extends Methods>(service: ServiceDescriptor<M>, channel: Channel): Client<M> {
  const client: Record<string, unknown> = {};
  for (const [key, method] of Object.entries(service.methods)) {
    client[key] = clientMethod(methodPath(service, method), method, channel);
  }
  return client as Client<M>;
}

function clientMethod(path: string, method: AnyMethod, channel: Channel): unknown {
  const encode = serializer(method.request);
  const decode = deserializer(method.response);
  if (requestStreams(method)) {
    if (responseStreams(method)) {
      return (requests: AsyncIterable<object>, options: CallOptions = {}) =>
        receive(path, options, (metadata, grpcOptions, signal) => {
          const call = channel.grpc.makeBidiStreamRequest(path, encode, decode, metadata, grpcOptions);
          const failed = send(requests, call, signal);
          return { call, failed };
        });
    }
    return async (requests: AsyncIterable<object>, options: CallOptions = {}) => {
      const responses = receive(path, withTimeout(options), (metadata, grpcOptions, signal) => {
        // grpc-js' client-streaming call has no readable side; on the wire it is a bidirectional one with one answer
        const call = channel.grpc.makeBidiStreamRequest(path, encode, decode, metadata, grpcOptions);
        return { call, failed: send(requests, call, signal) };
      });
      for await (const response of responses) return response;
      throw new RpcError('INTERNAL', `${path} ended without an answer`);
    };
  }
  if (responseStreams(method)) {
    return (request: object, options: CallOptions = {}) =>
      receive(path, options, (metadata, grpcOptions) => ({
        call: channel.grpc.makeServerStreamRequest(path, encode, decode, request, metadata, grpcOptions),
      }));
  }
  return (request: object, options: CallOptions = {}) =>
    new Promise<object>((resolve, reject) => {
      const { signal } = options;
      if (signal?.aborted) return reject(cancelled(path, signal));
      let onAbort: (() => void) | undefined;
      const call = channel.grpc.makeUnaryRequest(
        path,
        encode,
        decode,
        request,
        metadataOf(options),
        grpcOptionsOf(withTimeout(options)),
        (error: ServiceError | null, response?: object) => {
          if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
          if (error !== null) reject(errorOf(error, path, signal));
          else resolve(response!);
        },
      );
      onAbort = () => call.cancel();
      signal?.addEventListener('abort', onAbort, { once: true });
    });
}

interface Started {
  readonly call: ClientReadableStream<object>;
  /** Rejects with what the iterable of requests threw. */
  readonly failed?: Promise<never>;
}

async function* receive(
  path: string,
  options: CallOptions,
  start: (metadata: Metadata, grpcOptions: GrpcCallOptions, signal: AbortSignal) => Started,
): AsyncGenerator<object, void, undefined> {
  const { signal } = options;
  if (signal?.aborted) throw cancelled(path, signal);
  const ended = new AbortController();
  const { call, failed } = start(metadataOf(options), grpcOptionsOf(options), ended.signal);
  const onAbort = () => call.cancel();
  signal?.addEventListener('abort', onAbort, { once: true });
  let requestError: { readonly error: unknown } | undefined;
  failed?.catch((error: unknown) => {
    if (ended.signal.aborted) return;
    requestError = { error };
    call.cancel();
  });
  // A status that arrives while nobody iterates must not become an uncaught 'error' event.
  call.on('error', () => {});
  try {
    yield* objectsOf<object>(call);
  } catch (error) {
    if (requestError !== undefined) throw requestError.error;
    throw errorOf(error, path, signal);
  } finally {
    ended.abort();
    signal?.removeEventListener('abort', onAbort);
    call.cancel();
  }
}

function send(
  requests: AsyncIterable<object>,
  call: import('node:stream').Writable,
  signal: AbortSignal,
): Promise<never> {
  return new Promise((_resolve, reject) => {
    pump(requests, call, signal).then(() => call.end(), reject);
  });
}

function cancelled(path: string, signal: AbortSignal): RpcError {
  return new RpcError('CANCELLED', `${path} was cancelled before it began`, { cause: signal.reason });
}

function withTimeout(options: CallOptions): CallOptions {
  return { ...options, timeoutMs: options.timeoutMs ?? UNARY_TIMEOUT_MS };
}

function grpcOptionsOf(options: CallOptions): GrpcCallOptions {
  const { timeoutMs } = options;
  return timeoutMs === undefined || timeoutMs === 0 ? {} : { deadline: new Date(Date.now() + timeoutMs) };
}

function metadataOf(options: CallOptions): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(options.metadata ?? {})) metadata.set(key, value);
  return metadata;
}
