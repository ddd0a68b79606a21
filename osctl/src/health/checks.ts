/** The cluster's checks: facts in, a report out. Pure. */
import { etcdChecks, kubernetesChecks } from './cluster-checks.ts';
import type { HealthFacts } from './facts.ts';
import { nodeChecks } from './node-checks.ts';
import { type HealthReport, worst } from './report.ts';

export function assess(facts: HealthFacts): HealthReport {
  const checks = [...nodeChecks(facts), ...etcdChecks(facts), ...kubernetesChecks(facts)];
  return {
    context: facts.context,
    time: new Date(facts.nowMs).toISOString(),
    state: worst(checks.map(({ state }) => state)),
    checks,
  };
}
