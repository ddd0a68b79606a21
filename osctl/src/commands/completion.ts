/** Completion for the shells: commands, options, nodes, groups, services, operations, contexts. */
import { Argument } from 'commander';
import { SCRIPTS, SHELLS, type Shell } from '../completion/scripts.ts';
import { EXIT } from '../context.ts';
import type { CommandGroup } from './shared.ts';

export function addCompletionCommand({ program, bind }: CommandGroup): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .description('a completion script for bash, zsh or fish')
    .action(
      bind(async (ctx, _options, shell) => {
        ctx.stdout.write(SCRIPTS[shell as Shell]);
        return EXIT.ok;
      }),
    );
}
