/** What the commands have in common: the frame in which an action runs, and the two shapes of answers. */
import { type Command, InvalidArgumentError } from 'commander';
import { Interleave } from '../client/interleave.ts';
import { askNodes, finish, machineResults, type NodeConnection, type NodeTarget, report } from '../client/nodes.ts';
import type { CommandContext, ExitCode } from '../context.ts';
import { type Column, renderLine } from '../output/format.ts';
import { StreamTable } from '../output/stream-table.ts';

/** A command's action: what it was given → exit code. It prints by the context only. */
export type Action<Options> = (ctx: CommandContext, options: Options, ...args: string[]) => Promise<ExitCode>;

/** Adds commands to the program. `bind` turns an action into what commander calls. */
export interface CommandGroup {
  readonly program: Command;
  bind<Options>(action: Action<Options>): (...args: unknown[]) => Promise<void>;
}

/**
 * Asks every node and prints its rows as they come; with `-o json|yaml` one document at the end.
 * A NODE column stands first when more than one node is asked.
 */
export async function tableFromNodes<Answer, Row>(
  ctx: CommandContext,
  call: (node: NodeConnection) => Promise<Answer>,
  rows: (answer: Answer, node: NodeTarget) => readonly Row[],
  columns: readonly Column<Row>[],
): Promise<ExitCode> {
  interface Placed {
    readonly node: string;
    readonly row: Row;
  }
  const placed = columns.map((column): Column<Placed> => ({ ...column, value: (one) => column.value(one.row) }));
  let table = new StreamTable<Placed>(placed, ctx.stdout);
  const { output } = ctx.options;
  const results = await askNodes(
    ctx,
    call,
    (result) => {
      report(ctx, result);
      if (result.ok && output === 'table')
        table.add(rows(result.value, result.node).map((row) => ({ node: result.node.name, row })));
    },
    {
      onTargets: (targets) => {
        if (targets.length === 1) return;
        const minWidth = Math.max(...targets.map(({ name }) => name.length));
        table = new StreamTable([{ title: 'NODE', value: (one) => one.node, minWidth }, ...placed], ctx.stdout);
      },
    },
  );
  if (output !== 'table') ctx.stdout.write(machineResults(output, results));
  return finish(ctx, results);
}

/** How the items of nodes' streams are printed. */
export interface LineOptions<Item> {
  /** Without its line end. Bytes go out as they are; they are asked for where nobody's terminal shows them. */
  readonly line: (item: Item, forTerminal: boolean) => string | Uint8Array;
  /** For `-o json|yaml`; default: the item. */
  readonly machine?: (item: Item) => object;
  /** Unix ms; 0: unknown. */
  readonly timeOf: (item: Item) => number;
  readonly follow: boolean;
}

/** Nodes connect and read at their own speed; nobody waits longer than this for a line that may not come. */
const HOLD_MS = { past: 2_000, follow: 300 } as const;

/**
 * Follows a stream of every node and prints each item as a line; several nodes' lines are interleaved by time, each with its
 * node's name before it. With `-o json|yaml`, one JSON object a line. All nodes at once, however many: a stream has no end to
 * wait for.
 */
export async function linesFromNodes<Item extends object>(
  ctx: CommandContext,
  open: (node: NodeConnection) => AsyncIterable<Item>,
  { line, machine = (item) => item, timeOf, follow }: LineOptions<Item>,
): Promise<ExitCode> {
  const { stdout } = ctx;
  let names: readonly string[] = [];
  const print = async (source: number, item: Item): Promise<void> => {
    const node = names[source] ?? '';
    if (ctx.options.output === 'table') {
      const text = line(item, stdout.isTTY);
      if (names.length > 1) stdout.write(`${node}  `);
      if (typeof text === 'string') stdout.write(`${text}\n`);
      else stdout.write(Buffer.concat([text, NEWLINE]));
    } else stdout.write(renderLine({ node, ...machine(item) }));
    await stdout.drained(ctx.signal);
  };
  let interleave: Interleave<Item> | undefined;
  const results = await askNodes(
    ctx,
    async (node) => {
      const source = names.indexOf(node.name);
      try {
        for await (const item of open(node)) await interleave?.push(source, item);
      } finally {
        interleave?.end(source);
      }
    },
    (result) => report(ctx, result),
    {
      concurrency: Number.POSITIVE_INFINITY,
      onTargets: (targets) => {
        names = targets.map(({ name }) => name);
        const holdMs = follow ? HOLD_MS.follow : HOLD_MS.past;
        interleave = new Interleave({ sources: names.length, timeOf, holdMs, emit: print });
      },
    },
  );
  return finish(ctx, results);
}

const NEWLINE = Buffer.from('\n');

export const CLUSTER_NAME = /^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$/;
export const CLUSTER_NAME_FORM = '1 to 31 of a-z, 0-9 and -, beginning with a letter and not ending with -';

/** A whole number that is not negative. */
export function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError(`"${text}" is not a whole number.`);
  return value;
}

/** "10MB", "64MiB", "512k", "1000" → bytes. */
export function byteSize(text: string): number {
  const [, number = '', letter = '', i] = /^(\d+(?:\.\d+)?)([kMG]?)(i?)B?$/.exec(text) ?? [];
  const value = Math.round(Number(number) * (i === 'i' ? 1024 : 1000) ** ['', 'k', 'M', 'G'].indexOf(letter));
  if (number === '' || value < 1 || (i === 'i' && letter === '')) {
    throw new InvalidArgumentError(`"${text}" is not a size such as 10MB, 64MiB or 512k.`);
  }
  return value;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "90s", "1h30m" → ms. */
export function durationMs(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) {
    throw new InvalidArgumentError(`"${text}" is not a duration such as 90s, 10m or 1h30m.`);
  }
  return Math.round(parts.reduce((sum, part) => sum + Number(part[1]) * (UNITS[part[2] ?? ''] ?? 0), 0));
}
