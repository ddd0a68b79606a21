/** Operations as commands begin and follow them: the same options, lines and ends for each. */
import { randomUUID } from 'node:crypto';
import { Lifecycle, type Operation, type OperationProgress } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { inTurn, type TurnOptions } from '../client/in-turn.ts';
import {
  askNodes,
  finish,
  machineResults,
  type NodeConnection,
  type NodeResult,
  type NodeTarget,
  report,
} from '../client/nodes.ts';
import { type FollowOptions, followOperation } from '../client/operation.ts';
import { type CommandContext, type ExitCode, UsageError } from '../context.ts';
import { clean } from '../output/format.ts';
import { endText, newParts, progressText } from '../output/operation.ts';
import { count, durationMs } from './shared.ts';

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

/** Of commands that take nodes down. */
export interface DownOptions extends OperationOptions, Omit<TurnOptions, 'force'> {
  readonly force?: boolean;
}

/** Down at the same time, unless said otherwise. */
const WORKERS_AT_ONCE = 4;

export function withDownOptions(
  command: Command,
  force = 'all nodes at once, also when etcd would lose its quorum',
): Command {
  return withOperationOptions(command)
    .addOption(
      new Option(
        '--max-unavailable <count>',
        'workers that are down at the same time; control planes are taken down one after another',
      )
        .argParser(atLeastOne)
        .default(WORKERS_AT_ONCE),
    )
    .option('--force', force);
}

function atLeastOne(text: string): number {
  const value = count(text);
  if (value === 0) throw new InvalidArgumentError('at least 1 has to be.');
  return value;
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

type Start = (node: NodeConnection, operationId: string) => AsyncIterable<OperationProgress>;
type Ending = Pick<FollowOptions, 'goesDown' | 'until'>;

/** Starts an operation on every node at once and follows it to its end. */
export async function follow(
  ctx: CommandContext,
  options: OperationOptions,
  start: Start,
  ending: Ending = { goesDown: false },
): Promise<ExitCode> {
  const operationId = newOperationId(options);
  const results = await askNodes(
    ctx,
    (node) => followOne(ctx, node, () => start(node, operationId), followOptions(options, operationId, ending)),
    (result) => report(ctx, result),
    { concurrency: Number.POSITIVE_INFINITY },
  );
  return ended(ctx, operationId, results);
}

/** The same of one that takes nodes down: so that the cluster stays up. */
export async function followInTurn(
  ctx: CommandContext,
  options: DownOptions,
  start: Start,
  ending: Ending & { readonly mayGoDown?: (node: NodeConnection) => Promise<boolean> } = { goesDown: false },
): Promise<ExitCode> {
  const operationId = newOperationId(options);
  const { force = false, maxUnavailable, wait } = options;
  const results = await inTurn<Operation>(
    ctx,
    {
      work: (node) => followOne(ctx, node, () => start(node, operationId), followOptions(options, operationId, ending)),
      wentDown: () => !ending.goesDown,
      ...(ending.mayGoDown && { mayGoDown: ending.mayGoDown }),
      onWait: sayWait(ctx),
      onResult: (result) => report(ctx, result),
    },
    { force, maxUnavailable, wait },
  );
  return ended(ctx, operationId, results);
}

const followOptions = (options: OperationOptions, operationId: string, ending: Ending): FollowOptions => ({
  goesDown: ending.goesDown,
  ...(ending.until && { until: ending.until }),
  operationId,
  wait: options.wait,
  limitMs: options.waitTimeout,
});

/** What a node is waited for, whenever it is something else. */
export function sayWait(ctx: CommandContext): (node: NodeTarget, what: string) => void {
  let shown = '';
  return ({ name }, what) => {
    const line = clean(`${name}  not well again yet: ${what}`);
    if (line !== shown && ctx.options.output === 'table') ctx.stdout.write(`${line}\n`);
    shown = line;
  };
}

function ended(ctx: CommandContext, operationId: string, results: readonly NodeResult<unknown>[]): ExitCode {
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
