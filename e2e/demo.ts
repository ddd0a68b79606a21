/**
 * `npm run demo`: a cluster of our OS, upgraded by one `kubectl apply`, before the reader's eyes.
 *
 * Everything is removed at the end, also after Ctrl-C; `--keep` leaves the cluster `demo` running.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { getAsset } from '@talos/tools/assets/index.ts';
import { ensureDocker } from '@talos/tools/host/docker.ts';
import { createProgress } from '@talos/tools/progress.ts';
import { projectRoot } from '@talos/tools/run.ts';
import { command, tryCommand } from './harness/command.ts';
import { buildTestImages, VERSION } from './harness/images.ts';

const NAME = 'demo';
const UPGRADE_LIMIT_MS = 900_000;

const say = (text: string): void => console.log(`\n▌ ${text}`);

interface Doors {
  osctl(args: readonly string[], show?: boolean): Promise<string>;
  kubectl(args: readonly string[]): Promise<string>;
  kubectlQuiet(args: readonly string[]): Promise<string | undefined>;
}

function doors(kubectl: string, kubeconfig: string, signal: AbortSignal): Doors {
  const env = { KUBECONFIG: kubeconfig };
  const osctl = join(projectRoot, 'osctl', 'bin', 'osctl.js');
  return {
    osctl: (args, show = false) => command(process.execPath, [osctl, ...args], { signal, show }),
    kubectl: async (args) => {
      console.log(`$ kubectl ${args.join(' ')}`);
      return command(kubectl, args, { env, signal });
    },
    kubectlQuiet: async (args) => {
      const result = await tryCommand(kubectl, [...args, '--request-timeout=5s'], { env, signal });
      return result.status === 0 ? result.stdout : undefined;
    },
  };
}

/** Prints the rollout's state whenever it changes, until every node runs what is wanted. */
async function watchUpgrade(doors: Doors, signal: AbortSignal): Promise<void> {
  const end = performance.now() + UPGRADE_LIMIT_MS;
  let shown = '';
  while (performance.now() < end) {
    const text = await doors.kubectlQuiet(['get', 'machine,nodestates']);
    const now = text ?? '(the Kubernetes API is away: its only control plane is rebooting)\n';
    // Ages change by themselves and are no news.
    const news = now.replace(/\s+\d+[smh]\S*$/gm, '');
    if (news !== shown) console.log(`\n${now.trimEnd()}`);
    shown = news;
    const done = await doors.kubectlQuiet([
      'get',
      'machine',
      'cluster',
      '-o',
      'jsonpath={.metadata.generation} {.status.observedGeneration} {.status.conditions[?(@.type=="Ready")].status} {.status.nodes.updated}/{.status.nodes.total}',
    ]);
    const [generation, observed, ready, nodes = ''] = (done ?? '').split(' ');
    const [updated, total] = nodes.split('/');
    if (generation !== undefined && generation === observed && ready === 'True' && updated === total) return;
    await sleep(1000, undefined, { signal });
  }
  throw new Error(`the upgrade did not end within ${UPGRADE_LIMIT_MS / 60_000} min`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log('usage: npm run demo [-- --keep]\n\n--keep: leave the cluster running at the end');
    return;
  }
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => controller.abort(new Error(`ended by ${name}`)));
  const { signal } = controller;

  say('What is needed: a Docker Engine, the programs that a node runs, two versions of the OS image');
  await ensureDocker({ signal, log: (line) => console.log(line) });
  const progress = createProgress();
  const images = await buildTestImages({ signal, progress, faults: false });
  const kubectl = await getAsset('kubectl', { signal, progress });
  progress.stop();

  const directory = join(projectRoot, '.cache', 'demo');
  await mkdir(directory, { recursive: true });
  const kubeconfig = join(directory, 'kubeconfig');
  const open = doors(kubectl, kubeconfig, signal);
  let finished = false;
  try {
    say(`A cluster of talos ${VERSION.first}: one control plane, two workers`);
    await open.osctl(
      [
        'cluster',
        'create',
        NAME,
        '--workers',
        '2',
        '--images',
        images.directory,
        '--image',
        `osctl.dev/talos:${VERSION.first}`,
        '--kubeconfig',
        kubeconfig,
      ],
      true,
    );
    console.log(await open.kubectl(['get', 'nodes', '-o', 'wide']));
    console.log(`$ osctl -n ${NAME}-worker-1 services\n${await open.osctl(['-n', `${NAME}-worker-1`, 'services'])}`);

    say(`One object is changed: the machine shall be talos ${VERSION.second}`);
    const manifest = join(directory, 'machine.yaml');
    await writeFile(
      manifest,
      `apiVersion: osctl.dev/v1alpha1\nkind: Machine\nmetadata:\n  name: cluster\nspec:\n  os:\n    image: osctl.dev/talos:${VERSION.second}\n`,
    );
    console.log(await open.kubectl(['apply', '-f', manifest]));
    const start = performance.now();
    await watchUpgrade(open, signal);
    say(`Every node runs talos ${VERSION.second} after ${Math.round((performance.now() - start) / 1000)} s`);
    console.log(await open.osctl(['-n', `${NAME}-cp-1,${NAME}-worker-1,${NAME}-worker-2`, 'version']));

    finished = true;
    if (values.keep) {
      say('The cluster is left running. Try:');
      console.log(`  export KUBECONFIG=${kubeconfig}
  ${kubectl} get machine,nodestates,rollouts
  npx osctl -n ${NAME}-worker-1 logs kubelet -f
  npx osctl -n ${NAME}-worker-1 reboot
  npx osctl cluster destroy ${NAME}`);
    } else {
      say(
        'What to try next: npm run demo -- --keep leaves the cluster running; docs/getting-started.md goes on from there',
      );
    }
  } finally {
    if (!(finished && values.keep)) {
      // Not the signal of the demo: it may be why we are here.
      await command(process.execPath, [join(projectRoot, 'osctl', 'bin', 'osctl.js'), 'cluster', 'destroy', NAME], {
        show: true,
      });
    }
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
