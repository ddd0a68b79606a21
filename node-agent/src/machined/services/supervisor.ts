/**
 * Keeps the node's services running: one loop for each, which is the only writer of its record (service-state.ts decides,
 * this file does). machined has no other way to start a program that lives on.
 */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@talos/lib/control/clock.ts';
import type {
  RunningProcess,
  ServiceDefinition,
  ServiceEvent,
  ServiceId,
  ServiceStatus,
  Supervisor,
} from '../machine/types.ts';
import type { LogFile } from './logs.ts';
import type { BackoffPolicy, Occurrence, ServiceRecord } from './service-state.ts';
import { advance, defaultBackoff, newRecord, startOrder, toStatus } from './service-state.ts';

/** Thrown by `prepare` for what is not wrong, only not yet (etcd before bootstrap): the service waits, nothing has failed. */
export class NotYetError extends Error {
  override readonly name = 'NotYetError';
}

/** Thrown by `stop` for what must not be stopped; says why, and what to do instead. */
export class MustRunError extends Error {
  override readonly name = 'MustRunError';
}

/** A minute. Until then, and so as long as a trial boot is judged, a service that hangs is seen sooner. */
const SETTLED_AFTER = 12;

/** Changes that are kept for each service: a dozen turns of one that crashes again and again. */
const HISTORY = 50;

export interface SupervisorOptions {
  readonly clock: Clock;
  readonly openLog: (id: ServiceId) => LogFile;
  /** Each change of a service's state or health, for the event bus and the log. */
  readonly onChange: (status: ServiceStatus, previous: ServiceStatus) => void;
  readonly backoff?: BackoffPolicy;
  /** Ms between health checks: until the first success, then, and once SETTLED_AFTER of them went well one after the other. */
  readonly pollMs?: { readonly starting: number; readonly active: number; readonly settled: number };
  readonly checkTimeoutMs?: number;
}

