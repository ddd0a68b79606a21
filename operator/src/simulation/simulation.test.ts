import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSeed } from './run.ts';
import { replayOf, runSeeds } from './seeds.ts';

/** What fits into a message. */
const LAST_LINES = 80;

test('1,000 seeds: nothing happens that must never happen', async () => {
  const { failed, phases } = await runSeeds(1, 1_000);
  for (const phase of ['Completed', 'Halted', 'Cancelled']) assert.match(phases, new RegExp(`${phase} \\d`));
  const [first] = failed;
  if (first === undefined) return;
  const { story } = await runSeed(first.seed, { told: true });
  const seeds = failed.map(({ seed }) => seed).join(', ');
  assert.fail(
    `${failed.length} seeds failed (${seeds}); the first one:\n${story.slice(-LAST_LINES).join('\n')}\n${first.violations.join('\n')}\nthe whole story: ${replayOf(first.seed)}`,
  );
});

test('a seed is the same each time, told or not', async () => {
  // one with much weather and many deaths
  const [first, second, silent] = [
    await runSeed(929, { told: true }),
    await runSeed(929, { told: true }),
    await runSeed(929),
  ];
  assert.ok(first.story.length > 100, first.story.join('\n'));
  assert.deepEqual(first.story, second.story);
  assert.deepEqual([silent.seconds, silent.phase, silent.violations], [first.seconds, first.phase, first.violations]);
});
