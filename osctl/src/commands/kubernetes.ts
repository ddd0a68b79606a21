/** The way from the OS into Kubernetes. */
import { readFile } from 'node:fs/promises';
import { Kubernetes } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { stringify } from 'yaml';
import { askOneNode } from '../client/nodes.ts';
import { parsePrivateYaml, writePrivateFile } from '../config/private-file.ts';
import { EXIT, UsageError } from '../context.ts';
import { type CommandGroup, durationMs } from './shared.ts';

interface Named {
  readonly name: string;
}
interface Kubeconfig {
  readonly clusters?: readonly Named[];
  readonly users?: readonly Named[];
  readonly contexts?: readonly Named[];
  readonly [field: string]: unknown;
}

export function addKubernetesCommands({ program, bind }: CommandGroup): void {
  program
    .command('kubeconfig [path]')
    .description('an admin kubeconfig with a fresh certificate; merged into PATH, or printed without one')
    .addOption(
      new Option('--lifetime <duration>', 'of the certificate').argParser(durationMs).default(86_400_000, '24h'),
    )
    .option('--force', 'replace PATH instead of merging into it')
    .action(
      bind(async (ctx, options: { lifetime: number; force?: boolean }, path) => {
        const { kubeconfig } = await askOneNode(ctx, (node) =>
          node.client(Kubernetes).kubeconfig({ lifetimeMs: options.lifetime }, node.unary),
        );
        if (path === undefined) ctx.stdout.write(kubeconfig);
        else await mergeInto(path, kubeconfig, options.force ?? false);
        return EXIT.ok;
      }),
    );
}

/** Guarantees: entries of other names stay; ours of the same name are replaced and become current. */
export function mergeKubeconfig(existing: Kubeconfig, fresh: Kubeconfig): Kubeconfig {
  const merge = (field: 'clusters' | 'users' | 'contexts'): readonly Named[] => {
    const ours = fresh[field] ?? [];
    return [...(existing[field] ?? []).filter((one) => !ours.some((other) => other.name === one.name)), ...ours];
  };
  return { ...existing, ...fresh, clusters: merge('clusters'), users: merge('users'), contexts: merge('contexts') };
}

async function mergeInto(path: string, kubeconfig: string, force: boolean): Promise<void> {
  let existing: Kubeconfig = {};
  if (!force) {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw new UsageError(`cannot read ${path}: ${error.message}`);
    });
    try {
      existing = (parsePrivateYaml(text) ?? {}) as Kubeconfig;
    } catch (error) {
      throw new UsageError(`${path} is not a kubeconfig: ${(error as Error).message}; --force replaces it`);
    }
  }
  const fresh = parsePrivateYaml(kubeconfig) as Kubeconfig;
  await writePrivateFile(path, stringify(mergeKubeconfig(existing, fresh)));
}
