/** What takes two answers of a node to say, such as a share of CPU: measured once, or again and again until interrupted. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOptions } from '@talos/lib/rpc/service.ts';
import { explain } from '../client/explain.ts';
import { finish, machineAnswers, type NodeConnection, type NodeResult, openNodes } from '../client/nodes.ts';
import type { CommandContext, ExitCode } from '../context.ts';
import { renderLine } from '../output/format.ts';
import { Screen } from '../output/screen.ts';

/** While others are watched, a node that is away is asked no longer than this: it must not hold up what they have to say. */
const PATIENCE_MS = 5_000;

export interface Measuring<Answer, Value> {
  readonly intervalMs: number;
  ask(node: NodeConnection, options: CallOptions): Promise<Answer>;
  /** `before` is undefined where the node did not answer the time before. */
  between(before: Answer | undefined, now: Answer): Value;
}

/** One measurement of each node, an interval long. */
export async function measureOnce<Answer, Value>(
  ctx: CommandContext,
  measuring: Measuring<Answer, Value>,
): Promise<readonly NodeResult<Value>[]> {
  for await (const results of measurements(ctx, measuring, ctx.options.timeoutMs)) return results;
  return [];
}

/**
 * Measures until it is interrupted. On a terminal each picture is drawn over the one before; a node that does not answer is told
 * below it, and asked again. With `-o json|yaml` each measurement is a line of JSON: a list as of other commands.
 *
 * `picture` draws what the nodes that answered have, in `rows` lines.
 */
export async function watchMeasurements<Answer, Value>(
  ctx: CommandContext,
  measuring: Measuring<Answer, Value>,
  picture: (answered: readonly Extract<NodeResult<Value>, { ok: true }>[], several: boolean, rows: number) => string,
): Promise<ExitCode> {
  const screen = new Screen(ctx.stdout);
  const timeoutMs = Math.min(ctx.options.timeoutMs, PATIENCE_MS);
  for await (const results of measurements(ctx, measuring, timeoutMs)) {
    if (ctx.options.output === 'table') {
      const away = results.flatMap((result) =>
        result.ok ? [] : [`osctl: ${explain(result.node, result.error, timeoutMs)}\n`],
      );
      const answered = results.filter((result) => result.ok);
      screen.draw(picture(answered, results.length > 1, screen.rows - away.length) + away.join(''));
    } else ctx.stdout.write(renderLine(machineAnswers(results)));
    await ctx.stdout.drained(ctx.signal);
  }
  return finish(ctx, []);
}

async function* measurements<Answer, Value>(
  ctx: CommandContext,
  { intervalMs, ask, between }: Measuring<Answer, Value>,
  timeoutMs: number,
): AsyncGenerator<readonly NodeResult<Value>[]> {
  const previous = new Map<string, Answer>();
  using nodes = await openNodes(ctx);
  const sample = () => nodes.ask((node) => ask(node, { ...node.unary, timeoutMs }));
  for (const result of await sample()) if (result.ok) previous.set(result.node.name, result.value);
  for (;;) {
    await sleep(intervalMs, undefined, { signal: ctx.signal }).catch(() => undefined);
    if (ctx.signal.aborted) return;
    const results = await sample();
    if (ctx.signal.aborted) return;
    yield results.map((result): NodeResult<Value> => {
      const before = previous.get(result.node.name);
      previous.delete(result.node.name);
      if (!result.ok) return result;
      previous.set(result.node.name, result.value);
      return { ...result, value: between(before, result.value) };
    });
  }
}
