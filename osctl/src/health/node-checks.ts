/** Checks of the nodes themselves, by what their agents say. Pure. */
import type { FileSystem, ServiceStatus } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { age, bytes, duration } from '../output/units.ts';
import type { HealthFacts, Lifetime, NodeAnswer, Seen } from './facts.ts';
import { type Check, check, type Finding } from './report.ts';

interface Answered extends NodeAnswer {
  readonly node: string;
}

/** Clocks that differ by more disturb leases and the validity of fresh certificates. */
const CLOCK_WARNING_MS = 1_000;
const CLOCK_FAILED_MS = 5_000;
/** A certificate renews itself at half of its life: this close to its end something keeps it from doing so. */
const LIFE_WARNING = 0.2;
const DISK_WARNING = 0.85;
const DISK_FAILED = 0.95;
/** Restarted so often since the boot and within this time again: it is crash-looping, or was until just now. */
const RESTARTS = 3;
const RESTART_WINDOW_MS = 600_000;
/** A boot that was turned back longer ago is history. */
const FAILED_BOOT_WINDOW_MS = 7 * 86_400_000;

export function nodeChecks(facts: HealthFacts): readonly Check[] {
  const answered = facts.nodes.flatMap(({ node, answer }): readonly Answered[] =>
    answer.seen ? [{ node, ...answer.value }] : [],
  );
  return [
    answers(facts, answered),
    stages(answered),
    services(answered, facts.nowMs),
    boots(answered, facts.nowMs),
    versions(answered),
    clocks(answered),
    certificates(facts, answered),
    disks(answered),
  ];
}

function answers(facts: HealthFacts, answered: readonly Answered[]): Check {
  return check(
    'nodes-answer',
    'nodes answer',
    `${answered.length} of ${facts.nodes.length}`,
    facts.nodes.flatMap(({ node, answer }): readonly Finding[] =>
      answer.seen
        ? []
        : [
            {
              state: 'failed',
              node,
              evidence: answer.why,
              action: 'see that it has power and network, and that it is asked at its address: osctl context show',
            },
          ],
    ),
  );
}

function stages(answered: readonly Answered[]): Check {
  return check(
    'node-stage',
    'nodes are up',
    'running',
    answered.flatMap(({ node, status }): readonly Finding[] => {
      const { stage, runningOperation: operation } = status;
      if (stage === 'RUNNING') return [];
      const why = operation === undefined ? '' : ` by ${operation.type} ${operation.id}`;
      return [
        {
          state: 'warning',
          node,
          evidence: `${stage.toLowerCase().replace('_', ' ')}${why}, ${duration(status.uptimeMs)} after its start`,
          action:
            operation === undefined
              ? `watch it: osctl -n ${node} events --follow`
              : `watch it: osctl -n ${node} operation watch ${operation.id}`,
        },
      ];
    }),
  );
}

function services(answered: readonly Answered[], nowMs: number): Check {
  const all = answered.flatMap(({ status }) => status.services);
  return check(
    'services',
    'services are healthy',
    `${all.length} services on ${answered.length} nodes`,
    answered.flatMap(({ node, status }): readonly Finding[] => {
      const sick = status.services.flatMap((service) => serviceFinding(node, service, nowMs));
      const told = status.unmet.filter((why) => !status.services.some(({ id }) => why.includes(id)));
      return [
        ...sick,
        ...told.map(
          (why): Finding => ({
            state: 'failed',
            node,
            evidence: why,
            action: `osctl -n ${node} events --tail 50`,
          }),
        ),
      ];
    }),
  );
}

