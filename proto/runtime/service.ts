/** Services as values: what a client or a server needs to know, typed by their methods. */
import type { MessageType } from './message.ts';

export type MethodKind = 'unary' | 'server-stream' | 'client-stream' | 'bidi';

export interface Method<K extends MethodKind, I extends object, O extends object> {
  readonly kind: K;
  /** As in the .proto, e.g. KernelLog */
  readonly name: string;
  readonly request: MessageType<I>;
  readonly response: MessageType<O>;
}
export type Unary<I extends object, O extends object> = Method<'unary', I, O>;
export type ServerStream<I extends object, O extends object> = Method<'server-stream', I, O>;
export type ClientStream<I extends object, O extends object> = Method<'client-stream', I, O>;
export type Bidi<I extends object, O extends object> = Method<'bidi', I, O>;

// biome-ignore lint/suspicious/noExplicitAny: messages are invariant, so only any stands for all of them
export type AnyMethod = Method<MethodKind, any, any>;
export type Methods = Readonly<Record<string, AnyMethod>>;

export interface ServiceDescriptor<M extends Methods = Methods> {
  /** Fully qualified, e.g. osctl.v1alpha1.System */
  readonly name: string;
  /** By the name that callers use: lower camel case. */
  readonly methods: M;
}

/** The path of a method on the wire: /osctl.v1alpha1.System/Version */
export function methodPath(service: ServiceDescriptor, method: AnyMethod): string {
  return `/${service.name}/${method.name}`;
}
