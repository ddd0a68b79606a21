/** What changes a node: upgrade, rollback, reboot, shutdown, confirm; and the operations that these are. */
import { randomUUID } from 'node:crypto';
import { Lifecycle, type Operation, type OperationProgress, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { askNodes, askOneNode, finish, machineResults, type NodeConnection, report } from '../client/nodes.ts';
import { followOperation } from '../client/operation.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { renderMachine } from '../output/format.ts';
import { failedBootText, newParts, progressText, stateText } from '../output/operation.ts';
import { age, duration } from '../output/units.ts';
import { type CommandGroup, durationMs, tableFromNodes } from './shared.ts';

type Start = (node: NodeConnection, operationId: string) => AsyncIterable<OperationProgress>;

export interface OperationOptions {
  readonly operationId?: string;
  readonly wait: boolean;
  readonly waitTimeout: number;
}

/** Longer than a trial boot's own 10 min and the pull before it. */
const WAIT_MS = 1_800_000;

export function addLifecycleCommands({ program, bind }: CommandGroup): void {
  const waitTimeout = () =>
    new Option('--wait-timeout <duration>', 'how long to follow it').argParser(durationMs).default(WAIT_MS, '30m');
  const operation = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--operation-id <id>', 'name of the operation; the same again attaches to it (default: a new one)')
      .option('--no-wait', 'return once the node has taken it on')
      .addOption(waitTimeout());

  operation('upgrade <image>', 'pull an image into the other slot, boot it on trial, keep it when it is good')
    .option('--confirm', 'keep it only if `osctl confirm` comes in time, too')
    .addOption(
      new Option('--confirm-within <duration>', 'time for the trial to be good')
        .argParser(durationMs)
        .default(600_000, '10m'),
    )
    .action(
      bind(async (ctx, options: OperationOptions & { confirm?: boolean; confirmWithin: number }, image) =>
        follow(ctx, options, (node, operationId) =>
          node.client(Lifecycle).upgrade(
            {
              guard: { operationId },
              image,
              requireConfirm: options.confirm ?? false,
              confirmWithinMs: options.confirmWithin,
            },
            node.stream,
          ),
        ),
      ),
    );
  operation('prepare <image>', 'pull and verify an image into the other slot; nothing is disturbed').action(
    bind(async (ctx, options: OperationOptions, image) =>
      follow(ctx, options, (node, operationId) =>
        node.client(Lifecycle).prepare({ guard: { operationId }, image }, node.stream),
      ),
    ),
  );
  operation('rollback', 'boot the previous slot').action(
    bind(async (ctx, options: OperationOptions) =>
      follow(ctx, options, (node, operationId) =>
        node.client(Lifecycle).rollback({ guard: { operationId } }, node.stream),
      ),
    ),
  );
  operation('reboot', 'stop pods and services in order, then boot again').action(
    bind(async (ctx, options: OperationOptions) =>
      follow(ctx, options, (node, operationId) =>
        node.client(Lifecycle).reboot({ guard: { operationId } }, node.stream),
      ),
    ),
  );
  operation('shutdown', 'stop pods and services in order, then power off').action(
    bind(async (ctx, options: OperationOptions) =>
      follow(
        ctx,
        options,
        (node, operationId) => node.client(Lifecycle).shutdown({ guard: { operationId } }, node.stream),
        true,
      ),
    ),
  );

  program
    .command('confirm <operation-id>')
    .description('say that the trial boot of an upgrade is good')
    .action(
      bind(async (ctx, _options, operationId) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Lifecycle).confirm({ operationId }, node.unary),
          (answer) => [answer],
          [{ title: 'CONFIRMED', value: (row) => (row.alreadyConfirmed ? 'yes (it was already)' : 'yes') }],
        ),
      ),
    );

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
        follow(ctx, { ...options, operationId: id, wait: true }, (node) =>
          node.client(Lifecycle).watchOperation({ id }, node.stream),
        ),
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

/** Starts an operation on every node and follows it to its end. */
export async function follow(
  ctx: CommandContext,
  options: OperationOptions,
  start: Start,
  goesDown = false,
): Promise<ExitCode> {
  const operationId = options.operationId ?? `osctl-${randomUUID()}`;
  if (!/^[a-z0-9-]{1,63}$/.test(operationId)) {
    throw new UsageError(`--operation-id ${operationId}: must be 1 to 63 of a-z, 0-9 and -`);
  }
  const table = ctx.options.output === 'table';
  const results = await askNodes(
    ctx,
    (node) => {
      let shown = '';
      const layers = new Set<string>();
      const show = (text: string): void => {
        if (text !== shown && table) ctx.stdout.write(`${node.name}  ${text}\n`);
        shown = text;
      };
      return followOperation(
        node,
        () => start(node, operationId),
        { operationId, wait: options.wait, goesDown, limitMs: options.waitTimeout },
        {
          progress: (operation) => {
            for (const line of newParts(operation, layers)) show(line);
            show(endText(operation) ?? progressText(operation));
          },
          away: () => show('away; asked again until it answers'),
        },
      );
    },
    (result) => report(ctx, result),
    { concurrency: Number.POSITIVE_INFINITY },
  );
  if (ctx.signal.aborted) {
    ctx.stderr.write(`what nodes have taken on goes on by itself: osctl operation watch ${operationId}\n`);
  }
  if (!table) ctx.stdout.write(machineResults(ctx.options.output as 'json' | 'yaml', results));
  return finish(ctx, results);
}

function endText(operation: Operation): string | undefined {
  if (operation.state !== 'SUCCEEDED') return undefined;
  const { result } = operation;
  const took = duration(operation.endMs - operation.startMs);
  return result === undefined || result.version === ''
    ? `${operation.type} done in ${took}`
    : `${operation.type} done in ${took}: ${result.version} in slot ${result.slot}`;
}
