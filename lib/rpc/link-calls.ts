/** A server's calls of a link: their requests decoded, their answers sent no faster than they are taken. */
import type { MessageType } from '@talos/proto/runtime/message.ts';
import { unpack } from './compression.ts';
import { RpcError, toRpcError, travelling } from './error.ts';
import { callerFromLink } from './forwarded.ts';
import { FramedMessage } from './framed.ts';
import { frame, Unframer } from './frames.ts';
import { requestStreams, responseStreams } from './grpc.ts';
import type { CallEvents, CallHead, CallStatus, LinkCall } from './link.ts';
import { decodeRequest } from './malformed.ts';
import type { RequestMemory, RequestShare } from './request-memory.ts';
import type { AnyMethod, CallContext, Caller } from './service.ts';
import { abortable, unlessAborted } from './streams.ts';

export type StreamHandler = (input: unknown, ctx: CallContext) => AsyncIterable<object>;
export type UnaryHandler = (input: unknown, ctx: CallContext) => Promise<object>;
export type AnyHandler = StreamHandler | UnaryHandler;

/** A call as the server sees it, whatever it came by. */
export interface Incoming {
  /** /package.Service/Method */
  readonly path: string;
  readonly caller: Caller;
  /** Unix time in ms; Infinity without one. */
  readonly deadlineMs: number;
  /** The request of a unary or server-streaming call, where it could be read. */
  readonly request: unknown;
}

/** Runs `work` under the server's rules, until it ends or `gone` aborts. Never rejects: what the caller is told, or undefined. */
export type Run = (
  incoming: Incoming,
  gone: AbortController,
  work: (ctx: CallContext) => Promise<void>,
) => Promise<RpcError | undefined>;

export interface Answering {
  readonly method: AnyMethod;
  readonly handler: AnyHandler;
}

const NOTHING: CallEvents = { data() {}, end() {}, drain() {}, over() {} };

/** Errors: of a head that is none. */
export function answer(
  answering: Answering | undefined,
  head: CallHead,
  call: LinkCall,
  memory: RequestMemory,
  run: Run,
): CallEvents {
  const { path, caller, deadlineMs } = readHead(head);
  if (answering === undefined) {
    call.finish(statusOf(new RpcError('UNIMPLEMENTED', `this node has no method ${path}`)));
    return NOTHING;
  }
  const { method } = answering;
  const gone = new AbortController();
  const output = new Output(call);
  const encoding = String(head.encoding ?? 'identity');
  const Input = requestStreams(method) ? Requests : OneRequest;
  const share = memory.share(caller.serial);
  const input = new Input(call, method.request, encoding, share);
  const start = (request: unknown): void => {
    const incoming = { path, caller, deadlineMs, request };
    void run(incoming, gone, async (ctx) => {
      const { error } = input;
      if (error !== undefined) throw error;
      const given = input instanceof Requests ? abortable(input.read(), ctx.signal) : request;
      await respond(answering, given, ctx, output);
    }).then((error) => {
      share.end();
      call.finish(statusOf(error));
    });
  };
  if (input instanceof Requests) start(undefined);
  return {
    data: (bytes) => input.add(bytes),
    end() {
      input.end();
      if (input instanceof OneRequest) start(input.request);
    },
    drain: () => output.drained(),
    over() {
      gone.abort(goneError(deadlineMs));
      // Nothing has begun that would say it.
      if (input instanceof OneRequest && !input.whole) {
        share.end();
        call.finish({ code: 'CANCELLED', message: '' });
      }
      input.end();
    },
  };
}

async function respond(
  { method, handler }: Answering,
  input: unknown,
  ctx: CallContext,
  output: Output,
): Promise<void> {
  if (!responseStreams(method)) {
    output.send(frame(method.response.encode(await unlessAborted((handler as UnaryHandler)(input, ctx), ctx.signal))));
    return;
  }
  for await (const item of abortable((handler as StreamHandler)(input, ctx), ctx.signal)) {
    if (item instanceof FramedMessage) output.send(item.bytes, () => item.release());
    else output.send(frame(method.response.encode(item)));
    if (output.full) await unlessAborted(output.room(), ctx.signal);
  }
}

