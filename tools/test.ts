/**
 * `npm test`: every test of the project, the fast ones first.
 *
 * Three stages, each only once the one before it is green: `unit` (pure, parallel), `integration` (real parts: apiserver, etcd,
 * Docker, the image), `e2e` (scenarios on one real cluster). `--only STAGE` runs one of them; names after `--` narrow it to
 * files whose path contains one of them.
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { CommandFailed, projectRoot, run } from './run.ts';

const STAGES = ['unit', 'integration', 'e2e'] as const;
type Stage = (typeof STAGES)[number];
/** No test is judged by its time; one that hangs is told by its name. */
const HANGS_AFTER_MS = { unit: 300_000, integration: 1_200_000 };

interface Selection {
  readonly stages: readonly Stage[];
  readonly names: readonly string[];
}

function parse(argv: readonly string[]): Selection {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(
      'usage: npm test -- [--only unit|integration|e2e] [NAME…]\n\nNAME: run only files whose path contains it',
    );
    process.exit(0);
  }
  const only = values.only;
  if (only !== undefined && !STAGES.includes(only as Stage)) {
    throw new Error(`--only ${only}: not a stage; the stages are ${STAGES.join(', ')}`);
  }
  return { stages: only === undefined ? STAGES : [only as Stage], names: positionals };
}

export function testFiles(stage: 'unit' | 'integration', names: readonly string[]): readonly string[] {
  const all = globSync('{crds,proto,lib,node-agent,operator,osctl,image,tools,e2e,bench}/**/*.test.ts', {
    cwd: projectRoot,
    exclude: (path) => path.includes('node_modules'),
  }).sort();
  return all
    .filter((file) => file.endsWith('.integration.test.ts') === (stage === 'integration'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
}

async function runStage(stage: Stage, names: readonly string[]): Promise<void> {
  if (stage === 'e2e') {
    await run('node', ['e2e/main.ts', ...names]);
    return;
  }
  const files = testFiles(stage, names);
  if (files.length === 0) {
    console.log('no test file matches');
    return;
  }
  if (stage === 'integration') await run('node', ['tools/prepare.ts']);
  // Integration tests start whole control planes: one after the other keeps each one's timing its own.
  const concurrency = stage === 'unit' ? availableParallelism() : 1;
  await run('node', [
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${HANGS_AFTER_MS[stage]}`,
    '--test-reporter=./tools/test-summary.ts',
    ...files,
  ]);
}

async function main(): Promise<void> {
  const { stages, names } = parse(process.argv.slice(2));
  const timings: string[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage} tests`);
    const start = performance.now();
    await runStage(stage, names);
    timings.push(`${stage} ${Math.round((performance.now() - start) / 1000)} s`);
  }
  console.log(`\nall green: ${timings.join(', ')}`);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof CommandFailed)) console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof CommandFailed ? error.exitCode : 2;
  }
}
