/** Answers a shell that asks what may stand at the cursor. Whatever fails, the answer is shorter: a shell's prompt is no place for errors. */
import { Lifecycle, Services } from '@talos/proto/gen/osctl/v1alpha1.ts';
import { askNodes, type NodeConnection } from '../client/nodes.ts';
import { groupsOf } from '../client/targets.ts';
import type { CommandContext } from '../context.ts';
import { clean } from '../output/format.ts';
import { describeProgram } from '../parse.ts';
import { type Candidate, wantedAt } from './wanted.ts';

/** Somebody has pressed a key and waits. */
const ANSWER_MS = 1_500;

/**
 * Lines of `candidate<TAB>description`; or the one line `:files`. Every candidate begins with the word at the cursor; of a list
 * with commas it is the whole list.
 */
export async function complete(ctx: CommandContext, words: readonly string[]): Promise<string> {
  const wanted = wantedAt(await describeProgram(), words);
  if (wanted.kind === 'files') return ':files\n';
  const current = words.at(-1) ?? '';
  const before = wanted.kind === 'nodes' ? current.slice(0, current.lastIndexOf(',') + 1) : '';
  const candidates = await candidatesOf(wanted, withFlagsOf(ctx, words)).catch(() => []);
  return candidates
    .map((one) => ({ ...one, text: before + one.text }))
    .filter(({ text }) => text.startsWith(current))
    .map(({ text, description = '' }) => `${clean(text)}${description === '' ? '' : `\t${clean(description)}`}\n`)
    .join('');
}

/** The nodes and the context that are named earlier in the line. */
function withFlagsOf(ctx: CommandContext, words: readonly string[]): CommandContext {
  const valuesOf = (...names: string[]): readonly string[] =>
    words.slice(0, -2).flatMap((word, index) => (names.includes(word) ? [words[index + 1] ?? ''] : []));
  const nodes = valuesOf('-n', '--nodes').flatMap((list) => list.split(',').filter((one) => one !== ''));
  const context = valuesOf('--context').at(-1);
  return { ...ctx, options: { ...ctx.options, nodes, context, timeoutMs: ANSWER_MS } };
}

async function candidatesOf(
  wanted: Exclude<ReturnType<typeof wantedAt>, { kind: 'files' }>,
  ctx: CommandContext,
): Promise<readonly Candidate[]> {
  switch (wanted.kind) {
    case 'words':
      return wanted.words;
    case 'nothing':
      return [];
    case 'contexts':
      return Object.keys((await ctx.config.load()).contexts).map((text) => ({ text }));
    case 'groups': {
      const { context } = await ctx.config.context(ctx.options.context);
      return Object.keys(context.groups).map((text) => ({ text }));
    }
    case 'nodes': {
      const { context } = await ctx.config.context(ctx.options.context);
      const members = Object.entries(context.members).map(([text, description]) => ({ text, description }));
      const groups = [...groupsOf(context)].map(([name, nodes]) => ({
        text: `@${name}`,
        description: nodes.join(', '),
      }));
      return [...members, ...groups];
    }
    case 'services':
      return fromNodes(ctx, async (node) =>
        (await node.client(Services).list({}, node.unary)).services.map((one) => ({
          text: one.id,
          description: one.state.toLowerCase(),
        })),
      );
    case 'operations':
      return fromNodes(ctx, async (node) =>
        (await node.client(Lifecycle).listOperations({}, node.unary)).operations.map((one) => ({
          text: one.id,
          description: `${one.type} ${one.phase}`,
        })),
      );
  }
}

/** Each once, by whichever nodes have it. */
async function fromNodes(
  ctx: CommandContext,
  call: (node: NodeConnection) => Promise<readonly Candidate[]>,
): Promise<readonly Candidate[]> {
  const results = await askNodes(ctx, call, () => {});
  const all = results.flatMap((result) => (result.ok ? result.value : []));
  return [...new Map(all.map((one) => [one.text, one])).values()];
}
