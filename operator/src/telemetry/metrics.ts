/** What the operator tells Prometheus of itself, all under talos_operator_. */
import type { ControllerMetrics } from '@talos/lib/control/reconciler.ts';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AgentsMetrics } from '../nodes/index.ts';
import type { NotifierMetrics } from '../notify/notifier.ts';

const PREFIX = 'talos_operator_';

/** Present state, read when it is scraped. Keys of the maps become label values, so they must be of a bounded set. */
export interface StateSource {
  /** How many nodes are in each phase of their way (Idle, Draining …). */
  nodesByPhase(): ReadonlyMap<string, number>;
  /** The phase of the rollout for the present wish. */
  rolloutPhase(): string | undefined;
  /** What is in the way. `since`: Unix time in milliseconds. */
  blockedBy(): readonly { readonly code: string; readonly owner: string; readonly since: number }[];
  /** When the operator's client certificate of the OS API ends, Unix time in milliseconds. */
  certificateEnd(): number | undefined;
}

export interface Metrics {
  readonly registry: Registry;
  /** Hooks of one controller. */
  controller(name: string): ControllerMetrics;
  readonly agents: AgentsMetrics;
  readonly notifier: NotifierMetrics;
  /** A step of the plan was executed. `result`: done, failed, conflict … */
  step(kind: string, result: string, ms: number): void;
  leader(isLeader: boolean): void;
  /** Replaces what is read at each scrape. */
  observe(source: StateSource): void;
}

const SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** Guarantees: a registry of its own; nothing is read but at a scrape; no label holds the name of a node or an object. */
export function createMetrics(info: { readonly version: string }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const reconciles = new Histogram({
    name: `${PREFIX}reconcile_duration_seconds`,
    help: 'Duration of reconciles by their result (done, again-after, retry, terminal).',
    labelNames: ['controller', 'result'] as const,
    buckets: SECONDS,
    registers,
  });
  const depth = new Gauge({
    name: `${PREFIX}queue_depth`,
    help: 'Keys that are ready and wait for a worker.',
    labelNames: ['controller'] as const,
    registers,
  });
  const waits = new Histogram({
    name: `${PREFIX}queue_wait_seconds`,
    help: 'How long keys waited from being ready to being taken.',
    labelNames: ['controller'] as const,
    buckets: SECONDS,
    registers,
  });
  const retries = new Counter({
    name: `${PREFIX}queue_retries_total`,
    help: 'Keys put back with back-off after a failure.',
    labelNames: ['controller'] as const,
    registers,
  });
  const steps = new Histogram({
    name: `${PREFIX}step_duration_seconds`,
    help: 'Duration of executed steps of the plan, by kind and result.',
    labelNames: ['kind', 'result'] as const,
    buckets: SECONDS,
    registers,
  });
  const calls = new Histogram({
    name: `${PREFIX}agent_call_duration_seconds`,
    help: 'Duration of calls to agents by method and gRPC status.',
    labelNames: ['method', 'code'] as const,
    buckets: SECONDS,
    registers,
  });
  const agentCount = new Gauge({
    name: `${PREFIX}agents`,
    help: 'Agents by whether they answer.',
    labelNames: ['reachable'] as const,
    registers,
  });
  const leader = new Gauge({
    name: `${PREFIX}leader`,
    help: '1 on the operator that holds the Lease, 0 on the others.',
    registers,
  });
  leader.set(0);
  const build = new Gauge({
    name: `${PREFIX}build_info`,
    help: 'Always 1; the version is in its label.',
    labelNames: ['version'] as const,
    registers,
  });
  build.set({ version: info.version }, 1);
  new Gauge({
    name: `${PREFIX}resident_memory_bytes`,
    help: 'Resident memory of the operator.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });

  const notifications = new Counter({
    name: `${PREFIX}notifications_total`,
    help: 'Attempts to send a notification to the webhook by their result (taken, refused, failed).',
    labelNames: ['result'] as const,
    registers,
  });
  const unsent = new Gauge({
    name: `${PREFIX}notifications_pending`,
    help: 'Notifications that the webhook has not taken yet.',
    registers,
  });

  let source: StateSource | undefined;
  new Gauge({
    name: `${PREFIX}nodes`,
    help: 'Nodes by the phase of their way through a rollout.',
    labelNames: ['phase'] as const,
    registers,
    collect() {
      this.reset();
      for (const [phase, count] of source?.nodesByPhase() ?? []) this.set({ phase }, count);
    },
  });
  new Gauge({
    name: `${PREFIX}rollout_phase`,
    help: '1 for the phase of the rollout for the present wish.',
    labelNames: ['phase'] as const,
    registers,
    collect() {
      this.reset();
      const phase = source?.rolloutPhase();
      if (phase !== undefined) this.set({ phase }, 1);
    },
  });
  new Gauge({
    name: `${PREFIX}blocked_by`,
    help: 'Why what does not progress does not, by code.',
    labelNames: ['code'] as const,
    registers,
    collect() {
      this.reset();
      for (const { code } of source?.blockedBy() ?? []) this.inc({ code });
    },
  });
  new Gauge({
    name: `${PREFIX}blocked_since_seconds`,
    help: 'Since when the longest of each code in blockedBy is there, Unix time; `owner` can remove it.',
    labelNames: ['code', 'owner'] as const,
    registers,
    collect() {
      this.reset();
      const longestLast = (source?.blockedBy() ?? []).toSorted((a, b) => b.since - a.since);
      for (const { code, owner, since } of longestLast) this.set({ code, owner }, since / 1000);
    },
  });
  new Gauge({
    name: `${PREFIX}client_certificate_not_after_seconds`,
    help: "When the operator's client certificate of the OS API ends, Unix time.",
    registers,
    collect() {
      const end = source?.certificateEnd();
      this.set(end === undefined ? Number.NaN : end / 1000);
    },
  });

  return {
    registry,
    controller(name) {
      const labels = { controller: name };
      depth.set(labels, 0);
      return {
        depth: (size) => depth.set(labels, size),
        waited: (ms) => waits.observe(labels, ms / 1000),
        retried: () => retries.inc(labels),
        reconciled: (result, ms) => reconciles.observe({ controller: name, result }, ms / 1000),
      };
    },
    agents: {
      called: (method, code, ms) => calls.observe({ method, code }, ms / 1000),
      reachable(count, total) {
        agentCount.set({ reachable: 'true' }, count);
        agentCount.set({ reachable: 'false' }, total - count);
      },
    },
    notifier: {
      notified: (result) => notifications.inc({ result }),
      pending: (count) => unsent.set(count),
    },
    step: (kind, result, ms) => steps.observe({ kind, result }, ms / 1000),
    leader: (isLeader) => leader.set(isLeader ? 1 : 0),
    observe(next) {
      source = next;
    },
  };
}
