/** Connections to the nodes that a command is about, several at once. */
import type { ServerIdentity } from '@talos/lib/rpc/client-tls.ts';
import { RpcError } from '@talos/lib/rpc/error.ts';
import type { CallOptions, Client, Methods, ServiceDescriptor } from '@talos/lib/rpc/service.ts';
import PQueue from 'p-queue';
import type { Context } from '../config/file.ts';
import { identityOf } from '../config/identity.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { clean, renderMachine } from '../output/format.ts';
import { openCalls } from './calls.ts';
import { explain } from './explain.ts';
import { isRead } from './reads.ts';
import { retrying } from './retry.ts';
import { clientTls, DIRECT, type Route, throughTunnel } from './route.ts';
import { type NodeTarget, selectNodes } from './targets.ts';

export type { NodeTarget } from './targets.ts';

/** How many nodes are asked at the same time. */
const CONCURRENCY = 16;

export interface NodeConnection extends NodeTarget {
  /** Whether other nodes are asked too: lines then say whose they are. */
  readonly several: boolean;
  client<M extends Methods>(service: ServiceDescriptor<M>): Client<M>;
  /** Who answers, once a call has got through. */
  server(): ServerIdentity | undefined;
  /** Signal and time-out of a unary call. */
  readonly unary: CallOptions;
  /** Signal only: a stream lasts as long as it lasts. */
  readonly stream: CallOptions;
}

interface OpenConnection extends NodeConnection {
  /** A call's failure, or that of the way to the node where it is the reason. */
  because(error: Error): Error;
  close(): void;
}

async function connect(
  target: NodeTarget,
  several: boolean,
  { context, route }: Destination,
  ctx: CommandContext,
): Promise<OpenConnection> {
  const way = await route.to(target);
  let server: ServerIdentity | undefined;
  const calls = openCalls({
    address: way.address,
    tls: {
      ...clientTls(context, target),
      onServer: (one) => {
        server = one;
      },
    },
  });
  return {
    ...target,
    several,
    client: (service) => persistent(service, calls.client(service), ctx.signal),
    server: () => server,
    unary: { signal: ctx.signal, timeoutMs: ctx.options.timeoutMs },
    stream: { signal: ctx.signal },
    because: (error) => way.because(error),
    close: () => {
      calls.close();
      way.close();
    },
  };
}

/** A client whose unary calls are made again where that is safe. */
function persistent<M extends Methods>(
  service: ServiceDescriptor<M>,
  client: Client<M>,
  signal: AbortSignal,
): Client<M> {
  const calls = client as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;
  const wrapped = Object.entries(calls).map(([key, call]) => {
    const method = service.methods[key];
    if (method?.kind !== 'unary') return [key, call];
    return [key, (...args: unknown[]) => retrying(async () => call(...args), isRead(service, method), signal)];
  });
  return Object.fromEntries(wrapped) as Client<M>;
}

interface Destination {
  readonly context: Context;
  readonly targets: readonly NodeTarget[];
  /** To be closed. */
  readonly route: Route;
}

/**
 * The context of this command and the nodes it is about. Errors: UsageError, also when the certificate is out of date: every
 * node would turn it away, with no more to say than a broken connection.
 */
async function destination(ctx: CommandContext): Promise<Destination> {
  const { name, context } = await ctx.config.context(ctx.options.context);
  const targets = selectNodes(context, ctx.options.nodes);
  const { notBeforeMs, notAfterMs } = identityOf(context, `${ctx.config.path}: contexts.${name}`);
  const leftMs = notAfterMs - Date.now();
  if (leftMs < 0) {
    throw new UsageError(
      `the certificate of context ${name} ended on ${new Date(notAfterMs).toISOString()}; make a new one with \`osctl gen client --secrets FILE\` and take it in with \`osctl context merge FILE\``,
    );
  }
  if (leftMs < (notAfterMs - notBeforeMs) / 2) ctx.onDue?.({ name, certificate: context.certificate });
  const [via] = ctx.options.via === undefined ? [] : selectNodes(context, [ctx.options.via]);
  return { context, targets, route: via === undefined ? DIRECT : throughTunnel(via, context) };
}

export type NodeResult<T> =
  | { readonly node: NodeTarget; readonly ok: true; readonly value: T }
  | { readonly node: NodeTarget; readonly ok: false; readonly error: Error };

export interface AskOptions {
  readonly concurrency?: number;
  /** Told which nodes it will be, before any is asked. */
  readonly onTargets?: (targets: readonly NodeTarget[]) => void;
}

/**
 * Asks every node, at most 16 at once unless said otherwise; `onResult` is told as they answer. One node's failure is that
 * node's only.
 */
