/** `npm run bench:scale`: what the operator asks and takes with a thousand nodes and more. Needs no Docker Engine. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@talos/lib/control/clock.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { describeCommit, describeMachine } from '../host.ts';
import { renderTable } from '../results.ts';
import { renderScale, type ScaleResults, withScale } from './docs.ts';
import { measurePlan } from './plan.ts';
import { PLANNED_NODES, scaleRows } from './rows.ts';
import { runRollout } from './run.ts';

const USAGE = `usage: npm run bench:scale -- [--nodes N] [--max-unavailable N%] [--docs] [--json]

A plan of 5,000 nodes; then a rollout over N nodes with ten pods each by the real operator, on a real kube-apiserver and etcd. Nodes
and pods are objects alone, agents are simulated with real TLS and gRPC. 1,000 nodes take about 10 minutes. The table goes to stdout,
progress to stderr. A bar that is missed does not make the command fail.

  --nodes N             nodes (default 1000); 0: only the plan
  --max-unavailable N%  of them at once (default 10%)
  --note TEXT           stands below the figures in the docs: why a bar was missed, say
  --docs                also write the figures into docs/benchmarks.md
  --render              measure nothing: write docs/benchmarks.md from the last results
  --json                print the results as JSON instead of the table`;

const RESULTS = join(projectRoot, 'bench', 'results', 'scale.json');
const DOCS = join(projectRoot, 'docs', 'benchmarks.md');

const log = (line: string): void => console.error(line);

async function writeDocs(results: ScaleResults): Promise<void> {
  await writeFile(DOCS, withScale(await readFile(DOCS, 'utf8'), renderScale(results)));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      nodes: { type: 'string', default: '1000' },
      'max-unavailable': { type: 'string', default: '10%' },
      note: { type: 'string', default: '' },
      docs: { type: 'boolean', default: false },
      render: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.render) {
    await writeDocs(JSON.parse(await readFile(RESULTS, 'utf8')) as ScaleResults);
    return;
  }
  const nodes = Number(values.nodes);
  const maxUnavailable = values['max-unavailable'];
  if (!Number.isInteger(nodes) || nodes < 0 || nodes > 10_000)
    throw new Error(`--nodes ${values.nodes}: a whole number up to 10000`);
  if (!/^([1-9]\d?|100)%$/.test(maxUnavailable))
    throw new Error(`--max-unavailable ${maxUnavailable}: a percentage, e.g. 10%`);
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new Error(`ended by ${name}`)));
  }
  const machine = await describeMachine('not used');
  const commit = await describeCommit(controller.signal);
  const planMs = measurePlan(PLANNED_NODES, log);
  const run = nodes === 0 ? undefined : await runRollout({ nodes, maxUnavailable, signal: controller.signal, log });
  const results: ScaleResults = {
    date: new Date(systemClock.now()).toISOString(),
    commit,
    command: ['npm run bench:scale', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
    machine,
    nodes,
    maxUnavailable,
    note: values.note,
    rows: scaleRows({ planMs, ...run?.figures }, nodes),
    requests: [...(run?.requests ?? [])],
  };
  await mkdir(dirname(RESULTS), { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  for (const [name, count] of results.requests) log(`${name}: ${(count / nodes).toFixed(2)} a node`);
  if (values.docs) await writeDocs(results);
  console.log(values.json ? JSON.stringify(results, null, 2) : renderTable({ rows: results.rows, leftOut: [] }));
}

try {
  await main();
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 1;
}
