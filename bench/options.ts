/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { GROUPS, type Group } from './rows.ts';

export type Task = 'help' | 'measure' | 'render';

export interface Options {
  readonly task: Task;
  readonly groups: readonly Group[];
  /** Rounds of timings of whole processes, after the one that warms up. */
  readonly runs: number;
  readonly keep: boolean;
  readonly json: boolean;
  /** Write docs/benchmarks.md of this run. */
  readonly docs: boolean;
}

export const USAGE = `usage: npm run bench -- [--only NAME]… [--runs N] [--docs] [--keep] [--json]

Measures on a cluster of its own, named bench, which is removed at the end. The table goes to stdout, progress to stderr, the
results to bench/results/latest.json. A bar that is missed does not make the command fail.

  --only NAME  only these figures: ${GROUPS.join(', ')}; may be repeated
  --runs N     rounds of each timing of whole processes (default 15, at least 10)
  --docs       also write docs/benchmarks.md; not with --only
  --render     measure nothing: write docs/benchmarks.md from the last results
  --keep       leave the cluster running
  --json       print the results as JSON instead of the table`;

/** Errors: what is wrong, as a sentence. */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', multiple: true },
      runs: { type: 'string', default: '15' },
      docs: { type: 'boolean', default: false },
      render: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const groups = values.only ?? [...GROUPS];
  const unknown = groups.find((name) => !GROUPS.includes(name as Group));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: not among ${GROUPS.join(', ')}`);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 10 || runs > 1_000) {
    throw new Error(`--runs ${values.runs}: a whole number from 10 to 1000; a median of less says little`);
  }
  if (values.docs && values.only !== undefined) throw new Error('--docs needs all figures: leave out --only');
  return {
    task: values.help ? 'help' : values.render ? 'render' : 'measure',
    groups: GROUPS.filter((group) => groups.includes(group)),
    runs,
    keep: values.keep,
    json: values.json,
    docs: values.docs,
  };
}
