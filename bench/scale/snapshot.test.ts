import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Plan, plan, type Snapshot } from '@talos/lib/plan/index.ts';
import { MOMENTS, snapshotAt } from './snapshot.ts';

const NOW = Date.UTC(2026, 0, 2);

const stepsOf = ({ steps }: Plan): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(steps, ({ type }) => type)].map(([type, list]) => [type, list.length]));

test('each moment is one: the planner does there what belongs to it', () => {
  const plans = MOMENTS.map((moment) => plan(snapshotAt(moment, 100, NOW), NOW));
  assert.deepEqual(
    plans.map(({ phase }) => phase),
    ['Preparing', 'Progressing', 'Progressing', 'Completed'],
  );
  assert.deepEqual(plans.map(stepsOf).slice(1), [{ acquire: 10 }, { drain: 4, record: 3 }, {}]);
});

test('the work of a plan grows with the nodes, not with their square', () => {
  for (const moment of MOMENTS) {
    const [few, many] = [100, 400].map((nodes) => readsOf(snapshotAt(moment, nodes, NOW)));
    assert.ok(few !== undefined && many !== undefined && many <= 6 * few, `${moment}: ${few} reads, then ${many}`);
  }
});

/** How often a plan asks a node or a NodeState who it is: any search through all of them does. */
function readsOf(snapshot: Snapshot): number {
  let reads = 0;
  const counted = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key);
      },
    });
  plan({ ...snapshot, nodes: snapshot.nodes.map(counted), nodeStates: snapshot.nodeStates.map(counted) }, NOW);
  return reads;
}
