/** Connections to the nodes that a command is about, several at once. */
import { type Channel, openChannel } from '@talos/lib/rpc/channel.ts';
import { createClient } from '@talos/lib/rpc/client.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallOptions, Client, Methods, ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import PQueue from 'p-queue';
import type { Context } from '../config/file.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { clean, renderMachine } from '../output/format.ts';

/** How many nodes are asked at the same time. */
const CONCURRENCY = 16;
const OS_API_PORT = 50_000;

export interface NodeTarget {
  /** Its name where the context knows it, else its address. */
  readonly name: string;
  readonly address: string;
}

export interface NodeConnection extends NodeTarget {
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

export function connect(target: NodeTarget, context: Context, ctx: CommandContext): NodeConnection & { close(): void } {
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
    client: (service) => createClient(service, channel),
    unary: { signal: ctx.signal, timeoutMs: ctx.options.timeoutMs },
    stream: { signal: ctx.signal },
    close: () => channel.close(),
  };
}

export type NodeResult<T> =
  | { readonly node: NodeTarget; readonly ok: true; readonly value: T }
  | { readonly node: NodeTarget; readonly ok: false; readonly error: Error };

/** Asks every node, at most 16 at once; `onResult` is told as they answer. One node's failure is that node's only. */
export async function askNodes<T>(
  ctx: CommandContext,
  call: (node: NodeConnection) => Promise<T>,
  onResult: (result: NodeResult<T>) => void,
): Promise<readonly NodeResult<T>[]> {
  const { context } = await ctx.config.context(ctx.options.context);
  const targets = selectNodes(context, ctx.options.nodes);
  const queue = new PQueue({ concurrency: CONCURRENCY });
  return Promise.all(
    targets.map((target) =>
      queue.add(async () => {
        const connection = connect(target, context, ctx);
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

/** For commands about one node: UsageError when several are named. */
export async function askOneNode<T>(ctx: CommandContext, call: (node: NodeConnection) => Promise<T>): Promise<T> {
  const { context } = await ctx.config.context(ctx.options.context);
  const targets = selectNodes(context, ctx.options.nodes);
  const [target] = targets;
  if (target === undefined || targets.length > 1) {
    throw new UsageError(
      `this command is about one node, ${targets.length} are named: ${targets.map((one) => one.name).join(', ')}`,
    );
  }
  const connection = connect(target, context, ctx);
  try {
    return await call(connection);
  } catch (error) {
    if (error instanceof RpcError) throw new NodeError(target, error);
    throw error;
  } finally {
    connection.close();
  }
}

/** An error of a node, told with the node's name and what to try next. */
export class NodeError extends Error {
  override readonly name = 'NodeError';
  constructor(node: NodeTarget, cause: Error) {
    super(explain(node, cause), { cause });
  }
}

export function explain(node: NodeTarget, error: Error): string {
  const who = node.name === node.address ? node.name : `${node.name} (${node.address})`;
  const hint = error instanceof RpcError ? hintFor(error) : undefined;
  return clean(`node ${who}: ${error.message}${hint === undefined ? '' : `; ${hint}`}`);
}

function hintFor(error: RpcError): string | undefined {
  switch (error.code) {
    case 'UNAVAILABLE':
      return 'is the node up, and is its address right? (osctl cluster list, osctl context show)';
    case 'DEADLINE_EXCEEDED':
      return 'the node did not answer in time; ask again with a longer --timeout';
    case 'UNAUTHENTICATED':
      return 'the node does not know the certificate of this context; get a new one with osctl gen client';
    case 'PERMISSION_DENIED':
      return 'the role of this context is too small for it';
    case 'UNIMPLEMENTED':
      return 'the node runs another version of the OS, or is not a control plane';
    default:
      return undefined;
  }
}

/** Tells failures on stderr and sums up; the exit code is 0 only when every node did it. */
export function finish(ctx: CommandContext, results: readonly NodeResult<unknown>[]): ExitCode {
  const failed = results.filter((result) => !result.ok);
  if (results.length > 1 && failed.length > 0) {
    ctx.stderr.write(`${results.length - failed.length} of ${results.length} nodes answered\n`);
  }
  return failed.length === 0 ? EXIT.ok : EXIT.failed;
}

/** One JSON or YAML document for all nodes: a list of {node, address, result} or {node, address, error: {code, reason, message}}. */
export function machineResults(format: 'json' | 'yaml', results: readonly NodeResult<unknown>[]): string {
  return renderMachine(
    format,
    results.map((result) => ({
      node: result.node.name,
      address: result.node.address,
      ...(result.ok
        ? { result: result.value }
        : {
            error: {
              code: result.error instanceof RpcError ? result.error.code : 'UNKNOWN',
              reason: (result.error instanceof RpcError ? result.error.reason : undefined) ?? '',
              message: result.error.message,
            },
          }),
    })),
  );
}
