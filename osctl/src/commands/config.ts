/** A node's configuration. */
import { readFile } from 'node:fs/promises';
import { Config } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, finish, machineResults, report } from '../client/nodes.ts';
import { UsageError } from '../context.ts';
import type { CommandGroup } from './shared.ts';

export function addConfigCommands({ program, bind }: CommandGroup): void {
  const config = program.command('config').description("nodes' configuration");
  config
    .command('get')
    .description('the documents in force; trust is left out, other secrets are masked')
    .action(
      bind(async (ctx) => {
        const results = await askNodes(
          ctx,
          (node) => node.client(Config).get({}, node.unary),
          (result) => {
            report(ctx, result);
            if (result.ok && ctx.options.output === 'table') {
              ctx.stdout.write(`# ${result.node.name} ${result.value.hash}\n${result.value.documents}`);
            }
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
  config
    .command('apply')
    .description('replace the documents of nodes; says what it would disturb')
    .requiredOption('-f, --file <path>', 'YAML documents, all but trust; - reads standard input')
    .option('--dry-run', 'only show the difference and what it would disturb')
    .option('--expected-hash <hash>', 'refuse when the configuration is another one by now')
    .action(
      bind(async (ctx, options: { file: string; dryRun?: boolean; expectedHash?: string }) => {
        const documents = await readDocuments(options.file);
        const results = await askNodes(
          ctx,
          (node) =>
            node
              .client(Config)
              .apply(
                { documents, dryRun: options.dryRun ?? false, expectedHash: options.expectedHash ?? '' },
                node.unary,
              ),
          (result) => {
            report(ctx, result);
            if (result.ok && ctx.options.output === 'table') {
              const { diff, disruption, restarts, applied } = result.value;
              const needs =
                disruption === 'SERVICE_RESTART'
                  ? `restarts ${restarts.join(', ')}`
                  : disruption === 'REBOOT'
                    ? 'takes effect with a reboot'
                    : 'disturbs nothing';
              ctx.stdout.write(
                diff === ''
                  ? `${result.node.name}  nothing changes\n`
                  : `${diff}${result.node.name}  ${applied ? 'applied' : 'not applied (dry run)'}; it ${needs}\n`,
              );
            }
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
}

async function readDocuments(path: string): Promise<string> {
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
}
