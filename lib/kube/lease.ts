import type { Logger } from 'pino';
import { withChildSignal, withDeadline } from '../control/abort.ts';
import type { Clock } from '../control/clock.ts';
import { create, find, replace } from './apply.ts';
import { isAlreadyExists, isConflict } from './errors.ts';
import { LEASES, type Lease } from './resources.ts';
import type { Transport } from './transport.ts';

export interface LeaseOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly namespace: string;
  readonly name: string;
  /** Unique to this process, also across its restarts: the node's name and a random part. */
  readonly identity: string;
  /** How long others wait after the last renewal that they saw. Default 15 s. */
  readonly leaseDurationMs?: number;
  /** How long the leader goes on without a renewal; less than leaseDurationMs, or two may lead. Default 10 s. */
  readonly renewDeadlineMs?: number;
  /** Time between two tries. Default 2 s. */
  readonly retryPeriodMs?: number;
  readonly random?: () => number;
}

export interface Leadership {
  /** Aborts when leadership is lost or given up. All of a leader's work runs under it. */
  readonly signal: AbortSignal;
  /**
   * The fence: grows with every new leader (spec.leaseTransitions). Sent along with every outside effect, so that the
   * receiver can refuse a leader that does not know yet that it is one no more.
   */
  readonly epoch: number;
}

/** What is known of the Lease, and since when by our own clock: other nodes' clocks are not trusted. */
interface Observation {
  readonly lease: Lease;
  readonly at: number;
}

/**
 * Leads when the Lease lets it, one term after the other.
 *
 * Guarantees
 * - At most one leader at a time as far as clocks run at the same rate (their settings do not matter): the leader stops
 *   renewDeadlineMs after it last began a renewal that succeeded, others start leaseDurationMs after they last saw one.
 * - Beyond that, by fencing: each term has a larger epoch.
 * - On stop the Lease is released, so that a standby takes over within retryPeriodMs.
 */
export class LeaderElection {
  readonly #options: LeaseOptions;
  readonly #durationMs: number;
  readonly #deadlineMs: number;
  readonly #retryMs: number;
  #observed: Observation | undefined;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#durationMs = options.leaseDurationMs ?? 15_000;
    this.#deadlineMs = options.renewDeadlineMs ?? 10_000;
    this.#retryMs = options.retryPeriodMs ?? 2_000;
    if (!(this.#retryMs < this.#deadlineMs && this.#deadlineMs < this.#durationMs)) {
      throw new RangeError('lease: retryPeriodMs < renewDeadlineMs < leaseDurationMs must hold');
    }
  }

  /** Who holds the Lease as last seen; '' when nobody. */
  get holder(): string {
    return this.#observed?.lease.spec?.holderIdentity ?? '';
  }

