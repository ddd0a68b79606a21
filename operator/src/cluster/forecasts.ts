/** What drains would meet, looked up while a rollout waits: one list of the cluster's pods, page by page, and one of its budgets. */
import type { Clock } from '@talos/lib/control/clock.ts';
import { list, listPages } from '@talos/lib/kube/list.ts';
import { type Node, POD_DISRUPTION_BUDGETS, PODS } from '@talos/lib/kube/resources.ts';
import type { Transport } from '@talos/lib/kube/transport.ts';
import { type DrainAhead, type Forecast, forecast } from '@talos/lib/plan/index.ts';
import { budgetView, Census, roomOf } from '@talos/lib/plan/objects/workload.ts';
import type { Logger } from 'pino';

export interface ForecastsOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Every node. */
  readonly nodes: () => readonly Node[];
  /** A forecast has come in. */
  readonly onChange: () => void;
}

/** Between two looks at the same nodes: who waits for an approval sees what is a few minutes old. */
const EVERY_MS = 300_000;

/** Losing it costs one look. */
export class Forecasts {
  readonly #options: ForecastsOptions;
  #asked: { readonly about: string; readonly time: number } | undefined;
  #looking: Promise<void> | undefined;
  #forecast: Forecast | undefined;

  constructor(options: ForecastsOptions) {
    this.#options = options;
  }

  latest(): Forecast | undefined {
    return this.#forecast;
  }

  /** Looks at these drains, unless it was done lately, without waiting for it. Without any there is nothing to tell. */
  attend(drains: readonly DrainAhead[]): void {
    if (drains.length === 0) {
      this.#asked = undefined;
      this.#forecast = undefined;
      return;
    }
    const { clock, signal } = this.#options;
    const now = clock.now();
    const about = JSON.stringify(drains);
    const isFresh = this.#asked?.about === about && Math.abs(now - this.#asked.time) < EVERY_MS;
    if (isFresh || this.#looking !== undefined || signal.aborted) return;
    this.#asked = { about, time: now };
    this.#looking = this.#look(drains, now).finally(() => {
      this.#looking = undefined;
    });
  }

  /** Resolves when no look is under way. */
  async idle(): Promise<void> {
    await this.#looking;
  }

  async #look(drains: readonly DrainAhead[], now: number): Promise<void> {
    const { transport, signal, logger, onChange } = this.#options;
    const asked = this.#asked;
    const census = new Census(drains.map(({ node }) => node));
    try {
      for await (const { items } of listPages(transport, PODS, { signal })) {
        for (const pod of items) census.count(pod, now);
      }
      const budgets = await list(transport, POD_DISRUPTION_BUDGETS, { signal });
      const rooms = this.#options.nodes().map((node) => roomOf(node, census.used.get(node.metadata.name)));
      // Nobody has asked about others meanwhile.
      if (this.#asked !== asked) return;
      this.#forecast = forecast(drains, { pods: census.pods, budgets: budgets.map(budgetView), rooms }, now);
    } catch (err) {
      if (signal.aborted) return;
      // A rollout waits for no forecast: the next one is made as if this had been.
      logger.warn({ err }, 'the drains that are ahead could not be looked at');
      return;
    }
    onChange();
  }
}
