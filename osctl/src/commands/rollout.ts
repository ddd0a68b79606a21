/** Changes on their way through a cluster, by its Kubernetes API. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Option } from 'commander';
import { type CommandContext, EXIT, type ExitCode, UsageError } from '../context.ts';
import { renderMachine, renderTable } from '../output/format.ts';
import { age, duration } from '../output/units.ts';
import { rolloutText } from '../rollout/text.ts';
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

  for (const [name, paused, description] of [
    ['pause', true, 'begin no further node; the one under way is finished'],
    ['resume', false, 'go on with a rollout that was paused here'],
  ] as const) {
    command(`${name} [rollout]`, `${description} (default: the current rollout)`).action(
      bind(async (ctx, flags: Flags, asked) =>
        withCluster(ctx, flags, async ({ observe, setPaused }) => {
          const objects = asked === undefined ? await observeBegun(observe, ctx.signal) : await observe();
          const target =
            asked === undefined ? currentRollout(objects) : objects.rollouts.find((one) => one.metadata.name === asked);
          if (target === undefined) {
            const there = objects.rollouts.map((one) => one.metadata.name).join(', ');
            throw new UsageError(`there is no rollout${asked === undefined ? '' : ` ${asked}; there are: ${there}`}`);
          }
          if (isEnded(target)) {
            throw new UsageError(`rollout ${target.metadata.name} has ended (${target.status?.phase})`);
          }
          await setPaused(target.metadata.name, paused);
          ctx.stdout.write(`rollout ${target.metadata.name} ${paused ? 'paused' : 'resumed'}\n`);
          if (!paused && objects.machine?.spec.rollout?.paused === true) {
            ctx.stderr.write('the Machine itself is paused, too: spec.rollout.paused of machine/cluster\n');
          }
          return EXIT.ok;
        }),
      ),
    );
  }
}

/** Who has just changed the Machine means the rollout of that change: the operator is given the time to begin it. */
async function observeBegun(observe: () => Promise<ClusterObjects>, signal: AbortSignal): Promise<ClusterObjects> {
  let objects = await observe();
  for (let poll = 0; poll < BEGIN_POLLS.times && isBeginning(objects); poll++) {
    await sleep(BEGIN_POLLS.everyMs, undefined, { signal });
    objects = await observe();
  }
  return objects;
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
  setPaused(name: string, paused: boolean): Promise<unknown>;
  isAway(error: unknown): boolean;
}

async function withCluster(
  ctx: CommandContext,
  flags: Flags,
  use: (cluster: Cluster) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { observe, openCluster, setPaused } = await import('../rollout/kubernetes.ts');
  const { ApiError, ConnectionError } = await import('@talos/lib/kube/errors.ts');
  const transport = await openCluster(flags.kubeconfig, ctx.env);
  const bounded = (): AbortSignal => AbortSignal.any([ctx.signal, AbortSignal.timeout(ctx.options.timeoutMs)]);
  try {
    return await use({
      observe: () => observe(transport, bounded()),
      setPaused: (name, paused) => setPaused(transport, name, paused, bounded()),
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
