/** What a plan says of configuration, for the statuses that people read. */
import { type Block, type Context, clip, type Subject } from '../context.ts';
import { isConfigured, type Target, targetOf } from '../prepare.ts';
import type { ConfigChangePlan, ConfigPlan } from '../types.ts';
import { limits } from '../wished/policy.ts';
import { MACHINE_LAYER } from './layers.ts';
import { isDrifted, repairOf } from './settle.ts';
import { readConfig } from './wanted.ts';
import type { LayerFault } from './wish.ts';

export const NO_CONFIG: ConfigPlan = {
  behind: new Set(),
  changes: new Map(),
  drifted: new Map(),
  refused: new Map(),
  faults: new Map(),
  hashes: new Map(),
};

export function configPlan(
  context: Context,
  subjects: readonly Subject[],
  order: readonly Subject[],
  faults: ReadonlyMap<string, LayerFault>,
): ConfigPlan {
  const target = context.current === undefined ? undefined : targetOf(context, context.current);
  if (target === undefined) return { ...NO_CONFIG, faults };
  const changes = new Map<string, ConfigChangePlan>();
  for (const subject of order) {
    const wanted = target.wanted(subject);
    const config = readConfig(subject.node.agent);
    if (wanted.kind !== 'known' || config === undefined || wanted.rendered.hash === config.hash) continue;
    const { hash: configHash, impact } = wanted.rendered;
    changes.set(subject.node.name, { configHash, impact, diff: () => context.memo.diff(config, wanted.rendered) });
  }
  const behind = subjects.filter((subject) => !isConfigured(subject, target)).map(({ node }) => node.name);
  const drifted = subjects
    .filter((subject) => isDrifted(subject, target.rollout))
    .map((subject) => [subject.node.name, wordsOf(subject, target)] as const);
  return {
    behind: new Set(behind),
    changes,
    drifted: new Map(drifted),
    refused: new Map(
      subjects.flatMap((subject) => {
        const wanted = target.wanted(subject);
        return wanted.kind === 'refused' ? [[subject.node.name, wanted.message] as const] : [];
      }),
    ),
    faults,
    hashes: configHashes(subjects, target),
  };
}

/** Of every node that layers are for: the configuration that it is to have. */
export function configHashes(subjects: readonly Subject[], target: Target): ReadonlyMap<string, string> {
  return new Map(
    subjects.flatMap((subject) => {
      const wanted = target.wanted(subject);
      return wanted.kind === 'known' ? [[subject.node.name, wanted.rendered.hash] as const] : [];
    }),
  );
}

/** Which fields differ of those that layers say; never a value. */
function wordsOf(subject: Subject, target: Target): string {
  const wanted = target.wanted(subject);
  const { name } = subject.node;
  if (wanted.kind !== 'known') return `the configuration of ${name} was changed on the node`;
  const fields = wanted.rendered.impact.changes.map(({ path }) => path);
  if (fields.length === 0) {
    return `the configuration of ${name} was changed on the node, in fields that no layer is about: they are left as they are`;
  }
  const more = fields.length > 5 ? ` and ${fields.length - 5} more` : '';
  const how = `osctl config explain ${fields[0]} -n ${name}`;
  const repair = repairOf(subject, target);
  const what =
    repair === 'undone'
      ? '; it is undone in its turn'
      : repair === 'again'
        ? `; it was undone ${limits.repairs} times and is left now, until the wish changes`
        : '';
  return clip(`${fields.slice(0, 5).join(', ')}${more} of ${name} changed on the node${what}: ${how}`, 2048);
}

const FAULT_CODES = {
  Conflict: 'CONFIG_CONFLICT',
  Invalid: 'CONFIG_INVALID',
  SecretMissing: 'CONFIG_SECRET_MISSING',
} as const satisfies Record<LayerFault['reason'], string>;

export function faultBlocks(faults: ReadonlyMap<string, LayerFault>): readonly Block[] {
  return [...faults].map(([layer, { reason, message }]) => ({
    code: FAULT_CODES[reason],
    message: clip(
      `${layer === MACHINE_LAYER ? 'Machine.spec.config' : layer}: ${message}; what it said before stays in force`,
      2048,
    ),
    owner: 'user',
  }));
}
