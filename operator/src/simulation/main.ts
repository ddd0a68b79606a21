/**
 * `npm run sim`: the operator in a world of its own.
 *
 * `--seeds N` runs N seeds (`--from` the first) and names those that fail; `--seed S` tells the story of one.
 */
import { parseArgs } from 'node:util';
import { runSeed } from './run.ts';
import { replayOf, runSeeds } from './seeds.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
  },
});

/** Errors: what it is, where it is no number. */
function numberOf(name: 'seed' | 'seeds' | 'from', text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} ${text}: not a whole number from 0 to 999999999`);
  return Number(text);
}

if (values.seed !== undefined) {
  const { story, violations, phase } = await runSeed(numberOf('seed', values.seed), { told: true });
  for (const line of story) console.log(line);
  console.log(violations.length === 0 ? `seed ${values.seed}: ${phase}, nothing wrong` : violations.join('\n'));
  process.exitCode = violations.length === 0 ? 0 : 1;
} else {
  const start = performance.now();
  const summary = await runSeeds(numberOf('from', values.from), numberOf('seeds', values.seeds), (result) =>
    console.log(`seed ${result.seed}: ${result.violations.join('; ')}\n  ${replayOf(result.seed)}`),
  );
  const took = ((performance.now() - start) / 1_000).toFixed(1);
  const hours = (summary.seconds / 3_600).toFixed(0);
  console.log(`${values.seeds} seeds in ${took} s, ${hours} hours of the clusters' time: ${summary.phases}`);
  console.log(`${summary.failed.length} failed`);
  process.exitCode = summary.failed.length === 0 ? 0 : 1;
}
