/** Observe, plan, do, tell; again on any change, at the latest when the plan says. */

import type { NodeState } from '@talos/crds/nodestate.ts';
import { withDeadline } from '@talos/lib/control/abort.ts';
import type { Clock } from '@talos/lib/control/clock.ts';
import { againAfter, Controller, type ControllerMetrics, type Reconcile } from '@talos/lib/control/reconciler.ts';
import type { EventRecorder } from '@talos/lib/kube/events.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { drainsAhead, gatesAsked, type Plan, plan, RenderMemo, type Snapshot } from '@talos/lib/plan/index.ts';
import { internalAddress } from '@talos/lib/plan/objects/node.ts';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Agents } from '../cluster/agents.ts';
import type { Caches } from '../cluster/caches.ts';
import { DrainedPods } from '../cluster/drained-pods.ts';
import { Forecasts } from '../cluster/forecasts.ts';
import { observe } from '../cluster/observe.ts';
import { SecretValues } from '../cluster/secrets.ts';
import { evaluate } from '../gates/evaluate.ts';
import { GateWatch } from '../gates/watch.ts';
import { createNotifier, type NotifierMetrics } from '../notify/notifier.ts';
import { Pace } from '../status/pace.ts';
import { tellDrift, teller, writePlanFailure, writeStatus } from '../status/writer.ts';
import { Evictions } from './drain.ts';
import type { Memory, Tools } from './executor.ts';
import { Round } from './round.ts';
import { type OnStep, runSteps, type StepMetrics } from './run-steps.ts';

/** What happened in one round, for metrics. */
export interface RoundReport {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly failures: number;
}

export interface LoopMetrics {
  readonly controller?: ControllerMetrics;
  readonly step?: StepMetrics;
  readonly notifier?: NotifierMetrics;
}

export interface LoopOptions {
  readonly transport: Transport;
  readonly caches: Caches;
  readonly agents: Agents;
  readonly events: EventRecorder;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The node that this operator runs on, and the epoch of its term. */
  readonly leader: { readonly node: string; readonly epoch: number };
  readonly handOver: () => void;
  readonly onStep?: OnStep | undefined;
  readonly onRound?: ((report: RoundReport) => void) | undefined;
  readonly metrics?: LoopMetrics | undefined;
}

/** There is one thing to reconcile: the cluster. */
const KEY = 'cluster';
/** After a write that met a newer object: the watch is about to show it. */
const OUTDATED_MS = 100;
/** No plan waits for longer; the clock may be set back while its steps are done. */
const LONGEST_WAIT_MS = 60_000;
/** Planning takes no more than a quarter of the time, with as many nodes as there are. */
const PAUSE_PER_PLAN = 3;
const LONGEST_PAUSE_MS = 1_000;
/** An agent that does not answer is given up after five seconds. */
const FIRST_LOOK_MS = 8_000;
/** A cluster that heals must not wait for minutes of back-off; ten seconds of it spare a struggling apiserver. */
const BACKOFF = { baseMs: 200, maxMs: 10_000, factor: 2, jitter: 0.2 } as const;

/** Where nobody asks for configuration, and nobody did, nodes' documents are their own. */
function asksForConfig({ machine, nodeConfigs, nodePools, nodeStates, rollouts }: Snapshot): boolean {
  return (
    machine?.spec.config !== undefined ||
    nodeConfigs.length > 0 ||
    nodePools.some(({ spec }) => spec.config !== undefined || spec.remove !== undefined) ||
    rollouts.some(({ spec }) => spec.layers !== undefined) ||
    nodeStates.some(({ spec }) => (spec.managed ?? []).length > 0)
  );
}

