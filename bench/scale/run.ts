/** One rollout over many nodes: real kube-apiserver, etcd and operator, simulated nodes; and what it took. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlPlane } from '@talos/e2e/harness/control-plane.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { apply, find } from '@talos/lib/kube/apply.ts';
import { list } from '@talos/lib/kube/list.ts';
import { createCA } from '@talos/lib/trust/x509.ts';
import { MACHINES, NODE_STATES, ROLLOUTS } from '@talos/operator/src/resources.ts';
import { median, percentile } from '../statistics.ts';
import { SimulatedAgent, TIMES } from './agents.ts';
import { auditPolicy, countByRequest, kindOf, parseAudit } from './audit.ts';
import { each, SimulatedNodes } from './nodes.ts';
import { startOperator, USER } from './operator.ts';
import type { ScaleFigures } from './rows.ts';

export interface RunOptions {
  readonly nodes: number;
  /** As in Machine.spec.rollout. */
  readonly maxUnavailable: string;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

export interface RunResult {
  readonly figures: Omit<ScaleFigures, 'planMs'>;
  /** Requests of the operator by verb and resource, from the wish until the end. */
  readonly requests: ReadonlyMap<string, number>;
}

const PODS_PER_NODE = 10;
const STEADY_MS = 10_000;
/** What of a node's turn is its own; all else is waiting for us. */
export const NODE_MS = TIMES.stopMs + TIMES.downMs + TIMES.startMs + STEADY_MS;
const IDLE_MS = 60_000;
const SETTLE_MS = 10_000;
const REPOSITORY = 'osctl.dev/talos';
const RELEASES = {
  runs: { version: '1.0.0', digest: `sha256:${'1'.repeat(64)}` },
  wanted: { version: '2.0.0', digest: `sha256:${'2'.repeat(64)}` },
} as const;

