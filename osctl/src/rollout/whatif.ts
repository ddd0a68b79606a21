/** What would be, if a change were applied: asked of the planner, over the cluster as it is. Nothing is touched. */
import { setImmediate } from 'node:timers/promises';
import { type ClusterDump, changed, dumpOf } from '@talos/lib/plan/whatif/dump.ts';
import { foresee } from '@talos/lib/plan/whatif/foresee.ts';
import { type Fault, faultKinds, type Rehearsed, rehearseChange } from '@talos/lib/plan/whatif/rehearse.ts';
import { policyOf } from '@talos/lib/plan/wished/policy.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { clean } from '../output/format.ts';
import { duration } from '../output/units.ts';
import { readObjects } from './objects.ts';
import { type ClusterFlags, withCluster } from './target.ts';
import { foreseenText } from './text.ts';

export async function previewChange(ctx: CommandContext, flags: ClusterFlags, file: string): Promise<ExitCode> {
  const objects = await readObjects(ctx, file);
  return withCluster(ctx, flags, async (cluster) => {
    const before = await cluster.dump();
    const { dump, applies } = withChanges(before, objects);
    const foreseen = foresee(dump, before, Date.now());
    if (foreseen === undefined) throw new UsageError('there is no Machine, and the file has none');
    const { approval } = policyOf(dump.machine as NonNullable<ClusterDump['machine']>);
    const asks = approval === 'Manual' ? 'asked for, before anything begins: osctl rollout approve' : 'not asked for';
    printAnswer(ctx, { ...foreseen, preview: foreseen.preview ?? null, applies }, () =>
      foreseenText(foreseen, applies, asks),
    );
    return EXIT.ok;
  });
}

/** Errors: UsageError with what the apiserver would refuse. */
export function withChanges(
  before: ClusterDump,
  objects: Parameters<typeof changed>[1],
): { readonly dump: ClusterDump; readonly applies: readonly string[] } {
  const result = changed(before, objects);
  if (result.kind === 'changed') return { dump: result.dump, applies: result.objects };
  const lines = result.errors.map(({ object, path, message }) => `${object}: ${path}: ${message}`);
  throw new UsageError(lines.join('\n'));
}

export interface SimulateFlags extends ClusterFlags {
  readonly file?: string;
  readonly dump?: string;
  readonly fault: readonly string[];
  readonly at?: string;
  readonly limit: number;
}

/** Exit code 0 where the change reaches every node in the end. */
export async function simulate(ctx: CommandContext, flags: SimulateFlags): Promise<ExitCode> {
  const faults = flags.fault.map(faultOf);
  const start = flags.at === undefined ? Date.now() : Date.parse(flags.at);
  if (Number.isNaN(start)) throw new UsageError(`"${flags.at}" is not a time such as 2026-12-19T20:00:00Z`);
  if (flags.file === '-' && flags.dump === '-') throw new UsageError('--file and --dump are both standard input');
  const objects = flags.file === undefined ? [] : await readObjects(ctx, flags.file);
  const play = async (before: ClusterDump): Promise<ExitCode> => {
    const { dump, applies } = withChanges(before, objects);
    const known = before.nodes.map(({ metadata }) => metadata.name);
    const unknown = faults.find(({ node }) => node !== undefined && !known.includes(node))?.node;
    if (unknown !== undefined) throw new UsageError(`there is no node ${unknown}; there are: ${known.join(', ')}`);
    const played = await inTurns(rehearseChange(dump, before, faults, { start, limitMs: flags.limit }), ctx.signal);
    if (played === undefined) throw new UsageError('there is no Machine, or there are no nodes');
    printAnswer(ctx, { ...played, applies }, () => storyText(played, applies));
    return played.phase === 'Completed' ? EXIT.ok : EXIT.failed;
  };
  if (flags.dump !== undefined) return play(dumpOf(await readObjects(ctx, flags.dump)));
  return withCluster(ctx, flags, async (cluster) => play(await cluster.dump()));
}

/** Runs it to its end, unless somebody ends it before. */
async function inTurns<T>(rounds: Generator<unknown, T>, signal: AbortSignal): Promise<T> {
  for (let count = 1; ; count++) {
    const round = rounds.next();
    if (round.done === true) return round.value;
    if (count % ROUNDS_A_TURN !== 0) continue;
    await setImmediate();
    signal.throwIfAborted();
  }
}

const ROUNDS_A_TURN = 20;

function faultOf(text: string): Fault {
  const [name = '', node] = text.split('=');
  const kind = faultKinds.find((one) => one === name);
  if (kind === undefined) throw new UsageError(`"${text}" is no fault; there are: ${faultKinds.join(', ')}`);
  if (node === undefined && kind !== 'bad-image') throw new UsageError(`of which node? ${kind}=NODE`);
  return { kind, ...(node === undefined ? {} : { node }) };
}

function storyText(
  { phase, seconds, lines, nodes, blockedBy, homeless }: Rehearsed,
  applies: readonly string[],
): string {
  const at = (second: number): string => `+${duration(second * 1_000)}`.padEnd(10);
  const versions = Map.groupBy(nodes, ({ version, away }) => (away ? 'away' : version));
  const told = [
    `if applied  ${applies.length === 0 ? 'nothing but what is wished already' : applies.join(', ')}`,
    ...lines.map(({ second, node, text }) => `${at(second)}  ${node === undefined ? '' : `${node}  `}${text}`),
    `outcome     ${phase} after ${duration(seconds * 1_000)}`,
    ...[...versions].map(
      ([what, ones]) => `nodes       ${ones.length} ${what}: ${names(ones.map(({ node }) => node))}`,
    ),
    ...(homeless.length === 0 ? [] : [`no place    ${names(homeless)}`]),
    ...(phase === 'Completed'
      ? []
      : blockedBy.map(({ code, message, owner }) => `waits       ${code} ${message} (up to: ${owner})`)),
  ];
  return told.map((line) => `${clean(line)}\n`).join('');
}

const names = (all: readonly string[]): string =>
  all.length > 8 ? `${all.slice(0, 8).join(', ')} and ${all.length - 8} more` : all.join(', ');
