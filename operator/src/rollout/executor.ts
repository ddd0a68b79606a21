/** What every executor is given. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { EventRecorder } from '@talos/lib/kube/events.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Resolution, Step } from '@talos/lib/plan/index.ts';
import type { Agents } from '../cluster/agents.ts';
import type { Caches } from '../cluster/caches.ts';
import type { DrainedPods } from '../cluster/drained-pods.ts';
import type { SecretValues } from '../cluster/secrets.ts';
import type { Evictions } from './drain.ts';
import type { Round } from './round.ts';

/** What one term of leadership knows beyond the stored objects; losing it costs a little time, nothing else. */
export interface Memory {
  resolution: Resolution | undefined;
}

export interface Tools {
  readonly transport: Transport;
  readonly caches: Caches;
  readonly pods: DrainedPods;
  readonly agents: Agents;
  readonly evictions: Evictions;
  readonly events: EventRecorder;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly secrets: SecretValues;
  /** Ends this term of leadership, so that a standby begins its own. */
  readonly handOver: () => void;
}

type StepOf<K extends Step['type']> = Extract<Step, { readonly type: K }>;

/**
 * Does one kind of step. Doing it again is the same as doing it once.
 * Errors: whatever kept it from being done; the next plan decides anew.
 */
export type Executor<K extends Step['type']> = (step: StepOf<K>, round: Round, tools: Tools) => Promise<void>;

export type Executors<K extends Step['type'] = Step['type']> = { readonly [T in K]: Executor<T> };
