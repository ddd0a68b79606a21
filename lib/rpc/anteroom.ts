/**
 * Where connections wait until it is known who they are: in which order they get their TLS handshakes, and who goes when there are too
 * many. Pure: it holds names and numbers, its owner the sockets.
 *
 * Who has sent nothing yet costs little, so that thousands are held, and one more ends the oldest: a client that means to speak does so at
 * once. Who has spoken waits for a turn. The origin that has wasted the fewest handshakes lately goes first, one that was known at its last
 * before all others; those under way make room in the opposite order. A flood, from as many addresses as are remembered, soon waits behind
 * every client that has no part in it. Of one from more addresses none can be told from a newcomer: of equals that find the room full the
 * last goes, without blame, so that each try has the same chance; and no number of strangers makes it forget who was known.
 */
export interface AnteroomLimits {
  /** Connections that have sent nothing. */
  readonly silent: number;
  /** Those that have and wait for their handshake. */
  readonly waiting: number;
  /** Handshakes under way: what they cost is memory, not time, once they have begun. */
  readonly handshakes: number;
  /** For how long one may be silent, or wait. */
  readonly timeoutMs: number;
}

/** A handshake that others wait for is safe from its equals for this long: a flight there and back. */
const PATIENCE_MS = 250;
/** What an origin has wasted counts half after this long. */
const HALF_LIFE_MS = 10_000;
/** Of so many origins it is remembered what they wasted, and of as many that they were known; forgotten is who was heard of least lately. */
const ORIGINS = 4_096;

interface Guest {
  readonly key: string;
  readonly origin: string;
  sinceMs: number;
}

interface Remembered {
  readonly count: number;
  readonly atMs: number;
}

/** Whoever has to go. */
export interface TurnedAway {
  readonly key: string;
  readonly origin: string;
  readonly why: string;
}

export class Anteroom {
  readonly #limits: AnteroomLimits;
  /** The oldest first, in each. */
  readonly #silent = new Map<string, Guest>();
  readonly #waiting = new Map<string, Guest>();
  readonly #underWay = new Map<string, Guest>();
  /** Handshakes that came to nothing. */
  readonly #wasted = new Map<string, Remembered>();
  /** Below 0: origins whose last one did not. */
  readonly #known = new Map<string, Remembered>();

  constructor(limits: AnteroomLimits) {
    this.#limits = limits;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  get size(): number {
    return this.#silent.size + this.#waiting.size + this.#underWay.size;
  }

  enter(key: string, origin: string, nowMs: number): TurnedAway | undefined {
    const [oldest] = this.#silent.size < this.#limits.silent ? [] : this.#silent.values();
    if (oldest !== undefined) this.#waste(oldest, nowMs);
    this.#silent.set(key, { key, origin, sinceMs: nowMs });
    return oldest && { ...oldest, why: 'too many silent connections' };
  }

