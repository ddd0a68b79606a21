/** What would be, if a change were applied: asked of the planner, over the cluster as it is. Nothing is touched. */
import { policyOf } from '@talos/lib/plan/policy.ts';
import { type ClusterDump, changed } from '@talos/lib/plan/whatif/dump.ts';
import { foresee } from '@talos/lib/plan/whatif/foresee.ts';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
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
