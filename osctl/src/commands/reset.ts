/** Back to the beginning: what is wiped is shown, and agreed to, before anything is. */
import { Lifecycle, type PlanResetResponse } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, finish, machineResults, report } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode } from '../context.ts';
import { confirmed } from '../output/ask.ts';
import { clean } from '../output/format.ts';
import { type DownOptions, followInTurn, withDownOptions } from './follow.ts';
import type { CommandGroup } from './shared.ts';

interface ResetOptions extends DownOptions {
  readonly keepSystem?: boolean;
  readonly powerOff?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function addResetCommand({ program, bind }: CommandGroup): void {
  withDownOptions(
    program.command('reset'),
    'all nodes at once, also when etcd would lose its quorum or does not let a node go',
  )
    .description('leave etcd, wipe the node, boot it as from its first start; shows first what that means')
    .option('--keep-system', 'keep the OS, its configuration, identity and records; wipe what Kubernetes has stored')
    .option('--power-off', 'power off in the end; without --keep-system no secret stays on the node then')
    .option('--dry-run', 'only show what would be wiped')
    .option('--yes', 'do not ask')
    .action(bind(resetNodes));
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
    // All or none: what is shown is what is agreed to.
    if (options.dryRun === true || plans.some(({ ok }) => !ok)) {
      if (output !== 'table') ctx.stdout.write(machineResults(output, plans));
      return finish(ctx, plans);
    }
    if (
      !(await confirmed(ctx, `What is wiped on ${plans.map(({ node }) => node.name).join(', ')} does not come back.`))
    )
      return EXIT.failed;
  }
  return followInTurn(
    ctx,
    options,
    (node, operationId) =>
      node.client(Lifecycle).reset({ guard: { operationId }, ...scope, force: options.force ?? false }, node.stream),
    // Whether etcd can let it go the node itself knows.
    { goesDown: scope.powerOff, mayGoDown: async () => false },
  );
}

function planText(node: string, { items, afterwards, blockers }: PlanResetResponse): string {
  const width = Math.max(0, ...items.map(({ name }) => name.length));
  const lines = items.map(({ name, path, wiped }) => `  ${wiped ? 'wiped' : 'kept '}  ${name.padEnd(width)}  ${path}`);
  const against = blockers.map((blocker) => `  against it: ${blocker} (--force to do it all the same)`);
  return [`${node}  ${afterwards}`, ...lines, ...against].map((line) => `${clean(line)}\n`).join('');
}
