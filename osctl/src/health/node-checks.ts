/** Checks of the nodes themselves, by what their agents say. Pure. */
import { age, duration } from '../output/units.ts';
import { certificates } from './certificates.ts';
import { disks } from './disks.ts';
import type { Answered, HealthFacts } from './facts.ts';
import { names } from './names.ts';
import { type Check, check, type Finding } from './report.ts';
import { services } from './services.ts';

/** Clocks that differ by more disturb leases and the validity of fresh certificates. */
const CLOCK_WARNING_MS = 1_000;
const CLOCK_FAILED_MS = 5_000;
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
    names(answered),
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
