/** What runs in containers on nodes, and what it uses. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Container,
  type ContainerStatsResponse,
  Containers,
  type RestartContainerResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { explain } from '../client/explain.ts';
import { finish, machineResults, type NodeResult, openNodes, report } from '../client/nodes.ts';
import type { CommandContext, ExitCode } from '../context.ts';
import { type Column, renderTable } from '../output/format.ts';
import { Screen } from '../output/screen.ts';
import { age, bytes, percent } from '../output/units.ts';
import { type CommandGroup, count, durationMs, tableFromNodes } from './shared.ts';
import { rates, type UsageRate } from './usage-rates.ts';

const CONTAINER_COLUMNS: readonly Column<Container>[] = [
  { title: 'CONTAINER', value: (row) => row.id },
  { title: 'STATE', value: (row) => row.state.replace('CONTAINER_', '').toLowerCase() },
  { title: 'PID', value: (row) => (row.pid === 0 ? '-' : String(row.pid)), align: 'right' },
  { title: 'RESTARTS', value: (row) => String(row.restarts), align: 'right' },
  { title: 'AGE', value: (row) => age(row.createdMs, Date.now()), align: 'right' },
  { title: 'IMAGE', value: (row) => shortImage(row.image) },
  { title: 'ENDED', value: endText },
];

const SORTS = ['cpu', 'memory', 'name'] as const;
type Sort = (typeof SORTS)[number];

interface StatsOptions {
  readonly watch?: boolean;
  readonly interval: number;
  readonly sort: Sort;
}

/** Between TERM and KILL at most, and as long as the node waits for the kubelet. */
const RESTART_TIMEOUT_MS = 400_000;

export function addContainerCommands({ program, bind }: CommandGroup): void {
  program
    .command('containers')
    .description("the containers of nodes: pods', and those of the node's own services")
    .option('-a, --all', 'earlier runs too, not only the newest of each container')
    .action(
      bind(async (ctx, options: { all?: boolean }) =>
        tableFromNodes(
          ctx,
          (node) => node.client(Containers).list({ all: options.all ?? false }, node.unary),
          (answer) => answer.containers,
          CONTAINER_COLUMNS,
        ),
      ),
    );
  program
    .command('stats')
    .description('CPU and memory of services, pods and containers, measured over an interval')
    .option('-w, --watch', 'go on until interrupted')
    .addOption(
      new Option('--interval <duration>', 'between two measurements').argParser(durationMs).default(1_000, '1s'),
    )
    .addOption(new Option('--sort <column>', 'what comes first').choices(SORTS).default('cpu'))
    .action(bind((ctx, options: StatsOptions) => stats(ctx, options)));

  const container = program.command('container').description('change one container');
  container
    .command('restart <id>')
    .description('stop a container of a pod (namespace/pod/container); the kubelet starts it again')
    .option('--grace <seconds>', "between TERM and KILL (default: the pod's own)", count)
    .action(
      bind(async (ctx, options: { grace?: number }, id) =>
        tableFromNodes(
          ctx,
          (node) =>
            node
              .client(Containers)
              .restart({ id, graceSeconds: options.grace ?? 0 }, { ...node.unary, timeoutMs: RESTART_TIMEOUT_MS }),
          (answer: RestartContainerResponse) => [answer],
          [
            { title: 'CONTAINER', value: (row) => row.stopped?.id ?? '' },
            { title: 'ENDED', value: (row) => (row.stopped === undefined ? '' : endText(row.stopped)) },
            { title: 'RESTARTS', value: (row) => String((row.started ?? row.stopped)?.restarts ?? 0), align: 'right' },
            {
              title: 'NOW',
              value: (row) =>
                row.started === undefined
                  ? 'not started again by the kubelet within a minute: see the pod’s restart policy and its events'
                  : 'running',
            },
          ],
        ),
      ),
    );
}

/** osctl.dev/pause@sha256:0123456789abcdef… → osctl.dev/pause@sha256:0123456789ab */
function shortImage(image: string): string {
  return image.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1');
}

