/**
 * How often people are told of what changes by itself. What is told of a few nodes is written at once; where hundreds change at the
 * same time, each has to wait for longer, so that the telling takes no more of the apiserver than the work.
 */

/** For each node that is under way or of which there is something to tell; no longer than the second. */
const PER_NODE_MS = 250;
const NODE_MS = 60_000;
/** The summaries, for each node under way; no longer than the second. */
const SUMMARY_PER_NODE_MS = 50;
const SUMMARY_MS = 5_000;
/** While round follows upon round, each of which is about to tell of a newer state. */
const OVERDUE_MS = 5_000;

export class Pace {
  readonly #nodes = new Map<string, number>();
  #summary = Number.NEGATIVE_INFINITY;

  /** Its status was written, for whatever reason. */
  wrote(node: string, now: number): void {
    this.#nodes.set(node, now);
  }

  /** Of the nodes with news: those that are told of now, and after how many milliseconds the next one is. All times are monotonic. */
  due(
    nodes: readonly string[],
    underWay: number,
    now: number,
  ): { readonly due: readonly string[]; readonly againMs: number } {
    const pauseMs = Math.min(NODE_MS, Math.max(nodes.length, underWay) * PER_NODE_MS);
    const waits = nodes.map((name) => ({
      name,
      ms: (this.#nodes.get(name) ?? Number.NEGATIVE_INFINITY) + pauseMs - now,
    }));
    return {
      due: waits.flatMap(({ name, ms }) => (ms <= 0 ? [name] : [])),
      againMs: Math.min(Number.POSITIVE_INFINITY, ...waits.flatMap(({ ms }) => (ms > 0 ? [ms] : []))),
    };
  }

  /** After how many milliseconds the summaries, of the Machine and its rollouts, are told again; 0: now. */
  summaryIn(underWay: number, now: number): number {
    return Math.max(0, this.#summary + Math.min(SUMMARY_MS, underWay * SUMMARY_PER_NODE_MS) - now);
  }

  /** They have waited for a quiet moment for too long. */
  isOverdue(now: number): boolean {
    return now - this.#summary >= OVERDUE_MS;
  }

  toldSummary(now: number): void {
    this.#summary = now;
  }

  /** Nodes that are gone. */
  keepOnly(nodes: ReadonlySet<string>): void {
    for (const name of this.#nodes.keys()) if (!nodes.has(name)) this.#nodes.delete(name);
  }
}
