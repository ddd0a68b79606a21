/** What runs in containers on nodes, and what it uses. */
import {
  type Container,
  type ContainerStatsResponse,
  Containers,
  type RestartContainerResponse,
} from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { finish, machineResults, type NodeResult, report } from '../client/nodes.ts';
import type { CommandContext, ExitCode } from '../context.ts';
import { type Column, renderTable } from '../output/format.ts';
import { age, bytes, percent } from '../output/units.ts';
import { type Measuring, measureOnce, watchMeasurements } from './measurements.ts';
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

/** CPU is of one core. */
async function stats(ctx: CommandContext, { watch = false, interval, sort }: StatsOptions): Promise<ExitCode> {
  const measuring: Measuring<ContainerStatsResponse, readonly UsageRate[]> = {
    intervalMs: interval,
    ask: (node, options) => node.client(Containers).stats({}, options),
    between: (before, now) => sorted(rates(before, now), sort),
  };
  const table = (answered: readonly NodeResult<readonly UsageRate[]>[], several: boolean, rows: number): string => {
    const all = answered.flatMap((result) =>
      result.ok ? result.value.map((usage) => ({ ...usage, node: result.node.name })) : [],
    );
    return renderTable(several ? USAGE_COLUMNS : USAGE_COLUMNS.slice(1), sorted(all, sort).slice(0, rows - 1));
  };
  if (watch) return watchMeasurements(ctx, measuring, table);
  const results = await measureOnce(ctx, measuring);
  if (ctx.signal.aborted) return finish(ctx, []);
  for (const result of results) report(ctx, result);
  const { output } = ctx.options;
  if (output !== 'table') ctx.stdout.write(machineResults(output, results));
  else if (results.some(({ ok }) => ok)) ctx.stdout.write(table(results, results.length > 1, Number.POSITIVE_INFINITY));
  return finish(ctx, results);
}

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
