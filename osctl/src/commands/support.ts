/** One archive of everything worth having from all nodes, for whoever is asked for help. */

import { aboutAll } from '../client/targets.ts';
import { EXIT } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { clean } from '../output/format.ts';
import { terminalSteps } from '../output/steps.ts';
import type { CommandGroup } from './shared.ts';

export function addSupportCommand({ program, bind }: CommandGroup): void {
  program
    .command('support [file]')
    .description(
      'one archive (.tar.gz) of everything worth having from all nodes, secrets left out; partial when a node is down',
    )
    .option(
      '--kubeconfig <path>',
      'for the objects of Kubernetes (default: one of the node, where the role may; else $KUBECONFIG)',
    )
    .action(
      bind(async (command, flags: { kubeconfig?: string }, file) => {
        const [{ createArchive }, { collectSupport }] = await Promise.all([
          import('../support/archive.ts'),
          import('../support/collect.ts'),
        ]);
        const { name, context } = await command.config.context(command.options.context);
        const ctx = aboutAll(command, context);
        const nowMs = Date.now();
        const root = `support-${name}-${new Date(nowMs)
          .toISOString()
          .replaceAll(/[-:]|\.\d+Z/g, '')
          .replace('T', '-')}`;
        const path = file ?? `${root}.tar.gz`;
        const archive = createArchive(path, new Date(nowMs));
        try {
          const index = await terminalSteps(ctx.stderr).step(`collect into ${path}`, (note) =>
            collectSupport(ctx, archive, { name, context, root, nowMs, note, kubeconfig: flags.kubeconfig }),
          );
          ctx.signal.throwIfAborted();
          await archive.finish();
          for (const { path: what, why } of index.missing) ctx.stderr.write(`${clean(`missing: ${what}: ${why}`)}\n`);
          printAnswer(
            ctx,
            { file: path, ...index },
            () => `${path}: ${index.entries.length} files; secrets are left out, but read it before you hand it on\n`,
          );
          return index.missing.some((one) => /^nodes\/[^/]*\/$/.test(one.path)) ? EXIT.failed : EXIT.ok;
        } finally {
          await archive.abandon();
        }
      }),
    );
}
