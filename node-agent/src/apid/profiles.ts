/** Brings machined the profiles of this process that it wants: nobody can ask apid for one but its own machine. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { type Upstream, unary } from '@talos/lib/rpc/upstream.ts';
import {
  DeliverProfileRequest,
  NextProfileRequest,
  NextProfileResponse,
  Profiles,
} from '@talos/proto/gen/osctl/internal.ts';

const RETRY_MS = 5_000;
const PIECE_BYTES = 1024 * 1024;
const DELIVER_TIMEOUT_MS = 10_000;

/** Until the signal aborts. Never rejects. */
export async function bringProfiles(upstream: Upstream, clock: Clock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { next } = Profiles.methods;
      const answer = await unary(upstream, Profiles, next, NextProfileRequest.encode({}), signal);
      await bring(NextProfileResponse.decode(answer), upstream, clock, signal);
    } catch {
      // machined is not there yet, or has just gone; or it does not want this one any more.
      await clock.sleep(RETRY_MS, signal).catch(() => {});
    }
  }
}

async function bring(
  { id, heap, durationMs }: NextProfileResponse,
  upstream: Upstream,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const deliver = (piece: { readonly data?: Uint8Array; readonly last?: boolean; readonly error?: string }) =>
    unary(
      upstream,
      Profiles,
      Profiles.methods.deliver,
      DeliverProfileRequest.encode({ id, ...piece }),
      AbortSignal.any([signal, AbortSignal.timeout(DELIVER_TIMEOUT_MS)]),
    );
  let text: Buffer;
  try {
    const { profile } = await import('@talos/lib/control/profile.ts');
    text = Buffer.from(await profile(heap ? 'HEAP' : 'CPU', durationMs, clock, signal));
  } catch (error) {
    await deliver({ error: error instanceof Error ? error.message : String(error) });
    return;
  }
  for (let at = 0; at < text.length; at += PIECE_BYTES) {
    const end = at + PIECE_BYTES;
    await deliver({ data: text.subarray(at, end), last: end >= text.length });
  }
}