/** Errors: the rollout halts, or has not ended in five times its ideal time; more nodes are under way than the budget allows. */
export async function runRollout(options: RunOptions): Promise<RunResult> {
  const { nodes: count, maxUnavailable, log } = options;
  const directory = await mkdtemp(join(tmpdir(), 'talos-scale-'));
  const living = new AbortController();
  const signal = AbortSignal.any([options.signal, living.signal]);
  const ends: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
  try {
    const audit = { policy: join(directory, 'policy.json'), log: join(directory, 'audit.log') };
    await writeFile(audit.policy, auditPolicy(USER));
    const plane = await startControlPlane({
      signal,
      apiserverArgs: [
        `--audit-policy-file=${audit.policy}`,
        `--audit-log-path=${audit.log}`,
        '--audit-log-mode=blocking-strict',
      ],
    });
    ends.push(() => plane.stop());
    const { transport } = plane;
    log(`${count} nodes with ${PODS_PER_NODE} pods each …`);
    const ca = await createCA({ commonName: 'OS CA', algorithm: 'ed25519', lifetimeMs: 86_400_000 });
    const places = Array.from({ length: count }, (_, index) => ({
      name: `node-${String(index + 1).padStart(4, '0')}`,
      address: `127.77.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    }));
    const nodes = new SimulatedNodes({ transport, nodes: places, podsPerNode: PODS_PER_NODE, signal });
    const agents = places.map(
      (place) => new SimulatedAgent({ ...place, ca, ...RELEASES, onReady: (name) => nodes.report(name) }),
    );
    ends.push(() => Promise.all(agents.map((agent) => agent.stop())));
    await each(agents, (agent) => agent.start());
    await nodes.start();

    const operator = await startOperator({ plane, directory, ca, signal });
    ends.push(() => operator.stop());
    const wish = (tag: string) =>
      apply(
        transport,
        MACHINES,
        {
          metadata: { name: 'cluster' },
          spec: {
            os: { image: `${REPOSITORY}:${tag}`, digest: tag === '1' ? RELEASES.runs.digest : RELEASES.wanted.digest },
            rollout: { maxUnavailable, verify: { steadyFor: `${STEADY_MS / 1_000}s` } },
          },
        },
        { signal, fieldManager: 'bench', force: true },
      );
    const phaseOf = async (tag: string): Promise<string | undefined> => {
      const rollouts = await list(transport, ROLLOUTS, { signal });
      return rollouts.find(({ spec }) => spec.os.image === `${REPOSITORY}:${tag}`)?.status?.phase;
    };
    const until = async (tag: string, boundMs: number, look: () => Promise<void>): Promise<void> => {
      const deadline = systemClock.monotonic() + boundMs;
      for (let phase = await phaseOf(tag); phase !== 'Completed'; phase = await phaseOf(tag)) {
        const blocked = async () =>
          JSON.stringify(
            (await find(transport, MACHINES, { name: 'cluster' }, { signal }))?.status?.blockedBy?.slice(0, 3),
          );
        if (phase === 'Halted') throw new Error(`the rollout is halted: ${await blocked()}`);
        if (systemClock.monotonic() > deadline) throw new Error(`the rollout is not done: ${await blocked()}`);
        await look();
        await systemClock.sleep(250, signal);
      }
    };

    log('the operator meets the nodes …');
    await wish('1');
    await until('1', 10 * 60_000, async () => {});
    log(`idle, ${IDLE_MS / 1_000} s …`);
    await systemClock.sleep(SETTLE_MS, signal);
    const cpuIdle = await cpuShare(operator.cpuMs, () => systemClock.sleep(IDLE_MS, signal));
    log(`idle: ${cpuIdle.toFixed(1)} % of a core, ${(await operator.rssMb()).toFixed(0)} MB`);

    const window = Math.max(1, Math.floor((count * Number.parseInt(maxUnavailable, 10)) / 100));
    const idealMs = Math.ceil(count / window) * NODE_MS;
    log(`the rollout, ${window} nodes at once; ideally ${idealMs / 1_000} s …`);
    const started = systemClock.monotonic();
    const startedAt = new Date(systemClock.now()).toISOString();
    let rolling: number | undefined;
    let told = started;
    let cpuBusy = Number.NaN;
    await wish('2');
    cpuBusy = await cpuShare(operator.cpuMs, () =>
      until('2', 5 * idealMs + 120_000, async () => {
        const status = (await find(transport, MACHINES, { name: 'cluster' }, { signal }))?.status;
        const flying = status?.inFlight?.length ?? 0;
        if (flying > window) throw new Error(`${flying} nodes are under way, ${window} may be`);
        const now = systemClock.monotonic();
        if (flying > 0) rolling ??= now;
        if (now - told < 15_000) return;
        told = now;
        const upgraded = agents.reduce((sum, { upgrades }) => sum + upgrades, 0);
        log(
          `${((now - started) / 1_000).toFixed(0)} s: ${upgraded} begun, ${flying} under way, ${status?.progress} told, ${(await operator.rssMb()).toFixed(0)} MB`,
        );
      }),
    );
    const ended = systemClock.monotonic();
    const twice = agents.filter(({ upgrades }) => upgrades !== 1).length;
    if (twice > 0) throw new Error(`${twice} nodes were upgraded another number of times than once`);

    const events = parseAudit(await readFile(audit.log, 'utf8')).filter(
      ({ requestReceivedTimestamp }) => requestReceivedTimestamp >= startedAt,
    );
    const kinds = Map.groupBy(events, kindOf);
    const perNode = (...of: readonly Parameters<typeof kinds.get>[0][]): number =>
      of.reduce((sum, kind) => sum + (kinds.get(kind)?.length ?? 0), 0) / count;
    const turns = (await list(transport, NODE_STATES, { signal })).map(
      ({ status }) => status?.tookSeconds ?? Number.NaN,
    );
    log(`turns: median ${median(turns)} s, p90 ${percentile(turns, 90)} s, longest ${Math.max(...turns)} s`);
    for (const [kind, of] of kinds) log(`${kind}: ${of.length}, ${(of.length / count).toFixed(2)} a node`);
    return {
      figures: {
        requestsPerNode: perNode('upgrade'),
        evictionsPerNode: perNode('eviction', 'eviction refused'),
        refusalsPerNode: perNode('eviction refused'),
        wallS: (ended - started) / 1_000,
        rollS: (ended - (rolling ?? started)) / 1_000,
        rollToIdeal: (ended - (rolling ?? started)) / idealMs,
        wallToIdeal: (ended - started) / idealMs,
        turnS: median(turns),
        rssMb: operator.peakRssMb(),
        cpuBusy,
        cpuIdle,
      },
      requests: countByRequest(events),
    };
  } finally {
    living.abort(new Error('the bench is over'));
    // The last that was started ends first.
    for (const end of ends.toReversed()) await end();
  }
}

/** Of one core, in per cent. */
async function cpuShare(cpuMs: () => Promise<number>, during: () => Promise<void>): Promise<number> {
  const from = { at: systemClock.monotonic(), cpu: await cpuMs() };
  await during();
  return ((await cpuMs()) - from.cpu) / ((systemClock.monotonic() - from.at) / 100);
}
