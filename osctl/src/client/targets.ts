/** Which nodes a command is about: names, addresses and @groups, as the context knows them. Pure. */
import { type Context, GROUP_NAME } from '../config/file.ts';
import { type CommandContext, UsageError } from '../context.ts';

export interface NodeTarget {
  /** Its name where the context knows it, else its address. */
  readonly name: string;
  readonly address: string;
}

/** The group that is there without being defined: every node that the context knows. */
export const EVERY_NODE = 'all';

/** Group → names or addresses of its nodes, `all` first. */
export function groupsOf(context: Context): ReadonlyMap<string, readonly string[]> {
  return new Map([[EVERY_NODE, Object.keys(context.members)], ...Object.entries(context.groups)]);
}

/**
 * The nodes of -n, else those of the context, else its first endpoint; each once, in the order in which they are named.
 *
 * Errors: UsageError when there is none, and for a group that is unknown or empty, naming those that there are.
 */
export function selectNodes(context: Context, asked: readonly string[]): readonly NodeTarget[] {
  const wanted = asked.length > 0 ? asked : context.nodes.length > 0 ? context.nodes : context.endpoints.slice(0, 1);
  if (wanted.length === 0)
    throw new UsageError('no node is named: use -n ADDRESS[,ADDRESS…] or -n @all, or set nodes in the context');
  const groups = groupsOf(context);
  const names = new Map(Object.entries(context.members).map(([name, address]) => [address, name]));
  const addresses = wanted
    .flatMap((one) => (one.startsWith('@') ? expand(groups, one.slice(1)) : [one]))
    .map((one) => context.members[one] ?? one);
  return [...new Set(addresses)].map((address) => ({ name: names.get(address) ?? address, address }));
}

function expand(groups: ReadonlyMap<string, readonly string[]>, group: string): readonly string[] {
  const nodes = groups.get(group);
  if (nodes === undefined) {
    const known = [...groups.keys()].map((name) => `@${name}`).join(', ');
    throw new UsageError(
      `there is no group @${group}; groups: ${known}${GROUP_NAME.test(group) ? ` (define it with \`osctl context group set ${group} NODE…\`)` : ''}`,
    );
  }
  if (nodes.length === 0) throw new UsageError(`group @${group} has no nodes`);
  return nodes;
}

/** For commands about the whole cluster: without -n it is every node of the context. */
export function aboutAll(ctx: CommandContext, context: Context): CommandContext {
  if (ctx.options.nodes.length > 0 || Object.keys(context.members).length === 0) return ctx;
  return { ...ctx, options: { ...ctx.options, nodes: [`@${EVERY_NODE}`] } };
}
