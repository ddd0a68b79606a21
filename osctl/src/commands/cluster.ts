/** Clusters on this computer. */
import { writeFile } from 'node:fs/promises';
import type { NodeSummary, Provisioner } from '../cluster/types.ts';
import { EXIT, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { type Column, renderTable } from '../output/format.ts';
import { terminalSteps } from '../output/steps.ts';
import { age, duration } from '../output/units.ts';
import { CLUSTER_NAME, CLUSTER_NAME_FORM, type CommandGroup, count } from './shared.ts';

const OS_REPOSITORY = 'osctl.dev/talos';

interface CreateFlags {
  readonly controlPlanes: string;
  readonly workers: number;
  readonly image: string;
  readonly images: string;
  readonly kubeconfig?: string;
  readonly keepOnFailure?: boolean;
}

const CLUSTER_COLUMNS: readonly Column<NodeSummary & { readonly cluster: string; readonly createdMs: number }>[] = [
  { title: 'CLUSTER', value: (row) => row.cluster },
  { title: 'NODE', value: (row) => row.name },
  { title: 'ROLE', value: (row) => row.role },
  { title: 'ADDRESS', value: (row) => row.address },
  { title: 'STATE', value: (row) => row.state },
  { title: 'AGE', value: (row) => age(row.createdMs, Date.now()), align: 'right' },
];

export function addClusterCommands({ program, bind }: CommandGroup): void {
  const cluster = program.command('cluster').description('clusters on this computer, made of containers');
  cluster
    .command('create <name>')
    .description('make a cluster; the same again goes on with one that was cut')
    .option('--control-planes <number>', '1 or 3', '1')
    .option('--workers <number>', 'at most 50', count, 1)
    .option('--image <reference>', 'OS image among the images: repository, or repository:tag', OS_REPOSITORY)
    .option('--images <directory>', 'OCI layouts of everything that the cluster runs', 'out/images')
    .option('--kubeconfig <path>', 'write the admin kubeconfig there')
    .option('--keep-on-failure', 'leave what was made when it fails, to look at it')
    .action(
      bind(async (ctx, flags: CreateFlags, name) => {
        checkName(name);
        if (flags.controlPlanes !== '1' && flags.controlPlanes !== '3') {
          throw new UsageError(
            `--control-planes ${flags.controlPlanes}: 1 or 3 (two cannot lose one, more are no use on one computer)`,
          );
        }
        if (flags.workers > 50) throw new UsageError(`--workers ${flags.workers}: at most 50`);
        const { createCluster } = await import('../cluster/create.ts');
        const { ClusterStore } = await import('../cluster/store.ts');
        const provisioner = await dockerProvisioner();
        const existed = (await provisioner.list(ctx.signal)).some((one) => one.name === name);
        const start = performance.now();
        try {
          const created = await createCluster(
            {
              name,
              controlPlanes: flags.controlPlanes === '3' ? 3 : 1,
              workers: flags.workers,
              images: flags.images,
              image: flags.image,
            },
            { provisioner, store: new ClusterStore(ctx.config), steps: terminalSteps(ctx.stderr), signal: ctx.signal },
          );
          if (flags.kubeconfig !== undefined) await writeFile(flags.kubeconfig, created.kubeconfig, { mode: 0o600 });
          // Field by field: beside these there are keys.
          const { endpoint, image, nodes } = created;
          printAnswer(
            ctx,
            { name, endpoint, image, nodes },
            () =>
              `cluster ${name} is ready after ${duration(performance.now() - start)}: ${nodes.map((node) => node.name).join(', ')}\n\n` +
              `  osctl -n ${nodes[0]?.name} services\n  osctl kubeconfig --context ${name} ~/.kube/config\n  osctl cluster destroy ${name}\n`,
          );
          return EXIT.ok;
        } catch (error) {
          if (!existed && flags.keepOnFailure !== true) {
            ctx.stderr.write(`removing what was made of cluster ${name} (--keep-on-failure leaves it)\n`);
            // Not the command's signal: it may be why we are here.
            await provisioner.destroy(name, new AbortController().signal);
            await new ClusterStore(ctx.config).forget(name);
          }
          throw error;
        }
      }),
    );

  cluster
    .command('push <name>')
    .description('put images into the registry of a running cluster, for instance a newer OS to upgrade to')
    .option('--images <directory>', 'OCI layouts', 'out/images')
    .action(
      bind(async (ctx, flags: { images: string }, name) => {
        checkName(name);
        const { findImages } = await import('../cluster/images.ts');
        const { pushImage } = await import('../cluster/create.ts');
        const images = await findImages(flags.images);
        const url = await (await dockerProvisioner()).registryUrl(name);
        const steps = terminalSteps(ctx.stderr);
        for (const image of images) {
          await steps.step(`${image.repository}:${image.tag}`, () => pushImage(url, image, ctx.signal));
        }
        return EXIT.ok;
      }),
    );

  cluster
    .command('list')
    .description('the clusters on this computer and their nodes')
    .action(
      bind(async (ctx) => {
        const clusters = await (await dockerProvisioner()).list(ctx.signal);
        printAnswer(ctx, clusters, () =>
          renderTable(
            CLUSTER_COLUMNS,
            clusters.flatMap(({ name, createdMs, nodes }) =>
              nodes.map((node) => ({ ...node, cluster: name, createdMs })),
            ),
          ),
        );
        return EXIT.ok;
      }),
    );

  cluster
    .command('destroy <name>')
    .description('remove a cluster, its data and its secrets')
    .action(
      bind(async (ctx, _flags, name) => {
        checkName(name);
        const { ClusterStore } = await import('../cluster/store.ts');
        const provisioner = await dockerProvisioner();
        await terminalSteps(ctx.stderr).step(`remove cluster ${name}`, () => provisioner.destroy(name, ctx.signal));
        await new ClusterStore(ctx.config).forget(name);
        return EXIT.ok;
      }),
    );
}

/** Imported only by the commands that need it: Docker's client is most of what osctl could load. */
async function dockerProvisioner(): Promise<Provisioner> {
  const { DockerProvisioner } = await import('../cluster/docker/provisioner.ts');
  return new DockerProvisioner();
}

function checkName(name: string): void {
  if (!CLUSTER_NAME.test(name)) throw new UsageError(`cluster name "${name}": ${CLUSTER_NAME_FORM}`);
}
