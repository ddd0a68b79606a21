/** Changes on their way through a cluster, by its Kubernetes API. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rollout } from '@talos/crds/rollout.ts';
import { Option } from 'commander';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { renderMachine, renderTable } from '../output/format.ts';
import { age, duration } from '../output/units.ts';
import { previewText, rolloutText } from '../rollout/text.ts';
import {
  type ClusterObjects,
  currentRollout,
  isBeginning,
  isEnded,
  newestFirst,
  rolloutView,
} from '../rollout/view.ts';
import { type CommandGroup, durationMs } from './shared.ts';

const POLL_MS = 2000;
/** How long the operator may take from a wish to its rollout; it looks up the image in between. */
const BEGIN_POLLS = { everyMs: 250, times: 80 } as const;

interface Flags {
  readonly kubeconfig?: string;
}

interface ApproveFlags extends Flags {
  readonly hash?: string;
}

interface StatusFlags extends Flags {
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

  command('list', 'the changes that the cluster remembers, the newest first').action(
    bind(async (ctx, flags: Flags) =>
      withCluster(ctx, flags, async ({ observe }) => {
        const rollouts = newestFirst((await observe()).rollouts);
        ctx.stdout.write(
          ctx.options.output === 'table'
            ? renderTable(
                [
                  { title: 'NAME', value: (row) => row.metadata.name },
                  { title: 'IMAGE', value: (row) => row.spec.os.image },
                  { title: 'PHASE', value: (row) => row.status?.phase ?? 'Pending' },
                  { title: 'DONE', value: (row) => row.status?.progress ?? '' },
                  { title: 'NODE', value: (row) => row.status?.node ?? '' },
                  {
                    title: 'AGE',
                    value: (row) => age(Date.parse(row.metadata.creationTimestamp ?? '') || 0, Date.now()),
                    align: 'right',
                  },
                  { title: 'WHY', value: (row) => row.status?.message ?? '' },
                ],
                rollouts,
              )
            : renderMachine(ctx.options.output, rollouts),
        );
        return EXIT.ok;
      }),
    ),
  );

  command(
    'preview [rollout]',
    'what it is going to do: nodes in order, time, and the hash that an approval is about',
  ).action(
    bind((ctx, flags: Flags, asked) =>
      withRollout(ctx, flags, asked, async (_cluster, target) => {
        const { name } = target.metadata;
        const { preview } = target.status ?? {};
        ctx.stdout.write(
          ctx.options.output === 'table'
            ? previewText(target)
            : renderMachine(ctx.options.output, {
                rollout: name,
                image: target.spec.os.image,
                preview: preview ?? null,
              }),
        );
        return EXIT.ok;
      }),
    ),
  );

