/** What changes a node: upgrade, rollback, reboot, shutdown, reset, wipe, confirm. */
import { Lifecycle } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, Option } from 'commander';
import { askNodes } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode } from '../context.ts';
import { confirmed } from '../output/ask.ts';
import {
  type DownOptions,
  follow,
  followInTurn,
  type OperationOptions,
  withDownOptions,
  withOperationOptions,
} from './follow.ts';
import { addResetCommand } from './reset.ts';
import { type CommandGroup, durationMs, tableFromNodes } from './shared.ts';

interface UpgradeOptions extends DownOptions {
  readonly confirmBy?: number;
  readonly confirmWithin: number;
  readonly stage?: boolean;
}

export function addLifecycleCommands({ program, bind }: CommandGroup): void {
  const operation = (name: string, description: string): Command =>
    withOperationOptions(program.command(name).description(description));
  const takingDown = (name: string, description: string): Command =>
    withDownOptions(program.command(name).description(description));

  takingDown('upgrade <image>', 'pull an image into the other slot, boot it on trial, keep it when it is good')
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
        (options.stage === true ? follow : followInTurn)(
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
  takingDown('rollback', 'boot the previous slot; drops an upgrade that is staged').action(
    bind(async (ctx, options: DownOptions) =>
      followInTurn(ctx, options, (node, operationId) =>
        node.client(Lifecycle).rollback({ guard: { operationId } }, node.stream),
      ),
    ),
  );
  takingDown('reboot', 'stop pods and services in order, then boot again')
    .addOption(
      new Option(
        '--mode <mode>',
        'default: pods and services are stopped in order; force: nothing is, as if the power were cut',
      )
        .choices(['default', 'force'])
        .default('default'),
    )
    .action(
      bind(async (ctx, options: DownOptions & { mode: string }) =>
        followInTurn(ctx, options, (node, operationId) =>
          node
            .client(Lifecycle)
            .reboot({ guard: { operationId }, mode: options.mode === 'force' ? 'FORCE' : 'GRACEFUL' }, node.stream),
        ),
      ),
    );
  operation('shutdown', 'stop pods and services in order, then power off')
    .option('--yes', 'do not ask where etcd would lose its quorum')
    .action(bind(shutDown));
  addResetCommand({ program, bind });
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
}

/** All at once: a node that is off is not waited for. */
async function shutDown(ctx: CommandContext, options: OperationOptions & { yes?: boolean }): Promise<ExitCode> {
  if (options.yes !== true) {
    const { lossOfQuorum, membersOf, statusOf } = await import('../client/in-turn.ts');
    const seen = await askNodes(
      ctx,
      async (node) => ({ name: (await statusOf(node)).node, members: await membersOf(node) }),
      () => {},
    );
    const answered = seen.flatMap((one) => (one.ok ? [one.value] : []));
    const down = answered.map(({ name }) => name);
    const why = answered.flatMap(({ members }) => lossOfQuorum(down, members) ?? [])[0];
    if (down.length > 1 && why !== undefined && !(await confirmed(ctx, `With these nodes off, ${why}.`)))
      return EXIT.failed;
  }
  return follow(
    ctx,
    options,
    (node, operationId) => node.client(Lifecycle).shutdown({ guard: { operationId } }, node.stream),
    { goesDown: true },
  );
}
