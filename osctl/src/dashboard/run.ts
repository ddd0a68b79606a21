/** Asks the nodes again and again, follows the log that is looked at, draws what changed. Ends with q. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Services, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { explain } from '../client/explain.ts';
import { askNodes, type NodeConnection } from '../client/nodes.ts';
import { aboutAll, selectNodes } from '../client/targets.ts';
import type { CommandContext } from '../context.ts';
import { painter } from '../output/style.ts';
import { render } from './render.ts';
import { type DashboardEvent, type DashboardState, initialState, type LogTarget, reduce, sameLog } from './state.ts';
import { openTerminal } from './terminal.ts';

const POLL_MS = 2_000;
/** A node that takes longer is shown as away; it is asked again. */
const ANSWER_MS = 4_000;
/** Frames a second are bounded: a log may bring thousands of lines. */
const FRAME_MS = 50;
const LOG_TAIL = 200;

export async function runDashboard(command: CommandContext): Promise<void> {
  const { name, context } = await command.config.context(command.options.context);
  const whole = aboutAll(command, context);
  const targets = selectNodes(context, whole.options.nodes);
  const quit = new AbortController();
  const ctx: CommandContext = {
    ...whole,
    signal: AbortSignal.any([command.signal, quit.signal]),
    options: { ...whole.options, timeoutMs: Math.min(ANSWER_MS, whole.options.timeoutMs) },
  };
  let state = initialState(
    name,
    targets.map((target) => target.name),
  );
  let frame: NodeJS.Timeout | undefined;
  let log: { readonly target: LogTarget; readonly stop: AbortController } | undefined;

  const apply = (event: DashboardEvent): void => {
    state = reduce(state, event);
    if (state.done) quit.abort();
    else {
      follow();
      frame ??= setTimeout(draw, FRAME_MS);
    }
  };
  const follow = (): void => {
    const wanted = state.view === 'logs' ? state.log : undefined;
    if (sameLog(wanted, log?.target)) return;
    log?.stop.abort();
    log = wanted === undefined ? undefined : { target: wanted, stop: new AbortController() };
    if (log !== undefined) void followLog(ctx, log.target, log.stop.signal, apply);
  };
  using terminal = openTerminal(painter(ctx), {
    onKey: (key) => apply({ type: 'key', key }),
    onResize: () => draw(),
  });
  function draw(): void {
    clearTimeout(frame);
    frame = undefined;
    terminal.draw(
      render(state satisfies DashboardState, { ...terminal.size(), nowMs: steadyNow(), paint: terminal.paint }),
    );
  }
  draw();
  // The clock in the corner, and how old answers are.
  const clock = setInterval(draw, 1_000);
  try {
    await askNodes(
      ctx,
      (node) => pollNode(node, ctx, apply),
      () => {},
      { concurrency: Number.POSITIVE_INFINITY },
    );
  } finally {
    clearInterval(clock);
    clearTimeout(frame);
    log?.stop.abort();
  }
}

/** Rates are measured with it: a clock that is set while the dashboard runs must not show in them. */
const steadyNow = (): number => performance.timeOrigin + performance.now();

/** Until the dashboard ends. */
async function pollNode(
  node: NodeConnection,
  ctx: CommandContext,
  apply: (event: DashboardEvent) => void,
): Promise<void> {
  const system = node.client(System);
  while (!ctx.signal.aborted) {
    try {
      const [status, { processes }] = await Promise.all([
        system.status({}, node.unary),
        system.processes({}, node.unary),
      ]);
      apply({ type: 'answer', node: node.name, nowMs: steadyNow(), status, processes });
    } catch (error) {
      if (ctx.signal.aborted) return;
      apply({ type: 'failure', node: node.name, error: explain(node, error as Error, ctx.options.timeoutMs) });
    }
    await sleep(POLL_MS, undefined, { signal: ctx.signal }).catch(() => {});
  }
}

/** Until another one is looked at: a node that went away is asked for its log again. */
async function followLog(
  command: CommandContext,
  target: LogTarget,
  stop: AbortSignal,
  apply: (event: DashboardEvent) => void,
): Promise<void> {
  const signal = AbortSignal.any([command.signal, stop]);
  const ctx = { ...command, signal, options: { ...command.options, nodes: [target.node] } };
  const decoder = new TextDecoder();
  while (!signal.aborted) {
    let begun = false;
    const [result] = await askNodes(
      ctx,
      async (node) => {
        const call = { id: target.id, follow: true, tailLines: LOG_TAIL };
        for await (const { line } of node.client(Services).logs(call, node.stream)) {
          if (!begun) apply({ type: 'log-begin', target });
          begun = true;
          apply({ type: 'log', target, line: decoder.decode(line) });
        }
      },
      () => {},
    );
    if (signal.aborted) return;
    if (result?.ok === false) {
      const error = explain(result.node, result.error, ctx.options.timeoutMs);
      apply({ type: 'log-failure', target, error });
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}
