/** Tells machined what the door refused, which writes it to the audit log. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Peer } from '@talos/lib/rpc/peer.ts';
import { rawUnary, type Upstream } from '@talos/lib/rpc/raw.ts';
import { Audit, RecordRequest, type Refusal } from '@talos/proto/gen/osctl/internal.ts';

export type RefusalReason =
  | 'ROLE_TOO_SMALL'
  | 'METHOD_UNKNOWN'
  | 'CERTIFICATE_DENIED'
  | 'TOO_MANY_STREAMS'
  | 'TARGET_NOT_MEMBER';

/** A flood of refusals must not become one of records: equal ones are folded, and no more kinds than this are kept. */
const MAX_PENDING = 256;
const MAX_METHOD_LENGTH = 200;
const FLUSH_EVERY_MS = 1_000;
const RECORD_TIMEOUT_MS = 5_000;

export class RefusalLog {
  readonly #upstream: Upstream;
  readonly #clock: Clock;
  #pending = new Map<string, Refusal>();

  constructor(upstream: Upstream, clock: Clock) {
    this.#upstream = upstream;
    this.#clock = clock;
  }

  add(peer: Peer, method: string, reason: RefusalReason): void {
    const short = method.slice(0, MAX_METHOD_LENGTH);
    this.#put({
      timeMs: this.#clock.now(),
      subject: peer.subject,
      role: peer.role,
      address: peer.address,
      serial: peer.serial,
      method: short,
      reason,
      count: 1,
    });
  }

  /** Until the signal aborts. What machined did not take is offered again. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#clock.sleep(FLUSH_EVERY_MS, signal).catch(() => {});
      await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (this.#pending.size === 0) return;
    const taken = [...this.#pending.values()];
    this.#pending = new Map();
    try {
      const message = RecordRequest.encode({ refusals: taken });
      await rawUnary(this.#upstream, Audit, Audit.methods.record, message, AbortSignal.timeout(RECORD_TIMEOUT_MS));
    } catch {
      for (const refusal of taken) this.#put(refusal);
    }
  }

  #put(refusal: Refusal): void {
    const key = JSON.stringify([refusal.serial, refusal.address, refusal.method, refusal.reason]);
    const same = this.#pending.get(key);
    if (same !== undefined) this.#pending.set(key, { ...same, count: same.count + refusal.count });
    else if (this.#pending.size < MAX_PENDING) this.#pending.set(key, refusal);
  }
}
