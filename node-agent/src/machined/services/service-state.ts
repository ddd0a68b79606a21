/**
 * One service's life as a pure state machine: what happened goes in, the next record comes out. The supervisor carries it out.
 *
 *     WAITING ──▶ STARTING ──▶ ACTIVE ──▶ STOPPING ──▶ STOPPED
 *        ▲            │           │
 *        └── FAILED ◀─┴───────────┘      (back-off, then again)
 */
import type { Health, ServiceDefinition, ServiceId, ServiceState, ServiceStatus } from '../machine/types.ts';

export interface ServiceRecord {
  readonly id: ServiceId;
  readonly dependsOn: readonly ServiceId[];
  readonly container: boolean;
  readonly state: ServiceState;
  readonly health: Health;
  readonly message: string;
  /** Starts after a failure, since the node booted. One that was asked for is none, as systemd counts. */
  readonly restarts: number;
  /** All starts since the node booted: tells one run from the next. */
  readonly starts: number;
  readonly sinceMs: number;
  readonly pid: number;
  /** Failures in a row; forgotten once the service was stable. */
  readonly failures: number;
  /** Not started again before this time; monotonic. */
  readonly retryAtMs: number;
  /** Monotonic. */
  readonly activeSinceMs: number | undefined;
}

/** When something happened: by the wall clock for people, by the monotonic one for what is waited for. */
export interface Moment {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

export type Occurrence =
  | { readonly kind: 'blocked'; readonly message: string }
  | { readonly kind: 'starting' }
  | { readonly kind: 'spawned'; readonly pid: number }
  | { readonly kind: 'start-failed'; readonly message: string }
  | { readonly kind: 'healthy' }
  | { readonly kind: 'unhealthy'; readonly message: string }
  | { readonly kind: 'exited'; readonly message: string }
  | { readonly kind: 'stopping'; readonly message: string }
  | { readonly kind: 'stopped'; readonly message: string };

export interface BackoffPolicy {
  readonly firstMs: number;
  readonly maxMs: number;
  /** Active for this long: the failures before are forgotten. */
  readonly stableMs: number;
}

/** The first restart is quick, since most crashes are single; the bound keeps a broken service from eating the node. */
export const defaultBackoff: BackoffPolicy = { firstMs: 500, maxMs: 30_000, stableMs: 60_000 };

export const newRecord = (
  { id, dependsOn, container }: Pick<ServiceDefinition, 'id' | 'dependsOn' | 'container'>,
  nowMs: number,
): ServiceRecord => ({
  id,
  dependsOn,
  container: container === true,
  state: 'WAITING',
  health: 'UNKNOWN',
  message: '',
  restarts: 0,
  starts: 0,
  sinceMs: nowMs,
  pid: 0,
  failures: 0,
  retryAtMs: 0,
  activeSinceMs: undefined,
});

/** Ms to wait after the n-th failure in a row (n ≥ 1). Never above the bound, never shrinking. */
export const backoffMs = (failures: number, policy: BackoffPolicy): number =>
  Math.min(policy.maxMs, policy.firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)));

const failed = (record: ServiceRecord, message: string, at: Moment, policy: BackoffPolicy): ServiceRecord => {
  const stable = record.activeSinceMs !== undefined && at.monotonicMs - record.activeSinceMs >= policy.stableMs;
  const failures = stable ? 1 : record.failures + 1;
  const wait = backoffMs(failures, policy);
  return {
    ...record,
    state: 'FAILED',
    health: 'UNHEALTHY',
    message: `${message}; started again in ${(wait / 1000).toFixed(1)} s`,
    sinceMs: at.wallMs,
    pid: 0,
    failures,
    retryAtMs: at.monotonicMs + wait,
    activeSinceMs: undefined,
  };
};

export const advance = (
  record: ServiceRecord,
  occurrence: Occurrence,
  at: Moment,
  policy: BackoffPolicy,
): ServiceRecord => {
  const { wallMs: nowMs, monotonicMs } = at;
  switch (occurrence.kind) {
    case 'blocked':
      return record.state === 'WAITING' && record.message === occurrence.message && record.pid === 0
        ? record
        : { ...record, state: 'WAITING', health: 'UNKNOWN', message: occurrence.message, sinceMs: nowMs, pid: 0 };
    case 'starting':
      return { ...record, state: 'STARTING', health: 'UNKNOWN', message: 'preparing', sinceMs: nowMs, pid: 0 };
    case 'spawned':
      return {
        ...record,
        message: 'started, not healthy yet',
        pid: occurrence.pid,
        starts: record.starts + 1,
        restarts: record.failures > 0 ? record.restarts + 1 : record.restarts,
      };
    case 'start-failed':
    case 'exited':
      return failed(record, occurrence.message, at, policy);
    case 'healthy': {
      if (record.state === 'STARTING') {
        return {
          ...record,
          state: 'ACTIVE',
          health: 'HEALTHY',
          message: '',
          sinceMs: nowMs,
          activeSinceMs: monotonicMs,
        };
      }
      if (record.state !== 'ACTIVE' || record.health === 'HEALTHY') return record;
      return { ...record, health: 'HEALTHY', message: '', sinceMs: nowMs };
    }
    case 'unhealthy':
      // A running program is left running: killing an etcd that has lost its quorum, or a kubelet whose containerd is
      // slow, makes things worse. Whoever waits for health has a deadline of its own.
      if (record.state !== 'ACTIVE') return { ...record, message: occurrence.message };
      return record.health === 'UNHEALTHY' && record.message === occurrence.message
        ? record
        : {
            ...record,
            health: 'UNHEALTHY',
            message: occurrence.message,
            sinceMs: record.health === 'UNHEALTHY' ? record.sinceMs : nowMs,
          };
    case 'stopping':
      return { ...record, state: 'STOPPING', health: 'UNKNOWN', message: occurrence.message, sinceMs: nowMs };
    case 'stopped':
      return {
        ...record,
        state: 'STOPPED',
        health: 'UNKNOWN',
        message: occurrence.message,
        sinceMs: nowMs,
        pid: 0,
        failures: 0,
        retryAtMs: 0,
        activeSinceMs: undefined,
      };
  }
};

export const toStatus = (record: ServiceRecord): ServiceStatus => ({
  id: record.id,
  state: record.state,
  health: record.health,
  message: record.message,
  restarts: record.restarts,
  sinceMs: record.sinceMs,
  pid: record.pid,
  dependsOn: record.dependsOn,
  container: record.container,
});

/**
 * Ids so that each comes after what it depends on; among equals the order of registration holds. Stopping goes the other
 * way round, so what is registered first (etcd) stops last.
 *
 * Errors: a dependence on what is not registered, or a circle, both named.
 */
export const startOrder = (
  services: readonly { readonly id: ServiceId; readonly dependsOn: readonly ServiceId[] }[],
): readonly ServiceId[] => {
  const byId = new Map(services.map((service) => [service.id, service]));
  const done = new Set<ServiceId>();
  const visit = (id: ServiceId, path: readonly ServiceId[]): void => {
    if (done.has(id)) return;
    if (path.includes(id)) throw new Error(`services depend on one another in a circle: ${[...path, id].join(' → ')}`);
    const service = byId.get(id);
    if (service === undefined) throw new Error(`service ${path.at(-1)} depends on ${id}, which is not registered`);
    for (const dependence of service.dependsOn) visit(dependence, [...path, id]);
    done.add(id);
  };
  for (const service of services) visit(service.id, []);
  return [...done];
};
