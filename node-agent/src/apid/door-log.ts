/** Tells machined what the door decided by itself, which writes it to the audit log; and who has called. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { Peer } from '@talos/lib/rpc/peer.ts';
import { type Upstream, unary } from '@talos/lib/rpc/upstream.ts';
import { Audit, type Entry, RecordRequest, type Seen } from '@talos/proto/gen/osctl/internal.ts';

export type RefusalReason =
  | 'ROLE_TOO_SMALL'
  | 'METHOD_UNKNOWN'
  | 'CERTIFICATE_DENIED'
  | 'TOO_MANY_STREAMS'
  | 'TARGET_NOT_MEMBER';

/** A flood of calls must not become one of records: equal ones are folded, and no more kinds than this are kept. */
const MAX_PENDING = 256;
const MAX_LENGTH = 200;
const FLUSH_EVERY_MS = 1_000;
const RECORD_TIMEOUT_MS = 5_000;

export class DoorLog {
  readonly #upstream: Upstream;
  readonly #clock: Clock;
  #pending = new Map<string, Entry>();
  #flushed = Promise.resolve();
  #seen = new Map<string, Seen>();
  #wake: () => void = () => {};

  constructor(upstream: Upstream, clock: Clock) {
    this.#upstream = upstream;
    this.#clock = clock;
  }

  /** A refusal, or without a reason a tunnel that was opened. */
  add(peer: Peer, method: string, reason: RefusalReason | '', target = ''): void {
    this.#put({
      timeMs: this.#clock.now(),
      subject: peer.subject,
      role: peer.role,
      address: peer.address,
      serial: peer.serial,
      method: method.slice(0, MAX_LENGTH),
      target: target.slice(0, MAX_LENGTH),
      reason,
      count: 1,
    });
  }

  /** A call of the peer's has begun or ended. */
  seen({ subject, role, serial, authority, notAfterMs }: Peer): void {
    if (this.#seen.size >= MAX_PENDING && !this.#seen.has(serial)) return;
    this.#seen.set(serial, { timeMs: this.#clock.now(), subject, role, serial, authority, notAfterMs });
    this.#wake();
  }

  /** Until the signal aborts. What machined did not take is offered again. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake(), { once: true });
    while (!signal.aborted) {
      if (this.#pending.size === 0 && this.#seen.size === 0) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      await this.#clock.sleep(FLUSH_EVERY_MS, signal).catch(() => {});
      await this.flush();
    }
  }

  /** Also what is on its way already has arrived then, or is kept: whoever closes the connection next loses nothing. */
  flush(): Promise<void> {
    this.#flushed = this.#flushed.then(() => this.#send());
    return this.#flushed;
  }

  async #send(): Promise<void> {
    if (this.#pending.size === 0 && this.#seen.size === 0) return;
    const [taken, seen] = [[...this.#pending.values()], this.#seen];
    this.#pending = new Map();
    this.#seen = new Map();
    try {
      const message = RecordRequest.encode({ entries: taken, seen: [...seen.values()] });
      await unary(this.#upstream, Audit, Audit.methods.record, message, AbortSignal.timeout(RECORD_TIMEOUT_MS));
    } catch {
      for (const entry of taken) this.#put(entry);
      this.#seen = new Map([...seen, ...this.#seen]);
    }
  }

  #put(entry: Entry): void {
    const key = JSON.stringify([entry.serial, entry.address, entry.method, entry.reason, entry.target]);
    const same = this.#pending.get(key);
    if (same !== undefined) this.#pending.set(key, { ...same, count: same.count + entry.count });
    else if (this.#pending.size < MAX_PENDING) this.#pending.set(key, entry);
    this.#wake();
  }
}
