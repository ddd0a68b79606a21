/** What a change would do, before anybody applies it: the planner is asked as if it had been. */
import type { Disruption } from '@talos/crds/config/index.ts';
import type { BlockedBy } from '@talos/crds/schema.ts';
import { forecast } from '../forecast/forecast.ts';
import { budgetView, Census, roomOf } from '../objects/workload.ts';
import { plan } from '../plan.ts';
import { drainsAhead, type Preview, previewOf } from '../preview.ts';
import type { Plan, Resolution, Snapshot } from '../types.ts';
import { wishedDigest } from '../wished/policy.ts';
import { wishOf } from '../wished/wish.ts';
import type { ClusterDump } from './dump.ts';
import { snapshotOf } from './snapshot.ts';

/** In place of a digest that only a registry knows. */
export const UNKNOWN_DIGEST = `sha256:${'0'.repeat(64)}`;

export interface Foreseen {
  /** As it will be called, unless the Machine is changed again before. */
  readonly rollout: string;
  readonly image: string;
  readonly digest?: string;
  /** How the digest is known: asked for, or by what the tag stood for in a former rollout. Without one nodes look it up then. */
  readonly digestOf?: string;
  /** Undefined when no node is touched. Its hash comes with the rollout: what is on the nodes themselves is part of it. */
  readonly preview: Omit<Preview, 'hash'> | undefined;
  readonly changes: readonly {
    readonly node: string;
    readonly disruption: Disruption;
    readonly restarts: readonly string[];
    readonly diff: string;
  }[];
  /** What it would wait for. */
  readonly blockedBy: readonly BlockedBy[];
}

/** `dump`: with the change; `before`: without it. Undefined where there is no Machine. */
export function foresee(dump: ClusterDump, before: ClusterDump, now: number): Foreseen | undefined {
  const { machine } = dump;
  if (machine === undefined) return undefined;
  const { snapshot, decision, digest } = begun(snapshotOf(dump, before), dump, now);
  const rollout = snapshot.rollouts.find(({ metadata }) => metadata.name === decision.rollout);
  if (rollout === undefined) return undefined;
  const ahead = drainsAhead(snapshot, decision);
  const census = new Census(ahead.map(({ node }) => node));
  for (const pod of dump.pods) census.count(pod, now);
  const rooms = dump.nodes.map((node) => roomOf(node, census.used.get(node.metadata.name)));
  const workload = { pods: census.pods, budgets: dump.budgets.map(budgetView), rooms };
  const told = { ...snapshot, forecast: forecast(ahead, workload, now) };
  const preview = previewOf(told, rollout, decision, now);
  const { hash: _, ...seen } = preview ?? { hash: '' };
  const changes = decision.order.flatMap((node) => {
    const change = decision.config.changes.get(node);
    if (change === undefined) return [];
    const { disruption, restarts } = change.impact;
    return [{ node, disruption, restarts, diff: change.diff() }];
  });
  return {
    rollout: rollout.metadata.name,
    image: rollout.spec.os.image,
    ...(digest === undefined ? {} : { digest: digest.value, digestOf: digest.of }),
    preview: preview === undefined ? undefined : (seen as Omit<Preview, 'hash'>),
    changes,
    blockedBy: decision.blockedBy.filter(({ owner }) => owner !== 'operator'),
  };
}

interface Digest {
  readonly value: string;
  readonly of: string;
}

/** The snapshot once the operator has made the rollout, if the wish needs one, and what it decides then. */
function begun(
  first: Snapshot,
  dump: ClusterDump,
  now: number,
): { readonly snapshot: Snapshot; readonly decision: Plan; readonly digest: Digest | undefined } {
  const digest = knownDigest(first);
  let snapshot: Snapshot = { ...first, resolution: resolutionOf(first, digest?.value ?? UNKNOWN_DIGEST, now) };
  let decision = plan(snapshot, now);
  const made = decision.steps.find((step) => step.type === 'create-rollout');
  if (made !== undefined) {
    const { name, spec } = made;
    const rollout = { apiVersion: 'osctl.dev/v1alpha1', kind: 'Rollout', metadata: { name }, spec } as const;
    snapshot = { ...snapshot, rollouts: [...dump.rollouts, rollout] };
    decision = plan(snapshot, now);
  }
  return { snapshot, decision, digest };
}

export function knownDigest({ machine, rollouts }: Snapshot): Digest | undefined {
  if (machine === undefined) return undefined;
  const asked = wishedDigest(machine.spec.os);
  if (asked !== undefined) return { value: asked, of: 'asked for' };
  const former = rollouts
    .filter(({ spec }) => spec.os.image === machine.spec.os.image && spec.targets[0]?.digest !== undefined)
    .toSorted((a, b) => a.spec.generation - b.spec.generation)
    .at(-1);
  const value = former?.spec.targets[0]?.digest;
  return value === undefined || former === undefined ? undefined : { value, of: former.metadata.name };
}

function resolutionOf(snapshot: Snapshot, digest: string, time: number): Resolution | undefined {
  const { machine } = snapshot;
  return machine === undefined ? undefined : { targetHash: wishOf(machine, snapshot).hash, node: '', digest, time };
}