/** Runs for one term of leadership, until the signal aborts. Assumes that the caches have synced. */
export async function runLoop(options: LoopOptions, signal: AbortSignal): Promise<void> {
  const { transport, caches, agents, events, clock, logger, leader } = options;
  const memory: Memory = { resolution: undefined };
  const memo = new RenderMemo();
  const evictions = new Evictions(transport, clock);
  const pace = new Pace();
  const notifier = createNotifier({ transport, clock, logger, signal, metrics: options.metrics?.notifier });
  const secrets = new SecretValues(caches);
  const pods = new DrainedPods({ transport, clock, logger, signal, onChange: () => controller.enqueue(KEY) });
  const expressions = new PQueue({ concurrency: 1 });
  const gates = new GateWatch({
    clock,
    signal,
    evaluate: (gate, until) => evaluate(gate, { transport, clock, expressions }, until),
    onChange: () => controller.enqueue(KEY),
  });
  const forecasts = new Forecasts({
    transport,
    clock,
    logger,
    signal,
    nodes: () => caches.nodes.list(),
    onChange: () => controller.enqueue(KEY),
  });
  const tools: Tools = {
    transport,
    caches,
    pods,
    agents,
    evictions,
    events,
    clock,
    memory,
    secrets,
    handOver: options.handOver,
  };

  const reconcile: Reconcile = async (_key, context) => {
    const began = clock.monotonic();
    syncAgents();
    const resolution = memory.resolution;
    const learned = secrets.learned;
    const snapshot = observe(
      {
        caches,
        pods,
        agents,
        leader,
        resolution,
        secrets,
        gates: gates.readings(),
        forecast: forecasts.latest(),
        refusal: (uid) => evictions.refusal(uid),
      },
      clock.now(),
    );
    agents.attend((snapshot.machine?.status?.inFlight ?? []).map(({ node }) => node));
    agents.readConfig(asksForConfig(snapshot));
    notifier.sync(snapshot.machine);
    const now = clock.now();
    let decision: Plan;
    try {
      decision = plan(snapshot, now, memo);
    } catch (error) {
      const tell = (state: NodeState) => state.status ?? {};
      await writePlanFailure(new Round({ snapshot, transport, caches, signal: context.signal, tell }), error, now);
      throw error;
    }
    if (decision.gatesAfter !== undefined) {
      gates.attend(gatesAsked(snapshot), decision.gatesAfter);
    }
    forecasts.attend(drainsAhead(snapshot, decision));
    const planned = clock.monotonic();
    const rested = planned + Math.min(LONGEST_PAUSE_MS, PAUSE_PER_PLAN * (planned - began));
    const told = teller(snapshot, decision, now);
    const round = new Round({
      snapshot,
      transport,
      caches,
      signal: context.signal,
      tell(state) {
        const status = told(state);
        tellDrift(state, status, decision, events);
        pace.wrote(state.metadata.name, clock.monotonic());
        return status;
      },
    });
    const { failures, outdated } = await runSteps(decision, round, tools, {
      logger: context.logger,
      onStep: options.onStep,
      metrics: options.metrics?.step,
    });
    options.onRound?.({ snapshot, plan: decision, failures: failures.length });
    await clock.sleep(rested - clock.monotonic(), context.signal);
    if (outdated) return againAfter(OUTDATED_MS);
    // after writes the next round follows at once, and tells of a newer state
    const more = round.writes > 0 || memory.resolution !== resolution || secrets.learned !== learned;
    const stored = snapshot.rollouts.find(({ metadata }) => metadata.name === decision.rollout)?.status?.phase;
    const waitMs =
      stored === decision.phase
        ? pace.summaryIn(snapshot.machine?.status?.inFlight?.length ?? 0, clock.monotonic())
        : 0;
    const isDue = more ? waitMs === 0 && pace.isOverdue(clock.monotonic()) : waitMs === 0;
    if (failures.length > 0 || isDue) {
      pace.toldSummary(clock.monotonic());
      const delivery = notifier.delivery();
      await writeStatus(round, decision, { failures, now, events, delivery, pace, clock, tell: told });
    } else round.lookAgain(waitMs);
    if (failures[0] !== undefined) throw failures[0].error;
    return againAfter(
      more
        ? 0
        : Math.min(round.againMs, Math.min(LONGEST_WAIT_MS, Math.max(1_000, decision.nextCheckTime - clock.now()))),
    );
  };

  const controller = new Controller({
    name: 'rollout',
    reconcile,
    clock,
    logger,
    backoff: BACKOFF,
    timeoutMs: 300_000,
    ...(options.metrics?.controller === undefined ? {} : { metrics: options.metrics.controller }),
  });
  const syncAgents = () => {
    agents.sync(
      caches.nodes.list().flatMap((node) => {
        const address = internalAddress(node);
        const { name, uid } = node.metadata;
        return address === undefined || uid === undefined ? [] : [{ name, uid, address }];
      }),
    );
  };
  const stops = [caches.onChange(() => controller.enqueue(KEY)), agents.onChange(() => controller.enqueue(KEY))];
  try {
    syncAgents();
    // Else the first thing that a new leader told people would be that no agent answers.
    await withDeadline({ clock, ms: FIRST_LOOK_MS, what: 'the first look at all nodes', signal }, (limited) =>
      agents.asked(limited),
    ).catch((err) => logger.debug({ err }, 'not every node was asked'));
    controller.enqueue(KEY);
    await controller.run(signal);
  } finally {
    for (const stop of stops) stop();
    await gates.idle();
    await forecasts.idle();
  }
}