interface Entry {
  readonly definition: ServiceDefinition;
  readonly log: LogFile;
  record: ServiceRecord;
  process: RunningProcess | undefined;
  /** What the loop is to do at its next turn; a running loop is woken by aborting `turn`. 'hold' stops until told otherwise, 'stop' for good. */
  intent: 'run' | 'restart' | 'hold' | 'stop';
  readonly history: ServiceEvent[];
  dropped: number;
  turn: AbortController;
  notYet: boolean;
  loop: Promise<void> | undefined;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Guarantees: a service starts only when all it depends on are healthy (what becomes unhealthy later does not stop its
 * dependents); at most one process of a service at a time; after `stopAll` nothing starts again.
 * Assumptions: `RunningProcess.exited` settles once the program is gone.
 */
export const createSupervisor = (options: SupervisorOptions): Supervisor => {
  const { clock } = options;
  const backoff = options.backoff ?? defaultBackoff;
  const pollMs = options.pollMs ?? { starting: 250, active: 5_000, settled: 10_000 };
  const checkTimeoutMs = options.checkTimeoutMs ?? 5_000;
  const entries = new Map<ServiceId, Entry>();
  const watchers = new Set<() => void>();
  let stopping = false;

  const apply = (entry: Entry, occurrence: Occurrence): void => {
    const previous = entry.record;
    const at = { wallMs: clock.now(), monotonicMs: clock.monotonic() };
    entry.record = advance(previous, occurrence, at, backoff);
    if (entry.record === previous) return;
    if (
      previous.state !== entry.record.state ||
      previous.health !== entry.record.health ||
      previous.message !== entry.record.message
    ) {
      const { state, health, message, restarts, pid } = entry.record;
      entry.history.push({ timeMs: clock.now(), state, health, message, restarts, pid });
      if (entry.history.length > HISTORY) {
        entry.history.shift();
        entry.dropped += 1;
      }
      options.onChange(toStatus(entry.record), toStatus(previous));
    }
    for (const wake of [...watchers]) wake();
  };

  /** Resolves at the next change of any record, or when the signal fires. */
  const nextChange = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        watchers.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      watchers.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });

  const entryOf = (id: ServiceId): Entry => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`no service ${id}; there are ${[...entries.keys()].join(', ')}`);
    return entry;
  };

  const unmetOf = (entry: Entry): readonly ServiceId[] =>
    entry.definition.dependsOn.filter((id) => {
      const record = entries.get(id)?.record;
      return record?.state !== 'ACTIVE' || record.health !== 'HEALTHY';
    });

  const waitQuietly = (ms: number, signal: AbortSignal): Promise<void> =>
    clock.sleep(ms, signal).catch(() => undefined);

  /** SIGTERM, then SIGKILL when the grace is over (or the caller gives up waiting). */
  const terminate = async (entry: Entry, process: RunningProcess, signal?: AbortSignal): Promise<void> => {
    process.kill('SIGTERM');
    const cancel = new AbortController();
    const given = signal === undefined ? cancel.signal : AbortSignal.any([cancel.signal, signal]);
    const gone = await Promise.race([
      process.exited.then(() => true),
      waitQuietly(entry.definition.stopGraceMs, given).then(() => false),
    ]);
    cancel.abort();
    if (!gone) {
      process.kill('SIGKILL');
      await process.exited;
    }
  };

  const watchHealth = async (entry: Entry, signal: AbortSignal): Promise<void> => {
    let wellInARow = 0;
    while (!signal.aborted) {
      const timeout = new AbortController();
      const checkSignal = AbortSignal.any([signal, timeout.signal]);
      const failure = await Promise.race([
        entry.definition.checkHealth(checkSignal).then(
          () => undefined,
          (error: unknown) => reasonOf(error),
        ),
        clock.sleep(checkTimeoutMs, checkSignal).then(
          () => `health check gave no answer within ${checkTimeoutMs} ms`,
          () => new Promise<string>(() => undefined),
        ),
        aborted(signal),
      ]);
      timeout.abort();
      if (signal.aborted) return;
      apply(entry, failure === undefined ? { kind: 'healthy' } : { kind: 'unhealthy', message: failure });
      wellInARow = failure === undefined ? wellInARow + 1 : 0;
      const pace = entry.record.state !== 'ACTIVE' ? 'starting' : wellInARow < SETTLED_AFTER ? 'active' : 'settled';
      await waitQuietly(pollMs[pace], signal);
    }
  };

  /** From start to exit of one process. */
  const runOnce = async (entry: Entry, turn: AbortSignal): Promise<void> => {
    // What only waits is looked at every second: it must not flicker between two states, an event for each.
    if (!entry.notYet) apply(entry, { kind: 'starting' });
    try {
      await entry.definition.prepare(turn);
      if (turn.aborted) return;
      if (entry.notYet) apply(entry, { kind: 'starting' });
      entry.notYet = false;
      entry.process = await entry.definition.start(entry.log);
    } catch (error) {
      if (turn.aborted) return;
      entry.notYet = error instanceof NotYetError;
      if (error instanceof NotYetError) {
        apply(entry, { kind: 'blocked', message: error.message });
        await waitQuietly(1_000, turn);
      } else {
        apply(entry, { kind: 'start-failed', message: reasonOf(error) });
      }
      return;
    }
    const process = entry.process;
    apply(entry, { kind: 'spawned', pid: process.pid });
    const watching = new AbortController();
    const health = watchHealth(entry, AbortSignal.any([watching.signal, turn]));
    const ended = await Promise.race([process.exited, aborted(turn)]);
    watching.abort();
    if (ended === undefined) {
      apply(entry, { kind: 'stopping', message: entry.intent === 'restart' ? 'restart asked for' : 'stop asked for' });
      await terminate(entry, process);
    } else {
      const how = ended.signal === null ? `exit code ${ended.code}` : `signal ${ended.signal}`;
      apply(entry, { kind: 'exited', message: `ended with ${how}` });
    }
    await health;
    await process.logged;
    entry.log.flush();
    entry.process = undefined;
  };

  const runLoop = async (entry: Entry): Promise<void> => {
    for (;;) {
      if (entry.turn.signal.aborted && entry.intent !== 'stop') entry.turn = new AbortController();
      if (entry.intent === 'stop') {
        apply(entry, { kind: 'stopped', message: '' });
        return;
      }
      if (entry.intent === 'hold') {
        apply(entry, { kind: 'stopped', message: `stopped on demand; osctl service start ${entry.definition.id}` });
        await aborted(entry.turn.signal);
        continue;
      }
      if (entry.intent === 'restart') {
        apply(entry, { kind: 'stopped', message: 'restarting' });
        entry.intent = 'run';
      }
      const turn = entry.turn.signal;
      const waitMs = entry.record.retryAtMs - clock.monotonic();
      if (waitMs > 0) {
        await waitQuietly(waitMs, turn);
        continue;
      }
      const unmet = unmetOf(entry);
      if (unmet.length > 0) {
        apply(entry, { kind: 'blocked', message: `waiting for ${unmet.join(', ')}` });
        await nextChange(turn);
        continue;
      }
      await runOnce(entry, turn);
      // A definition whose steps all settle at once must not starve the other loops.
      await setImmediate();
    }
  };

  const changeable = (id: ServiceId): Entry => {
    if (stopping) throw new Error(`service ${id} can't be started or stopped: the node is on its way down`);
    return entryOf(id);
  };

  /** Waits for a start after the first `before` of them to end well. */
  const up = async (entry: Entry, before: number, signal: AbortSignal): Promise<ServiceStatus> => {
    const { id } = entry.definition;
    for (;;) {
      signal.throwIfAborted();
      const { record, intent } = entry;
      if (intent === 'hold') throw new Error(`service ${id} was stopped before it was up`);
      if (record.starts > before || intent === 'run') {
        if (record.starts > before && record.state === 'ACTIVE' && record.health === 'HEALTHY') return toStatus(record);
        if (record.state === 'FAILED') throw new Error(`service ${id} did not come up: ${record.message}`);
        if (record.state === 'WAITING' && record.message !== '') {
          throw new Error(`service ${id} can't start yet: ${record.message}`);
        }
      }
      await nextChange(signal);
    }
  };

  const wake = (entry: Entry, intent: Entry['intent']): void => {
    if (entry.intent === 'stop') return;
    entry.intent = intent;
    entry.turn.abort();
  };

  return {
    register(definition) {
      if (entries.has(definition.id)) throw new Error(`service ${definition.id} is registered twice`);
      entries.set(definition.id, {
        definition,
        log: options.openLog(definition.id),
        record: newRecord(definition, clock.now()),
        process: undefined,
        intent: 'run',
        history: [],
        dropped: 0,
        turn: new AbortController(),
        notYet: false,
        loop: undefined,
      });
    },
    startAll() {
      startOrder([...entries.values()].map((entry) => entry.definition));
      for (const entry of entries.values()) entry.loop ??= runLoop(entry);
    },
    list: () => [...entries.values()].map((entry) => toStatus(entry.record)),
    get: (id) => {
      const entry = entries.get(id);
      return entry === undefined ? undefined : toStatus(entry.record);
    },
    history: (id) => {
      const { history, dropped } = entryOf(id);
      return { events: [...history], dropped };
    },
    async start(id, signal) {
      const entry = changeable(id);
      const { intent, record } = entry;
      if (intent === 'run' && record.state === 'ACTIVE') return toStatus(record);
      // One that is on its way up is only waited for.
      const before = intent === 'run' && record.state !== 'FAILED' ? -1 : record.starts;
      if (intent === 'hold') wake(entry, 'run');
      else if (record.state === 'FAILED') wake(entry, 'restart');
      return up(entry, before, signal);
    },
    async stop(id, signal) {
      const entry = changeable(id);
      const { mustRun } = entry.definition;
      if (mustRun !== undefined) throw new MustRunError(`service ${id} is not stopped: ${mustRun}`);
      if (entry.intent !== 'hold') wake(entry, 'hold');
      while (entry.record.state !== 'STOPPED') {
        signal.throwIfAborted();
        await nextChange(signal);
        if (entry.intent !== 'hold') throw new Error(`service ${id} was told to ${entry.intent} before it had stopped`);
      }
      return toStatus(entry.record);
    },
    async restart(id, signal) {
      const entry = changeable(id);
      const before = entry.record.starts;
      wake(entry, 'restart');
      return up(entry, before, signal);
    },
    async stopAll(signal, onProgress) {
      stopping = true;
      const order = startOrder([...entries.values()].map((entry) => entry.definition)).toReversed();
      // Nothing may come back while the others are being stopped, nor may what has not started yet.
      for (const entry of entries.values()) {
        if (entry.process === undefined) wake(entry, 'stop');
      }
      for (const id of order) {
        const entry = entryOf(id);
        onProgress(id);
        if (entry.process !== undefined && entry.definition.beforeStop !== undefined) {
          apply(entry, { kind: 'stopping', message: 'making ready to stop' });
          await Promise.race([entry.definition.beforeStop(signal).catch(() => undefined), aborted(signal)]);
        }
        const giveUp = (): void => entry.process?.kill('SIGKILL');
        signal.addEventListener('abort', giveUp, { once: true });
        wake(entry, 'stop');
        if (signal.aborted) giveUp();
        await entry.loop;
        signal.removeEventListener('abort', giveUp);
        entry.log.close();
      }
    },
    async waitHealthy(signal) {
      while (unmet().length > 0) {
        signal.throwIfAborted();
        await nextChange(signal);
      }
    },
    unmet,
  };

  function unmet(): readonly string[] {
    return [...entries.values()]
      .filter(({ definition, record }) => definition.requiredForHealth && record.health !== 'HEALTHY')
      .map(({ record }) => `${record.id}: ${record.message === '' ? record.state.toLowerCase() : record.message}`);
  }
};

/** Resolves to undefined once the signal fires. */
const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