function serviceFinding(node: string, service: ServiceStatus, nowMs: number): readonly Finding[] {
  const { id, state, health, restarts, sinceMs, message } = service;
  const why = message === '' ? '' : `: ${message}`;
  const logs = `osctl -n ${node} logs ${id} --tail 50`;
  if (state === 'FAILED' || health === 'UNHEALTHY') {
    const word = state === 'FAILED' ? 'failed' : 'unhealthy';
    const evidence = `${id} is ${word} for ${age(sinceMs, nowMs)}, restarted ${restarts} times${why}`;
    return [{ state: 'failed', node, evidence, action: `${logs}; then osctl -n ${node} service restart ${id}` }];
  }
  if (state === 'WAITING' || state === 'STARTING') {
    return [
      {
        state: 'warning',
        node,
        evidence: `${id} is ${state.toLowerCase()} for ${age(sinceMs, nowMs)}${why}`,
        action: logs,
      },
    ];
  }
  if (state === 'STOPPED') {
    return [
      { state: 'failed', node, evidence: `${id} is stopped${why}`, action: `osctl -n ${node} service start ${id}` },
    ];
  }
  if (restarts >= RESTARTS && sinceMs > 0 && nowMs - sinceMs < RESTART_WINDOW_MS) {
    const evidence = `${id} was restarted ${restarts} times, the last ${age(sinceMs, nowMs)} ago`;
    return [{ state: 'warning', node, evidence, action: logs }];
  }
  return [];
}

function boots(answered: readonly Answered[], nowMs: number): Check {
  return check(
    'boots',
    'boots are confirmed',
    'no trial under way, none turned back lately',
    answered.flatMap(({ node, status }): readonly Finding[] => {
      const findings: Finding[] = [];
      const trial = status.slots?.trial;
      if (trial !== undefined) {
        findings.push({
          state: 'warning',
          node,
          evidence: `slot ${trial.slot} is on trial by ${trial.operationId}, ${duration(trial.remainingMs)} left${trial.awaitsCaller ? ', and awaits its caller' : ''}`,
          action: `watch it: osctl -n ${node} operation watch ${trial.operationId}`,
        });
      }
      const failed = status.lastFailedBoot;
      if (failed !== undefined && nowMs - failed.timeMs < FAILED_BOOT_WINDOW_MS) {
        const last = failed.lastLines.at(-1);
        findings.push({
          state: 'warning',
          node,
          evidence: `${failed.version} was turned back ${age(failed.timeMs, nowMs)} ago: ${failed.cause}: ${failed.message}${last === undefined ? '' : ` (last line: ${last})`}`,
          action: `see what it printed: osctl -n ${node} failed-boot`,
        });
      }
      return findings;
    }),
  );
}

function versions(answered: readonly Answered[]): Check {
  const byDigest = Map.groupBy(answered, ({ version }) => `${version.version} ${version.digest}`);
  const groups = [...byDigest.values()].toSorted((a, b) => b.length - a.length);
  const common = groups[0]?.[0]?.version;
  return check(
    'versions',
    'nodes run one version',
    common === undefined ? 'no node tells' : `${common.version}, Kubernetes ${common.kubernetesVersion}`,
    groups.slice(1).flatMap((nodes) =>
      nodes.map(
        ({ node, version }): Finding => ({
          state: 'warning',
          node,
          evidence: `runs ${version.version} (${version.digest.slice(0, 19)}), most run ${common?.version} (${common?.digest.slice(0, 19)})`,
          action: 'is a rollout under way, or halted? osctl rollout status',
        }),
      ),
    ),
  );
}

function clocks(answered: readonly Answered[]): Check {
  const told = answered.flatMap(({ node, clock }) => (clock === undefined ? [] : [{ node, ...clock }]));
  const offsets = told.map(({ offsetMs }) => offsetMs).toSorted((a, b) => a - b);
  const median = offsets[Math.floor(offsets.length / 2)] ?? 0;
  const findings = told.flatMap(({ node, offsetMs, errorMs }): readonly Finding[] => {
    // From the other nodes, or where there is none to compare with, from this computer.
    const apart = told.length > 2 ? offsetMs - median : offsetMs;
    const sure = Math.max(0, Math.abs(apart) - errorMs);
    if (sure < CLOCK_WARNING_MS) return [];
    const from = told.length > 2 ? "the other nodes'" : "this computer's";
    return [
      {
        state: sure < CLOCK_FAILED_MS ? 'warning' : 'failed',
        node,
        evidence: `its clock is ${duration(Math.abs(apart))} ${apart < 0 ? 'behind' : 'ahead of'} ${from}`,
        action: 'mend its time: etcd and certificates depend on it; look at its time servers and their reach',
      },
    ];
  });
  const adrift = told
    .filter(({ synchronized }) => synchronized === false)
    .map(
      ({ node }): Finding => ({
        state: 'warning',
        node,
        evidence: 'nobody tells it the time: it drifts',
        action: `name time servers in its configuration that it reaches: osctl -n ${node} time`,
      }),
    );
  if (told.length === 0 && answered.length > 0) {
    return check('clocks', 'clocks agree', '', [
      { state: 'unknown', evidence: 'no node tells its time', action: 'upgrade the nodes to a version that does' },
    ]);
  }
  const spread = (offsets.at(-1) ?? 0) - (offsets[0] ?? 0);
  return check('clocks', 'clocks agree', `within ${duration(spread)}`, [...findings, ...adrift]);
}

