/** Changes on their way through a cluster, by its Kubernetes API. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rollout } from '@talos/crds/rollout.ts';
import { Option } from 'commander';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { printAnswer } from '../output/answer.ts';
import { confirmed } from '../output/ask.ts';
import { type Column, renderTable } from '../output/format.ts';
import { age, duration } from '../output/units.ts';
import { type ClusterFlags, withCluster, withRollout } from '../rollout/target.ts';
import { nodeChanges, previewText, reasonText, rolloutText, stageNodes } from '../rollout/text.ts';
import { type ClusterObjects, currentRollout, newestFirst, poolLine, rolloutView } from '../rollout/view.ts';
import type { SimulateFlags } from '../rollout/whatif.ts';
import { type CommandGroup, durationMs } from './shared.ts';

const POLL_MS = 2000;

const ROLLOUT_COLUMNS: readonly Column<Rollout>[] = [
  { title: 'NAME', value: (row) => row.metadata.name },
  { title: 'IMAGE', value: (row) => row.spec.os.image },
  { title: 'PHASE', value: (row) => row.status?.phase ?? 'Pending' },
  { title: 'DONE', value: (row) => row.status?.progress ?? '' },
  { title: 'NODE', value: (row) => row.status?.node ?? '' },
  { title: 'TOOK', value: took, align: 'right' },
  {
    title: 'AGE',
    value: (row) => age(Date.parse(row.metadata.creationTimestamp ?? '') || 0, Date.now()),
    align: 'right',
  },
  { title: 'WHY', value: (row) => row.status?.message ?? '' },
];

interface ApproveFlags extends ClusterFlags {
  readonly hash?: string;
}

interface PreviewFlags extends ClusterFlags {
  readonly file?: string;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

interface StatusFlags extends ClusterFlags {
  readonly wait?: boolean;
  readonly waitTimeout: number;
}

export function addRolloutCommands({ program, bind }: CommandGroup): void {
  const rollout = program
    .command('rollout')
    .description('changes on their way through the cluster, by the Kubernetes API');
  const command = (name: string, description: string) =>
    rollout
      .command(name)
      .description(description)
      .option('--kubeconfig <path>', 'default: $KUBECONFIG, else ~/.kube/config');

  command('status', 'what is happening, why it waits, when it will be done')
    .option('--wait', 'until every node runs what is wanted (exit code 0) or a person is needed (1)')
    .addOption(
      new Option('--wait-timeout <duration>', 'how long --wait waits').argParser(durationMs).default(1_800_000, '30m'),
    )
    .action(bind((ctx, flags: StatusFlags) => (flags.wait === true ? waitForRollout(ctx, flags) : status(ctx, flags))));

  command('why <node>', 'why a node is where it is, and what it waits for').action(
    bind((ctx, flags: ClusterFlags, node = '') =>
      withCluster(ctx, flags, async ({ observe }) => {
        const objects = await observe();
        const { reasonOf } = await import('../rollout/why.ts');
        const reason = reasonOf(objects, node);
        if (reason === undefined) throw new UsageError(unknownNodes([node], objects));
        printAnswer(ctx, reason, () => reasonText(reason, Date.now()));
        return EXIT.ok;
      }),
    ),
  );

  const history = command('list', 'the changes that the cluster remembers, the newest first').alias('history');
  history.action(
    bind(async (ctx, flags: ClusterFlags) =>
      withCluster(ctx, flags, async ({ observe }) => {
        const rollouts = newestFirst((await observe()).rollouts);
        printAnswer(ctx, rollouts, () => renderTable(ROLLOUT_COLUMNS, rollouts));
        return EXIT.ok;
      }),
    ),
  );

  command(
    'preview [rollout]',
    'what it is going to do: nodes in order, what their drains would meet, how their configuration changes, time, and the hash that an approval is about',
  )
    .option('-f, --file <path>', 'of these changes, which nobody has applied: YAML or JSON; - reads standard input')
    .action(
      bind(async (ctx, flags: PreviewFlags, asked) => {
        if (flags.file !== undefined) {
          if (asked !== undefined) throw new UsageError('name either a rollout or --file');
          const { previewChange } = await import('../rollout/whatif.ts');
          return previewChange(ctx, flags, flags.file);
        }
        return withRollout(ctx, flags, asked, async (_cluster, target, { nodeStates, nodePools }) => {
          const { name } = target.metadata;
          const { preview } = target.status ?? {};
          const changes = nodeChanges(nodeStates);
          const told = changes.map(({ nodes, ...change }) => ({ node: nodes[0], ...change }));
          const pools = nodePools.map(poolLine);
          const value = { rollout: name, image: target.spec.os.image, preview: preview ?? null, changes: told, pools };
          printAnswer(ctx, value, () => previewText(target, changes, pools));
          return EXIT.ok;
        });
      }),
    );

  command(
    'simulate',
    'play a change to its end in no time, with faults of your choice: what happens, and what comes of it',
  )
    .option('-f, --file <path>', 'the change, which nobody has applied: YAML or JSON; - reads standard input')
    .option('--dump <path>', 'a cluster that kubectl has written down; default: that of the kubeconfig, as it is now')
    .addOption(
      new Option('--fault <fault>', 'bad-image[=NODE], never-returns=NODE or blocked-drain=NODE; again for another')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--at <time>', 'when it begins, e.g. 2026-12-19T20:00:00Z; default: now')
    .addOption(
      new Option('--limit <duration>', 'of simulated time').argParser(durationMs).default(14 * 86_400_000, '14d'),
    )
    .action(
      bind(async (ctx, flags: SimulateFlags & ClusterFlags) => {
        const { simulate } = await import('../rollout/whatif.ts');
        return simulate(ctx, flags);
      }),
    );

  command('approve [rollout]', 'let a rollout, or the stage of it that waits, begin whose Machine asks for approval')
    .option('--hash <hash>', 'approve this preview only; without it the one that is shown now')
    .action(
      bind((ctx, flags: ApproveFlags, asked) =>
        withRollout(ctx, flags, asked, async ({ approve, approveStage }, target) => {
          const { name } = target.metadata;
          const { stage } = target.status ?? {};
          if (stage?.state === 'AwaitingApproval' && flags.hash === undefined) {
            const by = await approveStage(target);
            const { number, of, nodes = '' } = stage;
            printAnswer(
              ctx,
              { rollout: name, stage: number, nodes, by },
              () => `stage ${number} of ${of} (up to ${stageNodes(nodes)}) of rollout ${name} approved by ${by}\n`,
            );
            return EXIT.ok;
          }
          const hash = target.status?.preview?.hash;
          if (hash === undefined) throw new UsageError(`rollout ${name} has nothing left to do, or no preview yet`);
          if (flags.hash !== undefined && flags.hash !== hash) {
            throw new UsageError(`the preview of ${name} is ${hash} now, not ${flags.hash}: look at it again`);
          }
          const by = await approve(name, hash);
          printAnswer(ctx, { rollout: name, hash, by }, () => `rollout ${name} approved by ${by}: ${hash}\n`);
          return EXIT.ok;
        }),
      ),
    );

  for (const [name, change, done, description] of [
    ['pause', { paused: true }, 'paused', 'begin no further node; the one under way is finished'],
    ['resume', { paused: false }, 'resumed', 'go on with a rollout that was paused here'],
    [
      'cancel',
      { cancelled: true },
      'cancelled',
      'begin no further node, for good; those that are done stay as they are',
    ],
  ] as const) {
    command(`${name} [rollout]`, `${description} (default: the current rollout)`).action(
      bind((ctx, flags: ClusterFlags, asked) =>
        withRollout(ctx, flags, asked, async ({ change: patch }, target, { machine }) => {
          const rollout = target.metadata.name;
          await patch(rollout, change);
          printAnswer(ctx, { rollout, ...change }, () => `rollout ${rollout} ${done}\n`);
          if (name === 'resume' && machine?.spec.rollout?.paused === true) {
            ctx.stderr.write('the Machine itself is paused, too: spec.rollout.paused of machine/cluster\n');
          }
          return EXIT.ok;
        }),
      ),
    );
  }

  command('skip <node...>', 'leave nodes as they are in the current rollout').action(
    bind((ctx, flags: ClusterFlags, ...nodes) =>
      withRollout(ctx, flags, undefined, async ({ change }, target, objects) => {
        const skipNodes = withNodes(target.spec.skipNodes, nodes, objects);
        const rollout = target.metadata.name;
        await change(rollout, { skipNodes });
        printAnswer(
          ctx,
          { rollout, skipNodes },
          () => `rollout ${rollout} leaves as they are: ${skipNodes.join(', ')}\n`,
        );
        return EXIT.ok;
      }),
    ),
  );

  command('retry [node...]', 'try again what has failed, or is held, in the current rollout: of these nodes, or of all')
    .option('--yes', 'do not ask')
    .action(
      bind((ctx, flags: ClusterFlags & { yes?: boolean }, ...nodes) =>
        withCluster(ctx, flags, async (cluster) => {
          const objects = await cluster.observe();
          const target = retriedRollout(objects);
          if (target === undefined) throw new UsageError('there is no rollout');
          withNodes(undefined, nodes, objects);
          const rollout = target.metadata.name;
          const { clearedBy, clearedText } = await import('@talos/lib/plan/failure/retry.ts');
          const cleared = clearedText(clearedBy(target, objects.machine, objects.nodeStates, nodes));
          const isBack = currentRollout(objects) !== target;
          if (cleared.length === 0 && !isBack) {
            throw new UsageError(
              `nothing of rollout ${rollout} has failed or is held: osctl rollout status says what it waits for`,
            );
          }
          const back = isBack ? [`its rollback: the nodes are brought to ${target.spec.os.image} again`] : [];
          const question = [
            `Try ${rollout} again? That clears`,
            ...[...back, ...cleared].map((line) => `  ${line}`),
          ].join('\n');
          if (flags.yes !== true && !(await confirmed(ctx, question))) return EXIT.failed;
          const by = await cluster.retry(rollout, nodes);
          const text = [`rollout ${rollout} is tried again, by ${by}`, ...cleared.map((line) => `  cleared ${line}`)];
          printAnswer(ctx, { rollout, by, cleared }, () => `${text.join('\n')}\n`);
          return EXIT.ok;
        }),
      ),
    );

  command('force <node...>', 'delete pods that their budgets do not let go from nodes of the current rollout')
    .option('--yes', 'do not ask')
    .action(
      bind((ctx, flags: ClusterFlags & { yes?: boolean }, ...nodes) =>
        withRollout(ctx, flags, undefined, async ({ change }, target, objects) => {
          const forceNodes = withNodes(target.spec.forceNodes, nodes, objects);
          const question = `Delete the pods of ${nodes.join(', ')} that their PodDisruptionBudgets protect?`;
          if (flags.yes !== true && !(await confirmed(ctx, question))) return EXIT.failed;
          const rollout = target.metadata.name;
          await change(rollout, { forceNodes });
          printAnswer(
            ctx,
            { rollout, forceNodes },
            () => `rollout ${rollout} drains by force: ${forceNodes.join(', ')}\n`,
          );
          return EXIT.ok;
        }),
      ),
    );
}

/** The nodes of a list that is there, and further ones. Errors: UsageError for one that is not in the cluster. */
function withNodes(before: readonly string[] | undefined, added: readonly string[], objects: ClusterObjects): string[] {
  const unknown = added.filter((node) => !objects.nodeStates.some(({ metadata }) => metadata.name === node));
  if (unknown.length > 0) throw new UsageError(unknownNodes(unknown, objects));
  return [...new Set([...(before ?? []), ...added])].sort();
}

