/** Runs the work of operations, one at a time. */
import type { OperationEnd, OperationLog } from './operations.ts';
import { pullError } from './pull.ts';
import type { Stage } from './types.ts';

export interface Performer {
  /** Runs an operation's work behind the call that asked for it; whatever it throws is the operation's end. */
  perform(id: string, during: Stage, work: (signal: AbortSignal) => Promise<OperationEnd | undefined>): void;
  /** The operation that was begun last, while its work is not over. */
  current(): string | undefined;
  /** Tells the work of that one to end. */
  abort(reason: Error): void;
}

export function createPerformer(options: {
  readonly operations: Pick<OperationLog, 'end'>;
  readonly onStage: (stage: Stage) => void;
  /** Nothing is being worked on any more. */
  readonly onIdle: () => void;
  readonly onError: (error: unknown, doing: string) => void;
}): Performer {
  const { operations, onStage, onIdle, onError } = options;
  let current: { readonly id: string; readonly controller: AbortController; readonly over: Promise<void> } | undefined;
  return {
    perform(id, during, work) {
      const before = current;
      const over = Promise.withResolvers<void>();
      const controller = new AbortController();
      const own = { id, controller, over: over.promise };
      current = own;
      onStage(during);
      void (async () => {
        try {
          // One at a time: what was taken over has let go of the slot first.
          if (before !== undefined) await before.over;
          const end = await work(controller.signal);
          if (end !== undefined) operations.end(id, end);
        } catch (error) {
          if (!controller.signal.aborted) onError(error, `operation ${id}`);
          operations.end(id, { error: pullError(error) });
        } finally {
          over.resolve();
          if (current === own) {
            current = undefined;
            onIdle();
          }
        }
      })();
    },
    current: () => current?.id,
    abort: (reason) => current?.controller.abort(reason),
  };
}
