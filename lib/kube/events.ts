import type { Logger } from 'pino';
import type { Clock } from '../control/clock.ts';
import { create, mergePatch } from './apply.ts';
import { isNotFound } from './errors.ts';
import { apiVersion, type KubeObject, type ResourceType } from './objects.ts';
import { EVENTS, type Event } from './resources.ts';
import type { Transport } from './transport.ts';

export interface EventInput {
  readonly type: 'Normal' | 'Warning';
  /** Why, one CamelCase word: `RolloutHalted`. */
  readonly reason: string;
  /** What was done or tried, one CamelCase word: `Upgrade`. */
  readonly action: string;
  /** A sentence for people; cut to 1 kB. */
  readonly note: string;
}

export interface EventRecorder {
  /** Tells of something that happened to an object. Returns at once, never throws; an Event may be lost, by nature. */
  record(type: ResourceType, regarding: KubeObject, event: EventInput): void;
  /** Waits until what was recorded so far is written or given up. */
  flush(): Promise<void>;
}

export interface EventRecorderOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** `osctl.dev/talos-operator`. */
  readonly reportingController: string;
  /** This process: the pod's or the node's name. */
  readonly reportingInstance: string;
}

/** The same thing again within this time is the same Event's next occurrence (client-go's series window). */
const SERIES_MS = 6 * 60_000;
/** A running series is written at most so often. */
const SERIES_WRITE_MS = 60_000;
const MAX_SERIES = 1_000;
const MAX_PENDING = 200;

interface Series {
  readonly name: string;
  readonly namespace: string;
  count: number;
  /** Both monotonic. */
  last: number;
  written: number;
}

/**
 * Records Events of events.k8s.io/v1, one object a series: same object, type, reason, action and note within 6 minutes
 * only raise the count, so that a loop cannot flood etcd.
 */
export function createEventRecorder(options: EventRecorderOptions): EventRecorder {
  const { transport, clock, logger, signal } = options;
  const series = new Map<string, Series>();
  let pending = 0;
  let tail: Promise<void> = Promise.resolve();

  /** One after the other: an occurrence must not overtake its Event's creation. */
  function enqueue(work: () => Promise<unknown>): void {
    if (pending >= MAX_PENDING || signal.aborted) {
      logger.warn({ pending }, 'event dropped');
      return;
    }
    pending++;
    tail = tail
      .then(work)
      .catch((err) => logger.warn({ err }, 'event not written'))
      .then(() => {
        pending--;
      });
  }

  function forgetOld(now: number): void {
    for (const [key, entry] of series) {
      if (now - entry.last < SERIES_MS && series.size <= MAX_SERIES) return;
      series.delete(key);
    }
  }

  return {
    record(type, regarding, input) {
      const now = clock.monotonic();
      const wallMs = clock.now();
      const { metadata } = regarding;
      const key = JSON.stringify([type.kind, metadata.uid ?? metadata.name, input]);
      forgetOld(now);
      const known = series.get(key);
      if (known) {
        known.count++;
        known.last = now;
        // last seen last in the map, where forgetOld looks last
        series.delete(key);
        series.set(key, known);
        if (known.count > 2 && now - known.written < SERIES_WRITE_MS) return;
        known.written = now;
        enqueue(async () => {
          const occurrence = { count: known.count, lastObservedTime: microTime(wallMs) };
          try {
            await mergePatch(transport, EVENTS, known, { series: occurrence }, { signal });
          } catch (error) {
            // its time to live is over: the next one starts a new series
            if (isNotFound(error)) series.delete(key);
            throw error;
          }
        });
        return;
      }
      // cluster-scoped objects' Events live in `default`, where kubectl describe looks for them
      const namespace = metadata.namespace ?? 'default';
      const name = `${metadata.name.slice(0, 200)}.${wallMs.toString(16)}${Math.floor(Math.random() * 0xffffff).toString(16)}`;
      const started: Series = { name, namespace, count: 1, last: now, written: now };
      series.set(key, started);
      const body: Event = {
        metadata: { name, namespace },
        eventTime: microTime(wallMs),
        type: input.type,
        reason: input.reason.slice(0, 128),
        action: input.action.slice(0, 128),
        note: input.note.length > 1024 ? `${input.note.slice(0, 1020)}…` : input.note,
        reportingController: options.reportingController,
        reportingInstance: options.reportingInstance.slice(0, 128),
        regarding: {
          apiVersion: apiVersion(type),
          kind: type.kind,
          name: metadata.name,
          ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
          ...(metadata.uid !== undefined && { uid: metadata.uid }),
          ...(metadata.resourceVersion !== undefined && { resourceVersion: metadata.resourceVersion }),
        },
      };
      enqueue(async () => {
        try {
          await create(transport, EVENTS, body, { signal });
        } catch (error) {
          series.delete(key);
          throw error;
        }
      });
    },
    flush: () => tail,
  };
}

function microTime(now: number): string {
  return new Date(now).toISOString().replace(/Z$/, '000Z');
}
