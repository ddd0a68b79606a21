import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '@talos/lib/control/clock.testing.ts';
import { lintStatus } from '@talos/lib/control/conditions.lint.ts';
import { Dice } from '../simulation/dice.ts';
import { Operators } from '../simulation/operators.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { Story } from '../simulation/story.ts';
import { World } from '../simulation/world.ts';

const CALM: Scenario = {
  controlPlanes: 1,
  workers: 1,
  rollout: {},
  image: 'osctl.dev/talos:1',
  config: undefined,
  workloads: [],
  weather: { lost: 0, unanswered: 0, late: 0, doubled: 0, refused: 0, slow: 0 },
  deaths: [],
  mischief: [],
};

test('an operator that cannot plan says so, and says no more of it when it can again', async () => {
  const book: { story?: Story } = {};
  const world = new World(CALM, new Dice(1), () => book.story ?? new Story(world.clock, false));
  book.story = new Story(world.clock, false);
  const operators = new Operators(world, [], false);
  const seconds = async (count: number): Promise<void> => {
    for (let second = 0; second < count; second++) {
      world.tick();
      operators.tick();
      await world.clock.advance(1_000);
    }
  };
  const told = () => {
    const machine = world.machine;
    assert.ok(machine);
    assert.deepEqual(lintStatus(machine), []);
    const ready = machine.status?.conditions?.find(({ type }) => type === 'Ready');
    return { reason: ready?.reason, blockedBy: machine.status?.blockedBy ?? [] };
  };
  await seconds(60);
  assert.equal(told().reason, 'UpToDate');

  // No apiserver would take it: it stands for whatever the planner was not made for.
  world.wish({ rollout: { verify: { steadyFor: 'whenever' } } });
  await seconds(30);
  const { reason, blockedBy } = told();
  assert.equal(reason, 'PlanFailed');
  assert.deepEqual(
    blockedBy.map(({ code, owner }) => ({ code, owner })),
    [{ code: 'PLAN_FAILED', owner: 'operator' }],
  );
  assert.match(blockedBy[0]?.message ?? '', /fails to plan.*: .*whenever.*\. Undo the last change/);
  const version = world.machine?.metadata;
  await seconds(20);
  assert.deepEqual(world.machine?.metadata, version, 'it is told once');

  world.wish({ rollout: { verify: null } });
  await seconds(60);
  assert.deepEqual(told(), { reason: 'UpToDate', blockedBy: [] });
  assert.deepEqual(operators.failures, []);
  operators.killAll();
  await settle(2);
});
