/**
 * `npm run e2e -- [SCENARIO…]`: stories on one real cluster, each a file in scenarios/.
 *
 * `--list` names them; `--keep` leaves the cluster; `--control-planes 3` makes a larger one. Scenarios that need a cluster of
 * their own are in scenarios/own/ and make it themselves.
 */
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { getAsset, getAssets } from '@talos/tools/assets/index.ts';
import { ensureDocker } from '@talos/tools/host/docker.ts';
import { createProgress } from '@talos/tools/progress.ts';
import { CommandFailed, projectRoot, run } from '@talos/tools/run.ts';
import { type ClusterFacts, saveFacts, TestCluster } from './harness/cluster.ts';
import { collectEvidence } from './harness/evidence.ts';
import { buildTestImages } from './harness/images.ts';

/** Several can run side by side on one host, each under a name of its own. */
const NAME = process.env['TALOS_E2E_NAME'] ?? 'e2e';
const WORKERS = 2;

interface Options {
  readonly files: readonly string[];
  readonly everyStory: boolean;
  readonly keep: boolean;
}

function parse(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { list: { type: 'boolean' }, keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const all = globSync('scenarios/*.scenario.ts', { cwd: join(projectRoot, 'e2e') }).sort();
  if (values.help || values.list) {
    const names = all.map((file) => basename(file, '.scenario.ts'));
    console.log(
      values.list
        ? names.join('\n')
        : `usage: npm run e2e -- [--list] [--keep] [SCENARIO…]\n\nscenarios: ${names.join(', ')}`,
    );
    process.exit(0);
  }
  const files = all.filter((file) => positionals.length === 0 || positionals.some((name) => file.includes(name)));
  if (files.length === 0)
    throw new Error(`no scenario matches ${positionals.join(', ')}; npm run e2e -- --list names them`);
  return { files, everyStory: files.length === all.length, keep: values.keep ?? false };
}

async function main(): Promise<void> {
  const options = parse(process.argv.slice(2));
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => controller.abort(new Error(`ended by ${name}`)));
  const { signal } = controller;

  await ensureDocker({ signal, log: (line) => console.log(line) });
  const progress = createProgress();
  const images = await buildTestImages({ signal, progress, faults: true });
  const kubectl = await getAsset('kubectl', { signal, progress });
  // So that no test's time is a build's time.
  if (options.files.some((file) => file.includes('grpc-clients')))
    await getAssets(['grpcurl', 'ghz'], { signal, progress });
  progress.stop();

  const directory = await mkdtemp(join(tmpdir(), 'talos-e2e-'));
  await mkdir(directory, { recursive: true });
  const facts: ClusterFacts = {
    name: NAME,
    configPath: join(directory, 'osctl.yaml'),
    kubeconfig: join(directory, 'kubeconfig'),
    kubectl,
    images: images.directory,
    digests: images.digests,
    typed: join(directory, 'typed.jsonl'),
    everyStory: options.everyStory,
  };
  const cluster = new TestCluster(facts);
  const factsPath = join(directory, 'cluster.json');
  const failures = join(directory, 'failures');
  await saveFacts(factsPath, facts);
  let green = false;
  try {
    await cluster.osctl(['cluster', 'destroy', NAME], { show: true });
    await cluster.osctl(
      [
        'cluster',
        'create',
        NAME,
        '--workers',
        String(WORKERS),
        '--images',
        images.directory,
        '--image',
        'osctl.dev/talos:1.0.0',
        '--kubeconfig',
        facts.kubeconfig,
        '--keep-on-failure',
      ],
      { signal, show: true },
    );
    await run(
      'node',
      [
        '--test',
        '--test-concurrency=1',
        '--test-reporter=./tools/test-summary.ts',
        '--test-reporter-destination=stdout',
        '--test-reporter=./tools/test-failures.ts',
        `--test-reporter-destination=${failures}`,
        ...options.files.map((file) => join('e2e', file)),
      ],
      { env: { TALOS_E2E_CLUSTER: factsPath }, signal },
    );
    green = true;
  } finally {
    if (!green) {
      await collectEvidence(cluster);
      // Once more, below pages of evidence: what failed is what a reader looks for at the end.
      console.log(`\n── red\n${await readFile(failures, 'utf8').catch(() => 'the cluster')}`);
    }
    if (options.keep) {
      console.log(
        `the cluster is left: export OSCTL_CONFIG=${facts.configPath} KUBECONFIG=${facts.kubeconfig}; osctl cluster destroy ${NAME}`,
      );
    } else {
      await cluster.osctl(['cluster', 'destroy', NAME]);
      await rm(directory, { recursive: true, force: true });
    }
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandFailed)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof CommandFailed ? error.exitCode : 1;
}
