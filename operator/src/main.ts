/** The operator's process: wiring only. */
import { systemClock } from '@talos/lib/control/clock.ts';
import { returnMemory } from '@talos/lib/control/memory.ts';
import { inClusterAccess } from '@talos/lib/kube/access.ts';
import { createTransport } from '@talos/lib/kube/transport.ts';
import { pino } from 'pino';
import { loadIdentity, runControlPlaneLabeller, runKubeletCsrApprover, runRenewal } from './access/index.ts';
import { type Agents, createAgents } from './nodes/index.ts';
import { type OperatorState, runOperator } from './operator.ts';
import { optionsFrom } from './options.ts';
import { NAMESPACE } from './resources.ts';
import type { RoundReport } from './rollout/loop.ts';
import { createHeartbeat, createMetrics, startMetricsServer, startProbeServer } from './telemetry/index.ts';
import { VERSION } from './version.ts';

/** The longest wait of a plan is a minute, the longest round five. */
const ROUND_BOUND_MS = 10 * 60_000;
/** With many nodes a connection is made and ended ten times a second, of which V8 sees next to nothing. */
const GROWTH_BYTES = 16 << 20;
/** Below the chart's activeDeadlineSeconds. */
const UNINSTALL_WITHIN_MS = 4 * 60_000;

/** `uninstall` as its first argument: the chart's Job, once the operator is gone. */
async function runUninstall(): Promise<void> {
  const { uninstall } = await import('./uninstall.ts');
  const access = await inClusterAccess({ clock: systemClock });
  const transport = createTransport({ access, userAgent: `talos-operator/${VERSION}` });
  const signal = AbortSignal.timeout(UNINSTALL_WITHIN_MS);
  await uninstall({ transport, clock: systemClock, signal, log: (line) => process.stdout.write(`${line}\n`) });
  transport.close();
}

async function main(): Promise<void> {
  const options = optionsFrom(process.env);
  // `node` is the key of the node that a line is about
  const logger = pino({ level: options.logLevel, base: { instance: options.node } });
  const clock = systemClock;
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      logger.info({ signal: name }, 'stopping');
      stopping.abort(new Error(`stopped by ${name}`));
    });
  }

  returnMemory({ clock, signal, growthBytes: GROWTH_BYTES });
  const metrics = createMetrics({ version: VERSION });
  const heartbeat = createHeartbeat({ name: 'the rollout loop', clock, boundMs: ROUND_BOUND_MS });
  const last: { state: OperatorState | 'starting'; round: RoundReport | undefined } = {
    state: 'starting',
    round: undefined,
  };
  // The port is the node's, so holding it means that no other operator runs on this node: the Lease's holder can be
  // named after the node, and an operator that starts again after a reboot need not wait for its own Lease to end.
  const probe = await startProbeServer({
    address: options.probeAddress,
    stuck: () => heartbeat.stuck(),
    notReady: () => (last.state === 'starting' ? 'the caches have not synced yet' : undefined),
    signal,
  });

  const { serviceAccountDirectory, clientDirectory } = options;
  const access = await inClusterAccess({
    clock,
    ...(serviceAccountDirectory === undefined ? {} : { directory: serviceAccountDirectory }),
  });
  const transport = createTransport({ access, userAgent: `talos-operator/${VERSION}` });
  const identity = await loadIdentity({
    clock,
    logger,
    signal,
    ...(clientDirectory === undefined ? {} : { directory: clientDirectory }),
  });

  metrics.observe({
    nodesByPhase: () => countBy(last.round?.snapshot.nodeStates ?? [], ({ status }) => status?.phase ?? 'Idle'),
    rolloutPhase: () => last.round?.plan.phase,
    blockedBy: () =>
      (last.round?.plan.blockedBy ?? []).map(({ code, owner, since }) => ({ code, owner, since: Date.parse(since) })),
    certificateEnd: () => identity.validity().notAfter,
  });
  const { metricsPort: port } = options;
  const scraped =
    port === undefined
      ? undefined
      : await startMetricsServer({ port, registry: metrics.registry, transport, clock, signal });

  logger.info({ version: VERSION, probeAddress: probe.address, apiserver: access.server.href }, 'operator started');
  await runOperator<Agents>(
    {
      transport,
      clock,
      logger,
      node: options.node,
      identity: options.node,
      createAgents: (term) => createAgents({ identity, clock, logger, signal: term, metrics: metrics.agents }),
      metrics: { controller: metrics.controller('rollout'), step: metrics.step, notifier: metrics.notifier },
      onRound(round) {
        last.round = round;
        heartbeat.beat();
      },
      onState(state) {
        last.state = state;
        metrics.leader(state === 'leading');
        if (state === 'leading') heartbeat.beat();
        else {
          heartbeat.rest();
          // who leads now knows better
          last.round = undefined;
        }
      },
      duties: [
        ({ agents, events, signal }) =>
          runKubeletCsrApprover(
            { agents, transport, events, clock, logger, metrics: metrics.controller('kubelet-csr') },
            signal,
          ),
        ({ agents, caches, signal }) =>
          runControlPlaneLabeller(
            {
              nodes: caches.nodes,
              agents,
              transport,
              clock,
              logger,
              metrics: metrics.controller('control-plane-label'),
            },
            signal,
          ),
        ({ agents, signal }) =>
          runRenewal({ identity, agents, transport, namespace: NAMESPACE, clock, logger }, signal),
      ],
    },
    signal,
  );
  transport.close();
  await Promise.all([probe.closed, scraped?.closed]);
  logger.info('operator stopped');
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

try {
  await (process.argv[2] === 'uninstall' ? runUninstall() : main());
} catch (err) {
  // what it needs is stored: the kubelet starts it anew
  pino().fatal({ err }, 'operator failed');
  process.exitCode = 1;
  // timers and sockets of what has failed must not keep it
  setImmediate(() => process.exit());
}
