/** What a change of configuration costs the node. Pure; the table is the documentation. */
import { canonicalJson } from './canonical.ts';
import { joinPath } from './issue.ts';
import { KIND_FIELDS, type PublicDocuments, type SubmittedDocuments } from './kinds.ts';

export type Disruption = 'NONE' | 'SERVICE_RESTART' | 'REBOOT';

export interface DisruptionRule {
  /** Field of NodeDocuments and below; the longest rule that fits a changed field counts. */
  readonly path: readonly string[];
  readonly disruption: Disruption;
  readonly restarts: readonly string[];
}
const none = (...path: string[]): DisruptionRule => ({ path, disruption: 'NONE', restarts: [] });
const reboot = (...path: string[]): DisruptionRule => ({ path, disruption: 'REBOOT', restarts: [] });
const restart = (services: readonly string[], ...path: string[]): DisruptionRule => ({
  path,
  disruption: 'SERVICE_RESTART',
  restarts: services,
});

export const DISRUPTION_RULES: readonly DisruptionRule[] = [
  reboot('system'),
  none('system', 'sysctls'), // written at once
  none('system', 'allowDebug'), // asked with each debug container; one that runs ends when it is taken back
  none('network'), // resolv.conf and hosts are rewritten in place
  reboot('cluster'),
  none('cluster', 'controlPlanes'), // the balancer and apid follow the list as it changes
  restart(['kubelet'], 'kubelet'),
  none('registry'), // containerd reads hosts.toml with each pull
  reboot('trust'),
  none('trust', 'osCA'), // apid follows its files, streams of what stays accepted go on
  none('trust', 'acceptedOSCAs'),
  none('trust', 'join'),
  none('trust', 'deniedSerials'),
  none('trust', 'digestKey'),
  none('trust', 'bootstrapToken'), // only used by a node that has no certificate yet
];

export interface ConfigChange {
  /** `KubeletConfig.spec.extraConfig.maxPods`; never a value. */
  readonly path: string;
  readonly disruption: Disruption;
  readonly restarts: readonly string[];
}
export interface ConfigImpact {
  /** The worst of the changes. */
  readonly disruption: Disruption;
  /** Services that restart, each once, sorted; also those of a change that needs a reboot anyway. */
  readonly restarts: readonly string[];
  readonly changes: readonly ConfigChange[];
}

const RANK: Readonly<Record<Disruption, number>> = { NONE: 0, SERVICE_RESTART: 1, REBOOT: 2 };

/** Trust is compared only when both carry it. */
export function impactOf(
  previous: SubmittedDocuments | PublicDocuments,
  next: SubmittedDocuments | PublicDocuments,
): ConfigImpact {
  const changes: ConfigChange[] = [];
  for (const [kind, field] of Object.entries(KIND_FIELDS)) {
    const before = (previous as SubmittedDocuments)[field];
    const after = (next as SubmittedDocuments)[field];
    if (field === 'trust' && (before === undefined || after === undefined)) continue;
    for (const path of changedPaths(before, after, [])) {
      const rule = ruleFor([field, ...path]);
      changes.push({
        path: joinPath(kind, ['spec', ...path]),
        disruption: rule.disruption,
        restarts: rule.restarts,
      });
    }
  }
  return {
    disruption: changes.reduce<Disruption>((worst, { disruption: d }) => (RANK[d] > RANK[worst] ? d : worst), 'NONE'),
    restarts: [...new Set(changes.flatMap((change) => change.restarts))].sort(),
    changes,
  };
}

function ruleFor(path: readonly string[]): DisruptionRule {
  let found: DisruptionRule | undefined;
  for (const rule of DISRUPTION_RULES) {
    if (rule.path.every((name, i) => name === path[i]) && rule.path.length > (found?.path.length ?? 0)) found = rule;
  }
  return found ?? { path, disruption: 'REBOOT', restarts: [] }; // a field without a rule: the one that is always right
}

/** Down to scalars and lists; a list counts as one value. */
function changedPaths(before: unknown, after: unknown, path: readonly string[]): (readonly string[])[] {
  if (isMap(before) && isMap(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => changedPaths(before[name], after[name], [...path, name]));
  }
  return canonicalJson(before) === canonicalJson(after) ? [] : [path];
}
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