function endText({ state, reason, exitCode, finishedMs }: Container): string {
  if (state !== 'CONTAINER_EXITED') return '';
  const when = finishedMs === 0 ? '' : ` ${age(finishedMs, Date.now())} ago`;
  return `${reason === '' ? 'exited' : reason} (${exitCode})${when}`;
}

const USAGE_COLUMNS: readonly Column<UsageRate & { readonly node: string }>[] = [
  { title: 'NODE', value: (row) => row.node },
  { title: 'KIND', value: (row) => row.kind.replace('_USAGE', '').toLowerCase() },
  { title: 'NAME', value: (row) => row.id },
  { title: 'CPU%', value: (row) => percent(row.cores), align: 'right' },
  { title: 'MEMORY', value: (row) => bytes(row.memoryBytes), align: 'right' },
  {
    title: 'LIMIT',
    value: (row) => (row.memoryLimitBytes === 0 ? '-' : bytes(row.memoryLimitBytes)),
    align: 'right',
  },
  { title: 'PROCESSES', value: (row) => String(row.processes), align: 'right' },
];

/** A node that is away is asked no longer than this: it must not hold up what the others have to say. */
const PATIENCE_MS = 5_000;

/**
 * CPU is of one core. With `--watch`, a node that does not answer is told below the others and asked again; with `-o json|yaml` each
 * measurement is then a line of JSON.
 */
async function stats(ctx: CommandContext, { watch = false, interval, sort }: StatsOptions): Promise<ExitCode> {
  const { output, timeoutMs } = ctx.options;
  const screen = new Screen(ctx.stdout);
  const previous = new Map<string, ContainerStatsResponse>();
  const boundMs = watch ? Math.min(timeoutMs, PATIENCE_MS) : timeoutMs;
  using nodes = await openNodes(ctx);
  const sample = () => nodes.ask((node) => node.client(Containers).stats({}, { ...node.unary, timeoutMs: boundMs }));
  for (const result of await sample()) if (result.ok) previous.set(result.node.name, result.value);
  for (;;) {
    await sleep(interval, undefined, { signal: ctx.signal }).catch(() => undefined);
    if (ctx.signal.aborted) return finish(ctx, []);
    const results = await sample();
    if (ctx.signal.aborted) return finish(ctx, []);
    const told = results.map((result): NodeResult<readonly UsageRate[]> => {
      const before = previous.get(result.node.name);
      previous.delete(result.node.name);
      if (!result.ok) return result;
      previous.set(result.node.name, result.value);
      return { ...result, value: sorted(rates(before, result.value), sort) };
    });
    const rows = told.flatMap((result) =>
      result.ok ? result.value.map((usage) => ({ ...usage, node: result.node.name })) : [],
    );
    const columns = told.length > 1 ? USAGE_COLUMNS : USAGE_COLUMNS.slice(1);
    if (!watch) {
      for (const result of told) report(ctx, result);
      ctx.stdout.write(output === 'table' ? renderTable(columns, rows) : machineResults(output, told));
      return finish(ctx, told);
    }
    if (output === 'table') {
      const failures = told.flatMap((result) =>
        result.ok ? [] : [`osctl: ${explain(result.node, result.error, boundMs)}\n`],
      );
      const shown = sorted(rows, sort).slice(0, screen.rows - 1 - failures.length);
      screen.draw(renderTable(columns, shown) + failures.join(''));
    } else ctx.stdout.write(`${JSON.stringify(told.map(toLine))}\n`);
    await ctx.stdout.drained(ctx.signal);
  }
}

const toLine = (result: NodeResult<readonly UsageRate[]>) => ({
  node: result.node.name,
  address: result.node.address,
  ...(result.ok ? { result: result.value } : { error: { message: result.error.message } }),
});

function sorted<U extends UsageRate>(usages: readonly U[], by: Sort): readonly U[] {
  switch (by) {
    case 'cpu':
      return usages.toSorted((a, b) => b.cores - a.cores || b.memoryBytes - a.memoryBytes);
    case 'memory':
      return usages.toSorted((a, b) => b.memoryBytes - a.memoryBytes);
    case 'name':
      return usages.toSorted((a, b) => a.id.localeCompare(b.id));
  }
}
