/** Who calls with a certificate of which authority: what has to be known before one is withdrawn. In memory, since the node's start. */
import { familyOf } from '@talos/lib/trust/serial.ts';
import type { Seen } from '@talos/proto/gen/osctl/internal.ts';
import type { Client } from '@talos/proto/gen/osctl/v1alpha1.ts';

const MAX_CLIENTS = 512;

/** Guarantees: bounded; whoever was not seen for the longest time is forgotten first. */
export class Clients {
  readonly startMs: number;
  /** By family of the certificate and its authority, the one last seen at the end. */
  readonly #known = new Map<string, Client>();

  constructor(startMs: number) {
    this.startMs = startMs;
  }

  note({ timeMs, subject, role, serial, authority, notAfterMs }: Seen): void {
    const key = `${familyOf(serial)} ${authority}`;
    const before = this.#known.get(key);
    this.#known.delete(key);
    this.#known.set(key, {
      ...{ subject, role, serial, authority, notAfterMs },
      firstSeenMs: Math.min(timeMs, before?.firstSeenMs ?? timeMs),
      lastSeenMs: Math.max(timeMs, before?.lastSeenMs ?? timeMs),
    });
    if (this.#known.size <= MAX_CLIENTS) return;
    const [oldest = ''] = this.#known.keys();
    this.#known.delete(oldest);
  }

  /** Those whose certificate is still good. */
  list(now: number): readonly Client[] {
    return [...this.#known.values()].filter(({ notAfterMs }) => notAfterMs > now);
  }
}
