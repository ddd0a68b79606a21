/** Connections to the nodes that a command is about, several at once. */
import { type Channel, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallOptions, Client, Methods, ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import PQueue from 'p-queue';
import type { Context } from '../config/file.ts';
import { identityOf } from '../config/identity.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { clean, renderMachine } from '../output/format.ts';
import { duration } from '../output/units.ts';

/** How many nodes are asked at the same time. */
const CONCURRENCY = 16;
const OS_API_PORT = 50_000;

export interface NodeTarget {
  /** Its name where the context knows it, else its address. */
  readonly name: string;
  readonly address: string;
}

export interface NodeConnection extends NodeTarget {
  /** Whether other nodes are asked too: lines then say whose they are. */
  readonly several: boolean;
  client<M extends Methods>(service: ServiceDescriptor<M>): Client<M>;
  /** Signal and time-out of a unary call. */
  readonly unary: CallOptions;
  /** Signal only: a stream lasts as long as it lasts. */
  readonly stream: CallOptions;
}

/**
 * The nodes of -n, else those of the context, else its first endpoint.
 *
 * Errors: UsageError when there is none.
 */
export function selectNodes(context: Context, asked: readonly string[]): readonly NodeTarget[] {
  const wanted = asked.length > 0 ? asked : context.nodes.length > 0 ? context.nodes : context.endpoints.slice(0, 1);
  if (wanted.length === 0)
    throw new UsageError('no node is named: use -n ADDRESS[,ADDRESS…], or set nodes in the context');
  const names = new Map(Object.entries(context.members).map(([name, address]) => [address, name]));
  return [...new Set(wanted)].map((one) => {
    const address = context.members[one] ?? one;
    return { name: names.get(address) ?? address, address };
  });
}

function connect(
  target: NodeTarget,
  several: boolean,
  context: Context,
  ctx: CommandContext,
): NodeConnection & { close(): void } {
  const { address } = target;
  const host = address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
  const channel: Channel = openChannel({
    address: /\]:\d+$|^[^:[\]]+:\d+$/.test(address) ? address : `${host}:${OS_API_PORT}`,
    tls: {
      ca: context.ca,
      cert: context.certificate,
      key: context.key,
      // A name is a stronger claim than an address: who took over the address cannot take over the name.
      ...(target.name !== address && { serverName: target.name }),
    },
  });
  return {
    ...target,
    several,
    client: (service) => createClient(service, channel),
    unary: { signal: ctx.signal, timeoutMs: ctx.options.timeoutMs },
    stream: { signal: ctx.signal },
    close: () => channel.close(),
  };
}

/**
 * The context of this command and the nodes it is about. Errors: UsageError, also when the certificate is out of date: every
 * node would turn it away, with no more to say than a broken connection.
 */
async function destination(
  ctx: CommandContext,
): Promise<{ readonly context: Context; readonly targets: readonly NodeTarget[] }> {
  const { name, context } = await ctx.config.context(ctx.options.context);
  const targets = selectNodes(context, ctx.options.nodes);
  const { notAfterMs } = identityOf(context, `${ctx.config.path}: contexts.${name}`);
  if (notAfterMs < Date.now()) {
    throw new UsageError(
      `the certificate of context ${name} ended on ${new Date(notAfterMs).toISOString()}; make a new one with \`osctl gen client --secrets FILE\` and take it in with \`osctl context merge FILE\``,
    );
  }
  return { context, targets };
}

export type NodeResult<T> =
  | { readonly node: NodeTarget; readonly ok: true; readonly value: T }
  | { readonly node: NodeTarget; readonly ok: false; readonly error: Error };

/**
 * Asks every node, at most 16 at once unless said otherwise; `onResult` is told as they answer. One node's failure is that
 * node's only.
 */
export async function askNodes<T>(
  ctx: CommandContext,
  call: (node: NodeConnection) => Promise<T>,
  onResult: (result: NodeResult<T>) => void,
  options: { readonly concurrency?: number } = {},
): Promise<readonly NodeResult<T>[]> {
  const { context, targets } = await destination(ctx);
  const queue = new PQueue({ concurrency: options.concurrency ?? CONCURRENCY });
  return Promise.all(
    targets.map((target) =>
      queue.add(async () => {
        const connection = connect(target, targets.length > 1, context, ctx);
        let result: NodeResult<T>;
        try {
          result = { node: target, ok: true, value: await call(connection) };
        } catch (error) {
          if (error instanceof UsageError) throw error;
          result = { node: target, ok: false, error: error instanceof Error ? error : new Error(String(error)) };
        } finally {
          connection.close();
        }
        onResult(result);
        return result;
      }),
    ),
  );
}

