/** Anything in a node's state store, by its kind. The node says how a kind looks, so that nothing here knows one of them. */
import { type ResourceKind, State } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, finish, machineResults, type NodeResult, report } from '../client/nodes.ts';
import { readResources, type ShownResource, shown } from '../client/resources.ts';
import type { CommandContext, ExitCode } from '../context.ts';
import { type Column, renderLine, renderTable } from '../output/format.ts';
import { resourceColumns } from '../output/resource.ts';
import { StreamTable } from '../output/stream-table.ts';
import type { CommandGroup } from './shared.ts';

interface Placed {
  readonly node: string;
  readonly event: string;
  readonly resource: ShownResource;
}

export function addGetCommand({ program, bind }: CommandGroup): void {
  program
    .command('get <kind> [id]')
    .description("resources of a node's state store: services, certificates, documents …; `get kinds` lists the kinds")
    .option('-w, --watch', 'go on with each change')
    .action(
      bind((ctx, options: { watch?: boolean }, kind, id = '') =>
        options.watch ? watch(ctx, kind, id) : get(ctx, kind, id),
      ),
    );
}

async function get(ctx: CommandContext, kind: string, id: string): Promise<ExitCode> {
  const results = await askNodes(
    ctx,
    (node) => readResources(node, kind, id),
    (result) => report(ctx, result),
  );
  const { output } = ctx.options;
  if (output !== 'table') {
    const told = results.map(
      (result): NodeResult<readonly ShownResource[]> =>
        result.ok ? { ...result, value: result.value.resources } : result,
    );
    ctx.stdout.write(machineResults(output, told));
    return finish(ctx, results);
  }
  const rows = results.flatMap((result) =>
    result.ok ? result.value.resources.map((resource) => ({ node: result.node.name, event: '', resource })) : [],
  );
  // Nodes of several versions may know a kind differently: the first that answered says how it looks.
  const shape = results.find((result) => result.ok)?.value.kind;
  if (shape !== undefined) ctx.stdout.write(renderTable(placedColumns(shape, results.length > 1), rows));
  return finish(ctx, results);
}

async function watch(ctx: CommandContext, kind: string, id: string): Promise<ExitCode> {
  let table: StreamTable<Placed> | undefined;
  const results = await askNodes(
    ctx,
    async (node) => {
      // What was there at the beginning is one table, so that it is aligned.
      let initial: Placed[] | undefined = [];
      for await (const { type, kind: shape, resource } of node
        .client(State)
        .get({ kind, id, follow: true }, node.stream)) {
        if (ctx.options.output !== 'table') {
          // The bookmark is for programs: what comes after it is a change.
          if (resource === undefined && type !== 'BOOKMARK') continue;
          const told = resource === undefined ? {} : shown(resource);
          ctx.stdout.write(renderLine({ node: node.name, type, ...told }));
        } else if (shape !== undefined) {
          table ??= new StreamTable([EVENT_COLUMN, ...placedColumns(shape, node.several)], ctx.stdout);
        } else if (resource !== undefined) {
          const row = { node: node.name, event: type.toLowerCase(), resource: shown(resource) };
          if (initial === undefined) table?.add([row]);
          else initial.push(row);
        } else if (type === 'BOOKMARK') {
          table?.add(initial ?? []);
          initial = undefined;
        }
        await ctx.stdout.drained(ctx.signal);
      }
    },
    (result) => report(ctx, result),
    { concurrency: Number.POSITIVE_INFINITY },
  );
  return finish(ctx, results);
}

const EVENT_COLUMN: Column<Placed> = { title: 'EVENT', value: (row) => row.event, minWidth: 7 };

const placedColumns = (shape: ResourceKind, several: boolean): readonly Column<Placed>[] => [
  ...(several ? [{ title: 'NODE', value: (row: Placed) => row.node }] : []),
  ...resourceColumns(shape, Date.now).map(
    (column): Column<Placed> => ({ ...column, value: (row) => column.value(row.resource) }),
  ),
];
