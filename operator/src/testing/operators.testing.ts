/** Operators under test: started, stopped in good order, or killed at any point. */
import type { Clock } from '@talos/lib/control/clock.ts';
import type { ApiRequest, Transport } from '@talos/lib/kube/transport.ts';
import { pino } from 'pino';
import { type OperatorOptions, runOperator } from '../operator.ts';
import type { Fleet } from './fleet.testing.ts';

export interface RunningOperator {
  /** As by SIGTERM: the Lease is released. */
  stop(): Promise<void>;
  /** As by SIGKILL: from now on nothing that it does reaches anyone. */
  kill(): Promise<void>;
}

export interface StartOptions extends Pick<OperatorOptions, 'onStep' | 'onRound' | 'onState'> {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly fleet: Fleet;
  readonly node: string;
  /** How much faster than the world the clock is: a Lease lasts as long as ever, in the world's time. */
  readonly factor: number;
  readonly lines?: string[];
}

export function startOperator({
  transport,
  clock,
  fleet,
  node,
  factor,
  lines,
  ...hooks
}: StartOptions): RunningOperator {
  const stopping = new AbortController();
  const killing = new AbortController();
  const logger = pino({ level: 'debug' }, { write: (line: string) => lines?.push(line) });
  const cut = (request: ApiRequest): ApiRequest => {
    killing.signal.throwIfAborted();
    return { ...request, signal: AbortSignal.any([request.signal, killing.signal]) };
  };
  const mortal: Transport = {
    request: async (request) => transport.request(cut(request)),
    lines: async (request) => transport.lines(cut(request)),
    close: () => {},
  };
  const done = runOperator(
    {
      transport: mortal,
      clock,
      logger,
      node,
      identity: node,
      createAgents: (signal) => fleet.agents(AbortSignal.any([signal, killing.signal])),
      lease: {
        leaseDurationMs: 3_000 * factor,
        renewDeadlineMs: 2_000 * factor,
        retryPeriodMs: 200 * factor,
      },
      ...hooks,
    },
    stopping.signal,
  );
  // whoever stops it learns of its faults
  done.catch(() => {});
  return {
    async stop() {
      stopping.abort(new Error('stopped'));
      await done;
    },
    async kill() {
      killing.abort(new Error('killed'));
      stopping.abort(new Error('killed'));
      await done.catch(() => {});
    },
  };
}
