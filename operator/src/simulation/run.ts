/** One seed, from the first wish to its end. */
import { settle } from '@talos/lib/control/clock.testing.ts';
import { LEASES } from '@talos/lib/kube/resources.ts';
import { isMoving, wayOf } from '@talos/lib/plan/way.ts';
import { LEASE, NODE_STATES, ROLLOUTS } from '../resources.ts';
import { Dice } from './dice.ts';
import { Invariants } from './invariants.ts';
import { type Deeds, play } from './mischief.ts';
import { Operators } from './operators.ts';
import { isBadWish, type Scenario, scenarioOf } from './scenario.ts';
import { Story } from './story.ts';
import { World } from './world.ts';

export interface Result {
  readonly seed: number;
  readonly violations: readonly string[];
  /** Only when it was asked for. */
  readonly story: readonly string[];
  /** How it ended: the phase of the last rollout. */
  readonly phase: string;
  /** Of the world's time. */
  readonly seconds: number;
}

/** Without news for so long it is over. */
const QUIET_MS = 40_000;
/** What waits for somebody else may be tried again now and then; after so long nothing is. */
const HELD_MS = 150_000;
/** After the last mischief all must be over within this time, or wait for somebody who is named. */
const LIMIT_MS = 10 * 60_000;
/** For which a new operator is watched that has nothing to do. */
const SECOND_RUN_MS = 40_000;

export async function runSeed(seed: number, { told = false } = {}): Promise<Result> {
  const { random } = Math;
  const jitter = new Dice(seed ^ 0x5eed);
  // Back-off and jitter of the operator itself belong to the seed as well.
  Math.random = () => jitter.next();
  try {
    return await simulate(seed, told);
  } finally {
    Math.random = random;
  }
}

async function simulate(seed: number, told: boolean): Promise<Result> {
  const dice = new Dice(seed);
  const scenario = scenarioOf(dice);
  const book: { story?: Story } = {};
  const world = new World(scenario, dice, () => book.story ?? new Story(world.clock, false));
  const story = new Story(world.clock, told);
  book.story = story;
  story.tell('seed', () => `${seed}: ${JSON.stringify(scenario)}`);
  const deeds: Deeds = {
    opened: new Set(),
    deleted: new Set(),
    lost: new Set(),
    forgotten: false,
  };
  const invariants = new Invariants(world, deeds);
  const operators = new Operators(world, scenario.deaths, told);
  const { clock } = world;

  /** Runs the world, second by second, until `over` or for at most so long. */
  const run = async (limitMs: number, over: () => boolean): Promise<boolean> => {
    const end = clock.monotonic() + limitMs;
    while (clock.monotonic() < end && invariants.violations.length === 0) {
      world.tick();
      operators.tick();
      invariants.tick(isLed(world, operators));
      for (const error of operators.failures) invariants.violated(`an operator failed: ${(error as Error).stack}`);
      if (over()) return true;
      await clock.advance(1_000);
    }
    return false;
  };

  await run(60_000, () => phaseOf(world) === 'Completed');
  const begun = clock.monotonic();
  world.tell('a person', () => `wants ${scenario.image}, config ${scenario.config ?? 'none'}`);
  world.wish({ os: { image: scenario.image } });
  if (scenario.config !== undefined) world.wishConfig(scenario.config);
  for (const { at, mischief } of scenario.mischief) {
    await run(begun + at - clock.monotonic(), () => false);
    play(mischief, world, operators, deeds);
  }
  const calm = clock.monotonic() + 50_000;
  const quietMs = () => clock.monotonic() - Math.max(invariants.lastNews, calm - QUIET_MS);
  await run(LIMIT_MS, () => quietMs() >= (isAtEnd(world) ? QUIET_MS : HELD_MS));
  const ended = isAtEnd(world);
  if (invariants.violations.length === 0) {
    if (!ended && !isHeld(world)) invariants.violated('no end');
    const isHindered = hindered(scenario, deeds);
    if (!ended && !isHindered) invariants.violated('no end, and nothing that would keep it from one');
    if (phaseOf(world) === 'Halted' && !isBad(scenario) && !isHindered) {
      invariants.violated('halted, with nothing bad ever wished');
    }
  }
  if (ended && invariants.violations.length === 0) invariants.settled();
  // what is tried again at its time is not at rest
  const isAtRest = ended && world.all(NODE_STATES).every(({ status }) => status?.retryTime === undefined);
  if (isAtRest && invariants.violations.length === 0) {
    operators.killAll();
    const before = invariants.lastNews;
    await run(SECOND_RUN_MS, () => false);
    if (invariants.lastNews !== before) invariants.violated('a second run was not a no-op');
  }
  if (told) story.lines.push(...world.describe().map((line) => `              ${line}`));
  operators.killAll();
  await settle(2);
  const phase = phaseOf(world) ?? 'none';
  return { seed, violations: invariants.violations, story: story.lines, phase, seconds: clock.monotonic() / 1_000 };
}

function phaseOf(world: World): string | undefined {
  const name = world.machine?.status?.rollout;
  return world.all(ROLLOUTS).find(({ metadata }) => metadata.name === name)?.status?.phase;
}

/** Somebody holds the Lease, runs, and can reach the API. */
function isLed(world: World, operators: Operators): boolean {
  const lease = world.all(LEASES).find(({ metadata }) => metadata.name === LEASE);
  const holder = lease?.spec?.holderIdentity ?? '';
  return world.isApiUp && operators.wires.some((wire) => wire.name.endsWith(`@${holder}`));
}

function isAtEnd(world: World): boolean {
  const phase = phaseOf(world) ?? '';
  const moving = world.all(NODE_STATES).some(({ status }) => isMoving(wayOf(status ?? {})));
  const flying = (world.machine?.status?.inFlight ?? []).length > 0;
  return ['Completed', 'Halted', 'Cancelled'].includes(phase) && !moving && !flying;
}

/** Something that goes on for good, or so much that a node is left to a person after three turns. */
function hindered({ mischief }: Scenario, deeds: Deeds): boolean {
  const kinds = mischief.map(({ mischief }) => mischief);
  const isTight = kinds.some((one) => one.kind === 'tight-budget' && one.ms === Number.POSITIVE_INFINITY);
  // where pods may go is left to fewer nodes, and their budgets let none of them end before another has begun
  const isNarrow = kinds.some(({ kind }) => ['cordon', 'foreign-taint', 'remove-machine'].includes(kind));
  const blows = kinds.filter((one) => 'node' in one || one.kind === 'tight-budget' || one.kind === 'api-away').length;
  return deeds.lost.size > 0 || isTight || isNarrow || blows >= 3;
}

function isBad({ image, config, mischief }: Scenario): boolean {
  const wishes = mischief.flatMap(({ mischief: one }) =>
    one.kind === 'wish' ? [one.image] : one.kind === 'wish-config' ? [one.config] : [],
  );
  return [image, config, ...wishes].some((wish) => wish !== undefined && isBadWish(wish));
}

/** It waits, and says for whom. */
function isHeld(world: World): boolean {
  return (world.machine?.status?.blockedBy ?? []).some(({ owner }) => owner !== 'operator');
}