export async function askNodes<T>(
  ctx: CommandContext,
  call: (node: NodeConnection) => Promise<T>,
  onResult: (result: NodeResult<T>) => void,
  options: AskOptions = {},
): Promise<readonly NodeResult<T>[]> {
  const where = await destination(ctx);
  const { targets, route } = where;
  options.onTargets?.(targets);
  const queue = new PQueue({ concurrency: options.concurrency ?? CONCURRENCY });
  const asked = Promise.all(
    targets.map((target) =>
      queue.add(async () => {
        const connection = await connect(target, targets.length > 1, where, ctx);
        let result: NodeResult<T>;
        try {
          result = { node: target, ok: true, value: await call(connection) };
        } catch (error) {
          if (error instanceof UsageError) throw error;
          const failure = error instanceof Error ? error : new Error(String(error));
          result = { node: target, ok: false, error: connection.because(failure) };
        } finally {
          connection.close();
        }
        onResult(result);
        return result;
      }),
    ),
  );
  return asked.finally(() => route.close());
}

/** A node's failure as a line on stderr. After an interrupt every call fails for that reason, which is no news. */
export function report(ctx: CommandContext, result: NodeResult<unknown>): void {
  if (!result.ok && !ctx.signal.aborted) {
    ctx.stderr.write(`osctl: ${explain(result.node, result.error, ctx.options.timeoutMs)}\n`);
  }
}

/** For commands about one node: UsageError when several are named. */
export async function askOneNode<T>(ctx: CommandContext, call: (node: NodeConnection) => Promise<T>): Promise<T> {
  const where = await destination(ctx);
  const { targets, route } = where;
  const [target] = targets;
  if (target === undefined || targets.length > 1) {
    throw new UsageError(
      `this command is about one node, ${targets.length} are named: ${targets.map((one) => one.name).join(', ')}`,
    );
  }
  const connection = await connect(target, false, where, ctx);
  try {
    return await call(connection);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError) throw error;
    throw new NodeError(target, connection.because(error), ctx.options.timeoutMs);
  } finally {
    connection.close();
    route.close();
  }
}

/** Connections that stay open for a command that asks again and again; `ask` tells one's failure as its result. */
export interface OpenNodes extends Disposable {
  ask<T>(call: (node: NodeConnection) => Promise<T>): Promise<readonly NodeResult<T>[]>;
}

/** Errors: UsageError when no node is named. */
export async function openNodes(ctx: CommandContext): Promise<OpenNodes> {
  const where = await destination(ctx);
  const { targets, route } = where;
  const connections = await Promise.all(targets.map((target) => connect(target, targets.length > 1, where, ctx)));
  return {
    ask: <T>(call: (node: NodeConnection) => Promise<T>) =>
      Promise.all(
        connections.map(async (node): Promise<NodeResult<T>> => {
          try {
            return { node, ok: true, value: await call(node) };
          } catch (error) {
            const failure = error instanceof Error ? error : new Error(String(error));
            return { node, ok: false, error: node.because(failure) };
          }
        }),
      ),
    [Symbol.dispose]: () => {
      for (const connection of connections) connection.close();
      route.close();
    },
  };
}

/** An error of a node, told with the node's name and what to try next. */
export class NodeError extends Error {
  override readonly name = 'NodeError';
  constructor(node: NodeTarget, cause: Error, timeoutMs: number) {
    super(explain(node, cause, timeoutMs), { cause });
  }
}

/** Sums up on stderr when several nodes were asked; the exit code is 0 only when every node did it. */
export function finish(ctx: CommandContext, results: readonly NodeResult<unknown>[]): ExitCode {
  const failed = results.filter((result) => !result.ok);
  if (results.length > 1 && !ctx.signal.aborted) {
    const names = failed.map((result) => result.node.name).join(', ');
    ctx.stderr.write(
      clean(`${results.length - failed.length} of ${results.length} nodes answered${names && `; not: ${names}`}`) +
        '\n',
    );
  }
  return failed.length === 0 ? EXIT.ok : EXIT.failed;
}

/** A failure that has more to tell programs than its sentence. */
export interface DetailedError extends Error {
  readonly code: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What programs get of nodes' answers: {node, address, result} or {node, address, error: {code, reason, message}} each. */
export function machineAnswers(results: readonly NodeResult<unknown>[]): readonly object[] {
  return results.map((result) => ({
    node: result.node.name,
    address: result.node.address,
    ...(result.ok ? { result: result.value } : { error: machineError(result.error) }),
  }));
}

/** One JSON or YAML document for all nodes, in the order in which they were asked. */
export function machineResults(format: 'json' | 'yaml', results: readonly NodeResult<unknown>[]): string {
  return renderMachine(format, machineAnswers(results));
}

function machineError(error: Error): Readonly<Record<string, unknown>> {
  if (error instanceof RpcError) return { code: error.code, reason: error.reason ?? '', message: error.message };
  if ('details' in error) {
    const { code, reason, message, details } = error as DetailedError;
    return { code, reason, message, ...details };
  }
  return { code: 'UNKNOWN', reason: '', message: error.message };
}