function certificates(facts: HealthFacts, answered: readonly Answered[]): Check {
  const { client, nowMs } = facts;
  const own = ending(client, nowMs);
  const findings: Finding[] = [];
  if (own !== undefined) {
    findings.push({
      ...own,
      evidence: `the certificate of ${client.subject} (${client.role}), by which osctl asks, ${own.evidence}`,
      action: 'make a new one: osctl gen client --secrets FILE, then osctl context merge FILE',
    });
  }
  for (const { node, certificate } of answered) {
    const end = certificate && ending(certificate, nowMs);
    if (end === undefined) continue;
    findings.push({
      ...end,
      node,
      evidence: `its serving certificate ${end.evidence}`,
      action: `it should have renewed itself at half of its life: osctl -n ${node} logs machined --tail 200`,
    });
  }
  const ends = [client, ...answered.flatMap(({ certificate }) => certificate ?? [])].map((one) => one.notAfterMs);
  return check(
    'certificates',
    'certificates last',
    `the first ends in ${duration(Math.min(...ends) - nowMs)}`,
    findings,
  );
}

function ending(life: Lifetime, nowMs: number): Pick<Finding, 'state' | 'evidence'> | undefined {
  const left = life.notAfterMs - nowMs;
  if (left <= 0) return { state: 'failed', evidence: `ended ${duration(-left)} ago` };
  if (left > (life.notAfterMs - life.notBeforeMs) * LIFE_WARNING) return undefined;
  return { state: 'warning', evidence: `ends in ${duration(left)}` };
}

function disks(answered: readonly Answered[]): Check {
  const told = answered.flatMap(({ node, disks }) => (disks.seen ? disks.value.map((disk) => ({ node, disk })) : []));
  const findings = told.flatMap(({ node, disk }): readonly Finding[] => {
    const used = fullness(disk);
    if (used < DISK_WARNING) return [];
    const path = disk.mountPoints[0] ?? disk.source;
    const what =
      used > usedBytes(disk)
        ? `${disk.inodes - disk.inodesUsed} of ${disk.inodes} files left`
        : `${bytes(disk.availableBytes)} of ${bytes(disk.sizeBytes)} left`;
    return [
      {
        state: used < DISK_FAILED ? 'warning' : 'failed',
        node,
        evidence: `${path} is ${Math.floor(used * 100)} % full, ${what}`,
        action: `find what fills it: osctl -n ${node} du ${path} --depth 2`,
      },
    ];
  });
  const blind = answered.flatMap(({ node, disks }): readonly Finding[] => (disks.seen ? [] : [unseen(node, disks)]));
  const fullest = Math.max(0, ...told.map(({ disk }) => fullness(disk)));
  const summary = told.length === 0 ? '' : `the fullest is ${Math.floor(fullest * 100)} % full`;
  return check('disks', 'disks have space', summary, [...findings, ...blind]);
}

/** Of space or of files, whichever is nearer to its end; 0 to 1. */
function fullness(disk: FileSystem): number {
  return Math.max(usedBytes(disk), disk.inodes === 0 ? 0 : disk.inodesUsed / disk.inodes);
}
function usedBytes(disk: FileSystem): number {
  return disk.sizeBytes === 0 ? 0 : 1 - disk.availableBytes / disk.sizeBytes;
}

function unseen(node: string, { why }: Extract<Seen<unknown>, { seen: false }>): Finding {
  return { state: 'unknown', node, evidence: why, action: 'upgrade the node to a version that tells' };
}
