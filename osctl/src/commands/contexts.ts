/** Which clusters osctl knows, and who it is in each. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { checkConfig } from '../config/file.ts';
import { EXIT, UsageError } from '../context.ts';
import { renderMachine, renderTable } from '../output/format.ts';
import type { CommandGroup } from './shared.ts';

export function addContextCommands({ program, bind }: CommandGroup): void {
  const context = program.command('context').description('clusters that osctl knows');
  context
    .command('list')
    .description('the contexts of the configuration file')
    .action(
      bind(async (ctx) => {
        const data = await ctx.config.load();
        // Keys stay in the file.
        const rows = Object.entries(data.contexts).map(([name, one]) => ({
          name,
          current: name === data.currentContext,
          endpoints: one.endpoints,
          nodes: one.nodes,
          members: one.members,
        }));
        ctx.stdout.write(
          ctx.options.output === 'table'
            ? renderTable(
                [
                  { title: '', value: (row) => (row.current ? '*' : '') },
                  { title: 'NAME', value: (row) => row.name },
                  { title: 'ENDPOINTS', value: (row) => row.endpoints.join(',') },
                  { title: 'MEMBERS', value: (row) => String(Object.keys(row.members).length), align: 'right' },
                ],
                rows,
              )
            : renderMachine(ctx.options.output, rows),
        );
        return EXIT.ok;
      }),
    );
  context
    .command('use <name>')
    .description('make a context the current one')
    .action(
      bind(async (ctx, _options, name) => {
        await ctx.config.context(name);
        await ctx.config.update((data) => ({ ...data, currentContext: name }));
        return EXIT.ok;
      }),
    );
  context
    .command('remove <name>')
    .description('forget a context and its keys')
    .action(
      bind(async (ctx, _options, name) => {
        await ctx.config.context(name);
        await ctx.config.update((data) => ({
          currentContext: data.currentContext === name ? '' : data.currentContext,
          contexts: Object.fromEntries(Object.entries(data.contexts).filter(([one]) => one !== name)),
        }));
        return EXIT.ok;
      }),
    );
  context
    .command('merge <file>')
    .description('add the contexts of another file; a name that is there is replaced')
    .action(
      bind(async (ctx, _options, path) => {
        let text: string;
        try {
          text = await readFile(path, 'utf8');
        } catch (error) {
          throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
        }
        const other = checkConfig(parse(text, { maxAliasCount: 0 }), path);
        await ctx.config.update((data) => ({
          currentContext: data.currentContext === '' ? other.currentContext : data.currentContext,
          contexts: { ...data.contexts, ...other.contexts },
        }));
        return EXIT.ok;
      }),
    );
}
