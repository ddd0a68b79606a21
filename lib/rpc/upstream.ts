/** Calls to the server at the other end of a link. */
import { connect } from 'node:net';
import { RpcError } from './error.ts';
import { NOBODY } from './forwarded.ts';
import { frame, Unframer } from './frames.ts';
import { type CallEvents, type CallHead, type CallStatus, Link, type LinkCall, MAX_CALLS } from './link.ts';
import { type AnyMethod, methodPath, type ServiceDescriptor } from './service.ts';

/** What waits here of an answer that its client does not take. Among many calls it is shared: none of them is large then. */
const WINDOW = 256 * 1024;
const WINDOWS = 8 * 1024 * 1024;

/** A connection to one server on a unix socket, made when it is needed and remade when it is gone. */
export class Upstream {
  readonly #path: string;
  #link: Link | undefined;

  constructor(socketPath: string) {
    this.#path = socketPath;
  }

  /** Errors: RESOURCE_EXHAUSTED, when too many are open. One that breaks off is told that it is over, without a status. */
  open(head: Omit<CallHead, 'window'>, events: CallEvents): LinkCall {
    if (this.#link === undefined || this.#link.closed) this.#link = new Link(connect({ path: this.#path }));
    const { calls } = this.#link;
    if (calls >= MAX_CALLS) {
      throw new RpcError('RESOURCE_EXHAUSTED', 'too many calls are open; end some of them', {
        reason: 'TOO_MANY_STREAMS',
      });
    }
    return this.#link.open(head, Math.min(WINDOW, Math.floor(WINDOWS / (calls + 1))), events);
  }

  close(): void {
    this.#link?.close();
    this.#link = undefined;
  }
}

/** A unary call. Errors: RpcError. */
export function unary(
  upstream: Upstream,
  service: ServiceDescriptor,
  method: AnyMethod,
  message: Uint8Array,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const frames = new Unframer();
    let answer: Buffer | undefined;
    const call = upstream.open(
      { path: methodPath(service, method), caller: NOBODY },
      {
        data(bytes) {
          call.taken(bytes.length);
          try {
            for (const one of frames.add(bytes)) answer = one;
          } catch (error) {
            call.cancel();
            reject(error);
          }
        },
        end() {},
        drain() {},
        over(status: CallStatus = { code: 'UNAVAILABLE', message: 'the agent did not answer' }) {
          signal.removeEventListener('abort', onAbort);
          if (status.code !== 'OK') reject(new RpcError(status.code, status.message, { reason: status.reason }));
          else if (answer === undefined) reject(new RpcError('INTERNAL', 'there is no message in the answer'));
          else resolve(answer);
        },
      },
    );
    const onAbort = (): void => {
      call.cancel();
      reject(new RpcError('CANCELLED', 'the call was cancelled', { cause: signal.reason }));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    call.send(frame(message));
    call.end();
    if (signal.aborted) onAbort();
  });
}