  /** It has sent its first bytes. */
  spoke(key: string, nowMs: number): TurnedAway | undefined {
    const guest = this.#silent.get(key);
    if (guest === undefined) return undefined;
    this.#silent.delete(key);
    guest.sinceMs = nowMs;
    this.#waiting.set(key, guest);
    if (this.#waiting.size <= this.#limits.waiting) return undefined;
    const [worst, ...others] = this.#worst(this.#waiting, nowMs);
    if (others.length > 0) this.#waste(worst, nowMs);
    else this.#waiting.delete(worst.key);
    return { ...worst, why: 'too many wait for a handshake' };
  }

  /** Whose handshake is to begin, and who makes room for it; undefined: nobody's now. */
  next(nowMs: number): { readonly key: string; readonly instead: TurnedAway | undefined } | undefined {
    const best = this.#first(nowMs);
    if (best === undefined) return undefined;
    let instead: TurnedAway | undefined;
    if (this.#underWay.size >= this.#limits.handshakes) {
      const [worst] = this.#worst(this.#underWay, nowMs);
      const difference = this.#wastedBy(worst.origin, nowMs) - this.#wastedBy(best.origin, nowMs);
      // Not to the last digit of what has decayed since.
      if (difference < -0.5 || (difference < 0.5 && nowMs - worst.sinceMs < PATIENCE_MS)) return undefined;
      this.#waste(worst, nowMs);
      instead = { ...worst, why: 'too many handshakes' };
    }
    this.#waiting.delete(best.key);
    best.sinceMs = nowMs;
    this.#underWay.set(best.key, best);
    return { key: best.key, instead };
  }

  /** Those who have said nothing, or waited, for too long. A handshake has a limit of its own, in TLS. */
  overdue(nowMs: number): readonly TurnedAway[] {
    const late: Guest[] = [];
    for (const room of [this.#silent, this.#waiting]) {
      for (const guest of room.values()) {
        if (nowMs - guest.sinceMs < this.#limits.timeoutMs) break;
        late.push(guest);
      }
    }
    for (const guest of late) this.#waste(guest, nowMs);
    return late.map((guest) => ({ ...guest, why: 'no handshake in time' }));
  }

  /** It is known who it is. */
  known(key: string, nowMs: number): void {
    const guest = this.#underWay.get(key);
    this.#underWay.delete(key);
    if (guest !== undefined) this.#remember(guest.origin, -1, nowMs);
  }

  /** The connection is gone. Whoever has said nothing only looked whether somebody listens, as machined does every few seconds. */
  left(key: string, nowMs: number): void {
    this.#silent.delete(key);
    const guest = this.#waiting.get(key) ?? this.#underWay.get(key);
    if (guest !== undefined) this.#waste(guest, nowMs);
  }

  #waste(guest: Guest, nowMs: number): void {
    for (const room of [this.#silent, this.#waiting, this.#underWay]) room.delete(guest.key);
    this.#remember(guest.origin, Math.max(0, this.#wastedBy(guest.origin, nowMs)) + 1, nowMs);
  }

  #remember(origin: string, count: number, atMs: number): void {
    for (const origins of [this.#wasted, this.#known]) origins.delete(origin);
    const origins = count < 0 ? this.#known : this.#wasted;
    origins.set(origin, { count, atMs });
    if (origins.size <= ORIGINS) return;
    const [oldest] = origins.keys();
    origins.delete(oldest!);
  }

  #wastedBy(origin: string, nowMs: number): number {
    const { count, atMs } = this.#known.get(origin) ?? this.#wasted.get(origin) ?? { count: 0, atMs: nowMs };
    return count * 0.5 ** ((nowMs - atMs) / HALF_LIFE_MS);
  }

  /** Who waits of the origin that has wasted the least; of several, who has waited for longest. */
  #first(nowMs: number): Guest | undefined {
    let best: Guest | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    const seen = new Set<string>();
    for (const guest of this.#waiting.values()) {
      if (seen.has(guest.origin)) continue;
      seen.add(guest.origin);
      const wasted = this.#wastedBy(guest.origin, nowMs);
      if (wasted < fewest) [best, fewest] = [guest, wasted];
    }
    return best;
  }

  /**
   * The guests, oldest first, of the origin that has wasted the most; of several, of the one that has the most here. Of equals who waits
   * goes last come, so that the others keep what they have waited for; of those under way the first has had its time.
   */
  #worst(room: ReadonlyMap<string, Guest>, nowMs: number): readonly [Guest, ...Guest[]] {
    let worst: readonly Guest[] = [];
    let most = Number.NEGATIVE_INFINITY;
    for (const [origin, guests] of Map.groupBy(room.values(), (guest) => guest.origin)) {
      const wasted = this.#wastedBy(origin, nowMs);
      if (wasted < most) continue;
      const more = guests.length - worst.length;
      if (wasted === most && (more < 0 || (more === 0 && room === this.#underWay))) continue;
      worst = guests;
      most = wasted;
    }
    return worst as readonly [Guest, ...Guest[]];
  }
}

/** Of whom an address is one of many: IPv6 is handed out by networks of 64 bits. */
export function originOf(address: string): string {
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length);
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const left = tail === undefined || tail === '' ? 0 : tail.split(':').length;
  const all =
    tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - left).fill('0'), ...tail.split(':')];
  return `${all.slice(0, 4).join(':')}::/64`;
}
