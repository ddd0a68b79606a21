/** What changes a node: upgrade, rollback, reboot, shutdown, confirm; and the operations that these are. */
import { randomUUID } from 'node:crypto';
import { RpcError } from '@talos/lib/rpc/error.ts';
import {
  type FailedBoot,
  Lifecycle,
  type Operation,
  type OperationProgress,
  System,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, askOneNode, explain, finish, machineResults, type NodeConnection } from '../client/nodes.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { clean, renderMachine } from '../output/format.ts';
import { age, bytes, duration } from '../output/units.ts';
import { type CommandGroup, durationMs, tableFromNodes } from './shared.ts';

type Start = (node: NodeConnection, operationId: string) => AsyncIterable<OperationProgress>;

interface OperationOptions {
  readonly operationId?: string;
  readonly wait: boolean;
}

export function addLifecycleCommands({ program, bind }: CommandGroup): void {
  const operation = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--operation-id <id>', 'name of the operation; the same again attaches to it (default: a new one)')
      .option('--no-wait', 'return once the node has taken it on');

  operation('upgrade <image>', 'pull an image into the other slot, boot it on trial, keep it when it is good')
    .option('--confirm', 'keep it only if `osctl confirm` comes in time, too')
    .option('--confirm-within <duration>', 'time for the trial to be good', durationMs, 600_000)
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
    .action(
      bind(async (ctx, _options, id) =>
        follow(ctx, { operationId: id, wait: true }, (node) =>
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
            if (!result.ok) ctx.stderr.write(`osctl: ${explain(result.node, result.error)}\n`);
            else if (ctx.options.output === 'table') ctx.stdout.write(failedBootText(result.node.name, result.value));
          },
        );
        if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
        return finish(ctx, results);
      }),
    );
}

/** What an end without a result says of an operation that takes the node down: the connection breaks, the record goes on. */
const RECONNECT_MS = 500;

/**
 * Starts an operation on every node and follows it to its end, over the reboot that it causes.
 *
 * The stream breaks when the node goes down; the operation's id is asked for again until the node answers with its end.
 */
async function follow(
  ctx: CommandContext,
  options: OperationOptions,
  start: Start,
  goesDown = false,
): Promise<ExitCode> {
  const operationId = options.operationId ?? `osctl-${randomUUID()}`;
  if (!/^[a-z0-9-]{1,63}$/.test(operationId)) {
    throw new UsageError(`--operation-id ${operationId}: must be 1 to 63 of a-z, 0-9 and -`);
  }
  const results = await askNodes(
    ctx,
    async (node) => followOne(ctx, node, operationId, options.wait, start, goesDown),
    (result) => {
      if (!result.ok) ctx.stderr.write(`osctl: ${explain(result.node, result.error)}\n`);
    },
  );
  if (ctx.options.output !== 'table') ctx.stdout.write(machineResults(ctx.options.output, results));
  return finish(ctx, results);
}

async function followOne(
  ctx: CommandContext,
  node: NodeConnection,
  operationId: string,
  wait: boolean,
  start: Start,
  goesDown: boolean,
): Promise<Operation | undefined> {
  let last: Operation | undefined;
  let shown = '';
  let open: () => AsyncIterable<OperationProgress> = () => start(node, operationId);
  for (;;) {
    try {
      for await (const { operation } of open()) {
        if (operation === undefined) continue;
        last = operation;
        const text = progressText(operation);
        if (text !== shown && ctx.options.output === 'table') ctx.stdout.write(`${node.name}  ${text}\n`);
        shown = text;
        if (operation.state === 'SUCCEEDED') return operation;
        if (operation.state === 'FAILED_OPERATION') throw new OperationFailed(operation);
        if (!wait) return operation;
      }
    } catch (error) {
      // Before the node has taken it on, an error is an answer; afterwards it is the node going down.
      if (!(error instanceof RpcError) || last === undefined || !passing(error) || ctx.signal.aborted) throw error;
    }
    if (goesDown && last !== undefined) return last;
    if (last === undefined) throw new Error(`operation ${operationId} ended without a result`);
    await delay(RECONNECT_MS, ctx.signal);
    open = () => node.client(Lifecycle).watchOperation({ id: operationId }, node.stream);
  }
}

function passing(error: RpcError): boolean {
  return (
    error.code === 'UNAVAILABLE' ||
    error.code === 'CANCELLED' ||
    error.code === 'INTERNAL' ||
    error.code === 'DEADLINE_EXCEEDED'
  );
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}

class OperationFailed extends Error {
  override readonly name = 'OperationFailed';
  constructor(operation: Operation) {
    const error = operation.error;
    const lines = error?.failedBoot?.lastLines ?? [];
    const evidence = lines.length === 0 ? '' : `; it printed last: ${lines.slice(-3).join(' | ')}`;
    super(
      `${operation.type} ${operation.id} failed in ${operation.phase}: ${error?.message ?? 'no reason given'}${evidence}${error?.retryable ? '; it may be tried again' : ''}`,
    );
  }
}

function stateText(operation: Operation): string {
  return {
    RUNNING_OPERATION: 'running',
    SUCCEEDED: 'succeeded',
    FAILED_OPERATION: 'failed',
    OPERATION_STATE_UNSPECIFIED: 'unknown',
  }[operation.state];
}

function progressText(operation: Operation): string {
  const amount =
    operation.total === 0
      ? ''
      : operation.unit === 'bytes'
        ? ` ${bytes(operation.done)} of ${bytes(operation.total)}`
        : ` ${operation.done}/${operation.total}`;
  return clean(`${operation.phase}${amount}${operation.message === '' ? '' : `: ${operation.message}`}`);
}

function failedBootText(node: string, failed: FailedBoot | undefined): string {
  if (failed === undefined) return `${node}  no trial boot was turned back\n`;
  const head = `${node}  ${failed.version} in slot ${failed.slot} was turned back ${age(failed.timeMs, Date.now())} ago: ${failed.cause}: ${failed.message}`;
  return `${[head, ...failed.lastLines.map((line) => `    ${line}`)].map(clean).join('\n')}\n`;
}
