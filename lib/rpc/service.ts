/** The types of both sides of a service: what a server implements and what a client calls. */
import type { Init } from '@talos/proto/runtime/message.ts';
import type { Method, Methods } from '@talos/proto/runtime/service.ts';
import type { FramedMessage } from './framed.ts';
import type { Role } from './roles.ts';

export type { Init, MessageType } from '@talos/proto/runtime/message.ts';
export type { AnyMethod, Methods, ServiceDescriptor } from '@talos/proto/runtime/service.ts';
export { methodPath } from '@talos/proto/runtime/service.ts';

export interface Caller {
  /** CN of the client certificate; empty when the connection has none. */
  readonly subject: string;
  readonly role: Role | '';
  /** Of the client certificate, upper-case hexadecimal; empty without one. */
  readonly serial: string;
  /** Fingerprint of the authority that signed the client certificate; empty without one. */
  readonly authority: string;
  /** For how long the client certificate is good from its beginning to its end, ms; 0 without one. */
  readonly lifetimeMs: number;
  /** What the door through which the call came has in force (doorState of listener.ts); empty where there is none. */
  readonly door: string;
  /** IP address of the client as the door saw it; empty on a plain unix socket. */
  readonly address: string;
}

export interface CallContext {
  /** Aborts when the client goes away, the deadline passes, its certificate ends or the server closes. */
  readonly signal: AbortSignal;
  /** /package.Service/Method */
  readonly method: string;
  readonly caller: Caller;
}

export type Handler<M> =
  M extends Method<'unary', infer I, infer O>
    ? (request: I, ctx: CallContext) => Promise<Init<O>>
    : M extends Method<'server-stream', infer I, infer O>
      ? (request: I, ctx: CallContext) => AsyncIterable<Init<O> | FramedMessage>
      : M extends Method<'client-stream', infer I, infer O>
        ? (requests: AsyncIterable<I>, ctx: CallContext) => Promise<Init<O>>
        : M extends Method<'bidi', infer I, infer O>
          ? (requests: AsyncIterable<I>, ctx: CallContext) => AsyncIterable<Init<O>>
          : never;

export type Handlers<S extends Methods> = { readonly [K in keyof S]: Handler<S[K]> };

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Until the whole call has ended. Default: 30 s for a unary call, none for a stream. 0: none. */
  readonly timeoutMs?: number | undefined;
  /** Request metadata, ASCII. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

export type ClientMethod<M> =
  M extends Method<'unary', infer I, infer O>
    ? (request: Init<I>, options?: CallOptions) => Promise<O>
    : M extends Method<'server-stream', infer I, infer O>
      ? (request: Init<I>, options?: CallOptions) => AsyncIterable<O>
      : M extends Method<'client-stream', infer I, infer O>
        ? (requests: AsyncIterable<Init<I>>, options?: CallOptions) => Promise<O>
        : M extends Method<'bidi', infer I, infer O>
          ? (requests: AsyncIterable<Init<I>>, options?: CallOptions) => AsyncIterable<O>
          : never;

export type Client<S extends Methods> = { readonly [K in keyof S]: ClientMethod<S[K]> };
