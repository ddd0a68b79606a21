/**
 * `npm run bench`: what the docs claim, as figures that anyone can take anew.
 *
 * Makes a cluster of its own and removes it at the end, also after Ctrl-C. See bench/rows.ts for what is measured.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { VERSION } from '@talos/e2e/harness/images.ts';
import { buildImage } from '@talos/image/build.ts';
import { buildComponentImages } from '@talos/image/components.ts';
import { systemClock } from '@talos/lib/control/clock.ts';
import { ensureDocker } from '@talos/tools/host/docker.ts';
import { createProgress } from '@talos/tools/progress.ts';
import { projectRoot } from '@talos/tools/run.ts';
import {
  type BenchCluster,
  type BenchNode,
  CLUSTER,
  type ClusterFiles,
  clusterFiles,
  createCluster,
  destroyCluster,
  openCluster,
} from './cluster.ts';
import { renderDocs } from './docs.ts';
import { getGhz } from './ghz.ts';
import { describeCommit, describeMachine } from './host.ts';
import { measureCalls } from './measure/calls.ts';
import { measureCopy } from './measure/copy.ts';
import { measureFlood } from './measure/flood.ts';
import { measureFollow } from './measure/follow.ts';
import { measureIdle } from './measure/idle.ts';
import { MemoryReadings } from './measure/memory.ts';
import { measureOsctl } from './measure/osctl.ts';
import { measureReboots } from './measure/reboot.ts';
import { measureUpgrade } from './measure/upgrade.ts';
import { measureWatchers } from './measure/watchers.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { type MachineClass, type Results, renderTable, toRows } from './results.ts';
import type { Group } from './rows.ts';
import { scaleOf, withScale } from './scale/docs.ts';

const RESULTS = join(projectRoot, 'bench', 'results', 'latest.json');
const DOCS = join(projectRoot, 'docs', 'benchmarks.md');
const REPOSITORY = 'osctl.dev/talos';
const REBOOTS = 3;
/** After the cluster is Ready: what was started is still settling, and would be counted as idle. */
const SETTLE_MS = 20_000;
const NOT_READABLE = "only root may look at the memory of the nodes' processes";

const log = (line: string): void => console.error(line);

/** The figures so far, and why others are missing, by figure or by group. */
interface Findings {
  readonly figures: Map<string, number>;
  readonly reasons: Map<string, string>;
  /** OpenSSH's version. */
  ssh: string;
}

async function measure(options: Options, signal: AbortSignal): Promise<Results> {
  const docker = await ensureDocker({ signal, log });
  const machine = await describeMachine(docker.version);
  const commit = await describeCommit(signal);
  const findings: Findings = { figures: new Map(), reasons: new Map(), ssh: 'not used' };
  const progress = createProgress();
  // Its own: whoever builds images for tests meanwhile would change what is being pushed from there.
  const images = join(process.env['TALOS_CACHE'] ?? join(projectRoot, '.cache'), 'bench', 'images');
  await buildComponentImages({ out: images, signal, progress });
  const image = await buildImage({ version: VERSION.first, out: images, signal, progress });
  await buildImage({ version: VERSION.second, out: images, signal, progress });
  if (options.groups.includes('image')) {
    findings.figures.set('image size', image.sizeBytes / 1e6);
    findings.figures.set('image size unpacked', image.unpackedBytes / 1e6);
    findings.figures.set('image files', image.files);
  }
  progress.stop();
  if (options.groups.some((group) => group !== 'image')) {
    await withCluster(options, images, signal, findings);
  }
  const described: MachineClass = { ...machine, ssh: findings.ssh };
  const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' ');
  return {
    date: new Date(systemClock.now()).toISOString(),
    commit,
    command,
    machine: described,
    ...toRows(findings.figures, options.groups, findings.reasons),
  };
}

async function withCluster(options: Options, images: string, signal: AbortSignal, findings: Findings): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'talos-bench-'));
  const files = clusterFiles(directory);
  let done = false;
  try {
    await destroyCluster(files, signal);
    const { wallMs } = await createCluster(files, images, `${REPOSITORY}:${VERSION.first}`, signal);
    findings.figures.set('cluster ready', wallMs / 1_000);
    const cluster = await openCluster(files);
    try {
      await onCluster(options, cluster, directory, signal, findings);
    } finally {
      cluster.close();
    }
    done = true;
  } finally {
    if (options.keep && done) {
      log(`the cluster is left running: export OSCTL_CONFIG=${files.config} KUBECONFIG=${files.kubeconfig}`);
      log(`to remove it: npx osctl cluster destroy ${CLUSTER}; rm -r ${directory}`);
    } else {
      await clean(files, directory);
    }
  }
}

