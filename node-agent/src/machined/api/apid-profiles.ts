/**
 * osctl.internal.v1.Profiles: profiles of apid, which takes no calls of anybody but its clients. It asks us instead whether one is wanted.
 */
import type { Clock } from '@talos/lib/control/clock.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { Handlers } from '@talos/lib/rpc/service.ts';
import { unlessAborted } from '@talos/lib/rpc/streams.ts';
import type { DeliverProfileRequest, NextProfileResponse, Profiles } from '@talos/proto/gen/osctl/internal.ts';

/** Beyond the time of the profile itself: to hear of it, and to bring it. */
const GRACE_MS = 15_000;
/** A minute's is some MB; a hijacked apid shall bring no more. */
const MAX_BYTES = 32 * 1024 * 1024;

interface Wanted {
  readonly response: NextProfileResponse;
  readonly pieces: Uint8Array[];
  readonly done: PromiseWithResolvers<Buffer>;
  bytes: number;
  taken: boolean;
}

/** One at a time; whoever asks for a second waits for the first to end. */
export class ApidProfiles {
  readonly #clock: Pick<Clock, 'sleep'>;
  readonly #stopping: AbortSignal;
  /** Calls of apid's that wait; of one that has died there is one for a moment. */
  readonly #waiting = new Set<() => void>();
  #wanted: Wanted | undefined;
  #lastId = 0;

  constructor(clock: Pick<Clock, 'sleep'>, stopping: AbortSignal) {
    this.#clock = clock;
    this.#stopping = stopping;
  }

  /** The profile as its file's text. Errors: RpcError when apid does not bring it in time, or says why not. */
  async profile(kind: 'CPU' | 'HEAP', durationMs: number, signal: AbortSignal): Promise<Buffer> {
    const response = { id: ++this.#lastId, heap: kind === 'HEAP', durationMs };
    const done = Promise.withResolvers<Buffer>();
    const wanted = { response, pieces: [], done, bytes: 0, taken: false };
    this.#wanted = wanted;
    for (const wake of this.#waiting) wake();
    const over = new AbortController();
    const late = this.#clock.sleep(durationMs + GRACE_MS, AbortSignal.any([over.signal, signal])).then(() => {
      throw new RpcError('DEADLINE_EXCEEDED', 'apid did not bring its profile in time; how it is: osctl service apid', {
        reason: 'PROFILE_NOT_BROUGHT',
      });
    });
    late.catch(() => {});
    try {
      return await unlessAborted(Promise.race([done.promise, late]), signal);
    } finally {
      over.abort();
      done.promise.catch(() => {});
      this.#wanted = undefined;
    }
  }

  /** Resolves when one is wanted that nobody has been told of. */
  async next(signal: AbortSignal): Promise<NextProfileResponse> {
    const until = AbortSignal.any([signal, this.#stopping]);
    for (;;) {
      until.throwIfAborted();
      if (this.#wanted?.taken === false) {
        this.#wanted.taken = true;
        return this.#wanted.response;
      }
      const woken = Promise.withResolvers<void>();
      this.#waiting.add(woken.resolve);
      try {
        await unlessAborted(woken.promise, until);
      } finally {
        this.#waiting.delete(woken.resolve);
      }
    }
  }

  deliver({ id, data, last, error }: DeliverProfileRequest): void {
    const wanted = this.#wanted;
    if (wanted === undefined || wanted.response.id !== id || !wanted.taken) {
      throw new RpcError('ABORTED', 'this profile is not wanted any more', { reason: 'PROFILE_NOT_WANTED' });
    }
    wanted.bytes += data.length;
    if (error !== '' || wanted.bytes > MAX_BYTES) {
      const why = error === '' ? `it is larger than ${MAX_BYTES} bytes` : error.slice(0, 512);
      wanted.done.reject(new RpcError('INTERNAL', `apid could not be profiled: ${why}`, { reason: 'PROFILE_FAILED' }));
      return;
    }
    wanted.pieces.push(data);
    if (last) wanted.done.resolve(Buffer.concat(wanted.pieces));
  }
}

export function profilesHandlers(profiles: ApidProfiles): Handlers<typeof Profiles.methods> {
  return {
    next: (_request, ctx) => profiles.next(ctx.signal),
    async deliver(request) {
      profiles.deliver(request);
      return {};
    },
  };
}