class Output {
  readonly #call: LinkCall;
  #wake: () => void = () => {};

  constructor(call: LinkCall) {
    this.#call = call;
  }

  get full(): boolean {
    return this.#call.full;
  }

  send(bytes: Buffer, onSent?: () => void): void {
    this.#call.send(bytes, onSent);
  }

  /** Resolves when there is some. */
  room(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  drained(): void {
    this.#wake();
  }
}

/** The only request of a call, which begins when it is whole. */
class OneRequest {
  readonly #call: LinkCall;
  readonly #type: MessageType<object>;
  #frames: Unframer | undefined;
  readonly #share: RequestShare;
  request: unknown;
  error: RpcError | undefined;
  whole = false;
  #bytes = 0;
  #count = 0;

  constructor(call: LinkCall, type: MessageType<object>, encoding: string, share: RequestShare) {
    this.#call = call;
    this.#type = type;
    this.#share = share;
    this.#frames = new Unframer((message) => unpack(message, encoding));
  }

  add(bytes: Buffer): void {
    this.#call.taken(bytes.length);
    if (this.error !== undefined) return;
    try {
      // Until the call is over: its handler has the message.
      this.#bytes += bytes.length;
      this.#share.set(this.#bytes);
      for (const message of this.#frames?.add(bytes) ?? []) {
        if (this.#count++ > 0) throw new RpcError('INVALID_ARGUMENT', 'the method takes one message, not several');
        this.request = decodeRequest(this.#type, message);
      }
    } catch (error) {
      this.request = undefined;
      this.error = toRpcError(error);
      this.#frames = undefined;
      this.#share.set(0);
    }
  }

  end(): void {
    if (this.whole) return;
    this.whole = true;
    if (this.error !== undefined || this.request !== undefined) return;
    this.error = new RpcError('INVALID_ARGUMENT', 'the method takes one message, which did not come', {
      reason: 'MALFORMED_REQUEST',
    });
  }
}

/** The requests of a call that streams them: no more than a window of them waits here. */
class Requests {
  readonly #call: LinkCall;
  readonly #type: MessageType<object>;
  readonly #frames: Unframer;
  readonly #share: RequestShare;
  readonly #pieces: Buffer[] = [];
  readonly error = undefined;
  #ended = false;
  #wake: () => void = () => {};

  constructor(call: LinkCall, type: MessageType<object>, encoding: string, share: RequestShare) {
    this.#call = call;
    this.#type = type;
    this.#share = share;
    this.#frames = new Unframer((message) => unpack(message, encoding));
  }

  add(bytes: Buffer): void {
    this.#pieces.push(bytes);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Errors: RpcError, for what is no message. */
  async *read(): AsyncGenerator<object, void, undefined> {
    for (;;) {
      const piece = this.#pieces.shift();
      if (piece !== undefined) {
        for (const message of this.#frames.add(piece)) yield decodeRequest(this.#type, message);
        this.#share.set(this.#frames.held);
        this.#call.taken(piece.length);
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

function readHead({ path, caller, timeoutMs }: CallHead): Omit<Incoming, 'request'> {
  if (typeof path !== 'string') throw new TypeError('no path');
  return {
    path,
    caller: callerFromLink(caller),
    deadlineMs: typeof timeoutMs === 'number' ? Date.now() + timeoutMs : Number.POSITIVE_INFINITY,
  };
}

/** Why a call ends whose client has left. */
export function goneError(deadlineMs: number): RpcError {
  return deadlineMs <= Date.now() ? tooLate() : new RpcError('CANCELLED', 'the client has gone');
}

export function tooLate(): RpcError {
  return new RpcError('DEADLINE_EXCEEDED', 'the deadline has passed');
}

const OK: CallStatus = { code: 'OK', message: '' };

function statusOf(error: RpcError | undefined): CallStatus {
  return error === undefined ? OK : { code: error.code, message: travelling(error.message), reason: error.reason };
}
