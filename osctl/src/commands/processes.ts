/** What runs on nodes: once, or again and again with the share of CPU that each process takes. */
import { type Process, type ProcessesResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import type { CommandContext, ExitCode } from '../context.ts';
import { type Column, renderTable } from '../output/format.ts';
import { bytes, duration, percent } from '../output/units.ts';
import { type Measuring, watchMeasurements } from './measurements.ts';
import { type ProcessRate, processRates } from './process-rates.ts';
import { type CommandGroup, count, durationMs, tableFromNodes } from './shared.ts';

const SORTS = ['cpu', 'rss', 'pss', 'threads', 'pid'] as const;
type Sort = (typeof SORTS)[number];

interface Options {
  readonly sort?: Sort;
  readonly limit?: number;
  readonly watch?: boolean;
  readonly interval: number;
}

export function addProcessesCommand({ program, bind }: CommandGroup): void {
  program
    .command('processes')
    .aliases(['ps', 'top'])
    .description("processes of nodes, pods' included; --watch shows the share of CPU that each takes")
    .addOption(new Option('-s, --sort <column>', 'what comes first (default: rss; with --watch: cpu)').choices(SORTS))
    .option('--limit <processes>', 'only the first of each node', count)
    .option('-w, --watch', 'go on until interrupted')
    .addOption(new Option('--interval <duration>', 'of --watch').argParser(durationMs).default(2_000, '2s'))
    .action(bind((ctx, options: Options) => (options.watch ? watch(ctx, options) : list(ctx, options))));
}

const COLUMNS: readonly Column<Process>[] = [
  { title: 'PID', value: (row) => String(row.pid), align: 'right' },
  { title: 'PARENT', value: (row) => String(row.parentPid), align: 'right' },
  { title: 'STATE', value: (row) => row.state },
  { title: 'USER', value: (row) => String(row.userId), align: 'right' },
  { title: 'THREADS', value: (row) => String(row.threads), align: 'right' },
  { title: 'CPU', value: (row) => duration(row.cpuTimeMs), align: 'right' },
  { title: 'RSS', value: (row) => bytes(row.residentBytes), align: 'right' },
  { title: 'PSS', value: (row) => (row.proportionalBytes === 0 ? '-' : bytes(row.proportionalBytes)), align: 'right' },
  { title: 'COMMAND', value: command },
];

function command({ commandLine, executable }: Process): string {
  return (commandLine === '' ? `[${executable}]` : commandLine).slice(0, 160);
}

const list = (ctx: CommandContext, { sort = 'rss', limit = Number.POSITIVE_INFINITY }: Options): Promise<ExitCode> =>
  tableFromNodes(
    ctx,
    async (node) => {
      const answer = await node.client(System).processes({}, node.unary);
      return { ...answer, processes: sorted(answer.processes, sort).slice(0, limit) };
    },
    ({ processes }) => processes,
    COLUMNS,
  );

const sorted = <P extends Process & { readonly cores?: number }>(processes: readonly P[], by: Sort): readonly P[] => {
  const value: Readonly<Record<Sort, (process: P) => number>> = {
    cpu: ({ cores, cpuTimeMs }) => cores ?? cpuTimeMs,
    rss: ({ residentBytes }) => residentBytes,
    pss: ({ proportionalBytes }) => proportionalBytes,
    threads: ({ threads }) => threads,
    pid: ({ pid }) => -pid,
  };
  return processes.toSorted((a, b) => value[by](b) - value[by](a) || a.pid - b.pid);
};

interface Watched {
  readonly node: string;
  readonly process: ProcessRate;
}
const WATCH_COLUMNS: readonly Column<Watched>[] = [
  { title: 'NODE', value: ({ node }) => node },
  { title: 'PID', value: ({ process }) => String(process.pid), align: 'right' },
  { title: 'STATE', value: ({ process }) => process.state },
  { title: 'USER', value: ({ process }) => String(process.userId), align: 'right' },
  { title: 'CPU%', value: ({ process }) => percent(process.cores), align: 'right' },
  { title: 'CPU', value: ({ process }) => duration(process.cpuTimeMs), align: 'right' },
  { title: 'RSS', value: ({ process }) => bytes(process.residentBytes), align: 'right' },
  { title: 'THREADS', value: ({ process }) => String(process.threads), align: 'right' },
  { title: 'COMMAND', value: ({ process }) => command(process) },
];

/** CPU% is of one core. */
function watch(ctx: CommandContext, { sort = 'cpu', limit, interval }: Options): Promise<ExitCode> {
  const measuring: Measuring<ProcessesResponse, { readonly processes: readonly ProcessRate[] }> = {
    intervalMs: interval,
    ask: (node, options) =>
      // PSS costs the node more than all the rest: not every two seconds, unless it is what is looked for.
      node.client(System).processes({ withoutProportional: sort !== 'pss' }, options),
    between: (before, now) => ({ processes: sorted(processRates(before, now), sort).slice(0, limit) }),
  };
  return watchMeasurements(ctx, measuring, (answered, several, rows) => {
    const all = answered.flatMap(({ node, value }) => value.processes.map((process) => ({ node: node.name, process })));
    return renderTable(several ? WATCH_COLUMNS : WATCH_COLUMNS.slice(1), sortedOfAll(all, sort).slice(0, rows - 1));
  });
}

/** Of several nodes in one order: what is looked for is at the top, wherever it runs. */
function sortedOfAll(rows: readonly Watched[], sort: Sort): readonly Watched[] {
  const nodeOf = new Map(rows.map(({ node, process }) => [process, node]));
  return sorted(
    rows.map(({ process }) => process),
    sort,
  ).map((process) => ({ process, node: nodeOf.get(process) ?? '' }));
}