/** A node's failure as a line on stderr. After an interrupt every call fails for that reason, which is no news. */
export function report(ctx: CommandContext, result: NodeResult<unknown>): void {
  if (!result.ok && !ctx.signal.aborted) {
    ctx.stderr.write(`osctl: ${explain(result.node, result.error, ctx.options.timeoutMs)}\n`);
  }
}

/** For commands about one node: UsageError when several are named. */
export async function askOneNode<T>(ctx: CommandContext, call: (node: NodeConnection) => Promise<T>): Promise<T> {
  const { context, targets } = await destination(ctx);
  const [target] = targets;
  if (target === undefined || targets.length > 1) {
    throw new UsageError(
      `this command is about one node, ${targets.length} are named: ${targets.map((one) => one.name).join(', ')}`,
    );
  }
  const connection = connect(target, false, context, ctx);
  try {
    return await call(connection);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError) throw error;
    throw new NodeError(target, error, ctx.options.timeoutMs);
  } finally {
    connection.close();
  }
}

/** An error of a node, told with the node's name and what to try next. */
export class NodeError extends Error {
  override readonly name = 'NodeError';
  constructor(node: NodeTarget, cause: Error, timeoutMs: number) {
    super(explain(node, cause, timeoutMs), { cause });
  }
}

function explain(node: NodeTarget, error: Error, timeoutMs: number): string {
  const who = node.name === node.address ? node.name : `${node.name} (${node.address})`;
  const hint = error instanceof RpcError ? hintFor(error, timeoutMs) : undefined;
  return clean(`node ${who}: ${error.message}${hint === undefined ? '' : `; ${hint}`}`);
}

function hintFor(error: RpcError, timeoutMs: number): string | undefined {
  switch (error.code) {
    case 'UNAVAILABLE':
      return 'is the node up, and is its address right? (osctl cluster list, osctl context show)';
    case 'DEADLINE_EXCEEDED':
      return `it did not answer within ${duration(timeoutMs)}; ask again with a longer --timeout`;
    case 'UNAUTHENTICATED':
      return 'the node does not know the certificate of this context; get a new one with osctl gen client';
    case 'PERMISSION_DENIED':
      return 'the role of this context is too small for it (osctl context show)';
    case 'UNIMPLEMENTED':
      return 'the node runs another version of the OS, or is not a control plane';
    default:
      return undefined;
  }
}

/** Sums up on stderr; the exit code is 0 only when every node did it. */
export function finish(ctx: CommandContext, results: readonly NodeResult<unknown>[]): ExitCode {
  const failed = results.filter((result) => !result.ok);
  if (results.length > 1 && failed.length > 0 && !ctx.signal.aborted) {
    ctx.stderr.write(`${results.length - failed.length} of ${results.length} nodes answered\n`);
  }
  return failed.length === 0 ? EXIT.ok : EXIT.failed;
}

/** A failure that has more to tell programs than its sentence. */
export interface DetailedError extends Error {
  readonly code: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * One JSON or YAML document for all nodes: a list of {node, address, result} or {node, address, error: {code, reason, message}},
 * in the order in which they were asked.
 */
export function machineResults(format: 'json' | 'yaml', results: readonly NodeResult<unknown>[]): string {
  return renderMachine(
    format,
    results.map((result) => ({
      node: result.node.name,
      address: result.node.address,
      ...(result.ok ? { result: result.value } : { error: machineError(result.error) }),
    })),
  );
}

function machineError(error: Error): Readonly<Record<string, unknown>> {
  if (error instanceof RpcError) return { code: error.code, reason: error.reason ?? '', message: error.message };
  if ('details' in error) {
    const { code, reason, message, details } = error as DetailedError;
    return { code, reason, message, ...details };
  }
  return { code: 'UNKNOWN', reason: '', message: error.message };
}
