/** What went wrong with a call, the same on both sides of it. */

/** Names of gRPC's status codes, by number: https://grpc.io/docs/guides/status-codes/ */
const STATUS_NAMES = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
] as const;

export type StatusName = (typeof STATUS_NAMES)[number];

/** The trailer that carries `reason`. */
export const REASON_TRAILER = 'talos-reason';

export interface RpcErrorOptions {
  /** Stable code for programs, e.g. OPERATION_RUNNING; travels with the call. */
  readonly reason?: string | undefined;
  /** Kept in this process: logged, never sent. */
  readonly cause?: unknown;
  /** The call, as /package.Service/Method; set by clients. */
  readonly method?: string | undefined;
  /** The call never left this process: nobody has seen it. Set by clients. */
  readonly unsent?: boolean | undefined;
}

/** Thrown by handlers to end a call with a status, and by clients when one ended with a status other than OK. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: StatusName;
  readonly reason?: string;
  readonly method?: string;
  readonly unsent: boolean;

  constructor(code: StatusName, message: string, options: RpcErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.reason !== undefined) this.reason = options.reason;
    if (options.method !== undefined) this.method = options.method;
    this.unsent = options.unsent ?? false;
  }
}

export function statusNumber(name: StatusName): number {
  return STATUS_NAMES.indexOf(name);
}

export function statusName(number: number): StatusName {
  return STATUS_NAMES[number] ?? 'UNKNOWN';
}

/**
 * A message as it may travel: in a header, which has to be small. One that is too large would end the connection, and on apid's to
 * machined everybody's calls with it.
 */
export function travelling(message: string): string {
  // a lone surrogate would make encodeURI throw and lose the status
  let text = message.slice(0, MAX_STATUS_CHARACTERS).toWellFormed();
  while (encodeURI(text).length > MAX_STATUS_BYTES) text = text.slice(0, text.length * 0.8).toWellFormed();
  return text.length < message.length ? `${text}…` : text;
}

/** Clients take 8 KiB of trailers and more; https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md has each byte take up to 3. */
const MAX_STATUS_BYTES = 6 * 1024;
const MAX_STATUS_CHARACTERS = 4 * 1024;

/**
 * What a handler threw, as the status that its caller gets. The text of an error that is not an RpcError stays here: it
 * may hold paths, arguments or secrets that nobody looked at.
 */
export function toRpcError(error: unknown, signal?: AbortSignal): RpcError {
  if (error instanceof RpcError) return error;
  if (signal?.aborted) {
    if (signal.reason instanceof RpcError) return signal.reason;
    return new RpcError('CANCELLED', 'the call was cancelled', { cause: error });
  }
  return new RpcError('INTERNAL', 'the call failed inside the node; its log says why', { cause: error });
}
