/** The operator as a whole: caches first, then the Lease, then the work of one term after the other. */
import { withChildSignal } from '@talos/lib/control/abort.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { createEventRecorder, type EventRecorder } from '@talos/lib/kube/events.ts';
import { LeaderElection, type Leadership } from '@talos/lib/kube/lease.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import type { Logger } from 'pino';
import type { Agents } from './cluster/agents.ts';
import { type Caches, createCaches } from './cluster/caches.ts';
import { LEASE, NAMESPACE } from './resources.ts';
import { type LoopOptions, runLoop } from './rollout/loop.ts';

/** What a leader has in one term. */
export interface Term<A extends Agents = Agents> {
  readonly epoch: number;
  readonly signal: AbortSignal;
  readonly agents: A;
  readonly events: EventRecorder;
  readonly caches: Caches;
}

export interface OperatorOptions<A extends Agents = Agents>
  extends Pick<LoopOptions, 'transport' | 'clock' | 'logger' | 'onStep' | 'onRound' | 'metrics'> {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The node that it runs on. */
  readonly node: string;
  /** The Lease's holder. At most one process may use it at a time. */
  readonly identity: string;
  readonly createAgents: (signal: AbortSignal) => A;
  /** What else a leader does; each runs until the term's signal aborts. */
  readonly duties?: readonly ((term: Term<A>) => Promise<void>)[];
  /** Called when the caches are warm, and on each change of leadership. */
  readonly onState?: (state: OperatorState) => void;
  readonly lease?: {
    readonly leaseDurationMs: number;
    readonly renewDeadlineMs: number;
    readonly retryPeriodMs: number;
  };
}

export type OperatorState = 'standby' | 'leading';

/** After handing over: long enough for a standby to take the Lease, which it asks for every 2 s. */
const HAND_OVER_PAUSE_MS = 20_000;

/**
 * Runs until the signal aborts, and releases the Lease then.
 *
 * Errors: a fault of the operator itself. It shall end then, and be started anew: all that it needs is stored.
 */
export async function runOperator<A extends Agents>(options: OperatorOptions<A>, signal: AbortSignal): Promise<void> {
  const { transport, clock, logger, node, onState } = options;
  const caches = createCaches({ transport, clock, logger });
  const election = new LeaderElection({
    transport,
    clock,
    logger,
    namespace: NAMESPACE,
    name: LEASE,
    identity: options.identity,
    ...options.lease,
  });
  await withChildSignal(signal, async (running, stop) => {
    const watching = caches.run(running).catch((error: unknown) => {
      stop(error);
      throw error;
    });
    const working = work(running);
    try {
      await Promise.all([watching, working]);
    } finally {
      stop(new Error('the operator stops'));
      await Promise.allSettled([watching, working]);
    }
  });

  async function work(running: AbortSignal): Promise<void> {
    try {
      await caches.synced(running);
      onState?.('standby');
      while (!running.aborted) {
        await election.run(lead, running);
        if (running.aborted) return;
        logger.info({ pauseMs: HAND_OVER_PAUSE_MS }, 'leadership handed over');
        await clock.sleep(HAND_OVER_PAUSE_MS, running);
      }
    } catch (error) {
      if (!running.aborted) throw error;
    }
  }

  async function lead({ signal: leading, epoch }: Leadership): Promise<void> {
    onState?.('leading');
    try {
      await withChildSignal(leading, async (term, end) => {
        const agents = options.createAgents(term);
        const handOver = () => end(new Error('leadership is handed over'));
        const log = logger.child({ epoch });
        const events = createEventRecorder({
          transport,
          clock,
          logger: log,
          signal: term,
          reportingController: 'osctl.dev/talos-operator',
          reportingInstance: node,
        });
        const { onStep, onRound, metrics } = options;
        const jobs = [
          runLoop(
            {
              transport,
              caches,
              agents,
              events,
              clock,
              logger: log,
              leader: { node, epoch },
              handOver,
              onStep,
              onRound,
              metrics,
            },
            term,
          ),
          ...(options.duties ?? []).map((duty) => duty({ epoch, signal: term, agents, events, caches })),
        ];
        try {
          await Promise.all(jobs);
        } finally {
          end(new Error('the term has ended'));
          await Promise.allSettled([...jobs, agents.stopped]);
        }
      });
    } finally {
      onState?.('standby');
    }
  }
}