/** A rollback that is over has nothing left to try: what is meant is the rollout that halted. */
function retriedRollout(objects: ClusterObjects): Rollout | undefined {
  const current = currentRollout(objects);
  const { rollbackOf } = current?.spec ?? {};
  if (rollbackOf === undefined || current?.status?.phase !== 'Completed') return current;
  return objects.rollouts.find(({ metadata }) => metadata.name === rollbackOf.rollout);
}

const unknownNodes = (nodes: readonly string[], { nodeStates }: ClusterObjects): string =>
  `there is no node ${nodes.join(', ')}; there are: ${nodeStates.map(({ metadata }) => metadata.name).join(', ')}`;

function took({ status }: Rollout): string {
  if (status?.startTime === undefined || status.completionTime === undefined) return '';
  return duration(Date.parse(status.completionTime) - Date.parse(status.startTime));
}

function status(ctx: CommandContext, flags: ClusterFlags): Promise<ExitCode> {
  return withCluster(ctx, flags, async ({ observe }) => {
    const view = rolloutView(await observe());
    printAnswer(ctx, view, () => rolloutText(view, Date.now()));
    return EXIT.ok;
  });
}

/** Tells each change of what is going on. The API of a sole control plane goes away while that is upgraded: no failure. */
function waitForRollout(ctx: CommandContext, flags: StatusFlags): Promise<ExitCode> {
  return withCluster(ctx, flags, async ({ observe, isAway }) => {
    const end = performance.now() + flags.waitTimeout;
    let shown = '';
    const tell = (text: string): void => {
      if (text !== shown) ctx.stderr.write(`${text}\n`);
      shown = text;
    };
    for (;;) {
      try {
        const view = rolloutView(await observe());
        const nodes = view.underWay.map((node) => `${node.node} ${node.phase}${node.step && `/${node.step}`}`);
        tell([`${view.state}: ${view.message}`, ...nodes].join('; '));
        if (view.state === 'settled' || view.state === 'halted') {
          printAnswer(ctx, view, () => rolloutText(view, Date.now()));
          return view.state === 'settled' ? EXIT.ok : EXIT.failed;
        }
      } catch (error) {
        if (ctx.signal.aborted || !isAway(error)) throw error;
        tell('the Kubernetes API does not answer; asked again until it does');
      }
      if (performance.now() > end) {
        throw new Error(`the rollout has not ended within ${duration(flags.waitTimeout)}; it goes on by itself`);
      }
      await sleep(POLL_MS, undefined, { signal: ctx.signal });
    }
  });
}