  /**
   * Competes until the signal aborts, and calls `lead` for each term. When `lead` returns, the Lease is released and
   * the call returns; when leadership is lost, `lead` is aborted and, once it has settled, the competition goes on.
   *
   * Errors: those of `lead` that are not the consequence of lost leadership; the Lease is released first.
   */
  async run(lead: (leadership: Leadership) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const term = await this.#acquire(signal);
      if (!term) return;
      const lost = await this.#term(term, lead, signal);
      if (!lost) return;
    }
  }

  /** One term. True when it ended by losing the Lease. */
  async #term(
    term: { readonly epoch: number; readonly began: number },
    lead: (leadership: Leadership) => Promise<void>,
    parent: AbortSignal,
  ): Promise<boolean> {
    const { logger, identity } = this.#options;
    const log = logger.child({ epoch: term.epoch, identity });
    log.info('leadership acquired');
    let lost = false;
    try {
      await withChildSignal(parent, async (signal, abort) => {
        const renewing = this.#renew(term.began, signal).then((reason) => {
          if (signal.aborted) return;
          lost = true;
          log.warn({ reason }, 'leadership lost');
          abort(new Error(`leadership lost: ${reason}`));
        });
        try {
          await lead({ signal, epoch: term.epoch });
        } catch (error) {
          if (!signal.aborted) throw error;
        } finally {
          abort(new Error('the term has ended'));
          await renewing;
        }
      });
    } finally {
      if (!lost) await this.#release(log);
    }
    return lost;
  }

  /** Tries until it leads; undefined when stopped before. */
  async #acquire(signal: AbortSignal) {
    const { clock, logger, random = Math.random } = this.#options;
    while (!signal.aborted) {
      const began = clock.monotonic();
      try {
        const lease = await this.#tryAcquire(signal);
        if (lease) return { epoch: lease.spec?.leaseTransitions ?? 0, began };
      } catch (err) {
        if (signal.aborted) return undefined;
        logger.debug({ err }, 'lease not acquired, will be retried');
      }
      // jitter keeps candidates from trying in step
      await clock.sleep(this.#retryMs * (1 + 0.2 * random()), signal).catch(() => {});
    }
    return undefined;
  }

  async #tryAcquire(signal: AbortSignal): Promise<Lease | undefined> {
    const { transport, clock, namespace, name, identity } = this.#options;
    const current = await find(transport, LEASES, { namespace, name }, { signal });
    if (!current) {
      try {
        const spec = this.#spec(1);
        return this.#note(await create(transport, LEASES, { metadata: { namespace, name }, spec }, { signal }));
      } catch (error) {
        if (isAlreadyExists(error)) return undefined;
        throw error;
      }
    }
    const seen = this.#observe(current);
    const holder = current.spec?.holderIdentity ?? '';
    if (holder !== '' && holder !== identity) {
      const durationMs = (current.spec?.leaseDurationSeconds ?? 0) * 1000 || this.#durationMs;
      if (clock.monotonic() - seen.at < durationMs) return undefined;
    }
    // always a new epoch, also if the name in it is ours: an earlier term's effects may still be on their way
    const spec = this.#spec((current.spec?.leaseTransitions ?? 0) + 1);
    return this.#swap(current, spec, signal);
  }

  /** Renews until it can't any more, and says why. */
  async #renew(began: number, signal: AbortSignal): Promise<string> {
    const { clock, logger } = this.#options;
    let good = began;
    let last: unknown;
    while (!signal.aborted) {
      await clock.sleep(this.#retryMs, signal).catch(() => {});
      if (signal.aborted) break;
      const start = clock.monotonic();
      const left = good + this.#deadlineMs - start;
      if (left <= 0) return `not renewed for ${this.#deadlineMs} ms: ${last instanceof Error ? last.message : last}`;
      try {
        const outcome = await withDeadline({ clock, ms: left, what: 'renewal of the Lease', signal }, (limited) =>
          this.#renewOnce(limited),
        );
        if (outcome !== 'renewed') return outcome;
        good = start;
      } catch (err) {
        if (signal.aborted) break;
        last = err;
        logger.warn({ err }, 'lease not renewed, will be retried');
      }
    }
    return 'stopped';
  }

  async #renewOnce(signal: AbortSignal): Promise<'renewed' | string> {
    const { transport, namespace, name, identity } = this.#options;
    const known = this.#observed?.lease;
    const current = known ?? (await find(transport, LEASES, { namespace, name }, { signal }));
    if (!current) return 'the Lease was deleted';
    if (current.spec?.holderIdentity !== identity) return `taken by ${current.spec?.holderIdentity || 'nobody'}`;
    const renewed = await this.#swap(current, current.spec, signal);
    // someone touched it, or an earlier answer of ours was lost: look anew with the next try
    if (!renewed) throw new Error('the Lease changed under the renewal');
    return 'renewed';
  }

  /** Writes the spec with a fresh renewTime if the Lease is still as given. */
  async #swap(current: Lease, spec: NonNullable<Lease['spec']>, signal: AbortSignal): Promise<Lease | undefined> {
    const renewTime = microTime(this.#options.clock.now());
    try {
      return this.#note(
        await replace(this.#options.transport, LEASES, { ...current, spec: { ...spec, renewTime } }, { signal }),
      );
    } catch (error) {
      if (isConflict(error)) {
        this.#observed = undefined;
        return undefined;
      }
      // the write may have happened: read again before the next try
      if (this.holder === this.#options.identity) this.#observed = undefined;
      throw error;
    }
  }

  #spec(epoch: number): NonNullable<Lease['spec']> {
    const time = microTime(this.#options.clock.now());
    return {
      holderIdentity: this.#options.identity,
      leaseDurationSeconds: Math.ceil(this.#durationMs / 1000),
      leaseTransitions: epoch,
      acquireTime: time,
      renewTime: time,
    };
  }

  async #release(log: Logger): Promise<void> {
    const { transport, namespace, name, identity, clock } = this.#options;
    const at = { namespace, name };
    try {
      // with time of its own: we release because the caller's signal has aborted
      const ms = Math.min(5_000, this.#deadlineMs);
      const limit = { clock, ms, what: 'release of the Lease', signal: new AbortController().signal };
      await withDeadline(limit, async (signal) => {
        const current = await find(transport, LEASES, at, { signal });
        if (current?.spec?.holderIdentity !== identity) return;
        const renewTime = microTime(clock.now());
        const spec = { ...current.spec, holderIdentity: '', leaseDurationSeconds: 1, renewTime };
        this.#note(await replace(transport, LEASES, { ...current, spec }, { signal }));
        log.info('leadership released');
      });
    } catch (err) {
      log.warn({ err }, 'lease not released; it runs out by itself');
    }
  }

  /** Remembers when we first saw this state of the Lease. */
  #observe(lease: Lease): Observation {
    const known = this.#observed;
    if (known?.lease.metadata.resourceVersion === lease.metadata.resourceVersion) return known!;
    this.#observed = { lease, at: this.#options.clock.monotonic() };
    return this.#observed;
  }

  #note(lease: Lease): Lease {
    this.#observe(lease);
    return lease;
  }
}

function microTime(now: number): string {
  return new Date(now).toISOString().replace(/Z$/, '000Z');
}
