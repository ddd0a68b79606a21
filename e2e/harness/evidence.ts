/** What a red run leaves to read: the state of the cluster and the ends of its logs. */
import type { TestCluster } from './cluster.ts';
import { tryCommand } from './command.ts';

const TAIL = '60';

/** Prints; never throws: evidence must not hide the failure that it is for. */
export async function collectEvidence(cluster: TestCluster): Promise<void> {
  const show = async (
    title: string,
    work: () => Promise<{ readonly stdout: string; readonly stderr: string }>,
  ): Promise<void> => {
    const text = await work().then(
      (result) => `${result.stdout}${result.stderr}`,
      (error: Error) => error.message,
    );
    console.log(`\n── ${title}\n${text.split('\n').slice(-120).join('\n')}`);
  };
  await show('nodes', () =>
    cluster.tryKubectl(['get', 'nodes,machine,nodestates,rollouts', '-o', 'wide', '--request-timeout=10s']),
  );
  await show('machine', () => cluster.tryKubectl(['get', 'machine,rollouts', '-o', 'yaml', '--request-timeout=10s']));
  await show('pods', () => cluster.tryKubectl(['get', 'pods', '-A', '-o', 'wide', '--request-timeout=10s']));
  await show('operator', () =>
    cluster.tryKubectl([
      'logs',
      '-n',
      'talos-system',
      '-l',
      'app.kubernetes.io/name=talos-operator',
      '--tail',
      TAIL,
      '--request-timeout=10s',
    ]),
  );
  const containers = (
    await tryCommand('docker', [
      'ps',
      '-a',
      '--filter',
      `label=dev.osctl.cluster=${cluster.name}`,
      '--format',
      '{{.Names}}',
    ])
  ).stdout;
  for (const container of containers.split('\n').filter((name) => name !== '' && !name.endsWith('registry'))) {
    await show(container, () => tryCommand('docker', ['logs', '--tail', TAIL, container]));
  }
  const config = await tryCommand('cat', [cluster.facts.configPath]);
  const nodes = [...config.stdout.matchAll(/^ {6}([a-z0-9-]+): \d/gm)].map((match) => match[1] ?? '');
  for (const node of nodes) {
    await show(`${node} services`, () => cluster.tryOsctl(['-n', node, 'services']));
    await show(`${node} operations`, () => cluster.tryOsctl(['-n', node, 'operation', 'list']));
    await show(`${node} kubelet`, () => cluster.tryOsctl(['-n', node, 'logs', 'kubelet', '--tail', '25']));
  }
}