/** Not by the run's signal: that may be why we are here. */
async function clean(files: ClusterFiles, directory: string): Promise<void> {
  await destroyCluster(files, new AbortController().signal);
  await rm(directory, { recursive: true, force: true });
}

async function onCluster(
  options: Options,
  cluster: BenchCluster,
  directory: string,
  signal: AbortSignal,
  findings: Findings,
): Promise<void> {
  const asked = (group: Group): boolean => options.groups.includes(group);
  const take = (figures: ReadonlyMap<string, number>): void => {
    for (const [name, value] of figures) findings.figures.set(name, value);
  };
  const settle = async (): Promise<void> => {
    log(`letting the cluster settle for ${SETTLE_MS / 1_000} s …`);
    await systemClock.sleep(SETTLE_MS, signal);
  };
  const readable = process.geteuid?.() === 0;
  if (
    ['idle', 'osctl', 'calls', 'follow', 'watchers', 'flood', 'copy', 'memory'].some((group) => asked(group as Group))
  )
    await settle();
  if (asked('idle')) {
    log('the idle cluster, 1 min …');
    take(await measureIdle(cluster, signal, log));
  }
  if (asked('osctl')) {
    log(`osctl beside ssh, ${options.runs} rounds …`);
    const { figures, ssh } = await measureOsctl(cluster, directory, options.runs, signal, log);
    take(figures);
    if ('version' in ssh) findings.ssh = ssh.version;
    else for (const name of ['ssh uname', 'osctl version : ssh uname']) findings.reasons.set(name, ssh.missing);
  }
  if (asked('calls')) {
    log('unary calls beside bare grpc-js …');
    take(await measureCalls(cluster, await getGhz(signal), directory, readable, signal));
    if (!readable) findings.reasons.set('agent PSS growth, unary calls', NOT_READABLE);
  }
  if (asked('follow')) {
    log('following a log beside ssh …');
    const { figures, reasons } = await measureFollow(cluster, directory, signal, log);
    take(figures);
    for (const [name, reason] of reasons) findings.reasons.set(name, reason);
  }
  if (asked('watchers')) {
    log('200 watchers …');
    if (readable) take(await measureWatchers(cluster, signal));
    else findings.reasons.set('watchers', NOT_READABLE);
  }
  if (asked('flood')) {
    log('floods of strangers …');
    if (readable) take(await measureFlood(cluster, signal));
    else findings.reasons.set('flood', "only root may be a stranger in a node's network");
  }
  if (asked('copy')) {
    log('copying 1 GiB beside ssh …');
    const { figures, reasons } = await measureCopy(cluster, directory, signal, log);
    take(figures);
    for (const [name, reason] of reasons) findings.reasons.set(name, reason);
  }
  const memory = new MemoryReadings(log);
  if (!readable) findings.reasons.set('memory', NOT_READABLE);
  else findings.reasons.set('memory', 'it is taken in trial boots: measure upgrade, too');
  const reads = asked('memory') && readable;
  if (asked('reboot')) {
    log(`${REBOOTS} reboots of a worker …`);
    take(await measureReboots(cluster, REBOOTS, signal));
  }
  if (reads) await memory.readAll(cluster, signal);
  if (asked('upgrade')) {
    log(`every node from ${VERSION.first} to ${VERSION.second} …`);
    const onTrial = async (node: BenchNode): Promise<void> => {
      log(`${node.name} runs ${VERSION.second}`);
      if (reads) await memory.read(node, 'trial', signal);
    };
    take(await measureUpgrade({ cluster, image: `${REPOSITORY}:${VERSION.second}`, signal, onTrial }));
    if (reads) {
      await settle();
      await memory.readAll(cluster, signal);
    }
  }
  take(memory.figures);
}

/** What `npm run bench:scale` has written stays. */
async function writeDocs(results: Results): Promise<void> {
  await writeFile(DOCS, withScale(renderDocs(results), scaleOf(await readFile(DOCS, 'utf8'))));
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  switch (options.task) {
    case 'help':
      console.log(USAGE);
      return;
    case 'render':
      await writeDocs(JSON.parse(await readFile(RESULTS, 'utf8')) as Results);
      return;
    case 'measure': {
      const controller = new AbortController();
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.once(name, () => controller.abort(new Error(`ended by ${name}`)));
      }
      const results = await measure(options, controller.signal);
      await mkdir(dirname(RESULTS), { recursive: true });
      await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
      if (options.docs) await writeDocs(results);
      console.log(options.json ? JSON.stringify(results, null, 2) : renderTable(results));
      return;
    }
  }
}

try {
  await main();
} catch (error) {
  const { message, cause } = error as Error;
  console.error(`bench: ${message}${cause instanceof Error ? `: ${cause.message}` : ''}`);
  process.exitCode = 1;
}
