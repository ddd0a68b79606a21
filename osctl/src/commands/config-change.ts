/** A change of nodes' configuration: its options, how it is made on each node, and what is said of it. */
import { RpcError } from '@talos/lib/rpc/error.ts';
import { type ApplyConfigResponse, type ApplyMode, Config, type Operation } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, Option } from 'commander';
import { inTurn } from '../client/in-turn.ts';
import { askNodes, finish, machineResults, type NodeConnection, type NodeResult, report } from '../client/nodes.ts';
import { type CommandContext, type ExitCode, UsageError } from '../context.ts';
import { duration } from '../output/units.ts';
import { visibleLines } from '../output/visible.ts';
import {
  type DownOptions,
  followOne,
  newOperationId,
  sayHowToComeBack,
  sayWait,
  watching,
  withDownOptions,
} from './follow.ts';
import { durationMs } from './shared.ts';

export interface ChangeOptions extends DownOptions {
  readonly mode: keyof typeof MODES;
  readonly keepWithin: number;
  readonly dryRun?: boolean;
}
const MODES = { auto: 'AUTO', 'no-reboot': 'NO_REBOOT', staged: 'STAGED', try: 'TRY' } as const satisfies Record<
  string,
  ApplyMode
>;

/** What every request that changes documents carries. */
export type Change = ReturnType<typeof changeOf>;
const changeOf = (options: ChangeOptions, operationId: string) => ({
  dryRun: options.dryRun ?? false,
  mode: MODES[options.mode],
  tryMs: options.mode === 'try' ? options.keepWithin : 0,
  operationId,
});

export function withChangeOptions(command: Command): Command {
  return withDownOptions(
    command
      .addOption(
        new Option(
          '--mode <mode>',
          'auto: now, with the reboot it may need; no-reboot: refuse one; staged: with the next boot; try: back again unless kept',
        )
          .choices(Object.keys(MODES))
          .default('auto'),
      )
      .addOption(
        new Option('--keep-within <duration>', 'for --mode try: goes back unless `osctl config keep` comes in time')
          .argParser(durationMs)
          .default(60_000, '1m'),
      )
      .option('--dry-run', 'only show the difference and what it would disturb'),
  );
}

type Changed = ApplyConfigResponse & { readonly operation?: Operation };

/** Makes a change on every node, says what it did, and follows the reboot where it began one. */
export async function change(
  ctx: CommandContext,
  options: ChangeOptions,
  send: (node: NodeConnection, request: Change) => Promise<ApplyConfigResponse>,
): Promise<ExitCode> {
  const operationId = newOperationId(options);
  const request = changeOf(options, operationId);
  const table = ctx.options.output === 'table';
  let rebooting = false;
  const { force = false, maxUnavailable, wait } = options;
  const work = async (node: NodeConnection): Promise<Changed> => {
    const answer = await send(node, request);
    if (table) ctx.stdout.write(changeText(node.name, answer, doneText(answer, options)));
    if (answer.operationId === '' || !wait) return answer;
    rebooting = true;
    const following = { operationId: answer.operationId, wait: true, goesDown: false, limitMs: options.waitTimeout };
    return { ...answer, operation: await followOne(ctx, node, watching(node, answer.operationId), following) };
  };
  const onResult = (result: NodeResult<unknown>): void => report(ctx, result);
  const reboots = async (node: NodeConnection): Promise<boolean> =>
    (await send(node, { ...request, dryRun: true })).disruption === 'REBOOT';
  if (options.mode === 'try' && !request.dryRun && !force) {
    const looked = await askNodes(
      ctx,
      async (node) => node.several && reboots(node),
      () => {},
    );
    if (looked.some((one) => one.ok && one.value))
      throw new UsageError(
        'what takes a reboot goes back with one, too, of all these nodes at their own times: try it on one node, or on all at once with --force',
      );
  }
  const disturbs = !request.dryRun && (options.mode === 'auto' || options.mode === 'try');
  const results = disturbs
    ? await inTurn<Changed>(
        ctx,
        {
          work,
          wentDown: ({ operation }) => operation !== undefined,
          mayGoDown: reboots,
          onWait: sayWait(ctx),
          onResult,
        },
        { force, maxUnavailable, wait },
      )
    : await askNodes(ctx, work, onResult);
  if (rebooting) sayHowToComeBack(ctx, operationId);
  if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
  return finish(ctx, results);
}

function doneText({ applied, tryDeadlineMs }: ApplyConfigResponse, { mode, keepWithin }: ChangeOptions): string {
  if (!applied) return 'not applied (dry run)';
  if (mode === 'staged') return 'staged for the next boot';
  return tryDeadlineMs === 0
    ? 'applied'
    : `applied on try: it goes back in ${duration(keepWithin)} unless \`osctl config keep\` comes before`;
}

export function changeText(node: string, { diff, disruption, restarts }: ApplyConfigResponse, done: string): string {
  if (diff === '') return `${node}  nothing changes\n`;
  const needs =
    disruption === 'SERVICE_RESTART'
      ? `restarts ${restarts.join(', ')}`
      : disruption === 'REBOOT'
        ? 'takes effect with a reboot'
        : 'disturbs nothing';
  return visibleLines(`${diff}${node}  ${done}; it ${needs}\n`);
}

/** How often a patch is made anew when somebody else was faster. */
const ATTEMPTS = 3;

export async function patchNode(
  node: NodeConnection,
  request: Change,
  patch: (documents: string) => string,
): Promise<ApplyConfigResponse> {
  for (let attempt = 1; ; attempt += 1) {
    const { documents, hash } = await node.client(Config).get({}, node.unary);
    try {
      return await node
        .client(Config)
        .apply({ ...request, documents: patch(documents), expectedHash: hash }, node.unary);
    } catch (error) {
      if (!(error instanceof RpcError) || error.reason !== 'CONFIG_CHANGED' || attempt === ATTEMPTS) throw error;
    }
  }
}
