/**
 * What the drain of each node would meet now: pods that their budgets do not let go, pods that wait or are lost, and pods that would
 * find no place elsewhere. A forecast of each node alone: when its turn comes, pods and budgets are others.
 */
import type { DrainRule } from '@talos/crds/machine.ts';
import type { ObstacleCode } from '@talos/crds/rollout.ts';
import { clip, iso } from '../context.ts';
import { ruleFor } from '../inflight/drain.ts';
import { describeResources } from '../objects/quantity.ts';
import type { BudgetView, PodView, Room } from '../objects/workload.ts';
import { describeBudget, passportOf } from './budgets.ts';
import { place } from './place.ts';

/**
 * BUDGET and TWO_BUDGETS hold a drain, WAITS until pods end by themselves; NO_ROOM lets pods wait for a place afterwards; NOT_REPLACED
 * and SCRATCH_LOST hold nothing: they say what goes.
 */
export interface Obstacle {
  readonly node: string;
  readonly code: ObstacleCode;
  readonly message: string;
}

export interface Workload {
  /** That must go from the nodes that the forecast is about. */
  readonly pods: readonly PodView[];
  readonly budgets: readonly BudgetView[];
  /** Every node. */
  readonly rooms: readonly Room[];
}

/** A drain that is to come, and the rules for it. */
export interface DrainAhead {
  readonly node: string;
  readonly rules: readonly DrainRule[];
}

export interface Forecast {
  /** When it was made. */
  readonly time: string;
  /** Those that it is about. */
  readonly nodes: readonly string[];
  /** Pods that would be evicted from them. */
  readonly pods: number;
  readonly obstacles: readonly Obstacle[];
}

export function forecast(drains: readonly DrainAhead[], workload: Workload, now: number): Forecast {
  const byNode = Map.groupBy(workload.pods, ({ node = '' }) => node);
  const told = drains.map((drain) => drainOf(drain, byNode.get(drain.node) ?? [], workload));
  return {
    time: iso(now),
    nodes: drains.map(({ node }) => node),
    pods: told.reduce((all, { pods }) => all + pods, 0),
    obstacles: told.flatMap(({ obstacles }) => obstacles),
  };
}

function drainOf(
  { node, rules }: DrainAhead,
  pods: readonly PodView[],
  { budgets, rooms }: Workload,
): { readonly pods: number; readonly obstacles: readonly Obstacle[] } {
  const obstacles: Obstacle[] = [];
  const say = (code: ObstacleCode, message: string) => obstacles.push({ node, code, message: clip(message, 512) });
  const inOrder = pods.toSorted((a, b) => (describe(a) < describe(b) ? -1 : 1));
  const waiting = inOrder.filter((pod) => ruleFor(pod, rules).action === 'WaitForCompletion');
  const evicted = inOrder.filter((pod) => ruleFor(pod, rules).action === 'Evict');

  const counted = new Map<BudgetView, PodView[]>();
  for (const pod of evicted) {
    const passport = passportOf(pod, budgets);
    if (passport.kind === 'counted') counted.set(passport.budget, [...(counted.get(passport.budget) ?? []), pod]);
    if (passport.kind === 'contested') {
      const names = passport.budgets.map(({ name }) => name).join(' and ');
      say(
        'TWO_BUDGETS',
        `${describe(pod)} can't be evicted: ${names} of ${pod.namespace} both protect it, one at most may`,
      );
    }
  }
  for (const [budget, protects] of counted) {
    if (budget.allowed === 0) say('BUDGET', `${list(protects)}: ${describeBudget(budget)}`);
  }
  if (waiting.length > 0) say('WAITS', `${list(waiting)}: the drain waits until it ends by itself`);
  const homeless = withoutPlace(
    evicted.filter(isReplaced),
    rooms.filter(({ name }) => name !== node),
  );
  if (homeless.length > 0) {
    const [first] = homeless;
    const asks = first === undefined ? '' : describeResources(first.needs.requests);
    const what = asks === '' ? '' : ` (the first asks for ${asks})`;
    say('NO_ROOM', `${list(homeless)}: no other node has place by requests, selectors and taints${what}`);
  }
  const lost = evicted.filter((pod) => !isReplaced(pod));
  if (lost.length > 0) say('NOT_REPLACED', `${list(lost)}: nobody makes it anew`);
  const scratch = evicted.filter((pod) => pod.scratch.length > 0);
  if (scratch.length > 0) say('SCRATCH_LOST', `${list(scratch)}: what is in its emptyDir ends with it`);
  return { pods: evicted.length, obstacles };
}

const isReplaced = ({ owner }: PodView): boolean => owner !== undefined;

/** Those that ask for most are placed first. */
function withoutPlace(pods: readonly PodView[], rooms: readonly Room[]): readonly PodView[] {
  const size = ({ needs }: PodView): number => (needs.requests['memory'] ?? 0) + (needs.requests['cpu'] ?? 0) * 2 ** 32;
  let left = rooms;
  const without: PodView[] = [];
  // What one found no place for, the next like it does not either: rooms only get smaller.
  const refused = new Set<string>();
  for (const pod of pods.toSorted((a, b) => size(b) - size(a))) {
    const shape = JSON.stringify(pod.needs);
    const next = refused.has(shape) ? undefined : place(pod.needs, left);
    if (next === undefined) {
      refused.add(shape);
      without.push(pod);
    } else left = next;
  }
  return without;
}

const describe = ({ namespace, name, owner }: PodView): string =>
  `${namespace}/${name}${owner === undefined ? '' : ` of ${owner}`}`;

/** The first few by name, and how many more. */
function list(pods: readonly PodView[]): string {
  const names = pods.slice(0, 3).map(describe).join(', ');
  return pods.length > 3 ? `${names} and ${pods.length - 3} more` : names;
}
