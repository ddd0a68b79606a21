/** Following an operation of a node to its end, over the reboot that it causes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RpcError } from '@talos/lib/rpc/error.ts';
import { Lifecycle, type Operation, type OperationProgress } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { duration } from '../output/units.ts';
import type { DetailedError, NodeConnection } from './nodes.ts';

const RECONNECT_MS = 500;

export interface FollowOptions {
  readonly operationId: string;
  /** false: return once the node has taken it on. */
  readonly wait: boolean;
  /** The operation ends with the node switched off: its record can be asked for no more. */
  readonly goesDown: boolean;
  /** true: this is as far as it goes for now (a staged upgrade). */
  readonly until?: (operation: Operation) => boolean;
  /** Bound on the whole of it, ms. The operation goes on by itself. */
  readonly limitMs: number;
}

/**
 * Begins (or attaches to) an operation and tells each state of it. When the node goes down the stream breaks; the operation
 * is asked for again by its id until the node answers with its end.
 *
 * Guarantees: resolves only with an operation that succeeded, or (without `wait`, or when it goes down) was taken on.
 * Errors: OperationFailed; StillRunning; RpcError of the node as long as it has not taken the operation on.
 */
export async function followOperation(
  node: NodeConnection,
  start: () => AsyncIterable<OperationProgress>,
  options: FollowOptions,
  on: { readonly progress: (operation: Operation) => void; readonly away: (reason: string) => void },
): Promise<Operation> {
  const { operationId, wait, goesDown, limitMs } = options;
  const interrupted = node.stream.signal ?? new AbortController().signal;
  const limit = AbortSignal.timeout(limitMs);
  const signal = AbortSignal.any([interrupted, limit]);
  let last: Operation | undefined;
  let open = start;
  for (;;) {
    try {
      for await (const { operation } of untilAborted(open(), signal)) {
        if (operation === undefined) continue;
        last = operation;
        on.progress(operation);
        if (operation.state === 'SUCCEEDED') return operation;
        if (operation.state === 'FAILED_OPERATION') throw new OperationFailed(operation);
        if (!wait || options.until?.(operation) === true) return operation;
      }
      if (last === undefined) throw new Error(`operation ${operationId} ended without a result`);
      if (goesDown) return last;
    } catch (error) {
      if (limit.aborted) throw new StillRunning(operationId, limitMs, last);
      // Before the node has taken it on, an error is an answer; afterwards it is the node going down.
      if (last === undefined || interrupted.aborted || !(error instanceof RpcError) || !isPassing(error)) throw error;
      if (goesDown) return last;
      on.away(error.message);
    }
    try {
      await sleep(RECONNECT_MS, undefined, { signal });
    } catch (error) {
      throw limit.aborted ? new StillRunning(operationId, limitMs, last) : error;
    }
    open = () => node.client(Lifecycle).watchOperation({ id: operationId }, { signal });
  }
}

/** The first stream was opened with the command's own signal: leaving it early cancels its call. */
async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(signal.reason);
  aborted.promise.catch(() => {});
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: an iterator that waits for its next item ends only with its call.
    void iterator.return?.(undefined)?.catch(() => {});
  }
}

function isPassing(error: RpcError): boolean {
  switch (error.code) {
    case 'UNAVAILABLE':
    case 'CANCELLED':
    case 'INTERNAL':
    case 'DEADLINE_EXCEEDED':
      return true;
    default:
      return false;
  }
}

/** The node said that it failed, and why. */
export class OperationFailed extends Error implements DetailedError {
  override readonly name = 'OperationFailed';
  readonly code = 'OPERATION_FAILED';
  readonly reason: string;
  readonly details: { readonly operation: Operation };

  constructor(operation: Operation) {
    const error = operation.error;
    const lines = error?.failedBoot?.lastLines ?? [];
    const evidence = lines.length === 0 ? '' : `; it printed last: ${lines.slice(-3).join(' | ')}`;
    super(
      `${operation.type} ${operation.id} failed in ${operation.phase}: ${error?.message ?? 'no reason given'}${evidence}${error?.retryable ? '; it may be tried again' : ''}`,
    );
    this.reason = error?.code ?? '';
    this.details = { operation };
  }
}

/** We stopped looking; the node goes on. */
export class StillRunning extends Error implements DetailedError {
  override readonly name = 'StillRunning';
  readonly code = 'DEADLINE_EXCEEDED';
  readonly reason = 'STILL_RUNNING';
  readonly details: { readonly operation?: Operation };

  constructor(operationId: string, limitMs: number, last: Operation | undefined) {
    super(
      `operation ${operationId} has not ended within ${duration(limitMs)}${last === undefined ? '' : ` (last seen in ${last.phase})`}; it goes on by itself: osctl operation watch ${operationId}`,
    );
    this.details = last === undefined ? {} : { operation: last };
  }
}