  command('approve [rollout]', 'let a rollout begin whose Machine asks for approval')
    .option('--hash <hash>', 'approve this preview only; without it the one that is shown now')
    .action(
      bind((ctx, flags: ApproveFlags, asked) =>
        withRollout(ctx, flags, asked, async ({ approve }, target) => {
          const { name } = target.metadata;
          const hash = target.status?.preview?.hash;
          if (hash === undefined) throw new UsageError(`rollout ${name} has nothing left to do, or no preview yet`);
          if (flags.hash !== undefined && flags.hash !== hash) {
            throw new UsageError(`the preview of ${name} is ${hash} now, not ${flags.hash}: look at it again`);
          }
          const by = await approve(name, hash);
          ctx.stdout.write(`rollout ${name} approved by ${by}: ${hash}\n`);
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
      bind((ctx, flags: Flags, asked) =>
        withRollout(ctx, flags, asked, async ({ change: patch }, target, { machine }) => {
          await patch(target.metadata.name, change);
          ctx.stdout.write(`rollout ${target.metadata.name} ${done}\n`);
          if (name === 'resume' && machine?.spec.rollout?.paused === true) {
            ctx.stderr.write('the Machine itself is paused, too: spec.rollout.paused of machine/cluster\n');
          }
          return EXIT.ok;
        }),
      ),
    );
  }

  command('skip <node...>', 'leave nodes as they are in the current rollout').action(
    bind((ctx, flags: Flags, ...nodes) =>
      withRollout(ctx, flags, undefined, async ({ change }, target, { nodeStates }) => {
        const unknown = nodes.filter((node) => !nodeStates.some(({ metadata }) => metadata.name === node));
        if (unknown.length > 0) {
          const there = nodeStates.map(({ metadata }) => metadata.name).join(', ');
          throw new UsageError(`there is no node ${unknown.join(', ')}; there are: ${there}`);
        }
        const skipNodes = [...new Set([...(target.spec.skipNodes ?? []), ...nodes])].sort();
        await change(target.metadata.name, { skipNodes });
        ctx.stdout.write(`rollout ${target.metadata.name} leaves as they are: ${skipNodes.join(', ')}\n`);
        return EXIT.ok;
      }),
    ),
  );
}

/** With the rollout that was named, or the current one. Errors: UsageError when it is not there or has ended. */
function withRollout(
  ctx: CommandContext,
  flags: Flags,
  asked: string | undefined,
  use: (cluster: Cluster, target: Rollout, objects: ClusterObjects) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withCluster(ctx, flags, async (cluster) => {
    const objects = asked === undefined ? await observeBegun(cluster.observe, ctx.signal) : await cluster.observe();
    const target =
      asked === undefined ? currentRollout(objects) : objects.rollouts.find((one) => one.metadata.name === asked);
    if (target === undefined) {
      const there = objects.rollouts.map((one) => one.metadata.name).join(', ');
      throw new UsageError(`there is no rollout${asked === undefined ? '' : ` ${asked}; there are: ${there}`}`);
    }
    if (isEnded(target)) throw new UsageError(`rollout ${target.metadata.name} has ended (${target.status?.phase})`);
    return use(cluster, target, objects);
  });
}

/**
 * Who has just changed the Machine means the rollout of that change: the operator is given the time to begin it, and to look at
 * what it brings.
 */
async function observeBegun(observe: () => Promise<ClusterObjects>, signal: AbortSignal): Promise<ClusterObjects> {
  let objects = await observe();
  for (let poll = 0; poll < BEGIN_POLLS.times && (isBeginning(objects) || isUnseen(objects)); poll++) {
    await sleep(BEGIN_POLLS.everyMs, undefined, { signal });
    objects = await observe();
  }
  return objects;
}

/** Whether the operator has made the rollout and not said anything of it yet. */
function isUnseen(objects: ClusterObjects): boolean {
  const current = currentRollout(objects);
  return current !== undefined && current.status?.phase === undefined;
}

function status(ctx: CommandContext, flags: Flags): Promise<ExitCode> {
  return withCluster(ctx, flags, async ({ observe }) => {
    const view = rolloutView(await observe());
    ctx.stdout.write(
      ctx.options.output === 'table' ? rolloutText(view, Date.now()) : renderMachine(ctx.options.output, view),
    );
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
          ctx.stdout.write(
            ctx.options.output === 'table' ? rolloutText(view, Date.now()) : renderMachine(ctx.options.output, view),
          );
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

interface Cluster {
  observe(): Promise<ClusterObjects>;
  /** Changes what people may change of a rollout. */
  change(name: string, spec: Pick<Rollout['spec'], 'paused' | 'cancelled' | 'skipNodes'>): Promise<unknown>;
  /** Approves in the name of who asks, as the apiserver knows them; answers with that name. */
  approve(name: string, hash: string): Promise<string>;
  isAway(error: unknown): boolean;
}

async function withCluster(
  ctx: CommandContext,
  flags: Flags,
  use: (cluster: Cluster) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { approve, changeRollout, observe, openCluster } = await import('../rollout/kubernetes.ts');
  const { ApiError, ConnectionError } = await import('@talos/lib/kube/errors.ts');
  const transport = await openCluster(flags.kubeconfig, ctx.env);
  const bounded = (): AbortSignal => AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.options.timeoutMs)]);
  try {
    return await use({
      observe: () => observe(transport, bounded()),
      change: (name, spec) => changeRollout(transport, name, spec, bounded()),
      approve: (name, hash) => approve(transport, name, hash, bounded()),
      isAway: (error) =>
        error instanceof ConnectionError ||
        (error instanceof ApiError && error.status >= 500) ||
        (error instanceof DOMException && error.name === 'TimeoutError'),
    });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      throw new Error(`${error.message}; is the operator installed? (kubectl apply -k deploy/base)`, { cause: error });
    }
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new Error(
        `the Kubernetes API did not answer within ${duration(ctx.options.timeoutMs)}; ask again with a longer --timeout`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    transport.close();
  }
}
