/** Groups of a context's nodes: a name for several, to be used with -n. */
import type { Command } from 'commander';
import { EVERY_NODE, groupsOf } from '../client/targets.ts';
import { type Context, GROUP_NAME } from '../config/file.ts';
import { type CommandContext, EXIT, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { renderTable } from '../output/format.ts';
import type { CommandGroup } from './shared.ts';

export function addContextGroupCommands(context: Command, bind: CommandGroup['bind']): void {
  const group = context.command('group').description('names for several nodes: osctl -n @NAME');
  group
    .command('list')
    .description('the groups of the context; @all is every node that it knows')
    .action(
      bind(async (ctx) => {
        const { context: one } = await ctx.config.context(ctx.options.context);
        const rows = [...groupsOf(one)].map(([name, nodes]) => ({ group: name, nodes }));
        printAnswer(ctx, rows, () =>
          renderTable(
            [
              { title: 'GROUP', value: (row) => `@${row.group}` },
              { title: 'NODES', value: (row) => row.nodes.join(', ') },
            ],
            rows,
          ),
        );
        return EXIT.ok;
      }),
    );
  group
    .command('set <name> <nodes...>')
    .description('define a group, or define it anew')
    .action(
      bind(async (ctx, _options, name, ...nodes) => {
        const group = name.replace(/^@/, '');
        if (!GROUP_NAME.test(group)) throw new UsageError(`group "${name}": a to z, 0 to 9 and -, at most 63`);
        if (group === EVERY_NODE)
          throw new UsageError(`@${EVERY_NODE} is every node of the context: it can't be defined`);
        await changeGroups(ctx, (one) => {
          const strangers = nodes.filter((node) => one.members[node] === undefined && !/[.:]/.test(node));
          if (strangers.length > 0) {
            throw new UsageError(
              `the context knows no node ${strangers.join(', ')}; it knows ${Object.keys(one.members).join(', ') || 'none'} (addresses may be given too)`,
            );
          }
          return { ...one.groups, [group]: [...new Set(nodes)] };
        });
        return EXIT.ok;
      }),
    );
  group
    .command('remove <name>')
    .description('forget a group; its nodes stay')
    .action(
      bind(async (ctx, _options, name) => {
        const group = name.replace(/^@/, '');
        await changeGroups(ctx, (one) => {
          if (one.groups[group] === undefined)
            throw new UsageError(`there is no group ${group}; groups: ${Object.keys(one.groups).join(', ') || 'none'}`);
          return Object.fromEntries(Object.entries(one.groups).filter(([other]) => other !== group));
        });
        return EXIT.ok;
      }),
    );
}

async function changeGroups(ctx: CommandContext, change: (context: Context) => Context['groups']): Promise<void> {
  const { name } = await ctx.config.context(ctx.options.context);
  await ctx.config.update((data) => {
    const one = data.contexts[name];
    if (one === undefined) throw new UsageError(`there is no context "${name}" any more`);
    return { ...data, contexts: { ...data.contexts, [name]: { ...one, groups: change(one) } } };
  });
}
