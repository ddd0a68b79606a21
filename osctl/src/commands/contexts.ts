/** Which clusters osctl knows, and who it is in each. */
import { readFile } from 'node:fs/promises';
import { parseConfig } from '../config/file.ts';
import { identityOf } from '../config/identity.ts';
import { EXIT, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { clean, renderTable } from '../output/format.ts';
import { duration } from '../output/units.ts';
import { addContextGroupCommands } from './context-groups.ts';
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
        printAnswer(ctx, rows, () =>
          renderTable(
            [
              { title: '', value: (row) => (row.current ? '*' : '') },
              { title: 'NAME', value: (row) => row.name },
              { title: 'ENDPOINTS', value: (row) => row.endpoints.join(',') },
              { title: 'MEMBERS', value: (row) => String(Object.keys(row.members).length), align: 'right' },
            ],
            rows,
          ),
        );
        return EXIT.ok;
      }),
    );
  context
    .command('show [name]')
    .description('one context: its nodes, who we are there, how long the certificate is good')
    .action(
      bind(async (ctx, _options, asked) => {
        const { name, context: one } = await ctx.config.context(asked ?? ctx.options.context);
        const identity = identityOf(one, `${ctx.config.path}: contexts.${name}`);
        const leftMs = identity.notAfterMs - Date.now();
        // By name, field for field: a context holds a key.
        const shown = {
          name,
          endpoints: one.endpoints,
          nodes: one.nodes,
          members: one.members,
          groups: one.groups,
          identity: {
            subject: identity.subject,
            role: identity.role,
            serial: identity.serial,
            notBefore: new Date(identity.notBeforeMs).toISOString(),
            notAfter: new Date(identity.notAfterMs).toISOString(),
            expired: leftMs <= 0,
          },
        };
        printAnswer(ctx, shown, () => {
          const lines = [
            ['context', name],
            ['file', ctx.config.path],
            ['endpoints', one.endpoints.join(', ') || '-'],
            ['nodes', one.nodes.length === 0 ? 'the first endpoint, unless -n says otherwise' : one.nodes.join(', ')],
            ...Object.entries(one.members).map(([node, address]) => ['member', `${node} ${address}`]),
            ...Object.entries(one.groups).map(([group, nodes]) => ['group', `@${group} ${nodes.join(', ')}`]),
            ['who', `${identity.subject}, ${identity.role}`],
            ['good until', `${shown.identity.notAfter}${leftMs <= 0 ? ' (over)' : ` (${duration(leftMs)} left)`}`],
          ];
          return lines.map(([title = '', text = '']) => `${title.padEnd(12)}${clean(text)}\n`).join('');
        });
        return EXIT.ok;
      }),
    );
  addContextGroupCommands(context, bind);
  context
    .command('renew [name]')
    .description(
      'a new certificate for the same name and role, from the cluster itself, and the authorities to believe',
    )
    .action(
      bind(async (ctx, _options, asked) => {
        const { renewContext, renewersOf } = await import('../trust/renew.ts');
        const named = { ...ctx, options: { ...ctx.options, context: asked ?? ctx.options.context } };
        const { context: before } = await ctx.config.context(named.options.context);
        const { name, context: one } = await renewContext(named, renewersOf(before));
        const { subject, role, serial, notAfterMs } = identityOf(one, `${ctx.config.path}: contexts.${name}`);
        const notAfter = new Date(notAfterMs).toISOString();
        printAnswer(ctx, { name, subject, role, serial, notAfter }, () =>
          clean(`${name}: ${subject}, ${role}, good until ${notAfter}`).concat('\n'),
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
        const other = parseConfig(text, path);
        await ctx.config.update((data) => ({
          currentContext: data.currentContext === '' ? other.currentContext : data.currentContext,
          contexts: { ...data.contexts, ...other.contexts },
        }));
        return EXIT.ok;
      }),
    );
}
