/** What changes a node: upgrade, rollback, reboot, shutdown, reset, wipe, confirm; and the operations that these are. */
import { Lifecycle, type Operation, type PlanResetResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, Option } from 'commander';
import { askNodes, askOneNode, finish, machineResults, report } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode } from '../context.ts';
import { confirmed } from '../output/ask.ts';
import { clean, renderMachine } from '../output/format.ts';
import { failedBootText, stateText } from '../output/operation.ts';
import { age, duration } from '../output/units.ts';
import { follow, type OperationOptions, waitTimeout, watching, withOperationOptions } from './follow.ts';
import { type CommandGroup, durationMs, tableFromNodes } from './shared.ts';

interface UpgradeOptions extends OperationOptions {
  readonly confirmBy?: number;
  readonly confirmWithin: number;
  readonly stage?: boolean;
}
interface ResetOptions extends OperationOptions {
  readonly keepSystem?: boolean;
  readonly powerOff?: boolean;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function addLifecycleCommands({ program, bind }: CommandGroup): void {
  const operation = (name: string, description: string): Command =>
    withOperationOptions(program.command(name).description(description));

  operation('upgrade <image>', 'pull an image into the other slot, boot it on trial, keep it when it is good')
    .addOption(
      new Option('--confirm-by <duration>', 'keep it only if `osctl confirm` comes within that time, too').argParser(
        durationMs,
      ),
    )
    .addOption(
      new Option('--confirm-within <duration>', 'time for the trial to be good')
        .argParser(durationMs)
        .default(600_000, '10m'),
    )
    .option('--stage', 'do not reboot: the next boot, whoever asks for it, is the trial')
    .addOption(new Option('--no-reboot', 'the same as --stage').implies({ stage: true }))
    .action(
      bind(async (ctx, options: UpgradeOptions, image) =>
        follow(
          ctx,
          options,
          (node, operationId) =>
            node.client(Lifecycle).upgrade(
              {
                guard: { operationId },
                image,
                requireConfirm: options.confirmBy !== undefined,
                confirmWithinMs: options.confirmBy ?? options.confirmWithin,
                stage: options.stage ?? false,
              },
              node.stream,
            ),
          { goesDown: false, until: ({ phase }) => options.stage === true && phase === 'staged' },
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
  operation('rollback', 'boot the previous slot; drops an upgrade that is staged').action(
    bind(async (ctx, options: OperationOptions) =>
      follow(ctx, options, (node, operationId) =>
        node.client(Lifecycle).rollback({ guard: { operationId } }, node.stream),
      ),
    ),
  );
  operation('reboot', 'stop pods and services in order, then boot again')
    .addOption(
      new Option(
        '--mode <mode>',
        'default: pods and services are stopped in order; force: nothing is, as if the power were cut',
      )
        .choices(['default', 'force'])
        .default('default'),
    )
    .action(
      bind(async (ctx, options: OperationOptions & { mode: string }) =>
        follow(ctx, options, (node, operationId) =>
          node
            .client(Lifecycle)
            .reboot({ guard: { operationId }, mode: options.mode === 'force' ? 'FORCE' : 'GRACEFUL' }, node.stream),
        ),
      ),
    );
  operation('shutdown', 'stop pods and services in order, then power off').action(
    bind(async (ctx, options: OperationOptions) =>
      follow(
        ctx,
        options,
        (node, operationId) => node.client(Lifecycle).shutdown({ guard: { operationId } }, node.stream),
        { goesDown: true },
      ),
    ),
  );
  operation('reset', 'leave etcd, wipe the node, boot it as from its first start; shows first what that means')
    .option('--keep-system', 'keep the OS, its configuration, identity and records; wipe what Kubernetes has stored')
    .option('--power-off', 'power off in the end; without --keep-system no secret stays on the node then')
    .option('--force', 'also when etcd would lose its quorum or does not let the node go')
    .option('--dry-run', 'only show what would be wiped')
    .option('--yes', 'do not ask')
    .action(bind(resetNodes));
  operation('wipe <disk>', 'wipe a whole disk that nothing uses (nodes on metal)')
    .option('--zeroes', 'write zeroes to all of it, not only to what makes it look used')
    .option('--yes', 'do not ask')
    .action(
      bind(async (ctx, options: OperationOptions & { zeroes?: boolean; yes?: boolean }, disk) => {
        if (options.yes !== true && !(await confirmed(ctx, `What is on ${disk} will be lost.`))) return EXIT.failed;
        return follow(ctx, options, (node, operationId) =>
          node
            .client(Lifecycle)
            .wipeDisk({ guard: { operationId }, disk, zeroes: options.zeroes ?? false }, node.stream),
        );
      }),
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

async function resetNodes(ctx: CommandContext, options: ResetOptions): Promise<ExitCode> {
  const scope = { keepSystem: options.keepSystem ?? false, powerOff: options.powerOff ?? false };
  const { output } = ctx.options;
  const shown = options.yes !== true || options.dryRun === true;
  if (shown) {
    const plans = await askNodes(
      ctx,
      (node) => node.client(Lifecycle).planReset(scope, node.unary),
      (result) => {
        report(ctx, result);
        // On stderr where the answer itself is the operation's.
        const to = output === 'table' ? ctx.stdout : ctx.stderr;
        if (result.ok && (output === 'table' || options.dryRun !== true))
          to.write(planText(result.node.name, result.value));
      },
    );
    if (options.dryRun === true) {
      if (output !== 'table') ctx.stdout.write(machineResults(output, plans));
      return finish(ctx, plans);
    }
    // All or none: what is shown is what is agreed to.
    if (plans.some(({ ok }) => !ok)) return finish(ctx, plans);
    if (
      !(await confirmed(ctx, `What is wiped on ${plans.map(({ node }) => node.name).join(', ')} does not come back.`))
    )
      return EXIT.failed;
  }
  return follow(
    ctx,
    options,
    (node, operationId) =>
      node.client(Lifecycle).reset({ guard: { operationId }, ...scope, force: options.force ?? false }, node.stream),
    { goesDown: scope.powerOff },
  );
}

function planText(node: string, { items, afterwards, blockers }: PlanResetResponse): string {
  const width = Math.max(0, ...items.map(({ name }) => name.length));
  const lines = items.map(({ name, path, wiped }) => `  ${wiped ? 'wiped' : 'kept '}  ${name.padEnd(width)}  ${path}`);
  const against = blockers.map((blocker) => `  against it: ${blocker} (--force to do it all the same)`);
  return [`${node}  ${afterwards}`, ...lines, ...against].map((line) => `${clean(line)}\n`).join('');
}
