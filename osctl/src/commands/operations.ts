/** The operations that nodes have taken on, and what became of a trial boot. */
import { Lifecycle, type Operation, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, askOneNode, finish, machineResults, report } from '../client/nodes.ts';
import { EXIT } from '../context.ts';
import { renderMachine } from '../output/format.ts';
import { failedBootText, stateText } from '../output/operation.ts';
import { age, duration } from '../output/units.ts';
import { follow, waitTimeout, watching } from './follow.ts';
import { type CommandGroup, tableFromNodes } from './shared.ts';

export function addOperationCommands({ program, bind }: CommandGroup): void {
  const operations = program.command('operation').description('upgrades, reboots … that nodes have taken on');
  operations
    .command('list')
    .description('the operations that nodes remember, the newest first')
    .action(
      bind(async (ctx) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Lifecycle).listOperations({}, node.unary),
          (answer) => [...answer.operations].sort((a, b) => b.startMs - a.startMs),
          [
            { title: 'ID', value: (row: Operation) => row.id },
            { title: 'TYPE', value: (row) => row.type },
            { title: 'STATE', value: stateText },
            { title: 'PHASE', value: (row) => row.phase },
            { title: 'AGE', value: (row) => age(row.startMs, Date.now()), align: 'right' },
            {
              title: 'TOOK',
              value: (row) => (row.endMs === 0 ? '-' : duration(row.endMs - row.startMs)),
              align: 'right',
            },
            { title: 'MESSAGE', value: (row) => row.error?.message ?? row.message },
          ],
        ),
      ),
    );
  operations
    .command('get <id>')
    .description('one operation of one node, whole')
    .action(
      bind(async (ctx, _options, id) => {
        const found = await askOneNode(ctx, (node) => node.client(Lifecycle).getOperation({ id }, node.unary));
        ctx.stdout.write(renderMachine(ctx.options.output === 'json' ? 'json' : 'yaml', found));
        return EXIT.ok;
      }),
    );
  operations
    .command('watch <id>')
    .description('follow an operation to its end')
    .addOption(waitTimeout())
    .action(
      bind(async (ctx, options: { waitTimeout: number }, id) =>
        follow(ctx, { ...options, operationId: id, wait: true }, (node) => watching(node, id)()),
      ),
    );

  program
    .command('failed-boot')
    .description('the last trial boot that was turned back: cause and last lines')
    .action(
      bind(async (ctx) => {
        const results = await askNodes(
          ctx,
          async (node) => (await node.client(System).status({}, node.unary)).lastFailedBoot,
          (result) => {
            report(ctx, result);
            if (result.ok && ctx.options.output === 'table')
              ctx.stdout.write(failedBootText(result.node.name, result.value, Date.now()));
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
}
