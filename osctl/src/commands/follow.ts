/** Operations as commands begin and follow them: the same options, lines and ends for each. */
import { randomUUID } from 'node:crypto';
import { Lifecycle, type Operation, type OperationProgress } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, Option } from 'commander';
import { askNodes, finish, machineResults, type NodeConnection, report } from '../client/nodes.ts';
import { type FollowOptions, followOperation } from '../client/operation.ts';
import { type CommandContext, type ExitCode, UsageError } from '../context.ts';
import { endText, newParts, progressText } from '../output/operation.ts';
import { durationMs } from './shared.ts';

export interface OperationOptions {
  readonly operationId?: string;
  readonly wait: boolean;
  readonly waitTimeout: number;
}

/** Longer than a trial boot's own 10 min and the pull before it. */
const WAIT_MS = 1_800_000;

export const waitTimeout = (): Option =>
  new Option('--wait-timeout <duration>', 'how long to follow it').argParser(durationMs).default(WAIT_MS, '30m');

export function withOperationOptions(command: Command): Command {
  return command
    .option('--operation-id <id>', 'name of the operation; the same again attaches to it (default: a new one)')
    .option('--no-wait', 'return once the node has taken it on')
    .addOption(waitTimeout());
}

export function newOperationId(options: Pick<OperationOptions, 'operationId'>): string {
  const id = options.operationId ?? `osctl-${randomUUID()}`;
  if (!/^[a-z0-9-]{1,63}$/.test(id)) throw new UsageError(`--operation-id ${id}: must be 1 to 63 of a-z, 0-9 and -`);
  return id;
}

/** Tells one node's operation line by line; with `-o json|yaml` only its end is told, by the caller. */
export function followOne(
  ctx: CommandContext,
  node: NodeConnection,
  start: () => AsyncIterable<OperationProgress>,
  options: FollowOptions,
): Promise<Operation> {
  let shown = '';
  const layers = new Set<string>();
  let lastTenth = '';
  const show = (text: string): void => {
    if (text !== shown && ctx.options.output === 'table') ctx.stdout.write(`${node.name}  ${text}\n`);
    shown = text;
  };
  return followOperation(node, start, options, {
    progress: (operation) => {
      for (const line of newParts(operation, layers)) show(line);
      // A line for each tenth of many bytes: what is read by programs, or later, is not to drown in them.
      const { phase, done, total, unit } = operation;
      const tenth = unit === 'bytes' && total > 0 ? `${phase} ${Math.floor((done / total) * 10)}` : '';
      const end = endText(operation);
      if (end !== undefined || tenth === '' || tenth !== lastTenth) show(end ?? progressText(operation));
      lastTenth = tenth;
    },
    away: () => show('away; asked again until it answers'),
  });
}

export const watching =
  (node: NodeConnection, id: string): (() => AsyncIterable<OperationProgress>) =>
  () =>
    node.client(Lifecycle).watchOperation({ id }, node.stream);

/** Starts an operation on every node and follows it to its end. */
export async function follow(
  ctx: CommandContext,
  options: OperationOptions,
  start: (node: NodeConnection, operationId: string) => AsyncIterable<OperationProgress>,
  ending: Pick<FollowOptions, 'goesDown' | 'until'> = { goesDown: false },
): Promise<ExitCode> {
  const operationId = newOperationId(options);
  const results = await askNodes(
    ctx,
    (node) =>
      followOne(ctx, node, () => start(node, operationId), {
        ...ending,
        operationId,
        wait: options.wait,
        limitMs: options.waitTimeout,
      }),
    (result) => report(ctx, result),
    { concurrency: Number.POSITIVE_INFINITY },
  );
  sayHowToComeBack(ctx, operationId);
  const { output } = ctx.options;
  if (output !== 'table') ctx.stdout.write(machineResults(output, results));
  return finish(ctx, results);
}

/** After Ctrl-C. */
export function sayHowToComeBack(ctx: CommandContext, operationId: string): void {
  if (!ctx.signal.aborted) return;
  ctx.stderr.write(`what nodes have taken on goes on by itself: osctl operation watch ${operationId}\n`);
}
