/** What runs on nodes: once, or again and again with the share of CPU that each process takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Process, type ProcessesResponse, System } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { Option } from 'commander';
import { explain } from '../client/explain.ts';
import { finish, openNodes } from '../client/nodes.ts';
import type { CommandContext, ExitCode } from '../context.ts';
import { type Column, renderTable } from '../output/format.ts';
import { Screen } from '../output/screen.ts';
import { bytes, duration, percent } from '../output/units.ts';
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

/** A node that is away is asked no longer than this: it must not hold up what the others have to say. */
const PATIENCE_MS = 5_000;

/**
 * CPU% is of one core. A node that does not answer is told below the others and is asked again; it begins anew when it is back.
 * With `-o json|yaml`, each measurement is a line of JSON: a list as of other commands.
 */
async function watch(ctx: CommandContext, { sort = 'cpu', limit, interval }: Options): Promise<ExitCode> {
  const screen = new Screen(ctx.stdout);
  const previous = new Map<string, ProcessesResponse>();
  using nodes = await openNodes(ctx);
  const sample = () =>
    nodes.ask((node) =>
      node
        .client(System)
        // PSS costs the node more than all the rest: not every two seconds, unless it is what is looked for.
        .processes(
          { withoutProportional: sort !== 'pss' },
          { ...node.unary, timeoutMs: Math.min(ctx.options.timeoutMs, PATIENCE_MS) },
        ),
    );
  for (const result of await sample()) if (result.ok) previous.set(result.node.name, result.value);
  for (;;) {
    await sleep(interval, undefined, { signal: ctx.signal }).catch(() => undefined);
    if (ctx.signal.aborted) return finish(ctx, []);
    const results = await sample();
    if (ctx.signal.aborted) return finish(ctx, []);
    const told = results.map((result) => {
      const before = previous.get(result.node.name);
      if (!result.ok) {
        previous.delete(result.node.name);
        return result;
      }
      previous.set(result.node.name, result.value);
      return { ...result, value: sorted(processRates(before, result.value), sort).slice(0, limit) };
    });
    const failures = told.filter((result) => !result.ok);
    if (ctx.options.output === 'table') {
      const rows = told.flatMap((result) =>
        result.ok ? result.value.map((process) => ({ node: result.node.name, process })) : [],
      );
      const inOrder = sortedOfAll(rows, sort).slice(0, screen.rows - 1 - failures.length);
      const lines = failures.map(({ node, error }) => `osctl: ${explain(node, error, PATIENCE_MS)}\n`);
      screen.draw(renderTable(results.length > 1 ? WATCH_COLUMNS : WATCH_COLUMNS.slice(1), inOrder) + lines.join(''));
    } else {
      const line = told.map((result) => ({
        node: result.node.name,
        address: result.node.address,
        ...(result.ok ? { result: { processes: result.value } } : { error: { message: result.error.message } }),
      }));
      ctx.stdout.write(`${JSON.stringify(line)}\n`);
    }
    await ctx.stdout.drained(ctx.signal);
  }
}

/** Of several nodes in one order: what is looked for is at the top, wherever it runs. */
function sortedOfAll(rows: readonly Watched[], sort: Sort): readonly Watched[] {
  const nodeOf = new Map(rows.map(({ node, process }) => [process, node]));
  return sorted(
    rows.map(({ process }) => process),
    sort,
  ).map((process) => ({ process, node: nodeOf.get(process) ?? '' }));
}
