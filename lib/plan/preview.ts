/** What a rollout is going to do, told before it does: the nodes in order, how long, and the hash that an approval is about. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@talos/crds/config/canonical.ts';
import type { Disruption } from '@talos/crds/config/disruption.ts';
import type { Machine } from '@talos/crds/machine.ts';
import type { Rollout, RolloutStatus } from '@talos/crds/rollout.ts';
import { clip } from './context.ts';
import type { DrainAhead } from './forecast/forecast.ts';
import { gateHash } from './turns/gate.ts';
import { describeOpening, expectedTurnMs, openingAt } from './turns/window.ts';
import type { ConfigPlan, NodeView, Plan, Role, Snapshot } from './types.ts';
import { budgetOf, limits, policyOf } from './wished/policy.ts';
import { type Pool, type Pools, poolBudget, poolsOf, targetOfNode } from './wished/pool.ts';

export type Preview = NonNullable<RolloutStatus['preview']>;

/**
 * Over what a person approves: the resolved targets, which nodes there are and what configuration each gets, and how they are gone
 * about. The same approval
 * holds as long as those do; what only pauses, or only keeps records, is no part of it.
 */
export function previewHash(
  machine: Machine,
  rollout: Rollout,
  nodes: readonly NodeView[],
  configs: ReadonlyMap<string, string>,
  pools: Pools,
): string {
  const { paused: _paused, historyLimit: _history, drift: _drift, ...policy } = policyOf(machine);
  const { windows = [], freezes = [], stages = [], gates = [] } = machine.spec.rollout ?? {};
  const about = {
    targets: rollout.spec.targets.map(({ pool, image, digest, configHash }) => [pool, image, digest, configHash]),
    skipNodes: (rollout.spec.skipNodes ?? []).toSorted(),
    nodes: nodes.map(({ name, uid }) => `${name}/${uid}/${configs.get(name) ?? ''}`).toSorted(),
    ...(pools.all.length === 0 ? {} : { pools: pools.all.map(aboutPool) }),
    policy: Object.entries(policy).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ...aboutTimes({ windows, freezes }),
    gates: gates.map(gateHash),
    stages: stages.map(({ nodes: part, pool, soak = '10m', approval, gates: own }) => [
      part,
      ...(pool === undefined ? [] : [{ pool }]),
      soak,
      ...(approval === 'Manual' ? [approval] : []),
      ...(own === undefined ? [] : [own]),
    ]),
  };
  return `sha256:${createHash('sha256').update(JSON.stringify(about)).digest('hex')}`;
}

type Times = Pick<NonNullable<Machine['spec']['rollout']>, 'windows' | 'freezes'>;

const aboutTimes = ({ windows = [], freezes = [] }: Times) => ({
  windows: windows.map(({ schedule, duration, timeZone = 'UTC' }) => [schedule, duration, timeZone]),
  freezes: freezes.map(({ from, to }) => [from, to]),
});

function aboutPool({ name, nodes, rollout, gates }: Pool): unknown {
  const { paused: _paused, windows, freezes, gates: _gates, ...rest } = rollout;
  const times = aboutTimes({ ...(windows && { windows }), ...(freezes && { freezes }) });
  return [name, nodes.map((node) => node.name).toSorted(), canonicalJson(rest), times, gates.map(gateHash)];
}

/** For the nodes that are still to do, in their order; undefined when there are none. */
export function previewOf(
  snapshot: Snapshot,
  rollout: Rollout,
  { order, config }: Pick<Plan, 'order' | 'config'>,
  now: number,
): Preview | undefined {
  const { machine, nodes, nodeStates } = snapshot;
  if (machine === undefined || order.length === 0) return undefined;
  const pools = poolsOf(snapshot.nodePools, nodes, policyOf(machine));
  const roles = new Map(nodes.map(({ name, role }) => [name, role]));
  const turnMs = (role: Role): number =>
    expectedTurnMs(
      nodeStates.flatMap(({ metadata, status }) =>
        status?.tookSeconds === undefined || roles.get(metadata.name) !== role ? [] : [status.tookSeconds],
      ),
      limits.turnGuessMs,
    );
  const impacts = impactsOf(rollout, nodes, order, config);
  const count = (role: Role): number =>
    order.filter((name) => roles.get(name) === role && impacts.get(name) === 'REBOOT').length;
  const gentle = order.filter((name) => impacts.get(name) !== 'REBOOT').length;
  const sideBySide = budgetOf(policyOf(machine), nodes.length);
  // A pool that is narrower than the Machine may be what takes longest.
  const turns = pools.all.map((pool) => {
    const left = pool.nodes.filter(({ name, role }) => role === 'worker' && impacts.get(name) === 'REBOOT').length;
    return Math.ceil(left / poolBudget(pool, nodes.length));
  });
  const ms =
    count('control-plane') * turnMs('control-plane') +
    Math.max(Math.ceil(count('worker') / sideBySide), ...turns) * turnMs('worker') +
    Math.ceil(gentle / sideBySide) * limits.configureGuessMs;
  return {
    hash: previewHash(machine, rollout, nodes, config.hashes, pools),
    nodes: order.length,
    disruption: disruptionOf([...impacts.values()]),
    order: order.slice(0, 64),
    seconds: Math.round(ms / 1_000),
    opens: clip(describeOpening(openingAt(machine.spec.rollout ?? {}, now)), 512),
    ...forecastOf(snapshot, rollout, order),
  };
}

/** Nodes that a forecast is about, and obstacles that a Rollout tells of. */
const FORECAST = 64;

/** The drains of the first nodes that are to have one, by the rules of their pools; none once one was begun: a look at every pod is nothing to do for each node. */
export function drainsAhead(snapshot: Snapshot, { rollout, order, config }: Plan): readonly DrainAhead[] {
  const { machine, nodePools, nodes } = snapshot;
  const current = snapshot.rollouts.find(({ metadata }) => metadata.name === rollout);
  if (machine === undefined || current === undefined || isBegun(snapshot, current)) return [];
  const impacts = impactsOf(current, nodes, order, config);
  const policy = policyOf(machine);
  const { ofNode } = poolsOf(nodePools, nodes, policy);
  const uids = new Map(nodes.map(({ name, uid }) => [name, uid]));
  return order
    .filter((name) => impacts.get(name) === 'REBOOT')
    .slice(0, FORECAST)
    .map((node) => ({ node, rules: (ofNode.get(uids.get(node) ?? '')?.policy ?? policy).drainRules }));
}

const isBegun = ({ machine, nodeStates }: Snapshot, { metadata }: Rollout): boolean =>
  (machine?.status?.inFlight ?? []).length > 0 ||
  nodeStates.some(({ spec }) => spec.operation?.rolloutName === metadata.name);

/** As far as it is about nodes that are still to do. */
function forecastOf(snapshot: Snapshot, rollout: Rollout, order: readonly string[]): Pick<Preview, 'forecast'> {
  const { forecast } = snapshot;
  if (forecast === undefined || isBegun(snapshot, rollout)) return {};
  const nodes = forecast.nodes.filter((name) => order.includes(name));
  if (nodes.length === 0) return {};
  const { time, pods } = forecast;
  const obstacles = forecast.obstacles.filter(({ node }) => nodes.includes(node));
  const more = obstacles.length - FORECAST;
  return {
    forecast: {
      time,
      nodes: nodes.length,
      pods,
      obstacles: obstacles.slice(0, FORECAST),
      ...(more > 0 ? { more } : {}),
    },
  };
}

/** What each of the nodes still to do is disturbed. */
function impactsOf(
  rollout: Rollout,
  nodes: readonly NodeView[],
  order: readonly string[],
  config: ConfigPlan,
): ReadonlyMap<string, Disruption> {
  const runs = (node: NodeView): boolean => node.agent?.digest === targetOfNode(rollout.spec, node)?.digest;
  const onImage = new Set(nodes.filter(runs).map(({ name }) => name));
  return new Map(
    order.map((name) => [
      name,
      onImage.has(name) ? (config.changes.get(name)?.impact.disruption ?? 'REBOOT') : 'REBOOT',
    ]),
  );
}

function disruptionOf(impacts: readonly Disruption[]): NonNullable<Preview['disruption']> {
  const count = (disruption: Disruption): number => impacts.filter((one) => one === disruption).length;
  return { none: count('NONE'), serviceRestart: count('SERVICE_RESTART'), reboot: count('REBOOT') };
}
